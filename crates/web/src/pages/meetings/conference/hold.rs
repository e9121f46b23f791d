//! The conference as a form: who is here, the children first, worries and strengths of each.

use calendar::display;
use maud::Markup;
use record::events::{ConferenceBooked, ConferenceHeld, ConferenceReportShared};

use super::super::agenda::AgendaItem;
use super::super::who;
use super::{ConferencePage, view};
use crate::components::prose::Prose;
use crate::components::{Tag, Tone};
use crate::forms::{Opened, gates, sheet};
use crate::pages::known;
use crate::problem::Problem;

/// The page on which a conference is run.
pub(crate) fn hold(opened: &Opened) -> Result<Markup, Problem> {
    let booked = booking(opened);
    let asked = sheet(opened);
    let page = ConferencePage {
        initials: known::initials(opened),
        heading: opened.form.title.clone(),
        summary: summary(opened, booked),
        tags: tags(opened),
        agenda: agenda(),
        projector_href: projector(opened),
        attendance_note: "Keys in a row: p here, r remote, a apologies, n not here.".to_owned(),
        people: who::people(opened),
        agencies: who::agencies(opened),
        report_head: report_head(opened),
        reports: reports(opened),
        words: opened.people.iter().filter_map(|about| known::words_of(opened, about)).collect(),
        seen: Vec::new(),
        gates: gates(opened),
        sheet: asked,
        ..ConferencePage::default()
    };
    Ok(view(&opened.app.frame(Some(&opened.signed_in)), &page))
}

/// The last booking of a conference about any of the children, if it has not been held: for deciding, the one
/// that was held.
pub(super) fn booking(opened: &Opened) -> Option<&ConferenceBooked> {
    let deciding = opened.form.decision;
    let booked = opened.people.iter().filter_map(|about| {
        let timeline = &about.around.timeline;
        let (entry, booked) = timeline.of::<ConferenceBooked>().last()?;
        let held = timeline.of::<ConferenceHeld>().any(|(held, _)| held.id > entry.id);
        (deciding || !held).then_some((entry, booked))
    });
    booked.max_by_key(|(entry, _)| entry.id).map(|(_, booked)| booked)
}

/// The children, the day, the time and the chair.
pub(super) fn summary(opened: &Opened, booked: Option<&ConferenceBooked>) -> String {
    let mut parts = vec![known::children(opened)];
    let day = booked.and_then(|booked| booked.on).unwrap_or(opened.today);
    let time =
        booked.and_then(|booked| booked.time.clone()).map(|time| format!(", {time}")).unwrap_or_default();
    parts.push(format!("{}{time}", display::long_date(day)));
    parts.extend(booked.and_then(|booked| booked.place.clone()));
    if let Some(chair) = booked.and_then(|booked| booked.chair.as_ref()) {
        parts.push(format!("Chair: {}", opened.app.views.name(chair)));
    }
    parts.join(" · ")
}

fn tags(opened: &Opened) -> Vec<Tag> {
    let limits = ["icpc-15wd", "cp-review-conference", "transfer-in-conference-15wd"];
    let Some(duty) = known::duty_of(opened, &limits) else { return Vec::new() };
    let Some(due) = duty.due_on else { return Vec::new() };
    let tone = if due < opened.today { Tone::Overdue } else { Tone::Soon };
    vec![Tag::new(
        tone,
        format!("Due by {}, {}", display::weekday_date(due), display::how_far_off(opened.today, due)),
    )]
}

fn agenda() -> Vec<AgendaItem> {
    let items = [
        ("attend", "Who is here"),
        ("reports", "Reports shared"),
        ("views", "The children’s views"),
        ("worries", "Worries and strengths"),
    ];
    items.into_iter().map(|(id, words)| AgendaItem::new(id, words, "", false)).collect()
}

/// The same meeting on the room's screen.
pub(super) fn projector(opened: &Opened) -> String {
    let entry = opened.people.iter().find_map(|about| {
        let timeline = &about.around.timeline;
        let of =
            |kind: &str| timeline.counting().rfind(|entry| entry.event.kind() == kind).map(|entry| entry.id);
        of("conference.booked").max(of("conference.held"))
    });
    entry.map(|id| format!("/meetings/{}/projector", id.recording)).unwrap_or_default()
}

fn report_head(opened: &Opened) -> String {
    let due = known::duty_of(opened, &["cp-parent-report-icpc", "cp-parent-report-rcpc"])
        .and_then(|duty| duty.due_on);
    due.map_or_else(
        || "Report".to_owned(),
        |due| format!("Report, the family’s by {}", display::weekday_date(due)),
    )
}

/// What the record says of reports shared with the family.
fn reports(opened: &Opened) -> Vec<Prose> {
    let mut lines: Vec<String> = Vec::new();
    for about in &opened.people {
        let timeline = &about.around.timeline;
        let since = timeline.of::<ConferenceBooked>().last().map(|(entry, _)| entry.id);
        for (entry, shared) in
            timeline.of::<ConferenceReportShared>().filter(|(entry, _)| since < Some(entry.id))
        {
            let from = shared.from.clone().unwrap_or_else(|| "A report".to_owned());
            let with = shared.shared_with.clone().map(|with| format!(" by {with}")).unwrap_or_default();
            let said = shared.said.clone().map(|said| format!(": “{said}”")).unwrap_or_default();
            let line = format!("{from}: read{with}, {}{said}", display::weekday_date(entry.day()));
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    if lines.is_empty() {
        lines.push(
            "No report is recorded as shared with the family. Write beside each who sent one when it came."
                .to_owned(),
        );
    }
    lines.into_iter().map(Prose::from).collect()
}
