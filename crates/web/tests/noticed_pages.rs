//! What the rules notice, where those who must act see it: My work, the lists, the child's own pages.

mod common;
mod organised;

use common::County;
use organised::*;

/// Tegen Nance, opened on a day and given to Hannah Pascoe.
fn tegen(day: &str) -> String {
    child("tegen", "Tegen Nance") + &open_case("tegen", day, WEST)
}

/// Whether somebody's page holds Tegen's name and these words.
async fn before(county: &County, who: &str, path: &str, words: &str) -> bool {
    let page = county.get(who, path).await;
    assert_eq!(page.status, 200, "{who} may see {path}: {}", page.text);
    page.text.split("<tr").any(|row| row.contains("Tegen Nance") && row.contains(words))
}

#[tokio::test]
async fn f018_a_concern_with_nothing_linked_is_before_the_manager_until_an_action_answers_it() {
    let concern = tegen("2026-03-02")
        + "recording by hannah-pascoe as social_worker at 2026-03-30T09:00:00Z\n  2026-03-30 tegen concern.recorded @concern\n    what: Bruise on the arm\n";
    let answered = format!(
        "{concern}recording by ruth-tregear as team_manager at 2026-03-31T09:00:00Z\n  2026-03-31 tegen management_decision.made\n    in_answer_to: @concern\n"
    );
    let noticed = "Concern of harm with nothing linked";
    assert!(before(&county(&concern), "ruth-tregear", "/work", noticed).await);
    assert!(!before(&county(&answered), "ruth-tregear", "/work", noticed).await, "the decision clears it");
}

#[tokio::test]
async fn f037_ten_entries_stand_in_order_untyped_and_an_unread_chronology_is_listed() {
    let mut text = tegen("2025-09-01") + "recording by hannah-pascoe as social_worker\n";
    for day in (10..17).rev() {
        text.push_str(&format!(
            "  2025-09-{day} tegen visit.made\n    purpose: assessment\n    aim: Seen on day {day}\n"
        ));
    }
    let county = county(&text);
    let page = county.get("hannah-pascoe", "/people/tegen/timeline").await;
    is_page(&page);
    let shown: Vec<&str> =
        page.text.match_indices("Seen on day ").map(|(at, _)| &page.text[at..at + 14]).collect();
    let mut days = shown.clone();
    days.dedup();
    assert_eq!(days.len(), 7, "all seven visits stand: {days:?}");
    let sorted = days.is_sorted() || days.iter().rev().is_sorted();
    assert!(sorted, "in the order in which they happened: {days:?}");
    assert_eq!(
        page.text.matches("id=\"e").count(),
        11,
        "with the referral, its decision, the allocation and who she is"
    );
    assert!(before(&county, "hannah-pascoe", "/work", "Chronology not reviewed").await);
}

#[tokio::test]
async fn f038_five_signs_of_one_harm_in_a_year_show_as_a_pattern() {
    let mut text = tegen("2025-08-01");
    let sign = |month: u8| {
        format!(
            "recording by hannah-pascoe as social_worker\n  2025-{month:02}-10 tegen concern.recorded\n    kind_of_harm: NEG\n"
        )
    };
    (8..12).for_each(|month| text.push_str(&sign(month)));
    let noticed = "5 of neglect";
    let four = county(&text).get("hannah-pascoe", "/people/tegen/work").await;
    is_page(&four);
    assert!(!four.text.contains(noticed), "four make no pattern");
    let five = county(&(text + &sign(12))).get("hannah-pascoe", "/people/tegen/work").await;
    assert!(five.text.contains(noticed), "five do");
}

#[tokio::test]
async fn f046_a_visit_without_the_interpreter_asked_for_stands_and_shows() {
    let text = tegen("2026-03-02")
        + "recording by martin-eddy as front_door_manager\n  2026-03-02 tegen contact.received\n    interpreter_language: Polish\n\
           recording by hannah-pascoe as social_worker\n  2026-03-04 tegen visit.made\n    seen: yes\n    aim: First visit\n";
    let county = county(&text);
    assert!(
        county.get("hannah-pascoe", "/people/tegen/timeline").await.text.contains("First visit"),
        "the visit stands"
    );
    assert!(county.get("hannah-pascoe", "/people/tegen/work").await.text.contains("Polish"), "the gap shows");
    assert!(before(&county, "hannah-pascoe", "/work", "Polish").await);
}

