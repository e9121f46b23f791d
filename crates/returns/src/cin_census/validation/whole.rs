//! What the rules about the return as a whole need to know of it: counts, however many children there are.

use std::collections::BTreeSet;

use super::child::Child;
use super::field::Field::*;
use crate::cin_census::codes::DISABILITY;

/// The return as a whole.
#[derive(Debug, Default)]
pub(crate) struct Whole {
    /// How many children.
    pub(crate) children: u64,
    /// How many born children have no sex recorded.
    pub(crate) without_sex: u64,
    /// How many child protection plans began in the year.
    pub(crate) plans_begun: u64,
    /// How many initial conferences were held in the year.
    pub(crate) conferences: u64,
    /// The codes for a disability in use, but for that of none.
    pub(crate) disabilities: BTreeSet<&'static str>,
    /// The most disabilities that one child has.
    pub(crate) disabilities_of_one_child: usize,
}

impl Whole {
    /// Takes a child in.
    pub(super) fn add(&mut self, child: &Child<'_>) {
        self.children += 1;
        let identifiers = &child.identifiers;
        // Sex took the place of gender in 2024-25; a return has the one or the other.
        let sex = [identifiers.text(Sex), identifiers.text(Gender)];
        let unknown = sex.iter().all(|sex| matches!(*sex, "" | "U" | "0"));
        self.without_sex += u64::from(unknown && identifiers.undated(ExpectedBirthDate));
        let held = |row| child.period.holds(row);
        let begun = child.protection_plans().filter(|plan| held(plan.day(ProtectionStart))).count();
        self.plans_begun += begun as u64;
        let rows = child.details().chain(child.enquiries());
        self.conferences += rows.filter(|row| held(row.day(ConferenceDate))).count() as u64;
        let of_child = child.disabilities.iter().map(|row| row.text(Disability));
        let of_child: Vec<&str> = of_child.filter(|code| !code.is_empty() && *code != "NONE").collect();
        self.disabilities_of_one_child = self.disabilities_of_one_child.max(of_child.len());
        let known = DISABILITY.codes.iter().map(|code| code.code).filter(|code| of_child.contains(code));
        self.disabilities.extend(known);
    }
}
