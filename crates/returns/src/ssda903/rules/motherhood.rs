//! Children who are mothers.

use super::header::{female, male};
use super::leavers::OF_LEAVING;
use crate::ssda903::child::SHORT_BREAKS;
use crate::ssda903::codes::*;
use crate::ssda903::columns::*;
use crate::ssda903::day::{before, by, same, years_after};
use crate::ssda903::rule::{Need, Rule, rule};
use crate::ssda903::table::Table::*;

pub(super) const RULES: &[Rule] = &[
    rule(
        "165",
        "Whether the child is a mother is wrongly filled in: 0 or 1, for girls looked after in the year and no others.",
        &[Header, Episodes, Oc3],
        |c, f| {
            let in_year = c.episodes().iter().any(|episode| {
                !episode.among(LS, &SHORT_BREAKS)
                    && by(episode.day(DECOM), c.end())
                    && (episode.day(DEC).is_none() || by(c.start(), episode.day(DEC)))
            });
            let left = c.any(Oc3, OF_LEAVING);
            for header in c.rows(Header) {
                let said = header.given(MOTHER);
                let wrong = c.not_a_code(header, MOTHER, NO_YES)
                    || (male(header) && said)
                    || (female(header) && in_year && !said)
                    || (female(header) && !in_year && said && left);
                if wrong {
                    f.add(header, MOTHER);
                }
            }
        },
        (
            "header SEX=F MOTHER=0; episode DECOM=01/05/2025 LS=C2",
            "header SEX=M MOTHER=0; episode DECOM=01/05/2025 LS=C2",
        ),
    ),
    rule(
        "171",
        "The date of birth of the child’s own child is not a date.",
        &[Header],
        |c, f| f.each(c.rows(Header), MC_DOB, |h| h.not_a_day(MC_DOB)),
        ("header MC_DOB=01/05/2025", "header MC_DOB=2025"),
    ),
    rule(
        "174",
        "A boy has the date of birth of a mother’s child.",
        &[Header],
        |c, f| f.each(c.rows(Header), MC_DOB, |h| male(h) && h.given(MC_DOB)),
        ("header SEX=F MC_DOB=01/05/2025", "header SEX=M MC_DOB=01/05/2025"),
    ),
    rule(
        "207",
        "Last year’s return said that the child is a mother, and this one does not.",
        &[Header, Episodes],
        |c, f| {
            let was = c.last_row(Header).is_some_and(|last| last.is(MOTHER, "1"));
            f.each(c.rows(Header), MOTHER, |h| was && !c.episodes().is_empty() && !h.is(MOTHER, "1"));
        },
        (
            "header MOTHER=1; episode LS=C2; last header MOTHER=1",
            "header MOTHER=0; episode LS=C2; last header MOTHER=1",
        ),
    )
    .needs(&[Need::LastYear]),
    rule(
        "393",
        "A girl was looked after, and it is not said whether she is a mother.",
        &[Header, Episodes],
        |c, f| {
            let looked_after = c.episodes().iter().any(|episode| !episode.among(LS, &SHORT_BREAKS));
            f.each(c.rows(Header), MOTHER, |h| looked_after && female(h) && h.blank(MOTHER));
        },
        ("header SEX=F; episode LS=V3", "header SEX=F; episode LS=C2"),
    ),
    rule(
        "399",
        "The child had short breaks only (V3, V4), but motherhood or a review is filled in.",
        &[Header, Episodes, Reviews],
        |c, f| {
            let only = !c.episodes().is_empty() && c.episodes().iter().all(|e| e.among(LS, &SHORT_BREAKS));
            let mother = c.any(Header, &[MOTHER]);
            if !only || !(mother || c.any(Reviews, &[REVIEW, REVIEW_CODE])) {
                return;
            }
            f.each(c.episodes(), LS, |_| true);
            f.each(c.rows(Header), MOTHER, |_| true);
            f.each(c.rows(Reviews), REVIEW, |review| mother || review.any(&[REVIEW, REVIEW_CODE]));
        },
        ("episode LS=V3; header", "episode LS=V3; header; review REVIEW=01/05/2025"),
    ),
    rule(
        "607",
        "A girl ceased to be looked after in the year, and it is not said whether she is a mother.",
        &[Header, Episodes],
        |c, f| {
            for header in c.rows(Header).iter().filter(|header| female(header) && header.blank(MOTHER)) {
                for episode in c.episodes() {
                    let ceased = episode.given(REC) && !episode.is(REC, "X1") && c.in_year(episode.day(DEC));
                    if ceased && !episode.among(LS, &SHORT_BREAKS) {
                        f.add(episode, REC);
                        f.add(header, MOTHER);
                    }
                }
            }
        },
        (
            "header SEX=F; episode LS=C2 DEC=01/05/2025 REC=X1",
            "header SEX=F; episode LS=C2 DEC=01/05/2025 REC=E8",
        ),
    ),
    rule(
        "611",
        "The child is a mother, and her child’s date of birth is blank.",
        &[Header],
        |c, f| f.each(c.rows(Header), MC_DOB, |h| h.is(MOTHER, "1") && h.blank(MC_DOB)),
        ("header MOTHER=0", "header MOTHER=1"),
    ),
    rule(
        "612",
        "A child’s date of birth is given, but the girl is not said to be a mother.",
        &[Header],
        |c, f| {
            f.each(c.rows(Header), MOTHER, |h| {
                female(h) && h.given(MC_DOB) && (h.blank(MOTHER) || h.is(MOTHER, "0"))
            });
        },
        ("header SEX=F MOTHER=1 MC_DOB=01/05/2025", "header SEX=F MC_DOB=01/05/2025"),
    ),
    rule(
        "620",
        "The child is said to be a mother, and was under 11 when the year began.",
        &[Header],
        |c, f| f.each(c.rows(Header), DOB, |h| h.is(MOTHER, "1") && before(c.start(), years_after(h.day(DOB), 11))),
        ("header MOTHER=1 DOB=01/05/2009", "header MOTHER=1 DOB=01/05/2019"),
    ),
    rule(
        "621",
        "The mother is younger than her child.",
        &[Header],
        |c, f| f.each(c.rows(Header), MC_DOB, |h| by(h.day(MC_DOB), h.day(DOB))),
        ("header DOB=01/05/2009 MC_DOB=01/05/2025", "header DOB=01/05/2009 MC_DOB=01/05/2008"),
    ),
    rule(
        "624",
        "The date of birth of the child’s own child is not what last year’s return said.",
        &[Header],
        |c, f| {
            let Some(last) = c.last_row(Header).filter(|last| last.given(MC_DOB)) else { return };
            f.each(c.rows(Header), MC_DOB, |h| {
                !same(h.day(MC_DOB), last.day(MC_DOB)) && h.text(MC_DOB) != last.text(MC_DOB)
            });
        },
        (
            "header MC_DOB=01/05/2024; last header MC_DOB=01/05/2024",
            "header MC_DOB=02/05/2024; last header MC_DOB=01/05/2024",
        ),
    )
    .needs(&[Need::LastYear]),
    rule(
        "625",
        "The child’s own child was born after the year, or after the child ceased to be looked after.",
        &[Header, Episodes],
        |c, f| {
            let latest = c.episodes().iter().filter(|e| e.day(DEC).is_some()).max_by_key(|e| e.day(DEC));
            for header in c.rows(Header) {
                let born = header.day(MC_DOB);
                let after_care = latest.filter(|latest| before(latest.day(DEC), born));
                if before(c.end(), born) || after_care.is_some() {
                    f.add(header, MC_DOB);
                    if let Some(latest) = latest {
                        f.add(latest, DEC);
                    }
                }
            }
        },
        (
            "header MC_DOB=01/05/2025; episode DEC=02/05/2025",
            "header MC_DOB=03/05/2025; episode DEC=02/05/2025",
        ),
    ),
    rule(
        "626",
        "The child’s own child was born before the year, and last year’s return said that she is not a mother.",
        &[Header],
        |c, f| {
            let was_not = c.last_row(Header).is_some_and(|last| last.is(MOTHER, "0"));
            f.each(c.rows(Header), MC_DOB, |h| was_not && h.is(MOTHER, "1") && before(h.day(MC_DOB), c.start()));
        },
        (
            "header MOTHER=1 MC_DOB=01/05/2025; last header MOTHER=0",
            "header MOTHER=1 MC_DOB=01/03/2025; last header MOTHER=0",
        ),
    )
    .needs(&[Need::LastYear]),
    rule(
        "628",
        "Motherhood is not asked of a care leaver who was not looked after in the year.",
        &[Header, Episodes, Oc3],
        |c, f| {
            let left = c.episodes().is_empty() && c.any(Oc3, OF_LEAVING);
            f.each(c.rows(Header), MOTHER, |h| left && h.given(MOTHER));
        },
        ("header; oc3 IN_TOUCH=YES", "header MOTHER=0; oc3 IN_TOUCH=YES"),
    ),
];
