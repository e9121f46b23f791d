//! Early help that ended with progress.

use record::Choices;
use record::events::{EarlyHelpEnd, EarlyHelpEpisodeEnded, NeedRating};

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::early_help::episodes;
use crate::needs::named;

/// Progress is a need that the worker rates met or better; where no need was rated, the reason for the end says it.
pub(super) const EARLY_HELP_CLOSED_WITH_PROGRESS: Indicator = Indicator {
    id: "early_help_closed_with_progress",
    title: "Early help episodes closed with progress",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "times of early help that ended, one for each child",
    numerator: "those at whose end a need was met or better or, with no need rated, needs were met or mostly met",
    source: "Inspection of Cambridgeshire, 2014: 80% closed with progress",
    cases,
    examples: &[Example {
        title: "a need better; none rated and mostly met; none rated and withdrawn",
        notation: "
recording by hub as early_help_worker
  2026-01-05 child early_help_episode.started
  2026-03-02 child early_help_episode.ended
    why: not_met
    needs:
      - need: To be on time
        workers_rating: better
  2026-04-01 child early_help_episode.started
  2026-05-01 child early_help_episode.ended
    why: mostly_met
  2026-06-01 child early_help_episode.started
  2026-07-01 child early_help_episode.ended
    why: withdrew
",
        expect: &[
            "2026-03-02 met: “To be on time” was better",
            "2026-05-01 met: Needs mostly met",
            "2026-07-01 not met: The family withdrew consent",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let ended =
        episodes(circle.timeline).into_iter().filter_map(|one| Some((one.span.from, one.by, one.ended?)));
    ended
        .map(|(from, by, (entry, said))| {
            let needs = named(circle.timeline, from, entry.day());
            let rated: Vec<(&str, NeedRating)> =
                needs.iter().filter_map(|need| Some((need.words.as_str(), need.workers_rating()?))).collect();
            let better =
                rated.iter().find(|(_, rating)| matches!(rating, NeedRating::Met | NeedRating::Better));
            let (met, words) = match (better, rated.is_empty()) {
                (Some((need, rating)), _) => {
                    (true, format!("“{need}” was {}", rating.label().to_lowercase()))
                }
                (None, false) => (false, "no need was met or better".to_owned()),
                (None, true) => by_reason(said),
            };
            let because = format!("Ended on {}: {words}.", day(entry.day()));
            Case::new(Dated::On(entry.day()), met, because).from([by, entry.id])
        })
        .collect()
}

fn by_reason(said: &EarlyHelpEpisodeEnded) -> (bool, String) {
    let met = matches!(said.why, Some(EarlyHelpEnd::Met | EarlyHelpEnd::MostlyMet));
    (met, said.why.map_or("no need was rated", Choices::label).to_owned())
}
