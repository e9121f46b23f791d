//! Figures of any stretch from sums by month: whole months as they are kept, the days at either end from the cases.

use std::collections::HashMap;

use jiff::civil::Date;
use rules::indicators::{Indicator, When};
use rusqlite::{Row, params};

use super::figures::{Counted, Figure, Stretch};
use crate::tallies::{NO_VALUE, grouped, valued};
use crate::{ViewFault, Views};

/// One sum: a month by its number, and how many cases of one kind.
type Sum = (i32, Counted, i64);

/// The sums by month of every figure, or of one: read once for a page.
#[derive(Debug, Default)]
pub struct Tallies {
    of: HashMap<String, Vec<Sum>>,
}

fn sum(row: &Row) -> rusqlite::Result<(String, Sum)> {
    let month: String = row.get(1)?;
    let (value, group): (i64, String) = (row.get(3)?, row.get(4)?);
    let counted = (
        row.get(2)?,
        Some(value).filter(|value| *value != NO_VALUE),
        Some(group).filter(|group| !group.is_empty()),
    );
    let number = month.split_once('-').and_then(|(year, month)| {
        Some(year.parse::<i32>().ok()? * MONTHS_OF_A_YEAR + month.parse::<i32>().ok()?)
    });
    Ok((row.get(0)?, (number.unwrap_or(0), counted, row.get(5)?)))
}

const MONTHS_OF_A_YEAR: i32 = 12;

fn number(day: Date) -> i32 {
    i32::from(day.year()) * MONTHS_OF_A_YEAR + i32::from(day.month())
}

impl Views {
    /// The sums by month of every figure, or of the one named.
    pub fn tallies(&self, only: Option<&Indicator>) -> Result<Tallies, ViewFault> {
        let sql = "SELECT indicator, month, met, value, grp, n FROM tally WHERE (?1 IS NULL OR indicator = ?1) AND n <> 0";
        let rows: Vec<(String, Sum)> =
            self.read(|c| c.prepare_cached(sql)?.query_map(params![only.map(|one| one.id)], sum)?.collect())?;
        let mut tallies = Tallies::default();
        for (indicator, one) in rows {
            tallies.of.entry(indicator).or_default().push(one);
        }
        Ok(tallies)
    }

    /// Cases of one kind each that began, or (of a figure at a date) ended, on days of a stretch, with how many.
    fn days(
        &self,
        indicator: &Indicator,
        ended: bool,
        first: Date,
        last: Date,
    ) -> Result<Vec<(Counted, i64)>, ViewFault> {
        let day = match (indicator.when, ended) {
            (_, true) => "c.to_day <> c.from_day AND c.to_day",
            (When::AsAt, false) => "(c.to_day IS NULL OR c.to_day <> c.from_day) AND c.from_day",
            (When::Period, false) => "c.from_day",
        };
        let sql = format!(
            "SELECT c.met, c.value, c.grp, count(*) FROM indicator_case c WHERE c.indicator = ?1 AND {day} BETWEEN ?2 AND ?3
             GROUP BY 1, 2, 3"
        );
        let given = params![indicator.id, first.to_string(), last.to_string()];
        let rows: Vec<(Counted, i64)> = self.read(|c| {
            let row = |row: &Row| Ok(((row.get(0)?, row.get(1)?, row.get(2)?), row.get(3)?));
            c.prepare_cached(&sql)?.query_map(given, row)?.collect()
        })?;
        // Nothing is kept of a case here that its month's sum does not keep.
        let measure = indicator.measure;
        let alike = |((met, value, group), many): (Counted, i64)| {
            let value = value.filter(|_| valued(measure));
            let group = group.filter(|group| grouped(measure) && !group.is_empty());
            ((met, value, group), many)
        };
        Ok(rows.into_iter().map(alike).collect())
    }
}

impl Tallies {
    /// The figure of an indicator in a stretch: what [`Views::figure`] answers, from the sums.
    pub fn figure(
        &self,
        views: &Views,
        indicator: &Indicator,
        stretch: Stretch,
    ) -> Result<Figure, ViewFault> {
        let (first, last) = stretch.days();
        let mut counted: Vec<(Counted, i64)> = Vec::new();
        // The last month of which every day lies in the stretch; the days after it stand in the cases alone.
        let whole_to = number(last.tomorrow().unwrap_or(last)) - 1;
        let begun = last.first_of_month();
        let tail = number(last) > whole_to;
        match indicator.when {
            When::AsAt => {
                self.add(&mut counted, indicator, i32::MIN, whole_to);
                if tail {
                    counted.extend(views.days(indicator, false, begun, last)?);
                    let gone = views.days(indicator, true, begun, last)?;
                    counted.extend(gone.into_iter().map(|(one, many)| (one, -many)));
                }
            }
            When::Period => {
                let whole_from = number(first) + i32::from(first.day() > 1);
                if whole_from > whole_to {
                    counted.extend(views.days(indicator, false, first, last)?);
                } else {
                    self.add(&mut counted, indicator, whole_from, whole_to);
                    if first.day() > 1 {
                        counted.extend(views.days(indicator, false, first, first.last_of_month())?);
                    }
                    if tail {
                        counted.extend(views.days(indicator, false, begun, last)?);
                    }
                }
            }
        }
        let base = views.base(indicator, stretch)?;
        Ok(Figure::from_sums(indicator.measure, counted).based(indicator.measure, base))
    }

    fn add(&self, to: &mut Vec<(Counted, i64)>, indicator: &Indicator, from: i32, last: i32) {
        let sums = self.of.get(indicator.id).into_iter().flatten();
        let within = sums.filter(|(month, ..)| from <= *month && *month <= last);
        to.extend(within.map(|(_, counted, many)| (counted.clone(), *many)));
    }
}
