//! Folding people's timelines, and keeping the recent ones so that one page folds a family once.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use chronology::PersonId;
use jiff::Timestamp;
use jiff::civil::Date;
use record::Timeline;
use rules::findings::Finding;
use rules::{Circle, Duty, Found, Settings};
use store::Chronology;

use crate::ViewFault;

/// The most timelines kept at once.
const KEPT_MAX: usize = 3_000;
/// The most other people of a household that a rule looks at: a refuge or a hospital is not one family.
pub(crate) const HOUSEHOLD_MAX: usize = 60;

/// Folds people's timelines. Cheap to clone; clones share what is kept.
#[derive(Clone)]
pub struct Folder {
    chronology: Chronology,
    settings: Arc<Settings>,
    kept: Arc<Mutex<Recent>>,
}

/// Two halves: when the new half is full it becomes the old one, and what nobody asked for since goes.
#[derive(Default)]
struct Recent {
    new: HashMap<PersonId, Arc<Timeline>>,
    old: HashMap<PersonId, Arc<Timeline>>,
    /// People with those around them, as they stand until something is recorded of one of these.
    arounds: HashMap<PersonId, Around>,
    /// The id under which a person is shown, likewise.
    shown_as: HashMap<PersonId, PersonId>,
    /// Counts the times that something was forgotten: what was read before is not kept after.
    generation: u64,
}

/// The most people kept with those around them.
const AROUNDS_MAX: usize = 400;

/// One person's timeline with those of the people around, at one moment.
#[derive(Clone)]
pub struct Around {
    /// The person.
    pub person: PersonId,
    /// The person's timeline.
    pub timeline: Arc<Timeline>,
    /// The others'.
    pub others: BTreeMap<PersonId, Arc<Timeline>>,
    settings: Arc<Settings>,
    follows: Arc<Follows>,
}

/// What the rules make of a person, worked out when it is first asked for.
#[derive(Default)]
struct Follows {
    duties: OnceLock<Vec<Duty>>,
    findings: OnceLock<Vec<(&'static Finding, Found)>>,
}

impl Around {
    /// What rules about the person look at.
    pub fn circle(&self) -> Circle<'_> {
        Circle {
            person: &self.person,
            timeline: &self.timeline,
            others: &self.others,
            settings: &self.settings,
        }
    }
}

impl Around {
    /// Every duty of the person.
    pub fn duties(&self) -> &[Duty] {
        self.follows.duties.get_or_init(|| rules::timescales::duties(&self.circle()))
    }

    /// Everything that the rules notice about the person, past and to come.
    pub fn findings(&self) -> &[(&'static Finding, Found)] {
        self.follows.findings.get_or_init(|| rules::findings::findings(&self.circle()))
    }
}

impl Folder {
    pub(crate) fn new(chronology: Chronology, settings: Arc<Settings>) -> Self {
        Self { chronology, settings, kept: Arc::default() }
    }

    /// The authority's choices.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// A person's timeline as things stand now.
    pub fn timeline(&self, person: &PersonId) -> Result<Arc<Timeline>, ViewFault> {
        if let Some(timeline) = self.recent(person) {
            return Ok(timeline);
        }
        let generation = self.kept().generation;
        let timeline = self.timeline_at(person, None, None)?;
        let mut kept = self.kept();
        if kept.generation == generation {
            kept.put(person.clone(), Arc::clone(&timeline));
        }
        Ok(timeline)
    }

    /// A person's timeline as things stood on a day and as they were known at a moment.
    pub fn timeline_at(
        &self,
        person: &PersonId,
        as_at: Option<Date>,
        known_at: Option<Timestamp>,
    ) -> Result<Arc<Timeline>, ViewFault> {
        let entries = self.chronology.person_as_known_at(person, known_at)?;
        Ok(Arc::new(Timeline::fold(&entries, as_at, known_at)))
    }

    /// A person with those around: kin, workers with their managers and teams, and `household`, the others
    /// who ever lived with them.
    pub(crate) fn around(
        &self,
        person: &PersonId,
        household: impl IntoIterator<Item = PersonId>,
        as_at: Option<Date>,
        known_at: Option<Timestamp>,
    ) -> Result<Around, ViewFault> {
        let now = as_at.is_none() && known_at.is_none();
        let fold =
            |id: &PersonId| if now { self.timeline(id) } else { self.timeline_at(id, as_at, known_at) };
        let timeline = fold(person)?;
        let mut wanted: BTreeSet<PersonId> = timeline.people_named().cloned().collect();
        wanted.extend(household.into_iter().take(HOUSEHOLD_MAX));
        wanted.extend(people_working(&timeline));
        let mut others = BTreeMap::new();
        for id in wanted {
            if id == *person {
                continue;
            }
            let other = fold(&id)?;
            for further in above(&other) {
                if further != *person && !others.contains_key(&further) {
                    let timeline = fold(&further)?;
                    others.insert(further, timeline);
                }
            }
            others.insert(id, other);
        }
        Ok(Around {
            person: person.clone(),
            timeline,
            others,
            settings: Arc::clone(&self.settings),
            follows: Arc::default(),
        })
    }

