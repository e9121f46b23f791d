//! Reading person by person: those who stand as one are read as one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chronology::{Merge, PersonId, Recorded, RecordingNumber, merges, one_person};
use jiff::Timestamp;
use rusqlite::Connection;

use crate::{Chronology, Head, ReadFault, reading, rows};

/// A person of whom something is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonCount {
    /// The id.
    pub person: PersonId,
    /// How many entries were recorded under this id itself.
    pub entries: u64,
    /// The id under which this person is shown: another, if they stand merged.
    pub kept: PersonId,
}

/// Everyone who stands as one person.
pub(crate) struct Joined {
    pub(crate) all: BTreeSet<PersonId>,
    pub(crate) kept: PersonId,
    /// Their entries, if they had to be read to know.
    entries: Option<Vec<Arc<Recorded>>>,
}

/// How many people's entries `each_person` reads at a time.
const PEOPLE_AT_A_TIME: usize = 128;

impl Chronology {
    /// One person's entries, those of every id that stands as the same person included, in order.
    pub fn person(&self, person: &PersonId) -> Result<Vec<Arc<Recorded>>, ReadFault> {
        self.person_as_known_at(person, None)
    }

    /// As [`Chronology::person`], joining only those who were known to be one person at a moment. All their
    /// entries are answered, later ones too: `chronology::live` sets those aside.
    pub fn person_as_known_at(
        &self,
        person: &PersonId,
        known_at: Option<Timestamp>,
    ) -> Result<Vec<Arc<Recorded>>, ReadFault> {
        let snapshot = self.snapshot()?;
        let joined = joined(&snapshot, person, known_at)?;
        match joined.entries {
            None => rows::entries_about(&snapshot, person, rows::ALL),
            Some(mut entries) => {
                entries.retain(|entry| joined.all.contains(&entry.about));
                Ok(entries)
            }
        }
    }

    /// The id under which a person is shown, and every id that stands as theirs.
    pub fn same_person(&self, person: &PersonId) -> Result<(PersonId, BTreeSet<PersonId>), ReadFault> {
        self.same_person_as_known_at(person, None)
    }

    /// As [`Chronology::same_person`], joining only those who were known to be one person at a moment.
    pub fn same_person_as_known_at(
        &self,
        person: &PersonId,
        known_at: Option<Timestamp>,
    ) -> Result<(PersonId, BTreeSet<PersonId>), ReadFault> {
        let joined = joined(&*self.snapshot()?, person, known_at)?;
        Ok((joined.kept, joined.all))
    }

    /// Everybody of whom something is recorded, in the order of their ids.
    pub fn people(&self) -> Result<Vec<PersonCount>, ReadFault> {
        let snapshot = self.snapshot()?;
        let merges = all_merges(&snapshot, rows::ALL)?;
        let counted = counted(&snapshot, rows::ALL)?;
        let kept = kept(&merges);
        let shown = |(person, entries): (PersonId, u64)| {
            let kept = kept.get(&person).cloned().unwrap_or_else(|| person.clone());
            PersonCount { person, entries, kept }
        };
        Ok(counted.into_iter().map(shown).collect())
    }

    /// Every entry of one kind, of everybody, under the id that each was recorded under. It reads the whole
    /// table once: for what is done to the whole record, not for a page.
    pub fn entries_of_kind(&self, kind: &str) -> Result<Vec<Arc<Recorded>>, ReadFault> {
        rows::entries_of_kind(&*self.snapshot()?, kind)
    }

    /// Hands every person and their entries to `f`, on `threads` threads: the quick way to read everything.
    /// Those who stand as one are handed over once, under the id kept. Each thread takes people in the
    /// order of their ids. What is recorded meanwhile is left out: the answer is where to follow on from.
    pub fn each_person(
        &self,
        threads: usize,
        f: impl Fn(PersonId, Vec<Arc<Recorded>>) + Sync,
    ) -> Result<Head, ReadFault> {
        let (head, plan) = self.plan()?;
        let next = AtomicUsize::new(0);
        let work = || -> Result<(), ReadFault> {
            while let Some(batch) = plan.get(next.fetch_add(1, Ordering::Relaxed)) {
                self.read_batch(batch, head.number, &f)?;
            }
            Ok(())
        };
        std::thread::scope(|scope| {
            let running: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(work)).collect();
            let fault = || Err(ReadFault::new("a thread that read the record stopped short"));
            running.into_iter().try_for_each(|thread| thread.join().unwrap_or_else(|_| fault()))
        })?;
        Ok(head)
    }

    fn plan(&self) -> Result<(Head, Vec<Batch>), ReadFault> {
        let snapshot = self.snapshot()?;
        let head = reading::head(&snapshot)?;
        let merges = all_merges(&snapshot, head.number)?;
        let kept = kept(&merges);
        let people = counted(&snapshot, head.number)?;
        Ok((head, batches_of(&people, &merges, &kept)))
    }

    fn read_batch(
        &self,
        batch: &Batch,
        last: RecordingNumber,
        f: &(impl Fn(PersonId, Vec<Arc<Recorded>>) + Sync),
    ) -> Result<(), ReadFault> {
        let reader = self.inner.readers.lend()?;
        match batch {
            Batch::Between { first, last: to, but } => {
                let entries = rows::entries_between(&reader, (first.as_str(), to.as_str()), last)?;
                drop(reader);
                for one in entries.chunk_by(|a, b| a.about == b.about) {
                    if !but.contains(&one[0].about) {
                        f(one[0].about.clone(), one.to_vec());
                    }
                }
            }
            Batch::Joined { kept, all } => {
                let entries = entries_of_all(&reader, all, last)?;
                drop(reader);
                f(kept.clone(), entries);
            }
        }
        Ok(())
    }
}

