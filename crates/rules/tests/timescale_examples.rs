//! Every timescale's own examples, and the list of what must exist.

mod around;

use std::collections::BTreeSet;

use around::{Around, day};
use rules::Force;
use rules::settings::{LIMITS, LOCAL_TIMESCALES};
use rules::timescales::{Changeover, Counting, TIMESCALES, timescale};

/// The rows of the national list in contact and referral, assessment, child in need and child protection.
const NATIONAL_LIST: [&str; 34] = [
    "referral-decision",
    "referral-acknowledge",
    "referral-confirm-in-writing",
    "referral-chase-unacknowledged",
    "mash-triage-red",
    "mash-triage-amber",
    "mash-triage-green",
    "re-referral-window",
    "fgm-report-statutory",
    "fgm-report-guidance",
    "cin-plan-review-2000",
    "cin-plan-review-local",
    "cin-visit-local",
    "cin-census-adoption-tail",
    "initial-assessment-7wd",
    "initial-assessment-10wd",
    "core-assessment-35wd",
    "single-assessment-45wd",
    "assessment-review-point",
    "strategy-discussion-local",
    "s47-enquiry-local",
    "icpc-15wd",
    "transfer-in-conference-15wd",
    "core-group-first",
    "core-group-later",
    "cp-review-conference",
    "cp-visit-4w",
    "cp-visit-10wd-local",
    "cp-parent-report-icpc",
    "cp-parent-report-rcpc",
    "cp-decision-letter",
    "cp-minutes",
    "cp-plan-two-years",
    "homeless-16-17-assessment",
];

/// Versions of one limit, the earlier first: no day may have two of them in force.
const VERSIONS: [&[&str]; 3] = [
    &["initial-assessment-7wd", "initial-assessment-10wd", "single-assessment-45wd"],
    &["core-assessment-35wd", "single-assessment-45wd"],
    &["cin-plan-review-2000", "cin-plan-review-local"],
];

#[test]
fn every_example_comes_out_as_it_says() {
    let mut wrong = Vec::new();
    for timescale in TIMESCALES {
        for example in timescale.examples {
            let found = Around::read(example.notation).stand(timescale.id, day(example.on));
            if found != example.expect {
                let (id, title) = (timescale.id, example.title);
                wrong.push(format!("{id}: {title}\n  expected {:?}\n  found    {found:?}", example.expect));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_timescale_shows_both_sides_of_its_limit() {
    for timescale in TIMESCALES {
        let shown = |state: &str| {
            timescale.examples.iter().flat_map(|example| example.expect).any(|line| line.ends_with(state))
        };
        assert!(timescale.examples.len() >= 2, "{} has two examples", timescale.id);
        assert!(shown("met"), "{} has an example within its limit", timescale.id);
        assert!(shown("late") || shown("overdue"), "{} has an example beyond its limit", timescale.id);
    }
}

#[test]
fn every_row_of_the_national_list_is_a_timescale() {
    for id in NATIONAL_LIST {
        assert!(timescale(id).is_some(), "{id} is a timescale");
    }
    let ids: BTreeSet<_> = TIMESCALES.iter().map(|timescale| timescale.id).collect();
    assert_eq!(ids.len(), TIMESCALES.len(), "no id is used twice");
}

#[test]
fn local_practice_is_what_the_settings_list_and_is_off_until_switched_on() {
    let local: BTreeSet<_> =
        TIMESCALES.iter().filter(|t| t.law.force == Force::LocalPractice).map(|t| t.id).collect();
    assert_eq!(local, LOCAL_TIMESCALES.iter().copied().collect());
    for timescale in TIMESCALES {
        let on = timescale.kept(&rules::Settings::default());
        assert_eq!(on, !local.contains(timescale.id), "{}", timescale.id);
    }
}

#[test]
fn every_timescale_cites_its_source_and_has_sane_dates() {
    let first = day("1989-01-01");
    for timescale in TIMESCALES {
        let (id, law) = (timescale.id, timescale.law);
        assert!(law.source.len() > 15, "{id} cites its source");
        assert!(first < law.from && law.from < day("2026-11-01"), "{id} is in force");
        assert!(law.to.is_none_or(|to| law.from < to), "{id} ends after it begins");
        assert!(record::kind_info(timescale.stopped_by).is_some(), "{id} is stopped by a known kind");
        assert_eq!(
            law.force == Force::NationalMeasure,
            timescale.counting == Counting::Measure && law.force != Force::LocalPractice,
            "{id}: a national measure is counted and is nobody's task"
        );
        let text = format!("{} {} {} {}", timescale.title, timescale.starts, timescale.stops, law.source);
        assert!(!text.contains("  ") && !text.contains('\n'), "{id} reads as a sentence");
    }
}

#[test]
fn no_two_versions_of_one_limit_are_in_force_on_one_day() {
    for versions in VERSIONS {
        for pair in versions.windows(2) {
            let [earlier, later] = [timescale(pair[0]).unwrap(), timescale(pair[1]).unwrap()];
            let next_day = earlier.law.to.unwrap().tomorrow().unwrap();
            assert_eq!(next_day, later.law.from, "{} gives way to {}", earlier.id, later.id);
        }
    }
    let moved = |changeover| TIMESCALES.iter().filter(move |t| t.changeover == changeover).map(|t| t.id);
    let ends: Vec<_> = moved(Changeover::EndsIt).collect();
    assert_eq!(ends, ["initial-assessment-10wd", "core-assessment-35wd"]);
    let begins: Vec<_> = moved(Changeover::BeginsIt).collect();
    assert_eq!(begins, ["single-assessment-45wd", "homeless-16-17-assessment"]);
}

#[test]
fn a_number_the_authority_may_set_has_the_timescale_s_own_as_its_default() {
    for timescale in TIMESCALES {
        let Some(name) = timescale.set_by else { continue };
        let limit = LIMITS.iter().find(|limit| limit.name == name);
        let limit = limit.unwrap_or_else(|| panic!("{}: no limit is named {name}", timescale.id));
        let written = format!("{} {}", limit.default, limit.unit.label());
        let own = timescale.within.describe();
        assert_eq!(own.trim_end_matches('s'), written.trim_end_matches('s'), "{}", timescale.id);
    }
}
