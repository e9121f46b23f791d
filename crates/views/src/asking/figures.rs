//! Indicators: the figure, and the cases behind it, from the same rows.

use std::collections::BTreeMap;

use chronology::{EntryId, PersonId};
use jiff::civil::Date;
use rules::indicators::{Case, Dated, Indicator, Measure, When};
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

    /// Whether a case counts in it.
    pub(super) fn counts(self, case: &Case) -> bool {
        let (first, last) = self.days();
        match case.dated {
            Dated::On(day) => first <= day && day <= last,
            Dated::During(span) => span.covers(last),
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
    /// What a rate is counted on; a rate without one has no value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<Base>,
}

/// What a rate is counted on: bound to the figure, so that a later population does not change it unseen.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Base {
    /// How many children.
    pub children: f64,
    /// Of which area and year, and from whom.
    pub source: String,
    /// The entry that loaded it.
    pub by: EntryId,
}

/// What of a case goes into a figure: whether it is met, its value, its group.
pub(super) type Counted = (bool, Option<i64>, Option<String>);

impl Figure {
    /// The figure of some cases.
    pub fn of(measure: Measure, cases: &[CaseRow]) -> Self {
        Self::from_counted(measure, cases.iter().map(|case| (case.met, case.value, case.group.clone())))
    }

    /// The same, a rate on this base.
    pub fn based(mut self, measure: Measure, base: Option<Base>) -> Self {
        if measure == Measure::RatePer10000 {
            self.value = base.as_ref().map(|base| PER_10000 * decimal(self.numerator) / base.children);
            self.base = base;
        }
        self
    }

    /// The figure of what each child counts for: children with one worker each are gathered worker by worker.
    pub(super) fn from_raw(measure: Measure, cases: impl Iterator<Item = Counted>) -> Self {
        if measure != Measure::PercentOfWorkers {
            return Self::from_counted(measure, cases);
        }
        let mut workers: BTreeMap<Option<String>, (i64, i64)> = BTreeMap::new();
        for (_, limit, worker) in cases {
            let (held, most) = workers.entry(worker).or_default();
            *held += 1;
            *most = limit.unwrap_or(i64::MAX);
        }
        Self::from_counted(measure, workers.into_values().map(|(held, most)| (held > most, Some(held), None)))
    }

    /// The figure of sums of cases: of each kind, how many there are; those that came and went leave none.
    pub(super) fn from_sums(measure: Measure, sums: Vec<(Counted, i64)>) -> Self {
        let mut kinds: BTreeMap<Counted, i64> = BTreeMap::new();
        for (kind, many) in sums {
            *kinds.entry(kind).or_default() += many;
        }
        let cases = kinds.into_iter().flat_map(|(kind, many)| {
            let many = usize::try_from(many).unwrap_or(0);
            std::iter::repeat_n(kind, many)
        });
        Self::from_raw(measure, cases)
    }

    fn from_counted(measure: Measure, cases: impl Iterator<Item = Counted>) -> Self {
        let (mut numerator, mut denominator) = (0, 0);
        let mut values: Vec<i64> = Vec::new();
        let mut groups: BTreeMap<String, usize> = BTreeMap::new();
        let mut of_groups: BTreeMap<String, i64> = BTreeMap::new();
        let grouped = matches!(measure, Measure::Distribution | Measure::PerFullTime);
        for (met, value, group) in cases {
            denominator += 1;
            numerator += usize::from(met);
            values.extend(value);
            if grouped {
                let group = group.unwrap_or_default();
                of_groups.insert(group.clone(), value.unwrap_or(0));
                *groups.entry(group).or_default() += 1;
            }
        }
        values.sort_unstable();
        let value = match measure {
            Measure::Count => Some(decimal(numerator)),
            Measure::Distribution => Some(decimal(denominator)),
            Measure::Percent | Measure::PercentOfWorkers => {
                (denominator > 0).then(|| HUNDRED * decimal(numerator) / decimal(denominator))
            }
            Measure::MedianDays | Measure::MedianHours => median(&values),
            Measure::MeanDays => {
                (!values.is_empty()).then(|| whole(values.iter().sum()) / decimal(values.len()))
            }
            Measure::RatePer10000 => None,
            Measure::PerFullTime => {
                let hours: i64 = of_groups.values().sum();
                (hours > 0).then(|| HUNDRED * decimal(numerator) / whole(hours))
            }
        };
        if measure == Measure::PerFullTime {
            denominator = groups.len();
        }
        let groups = if measure == Measure::Distribution { groups.into_iter().collect() } else { Vec::new() };
        Self { value, numerator, denominator, groups, base: None }
    }
}

const HUNDRED: f64 = 100.0;
const PER_10000: f64 = 10_000.0;

