//! Health, offending, and strengths and difficulties, of children looked after for a year (OC2).

use crate::ssda903::codes::*;
use crate::ssda903::columns::*;
use crate::ssda903::day::{before, by, years_after};
use crate::ssda903::rule::{Rule, rule};
use crate::ssda903::table::Table::*;

/// What is asked of every child looked after for a year.
const OF_EVERY_CHILD: &[Field] = &[IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE];

/// What is asked of some.
const OF_SOME: &[Field] = &[CONVICTED, HEALTH_CHECK, INTERVENTION_RECEIVED, INTERVENTION_OFFERED];

/// Everything but strengths and difficulties.
pub(super) const OF_THE_YEAR: &[Field] = &[
    CONVICTED,
    HEALTH_CHECK,
    IMMUNISATIONS,
    TEETH_CHECK,
    HEALTH_ASSESSMENT,
    SUBSTANCE_MISUSE,
    INTERVENTION_RECEIVED,
    INTERVENTION_OFFERED,
];

pub(super) const RULES: &[Rule] = &[
    rule(
        "158",
        "The child had help with substance misuse, so whether it was offered is left blank.",
        &[Oc2],
        |c, f| {
            f.each(c.rows(Oc2), INTERVENTION_OFFERED, |o| {
                o.is(INTERVENTION_RECEIVED, "1") && o.given(INTERVENTION_OFFERED)
            });
        },
        ("oc2 INTERVENTION_RECEIVED=1", "oc2 INTERVENTION_RECEIVED=1 INTERVENTION_OFFERED=1"),
    ),
    rule(
        "159",
        "The child misuses substances and had no help, so it is to be said whether it was offered.",
        &[Oc2],
        |c, f| {
            f.each(c.rows(Oc2), INTERVENTION_OFFERED, |o| {
                o.is(SUBSTANCE_MISUSE, "1")
                    && o.is(INTERVENTION_RECEIVED, "0")
                    && o.blank(INTERVENTION_OFFERED)
            });
        },
        (
            "oc2 SUBSTANCE_MISUSE=1 INTERVENTION_RECEIVED=0 INTERVENTION_OFFERED=1",
            "oc2 SUBSTANCE_MISUSE=1 INTERVENTION_RECEIVED=0",
        ),
    ),
    rule(
        "181",
        "Everything asked of children looked after for a year is said by 0 or 1.",
        &[Oc2],
        |c, f| {
            for oc2 in c.rows(Oc2) {
                if let Some(wrong) = OF_THE_YEAR.iter().find(|field| c.not_a_code(oc2, **field, NO_YES)) {
                    f.add(oc2, *wrong);
                }
            }
        },
        ("oc2 TEETH_CHECK=1", "oc2 TEETH_CHECK=Y"),
    ),
    rule(
        "182",
        "Immunisations, teeth, health assessment and substance misuse are all to be filled in, or nothing at all.",
        &[Oc2],
        |c, f| f.each(c.rows(Oc2), IMMUNISATIONS, |o| !o.all(OF_EVERY_CHILD) && o.any(OF_SOME)),
        (
            "oc2 IMMUNISATIONS=1 TEETH_CHECK=1 HEALTH_ASSESSMENT=1 SUBSTANCE_MISUSE=0 CONVICTED=0",
            "oc2 IMMUNISATIONS=1 CONVICTED=0",
        ),
    ),
    rule(
        "190",
        "The child was not looked after for the whole year to 31 March, so nothing is to be filled in here.",
        &[Oc2, Episodes],
        |c, f| f.each(c.rows(Oc2), HEALTH_ASSESSMENT, |o| o.any(OF_THE_YEAR) && !c.looked_after_all_year()),
        (
            "oc2 TEETH_CHECK=1; episode DECOM=01/05/2020 RNE=S LS=C2",
            "oc2 TEETH_CHECK=1; episode DECOM=01/05/2025 RNE=S LS=C2",
        ),
    ),
    rule(
        "191",
        "The child was looked after for the whole year to 31 March, so immunisations, teeth, health assessment and substance misuse are to be filled in.",
        &[Oc2, Episodes],
        |c, f| {
            if c.looked_after_all_year() {
                f.each(c.rows(Oc2), IMMUNISATIONS, |o| !o.all(OF_EVERY_CHILD));
                if let Some(first) = c.first().filter(|_| c.rows(Oc2).is_empty()) {
                    f.add(first, CHILD);
                }
            }
        },
        (
            "oc2; episode DECOM=01/05/2025 RNE=S LS=C2",
            "oc2 TEETH_CHECK=1; episode DECOM=01/05/2020 RNE=S LS=C2",
        ),
    ),
    rule(
        "192",
        "The child misuses substances, and it is not said whether there was help.",
        &[Oc2],
        |c, f| {
            f.each(c.rows(Oc2), INTERVENTION_RECEIVED, |o| {
                o.is(SUBSTANCE_MISUSE, "1") && o.blank(INTERVENTION_RECEIVED)
            });
        },
        ("oc2 SUBSTANCE_MISUSE=1 INTERVENTION_RECEIVED=1", "oc2 SUBSTANCE_MISUSE=1"),
    ),
    rule(
        "193",
        "The child is not said to misuse substances, but help with that is filled in.",
        &[Oc2],
        |c, f| {
            f.each(c.rows(Oc2), SUBSTANCE_MISUSE, |o| {
                (o.blank(SUBSTANCE_MISUSE) || o.is(SUBSTANCE_MISUSE, "0"))
                    && o.any(&[INTERVENTION_RECEIVED, INTERVENTION_OFFERED])
            });
        },
        ("oc2 SUBSTANCE_MISUSE=0", "oc2 SUBSTANCE_MISUSE=0 INTERVENTION_OFFERED=1"),
    ),
    rule(
        "542",
        "The child was under 10 on 31 March, so a conviction is not asked.",
        &[Oc2],
        |c, f| {
            f.each(c.rows(Oc2), CONVICTED, |o| {
                o.given(CONVICTED) && before(c.end(), years_after(o.day(DOB), 10))
            })
        },
        ("oc2 DOB=31/03/2016 CONVICTED=0", "oc2 DOB=01/04/2016 CONVICTED=0"),
    ),
    rule(
        "543",
        "The child was 10 or over on 31 March and looked after for the whole year, and it is not said whether there was a conviction.",
        &[Oc2, Episodes],
        |c, f| {
            f.each(c.rows(Oc2), CONVICTED, |o| {
                o.blank(CONVICTED) && by(years_after(o.day(DOB), 10), c.end()) && c.looked_after_all_year()
            });
        },
        (
            "oc2 DOB=01/01/2010 CONVICTED=0; episode DECOM=01/05/2020 RNE=S LS=C2",
            "oc2 DOB=01/01/2010; episode DECOM=01/05/2020 RNE=S LS=C2",
        ),
    ),
    rule(
        "544",
        "A conviction is filled in, so immunisations, teeth, health assessment and substance misuse are to be as well.",
        &[Oc2],
        |c, f| f.each(c.rows(Oc2), CONVICTED, |o| o.given(CONVICTED) && !o.all(OF_EVERY_CHILD)),
        (
            "oc2 CONVICTED=1 IMMUNISATIONS=1 TEETH_CHECK=1 HEALTH_ASSESSMENT=1 SUBSTANCE_MISUSE=0",
            "oc2 CONVICTED=1 IMMUNISATIONS=1",
        ),
    ),
    rule(
        "545",
        "The child was under 5 on 31 March and looked after for the whole year, and development checks are not filled in.",
        &[Oc2, Episodes],
        |c, f| {
            f.each(c.rows(Oc2), HEALTH_CHECK, |o| {
                o.blank(HEALTH_CHECK)
                    && before(c.end(), years_after(o.day(DOB), 5))
                    && c.looked_after_all_year()
            });
        },
        (
            "oc2 DOB=01/01/2022 HEALTH_CHECK=1; episode DECOM=01/05/2023 RNE=S LS=C2",
            "oc2 DOB=01/01/2022; episode DECOM=01/05/2023 RNE=S LS=C2",
        ),
    ),
    rule(
        "546",
        "The child was 5 or over on 31 March, so development checks are not asked.",
        &[Oc2],
        |c, f| {
            f.each(c.rows(Oc2), HEALTH_CHECK, |o| {
                o.given(HEALTH_CHECK) && by(years_after(o.day(DOB), 5), c.end())
            })
        },
        ("oc2 DOB=01/01/2022 HEALTH_CHECK=1", "oc2 DOB=01/01/2021 HEALTH_CHECK=1"),
    ),
    rule(
        "547",
        "Development checks are filled in, so immunisations, teeth, health assessment and substance misuse are to be as well.",
        &[Oc2],
        |c, f| f.each(c.rows(Oc2), HEALTH_CHECK, |o| o.given(HEALTH_CHECK) && !o.all(OF_EVERY_CHILD)),
        (
            "oc2 HEALTH_CHECK=1 IMMUNISATIONS=1 TEETH_CHECK=1 HEALTH_ASSESSMENT=1 SUBSTANCE_MISUSE=0",
            "oc2 HEALTH_CHECK=1 IMMUNISATIONS=1",
        ),
    ),
];
