//! Missing, and away from placement without authorisation.

use crate::ssda903::child::{Child, first_undated_last};
use crate::ssda903::codes::*;
use crate::ssda903::columns::*;
use crate::ssda903::day::{before, by, same, years_after};
use crate::ssda903::row::Row;
use crate::ssda903::rule::{Found, Need, Rule, rule};
use crate::ssda903::table::Table::{self, *};

/// Spells in order, each of which began before the one before it ended, or while that was open.
pub(super) fn overlapping(c: &Child<'_>, f: &mut Found<'_>, table: Table, start: Field, end: Field) {
    let mut spells: Vec<_> = c.rows(table).iter().collect();
    spells.sort_by_key(|spell| {
        let began = first_undated_last(spell.day(start));
        (first_undated_last(spell.day(end).or(spell.day(start))), began)
    });
    for pair in spells.windows(2) {
        let ended = pair[0].day(end);
        if ended.is_none() || before(pair[1].day(start), ended) {
            f.add(pair[1], start);
        }
    }
}

/// Whether a spell, open or ended, fits none of the child's periods of care.
pub(super) fn outside_care(c: &Child<'_>, spell: &Row<'_>, start: Field, end: Field) -> bool {
    let periods = c.periods();
    let out = |(began, ended): &(jiff::civil::Date, Option<jiff::civil::Date>)| match spell.day(end) {
        None => ended.is_some() || before(spell.day(start), *began),
        Some(over) => before(*ended, over) || before(over, *began),
    };
    spell.day(start).is_some() && !periods.is_empty() && periods.iter().all(out)
}

