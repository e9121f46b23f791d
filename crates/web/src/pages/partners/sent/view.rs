//! What a partner has sent.

use maud::{Markup, html};

use crate::components::table::{Column, Table, linked, table};
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Title};

/// One message.
#[derive(Clone, Debug, Default)]
pub struct SentLine {
    /// Its reference.
    pub reference: String,
    /// The children it names, by given name.
    pub about: String,
    /// When it was sent.
    pub when: String,
    /// The team that has it.
    pub team: String,
    /// How it goes.
    pub stage: String,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct SentPage {
    /// Each message, the latest first.
    pub lines: Vec<SentLine>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &SentPage) -> Markup {
    let beneath = "What you have sent us, and how it goes.";
    let columns = ["About", "Sent", "With", "How it goes"].map(Column::new).into_iter().collect();
    let rows = page.lines.iter().map(|line| {
        vec![
            linked(&line.about, &format!("/partners/receipt/{}", line.reference), &line.reference),
            html! { (line.when) },
            html! { (line.team) },
            html! { (line.stage) },
        ]
    });
    let main = html! {
        (title("Tell us about a child", &beneath, &html! {}))
        p { a.on-btn href="/partners/referral" { "Write to us about a child" } }
        p { a href="/threshold" { "What we look for: the threshold document" } }
        @if page.lines.is_empty() { p.on-quiet { "You have sent nothing yet." } }
        @else { (table(&Table::new("Messages, the latest first", columns).rows(rows))) }
    };
    let title = Title::page("What you have sent");
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::FrontDoor), main, ..Sheet::default() },
    )
}
