//! The views that reports read. Their names and columns stay: tables beneath them may be arranged anew, and a
//! county's reports still run. `docs/local-reports.md` tells them all, word for word as here.
//!
//! Each is a temporary view of the one connection that runs the report, since what it may tell depends on who reads:
//! `temp.shown` holds each child as this reader may know them, and `temp.words` what people here read for codes.

mod views;

pub use views::STABLE_VIEWS;

/// A view that reports may read.
#[derive(Debug)]
pub struct StableView {
    /// Its name in SQL.
    pub name: &'static str,
    /// What each of its rows is.
    pub about: &'static str,
    /// Its columns.
    pub columns: &'static [StableColumn],
    table: &'static str,
}

/// A column of such a view.
#[derive(Clone, Copy, Debug)]
pub struct StableColumn {
    /// Its name in SQL.
    pub name: &'static str,
    /// What it holds.
    pub about: &'static str,
    is: Is,
}

/// How a column is had from the tables: `p` is the child's row, `t` the row told of, `s` what this
/// reader may know of the child.
#[derive(Clone, Copy, Debug)]
enum Is {
    /// As it stands.
    Plain(&'static str),
    /// Nothing, of a hidden child.
    Open(&'static str),
    /// What people here read for a code of a list.
    Words(&'static str, &'static str),
    /// The same; nothing, of a hidden child.
    OpenWords(&'static str, &'static str),
    /// The name of whoever has this id.
    Named(&'static str),
    /// Of the child's allocation on the day the row starts.
    Then(&'static str),
    /// The name of whoever has that id.
    NamedThen(&'static str),
}

impl Is {
    fn sql(self) -> String {
        match self {
            Self::Plain(sql) => sql.to_owned(),
            Self::Open(sql) => format!("CASE WHEN s.open THEN {sql} END"),
            Self::Words(list, code) => {
                format!("(SELECT w.words FROM temp.words w WHERE w.list = '{list}' AND w.code = {code})")
            }
            Self::OpenWords(list, code) => {
                format!("CASE WHEN s.open THEN {} END", Self::Words(list, code).sql())
            }
            Self::Named(id) => format!("(SELECT n.name FROM main.person n WHERE n.id = {id})"),
            Self::Then(column) => format!(
                "(SELECT a.{column} FROM main.allocation a WHERE a.person = t.person AND a.from_day <= t.from_day AND
                  (a.to_day IS NULL OR a.to_day >= t.from_day) ORDER BY a.from_day DESC, a.rowid DESC LIMIT 1)"
            ),
            Self::NamedThen(column) => {
                format!("(SELECT n.name FROM main.person n WHERE n.id = {})", Self::Then(column).sql())
            }
        }
    }
}

/// What stands where a child's name would, for whoever may not open the record.
pub const RESTRICTED: &str = "A restricted record";

impl StableView {
    /// The statement that makes it.
    pub(super) fn sql(&self) -> String {
        let columns: Vec<String> =
            self.columns.iter().map(|column| format!("{} AS {}", column.is.sql(), column.name)).collect();
        let rows = if self.table == "person" {
            "temp.shown s".to_owned()
        } else {
            format!("temp.shown s JOIN main.{} t ON t.person = s.key", self.table)
        };
        // The conditions hold of every row. They have the view use a column of each of its tables, or else SQLite
        // asks leave to read the table as if the report itself named it.
        format!(
            "CREATE TEMP VIEW {} AS SELECT {} FROM {rows} JOIN main.person p ON p.key = s.key
             WHERE p.sealed = 0 AND s.open IN (0, 1)",
            self.name,
            columns.join(", ")
        )
    }
}

const fn column(name: &'static str, is: Is, about: &'static str) -> StableColumn {
    StableColumn { name, about, is }
}

/// The names of the views, for a way to mend one that is not among them.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    STABLE_VIEWS.iter().map(|view| view.name)
}
