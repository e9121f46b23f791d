//! The one writer: a thread that groups whoever is waiting into one commit.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use chronology::{Digested, EntryId, RecordingNumber, Seal};
use jiff::Timestamp;
use rusqlite::Connection;

use crate::append::{self, Last};
use crate::chronology_file::recorded_at;
use crate::{Appended, Clock, Head, OpenFault, Refusal, dispose, reading};

/// The most recordings put into one commit, so that nobody waits long behind a crowd.
const GROUP_MAX: usize = 1_024;

pub(crate) type Then = Box<dyn FnOnce(Result<Vec<Appended>, Refusal>) + Send>;

/// Recordings to be appended together or not at all.
pub(crate) struct Job {
    pub(crate) parts: Vec<Part>,
    pub(crate) then: Then,
}

/// One recording to be appended.
pub(crate) struct Part {
    pub(crate) digested: Digested,
    /// When it was recorded, if not now.
    pub(crate) recorded_at: Option<Timestamp>,
    /// Entries whose words are destroyed by it.
    pub(crate) dispose: Vec<EntryId>,
}

impl Part {
    pub(crate) fn now(digested: Digested) -> Self {
        Self { digested, recorded_at: None, dispose: Vec::new() }
    }

    pub(crate) fn at(digested: Digested, at: Timestamp) -> Self {
        Self { digested, recorded_at: Some(at), dispose: Vec::new() }
    }
}

#[cfg(test)]
pub(crate) type AtPoint = Arc<dyn Fn(Point) -> Result<(), Refusal> + Send + Sync>;

/// What tests set to see a writer fail.
#[derive(Clone, Default)]
pub(crate) struct Settings {
    /// The most pages the file may grow to, as a disk that fills up.
    pub(crate) pages_max: Option<u32>,
    /// Called at each point of writing; an error there is taken as the disk's.
    #[cfg(test)]
    pub(crate) at_point: Option<AtPoint>,
}

/// The points of writing at which something may go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Point {
    Begun,
    RecordingRow,
    EntryRow,
    Disposed,
    BeforeCommit,
    Committed,
}

impl Settings {
    #[cfg(test)]
    pub(crate) fn pass(&self, point: Point) -> Result<(), Refusal> {
        self.at_point.as_ref().map_or(Ok(()), |at_point| at_point(point))
    }

    #[cfg(not(test))]
    #[inline]
    pub(crate) fn pass(&self, _: Point) -> Result<(), Refusal> {
        Ok(())
    }
}

pub(crate) struct Writer {
    sender: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
    shown: Arc<Shown>,
}

struct Shown {
    head: Mutex<Head>,
    moved: Condvar,
    commits: AtomicU64,
}

impl Writer {
    pub(crate) fn start(connection: Connection, clock: Clock, settings: Settings) -> Result<Self, OpenFault> {
        if let Some(pages) = settings.pages_max {
            connection.pragma_update(None, "max_page_count", pages)?;
        }
        let fault = |fault: crate::ReadFault| OpenFault::Fault(fault.to_string());
        let head = reading::head(&connection).map_err(fault)?;
        let last = Last::read(&connection).map_err(fault)?;
        let moved = Condvar::new();
        let shown = Arc::new(Shown { head: Mutex::new(head), moved, commits: AtomicU64::new(0) });
        let (sender, receiver) = channel();
        let mut work = Work { connection, clock, settings, last, shown: Arc::clone(&shown) };
        let thread = std::thread::Builder::new()
            .name("chronology writer".into())
            .spawn(move || work.until_closed(&receiver))?;
        Ok(Self { sender: Some(sender), thread: Some(thread), shown })
    }

    pub(crate) fn send(&self, job: Job) {
        let refused = match &self.sender {
            Some(sender) => sender.send(job).map_err(|unsent| unsent.0).err(),
            None => Some(job),
        };
        if let Some(job) = refused {
            (job.then)(Err(Refusal::ReadOnly));
        }
    }