#[tokio::test]
async fn f050_a_paper_file_shows_its_place_and_is_counted_until_it_is_scanned() {
    let paper = tegen("2026-03-02")
        + "recording by hannah-pascoe as social_worker\n  2026-03-03 tegen paper_file.registered @file\n    title: Volume 1\n    place: Shelf 12\n";
    let page = county(&paper).get("hannah-pascoe", "/people/tegen").await;
    is_page(&page);
    assert!(page.text.contains("kept at Shelf 12") && page.text.contains("1 on paper, not scanned"));
    let list = county(&paper).get("ruth-tregear", "/lists/unscanned-paper").await;
    assert!(row(&list.text, "team=west-team").contains("<b>1</b>"));
}

#[tokio::test]
async fn f057_an_enquiry_visit_before_the_discussion_stands_and_the_hours_between_are_named() {
    let text = tegen("2026-03-02")
        + "recording by hannah-pascoe as social_worker\n  2026-03-03 10:00 tegen visit.made\n    purpose: enquiry\n\
           recording by hannah-pascoe as social_worker\n  2026-03-03 15:00 tegen strategy_discussion.held\n";
    let county = county(&text);
    let list = county.get("ruth-tregear", "/lists/strategy-discussions").await;
    is_page(&list);
    let rows: Vec<&str> = list.text.split("<tr").filter(|row| row.contains("5 hours before")).collect();
    assert!(rows.iter().any(|row| row.contains("Tegen Nance")), "{rows:?}");
    let record = county.get("ruth-tregear", "/people/tegen/timeline").await;
    assert!(record.text.contains("Visit") && record.text.contains("Strategy discussion"), "both stand");
}

#[tokio::test]
async fn f058_an_enquiry_ended_two_days_ago_without_outcome_is_before_worker_and_manager() {
    let ended = tegen("2026-03-02")
        + "recording by hannah-pascoe as social_worker\n  2026-03-20 tegen section_47_enquiry.started\n  2026-03-30 tegen section_47_enquiry.ended\n";
    let completed = format!(
        "{ended}recording by ruth-tregear as team_manager at 2026-03-31T12:00:00Z\n  2026-03-31 tegen section_47_enquiry.completed\n    outcome: not_substantiated\n"
    );
    let noticed = "Enquiry ended without an outcome";
    for who in ["hannah-pascoe", "ruth-tregear"] {
        assert!(before(&county(&ended), who, "/work", noticed).await, "{who}");
        assert!(!before(&county(&completed), who, "/work", noticed).await, "{who}");
    }
}

#[tokio::test]
async fn f064_a_new_plan_shows_the_earlier_one_and_raises_the_rate_by_that_child() {
    let first = tegen("2025-03-03")
        + "recording by helen-marrack as head_of_service\n  2025-03-03 tegen child_protection_plan.started\n    category: NEG\n  \
           2025-09-01 tegen child_protection_plan.ended\n    reason: The home was clean\n";
    let again = format!(
        "{first}recording by helen-marrack as head_of_service\n  2026-03-02 tegen child_protection_plan.started\n    category: EMO\n"
    );
    let path = "/performance/repeat_child_protection_plans?from=2025-04-01&to=2026-03-31";
    let (before, after) = (county(&first), county(&again));
    assert!(!before.get("helen-marrack", path).await.text.contains("Tegen Nance"), "one plan is no repeat");
    let figure = after.get("helen-marrack", path).await;
    is_page(&figure);
    let case = row(&figure.text, "Tegen Nance");
    for words in ["Neglect", "The home was clean", "days after"] {
        assert!(case.contains(words), "{words} opens from the figure: {case}");
    }
    let plan = after.get("hannah-pascoe", "/people/tegen/plan").await;
    is_page(&plan);
    assert!(plan.text.contains("The home was clean"), "the earlier plan shows at the new one");
}

