//! A meeting booked or held.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use calendar::display;
use maud::Markup;
use record::Choices;
use record::events::{
    Agency, Attendance, ConferenceBooked, ConferenceInvitationSent, CoreGroupHeld, EnquiryCompleted, Presence,
};
use views::access::{action_for, may};

use super::gathered::{Child, Gathered, gather};
use crate::App;
use crate::components::button::Button;
use crate::components::card::Fact;
use crate::components::crumbs::Crumb;
use crate::components::prose::Prose;
use crate::components::words::OwnWords;
use crate::components::{Tag, Tone};
use crate::problem::Problem;
use crate::session::SignedIn;

/// Shows the meeting.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(recording): Path<i64>,
) -> Result<Markup, Problem> {
    let meeting = gather(app, signed_in, recording).await?;
    Ok(view(&meeting.app.frame(Some(&meeting.signed_in)), &page(&meeting)))
}

fn page(meeting: &Gathered) -> MeetingPage {
    let heading = heading(meeting);
    let hidden = match meeting.hidden {
        0 => String::new(),
        1 => "This meeting is about one more child, whose record is restricted.".to_owned(),
        many => format!("This meeting is about {many} more children, whose records are restricted."),
    };
    MeetingPage {
        crumbs: vec![Crumb::new("Meetings", "/meetings"), Crumb::new(heading.clone(), "")],
        initials: meeting.initials(),
        heading,
        summary: summary(meeting),
        tags: tags(meeting),
        acts: acts(meeting),
        hidden,
        people: people(meeting),
        children: meeting.children.iter().map(|child| of_child(meeting, child)).collect(),
        lists: lists(meeting),
    }
}

fn heading(meeting: &Gathered) -> String {
    let Some(first) = meeting.children.first() else { return String::new() };
    let title =
        || record::kind_info(&first.row.kind).map_or(first.row.kind.clone(), |info| info.title.to_owned());
    first.row.sort.clone().unwrap_or_else(title)
}

fn summary(meeting: &Gathered) -> String {
    let mut parts = vec![meeting.names()];
    let row = meeting.children.first().map(|child| &child.row);
    let time = row.and_then(|row| row.time.clone()).map(|time| format!(", {time}")).unwrap_or_default();
    parts.push(format!("{}{time}", display::long_date(meeting.day())));
    parts.extend(row.and_then(|row| row.place.clone()));
    let chair = row.and_then(|row| row.chair.as_deref()).and_then(|id| chronology::PersonId::new(id).ok());
    parts.extend(chair.map(|chair| format!("Chair: {}", meeting.app.views.name(&chair))));
    parts.join(" · ")
}

fn tags(meeting: &Gathered) -> Vec<Tag> {
    let Some(first) = meeting.children.first() else { return Vec::new() };
    let mut tags = Vec::new();
    match first.conference() {
        Some((_, held)) => match held.quorate {
            Some(true) => tags.push(Tag::new(Tone::Met, "Quorate")),
            Some(false) => tags.push(Tag::new(Tone::Finding, "Not quorate")),
            None => {}
        },
        None if first.row.held => {}
        None if meeting.day() < meeting.app.today() => {
            tags.push(Tag::new(Tone::Overdue, "Booked, and not recorded as held"));
        }
        None => tags.push(Tag::new(Tone::Plain, display::how_far_off(meeting.app.today(), meeting.day()))),
    }
    tags
}

