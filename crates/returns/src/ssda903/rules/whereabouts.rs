//! Where the child is placed: postcodes, and what they come to.

use super::placements::uninspected;
use crate::ssda903::child::{Child, SHORT_BREAKS};
use crate::ssda903::codes::*;
use crate::ssda903::columns::*;
use crate::ssda903::day::by;
use crate::ssda903::providers::NOT_INSPECTED;
use crate::ssda903::row::Row;
use crate::ssda903::rule::{Need, Rule, rule};
use crate::ssda903::table::Table::*;
use jiff::civil::date;

/// Miles beyond which a distance is no distance.
// LAW: the guide to the SSDA903, PL_DISTANCE: up to 999.9 miles.
const MILES_MAX: f64 = 999.9;

/// Miles from home that are worth a second look.
// LAW: the guide to the SSDA903 2025-26, rule 454.
const MILES_FAR: f64 = 350.0;

const POSTCODES: &[Need] = &[Need::Postcodes];
const AND_AUTHORITY: &[Need] = &[Need::Postcodes, Need::Authority];

fn short_break(episode: &Row<'_>) -> bool {
    episode.among(LS, &SHORT_BREAKS)
}

/// No distance is asked of a child who is, or was last year, an unaccompanied asylum-seeker.
fn no_home_here(c: &Child<'_>) -> bool {
    c.seeks_asylum() || c.sought_asylum()
}

fn one_postcode(episode: &Row<'_>) -> bool {
    let plain = |field| episode.text(field).replace(' ', "");
    episode.given(HOME_POST) && plain(HOME_POST) == plain(PL_POST)
}

fn own_but_elsewhere(c: &Child<'_>, e: &Row<'_>) -> bool {
    let family = e.among(PLACE, &FOSTERING) || e.among(PLACE, &FOR_ADOPTION);
    e.is(PLACE_PROVIDER, "PR1")
        && e.all(&[LS, PLACE])
        && !family
        && !short_break(e)
        && !c.placed(e).in_area_of(c.context.authority.as_deref())
}

