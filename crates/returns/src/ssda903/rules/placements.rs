//! Placements: type, provider, regulator's number, reason for change, and legal status, of one episode.

use jiff::civil::{Date, date};

use crate::ssda903::child::{Child, SHORT_BREAKS};
use crate::ssda903::codes::*;
use crate::ssda903::columns::*;
use crate::ssda903::day::{before, by};
use crate::ssda903::providers::{NOT_INSPECTED, named};
use crate::ssda903::row::Row;
use crate::ssda903::rule::{Found, Rule, rule};
use crate::ssda903::table::Table::*;

/// A provider who cannot be that of these placements.
fn provider(c: &Child<'_>, f: &mut Found<'_>, provider: &str, never: &[&str]) {
    f.each(c.episodes(), PLACE_PROVIDER, |e| e.is(PLACE_PROVIDER, provider) && e.among(PLACE, never));
}

/// Temporary and other placements, which have no provider of their own.
fn without_provider(c: &Child<'_>, episode: &Row<'_>) -> bool {
    episode.among(PLACE, &TEMPORARY) || (episode.among(PLACE, &OTHER) && c.valid(episode, PLACE, PLACEMENTS))
}

/// Placements that no regulator of children's social care inspects, in a collection year.
pub(super) fn uninspected(c: &Child<'_>, episode: &Row<'_>, independent_until: i16, semi_until: i16) -> bool {
    let year = c.end().year();
    episode.among(PLACE, &["P1", "P3", "R1", "R2", "R5"])
        || without_provider(c, episode)
        || (year <= independent_until && episode.is(PLACE, "P2"))
        || (year <= semi_until && episode.is(PLACE, "H5"))
}

/// The day from which independent living was no placement.
// LAW: the guide to the SSDA903 2023-24: P2 may not be used from 28 October 2023, when supported accommodation came
// to be regulated (Supported Accommodation (England) Regulations 2023).
const REGULATED_FROM: Date = date(2023, 10, 28);

