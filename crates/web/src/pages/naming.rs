//! Who may be named in a list: a child whose record is restricted is counted there, and shown without a name
//! to whoever may not open it.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use chronology::PersonId;
use record::events::Role;
use views::access::Who;

use crate::App;
use crate::problem::Problem;

/// What stands where a restricted child's name would.
pub(crate) use views::reports::RESTRICTED;

/// Names for one reader, looked up once each.
pub(crate) struct Naming<'a> {
    app: &'a App,
    hidden: BTreeSet<String>,
    known: RefCell<HashMap<String, String>>,
}

impl<'a> Naming<'a> {
    /// Names as a reader may read them today.
    pub(crate) fn of(app: &'a App, who: &Who) -> Result<Self, Problem> {
        let mut hidden = BTreeSet::new();
        for person in app.views.guarded()? {
            if hides(app, who, &person)? {
                hidden.insert(person.to_string());
            }
        }
        Ok(Self { app, hidden, known: RefCell::default() })
    }

    /// Whether the reader may not know who this is.
    pub(crate) fn hides(&self, person: &str) -> bool {
        self.hidden.contains(person)
    }

    /// The id of everybody whom the reader may not know.
    pub(crate) fn hidden(&self) -> &BTreeSet<String> {
        &self.hidden
    }

    /// A child's name, or that the record is restricted.
    pub(crate) fn child(&self, person: &str, name: &str) -> String {
        if self.hides(person) { RESTRICTED.to_owned() } else { name.to_owned() }
    }

    /// Where a child's name leads; empty where it is not shown.
    pub(crate) fn href(&self, person: &str) -> String {
        if self.hides(person) { String::new() } else { format!("/people/{person}") }
    }

    /// The name of a worker or a team.
    pub(crate) fn worker(&self, id: &str) -> String {
        if let Some(name) = self.known.borrow().get(id) {
            return name.clone();
        }
        let name = PersonId::new(id).map_or_else(|_| id.to_owned(), |id| self.app.views.name(&id));
        self.known.borrow_mut().insert(id.to_owned(), name.clone());
        name
    }

    /// The name of a worker or a team, or what to say where there is none.
    pub(crate) fn worker_or(&self, id: Option<&str>, nobody: &str) -> String {
        id.map_or_else(|| nobody.to_owned(), |id| self.worker(id))
    }
}

fn hides(app: &App, who: &Who, person: &PersonId) -> Result<bool, Problem> {
    let timeline = app.views.folder().timeline(person)?;
    let today = app.today();
    if timeline.identity.sealed {
        return Ok(who.role != Role::AdoptionRecords);
    }
    let Some(restriction) = timeline.identity.restriction_on(today) else { return Ok(false) };
    let listed = |id: &PersonId| restriction.allowed.contains(id);
    let own = timeline.allocation_on(today).is_some_and(|a| a.worker.as_ref() == Some(&who.person));
    Ok(!own && !listed(&who.person) && !who.team.as_ref().is_some_and(listed))
}
