//! Who may see whom. No question about a person is answered without a [`Pass`], and no pass is given
//! without a line in the access log that everybody with a pass can read.

mod roles;

pub use roles::{ACTIONS, Action, action_for, may, table};

use chronology::PersonId;
use jiff::Timestamp;
use jiff::civil::Date;
use record::Choices;
use record::events::{DisagreementRaised, Relation, Role};
use store::desk::{Desk, Look};

use crate::{Around, ViewFault, Views};

/// Somebody who asks: an account, in a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// The professional.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The role they act in.
    pub role: Role,
    /// Their team.
    pub team: Option<PersonId>,
}

/// Why somebody asks for a pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// In the course of their work.
    Work,
    /// Nothing entitles them but this reason; the record's guardian is told.
    BreakGlass(String),
}

/// Leave to see one person's record: held by whoever asks a question about that person.
#[derive(Clone, Debug)]
pub struct Pass {
    who: Who,
    person: PersonId,
    entitled: String,
    broke_glass: bool,
}

impl Pass {
    /// Who may see.
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// Whose record: the id under which it is kept.
    pub fn person(&self) -> &PersonId {
        &self.person
    }

    /// What entitles them, in words.
    pub fn entitled(&self) -> &str {
        &self.entitled
    }

    /// Whether nothing entitles them but the reason they gave.
    pub fn broke_glass(&self) -> bool {
        self.broke_glass
    }
}

/// Why a pass was not given.
#[derive(Debug)]
pub enum Denied {
    /// There is no such person, or none that this role may know of: the two look the same.
    Unknown,
    /// The record is restricted: it says so, and whom to ask, and nothing else.
    Restricted {
        /// Whom to ask.
        ask: Option<PersonId>,
        /// Whether this role may break the glass.
        may_break_glass: bool,
    },
    /// The log or the views could not be read or written.
    Fault(ViewFault),
}

impl From<ViewFault> for Denied {
    fn from(fault: ViewFault) -> Self {
        Self::Fault(fault)
    }
}

/// The shortest reason for breaking the glass, in characters.
pub const REASON_CHARACTERS_MIN: usize = 20;

impl Views {
    /// Gives a pass, once the look is in the log.
    pub fn pass(
        &self,
        desk: &Desk,
        who: &Who,
        person: &PersonId,
        why: Why,
        today: Date,
    ) -> Result<Pass, Denied> {
        let (pass, look) = self.entitle(who, person, why, today)?;
        desk.log_look(look).map_err(|fault| Denied::Fault(fault.into()))?;
        Ok(pass)
    }

    /// As [`Views::pass`], answering through `then` so that many may wait for one commit of the log.
    pub fn pass_then(
        &self,
        desk: &Desk,
        who: &Who,
        person: &PersonId,
        why: Why,
        today: Date,
        then: impl FnOnce(Result<Pass, Denied>) + Send + 'static,
    ) {
        match self.entitle(who, person, why, today) {
            Err(denied) => then(Err(denied)),
            Ok((pass, look)) => desk.submit_look(look, move |logged| {
                then(logged.map(|()| pass).map_err(|fault| Denied::Fault(fault.into())));
            }),
        }
    }

    fn entitle(&self, who: &Who, person: &PersonId, why: Why, today: Date) -> Result<(Pass, Look), Denied> {
        let kept = self.kept(person)?.ok_or(Denied::Unknown)?;
        let timeline = self.folder().timeline(&kept)?;
        let identity = &timeline.identity;
        let own = timeline.allocation_on(today).is_some_and(|a| a.worker.as_ref() == Some(&who.person));
        let partner = matches!(who.role, Role::Partner | Role::HealthLead);
        let known_to_partner = |person: &PersonId| {
            let named = |k: &record::timeline::Kinship| {
                k.to == *person && matches!(k.relation, Relation::School | Relation::Professional)
            };
            timeline.kinships.iter().any(|k| k.span.covers(today) && named(k))
        };
        // The chair of the board sees the children about whom an agency disagrees, and no other.
        let chair = who.role == Role::BoardChair;
        let disputed =
            || timeline.of::<DisagreementRaised>().next().is_some() || kept == rules::threshold::authority();
        if !may(who.role, Action::OpenRecord)
            || (chair && !disputed())
            || (partner && !known_to_partner(&who.person) && !who.team.as_ref().is_some_and(known_to_partner))
        {
            return Err(Denied::Unknown);
        }
        if identity.sealed && who.role != Role::AdoptionRecords {
            return Err(Denied::Restricted { ask: None, may_break_glass: false });
        }
        let (entitled, broke_glass) = match (identity.restriction_on(today), &why) {
            (None, _) if own => ("named worker".to_owned(), false),
            (None, _) => (format!("role: {}", who.role.label()), false),
            (Some(_), _) if own => ("named worker of a restricted record".to_owned(), false),
            (Some(restriction), why) => {
                let listed = |id: &PersonId| restriction.allowed.contains(id);
                if listed(&who.person) || who.team.as_ref().is_some_and(listed) {
                    ("named in the restriction".to_owned(), false)
                } else {
                    let may_break_glass = may(who.role, Action::BreakGlass);
                    match why {
                        Why::BreakGlass(reason)
                            if may_break_glass && reason.trim().chars().count() >= REASON_CHARACTERS_MIN =>
                        {
                            (reason.trim().to_owned(), true)
                        }
                        _ => {
                            return Err(Denied::Restricted { ask: restriction.ask.clone(), may_break_glass });
                        }
                    }
                }
            }
        };
        let look = Look {
            who: who.person.clone(),
            role: who.role.code().to_owned(),
            whom: kept.clone(),
            why: entitled.clone(),
            broke_glass,
        };
        Ok((Pass { who: who.clone(), person: kept, entitled, broke_glass }, look))
    }

    /// The person with those around, as things stood on a day and as they were known at a moment.
    pub fn around(
        &self,
        pass: &Pass,
        as_at: Option<Date>,
        known_at: Option<Timestamp>,
    ) -> Result<Around, ViewFault> {
        if as_at.is_none() && known_at.is_none() {
            return self.folder().around_now(&pass.person, || self.household_of(&pass.person));
        }
        let household = self.household_of(&pass.person)?;
        self.folder().around(&pass.person, household, as_at, known_at)
    }

    /// As [`Views::around`], without a pass: for whoever runs the machine, who could read the file anyway.
    /// No page and no API may use it.
    pub fn around_unlogged(
        &self,
        person: &PersonId,
        as_at: Option<Date>,
        known_at: Option<Timestamp>,
    ) -> Result<Around, ViewFault> {
        let kept = self.kept(person)?.unwrap_or_else(|| person.clone());
        let household = self.household_of(&kept)?;
        // Somebody joined to another since stood alone at that moment.
        let shown = match known_at {
            None => kept,
            Some(_) => self.chronology().same_person_as_known_at(person, known_at)?.0,
        };
        self.folder().around(&shown, household, as_at, known_at)
    }
}
