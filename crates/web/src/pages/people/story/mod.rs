//! A child's story: one screen.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use axum::extract::{Path, State};
use calendar::display;
use jiff::civil::Date;
use maud::Markup;
use record::events::{ConferenceHeld, Relation, ViewsRecorded, VisitMade};
use record::{Choices, Event};
use rules::DutyState;

use super::family::family_of;
use super::reading::{Query, Reading, read};
use super::wording::shortened;
use crate::App;
use crate::components::card::Fact;
use crate::components::child_header::ChildPage;
use crate::components::log::LogLine;
use crate::components::prose::Prose;
use crate::components::words::{Drawing, OwnWords};
use crate::components::{Tag, Tone, Why};
use crate::problem::Problem;
use crate::session::SignedIn;

/// Shows the page.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    axum::extract::Query(query): Query,
) -> Result<Markup, Problem> {
    let reading = read(app, signed_in, &id, &query).await?;
    Ok(view(&reading.frame(), &page(&reading)?))
}

fn page(reading: &Reading) -> Result<StoryPage, Problem> {
    let name = reading.timeline().identity.name();
    let now = display::date_and_time(reading.app.now());
    let (dates, why) = dates(reading)?;
    Ok(StoryPage {
        child: reading.header(ChildPage::Story),
        initials: reading.initials(),
        as_at: reading.banner(ChildPage::Story),
        printed: (
            format!("{name} · Official: sensitive, child’s record."),
            format!("Printed {now}, by {}.", reading.signed_in.who.name),
        ),
        mend: to_mend(reading),
        where_heading: reading.where_heading().to_owned(),
        where_facts: where_facts(reading),
        worries: worries(reading),
        working: working(reading),
        plan: plan(reading),
        plan_note: plan_note(reading),
        dates,
        dates_why: why,
        events: events(reading),
        words_heading: format!("In {} own words", reading.possessive()),
        words: own_words(reading),
        words_missing: Prose::new()
            .text(format!("Nobody has written what {} says. ", reading.short_name()))
            .link(format!("/forms/views?about={}", reading.person()), "Add their words"),
        family_heading: display::capital(&format!("{} family", reading.possessive())),
        family: family_of(reading),
        around_heading: format!("People around {}", reading.object()),
        around: around(reading),
    })
}

fn where_facts(reading: &Reading) -> Vec<Fact> {
    let (timeline, day) = (reading.timeline(), reading.today);
    let mut facts = Vec::new();
    let home = match timeline.stay_on(day) {
        None => Prose::new()
            .quiet("Not known. ")
            .link(format!("/forms/household?about={}", reading.person()), "Add it"),
        Some(stay) => {
            let with: Vec<String> = reading
                .around
                .others
                .iter()
                .filter(|(id, other)| {
                    !reading.hidden(id)
                        && other.stays.iter().any(|s| s.household == stay.household && s.span.covers(day))
                })
                .map(|(id, _)| reading.around.circle().short_name_of(id))
                .collect();
            let since = display::full_date(stay.span.from);
            let place = if stay.protected {
                "A protected address".to_owned()
            } else {
                stay.address.clone().unwrap_or_else(|| "Address not recorded".to_owned())
            };
            let with =
                if with.is_empty() { String::new() } else { format!(", with {}", rules::listed(&with)) };
            Prose::new().text(format!("{place}{with}, since {since}."))
        }
    };
    facts.push(Fact::new("Home", home));
    let school =
        timeline.kinships.iter().rev().find(|kin| kin.relation == Relation::School && kin.span.covers(day));
    if let Some(school) = school {
        let note = school.note.clone().map(|note| format!(", {note}")).unwrap_or_default();
        facts.push(Fact::new("School", format!("{}{note}", reading.name_of(&school.to))));
    }
    let stage = timeline.stage_on(day);
    let since = timeline
        .protection_plan_on(day)
        .map(|plan| plan.span.from)
        .or_else(|| timeline.involvements.iter().rev().find(|i| i.span.covers(day)).map(|i| i.span.from));
    let since = since.map(|since| format!(" since {}", display::full_date(since))).unwrap_or_default();
    facts.push(Fact::new("Status", format!("{}{since}.", stage.label())));
    for file in &timeline.identity.paper_files {
        let state = if file.scanned { "scanned" } else { "not scanned" };
        facts.push(Fact::new("On paper", format!("{}, kept at {}: {state}", file.title, file.place)));
    }
    facts
}

