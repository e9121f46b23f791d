//! How many times somebody told us before a child was accepted.

use std::collections::BTreeSet;

use calendar::periods;
use chronology::EntryId;
use record::events::ContactOutcome;
use record::timeline::{Referral, ReferralDecision};

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When, limits};
use crate::Circle;

/// A contact and the referral that came of it are one approach, not two.
pub(super) const REFERRALS_BEFORE_ACCEPTANCE: Indicator = Indicator {
    id: "referrals_before_acceptance",
    title: "Contacts or referrals before one is accepted",
    measure: Measure::Distribution,
    when: When::Period,
    polarity: Polarity::Lower,
    denominator: "children accepted",
    numerator: "by the number of earlier contacts and referrals in the twelve months before",
    source: "Inspection of Cornwall, September 2009: three or more for some children",
    cases,
    examples: &[
        Example {
            title: "accepted at once: the contact that it came from is not an earlier one",
            notation: "
recording by screener as screener
  2026-03-02 child contact.received @call
  2026-03-02 child contact.decided
    outcome: referral
  2026-03-02 child referral.received
    contact: @call
  2026-03-03 child referral.decided
    outcome: assessment
",
            expect: &["2026-03-03 met [None]: no earlier contact or referral"],
        },
        Example {
            title: "the fourth was accepted; one of those before is too long ago to count",
            notation: "
recording by screener as screener
  2025-01-10 child contact.received
  2025-06-02 child contact.received
  2025-06-02 child contact.decided
    outcome: no_further_action
  2025-09-02 child contact.received
  2025-09-02 child contact.decided
    outcome: referral
  2025-09-02 child referral.received
  2025-09-03 child referral.decided
    outcome: no_further_action
  2025-12-01 child referral.received
  2026-03-02 child referral.received
  2026-03-03 child referral.decided
    outcome: strategy_discussion
",
            expect: &["2026-03-03 met [3 or more]: 3 earlier"],
        },
    ],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let accepted = circle.timeline.referrals.iter().filter(|referral| referral.accepted());
    accepted.filter_map(|referral| Some(case(circle, referral, referral.decided.as_ref()?))).collect()
}

fn case(circle: &Circle, referral: &Referral, decided: &ReferralDecision) -> Case {
    let earlier = earlier(circle, referral);
    let group = match earlier.len() {
        0 => "None",
        1 => "1",
        2 => "2",
        _ => "3 or more",
    };
    let number = if earlier.is_empty() { "no".to_owned() } else { earlier.len().to_string() };
    let because = format!(
        "The referral of {} was accepted on {}, with {number} earlier contact{} or referral{} in the twelve months \
         before it.",
        day(referral.received.date()),
        day(decided.at.date()),
        if earlier.len() > 1 { "s" } else { "" },
        if earlier.len() > 1 { "s" } else { "" }
    );
    let case = Case::new(Dated::On(decided.at.date()), true, because).grouped(group);
    case.from([referral.by, decided.by]).from(earlier)
}

/// The approaches in the twelve months before a referral: contacts, and referrals that came from none.
fn earlier(circle: &Circle, referral: &Referral) -> BTreeSet<EntryId> {
    let on = referral.received.date();
    let window = limits::of_law("re-referral-window");
    let recent = |day| day <= on && window.due(day) >= on && day >= periods::add_months(on, -window.amount());
    let own = came_from(circle, referral);
    let contacts = circle.timeline.contacts.iter();
    let contacts = contacts.filter(|c| Some(c.by) != own && recent(c.received.date()));
    let referrals = circle.timeline.referrals.iter().filter(|other| other.received < referral.received);
    let referrals = referrals.filter(|r| recent(r.received.date()) && came_from(circle, r).is_none());
    contacts.map(|contact| contact.by).chain(referrals.map(|referral| referral.by)).collect()
}

/// The contact that a referral came from: the one it names, or the last before it that was decided as a
/// referral, unless another referral lies between.
fn came_from(circle: &Circle, referral: &Referral) -> Option<EntryId> {
    if referral.said.contact.is_some() {
        return referral.said.contact;
    }
    let on = referral.received.date();
    let earlier = circle.timeline.referrals.iter().filter(|other| other.received < referral.received);
    let since = earlier.map(|other| other.received.date()).max();
    let referred = circle.timeline.contacts.iter().rev().find(|contact| {
        let outcome = contact.decided.as_ref().and_then(|decided| decided.outcome);
        outcome == Some(ContactOutcome::Referral) && contact.received.date() <= on
    })?;
    since.is_none_or(|since| since < referred.received.date()).then_some(referred.by)
}
