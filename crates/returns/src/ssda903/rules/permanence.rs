//! Permanence before this period of care.

use jiff::civil::{Date, date};

use crate::ssda903::codes::{PERMANENCE, authority};
use crate::ssda903::columns::*;
use crate::ssda903::day::{before, by, day};
use crate::ssda903::rule::{Rule, rule};
use crate::ssda903::table::Table::*;

const OF_PERMANENCE: &[Field] = &[PREV_PERM, LA_PERM, DATE_PERM];

/// A day of which parts may be unknown: zz/05/2020, zz/zz/2020, zz/zz/zzzz. The earliest that it can be; nothing
/// when it is no day at all, and nothing within when it is wholly unknown.
fn earliest(text: &str) -> Option<Option<Date>> {
    match text.split('/').collect::<Vec<_>>()[..] {
        ["ZZ", "ZZ", "ZZZZ"] => Some(None),
        ["ZZ", "ZZ", year] => day(&format!("01/01/{year}")).map(Some),
        ["ZZ", month, year] => day(&format!("01/{month}/{year}")).map(Some),
        _ => day(text).map(Some),
    }
}

/// The first day from which the return asks about permanence before.
// LAW: the guide to the SSDA903, previous permanence: children who start to be looked after from 1 April 2016.
const ASKED_FROM: Date = date(2016, 4, 1);

pub(super) const RULES: &[Rule] = &[
    rule(
        "630",
        "The child started to be looked after in the year, and permanence before is not filled in.",
        &[PrevPerm, Episodes],
        |c, f| {
            let rows = c.rows(PrevPerm);
            let wrong = rows.is_empty()
                || rows
                    .iter()
                    .any(|p| p.blank(PREV_PERM) || (!p.is(PREV_PERM, "Z1") && !p.all(&[LA_PERM, DATE_PERM])));
            f.each(c.episodes(), RNE, |e| wrong && e.is(RNE, "S") && by(c.start(), e.day(DECOM)));
        },
        (
            "episode RNE=S DECOM=01/05/2025; permanence PREV_PERM=Z1",
            "episode RNE=S DECOM=01/05/2025; permanence PREV_PERM=P1",
        ),
    ),
    rule(
        "631",
        "This is not a code for permanence before.",
        &[PrevPerm],
        |c, f| f.each(c.rows(PrevPerm), PREV_PERM, |p| c.not_a_code(p, PREV_PERM, PERMANENCE)),
        ("permanence PREV_PERM=P4", "permanence PREV_PERM=P5"),
    ),
    rule(
        "632",
        "The day of the order is not a date, or not before the child started to be looked after.",
        &[PrevPerm, Episodes],
        |c, f| {
            let first = c.first();
            for permanence in c.rows(PrevPerm).iter().filter(|p| p.given(DATE_PERM)) {
                let earliest = earliest(permanence.text(DATE_PERM));
                let late = earliest.is_some_and(|day| by(first.and_then(|first| first.day(DECOM)), day));
                if earliest.is_none() || late {
                    f.add(permanence, DATE_PERM);
                    if let Some(first) = first {
                        f.add(first, DECOM);
                    }
                }
            }
        },
        (
            "permanence DATE_PERM=zz/04/2020; episode DECOM=01/05/2020",
            "permanence DATE_PERM=zz/05/2020; episode DECOM=01/05/2020",
        ),
    ),
    rule(
        "633",
        "This is not the number of an authority, nor WAL, SCO, NIR or NUK.",
        &[PrevPerm],
        |c, f| f.each(c.rows(PrevPerm), LA_PERM, |p| p.given(LA_PERM) && !authority(p.text(LA_PERM))),
        ("permanence LA_PERM=942", "permanence LA_PERM=1"),
    ),
    rule(
        "634",
        "Permanence before is filled in, and the child has not started to be looked after since 1 April 2016.",
        &[PrevPerm, Episodes],
        |c, f| {
            let since = c.latest().and_then(|latest| latest.day(DECOM));
            if before(since, ASKED_FROM) && c.any(PrevPerm, OF_PERMANENCE) {
                f.each(c.rows(PrevPerm), PREV_PERM, |p| p.any(OF_PERMANENCE));
                f.each(c.episodes(), DECOM, |_| true);
            }
        },
        (
            "permanence PREV_PERM=P1; episode DECOM=01/04/2016",
            "permanence PREV_PERM=P1; episode DECOM=31/03/2016",
        ),
    ),
    rule(
        "635",
        "An authority or a day is given, and the code says that there was no permanence before, or is blank.",
        &[PrevPerm],
        |c, f| {
            f.each(c.rows(PrevPerm), PREV_PERM, |p| {
                p.any(&[LA_PERM, DATE_PERM]) && (p.blank(PREV_PERM) || p.is(PREV_PERM, "Z1"))
            });
        },
        ("permanence PREV_PERM=P1 LA_PERM=801", "permanence PREV_PERM=Z1 LA_PERM=801"),
    ),
];
