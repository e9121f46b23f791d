//! Work that somebody writes and somebody else authorises: where it stands, read from what was recorded.
//!
//! Nothing is stored: an assessment is submitted because it was completed, returned because a manager sent
//! it back, and authorised because one signed it off. Nobody authorises what they wrote.

use chronology::{EntryId, PersonId};

/// A kind of work that is written, sent, perhaps returned, and authorised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// What people call it.
    pub title: &'static str,
    /// The event that begins it.
    pub begun: &'static str,
    /// The event that sends it for authorising.
    pub submitted: &'static str,
    /// The event that returns it with comments, if it can be.
    pub returned: Option<&'static str>,
    /// The event that authorises it.
    pub authorised: &'static str,
}

/// Every kind of work that is authorised.
pub const CYCLES: &[Cycle] = &[
    Cycle {
        title: "Assessment",
        begun: "assessment.started",
        submitted: "assessment.completed",
        returned: Some("assessment.returned"),
        authorised: "assessment.signed_off",
    },
    Cycle {
        title: "Child protection plan",
        begun: "child_protection_plan.started",
        submitted: "child_protection_plan.revised",
        returned: None,
        authorised: "child_protection_plan.approved",
    },
];

/// The cycle that an event of this kind is a step of.
///
/// ```
/// assert_eq!(practice::cycle_of("assessment.returned").unwrap().authorised, "assessment.signed_off");
/// assert!(practice::cycle_of("visit.made").is_none());
/// ```
pub fn cycle_of(kind: &str) -> Option<&'static Cycle> {
    CYCLES.iter().find(|cycle| {
        [cycle.begun, cycle.submitted, cycle.authorised].contains(&kind) || cycle.returned == Some(kind)
    })
}

/// Something done to a piece of work.
#[derive(Clone, Copy, Debug)]
pub struct Deed<'d> {
    /// The kind of event.
    pub kind: &'d str,
    /// The entry that says so.
    pub entry: EntryId,
    /// Who recorded it.
    pub by: &'d PersonId,
    /// What they wrote: the comment of a return.
    pub comment: Option<&'d str>,
}

/// Where a piece of work stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nothing has begun.
    NotBegun,
    /// Somebody is writing it.
    Writing,
    /// It waits for somebody entitled to authorise it.
    Submitted {
        /// The entry that was sent.
        entry: EntryId,
        /// Who wrote it.
        by: PersonId,
    },
    /// It was sent back to be written again.
    Returned {
        /// The entry that was sent, to begin from.
        work: EntryId,
        /// Who wrote it.
        by: PersonId,
        /// What must be done.
        comment: String,
    },
    /// It was authorised.
    Authorised {
        /// The entry that was authorised.
        work: EntryId,
        /// The entry that authorised it.
        entry: EntryId,
        /// Who did.
        by: PersonId,
    },
}

impl Cycle {
    /// Where the work stands after these deeds, given in the order they were done; deeds of other kinds
    /// count for nothing.
    pub fn stage(&self, deeds: &[Deed<'_>]) -> Stage {
        let mut stage = Stage::NotBegun;
        let mut work: Option<(EntryId, &PersonId)> = None;
        for deed in deeds {
            stage = match work {
                _ if deed.kind == self.begun => {
                    work = None;
                    Stage::Writing
                }
                _ if deed.kind == self.submitted => {
                    work = Some((deed.entry, deed.by));
                    Stage::Submitted { entry: deed.entry, by: deed.by.clone() }
                }
                Some((work, by)) if self.returned == Some(deed.kind) => Stage::Returned {
                    work,
                    by: by.clone(),
                    comment: deed.comment.unwrap_or_default().to_owned(),
                },
                Some((work, _)) if deed.kind == self.authorised => {
                    Stage::Authorised { work, entry: deed.entry, by: deed.by.clone() }
                }
                _ => stage,
            };
        }
        stage
    }
}

impl Stage {
    /// Whether somebody may authorise or return the work now.
    ///
    /// # Errors
    /// One plain sentence why not: there is nothing to authorise, or they wrote it themselves.
    pub fn may_authorise(&self, who: &PersonId) -> Result<EntryId, String> {
        match self {
            Self::Submitted { by, .. } if by == who => {
                Err("You wrote this: somebody else must authorise it".to_owned())
            }
            Self::Submitted { entry, .. } => Ok(*entry),
            Self::Authorised { .. } => Err("This has been authorised already".to_owned()),
            Self::Returned { .. } => Err("This was returned, and has not been sent again".to_owned()),
            Self::NotBegun | Self::Writing => Err("This has not been sent for authorising".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stage(deeds: &[(&'static str, &str)]) -> Stage {
        let people: Vec<PersonId> = deeds.iter().map(|(_, by)| by.parse().unwrap()).collect();
        let deeds: Vec<Deed<'_>> = deeds
            .iter()
            .zip(&people)
            .enumerate()
            .map(|(at, ((kind, _), by))| Deed {
                kind,
                entry: EntryId::new(at as u64 + 1, 1),
                by,
                comment: Some("See the father."),
            })
            .collect();
        CYCLES[0].stage(&deeds)
    }

    #[test]
    fn work_goes_round_until_it_is_authorised() {
        let (worker, manager) = ("sam-worker", "ruth-manager");
        let mut deeds = vec![("assessment.started", worker)];
        assert_eq!(stage(&deeds), Stage::Writing);
        deeds.push(("assessment.completed", worker));
        assert!(matches!(stage(&deeds), Stage::Submitted { .. }));
        deeds.push(("assessment.returned", manager));
        let Stage::Returned { work, by, comment } = stage(&deeds) else { panic!("returned") };
        assert_eq!((work, by.as_str(), comment.as_str()), (EntryId::new(2, 1), worker, "See the father."));
        deeds.push(("assessment.completed", worker));
        deeds.push(("visit.made", worker));
        assert!(matches!(stage(&deeds), Stage::Submitted { entry, .. } if entry == EntryId::new(4, 1)));
        deeds.push(("assessment.signed_off", manager));
        assert!(matches!(stage(&deeds), Stage::Authorised { work, .. } if work == EntryId::new(4, 1)));
    }

    #[test]
    fn nobody_authorises_what_they_wrote() {
        let submitted =
            stage(&[("assessment.started", "sam-worker"), ("assessment.completed", "sam-worker")]);
        assert!(submitted.may_authorise(&"sam-worker".parse().unwrap()).is_err());
        assert_eq!(submitted.may_authorise(&"ruth-manager".parse().unwrap()), Ok(EntryId::new(2, 1)));
    }

    #[test]
    fn only_what_was_sent_is_authorised() {
        let manager = "ruth-manager".parse().unwrap();
        for deeds in [
            vec![],
            vec![("assessment.started", "sam-worker")],
            vec![("assessment.signed_off", "ruth-manager")],
            vec![("assessment.completed", "sam-worker"), ("assessment.returned", "ruth-manager")],
            vec![("assessment.completed", "sam-worker"), ("assessment.signed_off", "ruth-manager")],
        ] {
            assert!(stage(&deeds).may_authorise(&manager).is_err(), "{deeds:?}");
        }
    }
}
