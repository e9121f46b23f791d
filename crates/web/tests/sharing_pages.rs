//! What others around a child are asked and do: agencies and their answers, consent, fathers, actions of a plan.

mod common;
#[expect(dead_code, reason = "these tests need only some of it")]
mod organised;

use organised::*;

fn tegen(more: &str) -> String {
    child("tegen", "Tegen Nance") + &open_case("tegen", "2026-03-02", WEST) + more
}

#[tokio::test]
async fn an_agency_s_answer_and_each_person_s_consent_stand_on_the_child_s_page() {
    let asked = "
recording by hannah-pascoe as social_worker
  2026-03-03 tegen consent.sought
    name: Demelza Nance
    purpose: To ask the school
  2026-03-03 tegen consent.given
    name: Demelza Nance
    purpose: To ask the school
    agencies: school
  2026-03-03 tegen consent.refused
    name: Ross Hosken
    purpose: To ask the school
    reason: He will tell us himself
  2026-03-03 tegen information.requested
    agency: school
    asked: How is she on Mondays?
  2026-03-03 tegen information.requested
    agency: health
  2026-03-03 tegen information.not_requested
    agency: police
    reason: They told us last week
recording by hannah-pascoe as social_worker
  2026-03-04 tegen information.shared
    agency: school
    held: Tired and late
recording by hannah-pascoe as social_worker
  2026-03-20 tegen consent.withdrawn
    name: Demelza Nance
    purpose: To ask the school
    reason: After the row at the gate
";
    let county = county(&tegen(asked));
    let page = county.get("hannah-pascoe", "/people/tegen/agencies").await;
    is_page(&page);
    assert!(page.text.contains("2 asked, 1 not answered."));
    let school = row(&page.text, "How is she on Mondays?");
    assert!(school.contains("Told") && school.contains("Tired and late"), "{school}");
    assert!(row(&page.text, "They told us last week").contains("Not asked"));
    let mother = row(&page.text, "Demelza Nance");
    assert!(mother.contains("Withdrawn") && mother.contains("row at the gate"), "as it stands now: {mother}");
    assert!(row(&page.text, "Ross Hosken").contains("Refused"), "each person apart");
    assert!(
        county.get("hannah-pascoe", "/people/tegen/people").await.text.contains("/people/tegen/agencies")
    );
    let then = county.get("hannah-pascoe", "/people/tegen/agencies?as-at=2026-03-10").await;
    assert!(row(&then.text, "Demelza Nance").contains("Given"), "as it stood then");
    for (who, path) in [("hannah-pascoe", "/work"), ("ruth-tregear", "/lists/agencies-not-answered")] {
        let list = county.get(who, path).await;
        assert!(
            list.text.contains("Health, asked about Tegen on 3 March 2026, has not answered"),
            "{who} {path}"
        );
        assert!(!list.text.contains("School or nursery, asked about Tegen"), "{who} {path}");
    }
}

#[tokio::test]
async fn f034_an_assessment_is_not_signed_off_until_the_school_s_answer_is_logged() {
    let assessed = "
recording by hannah-pascoe as social_worker
  2026-03-02 tegen assessment.started
  2026-03-03 tegen information.not_requested
    agency: health
    reason: The nurse wrote for her brother this week
  2026-03-03 tegen information.requested
    agency: school
recording by hannah-pascoe as social_worker
  2026-03-20 tegen assessment.completed
";
    let county = county(&tegen(assessed));
    let sign =
        || county.post("ruth-tregear", "/forms/assessment_sign_off", &[("about", "tegen"), ("do", "submit")]);
    let unheard = "School or nursery, asked about Tegen on 3 March 2026, has not answered";
    let refused = sign().await;
    assert_eq!(refused.status, 422, "{}", refused.text);
    assert!(refused.text.contains(unheard), "{}", refused.text);
    assert!(!refused.text.contains("Health was not asked"), "a reason is an answer");
    let told = [
        ("about", "tegen"),
        ("shared.agency", "school"),
        ("shared.held", "Tired and late"),
        ("do", "submit"),
    ];
    let logged = county.post("hannah-pascoe", "/forms/information_shared", &told).await;
    assert_eq!(logged.status, 303, "{}", logged.text);
    assert!(!sign().await.text.contains("School or nursery, asked about Tegen"), "the answer passes");
}

