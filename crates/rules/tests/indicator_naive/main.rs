//! Two independent answers must agree: the cases of the indicators, and a deliberately naive count of the same
//! lives. And whatever happens to a child, figures count children and nothing twice.

mod early_help;
#[path = "../figures/mod.rs"]
mod figures;
mod meetings;
mod naive;

use std::fmt::Write as _;

use chronology::PersonId;
use figures::{People, at, between, named, share};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use naive::{AtDay, Line, OnDay};
use proptest::prelude::*;
use record::notation::fixture_of;
use rules::findings::finding;
use rules::indicators::{Dated, INDICATORS, When};

/// What may happen to a child on a day: the kind, and its fields.
const HAPPENINGS: &[(&str, &str)] = &[
    ("contact.received", "agency: police"),
    ("contact.received", "source: 2A"),
    ("contact.decided", "outcome: referral; reason: r; history_weighed: h"),
    ("contact.decided", "outcome: no_further_action; reason: r"),
    ("contact.decided", "outcome: advice_given; history_weighed: h"),
    ("referral.received", ""),
    ("referral.received", "primary_need: N1"),
    ("referral.decided", "outcome: assessment"),
    ("referral.decided", "outcome: no_further_action"),
    ("allocation.started", "worker: hannah"),
    ("allocation.started", "worker: sam"),
    ("allocation.ended", ""),
    ("assessment.started", ""),
    ("assessment.started", "assessment_type: core"),
    ("assessment.completed", ""),
    ("assessment.completed", "views: v"),
    ("assessment.returned", ""),
    ("assessment.signed_off", ""),
    ("assessment.signed_off", "comment: c"),
    ("child_in_need_plan.agreed", ""),
    ("child_in_need_plan.ended", ""),
    ("child_protection_plan.started", "category: NEG"),
    ("child_protection_plan.started", "category: EMO"),
    ("child_protection_plan.category_changed", "category: PHY"),
    ("child_protection_plan.ended", ""),
    ("section_47_enquiry.started", ""),
    ("section_47_enquiry.completed", "outcome: not_substantiated"),
    ("strategy_discussion.held", "ALL"),
    ("strategy_discussion.held", "NO POLICE"),
    ("harm.suspected", ""),
    ("conference.held", "conference_type: initial"),
    ("conference.held", "conference_type: review"),
    ("core_group.held", ""),
    ("visit.made", "seen: yes"),
    ("visit.made", "seen: yes; seen_alone: yes; purpose: enquiry"),
    ("factor.recorded", "factor: 3B"),
    ("supervision.held", ""),
    ("chronology.reviewed", ""),
    ("closure.decided", ""),
    ("assessment.completed", "risks: r; history: h; protective: p; analysis: a; scale: 4"),
    ("risk.increased", ""),
    ("outcome.rated", "need: bed; workers_rating: met"),
    ("outcome.rated", "need: bed; workers_rating: same"),
    ("outcome.rated", "need: school; workers_rating: better"),
];

const FIRST: Date = date(2012, 1, 2);
const DAYS: i32 = 1_200;

/// Two children's lives: what happened on which day, at most one thing a day.
fn lives() -> impl Strategy<Value = Vec<Vec<(i32, usize)>>> {
    let life = prop::collection::btree_map(0..DAYS, 0..HAPPENINGS.len(), 1..40);
    prop::collection::vec(life.prop_map(|life| life.into_iter().collect()), 2)
}

/// Lives crowded with conferences, plans, core groups and closures, so that limits are often nearly missed.
fn crowded_lives() -> impl Strategy<Value = Vec<Vec<(i32, usize)>>> {
    lives_of(&[
        "conference.held",
        "child_protection_plan.started",
        "child_protection_plan.ended",
        "core_group.held",
        "closure.decided",
    ])
}

/// Lives crowded with assessments, risk that rises, plans, needs rated and closures.
fn needy_lives() -> impl Strategy<Value = Vec<Vec<(i32, usize)>>> {
    lives_of(&[
        "assessment.started",
        "assessment.completed",
        "assessment.signed_off",
        "child_in_need_plan.agreed",
        "risk.increased",
        "outcome.rated",
        "closure.decided",
    ])
}

/// Crowded lives in which only these kinds of things happen.
fn lives_of(wanted: &[&str]) -> impl Strategy<Value = Vec<Vec<(i32, usize)>>> + use<> {
    let kinds: Vec<usize> = (0..HAPPENINGS.len()).filter(|at| wanted.contains(&HAPPENINGS[*at].0)).collect();
    let life = prop::collection::btree_map(800..1_000_i32, prop::sample::select(kinds), 5..40);
    prop::collection::vec(life.prop_map(|life| life.into_iter().collect()), 2)
}

