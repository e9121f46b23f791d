//! The pages of figures: the front door's report, indicators, lists that are counted, meetings by month.

mod common;
mod organised;

use common::Answer;
use organised::*;

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

#[tokio::test]
async fn f005_re_referrals_are_counted_through_the_household_with_each_child_s_earlier_ending() {
    let mut told = String::new();
    for (first, second) in [("tegen", "jory"), ("kerra", "petroc")] {
        for id in [first, second] {
            told += &child(id, &format!("{}{} Nance", id[..1].to_uppercase(), &id[1..]));
            told += &format!("  2025-01-06 {id} household.joined\n    household: {first}-home\n");
        }
    }
    let mut cases = String::new();
    for first in ["tegen", "kerra"] {
        cases += &open_case(first, "2025-06-02", WEST);
    }
    for first in ["tegen", "kerra"] {
        cases += &format!(
            "recording by ruth-tregear as team_manager\n  2025-07-07 {first} closure.decided\n    closure_reason: RC8\n"
        );
    }
    for (first, second) in [("tegen", "jory"), ("kerra", "petroc")] {
        for id in [first, second] {
            cases += &format!(
                "recording by martin-eddy as front_door_manager\n  2026-03-02 {id} referral.received\n"
            );
        }
    }
    let county = county(&format!("{told}{cases}"));
    let rate = county.get("helen-marrack", "/performance/re_referrals?from=2026-01-01&to=2026-04-01").await;
    is_page(&rate);
    assert!(rate.text.contains("2 of 4"), "Tegen and Kerra: {}", rate.text);
    assert!(rate.text.contains("2 more: not referred when a brother or sister was"), "Jory and Petroc");
    let opened = county
        .get("helen-marrack", "/performance/re_referrals_by_household?from=2026-01-01&to=2026-04-01")
        .await;
    is_page(&opened);
    assert!(opened.text.contains("4 of 4"));
    let tegen = row(&opened.text, "Tegen Nance");
    assert!(
        tegen.contains("closed on 7 July 2025 by West team: Closed after assessment, no further action"),
        "{tegen}"
    );
    let jory = row(&opened.text, "Jory Nance");
    assert!(
        jory.contains("Tegen of the household was referred on 2 June 2025")
            && jory.contains("this child was not")
    );
    let split = county
        .get(
            "helen-marrack",
            "/performance/re_referrals_by_household?from=2026-01-01&to=2026-04-01&tab=breakdown",
        )
        .await;
    assert!(split.text.contains("Not referred then; Closed after assessment"), "by how it ended");
}
