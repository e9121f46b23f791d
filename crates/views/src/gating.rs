//! What the decisions of a recording lack, before it is appended.

use std::collections::BTreeMap;

use chronology::{Draft, PersonId, merged};
use jiff::civil::Date;
use record::Event;
use rules::gates::{self, Decision, Missing};

use crate::{ViewFault, Views};

impl Views {
    /// Everything that the decisions among a draft's entries lack. What merely happened lacks nothing.
    pub fn missing(&self, draft: &Draft) -> Result<Vec<Missing>, ViewFault> {
        let together: Vec<(PersonId, Event)> = draft
            .entries
            .iter()
            .filter_map(|entry| {
                let body = if entry.shares { merged(&draft.shared, &entry.body) } else { entry.body.clone() };
                record::decode(&entry.kind, entry.version, &body)
                    .ok()
                    .map(|event| (entry.about.clone(), event))
            })
            .collect();
        if !together.iter().any(|(_, event)| gates::GATES.iter().any(|gate| gate.kind == event.kind())) {
            return Ok(Vec::new());
        }
        let mut all = Vec::new();
        let mut arounds = BTreeMap::new();
        for (entry, (about, event)) in draft.entries.iter().zip(&together) {
            if !gates::GATES.iter().any(|gate| gate.kind == event.kind()) {
                continue;
            }
            let around = match arounds.get(about) {
                Some(around) => around,
                None => {
                    let kept = self.kept(about)?.unwrap_or_else(|| about.clone());
                    let household = self.household_of(&kept)?;
                    let others = together.iter().map(|(id, _)| id.clone());
                    let deciders = [draft.author.clone()].into_iter().chain(named(event));
                    // Whatever cites the threshold document is held to the version in force.
                    let cites = matches!(event, Event::ContactDecided(_)).then(rules::threshold::authority);
                    let wanted = household.into_iter().chain(others).chain(deciders).chain(cites);
                    let around = self.folder().around(&kept, wanted, None, None)?;
                    arounds.entry(about.clone()).or_insert(around)
                }
            };
            let worker = match event {
                Event::AllocationStarted(started) => started.worker.as_ref().unwrap_or(about),
                _ => about,
            };
            let caseload = self.children_of(worker)?;
            let decision = Decision {
                occurred: entry.occurred,
                event,
                author: &draft.author,
                together: &together,
                caseload: &caseload,
            };
            all.extend(gates::missing(&decision, &around.circle()));
        }
        Ok(all)
    }

    /// The children whose named worker a professional is.
    fn children_of(&self, worker: &PersonId) -> Result<Vec<PersonId>, ViewFault> {
        let children = self.caseload(worker.as_str(), Date::MIN)?;
        children.iter().map(|child| PersonId::new(&child.card.id).map_err(ViewFault::new)).collect()
    }
}

/// People whom a decision names as having decided or agreed: a gate asks in which role.
fn named(event: &Event) -> Vec<PersonId> {
    let body = event.body();
    let mut people = Vec::new();
    let mut note =
        |value: &serde_json::Value| people.extend(value.as_str().and_then(|text| PersonId::new(text).ok()));
    for (name, value) in &body {
        match value {
            serde_json::Value::String(_)
                if name.ends_with("_by") || ["worker", "team"].contains(&name.as_str()) =>
            {
                note(value)
            }
            serde_json::Value::Array(parts) => {
                for part in parts.iter().filter_map(|part| part.as_object()) {
                    for (name, value) in part {
                        if name.ends_with("_by")
                            || ["owner", "child", "to", "person"].contains(&name.as_str())
                        {
                            note(value);
                        }
                    }
                }
            }
            _ => {}
        }
    }
    people
}
