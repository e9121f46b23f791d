//! Actions, on both sides of each limit.

use jiff::civil::date;
use practice::quality::{Context, Severity, hints};
use record::Event;
use record::events::*;

use super::{assigned, check, england, good_action, text};

const ACTION_RULES: &[&str] = &["A02", "A03", "A05", "A06", "A07", "A08", "A09", "A10", "A11", "A19", "P05"];

#[test]
fn monitor_the_family_fails() {
    let practice = england();
    let action = Action { what: text("Monitor the family"), owner_name: text("Team"), ..Action::default() };
    check(
        assigned(action),
        &Context::of(&practice),
        &["A02", "A05", "A07", "A08", "A09", "A11", "A12"],
        &["A10"],
    );
}

#[test]
fn taking_the_child_to_the_dentist_passes() {
    let practice = england();
    let mut context = Context::of(&practice);
    context.plan_started_on = Some(date(2026, 3, 2));
    context.next_review_on = Some(date(2026, 6, 1));
    check(assigned(good_action()), &context, &[], ACTION_RULES);
}

#[test]
fn f056_an_action_is_one_person_s_by_a_day() {
    let practice = england();
    let context = Context::of(&practice);
    for owner in ["", "The family", "health visitor", "Tom and Anna", "Tom/Anna", "TBC"] {
        check(assigned(Action { owner_name: text(owner), ..good_action() }), &context, &["A02"], &["A05"]);
    }
    let owner = Some("tom-teague".parse().unwrap());
    check(assigned(Action { owner, owner_name: None, ..good_action() }), &context, &[], &["A02"]);
    let event: Event =
        assigned(Action { by: None, what: text("Ring the school as soon as possible"), ..good_action() })
            .into();
    let told = hints(&event, &context);
    let day = told.iter().find(|hint| hint.rule == "A05").unwrap();
    assert_eq!(day.message, "“as soon as possible” is not a day: say by which day it will be done");
    assert_eq!((day.severity, day.failing, day.part), (Severity::Block, Some("F056"), Some(0)));
}

#[test]
fn the_day_of_an_action_lies_within_the_plan() {
    let practice = england();
    let mut context = Context::of(&practice);
    context.plan_started_on = Some(date(2026, 5, 12));
    context.next_review_on = Some(date(2026, 5, 12));
    check(assigned(good_action()), &context, &[], &["A06"]);
    for by in [date(2026, 5, 11), date(2026, 5, 13)] {
        check(assigned(Action { by: Some(by), ..good_action() }), &context, &["A06"], &[]);
    }
}

#[test]
fn how_we_shall_know_is_not_the_action_again() {
    let practice = england();
    let context = Context::of(&practice);
    let again = Action { measure: good_action().what, ..good_action() };
    check(assigned(again), &context, &["A09"], &[]);
    let vague = Action { measure: text("The parents better understand their situation"), ..good_action() };
    check(assigned(vague), &context, &["A10"], &["A09"]);
}

#[test]
fn a_young_child_is_not_left_with_an_action() {
    let practice = england();
    let jory = "jory".parse().unwrap();
    let mut context = Context::of(&practice);
    context.child = Some(&jory);
    let action = Action { owner: Some(jory.clone()), ..good_action() };
    context.child_age_years = Some(9);
    check(assigned(action.clone()), &context, &["A19"], &[]);
    context.child_age_years = Some(10);
    check(assigned(action), &context, &[], &["A19"]);
}
