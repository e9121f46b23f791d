//! The threshold document, decisions rated again unseen, agencies that disagree, specialist concerns. Today is 1 April
//! 2026.

mod common;
#[expect(dead_code, reason = "these tests need only some of it")]
mod organised;

use organised::*;

const FRONT_DOOR: &str = "
recording by helen-marrack as head_of_service at 2025-01-06T09:00:00Z
  2025-01-06 front-door team.opened
    name: Front door
  2025-01-06 front-door function.granted
    function: front_door
";

const DOCUMENT: &str = "
recording by helen-marrack as head_of_service at 2026-01-05T09:00:00Z
  2026-01-05 authority person.identified
    category: agency
    full_name: Test county
  2026-01-05 authority threshold_document.published
    version: 2026-1
    in_force_from: 2026-01-12
    approved_by: Board, minute 4
    approved_on: 2026-01-02
    agencies: health, school
    indicators:
      - code: 2.1
        level: early_help
        words: Late and tired, again and again
      - code: 3.2
        level: in_need
        words: Without meals or sleep
recording by helen-marrack as head_of_service at 2026-01-20T09:00:00Z
  2026-01-20 authority threshold_document.acknowledged
    version: 2026-1
    agency: health
    acknowledged_by_name: The named nurse
";

/// A decision about a child on a day in March 2026.
fn decided(child: &str, day: &str, more: &str) -> String {
    format!(
        "recording by martin-eddy as front_door_manager\n  {day} {child} contact.received\n    agency: school\n    worry: Hungry again\n  \
         {day} {child} contact.screened\n    history: None\n  {day} {child} contact.decided @{child}\n    level_of_need: in_need\n    \
         reason: She goes without meals\n    history_weighed: None was found\n    decided_by: martin-eddy\n{more}"
    )
}

#[tokio::test]
async fn f008_a_decision_without_matched_indicators_lowers_its_team_s_rate_and_is_listed() {
    let text = child("tegen", "Tegen Nance")
        + &child("jory", "Jory Rowse")
        + DOCUMENT
        + &open_case("tegen", "2026-03-02", WEST)
        + &open_case("jory", "2026-03-02", NORTH)
        + &decided(
            "tegen",
            "2026-03-10",
            "    outcome: open_case\n    indicators: 3.2\n    threshold_version: 2026-1\n",
        )
        + &decided("jory", "2026-03-10", "    outcome: open_case\n");
    let county = county(&text);
    let step = "/performance/contact_decision_steps?group=Indicators+matched";
    let both = county.get("helen-marrack", step).await;
    is_page(&both);
    assert!(both.text.contains("1 of 2"), "{}", both.text);
    let north = county.get("helen-marrack", &format!("{step}&team=north-team")).await;
    assert!(north.text.contains("0 of 1") && north.text.contains("Jory"), "the team's rate falls");
    let west = county.get("helen-marrack", &format!("{step}&team=west-team")).await;
    assert!(west.text.contains("1 of 1") && !west.text.contains("Jory"));
    let list = county.get("helen-marrack", "/lists/decision-steps").await;
    assert!(list.text.contains("left out: indicators matched"), "the case is listed");
    let page = county.get("helen-marrack", "/threshold").await;
    is_page(&page);
    let (west, north) = (row(&page.text, "West team").to_owned(), row(&page.text, "North team").to_owned());
    assert!(west.contains("1 of 1") && north.contains("0 of 1"), "{north}");
    assert!(row(&page.text, "Without meals or sleep").contains(">1<"), "one decision cites it");
}

