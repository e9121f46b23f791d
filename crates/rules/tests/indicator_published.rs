//! The values that the seeds published, each made again from children who would have given it.

mod figures;

use std::fmt::Write as _;

use figures::{People, at, between, named, share};
use jiff::civil::{Date, date};

/// A percentage as it was published: to one decimal.
fn published(met: usize, all: usize) -> String {
    let tenths = (met * 1000 * 2 + all) / (all * 2);
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// A chronology of `number` children, each with the entries that `of` writes for it (without the person: `{c}`
/// stands for the child).
fn children(number: usize, of: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    for child in 0..number {
        let id = format!("child-{child}");
        text.push_str("recording by worker as social_worker\n");
        for line in of(child).lines().filter(|line| !line.trim().is_empty()) {
            let _ = writeln!(text, "  {}", line.replace("{c}", &id));
        }
    }
    text
}

fn percent(id: &str, text: &str, first: Date, last: Date) -> (String, usize) {
    let cases = People::of(text).cases(named(id));
    let (met, all) = share(&between(&cases, first, last));
    (published(met, all), all)
}

fn count_at(id: &str, text: &str, day: Date) -> usize {
    let cases = People::of(text).cases(named(id));
    let cases = at(&cases, day);
    assert_eq!(share(&cases).0, cases.len(), "a count lists only what it counts");
    cases.len()
}

#[test]
fn every_contact_of_june_2014_in_cambridgeshire_was_screened() {
    let text = children(40, |_| {
        "2014-06-10 {c} contact.received\n2014-06-10 {c} contact.screened\n2014-06-12 {c} contact.decided"
            .to_owned()
    });
    let cases = People::of(&text).cases(named("contacts_decided_in_one_working_day"));
    let cases = between(&cases, date(2014, 6, 1), date(2014, 6, 30));
    let screened = cases.iter().filter(|(_, case)| case.group.as_deref() == Some("Screened")).count();
    assert_eq!((published(screened, cases.len()), share(&cases).0), ("100.0%".to_owned(), 0));
}

#[test]
fn re_referrals_in_cambridgeshire() {
    for (again, year, expected) in [(83, 2014, "16.6%"), (103, 2013, "20.6%")] {
        let text = children(500, |child| {
            let earlier = if child < again { year - 1 } else { year - 2 };
            format!("{earlier}-06-02 {{c}} referral.received\n{year}-04-15 {{c}} referral.received")
        });
        let (figure, all) = percent("re_referrals", &text, date(year, 4, 1), date(year, 4, 30));
        assert_eq!((figure.as_str(), all), (expected, 500));
    }
}

#[test]
fn some_children_in_cornwall_in_2009_were_referred_three_times_or_more_before_one_was_accepted() {
    let text = children(3, |child| {
        let earlier = (0..child * 2).map(|n| format!("2009-0{}-02 {{c}} contact.received\n", n + 2));
        let accepted =
            "2009-09-01 {c} referral.received\n2009-09-02 {c} referral.decided\n  outcome: assessment";
        earlier.collect::<String>() + accepted
    });
    let cases = People::of(&text).cases(named("referrals_before_acceptance"));
    let groups: Vec<&str> = cases.iter().filter_map(|(_, case)| case.group.as_deref()).collect();
    assert_eq!(groups, ["None", "2", "3 or more"]);
}

#[test]
fn no_child_in_cornwall_in_december_2011_was_unallocated() {
    let open = "2011-10-03 {c} assessment.started\n2011-10-03 {c} allocation.started\n  worker: hannah";
    let text = children(25, |_| open.to_owned());
    assert_eq!(count_at("unallocated_children", &text, date(2011, 12, 7)), 0);
    let text =
        children(
            25,
            |child| if child == 7 { "2011-10-03 {c} assessment.started".into() } else { open.into() },
        );
    assert_eq!(count_at("unallocated_children", &text, date(2011, 12, 7)), 1, "and one would have shown");
}

#[test]
fn children_in_need_in_cornwall_and_cambridgeshire() {
    // All open on the first day; from then to the second day some were closed.
    for (first, then, later, now) in [
        (date(2015, 3, 31), 3146, date(2016, 3, 31), 2915),
        (date(2013, 3, 31), 2631, date(2014, 3, 31), 2515),
    ] {
        let text = children(then, |child| {
            let opened = format!("{}-05-01 {{c}} assessment.started\n", first.year() - 1);
            let closed = format!("{}-03-31 {{c}} closure.decided", later.year());
            if child < now { opened } else { opened + &closed }
        });
        assert_eq!(count_at("children_in_need_at_date", &text, first), then);
        assert_eq!(count_at("children_in_need_at_date", &text, later), now);
    }
}

#[test]
fn six_assessments_were_returned_in_cornwall_in_september_2009() {
    let text = children(10, |child| {
        let done = "2009-08-03 {c} assessment.started\n2009-09-01 {c} assessment.completed\n";
        let back = if child < 6 {
            "2009-09-03 {c} assessment.returned"
        } else {
            "2009-09-03 {c} assessment.signed_off"
        };
        done.to_owned() + back
    });
    let cases = People::of(&text).cases(named("assessments_returned"));
    assert_eq!(share(&between(&cases, date(2009, 9, 1), date(2009, 9, 30))), (6, 6));
}

#[test]
fn initial_conferences_in_cornwall_and_cambridgeshire() {
    let conference = |day: &str| {
        format!(
            "2014-06-02 {{c}} strategy_discussion.held\n2014-06-02 {{c}} section_47_enquiry.decided\n  decision: joint\n\
             {day} {{c}} conference.held\n  conference_type: initial"
        )
    };
    // Fifteen working days from 2 June 2014 end on the 23rd.
    let text = children(74, |child| conference(if child < 62 { "2014-06-23" } else { "2014-06-24" }));
    let year = (date(2014, 4, 1), date(2015, 3, 31));
    assert_eq!(percent("initial_conferences_in_15_days", &text, year.0, year.1), ("83.8%".to_owned(), 74));
    let text = children(12, |_| conference("2014-06-23"));
    let june = (date(2014, 6, 1), date(2014, 6, 30));
    assert_eq!(percent("initial_conferences_in_15_days", &text, june.0, june.1), ("100.0%".to_owned(), 12));
}

#[test]
fn plan_reviews_in_cornwall_in_2014_15() {
    let text = children(65, |child| {
        let review = if child < 62 { "2014-12-02" } else { "2014-12-03" };
        format!(
            "2014-09-02 {{c}} conference.held\n  conference_type: initial\n2014-09-02 {{c}} child_protection_plan.started\n\
             {review} {{c}} conference.held\n  conference_type: review"
        )
    });
    let cases = People::of(&text).cases(named("review_conferences_on_time"));
    let (met, all) = share(&at(&cases, date(2015, 3, 31)));
    assert_eq!((published(met, all).as_str(), all), ("95.4%", 65));
}

#[test]
fn protection_plans_in_cornwall_and_cambridgeshire() {
    for (first, then, later, now) in
        [(date(2015, 3, 31), 404, date(2016, 3, 31), 413), (date(2013, 3, 31), 211, date(2014, 3, 31), 395)]
    {
        let text = children(now, |child| {
            let started = if child < then { first } else { later };
            format!("{started} {{c}} child_protection_plan.started")
        });
        assert_eq!(count_at("child_protection_plans_at_date", &text, first), then);
        assert_eq!(count_at("child_protection_plans_at_date", &text, later), now);
    }
}

#[test]
fn categories_of_plans_in_cornwall() {
    let category = |child: usize, shares: [usize; 3]| match child {
        n if n < shares[0] => "NEG",
        n if n < shares[1] => "EMO",
        n if n < shares[2] => "PHY",
        _ => "SAB",
    };
    // Three in a hundred under sexual abuse in March 2015, eight in April 2016: five plans changed category.
    let text = children(100, |child| {
        let (before, after) = (category(child, [59, 86, 97]), category(child, [54, 81, 92]));
        format!(
            "2015-01-05 {{c}} child_protection_plan.started\n  category: {before}\n\
             2015-10-05 {{c}} child_protection_plan.category_changed\n  category: {after}"
        )
    });
    let cases = People::of(&text).cases(named("child_protection_plans_by_category"));
    let shares = |day| {
        let mut shares = std::collections::BTreeMap::new();
        for (_, case) in at(&cases, day) {
            *shares.entry(case.group.clone().unwrap_or_default()).or_insert(0) += 1;
        }
        ["Neglect", "Emotional abuse", "Physical abuse", "Sexual abuse"].map(|name| shares[name])
    };
    assert_eq!(shares(date(2016, 4, 30)), [54, 27, 11, 8]);
    assert_eq!(shares(date(2015, 3, 31))[3], 3);
}

#[test]
fn f064_one_plan_in_five_or_so_was_a_repeat_and_opens_to_the_plan_before() {
    let again = "2013-03-04 {c} child_protection_plan.started\n  category: NEG\n\
                 2013-09-02 {c} child_protection_plan.ended\n  reason: Home clean\n";
    let text = children(100, |child| {
        let new = "2014-06-02 {c} child_protection_plan.started";
        if child < 19 { again.to_owned() + new } else { new.to_owned() }
    });
    let year = (date(2014, 4, 1), date(2015, 3, 31));
    assert_eq!(percent("repeat_child_protection_plans", &text, year.0, year.1), ("19.0%".to_owned(), 100));
    // One child more with an ended plan, and the rate rises by that child.
    let cases = People::of(&text).cases(named("repeat_child_protection_plans"));
    let repeat = between(&cases, year.0, year.1).into_iter().find(|(_, case)| case.met).unwrap();
    assert_eq!(repeat.1.value, Some(273), "the gap");
    assert!(repeat.1.because.contains("Neglect, 4 March 2013 to 2 September 2013"), "{}", repeat.1.because);
    assert!(repeat.1.because.contains("Home clean"), "{}", repeat.1.because);
}

#[test]
fn referrals_with_domestic_abuse_rose_by_thirty_in_a_hundred_in_cambridgeshire() {
    let text = children(230, |child| {
        let year = if child < 100 { 2012 } else { 2013 };
        format!("{year}-06-03 {{c}} referral.received\n{year}-07-01 {{c}} factor.recorded\n  factor: 3B")
    });
    let cases = People::of(&text).cases(named("domestic_abuse_factor"));
    let (before, _) = share(&between(&cases, date(2012, 4, 1), date(2013, 3, 31)));
    let (after, _) = share(&between(&cases, date(2013, 4, 1), date(2014, 3, 31)));
    assert_eq!(published(after - before, before), "30.0%");
}

#[test]
fn f068_a_visit_with_seen_alone_left_blank_is_not_counted_as_seen_alone() {
    let text = "
recording by manager as team_manager
  2020-01-06 hannah registration.recorded
  2026-03-02 child child_protection_plan.started
  2026-03-02 child allocation.started
    worker: hannah
recording by hannah as social_worker
  2026-03-20 child visit.made
    seen: yes
  2026-04-14 child visit.made
    seen: yes
    seen_alone: yes
  2026-04-20 child child_protection_plan.ended
";
    let seen = People::of(text);
    // Whether the worker is registered is in the worker's own record.
    let cases = seen.cases_together(named("child_protection_visits_on_time"));
    let groups: Vec<(bool, &str)> =
        cases.iter().map(|(_, case)| (case.met, case.group.as_deref().unwrap_or_default())).collect();
    assert_eq!(
        groups,
        [(true, "Seen, alone not recorded"), (true, "Seen alone")],
        "the visit stands; the gap shows"
    );
}

#[test]
fn teams_in_cornwall_in_september_2009_and_in_cambridgeshire_in_june_2014() {
    let teams = |day: Date, counts: &[(usize, &[&str])]| {
        let mut text = String::new();
        let all = counts.iter().flat_map(|(number, functions)| vec![*functions; *number]);
        for (place, functions) in all.enumerate() {
            let _ =
                writeln!(text, "recording by head as head_of_service\n  2008-04-01 team-{place} team.opened");
            for function in functions {
                let _ =
                    writeln!(text, "  2008-04-01 team-{place} function.granted\n    function: {function}");
            }
        }
        let _ = writeln!(text, "  2008-04-01 old team.opened\n  2008-10-01 old team.closed");
        let mut groups = std::collections::BTreeMap::new();
        for (_, case) in at(&People::of(&text).cases(named("teams_by_function")), day) {
            *groups.entry(case.group.clone().unwrap()).or_insert(0) += 1;
        }
        groups
    };
    let cornwall = teams(
        date(2009, 9, 30),
        &[
            (3, &["front_door", "assessment"]),
            (3, &["looked_after"]),
            (6, &["child_in_need"]),
            (1, &["leaving_care"]),
            (1, &["family_placement"]),
            (1, &["adoption"]),
            (3, &["family_support"]),
        ],
    );
    let expected = [
        ("Adoption", 1),
        ("Child in need", 6),
        ("Family placement", 1),
        ("Family support", 3),
        ("Front door, assessment", 3),
        ("Leaving care", 1),
        ("Looked-after children", 3),
    ];
    assert_eq!(cornwall.iter().map(|(group, count)| (group.as_str(), *count)).collect::<Vec<_>>(), expected);
    let cambridgeshire = teams(date(2014, 6, 30), &[(14, &["early_help"]), (3, &["disability"])]);
    assert_eq!(cambridgeshire.into_values().collect::<Vec<_>>(), [3, 14], "a closed team is no team");
}

#[test]
fn children_in_early_help_in_cornwall_and_progress_in_cambridgeshire() {
    for (year, number) in [(2011, 200), (2015, 2700)] {
        // Half of them came into the year with help already running.
        let text = children(number, |child| {
            let (began, ended) = if child % 2 == 0 {
                (format!("{year}-02-01"), year)
            } else {
                (format!("{year}-11-02"), year + 1)
            };
            format!("{began} {{c}} early_help_episode.started\n{ended}-12-31 {{c}} early_help_episode.ended")
        });
        let cases = People::of(&text).cases(named("early_help_children_in_year"));
        let year = between(&cases, date(year, 4, 1), date(year + 1, 3, 31));
        assert_eq!(share(&year), (number, number));
    }
    let text = children(940, |_| {
        "2009-06-01 {c} early_help_episode.started\n2009-06-15 {c} early_help_assessment.completed".to_owned()
    });
    assert_eq!(count_at("early_help_children_at_date", &text, date(2009, 9, 30)), 940);
    let text = children(50, |child| {
        let why = if child < 40 { "met" } else { "withdrew" };
        format!(
            "2014-02-03 {{c}} early_help_episode.started\n2014-05-01 {{c}} early_help_episode.ended\n  why: {why}"
        )
    });
    let year = (date(2014, 1, 1), date(2014, 12, 31));
    assert_eq!(percent("early_help_closed_with_progress", &text, year.0, year.1), ("80.0%".to_owned(), 50));
}

#[test]
fn advocacy_and_high_risk_cases_in_cornwall_and_cambridgeshire() {
    let text = children(500, |child| {
        let advocate = if child < 399 { "\n  advocate: Elowen Rowe" } else { "" };
        format!("2016-02-01 {{c}} conference.held{advocate}")
    });
    let year = (date(2015, 6, 1), date(2016, 5, 31));
    assert_eq!(percent("conferences_with_advocacy", &text, year.0, year.1), ("79.8%".to_owned(), 500));
    for (year, number) in [(2015, 418), (2013, 330), (2012, 246)] {
        let text = children(number, |_| {
            format!(
                "{year}-05-01 {{c}} conference.held\n  advocate: A\n{year}-08-01 {{c}} conference.held\n  advocate: A"
            )
        });
        let cases = People::of(&text).cases(named("children_represented_by_advocate"));
        assert_eq!(between(&cases, date(year, 4, 1), date(year + 1, 3, 31)).len(), number);
    }
    let text = children(817, |child| {
        let heard = if child < 306 { "2015-03-02 {c} marac.heard\n" } else { "" };
        format!("{heard}2015-06-01 {{c}} marac.referred")
    });
    let year = (date(2015, 4, 1), date(2016, 3, 31));
    // Published as 38%.
    assert_eq!(percent("marac_repeat", &text, year.0, year.1), ("37.5%".to_owned(), 817));
    assert_eq!(between(&People::of(&text).cases(named("marac_cases")), year.0, year.1).len(), 817);
    let text = children(930, |_| "2015-06-01 {c} marac.referred\n  victim: kerra".to_owned());
    assert_eq!(between(&People::of(&text).cases(named("marac_children")), year.0, year.1).len(), 930);
}