#[tokio::test]
async fn f069_a_support_worker_s_visit_shows_as_support_and_the_statutory_visit_stays_due() {
    let text = tegen("2026-03-02")
        + "recording by helen-marrack as head_of_service\n  2026-03-02 tegen child_protection_plan.started\n    category: NEG\n  \
           2026-03-03 tegen child_protection_plan.revised\n    visit_every_working_days: 10\n  2026-03-04 tegen child_protection_plan.approved\n\
           recording by kit-bray as family_support_worker\n  2026-03-18 tegen visit.made\n    seen: yes\n";
    let own = format!(
        "{text}recording by hannah-pascoe as social_worker\n  2026-03-18 tegen visit.made\n    seen: yes\n"
    );
    let (support, statutory) = (county(&text), county(&own));
    let work = support.get("hannah-pascoe", "/people/tegen/work").await;
    assert!(work.text.contains("kept as support"), "it is shown as support");
    let overdue = async |county: &County| {
        let grid = county.get("hannah-pascoe", "/people/tegen/duties").await;
        let visit = grid.text.split("See the child under the protection plan, ").nth(1).unwrap_or_default();
        visit.split('<').next().unwrap_or_default().contains("overdue")
    };
    assert!(overdue(&support).await, "the visit that counts stays due");
    assert!(!overdue(&statutory).await, "her own social worker's visit meets it");
}

#[tokio::test]
async fn f070_a_plan_without_a_core_group_in_ten_working_days_is_before_worker_manager_and_chair() {
    let planned = tegen("2026-03-02")
        + "recording by mary-vosper as conference_chair\n  2026-03-16 tegen conference.held\n    chair: mary-vosper\n  2026-03-16 tegen child_protection_plan.started\n    category: NEG\n";
    let met =
        format!("{planned}recording by hannah-pascoe as social_worker\n  2026-03-24 tegen core_group.held\n");
    let noticed = "Core group not held";
    for who in ["hannah-pascoe", "ruth-tregear", "mary-vosper"] {
        assert!(before(&county(&planned), who, "/work", noticed).await, "{who}");
        assert!(!before(&county(&met), who, "/work", noticed).await, "{who}");
    }
}

#[tokio::test]
async fn f074_fifteen_idle_working_days_are_before_worker_and_manager_with_the_last_event_named() {
    let north = open_case("jory", "2026-03-02", NORTH);
    let quiet = county(&(child("jory", "Jory Rowse") + &tegen("2026-03-02") + &north));
    for who in ["hannah-pascoe", "ruth-tregear"] {
        let list = quiet.get(who, "/lists/no-activity").await;
        is_page(&list);
        let line = row(&list.text, "Tegen Nance");
        assert!(line.contains("2 March 2026") && line.contains("“Allocated”"), "{who}: {line}");
        assert!(!list.text.contains("Jory Rowse"), "{who}: a child of another team is not theirs");
    }
    let busy =
        tegen("2026-03-02") + "recording by hannah-pascoe as social_worker\n  2026-03-20 tegen visit.made\n";
    assert!(!county(&busy).get("ruth-tregear", "/lists/no-activity").await.text.contains("Tegen Nance"));
}

#[tokio::test]
async fn f076_an_acute_medical_unanswered_past_its_hours_is_before_worker_and_health_lead() {
    let asked = tegen("2026-03-02")
        + "recording by hannah-pascoe as social_worker\n  2026-03-30 09:00 tegen medical.requested\n    medical_kind: acute\n    health_lead: nia-roberts\n";
    let held = format!(
        "{asked}recording by hannah-pascoe as social_worker\n  2026-03-31 tegen medical.held\n    result: No injury\n"
    );
    let noticed = "Acute medical not held";
    for who in ["hannah-pascoe", "nia-roberts"] {
        assert!(before(&county(&asked), who, "/work", noticed).await, "{who}");
        assert!(!before(&county(&held), who, "/work", noticed).await, "{who}");
    }
    assert!(before(&county(&asked), "ruth-tregear", "/lists/medical-waits", "2 days").await);
}

#[tokio::test]
async fn f082_an_enquiry_given_to_a_team_without_the_function_stands_and_is_before_the_head() {
    let given = tegen("2026-03-02")
        + DISCUSSED
        + "recording by ruth-tregear as team_manager\n  2026-03-30 tegen section_47_enquiry.started\n    team: north-team\n";
    let granted = format!(
        "recording by helen-marrack as head_of_service at 2025-01-06T09:00:00Z\n  2025-01-06 north-team function.granted\n    function: section_47_enquiry\n{given}"
    );
    let path = "/lists/everything-noticed";
    let noticed = "asked to lead with them";
    assert!(before(&county(&given), "helen-marrack", path, noticed).await);
    assert!(!before(&county(&granted), "helen-marrack", path, noticed).await, "a team with the function may");
    let open = county(&given).get("helen-marrack", "/lists/enquiries-open").await;
    assert!(row(&open.text, "Tegen Nance").contains("Working day"), "the enquiry stands");
}

