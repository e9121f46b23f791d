//! The numbers at the head of a figure's page.

use rules::indicators::Measure;
use views::Figure;

use super::super::reading;
use super::Opened;
use crate::components::prose::Prose;
use crate::components::stats::Stat;
use crate::problem::Problem;

/// Figures beside which another stands: the same, counted otherwise.
const BESIDE: [(&str, &str); 1] = [("re_referrals", "re_referrals_by_household")];

impl Opened<'_> {
    pub(super) fn stats(&self, figure: &Figure) -> Result<Vec<Stat>, Problem> {
        let measure = self.indicator.measure;
        let before = reading::before(self.stretch);
        let then = Figure::of(measure, &self.filtered(before)?);
        let base = Prose::from(reading::of_words(measure, figure));
        let mut stats = vec![
            Stat::new(reading::stretch_words(self.stretch), reading::figure_words(measure, figure), base)
                .large(),
            Stat::new(
                "Change",
                reading::change_words(measure, figure, &then),
                reading::stretch_words(before),
            ),
        ];
        if measure == Measure::Percent {
            let out = figure.denominator - figure.numerator;
            stats.push(Stat::new("In", figure.numerator.to_string(), self.indicator.numerator));
            stats.push(Stat::new("Out", out.to_string(), "each with the reason below"));
        }
        if let Some((_, other)) = BESIDE.iter().find(|(id, _)| *id == self.indicator.id) {
            stats.extend(self.beside(other, figure)?);
        }
        if reading::is_small(figure.denominator) {
            stats.push(Stat::new("Base", "1 to 5", "too few to publish; a child may be known by it"));
        }
        Ok(stats)
    }

    /// The same stretch by another figure, with how many cases more meet it.
    fn beside(&self, other: &str, figure: &Figure) -> Result<Option<Stat>, Problem> {
        let Some(indicator) = rules::indicators::indicator(other) else { return Ok(None) };
        let there = Figure::of(indicator.measure, &self.filtered_of(indicator, self.stretch)?);
        let more = there.numerator.saturating_sub(figure.numerator);
        let words = format!("{more} more: not referred when a brother or sister was. ");
        let href = self.asked.href(&format!("/performance/{other}"), &[]);
        let value = reading::figure_words(indicator.measure, &there);
        Ok(Some(Stat::new(indicator.title, value, Prose::new().text(words).link(href, "Open them"))))
    }
}
