//! What each worker carries, as managers read it and as an allocation asks.

mod common;
#[expect(dead_code, reason = "these tests need only some of it")]
mod organised;

use common::County;
use organised::*;

/// Brothers and sisters who live together.
fn family(home: &str, ids: &[&str]) -> String {
    let named = |id: &&str| {
        let capital = id[..1].to_uppercase() + &id[1..];
        let home = format!("  2025-01-06 {id} household.joined\n    household: {home}\n");
        child(id, &format!("{capital} Nance")) + &home
    };
    let opened = |id: &&str| open_case(id, "2026-03-02", None);
    ids.iter().map(named).chain(ids.iter().map(opened)).collect()
}

fn given(ids: &[&str], worker: &str, more: &str) -> String {
    let each = |id: &&str| {
        format!("  2026-03-03 {id} allocation.started\n    worker: {worker}\n    team: west-team\n{more}")
    };
    format!("recording by ruth-tregear as team_manager\n{}", ids.iter().map(each).collect::<String>())
}

const FOUR: [&str; 4] = ["jory", "kerra", "massen", "tegen"];

/// Sends the form that gives a child to a worker.
async fn allocates(county: &County, child: &str, worker: &str, more: &[(&str, &str)]) -> common::Answer {
    let own = format!("{child}.child_told");
    let mut pairs = vec![
        ("about", child),
        ("shared.worker", worker),
        ("shared.team", "west-team"),
        ("shared.decided_by", "ruth-tregear"),
        (own.as_str(), "By Ruth, at home"),
    ];
    pairs.extend_from_slice(more);
    pairs.push(("do", "submit"));
    county.post("ruth-tregear", "/forms/allocation", &pairs).await
}

#[tokio::test]
async fn f179_four_brothers_and_sisters_raise_a_caseload_by_four_and_one_family() {
    let text = family("home", &FOUR);
    let before = county(&text).get("ruth-tregear", "/caseload").await;
    is_page(&before);
    assert!(before.text.contains("0 children with 0 workers, each counted alone. They live in 0 families"));
    let all = county(&(text + &given(&FOUR, "sam-rowe", "")));
    let page = all.get("ruth-tregear", "/caseload").await;
    assert!(
        page.text.contains("4 children with 1 worker, each counted alone. They live in 1 family"),
        "{}",
        page.text
    );
    assert!(row(&page.text, "Sam Rowe").contains("<b>4</b> of 10"), "half of full time");
    let own = all.get("ruth-tregear", "/caseload/sam-rowe").await;
    is_page(&own);
    assert!(own.text.contains("this caseload would read 1; counted by child it is 4"));
    assert!(FOUR.iter().all(|id| own.text.contains(&format!("/people/{id}"))), "each child stands by name");
    let file = all.get("ruth-tregear", "/caseload?format=csv").await;
    assert_eq!(file.text.matches("Sam Rowe").count(), 4, "one line a child");
}

#[tokio::test]
async fn f179_one_of_three_shows_two_without_a_record_each_counted_once() {
    let named = |id: &str| {
        let kin = |to: &str| {
            format!("  2026-03-02 {id} relationship.recorded\n    to: {to}\n    relation: sibling\n")
        };
        format!("recording by hannah-pascoe as social_worker\n{}{}", kin("kitto"), kin("wenna"))
    };
    let one = family("home", &["tegen"]) + &named("tegen") + &given(&["tegen"], "hannah-pascoe", "");
    let page = county(&one).get("ruth-tregear", "/caseload").await;
    assert!(page.text.contains("2 brothers and sisters have no record and no worker"), "{}", page.text);
    let own = county(&one).get("ruth-tregear", "/caseload/hannah-pascoe").await;
    assert!(own.text.contains("it is 1; with the brothers and sisters of whom there is no record, 3"));
    let two = family("home", &["jory", "tegen"])
        + &named("tegen")
        + &named("jory")
        + &given(&["jory", "tegen"], "hannah-pascoe", "");
    let page = county(&two).get("ruth-tregear", "/caseload").await;
    assert!(
        page.text.contains("2 brothers and sisters have no record"),
        "two who name the same two: {}",
        page.text
    );
}

#[tokio::test]
async fn f180_past_the_limit_a_child_is_given_only_with_the_head_s_reason_and_is_listed() {
    let text = family("home", &FOUR) + &given(&["jory", "kerra"], "hannah-pascoe", "");
    let county = county(&text);
    let refused = allocates(&county, "tegen", "hannah-pascoe", &[]).await;
    assert_ne!(refused.status, 303);
    assert!(refused.text.contains("3 children with Tegen and may have 2"), "{}", refused.text);
    assert!(refused.text.contains("By Ruth, at home"), "nothing typed is lost");
    let agreed =
        [("shared.override_reason", "Her brothers are hers"), ("shared.override_by", "helen-marrack")];
    assert_eq!(allocates(&county, "tegen", "hannah-pascoe", &agreed).await.status, 303);
    let page = county.get("helen-marrack", "/caseload").await;
    is_page(&page);
    assert!(row(&page.text, "Her brothers are hers").contains("Tegen Nance"), "the exception is listed");
    assert!(page.text.contains("1 worker has more children than the limit"));
    assert!(
        row(&page.text, "West team").contains("Hannah Pascoe") || page.text.contains("Spread in each team")
    );
}

#[tokio::test]
async fn f181_a_child_on_a_plan_is_not_given_to_a_protected_worker_by_a_team_manager() {
    let new = "
recording by helen-marrack as head_of_service at 2025-01-06T09:00:00Z
  2025-01-06 nia-bolt person.identified
    category: professional
    full_name: Nia Bolt
  2025-01-06 nia-bolt registration.recorded
    register: Social Work England
  2025-01-06 nia-bolt post.filled
    team: west-team
    role: social_worker
    protected_caseload: yes
    manager: ruth-tregear
";
    let plan =
        "recording by ruth-tregear as team_manager\n  2026-03-20 tegen child_protection_plan.started\n";
    let text = format!("{new}{}{plan}", family("home", &["tegen"]));
    let county = county(&text);
    let refused = allocates(&county, "tegen", "nia-bolt", &[]).await;
    assert_ne!(refused.status, 303);
    assert!(
        refused.text.contains("newly qualified with a protected caseload"),
        "it names the rule: {}",
        refused.text
    );
    let agreed = [("shared.override_reason", "With her mentor"), ("shared.override_by", "helen-marrack")];
    assert_eq!(allocates(&county, "tegen", "nia-bolt", &agreed).await.status, 303);
    assert!(county.get("ruth-tregear", "/caseload/nia-bolt").await.text.contains("Tegen Nance"));
}

#[tokio::test]
async fn a_review_of_a_caseload_shows_hours_with_families_and_on_the_road() {
    let county = county("");
    let pairs = [
        ("about", "hannah-pascoe"),
        ("hannah-pascoe.reviewed_by", "ruth-tregear"),
        ("hannah-pascoe.direct_contact_hours", "14"),
        ("hannah-pascoe.travel_hours", "7"),
        ("hannah-pascoe.agreed", "No new child this month"),
        ("do", "submit"),
    ];
    let sent = county.post("ruth-tregear", "/forms/caseload_review", &pairs).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    let page = county.get("ruth-tregear", "/caseload").await;
    assert!(row(&page.text, "Hannah Pascoe").contains("14 h with families, 7 h travelling"));
    assert!(
        county.get("ruth-tregear", "/caseload/hannah-pascoe").await.text.contains("No new child this month")
    );
    assert_eq!(county.get("ruth-tregear", "/caseload/nobody").await.status, 404);
}
