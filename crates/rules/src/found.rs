//! What a finding rule found.

use calendar::display;
use chronology::{EntryId, Occurred, PersonId};
use jiff::civil::Date;
use record::events::Agency;

/// Who must see a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// The child's named worker, or the author while there is none.
    Worker,
    /// The worker's manager, or the front-door manager while there is no worker.
    Manager,
    /// The manager's manager.
    Head,
    /// The conference chair.
    Chair,
    /// The conference chair's own manager.
    ChairsManager,
    /// The health lead who was asked.
    Health,
    /// The lead of the partner agency concerned.
    Agency,
}

/// One thing that a rule noticed about one person, with the days from and to which it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The first day on which it holds. It may lie ahead: “from Tuesday, if nothing happens”.
    pub since: Date,
    /// The day from which it holds no longer.
    pub cleared_on: Option<Date>,
    /// What was noticed and why, in a sentence or two for the worker.
    pub because: String,
    /// The entries it rests on.
    pub entries: Vec<EntryId>,
    /// What would mend it: a form of practice to open, by the kind of event it records.
    pub mend: Option<&'static str>,
    /// The day, or the moment, from which somebody has been waiting, where waiting is what is wrong.
    pub waited_from: Option<Occurred>,
    /// Somebody who has it besides the child's worker and managers: the chair, the health lead who was asked.
    pub also: Option<PersonId>,
    /// The agency whose lead has it.
    pub agency: Option<Agency>,
}

impl Found {
    /// Something noticed from a day on.
    pub fn since(since: Date, because: impl Into<String>) -> Self {
        let because = display::capital(&because.into());
        Self {
            since,
            cleared_on: None,
            because,
            entries: Vec::new(),
            mend: None,
            waited_from: None,
            also: None,
            agency: None,
        }
    }

    /// The same, resting on these entries.
    pub fn from(mut self, entries: impl IntoIterator<Item = EntryId>) -> Self {
        self.entries.extend(entries);
        self
    }

    /// The same, no longer holding from a day.
    pub fn cleared(mut self, on: Option<Date>) -> Self {
        self.cleared_on = on;
        self
    }

    /// The same, mended by recording an event of this kind.
    pub fn mended_by(mut self, kind: &'static str) -> Self {
        self.mend = Some(kind);
        self
    }

    /// The same, with somebody waiting since a day or a moment.
    pub fn waited_from(mut self, at: impl Into<Occurred>) -> Self {
        self.waited_from = Some(at.into());
        self
    }

    /// The same, before somebody else too.
    pub fn also_for(mut self, person: Option<PersonId>) -> Self {
        self.also = person;
        self
    }

    /// The same, before the lead of an agency too.
    pub fn of_agency(mut self, agency: Agency) -> Self {
        self.agency = Some(agency);
        self
    }

    /// How long somebody had been waiting on a day, in calendar days.
    pub fn days_waited(&self, day: Date) -> Option<u32> {
        let hours = day.duration_since(self.waited_from?.date()).as_hours();
        u32::try_from(hours / 24).ok()
    }

    /// Whether it holds at the end of a day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.since <= day && self.cleared_on.is_none_or(|cleared| day < cleared)
    }

    /// Whether it ever holds: a finding cleared on or before its first day never does.
    pub fn ever(&self) -> bool {
        self.cleared_on.is_none_or(|cleared| self.since < cleared)
    }
}
