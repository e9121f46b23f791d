//! One item of a meeting on the room's own screen.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::Redirect;
use calendar::display;
use maud::Markup;
use record::Event;
use record::events::{ConferenceDecided, ConferenceHeld, Presence, ViewsRecorded};

use super::agenda::AgendaItem;
use super::gathered::{Child, Gathered, gather};
use super::show::decision_words;
use crate::App;
use crate::components::prose::Prose;
use crate::components::words::OwnWords;
use crate::forms::Sent;
use crate::problem::Problem;
use crate::session::{SignedIn, check_form_token};

/// The items, in the order of a conference: the agenda's words, and the question on the screen.
const ITEMS: [(&str, &str); 6] = [
    ("Who is here", "Who is here?"),
    ("The children’s views", "What do the children say?"),
    ("Worries and strengths", "What worries us, and what works?"),
    ("Decision", "Does each child need a protection plan?"),
    ("Outline plan", "What will be done?"),
    ("Dates", "When do we meet again?"),
];

/// Shows one item: `?item=2`.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(recording): Path<i64>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Markup, Problem> {
    let item = query.get("item").and_then(|item| item.parse().ok()).unwrap_or(1);
    let meeting = gather(app, signed_in, recording).await?;
    let page = page(&meeting, item)?;
    Ok(view(&meeting.app.frame(Some(&meeting.signed_in)), &page))
}

/// Moves on, or back.
pub(crate) async fn go(
    signed_in: SignedIn,
    Path(recording): Path<i64>,
    sent: Sent,
) -> Result<Redirect, Problem> {
    check_form_token(&signed_in, sent.get("csrf"))?;
    let item: usize = sent.get("go").and_then(|item| item.parse().ok()).unwrap_or(1);
    Ok(Redirect::to(&format!("/meetings/{recording}/projector?item={item}")))
}

/// What has been said of one child: as recorded, or as whoever writes has it so far.
struct Heard<'a> {
    child: &'a Child,
    held: Option<ConferenceHeld>,
    decided: Option<ConferenceDecided>,
}

fn page(meeting: &Gathered, item: usize) -> Result<ProjectorPage, Problem> {
    let item = item.clamp(1, ITEMS.len());
    let heard = heard(meeting)?;
    let (words, question) = ITEMS[item - 1];
    let on_screen = match item {
        1 => who(meeting, &heard),
        2 => OnScreen::Words,
        3 => OnScreen::Points(worries(&heard)),
        4 => decisions(&heard),
        5 => outline(meeting, &heard),
        _ => OnScreen::Points(dates(&heard)),
    };
    let said = heard.iter().filter(|_| words == "The children’s views").filter_map(own_words);
    let action = format!("/meetings/{}/projector", meeting.recording);
    Ok(ProjectorPage {
        meeting: format!("Conference, {}", display::long_date(meeting.day())),
        leave_href: format!("/meetings/{}", meeting.recording),
        action,
        progress: format!("{item} of {}", ITEMS.len()),
        question: question.to_owned(),
        on_screen,
        words: said.collect(),
        next: ITEMS
            .get(item)
            .map(|(next, _)| ((item + 1).to_string(), format!("Next: {}", next.to_lowercase()))),
        back: (item > 1).then(|| (item - 1).to_string()),
        saved_at: String::new(),
        saved_note: String::new(),
        agenda: ITEMS
            .iter()
            .enumerate()
            .map(|(place, (words, _))| {
                AgendaItem::new((place + 1).to_string(), *words, "", place + 1 == item)
            })
            .collect(),
    })
}

/// What the record holds; where nothing is recorded yet, what the one who writes has typed so far.
fn heard(meeting: &Gathered) -> Result<Vec<Heard<'_>>, Problem> {
    let typed = [typed(meeting, "conference")?, typed(meeting, "conference_decision")?].concat();
    let heard = meeting.children.iter().map(|child| {
        let mine =
            || typed.iter().filter(|(person, _)| *person == child.around.person).map(|(_, event)| event);
        let held = child.conference().map(|(_, held)| held.clone());
        let held = held.or_else(|| {
            mine().find_map(|event| match event {
                Event::ConferenceHeld(held) => Some((**held).clone()),
                _ => None,
            })
        });
        let decided = child.decision().cloned().or_else(|| {
            mine().find_map(|event| match event {
                Event::ConferenceDecided(decided) => Some((**decided).clone()),
                _ => None,
            })
        });
        Heard { child, held, decided }
    });
    Ok(heard.collect())
}

/// The reader's own draft of a form about exactly these children, as events.
fn typed(meeting: &Gathered, form: &str) -> Result<Vec<(chronology::PersonId, Event)>, Problem> {
    let Some(form) = meeting.app.practice.form(form) else { return Ok(Vec::new()) };
    let about: Vec<_> = meeting.children.iter().map(|child| child.around.person.clone()).collect();
    let drafts = meeting.app.desk.drafts_of(&meeting.signed_in.who.person)?;
    let mine =
        drafts.into_iter().find(|draft| draft.form == form.id && draft.about == serde_json::json!(about));
    let Some(draft) = mine else { return Ok(Vec::new()) };
    let answers = crate::forms::draft_pairs(&draft).answers(form, &about);
    let bodies = practice::so_far(form, &answers).into_iter();
    let decoded = bodies.filter_map(|(person, body)| {
        record::decode(form.event.kind, 1, &body).ok().map(|event| (person, event))
    });
    Ok(decoded.collect())
}

