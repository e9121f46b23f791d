//! A figure is the size of a list of children, whatever the figure and the stretch of time; and the list that
//! the views keep is the one that the rules make.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use chronology::{PersonId, RecordingNumber};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::test_runner::{Config, TestRunner};
use record::Timeline;
use record::notation::{fixture, fixture_recordings, parse, resolve};
use rules::indicators::{Case, Dated, INDICATORS, Indicator, Measure, When};
use rules::{Circle, Settings};
use store::Chronology;
use views::{CaseRow, Figure, Stretch, Views};

/// What happens to a child, one after another, again and again.
const JOURNEY: &[&str] = &[
    "contact.received\n    agency: police",
    "contact.screened\n    proposed: referral",
    "specialist_concern.raised\n    kind: radicalisation",
    "disagreement.raised\n    agency: school",
    "disagreement.answered\n    outcome: stands",
    "contact.decided\n    outcome: referral\n    reason: r\n    history_weighed: h",
    "referral.received",
    "referral.decided\n    outcome: assessment",
    "assessment.started",
    "allocation.started\n    worker: hannah",
    "transfer.requested\n    to_team: north",
    "transfer.quality_checked\n    found: ready",
    "transfer.accepted\n    worker: hannah",
    "visit.made\n    seen: yes\n    seen_alone: yes",
    "harm.suspected",
    "strategy_discussion.held\n    attendance:\n      - agency: police\n        presence: present",
    "section_47_enquiry.started\n    lead: hannah",
    "assessment.completed\n    views: v\n    views_difference: d",
    "assessment.signed_off",
    "section_47_enquiry.completed\n    outcome: not_substantiated",
    "conference_report.shared",
    "conference.held\n    conference_type: initial\n    attendance:\n      - agency: school\n        presence: apologies",
    "child_protection_plan.started\n    category: NEG",
    "core_group.held\n    attendance:\n      - agency: health\n        presence: present",
    "visit.made\n    seen: yes",
    "supervision.held",
    "chronology.reviewed",
    "factor.recorded\n    factor: 3A",
    "conference.held\n    conference_type: review",
    "child_protection_plan.category_changed\n    category: EMO",
    "allocation.ended",
    "child_protection_plan.ended\n    reason: r",
    "child_in_need_plan.agreed",
    "outcome.rated\n    need: n\n    workers_rating: met",
    "child_in_need_plan.ended",
    "closure.decided",
    "contact.received",
    "contact.decided\n    outcome: early_help\n    level_of_need: early_help",
    "early_help.requested",
    "early_help.allocated",
    "early_help_episode.started",
    "early_help_assessment.completed",
    "outcome.rated\n    need: m\n    workers_rating: better",
    "early_help_episode.ended",
    "marac.referred",
    "marac.referred\n    victim: kerra",
    "conference.held\n    advocate: a",
];

/// What stands in the record of teams: a police notice, a shift that nobody works, what a team may lead.
const TEAMS: &str = "recording by police as partner
  2022-05-06 11:00 front-door police_notification.received @notice
    incident_at: 2022-05-05 09:00
    sent_at: 2022-05-06 09:00
recording by screener as screener
  2022-05-06 14:00 front-door police_notification.risk_graded
    notice: @notice
    rating: amber
  2022-05-06 14:30 front-door police_notification.actioned
    notice: @notice
    outcome: contact
  2022-05-06 out-of-hours shift.rostered
    on: 2022-05-14
    from_hour: 17
  2022-05-06 out-of-hours team.opened
    name: Out of hours
  2022-05-06 out-of-hours function.granted
    function: front_door
";

const CHILDREN: u32 = 24;
const FIRST: Date = date(2022, 1, 3);

/// Children two to a household, each some way further on the journey, at their own pace.
fn county() -> String {
    let mut text = String::from(
        "recording by manager as team_manager\n  2020-01-06 hannah registration.recorded\n    register: Social Work England\n",
    );
    text.push_str(TEAMS);
    for child in 0..CHILDREN {
        let _ = writeln!(text, "recording by hannah as social_worker");
        let _ = writeln!(
            text,
            "  2021-01-04 child-{child} person.identified\n    date_of_birth: {}-06-02",
            2004 + child % 14
        );
        let _ =
            writeln!(text, "  2021-01-04 child-{child} household.joined\n    household: home-{}", child / 2);
        let (mut day, pace) =
            (FIRST.checked_add(i64::from(child % 7).days()).unwrap(), 3 + i64::from(child * 5 % 11));
        for step in 0..70 {
            let place = (step + child as usize * 3) % JOURNEY.len();
            let _ = writeln!(text, "  {day} child-{child} {}", JOURNEY[place]);
            day = day.checked_add((pace + i64::from(step as u32 % 3)).days()).unwrap();
        }
    }
    text
}

