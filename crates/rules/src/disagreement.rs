//! An agency's disagreement with a decision: the levels it passes through, and who has it when.

use calendar::{hours::add_hours, london};
use chronology::{EntryId, Occurred};
use jiff::Timestamp;
use record::events::{
    DisagreementAnswered, DisagreementLevel, DisagreementOutcome, DisagreementRaised, Role,
};
use record::{Event, Timeline, TimelineEntry};

/// The time that one level has a disagreement.
#[derive(Clone, Copy, Debug)]
pub struct Stage<'a> {
    /// Who has it.
    pub level: DisagreementLevel,
    /// Since when.
    pub since: Timestamp,
    /// When the time to answer ends; nobody has it after the last level.
    pub limit: Timestamp,
    /// What ended it: the answer, the settlement, or the agency's taking it further.
    pub ended: Option<&'a TimelineEntry>,
}

impl Stage<'_> {
    /// When this level has it no longer: it was answered, or the time to answer passed and another level has it.
    pub fn until(&self) -> Option<Timestamp> {
        let ended = self.ended.map(|entry| instant(entry.occurred));
        match self.level {
            DisagreementLevel::BoardChair => ended,
            _ => Some(ended.map_or(self.limit, |at| at.min(self.limit))),
        }
    }

    /// The answer given at this level in its time, or at the last level whenever.
    pub fn answer(&self) -> Option<&DisagreementAnswered> {
        match &self.ended?.event {
            Event::DisagreementAnswered(said) => Some(said),
            _ => None,
        }
    }
}

/// A disagreement with its levels so far, and those it comes to if nobody answers.
#[derive(Clone, Debug)]
pub struct Disagreement<'a> {
    /// The entry that raised it.
    pub entry: &'a TimelineEntry,
    /// What it says.
    pub said: &'a DisagreementRaised,
    /// The levels, in order: those still to come stand there with the moment from which they have it.
    pub stages: Vec<Stage<'a>>,
}

impl<'a> Disagreement<'a> {
    /// The level that has it at a moment; none once it is answered and not taken further.
    pub fn stage_at(&self, at: Timestamp) -> Option<&Stage<'a>> {
        let covers = |stage: &&Stage| stage.since <= at && stage.until().is_none_or(|until| at < until);
        self.stages.iter().find(covers)
    }

    /// What it came to in the end: the last answer that nobody took further, or the settlement.
    pub fn outcome(&self) -> Option<(&'a TimelineEntry, Option<DisagreementOutcome>)> {
        let ended = self.stages.last()?.ended?;
        match &ended.event {
            Event::DisagreementAnswered(said) => Some((ended, said.outcome)),
            Event::DisagreementResolved(said) => Some((ended, said.outcome)),
            _ => None,
        }
    }

    /// Hours from raising it to its last answer, if it has one.
    pub fn hours(&self) -> Option<i64> {
        let (ended, _) = self.outcome()?;
        Some(instant(ended.occurred).duration_since(instant(self.entry.occurred)).as_hours())
    }
}

/// A moment; for a day alone, its last: nobody is late for an hour that nobody wrote down.
pub fn instant(at: Occurred) -> Timestamp {
    at.instant().unwrap_or_else(|| london::last_instant_of(at.date()))
}

/// Every disagreement about a child, in order, with `hours` for each level to answer.
pub fn disagreements(timeline: &Timeline, hours: u32) -> Vec<Disagreement<'_>> {
    let hours = i32::try_from(hours).unwrap_or(i32::MAX);
    let all = timeline.of::<DisagreementRaised>();
    all.map(|(entry, said)| Disagreement { entry, said, stages: stages(timeline, entry, hours) }).collect()
}

fn stages<'a>(timeline: &'a Timeline, raised: &'a TimelineEntry, hours: i32) -> Vec<Stage<'a>> {
    let mut steps = timeline.after(raised.id).filter(|entry| names(entry, raised.id)).peekable();
    let mut stages = Vec::new();
    let (mut level, mut since) = (DisagreementLevel::TeamManager, instant(raised.occurred));
    loop {
        let limit = add_hours(since, hours);
        let last = level == DisagreementLevel::BoardChair;
        let ended = steps.next_if(|entry| last || instant(entry.occurred) <= limit);
        stages.push(Stage { level, since, limit, ended });
        let Some(next) = above(level) else { return stages };
        since = match ended.map(|entry| (&entry.event, entry)) {
            None => limit,
            Some((Event::DisagreementEscalated(_), entry)) => instant(entry.occurred),
            Some(_) => {
                // Answered: it rests there unless the agency takes it further.
                match steps.find(|entry| matches!(entry.event, Event::DisagreementEscalated(_))) {
                    Some(further) => instant(further.occurred),
                    None => return stages,
                }
            }
        };
        level = next;
    }
}

/// Whether an entry answers, takes further or settles a disagreement: the one it names, or any if it names none.
fn names(entry: &TimelineEntry, raised: EntryId) -> bool {
    let named = match &entry.event {
        Event::DisagreementAnswered(e) => e.disagreement,
        Event::DisagreementEscalated(e) => e.disagreement,
        Event::DisagreementResolved(e) => e.disagreement,
        _ => return false,
    };
    named.is_none_or(|named| named == raised)
}

/// The level above.
pub fn above(level: DisagreementLevel) -> Option<DisagreementLevel> {
    match level {
        DisagreementLevel::TeamManager => Some(DisagreementLevel::HeadOfService),
        DisagreementLevel::HeadOfService => Some(DisagreementLevel::BoardChair),
        DisagreementLevel::BoardChair => None,
    }
}

/// Whether a role may answer at a level.
pub fn may_answer(role: Role, level: DisagreementLevel) -> bool {
    match level {
        DisagreementLevel::TeamManager => role.is_manager(),
        DisagreementLevel::HeadOfService => matches!(role, Role::HeadOfService | Role::Director),
        DisagreementLevel::BoardChair => role == Role::BoardChair,
    }
}

/// A moment as the record writes it.
pub(crate) fn occurred(at: Timestamp) -> Occurred {
    let here = london::zoned(at);
    Occurred::moment(here.date(), here.time(), here.offset())
}
