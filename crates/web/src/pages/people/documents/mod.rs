//! Paper files, and the drawings, photographs, sounds and documents kept with the record.

mod view;

pub use view::*;

use axum::extract::{Path, State};
use calendar::display;
use maud::Markup;
use record::TimelineEntry;

use super::reading::{Query, Reading, read};
use crate::App;
use crate::components::button::Button;
use crate::components::child_header::ChildPage;
use crate::problem::Problem;
use crate::session::SignedIn;

/// Shows the page.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    axum::extract::Query(query): Query,
) -> Result<Markup, Problem> {
    let reading = read(app, signed_in, &id, &query).await?;
    Ok(view(&reading.frame(), &page(&reading)))
}

fn page(reading: &Reading) -> DocumentsPage {
    let records = reading.may_record();
    let timeline = reading.timeline();
    let paper = timeline.identity.paper_files.iter().map(|file| {
        let entry = timeline.entry(file.by);
        let scan = (records && !file.scanned).then(|| {
            let answers = [("file", file.by.to_string()), ("title", file.title.clone())];
            Button::secondary("It has been scanned", reading.form("document_scanned", &answers))
                .about(file.title.clone())
        });
        PaperFile {
            title: file.title.clone(),
            place: file.place.clone(),
            scanned: file.scanned,
            registered: entry.map(|entry| display::table_date(entry.day())).unwrap_or_default(),
            act: scan,
        }
    });
    let paper: Vec<PaperFile> = paper.collect();
    let mut kept: Vec<Kept> = timeline.counting().flat_map(|entry| files(reading, entry)).collect();
    kept.reverse();
    let unscanned = paper.iter().filter(|file| !file.scanned).count();
    let count = |number: usize, one: &str, many: &str| match number {
        0 => format!("No {many}"),
        1 => format!("1 {one}"),
        number => format!("{number} {many}"),
    };
    DocumentsPage {
        child: reading.header(ChildPage::Documents),
        initials: reading.initials(),
        as_at: reading.banner(ChildPage::Documents),
        summary: format!(
            "{}, {} not scanned. {} with the record.",
            count(paper.len(), "paper file", "paper files"),
            unscanned,
            count(kept.len(), "file kept", "files kept")
        ),
        paper,
        kept,
        acts: if records {
            vec![
                Button::primary("Register a paper file", reading.form("paper_file", &[])),
                Button::secondary("Add the child’s words or a drawing", reading.form("views", &[])),
            ]
        } else {
            Vec::new()
        },
    }
}

/// The files that an entry names: a digest and an ending.
fn files(reading: &Reading, entry: &TimelineEntry) -> Vec<Kept> {
    let body = entry.event.body();
    let described = body.get("media_description").and_then(|words| words.as_str()).map(str::to_owned);
    let kept = |name: &str| Kept {
        href: format!("{}/files/{name}", reading.href()),
        picture: ["png", "jpg", "gif", "webp"].iter().any(|ending| name.ends_with(&format!(".{ending}"))),
        description: described.clone().unwrap_or_else(|| "Nobody has said what it shows".to_owned()),
        from: format!("{}, {}", entry.event.title(), display::full_date(entry.day())),
        from_href: format!("{}/timeline{}#e{}", reading.href(), reading.moment_query(), entry.id),
        by: reading.name_of(entry.author()),
    };
    body.values().filter_map(|value| value.as_str()).filter(|text| is_file(text)).map(kept).collect()
}

fn is_file(text: &str) -> bool {
    let Some((digest, ending)) = text.split_once('.') else { return false };
    digest.len() == 64
        && digest.bytes().all(|byte| byte.is_ascii_hexdigit())
        && (2..=5).contains(&ending.len())
        && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