#[expect(clippy::cast_precision_loss, reason = "counts of children are far below 2^52")]
fn decimal(count: usize) -> f64 {
    count as f64
}

#[expect(clippy::cast_precision_loss, reason = "days and hours are far below 2^52")]
fn whole(number: i64) -> f64 {
    number as f64
}

/// Cases of one child with one worker each, gathered to one case a worker: met if the worker holds more children than
/// the value says.
pub(super) fn gathered(
    indicator: &Indicator,
    cases: Vec<CaseRow>,
    card: impl Fn(&str) -> Option<Card>,
) -> Vec<CaseRow> {
    if indicator.measure != Measure::PercentOfWorkers {
        return cases;
    }
    let mut workers: BTreeMap<String, Vec<CaseRow>> = BTreeMap::new();
    for case in cases {
        workers.entry(case.group.clone().unwrap_or_default()).or_default().push(case);
    }
    let one = |(worker, theirs): (String, Vec<CaseRow>)| {
        let last = theirs.iter().max_by_key(|case| case.from)?.clone();
        let (held, limit) = (i64::try_from(theirs.len()).unwrap_or(i64::MAX), last.value.unwrap_or(i64::MAX));
        let unknown = Card { id: worker.clone(), name: worker.clone(), ..Card::default() };
        Some(CaseRow {
            card: card(&worker).unwrap_or(unknown),
            met: held > limit,
            value: Some(held),
            group: None,
            because: format!(
                "Holds {held} {}; the limit is {limit}.",
                if held == 1 { "child" } else { "children" }
            ),
            entries: theirs.iter().flat_map(|case| case.entries.iter().copied()).collect(),
            worker: Some(worker),
            ..last
        })
    };
    workers.into_iter().filter_map(one).collect()
}

fn median(sorted: &[i64]) -> Option<f64> {
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        odd if odd % 2 == 1 => Some(whole(sorted[middle])),
        _ => Some(whole(sorted[middle - 1] + sorted[middle]) / 2.0),
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
        let read = |(text, mut case): (String, CaseRow)| {
            case.card = serde_json::from_str(&text).map_err(|fault| ViewFault::new(fault.to_string()))?;
            case.on = stretch.day_of(indicator, case.from);
            if case.team.is_none() {
                case.team = self.team_of_author(case.author.as_deref(), case.from)?;
            }
            Ok(case)
        };
        let cases = rows.into_iter().map(read).collect::<Result<Vec<CaseRow>, ViewFault>>()?;
        Ok(gathered(indicator, cases, |worker| self.card_of(worker)))
    }

    /// A worker in short.
    pub(super) fn card_of(&self, worker: &str) -> Option<Card> {
        let id = PersonId::new(worker).ok()?;
        self.card(&id).ok().flatten()
    }

    /// What a rate of a stretch is counted on: the authority's children of the latest year loaded, up to its last day.
    pub fn base(&self, indicator: &Indicator, stretch: Stretch) -> Result<Option<Base>, ViewFault> {
        if indicator.measure != Measure::RatePer10000 {
            return Ok(None);
        }
        let authority = self.folder().timeline(&rules::threshold::authority())?;
        let found = rules::catalogue::population(&authority, stretch.days().1);
        Ok(found.map(|one| Base { children: one.value, source: one.words(), by: one.by }))
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
        let base = self.base(indicator, stretch)?;
        let (counts, _, first, last) = counting(indicator, stretch);
        let sql =
            format!("SELECT c.met, c.value, c.grp FROM indicator_case c WHERE c.indicator = ?1 AND {counts}");
        let given = params![indicator.id, first, last];
        let counted: Vec<Counted> = self.read(|c| {
            let row = |row: &Row| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
            c.prepare_cached(&sql)?.query_map(given, row)?.collect()
        })?;
        Ok(Figure::from_raw(indicator.measure, counted.into_iter()).based(indicator.measure, base))
    }

    /// What each child counts for in a stretch, with the child's id.
    pub(super) fn counted(
        &self,
        indicator: &Indicator,
        stretch: Stretch,
    ) -> Result<Vec<(String, Counted)>, ViewFault> {
        let (counts, _, first, last) = counting(indicator, stretch);
        let sql = format!(
            "SELECT c.met, c.value, c.grp, p.id FROM indicator_case c JOIN person p ON p.key = c.person
             WHERE c.indicator = ?1 AND {counts}"
        );
        let given = params![indicator.id, first, last];
        self.read(|c| {
            let row = |row: &Row| Ok((row.get(3)?, (row.get(0)?, row.get(1)?, row.get(2)?)));
            c.prepare_cached(&sql)?.query_map(given, row)?.collect()
        })
    }
}
