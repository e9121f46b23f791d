//! A small authority in a folder of its own, written in the notation.

use std::sync::Arc;

use jiff::Timestamp;
use record::notation::{parse, resolve};
use rules::Settings;
use store::Chronology;
use store::desk::Desk;
use views::Views;

/// A folder, its chronology, its desk and its views.
pub(crate) struct Authority {
    /// Kept so that the folder lives as long as the rest.
    pub(crate) folder: tempfile::TempDir,
    /// The chronology.
    pub(crate) chronology: Chronology,
    /// The desk.
    pub(crate) desk: Desk,
    /// The views.
    pub(crate) views: Views,
}

/// The moment at which these tests are run.
pub(crate) fn now() -> Timestamp {
    "2026-04-01T10:00:00Z".parse().unwrap()
}

/// An authority with these recordings.
pub(crate) fn authority(notation: &str) -> Authority {
    let folder = tempfile::tempdir().unwrap();
    let clock: store::Clock = Arc::new(now);
    let chronology = Chronology::create(folder.path(), Arc::clone(&clock)).unwrap();
    append(&chronology, notation);
    let desk = Desk::open(folder.path(), clock).unwrap();
    let settings = Arc::new(Settings::default());
    let views = Views::open(folder.path(), chronology.clone(), settings, 2).unwrap();
    Authority { folder, chronology, desk, views }
}

/// Appends recordings written in the notation.
pub(crate) fn append(chronology: &Chronology, notation: &str) {
    let noted = parse(notation).unwrap_or_else(|faults| panic!("{faults:?}"));
    let first = chronology.head().unwrap().number.next();
    for draft in resolve(&noted, first) {
        chronology.append(draft).unwrap();
    }
}
