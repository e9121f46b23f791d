//! Assessments of a child, from start to sign-off.

use chronology::{EntryId, Occurred, PersonId};
use jiff::civil::Date;

use super::TimelineEntry;
use crate::Event;
use crate::events::{AssessmentCompleted, AssessmentStarted, AssessmentType, Grade};

/// An assessment of this child.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// The entry that started it; entries of the same recording are the same assessment of other children.
    pub by: EntryId,
    /// When it started.
    pub started: Occurred,
    /// What kind.
    pub assessment_type: AssessmentType,
    /// What was recorded when it started.
    pub said: AssessmentStarted,
    /// When a manager looked at it under way.
    pub checkpoints: Vec<Occurred>,
    /// The child's part, as last completed: its entry, when, and what it says.
    pub completed: Option<(EntryId, Occurred, AssessmentCompleted)>,
    /// When and why a manager sent it back.
    pub returned: Vec<Returned>,
    /// The sign-off.
    pub signed_off: Option<SignedOff>,
}

/// A manager sent the assessment back.
#[derive(Clone, Debug, PartialEq)]
pub struct Returned {
    /// The entry that says so.
    pub by: EntryId,
    /// When.
    pub at: Occurred,
    /// Who.
    pub decided_by: Option<PersonId>,
    /// What must be done.
    pub comment: Option<String>,
}

/// A manager signed the assessment off.
#[derive(Clone, Debug, PartialEq)]
pub struct SignedOff {
    /// The entry that says so.
    pub by: EntryId,
    /// When.
    pub at: Occurred,
    /// Who.
    pub decided_by: Option<PersonId>,
    /// What they think of it.
    pub comment: Option<String>,
    /// Their grade.
    pub grade: Option<Grade>,
}

impl Assessment {
    /// The day it was finished: signed off, or (for the assessments before 2013, which needed no
    /// sign-off) completed.
    pub fn finished_on(&self) -> Option<Date> {
        let completed = || self.completed.as_ref().map(|(_, at, _)| at.date());
        match self.assessment_type {
            AssessmentType::Single => self.signed_off.as_ref().map(|signed| signed.at.date()),
            AssessmentType::Initial | AssessmentType::Core => completed(),
        }
    }

    /// Whether it was under way at the end of a day.
    pub fn open_on(&self, day: Date) -> bool {
        self.started.date() <= day && self.finished_on().is_none_or(|finished| day < finished)
    }

    /// Whether it waits for a manager: completed, and not since returned or signed off.
    pub fn awaits_sign_off(&self) -> bool {
        let Some((_, at, _)) = &self.completed else { return false };
        self.signed_off.is_none() && self.returned.last().is_none_or(|returned| returned.at <= *at)
    }
}

pub(super) fn fold(entries: &[TimelineEntry]) -> Vec<Assessment> {
    let mut assessments: Vec<Assessment> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.counts()) {
        if let Event::AssessmentStarted(e) = &entry.event {
            assessments.push(Assessment {
                by: entry.id,
                started: entry.occurred,
                assessment_type: e.assessment_type.unwrap_or(AssessmentType::Single),
                said: (**e).clone(),
                checkpoints: Vec::new(),
                completed: None,
                returned: Vec::new(),
                signed_off: None,
            });
            continue;
        }
        let Some(running) = assessments.iter_mut().rev().find(|assessment| assessment.signed_off.is_none())
        else {
            continue;
        };
        match &entry.event {
            Event::AssessmentCheckpointHeld(_) => running.checkpoints.push(entry.occurred),
            Event::AssessmentCompleted(e) => {
                running.completed = Some((entry.id, entry.occurred, (**e).clone()))
            }
            Event::AssessmentReturned(e) => running.returned.push(Returned {
                by: entry.id,
                at: entry.occurred,
                decided_by: e.decided_by.clone(),
                comment: e.comment.clone(),
            }),
            Event::AssessmentSignedOff(e) => {
                running.signed_off = Some(SignedOff {
                    by: entry.id,
                    at: entry.occurred,
                    decided_by: e.decided_by.clone(),
                    comment: e.comment.clone(),
                    grade: e.grade,
                });
            }
            _ => {}
        }
    }
    assessments
}