/// What people are worried about: the dangers named last, else the last conference, assessment or contact.
fn worries(reading: &Reading) -> Vec<Prose> {
    let timeline = reading.timeline();
    let dangers = rules::risk::last_dangers(timeline);
    let mut worries: Vec<String> = dangers.iter().filter_map(|danger| danger.statement.clone()).collect();
    if worries.is_empty() {
        let held = timeline.of::<ConferenceHeld>().last().and_then(|(_, held)| held.worries.clone());
        worries.extend(held.map(|text| lines(&text)).unwrap_or_default());
    }
    if worries.is_empty() {
        let assessed = timeline
            .assessments
            .iter()
            .rev()
            .find_map(|a| a.completed.as_ref())
            .and_then(|(_, _, said)| said.risks.clone());
        let contact = || {
            timeline
                .contacts
                .last()
                .and_then(|contact| contact.said.worry.clone().or(contact.said.what_happened.clone()))
        };
        worries.extend(assessed.or_else(contact));
    }
    let scale = rules::risk::scales(timeline).last().map(|(entry, scale)| {
        let on = display::full_date(entry.day());
        Prose::new().strong(format!("How safe: {scale} of 10")).text(format!(", said on {on}."))
    });
    worries.into_iter().take(4).map(|text| shortened(&text, 220).into()).chain(scale).collect()
}

/// What stands first on the record: that the child has no plan, and risk that nobody has weighed.
fn to_mend(reading: &Reading) -> Vec<Prose> {
    let circle = reading.around.circle();
    let noticed = ["risk-unassessed", "without-own-plan"].into_iter().filter_map(rules::findings::finding);
    let holding = noticed.flat_map(|rule| (rule.look)(&circle)).filter(|found| found.holds_on(reading.today));
    let line = |found: rules::Found| {
        let form = found.mend.and_then(|kind| reading.app.practice.forms_of_kind(kind).next());
        let words = Prose::new().text(format!("{} ", found.because));
        match form.filter(|_| reading.moment.is_none()) {
            Some(form) => words.link(reading.form(&form.id, &[]), form.title.clone()),
            None => words,
        }
    };
    holding.map(line).collect()
}

fn working(reading: &Reading) -> Vec<Prose> {
    let timeline = reading.timeline();
    let held = timeline.of::<ConferenceHeld>().last().and_then(|(_, held)| held.strengths.clone());
    let assessed = || {
        timeline
            .assessments
            .iter()
            .rev()
            .find_map(|a| a.completed.as_ref())
            .and_then(|(_, _, said)| said.protective.clone())
    };
    let text = held.or_else(assessed);
    text.map(|text| lines(&text))
        .unwrap_or_default()
        .into_iter()
        .take(4)
        .map(|text| shortened(&text, 220).into())
        .collect()
}

