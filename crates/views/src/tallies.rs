//! Figures by month: how many cases of each kind there are in each, so that five years of every figure are read at once.
//!
//! The rows are sums of `indicator_case` and are kept with it by triggers: a case comes or goes and its month's sum with
//! it. A figure of a period counts a case in the month of its day. A figure at a date counts one from the month in which
//! it begins to that in which it ends, so what stands at the end of a month is the sum of all months so far.

use std::fmt::Write as _;

use rules::indicators::{INDICATORS, Measure, When};
use rusqlite::{Connection, params};

use crate::ViewFault;

/// Stands for a value that is not kept, or that is none.
pub(crate) const NO_VALUE: i64 = i64::MIN / 2;

/// The tables, empty.
pub(crate) const TABLES: &str = "
CREATE TABLE measure(indicator TEXT PRIMARY KEY, as_at INTEGER NOT NULL, valued INTEGER NOT NULL, grouped INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE tally(
  indicator TEXT NOT NULL, month TEXT NOT NULL, met INTEGER NOT NULL, value INTEGER NOT NULL, grp TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY(indicator, month, met, value, grp)) WITHOUT ROWID;
";

/// Whether a measure's figure needs the values of its cases.
pub(crate) fn valued(measure: Measure) -> bool {
    matches!(
        measure,
        Measure::MedianDays
            | Measure::MeanDays
            | Measure::MedianHours
            | Measure::PerFullTime
            | Measure::PercentOfWorkers
    )
}

/// Whether it needs their groups.
pub(crate) fn grouped(measure: Measure) -> bool {
    matches!(measure, Measure::Distribution | Measure::PerFullTime | Measure::PercentOfWorkers)
}

/// What a case adds to its sums: its month by `day`, its value and group where the measure `m` needs them.
fn sums(row: &str, day: &str) -> String {
    format!(
        "{row}.indicator, substr({row}.{day}, 1, 7), {row}.met,
         CASE WHEN m.valued THEN coalesce({row}.value, {NO_VALUE}) ELSE {NO_VALUE} END,
         CASE WHEN m.grouped THEN coalesce({row}.grp, '') ELSE '' END"
    )
}

/// Fills the sums from the cases, and keeps them from now on.
pub(crate) fn finish(connection: &Connection) -> Result<(), ViewFault> {
    let mut put = connection.prepare("INSERT INTO measure VALUES (?1, ?2, ?3, ?4)")?;
    for indicator in INDICATORS {
        let as_at = indicator.when == When::AsAt;
        put.execute(params![indicator.id, as_at, valued(indicator.measure), grouped(indicator.measure)])?;
    }
    let mut sql = format!(
        "INSERT INTO tally SELECT {}, count(*) FROM indicator_case c JOIN measure m ON m.indicator = c.indicator GROUP BY 1, 2, 3, 4, 5;",
        sums("c", "from_day")
    );
    let ended = "c JOIN measure m ON m.indicator = c.indicator WHERE m.as_at AND c.to_day IS NOT NULL";
    let _ = write!(
        sql,
        "INSERT INTO tally SELECT {}, -count(*) FROM indicator_case {ended} GROUP BY 1, 2, 3, 4, 5
         ON CONFLICT DO UPDATE SET n = n + excluded.n;",
        sums("c", "to_day")
    );
    for (name, when, row, sign) in [("case_comes", "INSERT", "NEW", 1), ("case_goes", "DELETE", "OLD", -1)] {
        let add = |day: &str, of: &str, sign: i32| {
            format!(
                "INSERT INTO tally SELECT {}, {sign} FROM measure m WHERE m.indicator = {row}.indicator {of}
                 ON CONFLICT DO UPDATE SET n = n + excluded.n;",
                sums(row, day)
            )
        };
        let (begins, ends) = (
            add("from_day", "", sign),
            add("to_day", &format!("AND m.as_at AND {row}.to_day IS NOT NULL"), -sign),
        );
        let _ =
            write!(sql, "CREATE TRIGGER {name} AFTER {when} ON indicator_case BEGIN {begins} {ends} END;");
    }
    connection.execute_batch(&sql)?;
    Ok(())
}

/// The sums that differ from a sum of the cases, in words: the first, if any does.
pub(crate) fn difference(connection: &Connection) -> Result<Option<String>, ViewFault> {
    let cases = "FROM indicator_case c JOIN measure m ON m.indicator = c.indicator";
    let sql = format!(
        "WITH anew(indicator, month, met, value, grp, n) AS (
           SELECT {}, count(*) {cases} GROUP BY 1, 2, 3, 4, 5
           UNION ALL SELECT {}, -count(*) {cases} WHERE m.as_at AND c.to_day IS NOT NULL GROUP BY 1, 2, 3, 4, 5
           UNION ALL SELECT indicator, month, met, value, grp, -n FROM tally)
         SELECT indicator, month FROM anew GROUP BY indicator, month, met, value, grp HAVING sum(n) <> 0 LIMIT 1",
        sums("c", "from_day"),
        sums("c", "to_day")
    );
    let mut ask = connection.prepare(&sql)?;
    let words = |row: &rusqlite::Row| {
        let (indicator, month): (String, String) = (row.get(0)?, row.get(1)?);
        Ok(format!("the sums of {indicator} for {month} are not those of its cases"))
    };
    Ok(ask.query_map([], words)?.next().transpose()?)
}
