//! Walking the whole chronology: every seal, digest and invariant.

use std::collections::BTreeSet;

use chronology::{
    Broken, EntryId, Recording, RecordingNumber, canonical, check_next, check_recording, own_kinds,
};
use rusqlite::{Connection, params};

use crate::{Chronology, Head, ReadFault, Unsound, reading, rows, schema};

/// What was verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The end of the chronology that was verified.
    pub head: Head,
    /// How many entries it holds.
    pub entries: u64,
    /// How many of them have been disposed of.
    pub disposed: u64,
}

/// How many recordings are read at a time.
const AT_A_TIME: u64 = 500;

impl Chronology {
    /// Verifies the chronology up to its present end, and names the first bad place. `progress` is told how
    /// many recordings are done, of how many. Recording goes on meanwhile.
    pub fn verify(&self, progress: &mut dyn FnMut(u64, u64)) -> Result<Verified, Unsound> {
        let known = self.known_head();
        let head = reading::head(&*self.inner.readers.lend()?)?;
        if let Some(known) = known
            && known.number > head.number
        {
            return Err(missing(head.number.next()).into());
        }
        let mut walk = Walk::default();
        while walk.done() < head.number.0 {
            let snapshot = self.snapshot()?;
            walk.some(&snapshot, head.number)?;
            drop(snapshot);
            progress(walk.done(), head.number.0);
        }
        let snapshot = self.snapshot()?;
        walk.leftovers(&snapshot, head.number)?;
        walk.pages(&snapshot)?;
        Ok(Verified { head, entries: walk.entries, disposed: walk.gone.len() as u64 })
    }
}

#[derive(Default)]
struct Walk {
    previous: Option<Recording>,
    entries: u64,
    /// Entries without words.
    gone: BTreeSet<EntryId>,
    /// Entries that some entry says were disposed of, with the one that says so.
    said: BTreeSet<(EntryId, EntryId)>,
}

impl Walk {
    fn done(&self) -> u64 {
        self.previous.as_ref().map_or(0, |recording| recording.number.0)
    }

    fn some(&mut self, connection: &Connection, last: RecordingNumber) -> Result<(), Unsound> {
        let first = RecordingNumber(self.done() + 1);
        let limit = AT_A_TIME.min(last.0 - self.done());
        let recordings = match rows::recordings(connection, first, limit) {
            Ok(recordings) => recordings,
            Err(fault) => return Err(self.unreadable(connection, first, limit, fault)),
        };
        if recordings.is_empty() {
            return Err(missing(first).into());
        }
        for recording in recordings {
            check_next(self.previous.as_ref(), &recording)?;
            check_recording(&recording)?;
            as_written(connection, &recording)?;
            self.note(&recording)?;
            self.previous = Some(recording);
        }
        Ok(())
    }

    /// Something that cannot even be read was altered too: find the first such recording.
    fn unreadable(
        &mut self,
        connection: &Connection,
        first: RecordingNumber,
        limit: u64,
        fault: ReadFault,
    ) -> Unsound {
        for number in first.0..first.0 + limit {
            let number = RecordingNumber(number);
            match rows::recordings(connection, number, 1) {
                Err(fault) => {
                    let message = fault.message;
                    let entry = message
                        .split_once("entry ")
                        .and_then(|(_, rest)| rest.split(':').next()?.parse().ok());
                    return Broken { recording: number, entry, message }.into();
                }
                Ok(found) => {
                    let Some(recording) = found.into_iter().next() else { continue };
                    let sound = check_next(self.previous.as_ref(), &recording)
                        .and_then(|()| check_recording(&recording));
                    if let Err(broken) = sound {
                        return broken.into();
                    }
                    self.previous = Some(recording);
                }
            }
        }
        fault.into()
    }

    /// Remembers what disposal did and what it said it did.
    fn note(&mut self, recording: &Recording) -> Result<(), Broken> {
        let mut shared_needed = false;
        for (index, entry) in recording.entries.iter().enumerate() {
            let id = EntryId { recording: recording.number, index: index as u16 };
            self.entries += 1;
            shared_needed |= entry.shares && entry.body.is_some();
            let Some(body) = &entry.body else {
                self.gone.insert(id);
                continue;
            };
            if entry.kind == own_kinds::DISPOSED {
                let named = body.get("entry").and_then(|text| text.as_str()?.parse().ok());
                let Some(target) = named.filter(|target: &EntryId| target.recording < id.recording) else {
                    return Err(broken(id, "it does not say which earlier entry was disposed of"));
                };
                self.said.insert((target, id));
            }
        }
        if shared_needed && recording.shared.is_none() {
            let message = "its shared words are gone, but not every entry that shares them".to_owned();
            return Err(Broken { recording: recording.number, entry: None, message });
        }
        Ok(())
    }

