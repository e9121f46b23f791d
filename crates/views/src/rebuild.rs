//! Making the views anew from the chronology, in parallel, family by family.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;

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
    /// The other ids that stand as somebody.
    known_as: HashMap<PersonId, Vec<PersonId>>,
    entries: usize,
}

pub(crate) fn rebuild(
    path: &Path,
    chronology: &Chronology,
    settings: &Settings,
    threads: usize,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Rebuilt, ViewFault> {
    let connection = schema::create(path)?;
    let (families, head) = families(chronology)?;
    let folder = Folder::new(chronology.clone(), Arc::new(settings.clone()));
    connection.execute_batch("BEGIN")?;
    let next = AtomicUsize::new(0);
    let (send, receive) = sync_channel::<Result<Rows, ViewFault>>(BATCH * 4);
    std::thread::scope(|scope| -> Result<(), ViewFault> {
        for _ in 0..threads.max(1) {
            let send = send.clone();
            let (folder, families, next) = (folder.clone(), &families, &next);
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
                        let others = families.known_as.get(person).cloned().unwrap_or_default();
                        if send.send(around.map(|around| Rows::of(&around, others))).is_err() {
                            return;
                        }
                    }
                }
            });
        }
        drop(send);
        let all = families.people.len() as u64;
        (1..).zip(receive).try_for_each(|(done, rows)| {
            rows?.write(&connection)?;
            progress(done, all);
            Ok(())
        })
    })?;
    connection.execute_batch("COMMIT")?;
    schema::finish(&connection, settings, head)?;
    Ok(Rebuilt { people: families.people.len(), entries: families.entries })
}

fn families(chronology: &Chronology) -> Result<(Families, store::Head), ViewFault> {
    let head = chronology.head()?;
    let mut all = Families::default();
    let mut shown_as: HashMap<PersonId, PersonId> = HashMap::new();
    let mut lived: BTreeMap<PersonId, BTreeSet<PersonId>> = BTreeMap::new();
    for count in chronology.people()? {
        all.entries += usize::try_from(count.entries).unwrap_or(usize::MAX);
        lived.entry(count.kept.clone()).or_default();
        if count.kept != count.person {
            all.known_as.entry(count.kept.clone()).or_default().push(count.person.clone());
            shown_as.insert(count.person, count.kept);
        }
    }
    for entry in chronology.entries_of_kind("household.joined")? {
        let household = entry.body.as_ref().and_then(|body| body.get("household")?.as_str());
        let Some(household) = household.and_then(|id| PersonId::new(id).ok()) else { continue };
        let person = shown_as.get(&entry.about).unwrap_or(&entry.about);
        lived.entry(person.clone()).or_default().insert(household);
    }
    for (person, households) in lived {
        for household in &households {
            all.households.entry(household.clone()).or_default().push(person.clone());
        }
        let by = households.first().map_or_else(|| format!("~{person}"), PersonId::to_string);
        all.people.push((by, person, households.into_iter().collect()));
    }
    all.people.sort();
    for members in all.households.values_mut() {
        members.truncate(crate::fold::HOUSEHOLD_MAX);
    }
    Ok((all, head))
}
