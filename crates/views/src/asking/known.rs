//! Indicators as they were known at a moment: nothing of it is kept, so everybody is folded anew.

use chronology::PersonId;
use jiff::Timestamp;
use record::Choices;
use rules::indicators::{Case, Indicator, When};

use super::figures::{CaseRow, Stretch, gathered};
use crate::{Around, Card, ViewFault, Views};

impl Views {
    /// As [`Views::cases`], from what had been recorded by a moment. It reads every record without a pass: for
    /// whoever runs the machine, as [`Views::around_unlogged`].
    pub fn cases_known_at(
        &self,
        indicator: &Indicator,
        stretch: Stretch,
        moment: Timestamp,
    ) -> Result<Vec<CaseRow>, ViewFault> {
        let mut cases = Vec::new();
        for person in self.shown_at(moment)? {
            let around = self.around_unlogged(&person, None, Some(moment))?;
            let counting =
                (indicator.cases)(&around.circle()).into_iter().filter(|case| stretch.counts(case));
            for case in counting {
                let mut case = row(indicator, stretch, &around, case);
                if case.team.is_none() {
                    case.team = self.team_of_author(case.author.as_deref(), case.from)?;
                }
                cases.push(case);
            }
        }
        Ok(gathered(indicator, cases, |worker| self.card_of(worker)))
    }

    /// Everybody who was shown under an id of their own at a moment.
    fn shown_at(&self, moment: Timestamp) -> Result<Vec<PersonId>, ViewFault> {
        let chronology = self.chronology();
        let mut shown = Vec::new();
        for count in chronology.people()? {
            let (kept, _) = chronology.same_person_as_known_at(&count.person, Some(moment))?;
            if kept == count.person {
                shown.push(count.person);
            }
        }
        Ok(shown)
    }
}

fn row(indicator: &Indicator, stretch: Stretch, around: &Around, case: Case) -> CaseRow {
    let timeline = &around.timeline;
    let (from, to) = case.dated.days();
    let on = stretch.day_of(indicator, from);
    let allocation = match indicator.when {
        When::Period => timeline.allocation_through(on),
        When::AsAt => timeline.allocation_on(on),
    };
    let id = |id: Option<&PersonId>| id.map(ToString::to_string);
    let first = case.entries.first().and_then(|id| timeline.entry(*id));
    let contacts = timeline.contacts.iter().filter(|contact| contact.received.date() <= on);
    let last_contact = contacts.max_by_key(|contact| contact.received.date());
    CaseRow {
        card: Card::of(&around.person, timeline),
        from,
        to,
        on,
        met: case.met,
        value: case.value,
        group: case.group,
        because: case.because,
        entries: case.entries,
        team: id(allocation.and_then(|allocation| allocation.team.as_ref())),
        worker: id(allocation.and_then(|allocation| allocation.worker.as_ref())),
        author: first.map(|entry| entry.author().to_string()),
        agency: last_contact.and_then(|contact| contact.said.agency).map(|agency| agency.code().to_owned()),
    }
}