pub(super) const RULES: &[Rule] = &[
    rule(
        "1004",
        "The day on which the child went missing or away is not given, or not a date.",
        &[Missing],
        |c, f| f.each(c.rows(Missing), MIS_START, |m| m.day(MIS_START).is_none()),
        ("missing MIS_START=01/05/2025", "missing MIS_START=May"),
    ),
    rule(
        "1005",
        "The day on which the child was found or came back is not a date.",
        &[Missing],
        |c, f| f.each(c.rows(Missing), MIS_END, |m| m.not_a_day(MIS_END)),
        ("missing MIS_END=01/05/2025", "missing MIS_END=May"),
    ),
    rule(
        "1006",
        "This is neither missing (M) nor away without authorisation (A).",
        &[Missing],
        |c, f| f.each(c.rows(Missing), MISSING, |m| c.not_a_code(m, MISSING, ABSENCES)),
        ("missing MISSING=M", "missing MISSING=X"),
    ),
    rule(
        "564",
        "The child was missing or away, and the day on which it began is blank.",
        &[Missing],
        |c, f| f.each(c.rows(Missing), MIS_START, |m| m.among(MISSING, &["M", "A"]) && m.blank(MIS_START)),
        ("missing MISSING=M MIS_START=01/05/2025", "missing MISSING=M"),
    ),
    rule(
        "565",
        "A day on which it began is given, and not whether the child was missing or away.",
        &[Missing],
        |c, f| f.each(c.rows(Missing), MISSING, |m| m.blank(MISSING) && m.given(MIS_START)),
        ("missing MISSING=M MIS_START=01/05/2025", "missing MIS_START=01/05/2025"),
    ),
    rule(
        "566",
        "A day on which it ended is given, and not whether the child was missing or away.",
        &[Missing],
        |c, f| f.each(c.rows(Missing), MISSING, |m| m.blank(MISSING) && m.given(MIS_END)),
        ("missing MISSING=M MIS_END=01/05/2025", "missing MIS_END=01/05/2025"),
    ),
    rule(
        "567",
        "It ended before it began.",
        &[Missing],
        |c, f| f.each(c.rows(Missing), MIS_END, |m| before(m.day(MIS_END), m.day(MIS_START))),
        ("missing MIS_START=01/05/2025 MIS_END=01/05/2025", "missing MIS_START=02/05/2025 MIS_END=01/05/2025"),
    ),
    rule(
        "570",
        "It began after the end of the year.",
        &[Missing],
        |c, f| f.each(c.rows(Missing), MIS_START, |m| before(c.end(), m.day(MIS_START))),
        ("missing MIS_START=31/03/2026", "missing MIS_START=01/04/2026"),
    ),
    rule(
        "571",
        "It ended before the year began, or after the year ended.",
        &[Missing],
        |c, f| f.each(c.rows(Missing), MIS_END, |m| m.day(MIS_END).is_some() && !c.in_year(m.day(MIS_END))),
        ("missing MIS_END=01/04/2025", "missing MIS_END=31/03/2025"),
    ),
    rule(
        "574",
        "It began while the time before was open, or before that ended.",
        &[Missing],
        |c, f| overlapping(c, f, Missing, MIS_START, MIS_END),
        (
            "missing MIS_START=01/05/2025 MIS_END=02/05/2025; missing MIS_START=02/05/2025",
            "missing MIS_START=01/05/2025; missing MIS_START=02/05/2025",
        ),
    ),
    rule(
        "575",
        "The placement from which the child went has ended, so this is to have an end.",
        &[Missing, Episodes],
        |c, f| {
            f.each(c.rows(Missing), MIS_END, |m| {
                let from = |e: &Row<'_>| by(e.day(DECOM), m.day(MIS_START)) && by(m.day(MIS_START), e.day(DEC));
                m.blank(MIS_END) && c.episodes().iter().any(from)
            });
        },
        (
            "missing MIS_START=01/05/2025 MIS_END=02/05/2025; episode DECOM=01/05/2025 DEC=01/06/2025",
            "missing MIS_START=01/05/2025; episode DECOM=01/05/2025 DEC=01/06/2025",
        ),
    ),
    rule(
        "576",
        "The child was missing or away at the end of last year, and this year’s return does not begin with that.",
        &[Missing],
        |c, f| {
            let open = c.last_rows(Missing).iter().filter(|last| last.blank(MIS_END) && last.day(MIS_START).is_some());
            let first = c.rows(Missing).iter().min_by_key(|m| first_undated_last(m.day(MIS_START)));
            for last in open {
                match first {
                    Some(first) if same(first.day(MIS_START), last.day(MIS_START)) => {}
                    Some(first) => f.add(first, MIS_START),
                    None => f.child(Missing, MIS_START),
                }
            }
        },
        (
            "missing MIS_START=01/03/2025; last missing MIS_START=01/03/2025",
            "missing MIS_START=02/05/2025; last missing MIS_START=01/03/2025",
        ),
    )
    .needs(&[Need::LastYear]),
    rule(
        "577",
        "The child ceased to be looked after, so this is to have an end, and within the time in care.",
        &[Missing, Episodes],
        |c, f| f.each(c.rows(Missing), MIS_END, |m| outside_care(c, m, MIS_START, MIS_END)),
        (
            "missing MIS_START=01/05/2025 MIS_END=02/05/2025; episode DECOM=01/05/2025 DEC=01/06/2025",
            "missing MIS_START=01/05/2025; episode DECOM=01/05/2025 DEC=01/06/2025",
        ),
    ),
    rule(
        "578",
        "The child went missing after ceasing to be looked after.",
        &[Missing, Episodes],
        |c, f| {
            let periods = c.periods();
            f.each(c.rows(Missing), MIS_START, |m| {
                let start = m.day(MIS_START);
                let out = periods.iter().all(|(began, ended)| before(start, *began) || before(*ended, start));
                start.is_some() && !periods.is_empty() && out
            });
        },
        (
            "missing MIS_START=01/06/2025; episode DECOM=01/05/2025 DEC=01/06/2025",
            "missing MIS_START=02/06/2025; episode DECOM=01/05/2025 DEC=01/06/2025",
        ),
    ),
    rule(
        "580",
        "The child was missing on ceasing to be looked after at 18, so the reason is E8.",
        &[Missing, Episodes],
        |c, f| {
            f.each(c.episodes(), REC, |e| {
                let missing = |m: &Row<'_>| {
                    same(m.day(MIS_END), e.day(DEC)) && same(m.day(MIS_END), years_after(m.day(DOB), 18))
                };
                !e.is(REC, "E8") && c.rows(Missing).iter().any(missing)
            });
        },
        (
            "missing DOB=01/05/2007 MIS_END=01/05/2025; episode DEC=01/05/2025 REC=E8",
            "missing DOB=01/05/2007 MIS_END=01/05/2025; episode DEC=01/05/2025 REC=E6",
        ),
    ),
    rule(
        "581",
        "The child went missing on a day on which no episode says that the child was looked after.",
        &[Missing, Episodes],
        |c, f| {
            f.each(c.rows(Missing), MIS_START, |m| {
                let start = m.day(MIS_START);
                let then = |e: &Row<'_>| by(e.day(DECOM), start) && !before(e.day(DEC), start);
                start.is_some() && !c.episodes().is_empty() && !c.episodes().iter().any(then)
            });
        },
        (
            "missing MIS_START=01/05/2025; episode DECOM=01/05/2025",
            "missing MIS_START=30/04/2025; episode DECOM=01/05/2025",
        ),
    ),
    rule(
        "586",
        "The child went missing before being born.",
        &[Missing],
        |c, f| f.each(c.rows(Missing), MIS_START, |m| by(m.day(MIS_START), m.day(DOB))),
        ("missing DOB=01/05/2010 MIS_START=01/05/2025", "missing DOB=01/05/2025 MIS_START=01/05/2025"),
    ),
];
