//! Episodes beside the child's age.

use crate::ssda903::child::Child;
use crate::ssda903::columns::*;
use crate::ssda903::day::{before, by, years_after};
use crate::ssda903::row::Row;
use crate::ssda903::rule::{Found, Rule, rule};
use crate::ssda903::table::Table::*;

/// Episodes in a placement, begun when the child was too young for it.
fn too_young(c: &Child<'_>, f: &mut Found<'_>, place: &str, years: i32) {
    f.each(c.episodes(), PLACE, |e| e.is(PLACE, place) && before(e.day(DECOM), years_after(c.born(), years)));
}

/// Whether an episode ceased before a birthday.
fn before_age(c: &Child<'_>, episode: &Row<'_>, years: i32) -> bool {
    before(episode.day(DEC), years_after(c.born(), years))
}

/// Whether an episode ceased on a birthday or after it.
fn from_age(c: &Child<'_>, episode: &Row<'_>, years: i32) -> bool {
    by(years_after(c.born(), years), episode.day(DEC))
}

const PAIR: &[crate::ssda903::Table] = &[Episodes, Header];

pub(super) const RULES: &[Rule] = &[
    rule(
        "302",
        "The first episode began before the child was born.",
        PAIR,
        |c, f| {
            if let Some(first) = c.first().filter(|first| before(first.day(DECOM), c.born())) {
                f.add(first, DECOM);
                f.each(c.rows(Header), DOB, |_| true);
            }
        },
        (
            "header DOB=01/05/2025; episode DECOM=01/05/2025",
            "header DOB=01/05/2025; episode DECOM=30/04/2025",
        ),
    ),
    rule(
        "352",
        "The child started to be looked after at 18 or over.",
        PAIR,
        |c, f| f.each(c.episodes(), DECOM, |e| e.is(RNE, "S") && by(years_after(c.born(), 18), e.day(DECOM))),
        (
            "header DOB=01/05/2007; episode RNE=S DECOM=30/04/2025",
            "header DOB=01/05/2007; episode RNE=S DECOM=01/05/2025",
        ),
    ),
    rule(
        "358",
        "A child under 10 cannot have this legal status (J1, J2, J3).",
        PAIR,
        |c, f| {
            for episode in c.episodes().iter().filter(|episode| episode.among(LS, &["J1", "J2", "J3"])) {
                if before(episode.day(DECOM), years_after(c.born(), 10)) {
                    f.add(episode, LS);
                    f.each(c.rows(Header), DOB, |_| true);
                }
            }
        },
        (
            "header DOB=01/05/2015; episode LS=J1 DECOM=01/05/2025",
            "header DOB=01/05/2015; episode LS=J1 DECOM=30/04/2025",
        ),
    ),
    rule(
        "359",
        "A child looked after past 18 is accommodated under section 20(5) in a children’s home (V2 with K2).",
        PAIR,
        |c, f| {
            let adult = before(years_after(c.born(), 18), c.end());
            f.each(c.episodes(), LS, |e| adult && e.blank(DEC) && !(e.is(LS, "V2") && e.is(PLACE, "K2")));
        },
        ("header DOB=01/05/2007; episode LS=V2 PLACE=K2", "header DOB=01/05/2007; episode LS=C2 PLACE=K2"),
    ),
    rule(
        "370",
        "A child in independent living (P2) is to be at least 15.",
        PAIR,
        |c, f| too_young(c, f, "P2", 15),
        (
            "header DOB=01/05/2007; episode PLACE=P2 DECOM=01/05/2022",
            "header DOB=01/05/2007; episode PLACE=P2 DECOM=30/04/2022",
        ),
    )
    .until(2023),
    rule(
        "370",
        "A child in independent living (P2) is to be at least 16.",
        PAIR,
        |c, f| too_young(c, f, "P2", 16),
        (
            "header DOB=01/05/2007; episode PLACE=P2 DECOM=01/05/2023",
            "header DOB=01/05/2007; episode PLACE=P2 DECOM=30/04/2023",
        ),
    )
    .from(2024)
    .until(2024),
    rule(
        "371",
        "A child in semi-independent living (H5) is to be at least 14.",
        PAIR,
        |c, f| too_young(c, f, "H5", 14),
        (
            "header DOB=01/05/2008; episode PLACE=H5 DECOM=01/05/2022",
            "header DOB=01/05/2008; episode PLACE=H5 DECOM=30/04/2022",
        ),
    )
    .until(2023),
    rule(
        "371",
        "A child in semi-independent living (H5) is to be at least 16.",
        PAIR,
        |c, f| too_young(c, f, "H5", 16),
        (
            "header DOB=01/05/2007; episode PLACE=H5 DECOM=01/05/2023",
            "header DOB=01/05/2007; episode PLACE=H5 DECOM=30/04/2023",
        ),
    )
    .from(2024)
    .until(2024),
    rule(
        "371",
        "A child in supported accommodation (K3) is to be at least 16.",
        PAIR,
        |c, f| too_young(c, f, "K3", 16),
        (
            "header DOB=01/05/2009; episode PLACE=K3 DECOM=01/05/2025",
            "header DOB=01/05/2009; episode PLACE=K3 DECOM=30/04/2025",
        ),
    )
    .from(2025),
    rule(
        "372",
        "A child in a young offender institution or prison (R5) is to be at least 10.",
        PAIR,
        |c, f| too_young(c, f, "R5", 10),
        (
            "header DOB=01/05/2015; episode PLACE=R5 DECOM=01/05/2025",
            "header DOB=01/05/2015; episode PLACE=R5 DECOM=30/04/2025",
        ),
    ),
    rule(
        "373",
        "A child placed in a school (S1) is to be at least 4.",
        PAIR,
        |c, f| too_young(c, f, "S1", 4),
        (
            "header DOB=01/05/2021; episode PLACE=S1 DECOM=01/05/2025",
            "header DOB=01/05/2021; episode PLACE=S1 DECOM=30/04/2025",
        ),
    ),
    rule(
        "374",
        "A child in residential employment (P3) is to be at least 14.",
        PAIR,
        |c, f| too_young(c, f, "P3", 14),
        (
            "header DOB=01/05/2011; episode PLACE=P3 DECOM=01/05/2025",
            "header DOB=01/05/2011; episode PLACE=P3 DECOM=30/04/2025",
        ),
    ),
    rule(
        "386",
        "The child was adopted at 18 or over.",
        PAIR,
        |c, f| f.each(c.episodes(), REC, |e| Child::adopted(e) && from_age(c, e, 18)),
        (
            "header DOB=01/05/2007; episode DEC=30/04/2025 REC=E11",
            "header DOB=01/05/2007; episode DEC=01/05/2025 REC=E11",
        ),
    ),
    rule(
        "387",
        "The child moved into independent living (E5, E6) under 14.",
        PAIR,
        |c, f| f.each(c.episodes(), REC, |e| e.among(REC, &["E5", "E6"]) && before_age(c, e, 14)),
        (
            "header DOB=01/05/2011; episode DEC=01/05/2025 REC=E5",
            "header DOB=01/05/2011; episode DEC=30/04/2025 REC=E5",
        ),
    ),
    rule(
        "389",
        "The child passed to adult social care (E7) under 16.",
        PAIR,
        |c, f| f.each(c.episodes(), REC, |e| e.is(REC, "E7") && before_age(c, e, 16)),
        (
            "header DOB=01/05/2009; episode DEC=01/05/2025 REC=E7",
            "header DOB=01/05/2009; episode DEC=30/04/2025 REC=E7",
        ),
    ),
    rule(
        "407",
        "A special guardianship order was made for somebody of 18 or over.",
        PAIR,
        |c, f| {
            for episode in c.episodes().iter().filter(|e| e.among(REC, &["E45", "E46", "E47", "E48"])) {
                if from_age(c, episode, 18) {
                    f.add(episode, REC);
                    f.each(c.rows(Header), DOB, |_| true);
                }
            }
        },
        (
            "header DOB=01/05/2007; episode DEC=30/04/2025 REC=E45",
            "header DOB=01/05/2007; episode DEC=02/05/2025 REC=E45",
        ),
    ),
    rule(
        "460",
        "The child stayed with the carers at 18 (E17), and was under 18.",
        PAIR,
        |c, f| f.each(c.episodes(), REC, |e| e.is(REC, "E17") && before_age(c, e, 18)),
        (
            "header DOB=01/05/2007; episode DEC=01/05/2025 REC=E17",
            "header DOB=01/05/2007; episode DEC=30/04/2025 REC=E17",
        ),
    ),
];