    pub(crate) fn head(&self) -> Head {
        *self.shown.head.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn commits(&self) -> u64 {
        self.shown.commits.load(Ordering::Relaxed)
    }

    pub(crate) fn wait_beyond(&self, number: RecordingNumber, patience: Duration) -> Head {
        let end = Instant::now() + patience;
        let mut head = self.shown.head.lock().unwrap_or_else(PoisonError::into_inner);
        while head.number <= number {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break;
            }
            head = self.shown.moved.wait_timeout(head, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        *head
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.sender = None;
        if let Some(thread) = self.thread.take()
            // The last handle may be dropped by an answer, which runs on the writer's own thread.
            && thread.thread().id() != std::thread::current().id()
        {
            let _ = thread.join();
        }
    }
}

struct Work {
    connection: Connection,
    clock: Clock,
    settings: Settings,
    last: Last,
    shown: Arc<Shown>,
}

impl Work {
    fn until_closed(&mut self, receiver: &Receiver<Job>) {
        while let Ok(first) = receiver.recv() {
            let mut recordings = first.parts.len();
            let mut group = vec![first];
            while recordings < GROUP_MAX
                && let Ok(job) = receiver.try_recv()
            {
                recordings += job.parts.len();
                group.push(job);
            }
            self.group(group);
        }
    }

    /// Commits a group and answers everybody in it. If the group fails as one, each is tried alone, so that
    /// one job's fault is nobody else's.
    fn group(&mut self, mut group: Vec<Job>) {
        let answers = match self.commit(&mut group) {
            Ok(answers) => answers,
            Err(fault) if group.len() == 1 => vec![Err(fault)],
            Err(_) => {
                let alone = |job| self.commit(std::slice::from_mut(job)).map(|mut answers| answers.remove(0));
                group.iter_mut().map(alone).map(|answer| answer.and_then(|inner| inner)).collect()
            }
        };
        for (job, answer) in group.into_iter().zip(answers) {
            // A caller that panics in its answer must not take the writer with it.
            let _ = catch_unwind(AssertUnwindSafe(|| (job.then)(answer)));
        }
    }

    fn commit(&mut self, jobs: &mut [Job]) -> Result<Vec<Result<Vec<Appended>, Refusal>>, Refusal> {
        // INVARIANT: a broken invariant crashes the recording, not the process.
        let written = catch_unwind(AssertUnwindSafe(|| self.write(jobs)));
        let written =
            written.unwrap_or_else(|_| Err(Refusal::Fault("the writer met a fault of its own".into())));
        match written {
            Ok(answers) => {
                let changed = answers.iter().flatten().flatten().any(|one| !one.already);
                if changed {
                    self.shown.commits.fetch_add(1, Ordering::Relaxed);
                    *self.shown.head.lock().unwrap_or_else(PoisonError::into_inner) = self.last.head();
                    self.shown.moved.notify_all();
                }
                Ok(answers)
            }
            Err(fault) => {
                if !self.connection.is_autocommit() {
                    let _ = self.connection.execute_batch("ROLLBACK");
                }
                self.last = Last::read(&self.connection)?;
                Err(fault)
            }
        }
    }

    fn write(&mut self, jobs: &mut [Job]) -> Result<Vec<Result<Vec<Appended>, Refusal>>, Refusal> {
        self.connection.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        self.settings.pass(Point::Begun)?;
        let now = (self.clock)();
        let mut answers = Vec::with_capacity(jobs.len());
        let mut disposed = false;
        for job in jobs {
            let answer = self.job(job, now);
            if let Err(fault @ Refusal::Fault(_)) = answer {
                return Err(fault);
            }
            disposed |= answer.is_ok() && job.parts.iter().any(|part| !part.dispose.is_empty());
            answers.push(answer);
        }
        self.settings.pass(Point::BeforeCommit)?;
        self.connection.prepare_cached("COMMIT")?.execute([])?;
        self.settings.pass(Point::Committed)?;
        if disposed {
            dispose::forget_in_log(&self.connection);
        }
        Ok(answers)
    }

    fn job(&mut self, job: &mut Job, now: Timestamp) -> Result<Vec<Appended>, Refusal> {
        // One recording is refused before any of it is written; of several, some may be written by then.
        if let [part] = &mut job.parts[..] {
            return Ok(vec![self.part(part, now)?]);
        }
        self.connection.prepare_cached("SAVEPOINT job")?.execute([])?;
        let all: Result<Vec<Appended>, Refusal> =
            job.parts.iter_mut().map(|part| self.part(part, now)).collect();
        if all.is_err() {
            self.connection.prepare_cached("ROLLBACK TO job")?.execute([])?;
            self.last = Last::read(&self.connection)?;
        }
        self.connection.prepare_cached("RELEASE job")?.execute([])?;
        all
    }

    fn part(&mut self, part: &mut Part, now: Timestamp) -> Result<Appended, Refusal> {
        let recording = part.digested.recording();
        if let Some(key) = &recording.key
            && let Some(first) = append::by_key(&self.connection, key)?
        {
            return Ok(first);
        }
        append::may_follow(&self.connection, &part.digested, &part.dispose)?;
        let head = self.last.head();
        let last = if head.seal == Seal::GENESIS { Timestamp::MIN } else { head.recorded_at };
        let at = recorded_at(part, now, last)?;
        part.digested.seal(head.number.next(), at, head.seal);
        append::insert(&self.connection, &part.digested, &self.last, &self.settings)?;
        dispose::destroy(&self.connection, &part.dispose)?;
        if !part.dispose.is_empty() {
            self.settings.pass(Point::Disposed)?;
        }
        self.last = Last::of(part.digested.recording());
        let Head { number, seal, recorded_at } = self.last.head();
        Ok(Appended { number, seal, recorded_at, already: false })
    }
}