    /// What can only be judged at the end: disposals against what was said of them, and rows that belong
    /// to no recording.
    fn leftovers(&self, connection: &Connection, last: RecordingNumber) -> Result<(), Unsound> {
        let said: BTreeSet<EntryId> = self.said.iter().map(|(target, _)| *target).collect();
        if let Some(id) = self.gone.difference(&said).next()
            // It may have been disposed of since the walk passed the end.
            && !said_since(connection, *id, last)?
        {
            return Err(broken(*id, "its words are gone, and nobody recorded disposing of them").into());
        }
        if let Some((target, by)) = self.said.iter().find(|(target, _)| !self.gone.contains(target)) {
            return Err(broken(
                *target,
                &format!("entry {by} says it was disposed of, but its words are there"),
            )
            .into());
        }
        let mut stray = connection.prepare(
            "SELECT id FROM entry WHERE id < ?1 OR id >= ?2
             AND id >> 16 > (SELECT max(number) FROM recording) LIMIT 1",
        )?;
        let mut rows = stray.query([rows::first_key(RecordingNumber(1)), rows::first_key(last.next())])?;
        if let Some(row) = rows.next()? {
            return Err(broken(rows::entry_id(row.get(0)?), "it belongs to no recording").into());
        }
        Ok(())
    }

    /// The file itself: its tables and indexes are those that belong, its pages whole, its indexes complete.
    fn pages(&self, connection: &Connection) -> Result<(), Unsound> {
        if schema::declared(connection)? != schema::declared(&schema::model()?)? {
            return Err(ReadFault::new("the file's tables or indexes are not as Onen made them").into());
        }
        let mut check = connection.prepare("PRAGMA integrity_check(1)")?;
        let said: String = check.query_row([], |row| row.get(0))?;
        match said.as_str() {
            "ok" => Ok(()),
            other => Err(ReadFault::new(format!("the file is damaged: {other}")).into()),
        }
    }
}

/// Whether the texts are kept to the letter as they were written, not merely with the same meaning.
fn as_written(connection: &Connection, recording: &Recording) -> Result<(), Unsound> {
    let number = recording.number;
    let mut shared = connection.prepare_cached("SELECT shared FROM recording WHERE number = ?1")?;
    let text: Option<String> = shared.query_row([number.0 as i64], |row| row.get(0))?;
    if text != recording.shared.as_ref().map(canonical) {
        let message = "its shared words have been altered".to_owned();
        return Err(Broken { recording: number, entry: None, message }.into());
    }
    let mut entries = connection
        .prepare_cached("SELECT body, occurred FROM entry WHERE id >= ?1 AND id < ?2 ORDER BY id")?;
    let mut rows = entries.query([rows::first_key(number), rows::first_key(number.next())])?;
    let mut index = 0;
    while let (Some(row), Some(entry)) = (rows.next()?, recording.entries.get(usize::from(index))) {
        let body: Option<String> = row.get(0)?;
        let occurred: String = row.get(1)?;
        if body != entry.body.as_ref().map(canonical) || occurred != entry.occurred.to_string() {
            let id = EntryId { recording: number, index };
            return Err(broken(id, "its words have been altered").into());
        }
        index += 1;
    }
    Ok(())
}

fn said_since(connection: &Connection, id: EntryId, last: RecordingNumber) -> Result<bool, ReadFault> {
    let mut statement = connection.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM entry WHERE kind = 'entry.disposed' AND id >= ?1 AND body ->> 'entry' = ?2)",
    )?;
    Ok(statement.query_row(params![rows::first_key(last.next()), id.to_string()], |row| row.get(0))?)
}

fn broken(id: EntryId, message: &str) -> Broken {
    Broken { recording: id.recording, entry: Some(id), message: message.to_owned() }
}

fn missing(number: RecordingNumber) -> Broken {
    Broken { recording: number, entry: None, message: "it is missing".to_owned() }
}