fn notation(lives: &[Vec<(i32, usize)>]) -> String {
    // The first child comes of age within the time; the second's birth is not known.
    let mut text = String::from(
        "recording by worker as social_worker\n  2011-12-01 child-0 person.identified\n    date_of_birth: 1996-06-15\n",
    );
    for (child, life) in lives.iter().enumerate() {
        text.push_str("recording by worker as social_worker\n");
        for (offset, happening) in life {
            let (kind, fields) = HAPPENINGS[*happening];
            let day = FIRST.checked_add(offset.days()).unwrap();
            let _ = writeln!(text, "  {day} child-{child} {kind}");
            match fields {
                "ALL" => text.push_str(&attendance("remote")),
                "NO POLICE" => text.push_str(&attendance("absent")),
                _ => fields.split("; ").filter(|f| !f.is_empty()).for_each(|f| {
                    let _ = writeln!(text, "    {f}");
                }),
            }
        }
    }
    text
}

/// Everybody who has to be there (the school too: one child is of an age for it), the police as given.
fn attendance(police: &str) -> String {
    let one =
        |agency: &str, presence: &str| format!("      - agency: {agency}\n        presence: {presence}\n");
    let others = ["social_care", "health", "school"].map(|agency| one(agency, "present")).concat();
    format!("    attendance:\n{others}{}", one("police", police))
}

/// A child's lines, from the record itself and not from any timeline.
fn lines(text: &str, child: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = fixture_of(text, &format!("child-{child}"))
        .iter()
        .map(|entry| Line {
            day: entry.occurred.date(),
            kind: entry.kind.clone(),
            body: serde_json::to_value(entry.body.as_ref()).unwrap(),
        })
        .collect();
    lines.sort_by_key(|line| line.day);
    lines
}

fn agree_on_days(text: &str, people: &People, id: &str, naive: fn(&[Line]) -> Vec<OnDay>) {
    let cases = people.cases(named(id));
    for child in 0..2 {
        let mine = cases.iter().filter(|(person, _)| person.as_str() == format!("child-{child}"));
        let mut found: Vec<OnDay> = mine
            .map(|(_, case)| match case.dated {
                Dated::On(day) => (day, case.met),
                Dated::During(_) => panic!("{id} is a figure of a period"),
            })
            .collect();
        let mut expected = naive(&lines(text, child));
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "{id}");
    }
}

fn agree_at_dates(text: &str, people: &People, id: &str, naive: fn(&[Line], Date) -> AtDay) {
    let cases = people.cases(named(id));
    for child in 0..2 {
        let lines = lines(text, child);
        for day in days(&lines) {
            let mine =
                at(&cases, day).into_iter().filter(|(person, _)| person.as_str() == format!("child-{child}"));
            let found: Vec<(bool, &str)> =
                mine.map(|(_, case)| (case.met, case.group.as_deref().unwrap_or_default())).collect();
            let expected: Vec<(bool, &str)> = naive(&lines, day).into_iter().collect();
            assert_eq!(found, expected, "{id} of child-{child} on {day}");
        }
    }
}