fn stored(text: &str) -> (tempfile::TempDir, Views) {
    let folder = tempfile::tempdir().unwrap();
    let chronology = Chronology::create(folder.path(), store::system_clock()).unwrap();
    let drafts = resolve(&parse(text).unwrap(), RecordingNumber(1));
    let times: Vec<_> = fixture_recordings(text).iter().map(|recording| recording.recorded_at).collect();
    chronology.append_history(drafts.into_iter().zip(times)).unwrap();
    let views = Views::open(folder.path(), chronology, Arc::new(Settings::default()), 2).unwrap();
    (folder, views)
}

/// Everybody's cases of each indicator, straight from the rules.
fn from_rules(text: &str) -> BTreeMap<&'static str, Vec<Case>> {
    let mut entries: BTreeMap<PersonId, Vec<_>> = BTreeMap::new();
    fixture(text).into_iter().for_each(|entry| entries.entry(entry.about.clone()).or_default().push(entry));
    let timelines: BTreeMap<PersonId, Arc<Timeline>> =
        entries.iter().map(|(id, all)| (id.clone(), Arc::new(Timeline::fold(all, None, None)))).collect();
    let settings = Settings::default();
    let mut cases: BTreeMap<&'static str, Vec<Case>> = BTreeMap::new();
    for (person, timeline) in &timelines {
        let mut others = timelines.clone();
        others.remove(person);
        let circle = Circle { person, timeline, others: &others, settings: &settings };
        for indicator in INDICATORS {
            cases.entry(indicator.id).or_default().extend((indicator.cases)(&circle));
        }
    }
    cases
}

/// How many of some cases count in a stretch, and how many of those meet the condition.
fn counted(cases: &[Case], stretch: Stretch) -> (usize, usize) {
    let counts = |case: &&Case| match (case.dated, stretch) {
        (Dated::On(day), Stretch::Between(first, last)) => first <= day && day <= last,
        (Dated::During(span), Stretch::At(day)) => span.covers(day),
        _ => false,
    };
    let counting: Vec<&Case> = cases.iter().filter(counts).collect();
    (counting.iter().filter(|case| case.met).count(), counting.len())
}

/// Figures of workers, each with the children who name them: every worker once, with as many children as there are.
fn by_worker(indicator: &Indicator, figure: &Figure, rows: &[CaseRow], cases: &[Case], stretch: Stretch) {
    let Stretch::At(day) = stretch else { panic!("{} is of a day", indicator.id) };
    let mut workers: BTreeMap<String, (i64, i64)> = BTreeMap::new();
    let counts = |case: &&Case| matches!(case.dated, Dated::During(span) if span.covers(day));
    for case in cases.iter().filter(counts) {
        let held = workers.entry(case.group.clone().unwrap()).or_default();
        *held = (held.0 + 1, case.value.unwrap());
    }
    let children: i64 = workers.values().map(|(held, _)| held).sum();
    assert_eq!(figure.denominator, workers.len(), "{}", indicator.id);
    if indicator.measure == Measure::PerFullTime {
        assert_eq!(rows.len() as i64, children, "a row for each child");
        assert_eq!(figure.numerator, rows.len());
        let hours: i64 = workers.values().map(|(_, percent)| percent).sum();
        assert_eq!(figure.value, (hours > 0).then(|| 100.0 * children as f64 / hours as f64));
        return;
    }
    let over = workers.values().filter(|(held, limit)| held > limit).count();
    assert_eq!((rows.len(), figure.numerator), (workers.len(), over), "a row for each worker");
    for row in rows {
        let (held, limit) = workers[row.worker.as_ref().unwrap()];
        assert_eq!((row.value, row.met), (Some(held), held > limit));
    }
}

