//! Adoptions and decisions to place for adoption beside the child's episodes.

use super::adoption_codes::OF_ADOPTION;
use crate::ssda903::child::Child;
use crate::ssda903::codes::{FOR_ADOPTION, FOSTERING};
use crate::ssda903::columns::*;
use crate::ssda903::day::{before, same};
use crate::ssda903::row::Row;
use crate::ssda903::rule::{Found, Rule, rule};
use crate::ssda903::table::Table::{self, *};

/// Both rows are at fault, for every episode and row of the other table that are wrong together.
fn both<'r, 'a: 'r>(
    f: &mut Found<'_>,
    episodes: impl Iterator<Item = &'r Row<'a>>,
    field: Field,
    others: &[Row<'_>],
    other_field: Field,
    wrong: impl Fn(&Row<'_>, &Row<'_>) -> bool,
) {
    for episode in episodes {
        for other in others.iter().filter(|other| wrong(episode, other)) {
            f.add(episode, field);
            f.add(other, other_field);
        }
    }
}

fn adoptions<'r, 'a>(c: &'r Child<'a>) -> impl Iterator<Item = &'r Row<'a>> {
    c.episodes().iter().filter(|episode| Child::adopted(episode))
}

/// The first dated episode that began a period of care.
fn began<'r, 'a>(c: &'r Child<'a>) -> impl DoubleEndedIterator<Item = &'r Row<'a>> {
    c.dated().filter(|episode| episode.is(RNE, "S"))
}

fn has(c: &Child<'_>, table: Table) -> bool {
    !c.rows(table).is_empty()
}

