//! Police notices whose risk was graded on the day they came.

use record::timeline::Correspondence;

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

/// A case is a notice, and stands in the record of the team that received it: whom it is about is known only when
/// a worker has looked.
pub(super) const POLICE_NOTICES_GRADED_SAME_DAY: Indicator = Indicator {
    id: "police_notices_graded_same_day",
    title: "Police notices risk graded the same day",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "police notices received",
    numerator: "those graded on the day of receipt",
    source: "Inspection: notices were read late and nobody measured the delay; the limit is the authority’s own",
    cases,
    examples: &[Example {
        title: "graded that evening; the next day; not at all",
        notation: "
recording by police as partner
  2026-03-06 09:00 child police_notification.received @first
  2026-03-07 23:50 child police_notification.received @second
  2026-03-09 09:00 child police_notification.received
recording by screener as screener
  2026-03-06 23:00 child police_notification.risk_graded
    notice: @first
    rating: amber
  2026-03-08 00:10 child police_notification.risk_graded
    notice: @second
    rating: red
",
        expect: &[
            "2026-03-06 met: graded the same day",
            "2026-03-07 not met: graded on 8 March 2026",
            "2026-03-09 not met: is not graded",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    circle.timeline.correspondence.iter().filter(|one| one.notice().is_some()).map(case).collect()
}

fn case(one: &Correspondence) -> Case {
    let received = one.received.date();
    let on = Dated::On(received);
    let Some((by, at, _)) = &one.graded else {
        let because = format!("The notice of {} is not graded.", day(received));
        return Case::new(on, false, because).from([one.by]);
    };
    let met = at.date() == received;
    let when = if met { "the same day".to_owned() } else { format!("on {}", day(at.date())) };
    let because = format!("The notice of {} was graded {when}.", day(received));
    Case::new(on, met, because).from([one.by, *by])
}
