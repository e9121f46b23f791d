//! How long a legal status or a temporary placement may last, and what the law lets no child have.

use jiff::civil::{Date, date};

use crate::ssda903::child::{Child, SHORT_BREAKS};
use crate::ssda903::columns::*;
use crate::ssda903::day::{before, days_between};
use crate::ssda903::row::Row;
use crate::ssda903::rule::{Found, Rule, rule};
use crate::ssda903::table::Table::*;

// LAW: Children Act 1989, section 46(6): seventy-two hours of police protection.
const POLICE_PROTECTION_DAYS_MAX: i32 = 3;
// LAW: Children Act 1989, section 45: eight days, and one extension of seven; the guide allows 21.
const EMERGENCY_PROTECTION_DAYS_MAX: i32 = 21;
// LAW: Children Act 1989, section 43(5): seven days of assessment.
const ASSESSMENT_DAYS_MAX: i32 = 7;
// LAW: Police and Criminal Evidence Act 1984, sections 41 to 46; the guide allows 21.
const DETENTION_DAYS_MAX: i32 = 21;
// LAW: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 48: seventeen days at a time,
// seventy-five in a year.
const SHORT_BREAK_DAYS_MAX: i32 = 17;
const SHORT_BREAKS_DAYS_A_YEAR_MAX: i32 = 75;
// LAW: the guide to the SSDA903, temporary placements: six weeks in hospital, three weeks of carers' holiday, twice a
// year, seven days of anything else.
const HOSPITAL_DAYS_MAX: i32 = 42;
const CARERS_HOLIDAY_DAYS_MAX: i32 = 21;
const CARERS_HOLIDAYS_MAX: usize = 2;
const UNSPECIFIED_DAYS_MAX: i32 = 7;
// LAW: Adoption and Children Act 2002, in force for these orders from 30 December 2005.
const NO_FREEING_AFTER: Date = date(2005, 12, 31);
const PLACEMENT_ORDERS_FROM: Date = date(2005, 12, 1);

/// Runs of a legal status that lasted too long.
fn runs(c: &Child<'_>, f: &mut Found<'_>, status: &str, days_max: i32) {
    for (episodes, days) in c.runs(status) {
        for episode in episodes.into_iter().filter(|_| days > days_max) {
            f.add(episode, DEC);
        }
    }
}

/// How many days an episode has lasted; an open one, to the end of the year.
fn lasted(c: &Child<'_>, episode: &Row<'_>) -> i32 {
    let ended = if episode.blank(DEC) { Some(c.end()) } else { episode.day(DEC) };
    match (episode.day(DECOM), ended) {
        (Some(began), Some(ended)) => days_between(began, ended),
        _ => 0,
    }
}

fn longer(c: &Child<'_>, f: &mut Found<'_>, place: &str, days_max: i32) {
    f.each(c.episodes(), DEC, |e| e.is(PLACE, place) && lasted(c, e) > days_max);
}

/// The days of an episode that fall in the year.
fn within_the_year(c: &Child<'_>, episode: &Row<'_>) -> i32 {
    let ended = if episode.blank(DEC) { Some(c.end()) } else { episode.day(DEC) };
    match (episode.day(DECOM), ended) {
        (Some(began), Some(ended)) => days_between(began.max(c.start()), ended.min(c.end())).max(0),
        _ => 0,
    }
}

