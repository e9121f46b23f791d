//! What stands beside figures, from the authority's own record: aims, other areas, explanations, publications.

use std::collections::BTreeMap;
use std::sync::Arc;

use calendar::display;
use jiff::civil::Date;
use record::Timeline;
use record::events::FigurePublished;
use rules::catalogue;
use rules::indicators::{Indicator, Polarity};
use views::Figure;

use super::reading;
use crate::App;
use crate::components::chart::scale::Unit;
use crate::problem::Problem;

/// Other areas shown beside a figure in a list.
const BESIDE_MOST: usize = 2;

/// The parts of the performance page in order, children's outcomes first: id, heading, and how the ids of their
/// figures begin.
const PARTS: [(&str, &str, &[&str]); 6] = [
    (
        "outcomes",
        "What changed for children",
        &[
            "closures_with",
            "early_help_closed",
            "re_referrals",
            "repeat_child",
            "long_child",
            "seen_alone",
            "marac_repeat",
        ],
    ),
    (
        "front-door",
        "Front door",
        &[
            "contact",
            "decisions_",
            "referrals_",
            "households_",
            "below_",
            "no_further",
            "police_",
            "out_of",
            "disagreement",
            "specialist",
        ],
    ),
    ("early-help", "Early help", &["early_help"]),
    (
        "workforce",
        "Workers and their caseloads",
        &["unallocated", "transfer", "caseload", "workers", "teams", "recording", "children_with_management"],
    ),
    (
        "protection",
        "Protection",
        &[
            "strategy",
            "section_47",
            "initial_conf",
            "review_conf",
            "conference",
            "children_represented",
            "marac",
            "attendance",
            "child_protection",
            "core_groups",
        ],
    ),
    ("need", "Assessment and need", &[""]),
];

/// The part in which an indicator stands: its place, id and heading.
pub(super) fn part(id: &str) -> (usize, &'static str, &'static str) {
    let starts = |beginnings: &[&str]| beginnings.iter().any(|beginning| id.starts_with(beginning));
    let found = PARTS.iter().enumerate().find(|(_, (_, _, beginnings))| starts(beginnings));
    let (place, (part, heading, _)) = found.unwrap_or((PARTS.len() - 1, &PARTS[PARTS.len() - 1]));
    (place, part, heading)
}

/// Lines gathered into the parts in which their indicators stand, with each part's id and heading.
pub(super) fn parted<L>(lines: Vec<(&Indicator, L)>) -> Vec<(&'static str, &'static str, Vec<L>)> {
    let mut parts: BTreeMap<usize, (&str, &str, Vec<L>)> = BTreeMap::new();
    for (indicator, line) in lines {
        let (place, id, heading) = part(indicator.id);
        parts.entry(place).or_insert_with(|| (id, heading, Vec::new())).2.push(line);
    }
    parts.into_values().collect()
}

/// The authority's record, read once for a page.
pub(crate) struct Catalogue {
    pub(crate) authority: Arc<Timeline>,
}

impl Catalogue {
    pub(crate) fn of(app: &App) -> Result<Self, Problem> {
        Ok(Self { authority: app.views.folder().timeline(&rules::threshold::authority())? })
    }

    /// The aim of a figure on a day, in words, with whether the figure falls short of it.
    pub(super) fn aim(&self, indicator: &Indicator, figure: &Figure, day: Date) -> Option<(String, bool)> {
        let (aim, _) = catalogue::aim(&self.authority, indicator.id, day)?;
        let words = value_words(indicator, aim);
        let short = figure.value.is_some_and(|value| match indicator.polarity {
            Polarity::Higher => value < aim,
            Polarity::Lower => value > aim,
            Polarity::Neither => false,
        });
        Some((words, short))
    }

    /// Other areas' values of a figure, in words: “England 42.1 (2025)”.
    pub(super) fn beside(&self, indicator: &Indicator, day: Date) -> Vec<(String, String)> {
        let all = catalogue::comparators(&self.authority, indicator.id, day);
        let words = all.iter().map(|one| {
            let area = one.said.area.as_deref().unwrap_or("Area not given");
            let year = one.said.year.map(|year| format!(" ({year})")).unwrap_or_default();
            let source = one.said.source.clone().unwrap_or_default();
            (format!("{area} {}{year}", value_words(indicator, one.value)), source)
        });
        words.collect()
    }

    /// The first few of them on one line.
    pub(super) fn beside_words(&self, indicator: &Indicator, day: Date) -> String {
        let words = self.beside(indicator, day).into_iter().take(BESIDE_MOST).map(|(words, _)| words);
        words.collect::<Vec<_>>().join("; ")
    }

    /// Whether somebody explained how a figure moved in a month.
    pub(super) fn explained(&self, indicator: &Indicator, month: Date) -> bool {
        catalogue::explained(&self.authority, indicator.id, month)
    }

    /// The explanation of a month, if there is one.
    pub(super) fn explanation(&self, indicator: &Indicator, month: Date) -> Option<String> {
        let all = catalogue::commentaries(&self.authority, indicator.id);
        let of = |day: Date| day.first_of_month() == month.first_of_month();
        all.iter().find(|(_, said)| said.period_to.is_some_and(of)).and_then(|(_, said)| said.words.clone())
    }
}

/// A published value in the words of its figure.
pub(super) fn published_words(indicator: &Indicator, said: &FigurePublished) -> String {
    let value = catalogue::number(&said.value);
    value.map_or_else(|| "none counted".to_owned(), |value| value_words(indicator, value))
}

/// What a published figure was counted from: “16 of 19”.
pub(super) fn published_base(said: &FigurePublished) -> String {
    format!("{} of {}", said.numerator.unwrap_or(0), said.denominator.unwrap_or(0))
}

/// A value in the words of its figure.
pub(super) fn value_words(indicator: &Indicator, value: f64) -> String {
    let unit = reading::unit(indicator.measure);
    match reading::time_words(indicator.measure) {
        Some(counts) => format!("{value:.1} {counts}"),
        None if unit == Unit::Decimal => format!("{value:.1}"),
        None => unit.words(value),
    }
}

/// A month's last day: the last of its days, or today in the month that runs.
pub(super) fn month_end(month: Date, today: Date) -> Date {
    month.last_of_month().min(today)
}

/// “October 2026”.
pub(super) fn month_words(month: Date) -> String {
    display::month_and_year(month)
}
