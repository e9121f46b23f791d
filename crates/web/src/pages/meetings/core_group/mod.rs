//! A core group, run while it happens.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use calendar::display;
use maud::Markup;
use record::events::CoreGroupHeld;

use super::agenda::AgendaItem;
use super::who;
use crate::components::prose::Prose;
use crate::components::{Tag, Tone};
use crate::forms::{Opened, sheet};
use crate::pages::known;
use crate::problem::Problem;

/// The page on which a core group is run: each open action, child by child.
pub(crate) fn hold(opened: &Opened) -> Result<Markup, Problem> {
    let mut asked = sheet(opened);
    let next = known::duty_of(opened, &["core-group-later", "core-group-planned", "core-group-first"]);
    for part in &mut asked.children {
        for question in part.questions.iter_mut().filter(|question| question.id() == "actions") {
            question.label_hidden = true;
            question.add_words = format!("Add a row for {}", part.short);
        }
    }
    let page = CoreGroupPage {
        initials: known::initials(opened),
        summary: format!("{} · {}", known::children(opened), display::long_date(opened.today)),
        tags: tags(opened, next.as_ref()),
        agenda: agenda(),
        projector_href: String::new(),
        attendance_note: "Keys in a row: p here, r remote, a apologies, n not here.".to_owned(),
        people: who::people(opened),
        agencies: who::agencies(opened),
        words: opened.people.iter().filter_map(|about| known::words_of(opened, about)).collect(),
        plan_note: plan_note(opened),
        sheet: asked,
    };
    Ok(view(&opened.app.frame(Some(&opened.signed_in)), &page))
}

fn agenda() -> Vec<AgendaItem> {
    let items = [
        ("attend", "Who is here"),
        ("views", "What the children say"),
        ("actions", "How each action stands"),
        ("new", "What we add"),
        ("progress", "How far we have got"),
        ("next", "When we meet again"),
    ];
    items.into_iter().map(|(id, words)| AgendaItem::new(id, words, "", false)).collect()
}

fn tags(opened: &Opened, next: Option<&rules::Duty>) -> Vec<Tag> {
    let mut tags = Vec::new();
    if let Some(due) = next.and_then(|duty| duty.due_on) {
        let tone = if due < opened.today { Tone::Overdue } else { Tone::Soon };
        tags.push(Tag::new(tone, format!("Due by {}", display::weekday_date(due))));
    }
    let held = opened.people.iter().any(|about| about.around.timeline.of::<CoreGroupHeld>().next().is_some());
    if !held {
        tags.push(Tag::new(Tone::Plain, "The first"));
    }
    tags
}

/// Where each child's whole plan is.
fn plan_note(opened: &Opened) -> Prose {
    let mut words = Prose::new().text("The whole plan: ");
    for (place, about) in opened.people.iter().enumerate() {
        let comma = if place == 0 { "" } else { ", " };
        words =
            words.text(comma).link(format!("/people/{}/plan", about.id), format!("{}’s plan", about.short));
    }
    words
}
