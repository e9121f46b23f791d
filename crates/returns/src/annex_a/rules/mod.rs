//! The rules, a file for each family. They follow from what Annex A says of each list and column; what it leaves open
//! is a query.

mod adoption;
mod care;
mod early;
mod every_list;
mod need;

use super::rule::Rule;

/// Every rule.
pub(super) fn all() -> impl Iterator<Item = &'static Rule> {
    [every_list::RULES, early::RULES, need::RULES, care::RULES, adoption::RULES].into_iter().flatten()
}
