//! Children in need.

use super::spans::open;
use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

/// Counted from the day the service accepted the child to the day it closed the case. The national census
/// counts more widely: from the day of the referral, and some children for a while after.
pub(super) const CHILDREN_IN_NEED_AT_DATE: Indicator = Indicator {
    id: "children_in_need_at_date",
    title: "Children in need",
    measure: Measure::Count,
    when: When::AsAt,
    polarity: Polarity::Neither,
    denominator: "children accepted as in need of a specialist service and not closed",
    numerator: "all of them",
    source: "Children Act 1989 s17; counted from acceptance, so narrower than the children in need census",
    cases,
    examples: &[
        Example {
            title: "from acceptance to closure, and again",
            notation: "
recording by manager as team_manager
  2026-03-02 child referral.received
  2026-03-03 child referral.decided
    outcome: assessment
  2026-05-01 child closure.decided
  2026-06-01 child assessment.started
",
            expect: &[
                "2026-03-03 to 2026-05-01 met: closed on 1 May 2026",
                "from 2026-06-01 met: Open since",
            ],
        },
        Example {
            title: "a referral without acceptance is not yet need; nobody is a child at eighteen",
            notation: "
recording by manager as team_manager
  2025-12-01 child person.identified
    date_of_birth: 2008-04-01
  2025-12-02 child referral.received
  2025-12-02 child referral.decided
    outcome: no_further_action
  2026-03-02 child referral.received
  2026-03-02 child referral.decided
    outcome: services
",
            expect: &["2026-03-02 to 2026-04-01 met"],
        },
    ],
};

fn cases(circle: &Circle) -> Vec<Case> {
    open(circle)
        .into_iter()
        .map(|(span, involvement)| {
            let opened = day(involvement.accepted_on);
            let because = match (involvement.span.to, span.to) {
                (Some(closed), Some(to)) if closed == to => {
                    format!("Open since {opened}, closed on {}.", day(closed))
                }
                (_, Some(to)) => format!("Open since {opened}, and a child until {}.", day(to)),
                (_, None) => format!("Open since {opened}."),
            };
            let case = Case::new(Dated::During(span), true, because).from([involvement.opened_by]);
            case.from(involvement.closed_by)
        })
        .collect()
}