pub(super) const RULES: &[Rule] = &[
    rule(
        "117",
        "A decision to place for adoption, or its reversal, is after the year or after the child ceased to be looked after.",
        &[Episodes, PlacedAdoption],
        |c, f| {
            let last = c.dated().rfind(|episode| !episode.is(REC, "X1"));
            let ended = last.and_then(|last| last.day(DEC));
            for placed in c.rows(PlacedAdoption) {
                for field in [DATE_PLACED, DATE_PLACED_CEASED] {
                    if before(c.end(), placed.day(field)) || before(ended, placed.day(field)) {
                        f.add(placed, field);
                        if let Some(last) = last {
                            f.add(last, DEC);
                        }
                    }
                }
            }
        },
        (
            "placed DATE_PLACED=01/05/2025; episode DECOM=01/05/2020 DEC=01/06/2025 REC=E8",
            "placed DATE_PLACED=02/06/2025; episode DECOM=01/05/2020 DEC=01/06/2025 REC=E8",
        ),
    ),
    rule(
        "118",
        "A decision to place for adoption was reversed before the year, or before the child began to be looked after.",
        &[Episodes, PlacedAdoption],
        |c, f| {
            let first = c.dated().find(|episode| !episode.among(LS, &["V3", "V4"]));
            let began = first.and_then(|first| first.day(DECOM));
            for placed in c.rows(PlacedAdoption) {
                let reversed = placed.day(DATE_PLACED_CEASED);
                if before(reversed, c.start()) || before(reversed, began) {
                    f.add(placed, DATE_PLACED_CEASED);
                    if let Some(first) = first {
                        f.add(first, DECOM);
                    }
                }
            }
        },
        (
            "placed DATE_PLACED_CEASED=01/06/2025; episode DECOM=01/05/2025 LS=C2",
            "placed DATE_PLACED_CEASED=01/03/2025; episode DECOM=01/05/2020 LS=C2",
        ),
    ),
    rule(
        "1003",
        "The decision that the child should be placed for adoption was before the child began to be looked after.",
        &[Episodes, PlacedAdoption],
        |c, f| {
            let first = began(c).next().into_iter();
            both(f, first, DECOM, c.rows(PlacedAdoption), DATE_PLACED, |e, p| before(p.day(DATE_PLACED), e.day(DECOM)));
        },
        (
            "placed DATE_PLACED=01/05/2025; episode DECOM=01/05/2025 RNE=S",
            "placed DATE_PLACED=30/04/2025; episode DECOM=01/05/2025 RNE=S",
        ),
    ),
    rule(
        "331",
        "Child and adopters were matched after the child was placed with them.",
        &[Ad1, Episodes],
        |c, f| both(f, adoptions(c), DECOM, c.rows(Ad1), DATE_MATCH, |e, a| before(e.day(DECOM), a.day(DATE_MATCH))),
        (
            "ad1 DATE_MATCH=01/05/2025; episode DECOM=01/05/2025 REC=E11",
            "ad1 DATE_MATCH=02/05/2025; episode DECOM=01/05/2025 REC=E11",
        ),
    ),
    rule(
        "334",
        "The decision that the child should be placed for adoption was before the latest period of care began.",
        &[Ad1, Episodes],
        |c, f| {
            let latest = began(c).next_back().into_iter();
            both(f, latest, DECOM, c.rows(Ad1), DATE_INT, |e, a| before(a.day(DATE_INT), e.day(DECOM)));
        },
        (
            "ad1 DATE_INT=01/05/2025; episode DECOM=01/05/2025 RNE=S",
            "ad1 DATE_INT=30/04/2025; episode DECOM=01/05/2025 RNE=S",
        ),
    ),
    rule(
        "335",
        "Whether the adopters had fostered the child does not fit the last placement: A3 and A5 are with foster carers, A4 and A6 are not.",
        &[Ad1, Episodes],
        |c, f| {
            both(f, adoptions(c), PLACE, c.rows(Ad1), FOSTER_CARE, |e, a| {
                (e.among(PLACE, &["A2", "A3", "A5"]) && a.is(FOSTER_CARE, "0"))
                    || (e.among(PLACE, &["A1", "A4", "A6"]) && a.is(FOSTER_CARE, "1"))
            });
        },
        ("ad1 FOSTER_CARE=1; episode PLACE=A5 REC=E12", "ad1 FOSTER_CARE=0; episode PLACE=A5 REC=E12"),
    ),
    rule(
        "336",
        "The child was placed for adoption by consent, and not from a foster placement.",
        &[Episodes],
        |c, f| {
            for (last, next) in c.pairs().filter(|(_, next)| next.among(PLACE, &["A3", "A4"])) {
                if !last.among(PLACE, &FOSTERING) && !last.among(PLACE, &FOR_ADOPTION) {
                    f.add(next, PLACE);
                }
            }
        },
        (
            "episode DECOM=01/05/2025 PLACE=U6; episode DECOM=01/06/2025 PLACE=A4",
            "episode DECOM=01/05/2025 PLACE=K2; episode DECOM=01/06/2025 PLACE=A4",
        ),
    ),
    rule(
        "390",
        "The child was adopted, and the last placement was not one for adoption.",
        &[Episodes],
        |c, f| f.each(c.episodes(), PLACE, |e| Child::adopted(e) && !e.among(PLACE, &FOR_ADOPTION)),
        ("episode PLACE=A4 REC=E11", "episode PLACE=U4 REC=E11"),
    ),
    rule(
        "521",
        "The child was placed for adoption before it was decided that adoption is best.",
        &[Ad1, Episodes],
        |c, f| {
            let placed = c.episodes().iter().filter(|episode| episode.among(PLACE, &FOR_ADOPTION));
            both(f, placed, DECOM, c.rows(Ad1), DATE_INT, |e, a| before(e.day(DECOM), a.day(DATE_INT)));
        },
        (
            "ad1 DATE_INT=01/05/2025; episode DECOM=01/05/2025 PLACE=A4",
            "ad1 DATE_INT=02/05/2025; episode DECOM=01/05/2025 PLACE=A4",
        ),
    ),
    rule(
        "551",
        "The child was placed for adoption, and the day of the decision is not filled in.",
        &[Episodes, PlacedAdoption],
        |c, f| {
            let none = !has(c, PlacedAdoption) || c.rows(PlacedAdoption).iter().any(|p| p.blank(DATE_PLACED));
            f.each(c.episodes(), PLACE, |e| none && e.among(PLACE, &FOR_ADOPTION));
        },
        ("episode PLACE=A4; placed DATE_PLACED=01/05/2025", "episode PLACE=A4"),
    ),
    rule(
        "552",
        "The child was placed for adoption before the latest decision to do so.",
        &[Episodes, PlacedAdoption],
        |c, f| {
            let first = c.dated().find(|episode| episode.among(PLACE, &FOR_ADOPTION));
            let latest = c.rows(PlacedAdoption).iter().max_by_key(|p| p.day(DATE_PLACED));
            if let (Some(first), Some(latest)) = (first, latest)
                && before(first.day(DECOM), latest.day(DATE_PLACED))
            {
                f.add(first, DECOM);
                f.add(latest, DATE_PLACED);
            }
        },
        (
            "episode DECOM=01/05/2025 PLACE=A4; placed DATE_PLACED=01/05/2025",
            "episode DECOM=01/05/2025 PLACE=A4; placed DATE_PLACED=02/05/2025",
        ),
    ),
    rule(
        "553",
        "There is a placement order, and no standing decision that the child should be placed for adoption.",
        &[Episodes, PlacedAdoption],
        |c, f| without_decision(c, f, "E1"),
        ("episode LS=E1; placed DATE_PLACED=01/05/2025", "episode LS=E1"),
    ),
    rule(
        "554",
        "The decision that the child should be placed for adoption was made after the placement order.",
        &[Episodes, PlacedAdoption],
        |c, f| {
            let first = c.dated().find(|episode| episode.is(LS, "E1")).into_iter();
            both(f, first, DECOM, c.rows(PlacedAdoption), DATE_PLACED, |e, p| before(e.day(DECOM), p.day(DATE_PLACED)));
        },
        (
            "episode DECOM=01/05/2025 LS=E1; placed DATE_PLACED=01/05/2025",
            "episode DECOM=01/05/2025 LS=E1; placed DATE_PLACED=02/05/2025",
        ),
    ),
    rule(
        "555",
        "There is a freeing order, and no standing decision that the child should be placed for adoption.",
        &[Episodes, PlacedAdoption],
        |c, f| without_decision(c, f, "D1"),
        ("episode LS=D1; placed DATE_PLACED=01/05/2025", "episode LS=D1"),
    )
    .until(2024),
    rule(
        "556",
        "The decision that the child should be placed for adoption was made after the freeing order.",
        &[Episodes, PlacedAdoption],
        |c, f| {
            let late = |e: &Row<'_>| c.rows(PlacedAdoption).iter().any(|p| before(e.day(DECOM), p.day(DATE_PLACED)));
            f.each(c.episodes(), DECOM, |e| e.is(LS, "D1") && late(e));
        },
        (
            "episode DECOM=01/05/2005 LS=D1; placed DATE_PLACED=01/05/2005",
            "episode DECOM=01/05/2005 LS=D1; placed DATE_PLACED=02/05/2005",
        ),
    )
    .until(2024),
    rule(
        "557",
        "A child to be placed for adoption left care, was not adopted, and the reversal of the decision is not filled in.",
        &[Episodes, PlacedAdoption],
        |c, f| left_unadopted(c, f, &["D1", "E1"]),
        (
            "episode LS=E1 REC=E4A; placed DATE_PLACED_CEASED=01/05/2023 REASON_PLACED_CEASED=RD1",
            "episode LS=D1 REC=E4A; placed DATE_PLACED_CEASED=01/05/2023",
        ),
    )
    .until(2024),
    rule(
        "557",
        "A child to be placed for adoption left care, was not adopted, and the reversal of the decision is not filled in.",
        &[Episodes, PlacedAdoption],
        |c, f| left_unadopted(c, f, &["E1"]),
        (
            "episode LS=D1 REC=E4A; placed DATE_PLACED_CEASED=01/05/2025",
            "episode LS=E1 REC=E4A; placed DATE_PLACED_CEASED=01/05/2025",
        ),
    )
    .from(2025),
    rule(
        "558",
        "The child was adopted, so the decision to place for adoption was not reversed.",
        &[Episodes, PlacedAdoption],
        |c, f| {
            let reversed = has(c, PlacedAdoption) && c.rows(PlacedAdoption).iter().all(|p| p.given(DATE_PLACED_CEASED));
            f.each(c.episodes(), REC, |e| reversed && Child::adopted(e));
        },
        (
            "episode REC=E11; placed DATE_PLACED_CEASED=01/05/2024; placed DATE_PLACED=01/05/2025",
            "episode REC=E11; placed DATE_PLACED=01/05/2024 DATE_PLACED_CEASED=01/05/2025",
        ),
    ),
    rule(
        "582",
        "The child was adopted on the day of the match, which is usually earlier.",
        &[Ad1, Episodes],
        |c, f| {
            let matched = |e: &Row<'_>| c.rows(Ad1).iter().any(|a| same(a.day(DATE_MATCH), e.day(DEC)));
            f.each(c.episodes(), DEC, |e| Child::adopted(e) && matched(e));
        },
        (
            "episode DEC=01/06/2025 REC=E11; ad1 DATE_MATCH=01/05/2025",
            "episode DEC=01/05/2025 REC=E11; ad1 DATE_MATCH=01/05/2025",
        ),
    ),
    rule(
        "601",
        "The child was adopted in the year, and not everything about the adoption is filled in.",
        &[Ad1, Episodes],
        |c, f| {
            let missing = !has(c, Ad1) || c.rows(Ad1).iter().any(|a| !a.all(OF_ADOPTION));
            for episode in adoptions(c).filter(|episode| missing && c.in_year(episode.day(DEC))) {
                f.add(episode, REC);
                f.each(c.rows(Ad1), DATE_INT, |a| !a.all(OF_ADOPTION));
            }
        },
        (
            "episode DEC=01/05/2025 REC=E11; ad1 DATE_INT=01/05/2025 DATE_MATCH=01/06/2025 FOSTER_CARE=0 NB_ADOPTR=2 SEX_ADOPTR=MF LS_ADOPTR=L2",
            "episode DEC=01/05/2025 REC=E11",
        ),
    ),
    rule(
        "602",
        "An adoption is filled in, and no episode of the year ended in one.",
        &[Ad1, Episodes],
        |c, f| {
            let adopted = adoptions(c).any(|episode| c.in_year(episode.day(DEC)));
            f.each(c.rows(Ad1), DATE_INT, |a| a.any(OF_ADOPTION) && !adopted);
        },
        ("episode DEC=01/05/2025 REC=E11; ad1 NB_ADOPTR=1", "episode DEC=01/05/2025 REC=E8; ad1 NB_ADOPTR=1"),
    ),
];