#[tokio::test]
async fn f009_ten_rated_again_with_three_differing_read_70_percent_and_each_refusal_code_has_one_case() {
    let codes = [
        "below_threshold",
        "help_in_place",
        "no_consent",
        "not_enough_known",
        "same_matter",
        "past_only",
        "lives_elsewhere",
    ];
    let ids: Vec<String> = (0..10).map(|at| format!("child{at}")).collect();
    let mut text: String = (0..10).map(|at| child(&ids[at], &format!("Child{at} Nance"))).collect();
    let mut rated = String::new();
    for (at, id) in ids.iter().enumerate() {
        let code = codes[at % codes.len()];
        let more = format!("    outcome: no_further_action\n    refusal: {code}\n");
        text.push_str(&decided(id, "2026-03-03", &more));
        let (level, why) =
            if at < 3 { ("protection", "The mark was not weighed") } else { ("in_need", "Alike") };
        rated.push_str(&format!(
            "recording by helen-marrack as head_of_service\n  2026-03-11 {id} decision.rerated\n    decision: @{id}\n    level_of_need: \
             {level}\n    outcome: no_further_action\n    reason: {why}\n    agency: health\n"
        ));
    }
    let county = county(&(text + &rated));
    let before = "/performance/decisions_rerated_agree?from=2026-03-02&to=2026-03-15";
    assert!(
        county.get("helen-marrack", before).await.text.contains("none counted"),
        "the sample has not closed"
    );
    let closed = county
        .get("helen-marrack", "/performance/decisions_rerated_agree?from=2026-03-16&to=2026-03-16")
        .await;
    is_page(&closed);
    assert!(closed.text.contains("70.0%") && closed.text.contains("7 of 10"), "{}", closed.text);
    for at in 0..3 {
        let line = row(&closed.text, &format!("Child{at}")).to_owned();
        assert!(
            line.contains("She goes without meals") && line.contains("The mark was not weighed"),
            "both reasons: {line}"
        );
    }
    assert!(!row(&closed.text, "Child7").contains("The mark was not weighed"));
    let sample = county.get("helen-marrack", "/front-door/sample?week=2026-03-02").await;
    is_page(&sample);
    let refusals = sample.text.split("One refusal of each reason").nth(1).unwrap();
    for (_, code, label) in <record::events::RefusalReason as record::Choices>::ALL {
        assert!(codes.contains(code));
        let line = row(refusals, label);
        assert_eq!(line.matches("/forms/decision_rerating").count(), 1, "one case of {label}: {line}");
    }
    let decision = county.app.chronology.person(&common::id("child8")).unwrap();
    let decision = decision.iter().find(|entry| entry.kind == "contact.decided").unwrap().id.to_string();
    let blind = county
        .get("helen-marrack", &format!("/forms/decision_rerating?about=child8&child8.decision={decision}"))
        .await;
    is_page(&blind);
    assert!(
        blind.text.contains("Hungry again") && !blind.text.contains("She goes without meals"),
        "the decision is not shown"
    );
}

/// Publishes a version that is in force from 1 May, with the board's approval or without.
async fn publish(county: &common::County, month: &str, approved: bool) -> common::Answer {
    let mut pairs = vec![
        ("about", "authority"),
        ("authority.version", "2026-2"),
        ("authority.in_force_from.day", "1"),
        ("authority.in_force_from.month", month),
        ("authority.in_force_from.year", "2026"),
        ("authority.changes", "Neglect is named"),
        ("authority.indicators.0.code", "2.9"),
        ("authority.indicators.0.level", "early_help"),
        ("authority.indicators.0.words", "Hungry at school"),
        ("authority.agencies", "health"),
        ("authority.decided_by", "helen-marrack"),
        ("do", "submit"),
    ];
    if approved {
        pairs.extend([
            ("authority.approved_by", "Board, minute 9"),
            ("authority.approved_on.day", "30"),
            ("authority.approved_on.month", "3"),
            ("authority.approved_on.year", "2026"),
        ]);
    }
    county.post("helen-marrack", "/forms/threshold_publication", &pairs).await
}

/// A decision on Tegen's contact that cites an indicator.
fn decision(code: &'static str) -> [(&'static str, &'static str); 9] {
    [
        ("about", "tegen"),
        ("tegen.level_of_need", "early_help"),
        ("tegen.signs_found", "Four Mondays"),
        ("tegen.indicators", code),
        ("shared.outcome", "referral"),
        ("tegen.history_weighed", "None was found"),
        ("shared.reason", "She goes without meals"),
        ("shared.decided_by", "martin-eddy"),
        ("do", "submit"),
    ]
}

/// An answer to the disagreement about Tegen, by somebody.
async fn answer(county: &common::County, who: &str, outcome: &str, words: &str) -> common::Answer {
    let pairs = [
        ("about", "tegen"),
        ("shared.outcome", outcome),
        ("shared.answer", words),
        ("shared.decided_by", who),
        ("do", "submit"),
    ];
    county.post(who, "/forms/disagreement_answer", &pairs).await
}

