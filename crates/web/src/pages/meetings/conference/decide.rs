//! The decision for each child: a plan or none, under which category, why, who thought otherwise, what will be done.

use calendar::display;
use chronology::{Occurred, PersonId};
use maud::Markup;
use record::Choices;
use record::events::{ConferenceDecided, ConferenceHeld, Presence};

use super::super::agenda::AgendaItem;
use super::hold::{projector, summary};
use super::{ConferencePage, Said, view};
use crate::components::prose::Prose;
use crate::components::words::OwnWords;
use crate::components::{Tag, Tone};
use crate::forms::{About, Opened, decision_would_start, gates, sheet};
use crate::pages::known;
use crate::problem::Problem;

/// The page on which the chair decides for each child.
pub(crate) fn decide(opened: &Opened) -> Result<Markup, Problem> {
    let mut asked = sheet(opened);
    for part in &mut asked.children {
        let about = opened.people.iter().find(|about| about.id.as_str() == part.scope);
        let Some(about) = about else { continue };
        hint_dates(opened, about, part)?;
    }
    let page = ConferencePage {
        initials: known::initials(opened),
        heading: format!("Decide for {}", known::each_of(opened)),
        summary: summary(opened, super::hold::booking(opened)),
        tags: tags(opened),
        agenda: agenda(),
        projector_href: projector(opened),
        words: opened.people.iter().filter_map(heard).collect(),
        said: opened.people.iter().map(|about| said(opened, &about.id)).collect(),
        gates: gates(opened),
        sheet: asked,
        ..ConferencePage::default()
    };
    Ok(view(&opened.app.frame(Some(&opened.signed_in)), &page))
}

fn agenda() -> Vec<AgendaItem> {
    let items = [("views", "The children’s views"), ("decide", "Decision")];
    items.into_iter().map(|(id, words)| AgendaItem::new(id, words, "", id == "decide")).collect()
}

/// What the child said at the conference.
fn heard(about: &About) -> Option<OwnWords> {
    let (entry, held) = about.around.timeline.of::<ConferenceHeld>().last()?;
    let caption = Prose::new()
        .strong(about.short.clone())
        .text(format!(", at the conference of {}", display::weekday_date(entry.day())));
    let words = held.childs_views.clone()?.trim_matches(['“', '”', '"']).to_owned();
    Some(OwnWords { words, caption, drawing: None })
}

/// What each has said so far of the decision for one child, in short.
fn said(opened: &Opened, child: &PersonId) -> Said {
    let so_far = practice::so_far(&opened.form, &opened.answers);
    let body = so_far.iter().find(|(person, _)| person == child).map(|(_, body)| body);
    let decided = body.and_then(|body| record::decode("conference.decided", 1, body).ok());
    let views = match &decided {
        Some(record::Event::ConferenceDecided(decided)) => decided.views.as_slice(),
        _ => &[],
    };
    let count = |agrees: Option<bool>| views.iter().filter(|view| view.agrees == agrees).count();
    let against: Vec<String> =
        views.iter().filter(|view| view.agrees == Some(false)).filter_map(|view| view.who.clone()).collect();
    let mut words = Prose::new();
    if count(Some(true)) > 0 {
        words = words.text(format!("{} agree. ", count(Some(true))));
    }
    if !against.is_empty() {
        words = words
            .text(format!("{} would decide otherwise. ", rules::listed(&against)))
            .tag(Tag::new(Tone::Finding, "Dissent recorded"));
    }
    if count(None) > 0 {
        let link = format!("#{child}.views");
        words = words.quiet(format!("{} not heard yet. ", count(None))).link(link, "Write it");
    }
    Said { scope: child.to_string(), words }
}

/// Whether enough were there, and how the day stands to the limit.
fn tags(opened: &Opened) -> Vec<Tag> {
    let Some((_, held)) =
        opened.people.iter().find_map(|about| about.around.timeline.of::<ConferenceHeld>().last())
    else {
        return vec![Tag::new(Tone::Finding, "No conference is recorded as held")];
    };
    let there = |one: &&record::events::Attendance| {
        matches!(one.presence, Some(Presence::Present | Presence::Remote))
    };
    let agencies: std::collections::BTreeSet<_> =
        held.attendance.iter().filter(there).filter_map(|one| one.agency).map(Choices::label).collect();
    let words = format!(
        "{} there",
        display::counted(u32::try_from(agencies.len()).unwrap_or(0), "agency").replace("agencys", "agencies")
    );
    match held.quorate {
        Some(false) => vec![Tag::new(Tone::Finding, format!("Not quorate: {words}"))],
        Some(true) => vec![Tag::new(Tone::Met, format!("Quorate: {words}"))],
        None => vec![Tag::new(Tone::Soon, "Nobody has said whether it is quorate")],
    }
}

/// Beside each date the day by which it must be, if a plan starts today.
fn hint_dates(
    opened: &Opened,
    about: &About,
    part: &mut crate::components::form::Part,
) -> Result<(), Problem> {
    let decision = ConferenceDecided { plan_needed: Some(true), ..ConferenceDecided::default() };
    let at = Occurred::day(opened.today);
    let duties = decision_would_start(&opened.app, &about.around, decision.into(), at)?;
    for asked in &mut part.questions {
        let kind = match asked.id() {
            "core_group_on" => "core_group.held",
            "next_conference_on" => "conference.held",
            _ => continue,
        };
        let due = duties
            .iter()
            .filter(|duty| duty.timescale.stopped_by == kind)
            .filter_map(|duty| duty.due_on)
            .min();
        if let Some(due) = due {
            asked.hint =
                format!("By {}, {}.", display::long_date(due), display::how_far_off(opened.today, due));
        }
    }
    Ok(())
}
