//! The Header: sex, date of birth, ethnicity, pupil number.

use crate::ssda903::child::{Child, SHORT_BREAKS};
use crate::ssda903::codes::*;
use crate::ssda903::columns::*;
use crate::ssda903::day::{before, by, days_after, years_after};
use crate::ssda903::row::Row;
use crate::ssda903::rule::{Need, Rule, rule};
use crate::ssda903::table::Table::*;

/// A pupil number: a letter but I, O and S; then twelve figures, or eleven and a letter.
fn pupil_number(text: &str) -> bool {
    let bytes = text.as_bytes();
    let letter = |byte: &u8| byte.is_ascii_uppercase();
    match bytes {
        [first, middle @ .., last] if bytes.len() == 13 => {
            letter(first)
                && !b"IOS".contains(first)
                && middle.iter().all(u8::is_ascii_digit)
                && (last.is_ascii_digit() || letter(last))
        }
        _ => matches!(text, "UN1" | "UN2" | "UN3" | "UN4" | "UN5"),
    }
}

pub(super) fn male(header: &Row<'_>) -> bool {
    header.among(SEX, &["1", "M"])
}

pub(super) fn female(header: &Row<'_>) -> bool {
    header.among(SEX, &["2", "F"])
}

/// A sex whichever way the year wrote it.
fn sex<'a>(header: &Row<'a>) -> &'a str {
    match header.text(SEX) {
        "1" => "M",
        "2" => "F",
        other => other,
    }
}

/// Whether the new number may follow the old: the same, one found for one unknown, or a better reason than “not of
/// school age”.
fn may_follow(now: &str, last: &str) -> bool {
    let unknown = |upn: &str| upn.is_empty() || upn.starts_with("UN");
    now == last
        || (unknown(last) && !unknown(now))
        || (matches!(last, "" | "UN1") && matches!(now, "UN2" | "UN3" | "UN4" | "UN5"))
}

/// This year's and last year's Header differ, where both have the child.
fn differs(
    c: &Child<'_>,
    f: &mut crate::ssda903::rule::Found<'_>,
    field: Field,
    same: fn(&Row<'_>, &Row<'_>) -> bool,
) {
    if let Some(last) = c.last_row(Header) {
        f.each(c.rows(Header), field, |now| !same(now, last));
    }
}

