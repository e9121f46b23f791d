//! Assessments and their sign-off, on both sides of each limit.

use practice::quality::{Context, blocking, hints};
use record::Event;
use record::codes::AssessmentFactor;
use record::events::*;

use super::{check, england, good_assessment, text, words_about};

#[test]
fn a_good_assessment_has_nothing_to_be_said_about_it() {
    let practice = england();
    let hints = hints(&good_assessment().into(), &Context::of(&practice));
    assert_eq!(hints, [], "{hints:#?}");
}

#[test]
fn f033_f032_a_child_unseen_or_unheard_blocks_sign_off_unless_there_is_a_reason() {
    let practice = england();
    let context = Context::of(&practice);
    let blocked = |assessment: AssessmentCompleted| -> Vec<&'static str> {
        blocking(&hints(&assessment.into(), &context)).map(|hint| hint.field).collect()
    };
    let unseen = AssessmentCompleted {
        child_seen_on: None,
        not_seen_reason: text("Abroad until May"),
        ..good_assessment()
    };
    assert_eq!(blocked(unseen.clone()), ["child_seen_on"], "no manager agreed");
    assert!(
        blocked(AssessmentCompleted { not_seen_agreed_by: Some("ruth".parse().unwrap()), ..unseen })
            .is_empty()
    );
    let unheard = AssessmentCompleted { views: None, ..good_assessment() };
    assert_eq!(blocked(unheard.clone()), ["views"]);
    assert!(blocked(AssessmentCompleted { no_views_reason: text("Two days old"), ..unheard }).is_empty());
    let adults = vec![SignificantAdult { engaged: Some(false), ..SignificantAdult::default() }];
    assert_eq!(
        blocked(AssessmentCompleted { significant_adults: adults, ..good_assessment() }),
        ["significant_adults"]
    );
}

#[test]
fn f044_each_factor_has_its_effect_and_no_factors_stands_alone() {
    let practice = england();
    let context = Context::of(&practice);
    let factor = |code: &str, effect: &str| FactorFound {
        factor: AssessmentFactor::from_code(code),
        effect: text(effect),
    };
    let with = |factors: Vec<FactorFound>| AssessmentCompleted { factors, ..good_assessment() };
    check(with(vec![factor("3A", "He is hit"), factor("21", "")]), &context, &["C12"], &[]);
    check(with(vec![factor("21", "")]), &context, &[], &["C12"]);
    check(with(vec![factor("4B", "")]), &context, &["C12"], &[]);
}

#[test]
fn f036_an_assessment_over_the_limit_says_why() {
    let practice = england();
    let mut context = Context::of(&practice);
    context.assessment_working_days = Some(52);
    check(good_assessment(), &context, &["C16"], &[]);
    check(
        AssessmentCompleted { reason_over_limit: text("The father was found late"), ..good_assessment() },
        &context,
        &[],
        &["C16"],
    );
    context.assessment_working_days = Some(45);
    check(good_assessment(), &context, &[], &["C16"]);
}

#[test]
fn f045_identity_is_more_than_a_code() {
    let practice = england();
    let assessment = AssessmentCompleted { identity_meaning: text(" "), ..good_assessment() };
    check(assessment, &Context::of(&practice), &["C14"], &[]);
}

#[test]
fn an_analysis_is_not_a_copy() {
    let practice = england();
    let mut context = Context::of(&practice);
    let copied = AssessmentCompleted {
        analysis: words_about("risk", 90),
        risks: words_about("risk", 90),
        ..good_assessment()
    };
    check(copied, &context, &["C06", "C07"], &[]);
    let same: Event = good_assessment().into();
    let others = [&same];
    context.siblings = &others;
    check(good_assessment(), &context, &["C17"], &["C06", "C18"]);
    context.siblings = &[];
    context.earlier = &others;
    check(good_assessment(), &context, &["C18"], &["C17"]);
}

#[test]
fn whoever_said_it_is_named() {
    let practice = england();
    let risks = format!("It was reported that he was hit. {}", words_about("risk", 30).unwrap());
    check(
        AssessmentCompleted { risks: Some(risks), ..good_assessment() },
        &Context::of(&practice),
        &["C20"],
        &["C05"],
    );
    let thin = AssessmentCompleted {
        day_in_life: words_about("day", 29),
        agencies_consulted: vec![Agency::Health],
        parents_said: None,
        ..good_assessment()
    };
    check(thin, &Context::of(&practice), &["C05", "C03", "C24"], &["C20"]);
}

#[test]
fn f048_a_sign_off_carries_the_manager_s_own_comment() {
    let practice = england();
    let said = "Strong on his day at home; I asked about the father, and Ruth has now met him.";
    let signed =
        |comment: &str| AssessmentSignedOff { comment: text(comment), ..AssessmentSignedOff::default() };
    let mut context = Context::of(&practice);
    check(signed(said), &context, &[], &["P27"]);
    check(signed("Agreed"), &context, &["P27"], &[]);
    let earlier = [said.to_owned()];
    context.earlier_comments = &earlier;
    check(signed(said), &context, &["P27"], &[]);
}
