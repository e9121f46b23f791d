//! Referrals and their decisions.

use chronology::{EntryId, Occurred};

use super::TimelineEntry;
use crate::Event;
use crate::events::{Rating, ReferralDecided, ReferralOutcome, ReferralReceived};

/// A referral of this child.
#[derive(Clone, Debug, PartialEq)]
pub struct Referral {
    /// The entry that received it.
    pub by: EntryId,
    /// When it came.
    pub received: Occurred,
    /// What it says.
    pub said: ReferralReceived,
    /// The risk as last judged.
    pub rating: Option<Rating>,
    /// The decision.
    pub decided: Option<ReferralDecision>,
    /// When the referrer was told that it arrived.
    pub acknowledged: Option<Occurred>,
    /// When the referrer put it in writing.
    pub confirmed: Option<Occurred>,
}

/// The decision on a referral.
#[derive(Clone, Debug, PartialEq)]
pub struct ReferralDecision {
    /// The entry that decided.
    pub by: EntryId,
    /// When.
    pub at: Occurred,
    /// What was decided.
    pub said: ReferralDecided,
}

impl Referral {
    /// Whether it was accepted: something follows that the service itself does.
    pub fn accepted(&self) -> bool {
        use ReferralOutcome::{Assessment, Services, StrategyDiscussion};
        let outcome = self.decided.as_ref().and_then(|decision| decision.said.outcome);
        matches!(outcome, Some(Assessment | StrategyDiscussion | Services))
    }
}

pub(super) fn fold(entries: &[TimelineEntry]) -> Vec<Referral> {
    let mut referrals: Vec<Referral> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.counts()) {
        match &entry.event {
            Event::ReferralReceived(e) => referrals.push(Referral {
                by: entry.id,
                received: entry.occurred,
                said: (**e).clone(),
                rating: e.rating,
                decided: None,
                acknowledged: None,
                confirmed: None,
            }),
            Event::ReferralDecided(e) => {
                let at = match e.referral {
                    Some(id) => referrals.iter().position(|referral| referral.by == id),
                    None => referrals.iter().rposition(|referral| referral.decided.is_none()),
                };
                if let Some(referral) = at.map(|at| &mut referrals[at]) {
                    referral.rating = e.rating.or(referral.rating);
                    referral.decided =
                        Some(ReferralDecision { by: entry.id, at: entry.occurred, said: (**e).clone() });
                }
            }
            Event::ReferrerAcknowledged(_) | Event::ReferrerInformed(_) => {
                if let Some(referral) = referrals.iter_mut().rev().find(|r| r.acknowledged.is_none()) {
                    referral.acknowledged = Some(entry.occurred);
                }
            }
            Event::ReferralConfirmedInWriting(_) => {
                if let Some(referral) = referrals.iter_mut().rev().find(|r| r.confirmed.is_none()) {
                    referral.confirmed = Some(entry.occurred);
                }
            }
            _ => {}
        }
    }
    referrals
}
