//! Plans, dangers and the meetings that make them, on both sides of each limit.

use practice::quality::{Context, blocking, hints};
use record::Event;
use record::codes::AbuseCategory;
use record::events::*;

use super::{check, england, good_action, good_plan, met, text};

fn names() -> [String; 1] {
    ["Jory".to_owned()]
}

#[test]
fn a_good_plan_has_nothing_to_be_said_about_it() {
    let practice = england();
    let names = names();
    let mut context = Context::of(&practice);
    context.child_names = &names;
    context.child_age_years = Some(7);
    let hints = hints(&good_plan().into(), &context);
    assert_eq!(hints, [], "{hints:#?}");
}

#[test]
fn f066_a_plan_without_frequency_outcome_action_or_contingency_cannot_be_approved() {
    let practice = england();
    let names = names();
    let mut context = Context::of(&practice);
    context.child_names = &names;
    let blocked = |plan: ProtectionPlanRevised| -> Vec<&'static str> {
        blocking(&hints(&plan.into(), &context)).map(|hint| hint.field).collect()
    };
    assert!(blocked(good_plan()).is_empty());
    assert_eq!(
        blocked(ProtectionPlanRevised { visit_every_working_days: None, ..good_plan() }),
        ["visit_every_working_days"]
    );
    assert_eq!(blocked(ProtectionPlanRevised { outcomes: None, ..good_plan() }), ["outcomes"]);
    assert_eq!(blocked(ProtectionPlanRevised { contingency: None, ..good_plan() }), ["contingency"]);
    assert_eq!(blocked(ProtectionPlanRevised { dangers: vec![], ..good_plan() }), ["dangers"]);
    assert_eq!(blocked(ProtectionPlanRevised { childs_part: None, ..good_plan() }), ["childs_part"]);
    let two = good_plan().actions[..2].to_vec();
    assert_eq!(blocked(ProtectionPlanRevised { actions: two, ..good_plan() }), ["actions"]);
}

#[test]
fn a_need_that_was_found_has_an_action_in_the_plan() {
    let practice = england();
    let names = names();
    let mut context = Context::of(&practice);
    context.child_names = &names;
    let needs = ["A bed of his own".to_owned()];
    context.needs = &needs;
    check(good_plan(), &context, &["P03"], &[]);
    let mut plan = good_plan();
    plan.actions[0].need = text("a bed of his own.");
    check(plan, &context, &[], &["P03"]);
    let hint = hints(&good_plan().into(), &context).into_iter().find(|hint| hint.rule == "P03").unwrap();
    assert!(hint.message.contains("A bed of his own"), "{}", hint.message);
}

#[test]
fn a_course_is_not_an_outcome() {
    let practice = england();
    let names = names();
    let mut context = Context::of(&practice);
    context.child_names = &names;
    let plan = |outcome: &str| ProtectionPlanRevised { outcomes: text(outcome), ..good_plan() };
    check(plan("Mum attends course"), &context, &["P05"], &["P04"]);
    check(plan("Things are generally better at home"), &context, &["P04"], &["P05"]);
    check(plan("Mum attends a course and Jory sleeps all night"), &context, &[], &["P04", "P05"]);
}

#[test]
fn escalate_if_needed_is_not_a_contingency() {
    let practice = england();
    let plan = ProtectionPlanRevised { contingency: text("Escalate if needed"), ..good_plan() };
    check(plan, &Context::of(&practice), &["P06"], &[]);
    let short =
        ProtectionPlanRevised { contingency: text("If Dean comes, Anna rings Ruth today."), ..good_plan() };
    check(short, &Context::of(&practice), &["P06"], &[]);
}

#[test]
fn two_siblings_do_not_say_the_same() {
    let practice = england();
    let sibling: Event = good_plan().into();
    let siblings = [&sibling];
    let mut context = Context::of(&practice);
    context.siblings = &siblings;
    check(good_plan(), &context, &["P11"], &[]);
    let own = text("Merryn said “I like Dean. He mends my bike and he is never cross with me.”");
    check(ProtectionPlanRevised { childs_part: own, ..good_plan() }, &context, &[], &["P11", "P10"]);
}

#[test]
fn a_plan_is_thought_about_anew() {
    let practice = england();
    let (first, second): (Event, Event) = (good_plan().into(), good_plan().into());
    let once = [&first];
    let twice = [&first, &second];
    let mut context = Context::of(&practice);
    context.earlier = &once;
    check(good_plan(), &context, &["P07", "P12"], &["A18"]);
    context.earlier = &twice;
    check(good_plan(), &context, &["A18"], &[]);
}

