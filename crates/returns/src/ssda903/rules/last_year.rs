//! This year's first episode beside the one that was open at the end of last year.

use crate::ssda903::child::Child;
use crate::ssda903::columns::*;
use crate::ssda903::day::{before, same};
use crate::ssda903::row::Row;
use crate::ssda903::rule::{Found, Need, Rule, rule};
use crate::ssda903::table::Table::*;

/// This year's first episode and last year's latest, where that had not ended.
fn carried<'r, 'a>(c: &'r Child<'a>) -> Option<(&'r Row<'a>, &'r Row<'a>)> {
    let last = c.latest_of_last_year().filter(|last| last.day(DEC).is_none())?;
    Some((c.first()?, last))
}

/// The first episode is at fault if it is not what was carried over.
fn differs(c: &Child<'_>, f: &mut Found<'_>, field: Field, same: impl Fn(&Row<'_>, &Row<'_>) -> bool) {
    if let Some((first, _)) = carried(c).filter(|(first, last)| !same(first, last)) {
        f.add(first, field);
    }
}

fn same_text(c: &Child<'_>, f: &mut Found<'_>, field: Field) {
    differs(c, f, field, |first, last| first.text(field) == last.text(field));
}

/// Miles within which two distances are one.
// LAW: the guide to the SSDA903, rules 453 and 503G: 0.2 of a mile.
const DISTANCE_APART: f64 = 0.2;

fn same_distance(c: &Child<'_>, first: &Row<'_>, last: &Row<'_>) -> bool {
    match (c.placed(first).miles, c.placed(last).miles) {
        (Some(now), Some(then)) => (now - then).abs() < DISTANCE_APART,
        (now, then) => now.is_some() == then.is_some(),
    }
}

/// Codes that took another's place: a child need not move to have one after the other.
fn renamed(year: i16, then: &str, now: &str) -> bool {
    match year {
        2024 | 2025 => then == "H5" && now == "K3",
        2026 => then == "Z1" && matches!(now, "Z11" | "Z12" | "Z13" | "Z14"),
        _ => false,
    }
}

const LAST_YEAR: &[Need] = &[Need::LastYear];
const AND_POSTCODES: &[Need] = &[Need::LastYear, Need::Postcodes];
const AND_AUTHORITY: &[Need] = &[Need::LastYear, Need::Postcodes, Need::Authority];

/// An open episode of last year in one place, carried over in a second.
macro_rules! carried_over {
    ($then:literal, $now:literal) => {
        concat!("episode DECOM=01/05/2024 RNE=S ", $now, "; last episode DECOM=01/05/2024 RNE=S ", $then)
    };
}

