//! Risk, plans of need and closing, on the pages where people meet them. Today is 1 April 2026.

mod common;
#[expect(dead_code, reason = "these tests need only some of it")]
mod organised;

use common::{Answer, County};
use organised::*;

fn tegen(more: &str) -> String {
    child("tegen", "Tegen Nance") + &open_case("tegen", "2026-03-02", WEST) + more
}

/// Tegen's assessment, finished, with two needs.
const ASSESSED: &str = "
recording by hannah-pascoe as social_worker
  2026-03-03 tegen assessment.started
  2026-03-20 tegen assessment.completed
    outcome: child_in_need
    needs:
      - need: To be fed and warm
      - need: To be at school on time
recording by ruth-tregear as team_manager
  2026-03-23 tegen assessment.signed_off
    outcome: child_in_need
";

const WEIGHED: &str = "
recording by hannah-pascoe as social_worker
  2026-03-25 tegen risk_assessment.completed
    dangers:
      - statement: That she is hungry and alone at night again
        safety_goal: An adult is there every night
        scale: 7
    past_harm: Four nights alone in January
    protects: Her aunt, next door
    weighing: Safe while her aunt is there
  2026-03-26 tegen chronology.reviewed
    pattern: Worse each winter
";

const WHOLE_PLAN: [(&str, &str); 14] = [
    ("about", "tegen"),
    ("tegen.outcomes", "Tegen eats at home every day"),
    ("tegen.actions.0.need", "To be fed and warm"),
    ("tegen.actions.0.what", "Fill the meter each Monday"),
    ("tegen.actions.0.owner_name", "Demelza Nance"),
    ("tegen.actions.0.by", "20/4/2026"),
    ("tegen.actions.0.outcome", "The house is warm"),
    ("tegen.actions.0.measure", "Seen on each visit"),
    ("tegen.visit_every_working_days", "20"),
    ("tegen.review_on", "1/7/2026"),
    ("tegen.contingency", "If she is alone at night again we meet on the next day"),
    ("tegen.parents_version", "You asked for help with the meter. This is who does what."),
    ("tegen.parents_read_on", "1/4/2026"),
    ("do", "submit"),
];

/// A form sent without the fields whose names hold any of these words.
async fn sent(county: &County, who: &str, form: &str, pairs: &[(&str, &str)], without: &[&str]) -> Answer {
    let kept = pairs.iter().filter(|(name, _)| !without.iter().any(|out| name.contains(out)));
    county.post(who, &format!("/forms/{form}"), &kept.copied().collect::<Vec<_>>()).await
}

#[tokio::test]
async fn f065_a_plan_without_a_measure_or_a_contingency_is_refused_and_vague_words_are_only_a_hint() {
    let county = county(&tegen(&format!("{ASSESSED}{WEIGHED}")));
    let refused = sent(&county, "hannah-pascoe", "need_plan", &WHOLE_PLAN, &["measure", "contingency"]).await;
    assert_eq!(refused.status, 422, "{}", refused.text);
    assert!(refused.text.contains("How we shall know"), "{}", refused.text);
    assert!(refused.text.contains("What is done if the plan fails?"), "{}", refused.text);
    let unread = sent(&county, "hannah-pascoe", "need_plan", &WHOLE_PLAN, &["parents_read_on"]).await;
    assert_eq!(unread.status, 422);
    let mut vague = WHOLE_PLAN.to_vec();
    vague[3] = ("tegen.actions.0.what", "Mother to engage with support as appropriate");
    let recorded = sent(&county, "hannah-pascoe", "need_plan", &vague, &[]).await;
    assert_eq!(recorded.status, 303, "words are advised on, never refused: {}", recorded.text);
    let shown = county.get("hannah-pascoe", "/people/tegen/plan").await;
    is_page(&shown);
    for words in
        ["Need: To be fed and warm", "If she is alone at night again", "You asked for help with the meter"]
    {
        assert!(shown.text.contains(words), "{words}");
    }
}

#[tokio::test]
async fn f042_a_plan_rests_on_a_weighing_of_risk() {
    let county = county(&tegen(ASSESSED));
    let refused = sent(&county, "hannah-pascoe", "need_plan", &WHOLE_PLAN, &[]).await;
    assert_eq!(refused.status, 422, "{}", refused.text);
    assert!(refused.text.contains("Tegen has no risk assessment"), "{}", refused.text);
    assert!(refused.text.contains("Fill the meter each Monday"), "what was typed is kept");
}