#[tokio::test]
async fn f010_a_version_needs_the_board_and_decisions_before_its_day_cite_the_old_one() {
    let text = child("tegen", "Tegen Nance")
        + DOCUMENT
        + "recording by martin-eddy as front_door_manager\n  2026-03-31 tegen contact.received\n    agency: school\n    worry: Hungry\n";
    let county = county(&text);
    let page = county.get("helen-marrack", "/threshold").await;
    is_page(&page);
    assert!(
        row(&page.text, "School or nursery").contains("Not yet")
            && row(&page.text, "Health").contains("20 January 2026")
    );
    assert!(
        county
            .get("helen-marrack", "/lists/threshold-unacknowledged")
            .await
            .text
            .contains("School or nursery has not acknowledged")
    );
    let form = county.get("helen-marrack", "/forms/threshold_publication?about=authority").await;
    assert!(
        form.text.contains("value=\"Without meals or sleep\""),
        "the version before stands ready to be changed"
    );
    let refused = publish(&county, "5", false).await;
    assert!(refused.status == 422 && refused.text.contains("board approved it"), "{}", refused.text);
    let early = publish(&county, "2", true).await;
    assert!(early.status == 422 && early.text.contains("cannot be in force before"), "{}", early.text);
    assert_eq!(
        county.post("hannah-pascoe", "/forms/threshold_publication", &[("about", "authority")]).await.status,
        403
    );
    let published = publish(&county, "5", true).await;
    assert_eq!(published.status, 303, "{}", published.text);
    let form = county.get("martin-eddy", "/forms/contact_decision?about=tegen").await;
    assert!(
        form.text.contains("3.2 Without meals or sleep") && !form.text.contains("Hungry at school"),
        "the old version still holds"
    );
    assert_eq!(
        county.post("martin-eddy", "/forms/contact_decision", &decision("2.9")).await.status,
        422,
        "a code of the new version"
    );
    let made = county.post("martin-eddy", "/forms/contact_decision", &decision("3.2")).await;
    assert_eq!(made.status, 303, "{}", made.text);
    let entries = county.app.chronology.person(&common::id("tegen")).unwrap();
    let body = entries.iter().find(|entry| entry.kind == "contact.decided").unwrap().body.clone().unwrap();
    assert_eq!(
        (body["threshold_version"].as_str(), body["indicators"][0].as_str()),
        (Some("2026-1"), Some("3.2"))
    );
    county.later(31 * 24 * 60);
    let form = county.get("martin-eddy", "/forms/contact_decision?about=tegen").await;
    assert!(
        form.text.contains("Hungry at school") && !form.text.contains("3.2 Without meals"),
        "from 1 May the new one"
    );
}

const MESSAGE: &str = "
recording by tom-ferris as partner at 2026-03-30T08:00:00Z
  2026-03-30 09:00 front-door partner_message.received @message
    reference: QX7M-2KPA-9TWE
    agency: school
    organisation: Porthavel Primary
    sender: tom-ferris
    sender_name: Tom Ferris
    children:
      - forename: Tegen
        surname: Nance
recording by martin-eddy as front_door_manager at 2026-03-30T10:00:00Z
  2026-03-30 10:00 tegen contact.received
    agency: school
  2026-03-30 10:00 front-door partner_message.actioned
    message: @message
    child: tegen
    outcome: contact
  2026-03-30 10:30 tegen contact.decided
    outcome: early_help
    level_of_need: early_help
    reason: Early help is enough
    history_weighed: None
    early_help_destination: The hub
    early_help_consent: Her mother
    decided_by: martin-eddy
";