/// The days worth asking about: every ninth, and those around each happening.
fn days(lines: &[Line]) -> Vec<Date> {
    let ninths = (0..DAYS + 800).step_by(9).map(|offset| FIRST.checked_add(offset.days()).unwrap());
    let around =
        lines.iter().flat_map(|line| [line.day.yesterday().unwrap(), line.day, line.day.tomorrow().unwrap()]);
    let birthday = [date(2014, 6, 14), date(2014, 6, 15)];
    ninths.chain(around).chain(birthday).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn figures_of_a_period_agree_with_a_naive_count(lives in lives()) {
        let text = notation(&lives);
        let people = People::of(&text);
        agree_on_days(&text, &people, "contacts_decided_in_one_working_day", naive::contacts_decided_in_one_working_day);
        agree_on_days(&text, &people, "contact_to_referral_conversion", naive::contact_to_referral_conversion);
        agree_on_days(&text, &people, "decisions_with_reason_and_history", naive::decisions_with_reason_and_history);
        agree_on_days(&text, &people, "re_referrals", naive::re_referrals);
        agree_on_days(&text, &people, "repeat_child_protection_plans", naive::repeat_child_protection_plans);
        agree_on_days(&text, &people, "assessments_in_45_working_days", naive::assessments_in_45_working_days);
        agree_on_days(&text, &people, "assessments_returned", naive::assessments_returned);
        agree_on_days(&text, &people, "strategy_discussions_quorate", naive::strategy_discussions_quorate);
    }

    #[test]
    fn first_core_groups_agree_with_a_naive_count(lives in crowded_lives()) {
        let text = notation(&lives);
        let cases = People::of(&text).cases(named("core_groups_on_time"));
        for child in 0..2 {
            let mine = cases.iter().filter(|(person, _)| person.as_str() == format!("child-{child}"));
            let first = mine.filter(|(_, case)| case.because.contains("10 working days"));
            let mut found: Vec<(Dated, bool)> = first.map(|(_, case)| (case.dated, case.met)).collect();
            found.sort_by_key(|(dated, met)| (format!("{dated:?}"), *met));
            let expected = naive::first_core_groups(&lines(&text, child)).into_iter();
            let mut expected: Vec<(Dated, bool)> = expected.map(|(day, met)| (Dated::On(day), met)).collect();
            expected.sort_by_key(|(dated, met)| (format!("{dated:?}"), *met));
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn figures_at_a_date_agree_with_a_naive_count(lives in lives()) {
        let text = notation(&lives);
        let people = People::of(&text);
        agree_at_dates(&text, &people, "unallocated_children", naive::unallocated_children);
        agree_at_dates(&text, &people, "caseload_per_worker", naive::carried_by);
        agree_at_dates(&text, &people, "workers_over_limit", naive::carried_by);
        agree_at_dates(&text, &people, "child_protection_plan_rate", naive::child_protection_plans_at_date);
        agree_at_dates(&text, &people, "children_in_need_at_date", naive::children_in_need_at_date);
        agree_at_dates(&text, &people, "child_protection_plans_at_date", naive::child_protection_plans_at_date);
        agree_at_dates(&text, &people, "child_protection_plans_by_category", naive::child_protection_plans_by_category);
        agree_at_dates(&text, &people, "long_child_protection_plans", naive::long_child_protection_plans);
        agree_at_dates(&text, &people, "assessments_overdue", naive::assessments_overdue);
        agree_at_dates(&text, &people, "children_without_own_plan", naive::children_without_own_plan);
        agree_at_dates(&text, &people, "chronology_reviewed", naive::chronology_reviewed);
        agree_at_dates(&text, &people, "open_children_with_risk_assessment", naive::open_children_with_risk_assessment);
    }

    #[test]
    fn risk_and_needs_agree_with_a_naive_count(lives in needy_lives()) {
        let text = notation(&lives);
        let people = People::of(&text);
        agree_at_dates(&text, &people, "open_children_with_risk_assessment", naive::open_children_with_risk_assessment);
        agree_on_days(&text, &people, "closures_with_better_outcomes", naive::closures_with_better_outcomes);
    }

    #[test]
    fn re_referrals_through_the_household_agree_with_a_naive_count(lives in lives_of(&["referral.received"])) {
        // Neither child of the home comes of age in these days.
        let home = "  2011-12-01 child-0 household.joined\n    household: home\n  2011-12-01 child-1 person.identified\n    category: child\n  2011-12-01 child-1 household.joined\n    household: home\n";
        let text = notation(&lives).replacen("    date_of_birth: 1996-06-15\n", &format!("    date_of_birth: 2004-06-15\n{home}"), 1);
        let people = People::of(&text);
        let cases = people.cases_together(named("re_referrals_by_household"));
        for child in 0..2 {
            let mine = cases.iter().filter(|(person, _)| person.as_str() == format!("child-{child}"));
            let mut found: Vec<OnDay> = mine.map(|(_, case)| (case.dated.days().0, case.met)).collect();
            let mut expected = naive::re_referrals_by_household(&lines(&text, child), &lines(&text, 1 - child));
            found.sort();
            expected.sort();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn on_no_day_is_a_child_counted_twice_and_every_case_has_its_reason(lives in lives()) {
        let text = notation(&lives);
        let people = People::of(&text);
        for indicator in INDICATORS {
            let cases = people.cases_together(indicator);
            for (_, case) in &cases {
                prop_assert!(case.because.ends_with('.') && !case.entries.is_empty(), "{}: {case:?}", indicator.id);
                let dated = matches!(case.dated, Dated::On(_)) == (indicator.when == When::Period);
                prop_assert!(dated, "{} is not dated as its figure is", indicator.id);
            }
            if indicator.when == When::AsAt {
                for day in days(&lines(&text, 0)) {
                    let mut counted: Vec<_> = at(&cases, day).iter().map(|(person, _)| person).collect();
                    counted.sort();
                    counted.dedup();
                    prop_assert_eq!(counted.len(), at(&cases, day).len(), "{} on {}", indicator.id, day);
                }
            }
        }
    }

    #[test]
    fn a_figure_and_a_finding_about_the_same_thing_agree(lives in lives()) {
        let people = People::of(&notation(&lives));
        let incomplete = finding("strategy-discussion-incomplete").unwrap();
        let found = people.each(|circle| (incomplete.look)(circle).into_iter().map(|found| found.since).collect());
        let cases = people.cases_together(named("strategy_discussions_quorate"));
        let not_met = cases.into_iter().filter(|(_, case)| !case.met);
        let not_met: Vec<(PersonId, Dated)> = not_met.map(|(person, case)| (person, case.dated)).collect();
        let found: Vec<(PersonId, Dated)> = found.into_iter().map(|(person, day)| (person, Dated::On(day))).collect();
        prop_assert_eq!(not_met, found);
    }

    #[test]
    fn the_months_of_a_year_add_up_to_the_year(lives in lives(), month in 1..13_i8) {
        let text = notation(&lives);
        let people = People::of(&text);
        let first = date(2012, month, 1);
        for indicator in INDICATORS.iter().filter(|indicator| indicator.when == When::Period) {
            let cases = people.cases_together(indicator);
            let month = |n: i32| (first.checked_add(n.months()).unwrap(), first.checked_add((n + 1).months()).unwrap());
            let months = (0..12).map(month).map(|(from, next)| share(&between(&cases, from, next.yesterday().unwrap())));
            let sum = months.fold((0, 0), |sum, (met, all)| (sum.0 + met, sum.1 + all));
            let year = share(&between(&cases, first, month(11).1.yesterday().unwrap()));
            prop_assert_eq!(sum, year, "{}", indicator.id);
        }
    }
}

/// A life with partners' notices, transfers and shifts in it, at their own hours.
const CHANNEL: &[(&str, &str)] = &[
    ("police_notification.received", "incident_at: 2012-01-01 03:00; sent_at: 2012-01-01 09:00"),
    ("police_notification.received", ""),
    ("police_notification.risk_graded", "notice: @last"),
    ("transfer.requested", ""),
    ("transfer.quality_checked", "found: ready"),
    ("transfer.accepted", ""),
    ("transfer.declined", ""),
    ("shift.rostered", "on: 2012-06-01; from_hour: 17; needed: 2"),
    ("shift.rostered", "on: 2012-06-01; from_hour: 17; workers: jowan"),
    ("shift.rostered", "on: 2012-06-02; from_hour: 17; workers: jowan; short_notice: yes"),
    ("shift.rostered", "on: 2012-06-02; from_hour: 17; cancelled: yes"),
];

fn channel_notation(life: &[(i32, usize)]) -> String {
    let mut text =
        String::from("recording by worker as social_worker\n  2011-12-01 child-0 person.identified\n");
    let mut notices = 0;
    for (offset, happening) in life {
        let (kind, fields) = CHANNEL[*happening];
        if fields.contains("@last") && notices == 0 {
            continue;
        }
        let day = FIRST.checked_add(offset.days()).unwrap();
        let received = kind == "police_notification.received";
        notices += i32::from(received);
        let label = if received { format!(" @n{notices}") } else { String::new() };
        let _ = writeln!(text, "  {day} 12:00 child-0 {kind}{label}");
        for field in fields.split("; ").filter(|field| !field.is_empty()) {
            let _ = writeln!(text, "    {}", field.replace("@last", &format!("@n{notices}")));
        }
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn partners_transfers_and_shifts_agree_with_a_naive_count(
        life in prop::collection::btree_map(0..300_i32, 0..CHANNEL.len(), 1..40)
    ) {
        let life: Vec<(i32, usize)> = life.into_iter().collect();
        let text = channel_notation(&life);
        let people = People::of(&text);
        agree_on_days(&text, &people, "police_notices_graded_same_day", naive::police_notices_graded_same_day);
        agree_on_days(&text, &people, "transfers_quality_checked", naive::transfers_quality_checked);
        agree_on_days(&text, &people, "transfer_duration", naive::transfer_duration);
        agree_on_days(&text, &people, "out_of_hours_shifts_short", naive::out_of_hours_shifts_short);
        agree_on_days(&text, &people, "police_notice_delay", naive::police_notice_delay);
    }
}