#[test]
fn a_plan_does_not_rest_on_one_of_the_family_nor_blame_them() {
    let practice = england();
    let context = Context::of(&practice);
    let alone =
        ProtectionPlanRevised { actions: vec![good_action(), good_action(), good_action()], ..good_plan() };
    check(alone, &context, &["S14", "A12"], &[]);
    let mut blaming = good_plan();
    blaming.actions[0].what = text("Anna must keep him away from the house at night");
    check(blaming, &context, &["S15"], &["S14"]);
}

#[test]
fn the_parents_words_are_theirs() {
    let practice = england();
    let context = Context::of(&practice);
    let plan = |words: &str| ProtectionPlanRevised {
        parents_version: text(words),
        parents_read_on: None,
        ..good_plan()
    };
    check(plan("You failed to engage. The ICPC was told."), &context, &["P16", "P21", "P22"], &[]);
    check(
        plan(
            "Interdepartmental professionals will facilitate multidisciplinary interventions notwithstanding ambivalence",
        ),
        &context,
        &["P20"],
        &["P21", "P22"],
    );
}

#[test]
fn a_scale_without_anchors_says_nothing() {
    let practice = england();
    let scaled = SafetyGoalScaled { scale: Some(6), ..SafetyGoalScaled::default() };
    check(scaled.clone(), &Context::of(&practice), &["S07", "S09"], &["S10"]);
    let whole = SafetyGoalScaled {
        zero_means: text("He is hit again"),
        ten_means: text("He sleeps all night"),
        scored_by: text("Gran"),
        reason: text("Not lower because Dean has gone, not higher because he has come back before"),
        ..scaled.clone()
    };
    check(whole.clone(), &Context::of(&practice), &[], &["S07", "S09", "S10"]);
    check(SafetyGoalScaled { scale: Some(11), ..whole }, &Context::of(&practice), &["S07"], &[]);
    let last: Event = SafetyGoalScaled { scale: Some(3), ..SafetyGoalScaled::default() }.into();
    let earlier = [&last];
    let mut context = Context::of(&practice);
    context.earlier = &earlier;
    check(scaled, &context, &["S10"], &[]);
}

#[test]
fn dangers_and_goals_are_plain_and_can_be_seen() {
    let practice = england();
    let context = Context::of(&practice);
    let danger = |statement: &str, goal: &str| DangerStatementRecorded {
        statement: text(statement),
        safety_goal: text(goal),
    };
    check(danger("Neglect", ""), &context, &["S01", "S04"], &["S02"]);
    check(
        danger(
            "The home conditions of this family are extremely poor and very dirty indeed",
            "Mum attends course",
        ),
        &context,
        &["S02", "S05", "S06"],
        &["S01", "S04"],
    );
    check(
        danger(
            "Ruth is worried that the ICPC threshold was met and Jory may be hurt again",
            "Dean stays away for six weeks",
        ),
        &context,
        &["S03"],
        &["S02", "S05", "S06"],
    );
}

#[test]
fn f063_a_conference_decides_for_each_child_and_its_actions_name_an_agency() {
    let practice = england();
    let context = Context::of(&practice);
    let decided = ConferenceDecided {
        plan_needed: Some(true),
        category: AbuseCategory::from_code("PHY"),
        reason: text("He was hit twice."),
        views: vec![View::default()],
        danger: good_plan().dangers[0].statement.clone(),
        safety_goal: good_plan().dangers[0].safety_goal.clone(),
        actions: vec![Action { measure: None, ..good_action() }],
        ..ConferenceDecided::default()
    };
    check(decided.clone(), &context, &[], &["F03", "F04", "A02", "A09", "A12", "S01", "S04"]);
    let nameless = Action { agency: None, owner_name: None, ..good_action() };
    check(ConferenceDecided { actions: vec![nameless], ..decided.clone() }, &context, &["A02", "A12"], &[]);
    check(ConferenceDecided { category: None, views: vec![], ..decided }, &context, &["F03", "F04"], &[]);
}

#[test]
fn a_core_group_looks_at_every_open_action() {
    let practice = england();
    let open = ["Fit a lock".to_owned(), "Weigh Jory".to_owned()];
    let mut context = Context::of(&practice);
    context.open_actions = &open;
    let reviewed = ActionReview { what: text("Fit a lock"), ..ActionReview::default() };
    let group = CoreGroupHeld { actions: vec![reviewed], ..CoreGroupHeld::default() };
    let told = hints(&group.into(), &context);
    let unreviewed: Vec<&str> =
        told.iter().filter(|hint| hint.rule == "F07").map(|hint| hint.message.as_str()).collect();
    assert_eq!(unreviewed, ["Say how this action stands: “Weigh Jory”"]);
    assert!(met(&told).contains(&"P24"));
}
