//! Section 47 enquiries and medicals.

use chronology::{EntryId, Occurred};
use jiff::civil::Date;

use super::TimelineEntry;
use crate::Event;
use crate::events::{EnquiryCompleted, EnquiryDecision, EnquiryStarted, MedicalRequested};

/// A section 47 enquiry about this child.
///
/// LAW: Working Together to Safeguard Children 2023: the conference limit runs from the strategy discussion
/// that opened the enquiry, which is the enquiry's start in the census too.
#[derive(Clone, Debug, PartialEq)]
pub struct Enquiry {
    /// The entry that opened it: the decision after a strategy discussion, or the start of work.
    pub by: EntryId,
    /// The strategy discussion that opened it, if one did.
    pub discussion: Option<(EntryId, Occurred)>,
    /// When work on it started, if that is recorded, and how.
    pub started: Option<(EntryId, Occurred, EnquiryStarted)>,
    /// The day it counts as opened.
    pub opened_on: Date,
    /// The day enquiries came to an end.
    pub ended_on: Option<Date>,
    /// The outcome: its entry, when it happened, what it says.
    pub completed: Option<(EntryId, Occurred, EnquiryCompleted)>,
}

/// How an enquiry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnquiryStatus {
    /// Under way.
    Open,
    /// Ended, and the outcome is not recorded.
    AwaitsOutcome,
    /// The outcome is recorded.
    Completed,
}

impl Enquiry {
    /// How it stands.
    pub fn status(&self) -> EnquiryStatus {
        match (&self.completed, self.ended_on) {
            (Some(_), _) => EnquiryStatus::Completed,
            (None, Some(_)) => EnquiryStatus::AwaitsOutcome,
            (None, None) => EnquiryStatus::Open,
        }
    }

    /// Whether it was under way at the end of a day.
    pub fn open_on(&self, day: Date) -> bool {
        let closed = self.completed.as_ref().map(|(_, at, _)| at.date());
        self.opened_on <= day && closed.is_none_or(|closed| day < closed)
    }
}

/// A medical that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Medical {
    /// The entry that asked.
    pub by: EntryId,
    /// When.
    pub requested: Occurred,
    /// What was asked.
    pub said: MedicalRequested,
    /// When it was held or declined, by which entry, and what it says.
    pub answered: Option<(EntryId, Occurred, String)>,
}

pub(super) fn fold(entries: &[TimelineEntry]) -> Vec<Enquiry> {
    let mut enquiries: Vec<Enquiry> = Vec::new();
    let mut discussion: Option<(EntryId, Occurred)> = None;
    for entry in entries.iter().filter(|entry| entry.counts()) {
        let open = enquiries.last_mut().filter(|enquiry| enquiry.completed.is_none());
        match &entry.event {
            Event::StrategyDiscussionHeld(_) => discussion = Some((entry.id, entry.occurred)),
            Event::EnquiryDecided(e)
                if matches!(e.decision, Some(EnquiryDecision::Joint | EnquiryDecision::Single)) =>
            {
                match open {
                    // Work began before the discussion: the discussion that follows is the one that counts.
                    Some(enquiry) if enquiry.discussion.is_none() => {
                        enquiry.discussion = discussion;
                        enquiry.opened_on = discussion.map_or(enquiry.opened_on, |(_, at)| at.date());
                    }
                    Some(_) => {}
                    None => enquiries.push(opened(entry, discussion, None)),
                }
            }
            Event::EnquiryStarted(e) => {
                let started = Some((entry.id, entry.occurred, (**e).clone()));
                match open {
                    Some(enquiry) if enquiry.started.is_none() => enquiry.started = started,
                    Some(_) => {}
                    None => {
                        let since =
                            enquiries.last().and_then(|last| last.completed.as_ref()).map(|(_, at, _)| *at);
                        let fresh = discussion.filter(|(_, at)| since.is_none_or(|since| *at >= since));
                        enquiries.push(opened(entry, fresh, started));
                    }
                }
            }
            Event::EnquiryEnded(_) => {
                if let Some(enquiry) = open {
                    enquiry.ended_on = Some(entry.day());
                }
            }
            Event::EnquiryCompleted(e) => {
                if let Some(enquiry) = open {
                    enquiry.ended_on = e.ended_on.or(enquiry.ended_on).or(Some(entry.day()));
                    enquiry.completed = Some((entry.id, entry.occurred, (**e).clone()));
                }
            }
            _ => {}
        }
    }
    enquiries
}

fn opened(
    entry: &TimelineEntry,
    discussion: Option<(EntryId, Occurred)>,
    started: Option<(EntryId, Occurred, EnquiryStarted)>,
) -> Enquiry {
    let opened_on = discussion.map_or(entry.day(), |(_, at)| at.date());
    Enquiry { by: entry.id, discussion, started, opened_on, ended_on: None, completed: None }
}

pub(super) fn medicals(entries: &[TimelineEntry]) -> Vec<Medical> {
    let mut medicals: Vec<Medical> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.counts()) {
        let (request, answer) = match &entry.event {
            Event::MedicalRequested(e) => {
                medicals.push(Medical {
                    by: entry.id,
                    requested: entry.occurred,
                    said: (**e).clone(),
                    answered: None,
                });
                continue;
            }
            Event::MedicalHeld(e) => (e.request, e.result.clone()),
            Event::MedicalDeclined(e) => (e.request, e.reason.clone()),
            _ => continue,
        };
        let which =
            |medical: &&mut Medical| request.map_or(medical.answered.is_none(), |id| id == medical.by);
        if let Some(medical) = medicals.iter_mut().find(which) {
            medical.answered = Some((entry.id, entry.occurred, answer.unwrap_or_default()));
        }
    }
    medicals
}
