//! Who may see this record, and who has: the same page the young person can read.

use maud::{Markup, html};

use crate::components::button::{Button, link_button};
use crate::components::pages::{Pages, pages};
use crate::components::panel::{Level, panel, section};
use crate::components::prose::Prose;
use crate::components::segments::{Segment, segments};
use crate::components::table::{Column, Table, linked, table};
use crate::components::tag::tags;
use crate::components::title::title;
use crate::components::{ChildHeader, Frame, Sheet, Tag, Title, Why, why};

/// Somebody who may open the record.
#[derive(Clone, Debug)]
pub struct MaySee {
    /// A person or a role.
    pub who: String,
    /// What they are to the child.
    pub part: String,
    /// What they may see.
    pub what: String,
    /// By what: allocation, role, meeting, break-glass; and until when.
    pub because: String,
}

/// One time the record was opened.
#[derive(Clone, Debug)]
pub struct Seen {
    /// "Thu 26 Mar, 2:31pm".
    pub when: String,
    /// "Hannah Pascoe".
    pub who: String,
    /// "Social worker, West team".
    pub role: String,
    /// "Read the story and the plan".
    pub did: String,
    /// Why that was allowed.
    pub because: Prose,
    /// Break-glass, printed, left the building.
    pub tags: Vec<Tag>,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct AccessPage {
    /// Who it is about.
    pub child: ChildHeader,
    /// "M N".
    pub initials: String,
    /// "Opened 64 times by 9 people since 2 March 2026."
    pub summary: String,
    /// Spans of time, or kinds of act.
    pub shown: Vec<Segment>,
    /// Who may see.
    pub may: Vec<MaySee>,
    /// How that is worked out.
    pub may_why: Option<Why>,
    /// Who has seen, newest first.
    pub seen: Vec<Seen>,
    /// Which page of it.
    pub pages: Pages,
    /// Restrictions in force, and by whose decision.
    pub restrictions: Vec<Prose>,
    /// What must not be told to whom.
    pub must_not_know: Vec<Prose>,
    /// What can be done here: restrict, give access.
    pub acts: Vec<Button>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &AccessPage) -> Markup {
    let name = &page.child.forename;
    let main = html! {
        (title(&format!("Who can see {name}’s record"), &page.summary, &segments("What to show", &page.shown)))
        div.on-split {
            div {
                (section("may", "Who may see it", Some(page.may.len()), &may(page)))
                (section("seen", "Who has seen it", None, &seen(page)))
            }
            aside aria-label="Restrictions" {
                (panel(Level::Two, "Restrictions", &list(&page.restrictions, "None. Everyone with a part in the work may open it.")))
                (panel(Level::Two, "Who must not know what", &list(&page.must_not_know, "Nothing is marked.")))
                @if !page.acts.is_empty() { div.on-row { @for act in &page.acts { (link_button(act)) } } }
            }
        }
    };
    let title = Title::about(page.initials.clone(), "access");
    crate::components::frame::page(
        frame,
        &Sheet { title, child: Some(&page.child), main, ..Sheet::default() },
    )
}

fn list(shown: &[Prose], when_empty: &str) -> Markup {
    html! {
        @if shown.is_empty() { p.on-small.on-quiet { (when_empty) } }
        @else { ul.on-plain.on-small { @for one in shown { li { (one) } } } }
    }
}

fn may(page: &AccessPage) -> Markup {
    let columns = vec![Column::new("Who").width(30), Column::new("What").width(30), Column::new("Because")];
    let rows = page
        .may
        .iter()
        .map(|one| vec![linked(&one.who, "", &one.part), html! { (one.what) }, html! { (one.because) }]);
    html! {
        (table(&Table::new("Who may see this record", columns).rows(rows)))
        @if let Some(because) = &page.may_why { (why(because)) }
    }
}

fn seen(page: &AccessPage) -> Markup {
    let columns = vec![
        Column::new("When").width(20),
        Column::new("Who").width(25),
        Column::new("What they did"),
        Column::new("Why they might").short("Why").width(25),
    ];
    let rows = page.seen.iter().map(|one| {
        vec![
            html! { (one.when) },
            html! { (one.who) small { (one.role) } },
            html! { (one.did) " " (tags(&one.tags)) },
            html! { (one.because) },
        ]
    });
    html! {
        @if page.seen.is_empty() { p.on-quiet { "Nobody has opened it in this time." } }
        @else {
            (table(&Table::new("Who has seen this record, newest first", columns).rows(rows)))
            (pages(&page.pages))
        }
    }
}