#[tokio::test]
async fn f182_three_changes_of_worker_in_a_year_list_the_child() {
    let mut text = tegen("2026-01-05");
    for (day, worker) in [("2026-01-26", "sam-rowe"), ("2026-02-16", "jowan-pellow")] {
        text.push_str(&format!(
            "recording by ruth-tregear as team_manager\n  {day} tegen allocation.started\n    worker: {worker}\n    team: west-team\n"
        ));
    }
    let path = "/lists/worker-changes";
    assert!(
        !county(&text).get("ruth-tregear", path).await.text.contains("Tegen Nance"),
        "two are not yet three"
    );
    text.push_str("recording by ruth-tregear as team_manager\n  2026-03-09 tegen allocation.started\n    worker: hannah-pascoe\n    team: west-team\n");
    assert!(county(&text).get("ruth-tregear", path).await.text.contains("Tegen Nance"));
}

/// A contact about Tegen on a day, and its decision.
fn ended(day: &str, outcome: &str, label: &str, who: &str, role: &str) -> String {
    format!(
        "recording by {who} as {role}\n  {day} tegen contact.received\n    agency: school\n    worry: Tired and hungry again\n  \
         {day} tegen contact.decided{label}\n    outcome: {outcome}\n    level_of_need: universal\n    reason: The school will watch\n    \
         history_weighed: Read\n    decided_by: {who}\n"
    )
}

#[tokio::test]
async fn f003_an_overturned_decision_reopens_its_contact_first_in_the_queue_and_the_rate_reads_one_of_those_reviewed()
 {
    let mut text = child("tegen", "Tegen Nance") + &child("jory", "Jory Rowse");
    for (at, day) in ["2026-01-12", "2026-02-09", "2026-03-09", "2026-03-16"].iter().enumerate() {
        let label = format!(" @d{at}");
        text.push_str(&ended(day, "no_further_action", &label, "martin-eddy", "front_door_manager"));
    }
    text.push_str(
        "recording by helen-marrack as head_of_service at 2026-03-31T09:00:00Z\n  2026-03-31 tegen decision.reviewed\n    decision: @d2\n    \
         result: upheld\n    reason: Right\n    reviewed_by: helen-marrack\n\
         recording by martin-eddy as front_door_manager at 2026-04-01T08:00:00Z\n  2026-04-01 08:30 jory contact.received\n    rating: red\n",
    );
    let county = county(&text);
    let list = county.get("helen-marrack", "/lists/decision-reviews").await;
    is_page(&list);
    assert!(row(&list.text, "Tegen Nance").contains("Review the decision"), "the fourth contact was drawn");
    let form = county.get("helen-marrack", "/forms/decision_review?about=tegen").await;
    assert!(form.text.contains("Tired and hungry again") && form.text.contains("The school will watch"));
    let decision = form.text.split("value=\"").filter_map(|rest| rest.split('"').next());
    let fourth = county.app.chronology.person(&"tegen".parse().unwrap()).unwrap();
    let fourth = fourth.iter().rfind(|entry| entry.kind == "contact.decided").unwrap().id.to_string();
    assert!(decision.into_iter().any(|value| value == fourth), "the drawn decision stands ready");
    let answers = |reviewer: &'static str| {
        vec![
            ("about", "tegen".to_owned()),
            ("tegen.decision", fourth.clone()),
            ("tegen.result", "overturned".to_owned()),
            ("tegen.reason", "Four contacts in ten weeks, and nobody has seen her".to_owned()),
            ("tegen.reviewed_by", reviewer.to_owned()),
            ("do", "submit".to_owned()),
        ]
    };
    let sent = async |who: &'static str| {
        let pairs = answers(who);
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        county.post(who, "/forms/decision_review", &pairs).await
    };
    let own = sent("martin-eddy").await;
    assert_eq!(own.status, 422, "nobody reviews a decision of their own");
    assert!(own.text.contains("another manager than the one who made it"), "{}", own.text);
    let done = sent("helen-marrack").await;
    assert_eq!(done.status, 303, "{}", done.text);
    let queue = county.get("martin-eddy", "/front-door").await;
    let (tegen, jory) = (queue.text.find("Tegen Nance").unwrap(), queue.text.find("Jory Rowse").unwrap());
    assert!(tegen < jory, "the contact reopened stands before a red one");
    assert!(row(&queue.text, "Tegen Nance").contains("Reopened: decision overturned"));
    let rate = county.get("helen-marrack", "/performance/no_further_action_overturned").await;
    is_page(&rate);
    assert!(rate.text.contains("1 of 2"), "one overturned of two reviewed");
    assert!(!county.get("helen-marrack", "/lists/decision-reviews").await.text.contains(&fourth));
}

