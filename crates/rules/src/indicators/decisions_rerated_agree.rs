//! Decisions on contacts rated again by people who had not seen them.

use record::Choices;
use record::events::DecisionRerated;
use record::timeline::ContactDecision;

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::draw::sample_closes;

/// A case is one rating of one decision; it counts on the day on which the sample of its week closes.
pub(super) const DECISIONS_RERATED_AGREE: Indicator = Indicator {
    id: "decisions_rerated_agree",
    title: "Decisions that a second rater, who had not seen them, made too",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "ratings of decisions on contacts by people who had not seen them, of samples closed in the period",
    numerator: "those of the same level of need and the same outcome",
    source: "Inspection: staff and referrers understood risk thresholds differently",
    cases,
    examples: &[Example {
        title: "one rated the same, one a level higher, each with both reasons",
        notation: "
recording by manager as front_door_manager
  2026-03-03 child contact.received
  2026-03-03 child contact.decided @one
    outcome: referral
    level_of_need: in_need
    reason: Hungry on nine Mondays
recording by head as head_of_service
  2026-03-10 child decision.rerated
    decision: @one
    level_of_need: in_need
    outcome: referral
  2026-03-11 child decision.rerated
    decision: @one
    level_of_need: protection
    outcome: strategy_discussion
    reason: The mark on his arm was not weighed
    agency: health
",
        expect: &[
            "2026-03-16 met: The second rater agreed",
            "2026-03-16 not met [Health]: Decided on 3 March 2026: Child in need, Accepted as a referral, because Hungry on nine Mondays. Rated again for Health: Protection, Strategy discussion at once, because The mark on his arm was not weighed",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let decisions: Vec<&ContactDecision> =
        circle.timeline.contacts.iter().flat_map(|contact| contact.decisions()).collect();
    let case = |(entry, said): (&record::TimelineEntry, &DecisionRerated)| {
        let made = decisions.iter().find(|made| made.by == said.decision)?;
        let same = said.level_of_need == made.level_of_need && said.outcome == made.outcome;
        let agency = said.agency.map(Choices::label);
        let closes = Dated::On(sample_closes(made.at.date()).max(entry.day()));
        let case = Case::new(closes, same, because(made, said, same)).from([entry.id, made.by]);
        Some(match agency {
            Some(agency) => case.grouped(agency),
            None => case,
        })
    };
    circle.timeline.of::<DecisionRerated>().filter_map(case).collect()
}

fn because(made: &ContactDecision, said: &DecisionRerated, same: bool) -> String {
    let level = |level: Option<record::events::LevelOfNeed>| level.map_or("no level", Choices::label);
    let outcome =
        |outcome: Option<record::events::ContactOutcome>| outcome.map_or("no outcome", Choices::label);
    let why = |text: &Option<String>| text.clone().unwrap_or_else(|| "no reason was written".to_owned());
    if same {
        return format!(
            "The second rater agreed with the decision of {}: {}, {}.",
            day(made.at.date()),
            level(made.level_of_need),
            outcome(made.outcome)
        );
    }
    let by = said.agency.map_or_else(|| "again".to_owned(), |agency| format!("again for {}", agency.label()));
    format!(
        "Decided on {}: {}, {}, because {}. Rated {by}: {}, {}, because {}.",
        day(made.at.date()),
        level(made.level_of_need),
        outcome(made.outcome),
        why(&made.reason).trim_end_matches('.'),
        level(said.level_of_need),
        outcome(said.outcome),
        why(&said.reason).trim_end_matches('.')
    )
}
