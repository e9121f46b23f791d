//! When the service has been working with a child, and how far the work had come.

use chronology::EntryId;
use jiff::civil::Date;

use super::{Referral, Span, Timeline, TimelineEntry};
use crate::Event;
use crate::codes::ClosureReason;
use crate::events::EnquiryDecision;

/// A time during which the service worked with the child: an episode of need, in the census's words.
#[derive(Clone, Debug, PartialEq)]
pub struct Involvement {
    /// When. It runs from the day the referral came, if that led to it.
    pub span: Span,
    /// The day on which it became the service's to do something: the decision.
    pub accepted_on: Date,
    /// The entry that opened it.
    pub opened_by: EntryId,
    /// The referral that led to it, if one did.
    pub referral: Option<EntryId>,
    /// The entry that closed it.
    pub closed_by: Option<EntryId>,
    /// Why it was closed, by the national code.
    pub closure_reason: Option<ClosureReason>,
}

/// How far the work with a child has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Not open.
    Closed,
    /// A contact waits for a decision.
    Contact,
    /// A referral waits for a decision.
    Referral,
    /// Accepted, and no plan yet.
    Assessment,
    /// A child in need plan.
    InNeed,
    /// A section 47 enquiry.
    Enquiry,
    /// A child protection plan.
    Protection,
}

impl Stage {
    /// The stage in words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Closed => "Not open",
            Self::Contact => "Contact",
            Self::Referral => "Referral",
            Self::Assessment => "Assessment",
            Self::InNeed => "Child in need",
            Self::Enquiry => "Section 47 enquiry",
            Self::Protection => "Child protection plan",
        }
    }
}

impl Timeline {
    /// How far the work with the child had come at the end of a day.
    pub fn stage_on(&self, day: Date) -> Stage {
        let before = |occurred: chronology::Occurred| occurred.date() <= day;
        if self.protection_plan_on(day).is_some() {
            Stage::Protection
        } else if self.enquiries.iter().any(|enquiry| enquiry.open_on(day)) {
            Stage::Enquiry
        } else if self.need_plan_on(day).is_some() {
            Stage::InNeed
        } else if self.involvements.iter().any(|i| i.span.covers(day) && i.accepted_on <= day) {
            Stage::Assessment
        } else if self
            .referrals
            .iter()
            .any(|r| before(r.received) && r.decided.as_ref().is_none_or(|d| !before(d.at)))
        {
            Stage::Referral
        } else if self
            .contacts
            .iter()
            .any(|c| before(c.received) && c.decided.as_ref().is_none_or(|d| !before(d.at)))
        {
            Stage::Contact
        } else {
            Stage::Closed
        }
    }
}

pub(super) fn fold(entries: &[TimelineEntry], referrals: &[Referral]) -> Vec<Involvement> {
    let mut involvements: Vec<Involvement> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.counts()) {
        let opens = match &entry.event {
            Event::ReferralDecided(_) => {
                referrals.iter().any(|r| r.accepted() && r.decided.as_ref().is_some_and(|d| d.by == entry.id))
            }
            Event::EnquiryDecided(e) => {
                matches!(e.decision, Some(EnquiryDecision::Joint | EnquiryDecision::Single))
            }
            Event::AssessmentStarted(_)
            | Event::EnquiryStarted(_)
            | Event::ProtectionPlanStarted(_)
            | Event::NeedPlanStarted(_) => true,
            _ => false,
        };
        let running = involvements.last().is_some_and(|involvement| involvement.span.open());
        if opens && !running {
            let referral = referrals.iter().find(|r| r.decided.as_ref().is_some_and(|d| d.by == entry.id));
            involvements.push(Involvement {
                span: Span::since(referral.map_or(entry.day(), |r| r.received.date())),
                accepted_on: entry.day(),
                opened_by: entry.id,
                referral: referral.map(|r| r.by),
                closed_by: None,
                closure_reason: None,
            });
        }
        if let (Event::ClosureDecided(e), Some(last)) = (&entry.event, involvements.last_mut())
            && last.span.open()
        {
            last.span.to = Some(entry.day());
            last.closed_by = Some(entry.id);
            last.closure_reason = e.closure_reason;
        }
    }
    involvements
}
