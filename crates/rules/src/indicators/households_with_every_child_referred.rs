//! Households of which every child was referred, and not only one.

use std::collections::BTreeSet;

use chronology::{EntryId, PersonId};
use jiff::civil::Date;
use record::Timeline;

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::words::{listed, said};

/// A case is a household on a day on which any of its children was referred. It stands under the first of
/// those children, by id, so that a household is counted once. The other children must have been contacted
/// about, referred, already worked with, or left out with an agreed reason, by the day of the decision (or,
/// while there is none, by the day it was due).
pub(super) const HOUSEHOLDS_WITH_EVERY_CHILD_REFERRED: Indicator = Indicator {
    id: "households_with_every_child_referred",
    title: "Households with every child referred",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "referred households with more than one child",
    numerator: "those of which each child was referred, or left out with an agreed reason",
    source: "Inspections of 2009, 2013 and 2016: one child was referred where several lived",
    cases,
    examples: &[
        Example {
            title: "one of two is passed over; then one is referred and the other left out with a reason",
            notation: concat!(
                "
recording by screener as screener
  2026-01-05 child person.identified
    date_of_birth: 2020-05-01
  2026-01-05 child household.joined
    household: home
  2026-01-05 jago person.identified
    forename: Jago
    date_of_birth: 2016-05-01
  2026-01-05 jago household.joined
    household: home
",
                "
recording by screener as screener
  2026-02-02 child referral.received
  2026-02-03 child referral.decided
    outcome: no_further_action
  2026-03-02 child referral.received
  2026-03-03 child referral.decided
    outcome: assessment
    left_out:
      - child: jago
        reason: At boarding school since January, seen there and well
        agreed_by: manager
"
            ),
            expect: &["2026-02-02 not met: Jago was neither", "2026-03-02 met: each of 2 children"],
        },
        Example {
            title: "both are referred: one household, not two; a child alone is no such household",
            notation: "
recording by screener as screener
  2026-01-05 child person.identified
    date_of_birth: 2020-05-01
  2026-01-05 child household.joined
    household: home
  2026-02-02 child referral.received
  2026-03-01 jago person.identified
    date_of_birth: 2016-05-01
  2026-03-01 jago household.joined
    household: home
  2026-03-02 child referral.received
  2026-03-02 jago referral.received
",
            expect: &["2026-03-02 met: each of 2 children"],
        },
    ],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let days: BTreeSet<Date> =
        circle.timeline.referrals.iter().map(|referral| referral.received.date()).collect();
    let households = |day: Date| {
        let stays = circle.timeline.stays.iter().filter(move |stay| stay.span.covers(day));
        stays.map(|stay| &stay.household).collect::<BTreeSet<_>>()
    };
    let mut cases = Vec::new();
    for day in days {
        cases.extend(households(day).into_iter().filter_map(|household| case(circle, household, day)));
    }
    cases
}

fn case(circle: &Circle, household: &PersonId, on: Date) -> Option<Case> {
    let lives_there =
        |t: &Timeline| t.stays.iter().any(|stay| stay.household == *household && stay.span.covers(on));
    let everybody = circle.others.iter().map(|(id, t)| (id, &**t)).chain([(circle.person, circle.timeline)]);
    let children: Vec<(&PersonId, &Timeline)> =
        everybody.filter(|(_, t)| circle.child_on(t, on) && lives_there(t)).collect();
    let referred = |t: &Timeline| t.referrals.iter().any(|referral| referral.received.date() == on);
    let first = children.iter().filter(|(_, t)| referred(t)).map(|(id, _)| *id).min()?;
    if children.len() < 2 || first != circle.person {
        return None;
    }
    let within = circle.settings.within("referral_decision_working_days");
    let decided = children.iter().flat_map(|(_, t)| decisions(t, on));
    let by = decided.map(|(_, at)| at).max().unwrap_or(within.due(on));
    let passed_over = children.iter().filter(|(id, t)| !referred(t) && !considered(&children, id, t, on, by));
    let names: Vec<String> = passed_over.map(|(id, _)| circle.short_name_of(id)).collect();
    let because = if names.is_empty() {
        format!(
            "The household was referred on {}, and each of {} children was referred, known already or left out with \
             a reason.",
            day(on),
            children.len()
        )
    } else {
        let were = if names.len() == 1 { "was" } else { "were" };
        format!(
            "The household was referred on {}, and {} {were} neither referred nor left out with a reason by {}.",
            day(on),
            listed(&names),
            day(by)
        )
    };
    let referrals = circle.timeline.referrals.iter().filter(|referral| referral.received.date() == on);
    let mine: Vec<EntryId> = referrals.map(|referral| referral.by).collect();
    Some(Case::new(Dated::On(on), names.is_empty(), because).from(mine))
}

/// The decisions on a child's referrals of a day, with the children each leaves out.
fn decisions(timeline: &Timeline, on: Date) -> Vec<(&record::events::ReferralDecided, Date)> {
    let referrals = timeline.referrals.iter().filter(|referral| referral.received.date() == on);
    referrals.filter_map(|referral| referral.decided.as_ref()).map(|d| (&d.said, d.at.date())).collect()
}

fn considered(
    children: &[(&PersonId, &Timeline)],
    child: &PersonId,
    timeline: &Timeline,
    on: Date,
    by: Date,
) -> bool {
    let between = |day: Date| on <= day && day <= by;
    let contacted = timeline.contacts.iter().any(|contact| between(contact.received.date()));
    let referred = timeline.referrals.iter().any(|referral| between(referral.received.date()));
    let left_out = children.iter().flat_map(|(_, t)| decisions(t, on)).any(|(decided, _)| {
        decided
            .left_out
            .iter()
            .any(|left| left.child.as_ref() == Some(child) && said(&left.reason) && left.agreed_by.is_some())
    });
    timeline.open_on(on) || contacted || referred || left_out
}