pub(super) const RULES: &[Rule] = &[
    rule(
        "1015",
        "The placement is the authority’s own provision (PR1), and not in its area.",
        &[Episodes],
        |c, f| f.each(c.episodes(), PL_POST, |e| own_but_elsewhere(c, e)),
        (
            "episode LS=C2 PLACE=K2 PLACE_PROVIDER=PR1 PL_POST=TR11AA",
            "episode LS=C2 PLACE=K2 PLACE_PROVIDER=PR1 PL_POST=PL11AA",
        ),
    )
    .until(2025)
    .needs(AND_AUTHORITY),
    rule(
        "1015",
        "The placement is the authority’s own provision (PR1), and not in its area.",
        &[Episodes],
        |c, f| f.each(c.episodes(), PL_POST, |e| !e.is(PLACE, "K3") && own_but_elsewhere(c, e)),
        (
            "episode LS=C2 PLACE=K3 PLACE_PROVIDER=PR1 PL_POST=PL11AA",
            "episode LS=C2 PLACE=K2 PLACE_PROVIDER=PR1 PL_POST=PL11AA",
        ),
    )
    .from(2026)
    .needs(AND_AUTHORITY),
    rule(
        "164",
        "The distance between the postcodes cannot be right.",
        &[Episodes],
        |c, f| {
            f.each(c.episodes(), PL_POST, |e| {
                !no_home_here(c) && c.placed(e).miles.is_some_and(|m| m > MILES_MAX)
            });
        },
        ("episode HOME_POST=TR11AA PL_POST=PL11AA", "episode HOME_POST=TR11AA PL_POST=XX11AA"),
    )
    .needs(POSTCODES),
    rule(
        "169",
        "The placement’s postcode is in no authority’s area, or blank.",
        &[Episodes],
        |c, f| f.each(c.episodes(), PL_POST, |e| !short_break(e) && c.placed(e).authority.is_none()),
        ("episode LS=C2 PL_POST=TR11AA", "episode LS=C2 PL_POST=ZZ11AA"),
    )
    .needs(POSTCODES),
    rule(
        "179",
        "It cannot be told whether the placement is in the authority’s area.",
        &[Episodes],
        |c, f| f.each(c.episodes(), PL_POST, |e| !short_break(e) && c.placed(e).inside.is_none()),
        ("episode LS=C2 PL_POST=TR11AA", "episode LS=C2 PL_POST=ZZ11AA"),
    )
    .needs(AND_AUTHORITY),
    rule(
        "218",
        "The regulator’s number of the placement is blank.",
        &[Episodes],
        |c, f| {
            f.each(c.episodes(), URN, |e| {
                let in_year = e.blank(DEC) || by(c.start(), e.day(DEC));
                e.blank(URN)
                    && in_year
                    && !short_break(e)
                    && !uninspected(c, e, 2024, 2024)
                    && !c.placed(e).outside_england()
            });
        },
        ("episode PLACE=K2 PL_POST=CF11AA", "episode PLACE=K2 PL_POST=TR11AA"),
    )
    .needs(POSTCODES),
    rule(
        "230",
        "Supported accommodation in England (H5) has a regulator’s number from 28 October 2023.",
        &[Episodes],
        |c, f| {
            // LAW: the guide to the SSDA903 2023-24, rule 230, and the Supported Accommodation (England) Regulations
            // 2023: episodes that go on after 28 October 2023.
            let from = date(2023, 10, 29);
            f.each(c.episodes(), URN, |e| {
                let none = e.blank(URN) || e.is(URN, NOT_INSPECTED);
                let still = e.day(DEC).is_none() || by(from, e.day(DEC));
                e.is(PLACE, "H5") && none && still && !c.placed(e).outside_england()
            });
        },
        ("episode PLACE=H5 DEC=28/10/2023", "episode PLACE=H5 DEC=29/10/2023"),
    )
    .from(2024)
    .until(2024)
    .needs(POSTCODES),
    rule(
        "243",
        "A placement outside England has no number of the English regulator’s.",
        &[Episodes],
        |c, f| f.each(c.episodes(), URN, |e| e.given(URN) && c.placed(e).outside_england()),
        ("episode URN=SC100001 PL_POST=TR11AA", "episode URN=SC100001 PL_POST=CF11AA"),
    )
    .from(2026)
    .needs(POSTCODES),
    rule(
        "392a",
        "The child was looked after, and the distance from home cannot be told.",
        &[Episodes],
        |c, f| {
            f.each(c.episodes(), PL_POST, |e| {
                !no_home_here(c) && !short_break(e) && c.placed(e).miles.is_none()
            })
        },
        ("episode LS=C2 HOME_POST=TR11AA PL_POST=TR11AA", "episode LS=C2 HOME_POST=TR11AA PL_POST=ZZ11AA"),
    )
    .needs(POSTCODES),
    rule(
        "392b",
        "The child was looked after, and a postcode of home or placement is blank.",
        &[Episodes],
        |c, f| {
            f.each(c.episodes(), PL_POST, |e| {
                !no_home_here(c) && !short_break(e) && !e.all(&[HOME_POST, PL_POST])
            });
        },
        ("episode LS=C2; uasc SEX=M", "episode LS=C2 HOME_POST=TR11AA"),
    ),
    rule(
        "392c",
        "There is no such postcode.",
        &[Episodes],
        |c, f| {
            for episode in c.episodes() {
                for field in [HOME_POST, PL_POST] {
                    if episode.given(field) && c.postcode(episode.text(field)).is_none() {
                        f.add(episode, field);
                    }
                }
            }
        },
        ("episode HOME_POST=TR11AA", "episode HOME_POST=ZZ11AA"),
    )
    .needs(POSTCODES),
    rule(
        "392d",
        "Home and placement have one postcode, and the child is not placed with parents (P1).",
        &[Episodes],
        |c, f| f.each(c.episodes(), PL_POST, |e| !e.is(PLACE, "P1") && one_postcode(e)),
        (
            "episode PLACE=P1 HOME_POST=TR11AA PL_POST=TR11AA",
            "episode PLACE=U4 HOME_POST=TR11AA PL_POST=TR11AA",
        ),
    ),
    rule(
        "398",
        "The distance from home is not asked of short breaks (V3, V4).",
        &[Episodes],
        |c, f| f.each(c.episodes(), HOME_POST, |e| short_break(e) && e.any(&[HOME_POST, PL_POST])),
        ("episode LS=C2 HOME_POST=TR11AA", "episode LS=V4 HOME_POST=TR11AA"),
    ),
    rule(
        "406",
        "The distance from home is not asked of an unaccompanied asylum-seeker, nor of one who was.",
        &[Episodes],
        |c, f| f.each(c.episodes(), HOME_POST, |e| no_home_here(c) && c.placed(e).miles.is_some()),
        ("episode HOME_POST=TR11AA PL_POST=TR11AA", "episode HOME_POST=TR11AA PL_POST=TR11AA; uasc SEX=M"),
    )
    .needs(POSTCODES),
    rule(
        "411",
        "Whether the placement is in the authority’s area disagrees with where it is.",
        &[Episodes],
        |_, _| {},
        ("", ""),
    )
    .needs(&[Need::LocationInFile]),
    rule(
        "420",
        "The authority in which the child is placed is not asked of short breaks (V3, V4).",
        &[Episodes],
        |c, f| f.each(c.episodes(), PL_POST, |e| short_break(e) && c.placed(e).authority.is_some()),
        ("episode LS=C2 PL_POST=TR11AA", "episode LS=V4 PL_POST=TR11AA"),
    )
    .needs(POSTCODES),
    rule(
        "454",
        "The placement is more than 350 miles from home.",
        &[Episodes],
        |c, f| f.each(c.episodes(), PL_POST, |e| c.placed(e).miles.is_some_and(|miles| miles > MILES_FAR)),
        ("episode HOME_POST=TR11AA PL_POST=PL11AA", "episode HOME_POST=TR11AA PL_POST=EH11AA"),
    )
    .from(2026)
    .needs(POSTCODES),
];
