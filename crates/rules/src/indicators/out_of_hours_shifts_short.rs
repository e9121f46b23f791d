//! Shifts out of hours that were short of cover.

use record::timeline::Shift;

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

/// A case is a shift, and stands in the record of the team whose rota it is.
pub(super) const OUT_OF_HOURS_SHIFTS_SHORT: Indicator = Indicator {
    id: "out_of_hours_shifts_short",
    title: "Out-of-hours shifts short of cover",
    measure: Measure::Count,
    when: When::Period,
    polarity: Polarity::Lower,
    denominator: "shifts out of hours, dated by the day on which they begin",
    numerator: "those without every worker they need, or for which help was found at short notice",
    source: "Inspection: cover out of hours hung on tired day staff, vacancies and sickness",
    cases,
    examples: &[Example {
        title: "one too few; help found at short notice; one that has whom it needs, and one cancelled, do not count",
        notation: "
recording by manager as team_manager
  2026-03-02 child shift.rostered
    on: 2026-03-06
    from_hour: 17
    hours: 15
    needed: 2
    workers: jowan
  2026-03-02 child shift.rostered
    on: 2026-03-07
    from_hour: 17
    workers: jowan
    short_notice: yes
  2026-03-02 child shift.rostered
    on: 2026-03-08
    from_hour: 17
    workers: jowan
  2026-03-02 child shift.rostered
    on: 2026-03-09
    from_hour: 17
  2026-03-03 child shift.rostered
    on: 2026-03-09
    from_hour: 17
    cancelled: yes
",
        expect: &["2026-03-06 met: lacks 1 of 2", "2026-03-07 met: short notice"],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    circle.timeline.shifts.iter().filter_map(short).collect()
}

fn short(shift: &Shift) -> Option<Case> {
    let from = format!("The shift of {} from {}:00", day(shift.on), shift.from_hour);
    let because = if shift.gap() > 0 {
        format!("{from} lacks {} of {} workers.", shift.gap(), shift.said.needed.unwrap_or(1))
    } else if shift.said.short_notice == Some(true) {
        format!("{from} needed help at short notice.")
    } else {
        return None;
    };
    Some(Case::new(Dated::On(shift.on), true, because).from([shift.by]))
}