pub(super) const RULES: &[Rule] = &[
    rule(
        "101",
        "The child’s sex is not given, or not by a code of this year.",
        &[Header],
        |c, f| f.each(c.rows(Header), SEX, |h| !c.valid(h, SEX, SEXES)),
        ("header SEX=1", "header SEX=M"),
    )
    .until(2024),
    rule(
        "101",
        "The child’s sex is not given, or not by a code of this year.",
        &[Header],
        |c, f| f.each(c.rows(Header), SEX, |h| !c.valid(h, SEX, SEXES)),
        ("header SEX=M", "header SEX=1"),
    )
    .from(2025),
    rule(
        "102",
        "The date of birth is not given, or not a date.",
        &[Header],
        |c, f| f.each(c.rows(Header), DOB, |h| h.day(DOB).is_none()),
        ("header DOB=01/01/2015", "header DOB=30/02/2015"),
    ),
    rule(
        "103",
        "The ethnic background is not given, or not by a code.",
        &[Header],
        |c, f| f.each(c.rows(Header), ETHNIC, |h| !c.valid(h, ETHNIC, ETHNICITIES)),
        ("header ETHNIC=WBRI", "header ETHNIC=WBRT"),
    ),
    rule(
        "105",
        "Whether the child is an unaccompanied asylum-seeker is said by 0 or 1.",
        &[Header],
        |c, f| f.each(c.rows(Header), UASC, |h| !c.valid(h, UASC, NO_YES)),
        ("header UASC=0", "header UASC=2"),
    )
    .needs(&[Need::AsylumInHeader]),
    rule(
        "168",
        "This is not a unique pupil number, nor one of UN1 to UN5.",
        &[Header],
        |c, f| f.each(c.rows(Header), UPN, |h| h.given(UPN) && !pupil_number(h.text(UPN))),
        ("header UPN=A12345678901B", "header UPN=S123456789012"),
    ),
    rule(
        "202",
        "The child’s sex is not what last year’s return said.",
        &[Header],
        |c, f| differs(c, f, SEX, |now, last| sex(now) == sex(last)),
        ("header SEX=M; last header SEX=1", "header SEX=M; last header SEX=F"),
    )
    .needs(&[Need::LastYear]),
    rule(
        "203",
        "The date of birth is not what last year’s return said.",
        &[Header],
        |c, f| differs(c, f, DOB, |now, last| now.day(DOB) == last.day(DOB)),
        ("header DOB=2015-01-02; last header DOB=02/01/2015", "header DOB=01/02/2015; last header DOB=02/01/2015"),
    )
    .needs(&[Need::LastYear]),
    rule(
        "204",
        "The ethnic background is not what last year’s return said.",
        &[Header],
        |c, f| differs(c, f, ETHNIC, |now, last| now.text(ETHNIC) == last.text(ETHNIC)),
        ("header ETHNIC=WBRI; last header ETHNIC=wbri", "header ETHNIC=WBRI; last header ETHNIC=REFU"),
    )
    .needs(&[Need::LastYear]),
    rule(
        "208",
        "The pupil number is not what last year’s return said.",
        &[Header],
        |c, f| differs(c, f, UPN, |now, last| may_follow(now.text(UPN), last.text(UPN))),
        ("header UPN=A123456789012; last header UPN=UN2", "header UPN=UN2; last header UPN=A123456789012"),
    )
    .needs(&[Need::LastYear]),
    rule(
        "209",
        "The child is of school age, so the pupil number cannot be UN1.",
        &[Header],
        |c, f| {
            let autumn = jiff::civil::date(c.start().year() - 1, 8, 31);
            f.each(c.rows(Header), UPN, |h| h.is(UPN, "UN1") && by(years_after(h.day(DOB), 4), autumn));
        },
        ("header UPN=UN1 DOB=01/01/2023", "header UPN=UN1 DOB=01/01/2015"),
    ),
    rule(
        "210",
        "The child had been looked after for more than a week on 31 March, so the pupil number cannot be UN4.",
        &[Header, Episodes],
        |c, f| {
            // LAW: the guide to the SSDA903, rule 210: more than a week at 31 March.
            let week = days_after(c.end(), -7);
            let open = c.periods().iter().any(|(began, ended)| ended.is_none() && before(*began, week));
            f.each(c.rows(Header), UPN, |h| open && h.is(UPN, "UN4"));
        },
        (
            "header UPN=UN4; episode DECOM=28/03/2026 RNE=S",
            "header UPN=UN4; episode DECOM=01/05/2025 RNE=S",
        ),
    ),
    rule(
        "231",
        "An unaccompanied asylum-seeker under 11 is unusual: check the date of birth, and explain it if it is right.",
        &[Header],
        |c, f| {
            f.each(c.rows(Header), DOB, |h| c.seeks_asylum() && before(c.end(), years_after(h.day(DOB), 11)));
        },
        ("header DOB=01/01/2010; uasc SEX=M", "header DOB=01/01/2016; uasc SEX=M"),
    )
    .from(2025),
    rule(
        "232",
        "The child’s sex is given as unknown.",
        &[Header],
        |c, f| f.each(c.rows(Header), SEX, |h| h.is(SEX, "U")),
        ("header SEX=F", "header SEX=U"),
    )
    .from(2025),
    rule(
        "301",
        "The date of birth is after the end of the year.",
        &[Header],
        |c, f| f.each(c.rows(Header), DOB, |h| before(c.end(), h.day(DOB))),
        ("header DOB=31/03/2026", "header DOB=01/04/2026"),
    ),
    rule(
        "351",
        "The child was over 25 when the year began.",
        &[Header],
        |c, f| f.each(c.rows(Header), DOB, |h| before(years_after(h.day(DOB), 25), c.start())),
        ("header DOB=01/04/2000", "header DOB=31/03/2000"),
    ),
    rule(
        "442",
        "A child who was looked after has no pupil number, nor a code for why not.",
        &[Header, Episodes],
        |c, f| {
            let looked_after = c.episodes().iter().any(|episode| !episode.among(LS, &SHORT_BREAKS));
            f.each(c.rows(Header), UPN, |h| looked_after && h.blank(UPN));
        },
        ("header; episode LS=V4", "header; episode LS=C2"),
    ),
    rule(
        "444",
        "Another child in this return has the same pupil number.",
        &[Header],
        |c, f| f.each(c.rows(Header), UPN, |h| c.repeated_upns.contains(h.text(UPN))),
        (
            "header UPN=UN1; header CHILD=B UPN=UN1",
            "header UPN=A123456789012; header CHILD=B UPN=A123456789012",
        ),
    )
    .from(2026),
];
