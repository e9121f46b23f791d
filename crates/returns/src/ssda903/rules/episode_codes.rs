//! Episodes: each value by itself, and the ends of an episode beside each other.

use crate::ssda903::codes::*;
use crate::ssda903::columns::*;
use crate::ssda903::day::{before, by, same, years_after};
use crate::ssda903::rule::{Rule, rule};
use crate::ssda903::table::Table::*;
use jiff::civil::{Date, date};

/// The day on which the Children Act 1989 came into force.
// LAW: Children Act 1989 (Commencement and Transitional Provisions) Order 1991, article 3(2): 14 October 1991.
const CHILDREN_ACT: Date = date(1991, 10, 14);

pub(super) const RULES: &[Rule] = &[
    rule(
        "141",
        "The day on which the episode began is not a date.",
        &[Episodes],
        |c, f| f.each(c.episodes(), DECOM, |e| e.not_a_day(DECOM)),
        ("episode DECOM=2025-05-01", "episode DECOM=31/04/2025"),
    ),
    rule(
        "143",
        "This is not a code for why a new episode began.",
        &[Episodes],
        |c, f| f.each(c.episodes(), RNE, |e| c.not_a_code(e, RNE, NEW_EPISODE)),
        ("episode RNE=s", "episode RNE=X"),
    ),
    rule(
        "144",
        "This is not a code of a legal status.",
        &[Episodes],
        |c, f| f.each(c.episodes(), LS, |e| c.not_a_code(e, LS, LEGAL_STATUSES)),
        ("episode LS=C2", "episode LS=C3"),
    ),
    rule(
        "145",
        "This is not a code of a category of need.",
        &[Episodes],
        |c, f| f.each(c.episodes(), CIN, |e| c.not_a_code(e, CIN, NEEDS)),
        ("episode CIN=N1", "episode CIN=N9"),
    ),
    rule(
        "146",
        "This is not a code of a placement in this year.",
        &[Episodes],
        |c, f| f.each(c.episodes(), PLACE, |e| c.not_a_code(e, PLACE, PLACEMENTS)),
        ("episode PLACE=K3", "episode PLACE=H5"),
    ),
    rule(
        "147",
        "The day on which the episode ceased is not a date.",
        &[Episodes],
        |c, f| f.each(c.episodes(), DEC, |e| e.not_a_day(DEC)),
        ("episode DEC=01/05/2025", "episode DEC=1st May"),
    ),
    rule(
        "148",
        "An episode has both the day on which it ceased and the reason, or neither.",
        &[Episodes],
        |c, f| f.each(c.episodes(), REC, |e| e.given(DEC) != e.given(REC)),
        ("episode DEC=01/05/2025 REC=E8", "episode DEC=01/05/2025"),
    ),
    rule(
        "149",
        "This is not a code for why an episode ceased.",
        &[Episodes],
        |c, f| f.each(c.episodes(), REC, |e| c.not_a_code(e, REC, CEASED)),
        ("episode REC=E48", "episode REC=E43"),
    ),
    rule(
        "234",
        "A child under 10 cannot change placement on being taken into custody.",
        &[Episodes, Header],
        |c, f| {
            for episode in c.episodes().iter().filter(|episode| episode.is(REASON_PLACE_CHANGE, "CUSTOD")) {
                if before(episode.day(DECOM), years_after(c.born(), 10)) {
                    f.add(episode, REASON_PLACE_CHANGE);
                    f.each(c.rows(Header), DOB, |_| true);
                }
            }
        },
        (
            "header DOB=01/05/2010; episode DECOM=01/05/2025 REASON_PLACE_CHANGE=CUSTOD",
            "header DOB=01/05/2018; episode DECOM=01/05/2025 REASON_PLACE_CHANGE=CUSTOD",
        ),
    )
    .from(2026),
    rule(
        "353",
        "No episode can begin before 14 October 1991.",
        &[Episodes],
        |c, f| f.each(c.episodes(), DECOM, |e| before(e.day(DECOM), CHILDREN_ACT)),
        ("episode DECOM=14/10/1991", "episode DECOM=13/10/1991"),
    ),
    rule(
        "354",
        "The episode began after the end of the year.",
        &[Episodes],
        |c, f| f.each(c.episodes(), DECOM, |e| before(c.end(), e.day(DECOM))),
        ("episode DECOM=31/03/2026", "episode DECOM=01/04/2026"),
    ),
    rule(
        "355",
        "The episode ceased on the day on which it began.",
        &[Episodes],
        |c, f| f.each(c.episodes(), DEC, |e| same(e.day(DECOM), e.day(DEC))),
        ("episode DECOM=01/05/2025 DEC=02/05/2025", "episode DECOM=01/05/2025 DEC=01/05/2025"),
    ),
    rule(
        "356",
        "The episode ceased before it began.",
        &[Episodes],
        |c, f| f.each(c.episodes(), DEC, |e| before(e.day(DEC), e.day(DECOM))),
        ("episode DECOM=01/05/2025 DEC=01/05/2025", "episode DECOM=01/05/2025 DEC=30/04/2025"),
    ),
    rule(
        "357",
        "The child’s first episode, if none is left out before it, is one that started to be looked after (S).",
        &[Episodes],
        |c, f| {
            if let Some(first) = c.first().filter(|e| by(c.start(), e.day(DECOM)) && !e.is(RNE, "S")) {
                f.add(first, RNE);
            }
        },
        ("episode DECOM=31/03/2025 RNE=L", "episode DECOM=01/04/2025 RNE=L"),
    ),
    rule(
        "385",
        "The episode ceased after the end of the year.",
        &[Episodes],
        |c, f| f.each(c.episodes(), DEC, |e| before(c.end(), e.day(DEC))),
        ("episode DEC=31/03/2026", "episode DEC=01/04/2026"),
    ),
];
