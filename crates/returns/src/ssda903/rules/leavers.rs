//! Care leavers (OC3): codes, ages, and what cannot stand beside other tables.

use crate::ssda903::codes::*;
use crate::ssda903::columns::*;
use crate::ssda903::day::{before, by, years_after};
use crate::ssda903::rule::{Need, Rule, rule};
use crate::ssda903::table::Table::*;

use super::adoption_codes::OF_ADOPTION;
use super::health::OF_THE_YEAR;

/// What the table says of a care leaver.
pub(super) const OF_LEAVING: &[Field] = &[IN_TOUCH, ACTIV, ACCOM];

pub(super) const RULES: &[Rule] = &[
    rule(
        "131",
        "Whether the authority is in touch is not given, or not by a code.",
        &[Oc3],
        |c, f| f.each(c.rows(Oc3), IN_TOUCH, |o| !c.valid(o, IN_TOUCH, CONTACTS)),
        ("oc3 IN_TOUCH=YES", "oc3 IN_TOUCH=Y"),
    ),
    rule(
        "132",
        "What the care leaver does is not given, or not by a code (0 where nothing is known).",
        &[Oc3],
        |c, f| f.each(c.rows(Oc3), ACTIV, |o| !c.valid(o, ACTIV, ACTIVITIES)),
        ("oc3 ACTIV=F4", "oc3 ACTIV=F3"),
    ),
    rule(
        "133",
        "Where the care leaver lives is not given, or not by a code (0 where nothing is known).",
        &[Oc3],
        |c, f| f.each(c.rows(Oc3), ACCOM, |o| !c.valid(o, ACCOM, ACCOMMODATION)),
        ("oc3 ACCOM=U1", "oc3 ACCOM=X1"),
    ),
    rule(
        "134",
        "An adoption is filled in for a care leaver.",
        &[Ad1, Oc3],
        |c, f| f.each(c.rows(Ad1), DATE_INT, |a| a.any(OF_ADOPTION) && c.any(Oc3, OF_LEAVING)),
        ("ad1 NB_ADOPTR=1; oc3", "ad1 NB_ADOPTR=1; oc3 IN_TOUCH=YES"),
    ),
    rule(
        "153",
        "Contact, activity and accommodation of a care leaver are all to be filled in, or none.",
        &[Oc3],
        |c, f| f.each(c.rows(Oc3), IN_TOUCH, |o| o.any(OF_LEAVING) && !o.all(OF_LEAVING)),
        ("oc3 IN_TOUCH=YES ACTIV=F4 ACCOM=U1", "oc3 IN_TOUCH=YES"),
    ),
    rule(
        "187",
        "A child looked after for the whole year cannot have an adoption or leave care in it.",
        &[Oc3, Ad1, Episodes],
        |c, f| {
            if c.looked_after_all_year() {
                f.each(c.rows(Oc3), IN_TOUCH, |o| o.any(OF_LEAVING));
                f.each(c.rows(Ad1), DATE_INT, |a| a.any(OF_ADOPTION));
            }
        },
        ("oc3 IN_TOUCH=YES", "oc3 IN_TOUCH=YES; episode DECOM=01/05/2020 RNE=S LS=C2"),
    ),
    rule(
        "215",
        "A care leaver has something filled in that is asked of children looked after for a year.",
        &[Oc3, Oc2],
        |c, f| {
            if c.any(Oc3, OF_LEAVING) && c.any(Oc2, OF_THE_YEAR) {
                f.each(c.rows(Oc3), IN_TOUCH, |o| o.any(OF_LEAVING));
                f.each(c.rows(Oc2), HEALTH_ASSESSMENT, |o| o.any(OF_THE_YEAR));
            }
        },
        ("oc3 IN_TOUCH=YES; oc2 SDQ_SCORE=4", "oc3 IN_TOUCH=YES; oc2 TEETH_CHECK=1"),
    ),
    rule(
        "344",
        "The care leaver died or went home, so activity and accommodation are 0.",
        &[Oc3],
        |c, f| {
            f.each(c.rows(Oc3), ACTIV, |o| {
                o.among(IN_TOUCH, &["DIED", "RHOM"]) && !(o.is(ACTIV, "0") && o.is(ACCOM, "0"))
            });
        },
        ("oc3 IN_TOUCH=DIED ACTIV=0 ACCOM=0", "oc3 IN_TOUCH=DIED ACTIV=F4 ACCOM=0"),
    ),
    rule(
        "345",
        "The authority is in touch with the care leaver, so activity and accommodation cannot be 0.",
        &[Oc3],
        |c, f| {
            f.each(c.rows(Oc3), ACTIV, |o| o.is(IN_TOUCH, "YES") && (o.is(ACTIV, "0") || o.is(ACCOM, "0")))
        },
        ("oc3 IN_TOUCH=YES ACTIV=F4 ACCOM=U1", "oc3 IN_TOUCH=YES ACTIV=F4 ACCOM=0"),
    ),
    rule(
        "347",
        "A care leaver under 18 cannot live in a foyer.",
        &[Oc3],
        |c, f| {
            f.each(c.rows(Oc3), ACCOM, |o| {
                o.among(ACCOM, &["T1", "T2"]) && before(c.end(), years_after(o.day(DOB), 18))
            });
        },
        ("oc3 DOB=01/05/2007 ACCOM=T1", "oc3 DOB=01/05/2008 ACCOM=T1"),
    )
    .from(2024),
    rule(
        "348",
        "Last year’s return said that the care leaver had died.",
        &[Oc3],
        |c, f| {
            let died = c.last_rows(Oc3).iter().any(|last| last.is(IN_TOUCH, "DIED"));
            f.each(c.rows(Oc3), IN_TOUCH, |o| died && !o.is(IN_TOUCH, "DIED"));
        },
        ("oc3 IN_TOUCH=DIED; last oc3 IN_TOUCH=DIED", "oc3 IN_TOUCH=YES; last oc3 IN_TOUCH=DIED"),
    )
    .from(2026)
    .needs(&[Need::LastYear]),
    rule(
        "391",
        "The care leaver was not 17, 18, 19, 20 or 21 in the year.",
        &[Oc3],
        |c, f| {
            f.each(c.rows(Oc3), DOB, |o| {
                let young = before(c.end(), years_after(o.day(DOB), 17));
                let old = by(years_after(o.day(DOB), 22), c.start());
                o.any(OF_LEAVING) && (young || old)
            });
        },
        ("oc3 DOB=02/04/2003 IN_TOUCH=YES", "oc3 DOB=01/04/2003 IN_TOUCH=YES"),
    ),
    rule(
        "3001",
        "Around the 17th birthday a care leaver cannot be living with former foster carers.",
        &[Header, Oc3],
        |c, f| {
            let seventeen = c.in_year(years_after(c.born(), 17));
            f.each(c.rows(Oc3), ACCOM, |o| seventeen && o.among(ACCOM, &["Z1", "Z2"]));
        },
        ("header DOB=01/05/2007; oc3 ACCOM=Z1", "header DOB=01/05/2008; oc3 ACCOM=Z1"),
    ),
    rule(
        "EPI",
        "The child has neither episodes nor a care leaver’s row, so little can be checked.",
        &[Header],
        |c, f| f.each(c.rows(Header), CHILD, |_| c.episodes().is_empty() && c.rows(Oc3).is_empty()),
        ("header; oc3", "header"),
    ),
];
