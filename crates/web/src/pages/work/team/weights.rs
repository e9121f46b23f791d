//! How hard a child's stage weighs on a worker. The table is the whole of it: a child counts by the stage the
//! work has come to, each child alone, brothers and sisters too. The weight helps a manager ask; no rule reads
//! it, and the limit that a manager must not pass is in children.

use record::timeline::Stage;

/// The table: stage and weight.
pub(super) const WEIGHTS: [(Stage, u32); 6] = [
    (Stage::Contact, 1),
    (Stage::Referral, 1),
    (Stage::Assessment, 2),
    (Stage::InNeed, 1),
    (Stage::Enquiry, 3),
    (Stage::Protection, 3),
];

/// The weight of a child whose card shows this stage. A stage that is not in the table weighs nothing.
pub(super) fn weight(stage: &str) -> u32 {
    WEIGHTS.iter().find(|(one, _)| one.label() == stage).map_or(0, |(_, weight)| *weight)
}

/// The table in words.
pub(super) fn words() -> String {
    let each: Vec<String> =
        WEIGHTS.iter().map(|(stage, weight)| format!("{} {weight}", stage.label().to_lowercase())).collect();
    format!(
        "Each child counts, brothers and sisters too, by the stage the work has come to: {}. Weight helps you ask; \
         it does not say whose work is hard. The limit is of children: the post’s own, or the authority’s for a \
         full-time post, in proportion to its hours.",
        each.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_of_open_work_weighs_something() {
        for (stage, _) in WEIGHTS {
            assert!(weight(stage.label()) > 0, "{}", stage.label());
        }
        assert_eq!(weight(Stage::Closed.label()), 0);
        assert!(weight(Stage::Protection.label()) > weight(Stage::InNeed.label()));
    }
}
