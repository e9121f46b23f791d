//! How long a need episode may outlast an adoption order, as the census counts it.

use calendar::Within;
use jiff::civil::date;
use record::events::{AdoptionOrderMade, ClosureDecided};

use super::scope::{first_since, moments};
use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// Close the need episode of before the adoption within a month of the order: beyond that the census wants a
/// new record for the adopted child.
pub(super) const ADOPTION_TAIL: Timescale = Timescale {
    id: "cin-census-adoption-tail",
    title: "Close the need episode of before the adoption",
    // LAW: Department for Education, Children in need census: business guide, children who are adopted.
    law: Law {
        force: Force::NationalMeasure,
        source: "children in need census guide: closed within a month of the adoption order",
        from: date(2009, 4, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::Months(1),
    set_by: None,
    starts: "the adoption order",
    stops: "the case is closed",
    stopped_by: "closure.decided",
    counting: Counting::Measure,
    runs,
    examples: &[
        Example {
            title: "closed a month later",
            notation: "
recording by worker as social_worker
  2025-06-02 child referral.received
  2025-06-03 child referral.decided
    outcome: assessment
  2026-03-31 child adoption_order.made
  2026-04-30 child closure.decided
",
            on: "2026-05-31",
            expect: &["2026-04-30 met"],
        },
        Example {
            title: "closed a day over",
            notation: "
recording by worker as social_worker
  2025-06-02 child referral.received
  2025-06-03 child referral.decided
    outcome: assessment
  2026-03-31 child adoption_order.made
  2026-05-01 child closure.decided
",
            on: "2026-05-31",
            expect: &["2026-04-30 late"],
        },
        Example {
            title: "nothing was open when the order was made",
            notation: "
recording by worker as social_worker
  2026-03-31 child adoption_order.made
",
            on: "2026-05-31",
            expect: &[],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let closures = moments::<ClosureDecided>(circle);
    let orders = moments::<AdoptionOrderMade>(circle).into_iter();
    let open = orders.filter(|(_, at)| circle.timeline.open_on(at.date()));
    open.map(|start| Run::started(start.0, start.1).stopped(first_since(closures.iter().copied(), start)))
        .collect()
}