pub(super) const RULES: &[Rule] = &[
    rule(
        "1009",
        "This is not a code for why a placement changed.",
        &[Episodes],
        |c, f| {
            f.each(c.episodes(), REASON_PLACE_CHANGE, |e| c.not_a_code(e, REASON_PLACE_CHANGE, PLACE_CHANGES))
        },
        ("episode REASON_PLACE_CHANGE=CARPL", "episode REASON_PLACE_CHANGE=CARE"),
    ),
    rule(
        "178",
        "The placement’s provider is not given by a code, or stands where there is none.",
        &[Episodes],
        |c, f| {
            f.each(c.episodes(), PLACE_PROVIDER, |e| {
                let wrong = !c.valid(e, PLACE_PROVIDER, PROVIDERS) || without_provider(c, e);
                e.given(PLACE_PROVIDER) && wrong
            });
        },
        ("episode PLACE=U4 PLACE_PROVIDER=PR1", "episode PLACE=U4 PLACE_PROVIDER=PR6"),
    ),
    rule(
        "213",
        "A temporary placement has no provider of its own.",
        &[Episodes],
        |c, f| {
            f.each(c.episodes(), PLACE_PROVIDER, |e| e.given(PLACE_PROVIDER) && e.among(PLACE, &TEMPORARY))
        },
        ("episode PLACE=Z1 PLACE_PROVIDER=PR1", "episode PLACE=T1 PLACE_PROVIDER=PR1"),
    )
    .until(2025),
    rule(
        "213",
        "A temporary or other placement has no provider of its own.",
        &[Episodes],
        |c, f| f.each(c.episodes(), PLACE_PROVIDER, |e| e.given(PLACE_PROVIDER) && without_provider(c, e)),
        ("episode PLACE=U4 PLACE_PROVIDER=PR1", "episode PLACE=Z11 PLACE_PROVIDER=PR1"),
    )
    .from(2026),
    rule(
        "214",
        "Where the placement is, is not asked of short breaks (V3, V4).",
        &[Episodes],
        |c, f| f.each(c.episodes(), PL_POST, |e| e.among(LS, &SHORT_BREAKS) && e.any(&[PL_POST, URN])),
        ("episode LS=C2 PL_POST=TR11AA", "episode LS=V3 PL_POST=TR11AA"),
    ),
    rule(
        "217",
        "A child placed for adoption with the foster carers (A3, A5) came there by S, T or U.",
        &[Episodes],
        |c, f| {
            // LAW: the guide to the SSDA903, rule 217: episodes from 1 April 2015.
            let from = date(2015, 4, 1);
            f.each(c.episodes(), RNE, |e| {
                e.among(PLACE, &["A3", "A5"]) && by(from, e.day(DECOM)) && !e.among(RNE, &["S", "T", "U"])
            });
        },
        ("episode PLACE=A5 DECOM=01/05/2025 RNE=U", "episode PLACE=A5 DECOM=01/05/2025 RNE=P"),
    ),
    rule(
        "217t",
        "Independent living (P2) is no placement from 28 October 2023.",
        &[Episodes],
        |c, f| {
            f.each(c.episodes(), PLACE, |e| {
                e.is(PLACE, "P2") && (e.day(DEC).is_none() || before(REGULATED_FROM, e.day(DEC)))
            })
        },
        ("episode PLACE=P2 DEC=28/10/2023", "episode PLACE=P2 DEC=29/10/2023"),
    )
    .from(2024)
    .until(2024),
    rule(
        "222",
        "A placement of this type has no number of the regulator’s.",
        &[Episodes],
        |c, f| f.each(c.episodes(), URN, |e| named(e) && uninspected(c, e, 2024, 2023)),
        ("episode PLACE=K2 URN=SC100001", "episode PLACE=R1 URN=SC100001"),
    ),
    rule(
        "225",
        "The placement changed, and the reason is blank.",
        &[Episodes],
        |c, f| {
            for (one, next) in c.pairs() {
                let lasting = !one.among(PLACE, &TEMPORARY) && !next.among(PLACE, &TEMPORARY);
                let changed = one.is(REC, "X1") && next.among(RNE, &["P", "B", "T", "U"]);
                if lasting && changed && one.blank(REASON_PLACE_CHANGE) {
                    f.add(one, REASON_PLACE_CHANGE);
                }
            }
        },
        (
            "episode DECOM=01/05/2025 PLACE=U4 REC=X1 REASON_PLACE_CHANGE=CARPL; episode DECOM=01/06/2025 RNE=P PLACE=U6",
            "episode DECOM=01/05/2025 PLACE=U4 REC=X1; episode DECOM=01/06/2025 RNE=P PLACE=U6",
        ),
    ),
    rule(
        "226",
        "A reason for a change of placement is not asked at either end of a temporary placement.",
        &[Episodes],
        |c, f| {
            f.each(c.episodes(), REASON_PLACE_CHANGE, |e| {
                e.among(PLACE, &TEMPORARY) && e.given(REASON_PLACE_CHANGE)
            });
            for (one, next) in c.pairs() {
                if next.among(PLACE, &TEMPORARY) && one.given(REASON_PLACE_CHANGE) {
                    f.add(next, PLACE);
                }
            }
        },
        ("episode PLACE=T1", "episode PLACE=T1 REASON_PLACE_CHANGE=CARPL"),
    ),
    rule(
        "233",
        "The episode has not ceased, so a reason for a change of placement is not asked.",
        &[Episodes],
        |c, f| f.each(c.episodes(), REASON_PLACE_CHANGE, |e| e.blank(DEC) && e.given(REASON_PLACE_CHANGE)),
        ("episode DEC=01/05/2025 REASON_PLACE_CHANGE=CARPL", "episode REASON_PLACE_CHANGE=CARPL"),
    )
    .from(2026),
    rule(
        "242",
        "A number of XXXXXXX is for adoption agencies and fostering alone.",
        &[Episodes],
        |c, f| {
            f.each(c.episodes(), URN, |e| {
                e.is(URN, NOT_INSPECTED) && !e.among(PLACE, &FOR_ADOPTION) && !e.among(PLACE, &FOSTERING)
            });
        },
        ("episode PLACE=A4 URN=XXXXXXX", "episode PLACE=K2 URN=XXXXXXX"),
    )
    .from(2026),
    rule(
        "378",
        "A child placed with parents cannot be accommodated under section 20 alone (V2).",
        &[Episodes],
        |c, f| f.each(c.episodes(), LS, |e| e.is(PLACE, "P1") && e.is(LS, "V2")),
        ("episode PLACE=P1 LS=C2", "episode PLACE=P1 LS=V2"),
    ),
    rule(
        "380",
        "A period of care cannot begin with a temporary placement, which comes by P or B.",
        &[Episodes],
        |c, f| f.each(c.episodes(), RNE, |e| e.among(PLACE, &TEMPORARY) && !e.among(RNE, &["P", "B"])),
        ("episode PLACE=T1 RNE=P", "episode PLACE=T1 RNE=S"),
    ),
    rule(
        "381",
        "A period of care cannot end with a temporary placement.",
        &[Episodes],
        |c, f| f.each(c.episodes(), REC, |e| e.among(PLACE, &TEMPORARY) && e.given(REC) && !e.is(REC, "X1")),
        ("episode PLACE=T1 REC=X1", "episode PLACE=T1 REC=E8"),
    ),
    rule(
        "382",
        "A short break (V3, V4) cannot be a temporary placement.",
        &[Episodes],
        |c, f| f.each(c.episodes(), PLACE, |e| e.among(LS, &SHORT_BREAKS) && e.among(PLACE, &TEMPORARY)),
        ("episode LS=V3 PLACE=U6", "episode LS=V3 PLACE=T1"),
    ),
    rule(
        "384",
        "A short break (V3, V4) cannot be a long-term foster placement.",
        &[Episodes],
        |c, f| f.each(c.episodes(), PLACE, |e| e.among(LS, &SHORT_BREAKS) && e.among(PLACE, &["U1", "U4"])),
        ("episode LS=V3 PLACE=U6", "episode LS=V3 PLACE=U4"),
    ),
    rule(
        "408",
        "The child is placed for adoption under a placement order (A5, A6), and the legal status is not one (E1).",
        &[Episodes],
        |c, f| f.each(c.episodes(), LS, |e| e.among(PLACE, &["A5", "A6"]) && !e.is(LS, "E1")),
        ("episode PLACE=A6 LS=E1", "episode PLACE=A6 LS=C2"),
    ),
    rule(
        "516",
        "Special guardianship went to a former foster carer (E45, E46), and the placement was no foster placement.",
        &[Episodes],
        |c, f| f.each(c.episodes(), PLACE, |e| e.among(REC, &["E45", "E46"]) && !e.among(PLACE, &FOSTERING)),
        ("episode PLACE=U4 REC=E45", "episode PLACE=K2 REC=E45"),
    ),
    rule(
        "526",
        "The placement’s provider is blank.",
        &[Episodes],
        |c, f| f.each(c.episodes(), PLACE_PROVIDER, |e| e.blank(PLACE_PROVIDER) && !without_provider(c, e)),
        ("episode PLACE=Z11", "episode PLACE=U4"),
    ),
    rule(
        "527",
        "The authority’s own provision (PR1) is never a placement with parents, in the health service or in a young offender institution (P1, R2, R5).",
        &[Episodes],
        |c, f| provider(c, f, "PR1", &["P1", "R2", "R5"]),
        ("episode PLACE=K2 PLACE_PROVIDER=PR1", "episode PLACE=R5 PLACE_PROVIDER=PR1"),
    ),
    rule(
        "528",
        "Another authority’s provision (PR2) is never a placement with parents, in the health service or in a young offender institution (P1, R2, R5).",
        &[Episodes],
        |c, f| provider(c, f, "PR2", &["P1", "R2", "R5"]),
        ("episode PLACE=K2 PLACE_PROVIDER=PR2", "episode PLACE=R5 PLACE_PROVIDER=PR2"),
    ),
    rule(
        "529",
        "Other public provision (PR3) is never a placement with parents, for adoption, in fostering or in a children’s home.",
        &[Episodes],
        |c, f| {
            provider(c, f, "PR3", &["P1", "K1", "K2"]);
            provider(c, f, "PR3", &["A3", "A4", "A5", "A6"]);
            provider(c, f, "PR3", &FOSTERING);
        },
        ("episode PLACE=R2 PLACE_PROVIDER=PR3", "episode PLACE=U4 PLACE_PROVIDER=PR3"),
    ),
    rule(
        "530",
        "Private provision (PR4) is never a placement with parents (P1).",
        &[Episodes],
        |c, f| provider(c, f, "PR4", &["P1"]),
        ("episode PLACE=K2 PLACE_PROVIDER=PR4", "episode PLACE=P1 PLACE_PROVIDER=PR4"),
    ),
    rule(
        "531",
        "Voluntary provision (PR5) is never a placement with parents (P1).",
        &[Episodes],
        |c, f| provider(c, f, "PR5", &["P1"]),
        ("episode PLACE=K2 PLACE_PROVIDER=PR5", "episode PLACE=P1 PLACE_PROVIDER=PR5"),
    ),
    rule(
        "550",
        "A parent is the provider (PR0) of a placement with parents (P1) alone.",
        &[Episodes],
        |c, f| f.each(c.episodes(), PLACE_PROVIDER, |e| e.is(PLACE_PROVIDER, "PR0") && !e.is(PLACE, "P1")),
        ("episode PLACE=P1 PLACE_PROVIDER=PR0", "episode PLACE=U1 PLACE_PROVIDER=PR0"),
    ),
];
