//! A child's story: one screen.

use maud::{Markup, html};

use crate::components::as_at::AsAtBanner;
use crate::components::card::{Fact, facts};
use crate::components::genogram::{Family, genogram};
use crate::components::log::{LogLine, log};
use crate::components::notice::{NoticeKind, notice};
use crate::components::panel::{Level, panel};
use crate::components::prose::Prose;
use crate::components::title::print_line;
use crate::components::words::{OwnWords, own_words};
use crate::components::{ChildHeader, Frame, Sheet, Title, Why, why};

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct StoryPage {
    /// Who it is about.
    pub child: ChildHeader,
    /// "M N".
    pub initials: String,
    /// Set while a past moment is on screen.
    pub as_at: Option<AsAtBanner>,
    /// Who printed this, what and when; shown on paper only.
    pub printed: (String, String),
    /// "Where she is", "Where he is", "Where they are".
    pub where_heading: String,
    /// Home, school, status.
    pub where_facts: Vec<Fact>,
    /// What stands first, since nobody should read on without it.
    pub mend: Vec<Prose>,
    /// What people are worried about.
    pub worries: Vec<Prose>,
    /// What is working.
    pub working: Vec<Prose>,
    /// The plan in three lines.
    pub plan: Vec<Prose>,
    /// The whole plan, when it was agreed, when it is next looked at.
    pub plan_note: Prose,
    /// What falls due, and what is booked.
    pub dates: Vec<LogLine>,
    /// Why those dates.
    pub dates_why: Option<Why>,
    /// What happened last.
    pub events: Vec<LogLine>,
    /// "In her own words".
    pub words_heading: String,
    /// Her latest words that may be shown.
    pub words: Option<OwnWords>,
    /// What to do when there are none: asked of the worker as something to mend.
    pub words_missing: Prose,
    /// "Her family".
    pub family_heading: String,
    /// Her family.
    pub family: Family,
    /// "People around her".
    pub around_heading: String,
    /// Professionals, and what must not be told to whom.
    pub around: Vec<Prose>,
}

/// Draws the page. A panel with nothing in it says what would be there.
#[must_use]
pub fn view(frame: &Frame, page: &StoryPage) -> Markup {
    let main = html! {
        (print_line(&page.printed.0, &page.printed.1))
        h1.on-hidden { (page.child.forename) "’s story" }
        @if !page.mend.is_empty() { (notice(NoticeKind::Mend, "Something to mend", &page.mend)) }
        div.on-story {
            div { (left(page)) }
            div { (middle(page)) }
            div { (right(page)) }
        }
    };
    let title = Title::about(page.initials.clone(), "story");
    crate::components::frame::page(
        frame,
        &Sheet { title, child: Some(&page.child), as_at: page.as_at.as_ref(), main, ..Sheet::default() },
    )
}

fn bullets(shown: &[Prose], when_empty: &str) -> Markup {
    html! {
        @if shown.is_empty() { p.on-quiet.on-small { (when_empty) } }
        @else { ul { @for one in shown { li { (one) } } } }
    }
}

fn left(page: &StoryPage) -> Markup {
    html! {
        (panel(Level::Two, &page.where_heading, &facts(&page.where_facts)))
        (panel(Level::Two, "What people are worried about", &bullets(
            &page.worries, "No worry is written down. A contact, an assessment or a conference writes one.")))
        (panel(Level::Two, "What is working", &bullets(
            &page.working, "Nothing is written down yet. Ask, and write it with the next visit.")))
    }
}

fn middle(page: &StoryPage) -> Markup {
    let plan = html! {
        @if page.plan.is_empty() { p.on-quiet.on-small { "There is no plan." } }
        @else { ol { @for line in &page.plan { li { (line) } } } }
        @if !page.plan_note.is_empty() { p.on-small { (page.plan_note) } }
    };
    let dates = html! {
        (log(&page.dates, "Nothing is due and nothing is booked."))
        @if let Some(because) = &page.dates_why { (why(because)) }
    };
    let events = html! {
        (log(&page.events, "Nothing is recorded yet."))
        p.on-small { a href={ (page.child.href) "/timeline" (page.child.moment_query) } { "Whole timeline" } }
    };
    html! {
        (panel(Level::Two, "The plan in three lines", &plan))
        (panel(Level::Two, "Next dates", &dates))
        (panel(Level::Two, "Last five events", &events))
    }
}

fn right(page: &StoryPage) -> Markup {
    let words = html! {
        @match &page.words {
            Some(words) => (own_words(words)),
            None => p.on-small { (page.words_missing) },
        }
    };
    let around = html! {
        @if page.around.is_empty() { p.on-quiet.on-small { "Nobody is named yet." } }
        @else { ul.on-plain.on-small { @for one in &page.around { li { (one) } } } }
    };
    html! {
        (panel(Level::Two, &page.words_heading, &words))
        @if !page.family.members.is_empty() { (panel(Level::Two, &page.family_heading, &genogram(&page.family))) }
        (panel(Level::Two, &page.around_heading, &around))
    }
}
