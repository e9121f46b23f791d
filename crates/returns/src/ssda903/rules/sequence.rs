//! Each episode beside the one before it.

use crate::ssda903::child::Child;
use crate::ssda903::codes::*;
use crate::ssda903::columns::*;
use crate::ssda903::day::{before, by, same};
use crate::ssda903::row::Row;
use crate::ssda903::rule::{Found, Rule, rule};
use crate::ssda903::table::Table::*;

/// What makes two placements one.
const PLACEMENT: [Field; 4] = [PLACE, PL_POST, URN, PLACE_PROVIDER];

fn same_placement(one: &Row<'_>, next: &Row<'_>) -> bool {
    PLACEMENT.iter().all(|field| one.text(*field) == next.text(*field))
}

fn same_status(one: &Row<'_>, next: &Row<'_>) -> bool {
    one.text(LS) == next.text(LS)
}

/// The later of two episodes that are wrong together is at fault.
fn later(c: &Child<'_>, f: &mut Found<'_>, field: Field, wrong: impl Fn(&Row<'_>, &Row<'_>) -> bool) {
    for (_, next) in c.pairs().filter(|(one, next)| wrong(one, next)) {
        f.add(next, field);
    }
}

/// The earlier of two episodes that are wrong together is at fault.
fn earlier(c: &Child<'_>, f: &mut Found<'_>, field: Field, wrong: impl Fn(&Row<'_>, &Row<'_>) -> bool) {
    for (one, _) in c.pairs().filter(|(one, next)| wrong(one, next)) {
        f.add(one, field);
    }
}

/// What follows a temporary placement is the placement before it.
fn back_again(c: &Child<'_>, f: &mut Found<'_>, one_place: impl Fn(&Row<'_>, &Row<'_>) -> bool) {
    for three in c.episodes().windows(3).filter(|three| three[1].among(PLACE, &TEMPORARY)) {
        if !three[2].is(RNE, "P") || !one_place(&three[0], &three[2]) {
            f.add(&three[2], PLACE);
        }
    }
}

/// Whether an episode ended the period of care.
fn ended_care(episode: &Row<'_>) -> bool {
    episode
        .among(REC, &CEASED.iter().map(|(code, _, _)| *code).filter(|code| *code != "X1").collect::<Vec<_>>())
}

