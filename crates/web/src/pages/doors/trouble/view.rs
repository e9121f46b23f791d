//! Our fault, and what still works.

use maud::{Markup, html};

use crate::components::card::{Fact, card};
use crate::components::panel::Level;
use crate::components::{Frame, Sheet, Title};

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct TroublePage {
    /// What happened, in words a worker can use: "The record could not be written."
    pub happened: String,
    /// What became of what was typed: "Your draft of 2:31pm is kept."
    pub kept: String,
    /// What still works.
    pub works: Vec<String>,
    /// A number to quote when ringing.
    pub number: String,
    /// Whom to ring.
    pub help: Vec<Fact>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &TroublePage) -> Markup {
    let main = html! {
        div.on-narrow {
            h1 { "Something has gone wrong on our side" }
            p.on-lead { (page.happened) @if !page.kept.is_empty() { " " (page.kept) } }
            @if !page.works.is_empty() {
                section.on-panel { h2 { "What still works" } ul { @for one in &page.works { li { (one) } } } }
            }
            @if page.help.is_empty() {
                p { strong { "If a child may be at risk, do not wait for us: " } "ring your manager or the duty manager now." }
            } @else { (card(Level::Two, "If a child may be at risk, do not wait for us", "", &page.help)) }
            @if !page.number.is_empty() { p.on-small.on-quiet { "If you ring us about this, say " (page.number) "." } }
            p { a href="/work" { "Go to your own work" } }
        }
    };
    let title = Title { error: true, ..Title::page("Something has gone wrong") };
    crate::components::frame::page(frame, &Sheet { title, main, ..Sheet::default() })
}
