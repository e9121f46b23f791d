//! Making the views anew from the chronology, in parallel, family by family.

use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, Mutex, PoisonError};

use chronology::PersonId;
use rules::Settings;
use store::Chronology;

use crate::rows::Rows;
use crate::{Folder, ViewFault, schema};

/// What a rebuild did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Rebuilt {
    /// People folded.
    pub people: usize,
    /// Entries read.
    pub entries: usize,
}

/// People folded by one thread at a time.
const BATCH: usize = 64;

/// Who lived where, and who stands as whom: read once before anybody is folded.
#[derive(Default)]
struct Families {
    households: HashMap<PersonId, Vec<PersonId>>,
    /// Each person with the household by which to sort them and every household of theirs.
    people: Vec<(String, PersonId, Vec<PersonId>)>,
    entries: usize,
}

pub(crate) fn rebuild(
    path: &Path,
    chronology: &Chronology,
    settings: &Settings,
    threads: usize,
) -> Result<Rebuilt, ViewFault> {
    let connection = schema::create(path)?;
    let (families, head) = families(chronology, threads)?;
    let mut known_as: HashMap<PersonId, Vec<PersonId>> = HashMap::new();
    for count in chronology.people()?.into_iter().filter(|count| count.kept != count.person) {
        known_as.entry(count.kept).or_default().push(count.person);
    }
    let folder = Folder::new(chronology.clone(), Arc::new(settings.clone()));
    connection.execute_batch("BEGIN")?;
    let next = AtomicUsize::new(0);
    let (send, receive) = sync_channel::<Result<Rows, ViewFault>>(BATCH * 4);
    std::thread::scope(|scope| -> Result<(), ViewFault> {
        for _ in 0..threads.max(1) {
            let send = send.clone();
            let (folder, families, known_as, next) = (folder.clone(), &families, &known_as, &next);
            scope.spawn(move || {
                loop {
                    let from = next.fetch_add(BATCH, Ordering::Relaxed);
                    let Some(batch) = families.people.get(from..families.people.len().min(from + BATCH))
                    else {
                        return;
                    };
                    if batch.is_empty() {
                        return;
                    }
                    for (_, person, households) in batch {
                        let mates =
                            households.iter().filter_map(|household| families.households.get(household));
                        let around = folder.around(person, mates.flatten().cloned(), None, None);
                        let others = known_as.get(person).cloned().unwrap_or_default();
                        if send.send(around.map(|around| Rows::of(&around, others))).is_err() {
                            return;
                        }
                    }
                }
            });
        }
        drop(send);
        receive.into_iter().try_for_each(|rows| rows?.write(&connection))
    })?;
    connection.execute_batch("COMMIT")?;
    schema::finish(&connection, settings, head)?;
    Ok(Rebuilt { people: families.people.len(), entries: families.entries })
}

fn families(chronology: &Chronology, threads: usize) -> Result<(Families, store::Head), ViewFault> {
    let all = Mutex::new(Families::default());
    let head = chronology.each_person(threads, |person, entries| {
        let joined = entries.iter().filter(|entry| entry.kind == "household.joined");
        let household = |entry: &Arc<chronology::Recorded>| {
            PersonId::new(entry.body.as_ref()?.get("household")?.as_str()?).ok()
        };
        let mut households: Vec<PersonId> = joined.filter_map(household).collect();
        households.sort();
        households.dedup();
        let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
        all.entries += entries.len();
        for household in &households {
            all.households.entry(household.clone()).or_default().push(person.clone());
        }
        let by = households.first().map_or_else(|| format!("~{person}"), PersonId::to_string);
        all.people.push((by, person, households));
    })?;
    let mut families = all.into_inner().unwrap_or_else(PoisonError::into_inner);
    families.people.sort();
    for members in families.households.values_mut() {
        members.sort();
        members.truncate(crate::fold::HOUSEHOLD_MAX);
    }
    Ok((families, head))
}
