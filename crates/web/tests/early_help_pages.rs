//! Early help on the pages where people meet it: the hub, the directory, the plan, steps up and down. Today is 1 April
//! 2026.

mod common;
#[expect(dead_code, reason = "these tests need only some of it")]
mod organised;

use organised::*;

const CONTACT: &str = "
recording by martin-eddy as front_door_manager
  2026-03-31 tegen contact.received
    referrer_name: Tom Ferris
    agency: school
    worry: Late each Monday
";

fn decision<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut pairs = vec![
        ("about", "tegen"),
        ("tegen.level_of_need", "early_help"),
        ("shared.outcome", "no_further_action"),
        ("shared.refusal", "below_threshold"),
        ("tegen.history_weighed", "None was found"),
        ("shared.reason", "Mornings are hard; nothing points to harm"),
        ("shared.help_offered", "Talked through"),
        ("tegen.signs_found", "Lateness"),
        ("shared.decided_by", "martin-eddy"),
        ("do", "submit"),
    ];
    pairs.extend(more);
    pairs
}

#[tokio::test]
async fn f013_a_need_below_the_threshold_ends_in_a_request_at_the_hub_or_in_a_reason() {
    let county = county(&(child("tegen", "Tegen Nance") + CONTACT));
    let refused = county.post("martin-eddy", "/forms/contact_decision", &decision(&[])).await;
    assert_eq!(refused.status, 422, "{}", refused.text);
    assert!(
        refused.text.contains("Say where early help for Tegen comes from, or why there is none"),
        "{}",
        refused.text
    );
    let unasked = [("shared.early_help_destination", "Mornings together")];
    let refused = county.post("martin-eddy", "/forms/contact_decision", &decision(&unasked)).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.text.contains("Say who in the family agreed to early help for Tegen"),
        "{}",
        refused.text
    );
    let whole = [
        ("shared.early_help_destination", "Mornings together"),
        ("shared.early_help_consent", "Her mother, to a morning worker"),
    ];
    let decided = county.post("martin-eddy", "/forms/contact_decision", &decision(&whole)).await;
    assert_eq!(decided.status, 303, "{}", decided.text);
    let hub = county.get("martin-eddy", "/early-help").await;
    is_page(&hub);
    assert!(hub.text.contains("1 request waits for a service"), "{}", hub.text);
    assert!(row(&hub.text, "Tegen Nance").contains("Mornings are hard"), "a request has opened at the hub");
    let taken = [("about", "tegen"), ("shared.service", "Mornings together"), ("do", "submit")];
    let taken = county.post("martin-eddy", "/forms/early_help_allocation", &taken).await;
    assert_eq!(taken.status, 303, "{}", taken.text);
    let hub = county.get("martin-eddy", "/early-help").await;
    assert!(hub.text.contains("No request waits for a service"), "it stays open until a service takes it on");
    let figure = "/performance/below_threshold_with_destination?from=2026-04-01&to=2026-04-01";
    assert!(county.get("helen-marrack", figure).await.text.contains("1 of 1"));
}

#[tokio::test]
async fn f013_a_reason_for_none_passes_and_opens_nothing() {
    let county = county(&(child("tegen", "Tegen Nance") + CONTACT));
    let none = [("shared.no_early_help_reason", "Her aunt has moved in and they want no one else")];
    let decided = county.post("martin-eddy", "/forms/contact_decision", &decision(&none)).await;
    assert_eq!(decided.status, 303, "{}", decided.text);
    assert!(county.get("martin-eddy", "/early-help").await.text.contains("No request waits"));
}

#[tokio::test]
async fn f022_an_assessment_of_facts_alone_is_saved_shows_the_check_and_the_hub_may_send_it_back() {
    let county = county(&child("tegen", "Tegen Nance"));
    let facts = [
        ("about", "tegen"),
        ("shared.lead_name", "Tom Ferris"),
        ("shared.agency", "school"),
        ("tegen.facts", "Late on nine Mondays of twelve, hungry on four, says that nobody wakes her"),
        ("tegen.needs.0.need", "To be at school on time"),
        ("shared.occurred.quick", "today"),
        ("do", "submit"),
    ];
    let saved = county.post("martin-eddy", "/forms/early_help_assessment", &facts).await;
    assert_eq!(saved.status, 303, "it saves: {}", saved.text);
    let check = "says nothing of what the facts mean for the child";
    assert!(county.get("martin-eddy", "/people/tegen/work").await.text.contains(check), "the check is shown");
    let list = county.get("martin-eddy", "/lists/early-help?scope=service").await;
    is_page(&list);
    let line = row(&list.text, check);
    assert!(
        line.contains("/forms/early_help_assessment_return?about=tegen"),
        "the hub holds a return task: {line}"
    );
    let back = [
        ("about", "tegen"),
        ("shared.reason", "Say what nine Mondays mean for her"),
        ("shared.occurred.quick", "today"),
        ("do", "submit"),
    ];
    assert_eq!(county.post("martin-eddy", "/forms/early_help_assessment_return", &back).await.status, 303);
    assert!(!county.get("martin-eddy", "/lists/early-help?scope=service").await.text.contains(check));
}

