//! The rules of the Department for Education's guide to the children in need census (its validation rules for the
//! collections of 2022-23 to 2026-27), a file for each family. A rule that changed has an entry for each of its forms,
//! with the years in which it had it; its message is ours.

mod assessments;
mod children;
mod closures;
mod disabilities;
mod enquiries;
mod factors;
mod identifiers;
mod no_further_action;
mod plans;
mod plans_together;
mod protection_plans;
mod referrals;
mod whole;

use super::validation::rule::Rule;

const FAMILIES: &[&[Rule]] = &[
    whole::RULES,
    identifiers::RULES,
    children::RULES,
    disabilities::RULES,
    referrals::RULES,
    closures::RULES,
    no_further_action::RULES,
    assessments::RULES,
    factors::RULES,
    enquiries::RULES,
    plans::RULES,
    plans_together::RULES,
    protection_plans::RULES,
];

/// Every form of every rule.
pub(super) fn all() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|family| family.iter())
}

/// The rules in force in a collection year.
pub(super) fn of(year: i16) -> impl Iterator<Item = &'static Rule> {
    all().filter(move |rule| rule.in_force(year))
}
