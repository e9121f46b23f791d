//! A second look at a decision on a contact: what was said, what came before and what was decided, beside the form.

use calendar::display;
use maud::{Markup, html};
use record::Choices;
use record::timeline::{Contact, ContactDecision};

use crate::components::Title;
use crate::components::card::{Fact, facts};
use crate::components::errors::error_summary;
use crate::components::form::{FormSheet, actions, form, form_page, part};
use crate::components::frame::Place;
use crate::components::panel::{Level, panel};
use crate::forms::{About, Opened, initials, sheet};
use crate::problem::Problem;

/// The page on which a decision is looked at again.
pub(crate) fn look(opened: &Opened) -> Result<Markup, Problem> {
    let about = opened.people.first();
    let reviewed = about.and_then(|about| Some((about, drawn(opened, about)?)));
    let told = html! {
        @if let Some((about, (contact, made))) = &reviewed { (decided(opened, about, contact, made)) (before(about, contact)) }
        @else { p.on-quiet { "No decision of this child’s waits for a second look." } }
    };
    beside(opened, "What was decided", &told)
}

/// A form at the front door with what there is to read beside it, under a name of its own.
pub(super) fn beside(opened: &Opened, label: &str, told: &Markup) -> Result<Markup, Problem> {
    let frame = opened.app.frame(Some(&opened.signed_in));
    let asked: FormSheet = sheet(opened);
    let name = opened.people.first().map(|about| about.name.clone()).unwrap_or_default();
    let inside = html! {
        @if !asked.shared.questions.is_empty() { (part(&asked.shared)) }
        @for child in &asked.children { (part(child)) }
        (actions(&asked))
    };
    let main = html! {
        (error_summary(&asked.mistakes, &asked.mistakes_note))
        @if let Some(notice) = &opened.notice { div.on-notice role="alert" { (notice) } }
        div.on-title { div { h1 { (opened.form.title) } p.on-lead { (name) } } }
        @if let Some(guidance) = &opened.form.guidance { p.on-hint { (guidance) } }
        div.on-split {
            div { (form(&frame, &asked, "", &inside)) }
            aside aria-label=(label) { (told) }
        }
    };
    let title = Title::about(initials(&name), opened.form.title.clone());
    Ok(form_page(&frame, &asked, title, Place::FrontDoor, main))
}

/// The decision to look at: the one the form names, or the last that was drawn and not yet looked at.
pub(crate) fn drawn(opened: &Opened, about: &About) -> Option<(Contact, ContactDecision)> {
    let named = opened.answers.children.get(&about.id).and_then(|part| part.get("decision"));
    let named = named.or_else(|| opened.answers.shared.get("decision"));
    let named = named.and_then(|answer| match answer {
        practice::Answer::One(id) => id.parse().ok(),
        _ => None,
    });
    let timeline = &about.around.timeline;
    let mut made =
        timeline.contacts.iter().flat_map(|contact| contact.decisions().map(move |made| (contact, made)));
    let found = match named {
        Some(id) => made.find(|(_, made)| made.by == id),
        None => {
            let waiting = rules::draw::waiting(&about.around.circle());
            made.filter(|(_, made)| waiting.contains(&made.by)).last()
        }
    };
    found.map(|(contact, made)| (contact.clone(), made.clone()))
}

fn decided(opened: &Opened, about: &About, contact: &Contact, made: &ContactDecision) -> Markup {
    let circle = about.around.circle();
    let words = |text: &Option<String>| text.clone().unwrap_or_else(|| "Not recorded.".to_owned());
    let who = made.decided_by.as_ref().map(|id| circle.name_of(id)).unwrap_or_default();
    let outcome = made.outcome.map(|one| opened.app.practice.label("ContactOutcome", one.code()).to_owned());
    let level = made.level_of_need.map(|one| opened.app.practice.label("LevelOfNeed", one.code()).to_owned());
    let said = contact.said.worry.clone().or_else(|| contact.said.what_happened.clone());
    let draw = rules::draw::drawn(&circle, contact, made)
        .map(|draw| format!("Drawn on {} {}.", display::full_date(draw.on), draw.why));
    let shown = [
        Fact::new("Said", format!("{} ({})", words(&said), display::full_date(contact.received.date()))),
        Fact::new(
            "Decided",
            format!("{}, {}", outcome.unwrap_or_default(), display::full_date(made.at.date())),
        ),
        Fact::new("By", who),
        Fact::new("Level of need", level.unwrap_or_else(|| "Not recorded".to_owned())),
        Fact::new("Why", words(&made.reason)),
        Fact::new("History weighed", words(&made.history_weighed)),
    ];
    panel(
        Level::Two,
        "The decision",
        &html! {
            @if let Some(draw) = draw { p.on-small.on-quiet { (draw) } }
            (facts(&shown))
        },
    )
}

/// What a contact told, and nothing of what was decided on it.
pub(super) fn told(contact: &Contact) -> Markup {
    let words = |text: &Option<String>| text.clone().unwrap_or_else(|| "Not recorded.".to_owned());
    let shown = [
        Fact::new("Came", display::full_date(contact.received.date())),
        Fact::new("What happened", words(&contact.said.what_happened)),
        Fact::new("Worry", words(&contact.said.worry)),
    ];
    panel(Level::Two, "The contact", &html! { (facts(&shown)) })
}

/// Every other contact about the child within the twelve months before.
pub(super) fn before(about: &About, contact: &Contact) -> Markup {
    let circle = about.around.circle();
    let others: Vec<&Contact> =
        rules::draw::within_a_year(&circle, contact).filter(|one| one.by != contact.by).collect();
    panel(
        Level::Two,
        "Contacts in the twelve months before",
        &html! {
            @if others.is_empty() { p.on-quiet { "None." } }
            ul.on-plain.on-small {
                @for one in &others {
                    li {
                        (display::full_date(one.received.date())) ": "
                        (one.said.worry.clone().or_else(|| one.said.what_happened.clone()).unwrap_or_else(|| "Nothing written.".to_owned()))
                    }
                }
            }
        },
    )
}
