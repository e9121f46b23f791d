//! Failings whose acceptance is a figure or a page over many children.

use serde_json::Value;

use super::service::Served;
use super::support::{Place, STAFF, text_of};

/// A figure of a period, with its cases.
fn figure(place: &Place, id: &str, period: (&str, &str), more: &[&str]) -> Value {
    let asked = ["indicator", id, "--from", period.0, "--to", period.1, "--list", "--json"];
    place.run(&[&asked[..], more].concat()).done().json().remove(0)
}

fn group<'v>(figure: &'v Value, name: &str) -> &'v Value {
    let groups = figure["by"].as_array().unwrap_or_else(|| panic!("{figure}"));
    groups.iter().find(|group| group["group"] == name).unwrap_or_else(|| panic!("no {name} in {figure}"))
}

/// Children of the front door: one undecided, one who came before, one decided without a reason.
const DOOR: &str = "\
recording by sam as screener at 2026-03-02 12:00
  2026-03-02 anna person.identified
    category: child
    forename: Anna
  2026-03-02 09:00 anna contact.received
    agency: school
  2026-03-02 bryn person.identified
    category: child
    forename: Bryn
  2026-03-02 10:00 bryn contact.received
    agency: police
  2026-03-02 cara person.identified
    category: child
    forename: Cara
  2026-03-02 11:00 cara contact.received
    agency: health
recording by fran as team_manager at 2026-03-03 12:00
  2026-03-03 bryn contact.decided
    outcome: referral
    level_of_need: in_need
    reason: The second call in a month.
    history_weighed: The call of January.
    decided_by: fran
  2026-03-03 bryn referral.received
  2026-03-03 cara contact.decided
    outcome: no_further_action
    decided_by: fran
recording by sam as screener at 2026-03-10 12:00
  2026-03-10 10:00 bryn contact.received
    agency: police
";

#[test]
fn f017_the_front_door_s_page_counts_and_each_count_opens_its_contacts_by_agency() {
    let place = Place::authority();
    place.record_history(&format!("{STAFF}{DOOR}"));
    let password = "a long password";
    let account = ["account", "add", "fran", "--name", "Fran May", "--role", "team_manager"];
    place.run_with(&account, &format!("{password}\n")).done();
    let served = Served::start(&["--data", &text_of(&place.data()), "serve", "--listen", "127.0.0.1:0"]);
    let cookie = served.sign_in("fran", password);
    let open = |asked: &str| -> Vec<String> {
        let path = format!("/front-door/report?from=2026-03-01&to=2026-03-31&format=csv{asked}");
        let sheet = served.page(&path, &cookie);
        let mut rows = csv::Reader::from_reader(sheet.trim_start_matches('\u{feff}').as_bytes());
        rows.records().map(|row| row.expect("a row")[0].to_owned()).collect()
    };
    let sorted = |mut people: Vec<String>| {
        people.sort();
        people
    };
    assert_eq!(sorted(open("")), ["anna", "bryn", "bryn", "cara"]);
    assert_eq!(sorted(open("&show=undecided")), ["anna", "bryn"]);
    assert_eq!(open("&show=repeats"), ["bryn"]);
    assert_eq!(open("&show=unreasoned"), ["cara"]);
    assert_eq!(open("&show=referrals"), ["bryn"]);
    for (agency, all, referrals, rate) in
        [("police", 2, 1, "100%"), ("health", 1, 0, "0%"), ("school", 1, 0, "")]
    {
        assert_eq!(open(&format!("&agency={agency}")).len(), all, "{agency}");
        assert_eq!(open(&format!("&agency={agency}&show=referrals")).len(), referrals, "{agency}");
        let pack =
            served.page(&format!("/front-door/report/{agency}?from=2026-03-01&to=2026-03-31"), &cookie);
        assert!(pack.contains("Feedback") || pack.contains("feedback"), "{agency} has a pack of its own");
        let page = served.page("/front-door/report?from=2026-03-01&to=2026-03-31", &cookie);
        assert!(page.contains(rate), "{agency}: {rate}");
    }
}

