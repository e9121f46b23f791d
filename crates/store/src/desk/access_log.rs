//! Who looked at whom, and why. A look is on the disk before anything is shown for it.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use chronology::PersonId;
use jiff::Timestamp;
use rusqlite::{Connection, Row, params};

use super::{Desk, moment, person_at};
use crate::{OpenFault, ReadFault};

/// Somebody about to look at a person's record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// Who looks.
    pub who: PersonId,
    /// In which role.
    pub role: String,
    /// At whom.
    pub whom: PersonId,
    /// What entitles them: allocation, team, or the reason they gave.
    pub why: String,
    /// Whether they broke the glass: nothing entitled them but the reason they gave.
    pub broke_glass: bool,
}

/// A look that was logged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looked {
    /// The line of the log, from 1.
    pub number: u64,
    /// When.
    pub at: Timestamp,
    /// Who looked at whom, and why.
    pub look: Look,
}

type Then = Box<dyn FnOnce(Result<(), ReadFault>) + Send>;
type Waiting = (Look, Timestamp, Then);

/// The most looks put into one commit.
const GROUP_MAX: usize = 1_024;

/// The log's own writer: a thread that groups whoever is waiting into one commit.
pub(super) struct Log {
    sender: Option<Sender<Waiting>>,
    thread: Option<JoinHandle<()>>,
}

impl Desk {
    /// Logs a look, and returns once that is on the disk.
    pub fn log_look(&self, look: Look) -> Result<(), ReadFault> {
        let (answer, answered) = channel();
        self.submit_look(look, move |result| {
            let _ = answer.send(result);
        });
        answered.recv().unwrap_or_else(|_| Err(closing()))
    }

    /// Logs a look and calls `then`, from the log's own thread, once that is on the disk.
    pub fn submit_look(&self, look: Look, then: impl FnOnce(Result<(), ReadFault>) + Send + 'static) {
        let waiting: Waiting = (look, self.now(), Box::new(then));
        let refused = match &self.inner.log.sender {
            Some(sender) => sender.send(waiting).map_err(|unsent| unsent.0).err(),
            None => Some(waiting),
        };
        if let Some((_, _, then)) = refused {
            then(Err(closing()));
        }
    }

    /// Who has looked at a person, the latest first, `limit` of them, before line `before` of the log.
    pub fn looks_at(
        &self,
        whom: &PersonId,
        before: Option<u64>,
        limit: usize,
    ) -> Result<Vec<Looked>, ReadFault> {
        self.looks("whom = ?1", Some(whom), before, limit)
    }

    /// At whom a worker has looked, the latest first.
    pub fn looks_by(
        &self,
        who: &PersonId,
        before: Option<u64>,
        limit: usize,
    ) -> Result<Vec<Looked>, ReadFault> {
        self.looks("who = ?1", Some(who), before, limit)
    }

    /// Where the glass was broken, the latest first.
    pub fn broken_glass(&self, before: Option<u64>, limit: usize) -> Result<Vec<Looked>, ReadFault> {
        self.looks("broke_glass AND ?1 IS NULL", None, before, limit)
    }

    fn looks(
        &self,
        which: &str,
        person: Option<&PersonId>,
        before: Option<u64>,
        limit: usize,
    ) -> Result<Vec<Looked>, ReadFault> {
        let reading = self.reading();
        let sql = format!(
            "SELECT number, at, who, role, whom, why, broke_glass FROM access_log
             WHERE {which} AND number < ?2 ORDER BY number DESC LIMIT ?3"
        );
        let before = before.and_then(|number| i64::try_from(number).ok()).unwrap_or(i64::MAX);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut statement = reading.prepare_cached(&sql)?;
        let found = statement.query_map(params![person.map(PersonId::as_str), before, limit], looked)?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}

fn looked(row: &Row<'_>) -> rusqlite::Result<Looked> {
    Ok(Looked {
        number: row.get::<_, i64>(0)? as u64,
        at: moment(row.get(1)?),
        look: Look {
            who: person_at(row, 2)?,
            role: row.get(3)?,
            whom: person_at(row, 4)?,
            why: row.get(5)?,
            broke_glass: row.get(6)?,
        },
    })
}

impl Log {
    pub(super) fn start(writing: Arc<Mutex<Connection>>) -> Result<Self, OpenFault> {
        let (sender, receiver) = channel();
        let thread = std::thread::Builder::new()
            .name("access log writer".into())
            .spawn(move || until_closed(&writing, &receiver))?;
        Ok(Self { sender: Some(sender), thread: Some(thread) })
    }
}

impl Drop for Log {
    fn drop(&mut self) {
        self.sender = None;
        if let Some(thread) = self.thread.take()
            && thread.thread().id() != std::thread::current().id()
        {
            let _ = thread.join();
        }
    }
}

fn until_closed(writing: &Mutex<Connection>, receiver: &Receiver<Waiting>) {
    while let Ok(first) = receiver.recv() {
        let mut group = vec![first];
        while group.len() < GROUP_MAX
            && let Ok(next) = receiver.try_recv()
        {
            group.push(next);
        }
        let mut connection = writing.lock().unwrap_or_else(PoisonError::into_inner);
        let result = write(&mut connection, &group);
        drop(connection);
        for (_, _, then) in group {
            // A caller that panics in its answer must not take the log with it.
            let _ = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| then(result.clone())));
        }
    }
}

fn write(connection: &mut Connection, group: &[Waiting]) -> Result<(), ReadFault> {
    connection.execute_batch("PRAGMA synchronous = FULL")?;
    let written = insert(connection, group);
    connection.execute_batch("PRAGMA synchronous = NORMAL")?;
    written
}

fn insert(connection: &mut Connection, group: &[Waiting]) -> Result<(), ReadFault> {
    let change = connection.transaction()?;
    let mut statement = change.prepare_cached(
        "INSERT INTO access_log (at, who, role, whom, why, broke_glass) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for (look, at, _) in group {
        statement.execute(params![
            at.as_millisecond(),
            look.who.as_str(),
            look.role,
            look.whom.as_str(),
            look.why,
            look.broke_glass
        ])?;
    }
    drop(statement);
    Ok(change.commit()?)
}

fn closing() -> ReadFault {
    ReadFault::new("the access log is closing")
}