/// An order for adoption without a decision: there is none, or it was reversed while the order still stands.
fn without_decision(c: &Child<'_>, f: &mut Found<'_>, order: &str) {
    if !has(c, PlacedAdoption) {
        f.each(c.episodes(), LS, |episode| episode.is(LS, order));
    }
    if c.episodes().iter().any(|episode| episode.is(LS, order) && episode.blank(DEC)) {
        let reversed = [DATE_PLACED_CEASED, REASON_PLACED_CEASED];
        f.each(c.rows(PlacedAdoption), DATE_PLACED_CEASED, |placed| placed.any(&reversed));
    }
}

fn left_unadopted(c: &Child<'_>, f: &mut Found<'_>, orders: &[&str]) {
    let reversed = [DATE_PLACED_CEASED, REASON_PLACED_CEASED];
    let missing = !has(c, PlacedAdoption) || c.rows(PlacedAdoption).iter().any(|p| !p.all(&reversed));
    for episode in c.episodes() {
        let meant = episode.among(PLACE, &FOR_ADOPTION) || episode.among(LS, orders);
        if meant && missing && episode.given(REC) && !episode.is(REC, "X1") && !Child::adopted(episode) {
            f.add(episode, REC);
            f.each(c.rows(PlacedAdoption), DATE_PLACED_CEASED, |p| !p.all(&reversed));
        }
    }
}
