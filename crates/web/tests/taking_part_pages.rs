//! Who takes part: children and advocates, reports and workers, agencies, and the high-risk conference. Today is 1 April
//! 2026.

mod common;
#[expect(dead_code, reason = "these tests need only some of it")]
mod organised;

use organised::*;

fn tegen(more: &str) -> String {
    child("tegen", "Tegen Nance") + &open_case("tegen", "2026-03-02", WEST) + more
}

#[tokio::test]
async fn f061_a_conference_with_one_child_s_part_blank_stands_lists_the_child_and_lowers_the_rate() {
    let both = |text: &str| format!("{text}{}", text.replace("tegen", "jory").replace("Tegen", "Jory"));
    let opened = both(&child("tegen", "Tegen Nance")) + &both(&open_case("tegen", "2026-03-02", WEST));
    let booked = both(
        "recording by hannah-pascoe as social_worker\n  2026-03-20 tegen conference.booked\n    conference_type: initial\n    on: 2026-04-01\n",
    );
    let county = county(&(opened + &booked));
    let list = county.get("ruth-tregear", "/lists/no-advocate-offered").await;
    is_page(&list);
    assert!(
        list.text.contains("No advocate was offered to Tegen for the conference of 1 April 2026"),
        "{}",
        list.text
    );
    let offered = [
        ("about", "tegen"),
        ("shared.purpose", "conference"),
        ("tegen.how", "On a visit, with the leaflet"),
        ("shared.occurred.quick", "today"),
        ("do", "submit"),
    ];
    assert_eq!(county.post("hannah-pascoe", "/forms/advocacy_offer", &offered).await.status, 303);
    let list = county.get("ruth-tregear", "/lists/no-advocate-offered").await;
    assert!(!list.text.contains("offered to Tegen") && list.text.contains("offered to Jory"));
    let held = [
        ("about", "tegen,jory"),
        ("shared.conference_type", "initial"),
        ("shared.chair", "mary-vosper"),
        ("shared.quorate", "yes"),
        ("tegen.childs_views", "Quiet nights"),
        ("shared.occurred.quick", "today"),
        ("do", "submit"),
    ];
    let held = county.post("mary-vosper", "/forms/conference", &held).await;
    assert_eq!(held.status, 303, "it stands: {}", held.text);
    let list = county.get("ruth-tregear", "/lists/conferences-without-child").await;
    is_page(&list);
    assert!(
        list.text.contains("how Jory took part") && !list.text.contains("how Tegen took part"),
        "{}",
        list.text
    );
    let rate = "/performance/conferences_with_childs_part?from=2026-04-01&to=2026-04-01";
    assert!(county.get("helen-marrack", rate).await.text.contains("1 of 2"), "the rate falls");
    let form = county.get("mary-vosper", "/forms/conference_decision?about=tegen,jory").await;
    assert!(form.text.contains("Nothing says how Jory took part"), "the decision names it: {}", form.text);
    assert!(!form.text.contains("Nothing says how Tegen took part"));
}

#[tokio::test]
async fn f062_a_report_unshared_two_days_before_is_the_worker_s_and_a_conference_without_the_worker_the_head_s()
 {
    let near = "
recording by hannah-pascoe as social_worker
  2026-03-20 tegen conference.booked
    conference_type: initial
    on: 2026-04-07
";
    // Good Friday and Easter Monday lie between: two working days before Tuesday 7 April is Wednesday 1 April.
    let near = county(&tegen(near));
    let unshared = "The report for the conference of 7 April 2026 about Tegen has not been shared";
    assert!(near.get("hannah-pascoe", "/work").await.text.contains(unshared));
    assert!(near.get("ruth-tregear", "/lists/conference-papers").await.text.contains(unshared));
    let held = "
recording by mary-vosper as conference_chair
  2026-04-01 tegen conference.held
    conference_type: initial
    attendance:
      - name: Kerra Nance
        capacity: Mother
        presence: present
      - person: hannah-pascoe
        presence: absent
";
    let held = county(&tegen(held));
    let absent = "held without their social worker, Hannah Pascoe";
    let list = held.get("helen-marrack", "/lists/conference-papers?scope=service").await;
    is_page(&list);
    assert!(list.text.contains(absent), "the head of service has it on the same day: {}", list.text);
    assert!(held.get("hannah-pascoe", "/people/tegen/meetings").await.status == 200, "the conference stands");
}

#[tokio::test]
async fn f071_health_away_twice_running_is_before_health_s_lead_and_its_rate_is_four_of_six() {
    let mut told = String::from(
        "recording by mary-vosper as conference_chair\n  2025-06-02 tegen child_protection_plan.started\n    category: NEG\n",
    );
    let meetings = [
        ("2025-06-02", "conference.held", "present"),
        ("2025-09-01", "conference.held", "remote"),
        ("2025-12-01", "conference.held", "present"),
        ("2026-01-12", "core_group.held", "present"),
        ("2026-02-23", "conference.held", "apologies"),
        ("2026-03-23", "core_group.held", "absent"),
    ];
    for (day, kind, how) in meetings {
        told += &format!(
            "recording by hannah-pascoe as social_worker\n  {day} tegen {kind}\n    attendance:\n      - name: Bev Curnow\n        agency: health\n        presence: {how}\n"
        );
    }
    let opened = child("tegen", "Tegen Nance") + &open_case("tegen", "2025-05-12", WEST) + &told;
    let county = county(&opened);
    let away = "Health was not at 2 meetings running about Tegen: 23 February 2026 and 23 March 2026";
    let work = county.get("nia-roberts", "/work").await;
    assert!(work.text.contains(away), "health’s lead has it: {}", work.text);
    assert!(county.get("ruth-tregear", "/lists/agencies-absent").await.text.contains(away));
    let rate = "/performance/attendance_by_agency?from=2025-06-01&to=2026-04-01&group=Health";
    assert!(
        county.get("helen-marrack", rate).await.text.contains("4 of 6"),
        "its rate opens to the meetings"
    );
}

