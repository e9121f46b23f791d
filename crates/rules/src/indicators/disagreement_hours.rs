//! How long agencies wait for the answer to a disagreement.

use record::Choices;

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::disagreement::disagreements;

pub(super) const DISAGREEMENT_HOURS: Indicator = Indicator {
    id: "disagreement_hours",
    title: "Hours until an agency’s disagreement is settled",
    measure: Measure::MedianHours,
    when: When::Period,
    polarity: Polarity::Lower,
    denominator: "disagreements answered in the period and not taken further, one for each child, by agency",
    numerator: "the hours from raising one to its last answer",
    source: "Inspection: agencies had no way to object, and nobody counted",
    cases,
    examples: &[Example {
        title: "answered after six hours; another is still open",
        notation: "
recording by head as head_of_service
  2026-03-02 10:00 child disagreement.raised @first
    agency: school
  2026-03-02 16:00 child disagreement.answered
    disagreement: @first
    outcome: changed
  2026-03-09 10:00 child disagreement.raised
    agency: health
",
        expect: &["2026-03-02 met [School or nursery] = 6: The decision was changed"],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let all = disagreements(circle.timeline, circle.settings.limit("disagreement_answer_hours"));
    let case = |one: &crate::disagreement::Disagreement| {
        let (ended, outcome) = one.outcome()?;
        let agency = one.said.agency.map_or("Agency not given", |agency| agency.label());
        let outcome = outcome.map_or("No outcome was recorded", |outcome| outcome.label());
        let levels = one.stages.len();
        let because = format!(
            "{outcome}: {agency} disagreed on {} and was answered on {}, by the {}.",
            day(one.entry.day()),
            day(ended.day()),
            one.stages[levels - 1].level.label().to_lowercase()
        );
        let case = Case::new(Dated::On(ended.day()), true, because).valued(one.hours()?);
        Some(case.grouped(agency).from([one.entry.id, ended.id]))
    };
    all.iter().filter_map(case).collect()
}