/// However the cases are parted, each is in one part, and the parts' figures add up to the whole.
fn parted(indicator: &Indicator, rows: &[CaseRow], whole: &Figure, place: &str) {
    type Way = (&'static str, fn(&CaseRow) -> Option<String>);
    let ways: [Way; 9] = [
        ("team", |row| row.team.clone()),
        ("worker", |row| row.worker.clone()),
        ("author", |row| row.author.clone()),
        ("agency", |row| row.agency.clone()),
        ("group", |row| row.group.clone()),
        ("sex", |row| row.card.sex.clone()),
        ("ethnicity", |row| row.card.ethnicity.clone()),
        ("stage", |row| Some(row.card.stage.clone())),
        ("age", |row| row.card.birth_date().map(|birth| birth.phrase(row.on, Settings::default().leap_day))),
    ];
    for (way, key) in ways {
        let mut parts: BTreeMap<Option<String>, Vec<CaseRow>> = BTreeMap::new();
        for row in rows {
            parts.entry(key(row)).or_default().push(row.clone());
        }
        assert_eq!(parts.values().map(Vec::len).sum::<usize>(), rows.len(), "{place} by {way}");
        let figures = parts.values().map(|part| Figure::of(indicator.measure, part));
        let met: usize = figures.map(|figure| figure.numerator).sum();
        assert_eq!(met, whole.numerator, "{place} by {way}");
    }
}

fn check(views: &Views, indicator: &Indicator, stretch: Stretch, cases: &[Case]) {
    let place = format!("{} {stretch:?}", indicator.id);
    let rows = views.cases(indicator, stretch).unwrap();
    let figure = views.figure(indicator, stretch).unwrap();
    let summed = views.tallies(None).unwrap().figure(views, indicator, stretch).unwrap();
    assert_eq!(summed, figure, "{place}: sums by month and the days at either end");
    parted(indicator, &rows, &figure, &place);
    if matches!(indicator.measure, Measure::PerFullTime | Measure::PercentOfWorkers) {
        return by_worker(indicator, &figure, &rows, cases, stretch);
    }
    assert_eq!(figure.denominator, rows.len(), "{place}: the figure is its list's length");
    assert_eq!(figure.numerator, rows.iter().filter(|row| row.met).count(), "{place}");
    assert_eq!(
        (figure.numerator, figure.denominator),
        counted(cases, stretch),
        "{place}: the rules say otherwise"
    );
    #[expect(clippy::cast_precision_loss, reason = "a handful of children")]
    let (numerator, denominator) = (figure.numerator as f64, figure.denominator as f64);
    match indicator.measure {
        Measure::Count => {
            assert_eq!(figure.value, Some(denominator), "{place}: a count lists only what it counts")
        }
        Measure::Distribution => {
            assert_eq!(figure.groups.iter().map(|(_, size)| size).sum::<usize>(), rows.len(), "{place}");
        }
        Measure::Percent if rows.is_empty() => assert_eq!(figure.value, None, "{place}: nothing of nothing"),
        Measure::Percent => assert_eq!(figure.value, Some(100.0 * numerator / denominator), "{place}"),
        Measure::RatePer10000 => assert_eq!(figure.value, None, "{place}: no population, no rate"),
        Measure::PercentOfWorkers | Measure::PerFullTime => unreachable!("{place}: counted by worker"),
        Measure::MedianDays | Measure::MeanDays | Measure::MedianHours => {
            assert_eq!(figure.value.is_some(), !rows.is_empty(), "{place}")
        }
    }
}

#[test]
fn a_figure_is_the_length_of_its_list_for_every_indicator_and_stretch() {
    let text = county();
    let (_folder, views) = stored(&text);
    let cases = from_rules(&text);
    let empty: Vec<&str> = cases.iter().filter(|(_, all)| all.is_empty()).map(|(id, _)| *id).collect();
    let none = ["assessments_returned", "decisions_rerated_agree", "no_further_action_overturned"];
    assert_eq!(empty, none, "the county has cases of every other figure");
    let mut runner = TestRunner::new(Config { cases: 60, failure_persistence: None, ..Config::default() });
    let stretches = (0..1_400_i64, 0..400_i64);
    runner
        .run(&stretches, |(offset, length)| {
            let first = FIRST.checked_add(offset.days()).unwrap();
            let last = first.checked_add(length.days()).unwrap();
            for indicator in INDICATORS {
                let stretch = match indicator.when {
                    When::Period => Stretch::Between(first, last),
                    When::AsAt => Stretch::At(first),
                };
                check(&views, indicator, stretch, &cases[indicator.id]);
            }
            Ok(())
        })
        .unwrap();
}
