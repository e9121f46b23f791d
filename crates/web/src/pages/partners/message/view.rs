//! One message, with a form for each child of it.

use maud::{Markup, html};

use crate::components::button::{Button, small_link_button, submit};
use crate::components::card::{Fact, facts};
use crate::components::errors::{Mistake, error_summary};
use crate::components::fields::{Choice, Field, TextAnswer, radios, select, text};
use crate::components::frame::form_token;
use crate::components::notice::{NoticeKind, notice};
use crate::components::options::{Choosable, options};
use crate::components::panel::section;
use crate::components::prose::Prose;
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Tag, Title, Tone, tag};

/// One child of a message.
#[derive(Clone, Debug, Default)]
pub struct ChildTaken {
    /// 1 for the first.
    pub number: usize,
    /// The name.
    pub name: String,
    /// The birth.
    pub beneath: String,
    /// What worries the sender.
    pub worry: String,
    /// Whether it tells of possible harm.
    pub harm: bool,
    /// What was done, by whom and when. Empty: nothing yet.
    pub done: String,
    /// The child's record, once known.
    pub record: String,
    /// Who the child may be.
    pub likely: Vec<Choosable>,
    /// How many restricted records match too.
    pub restricted: usize,
    /// How serious it is.
    pub ratings: Vec<Choice>,
    /// What may be done.
    pub outcomes: Vec<Choice>,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct MessagePage {
    /// The entry that received it.
    pub entry: String,
    /// The children it names.
    pub title: String,
    /// The team and the age.
    pub summary: String,
    /// Who sent it, when, how to reach them.
    pub facts: Vec<Fact>,
    /// What happened.
    pub what_happened: String,
    /// Whether nobody has read it.
    pub unread: bool,
    /// Grades to choose from, for a police notice that has none.
    pub ratings: Vec<Choice>,
    /// Whether a document came with it.
    pub document: bool,
    /// Earlier notices about the household: address and words.
    pub earlier: Vec<(String, String)>,
    /// Whether it names no child and waits.
    pub whole: bool,
    /// Each child.
    pub children: Vec<ChildTaken>,
    /// What to mend.
    pub mistakes: Vec<Mistake>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &MessagePage) -> Markup {
    let action = |what: &str| format!("/front-door/messages/{}/{what}", page.entry);
    let main = html! {
        (error_summary(&page.mistakes, "Nothing has been recorded."))
        (title(&page.title, &page.summary, &html! {
            @if page.unread {
                form method="post" action=(action("read")) {
                    (form_token(frame))
                    (submit("Mark as read", false, None))
                }
            }
        }))
        (section("said", "What was sent", None, &html! {
            p { (page.what_happened) }
            (facts(&page.facts))
            @if page.document { p { a href=(action("document")) { "The document that came with it" } } }
        }))
        @if !page.earlier.is_empty() {
            (section("earlier", "Earlier notices about this household", Some(page.earlier.len()), &html! {
                ul { @for (href, words) in &page.earlier { li { a href=(href) { (words) } } } }
            }))
        }
        @if !page.ratings.is_empty() { (grading(frame, page, &action("grade"))) }
        div id="children" {
            @for child in &page.children { (one_child(frame, page, child, &action("take"))) }
            @if page.whole { (nobody_named(frame, page, &action("take"))) }
        }
        p { a href="/front-door/messages" { "Back to the messages" } }
    };
    let title = Title { error: !page.mistakes.is_empty(), ..Title::page("A message from a partner") };
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::FrontDoor), main, ..Sheet::default() },
    )
}

fn error(page: &MessagePage, field: &str) -> String {
    let found = page.mistakes.iter().find(|mistake| mistake.field == field);
    found.map(|mistake| mistake.words.clone()).unwrap_or_default()
}

fn grading(frame: &Frame, page: &MessagePage, action: &str) -> Markup {
    section(
        "grading",
        "Grade the risk",
        None,
        &html! {
            form method="post" action=(action) {
                (form_token(frame))
                (radios(&Field::new("rating", "How serious is it?").hint("Graded on the day it came.").error(error(page, "rating")), &page.ratings, false))
                (text(&Field::new("grade_reason", "Why?").optional(), &TextAnswer::default()))
                (submit("Grade", true, None))
            }
        },
    )
}

fn one_child(frame: &Frame, page: &MessagePage, child: &ChildTaken, action: &str) -> Markup {
    let field = |name: &str, label: &str| {
        let name = format!("{name}-{}", child.number);
        Field::new(name.clone(), label).error(error(page, &name))
    };
    section(
        &format!("child-{}", child.number),
        &child.name,
        None,
        &html! {
            p.on-quiet { (child.beneath) }
            p { @if child.harm { (tag(&Tag::new(Tone::Overdue, "Possible harm"))) " " } (child.worry) }
            @if child.done.is_empty() {
                form method="post" action=(action) {
                    (form_token(frame))
                    input type="hidden" name="number" value=(child.number);
                    @let wrong = error(page, &format!("person-{}", child.number));
                    @let before = html! {
                    @if child.restricted > 0 {
                        (notice(NoticeKind::Restricted, "", &[Prose::new()
                            .strong("A restricted record matches too.")
                            .text(" You may not see whose it is. Ask your manager before you make a new record.")]))
                    }
                    @if !wrong.is_empty() { p.on-error { (wrong) } }
                };
                    (options(&format!("person-{}", child.number), "Is this somebody we know?", false, &before, &child.likely))
                    (select(&field("rating", "How serious is it, as first heard?"), &child.ratings))
                    (select(&field("outcome", "What is done?"), &child.outcomes))
                    (text(&field("reason", "Why, if it is not taken as a contact").optional(), &TextAnswer::default()))
                    button.on-btn { "Take up " (child.name) }
                }
            } @else {
                p { (child.done) }
                @if !child.record.is_empty() {
                    p {
                        a href={ "/people/" (child.record) } { "Open the record" } " "
                        (small_link_button(&Button::secondary("Screen", format!("/forms/screening?about={}", child.record)).about(child.name.clone()))) " "
                        (small_link_button(&Button::secondary("Hand over to the day team", format!("/forms/handover?about={}", child.record)).about(child.name.clone())))
                    }
                }
            }
        },
    )
}

/// A message that names no child is answered as a whole.
fn nobody_named(frame: &Frame, page: &MessagePage, action: &str) -> Markup {
    let reason = Field::new("reason-1", "Why is it not for this service?").error(error(page, "reason-1"));
    html! {
        form method="post" action=(action) {
            (form_token(frame))
            input type="hidden" name="number" value="1";
            input type="hidden" name="outcome-1" value="not_for_us";
            p { "It names no child. Ask its sender, and take a contact for each child; then say so here." }
            (text(&reason, &TextAnswer::default()))
            (submit("Nothing more to do", false, None))
        }
    }
}
