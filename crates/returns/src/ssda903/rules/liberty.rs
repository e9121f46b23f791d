//! Deprivation of liberty orders; from 2026-27.

use super::missing::{outside_care, overlapping};
use crate::ssda903::child::Child;
use crate::ssda903::columns::*;
use crate::ssda903::day::{before, by, same};
use crate::ssda903::row::Row;
use crate::ssda903::rule::{Found, Need, Rule, rule};
use crate::ssda903::table::Table::*;

/// Orders and the episodes during them, where the placement is so.
fn placed(c: &Child<'_>, f: &mut Found<'_>, wrong: impl Fn(&Row<'_>) -> bool) {
    for order in c.rows(DoLo).iter().filter(|order| order.day(DOLO_START).is_some()) {
        let during = |e: &Row<'_>| {
            let ended = before(e.day(DEC), order.day(DOLO_START));
            !ended && e.day(DECOM).is_some() && !before(order.day(DOLO_END), e.day(DECOM))
        };
        for episode in c.episodes().iter().filter(|episode| during(episode) && wrong(episode)) {
            f.add(order, DOLO_START);
            f.add(episode, PLACE);
        }
    }
}

pub(super) const RULES: &[Rule] = &[
    rule(
        "700",
        "The first day of the order is not given, or not a date.",
        &[DoLo],
        |c, f| f.each(c.rows(DoLo), DOLO_START, |d| d.day(DOLO_START).is_none()),
        ("dolo DOLO_START=01/05/2026", "dolo DOLO_START=x"),
    )
    .from(2027),
    rule(
        "701",
        "The last day of the order is not a date.",
        &[DoLo],
        |c, f| f.each(c.rows(DoLo), DOLO_END, |d| d.not_a_day(DOLO_END)),
        ("dolo DOLO_END=01/05/2026", "dolo DOLO_END=x"),
    )
    .from(2027),
    rule(
        "702",
        "The order ended before it began, or on the same day.",
        &[DoLo],
        |c, f| f.each(c.rows(DoLo), DOLO_END, |d| by(d.day(DOLO_END), d.day(DOLO_START))),
        ("dolo DOLO_START=01/05/2026 DOLO_END=02/05/2026", "dolo DOLO_START=02/05/2026 DOLO_END=01/05/2026"),
    )
    .from(2027),
    rule(
        "703",
        "The order began after the year.",
        &[DoLo],
        |c, f| f.each(c.rows(DoLo), DOLO_START, |d| before(c.end(), d.day(DOLO_START))),
        ("dolo DOLO_START=31/03/2027", "dolo DOLO_START=01/04/2027"),
    )
    .from(2027),
    rule(
        "704",
        "The order ended before the year began, or after it ended.",
        &[DoLo],
        |c, f| f.each(c.rows(DoLo), DOLO_END, |d| d.day(DOLO_END).is_some() && !c.in_year(d.day(DOLO_END))),
        ("dolo DOLO_END=01/04/2026", "dolo DOLO_END=31/03/2026"),
    )
    .from(2027),
    rule(
        "705",
        "The order began while the one before was open, or before that ended.",
        &[DoLo],
        |c, f| overlapping(c, f, DoLo, DOLO_START, DOLO_END),
        (
            "dolo DOLO_START=01/05/2026 DOLO_END=02/05/2026; dolo DOLO_START=02/05/2026",
            "dolo DOLO_START=01/05/2026; dolo DOLO_START=02/05/2026",
        ),
    )
    .from(2027),
    rule(
        "706",
        "An order was open at the end of last year, and this year’s return does not have it.",
        &[DoLo],
        |c, f| {
            for last in c.last_rows(DoLo).iter().filter(|last| last.blank(DOLO_END)) {
                let here = |d: &Row<'_>| same(d.day(DOLO_START), last.day(DOLO_START));
                if !c.rows(DoLo).iter().any(here) {
                    f.child(DoLo, DOLO_START);
                }
            }
        },
        ("dolo DOLO_START=01/03/2026; last dolo DOLO_START=01/03/2026", "last dolo DOLO_START=01/03/2026"),
    )
    .from(2027)
    .needs(&[Need::LastYear]),
    rule(
        "707",
        "The child ceased to be looked after, so the order is to have an end, and within the time in care.",
        &[DoLo, Episodes],
        |c, f| f.each(c.rows(DoLo), DOLO_END, |d| outside_care(c, d, DOLO_START, DOLO_END)),
        (
            "dolo DOLO_START=01/05/2026 DOLO_END=02/05/2026; episode DECOM=01/05/2026 DEC=01/06/2026",
            "dolo DOLO_START=01/05/2026; episode DECOM=01/05/2026 DEC=01/06/2026",
        ),
    )
    .from(2027),
    rule(
        "708",
        "The order began before the child was born.",
        &[DoLo],
        |c, f| f.each(c.rows(DoLo), DOLO_START, |d| by(d.day(DOLO_START), d.day(DOB))),
        ("dolo DOB=01/05/2010 DOLO_START=01/05/2026", "dolo DOB=01/06/2026 DOLO_START=01/05/2026"),
    )
    .from(2027),
    rule(
        "709",
        "A child deprived of liberty is in a placement where that is not expected (other than K2, Z12, Z13).",
        &[DoLo, Episodes],
        |c, f| placed(c, f, |episode| !episode.among(PLACE, &["K2", "Z12", "Z13"])),
        (
            "dolo DOLO_START=01/05/2026; episode DECOM=01/05/2026 PLACE=K2",
            "dolo DOLO_START=01/05/2026; episode DECOM=01/05/2026 PLACE=U4",
        ),
    )
    .from(2027),
    rule(
        "710",
        "A child deprived of liberty by such an order cannot be in a secure home, with parents, in a young offender institution or in supported accommodation.",
        &[DoLo, Episodes],
        |c, f| placed(c, f, |episode| episode.among(PLACE, &["K1", "P1", "R5", "K3"])),
        (
            "dolo DOLO_START=01/05/2026; episode DECOM=01/05/2026 PLACE=U4",
            "dolo DOLO_START=01/05/2026; episode DECOM=01/05/2026 PLACE=K1",
        ),
    )
    .from(2027),
];
