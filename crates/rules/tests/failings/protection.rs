//! Strategy discussions, enquiries and medicals.

use crate::sitting::sentences;
use crate::support::Told;

const ENQUIRY: &str = "
recording by manager as team_manager
  2026-03-03 child section_47_enquiry.decided
    decision: joint
    rating: red
    reasons: Two bruises and no account of them
    contingency: If he is not in school tomorrow, the police call at once
    actions:
      - what: See him at school
        owner: worker
        by: 2026-03-03
        outcome: He is seen before he goes home
    decided_by: manager
";

fn child() -> Told {
    Told::with_staff(
        "
recording by screener as screener
  2026-03-02 child person.identified
    forename: Jago
    date_of_birth: 2016-05-01
  2026-03-03 child strategy_discussion.held
    attendance:
      - agency: social_care
        presence: present
",
    )
}

#[test]
fn f055_who_was_there_is_a_finding_and_never_a_gate() {
    let told = child();
    let found = told.because("child", "strategy-discussion-incomplete", "2026-03-03");
    assert!(found[0].contains("without Police, Health and School or nursery"), "{found:?}");
    assert_eq!(told.lacks(ENQUIRY), []);
}

#[test]
fn f055_a_discussion_of_police_and_social_care_alone_stands_not_quorate_and_asks_health() {
    let discussion = "
recording by screener as screener
  2026-03-02 child person.identified
    forename: Jago
    date_of_birth: 2023-05-01
  2026-03-03 child strategy_discussion.held
    attendance:
      - agency: social_care
        presence: present
      - agency: police
        presence: present
";
    let told = Told::with_staff(discussion);
    let found = told.because("child", "strategy-discussion-incomplete", "2026-03-03");
    assert!(found[0].contains("was not quorate: it was held without Health"), "{found:?}");
    let asked = told.about("child", |circle| {
        let held = circle.timeline.of::<record::events::StrategyDiscussionHeld>().next().unwrap().1.clone();
        rules::follow_on(&held.into(), crate::support::day("2026-03-03"), circle)
    });
    let agencies: Vec<_> = asked
        .iter()
        .map(|event| match event {
            record::Event::InformationRequested(e) => e.agency,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(agencies, [Some(record::events::Agency::Health)]);
    assert_eq!(told.about("child", rules::sharing::unheard), [record::events::Agency::Health]);
    let heard = Told::with_staff(&format!(
        "{discussion}recording by worker as social_worker\n  2026-03-04 child information.shared\n    agency: health\n    \
         held: Two missed checks\n"
    ));
    assert_eq!(heard.found("child", "strategy-discussion-incomplete", "2026-03-04").len(), 0);
    assert!(heard.about("child", rules::sharing::unheard).is_empty());
}

#[test]
fn f056_an_ownerless_action_or_no_rating_is_refused() {
    let told = child();
    let ownerless = ENQUIRY.replace("        owner: worker\n", "").replace("    rating: red\n", "");
    assert_eq!(
        sentences(&told.lacks(&ownerless)),
        [
            ("F056", "Rate the risk to Jago."),
            ("F056", "“See him at school” for Jago does not say who will do it."),
        ]
    );
    let actions = ENQUIRY.find("    actions:").unwrap();
    let none = format!("{}    decided_by: manager\n", &ENQUIRY[..actions]);
    let lacks = told.lacks(&none);
    assert_eq!(sentences(&lacks), [("F056", "Give at least one action for Jago: who does what by when.")]);
}

#[test]
fn f056_when_complete_each_action_is_due() {
    let told = Told::with_staff(ENQUIRY);
    let actions = told.about("child", |circle| circle.timeline.actions.clone());
    assert_eq!(actions.len(), 1);
    assert_eq!(actions[0].action.by, Some(crate::support::day("2026-03-03")));
    assert_eq!(told.found("child", "action-overdue", "2026-03-04").len(), 1);
}

#[test]
fn f057_work_before_the_discussion_stands_and_the_hours_between_are_named() {
    let visit =
        "recording by worker as social_worker\n  2026-03-03 10:00 child visit.made\n    purpose: enquiry\n";
    let discussion =
        "recording by worker as social_worker\n  2026-03-03 15:00 child strategy_discussion.held\n";
    for text in [format!("\n{visit}{discussion}"), format!("\n{discussion}{visit}")] {
        let told = Told::by(&text);
        assert_eq!(told.about("child", |circle| circle.timeline.counting().count()), 2, "both stand");
        let said = told.because("child", "enquiry-before-discussion", "2026-03-03");
        assert!(said[0].contains("5 hours before the strategy discussion"), "{said:?}");
    }
}

#[test]
fn f058_an_enquiry_ended_two_days_ago_without_outcome_goes_to_worker_and_manager() {
    let told = Told::by(
        "
recording by worker as social_worker
  2026-03-02 child section_47_enquiry.started
  2026-03-10 child section_47_enquiry.ended
",
    );
    assert_eq!(told.found("child", "enquiry-outcome-missing", "2026-03-12").len(), 1);
    let rule = rules::findings::finding("enquiry-outcome-missing").unwrap();
    assert_eq!(rule.for_whom, [rules::Audience::Worker, rules::Audience::Manager]);
}

#[test]
fn f042_risk_that_continues_needs_danger_goal_scale_and_conference() {
    let told = child();
    let outcome = "
recording by manager as team_manager
  2026-03-20 child section_47_enquiry.completed
    outcome: substantiated_continuing_risk
    findings: The bruises were made by an adult's hand
    decided_by: manager
";
    let lacks = told.lacks(outcome);
    assert_eq!(
        lacks.iter().filter_map(|one| one.field).collect::<Vec<_>>(),
        ["dangers", "conference_requested", "past_harm", "protects", "weighing"]
    );
    let danger = "    dangers:\n      - statement: Mum and school fear that Dad will hit Jago when he drinks\n        safety_goal: Dad sees Jago with Nan there, for three months\n        scale: 3\n    conference_requested: yes\n";
    let weighed = "    past_harm: Bruises in January too\n    protects: Nan, two doors away\n    weighing: Safe while Nan is there, and not otherwise\n";
    assert_eq!(told.lacks(&format!("{outcome}{danger}{weighed}")), []);
    let before = outcome.replace("2026-03-20", "2025-12-31");
    assert_eq!(told.lacks(&format!("{before}{danger}")), [], "an outcome of before the forms asked");
}

#[test]
fn f076_an_acute_medical_unanswered_goes_to_worker_and_health_lead() {
    let told = Told::by(
        "
recording by worker as social_worker
  2026-03-02 14:00 child medical.requested
    medical_kind: acute
",
    );
    assert!(told.found("child", "medical-unanswered", "2026-03-02").is_empty());
    assert_eq!(told.found("child", "medical-unanswered", "2026-03-03").len(), 1);
    let rule = rules::findings::finding("medical-unanswered").unwrap();
    assert_eq!(rule.for_whom, [rules::Audience::Worker, rules::Audience::Health]);
}

#[test]
fn f082_an_enquiry_of_a_team_without_the_function_stands_and_goes_to_the_head() {
    let told = Told::with_staff(
        "
recording by head as head_of_service
  2025-01-01 team team.opened
    name: Disabled children's team
recording by manager as team_manager
  2026-03-02 child section_47_enquiry.started
    team: team
",
    );
    let said = told.because("child", "team-without-function", "2026-03-02");
    assert!(said[0].contains("asked to lead with them"), "{said:?}");
    assert_eq!(told.about("child", |circle| circle.timeline.enquiries.len()), 1, "the enquiry stands");
    let rule = rules::findings::finding("team-without-function").unwrap();
    assert_eq!(rule.for_whom, [rules::Audience::Head]);
}