/// Kerra and her two children at home.
const HOME: &str = "
recording by martin-eddy as front_door_manager at 2025-01-06T09:00:00Z
  2025-01-06 kerra person.identified
    category: adult
    full_name: Kerra Nance
  2025-01-06 kerra household.joined
    household: well-lane
  2025-01-06 tegen household.joined
    household: well-lane
  2025-01-06 jory household.joined
    household: well-lane
";

#[tokio::test]
async fn f077_a_case_heard_with_one_child_unanalysed_is_kept_and_the_check_names_the_child() {
    let opened = child("tegen", "Tegen Nance") + &child("jory", "Jory Nance") + HOME;
    let county = county(&opened);
    let referred = [
        ("about", "kerra"),
        ("kerra.referred_by", "PC Rowe"),
        ("kerra.agency", "police"),
        ("kerra.score", "17"),
        ("kerra.reason", "Held by the throat on Saturday night"),
        ("shared.occurred.quick", "today"),
        ("do", "submit"),
    ];
    let recorded = county.post("hannah-pascoe", "/forms/marac_referral", &referred).await;
    assert_eq!(recorded.status, 303, "{}", recorded.text);
    let agenda = county.get("ruth-tregear", "/marac").await;
    is_page(&agenda);
    let case = row(&agenda.text, "Kerra Nance");
    assert!(case.contains("Jory Nance, Tegen Nance"), "every child of the household is in it: {case}");
    let heard = [
        ("about", "jory,tegen"),
        ("shared.victim", "kerra"),
        ("tegen.rating", "red"),
        ("tegen.analysis", "She was in the room each time"),
        ("tegen.actions.0.what", "School meets her each Monday"),
        ("tegen.actions.0.owner_name", "Tom Ferris"),
        ("tegen.actions.0.agency", "school"),
        ("tegen.actions.0.by", "20/4/2026"),
        ("shared.occurred.quick", "today"),
        ("do", "submit"),
    ];
    let recorded = county.post("ruth-tregear", "/forms/marac_case", &heard).await;
    assert_eq!(recorded.status, 303, "it saves: {}", recorded.text);
    let list = county.get("ruth-tregear", "/lists/high-risk-unanalysed?scope=service").await;
    is_page(&list);
    assert!(
        list.text.contains("For Jory the high-risk conference of 1 April 2026 says neither"),
        "{}",
        list.text
    );
    assert!(!list.text.contains("For Tegen the high-risk conference"));
    let agenda = county.get("ruth-tregear", "/marac").await;
    assert!(agenda.text.contains("No case to hear") && agenda.text.contains("School meets her each Monday"));
}

#[tokio::test]
async fn f078_an_overdue_action_heads_the_agenda_stands_on_the_child_and_a_repeat_opens_to_the_plan_before() {
    let heard = "
recording by ruth-tregear as team_manager
  2025-11-03 tegen marac.referred
    victim: kerra
  2025-11-03 kerra marac.referred
    reason: The first time
  2025-11-17 tegen marac.heard
    victim: kerra
    rating: red
    analysis: She was there
    actions:
      - what: School meets her each Monday
        owner_name: Tom Ferris
        agency: school
        by: 2026-01-12
  2025-11-17 kerra marac.heard
recording by hannah-pascoe as social_worker
  2026-03-30 tegen marac.referred
    victim: kerra
  2026-03-30 kerra marac.referred
    reason: Again, on Sunday
";
    let county = county(&(child("tegen", "Tegen Nance") + &child("jory", "Jory Nance") + HOME + heard));
    let agenda = county.get("ruth-tregear", "/marac").await;
    is_page(&agenda);
    assert!(agenda.text.contains("1 case to hear; 1 action overdue"), "{}", agenda.text);
    let at = |words: &str| agenda.text.find(words).unwrap_or_else(|| panic!("{words}: {}", agenda.text));
    assert!(at("School meets her each Monday") < at("Again, on Sunday"), "what is overdue stands first");
    let case = row(&agenda.text, "Again, on Sunday");
    assert!(case.contains("Repeat: heard 17 Nov 2025") && case.contains("/people/kerra/timeline"), "{case}");
    let record = county.get("hannah-pascoe", "/people/tegen/work").await;
    assert!(
        record.text.contains("School meets her each Monday"),
        "it shows on the child’s record: {}",
        record.text
    );
    let repeats = "/performance/marac_repeat?from=2025-04-01&to=2026-04-01";
    assert!(county.get("helen-marrack", repeats).await.text.contains("1 of 2"), "one repeat");
}
