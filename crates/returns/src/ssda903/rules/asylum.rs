//! Unaccompanied asylum-seeking children, this year and last.

use jiff::civil::Date;

use crate::ssda903::child::Child;
use crate::ssda903::columns::*;
use crate::ssda903::day::{before, same, years_after};
use crate::ssda903::rule::{Found, Need, Rule, rule};
use crate::ssda903::table::Table::*;

fn ceased_last_year(c: &Child<'_>) -> Option<Date> {
    c.last_row(Uasc)?.day(DUC)
}

fn flag(c: &Child<'_>, f: &mut Found<'_>, wrong: bool) {
    f.each(c.rows(Uasc), DUC, |_| wrong);
    f.each(c.rows(Header), CHILD, |_| wrong);
}

pub(super) const RULES: &[Rule] = &[
    rule(
        "104",
        "The day on which the child ceased to be an unaccompanied asylum-seeker is not a date, or before the year.",
        &[Uasc],
        |c, f| f.each(c.rows(Uasc), DUC, |u| u.not_a_day(DUC) || before(u.day(DUC), c.start())),
        ("uasc DUC=01/04/2025", "uasc DUC=31/03/2025"),
    ),
    rule(
        "205A",
        "The child was an unaccompanied asylum-seeker last year and is not now, and no day in last year says that it ceased.",
        &[Header, Uasc],
        |c, f| {
            let ended = ceased_last_year(c).is_some_and(|day| c.context.year.previous().contains(day));
            let wrong = c.sought_asylum() && !c.seeks_asylum() && (!ended || c.any(Uasc, &[DUC]));
            flag(c, f, wrong);
        },
        ("header; last uasc SEX=M DUC=01/01/2025", "header; last uasc SEX=M DUC=01/01/2026"),
    )
    .needs(&[Need::LastYear]),
    rule(
        "205B",
        "The child is an unaccompanied asylum-seeker in both years, and the days on which that ceases do not fit: the 18th birthday last year, and the same or a day of this year now.",
        &[Header, Uasc],
        |c, f| {
            if !(c.seeks_asylum() && c.sought_asylum()) {
                return;
            }
            let last = ceased_last_year(c);
            let eighteen = years_after(c.last_row(Uasc).and_then(|last| last.day(DOB)), 18);
            let now = c.row(Uasc).and_then(|now| now.day(DUC));
            flag(c, f, (!c.in_year(now) && !same(now, last)) || !same(last, eighteen));
        },
        (
            "header; uasc SEX=M DUC=01/05/2027; last uasc SEX=M DOB=01/05/2009 DUC=01/05/2027",
            "header; uasc SEX=M DUC=01/06/2027; last uasc SEX=M DOB=01/05/2009 DUC=01/05/2027",
        ),
    )
    .needs(&[Need::LastYear]),
    rule(
        "205C",
        "The child is an unaccompanied asylum-seeker in neither year, and a day on which that ceased is given.",
        &[Header, Uasc],
        |c, f| {
            let ceased = c.any(Uasc, &[DUC]) || c.last_rows(Uasc).iter().any(|last| last.given(DUC));
            flag(c, f, ceased && !c.seeks_asylum() && !c.sought_asylum());
        },
        ("header UASC=1; uasc DUC=01/05/2025", "header UASC=0; uasc DUC=01/05/2025"),
    )
    .needs(&[Need::LastYear]),
    rule(
        "205D",
        "The child is an unaccompanied asylum-seeker now, and was in last year’s return and not said to be one.",
        &[Header],
        |c, f| {
            let wrong = c.seeks_asylum() && !c.sought_asylum() && !c.last_rows(Header).is_empty();
            f.each(c.rows(Header), CHILD, |_| wrong);
        },
        ("header; uasc SEX=M", "header; uasc SEX=M; last header"),
    )
    .needs(&[Need::LastYear]),
    rule(
        "303",
        "A day on which it ceased is given, and the child is not said to be an unaccompanied asylum-seeker.",
        &[Header, Uasc],
        |c, f| {
            if c.any(Uasc, &[DUC]) && !c.seeks_asylum() {
                f.each(c.rows(Uasc), DUC, |u| u.given(DUC));
                f.each(c.rows(Header), UASC, |_| true);
            }
        },
        ("header UASC=1; uasc DUC=01/05/2025", "header UASC=0; uasc DUC=01/05/2025"),
    ),
    rule(
        "304",
        "The child ceased to be an unaccompanied asylum-seeker after the 18th birthday.",
        &[Uasc],
        |c, f| f.each(c.rows(Uasc), DUC, |u| before(years_after(u.day(DOB), 18), u.day(DUC))),
        ("uasc DOB=01/05/2007 DUC=01/05/2025", "uasc DOB=01/05/2007 DUC=02/05/2025"),
    ),
];
