//! Indicators: the figure, and the cases behind it, from the same rows.

use std::collections::BTreeMap;

use chronology::{EntryId, PersonId};
use jiff::civil::Date;
use rules::indicators::{Indicator, Measure, When};
use rusqlite::{Row, params};

use super::{certain_day, day, entries};
use crate::{Card, ViewFault, Views};

/// The time a figure is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// Both days included.
    Between(Date, Date),
    /// At the end of a day.
    At(Date),
}

impl Stretch {
    /// Its first day and its last.
    pub(super) fn days(self) -> (Date, Date) {
        match self {
            Self::Between(first, last) => (first, last),
            Self::At(day) => (day, day),
        }
    }

    /// The day as of which a case that counts from a day is meant.
    pub fn day_of(self, indicator: &Indicator, from: Date) -> Date {
        match (indicator.when, self) {
            (When::Period, _) => from,
            (When::AsAt, Self::Between(_, day) | Self::At(day)) => day,
        }
    }
}

/// A case of an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    /// The child in short.
    pub card: Card,
    /// The day on which it counts, or since which it stands.
    pub from: Date,
    /// The day to which it stands, for a figure at a date.
    pub to: Option<Date>,
    /// The day as of which the child is meant: that on which it counts, or, at a date, that date.
    pub on: Date,
    /// Whether it meets the condition.
    pub met: bool,
    /// Its value in days.
    pub value: Option<i64>,
    /// Its group.
    pub group: Option<String>,
    /// Why.
    pub because: String,
    /// The entries it rests on.
    pub entries: Vec<EntryId>,
    /// The child's team at the time; where the child had none, that of whoever wrote the first entry it rests on.
    pub team: Option<String>,
    /// The child's worker at the time.
    pub worker: Option<String>,
    /// Who wrote the first entry it rests on.
    pub author: Option<String>,
    /// The kind of agency that the child's last contact before it came from.
    pub agency: Option<String>,
}

/// A figure, always with its base.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Figure {
    /// The figure; `None` if there is nothing to count it from.
    pub value: Option<f64>,
    /// Cases that meet the condition.
    pub numerator: usize,
    /// Cases.
    pub denominator: usize,
    /// Cases in each group, for a distribution.
    pub groups: Vec<(String, usize)>,
}

/// What of a case goes into a figure: whether it is met, its value, its group.
type Counted = (bool, Option<i64>, Option<String>);

impl Figure {
    /// The figure of some cases.
    pub fn of(measure: Measure, cases: &[CaseRow]) -> Self {
        Self::from_counted(measure, cases.iter().map(|case| (case.met, case.value, case.group.clone())))
    }

    fn from_counted(measure: Measure, cases: impl Iterator<Item = Counted>) -> Self {
        let (mut numerator, mut denominator) = (0, 0);
        let mut values: Vec<i64> = Vec::new();
        let mut groups: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
        for (met, value, group) in cases {
            denominator += 1;
            numerator += usize::from(met);
            values.extend(value);
            if measure == Measure::Distribution {
                *groups.entry(group.unwrap_or_default()).or_default() += 1;
            }
        }
        values.sort_unstable();
        #[expect(clippy::cast_precision_loss, reason = "counts of children are far below 2^52")]
        let value = match measure {
            Measure::Count => Some(numerator as f64),
            Measure::Distribution => Some(denominator as f64),
            Measure::Percent => (denominator > 0).then(|| 100.0 * numerator as f64 / denominator as f64),
            Measure::MedianDays | Measure::MedianHours => median(&values),
            Measure::MeanDays => {
                (!values.is_empty()).then(|| values.iter().sum::<i64>() as f64 / values.len() as f64)
            }
        };
        Self { value, numerator, denominator, groups: groups.into_iter().collect() }
    }
}

#[expect(clippy::cast_precision_loss, reason = "days are far below 2^52")]
fn median(sorted: &[i64]) -> Option<f64> {
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        odd if odd % 2 == 1 => Some(sorted[middle] as f64),
        _ => Some((sorted[middle - 1] + sorted[middle]) as f64 / 2.0),
    }
}

fn row(row: &Row) -> rusqlite::Result<(String, CaseRow)> {
    let case = CaseRow {
        card: Card::default(),
        from: certain_day(row, 1)?,
        to: day(row, 2)?,
        on: certain_day(row, 1)?,
        met: row.get(3)?,
        value: row.get(4)?,
        group: row.get(5)?,
        because: row.get(6)?,
        entries: entries(row, 7)?,
        team: row.get(8)?,
        worker: row.get(9)?,
        author: row.get(10)?,
        agency: row.get(11)?,
    };
    Ok((row.get(0)?, case))
}