pub(super) const RULES: &[Rule] = &[
    rule(
        "452",
        "The authority in which the child is placed is not the one of last year’s last episode.",
        &[Episodes],
        |c, f| {
            differs(c, f, PL_POST, |first, last| {
                first.text(RNE) != last.text(RNE) || c.placed(first).authority == c.placed(last).authority
            });
        },
        (carried_over!("PL_POST=TR11AA", "PL_POST=TR12BB"), carried_over!("PL_POST=TR11AA", "PL_POST=PL11AA")),
    )
    .needs(AND_POSTCODES),
    rule(
        "453",
        "The distance from home is not the one of last year’s last episode.",
        &[Episodes],
        |c, f| {
            differs(c, f, PL_POST, |first, last| {
                first.text(RNE) != last.text(RNE) || same_distance(c, first, last)
            });
        },
        (
            carried_over!("HOME_POST=TR11AA PL_POST=TR12BB", "HOME_POST=TR11AA PL_POST=TR12BB"),
            carried_over!("HOME_POST=TR11AA PL_POST=TR12BB", "HOME_POST=TR11AA PL_POST=PL11AA"),
        ),
    )
    .needs(AND_POSTCODES),
    rule(
        "502",
        "An episode was open at the end of last year, and this year’s first began on another day.",
        &[Episodes],
        |c, f| {
            let Some(first) = c.first() else { return };
            let other = |last: &&Row<'_>| last.blank(DEC) && !same(last.day(DECOM), first.day(DECOM));
            if c.last_rows(Episodes).iter().find(other).is_some() {
                f.add(first, DECOM);
            }
        },
        (
            carried_over!("", ""),
            "episode DECOM=02/05/2024; last episode DECOM=01/05/2024",
        ),
    )
    .needs(LAST_YEAR),
    rule(
        "503A",
        "The reason for the new episode is not the one of the episode open at the end of last year.",
        &[Episodes],
        |c, f| same_text(c, f, RNE),
        (
            carried_over!("", ""),
            "episode DECOM=01/05/2024 RNE=P; last episode DECOM=01/05/2024 RNE=S",
        ),
    )
    .needs(LAST_YEAR),
    rule(
        "503B",
        "The legal status is not the one of the episode open at the end of last year.",
        &[Episodes],
        |c, f| same_text(c, f, LS),
        (carried_over!("LS=C2", "LS=C2"), carried_over!("LS=C1", "LS=C2")),
    )
    .needs(LAST_YEAR),
    rule(
        "503C",
        "The category of need is not the one of the episode open at the end of last year.",
        &[Episodes],
        |c, f| same_text(c, f, CIN),
        (carried_over!("CIN=N1", "CIN=N1"), carried_over!("CIN=N1", "CIN=N2")),
    )
    .needs(LAST_YEAR),
    rule(
        "503D",
        "The placement is not the one of the episode open at the end of last year.",
        &[Episodes],
        |c, f| {
            let year = c.end().year();
            differs(c, f, PLACE, |first, last| {
                let (now, then) = (first.text(PLACE), last.text(PLACE));
                now == then || renamed(year, then, now)
            });
        },
        (carried_over!("PLACE=Z1", "PLACE=Z12"), carried_over!("PLACE=U4", "PLACE=U5")),
    )
    .needs(LAST_YEAR),
    rule(
        "503E",
        "The placement’s provider is not the one of the episode open at the end of last year.",
        &[Episodes],
        |c, f| same_text(c, f, PLACE_PROVIDER),
        (
            carried_over!("PLACE_PROVIDER=PR1", "PLACE_PROVIDER=PR1"),
            carried_over!("PLACE_PROVIDER=PR1", "PLACE_PROVIDER=PR4"),
        ),
    )
    .needs(LAST_YEAR),
    rule(
        "503F",
        "The regulator’s number is not the one of the episode open at the end of last year.",
        &[Episodes],
        |c, f| same_text(c, f, URN),
        (carried_over!("URN=SC100001", "URN=SC100001"), carried_over!("URN=SC100001", "URN=SC100002")),
    )
    .needs(LAST_YEAR),
    rule(
        "503G",
        "The distance from home is not the one of the episode open at the end of last year.",
        &[Episodes],
        |c, f| differs(c, f, PL_POST, |first, last| same_distance(c, first, last)),
        (
            carried_over!("HOME_POST=TR11AA PL_POST=TR12BB", "HOME_POST=TR11AA PL_POST=TR12BB"),
            carried_over!("HOME_POST=TR11AA PL_POST=TR12BB", "HOME_POST=TR11AA PL_POST=PL11AA"),
        ),
    )
    .needs(AND_POSTCODES),
    rule(
        "503H",
        "The authority in which the child is placed is not the one of the episode open at the end of last year.",
        &[Episodes],
        |c, f| differs(c, f, PL_POST, |first, last| c.placed(first).authority == c.placed(last).authority),
        (carried_over!("PL_POST=TR11AA", "PL_POST=TR12BB"), carried_over!("PL_POST=TR11AA", "PL_POST=PL11AA")),
    )
    .needs(AND_POSTCODES),
    rule(
        "503J",
        "Whether the child is placed in the authority’s area is not as in the episode open at the end of last year.",
        &[Episodes],
        |c, f| differs(c, f, PL_POST, |first, last| c.placed(first).inside == c.placed(last).inside),
        (carried_over!("PL_POST=TR11AA", "PL_POST=TR12BB"), carried_over!("PL_POST=TR11AA", "PL_POST=PL11AA")),
    )
    .needs(AND_AUTHORITY),
    rule(
        "562",
        "The episode began before this year, and last year’s return did not end with it.",
        &[Episodes],
        |c, f| {
            let last = c.latest_of_last_year().and_then(|last| last.day(DECOM));
            let Some(first) = c.first().filter(|first| before(first.day(DECOM), c.start())) else { return };
            if !same(first.day(DECOM), last) {
                f.add(first, DECOM);
            }
        },
        (carried_over!("", ""), "episode DECOM=01/05/2024"),
    )
    .needs(LAST_YEAR),
    rule(
        "NoE",
        "The child was looked after before this year, and last year’s return has no episodes of the child.",
        &[Episodes],
        |c, f| {
            let none = c.last_rows(Episodes).is_empty();
            f.each(c.episodes(), DECOM, |e| none && before(e.day(DECOM), c.start()));
        },
        (carried_over!("", ""), "episode DECOM=31/03/2025"),
    )
    .needs(LAST_YEAR),
    rule(
        "199",
        "The child was adopted with an earlier episode. Earlier years than the last are not seen here.",
        &[Episodes],
        |c, f| {
            let adopted = |row: &&Row<'_>| Child::adopted(row) && row.day(DECOM).is_some();
            let earliest = c.dated().chain(c.last_rows(Episodes)).filter(adopted).min_by_key(|row| row.day(DECOM));
            let Some(earliest) = earliest.and_then(|row| row.day(DECOM)) else { return };
            f.each(c.episodes(), DECOM, |e| before(earliest, e.day(DECOM)));
        },
        (
            "episode DECOM=01/05/2025 REC=E11",
            "episode DECOM=01/05/2025; last episode DECOM=01/05/2024 REC=E11",
        ),
    ),
];
