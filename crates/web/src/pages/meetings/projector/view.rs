//! One item of a meeting on the room's own screen: only what this room may hear.

use maud::{Markup, html};

use super::super::agenda::AgendaItem;
use crate::components::frame::{Chrome, form_token};
use crate::components::prose::Prose;
use crate::components::saved::saved;
use crate::components::table::{Column, Row, Table, table};
use crate::components::words::{OwnWords, own_words};
use crate::components::{Frame, Sheet, Title, User};

/// What is on the screen.
#[derive(Clone, Debug)]
pub enum OnScreen {
    /// A table: its heads, the widths of its columns in hundredths (0: free), its rows.
    Table(String, Vec<(String, u8)>, Vec<Vec<String>>),
    /// Points, each on its line.
    Points(Vec<Prose>),
    /// The children's own words alone.
    Words,
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct ProjectorPage {
    /// "Conference, Tuesday 24 March 2026".
    pub meeting: String,
    /// The writer's own page.
    pub leave_href: String,
    /// Where moving on is sent.
    pub action: String,
    /// "5 of 7".
    pub progress: String,
    /// "Does each child need a protection plan?".
    pub question: String,
    /// The matter itself.
    pub on_screen: OnScreen,
    /// What a child said of it.
    pub words: Vec<OwnWords>,
    /// The next item: its number and "Next: outline plan"; none at the end.
    pub next: Option<(String, String)>,
    /// The number of the item before; none at the start.
    pub back: Option<String>,
    /// "11:04:12am."
    pub saved_at: String,
    /// "Alan is writing; this screen follows him."
    pub saved_note: String,
    /// The agenda; its ids are item numbers.
    pub agenda: Vec<AgendaItem>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &ProjectorPage) -> Markup {
    let main = html! {
        p.on-progress { (page.progress) }
        h1 { (page.question) }
        (matter(&page.on_screen))
        @for words in &page.words { (own_words(words)) }
        form.on-actions action=(page.action) method="post" {
            (form_token(frame))
            @if let Some((item, words)) = &page.next { button.on-btn name="go" value=(item) { (words) } }
            @if let Some(item) = &page.back { button.on-btn.on-btn--2 name="go" value=(item) { "Back" } }
            (saved(&page.saved_at, &page.saved_note))
        }
        nav.on-section aria-label="Agenda" {
            ol.on-dots {
                @for item in &page.agenda {
                    li { a href={ (page.action) "?item=" (item.id) } aria-current=[item.now.then_some("step")] { (item.words) } }
                }
            }
        }
    };
    // The screen belongs to the room: where the writer's name would stand, the way back does.
    let user = User {
        name: "Leave the projector view".into(),
        role: page.meeting.clone(),
        href: page.leave_href.clone(),
    };
    let frame = Frame { user: Some(user), ..frame.clone() };
    let sheet =
        Sheet { title: Title::page("meeting screen"), chrome: Chrome::Projector, main, ..Sheet::default() };
    crate::components::frame::page(&frame, &sheet)
}

fn matter(shown: &OnScreen) -> Markup {
    match shown {
        OnScreen::Table(caption, heads, rows) => {
            let columns = heads.iter().map(|(head, width)| Column::new(head.clone()).width(*width)).collect();
            let mut drawn = Table::new(caption.clone(), columns);
            drawn.rows = rows
                .iter()
                .map(|row| Row::Cells(row.iter().map(|words| html! { (words) }).collect()))
                .collect();
            table(&drawn)
        }
        OnScreen::Points(points) => html! { ul { @for point in points { li { (point) } } } },
        OnScreen::Words => html! {},
    }
}
