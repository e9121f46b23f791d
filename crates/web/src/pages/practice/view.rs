//! What practice here does otherwise: a summary, then part by part.

use maud::{Markup, html};

use crate::components::crumbs::{Crumb, crumbs};
use crate::components::panel::section;
use crate::components::segments::{Segment, segments};
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Title};

/// The differences of one process, or of the limits, the names or the reports.
#[derive(Clone, Debug)]
pub struct PracticePart {
    /// What the process is called.
    pub heading: String,
    /// How many differences it has.
    pub count: usize,
    /// The differences, those of one form together beneath what it is called; an empty name for the process itself.
    pub forms: Vec<(String, Vec<String>)>,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct PracticePage {
    /// "Practice here, beside England’s".
    pub title: String,
    /// Beside whose practice.
    pub beside: Vec<Segment>,
    /// How much is otherwise, and of what kind.
    pub summary: Vec<String>,
    /// What is said when nothing is.
    pub empty: String,
    /// The differences.
    pub parts: Vec<PracticePart>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &PracticePage) -> Markup {
    let (lead, rest) =
        page.summary.split_first().map_or((page.empty.as_str(), &[][..]), |(lead, rest)| (lead, rest));
    let main = html! {
        (crumbs(&[Crumb::new("Performance", "/performance"), Crumb::new(page.title.clone(), "")]))
        (title(&page.title, &"What a council decides for itself is kept in files; this is read from them.", &segments("Beside", &page.beside)))
        p.on-lead { (lead) }
        @if !rest.is_empty() { ul { @for says in rest { li { (says) } } } }
        div.on-halves {
            @for (place, part) in page.parts.iter().enumerate() {
                (section(&format!("part-{place}"), &part.heading, Some(part.count), &differences(part)))
            }
        }
    };
    let title = Title::page(page.title.clone());
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::Performance), main, ..Sheet::default() },
    )
}

fn differences(part: &PracticePart) -> Markup {
    html! {
        @for (form, says) in &part.forms {
            @if !form.is_empty() { h3 { "The form “" (form) "”" } }
            ul { @for says in says { li { (says) } } }
        }
    }
}
