//! The handle that everybody holds: cheap to clone, safe to share between threads.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use chronology::{Digested, Draft, EntryId, RecordingNumber, Seal};
use jiff::Timestamp;

use crate::append::check_and_digest;
use crate::fault::malformed;
use crate::readers::Readers;
use crate::writer::{Job, Part, Settings, Writer};
use crate::{Clock, OpenFault, Refusal, schema};

/// An authority's chronology. Clones share one writer thread and one pool of readers.
#[derive(Clone)]
pub struct Chronology {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    // Declared first, so dropped first: the writer has closed its file before the lock is let go.
    writer: Option<Writer>,
    pub(crate) readers: Readers,
    clock: Clock,
    pub(crate) path: PathBuf,
    _lock: Option<File>,
}

/// What an append is answered with, once it is safely on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appended {
    /// The recording's number.
    pub number: RecordingNumber,
    /// Its seal, which the worker may keep as proof.
    pub seal: Seal,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Whether it was there already: an earlier append carried the same key, and this one added nothing.
    pub already: bool,
}

/// The end of the chronology.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The last recording; 0 when there is none.
    pub number: RecordingNumber,
    /// Its seal; [`Seal::GENESIS`] when there is none.
    pub seal: Seal,
    /// When it was recorded; 1970 when there is none.
    pub recorded_at: Timestamp,
}

/// How many recordings `append_history` puts in one transaction.
const HISTORY_CHUNK: usize = 2_000;

const LOCK_TRIES: u32 = 20;
const LOCK_PAUSE: std::time::Duration = std::time::Duration::from_millis(25);

impl Chronology {
    /// Makes an empty chronology in `folder`, which is created if need be, and opens it.
    pub fn create(folder: &Path, clock: Clock) -> Result<Self, OpenFault> {
        std::fs::create_dir_all(folder)?;
        let path = folder.join(schema::FILE);
        let lock = lock(folder)?;
        if path.exists() {
            return Err(OpenFault::Present(format!("{} already holds a record", folder.display())));
        }
        // Made under another name first, so that a half-made file is never taken for a chronology.
        let making = folder.join("chronology.sqlite.making");
        let _ = std::fs::remove_file(&making);
        drop(schema::create(&making)?);
        std::fs::rename(&making, &path)?;
        File::open(folder)?.sync_all()?;
        Self::start(folder, clock, lock, Settings::default())
    }

    /// Opens the chronology in `folder` for reading and writing. Only one process at a time may.
    pub fn open(folder: &Path, clock: Clock) -> Result<Self, OpenFault> {
        present(folder)?;
        Self::start(folder, clock, lock(folder)?, Settings::default())
    }

    /// Opens the chronology in `folder` for reading alone, which any number of processes may, at any time.
    pub fn open_for_reading(folder: &Path) -> Result<Self, OpenFault> {
        let path = present(folder)?;
        schema::check_format(&schema::open_to_read(&path)?, &path)?;
        let readers = Readers::new(&path, schema::open_to_read);
        let clock = crate::system_clock();
        Ok(Self { inner: Arc::new(Inner { writer: None, readers, clock, path, _lock: None }) })
    }

