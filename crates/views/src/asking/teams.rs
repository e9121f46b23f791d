//! Teams: which are open, which takes what comes from outside, and which answers for one that was closed.

use chronology::PersonId;
use jiff::civil::Date;
use record::events::{Function, PersonCategory};

use crate::{Card, ViewFault, Views};

/// The most successors that are followed from a closed team: teams may be closed in a ring by mistake.
const SUCCESSORS_MAX: usize = 20;

impl Views {
    /// Every team on record, by name.
    pub fn teams(&self) -> Result<Vec<Card>, ViewFault> {
        self.of_category(PersonCategory::Team)
    }

    /// The team that answers on a day for what is sent to a team: itself while it is open, or whoever succeeded it.
    /// `None` if it was closed and nobody did.
    pub fn answering_team(&self, team: &PersonId, on: Date) -> Result<Option<PersonId>, ViewFault> {
        let mut answering = team.clone();
        for _ in 0..SUCCESSORS_MAX {
            let timeline = self.folder().timeline(&answering)?;
            let organisation = &timeline.organisation;
            if organisation.open.iter().any(|span| span.covers(on)) {
                return Ok(Some(answering));
            }
            match &organisation.successor {
                Some(successor) => answering = successor.clone(),
                None => return Ok(None),
            }
        }
        Ok(None)
    }

    /// The first team that leads the front door on a day.
    pub fn front_door(&self, on: Date) -> Result<Option<PersonId>, ViewFault> {
        for card in self.teams()? {
            let Ok(team) = PersonId::new(&card.id) else { continue };
            let timeline = self.folder().timeline(&team)?;
            let open = timeline.organisation.open.iter().any(|span| span.covers(on));
            if open && timeline.organisation.may_lead(Function::FrontDoor, on) {
                return Ok(Some(team));
            }
        }
        Ok(None)
    }
}