const IN_NEED: &str = "
recording by hannah-pascoe as social_worker
  2026-03-03 tegen assessment.started
  2026-03-20 tegen child_in_need_plan.agreed
    outcomes: She is at school on time
    actions:
      - need: To be at school on time
        what: An alarm clock and a lift
        owner_name: Demelza Nance
";

const STEP_DOWN: [(&str, &str); 8] = [
    ("about", "tegen"),
    ("shared.reason", "Mornings work, most days"),
    ("tegen.plan", "The lift goes on, and the school rings if she is late twice"),
    ("shared.to_service", "Mornings together"),
    ("shared.handover", "Her aunt drives; her mother finds Mondays hard"),
    ("shared.consent", "Her mother"),
    ("shared.decided_by", "ruth-tregear"),
    ("do", "submit"),
];

#[tokio::test]
async fn f023_a_step_down_without_a_lead_is_refused_and_with_one_is_looked_back_at_in_three_months() {
    let opened = child("tegen", "Tegen Nance") + &open_case("tegen", "2026-03-02", WEST) + IN_NEED;
    let county = county(&opened);
    let refused = county.post("ruth-tregear", "/forms/step_down", &STEP_DOWN).await;
    assert_eq!(refused.status, 422, "{}", refused.text);
    assert!(
        refused.text.contains("Name the lead professional for Tegen, or say why there is none"),
        "{}",
        refused.text
    );
    let mut led = STEP_DOWN.to_vec();
    led.push(("shared.lead_name", "Tom Ferris"));
    let decided = county.post("ruth-tregear", "/forms/step_down", &led).await;
    assert_eq!(decided.status, 303, "{}", decided.text);
    let hub = county.get("ruth-tregear", "/early-help").await;
    let check = hub.text.rsplit("Looks back after a step down").next().unwrap_or_default();
    assert!(row(check, "Tegen Nance").contains("1 Apr 2026"), "a look back is due: {check}");
    let work = county.get("hannah-pascoe", "/people/tegen/work").await;
    assert!(
        work.text.contains("1 July 2026") || work.text.contains("1 Jul 2026"),
        "in three months: {}",
        work.text
    );
    let close = [
        ("about", "tegen"),
        ("tegen.closure_reason", "RC9"),
        ("tegen.child_seen_on", "30/3/2026"),
        ("tegen.analysis", "a"),
        ("shared.reason", "r"),
        ("tegen.outcome", "o"),
        ("tegen.childs_views", "v"),
        ("shared.support_after", "s"),
        ("shared.told", "t"),
        ("shared.decided_by", "ruth-tregear"),
        ("do", "submit"),
    ];
    let early = county.post("ruth-tregear", "/forms/closure", &close).await;
    assert!(
        early.text.contains("Early help has not accepted Tegen yet: nothing closes until it has"),
        "{}",
        early.text
    );
    let accepted = [("about", "tegen"), ("shared.lead_name", "Tom Ferris"), ("do", "submit")];
    let accepted = county.post("martin-eddy", "/forms/step_down_accepted", &accepted).await;
    assert_eq!(accepted.status, 303, "{}", accepted.text);
    let later = county.post("ruth-tregear", "/forms/closure", &close).await;
    assert!(
        !later.text.contains("Early help has not accepted Tegen"),
        "its other gates still hold: {}",
        later.text
    );
}