#[tokio::test]
async fn f012_a_third_contact_in_twelve_months_is_ended_only_by_a_head_of_service_with_all_three_shown() {
    let mut text = child("tegen", "Tegen Nance");
    for day in ["2026-01-12", "2026-02-09"] {
        text.push_str(&ended(day, "no_further_action", "", "martin-eddy", "front_door_manager"));
    }
    text.push_str(
        "recording by martin-eddy as front_door_manager\n  2026-03-31 tegen contact.received\n    worry: The third\n",
    );
    let county = county(&text);
    let page = county.get("martin-eddy", "/forms/contact_decision?about=tegen").await;
    assert_eq!(page.text.matches("Tired and hungry again").count(), 2, "the earlier two are shown beside it");
    let head = county.get("helen-marrack", "/lists/third-contacts?scope=service").await;
    assert!(
        row(&head.text, "Tegen Nance").contains("3 contacts within twelve months"),
        "it stands before the head"
    );
    let decide = async |who: &str, read: &str| {
        let pairs = [
            ("tegen.pattern_read", read),
            ("about", "tegen"),
            ("shared.outcome", "no_further_action"),
            ("shared.refusal", "below_threshold"),
            ("tegen.level_of_need", "universal"),
            ("tegen.history_weighed", "Three contacts, all about hunger"),
            ("shared.reason", "The school feeds her"),
            ("shared.help_offered", "Breakfast club"),
            ("tegen.signs_found", "Hunger, twice a week"),
            ("shared.decided_by", who),
            ("do", "submit"),
        ];
        county.post(who, "/forms/contact_decision", &pairs).await
    };
    let refused = decide("martin-eddy", "yes").await;
    assert_eq!(refused.status, 422, "{}", refused.text);
    assert!(refused.text.contains("third contact or more within twelve months"), "{}", refused.text);
    assert!(refused.text.contains("The school feeds her"), "nothing typed is lost");
    let unread = decide("helen-marrack", "").await;
    assert!(unread.text.contains("Say that you read this contact about Tegen together"), "{}", unread.text);
    let last = decide("helen-marrack", "yes").await;
    assert_eq!(last.status, 303, "the head of service may");
}

#[tokio::test]
async fn f002_a_screener_may_not_end_a_concern_of_harm_and_a_managers_decision_enters_the_draw() {
    let mut text = child("tegen", "Tegen Nance");
    for day in ["2026-01-12", "2026-02-09"] {
        text.push_str(&ended(day, "no_further_action", "", "martin-eddy", "front_door_manager"));
    }
    text.push_str(
        "recording by martin-eddy as front_door_manager\n  2026-03-20 tegen contact.received\n    concern_of_harm: yes\n",
    );
    let county = county(&text);
    let pairs = [
        ("about", "tegen"),
        ("shared.outcome", "no_further_action"),
        ("shared.refusal", "below_threshold"),
        ("tegen.level_of_need", "universal"),
        ("tegen.history_weighed", "Read"),
        ("tegen.pattern_read", "yes"),
        ("shared.reason", "Explained"),
        ("shared.help_offered", "None wanted"),
        ("tegen.signs_found", "None"),
    ];
    let decide = async |who: &'static str| {
        let all: Vec<(&str, &str)> =
            pairs.into_iter().chain([("shared.decided_by", who), ("do", "submit")]).collect();
        county.post(who, "/forms/contact_decision", &all).await.status
    };
    assert_ne!(decide("hannah-pascoe").await, 303, "a social worker may not");
    assert_eq!(decide("helen-marrack").await, 303);
    county.later(7 * 24 * 60);
    let list = county.get("ruth-tregear", "/lists/decision-reviews").await;
    assert!(list.text.contains("Tegen Nance"), "it is drawn on the Monday after");
}
