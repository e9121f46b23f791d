//! Lists as a file that a spreadsheet opens: with a byte-order mark, and nothing in it that could be a formula.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

/// A CSV file to keep, named `name.csv`.
pub(crate) fn file(name: &str, head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> Response {
    let mut text = String::from("\u{feff}");
    line(&mut text, head.iter().copied());
    for row in rows {
        line(&mut text, row.iter().map(String::as_str));
    }
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    let plain: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{plain}.csv\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

fn line<'a>(text: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            text.push(',');
        }
        text.push_str(&guarded(cell));
    }
    text.push_str("\r\n");
}

/// A cell in quotation marks where it needs them. What a spreadsheet would take for a formula is led by an
/// apostrophe: a name or a note that somebody typed must never be run.
fn guarded(cell: &str) -> String {
    let formula =
        cell.trim_start_matches([' ', '\u{a0}']).starts_with(['=', '+', '-', '@', '\t', '\r', '|', '%']);
    let number = cell.parse::<f64>().is_ok();
    let safe = if formula && !number { format!("'{cell}") } else { cell.to_owned() };
    if safe.contains([',', '"', '\n', '\r', ';']) || safe != cell {
        format!("\"{}\"", safe.replace('"', "\"\""))
    } else {
        safe
    }
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn nothing_typed_becomes_a_formula() {
        for (cell, expected) in [
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            ("@SUM(1)", "\"'@SUM(1)\""),
            (" +44", "\"' +44\""),
            ("-3", "-3"),
            ("-cmd", "\"'-cmd\""),
            ("Nance, Morwenna", "\"Nance, Morwenna\""),
            ("plain", "plain"),
        ] {
            assert_eq!(guarded(cell), expected);
        }
    }
}
