//! The chronology on paper and as a spreadsheet: date, age then, source, what happened, what it meant.

use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use calendar::display;
use chronology::Standing;
use maud::{Markup, html};

use super::chosen::{Chosen, by_name};
use super::lines::{Line, age_then, gather, source};
use crate::App;
use crate::components::child_header::ChildPage;
use crate::components::table::{Column, Table, table};
use crate::components::title::{print_line, title};
use crate::components::{Sheet, Title};
use crate::pages::people::reading::{Moment, Reading, read};
use crate::problem::Problem;
use crate::session::SignedIn;

/// One row: what stands in each column.
type Row = [String; 5];

const HEADS: [&str; 5] = ["Date", "Age then", "Source", "What happened", "What it meant"];

/// A chronology to print.
pub(crate) async fn print(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Markup, Problem> {
    let reading = read(app, signed_in, &id, &by_name(&pairs)).await?;
    let (chosen, rows) = rows(&reading, &pairs).await?;
    let columns = vec![
        Column::new(HEADS[0]).width(15),
        Column::new(HEADS[1]).width(10),
        Column::new(HEADS[2]).width(25),
        Column::new(HEADS[3]),
        Column::new(HEADS[4]).width(20),
    ];
    let cells = rows.iter().map(|row| row.iter().map(|cell| html! { (cell) }).collect());
    let name = reading.short_name();
    let filters: Vec<String> = chosen.in_use().into_iter().map(|(_, _, words)| words).collect();
    let beneath = match filters.as_slice() {
        [] => format!("{} entries, oldest first.", rows.len()),
        some => format!("{} entries, oldest first: {}.", rows.len(), some.join("; ")),
    };
    let (who, when) = printed(&reading);
    let main = html! {
        (print_line(&who, &when))
        (title(&format!("Chronology of {name}"), &beneath, &html! {}))
        p.on-screen.on-quiet { "Print this page from the browser. Protected addresses are left out." }
        (table(&Table::new(format!("Chronology of {name}"), columns).rows(cells)))
    };
    let child = reading.header(ChildPage::Timeline);
    let banner = reading.banner(ChildPage::Timeline);
    Ok(crate::components::frame::page(
        &reading.frame(),
        &Sheet {
            title: Title::about(reading.initials(), "chronology to print"),
            child: Some(&child),
            as_at: banner.as_ref(),
            main,
            ..Sheet::default()
        },
    ))
}

/// The same as a spreadsheet reads it.
pub(crate) async fn download(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let reading = read(app, signed_in, &id, &by_name(&pairs)).await?;
    let (_, rows) = rows(&reading, &pairs).await?;
    let mut text = String::from("\u{feff}");
    text.push_str(&line(&HEADS.map(str::to_owned)));
    rows.iter().for_each(|row| text.push_str(&line(row)));
    let name = format!("attachment; filename=\"chronology-{}.csv\"", reading.person());
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, text).into_response())
}

/// Who and what, then when and by whom: the head of the paper.
pub(super) fn printed(reading: &Reading) -> (String, String) {
    let name = reading.timeline().identity.name();
    let known = match reading.moment {
        None => String::new(),
        Some(Moment::AsAt(day)) => format!(" as at {}", display::full_date(day)),
        Some(Moment::KnownAt(at)) => format!(" as known on {}", display::date_and_time(at)),
    };
    let now = display::date_and_time(reading.app.now());
    (
        format!("{name} · Official: sensitive, child’s record."),
        format!("Chronology{known}. Printed {now}, by {}.", reading.signed_in.who.name),
    )
}

/// What is asked for, oldest first, without what was not known at the moment on screen.
async fn rows(reading: &Reading, pairs: &[(String, String)]) -> Result<(Chosen, Vec<Row>), Problem> {
    let chosen = Chosen::of(pairs);
    let gathered = gather(reading, chosen.whose).await?;
    let wanted = gathered.lines.iter().filter(|line| !line.unknown_then && chosen.wants(line));
    let rows = wanted.map(|line| row(reading, line).map(|cell| gathered.safe(&cell))).collect();
    Ok((chosen, rows))
}

fn row(reading: &Reading, line: &Line) -> Row {
    let entry = &line.entry;
    let time = entry.occurred.time().map(|time| format!(", {}", display::time(time))).unwrap_or_default();
    let standing = match &entry.standing {
        Standing::Stands => String::new(),
        Standing::Corrected { reason, .. } => format!(" [Corrected: {reason}]"),
        Standing::Withdrawn { reason, .. } => format!(" [Withdrawn, does not count: {reason}]"),
        Standing::Disposed => " [Destroyed at the end of the time it is kept]".to_owned(),
    };
    let said = if line.words.is_empty() { String::new() } else { format!(": {}", line.words) };
    [
        format!("{}{time}", display::table_date(entry.day())),
        age_then(reading, entry.day()),
        source(reading, line),
        format!("{}{said}{standing}", entry.event.title()),
        line.meaning().to_owned(),
    ]
}

fn line(row: &Row) -> String {
    let cells: Vec<String> =
        row.iter().map(|cell| format!("\"{}\"", guarded(cell).replace('"', "\"\""))).collect();
    format!("{}\r\n", cells.join(","))
}

/// A cell that no spreadsheet takes for a formula.
fn guarded(cell: &str) -> String {
    let risky = cell.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r', '|'])
        || cell.starts_with(['\t', '\r', '\n']);
    if risky { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula_and_never_ends_early() {
        assert_eq!(guarded("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(guarded(" +44"), "' +44");
        assert_eq!(guarded("nine"), "nine");
        let row = ["a".into(), "b \"c\"".into(), "d\ne".into(), "@f".into(), String::new()];
        assert_eq!(line(&row), "\"a\",\"b \"\"c\"\"\",\"d\ne\",\"'@f\",\"\"\r\n");
    }
}