/// A text written as several lines, each as one.
fn lines(text: &str) -> Vec<String> {
    text.lines()
        .map(|line| line.trim_start_matches(['-', '•', ' ']).trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

fn plan(reading: &Reading) -> Vec<Prose> {
    let timeline = reading.timeline();
    let written = timeline.protection_plan_on(reading.today).and_then(|plan| plan.latest());
    let from_plan = written.map(|plan| plan.actions.clone());
    let actions = from_plan
        .or_else(|| timeline.need_plan_on(reading.today).map(|plan| plan.said.actions.clone()))
        .unwrap_or_default();
    let line = |action: &record::events::Action| {
        let by = action.by.map(|by| format!(" by {}", display::weekday_date(by))).unwrap_or_default();
        let owner = action.owner.as_ref().map(|id| reading.name_of(id)).or(action.owner_name.clone());
        let owner = owner
            .map(|owner| format!(" {owner}{by}."))
            .unwrap_or_else(|| if by.is_empty() { String::new() } else { format!("{by}.") });
        let outcome = action
            .outcome
            .as_ref()
            .map(|outcome| format!("{}.", shortened(outcome.trim_end_matches('.'), 60)));
        let what = shortened(action.what.as_deref().unwrap_or_default(), 110);
        Prose::new().strong(outcome.unwrap_or_default()).text(format!(" {what}{owner}"))
    };
    actions.iter().take(3).map(line).collect()
}

fn plan_note(reading: &Reading) -> Prose {
    let timeline = reading.timeline();
    let href = format!("{}/plan{}", reading.href(), reading.moment_query());
    match timeline.protection_plan_on(reading.today) {
        None if timeline.need_plan_on(reading.today).is_some() => Prose::new().link(href, "Whole plan"),
        None => Prose::new(),
        Some(plan) => {
            let state = match plan.approved() {
                Some((_, approval)) => format!("approved {}", display::weekday_date(approval.at.date())),
                None => "not yet approved".to_owned(),
            };
            Prose::new().link(href, "Whole plan").text(format!(" · {state}"))
        }
    }
}

/// What falls due next, and why.
fn dates(reading: &Reading) -> Result<(Vec<LogLine>, Option<Why>), Problem> {
    let duties = reading.around.duties();
    let today = reading.today;
    let open = |duty: &&rules::Duty| {
        let waits = matches!(duty.state_on(today), Some(DutyState::Due | DutyState::Overdue));
        waits && duty.due_on.is_some() && duty.timescale.counting == rules::timescales::Counting::Deadline
    };
    let mut open: Vec<&rules::Duty> = duties.iter().filter(open).collect();
    // What is to come first, then what is overdue, the latest first: a letter forgotten years ago is for Work.
    open.sort_by_key(|duty| {
        let due = duty.due_on.unwrap_or(today);
        (due < today, if due < today { days(due, today) } else { days(today, due) })
    });
    open.dedup_by_key(|duty| (duty.due_on, duty.timescale.title));
    let line = |duty: &&rules::Duty| {
        let due = duty.due_on.unwrap_or(today);
        let far = display::how_far_off(today, due);
        let words = Prose::new().text(format!("{} ", duty.timescale.title));
        let words = if due < today { words.tag(Tag::new(Tone::Overdue, far)) } else { words.quiet(far) };
        LogLine::new(due.to_string(), short(due), words)
    };
    let shown: Vec<LogLine> = open.iter().take(5).map(line).collect();
    let mut why = Why::titled("Why these dates?", String::new());
    why.because = open.iter().take(5).map(|duty| duty.because.clone().into()).collect();
    Ok((shown, (!open.is_empty()).then_some(why)))
}

/// Days from one day to a later one.
fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// “24 Mar”; with its year where it is not this one would be longer than the column.
fn short(day: Date) -> String {
    let text = display::table_date(day);
    text.rsplit_once(' ').map(|(start, _)| start.to_owned()).unwrap_or(text)
}

fn events(reading: &Reading) -> Vec<LogLine> {
    let minor = |event: &Event| {
        matches!(
            event,
            Event::EntryMarkedSignificant(_)
                | Event::EntryCorrected(_)
                | Event::EntryWithdrawn(_)
                | Event::ConferenceInvitationSent(_)
                | Event::IdentifierRecorded(_)
        )
    };
    let shown = reading.timeline().counting().rev().filter(|entry| !minor(&entry.event)).take(5);
    shown
        .map(|entry| {
            let href = format!("{}/timeline{}#e{}", reading.href(), reading.moment_query(), entry.id);
            LogLine::new(
                entry.day().to_string(),
                short(entry.day()),
                Prose::new().link(href, shortened(&reading.line(entry), 70)),
            )
        })
        .collect()
}

fn own_words(reading: &Reading) -> Option<OwnWords> {
    let timeline = reading.timeline();
    let views = timeline.of::<ViewsRecorded>().filter(|(_, e)| e.words.is_some()).map(|(entry, e)| {
        let to = e.told_to.as_ref().unwrap_or(entry.author());
        let shown = match e.may_be_shown {
            Some(true) => " May be shown.",
            Some(false) => " Not to be shown to the family.",
            None => "",
        };
        let caption = format!("To {}, {}.{shown}", reading.name_of(to), display::full_date(entry.day()));
        let drawing = e.media.as_ref().map(|name| Drawing {
            href: format!("{}/files/{name}", reading.href()),
            description: e
                .media_description
                .clone()
                .unwrap_or_else(|| "A drawing; nobody has said what it shows".to_owned()),
        });
        (
            entry.day(),
            OwnWords { words: e.words.clone().unwrap_or_default(), caption: caption.into(), drawing },
        )
    });
    let visits = timeline.of::<VisitMade>().filter(|(_, e)| e.words.is_some()).map(|(entry, e)| {
        let by = e.visited_by.as_ref().unwrap_or(entry.author());
        let caption = format!("To {}, {}.", reading.name_of(by), display::full_date(entry.day()));
        (
            entry.day(),
            OwnWords { words: e.words.clone().unwrap_or_default(), caption: caption.into(), drawing: None },
        )
    });
    let last = views.chain(visits).max_by_key(|(day, words)| (*day, words.drawing.is_some()));
    last.map(|(_, words)| OwnWords {
        words: words.words.trim_matches(['“', '”', '"']).to_owned(), ..words
    })
}

/// Professionals around the child, and what must not be told to whom.
fn around(reading: &Reading) -> Vec<Prose> {
    let day = reading.today;
    let professional = |relation| matches!(relation, Relation::Professional | Relation::School);
    let kin =
        reading.timeline().kinships.iter().filter(|kin| professional(kin.relation) && kin.span.covers(day));
    let mut around: Vec<Prose> = kin
        .map(|kin| {
            let what = kin.note.clone().unwrap_or_else(|| kin.relation.label().to_lowercase());
            Prose::new().strong(reading.name_of(&kin.to)).text(format!(", {what}"))
        })
        .collect();
    for hazard in reading.timeline().identity.hazards.iter().filter(|hazard| hazard.span.covers(day)) {
        let whom = hazard.for_whom.as_ref().map(|whom| format!(" For {whom}.")).unwrap_or_default();
        around.push(
            Prose::new()
                .tag(Tag::new(Tone::Restricted, "Take care"))
                .text(format!(" {}.{whom}", hazard.what.trim_end_matches('.'))),
        );
    }
    around
}
