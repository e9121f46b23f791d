//! Questions that span people: search, worklists, caseload, indicator cases; and who may ask.
//!
//! A view is a row computed from one person's timeline and those around them. All of it sits in a local
//! file, `views.sqlite`, that may be deleted at any time and is made anew from the chronology. Nothing in it
//! depends on today: what depends on the day is kept as the days from and to which it holds.

pub mod access;
mod acts;
mod asking;
mod card;
mod compare;
mod fault;
mod fold;
mod follow;
mod gating;
pub mod matching;
mod matters;
mod plans;
mod rebuild;
pub mod reports;
mod rows;
mod schema;
mod tallies;

pub use asking::{
    ActRow, Awaiting, Base, CaseRow, Caseload, ChildOnList, ContactRow, Difference, DutyRow, Figure,
    FindingRow, Hit, MatterLine, MeetingRow, OwnChild, Recount, Searched, Stretch, Tallies,
};
pub use card::Card;
pub use compare::difference;
pub use fault::ViewFault;
pub use fold::{Around, Folder};
pub use matters::Matter;
pub use rebuild::Rebuilt;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use chronology::RecordingNumber;
use rules::Settings;
use rusqlite::Connection;
use store::Chronology;
use store::readers::Readers;

/// The views of one authority. Cheap to clone.
#[derive(Clone)]
pub struct Views {
    inner: Arc<Inner>,
}

struct Inner {
    chronology: Chronology,
    folder: Folder,
    writer: Mutex<follow::Writer>,
    readers: Readers,
    path: PathBuf,
    reports: reports::Running,
}

impl Views {
    /// Opens the views beside a chronology, making them anew if they are missing, of another shape, made
    /// under other settings, or not of this chronology. `threads` fold at once while they are made.
    pub fn open(
        folder: &Path,
        chronology: Chronology,
        settings: Arc<Settings>,
        threads: usize,
    ) -> Result<Self, ViewFault> {
        let path = folder.join("views.sqlite");
        let fresh = schema::is_current(&path, &settings, &chronology)?;
        if !fresh {
            rebuild::rebuild(&path, &chronology, &settings, threads, &mut |_, _| {})?;
        }
        let writer = Mutex::new(follow::Writer::open(&path)?);
        let readers = Readers::new(&path, schema::open_to_read);
        let folding = Folder::new(chronology.clone(), settings);
        let views = Self {
            inner: Arc::new(Inner {
                chronology,
                folder: folding,
                writer,
                readers,
                path,
                reports: reports::Running::default(),
            }),
        };
        views.catch_up()?;
        Ok(views)
    }

    /// Makes the views of a folder anew, whatever is there; `progress` is told of people done and of how many.
    pub fn rebuild(
        folder: &Path,
        chronology: &Chronology,
        settings: &Settings,
        threads: usize,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<Rebuilt, ViewFault> {
        rebuild::rebuild(&folder.join("views.sqlite"), chronology, settings, threads, progress)
    }

    /// Takes in everything recorded so far. After it, readers see what was recorded before it was called.
    pub fn catch_up(&self) -> Result<RecordingNumber, ViewFault> {
        let mut writer = self.inner.writer.lock().unwrap_or_else(PoisonError::into_inner);
        writer.catch_up(&self.inner.chronology, &self.inner.folder)
    }

    /// Folds people's timelines, and keeps the recent ones.
    pub fn folder(&self) -> &Folder {
        &self.inner.folder
    }

    /// The chronology that these are views of.
    pub fn chronology(&self) -> &Chronology {
        &self.inner.chronology
    }

    /// The authority's choices.
    pub fn settings(&self) -> &Settings {
        self.inner.folder.settings()
    }

    fn read<T>(&self, question: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, ViewFault> {
        let reader = self.inner.readers.lend()?;
        question(&reader).map_err(ViewFault::from)
    }
}