    /// A person with those around, as things stand now; `household` is asked only if that is not kept.
    pub(crate) fn around_now(
        &self,
        person: &PersonId,
        household: impl FnOnce() -> Result<Vec<PersonId>, ViewFault>,
    ) -> Result<Around, ViewFault> {
        let generation = {
            let kept = self.kept();
            if let Some(around) = kept.arounds.get(person) {
                return Ok(around.clone());
            }
            kept.generation
        };
        let around = self.around(person, household()?, None, None)?;
        let mut kept = self.kept();
        if kept.generation == generation {
            if kept.arounds.len() >= AROUNDS_MAX {
                kept.arounds.clear();
            }
            kept.arounds.insert(person.clone(), around.clone());
        }
        Ok(around)
    }

    /// The id under which a person is shown; `find` is asked only if that is not kept.
    pub(crate) fn shown_as(
        &self,
        person: &PersonId,
        find: impl FnOnce() -> Result<Option<PersonId>, ViewFault>,
    ) -> Result<Option<PersonId>, ViewFault> {
        let generation = {
            let kept = self.kept();
            if let Some(shown) = kept.shown_as.get(person) {
                return Ok(Some(shown.clone()));
            }
            kept.generation
        };
        let found = find()?;
        let mut kept = self.kept();
        if let (Some(shown), true) = (&found, kept.generation == generation) {
            if kept.shown_as.len() >= KEPT_MAX * 4 {
                kept.shown_as.clear();
            }
            kept.shown_as.insert(person.clone(), shown.clone());
        }
        Ok(found)
    }

    fn kept(&self) -> MutexGuard<'_, Recent> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets the kept timelines of people about whom something was recorded, and everybody who has one of
    /// them around.
    pub(crate) fn forget(&self, people: &BTreeSet<PersonId>) {
        let mut kept = self.kept();
        kept.generation += 1;
        kept.shown_as.clear();
        kept.arounds.retain(|person, around| {
            !people.contains(person) && !people.iter().any(|one| around.others.contains_key(one))
        });
        for person in people {
            kept.new.remove(person);
            kept.old.remove(person);
        }
    }

    fn recent(&self, person: &PersonId) -> Option<Arc<Timeline>> {
        let mut kept = self.kept();
        if let Some(timeline) = kept.new.get(person) {
            return Some(Arc::clone(timeline));
        }
        let timeline = kept.old.remove(person)?;
        kept.put(person.clone(), Arc::clone(&timeline));
        Some(timeline)
    }
}

impl Recent {
    fn put(&mut self, person: PersonId, timeline: Arc<Timeline>) {
        if self.new.len() >= KEPT_MAX / 2 {
            self.old = std::mem::take(&mut self.new);
        }
        self.new.insert(person, timeline);
    }
}

/// Workers who did something for the person that a rule may ask about: who visited, who led an enquiry.
fn people_working(timeline: &Timeline) -> BTreeSet<PersonId> {
    use record::Event;
    let of = |event: &Event| -> Vec<Option<PersonId>> {
        match event {
            Event::VisitMade(e) => vec![e.visited_by.clone()],
            Event::EnquiryStarted(e) => vec![e.lead.clone(), e.team.clone(), e.co_lead.clone()],
            Event::AssessmentStarted(e) => vec![e.worker.clone()],
            Event::MedicalRequested(e) => vec![e.health_lead.clone()],
            Event::ContactDecided(e) => vec![e.decided_by.clone()],
            Event::ReferralDecided(e) => vec![e.decided_by.clone()],
            Event::ConferenceHeld(e) => vec![e.chair.clone()],
            _ => Vec::new(),
        }
    };
    let named = timeline.counting().flat_map(|entry| of(&entry.event)).flatten();
    let visitors = timeline.counting().filter(|entry| matches!(entry.event, Event::VisitMade(_)));
    named.chain(visitors.map(|entry| entry.author().clone())).collect()
}

/// Those above a professional or a team: managers and teams.
fn above(timeline: &Timeline) -> Vec<PersonId> {
    let organisation = &timeline.organisation;
    let posts =
        organisation.posts.iter().flat_map(|post| [post.said.manager.clone(), post.said.team.clone()]);
    posts.chain([organisation.within.clone(), organisation.successor.clone()]).flatten().collect()
}
