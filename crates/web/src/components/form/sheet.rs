//! A whole form: what is hidden in it, its parts, and its buttons.

use maud::{Markup, html};

use super::super::errors::Mistake;
use super::super::fields::Choice;
use super::super::frame::{Frame, Place, Sheet, Title, form_token, page};
use super::super::panel::{boxed, section};
use super::super::saved::saved;
use super::{Question, question};

/// The part of a form that is about one child, or about all of them.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// `shared`, or the child's id.
    pub scope: String,
    /// "For everyone"; "Morwenna, 9 years 4 months".
    pub heading: String,
    /// "Morwenna": for labels and lists.
    pub short: String,
    /// "9 years 4 months"; empty for the shared part.
    pub age: String,
    /// How far it has got: "complete", "1 thing to mend".
    pub state: String,
    /// What is said beneath the heading.
    pub lead: String,
    /// What is asked.
    pub questions: Vec<Question>,
}

impl Part {
    /// The question of this id, if the form asks it.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|asked| asked.id() == id)
    }

    /// Draws the question of this id; nothing when the form does not ask it.
    #[must_use]
    pub fn ask(&self, id: &str) -> Markup {
        html! { @if let Some(asked) = self.get(id) { (question(asked)) } }
    }

    /// Draws the control of this id for a table's cell.
    #[must_use]
    pub fn cell(&self, id: &str) -> Markup {
        let named = |asked: &Question| Question {
            label: format!("{}: {}", self.short, asked.label),
            ..asked.clone()
        };
        html! { @if let Some(asked) = self.get(id) { (super::cell(&named(asked))) } }
    }
}

/// A button that sends the form.
#[derive(Clone, Debug)]
pub struct Act {
    /// `save`, `submit`, `return` or `confirm`.
    pub value: String,
    /// "Finish the note": says for whom, when there are several.
    pub words: String,
    /// Filled for the one that matters most.
    pub primary: bool,
}

impl Act {
    /// The one that matters most.
    #[must_use]
    pub fn primary(value: impl Into<String>, words: impl Into<String>) -> Self {
        Self { value: value.into(), words: words.into(), primary: true }
    }

    /// Any other.
    #[must_use]
    pub fn secondary(value: impl Into<String>, words: impl Into<String>) -> Self {
        Self { primary: false, ..Self::primary(value, words) }
    }
}

/// A form as one request shows it.
#[derive(Clone, Debug, Default)]
pub struct FormSheet {
    /// The practice form; several, joined by commas, when one sitting answers more than one.
    pub form: String,
    /// Ids of the people it is about.
    pub about: Vec<String>,
    /// People the worker ticks to say whom it is about: id, name, ticked. Sent as `about`
    /// in place of the list above. Empty when it is about everyone listed.
    pub pick: Vec<Choice>,
    /// The number of the last recording seen.
    pub seen: String,
    /// The draft.
    pub draft: String,
    /// Where it is sent.
    pub action: String,
    /// Where the script saves it as it is typed; empty for no autosave.
    pub draft_href: String,
    /// What is asked once for everyone.
    pub shared: Part,
    /// What is asked of each child.
    pub children: Vec<Part>,
    /// What to mend.
    pub mistakes: Vec<Mistake>,
    /// What stands over the mistakes: "Your note is saved.".
    pub mistakes_note: String,
    /// Its buttons, the primary first.
    pub acts: Vec<Act>,
    /// "5:41:07pm"; empty when nothing is saved yet.
    pub saved_at: String,
    /// What stands after it.
    pub saved_note: String,
}

impl FormSheet {
    /// Every part, the shared one first.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        std::iter::once(&self.shared).chain(&self.children)
    }
}

/// Draws the form round what is inside. Its class may be empty.
///
/// Accessibility: Enter in a field saves and never adds a row: the first submit
/// of the form, unseen and out of the way of Tab, is "save".
#[must_use]
pub fn form(frame: &Frame, sheet: &FormSheet, class: &str, inside: &Markup) -> Markup {
    let files = sheet.parts().any(|part| part.questions.iter().any(|asked| asked.kind == super::Kind::File));
    html! {
        form class=[(!class.is_empty()).then_some(class)] action=(sheet.action) method="post"
            enctype=[files.then_some("multipart/form-data")]
            data-draft=[(!sheet.draft_href.is_empty()).then_some(&sheet.draft_href)] {
            (hidden_fields(frame, sheet))
            (inside)
        }
    }
}

