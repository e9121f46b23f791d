//! What is recorded of the authority itself: its threshold document, its aims, and values from outside.

use calendar::periods::{add_calendar_days, add_years};
use jiff::civil::Date;
use record::events::{
    Agency, CommentaryWritten, LevelOfNeed, PersonCategory, PersonIdentified, ReferenceValueLoaded, Role,
    TargetSet, ThresholdDocumentAcknowledged, ThresholdDocumentPublished, ThresholdIndicator,
};

use crate::organisation::Organisation;
use crate::plan::Plan;
use crate::sitting::{Sitting, instant};

/// Who chairs its safeguarding board.
pub(crate) const BOARD_CHAIR: &str = "margaret-olds";
/// What the invented authority is called.
pub const AUTHORITY: &str = "Demonstration county";
/// So many days before the last day the second version of the threshold document came into force.
const SECOND_DAYS: i32 = 300;
/// A version is published so many days before it is in force.
const AHEAD_DAYS: i32 = 14;

/// The signs of the threshold document: code, level, words. Those with a star came with the second version.
const SIGNS: [(&str, LevelOfNeed, &str); 12] = [
    ("1.1", LevelOfNeed::Universal, "Doing as well as other children of the age, with ordinary help"),
    ("1.2", LevelOfNeed::Universal, "A worry that school, surgery or family can meet without us"),
    ("1.3", LevelOfNeed::Universal, "A parent who asks for advice and acts on it"),
    ("2.1", LevelOfNeed::EarlyHelp, "Late, tired or hungry at school, again and again"),
    ("2.2", LevelOfNeed::EarlyHelp, "A child who cares for somebody at home"),
    ("2.3", LevelOfNeed::EarlyHelp, "Routines that have slipped, where a parent wants them back"),
    ("3.1", LevelOfNeed::InNeed, "Health or development likely to suffer without help"),
    (
        "3.2",
        LevelOfNeed::InNeed,
        "A carer’s drinking, drugs or illness leaves the child without meals, sleep or company",
    ),
    ("3.3", LevelOfNeed::InNeed, "Disability that the family cannot meet alone"),
    ("4.1", LevelOfNeed::Protection, "An injury that the account of it does not explain"),
    ("4.2", LevelOfNeed::Protection, "Violence at home that the child sees, hears or stands between"),
    ("4.3", LevelOfNeed::Protection, "Neglect that has gone on although help was there"),
];

/// Aims: figure, value, why.
const AIMS: [(&str, &str, &str); 6] = [
    ("contacts_decided_in_one_working_day", "98", "The law’s limit is one working day."),
    ("assessments_in_45_working_days", "90", "Agreed with the board; the rest have their reasons written."),
    ("assessments_with_views", "95", "A child’s view is left out only where there is none to have."),
    ("initial_conferences_in_15_days", "92", "Above similar counties, with room for a bank holiday."),
    ("re_referrals", "18", "Below the national figure, and falling."),
    ("workers_over_limit", "0", "Nobody above the limit without the head’s reason."),
];

/// Values of other areas, invented like everything here: figure, England, similar counties.
const OTHERS: [(&str, &str, &str); 6] = [
    ("re_referrals", "22.4", "20.9"),
    ("assessments_in_45_working_days", "83.1", "84.6"),
    ("initial_conferences_in_15_days", "78.3", "80.2"),
    ("repeat_child_protection_plans", "23.6", "24.4"),
    ("child_protection_plan_rate", "41.6", "44.0"),
    ("caseload_per_worker", "15.9", "16.4"),
];

/// The recordings about the authority, in order of time.
pub(crate) fn recorded(plan: &Plan, organisation: &Organisation) -> Vec<Sitting> {
    let first = add_calendar_days(plan.from, -AHEAD_DAYS);
    let second = add_calendar_days(plan.to, -SECOND_DAYS);
    let authority = rules::threshold::authority();
    let head = &organisation.workers[organisation.head].id;
    let mut founding = Sitting::by(head, Role::HeadOfService);
    founding.at = instant(first, 8 * 60);
    let identified = PersonIdentified {
        category: Some(PersonCategory::Agency),
        full_name: Some(AUTHORITY.to_owned()),
        ..PersonIdentified::default()
    };
    founding.say(&authority, first, identified);
    let mut all = vec![founding, version(organisation, first, plan.from, false)];
    all.extend(acknowledged(organisation, first, plan.from, true));
    let published = add_calendar_days(second, -AHEAD_DAYS);
    all.push(version(organisation, published, second, true));
    all.extend(acknowledged(organisation, published, second, false));
    all.push(figures(plan, organisation, first));
    if plan.named_families {
        all.push(explained(organisation, plan.to));
    }
    all.sort_by_key(|sitting| sitting.at);
    all
}

/// The version in force on a day: its name, and whether it is the second.
pub(crate) fn version_on(plan: &Plan, day: Date) -> (String, bool) {
    let second = add_calendar_days(plan.to, -SECOND_DAYS);
    if day >= second { (name(second, true), true) } else { (name(plan.from, false), false) }
}

/// The codes of the signs of a level that a version has.
pub(crate) fn codes(level: LevelOfNeed, second: bool) -> Vec<&'static str> {
    let known = |code: &str| second || !code.ends_with(".3");
    SIGNS.iter().filter(|(code, of, _)| *of == level && known(code)).map(|(code, ..)| *code).collect()
}

