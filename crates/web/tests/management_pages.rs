//! The pages of managers: teams, lists, the front door, figures, meetings.

mod common;

use common::{Answer, County};

/// Teams and who works in them. Hannah and Sam are in the west under Ruth, Jowan in the north under Wella.
const ORGANISATION: &str = "
recording by helen-marrack as head_of_service at 2025-01-06T09:00:00Z
  2025-01-06 west-team team.opened
    name: West team
  2025-01-06 north-team team.opened
    name: North team
  2025-01-06 old-team team.opened
    name: Old team
  2025-01-06 old-team team.closed
    successor: west-team
  2025-01-06 hannah-pascoe person.identified
    category: professional
    full_name: Hannah Pascoe
  2025-01-06 hannah-pascoe registration.recorded
    register: Social Work England
  2025-01-06 hannah-pascoe post.filled
    team: west-team
    role: social_worker
    manager: ruth-tregear
    caseload_limit: 2
  2025-01-06 sam-rowe person.identified
    category: professional
    full_name: Sam Rowe
  2025-01-06 sam-rowe post.filled
    team: west-team
    role: social_worker
    manager: ruth-tregear
    full_time_percent: 50
  2025-01-06 jowan-pellow person.identified
    category: professional
    full_name: Jowan Pellow
  2025-01-06 jowan-pellow post.filled
    team: north-team
    role: social_worker
    manager: wella-hicks
  2025-01-06 ruth-tregear person.identified
    category: professional
    full_name: Ruth Tregear
  2025-01-06 ruth-tregear post.filled
    team: west-team
    role: team_manager
    manager: helen-marrack
  2025-01-06 wella-hicks person.identified
    category: professional
    full_name: Wella Hicks
  2025-01-06 martin-eddy person.identified
    category: professional
    full_name: Martin Eddy
  2025-01-06 martin-eddy post.filled
    role: front_door_manager
  2025-01-06 helen-marrack person.identified
    category: professional
    full_name: Helen Marrack
  2025-01-06 helen-marrack post.filled
    role: head_of_service
";

fn county(more: &str) -> County {
    County::new(&format!("{ORGANISATION}{more}"))
}

/// A child, identified when the organisation was.
fn child(id: &str, name: &str) -> String {
    let (forename, surname) = name.split_once(' ').unwrap();
    format!(
        "recording by martin-eddy as front_door_manager at 2025-01-06T09:00:00Z\n  2025-01-06 {id} person.identified\n    \
         category: child\n    forename: {forename}\n    surname: {surname}\n    date_of_birth: 2016-11-12\n"
    )
}

/// A referral accepted on a day, and the child given to a worker if one is named.
fn open_case(id: &str, day: &str, worker: Option<(&str, &str)>) -> String {
    let mut text = format!(
        "recording by martin-eddy as front_door_manager\n  {day} {id} referral.received\n    rating: amber\n  {day} {id} \
         referral.decided\n    outcome: assessment\n"
    );
    if let Some((worker, team)) = worker {
        text.push_str(&format!("  {day} {id} allocation.started\n    worker: {worker}\n    team: {team}\n"));
    }
    text
}

const WEST: Option<(&str, &str)> = Some(("hannah-pascoe", "west-team"));
const NORTH: Option<(&str, &str)> = Some(("jowan-pellow", "north-team"));

/// The table row that holds some words, as text.
fn row<'a>(page: &'a str, words: &str) -> &'a str {
    let mut rows = page.split("<tr").map(|row| row.split("</tr>").next().unwrap_or_default());
    rows.find(|row| row.contains(words)).unwrap_or_else(|| panic!("no row holds “{words}”"))
}

fn is_page(answer: &Answer) {
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!(answer.text.matches("<h1").count(), 1);
    assert!(answer.text.contains(" – Onen</title>"));
    assert_eq!(answer.text.matches("<table").count(), answer.text.matches("<caption").count());
}

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

const THREE_AGENCIES: &str = "
recording by martin-eddy as front_door_manager
  2026-03-02 tegen contact.received
    agency: police
  2026-03-02 tegen contact.decided
    outcome: referral
    reason: r
    history_weighed: h
