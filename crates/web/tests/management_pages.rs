//! The pages of managers: teams, lists, duties, the front door's queue.

mod common;
mod organised;

use organised::*;

#[tokio::test]
async fn f006_a_red_contact_past_its_limit_stands_first_and_both_managers_have_it() {
    let text = child("red-child", "Talan Rowse")
        + &child("green-child", "Merryn Bray")
        + "recording by asha as screener at 2026-03-30T08:30:00Z
  2026-03-30 09:00 green-child contact.received
    agency: school
    rating: green
  2026-03-30 09:20 green-child contact.screened
    proposed: referral
recording by asha as screener at 2026-03-31T14:30:00Z
  2026-03-31 15:00 red-child contact.received
    agency: police
    rating: red
";
    let county = county(&text);
    let queue = county.get("martin-eddy", "/front-door").await;
    is_page(&queue);
    let (red, green) = (queue.text.find("Talan Rowse").unwrap(), queue.text.find("Merryn Bray").unwrap());
    assert!(red < green, "the red contact stands first though it is younger");
    let red = row(&queue.text, "Talan Rowse");
    assert!(red.contains("20 h 0 m open") && red.contains("past its limit"), "{red}");
    assert!(red.contains("Martin Eddy") && red.contains("Helen Marrack"), "{red}");
    assert!(red.contains("Being screened") && !red.contains("Ready to decide"), "{red}");
    assert!(row(&queue.text, "Merryn Bray").contains("Ready to decide"));
    for manager in ["martin-eddy", "helen-marrack"] {
        let list = county.get(manager, "/lists/contacts-undecided").await;
        assert!(row(&list.text, "Talan Rowse").contains("hours"), "{manager} has it");
    }
    assert_eq!(county.get("hannah-pascoe", "/front-door").await.status, 403);
}

#[tokio::test]
async fn f007_a_child_not_seen_is_on_the_lists_of_worker_team_and_service_with_days_waited() {
    let text = child("tegen", "Tegen Nance")
        + &child("jory", "Jory Nance")
        + &open_case("tegen", "2026-03-02", WEST)
        + &open_case("jory", "2026-03-02", WEST)
        + "recording by hannah-pascoe as social_worker\n  2026-03-03 jory visit.made\n    seen: yes\n";
    let county = county(&text);
    for (who, scope) in [("hannah-pascoe", "mine"), ("ruth-tregear", "team"), ("helen-marrack", "service")] {
        let list = county.get(who, "/lists/not-seen-since-referral").await;
        is_page(&list);
        assert!(row(&list.text, "Tegen Nance").contains("30 days waited"), "{who}");
        assert!(!list.text.contains("Jory Nance"), "{who}: a child who was seen is not listed");
        assert!(list.text.contains(&format!("scope={scope}")));
    }
    let north = county.get("helen-marrack", "/lists/not-seen-since-referral?team=north-team").await;
    assert!(!north.text.contains("Tegen Nance"), "another team's list does not hold the child");
}

#[tokio::test]
async fn f011_a_referrer_not_told_is_listed_until_told() {
    let decided = child("tegen", "Tegen Nance")
        + "recording by martin-eddy as front_door_manager
  2026-03-24 tegen contact.received
  2026-03-24 tegen contact.decided
    outcome: advice_given
    reason: r
";
    let told = format!(
        "{decided}recording by martin-eddy as front_door_manager\n  2026-03-31 tegen referrer.informed\n"
    );
    let path = "/lists/referrers-not-informed";
    assert!(county(&decided).get("martin-eddy", path).await.text.contains("Tegen Nance"));
    let after = county(&told).get("martin-eddy", path).await;
    assert!(!after.text.contains("Tegen Nance") && after.text.contains("Every referrer has been told"));
}

#[tokio::test]
async fn f016_a_referral_is_listed_with_its_days_until_outcome_and_sight_are_recorded() {
    let open = child("tegen", "Tegen Nance")
        + "recording by martin-eddy as front_door_manager\n  2026-03-20 tegen referral.received\n";
    let decided = format!(
        "{open}recording by martin-eddy as front_door_manager\n  2026-03-23 tegen referral.decided\n    outcome: assessment\n"
    );
    let seen = format!(
        "{decided}recording by hannah-pascoe as social_worker\n  2026-03-24 tegen visit.made\n    seen: yes\n"
    );
    let path = "/lists/referrals-without-outcome";
    let list = county(&open).get("martin-eddy", path).await;
    let line = row(&list.text, "Tegen Nance");
    assert!(line.contains("has no outcome") && line.contains("12 days waited"), "{line}");
    assert!(county(&decided).get("martin-eddy", path).await.text.contains("no worker has seen the child"));
    assert!(!county(&seen).get("martin-eddy", path).await.text.contains("Tegen Nance"));
}