#[tokio::test]
async fn f055_a_discussion_without_health_stands_not_quorate_asks_health_and_the_decision_says_so() {
    let county = county(&tegen(""));
    let discussion = [
        ("about", "tegen"),
        ("shared.attendance.0.agency", "social_care"),
        ("shared.attendance.0.presence", "present"),
        ("shared.attendance.1.agency", "police"),
        ("shared.attendance.1.presence", "present"),
        ("shared.knew.0.agency", "police"),
        ("shared.knew.0.what", "Two call-outs in a month"),
        ("shared.chair", "ruth-tregear"),
        ("do", "submit"),
    ];
    let held = county.post("ruth-tregear", "/forms/strategy_discussion", &discussion).await;
    assert_eq!(held.status, 303, "it stands: {}", held.text);
    let list = county.get("ruth-tregear", "/people/tegen/work").await;
    assert!(
        list.text.contains("was not quorate: it was held without Health and School or nursery"),
        "{}",
        list.text
    );
    let agencies = county.get("ruth-tregear", "/people/tegen/agencies").await;
    assert!(row(&agencies.text, ">Health<").contains("Not answered"), "health is asked");
    let timeline = county.get("ruth-tregear", "/people/tegen/timeline").await;
    assert!(timeline.text.contains("Two call-outs in a month"), "what each holds is shown");
    let decision = county.get("ruth-tregear", "/forms/enquiry_decision?about=tegen").await;
    let ready =
        decision.text.split("<input").filter(|one| one.contains("went_without") && one.contains("checked"));
    let ready: Vec<&str> = ready.collect();
    assert_eq!(ready.len(), 2, "the gaps stand ready in the decision: {ready:?}");
    assert!(ready.iter().any(|one| one.contains("value=\"health\"")), "{ready:?}");
}

#[tokio::test]
async fn f035_a_father_unanswered_stops_the_sign_off_and_one_absent_counts_as_known_and_not_attending() {
    let text = tegen(
        "
recording by hannah-pascoe as social_worker
  2026-03-02 ross person.identified
    forename: Ross
    surname: Hosken
  2026-03-02 tegen relationship.recorded
    to: ross
    relation: father
    significant: yes
  2026-03-02 tegen assessment.started
  2026-03-10 tegen conference_invitation.sent
    person: ross
    capacity: father
  2026-03-17 tegen conference.held
    attendance:
      - name: Ms Teague
        agency: school
        presence: present
  2026-03-20 tegen assessment.completed
",
    );
    let county = county(&text);
    let sign = [("about", "tegen"), ("do", "submit")];
    let refused = county.post("ruth-tregear", "/forms/assessment_sign_off", &sign).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("Ross matters to Tegen"), "it names him: {}", refused.text);
    let figure = "/performance/attendance_by_agency?from=2026-03-01&to=2026-03-31";
    let page = county.get("ruth-tregear", figure).await;
    is_page(&page);
    let absent = row(&page.text, "Ross Hosken was invited");
    assert!(absent.contains("Tegen Nance") && absent.contains("is not on the list"), "{absent}");
    let fathers = county.get("ruth-tregear", &format!("{figure}&group=Father")).await;
    assert!(fathers.text.contains("Ross Hosken was invited"), "fathers stand apart from agencies");
    assert!(!fathers.text.contains("Ms Teague came"), "{}", fathers.text);
    let answered = text.replace(
        "assessment.completed\n",
        "assessment.completed\n    significant_adults:\n      - adult: ross\n        engaged: yes\n",
    );
    let again = organised::county(&answered).post("ruth-tregear", "/forms/assessment_sign_off", &sign).await;
    assert!(!again.text.contains("Ross matters to Tegen"), "engaged, he is answered for: {}", again.text);
}

#[tokio::test]
async fn f072_an_action_passed_over_is_before_owner_and_manager_and_heads_the_next_core_group() {
    let plan = "
recording by mary-vosper as conference_chair
  2026-02-16 tegen child_protection_plan.started
    category: NEG
  2026-02-16 tegen child_protection_plan.revised
    actions:
      - what: Read with her nightly
        owner: hannah-pascoe
        by: 2026-06-30
      - what: Clear the stairs
        owner: martin-eddy
        by: 2026-03-31
recording by hannah-pascoe as social_worker
  2026-02-25 tegen core_group.held
    actions:
      - what: Read with her nightly
        state: underway
recording by hannah-pascoe as social_worker
  2026-03-25 tegen core_group.held
    actions:
      - what: Read with her nightly
        state: underway
";
    let opened = child("tegen", "Tegen Nance") + &open_case("tegen", "2026-02-02", WEST) + plan;
    let county = county(&opened);
    for who in ["martin-eddy", "ruth-tregear"] {
        let work = county.get(who, "/work").await;
        assert!(work.text.contains("“Clear the stairs” for Tegen was to be done by 31 March 2026"), "{who}");
    }
    let next = county.get("hannah-pascoe", "/forms/core_group?about=tegen").await;
    is_page(&next);
    let at = |words: &str| next.text.find(words).unwrap_or_else(|| panic!("{words}: {}", next.text));
    assert!(at("Clear the stairs") < at("Read with her nightly"), "what was passed over stands first");
    let carried =
        next.text.split("<input").find(|one| one.contains("name=\"tegen.actions.0.times_carried\"")).unwrap();
    assert!(carried.contains("value=\"2\""), "{carried}");
}