/// Draws the whole page of a form. The browser's tab says when there is something to mend.
#[must_use]
pub fn form_page(frame: &Frame, form: &FormSheet, title: Title, place: Place, main: Markup) -> Markup {
    let title = Title { error: !form.mistakes.is_empty(), ..title };
    page(frame, &Sheet { title, place: Some(place), main, ..Sheet::default() })
}

/// What every form sends unseen, and the save that Enter presses.
#[must_use]
pub fn hidden_fields(frame: &Frame, sheet: &FormSheet) -> Markup {
    html! {
        button.on-hidden name="do" value="save" tabindex="-1" aria-hidden="true" { "Save" }
        (form_token(frame))
        input type="hidden" name="form" value=(sheet.form);
        @if sheet.pick.is_empty() { input type="hidden" name="about" value=(sheet.about.join(",")); }
        input type="hidden" name="seen" value=(sheet.seen);
        input type="hidden" name="draft" value=(sheet.draft);
    }
}

/// Draws the ticks that say whom it is about.
#[must_use]
pub fn picked(sheet: &FormSheet) -> Markup {
    html! {
        div.on-picked {
            @for one in &sheet.pick {
                label.on-check {
                    input type="checkbox" name="about" value=(one.value) checked[one.chosen];
                    " " (one.words)
                }
            }
        }
    }
}

/// Draws the ticks under the question whom it is about; nothing where it can only be about one.
#[must_use]
pub fn whom(sheet: &FormSheet) -> Markup {
    html! {
        @if !sheet.pick.is_empty() {
            fieldset.on-field { legend { "Whom this is about" } (picked(sheet)) }
        }
    }
}

/// Draws the buttons and the saved line.
#[must_use]
pub fn actions(sheet: &FormSheet) -> Markup {
    html! {
        div.on-actions {
            @for act in &sheet.acts {
                button.on-btn.on-btn--2[!act.primary] name="do" value=(act.value) { (act.words) }
            }
            (saved(&sheet.saved_at, &sheet.saved_note))
        }
    }
}

/// Draws a part: the shared one as a section, a child's as a box.
#[must_use]
pub fn part(shown: &Part) -> Markup {
    let inside = html! {
        @if !shown.lead.is_empty() { p.on-hint { (shown.lead) } }
        @for asked in &shown.questions { (question(asked)) }
    };
    let id = format!("part-{}", shown.scope);
    if shown.scope == "shared" {
        section(&id, &shown.heading, None, &inside)
    } else {
        boxed(&id, &shown.heading, &inside)
    }
}

/// Draws what an arrangement has not placed itself. Nothing when it placed all.
#[must_use]
pub fn rest(shown: &Part, placed: &[&str]) -> Markup {
    html! { @for asked in shown.questions.iter().filter(|asked| !placed.contains(&asked.id())) { (question(asked)) } }
}

/// Draws when it happened, where the form asks that: the day and, beneath it, the time.
#[must_use]
pub fn happened(shown: &Part) -> Markup {
    html! { @for asked in shown.questions.iter().filter(|asked| asked.id() == "occurred") { (question(asked)) } }
}

/// Draws the list of parts with how far each has got.
#[must_use]
pub fn rail(sheet: &FormSheet, label: &str) -> Markup {
    html! {
        nav aria-label=(label) {
            ol.on-agenda {
                @for (place, part) in sheet.parts().filter(|part| !part.heading.is_empty()).enumerate() {
                    li {
                        a href={ "#part-" (part.scope) } aria-current=[(place == 0).then_some("step")] {
                            span {
                                @if part.short.is_empty() { (part.heading) } @else { (part.short) }
                                @if !part.state.is_empty() { small { (part.state) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
