//! What a child is known to need, and what was said of each need since.

use chronology::EntryId;
use jiff::civil::Date;
use record::events::{Action, NeedAnswered, NeedFound, NeedRating};
use record::{Event, Timeline, TimelineEntry};

use crate::words::said;

/// A need of a child, with everything said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Need {
    /// The need, in the words it was first given.
    pub words: String,
    /// The entry that named it first.
    pub by: EntryId,
    /// The day it was named.
    pub on: Date,
    /// What was said of it since, in order.
    pub readings: Vec<Reading>,
}

/// What one entry says of a need.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The entry.
    pub by: EntryId,
    /// The day.
    pub on: Date,
    /// What it says.
    pub said: NeedAnswered,
}

impl Need {
    /// The worker's last rating.
    pub fn workers_rating(&self) -> Option<NeedRating> {
        self.readings.iter().rev().find_map(|reading| reading.said.workers_rating)
    }

    /// Whether worker and family rated it, or the family's silence has its reason.
    pub fn rated(&self) -> bool {
        self.readings.iter().any(|reading| is_rated(&reading.said))
    }

    /// Whether help was offered for it, or declined with a reason.
    pub fn offered(&self) -> bool {
        self.readings.iter().any(|reading| is_offered(&reading.said))
    }
}

/// Whether worker and family rated a need, or the family's silence has its reason.
pub fn is_rated(answer: &NeedAnswered) -> bool {
    let family = answer.familys_rating.is_some() || said(&answer.no_family_rating);
    answer.workers_rating.is_some() && family
}

/// Whether help was offered for a need, or declined with a reason.
pub fn is_offered(answer: &NeedAnswered) -> bool {
    said(&answer.offer) || said(&answer.declined)
}

/// Whether two wordings name the same need.
pub fn same(one: &str, other: &str) -> bool {
    let plain = |words: &str| words.trim().trim_end_matches('.').to_lowercase();
    plain(one) == plain(other)
}

/// Every need named for a child from one day to another, in the order they were named: by an assessment, or by an action
/// of a plan. What was said of a need counts from the day it was named.
pub fn named(timeline: &Timeline, from: Date, to: Date) -> Vec<Need> {
    let mut needs: Vec<Need> = Vec::new();
    for entry in timeline.counting().filter(|entry| from <= entry.day() && entry.day() <= to) {
        for words in names(entry) {
            if !needs.iter().any(|need| same(&need.words, words)) {
                needs.push(Need {
                    words: words.to_owned(),
                    by: entry.id,
                    on: entry.day(),
                    readings: Vec::new(),
                });
            }
        }
        for answer in answers(&entry.event) {
            let Some(words) = answer.need.as_deref().filter(|words| !words.trim().is_empty()) else {
                continue;
            };
            let reading = Reading { by: entry.id, on: entry.day(), said: answer.clone() };
            if let Some(need) = needs.iter_mut().find(|need| same(&need.words, words)) {
                need.readings.push(reading);
            } else {
                let words = words.to_owned();
                needs.push(Need { words, by: entry.id, on: entry.day(), readings: vec![reading] });
            }
        }
    }
    needs
}

/// The needs that an entry names.
fn names(entry: &TimelineEntry) -> Vec<&str> {
    let actions: &[Action] = match &entry.event {
        Event::AssessmentCompleted(e) => return needs_of(&e.needs),
        Event::EarlyHelpRequested(e) => return needs_of(&e.needs),
        Event::EarlyHelpAssessmentCompleted(e) => return needs_of(&e.needs),
        Event::EarlyHelpPlanAgreed(e) => &e.actions,
        Event::TeamAroundFamilyMet(e) => &e.new_actions,
        Event::NeedPlanStarted(e) => &e.actions,
        Event::ProtectionPlanRevised(e) => &e.actions,
        Event::CoreGroupHeld(e) => &e.new_actions,
        Event::ConferenceDecided(e) => &e.actions,
        Event::ActionAssigned(e) => e.action.as_slice(),
        _ => return Vec::new(),
    };
    actions
        .iter()
        .filter_map(|action| action.need.as_deref())
        .filter(|need| !need.trim().is_empty())
        .collect()
}

fn needs_of(found: &[NeedFound]) -> Vec<&str> {
    found.iter().filter_map(|one| one.need.as_deref()).filter(|need| !need.trim().is_empty()).collect()
}

/// What an event says of needs.
pub(crate) fn answers(event: &Event) -> Vec<NeedAnswered> {
    match event {
        Event::ClosureDecided(e) => e.needs.clone(),
        Event::EarlyHelpEpisodeEnded(e) => e.needs.clone(),
        Event::OfferMade(e) => {
            vec![NeedAnswered { need: e.need.clone(), offer: e.offer.clone(), ..NeedAnswered::default() }]
        }
        Event::OfferDeclined(e) => vec![NeedAnswered {
            need: e.need.clone(),
            offer: e.offer.clone(),
            declined: e.reason.clone(),
            ..NeedAnswered::default()
        }],
        Event::OutcomeRated(e) => vec![NeedAnswered {
            need: e.need.clone(),
            outcome: e.outcome.clone(),
            workers_rating: e.workers_rating,
            familys_rating: e.familys_rating,
            no_family_rating: e.no_family_rating.clone(),
            ..NeedAnswered::default()
        }],
        _ => Vec::new(),
    }
}
