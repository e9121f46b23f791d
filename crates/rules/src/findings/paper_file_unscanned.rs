//! A paper file that belongs to the record and is not in it.

use calendar::display;
use record::events::{DocumentScanned, PaperFileRegistered};

use super::{Example, Finding};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "paper-file-unscanned",
    title: "Paper file not scanned",
    failing: Some("F050"),
    source: "Inspection: one record for each child, paper and screen together",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example {
            title: "registered, with its place",
            notation: FILE,
            on: "2026-03-02",
            expect: &["“Volume 1, 2019” is on paper only, at County Hall, shelf 12"],
        },
        Example { title: "scanned", notation: FILE, on: "2026-03-09", expect: &[] },
    ],
};

const FILE: &str = "
recording by clerk as administrator
  2026-03-02 child paper_file.registered @file
    title: Volume 1, 2019
    place: County Hall, shelf 12
recording by clerk as administrator
  2026-03-09 child document.scanned
    file: @file
";

fn look(circle: &Circle) -> Vec<Found> {
    let files = circle.timeline.of::<PaperFileRegistered>().filter(|(_, file)| file.scanned != Some(true));
    let found = files.map(|(entry, file)| {
        let scans = circle.timeline.of::<DocumentScanned>().filter(|(_, scan)| {
            scan.file == Some(entry.id)
                || (scan.file.is_none() && scan.title.is_some() && scan.title == file.title)
        });
        let because = format!(
            "“{}” is on paper only, at {}, registered on {}.",
            file.title.as_deref().unwrap_or("A file"),
            file.place.as_deref().unwrap_or("a place nobody wrote down"),
            display::full_date(entry.day())
        );
        let scanned = scans.map(|(scan, _)| scan.day()).min();
        Found::since(entry.day(), because).cleared(scanned).from([entry.id]).mended_by("document.scanned")
    });
    found.collect()
}
