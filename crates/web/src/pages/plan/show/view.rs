//! The plan on a page: what we fear, what must be seen, who does what, and the parents' own words.

use maud::{Markup, html};

use crate::components::button::{Button, small_link_button};
use crate::components::card::{Fact, facts};
use crate::components::chart::{LineChart, line_chart};
use crate::components::log::{LogLine, log};
use crate::components::notice::{NoticeKind, notice};
use crate::components::panel::{Level, panel, section};
use crate::components::plan::{Outcome, plan};
use crate::components::prose::Prose;
use crate::components::segments::{Segment, segments};
use crate::components::table::{Column, Table, table};
use crate::components::title::{print_line, title};
use crate::components::words::{OwnWords, own_words};
use crate::components::{ChildHeader, Frame, Place, Sheet, Title};

/// Something the child is in danger of.
#[derive(Clone, Debug)]
pub struct DangerShown {
    /// Who is worried, what may happen, to whom, and what harm would follow.
    pub statement: String,
    /// What must be seen, by whom, for how long.
    pub goal: String,
    /// "4 of 10; it was 3". Empty when nobody has said.
    pub scale: String,
}

/// Somebody's version of the plan in their own words.
#[derive(Clone, Debug)]
pub struct InTheirWords {
    /// "Kerra, read with Hannah on Wed 25 March".
    pub whose: String,
    /// What they said of it.
    pub words: String,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct PlanPage {
    /// The child whose record this is.
    pub child: ChildHeader,
    /// "M N".
    pub initials: String,
    /// "Child protection plan".
    pub heading: String,
    /// Since when, for whom, who wrote it, who approved it.
    pub summary: Prose,
    /// Ways of showing: marked, clean, as agreed.
    pub shown: Vec<Segment>,
    /// What is wrong with the plan: nobody approved it, no parent has read it.
    pub mend: Vec<Prose>,
    /// What the child says.
    pub said: Vec<OwnWords>,
    /// What the child is in danger of.
    pub dangers: Vec<DangerShown>,
    /// How safe the child was said to be, over time.
    pub safety: Option<LineChart>,
    /// What will be done.
    pub outcomes: Vec<Outcome>,
    /// The family's own words for it.
    pub their_words: Vec<InTheirWords>,
    /// Category, visits, contingency, bottom line, the child's part.
    pub facts: Vec<Fact>,
    /// What comes next.
    pub next: Vec<LogLine>,
    /// Buttons: review, print, the family's copy.
    pub acts: Vec<Button>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &PlanPage) -> Markup {
    let main = html! {
        (print_line(&page.child.name, &page.heading))
        (title(&page.heading, &page.summary, &segments("Show", &page.shown)))
        @if !page.mend.is_empty() { (notice(NoticeKind::Mend, "Something to mend", &page.mend)) }
        @if page.outcomes.is_empty() && page.dangers.is_empty() {
            p { "No plan is written yet. The core group writes it, and a manager approves it." }
        }
        p.on-row { @for act in &page.acts { (small_link_button(act)) } }
        @if !page.said.is_empty() { div.on-cols.on-section { @for said in &page.said { (own_words(said)) } } }
        @if !page.dangers.is_empty() { (section("dangers", "What we fear, and what must be seen", None, &dangers(page))) }
        @if let Some(safety) = &page.safety { (section("safety", &safety.title, None, &line_chart(safety))) }
        @if !page.outcomes.is_empty() {
            (section("actions", "What will happen", None, &plan("What will happen, by whom, by when", &page.outcomes, false)))
        }
        div.on-split {
            (section("theirs", "In the family’s own words", None, &html! {
                @if page.their_words.is_empty() {
                    p.on-quiet { "No parent has put it in their own words yet. Ask them when you read it together." }
                }
                @for one in &page.their_words {
                    div.on-side { p { (one.words) } p.on-small.on-quiet { (one.whose) } }
                }
            }))
            aside aria-label="About this plan" {
                (panel(Level::Two, "About this plan", &facts(&page.facts)))
                (panel(Level::Two, "Next", &log(&page.next, "Nothing is booked.")))
            }
        }
    };
    let title = Title::about(&page.initials, "plan");
    let sheet = Sheet { title, place: Some(Place::Work), child: Some(&page.child), main, ..Sheet::default() };
    crate::components::frame::page(frame, &sheet)
}

fn dangers(page: &PlanPage) -> Markup {
    let columns = vec![
        Column::new("What we fear may happen").short("Fear"),
        Column::new("What must be seen before we step back").short("Must be seen"),
        Column::new("How safe now").short("Safe now").width(15),
    ];
    let rows = page.dangers.iter().map(|danger| {
        vec![
            html! { (danger.statement) },
            html! { (danger.goal) },
            html! {
                @if danger.scale.is_empty() { span.on-quiet { "Not yet said" } } @else { (danger.scale) }
            },
        ]
    });
    table(&Table { class: "on-reading", ..Table::new("Dangers and safety goals", columns).rows(rows) })
}