#[tokio::test]
async fn f042_an_enquiry_s_outcome_without_danger_or_scale_is_refused_naming_them() {
    let begun = format!("{DISCUSSED}  2026-03-27 tegen section_47_enquiry.started\n");
    let county = county(&tegen(&begun));
    let whole = [
        ("about", "tegen"),
        ("shared.ended_on", "1/4/2026"),
        ("tegen.child_seen_on", "1/4/2026"),
        ("tegen.outcome", "substantiated_continuing_risk"),
        ("tegen.findings", "She was alone four nights"),
        ("tegen.dangers.0.statement", "Alone at night, she may be hurt"),
        ("tegen.dangers.0.safety_goal", "An adult is there every night"),
        ("tegen.dangers.0.scale", "3"),
        ("tegen.past_harm", "Four nights alone"),
        ("tegen.protects", "Her aunt, next door"),
        ("tegen.weighing", "Not safe at night unless her aunt comes"),
        ("tegen.conference_requested", "yes"),
        ("shared.decided_by", "ruth-tregear"),
        ("do", "submit"),
    ];
    let refused = sent(&county, "ruth-tregear", "enquiry_outcome", &whole, &["dangers"]).await;
    assert_eq!(refused.status, 422, "{}", refused.text);
    assert!(refused.text.contains("say what Tegen is in danger of"), "{}", refused.text);
    let unscaled = sent(&county, "ruth-tregear", "enquiry_outcome", &whole, &["scale"]).await;
    assert_eq!(unscaled.status, 422);
    assert!(unscaled.text.contains("How safe now, 0 to 10"), "{}", unscaled.text);
    let unweighed = sent(&county, "ruth-tregear", "enquiry_outcome", &whole, &["protects", "weighing"]).await;
    assert_eq!(unweighed.status, 422);
    let recorded = sent(&county, "ruth-tregear", "enquiry_outcome", &whole, &[]).await;
    assert_eq!(recorded.status, 303, "{}", recorded.text);
}

const CLOSED: [(&str, &str); 20] = [
    ("about", "tegen"),
    ("tegen.closure_reason", "RC7"),
    ("shared.reason", "The house is warm and her aunt is there"),
    ("tegen.child_seen_on", "30/3/2026"),
    ("tegen.analysis", "Four nights alone in January, none since her aunt moved in"),
    ("tegen.outcome", "She eats and sleeps"),
    ("tegen.childs_views", "It is warm now"),
    ("shared.support_after", "Her aunt and the school"),
    ("shared.told", "Her mother, by hand"),
    ("shared.decided_by", "ruth-tregear"),
    ("tegen.needs.0.need", "To be fed and warm"),
    ("tegen.needs.0.outcome", "She is"),
    ("tegen.needs.0.workers_rating", "met"),
    ("tegen.needs.0.familys_rating", "met"),
    ("tegen.needs.1.need", "To be at school on time"),
    ("tegen.needs.1.outcome", "Most days"),
    ("tegen.needs.1.workers_rating", "better"),
    ("tegen.needs.1.no_family_rating", "Her mother did not want to say"),
    ("tegen.needs.1.offer", "A walking bus, by the school"),
    ("do", "submit"),
];

#[tokio::test]
async fn f043_a_case_without_risk_assessment_or_a_chronology_read_stays_open_and_says_what_is_missing() {
    let county = county(&tegen(ASSESSED));
    let silent = sent(&county, "ruth-tregear", "closure", &CLOSED, &["analysis"]).await;
    assert_eq!(silent.status, 422);
    assert!(silent.text.contains("What do Tegen’s history and the risk today come to?"), "{}", silent.text);
    let refused = sent(&county, "ruth-tregear", "closure", &CLOSED, &[]).await;
    assert_eq!(refused.status, 422, "{}", refused.text);
    for words in ["Tegen has no risk assessment", "Nobody has read through Tegen’s chronology"] {
        assert!(refused.text.contains(words), "{words}: {}", refused.text);
    }
    assert!(county.get("hannah-pascoe", "/work").await.text.contains("Tegen"), "the case is open");
}