/// Four assessments of two teams: both of one team have the child's views, one of two of the other.
fn assessed() -> String {
    let children =
        [("anna", "west", true), ("bryn", "west", true), ("cara", "east", true), ("dewi", "east", false)];
    let mut text = format!("{STAFF}recording by hannah as social_worker at 2026-03-20 12:00\n");
    for (child, team, views) in children {
        let words =
            if views { "    views: I like it here.\n    views_difference: We asked Nan.\n" } else { "" };
        text += &format!(
            "  2026-03-02 {child} person.identified\n    category: child\n  2026-03-02 {child} referral.received\n  \
             2026-03-02 {child} referral.decided\n    outcome: assessment\n  \
             2026-03-03 {child} allocation.started\n    worker: hannah\n    team: {team}\n  \
             2026-03-03 {child} assessment.started\n  2026-03-20 {child} assessment.completed\n{words}"
        );
    }
    text += "recording by fran as team_manager at 2026-03-23 12:00\n";
    for (child, ..) in children {
        text += &format!(
            "  2026-03-23 {child} assessment.signed_off\n    decided_by: fran\n    comment: Good.\n    grade: good\n"
        );
    }
    text
}

#[test]
fn f032_two_teams_with_half_and_all_read_50_and_100() {
    let place = Place::authority();
    place.record_history(&assessed());
    let march = ("2026-03-01", "2026-03-31");
    let views = figure(&place, "assessments_with_views", march, &["--by", "team"]);
    assert_eq!((&views["numerator"], &views["denominator"]), (&3.into(), &4.into()), "{views}");
    assert_eq!(group(&views, "west")["value"], 100.0, "{views}");
    assert_eq!(group(&views, "east")["value"], 50.0, "{views}");
}

#[test]
fn f048_sign_offs_with_no_return_show_zero_challenge_until_one_is_sent_back() {
    let place = Place::authority();
    place.record_history(&assessed());
    let march = ("2026-03-01", "2026-03-31");
    assert_eq!(figure(&place, "assessments_returned", march, &[])["numerator"], 0);
    place.record_history(
        "recording by hannah as social_worker at 2026-03-25 12:00\n  2026-03-24 anna assessment.started\n  \
         2026-03-25 anna assessment.completed\nrecording by fran as team_manager at 2026-03-26 12:00\n  \
         2026-03-26 anna assessment.returned\n    decided_by: fran\n    comment: Where is her father?\n",
    );
    let returned = figure(&place, "assessments_returned", march, &["--by", "worker"]);
    assert_eq!(returned["numerator"], 1, "{returned}");
    assert!(returned["cases"][0]["because"].as_str().is_some_and(|why| why.contains("Where is her father?")));
}

/// A visit written down so many days after it was made.
fn visit(child: &str, made: &str, recorded: &str) -> String {
    format!(
        "recording by hannah as social_worker at {recorded} 12:00\n  {made} {child} visit.made\n    seen: yes\n"
    )
}

#[test]
fn f040_the_lag_reads_five_and_the_worker_s_median_moves() {
    let place = Place::with_child();
    place.record_history(
        &(visit("kerra", "2026-03-09", "2026-03-09") + &visit("kerra", "2026-03-10", "2026-03-10")),
    );
    let march = ("2026-03-01", "2026-03-31");
    let by_author = ["--by", "author"];
    assert_eq!(group(&figure(&place, "recording_lag", march, &by_author), "hannah")["value"], 0.0);
    place.record_history(
        &(visit("kerra", "2026-03-11", "2026-03-16") + &visit("kerra", "2026-03-12", "2026-03-17")),
    );
    let lag = figure(&place, "recording_lag", march, &by_author);
    let days: Vec<&Value> =
        lag["cases"].as_array().expect("cases").iter().map(|case| &case["value"]).collect();
    assert!(days.contains(&&5.into()), "{lag}");
    assert_eq!(group(&lag, "hannah")["value"], 2.5, "{lag}");
}

#[test]
fn f039_a_note_without_purpose_is_kept_and_the_count_of_such_notes_rises_by_one() {
    let place = Place::with_child();
    let count = || {
        let found = place.run(&["findings", "--as-at", "2026-03-20", "--json"]).done().json();
        found.iter().filter(|one| one["finding"] == "recording-without-purpose").count()
    };
    let before = count();
    let note =
        "recording by hannah as social_worker\n  2026-03-04 kerra case_note.recorded\n    note: Called.\n";
    place.record(note).done();
    assert_eq!(count(), before + 1);
    assert!(place.run(&["show", "kerra"]).done().out.contains("note: Called."), "it is kept");
}

