//! Everyone in a child's life: picture, list, homes, professionals.

use calendar::display;
use maud::{Markup, html};

use crate::components::as_at::AsAtBanner;
use crate::components::button::{Button, link_button};
use crate::components::gates::{Gate, gates};
use crate::components::genogram::{Family, genogram};
use crate::components::panel::{Level, panel, section};
use crate::components::prose::Prose;
use crate::components::segments::{Segment, segments};
use crate::components::table::{Column, Table, linked, table};
use crate::components::title::title;
use crate::components::words::{OwnWords, own_words};
use crate::components::{ChildHeader, Frame, Sheet, Title};

/// One relationship to the child.
#[derive(Clone, Debug, Default)]
pub struct Relationship {
    /// "Tamsin Rickard".
    pub name: String,
    /// Her own record; empty when there is none or it may not be opened.
    pub href: String,
    /// "mother, 34".
    pub part: String,
    /// Whether she has parental responsibility, and since when.
    pub responsibility: Prose,
    /// Where she is now, and how they meet.
    pub now: Prose,
    /// Whether somebody has spoken with her, or agreed not to.
    pub spoken_with: Prose,
    /// What to mind: who must not be told what.
    pub to_mind: Prose,
    /// A softer line beneath that. May be empty.
    pub to_mind_note: String,
}

/// One home.
#[derive(Clone, Debug)]
pub struct Home {
    /// "10 Jan 2026".
    pub from: String,
    /// "to today".
    pub to: String,
    /// "3 Well Lane, St Erth".
    pub place: String,
    /// Who was there.
    pub who: Prose,
    /// What the child's standing was there.
    pub standing: Prose,
}

/// Somebody who works with the child.
#[derive(Clone, Debug)]
pub struct Professional {
    /// "Vivian Lean".
    pub name: String,
    /// "independent reviewing officer".
    pub part: String,
    /// A telephone number.
    pub telephone: String,
    /// What this person may see.
    pub may_see: String,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct FamilyPage {
    /// Who it is about.
    pub child: ChildHeader,
    /// "L R".
    pub initials: String,
    /// Set while a past moment is on screen.
    pub as_at: Option<AsAtBanner>,
    /// "As at Thursday 26 March 2026. One person is sealed to your role."
    pub summary: String,
    /// "her", "his", "their": used in headings.
    pub their: String,
    /// "her", "him", "them".
    pub them: String,
    /// "Who she says matters".
    pub matters_heading: String,
    /// The family.
    pub family: Family,
    /// What the child says of who matters.
    pub words: Option<OwnWords>,
    /// Days and prohibitions to remember.
    pub keep_in_mind: Vec<Prose>,
    /// What is out of date or was never asked.
    pub to_mend: Vec<Gate>,
    /// Everyone, nearest first; sealed people last, in the same words for everyone.
    pub relationships: Vec<Relationship>,
    /// Homes, newest first.
    pub homes: Vec<Home>,
    /// Those who work with the child.
    pub professionals: Vec<Professional>,
    /// What can be done here.
    pub acts: Vec<Button>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &FamilyPage) -> Markup {
    let name = &page.child.forename;
    let ways = [Segment::new("Picture", "#picture", true), Segment::new("List", "#list", false)];
    let their = display::capital(&page.their);
    let picture = html! {
        section.on-panel aria-labelledby="picture" { h2 #picture { (their) " family" } (genogram(&page.family)) }
    };
    let main = html! {
        (title(&format!("People in {name}’s life"), &page.summary, &segments("How to show people", &ways)))
        @if page.words.is_some() || !page.keep_in_mind.is_empty() || !page.to_mend.is_empty() {
            div.on-pair { (picture) div { (beside(page)) } }
        } @else { (picture) }
        (section("list", &format!("Relationships to {name}"), None, &relationships(page)))
        @if !page.homes.is_empty() {
            (section("homes", &format!("Who lived with {}, and when", page.them), None, &homes(page)))
        }
        (section("professionals", &format!("People who work with {}", page.them), None, &professionals(page)))
    };
    let title = Title::about(page.initials.clone(), "people");
    crate::components::frame::page(
        frame,
        &Sheet { title, child: Some(&page.child), as_at: page.as_at.as_ref(), main, ..Sheet::default() },
    )
}

fn beside(page: &FamilyPage) -> Markup {
    html! {
        @if let Some(words) = &page.words { (panel(Level::Two, &page.matters_heading, &own_words(words))) }
        @if !page.keep_in_mind.is_empty() {
            (panel(Level::Two, "To keep in mind", &html! { ul { @for one in &page.keep_in_mind { li { (one) } } } }))
        }
        @if !page.to_mend.is_empty() { (panel(Level::Two, "To mend", &gates(&page.to_mend))) }
    }
}

fn relationships(page: &FamilyPage) -> Markup {
    let columns = vec![
        Column::new("Person").width(25),
        Column::new("Parental responsibility").short("Parental resp.").width(20),
        Column::new("Now"),
        Column::new("Spoken with?").width(15),
        Column::new("To mind").width(15),
    ];
    let rows = page.relationships.iter().map(|one| {
        vec![
            linked(&one.name, &one.href, &one.part),
            html! { (one.responsibility) },
            html! { (one.now) },
            html! { (one.spoken_with) },
            html! { (one.to_mind) @if !one.to_mind_note.is_empty() { small { (one.to_mind_note) } } },
        ]
    });
    table(&Table::new(format!("Relationships to {}", page.child.forename), columns).rows(rows))
}

fn homes(page: &FamilyPage) -> Markup {
    let columns = vec![
        Column::new("From").width(15),
        Column::new("Where").width(25),
        Column::new("Who was there"),
        Column::new("Standing").width(20),
    ];
    let rows = page.homes.iter().map(|home| {
        vec![
            linked(&home.from, "", &home.to),
            html! { (home.place) },
            html! { (home.who) },
            html! { (home.standing) },
        ]
    });
    table(&Table::new(format!("Who lived with {}, newest first", page.child.forename), columns).rows(rows))
}

fn professionals(page: &FamilyPage) -> Markup {
    let columns =
        vec![Column::new("Person").width(30), Column::new("Phone").width(20), Column::new("May see")];
    let rows = page.professionals.iter().map(|one| {
        vec![linked(&one.name, "", &one.part), html! { (one.telephone) }, html! { (one.may_see) }]
    });
    let caption = format!("People who work with {}", page.child.forename);
    html! {
        @if page.professionals.is_empty() { p.on-quiet { "Nobody is named yet." } }
        @else { (table(&Table::new(caption, columns).rows(rows))) }
        @if page.as_at.is_none() && !page.acts.is_empty() {
            div.on-row { @for act in &page.acts { (link_button(act)) } }
        }
    }
}
