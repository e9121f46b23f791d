//! Matters: what stands about somebody until it is answered or ends. Early help and steps up and down, needs, services and
//! signposts, high-risk cases.

use chronology::EntryId;
use jiff::civil::Date;
use record::events::{NeedRating, ServiceOfferListed, ServiceOfferWithdrawn, Text};
use record::{Choices, Event, Timeline, TimelineEntry};
use rules::needs::{self, Need};
use rules::{disagreement, early_help, marac, specialist};
use rusqlite::{Connection, params};

use crate::ViewFault;

/// What a matter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// A request for early help, until a service took it on or the family declined.
    Request,
    /// A time of early help, with who leads.
    Episode,
    /// A step up, until it was accepted.
    StepUp,
    /// A step down, until it was accepted.
    StepDown,
    /// A step down, until somebody looked how the child is.
    Check,
    /// A need, until it was met or help was offered for it.
    Need,
    /// A service asked to support a child, until it ended.
    Service,
    /// A signpost, until somebody asked whether it was followed.
    Signpost,
    /// A victim referred to the high-risk conference, until the case was heard; the words are the reason, and the
    /// state is the day of a hearing within twelve months before.
    Marac,
    /// A child named in such a referral; the words are the victim's id.
    MaracChild,
    /// An action that the high-risk conference gave somebody, until it was done; the state is the day by which.
    MaracAction,
    /// An agency's disagreement with a decision, until it is settled; the words are what is disputed, the state is the agency.
    Disagreement,
    /// A specialist concern, until it is answered; the words are its kind, the state is the day of its referral.
    SpecialistConcern,
    /// A service that families may be sent to, until it was withdrawn.
    Offer,
}

impl Matter {
    /// Its name in the table.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Episode => "episode",
            Self::StepUp => "step_up",
            Self::StepDown => "step_down",
            Self::Check => "check",
            Self::Need => "need",
            Self::Service => "service",
            Self::Signpost => "signpost",
            Self::Marac => "marac",
            Self::MaracChild => "marac_child",
            Self::MaracAction => "marac_action",
            Self::Disagreement => "disagreement",
            Self::SpecialistConcern => "specialist_concern",
            Self::Offer => "offer",
        }
    }
}

/// A matter of one person.
pub(crate) struct MatterRow {
    what: Matter,
    since: Date,
    until: Option<Date>,
    entry: EntryId,
    words: Text,
    state: Option<String>,
}

/// Every matter of a person.
pub(crate) fn of(timeline: &Timeline) -> Vec<MatterRow> {
    let mut rows = Vec::new();
    asked(timeline, &mut rows);
    episodes(timeline, &mut rows);
    needs_of(timeline, &mut rows);
    services(timeline, &mut rows);
    high_risk(timeline, &mut rows);
    objections(timeline, &mut rows);
    rows
}

fn objections(timeline: &Timeline, rows: &mut Vec<MatterRow>) {
    // How many hours each level has changes who has it, and not when it is settled.
    for one in disagreement::disagreements(timeline, 24) {
        let line =
            row(Matter::Disagreement, one.entry, one.outcome().map(|(entry, _)| entry), &one.said.disputed);
        rows.push(MatterRow { state: one.said.agency.map(|agency| agency.code().to_owned()), ..line });
    }
    for one in specialist::concerns(timeline) {
        let kind = one.said.kind.map(|kind| kind.label().to_owned());
        let sent = specialist::referred(timeline, one.entry).map(|(entry, _)| entry.day().to_string());
        rows.push(MatterRow { state: sent, ..row(Matter::SpecialistConcern, one.entry, one.answer, &kind) });
    }
}

fn high_risk(timeline: &Timeline, rows: &mut Vec<MatterRow>) {
    for one in marac::referrals(timeline) {
        match &one.said.victim {
            None => {
                let before = marac::heard_before(timeline, one.entry.day()).map(TimelineEntry::day);
                let line = row(Matter::Marac, one.entry, one.answer, &one.said.reason);
                rows.push(MatterRow { state: before.map(|day| day.to_string()), ..line });
            }
            Some(victim) => {
                rows.push(row(Matter::MaracChild, one.entry, one.answer, &Some(victim.to_string())));
            }
        }
    }
    let given = timeline.actions.iter();
    let given = given.filter(|one| timeline.entry(one.by).is_some_and(|by| by.event.kind() == "marac.heard"));
    for one in given {
        let agency = one.action.agency.map(|agency| agency.label().to_owned());
        let named = one.action.owner_name.clone().filter(|name| agency.as_ref() != Some(name));
        let owner: Vec<String> = [named, agency].into_iter().flatten().collect();
        let words = format!("{} ({})", one.action.what.as_deref().unwrap_or_default(), owner.join(", "));
        rows.push(MatterRow {
            what: Matter::MaracAction,
            since: one.given_on,
            until: one.ended().map(|ended| ended.on),
            entry: one.by,
            words: Some(words),
            state: one.action.by.map(|by| by.to_string()),
        });
    }
}

