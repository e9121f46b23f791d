//! The rules, a file for each family. A rule that changed has an entry for each of its forms, with the years in
//! which it had it.

mod adoption;
mod adoption_codes;
mod ages;
mod asylum;
mod difficulties;
mod episode_codes;
mod header;
mod health;
mod integrity;
mod last_year;
mod leavers;
mod leaving_care;
mod lengths;
mod liberty;
mod listed;
mod missing;
mod motherhood;
mod permanence;
mod placed_for_adoption;
mod placements;
mod reviews;
mod sequence;
mod whereabouts;
mod workers;

use super::rule::Rule;

const FAMILIES: &[&[Rule]] = &[
    header::RULES,
    motherhood::RULES,
    asylum::RULES,
    integrity::RULES,
    episode_codes::RULES,
    placements::RULES,
    ages::RULES,
    lengths::RULES,
    sequence::RULES,
    last_year::RULES,
    whereabouts::RULES,
    listed::RULES,
    reviews::RULES,
    health::RULES,
    difficulties::RULES,
    leavers::RULES,
    leaving_care::RULES,
    adoption_codes::RULES,
    placed_for_adoption::RULES,
    adoption::RULES,
    permanence::RULES,
    missing::RULES,
    workers::RULES,
    liberty::RULES,
];

/// Every form of every rule.
pub(super) fn all() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|family| family.iter())
}

/// The rules in force in a collection year.
pub(super) fn of(year: i16) -> impl Iterator<Item = &'static Rule> {
    all().filter(move |rule| rule.in_force(year))
}
