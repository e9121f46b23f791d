//! What a report answers, as a page's table and as a file.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use axum::response::Response;
use calendar::display;
use jiff::civil::Date;
use practice::Report;
use views::reports::{Cell, ReportTable};

use super::view::{ReportCell, ReportColumn, ReportPage};
use crate::components::pages::Pages;
use crate::components::table::Sorted;
use crate::pages::asked::Asked;
use crate::pages::naming::Naming;

/// Most rows on one page, unless all are asked for.
const ROWS_ON_A_PAGE: usize = 50;

/// The column that opens the child, and the one that names them.
const CHILD: &str = "child";
const NAME: &str = "name";

/// Fills the page with the rows, as the address sorts and pages them.
pub(super) fn fill(page: &mut ReportPage, table: &ReportTable, asked: &Asked, naming: &Naming, today: Date) {
    let path = page.action.clone();
    let place = |name: &str| table.columns.iter().position(|column| column.eq_ignore_ascii_case(name));
    let child = place(CHILD);
    let name = child.and_then(|_| place(NAME));
    let mut rows: Vec<&Vec<Cell>> = table.rows.iter().collect();
    let sort = asked.get("sort").and_then(|at| at.parse::<usize>().ok());
    let sort = sort.filter(|at| *at < table.columns.len());
    let turned = asked.get("way") == Some("turned");
    if let Some(at) = sort {
        rows.sort_by(|one, other| compare(&one[at], &other[at]));
        if turned {
            rows.reverse();
        }
    }
    let shown = table.columns.iter().enumerate().filter(|(at, _)| name.is_none() || child != Some(*at));
    page.columns = shown
        .map(|(at, column)| {
            let now = sort == Some(at);
            let again = now && !turned;
            let at_words = at.to_string();
            ReportColumn {
                at,
                head: if child == Some(at) { "Child".to_owned() } else { head(column) },
                number: rows.iter().all(|row| !matches!(row[at], Cell::Words(_)))
                    && rows.iter().any(|row| row[at] != Cell::Empty),
                sort_href: asked
                    .href(&path, &[("sort", Some(&at_words)), ("way", again.then_some("turned"))]),
                sorted: now.then_some(if turned { Sorted::Descending } else { Sorted::Ascending }),
            }
        })
        .collect();
    let total = rows.len();
    let every = asked.get("show") == Some("all");
    let on_a_page = if every { total.max(1) } else { ROWS_ON_A_PAGE };
    let of = total.div_ceil(on_a_page).max(1);
    let here = asked.page().min(of);
    let from = (here - 1) * on_a_page;
    let these = rows.iter().skip(from).take(on_a_page);
    page.rows = these
        .map(|row| {
            let cells = page
                .columns
                .iter()
                .map(|column| cell(&row[column.at], column.at, row, (child, name), naming));
            cells.collect()
        })
        .collect();
    let children: BTreeSet<String> =
        child.map(|at| table.rows.iter().map(|row| row[at].to_string()).collect()).unwrap_or_default();
    page.summary =
        format!("{}. {}.", display::long_date(today), counted(total, child.is_some(), children.len()));
    page.pages = Pages {
        here,
        of,
        href: asked.paging(&path),
        showing: format!("Showing {} to {} of {total}", (from + 1).min(total), from + page.rows.len()),
        of_what: "rows".to_owned(),
    };
    page.all_href = if of > 1 { asked.href(&path, &[("show", Some("all"))]) } else { String::new() };
    page.csv_href = asked.href(&path, &[("format", Some("csv"))]);
    page.total = total;
    page.answered = true;
    if table.more {
        page.more = format!(
            "There are more rows than the {total} shown, which are the first in the report’s own order. Ask for a \
             shorter time or one team to see them all."
        );
    }
}

fn counted(rows: usize, of_children: bool, children: usize) -> String {
    let rows_words = display::how_many(rows, "row", "rows");
    if !of_children {
        rows_words
    } else if rows == children {
        display::how_many(children, "child", "children")
    } else {
        format!("{rows_words} about {}", display::how_many(children, "child", "children"))
    }
}

/// “days_waiting” as “Days waiting”.
fn head(column: &str) -> String {
    display::capital(&column.replace('_', " "))
}

fn cell(
    value: &Cell,
    at: usize,
    row: &[Cell],
    (child, name): (Option<usize>, Option<usize>),
    naming: &Naming,
) -> ReportCell {
    let id = child.map(|child| row[child].to_string()).unwrap_or_default();
    let is_person = chronology::PersonId::new(&id).is_ok();
    if name == Some(at) && is_person {
        return ReportCell { words: naming.child(&id, &value.to_string()), href: naming.href(&id) };
    }
    if child == Some(at) && is_person {
        return ReportCell { words: naming.child(&id, &naming.worker(&id)), href: naming.href(&id) };
    }
    ReportCell { words: words(value), href: String::new() }
}

/// A day as tables show it; anything else as it is.
fn words(value: &Cell) -> String {
    match value {
        Cell::Words(text) => text.parse::<Date>().map_or_else(|_| text.clone(), display::table_date),
        other => other.to_string(),
    }
}

/// Nothing first, then numbers, then words as a reader would order them.
fn compare(one: &Cell, other: &Cell) -> Ordering {
    let number = |cell: &Cell| match cell {
        #[expect(clippy::cast_precision_loss, reason = "counts and days are far below 2^52")]
        Cell::Whole(number) => Some(*number as f64),
        Cell::Real(number) => Some(*number),
        Cell::Empty | Cell::Words(_) => None,
    };
    let kind = |cell: &Cell| match cell {
        Cell::Empty => 0,
        Cell::Whole(_) | Cell::Real(_) => 1,
        Cell::Words(_) => 2,
    };
    kind(one).cmp(&kind(other)).then_with(|| match (number(one), number(other)) {
        (Some(one), Some(other)) => one.total_cmp(&other),
        _ => one.to_string().to_lowercase().cmp(&other.to_string().to_lowercase()),
    })
}

/// The whole answer as a file, in the report's own order.
pub(super) fn file(report: &Report, table: &ReportTable, naming: &Naming, today: Date) -> Response {
    let head: Vec<String> = table.columns.iter().map(|column| head(column)).collect();
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    let child = table.columns.iter().position(|column| column.eq_ignore_ascii_case(CHILD));
    let row = |row: &Vec<Cell>| {
        let cells = row.iter().enumerate().map(|(at, value)| {
            let text = value.to_string();
            if child == Some(at) { naming.child(&text, &text) } else { text }
        });
        cells.collect()
    };
    let mut rows: Vec<Vec<String>> = table.rows.iter().map(row).collect();
    if table.more {
        rows.push(vec![format!("There are more rows than these {}.", table.rows.len())]);
    }
    let name = report.id.replace('_', "-");
    crate::pages::csv::file(&format!("{name}-{today}"), &head, rows)
}