/// Which rows of `indicator_case c` count in a stretch, and the day as of which their child's worker is meant.
fn counting(indicator: &Indicator, stretch: Stretch) -> (&'static str, &'static str, String, String) {
    let (first, last) = stretch.days();
    let (counts, then) = match indicator.when {
        When::Period => ("c.from_day BETWEEN ?2 AND ?3", "c.from_day"),
        When::AsAt => ("?2 IS NOT NULL AND c.from_day <= ?3 AND (c.to_day IS NULL OR c.to_day > ?3)", "?3"),
    };
    (counts, then, first.to_string(), last.to_string())
}

impl Views {
    /// The cases of an indicator, as known now.
    pub fn cases(&self, indicator: &Indicator, stretch: Stretch) -> Result<Vec<CaseRow>, ViewFault> {
        let (counts, then, first, last) = counting(indicator, stretch);
        // What happened on the day a worker's time with the child ended was still that worker's.
        let ends = match indicator.when {
            When::Period => ">=",
            When::AsAt => ">",
        };
        let allocated = format!(
            "a.person = c.person AND a.from_day <= {then} AND (a.to_day IS NULL OR a.to_day {ends} {then}) ORDER BY a.from_day DESC, a.rowid DESC LIMIT 1"
        );
        let sql = format!(
            "SELECT p.card, c.from_day, c.to_day, c.met, c.value, c.grp, c.because, c.entries,
               (SELECT a.team FROM allocation a WHERE {allocated}), (SELECT a.worker FROM allocation a WHERE {allocated}), c.author,
               (SELECT k.agency FROM contact k WHERE k.person = c.person AND substr(k.received, 1, 10) <= {then} ORDER BY k.received DESC LIMIT 1)
             FROM indicator_case c JOIN person p ON p.key = c.person WHERE c.indicator = ?1 AND {counts} ORDER BY c.from_day, p.name, p.id"
        );
        let given = params![indicator.id, first, last];
        let rows: Vec<(String, CaseRow)> =
            self.read(|c| c.prepare_cached(&sql)?.query_map(given, row)?.collect())?;
        let whole = |(text, mut case): (String, CaseRow)| {
            case.card = serde_json::from_str(&text).map_err(|fault| ViewFault::new(fault.to_string()))?;
            case.on = stretch.day_of(indicator, case.from);
            if case.team.is_none() {
                case.team = self.team_of_author(case.author.as_deref(), case.from)?;
            }
            Ok(case)
        };
        rows.into_iter().map(whole).collect()
    }

    /// The team in which a writer held a post on a day.
    pub(super) fn team_of_author(&self, author: Option<&str>, on: Date) -> Result<Option<String>, ViewFault> {
        let Some(author) = author.and_then(|id| PersonId::new(id).ok()) else { return Ok(None) };
        let timeline = self.folder().timeline(&author)?;
        let post = timeline.organisation.post_on(on);
        Ok(post.and_then(|post| post.said.team.as_ref()).map(ToString::to_string))
    }

    /// How often each indicator of a version of the threshold document was cited by decisions since a day.
    pub fn indicators_cited(&self, version: &str, since: Date) -> Result<BTreeMap<String, usize>, ViewFault> {
        let sql = "SELECT e.value, count(*) FROM contact c, json_each(c.indicators) e
                   WHERE c.threshold = ?1 AND substr(c.decided, 1, 10) >= ?2 GROUP BY e.value";
        let given = params![version, since.to_string()];
        let rows: Vec<(String, i64)> = self.read(|c| {
            c.prepare_cached(sql)?.query_map(given, |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
        })?;
        Ok(rows.into_iter().map(|(code, many)| (code, usize::try_from(many).unwrap_or(0))).collect())
    }

    /// The figure of an indicator, as known now: the size of the set that [`Views::cases`] lists.
    pub fn figure(&self, indicator: &Indicator, stretch: Stretch) -> Result<Figure, ViewFault> {
        let (counts, _, first, last) = counting(indicator, stretch);
        let sql =
            format!("SELECT c.met, c.value, c.grp FROM indicator_case c WHERE c.indicator = ?1 AND {counts}");
        let given = params![indicator.id, first, last];
        let counted: Vec<Counted> = self.read(|c| {
            let row = |row: &Row| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
            c.prepare_cached(&sql)?.query_map(given, row)?.collect()
        })?;
        Ok(Figure::from_counted(indicator.measure, counted.into_iter()))
    }
}
