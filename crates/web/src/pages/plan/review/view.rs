//! The plan looked at again: what changed is marked, what did not says so, and hints stand in the margin.

use maud::{Markup, html};

use crate::components::crumbs::{Crumb, crumbs};
use crate::components::errors::error_summary;
use crate::components::form::{FormSheet, actions, form, part, question};
use crate::components::log::{LogLine, log};
use crate::components::notice::{NoticeKind, notice};
use crate::components::panel::{Level, panel};
use crate::components::plan::{Outcome, plan};
use crate::components::prose::Prose;
use crate::components::segments::{Segment, segments};
use crate::components::stats::{Stat, stats};
use crate::components::title::{print_line, title};
use crate::components::{ChildHeader, Frame, Place, Sheet, Title};

/// Whether the review was in time, said in a notice.
#[derive(Clone, Debug)]
pub struct InTime {
    /// True when it was.
    pub met: bool,
    /// "Held in time".
    pub heading: String,
    /// On which working day; when it was due.
    pub words: Prose,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct ReviewPage {
    /// The child whose record this is.
    pub child: ChildHeader,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// "M N".
    pub initials: String,
    /// "Plan, reviewed at the first core group".
    pub heading: String,
    /// When, for whom, where the family's copy is.
    pub summary: Prose,
    /// Changes marked, clean, as agreed.
    pub shown: Vec<Segment>,
    /// How many changed, are under way, are late, are worth a second look.
    pub counts: Vec<Stat>,
    /// "Plan with changes since 24 March 2026".
    pub caption: String,
    /// The plan.
    pub outcomes: Vec<Outcome>,
    /// True when hints are shown beside it.
    pub hints: bool,
    /// What is asked of the review; none for those who only read.
    pub sheet: Option<FormSheet>,
    /// In time or not.
    pub in_time: Option<InTime>,
    /// What comes next.
    pub next: Vec<LogLine>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &ReviewPage) -> Markup {
    let mistakes = page.sheet.as_ref().map(|sheet| (sheet.mistakes.as_slice(), sheet.mistakes_note.as_str()));
    let (mistakes, note) = mistakes.unwrap_or_default();
    let main = html! {
        (print_line(&page.child.name, &page.heading))
        (crumbs(&page.crumbs))
        (error_summary(mistakes, note))
        (title(&page.heading, &page.summary, &segments("Show", &page.shown)))
        @if !page.counts.is_empty() { (stats(&page.counts)) }
        (plan(&page.caption, &page.outcomes, page.hints))
        // A plan being written needs the whole width for its tables.
        @if page.sheet.is_some() { (beside(page)) (asked(frame, page)) } @else { (beside(page)) }
    };
    let title = Title { error: !mistakes.is_empty(), ..Title::about(&page.initials, "plan review") };
    let sheet = Sheet { title, place: Some(Place::Work), child: Some(&page.child), main, ..Sheet::default() };
    crate::components::frame::page(frame, &sheet)
}

fn asked(frame: &Frame, page: &ReviewPage) -> Markup {
    html! {
        div {
            @if let Some(sheet) = &page.sheet {
                (form(frame, sheet, "", &html! {
                    @for asked in &sheet.shared.questions { (question(asked)) }
                    @for child in sheet.children.iter().filter(|child| !child.questions.is_empty()) { (part(child)) }
                    (actions(sheet))
                }))
            }
        }
    }
}

fn beside(page: &ReviewPage) -> Markup {
    html! {
        aside aria-label="About this review" {
            @if let Some(in_time) = &page.in_time {
                @let kind = if in_time.met { NoticeKind::Met } else { NoticeKind::Mend };
                (notice(kind, &in_time.heading, std::slice::from_ref(&in_time.words)))
            }
            (panel(Level::Two, "Next", &log(&page.next, "Nothing is booked.")))
        }
    }
}
