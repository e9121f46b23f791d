//! Choosing a form, and for whom.

use maud::{Markup, html};

use crate::components::fields::{Choice, Field, checkboxes};
use crate::components::panel::{Level, panel};
use crate::components::title::title;
use crate::components::{ChildHeader, Frame, Sheet, Title};

/// A form that may be opened.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Its id.
    pub form: String,
    /// What people call it.
    pub title: String,
    /// Which step is open. May be empty.
    pub why: String,
    /// Whether several children may share it.
    pub several: bool,
}

/// Forms that belong together.
#[derive(Clone, Debug)]
pub struct FormGroup {
    /// What they have in common.
    pub heading: String,
    /// The forms.
    pub offers: Vec<Offer>,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct StartPage {
    /// Who it is about.
    pub child: ChildHeader,
    /// “M N”.
    pub initials: String,
    /// “start”, for the tab.
    pub name: String,
    /// The page's heading.
    pub heading: String,
    /// The line beneath it.
    pub beneath: String,
    /// Whom it may be about: id, name, whether ticked.
    pub people: Vec<(String, String, bool)>,
    /// Forms, those that wait first.
    pub groups: Vec<FormGroup>,
}

/// Draws the page. It is one form that is sent to whichever practice form is pressed.
#[must_use]
pub fn view(frame: &Frame, page: &StartPage) -> Markup {
    let ticks: Vec<Choice> = page
        .people
        .iter()
        .map(|(id, name, ticked)| Choice::new(id.clone(), name.clone()).chosen(*ticked))
        .collect();
    let own = page.people.first().map(|(id, ..)| id.as_str()).unwrap_or_default();
    let main = html! {
        (title(&page.heading, &page.beneath, &html! {}))
        form method="get" action="/forms/case_note" {
            @if page.people.len() > 1 {
                (checkboxes(&Field::new("about", "For whom?").hint("A button is for everyone ticked: what is the same is written once. A link is for the first alone."), &ticks, false))
            } @else {
                input type="hidden" name="about" value=(own);
            }
            div.on-columns { @for group in &page.groups { (panel(Level::Two, &group.heading, &offers(group, own))) } }
        }
    };
    crate::components::frame::page(
        frame,
        &Sheet {
            title: Title::about(page.initials.clone(), page.name.clone()),
            child: Some(&page.child),
            main,
            ..Sheet::default()
        },
    )
}

fn offers(group: &FormGroup, own: &str) -> Markup {
    html! {
        ul.on-plain {
            @for offer in &group.offers {
                li {
                    @if offer.several {
                        button.on-btn.on-btn--2.on-btn--s formaction={ "/forms/" (offer.form) } { (offer.title) }
                    } @else {
                        a href={ "/forms/" (offer.form) "?about=" (own) } { (offer.title) }
                    }
                    @if !offer.why.is_empty() { br; span.on-small.on-quiet { (offer.why) } }
                }
            }
        }
    }
}