fn name(from: Date, second: bool) -> String {
    format!("{}-{}", from.year(), if second { 2 } else { 1 })
}

fn version(organisation: &Organisation, on: Date, from: Date, second: bool) -> Sitting {
    let head = &organisation.workers[organisation.head].id;
    let mut sitting = Sitting::by(head, Role::HeadOfService);
    sitting.at = instant(on, 10 * 60);
    let known = |code: &&(&str, LevelOfNeed, &str)| second || !code.0.ends_with(".3");
    let signs = SIGNS.iter().filter(known).map(|(code, level, words)| ThresholdIndicator {
        code: Some((*code).to_owned()),
        level: Some(*level),
        words: Some((*words).to_owned()),
    });
    let changes = if second {
        "Neglect, routines and disability are named at their own levels."
    } else {
        "The first version."
    };
    let event = ThresholdDocumentPublished {
        version: Some(name(from, second)),
        in_force_from: Some(from),
        approved_by: Some("The safeguarding partnership’s board, minute 6".to_owned()),
        approved_on: Some(add_calendar_days(on, -3)),
        changes: Some(changes.to_owned()),
        indicators: signs.collect(),
        agencies: vec![Agency::Police, Agency::Health, Agency::School, Agency::Housing, Agency::Voluntary],
        decided_by: Some(head.clone()),
    };
    sitting.say(&rules::threshold::authority(), on, event);
    sitting
}

/// The agencies' acknowledgements: of the second version, schools and housing have sent none.
fn acknowledged(organisation: &Organisation, published: Date, from: Date, every: bool) -> Vec<Sitting> {
    let keeper = &organisation.workers[organisation.records_officer].id;
    let mut agencies = vec![(Agency::Police, 4), (Agency::Health, 9), (Agency::Voluntary, 17)];
    if every {
        agencies.extend([(Agency::School, 12), (Agency::Housing, 20)]);
    }
    let one = |(agency, days): (Agency, i32)| {
        let on = add_calendar_days(published, days);
        let mut sitting = Sitting::by(keeper, Role::RecordsOfficer);
        sitting.at = instant(on, 11 * 60);
        let event = ThresholdDocumentAcknowledged {
            version: Some(name(from, !every)),
            agency: Some(agency),
            acknowledged_by_name: Some("The safeguarding lead".to_owned()),
        };
        sitting.say(&rules::threshold::authority(), on, event);
        sitting
    };
    agencies.into_iter().map(one).collect()
}

/// Aims, populations and other areas' values.
fn figures(plan: &Plan, organisation: &Organisation, on: Date) -> Sitting {
    let head = &organisation.workers[organisation.head].id;
    let mut sitting = Sitting::by(head, Role::HeadOfService);
    sitting.at = instant(on, 9 * 60);
    let authority = rules::threshold::authority();
    let value = |measure: &str, area: &str, year: i16, value: String| ReferenceValueLoaded {
        measure: Some(measure.to_owned()),
        area: Some(area.to_owned()),
        year: u32::try_from(year).ok(),
        from_age: (measure == rules::catalogue::POPULATION).then_some(0),
        to_age: (measure == rules::catalogue::POPULATION).then_some(rules::catalogue::CHILD_TO_AGE),
        value: Some(value),
        source: Some("invented for the demonstration".to_owned()),
        published_on: None,
    };
    let first = add_years(plan.from, -1).year();
    for year in first..=plan.from.year() {
        let children = plan.residents.to_string();
        sitting.say(&authority, on, value(rules::catalogue::POPULATION, AUTHORITY, year, children));
    }
    for (measure, england, similar) in OTHERS {
        for (area, number) in [("England", england), ("Similar counties", similar)] {
            sitting.say(&authority, on, value(measure, area, plan.from.year(), number.to_owned()));
        }
    }
    for (indicator, aim, reason) in AIMS {
        let event = TargetSet {
            indicator: Some(indicator.to_owned()),
            value: Some(aim.to_owned()),
            from: Some(plan.from),
            reason: Some(reason.to_owned()),
            set_by: Some(head.clone()),
        };
        sitting.say(&authority, on, event);
    }
    sitting
}

/// How one figure moved, explained by the analyst.
fn explained(organisation: &Organisation, to: Date) -> Sitting {
    let analyst = organisation.workers.iter().find(|one| one.role == Role::PerformanceAnalyst);
    let (analyst, role) = match analyst {
        Some(one) => (&one.id, Role::PerformanceAnalyst),
        None => (&organisation.workers[organisation.head].id, Role::HeadOfService),
    };
    let on = add_calendar_days(to.first_of_month(), 1).min(to);
    let month_end = add_calendar_days(to.first_of_month(), -1);
    let mut sitting = Sitting::by(analyst, role);
    sitting.at = instant(on, 9 * 60);
    let event = CommentaryWritten {
        indicator: Some("re_referrals".to_owned()),
        period_to: Some(month_end),
        words: Some(
            "Six of the month’s re-referrals are of two families that moved between teams. Each is read by the head of \
             service this week; the handover form now asks who rings the family in the first fortnight."
                .to_owned(),
        ),
        written_by: Some(analyst.clone()),
    };
    sitting.say(&rules::threshold::authority(), on, event);
    sitting
}