#[tokio::test]
async fn f024_f049_a_closure_opens_with_each_need_and_is_refused_until_each_is_answered() {
    let county = county(&tegen(&format!("{ASSESSED}{WEIGHED}")));
    let form = county.get("ruth-tregear", "/forms/closure?about=tegen").await;
    is_page(&form);
    for need in ["To be fed and warm", "To be at school on time"] {
        assert!(form.text.contains(need), "the need is not typed again: {need}");
    }
    let unrated =
        sent(&county, "ruth-tregear", "closure", &CLOSED, &["needs.0.workers", "needs.0.familys"]).await;
    assert_eq!(unrated.status, 422);
    assert!(unrated.text.contains("“To be fed and warm”: say what became of this need"), "{}", unrated.text);
    let unanswered = sent(&county, "ruth-tregear", "closure", &CLOSED, &["needs.1.offer"]).await;
    assert_eq!(unanswered.status, 422);
    assert!(
        unanswered.text.contains("“To be at school on time”: this need of Tegen is not met"),
        "{}",
        unanswered.text
    );
    assert!(!unanswered.text.contains("“To be fed and warm”: "), "a need that is met asks for no offer");
    let recorded = sent(&county, "ruth-tregear", "closure", &CLOSED, &[]).await;
    assert_eq!(recorded.status, 303, "{}", recorded.text);
    let figure = county.get("helen-marrack", "/performance/closures_with_better_outcomes").await;
    is_page(&figure);
    assert!(figure.text.contains("100"), "the outcome rate counts it");
    let closures = county.get("ruth-tregear", "/lists/closures").await;
    assert!(
        closures.text.contains("To be at school on time") && closures.text.contains("1 of 1"),
        "{}",
        closures.text
    );
}

#[tokio::test]
async fn f054_new_risks_stand_oldest_first_with_hours_until_weighed() {
    let (mut told, mut names, mut known) = (String::new(), String::new(), String::new());
    let risks = [("jory", "2026-03-28 09:00"), ("kerra", "2026-03-30 09:00"), ("tegen", "2026-03-31 09:00")];
    for (id, at) in risks {
        if id != "tegen" {
            known += &child(id, &format!("{}{} Nance", id[..1].to_uppercase(), &id[1..]));
            names += &open_case(id, "2026-03-02", WEST);
        }
        told += &format!(
            "recording by hannah-pascoe as social_worker\n  {at} {id} risk.increased\n    what: Alone again\n"
        );
    }
    let tegen = child("tegen", "Tegen Nance");
    let case = open_case("tegen", "2026-03-02", WEST);
    let county = county(&format!("{known}{tegen}{names}{case}{told}"));
    for who in ["hannah-pascoe", "ruth-tregear", "helen-marrack"] {
        let list = county.get(who, "/lists/unassessed-risks").await;
        is_page(&list);
        let at = |name: &str| {
            list.text.find(&format!("to {name} and the risk")).unwrap_or_else(|| panic!("{who}: {name}"))
        };
        assert!(
            at("Jory") < at("Kerra") && at("Kerra") < at("Tegen"),
            "{who}: the longest wait stands first"
        );
        assert!(row(&list.text, "to Jory and the risk").contains("hours waited"), "{}", list.text);
    }
    let weighed = [
        ("about", "jory"),
        ("jory.dangers.0.statement", "Alone at night, he may be hurt"),
        ("jory.dangers.0.safety_goal", "An adult is there"),
        ("jory.dangers.0.scale", "4"),
        ("jory.past_harm", "None was found"),
        ("jory.protects", "His aunt"),
        ("jory.weighing", "Safe tonight"),
        ("shared.occurred.quick", "today"),
        ("do", "submit"),
    ];
    let recorded = county.post("hannah-pascoe", "/forms/risk_assessment", &weighed).await;
    assert_eq!(recorded.status, 303, "{}", recorded.text);
    let list = county.get("hannah-pascoe", "/lists/unassessed-risks").await;
    assert!(!list.text.contains("to Jory and the risk") && list.text.contains("to Kerra and the risk"));
}

#[tokio::test]
async fn f053_a_risk_that_rose_is_before_worker_and_manager_until_a_reasoned_decision() {
    let rose = "
recording by hannah-pascoe as social_worker
  2026-03-27 tegen risk.increased @rose
    what: Alone for two nights
";
    let noticed =
        "“Alone for two nights” raised the risk to Tegen, and neither a strategy discussion was held";
    let county1 = county(&tegen(rose));
    for who in ["hannah-pascoe", "ruth-tregear"] {
        assert!(county1.get(who, "/work").await.text.contains(noticed), "{who}");
    }
    assert!(county1.get("ruth-tregear", "/lists/strategy-not-considered").await.text.contains(noticed));
    let decided = "
recording by ruth-tregear as team_manager
  2026-03-31 tegen management_decision.made
    decision: No discussion now
    reason: Her aunt has moved in
    in_answer_to: @rose
";
    let county2 = county(&tegen(&format!("{rose}{decided}")));
    for who in ["hannah-pascoe", "ruth-tregear"] {
        assert!(!county2.get(who, "/work").await.text.contains(noticed), "{who}");
    }
}

