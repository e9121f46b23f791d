//! Search: one box, near matches, why each matched, and a new person only after them.

use maud::{Markup, html};

use crate::components::chips::{Chip, chips};
use crate::components::notice::{NoticeKind, notice};
use crate::components::pages::{Pages, pages};
use crate::components::panel::{boxed, section};
use crate::components::prose::Prose;
use crate::components::segments::{Segment, segments};
use crate::components::table::{Column, Row, Table, linked, table};
use crate::components::{Chrome, Frame, Place, Sheet, Tag, Title, Why, tag, why};

/// One person found.
#[derive(Clone, Debug)]
pub struct PersonFound {
    /// "Nance, Morwenna".
    pub name: String,
    /// Where it leads.
    pub href: String,
    /// "9 years 4 months (12 Nov 2016)".
    pub age: String,
    /// "Porthavel".
    pub place: String,
    /// "with Kerra, Jory, Tegen".
    pub with: String,
    /// Her standing: a tag, or plain words when there is none.
    pub standing: Result<Tag, String>,
    /// Her worker.
    pub worker: String,
    /// The worker's team, or whose child she is.
    pub team: String,
    /// Why it matched: a tag when it is not plain.
    pub matched: Result<Tag, String>,
    /// More about the match: "Tegen Nance until 2 Feb 2023". May be empty.
    pub matched_note: String,
}

/// People found at one address, or with no address in common.
#[derive(Clone, Debug)]
pub struct HouseholdFound {
    /// "14 Chapel Row, Porthavel"; empty when these people share no home.
    pub home: String,
    /// The people.
    pub people: Vec<PersonFound>,
}

/// A family or a document found.
#[derive(Clone, Debug)]
pub struct OtherFound {
    /// Its name.
    pub name: String,
    /// Where it leads.
    pub href: String,
    /// What it holds, or the words round the match with the match itself strong.
    pub beneath: Prose,
    /// A softer line. May be empty.
    pub note: String,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct SearchPage {
    /// What was searched for; empty before anything was.
    pub query: String,
    /// "12 matches for “nance”, and 1 that is restricted. Nearest first."
    pub summary: String,
    /// Kinds of result.
    pub kinds: Vec<Segment>,
    /// Filters in use.
    pub filters: Vec<Chip>,
    /// How names are matched.
    pub how: Option<Why>,
    /// People, by household.
    pub households: Vec<HouseholdFound>,
    /// How many people in all.
    pub people_count: usize,
    /// Which page of the people this is.
    pub pages: Pages,
    /// Families.
    pub families: Vec<OtherFound>,
    /// Documents.
    pub documents: Vec<OtherFound>,
    /// How many matches may not be seen.
    pub restricted: usize,
    /// Whom to ask about them: telephone and hours.
    pub ask: String,
    /// Where making a new record leads; empty when this role may not.
    pub new_href: String,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &SearchPage) -> Markup {
    let asked = !page.query.is_empty();
    let main = html! {
        div.on-title { div { h1 { "Search" } @if asked { p.on-quiet role="status" { (page.summary) } } } }
        (search_form(page))
        @if asked {
            div.on-row.on-section {
                (segments("Kind of result", &page.kinds))
                @if let Some(how) = &page.how { (why(how)) }
            }
            (chips(&page.filters, "", ""))
            @if page.people_count > 0 { (section("people", "People", Some(page.people_count), &people(page))) }
            (others(page))
            (restricted(page))
            (none_of_these(page))
        }
    };
    let title = Title::page("Search");
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::Search), chrome: Chrome::OwnSearch, main, ..Sheet::default() },
    )
}

fn search_form(page: &SearchPage) -> Markup {
    html! {
        form.on-search.on-search--page role="search" action="/search" {
            label for="q" { "Name, nickname, date of birth, any number, postcode or address" }
            input #q name="q" type="search" value=(page.query) autocomplete="off" spellcheck="false";
            button { "Search" }
        }
    }
}

fn people(page: &SearchPage) -> Markup {
    let mut drawn = Table::new(
        "People",
        vec![
            Column::new("Person").width(25),
            Column::new("Where, and with whom").short("Where").width(20),
            Column::new("Status"),
            Column::new("Worker").width(15),
            Column::new("Why it matched").short("Matched").width(20),
        ],
    );
    for household in &page.households {
        if !household.home.is_empty() {
            drawn.rows.push(Row::Group(household.home.clone()));
        }
        drawn.rows.extend(household.people.iter().map(person_row));
    }
    html! {
        (table(&drawn))
        @if !page.pages.showing.is_empty() { (pages(&page.pages)) }
    }
}

fn person_row(person: &PersonFound) -> Row {
    let either = |found: &Result<Tag, String>| {
        html! { @match found { Ok(shown) => (tag(shown)), Err(words) => (words) } }
    };
    let beneath = |words: &str| html! { @if !words.is_empty() { small { (words) } } };
    Row::Cells(vec![
        linked(&person.name, &person.href, &person.age),
        html! { (person.place) (beneath(&person.with)) },
        either(&person.standing),
        html! { (person.worker) (beneath(&person.team)) },
        html! { (either(&person.matched)) (beneath(&person.matched_note)) },
    ])
}

fn others(page: &SearchPage) -> Markup {
    let list = |id: &str, heading: &str, found: &[OtherFound]| {
        html! {
            @if !found.is_empty() {
                section.on-panel aria-labelledby=(id) {
                    h2 id=(id) { (heading) " " span.on-count { (found.len()) } }
                    @for one in found {
                        p { a href=(one.href) { strong { (one.name) } } br; (one.beneath) }
                        @if !one.note.is_empty() { p.on-small.on-quiet { (one.note) } }
                    }
                }
            }
        }
    };
    html! {
        @if !page.families.is_empty() || !page.documents.is_empty() {
            div.on-cols.on-section {
                (list("families", "Families", &page.families))
                (list("documents", "Documents", &page.documents))
            }
        }
    }
}

/// The same words for everyone, after every result, so that its place says nothing.
fn restricted(page: &SearchPage) -> Markup {
    if page.restricted == 0 {
        return html! {};
    }
    let matches = if page.restricted == 1 { "1 restricted match." } else { "Some restricted matches." };
    let words = Prose::new()
        .strong(matches)
        .text(" You may not see what it is, whom it is about, or why it matched. If a child may be at risk, ask ")
        .text(page.ask.clone())
        .text(". ")
        .link("/access/restricted", "What you can do");
    notice(NoticeKind::Restricted, "", &[words])
}

fn none_of_these(page: &SearchPage) -> Markup {
    let nothing = page.people_count == 0 && page.families.is_empty() && page.documents.is_empty();
    let inside = html! {
        p {
            "You have looked under “" (page.query) "” in every name we hold. Try a date of birth or an address first: "
            "one child with two records is how things get missed."
        }
        div.on-row {
            a.on-btn.on-btn--2 href=(page.new_href) { "None of these: add a new person" }
            span.on-saved { "Your search is kept with the new record, as the reason it was made." }
        }
    };
    let heading = if nothing { "Nobody by that name" } else { "None of these?" };
    html! { @if !page.new_href.is_empty() { (boxed("none", heading, &inside)) } }
}