#[tokio::test]
async fn a_plan_moves_from_early_help_to_social_care_without_being_typed_again() {
    let helped = "
recording by martin-eddy as front_door_manager
  2026-02-02 tegen early_help_episode.started
    lead_name: Tom Ferris
    consent: Her mother, to school and nurse talking
  2026-02-02 tegen early_help_plan.agreed
    outcomes: She is at school on time
    actions:
      - need: To be at school on time
        what: An alarm clock and a lift
        owner_name: Demelza Nance
        by: 2026-05-01
  2026-03-16 tegen team_around_family.met
    progress: same
  2026-03-16 tegen outcome.rated
    need: To be at school on time
    workers_rating: same
";
    let county = county(&(child("tegen", "Tegen Nance") + helped));
    let plan = county.get("martin-eddy", "/people/tegen/plan").await;
    is_page(&plan);
    for words in ["Early help plan", "Tom Ferris", "An alarm clock and a lift", "the same on 16 Mar 2026"] {
        assert!(plan.text.contains(words), "{words}: {}", plan.text);
    }
    let asked = [
        ("about", "tegen"),
        ("shared.reason", "Alone for two nights"),
        ("shared.handover", "Her aunt drives"),
        ("do", "submit"),
    ];
    assert_eq!(county.post("martin-eddy", "/forms/step_up", &asked).await.status, 303);
    let hub = county.get("ruth-tregear", "/early-help").await;
    assert!(row(&hub.text, "Alone for two nights").contains("/forms/step_up_accepted?about=tegen"));
    let next = [("about", "tegen"), ("shared.note", "Hannah visits today"), ("do", "submit")];
    let taken = county.post("ruth-tregear", "/forms/step_up_accepted", &next).await;
    assert_eq!(taken.status, 303, "{}", taken.text);
    let timeline = county.get("ruth-tregear", "/people/tegen/timeline").await;
    assert!(timeline.text.contains("Referral"), "an accepted step up is a referral: {}", timeline.text);
    let form = county.get("hannah-pascoe", "/forms/need_plan?about=tegen").await;
    assert!(form.text.contains("An alarm clock and a lift"), "what early help agreed is not typed again");
    assert!(
        !county.get("ruth-tregear", "/early-help").await.text.contains("/forms/step_up_accepted?about=tegen")
    );
}

#[tokio::test]
async fn a_service_is_listed_used_withdrawn_and_its_gaps_are_shown() {
    let opened = child("tegen", "Tegen Nance") + &open_case("tegen", "2026-03-02", WEST) + IN_NEED;
    let county = county(&opened);
    let gap = county.get("martin-eddy", "/services").await;
    is_page(&gap);
    assert!(row(&gap.text, "To be at school on time").contains("West team"), "{}", gap.text);
    let nameless = county
        .post("martin-eddy", "/services", &[("for_needs", "school mornings"), ("capacity", "many")])
        .await;
    assert_eq!(nameless.status, 422, "{}", nameless.text);
    assert!(
        nameless.text.contains("Say what the service is called") && nameless.text.contains("school mornings")
    );
    let listed = [
        ("name", "Mornings together"),
        ("for_needs", "school mornings"),
        ("area", "West"),
        ("capacity", "2"),
    ];
    let listed = county.post("martin-eddy", "/services", &listed).await;
    assert_eq!(listed.status, 303, "{}", listed.text);
    let asked = [
        ("about", "tegen"),
        ("shared.service_name", "Mornings together"),
        ("tegen.need", "To be at school on time"),
        ("tegen.score", "4"),
        ("shared.occurred.quick", "today"),
        ("do", "submit"),
    ];
    assert_eq!(county.post("hannah-pascoe", "/forms/service_referral", &asked).await.status, 303);
    let page = county.get("martin-eddy", "/services").await;
    let line = row(&page.text, "Mornings together");
    assert!(line.contains("1 of 2; 1 waiting"), "{line}");
    assert!(!page.text.contains("<td>To be at school on time"), "the need is met by a listed service");
    assert!(page.text.contains("Every open need is one that some listed service meets"), "{}", page.text);
    let id =
        line.split("/forms/service_withdrawn?about=").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let gone = [("about", id), (&*format!("{id}.reason"), "The hall is sold"), ("do", "submit")];
    let gone = county.post("martin-eddy", "/forms/service_withdrawn", &gone).await;
    assert_eq!(gone.status, 303, "{}", gone.text);
    let page = county.get("martin-eddy", "/services").await;
    assert!(page.text.contains("Withdrawn") && row(&page.text, "Mornings together").contains("1 Apr 2026"));
}

#[tokio::test]
async fn a_session_stands_in_the_chronology_and_is_no_statutory_visit() {
    let opened = child("tegen", "Tegen Nance")
        + &open_case("tegen", "2026-03-30", WEST)
        + "
recording by hannah-pascoe as social_worker
  2026-03-31 tegen service.session_held
    service_name: Mornings together
    what: Walked to school
    child_there: yes
  2026-03-02 tegen service.engagement_recorded
    service_name: Young carers’ group
    engagement: not_taken_up
    offer_again_on: 2026-03-20
";
    let county = county(&opened);
    let timeline = county.get("hannah-pascoe", "/people/tegen/timeline").await;
    assert!(timeline.text.contains("Walked to school"), "{}", timeline.text);
    let work = county.get("hannah-pascoe", "/people/tegen/work").await;
    assert!(
        work.text.contains("See the child for the first time"),
        "the first visit is still owed: {}",
        work.text
    );
    let list = county.get("ruth-tregear", "/lists/services-not-taken-up").await;
    assert!(
        list.text.contains("Young carers’ group was to be offered to Tegen again on 20 March 2026"),
        "{}",
        list.text
    );
}