/// Names and what each is to the child: nobody's address, agency's number or reason for not coming.
fn who(meeting: &Gathered, heard: &[Heard]) -> OnScreen {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for one in heard.iter().filter_map(|one| one.held.as_ref()).flat_map(|held| &held.attendance) {
        let name = one.name.clone().unwrap_or_default();
        let here = matches!(one.presence, Some(Presence::Present | Presence::Remote));
        if here && !rows.iter().any(|row| row[0] == name) {
            let how = one.presence.map(|presence| meeting.label(presence)).unwrap_or_default();
            rows.push(vec![name, one.capacity.clone().unwrap_or_default(), how]);
        }
    }
    let heads = [("Name", 30), ("Who they are", 0), ("Here?", 20)];
    OnScreen::Table(
        "Who is here".to_owned(),
        heads.map(|(head, width)| (head.to_owned(), width)).into(),
        rows,
    )
}

/// A child's words, unless the child said that they must not be shown.
fn own_words(heard: &Heard) -> Option<OwnWords> {
    let words = heard.held.as_ref()?.childs_views.clone()?;
    let plain = |text: &str| text.trim_matches(['“', '”', '"', ' ']).to_owned();
    let kept_back = heard
        .child
        .timeline()
        .of::<ViewsRecorded>()
        .filter(|(_, views)| views.may_be_shown == Some(false))
        .any(|(_, views)| views.words.as_deref().is_some_and(|kept| plain(kept) == plain(&words)));
    let shown = OwnWords { words: plain(&words), caption: heard.child.short.clone().into(), drawing: None };
    (!kept_back).then_some(shown)
}

fn worries(heard: &[Heard]) -> Vec<Prose> {
    let mut points = Vec::new();
    for one in heard {
        let Some(held) = &one.held else { continue };
        for (what, text) in [("worries", &held.worries), ("strengths", &held.strengths)] {
            let Some(text) = text else { continue };
            let lead = if what == "worries" { "we worry: " } else { "what works: " };
            points.push(Prose::new().strong(format!("{}, {lead}", one.child.short)).text(text.clone()));
        }
    }
    points
}

fn decisions(heard: &[Heard]) -> OnScreen {
    let heads = [("Child", 15), ("Plan?", 25), ("Why", 0), ("What each said", 25)];
    let rows = heard.iter().map(|one| {
        let decided = one.decided.as_ref();
        let views = decided.map(|decided| decided.views.as_slice()).unwrap_or_default();
        let agree = views.iter().filter(|view| view.agrees == Some(true)).count();
        let against: Vec<String> = views
            .iter()
            .filter(|view| view.agrees == Some(false))
            .filter_map(|view| view.who.clone())
            .collect();
        let mut said = if agree > 0 { format!("{agree} agree.") } else { String::new() };
        if !against.is_empty() {
            said.push_str(&format!(" {} would decide otherwise.", rules::listed(&against)));
        }
        vec![
            one.child.short.clone(),
            decided.map(decision_words).unwrap_or_else(|| "Not yet".to_owned()),
            decided.and_then(|decided| decided.reason.clone()).unwrap_or_default(),
            said,
        ]
    });
    OnScreen::Table(
        "Decision for each child".to_owned(),
        heads.map(|(head, width)| (head.to_owned(), width)).into(),
        rows.collect(),
    )
}

fn outline(meeting: &Gathered, heard: &[Heard]) -> OnScreen {
    let heads = [("What will be done", 0), ("Who", 20), ("By when", 20), ("For", 15)];
    let mut rows: Vec<Vec<String>> = Vec::new();
    for one in heard {
        for action in one.decided.iter().flat_map(|decided| &decided.actions) {
            let agreed = meeting.agreed(one.child, action);
            let same =
                |row: &&mut Vec<String>| row[0] == agreed.what && row[1] == agreed.who && row[2] == agreed.by;
            match rows.iter_mut().find(same) {
                Some(row) => row[3] = format!("{}, {}", row[3], one.child.short),
                None => rows.push(vec![agreed.what, agreed.who, agreed.by, one.child.short.clone()]),
            }
        }
    }
    let heads = heads.map(|(head, width)| (head.to_owned(), width)).into();
    OnScreen::Table("Outline plan".to_owned(), heads, rows)
}

fn dates(heard: &[Heard]) -> Vec<Prose> {
    let mut points: Vec<Prose> = Vec::new();
    for decided in heard.iter().filter_map(|one| one.decided.as_ref()) {
        let lines =
            [("Core group: ", decided.core_group_on), ("Next conference: ", decided.next_conference_on)];
        for (what, day) in lines {
            let Some(day) = day else { continue };
            let line = Prose::new().strong(what).text(display::long_date(day));
            if !points.contains(&line) {
                points.push(line);
            }
        }
    }
    points
}
