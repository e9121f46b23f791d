//! A child's rows in this year's return and in last year's, as the rules ask for them.

use std::collections::HashSet;

use calendar::ReportingYear;
use jiff::civil::Date;

use super::codes::{Code, valid};
use super::columns::*;
use super::day::{before, by};
use super::places::Postcodes;
use super::providers::Providers;
use super::row::Row;
use super::table::Table;

/// What the rules may know beside the return itself.
pub struct Context<'a> {
    /// The collection year: 1 April to 31 March.
    pub year: ReportingYear,
    /// The ONS code of the authority whose return it is.
    pub authority: Option<String>,
    /// A directory of postcodes.
    pub postcodes: Option<&'a dyn Postcodes>,
    /// The regulator's list.
    pub providers: Option<Providers>,
}

/// A child as this return and the one before know it.
pub(crate) struct Child<'a> {
    pub(crate) id: &'a str,
    pub(crate) context: &'a Context<'a>,
    pub(crate) repeated_upns: &'a HashSet<String>,
    now: [Vec<Row<'a>>; 12],
    last: [Vec<Row<'a>>; 12],
}

/// Legal statuses of an agreed series of short breaks, which most of the return leaves out.
pub(crate) const SHORT_BREAKS: [&str; 2] = ["V3", "V4"];

impl<'a> Child<'a> {
    pub(crate) fn new(
        id: &'a str,
        context: &'a Context<'a>,
        repeated_upns: &'a HashSet<String>,
        mut now: [Vec<Row<'a>>; 12],
        last: Option<[Vec<Row<'a>>; 12]>,
    ) -> Child<'a> {
        let mut last = last.unwrap_or_default();
        for rows in [&mut now, &mut last] {
            rows[Table::Episodes as usize].sort_by_key(|row| first_undated_last(row.day(DECOM)));
        }
        Child { id, context, repeated_upns, now, last }
    }

    /// This year's rows in a table; episodes by the day they began, one without a day last.
    pub(crate) fn rows(&self, table: Table) -> &[Row<'a>] {
        &self.now[table as usize]
    }

    /// Last year's rows in a table, likewise.
    pub(crate) fn last_rows(&self, table: Table) -> &[Row<'a>] {
        &self.last[table as usize]
    }

    /// This year's episodes, by the day they began.
    pub(crate) fn episodes(&self) -> &[Row<'a>] {
        self.rows(Table::Episodes)
    }

    /// This year's episodes with a day on which they began.
    pub(crate) fn dated(&self) -> impl DoubleEndedIterator<Item = &Row<'a>> {
        self.episodes().iter().filter(|episode| episode.day(DECOM).is_some())
    }

    /// The first and the last of this year's episodes that has a day.
    pub(crate) fn first(&self) -> Option<&Row<'a>> {
        self.dated().next()
    }

    /// The latest of this year's episodes that has a day.
    pub(crate) fn latest(&self) -> Option<&Row<'a>> {
        let latest = self.dated().next_back()?.day(DECOM);
        self.dated().find(|episode| episode.day(DECOM) == latest)
    }

    /// The latest of last year's episodes that has a day.
    pub(crate) fn latest_of_last_year(&self) -> Option<&Row<'a>> {
        let last = self.last_rows(Table::Episodes);
        let latest = last.iter().rev().find_map(|episode| episode.day(DECOM))?;
        last.iter().find(|episode| episode.day(DECOM) == Some(latest))
    }

    /// Each of this year's episodes with the one before it.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&Row<'a>, &Row<'a>)> {
        self.episodes().windows(2).map(|pair| (&pair[0], &pair[1]))
    }

    /// The first row of a table.
    pub(crate) fn row(&self, table: Table) -> Option<&Row<'a>> {
        self.rows(table).first()
    }

    /// The first row of a table in last year's return.
    pub(crate) fn last_row(&self, table: Table) -> Option<&Row<'a>> {
        self.last_rows(table).first()
    }

    /// Whether a value is a code of the set in this collection year.
    pub(crate) fn valid(&self, row: &Row<'_>, field: Field, set: &[Code]) -> bool {
        valid(set, row.text(field), self.end().year())
    }

    /// Whether something stands there that is not a code of the set.
    pub(crate) fn not_a_code(&self, row: &Row<'_>, field: Field, set: &[Code]) -> bool {
        row.given(field) && !self.valid(row, field, set)
    }

    /// The first row in the Header.
    pub(crate) fn header(&self) -> Option<&Row<'a>> {
        self.row(Table::Header)
    }

    /// The date of birth in the Header.
    pub(crate) fn born(&self) -> Option<Date> {
        self.header()?.day(DOB)
    }

    /// 1 April of the collection year.
    pub(crate) fn start(&self) -> Date {
        self.context.year.start()
    }

    /// 31 March of the collection year.
    pub(crate) fn end(&self) -> Date {
        self.context.year.end()
    }

    /// Whether a day falls in the collection year.
    pub(crate) fn in_year(&self, day: impl Into<Option<Date>>) -> bool {
        day.into().is_some_and(|day| self.context.year.contains(day))
    }

    /// Whether the child is said to be an unaccompanied asylum-seeker this year: in the Header if it has the
    /// column, and else by being in the table of such children.
    pub(crate) fn seeks_asylum(&self) -> bool {
        seeks_asylum(&self.now)
    }

    /// The same of last year's return.
    pub(crate) fn sought_asylum(&self) -> bool {
        seeks_asylum(&self.last)
    }

    /// Whether the child was looked after from the first day of the year to the last: in care at some time, and no
    /// episode of the year begins a period of care, ends one before its last day, or is a short break.
    pub(crate) fn looked_after_all_year(&self) -> bool {
        let (start, end) = (self.start(), self.end());
        let during = |episode: &Row<'_>| by(episode.day(DECOM), end) && !before(episode.day(DEC), start);
        let broken = self.episodes().iter().any(|episode| {
            let begins =
                episode.is(RNE, "S") && before(start, episode.day(DECOM)) && by(episode.day(DECOM), end);
            let ends = !episode.is(REC, "X1") && by(start, episode.day(DEC)) && before(episode.day(DEC), end);
            begins || ends || (episode.among(LS, &SHORT_BREAKS) && during(episode))
        });
        !broken && self.episodes().iter().any(during)
    }

    /// The periods of care that the episodes make: first day, and last day if it has ended.
    pub(crate) fn periods(&self) -> Vec<(Date, Option<Date>)> {
        let mut periods: Vec<(Date, Option<Date>)> = Vec::new();
        for episode in self.dated() {
            let Some(began) = episode.day(DECOM) else { continue };
            let ended = episode.day(DEC);
            match periods.last_mut() {
                Some((_, last)) if last.is_none_or(|last| began <= last) => *last = ended,
                _ => periods.push((began, ended)),
            }
        }
        periods
    }

    /// Runs of episodes of one legal status, each beginning where the one before it ended: the episodes, and how
    /// many days from the first to the last. An open one is counted to the end of the year.
    pub(crate) fn runs(&self, legal_status: &str) -> Vec<(Vec<&Row<'a>>, i32)> {
        let mut runs: Vec<(Vec<&Row<'a>>, Date, Date)> = Vec::new();
        for episode in self.dated().filter(|episode| episode.is(LS, legal_status)) {
            let Some(began) = episode.day(DECOM) else { continue };
            let ended = if episode.blank(DEC) { Some(self.end()) } else { episode.day(DEC) };
            let ended = ended.unwrap_or(began);
            match runs.last_mut() {
                Some((episodes, _, last)) if *last == began => {
                    episodes.push(episode);
                    *last = ended;
                }
                _ => runs.push((vec![episode], began, ended)),
            }
        }
        let length = |(episodes, from, to)| (episodes, super::day::days_between(from, to));
        runs.into_iter().map(length).collect()
    }

    /// Whether an episode was ended by adoption.
    pub(crate) fn adopted(episode: &Row<'_>) -> bool {
        episode.among(REC, &["E11", "E12"])
    }

    /// Whether this table has anything in these columns.
    pub(crate) fn any(&self, table: Table, fields: &[Field]) -> bool {
        self.rows(table).iter().any(|row| row.any(fields))
    }
}

fn seeks_asylum(rows: &[Vec<Row<'_>>; 12]) -> bool {
    let header = rows[Table::Header as usize].first();
    match header.map(|header| header.text(UASC)) {
        Some(said) if !said.is_empty() => said == "1",
        _ => rows[Table::Uasc as usize].iter().any(|row| row.any(&[SEX, DUC])),
    }
}

/// Orders rows by a day, those without one last.
pub(crate) fn first_undated_last(day: Option<Date>) -> (bool, Option<Date>) {
    (day.is_none(), day)
}