pub(super) const RULES: &[Rule] = &[
    rule(
        "142",
        "A new episode began, and this one has no end.",
        &[Episodes],
        |c, f| earlier(c, f, DEC, |one, _| one.day(DECOM).is_some() && (one.day(DEC).is_none() || one.blank(REC))),
        (
            "episode DECOM=01/05/2025 DEC=01/06/2025 REC=X1; episode DECOM=01/06/2025",
            "episode DECOM=01/05/2025; episode DECOM=01/06/2025",
        ),
    ),
    rule(
        "383",
        "After a temporary placement the child is to return to the placement before it.",
        &[Episodes],
        |c, f| back_again(c, f, |one, next| one.text(PLACE) == next.text(PLACE)),
        (
            "episode DECOM=01/05/2023 PLACE=U4; episode DECOM=02/05/2023 PLACE=T3 RNE=P; episode DECOM=03/05/2023 PLACE=U4 RNE=P",
            "episode DECOM=01/05/2023 PLACE=U4; episode DECOM=02/05/2023 PLACE=T3 RNE=P; episode DECOM=03/05/2023 PLACE=K2 RNE=P",
        ),
    )
    .until(2025),
    rule(
        "383",
        "After a temporary placement the child is to return to the placement before it, at the same postcode.",
        &[Episodes],
        |c, f| back_again(c, f, |one, next| [PLACE, PL_POST].iter().all(|field| one.text(*field) == next.text(*field))),
        (
            "episode DECOM=01/05/2025 PLACE=U4; episode DECOM=02/05/2025 PLACE=T3 RNE=P; episode DECOM=03/05/2025 PLACE=U4 RNE=P",
            "episode DECOM=01/05/2025 PLACE=U4; episode DECOM=02/05/2025 PLACE=T3 RNE=P; episode DECOM=03/05/2025 PLACE=U4 RNE=P PL_POST=TR11AA",
        ),
    )
    .from(2026),
    rule(
        "388",
        "The episode ceased because a new one began on the same day (X1), and none did; or one did, and the reason is not that.",
        &[Episodes],
        |c, f| {
            earlier(c, f, REC, |one, next| {
                let (ended, began) = (one.day(DEC), next.day(DECOM));
                let known = ended.is_some() && began.is_some();
                known && one.given(REC) && one.is(REC, "X1") != same(ended, began)
            });
            if let Some(last) = c.dated().next_back().filter(|last| last.day(DEC).is_some() && last.is(REC, "X1")) {
                f.add(last, REC);
            }
        },
        (
            "episode DECOM=01/05/2025 DEC=01/06/2025 REC=X1; episode DECOM=01/06/2025",
            "episode DECOM=01/05/2025 DEC=01/06/2025 REC=X1; episode DECOM=02/06/2025",
        ),
    ),
    rule(
        "431",
        "The child is said to have started to be looked after (S), and the episode before ended on that day or later.",
        &[Episodes],
        |c, f| later(c, f, RNE, |one, next| next.is(RNE, "S") && by(next.day(DECOM), one.day(DEC))),
        (
            "episode DECOM=01/05/2025 DEC=01/06/2025; episode DECOM=02/06/2025 RNE=S",
            "episode DECOM=01/05/2025 DEC=01/06/2025; episode DECOM=01/06/2025 RNE=S",
        ),
    ),
    rule(
        "432",
        "The child ceased to be looked after with the episode before, so this one starts a period of care (S).",
        &[Episodes],
        |c, f| later(c, f, RNE, |one, next| ended_care(one) && !next.is(RNE, "S")),
        (
            "episode DECOM=01/05/2025 REC=E4A; episode DECOM=02/06/2025 RNE=S",
            "episode DECOM=01/05/2025 REC=E4A; episode DECOM=02/06/2025 RNE=P",
        ),
    ),
    rule(
        "433",
        "The episode goes on from the one before, and did not begin on the day on which that ended.",
        &[Episodes],
        |c, f| {
            later(c, f, DECOM, |one, next| {
                next.among(RNE, &["P", "L", "T", "U", "B"]) && !same(one.day(DEC), next.day(DECOM))
            });
        },
        (
            "episode DECOM=01/05/2025 DEC=01/06/2025; episode DECOM=01/06/2025 RNE=P",
            "episode DECOM=01/05/2025 DEC=01/06/2025; episode DECOM=02/06/2025 RNE=P",
        ),
    ),
    rule(
        "434",
        "The legal status alone is said to have changed (L): it did not, or something of the placement did.",
        &[Episodes],
        |c, f| later(c, f, RNE, |one, next| next.is(RNE, "L") && (same_status(one, next) || !same_placement(one, next))),
        (
            "episode DECOM=01/05/2025 LS=C1 PLACE=U4; episode DECOM=01/06/2025 RNE=L LS=C2 PLACE=U4",
            "episode DECOM=01/05/2025 LS=C1 PLACE=U4; episode DECOM=01/06/2025 RNE=L LS=C2 PLACE=U5",
        ),
    ),
    rule(
        "435",
        "The placement alone is said to have changed (P, T): nothing of it did, or the legal status did.",
        &[Episodes],
        |c, f| {
            later(c, f, RNE, |one, next| {
                next.among(RNE, &["P", "T"]) && (!same_status(one, next) || same_placement(one, next))
            });
        },
        (
            "episode DECOM=01/05/2025 LS=C2 PLACE=U4; episode DECOM=01/06/2025 RNE=P LS=C2 PLACE=U5",
            "episode DECOM=01/05/2025 LS=C2 PLACE=U4; episode DECOM=01/06/2025 RNE=P LS=C2 PLACE=U4",
        ),
    ),
    rule(
        "436",
        "Both placement and legal status are said to have changed (B, U), and one of them did not.",
        &[Episodes],
        |c, f| {
            later(c, f, RNE, |one, next| {
                next.among(RNE, &["B", "U"]) && (same_status(one, next) || same_placement(one, next))
            });
        },
        (
            "episode DECOM=01/05/2025 LS=C1 PLACE=U4; episode DECOM=01/06/2025 RNE=B LS=C2 PLACE=U5",
            "episode DECOM=01/05/2025 LS=C1 PLACE=U4; episode DECOM=01/06/2025 RNE=B LS=C2 PLACE=U4",
        ),
    ),
    rule(
        "437",
        "The child died or was found to be 18 or over (E2, E15), and there are further episodes.",
        &[Episodes],
        |c, f| earlier(c, f, REC, |one, _| one.among(REC, &["E2", "E15"]) && one.day(DECOM).is_some()),
        ("episode DECOM=01/05/2025 REC=E2", "episode DECOM=01/05/2025 REC=E2; episode DECOM=01/06/2025"),
    ),
    rule(
        "501",
        "The episode began before the one before it ended.",
        &[Episodes],
        |c, f| later(c, f, DECOM, |one, next| before(next.day(DECOM), one.day(DEC))),
        (
            "episode DECOM=01/05/2025 DEC=01/06/2025; episode DECOM=01/06/2025",
            "episode DECOM=01/05/2025 DEC=01/06/2025; episode DECOM=31/05/2025",
        ),
    ),
    rule(
        "504",
        "The category of need is not the one with which this period of care began.",
        &[Episodes],
        |c, f| {
            later(c, f, CIN, |one, next| {
                one.is(REC, "X1") && same(one.day(DEC), next.day(DECOM)) && one.text(CIN) != next.text(CIN)
            });
        },
        (
            "episode DECOM=01/05/2025 DEC=01/06/2025 REC=X1 CIN=N1; episode DECOM=01/06/2025 CIN=N1",
            "episode DECOM=01/05/2025 DEC=01/06/2025 REC=X1 CIN=N1; episode DECOM=01/06/2025 CIN=N2",
        ),
    ),
];