#[tokio::test]
async fn f039_the_manager_s_count_of_notes_without_purpose_rises_by_one() {
    let base = child("tegen", "Tegen Nance") + &open_case("tegen", "2026-03-02", WEST);
    let note = |day: &str| {
        format!(
            "recording by hannah-pascoe as social_worker\n  {day} tegen case_note.recorded\n    note: Rang\n"
        )
    };
    let count = async |text: &str| {
        let list = county(text).get("ruth-tregear", "/lists/purposeless-notes?by=manager").await;
        assert_eq!(list.status, 200);
        row(&list.text, "manager=ruth-tregear").split("<b>").nth(1).unwrap()[..1].to_owned()
    };
    let one = base.clone() + &note("2026-03-10");
    let two = one.clone() + &note("2026-03-11");
    assert_eq!(count(&one).await, "1");
    assert_eq!(count(&two).await, "2");
    let none = county(&base).get("ruth-tregear", "/lists/purposeless-notes").await;
    assert!(none.text.contains("Every note says why"));
}

#[tokio::test]
async fn f045_a_code_without_meaning_is_counted_for_its_team() {
    let base = child("tegen", "Tegen Nance") + &open_case("tegen", "2026-03-02", WEST);
    let ticked = format!(
        "{base}recording by hannah-pascoe as social_worker\n  2026-03-10 tegen characteristics.recorded\n    ethnicity: WBRI\n"
    );
    let path = "/lists/identity-blank";
    assert!(!county(&base).get("ruth-tregear", path).await.text.contains("Tegen Nance"));
    let list = county(&ticked).get("ruth-tregear", path).await;
    assert!(row(&list.text, "team=west-team").contains("<b>1</b>"));
    assert!(list.text.contains("Tegen Nance"));
}

#[tokio::test]
async fn f135_the_child_with_two_breaches_stands_first_with_both_named_and_their_reasons() {
    let text = child("aa", "Anna Able")
        + &child("zz", "Zennor Zelah")
        + &open_case("zz", "2026-02-02", WEST)
        + &open_case("aa", "2026-03-31", WEST)
        + "recording by hannah-pascoe as social_worker\n  2026-03-31 aa visit.made\n    seen: yes\n";
    let county = county(&text);
    let grid = county.get("ruth-tregear", "/teams/west-team/duties").await;
    is_page(&grid);
    let (zennor, anna) = (grid.text.find("Zennor Zelah").unwrap(), grid.text.find("Anna Able").unwrap());
    assert!(zennor < anna, "most breaches first, whatever the name");
    let line = row(&grid.text, "Zennor Zelah");
    assert!(line.contains("breaches"), "{line}");
    assert!(line.matches("Overdue").count() >= 2 && line.contains("See the child"), "{line}");
    assert!(
        line.contains("within 3 working days of the referral, Monday 2 February 2026"),
        "the reason is there: {line}"
    );
    assert!(row(&grid.text, "Anna Able").contains("No breach"));
    let service = county.get("helen-marrack", "/duties?show=breaches").await;
    assert!(service.text.contains("Zennor Zelah") && !service.text.contains("Anna Able"));
    is_page(&county.get("hannah-pascoe", "/people/zz/duties").await);
    let file = county.get("ruth-tregear", "/teams/west-team/duties?format=csv").await;
    assert!(file.text.starts_with('\u{feff}') && file.text.contains("overdue"));
}

#[tokio::test]
async fn f178_of_three_children_opened_and_one_allocated_two_are_listed_until_each_has_a_worker() {
    let mut text = ["a", "b", "c"].map(|id| child(id, &format!("Child {}", id.to_uppercase()))).concat();
    for (id, worker) in [("a", WEST), ("b", None), ("c", None)] {
        text.push_str(&open_case(id, "2026-03-24", worker));
    }
    let given = format!(
        "{text}recording by ruth-tregear as team_manager\n  2026-03-31 b allocation.started\n    worker: sam-rowe\n    team: west-team\n"
    );
    let path = "/lists/unallocated";
    let before = county(&text);
    for who in ["ruth-tregear", "helen-marrack"] {
        let list = before.get(who, path).await;
        assert!(list.text.contains("Child B") && list.text.contains("Child C"), "{who}");
        assert!(!list.text.contains("Child A"), "{who}");
        assert!(list.text.contains("2 children"), "{who}");
    }
    let after = county(&given).get("ruth-tregear", path).await;
    assert!(!after.text.contains("Child B") && after.text.contains("Child C"), "each child is cleared alone");
    let team = before.get("ruth-tregear", "/teams/west-team?try=b,c").await;
    is_page(&team);
    assert!(team.text.contains("1 → 3 of 2 children, 1 over"), "what if says that the limit is passed");
    assert!(team.text.contains("action=\"/forms/allocation\"") && team.text.contains("value=\"b,c\""));
    assert!(row(&team.text, "Hannah Pascoe").contains("<b>1</b> of 2"));
}