recording by martin-eddy as front_door_manager
  2026-03-09 jory contact.received
    agency: school
  2026-03-09 jory contact.decided
    outcome: advice_given
recording by martin-eddy as front_door_manager
  2026-03-20 tegen contact.received
    agency: health
  2026-03-20 jory contact.received
    agency: police
  2026-03-20 jory contact.decided
    outcome: no_further_action
    reason: r
    history_weighed: h
";

#[tokio::test]
async fn f017_each_count_of_the_report_opens_its_case_and_each_rate_equals_its_list() {
    let county = county(&(child("tegen", "Tegen Nance") + &child("jory", "Jory Rowse") + THREE_AGENCIES));
    let report = county.get("martin-eddy", "/front-door/report?from=2026-03-01&to=2026-03-31").await;
    is_page(&report);
    for (words, count) in [
        ("Contacts received, one for each child", 4),
        ("Not yet decided", 1),
        ("Repeats:", 2),
        ("Decided without a reason", 1),
        ("Became a referral<", 1),
    ] {
        assert!(row(&report.text, words).contains(&format!("<b>{count}</b>")), "{words}");
    }
    let opened = |show: &str| format!("/front-door/report?from=2026-03-01&to=2026-03-31&show={show}");
    let undecided = county.get("martin-eddy", &opened("undecided")).await;
    let list = undecided.text.split("id=\"contacts\"").nth(1).unwrap();
    assert!(
        list.contains("Tegen Nance") && list.contains("Health") && !list.contains("Jory Rowse"),
        "{list}"
    );
    let unreasoned = county.get("martin-eddy", &opened("unreasoned")).await;
    let list = unreasoned.text.split("id=\"contacts\"").nth(1).unwrap();
    assert!(list.contains("Jory Rowse") && !list.contains("Tegen Nance"));
    // The rate of the police is that of their list: one of two became a referral.
    let police = row(&report.text, "agency=police");
    assert!(police.contains("50%") && police.contains("1 of 2"), "{police}");
    let theirs =
        county.get("martin-eddy", "/front-door/report?from=2026-03-01&to=2026-03-31&agency=police").await;
    let list = theirs.text.split("id=\"contacts\"").nth(1).unwrap();
    assert_eq!(list.matches("<th role=\"rowheader\"").count(), 2);
    assert_eq!(list.matches("Accepted as a referral").count(), 1);
    let pack = county.get("martin-eddy", "/front-door/report/police?from=2026-03-01&to=2026-03-31").await;
    is_page(&pack);
    assert!(pack.text.contains("2 contacts came from this agency") && !pack.text.contains(">Health<"));
    let file = county.get("martin-eddy", "/front-door/report/police?from=2026-03-01&format=csv").await;
    assert!(file.kind.starts_with("text/csv") && file.text.starts_with('\u{feff}'));
    assert_eq!(file.text.lines().count(), 3);
    assert_eq!(county.get("martin-eddy", "/front-door/report/no-such").await.status, 404);
}

/// An assessment of a child signed off, with or without the child's views.
fn signed_off(id: &str, views: bool) -> String {
    let views = if views {
        "    views: I want to stay with Nan\n    views_difference: Nan was asked first\n"
    } else {
        ""
    };
    format!(
        "recording by ruth-tregear as team_manager\n  2026-03-03 {id} assessment.started\n  2026-03-10 {id} \
         assessment.completed\n{views}  2026-03-11 {id} assessment.signed_off\n    comment: Read\n"
    )
}

