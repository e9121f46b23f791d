//! Children between two teams, and the rota of the night.

mod common;
#[expect(dead_code, reason = "these tests use a part of it")]
mod organised;

use common::County;
use organised::{WEST, child, county, is_page, open_case, row};

/// Jory is Hannah's in the west; the north was asked to take him on Monday 23 March 2026, and it is Wednesday 1 April:
/// the seventh working day.
fn asked(more: &str) -> County {
    let text = child("jory", "Jory Nance")
        + &open_case("jory", "2026-03-02", WEST)
        + "recording by wella-hicks as team_manager at 2026-03-03T09:00:00Z
  2025-01-06 wella-hicks post.filled
    team: north-team
    role: team_manager
    manager: helen-marrack
  2025-01-06 jowan-pellow registration.recorded
    register: Social Work England
recording by ruth-tregear as team_manager
  2026-03-23 jory transfer.requested
    from_team: west-team
    to_team: north-team
    to_manager: wella-hicks
    reason: The assessment is done.
    handover: Likes to draw; never leave him with his uncle.
" + more;
    let county = county(&text);
    let account = store::desk::Account {
        person: common::id("wella-hicks"),
        name: "Wella Hicks".to_owned(),
        role: "team_manager".to_owned(),
        team: Some("north-team".to_owned()),
        password_hash: None,
        disabled: false,
    };
    county.app.desk.put_account(&account).unwrap();
    county
}

#[tokio::test]
async fn f019_a_transfer_past_its_limit_stands_before_both_managers_and_the_sender_still_answers() {
    let county = asked("");
    for manager in ["ruth-tregear", "wella-hicks"] {
        let page = county.get(manager, "/transfers").await;
        is_page(&page);
        assert!(page.text.contains("To North team"), "{manager}");
        let line = row(&page.text, "Jory Nance");
        for words in
            ["7 working days", "overdue", "From West team", "Hannah Pascoe", "Wella Hicks", "Not checked"]
        {
            assert!(line.contains(words), "{manager}: {words} in {line}");
        }
        assert!(
            page.text.contains("that its 1 social worker may have"),
            "the receiving team’s room is shown"
        );
        let work = county.get(manager, "/work").await;
        assert!(work.text.contains("Transfer not accepted"), "{manager} has it before them");
    }
    let list = county.get("ruth-tregear", "/lists/transfers-waiting").await;
    assert!(
        row(&list.text, "Jory Nance").contains("Hannah Pascoe still answers for the child"),
        "{}",
        list.text
    );
    let story = county.get("hannah-pascoe", "/people/jory").await;
    assert!(story.text.contains("Hannah Pascoe"), "the sending worker is still his worker");
}

#[tokio::test]
async fn a_transfer_is_refused_without_what_it_needs_and_moves_the_child_with_its_handover() {
    let county = asked("");
    let form = "/forms/transfer_accept";
    is_page(&county.get("wella-hicks", &format!("{form}?about=jory")).await);
    let lacking = [
        ("about", "jory"),
        ("shared.worker", "jowan-pellow"),
        ("shared.decided_by", "wella-hicks"),
        ("jory.child_told", ""),
        ("action", "finish"),
    ];
    let refused = county.post("wella-hicks", form, &lacking).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("What was Jory told?"), "{}", refused.text);
    let whole = [
        ("about", "jory"),
        ("shared.worker", "jowan-pellow"),
        ("shared.decided_by", "wella-hicks"),
        ("jory.child_told", "Hannah told him on Tuesday; he asked whether Jowan has a dog."),
        ("action", "finish"),
    ];
    let accepted = county.post("wella-hicks", form, &whole).await;
    assert_eq!(accepted.status, 303, "{}", accepted.text);
    let page = county.get("ruth-tregear", "/transfers").await;
    assert!(page.text.contains("No child waits between two teams"));
    let jory = common::id("jory");
    let timeline = county.app.views.folder().timeline(&jory).unwrap();
    let now = timeline.allocation_on(county.app.today()).unwrap();
    assert_eq!(now.worker.as_ref().map(|id| id.as_str()), Some("jowan-pellow"));
    assert_eq!(now.team.as_ref().map(|id| id.as_str()), Some("north-team"));
    let before = timeline.allocations.iter().find(|one| one.handover.is_some()).unwrap();
    assert_eq!(before.handover.as_deref(), Some("Likes to draw; never leave him with his uncle."));
}

#[tokio::test]
async fn due_dates_do_not_move_with_the_child() {
    let due = |county: &County| {
        let jory = common::id("jory");
        let around = county.app.views.around_unlogged(&jory, None, None).unwrap();
        let assessed =
            around.duties().iter().find(|duty| duty.timescale.id == "single-assessment-45wd").unwrap();
        (assessed.started_on(), assessed.due_on)
    };
    let before = due(&asked(""));
    let moved = "recording by wella-hicks as team_manager
  2026-03-25 jory transfer.accepted
    worker: jowan-pellow
  2026-03-25 jory allocation.started
    worker: jowan-pellow
    team: north-team
";
    assert_eq!(due(&asked(moved)), before);
}

#[tokio::test]
async fn f021_a_gap_is_shown_seven_days_ahead_and_a_friday_peak_is_marked_short() {
    let contact = |day: &str, time: &str| {
        format!(
            "recording by asha as screener at 2026-03-30T10:00:00Z\n  {day} {time} jory contact.received\n    agency: police\n"
        )
    };
    // It is Wednesday 1 April 2026. Contacts come on Friday evenings, three in the last four of them at seven.
    let peaks: String = ["2026-03-06", "2026-03-13", "2026-03-20", "2026-03-27"]
        .map(|day| contact(day, "19:10") + &contact(day, "19:40"))
        .concat();
    let rota = "recording by ruth-tregear as team_manager
  2026-03-30 out-of-hours team.opened
    name: Out-of-hours team
  2026-03-30 out-of-hours shift.rostered
    on: 2026-04-03
    from_hour: 17
    hours: 15
    needed: 1
    workers: sam-rowe
  2026-03-30 out-of-hours shift.rostered
    on: 2026-04-04
    from_hour: 12
    hours: 5
    workers: sam-rowe
  2026-03-30 out-of-hours shift.rostered
    on: 2026-04-08
    from_hour: 17
    hours: 15
    needed: 1
  2026-03-30 out-of-hours shift.rostered
    on: 2026-04-09
    from_hour: 17
    hours: 15
    needed: 1
";
    let county = asked(&(peaks + rota));
    let page = county.get("martin-eddy", "/out-of-hours").await;
    is_page(&page);
    assert!(page.text.contains("Shifts within 7 days that lack somebody: 1."), "{}", page.text);
    assert!(page.text.contains("Wed 8 April at 17:00, 15 hours: lacks 1 of 1"), "seven days ahead");
    assert!(
        !page.text.contains("Thu 9 April at 17:00, 15 hours: lacks"),
        "eight days ahead is not warned of yet"
    );
    let peak = row(&page.text, "Friday 19:00");
    assert!(peak.contains("short") && peak.contains("2.0"), "{peak}");
    assert!(page.text.contains("Sam Rowe: 4 hours of rest before Sat 4 April at 12:00"), "{}", page.text);
    assert!(page.text.contains("/forms/shift?about=out-of-hours"));
    is_page(&county.get("ruth-tregear", "/forms/shift?about=out-of-hours").await);
}
