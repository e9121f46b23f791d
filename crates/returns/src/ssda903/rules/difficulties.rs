//! Strengths and difficulties (OC2): the score, and why there is none.

use crate::ssda903::codes::*;
use crate::ssda903::columns::*;
use crate::ssda903::day::{before, by, years_after};
use crate::ssda903::rule::{Rule, rule};
use crate::ssda903::table::Table::*;

const SCORE_OR_REASON: &[Field] = &[SDQ_SCORE, SDQ_REASON];

pub(super) const RULES: &[Rule] = &[
    rule(
        "157",
        "A child of 4 to 16, looked after for the whole year, has no score “because of age” (SDQ1).",
        &[Oc2, Episodes],
        |c, f| {
            f.each(c.rows(Oc2), SDQ_REASON, |o| {
                o.is(SDQ_REASON, "SDQ1")
                    && o.blank(SDQ_SCORE)
                    && by(years_after(o.day(DOB), 4), c.start())
                    && by(c.end(), years_after(o.day(DOB), 16))
                    && c.looked_after_all_year()
            });
        },
        (
            "oc2 DOB=01/01/2023 SDQ_REASON=SDQ1; episode DECOM=01/05/2023 RNE=S LS=C2",
            "oc2 DOB=01/01/2015 SDQ_REASON=SDQ1; episode DECOM=01/05/2023 RNE=S LS=C2",
        ),
    ),
    rule(
        "180",
        "The score of strengths and difficulties is a whole number from 0 to 40.",
        &[Oc2],
        |c, f| {
            f.each(c.rows(Oc2), SDQ_SCORE, |o| {
                let score = o.text(SDQ_SCORE).parse::<f64>().ok();
                o.given(SDQ_SCORE)
                    && !score.is_some_and(|score| (0.0..=40.0).contains(&score) && score.fract() == 0.0)
            });
        },
        ("oc2 SDQ_SCORE=40", "oc2 SDQ_SCORE=41"),
    ),
    rule(
        "185",
        "The child was not looked after for the whole year to 31 March, so a score is not asked.",
        &[Oc2, Episodes],
        |c, f| f.each(c.rows(Oc2), SDQ_SCORE, |o| o.given(SDQ_SCORE) && !c.looked_after_all_year()),
        ("oc2 SDQ_SCORE=4; episode DECOM=01/05/2023 RNE=S LS=C2", "oc2 SDQ_SCORE=4"),
    ),
    rule(
        "186",
        "A child of 4 to 16, looked after for the whole year, has neither a score nor a reason for none.",
        &[Oc2, Episodes],
        |c, f| {
            f.each(c.rows(Oc2), SDQ_SCORE, |o| {
                !o.any(SCORE_OR_REASON)
                    && by(years_after(o.day(DOB), 4), c.start())
                    && before(c.end(), years_after(o.day(DOB), 17))
                    && c.looked_after_all_year()
            });
        },
        (
            "oc2 DOB=01/01/2015 SDQ_SCORE=4; episode DECOM=01/05/2023 RNE=S LS=C2",
            "oc2 DOB=01/01/2015; episode DECOM=01/05/2023 RNE=S LS=C2",
        ),
    ),
    rule(
        "188",
        "The child was under 4 at the end of the year, so neither score nor reason is asked.",
        &[Oc2],
        |c, f| {
            f.each(c.rows(Oc2), SDQ_SCORE, |o| {
                o.any(SCORE_OR_REASON) && before(c.end(), years_after(o.day(DOB), 4))
            });
        },
        ("oc2 DOB=31/03/2022 SDQ_SCORE=4", "oc2 DOB=01/04/2022 SDQ_SCORE=4"),
    ),
    rule(
        "189",
        "The child was 17 or over when the year began, so neither score nor reason is asked.",
        &[Oc2],
        |c, f| {
            f.each(c.rows(Oc2), SDQ_SCORE, |o| {
                o.any(SCORE_OR_REASON) && before(years_after(o.day(DOB), 17), c.start())
            });
        },
        ("oc2 DOB=01/04/2008 SDQ_SCORE=4", "oc2 DOB=31/03/2008 SDQ_SCORE=4"),
    ),
    rule(
        "196",
        "This is not a code for why there is no score.",
        &[Oc2],
        |c, f| f.each(c.rows(Oc2), SDQ_REASON, |o| c.not_a_code(o, SDQ_REASON, NO_SCORE)),
        ("oc2 SDQ_REASON=SDQ2", "oc2 SDQ_REASON=SDQ6"),
    ),
    rule(
        "197a",
        "There is a score, so a reason for none is not asked.",
        &[Oc2],
        |c, f| f.each(c.rows(Oc2), SDQ_REASON, |o| o.all(SCORE_OR_REASON)),
        ("oc2 SDQ_SCORE=4", "oc2 SDQ_SCORE=4 SDQ_REASON=SDQ2"),
    ),
    rule(
        "197B",
        "A child who became 4 or 17 in the year, looked after for the whole of it, has neither a score nor a reason for none.",
        &[Oc2, Episodes],
        |c, f| {
            f.each(c.rows(Oc2), SDQ_REASON, |o| {
                let turned = [4, 17].into_iter().any(|age| c.in_year(years_after(o.day(DOB), age)));
                turned && !o.any(SCORE_OR_REASON) && c.looked_after_all_year()
            });
        },
        (
            "oc2 DOB=01/06/2008 SDQ_REASON=SDQ2; episode DECOM=01/05/2023 RNE=S LS=C2",
            "oc2 DOB=01/06/2008; episode DECOM=01/05/2023 RNE=S LS=C2",
        ),
    ),
    rule(
        "198",
        "The child was not looked after for the whole year to 31 March, so a reason for no score is not asked.",
        &[Oc2, Episodes],
        |c, f| f.each(c.rows(Oc2), SDQ_REASON, |o| o.given(SDQ_REASON) && !c.looked_after_all_year()),
        ("oc2 SDQ_REASON=SDQ2; episode DECOM=01/05/2023 RNE=S LS=C2", "oc2 SDQ_REASON=SDQ2"),
    ),
];
