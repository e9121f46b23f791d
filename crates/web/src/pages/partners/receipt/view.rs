//! A receipt with its reference, and what has happened since.

use maud::{Markup, html};

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