/// What this reader may do next, for every child of the meeting at once.
fn acts(meeting: &Gathered) -> Vec<Button> {
    let Some(first) = meeting.children.first() else { return Vec::new() };
    let role = meeting.signed_in.who.role;
    let mut acts = Vec::new();
    let mut act = |form: &str, words: &str| {
        let Some(form) = meeting.app.practice.form(form) else { return };
        if may(role, action_for(form.event.kind)) {
            let href = format!("/forms/{}?about={}", form.id, meeting.about());
            let words = format!("{words} for {}", meeting.names());
            acts.push(if acts.is_empty() {
                Button::primary(words, href)
            } else {
                Button::secondary(words, href)
            });
        }
    };
    let conference = first.row.kind.starts_with("conference.");
    let held = first.conference().is_some();
    if conference && !held {
        act("conference", "Run the conference");
        act("conference_invitation", "Invite somebody");
        act("conference_report_shared", "Record a report shared");
    } else if conference {
        if meeting.children.iter().any(|child| child.decision().is_none()) {
            act("conference_decision", "Decide");
        } else {
            act("conference_decision_sent", "Record the decision sent");
        }
        act("conference_record_sent", "Record the minutes sent");
    } else if first.discussion().is_some() {
        act("enquiry_decision", "Decide whether to enquire");
    } else if first.row.kind == "core_group.held" {
        act("core_group", "Hold the next core group");
    }
    if conference {
        let href = format!("/meetings/{}/projector", meeting.recording);
        acts.push(Button::secondary("Show on the room’s screen", href));
    }
    acts
}

fn people(meeting: &Gathered) -> Vec<Came> {
    let mut came: Vec<Came> = Vec::new();
    let mut add = |one: Came| {
        if !one.name.is_empty() && !came.iter().any(|known| known.name == one.name) {
            came.push(one);
        }
    };
    for child in &meeting.children {
        let attendance: &[Attendance] = if let Some((_, held)) = child.conference() {
            &held.attendance
        } else if let Some((_, held)) = child.discussion() {
            &held.attendance
        } else if let Some(held) = core_group(child) {
            &held.attendance
        } else {
            &[]
        };
        attendance.iter().for_each(|one| add(attended(meeting, one)));
        let invited = child.timeline().of::<ConferenceInvitationSent>();
        let booked = child.row.entry;
        for (_, e) in
            invited.filter(|(entry, _)| child.row.kind == "conference.booked" && Some(entry.id) > booked)
        {
            let name =
                e.name.clone().or_else(|| e.person.as_ref().map(|id| child.around.circle().name_of(id)));
            add(Came {
                name: name.unwrap_or_default(),
                capacity: e.capacity.clone().unwrap_or_default(),
                agency: e.agency.map(|agency| meeting.label(agency)).unwrap_or_default(),
                how: "Invited".to_owned(),
                note: String::new(),
            });
        }
    }
    came
}

fn core_group(child: &Child) -> Option<&CoreGroupHeld> {
    let mut of = child.timeline().of::<CoreGroupHeld>();
    of.find(|(entry, _)| Some(entry.id) == child.row.entry).map(|(_, held)| held)
}

fn attended(meeting: &Gathered, one: &Attendance) -> Came {
    let mut note: Vec<String> = one.tried.iter().cloned().collect();
    note.extend(one.report_received_on.map(|day| format!("Report came {}", display::table_date(day))));
    note.extend(one.report_shared_on.map(|day| format!("Read by the family {}", display::table_date(day))));
    Came {
        name: one.name.clone().unwrap_or_default(),
        capacity: one.capacity.clone().unwrap_or_default(),
        agency: one.agency.map(|agency| meeting.label(agency)).unwrap_or_default(),
        how: one.presence.map(Presence::label).unwrap_or("Not said").to_owned(),
        note: note.join("; "),
    }
}