fn row(what: Matter, entry: &TimelineEntry, answer: Option<&TimelineEntry>, words: &Text) -> MatterRow {
    let (since, until) = (entry.day(), answer.map(TimelineEntry::day));
    let state = answer.map(|answer| answer.event.kind().to_owned());
    MatterRow { what, since, until, entry: entry.id, words: words.clone(), state }
}

fn asked(timeline: &Timeline, rows: &mut Vec<MatterRow>) {
    for one in early_help::requests(timeline) {
        rows.push(row(Matter::Request, one.entry, one.answer, &one.said.reason));
    }
    for one in early_help::steps_up(timeline) {
        rows.push(row(Matter::StepUp, one.entry, one.answer, &one.said.reason));
    }
    for one in early_help::steps_down(timeline) {
        rows.push(row(Matter::StepDown, one.entry, one.answer, &one.said.to_service));
    }
    for one in early_help::step_down_checks(timeline) {
        rows.push(row(Matter::Check, one.entry, one.answer, &one.said.plan));
    }
}

fn episodes(timeline: &Timeline, rows: &mut Vec<MatterRow>) {
    for episode in early_help::episodes(timeline) {
        let why = episode.ended.and_then(|(_, said)| said.why).map(|why| why.code().to_owned());
        rows.push(MatterRow {
            what: Matter::Episode,
            since: episode.span.from,
            until: episode.span.to,
            entry: episode.by,
            words: episode.lead(timeline, Date::MAX),
            state: why,
        });
    }
}

/// The needs named while the present work with a child runs: social care's, or early help's.
fn needs_of(timeline: &Timeline, rows: &mut Vec<MatterRow>) {
    let open = timeline.involvements.last().map(|one| one.span).filter(|span| span.open());
    let helped = early_help::episodes(timeline).last().map(|one| one.span).filter(|span| span.open());
    let Some(from) = open.into_iter().chain(helped).map(|span| span.from).min() else { return };
    for need in needs::named(timeline, from, Date::MAX) {
        let until = answered(&need);
        let state = need.workers_rating().map(|rating| rating.code().to_owned());
        let words = Some(need.words.clone());
        rows.push(MatterRow { what: Matter::Need, since: need.on, until, entry: need.by, words, state });
    }
}

/// The day on which a need was met, or help was offered for it.
fn answered(need: &Need) -> Option<Date> {
    let answers = need.readings.iter().filter(|reading| {
        reading.said.workers_rating == Some(NeedRating::Met) || needs::is_offered(&reading.said)
    });
    answers.map(|reading| reading.on).min()
}

fn services(timeline: &Timeline, rows: &mut Vec<MatterRow>) {
    for one in early_help::signposts(timeline) {
        let taken = one.answer.and_then(|answer| match &answer.event {
            Event::SignpostTakenUp(e) => e.taken_up.map(|taken| taken.code().to_owned()),
            _ => None,
        });
        let line = row(Matter::Signpost, one.entry, one.answer, &one.said.service_name);
        rows.push(MatterRow { state: taken, ..line });
    }
    for one in early_help::services(timeline) {
        let started =
            timeline.after(one.entry.id).any(|entry| matches!(entry.event, Event::ServiceStarted(_)));
        let line = row(Matter::Service, one.entry, one.answer, &one.said.service_name);
        rows.push(MatterRow { state: Some(if started { "started" } else { "waiting" }.to_owned()), ..line });
    }
    let withdrawn = timeline.of::<ServiceOfferWithdrawn>().last();
    if let Some((entry, listed)) = timeline.of::<ServiceOfferListed>().last() {
        let gone = withdrawn.filter(|(gone, _)| gone.day() >= entry.day());
        let ends = [gone.map(|(gone, _)| gone.day()), listed.until.and_then(|last| last.tomorrow().ok())];
        let successor = gone.and_then(|(_, e)| e.successor.as_ref()).map(ToString::to_string);
        rows.push(MatterRow {
            what: Matter::Offer,
            since: entry.day(),
            until: ends.into_iter().flatten().min(),
            entry: entry.id,
            words: listed.name.clone(),
            state: successor,
        });
    }
}

/// Writes a person’s matters.
pub(crate) fn write(rows: &[MatterRow], to: &Connection, key: i64) -> Result<(), ViewFault> {
    let mut put = to.prepare_cached("INSERT INTO matter VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
    for row in rows {
        let until = row.until.map(|day| day.to_string());
        let since = row.since.to_string();
        put.execute(params![
            key,
            row.what.name(),
            since,
            until,
            row.entry.to_string(),
            row.words,
            row.state
        ])?;
    }
    Ok(())
}