pub(super) const RULES: &[Rule] = &[
    rule(
        "361",
        "Police protection (L1) lasted longer than 72 hours.",
        &[Episodes],
        |c, f| runs(c, f, "L1", POLICE_PROTECTION_DAYS_MAX),
        ("episode LS=L1 DECOM=01/05/2025 DEC=04/05/2025", "episode LS=L1 DECOM=01/05/2025 DEC=05/05/2025"),
    ),
    rule(
        "362",
        "Emergency protection (L2) lasted longer than 21 days.",
        &[Episodes],
        |c, f| runs(c, f, "L2", EMERGENCY_PROTECTION_DAYS_MAX),
        (
            "episode LS=L2 DECOM=01/05/2025 DEC=22/05/2025",
            "episode LS=L2 DECOM=01/05/2025 DEC=10/05/2025; episode LS=L2 DECOM=10/05/2025 DEC=23/05/2025",
        ),
    ),
    rule(
        "363",
        "A child assessment order (L3) lasted longer than seven days.",
        &[Episodes],
        |c, f| runs(c, f, "L3", ASSESSMENT_DAYS_MAX),
        ("episode LS=L3 DECOM=01/05/2025 DEC=08/05/2025", "episode LS=L3 DECOM=01/05/2025 DEC=09/05/2025"),
    ),
    rule(
        "364",
        "Detention under the Police and Criminal Evidence Act (J2) lasted longer than 21 days.",
        &[Episodes],
        |c, f| runs(c, f, "J2", DETENTION_DAYS_MAX),
        ("episode LS=J2 DECOM=01/05/2025 DEC=22/05/2025", "episode LS=J2 DECOM=01/05/2025 DEC=23/05/2025"),
    ),
    rule(
        "365",
        "One short break (V3) lasted longer than 17 days.",
        &[Episodes],
        |c, f| f.each(c.episodes(), DEC, |e| e.is(LS, "V3") && lasted(c, e) > SHORT_BREAK_DAYS_MAX),
        ("episode LS=V3 DECOM=01/05/2025 DEC=18/05/2025", "episode LS=V3 DECOM=01/05/2025 DEC=19/05/2025"),
    ),
    rule(
        "366",
        "A child does not change placement during a short break (V3), which begins with S.",
        &[Episodes],
        |c, f| f.each(c.episodes(), RNE, |e| e.is(LS, "V3") && !e.is(RNE, "S")),
        ("episode LS=V3 RNE=S", "episode LS=V3 RNE=P"),
    ),
    rule(
        "367",
        "Short breaks (V3) came to more than 75 days in the year.",
        &[Episodes],
        |c, f| {
            let breaks = || c.episodes().iter().filter(|episode| episode.is(LS, "V3"));
            let days: i32 = breaks().map(|episode| within_the_year(c, episode)).sum();
            for episode in
                breaks().filter(|e| days > SHORT_BREAKS_DAYS_A_YEAR_MAX && within_the_year(c, e) > 0)
            {
                f.add(episode, DEC);
            }
        },
        ("episode LS=V3 DECOM=01/05/2025 DEC=15/07/2025", "episode LS=V3 DECOM=01/05/2025 DEC=16/07/2025"),
    ),
    rule(
        "375",
        "A temporary stay in hospital (T1) lasted longer than six weeks.",
        &[Episodes],
        |c, f| longer(c, f, "T1", HOSPITAL_DAYS_MAX),
        (
            "episode PLACE=T1 DECOM=01/05/2025 DEC=12/06/2025",
            "episode PLACE=T1 DECOM=01/05/2025 DEC=13/06/2025",
        ),
    ),
    rule(
        "376",
        "A temporary placement during the carers’ holiday (T3) lasted longer than three weeks.",
        &[Episodes],
        |c, f| longer(c, f, "T3", CARERS_HOLIDAY_DAYS_MAX),
        (
            "episode PLACE=T3 DECOM=01/05/2025 DEC=22/05/2025",
            "episode PLACE=T3 DECOM=01/05/2025 DEC=23/05/2025",
        ),
    ),
    rule(
        "377",
        "There were more than two temporary placements during carers’ holidays (T3).",
        &[Episodes],
        |c, f| {
            let count = c.episodes().iter().filter(|episode| episode.is(PLACE, "T3")).count();
            f.each(c.episodes(), PLACE, |e| count > CARERS_HOLIDAYS_MAX && e.is(PLACE, "T3"));
        },
        ("episode PLACE=T3; episode PLACE=T3", "episode PLACE=T3; episode PLACE=T3; episode PLACE=T3"),
    ),
    rule(
        "379",
        "A temporary placement for no stated reason (T4) lasted longer than seven days.",
        &[Episodes],
        |c, f| longer(c, f, "T4", UNSPECIFIED_DAYS_MAX),
        (
            "episode PLACE=T4 DECOM=01/05/2025 DEC=08/05/2025",
            "episode PLACE=T4 DECOM=01/05/2025 DEC=09/05/2025",
        ),
    ),
    rule(
        "426",
        "A child cannot have short breaks of both kinds (V3 and V4) in one year.",
        &[Episodes],
        |c, f| {
            let both =
                SHORT_BREAKS.iter().all(|kind| c.episodes().iter().any(|episode| episode.is(LS, kind)));
            f.each(c.episodes(), LS, |e| both && e.among(LS, &SHORT_BREAKS));
        },
        ("episode LS=V3; episode LS=C2", "episode LS=V3; episode LS=V4"),
    ),
    rule(
        "445",
        "No episode since December 2005 can be under a freeing order (D1).",
        &[Episodes],
        |c, f| f.each(c.episodes(), LS, |e| e.is(LS, "D1") && before(NO_FREEING_AFTER, e.day(DECOM))),
        ("episode LS=D1 DECOM=31/12/2005", "episode LS=D1 DECOM=01/01/2006"),
    )
    .until(2024),
    rule(
        "446",
        "No episode before December 2005 can be under a placement order (E1).",
        &[Episodes],
        |c, f| f.each(c.episodes(), LS, |e| e.is(LS, "E1") && before(e.day(DECOM), PLACEMENT_ORDERS_FROM)),
        ("episode LS=E1 DECOM=01/12/2005", "episode LS=E1 DECOM=30/11/2005"),
    ),
    rule(
        "451",
        "The child is still under a freeing order (D1), for which nobody could apply after 30 December 2005.",
        &[Episodes],
        |c, f| f.each(c.episodes(), LS, |e| e.is(LS, "D1") && e.blank(DEC) && e.blank(REC)),
        ("episode LS=D1 DEC=01/05/2023 REC=X1", "episode LS=D1"),
    )
    .until(2024),
];