#[tokio::test]
async fn f014_a_disagreement_unanswered_for_a_day_moves_to_the_next_level_and_both_agencies_see_it() {
    let county = county(&(FRONT_DOOR.to_owned() + &child("tegen", "Tegen Nance") + MESSAGE));
    let receipt = "/partners/receipt/QX7M-2KPA-9TWE";
    let page = county.get("tom-ferris", receipt).await;
    is_page(&page);
    assert!(page.text.contains("If you disagree with the decision"), "{}", page.text);
    let blank = county.post("tom-ferris", &format!("{receipt}/disagree"), &[("do", "raise")]).await;
    assert_eq!(blank.status, 400);
    let raised = [
        ("why", "She was hungry again and afraid to go home"),
        ("asked_for", "See her today"),
        ("do", "raise"),
    ];
    let raised = county.post("tom-ferris", &format!("{receipt}/disagree"), &raised).await;
    assert_eq!((raised.status, raised.location.as_str()), (303, receipt), "{}", raised.text);
    assert!(county.get("tom-ferris", receipt).await.text.contains("the team manager has it"));
    let ours = county.get("martin-eddy", "/disagreements").await;
    is_page(&ours);
    let line = row(&ours.text, "Tegen Nance");
    assert!(line.contains("Team manager") && line.contains("afraid to go home"), "{line}");
    let own = answer(&county, "martin-eddy", "changed", "We see her today").await;
    assert_eq!(own.status, 422, "whoever decided does not answer");
    assert!(own.text.contains("made the disputed decision"), "{}", own.text);
    county.later(25 * 60);
    assert!(
        row(&county.get("helen-marrack", "/disagreements").await.text, "Tegen Nance")
            .contains("Head of service")
    );
    assert!(
        county.get("tom-ferris", receipt).await.text.contains("The head of service has it"),
        "the agency sees it too"
    );
    let list = county.get("helen-marrack", "/lists/disagreements").await;
    assert!(list.text.contains("the team manager has not answered"), "{}", list.text);
    let low = answer(&county, "ruth-tregear", "stands", "It stands").await;
    assert!(low.status == 422 && low.text.contains("the head of service has it now"), "{}", low.text);
    let form = county.get("helen-marrack", "/forms/disagreement_answer?about=tegen").await;
    assert!(form.text.contains("Disagreement raised, "), "the disagreement is named: {}", form.text);
    let helen = answer(&county, "helen-marrack", "stands", "It stands, and here is why").await;
    assert_eq!(helen.status, 303, "{}", helen.text);
    let told = county.get("tom-ferris", receipt).await;
    assert!(
        told.text.contains("It stands, and here is why") && told.text.contains("If the answer is not enough"),
        "{}",
        told.text
    );
    let further = [("why", "She came without breakfast again"), ("do", "further")];
    assert_eq!(county.post("tom-ferris", &format!("{receipt}/disagree"), &further).await.status, 303);
    assert!(
        county.get("tom-ferris", receipt).await.text.contains("The chair of the safeguarding board has it")
    );
    let agencies = county.get("helen-marrack", "/disagreements").await;
    assert!(row(&agencies.text, "Chair of the safeguarding board").contains("Tegen Nance"));
}

#[tokio::test]
async fn a_specialist_concern_names_its_duty_and_is_listed_until_it_is_answered() {
    let text = child("tegen", "Tegen Nance") + &open_case("tegen", "2026-03-02", WEST);
    let county = county(&text);
    let raise = [
        ("about", "tegen"),
        ("shared.kind", "female_genital_mutilation"),
        ("tegen.what", "She told her teacher"),
        ("tegen.seen_or_told", "yes"),
        ("shared.raised_by_name", "Ms Teague"),
        ("shared.occurred.quick", "today"),
        ("do", "submit"),
    ];
    let raised = county.post("hannah-pascoe", "/forms/specialist_concern", &raise).await;
    assert_eq!(raised.status, 303, "{}", raised.text);
    let duties = county.get("hannah-pascoe", "/people/tegen/duties").await;
    assert!(
        duties.text.contains("Report female genital mutilation to the police"),
        "the personal duty starts: {}",
        duties.text
    );
    county.later(7 * 24 * 60);
    let list = county.get("ruth-tregear", "/lists/specialist-concerns").await;
    is_page(&list);
    assert!(list.text.contains("has not been referred to the police"), "{}", list.text);
    let refer = [
        ("about", "tegen"),
        ("shared.body", "Devon and Cornwall Police"),
        ("shared.agency", "police"),
        ("shared.reference", "CR/1234"),
        ("shared.occurred.quick", "today"),
        ("do", "submit"),
    ];
    assert_eq!(county.post("hannah-pascoe", "/forms/specialist_concern_referral", &refer).await.status, 303);
    let kinds: Vec<String> = county
        .app
        .chronology
        .person(&common::id("tegen"))
        .unwrap()
        .iter()
        .map(|entry| entry.kind.clone())
        .collect();
    assert!(kinds.contains(&"fgm.reported_to_police".to_owned()), "the referral is the report: {kinds:?}");
    let answer = [
        ("about", "tegen"),
        ("shared.answer", "An officer and a specialist nurse see her on Friday"),
        ("tegen.next", "Hannah goes with her"),
        ("shared.occurred.quick", "today"),
        ("do", "submit"),
    ];
    assert_eq!(county.post("hannah-pascoe", "/forms/specialist_concern_answer", &answer).await.status, 303);
    county.later(20 * 24 * 60);
    assert!(!county.get("ruth-tregear", "/lists/specialist-concerns").await.text.contains("Tegen"));
    let kinds = county.get("helen-marrack", "/performance/specialist_concerns").await;
    assert!(kinds.text.contains("Female genital mutilation"), "{}", kinds.text);
}
