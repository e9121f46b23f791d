//! Concerns with a route of their own, by kind.

use record::Choices;
use record::events::SpecialistConcern;

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::specialist::concerns;

pub(super) const SPECIALIST_CONCERNS: Indicator = Indicator {
    id: "specialist_concerns",
    title: "Specialist concerns, by kind",
    measure: Measure::Distribution,
    when: When::Period,
    polarity: Polarity::Neither,
    denominator: "concerns of radicalisation, female genital mutilation, modern slavery and the like, one for each child",
    numerator: "all of them, by kind",
    source: "Inspection of Cornwall, 2016: routes for radicalisation, female genital mutilation and modern slavery",
    cases,
    examples: &[Example {
        title: "one answered, one not",
        notation: "
recording by worker as social_worker
  2026-03-02 child specialist_concern.raised @first
    kind: radicalisation
  2026-03-09 child specialist_concern.answered
    concern: @first
  2026-03-10 child specialist_concern.raised
    kind: modern_slavery
",
        expect: &[
            "2026-03-02 met [Radicalisation]: answered on 9 March 2026",
            "2026-03-10 met [Modern slavery or trafficking]: not answered",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let case = |one: crate::Asked<record::events::SpecialistConcernRaised>| {
        let kind = one.said.kind.unwrap_or(SpecialistConcern::Other).label();
        let answer = one
            .answer
            .map_or_else(|| "not answered".to_owned(), |answer| format!("answered on {}", day(answer.day())));
        let because = format!("{kind}, raised on {}, {answer}.", day(one.entry.day()));
        Case::new(Dated::On(one.entry.day()), true, because).grouped(kind).from([one.entry.id])
    };
    concerns(circle.timeline).into_iter().map(case).collect()
}