#[tokio::test]
async fn f031_of_two_children_with_one_plan_only_the_other_is_listed_and_a_copied_plan_is_marked_on_both() {
    let both = |text: &str| format!("{text}{}", text.replace("tegen", "jory").replace("Tegen", "Jory"));
    let home = "recording by hannah-pascoe as social_worker\n  2026-03-02 tegen household.joined\n    household: \
                well-lane\n";
    let opened = both(&child("tegen", "Tegen Nance"))
        + &both(&open_case("tegen", "2026-03-02", WEST))
        + &both(home)
        + &both(&ASSESSED.replace("2026-03-23", "2026-03-20"));
    let plan = "recording by hannah-pascoe as social_worker\n  2026-03-25 tegen child_in_need_plan.agreed\n    outcomes: \
                Tegen eats breakfast at home every day and is warm at night\n    actions:\n      - what: Fill the \
                meter each Monday before dark and show the worker\n";
    let one = county(&format!("{opened}{plan}"));
    let list = one.get("ruth-tregear", "/lists/children-without-plan").await;
    is_page(&list);
    assert!(list.text.contains("/people/jory") && !list.text.contains("/people/tegen"), "{}", list.text);
    let copied = county(&format!("{opened}{}", both(plan)));
    let list = copied.get("ruth-tregear", "/lists/children-without-plan").await;
    assert!(list.text.contains("The plan of Jory is in the same words as that of Tegen"), "{}", list.text);
    assert!(list.text.contains("The plan of Tegen is in the same words as that of Jory"));
}

#[tokio::test]
async fn f041_a_child_past_assessment_without_a_plan_shows_on_the_record_and_the_team_s_list() {
    let county = county(&tegen(ASSESSED));
    let record = county.get("hannah-pascoe", "/people/tegen").await;
    is_page(&record);
    assert!(record.text.contains("without a plan since 23 March 2026"), "{}", record.text);
    assert!(record.text.contains("/forms/need_plan?about=tegen"), "with the form that mends it");
    let list = county.get("ruth-tregear", "/lists/children-without-plan").await;
    assert!(row(&list.text, "Tegen Nance").contains("without a plan since"));
}

#[tokio::test]
async fn f073_a_plan_that_does_not_move_shows_drift_and_the_challenge_falls_to_the_chair_s_manager() {
    let chair = "
recording by helen-marrack as head_of_service
  2025-01-06 mary-vosper person.identified
    category: professional
    full_name: Mary Vosper
  2025-01-06 mary-vosper post.filled
    role: conference_chair
    manager: helen-marrack
";
    let plan = |action: &str| {
        format!(
            "
recording by mary-vosper as conference_chair
  2025-06-02 tegen child_protection_plan.started
    category: NEG
  2025-06-02 tegen safety_goal.scaled
    scale: 4
  2025-06-02 tegen action.assigned
    action:
      what: Fill the meter
recording by mary-vosper as conference_chair
  2025-09-01 tegen safety_goal.scaled
    scale: 4
  2025-09-01 tegen conference.held
    conference_type: review
    chair: mary-vosper
{action}
recording by mary-vosper as conference_chair
  2026-02-23 tegen safety_goal.scaled
    scale: 4
  2026-02-23 tegen conference.held
    conference_type: review
    chair: mary-vosper
"
        )
    };
    let opened = child("tegen", "Tegen Nance") + chair + &open_case("tegen", "2025-05-12", WEST);
    let drifts = county(&format!("{opened}{}", plan("")));
    let list = drifts.get("ruth-tregear", "/lists/plans-drifting").await;
    is_page(&list);
    assert!(list.text.contains("4 of 10 again"), "{}", list.text);
    assert!(
        list.text.contains("Mary Vosper has raised no challenge about the plan of Tegen"),
        "{}",
        list.text
    );
    let work = drifts.get("mary-vosper", "/work").await;
    assert!(work.text.contains("4 of 10 again"), "the chair has it: {}", work.text);
    let manager = drifts.get("helen-marrack", "/work").await;
    assert!(
        manager.text.contains("Mary Vosper has raised no challenge"),
        "and the chair’s manager: {}",
        manager.text
    );
    let done = "recording by hannah-pascoe as social_worker\n  2025-12-01 tegen action.completed\n    what: Fill the meter\n";
    let moved = county(&format!("{opened}{}", plan(done)));
    let list = moved.get("ruth-tregear", "/lists/plans-drifting").await;
    assert!(!list.text.contains("4 of 10 again"), "one action done prevents it");
}
