//! Whether two files of views hold the same: one kept up with the chronology, the other made anew.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::ViewFault;

/// Each table as rows that name people by id, so that the order in which they were written does not matter.
const TABLES: [(&str, &str); 13] = [
    (
        "person",
        "id, category, name, birth, sex, stage, opened, worker, team, manager, household, died, restricted, sealed, last_seen, last_seen_alone, card",
    ),
    (
        "duty",
        "timescale, started_on, started_by, due_on, stopped_on, stopped_by, in_time, lapsed_on, because",
    ),
    ("finding", "finding, since, cleared_on, because, entries, mend, waited_from, also, agency"),
    ("indicator_case", "indicator, from_day, to_day, met, value, grp, because, entries, author"),
    (
        "contact",
        "entry, received, rating, proposed, decided, outcome, decided_by, informed, reopened, decision, level, refusal, threshold, indicators",
    ),
    ("meeting", "entry, kind, sort, on_day, time, place, chair, held"),
    ("awaiting", "what, since, entry, author"),
    ("oversight", "entry, kind, on_day, by, worker, said, grade"),
    ("matter", "what, since, until, entry, words, state"),
    ("plan", "entry, kind, from_day, to_day, category, review_on"),
    ("allocation", "worker, team, from_day, to_day"),
    ("stay", "household, from_day, to_day"),
    ("circle", "member"),
];

/// The first difference between two files of views, in a sentence that names the person; `None` if they
/// hold the same.
pub fn difference(kept: &Path, fresh: &Path) -> Result<Option<String>, ViewFault> {
    let connection = Connection::open_with_flags(kept, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    if let Some(told) = crate::tallies::difference(&connection)? {
        return Ok(Some(format!("views: {told}")));
    }
    connection.execute("ATTACH ?1 AS fresh", [fresh.to_string_lossy()])?;
    for (table, columns) in TABLES {
        let rows = |file: &str| {
            if table == "person" {
                format!("SELECT {columns} FROM {file}.person")
            } else {
                let columns: Vec<String> = columns.split(", ").map(|column| format!("t.{column}")).collect();
                format!(
                    "SELECT p.id, {} FROM {file}.{table} t JOIN {file}.person p ON p.key = t.person",
                    columns.join(", ")
                )
            }
        };
        for (one, other, says) in [("main", "fresh", "is not in a rebuild"), ("fresh", "main", "is missing")]
        {
            let sql = format!("SELECT * FROM ({} EXCEPT {}) LIMIT 1", rows(one), rows(other));
            let mut question = connection.prepare(&sql)?;
            let mut found = question.query([])?;
            if let Some(row) = found.next()? {
                let (person, what): (String, Option<String>) =
                    (row.get(0)?, row.get::<_, Option<String>>(1).ok().flatten());
                return Ok(Some(format!(
                    "views: a row of {table} about {person} ({}) {says}",
                    what.unwrap_or_default()
                )));
            }
        }
    }
    Ok(None)
}