/// A child with a plan, and an initial conference held on a day.
fn conferenced(child: &str, held: &str) -> String {
    format!(
        "recording by fran as team_manager at {held} 18:00\n  2026-03-02 {child} person.identified\n    category: child\n  \
         2026-03-02 {child} referral.received\n  2026-03-02 {child} strategy_discussion.held\n  \
         2026-03-02 {child} section_47_enquiry.started\n  \
         {held} {child} conference.held\n    conference_type: initial\n  \
         {held} {child} child_protection_plan.started\n    category: NEG\n"
    )
}

#[test]
fn f059_held_a_day_late_over_easter_the_rate_falls() {
    let place = Place::authority();
    place.record_history(STAFF);
    // 15 working days from Monday 16 March 2026, Good Friday and Easter Monday left out: Wednesday 8 April.
    let text = |child: &str, held: &str| conferenced(child, held).replace("2026-03-02", "2026-03-16");
    place.record_history(&text("anna", "2026-04-08"));
    let spring = ("2026-03-01", "2026-04-30");
    assert_eq!(figure(&place, "initial_conferences_in_15_days", spring, &[])["value"], 100.0);
    place.record_history(&text("bryn", "2026-04-09"));
    let after = figure(&place, "initial_conferences_in_15_days", spring, &[]);
    assert_eq!(after["value"], 50.0, "{after}");
    let due = place.run(&["due", "--as-at", "2026-04-30", "--json"]).done().json();
    let mine = due.iter().find(|duty| duty["person"] == "bryn" && duty["timescale"] == "icpc-15wd");
    let mine = mine.unwrap_or_else(|| panic!("{due:?}"));
    assert_eq!((&mine["due_on"], &mine["state"]), (&"2026-04-08".into(), &"late".into()));
    let found = place.run(&["findings", "--as-at", "2026-04-30", "--json"]).done().json();
    assert!(
        found.iter().any(|one| one["person"] == "bryn" && one["finding"] == "late-without-reason"),
        "{found:?}"
    );
}

#[test]
fn f060_a_plan_three_months_and_a_day_unreviewed_moves_the_indicator() {
    let place = Place::authority();
    place.record_history(&format!("{STAFF}{}", conferenced("anna", "2026-03-20")));
    let late = |day: &str| {
        let due = place.run(&["due", "--as-at", day, "--json"]).done().json();
        due.iter().any(|duty| duty["timescale"] == "cp-review-conference" && duty["state"] == "overdue")
    };
    assert!(!late("2026-06-20") && late("2026-06-21"));
    let on = |day: &str| {
        let asked = ["indicator", "review_conferences_on_time", "--as-at", day, "--json", "--list"];
        place.run(&asked).done().json().remove(0)
    };
    let (before, after) = (on("2026-06-20"), on("2026-06-21"));
    assert_eq!((&before["value"], &after["value"]), (&100.0.into(), &0.0.into()), "{before} {after}");
    assert_eq!(after["cases"][0]["person"], "anna");
}

#[test]
fn f064_a_second_plan_raises_the_rate_by_that_child() {
    let place = Place::authority();
    place.record_history(&format!("{STAFF}{}", conferenced("anna", "2026-03-20")));
    let year = ("2026-01-01", "2026-12-31");
    assert_eq!(figure(&place, "repeat_child_protection_plans", year, &[])["numerator"], 0);
    place.record_history(
        "recording by fran as team_manager at 2026-09-01 12:00\n  2026-06-01 anna child_protection_plan.ended\n    reason: Safe.\n  \
         2026-09-01 anna child_protection_plan.started\n    category: EMO\n",
    );
    let repeat = figure(&place, "repeat_child_protection_plans", year, &[]);
    assert_eq!((&repeat["numerator"], &repeat["denominator"]), (&1.into(), &2.into()), "{repeat}");
    let because = repeat["cases"][1]["because"].as_str().unwrap_or_default();
    assert!(because.contains("1 June 2026"), "the earlier plan shows: {repeat}");
}
