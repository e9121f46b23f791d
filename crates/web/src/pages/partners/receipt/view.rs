//! A receipt with its reference, and what has happened since.

use maud::{Markup, html};

use crate::components::fields::{Field, TextAnswer, textarea};
use crate::components::frame::form_token;
use crate::components::notice::{NoticeKind, notice};
use crate::components::title::title;
use crate::components::{Chrome, Frame, Place, Sheet, Title};

/// Something that happened to a message.
#[derive(Clone, Debug, Default)]
pub struct Step {
    /// When: “Friday 22 May 2026, 4:55pm”. Empty where it has not happened.
    pub when: String,
    /// What.
    pub words: String,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct ReceiptPage {
    /// The reference.
    pub reference: String,
    /// For a message to a closed team: who has it. May be empty.
    pub moved: String,
    /// What has happened, in order.
    pub steps: Vec<Step>,
    /// The stage, for systems: `received`, `read`, `taken_up`, `decided`.
    pub stage: String,
    /// Whether a decision was made that its sender may dispute.
    pub may_disagree: bool,
    /// Whether an answer was given that its sender may take to the next level.
    pub may_go_further: bool,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &ReceiptPage) -> Markup {
    let beneath = "Keep this reference: with it you may come back to this page and see how it goes.";
    let main = html! {
        div.on-narrow {
            (title("We have your message", &beneath, &html! {}))
            p { "Reference " strong { (page.reference) } }
            @if !page.moved.is_empty() { (notice(NoticeKind::Know, "", &[page.moved.as_str().into()])) }
            h2 { "How it goes" }
            ol {
                @for step in &page.steps {
                    li { (step.words) @if !step.when.is_empty() { ", " span.on-quiet { (step.when) } } }
                }
            }
            @if page.may_disagree {
                (disagree(frame, page, "raise", "If you disagree with the decision", "What do you disagree with, and what do you fear for the child?", "Send it to the team manager"))
            }
            @if page.may_go_further {
                (disagree(frame, page, "further", "If the answer is not enough", "Why is it not enough?", "Take it to the next level"))
            }
            @if frame.user.is_some() { p { a href="/partners" { "Everything you have sent" } } }
        }
    };
    let chrome = if frame.user.is_some() { Chrome::Whole } else { Chrome::SignedOut };
    crate::components::frame::page(
        frame,
        &Sheet {
            title: Title::page("We have your message"),
            place: Some(Place::FrontDoor),
            chrome,
            main,
            ..Sheet::default()
        },
    )
}

/// A disagreement with the decision, or with the answer to one: answered within a day, or the next level has it.
fn disagree(frame: &Frame, page: &ReceiptPage, act: &str, heading: &str, label: &str, send: &str) -> Markup {
    let why = Field::new("why", label).hint("You are answered within a day; if not, the next level has it by itself, up to the chair of the safeguarding board.");
    let asked = Field::new("asked_for", "What do you ask for?");
    html! {
        section.on-panel {
            h2 { (heading) }
            form action={ "/partners/receipt/" (page.reference) "/disagree" } method="post" {
                (form_token(frame))
                (textarea(&why, &TextAnswer::default()))
                @if act == "raise" { (textarea(&asked, &TextAnswer::default())) }
                div.on-actions { button.on-btn name="do" value=(act) { (send) } }
            }
        }
    }
}
