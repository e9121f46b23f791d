//! How much a worker carries: the limit that a manager passes only with a reason, and the weight that helps a
//! manager ask. Children are counted, never families.
//!
//! The weight of each stage is a setting of the authority, shown wherever a weight is shown. No rule reads the
//! weight; the limit is in children.

use chronology::PersonId;
use record::events::{PersonIdentified, PostFilled, Relation};
use record::timeline::Stage;

use crate::{Circle, Settings};

/// Each stage of open work with the setting that says what a child at that stage weighs.
const WEIGHTS: [(Stage, &str); 6] = [
    (Stage::Contact, "weight_contact"),
    (Stage::Referral, "weight_referral"),
    (Stage::Assessment, "weight_assessment"),
    (Stage::InNeed, "weight_in_need"),
    (Stage::Enquiry, "weight_enquiry"),
    (Stage::Protection, "weight_protection"),
];
/// The setting that says how much more every child weighs with a newly qualified worker.
const NEWLY_QUALIFIED: &str = "weight_newly_qualified";

/// The ways of being a brother or a sister.
pub(crate) const BROTHERS_AND_SISTERS: &[Relation] =
    &[Relation::Sibling, Relation::HalfSibling, Relation::StepSibling, Relation::Twin];

/// The most children whom somebody in this post may have: the post's own limit, or the authority's for their hours.
pub fn limit(settings: &Settings, post: &PostFilled) -> u32 {
    let protected = post.protected_caseload == Some(true);
    let name = if protected { "caseload_protected_children" } else { "caseload_children" };
    let full = settings.limit(name);
    post.caseload_limit.unwrap_or_else(|| full.saturating_mul(post.full_time_percent.unwrap_or(100)) / 100)
}

/// What a child at a stage (in words, as a card shows it) weighs on somebody in this post. A stage that is no
/// open work weighs nothing.
pub fn weight(settings: &Settings, stage: &str, post: &PostFilled) -> u32 {
    let Some((_, name)) = WEIGHTS.iter().find(|(one, _)| one.label() == stage) else { return 0 };
    let newly = if post.protected_caseload == Some(true) { settings.limit(NEWLY_QUALIFIED) } else { 0 };
    settings.limit(name) + newly
}

/// The whole reckoning in words, with the authority's numbers.
pub fn weight_in_words(settings: &Settings) -> String {
    let each: Vec<String> = WEIGHTS
        .iter()
        .map(|(stage, name)| format!("{} {}", stage.label().to_lowercase(), settings.limit(name)))
        .collect();
    format!(
        "Each child counts, brothers and sisters too, by the stage the work has come to: {}; and {} more with a newly \
         qualified worker. Weight helps you ask; it does not say whose work is hard. The limit is of children: the \
         post’s own, or the authority’s for a full-time post, in proportion to its hours.",
        each.join(", "),
        settings.limit(NEWLY_QUALIFIED)
    )
}

/// Brothers and sisters whom somebody has named, on the child's record or on that of somebody who lives with the
/// child, and of whom there is no record.
pub fn siblings_unrecorded(circle: &Circle) -> Vec<PersonId> {
    let mut named: Vec<PersonId> = siblings_named(circle).map(|kinship| kinship.to.clone()).collect();
    named.sort();
    named.dedup();
    named.retain(|id| {
        circle.timeline_of(id).is_none_or(|timeline| timeline.of::<PersonIdentified>().next().is_none())
    });
    named
}

/// Every entry that names a brother or a sister of the child: on the child's record, or as a child of somebody who
/// has lived with them.
pub(crate) fn siblings_named<'t>(
    circle: &'t Circle<'t>,
) -> impl Iterator<Item = &'t record::timeline::Kinship> {
    let own = circle.timeline.kinships.iter().filter(|k| BROTHERS_AND_SISTERS.contains(&k.relation));
    let housemates = circle.others.values().filter(|other| {
        let shared = |household| circle.timeline.stays.iter().any(|mine| mine.household == household);
        other.stays.iter().any(|stay| shared(stay.household.clone()))
    });
    let theirs = housemates.flat_map(|other| other.kinships.iter().filter(|k| k.relation == Relation::Child));
    own.chain(theirs).filter(|kinship| kinship.to != *circle.person)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_of_open_work_weighs_something_and_more_with_a_new_worker() {
        let settings = Settings::default();
        let (post, new) =
            (PostFilled::default(), PostFilled { protected_caseload: Some(true), ..PostFilled::default() });
        for (stage, _) in WEIGHTS {
            assert!(weight(&settings, stage.label(), &post) > 0, "{}", stage.label());
            assert!(weight(&settings, stage.label(), &new) > weight(&settings, stage.label(), &post));
        }
        assert_eq!(weight(&settings, Stage::Closed.label(), &new), 0);
        assert!(
            weight(&settings, Stage::Protection.label(), &post)
                > weight(&settings, Stage::InNeed.label(), &post)
        );
    }

    #[test]
    fn a_limit_is_the_post_s_own_or_by_its_hours() {
        let settings = Settings::default();
        let half = PostFilled { full_time_percent: Some(50), ..PostFilled::default() };
        assert_eq!(limit(&settings, &half), settings.limit("caseload_children") / 2);
        assert_eq!(limit(&settings, &PostFilled { caseload_limit: Some(7), ..half }), 7);
    }
}
