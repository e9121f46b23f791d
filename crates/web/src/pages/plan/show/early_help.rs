//! The early help plan of a child: the family's plan, with this child's part.

use calendar::display;
use record::Choices;
use rules::early_help::Episode;
use rules::needs::named;

use super::super::marked;
use super::PlanPage;
use crate::components::card::Fact;
use crate::components::prose::Prose;
use crate::pages::people::reading::Reading;

/// The page of an episode that runs.
pub(super) fn page(reading: &Reading, episode: Option<&Episode>, base: PlanPage) -> PlanPage {
    let Some(episode) = episode else { return base };
    let timeline = reading.timeline();
    let plan = episode.plan(timeline);
    let actions = plan.map(|(_, said)| said.actions.as_slice()).unwrap_or_default();
    let mut mend = Vec::new();
    if plan.is_none() && reading.moment.is_none() {
        let words = Prose::new().text("Nobody has written what the early help plan says. ");
        mend.push(words.link(reading.form("early_help_plan", &[]), "Write it"));
    }
    PlanPage {
        heading: "Early help plan".to_owned(),
        summary: format!("Since {}.", display::full_date(episode.span.from)).into(),
        mend,
        outcomes: marked::outcomes(
            actions,
            None,
            timeline,
            reading.today,
            &|id| reading.name_of(id),
            &|_| String::new(),
        ),
        facts: facts(reading, episode),
        ..base
    }
}

fn facts(reading: &Reading, episode: &Episode) -> Vec<Fact> {
    let timeline = reading.timeline();
    let lead = episode.lead(timeline, reading.today).unwrap_or_else(|| "Nobody is named".to_owned());
    let mut facts = vec![Fact::new("Lead professional", lead)];
    let mut fact =
        |label: &str, words: Option<String>| facts.extend(words.map(|words| Fact::new(label, words)));
    fact("Agency", episode.started.agency.map(|agency| agency.label().to_owned()));
    fact("Who agreed, and to what", episode.started.consent.clone());
    if let Some((_, said)) = episode.plan(timeline) {
        fact("What will be different", said.outcomes.clone());
        fact("If it does not help", said.contingency.clone());
    }
    let looks = episode.looks(timeline);
    fact("Team around the family", looks.last().and_then(|(_, _, next)| *next).map(display::full_date));
    // What became of each need, reading by reading.
    for need in named(timeline, episode.span.from, reading.today) {
        let said = need.readings.iter().filter_map(|reading| {
            let rating = reading.said.workers_rating?.label().to_lowercase();
            Some(format!("{rating} on {}", display::table_date(reading.on)))
        });
        let said: Vec<String> = said.collect();
        let words = if said.is_empty() { "not rated yet".to_owned() } else { said.join(", ") };
        facts.push(Fact::new(format!("Need: {}", need.words), words));
    }
    facts
}