/// A share of the people, for one thread to read.
enum Batch {
    /// Everybody from one id to another, but for some.
    Between { first: PersonId, last: PersonId, but: BTreeSet<PersonId> },
    /// Several ids that stand as one person.
    Joined { kept: PersonId, all: BTreeSet<PersonId> },
}

fn batches_of(
    people: &[(PersonId, u64)],
    merges: &[Merge],
    kept: &BTreeMap<PersonId, PersonId>,
) -> Vec<Batch> {
    let mut batches = Vec::new();
    for some in people.chunks(PEOPLE_AT_A_TIME) {
        let but = some.iter().map(|(person, _)| person).filter(|person| kept.contains_key(person));
        let but = but.cloned().collect();
        batches.push(Batch::Between { first: some[0].0.clone(), last: some[some.len() - 1].0.clone(), but });
    }
    let shown: BTreeSet<&PersonId> = kept.values().collect();
    for person in shown {
        batches.push(Batch::Joined { kept: person.clone(), all: one_person(person, merges).0 });
    }
    batches
}

/// Everyone who stands as one with `person`, as known at a moment.
pub(crate) fn joined(
    connection: &Connection,
    person: &PersonId,
    known_at: Option<Timestamp>,
) -> Result<Joined, ReadFault> {
    let ever = ever_joined(connection, person)?;
    if ever.len() == 1 {
        return Ok(Joined { kept: person.clone(), all: ever, entries: None });
    }
    let entries = entries_of_all(connection, &ever, rows::ALL)?;
    let (all, kept) = one_person(person, &merges(&entries, known_at));
    Ok(Joined { all, kept, entries: Some(entries) })
}

/// Everyone whom some statement, standing or not, ever joined to `person`, directly or through others.
fn ever_joined(connection: &Connection, person: &PersonId) -> Result<BTreeSet<PersonId>, ReadFault> {
    let mut statement = connection.prepare_cached(
        "SELECT about FROM entry WHERE kind = 'identity.same_person' AND body ->> 'other' = ?1
         UNION ALL SELECT body ->> 'other' FROM entry WHERE kind = 'identity.same_person' AND about = ?1",
    )?;
    let mut all = BTreeSet::from([person.clone()]);
    let mut waiting = vec![person.clone()];
    while let Some(one) = waiting.pop() {
        let mut rows = statement.query([one.as_str()])?;
        while let Some(row) = rows.next()? {
            let Some(text) = row.get::<_, Option<String>>(0)? else { continue };
            let next = rows::person(&text)?;
            if all.insert(next.clone()) {
                waiting.push(next);
            }
        }
    }
    Ok(all)
}

fn entries_of_all(
    connection: &Connection,
    people: &BTreeSet<PersonId>,
    last: RecordingNumber,
) -> Result<Vec<Arc<Recorded>>, ReadFault> {
    let mut entries = Vec::new();
    for person in people {
        entries.append(&mut rows::entries_about(connection, person, last)?);
    }
    entries.sort_by_key(|entry| entry.id);
    Ok(entries)
}

/// Every statement that stands, of anybody, up to a recording.
fn all_merges(connection: &Connection, last: RecordingNumber) -> Result<Vec<Merge>, ReadFault> {
    let mut statement = connection
        .prepare_cached("SELECT about, body ->> 'other' FROM entry WHERE kind = 'identity.same_person'")?;
    let mut people = BTreeSet::new();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        for column in [0, 1] {
            if let Some(text) = row.get::<_, Option<String>>(column)? {
                people.insert(rows::person(&text)?);
            }
        }
    }
    Ok(merges(&entries_of_all(connection, &people, last)?, None))
}

/// The id kept for everyone who stands merged.
fn kept(merges: &[Merge]) -> BTreeMap<PersonId, PersonId> {
    let mut known = BTreeMap::new();
    for merge in merges {
        if !known.contains_key(&merge.about) {
            let (all, kept) = one_person(&merge.about, merges);
            known.extend(all.into_iter().map(|person| (person, kept.clone())));
        }
    }
    known
}

fn counted(connection: &Connection, last: RecordingNumber) -> Result<Vec<(PersonId, u64)>, ReadFault> {
    let mut statement = connection
        .prepare_cached("SELECT about, count(*) FROM entry WHERE id < ?1 GROUP BY about ORDER BY about")?;
    let mut rows = statement.query([rows::first_key(last.next())])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let person = rows::person(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?)?;
        all.push((person, row.get::<_, i64>(1)? as u64));
    }
    Ok(all)
}