    pub(crate) fn start(
        folder: &Path,
        clock: Clock,
        lock: File,
        settings: Settings,
    ) -> Result<Self, OpenFault> {
        let path = folder.join(schema::FILE);
        let connection = schema::open_to_write(&path)?;
        let writer = Writer::start(connection, Arc::clone(&clock), settings)?;
        let readers = Readers::new(&path, schema::open_to_read);
        let inner = Inner { writer: Some(writer), readers, clock, path, _lock: Some(lock) };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Appends one recording and returns once it is on the disk. Callers on other threads are grouped into
    /// the same commit, so many may wait at once.
    pub fn append(&self, draft: Draft) -> Result<Appended, Refusal> {
        let (answer, answered) = channel();
        self.submit(draft, move |result| {
            let _ = answer.send(result);
        });
        answered.recv().unwrap_or(Err(Refusal::ReadOnly))
    }

    /// Appends one recording and calls `then` with the answer, from the writer's thread once it is on the
    /// disk, or at once if the draft is malformed. `then` must be quick: everybody waits for it.
    pub fn submit(&self, draft: Draft, then: impl FnOnce(Result<Appended, Refusal>) + Send + 'static) {
        match check_and_digest(draft, (self.inner.clock)()) {
            Err(refusal) => then(Err(refusal)),
            Ok(digested) => self.send(vec![Part::now(digested)], |result| {
                then(result.and_then(|all| all.first().copied().ok_or(Refusal::ReadOnly)));
            }),
        }
    }

    /// Appends several recordings, all or none of them, in one transaction.
    pub fn append_all(&self, drafts: Vec<Draft>) -> Result<Vec<Appended>, Refusal> {
        let now = (self.inner.clock)();
        let parts: Result<Vec<Part>, Refusal> =
            drafts.into_iter().map(|draft| Ok(Part::now(check_and_digest(draft, now)?))).collect();
        self.send_and_wait(parts?)
    }

    /// As [`Chronology::append_all`], each with the time at which it was recorded; these may not run backwards
    /// nor precede what is there.
    pub fn append_all_at(&self, drafts: Vec<(Draft, Timestamp)>) -> Result<Vec<Appended>, Refusal> {
        let parts: Result<Vec<Part>, Refusal> =
            drafts.into_iter().map(|(draft, at)| Ok(Part::at(check_and_digest(draft, at)?, at))).collect();
        self.send_and_wait(parts?)
    }

    /// Appends many recordings with the times at which they were recorded, which may not run backwards nor
    /// precede what is there: for imports and invented counties. Answers how many were added; a recording
    /// whose key is there already adds nothing. A refusal stops it: the recordings before the transaction
    /// at fault stay.
    pub fn append_history(
        &self,
        mut drafts: impl Iterator<Item = (Draft, Timestamp)>,
    ) -> Result<u64, Refusal> {
        let mut added = 0;
        let mut writing: Option<Receiver<Result<Vec<Appended>, Refusal>>> = None;
        loop {
            // One chunk is written while the next is made ready, but none is sent before the last is safe.
            let chunk: Result<Vec<Part>, Refusal> = drafts
                .by_ref()
                .take(HISTORY_CHUNK)
                .map(|(draft, at)| Ok(Part::at(check_and_digest(draft, at)?, at)))
                .collect();
            if let Some(before) = writing.take() {
                added += fresh(before.recv().unwrap_or(Err(Refusal::ReadOnly))?);
            }
            let chunk = chunk?;
            if chunk.is_empty() {
                return Ok(added);
            }
            let (answer, answered) = channel();
            self.send(chunk, move |result| {
                let _ = answer.send(result);
            });
            writing = Some(answered);
        }
    }

    /// How many transactions have been committed since this was opened.
    pub fn commits(&self) -> u64 {
        self.inner.writer.as_ref().map_or(0, Writer::commits)
    }

    /// Waits until the chronology has gone beyond `number`, or `patience` has passed; answers its end.
    pub fn wait_beyond(&self, number: RecordingNumber, patience: std::time::Duration) -> Option<Head> {
        self.inner.writer.as_ref().map(|writer| writer.wait_beyond(number, patience))
    }

    pub(crate) fn known_head(&self) -> Option<Head> {
        self.inner.writer.as_ref().map(Writer::head)
    }

    pub(crate) fn now(&self) -> Timestamp {
        (self.inner.clock)()
    }

    pub(crate) fn dispose_and_wait(
        &self,
        digested: Digested,
        entries: Vec<EntryId>,
    ) -> Result<Appended, Refusal> {
        let part = Part { digested, recorded_at: None, dispose: entries };
        self.send_and_wait(vec![part])?.first().copied().ok_or(Refusal::ReadOnly)
    }

    fn send_and_wait(&self, parts: Vec<Part>) -> Result<Vec<Appended>, Refusal> {
        let (answer, answered) = channel();
        self.send(parts, move |result| {
            let _ = answer.send(result);
        });
        answered.recv().unwrap_or(Err(Refusal::ReadOnly))
    }

    fn send(&self, parts: Vec<Part>, then: impl FnOnce(Result<Vec<Appended>, Refusal>) + Send + 'static) {
        let job = Job { parts, then: Box::new(then) };
        match &self.inner.writer {
            Some(writer) => writer.send(job),
            None => (job.then)(Err(Refusal::ReadOnly)),
        }
    }
}

fn fresh(appended: Vec<Appended>) -> u64 {
    appended.iter().filter(|one| !one.already).count() as u64
}

fn present(folder: &Path) -> Result<PathBuf, OpenFault> {
    let path = folder.join(schema::FILE);
    match path.is_file() {
        true => Ok(path),
        false => Err(OpenFault::Missing(format!("{} holds no record", folder.display()))),
    }
}

/// Takes the lock that one writing process holds; it ends with the process, however that ends. A process
/// that is just dying, or just being started by the one that let go, may hold it a moment longer.
pub(crate) fn lock(folder: &Path) -> Result<File, OpenFault> {
    let path = folder.join(schema::LOCK);
    let file = File::options().create(true).truncate(false).write(true).open(path)?;
    for _ in 0..LOCK_TRIES {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => std::thread::sleep(LOCK_PAUSE),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
    }
    Err(OpenFault::Busy(format!("another process is writing to the record in {}", folder.display())))
}

/// The time of an append in a transaction with the times of others, or why it cannot be.
pub(crate) fn recorded_at(part: &Part, now: Timestamp, last: Timestamp) -> Result<Timestamp, Refusal> {
    match part.recorded_at {
        // INVARIANT: recorded_at never runs backwards, even when the machine's clock does.
        None => Ok(now.max(last)),
        Some(at) if at < last => Err(malformed(
            None,
            format!("It is said to have been recorded at {at}, before the last recording ({last})"),
        )),
        Some(at) => Ok(at),
    }
}