#[tokio::test]
async fn f032_two_teams_with_half_and_all_read_50_and_100() {
    let mut text = ["a", "b", "c", "d"].map(|id| child(id, &format!("Child {}", id.to_uppercase()))).concat();
    for (id, team) in [("a", WEST), ("b", WEST), ("c", NORTH), ("d", NORTH)] {
        text.push_str(&open_case(id, "2026-03-02", team));
    }
    for (id, views) in [("a", true), ("b", false), ("c", true), ("d", true)] {
        text.push_str(&signed_off(id, views));
    }
    let county = county(&text);
    let list = county.get("helen-marrack", "/lists/views").await;
    is_page(&list);
    let west = row(&list.text, "team=west-team");
    assert!(west.contains("50%") && west.contains("1 of 2"), "{west}");
    assert!(row(&list.text, "team=north-team").contains("100%"));
    let by_age = county.get("helen-marrack", "/lists/views?by=age").await;
    let age = row(&by_age.text, "age=5%20to%209");
    assert!(age.contains("75%") && age.contains("3 of 4"), "{age}");
    let missing = county.get("helen-marrack", "/lists/missing-views").await;
    assert!(missing.text.contains("Child B") && !missing.text.contains("Child A"));
    let figure = county.get("helen-marrack", "/performance/assessments_with_views?tab=breakdown").await;
    is_page(&figure);
    assert!(row(&figure.text, "team=west-team").contains("50.0%"));
    assert!(row(&figure.text, "team=north-team").contains("100.0%"));
    assert!(figure.text.contains("Too few to publish") || figure.text.contains("too few to publish"));
    let west = county.get("helen-marrack", "/performance/assessments_with_views?team=west-team").await;
    assert!(west.text.contains("50.0%") && west.text.contains("1 in, 1 out"));
    assert!(west.text.contains("Child A") && !west.text.contains("Child C"));
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
async fn f040_a_visit_recorded_five_days_on_moves_its_writer_s_median() {
    let base = child("tegen", "Tegen Nance") + &open_case("tegen", "2026-03-02", WEST);
    let visit = |day: &str, at: &str| {
        format!(
            "recording by hannah-pascoe as social_worker at {at}T17:00:00Z\n  {day} tegen visit.made\n    seen: yes\n"
        )
    };
    let prompt = base + &visit("2026-03-04", "2026-03-04");
    let slow = prompt.clone() + &visit("2026-03-05", "2026-03-10");
    let path = "/lists/recording-lag?scope=service";
    let before = county(&prompt).get("helen-marrack", path).await;
    assert!(row(&before.text, "worker=hannah-pascoe").contains("0 days"));
    let after = county(&slow).get("helen-marrack", path).await;
    assert!(row(&after.text, "worker=hannah-pascoe").contains("2.5 days"));
    assert!(after.text.contains("recorded 5 days after it happened"));
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
async fn f048_ten_sign_offs_without_a_return_show_no_challenge_for_that_manager() {
    let mut text = String::new();
    for place in 0..10 {
        let id = format!("child-{place}");
        text.push_str(&child(&id, &format!("Child {place}")));
    }
    for place in 0..10 {
        text.push_str(&signed_off(&format!("child-{place}"), true));
    }
    let returned = format!(
        "{text}recording by wella-hicks as team_manager\n  2026-03-12 child-0 assessment.started\n  2026-03-13 child-0 \
         assessment.completed\n  2026-03-14 child-0 assessment.returned\n    comment: Speak with the father\n"
    );
    let list = county(&returned).get("helen-marrack", "/lists/sign-offs").await;
    is_page(&list);
    let cells = |manager: &str| -> Vec<String> {
        let row = row(&list.text, &format!("manager={manager}")).to_owned();
        let cells = row.split("<td").skip(1);
        cells.map(|cell| cell.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned()).collect()
    };
    assert_eq!(cells("ruth-tregear"), ["10", "0", "0"]);
    assert_eq!(cells("wella-hicks"), ["0", "1", "0"]);
    assert!(list.text.contains("Speak with the father"));
}

const DISCUSSED: &str = "
recording by ruth-tregear as team_manager
  2026-03-27 tegen strategy_discussion.held
  2026-03-27 tegen section_47_enquiry.decided
    decision: joint
";

#[tokio::test]
async fn f059_the_due_date_of_a_conference_leaves_out_easter_and_a_late_one_is_asked_why() {
    let text = child("tegen", "Tegen Nance") + &open_case("tegen", "2026-03-02", WEST) + DISCUSSED;
    let list = county(&text).get("ruth-tregear", "/lists/conferences-due").await;
    is_page(&list);
    // By hand: 30 and 31 March, 1 and 2 April, then 7 to 10, 13 to 17, 20 and 21 April.
    assert!(row(&list.text, "Tegen Nance").contains("Tue 21 April"));
    let path = "/performance/initial_conferences_in_15_days?from=2026-04-01&to=2026-04-30";
    let share = async |held: &str| {
        let conference = format!(
            "{text}recording by ruth-tregear as team_manager\n  {held} tegen conference.held\n    conference_type: initial\n"
        );
        let county = county(&conference);
        county.later(60 * 24 * 30);
        let late =
            county.get("ruth-tregear", "/lists/late-without-reason").await.text.contains("Tegen Nance");
        (county.get("helen-marrack", path).await.text.contains("100.0%"), late)
    };
    assert_eq!(share("2026-04-21").await, (true, false), "in time: the whole rate, and no reason asked");
    assert_eq!(share("2026-04-22").await, (false, true), "a day late: the rate falls, and a reason is asked");
}

#[tokio::test]
async fn f060_a_plan_of_three_months_and_a_day_unreviewed_is_late_and_the_indicator_moves() {
    let plan = |day: &str| {
        child("tegen", "Tegen Nance")
            + &open_case("tegen", "2025-12-01", WEST)
            + &format!(
                "recording by ruth-tregear as team_manager\n  {day} tegen conference.held\n    conference_type: initial\n  \
                 {day} tegen child_protection_plan.started\n    category: NEG\n"
            )
    };
    let late = county(&plan("2025-12-31"));
    let list = late.get("ruth-tregear", "/lists/reviews-due").await;
    is_page(&list);
    let line = row(&list.text, "Tegen Nance");
    assert!(line.contains("overdue"), "{line}");
    assert!(list.text.contains(">Late<"), "the group of those late");
    let near = county(&plan("2026-01-06"));
    let list = near.get("ruth-tregear", "/lists/reviews-due").await;
    assert!(list.text.contains("Due within 7 days") && !list.text.contains(">Late<"));
    let path = "/performance/review_conferences_on_time";
    let (late, near) = (late.get("helen-marrack", path).await, near.get("helen-marrack", path).await);
    let figure = |answer: &Answer| answer.text.split("on-big").nth(1).unwrap()[..12].to_owned();
    assert_ne!(figure(&late), figure(&near), "the indicator moves");
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
async fn the_file_of_a_figure_holds_as_many_children_as_the_figure_counts() {
    let text = child("tegen", "Tegen Nance")
        + &child("jory", "Jory Nance")
        + &open_case("tegen", "2026-03-02", WEST)
        + &open_case("jory", "2026-03-02", NORTH);
    let county = county(&text);
    let page = county.get("helen-marrack", "/performance/children_in_need_at_date?as-at=2026-03-31").await;
    assert!(page.text.contains("2 cases"));
    let file = county
        .get("helen-marrack", "/performance/children_in_need_at_date?as-at=2026-03-31&format=csv")
        .await;
    assert_eq!(file.text.lines().count(), 3);
    let earlier = county.get("helen-marrack", "/performance/children_in_need_at_date?as-at=2026-02-28").await;
    assert!(earlier.text.contains("0 cases"));
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

#[tokio::test]
async fn meetings_are_listed_by_month_and_a_late_one_is_marked() {
    let text = child("tegen", "Tegen Nance")
        + &open_case("tegen", "2026-02-02", WEST)
        + "recording by ruth-tregear as team_manager
  2026-02-05 tegen strategy_discussion.held
  2026-02-05 tegen section_47_enquiry.decided
    decision: joint
recording by ruth-tregear as team_manager
  2026-03-20 tegen conference.held
    conference_type: initial
    chair: helen-marrack
";
    let county = county(&text);
    let march = county.get("helen-marrack", "/meetings?month=2026-03").await;
    is_page(&march);
    let held = row(&march.text, "Child protection conference");
    assert!(held.contains("Held late") && held.contains("You chair"), "{held}");
    let february = county.get("helen-marrack", "/meetings?month=2026-02").await;
    assert!(row(&february.text, "Strategy discussion").contains("Tegen Nance"));
    assert!(!february.text.split("id=\"held\"").nth(1).unwrap().contains("Child protection conference"));
}
