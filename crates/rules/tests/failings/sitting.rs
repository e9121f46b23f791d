//! Decisions of one sitting, and what they lack.

use chronology::{EntryDraft, PersonId, merged};
use record::notation::parse;
use record::{Event, decode};
use rules::gates::{Decision, Missing, missing};

use crate::support::{Told, id};

/// The people of an authority, for decisions: what a gate asks of them is their role and registration.
pub(crate) const STAFF: &str = "
recording by head as head_of_service
  2020-01-01 head post.filled
    role: head_of_service
  2020-01-01 manager person.identified
    forename: Morwenna
  2020-01-01 manager post.filled
    role: team_manager
  2020-01-01 screener person.identified
    forename: Ruan
  2020-01-01 screener post.filled
    role: screener
  2020-01-01 chair post.filled
    role: conference_chair
  2020-01-01 worker person.identified
    forename: Hannah
  2020-01-01 worker registration.recorded
    register: Social Work England
  2020-01-01 worker post.filled
    role: social_worker
    manager: manager
";

impl Told {
    /// A chronology told after that of the staff.
    pub(crate) fn with_staff(notation: &str) -> Self {
        Self::by(&format!("{STAFF}{notation}"))
    }

    /// What the decisions of one sitting lack, written in the notation.
    pub(crate) fn lacks(&self, sitting: &str) -> Vec<Missing> {
        self.lacks_for(sitting, &[])
    }

    /// As [`Told::lacks`], with the children that the worker concerned has.
    pub(crate) fn lacks_for(&self, sitting: &str, caseload: &[&str]) -> Vec<Missing> {
        let noted = parse(sitting).unwrap_or_else(|faults| panic!("{faults:#?}"));
        let [one] = noted.as_slice() else { panic!("one sitting is one recording") };
        let caseload: Vec<PersonId> = caseload.iter().map(|child| id(child)).collect();
        let decoded = one.draft.entries.iter().map(|entry| {
            let body = merged(&one.draft.shared, &entry.body);
            let body = if entry.shares { body } else { entry.body.clone() };
            (
                entry.about.clone(),
                decode(&entry.kind, entry.version, &body).unwrap_or_else(|fault| panic!("{fault}")),
            )
        });
        let together: Vec<(PersonId, Event)> = decoded.collect();
        let ask = |(entry, (about, event)): (&EntryDraft, &(PersonId, Event))| {
            let decision = Decision {
                occurred: entry.occurred,
                event,
                author: &one.draft.author,
                together: &together,
                caseload: &caseload,
            };
            self.about(about.as_str(), |circle| missing(&decision, circle))
        };
        one.draft.entries.iter().zip(&together).flat_map(ask).collect()
    }
}

/// The failing and the sentence of each, for comparing.
pub(crate) fn sentences(missing: &[Missing]) -> Vec<(&'static str, &str)> {
    missing.iter().map(|one| (one.failing, one.message.as_str())).collect()
}
