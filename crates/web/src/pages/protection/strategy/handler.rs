//! The discussion and the decision as pages, from what the record holds.

use calendar::display;
use chronology::Occurred;
use maud::Markup;
use practice::{Answer as Given, Row};
use record::Choices;
use record::events::{Agency, EnquiryDecided, EnquiryDecision};

use super::{Missing, StrategyPage, view};
use crate::components::aside::{Aside, Beside, SidePanel};
use crate::components::crumbs::Crumb;
use crate::components::form::Attending;
use crate::components::{Nearness, Tag, Tone, When, Why};
use crate::forms::{Opened, decision_would_start, sheet};
use crate::pages::known;
use crate::pages::meetings::who;
use crate::problem::Problem;

/// Agencies without which a discussion is recorded as it happened, and a finding stays open.
const NEEDED: [Agency; 3] = [Agency::SocialCare, Agency::Police, Agency::Health];

/// Holding the discussion.
pub(crate) fn discuss(opened: &Opened) -> Result<Markup, Problem> {
    let people = told(opened);
    let page = StrategyPage {
        missing: missing(opened, &people),
        people,
        agencies: who::agencies(opened),
        beside: known::beside(opened),
        ..page(opened)
    };
    Ok(view(&opened.app.frame(Some(&opened.signed_in)), &page))
}

/// Deciding for each child.
pub(crate) fn decide(opened: &Opened) -> Result<Markup, Problem> {
    let page =
        StrategyPage { beside: Aside { first: starts(opened)?, ..known::beside(opened) }, ..page(opened) };
    Ok(view(&opened.app.frame(Some(&opened.signed_in)), &page))
}

fn page(opened: &Opened) -> StrategyPage {
    let due = known::duty_of(opened, &["strategy-discussion-local"]).and_then(|duty| duty.due_on);
    let tag = due.map(|due| {
        let tone = if due < opened.today { Tone::Overdue } else { Tone::Soon };
        Tag::new(
            tone,
            format!("Due by {}, {}", display::weekday_date(due), display::how_far_off(opened.today, due)),
        )
    });
    StrategyPage {
        crumbs: vec![Crumb::new("My work", "/work"), Crumb::new(opened.form.title.clone(), "")],
        heading: opened.form.title.clone(),
        initials: known::initials(opened),
        summary: format!("{} · {}", known::children(opened), display::long_date(opened.today)),
        tags: tag.into_iter().collect(),
        said: opened.people.iter().find_map(|about| known::words_of(opened, about)),
        sheet: sheet(opened),
        ..StrategyPage::default()
    }
}

/// Who takes part, each with what they knew as far as it is typed; nothing that was typed is left out.
fn told(opened: &Opened) -> Vec<Attending> {
    let mut knew: Vec<Row> = match opened.answers.shared.get("knew") {
        Some(Given::Rows(rows)) => rows.clone(),
        _ => Vec::new(),
    };
    let mut people = who::people(opened);
    for one in &mut people {
        let by = |cell: &str, value: &str| {
            let value = value.to_owned();
            let cell = cell.to_owned();
            move |row: &Row| !value.is_empty() && row.get(&cell) == Some(&value)
        };
        let mine = knew
            .iter()
            .position(by("who", &one.name))
            .or_else(|| knew.iter().position(by("agency", &one.agency)));
        if let Some(at) = mine {
            one.knew = knew.remove(at).remove("what").unwrap_or_default();
        }
    }
    people.extend(knew.into_iter().map(|mut row| Attending {
        name: row.remove("who").unwrap_or_default(),
        agency: row.remove("agency").unwrap_or_default(),
        knew: row.remove("what").unwrap_or_default(),
        ..Attending::default()
    }));
    people
}

/// Which needed agencies did not take part, once it is said who did.
fn missing(opened: &Opened, people: &[Attending]) -> Vec<Missing> {
    if people.iter().all(|one| one.presence.is_empty()) {
        return Vec::new();
    }
    let there = |agency: Agency| {
        people
            .iter()
            .any(|one| one.agency == agency.code() && matches!(one.presence.as_str(), "present" | "remote"))
    };
    let absent = NEEDED.into_iter().filter(|agency| !there(*agency));
    absent
        .map(|agency| Missing {
            heading: format!("Not quorate: {} did not take part. You can go on.", known::label(opened, agency)),
            words: "The discussion is recorded as it happened, and they are asked what they hold. Say what was tried; a finding stays open until they are heard.".into(),
            why: Some(Why::titled(
                "Why is this a finding?",
                "Working Together 2023, chapter 3: a strategy discussion involves social care, the police and health, \
                 and others as fits. Hearing them later, and saying whether it changes the decision for any child, closes it.",
            )),
        })
        .collect()
}

/// What an enquiry decided today would start.
fn starts(opened: &Opened) -> Result<Vec<SidePanel>, Problem> {
    let Some(about) = opened.people.first() else { return Ok(Vec::new()) };
    let decision = EnquiryDecided { decision: Some(EnquiryDecision::Joint), ..EnquiryDecided::default() };
    let duties =
        decision_would_start(&opened.app, &about.around, decision.into(), Occurred::day(opened.today))?;
    let panels = duties.iter().filter_map(|duty| Some((duty, duty.due_on?))).map(|(duty, due)| {
        let date = When::new(
            Nearness::Plain,
            display::weekday_date(due),
            format!("{}, {}", duty.timescale.title.to_lowercase(), display::how_far_off(opened.today, due)),
        );
        let why = Why {
            about: duty.timescale.title.to_lowercase(),
            ..Why::titled("Why this date?", duty.because.clone())
        };
        SidePanel::new(
            "If an enquiry is decided today",
            Beside::Starts(format!("For {}:", about.short).into(), date, Some(why)),
        )
    });
    Ok(panels.take(2).collect())
}