fn of_child(meeting: &Gathered, child: &Child) -> OfChild {
    let mut facts: Vec<Fact> = Vec::new();
    let mut words = None;
    let mut fact = |label: &str, text: Option<String>| {
        facts.extend(text.filter(|text| !text.trim().is_empty()).map(|text| Fact::new(label, text)));
    };
    if let Some((_, held)) = child.conference() {
        fact("Worries", held.worries.clone());
        fact("What works", held.strengths.clone());
        fact("Earlier plans", held.earlier_plans.clone());
        let caption = format!("{}, at the conference", child.short);
        words = held.childs_views.clone().map(|said| spoken(&said, caption));
    } else if let Some((_, held)) = child.discussion() {
        fact("What was said", held.notes.clone());
        let knew = held.knew.iter().filter_map(|one| {
            let whose = one.agency.map(|agency| meeting.label(agency)).or(one.who.clone())?;
            Some(format!("{whose}: {}", one.what.clone()?))
        });
        fact("What each knew", Some(knew.collect::<Vec<_>>().join(" · ")));
    } else if let Some(held) = core_group(child) {
        fact("How far", held.progress.map(|progress| meeting.label(progress)));
        fact("What was said", held.notes.clone());
        fact("Next", held.next_on.map(display::long_date));
        words = held
            .childs_views
            .clone()
            .map(|said| spoken(&said, format!("{}, at the core group", child.short)));
    } else {
        let found = child.timeline().of::<EnquiryCompleted>().last().and_then(|(_, e)| e.findings.clone());
        fact("Why it was called", found);
        let booked =
            child.timeline().of::<ConferenceBooked>().find(|(entry, _)| Some(entry.id) == child.row.entry);
        let access = booked.and_then(|(entry, _)| {
            let body = entry.recorded.body.as_ref()?;
            Some(body.get("answers")?.get("access")?.as_str()?.to_owned())
        });
        fact("What they need in order to take part", access);
    }
    let decided = child.decision();
    if let Some(decided) = decided {
        fact("Decision", Some(decision_words(decided)));
        fact("Why", decided.reason.clone());
        fact("Danger", decided.danger.clone());
        fact("What must be seen", decided.safety_goal.clone());
        fact("Core group", decided.core_group_on.map(display::long_date));
        fact("Next conference", decided.next_conference_on.map(display::long_date));
    }
    let against =
        decided.into_iter().flat_map(|one| one.views.iter()).filter(|view| view.agrees == Some(false));
    OfChild {
        scope: child.around.person.to_string(),
        heading: child.heading.clone(),
        words,
        facts,
        dissent: against
            .map(|view| (view.who.clone().unwrap_or_default(), view.said.clone().unwrap_or_default()))
            .collect(),
        actions: decided
            .into_iter()
            .flat_map(|one| one.actions.iter())
            .map(|one| meeting.agreed(child, one))
            .collect(),
        plan: if child.timeline().protection_plan_on(meeting.app.today()).is_some() {
            Prose::new()
                .link(format!("/people/{}/plan", child.around.person), format!("{}’s plan", child.short))
        } else {
            Prose::new()
        },
    }
}

fn spoken(said: &str, caption: String) -> OwnWords {
    OwnWords {
        words: said.trim_matches(['“', '”', '"']).to_owned(), caption: caption.into(), drawing: None
    }
}

/// “A child protection plan: emotional abuse”.
pub(crate) fn decision_words(decided: &record::events::ConferenceDecided) -> String {
    match (decided.plan_needed, decided.category) {
        (Some(true), Some(category)) => {
            format!("A child protection plan: {}", category.label().to_lowercase())
        }
        (Some(true), None) => "A child protection plan".to_owned(),
        (Some(false), _) => "No child protection plan".to_owned(),
        (None, _) => "Not said".to_owned(),
    }
}

/// Each agency that has something to do, with its own list.
fn lists(meeting: &Gathered) -> Vec<(String, String)> {
    let mut counts: BTreeMap<Agency, u32> = BTreeMap::new();
    for action in meeting.children.iter().filter_map(Child::decision).flat_map(|decided| &decided.actions) {
        *counts.entry(action.agency.unwrap_or(Agency::Other)).or_default() += 1;
    }
    let line = |(agency, count): (Agency, u32)| {
        let href = format!("/meetings/{}/agency/{}", meeting.recording, agency.code());
        (format!("{}: {}", meeting.label(agency), display::counted(count, "action")), href)
    };
    counts.into_iter().map(line).collect()
}
