//! How long it takes until a transfer is accepted.

use super::words::{day, days, days_between};
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

/// Dated by the acceptance and grouped by the receiving team. Children asked for and not yet accepted stand on the
/// list of transfers that wait, by team and days.
pub(super) const TRANSFER_DURATION: Indicator = Indicator {
    id: "transfer_duration",
    title: "Time to accept a transfer",
    measure: Measure::MeanDays,
    when: When::Period,
    polarity: Polarity::Lower,
    denominator: "transfers accepted, one for each child, by receiving team",
    numerator: "the days from request to acceptance; a case meets the authority’s limit or does not",
    source: "Inspection: cases waited long between teams and blocked those behind them",
    cases,
    examples: &[Example {
        title: "a week; over the limit; one declined and one that waits do not count",
        notation: "
recording by manager as team_manager
  2026-03-02 child transfer.requested
    to_team: north
  2026-03-09 child transfer.accepted
  2026-04-13 child transfer.requested
  2026-04-14 child transfer.declined
  2026-06-01 child transfer.requested
  2026-06-09 child transfer.accepted
  2026-07-01 child transfer.requested
",
        expect: &["2026-03-09 met [north] = 7: 7 days", "2026-06-09 not met = 8: 8 days"],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let within = circle.settings.within("transfer_accepted_working_days");
    let accepted = circle.timeline.transfers.iter().filter_map(|one| Some((one, one.accepted.as_ref()?)));
    accepted
        .map(|(one, (by, at, _))| {
            let asked = one.requested.date();
            let lag = days_between(asked, at.date());
            let because =
                format!("Asked for on {} and accepted on {}: {}.", day(asked), day(at.date()), days(lag));
            let met = within.in_time(asked, at.date()) == Some(true);
            let case = Case::new(Dated::On(at.date()), met, because).valued(lag).from([one.by, *by]);
            match &one.said.to_team {
                Some(team) => case.grouped(circle.name_of(team)),
                None => case,
            }
        })
        .collect()
}
