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

/// Figures of time, each with the quality and the family's view of the same work: haste is no good work.
const PAIRED: [(&str, &[&str]); 7] = [
    (
        "contacts_decided_in_one_working_day",
        &["decisions_with_reason_and_history", "no_further_action_overturned"],
    ),
    ("assessments_in_45_working_days", &["assessments_with_views", "assessments_with_child_seen"]),
    ("strategy_discussions_on_time", &["strategy_discussions_quorate"]),
    ("initial_conferences_in_15_days", &["conferences_with_childs_part", "conference_reports_ahead"]),
    ("review_conferences_on_time", &["conferences_with_childs_part", "conferences_with_advocacy"]),
    ("child_protection_visits_on_time", &["open_children_with_risk_assessment"]),
    ("core_groups_on_time", &["attendance_by_agency"]),
];

impl Opened<'_> {
    pub(super) fn stats(&self, figure: &Figure) -> Result<Vec<Stat>, Problem> {
        let measure = self.indicator.measure;
        let before = reading::before(self.stretch);
        let then = self.figure_of(&self.filtered(before)?, before)?;
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
        let (_, last) = reading::ends(self.stretch);
        if let Some((words, short)) = self.catalogue.aim(self.indicator, figure, last) {
            stats.push(Stat::new("Aim", words, if short { "short of it" } else { "reached" }));
        }
        if let Some((words, source)) = self.catalogue.beside(self.indicator, last).into_iter().next() {
            stats.push(Stat::new("Beside it", words, source));
        }
        if let Some(base) = &figure.base {
            stats.push(Stat::new(
                "Counted on",
                format!("{:.0} children", base.children),
                base.source.clone(),
            ));
        }
        if measure == Measure::Percent {
            let out = figure.denominator - figure.numerator;
            stats.push(Stat::new("In", figure.numerator.to_string(), self.indicator.numerator));
            stats.push(Stat::new("Out", out.to_string(), "each with the reason below"));
        }
        if let Some((_, other)) = BESIDE.iter().find(|(id, _)| *id == self.indicator.id) {
            stats.extend(self.beside(other, figure)?);
        }
        for (_, others) in PAIRED.iter().filter(|(id, _)| *id == self.indicator.id) {
            for other in *others {
                stats.extend(self.paired(other)?);
            }
        }
        if reading::is_small(figure.denominator) {
            stats.push(Stat::new("Base", "1 to 5", "too few to publish; a child may be known by it"));
        }
        Ok(stats)
    }

    /// The quality of the same work in the same time, filtered alike.
    fn paired(&self, other: &str) -> Result<Option<Stat>, Problem> {
        let Some(indicator) = rules::indicators::indicator(other) else { return Ok(None) };
        let (_, last) = reading::ends(self.stretch);
        let stretch = match (indicator.when, self.stretch) {
            (rules::indicators::When::AsAt, _) => views::Stretch::At(last),
            (_, stretch) => stretch,
        };
        let there = Figure::of(indicator.measure, &self.filtered_of(indicator, stretch)?);
        let href = self.asked.href(&format!("/performance/{other}"), &[("tab", None)]);
        let words = Prose::new().link(href, reading::of_words(indicator.measure, &there));
        Ok(Some(Stat::new(indicator.title, reading::figure_words(indicator.measure, &there), words)))
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