#[tokio::test]
async fn f183_sixty_days_without_a_management_entry_are_before_both_managers() {
    let quiet = child("tegen", "Tegen Nance") + &open_case("tegen", "2026-01-29", WEST);
    let spoken = format!(
        "{quiet}recording by ruth-tregear as team_manager\n  2026-03-02 tegen supervision.held\n    manager: ruth-tregear\n"
    );
    for who in ["ruth-tregear", "helen-marrack"] {
        let list = county(&quiet).get(who, "/lists/no-oversight").await;
        assert!(list.text.contains("Tegen Nance"), "{who}");
        assert!(!county(&spoken).get(who, "/lists/no-oversight").await.text.contains("Tegen Nance"), "{who}");
    }
    let team = county(&spoken).get("ruth-tregear", "/teams/west-team").await;
    assert!(row(&team.text, "Hannah Pascoe").contains("2 Mar 2026"), "last supervision");
}

#[tokio::test]
async fn a_restricted_child_is_counted_and_not_named() {
    let text = child("tegen", "Tegen Nance")
        + &open_case("tegen", "2026-03-02", NORTH)
        + "recording by helen-marrack as head_of_service
  2026-03-03 tegen restriction.placed
    reason: r
    allowed: jowan-pellow
";
    let county = county(&text);
    for path in [
        "/lists/not-seen-since-referral?scope=service",
        "/duties",
        "/teams/north-team",
        "/performance/children_in_need_at_date",
        "/lists/not-seen-since-referral?scope=service&format=csv",
        "/performance/children_in_need_at_date?format=csv",
    ] {
        let answer = county.get("hannah-pascoe", path).await;
        assert_eq!(answer.status, 200, "{path}");
        assert!(!answer.text.contains("Tegen") && !answer.text.contains("tegen"), "{path} names the child");
        if path != "/teams/north-team" {
            assert!(answer.text.contains("A restricted record"), "{path} counts the child");
        }
    }
}

#[tokio::test]
async fn every_list_and_every_indicator_opens_as_a_page_and_as_a_file() {
    let text = child("tegen", "Tegen Nance")
        + &open_case("tegen", "2026-03-02", WEST)
        + DISCUSSED
        + "recording by hannah-pascoe as social_worker\n  2026-03-28 tegen case_note.recorded\n    heading: x\n    note: =1+1\n";
    let county = county(&text);
    let index = county.get("helen-marrack", "/lists").await;
    is_page(&index);
    let names =
        index.text.split("href=\"/lists/").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
    let mut paths: Vec<String> = names.map(|name| format!("/lists/{name}")).collect();
    assert!(paths.len() > 20, "{paths:?}");
    let performance = county.get("helen-marrack", "/performance").await;
    is_page(&performance);
    let ids = performance.text.split("href=\"/performance/").skip(1);
    paths.extend(ids.map(|rest| format!("/performance/{}", rest.split('"').next().unwrap())));
    assert!(paths.len() > 50, "{}", paths.len());
    paths.extend(["/meetings", "/meetings?month=2026-03", "/performance?team=west-team"].map(str::to_owned));
    for path in paths {
        is_page(&county.get("helen-marrack", &path).await);
        let join = if path.contains('?') { '&' } else { '?' };
        let file = county.get("helen-marrack", &format!("{path}{join}format=csv")).await;
        assert_eq!(file.status, 200, "{path}");
        assert!(file.kind.starts_with("text/csv") && file.text.starts_with('\u{feff}'), "{path}");
        assert_eq!(
            county.get("tom-ferris", &path).await.status == 200,
            path.starts_with("/meetings"),
            "{path}"
        );
    }
    assert_eq!(county.get("helen-marrack", "/lists/no-such-list").await.status, 404);
    assert_eq!(county.get("helen-marrack", "/performance/no_such").await.status, 404);
    assert_eq!(county.get("helen-marrack", "/performance/re_referrals?from=soon").await.status, 400);
}

#[tokio::test]
async fn a_closed_team_says_who_answers_for_its_work_and_an_unknown_one_is_not_found() {
    let county = county("");
    let closed = county.get("ruth-tregear", "/teams/old-team").await;
    is_page(&closed);
    assert!(closed.text.contains("This team is closed") && closed.text.contains("href=\"/teams/west-team\""));
    assert_eq!(county.get("ruth-tregear", "/teams/hannah-pascoe").await.status, 404);
    assert_eq!(county.get("tom-ferris", "/teams/west-team").await.status, 403);
}
