//! Care leavers (OC3) beside their episodes of this year and last.

use jiff::civil::Date;

use super::leavers::OF_LEAVING;
use crate::ssda903::child::{Child, SHORT_BREAKS};
use crate::ssda903::columns::*;
use crate::ssda903::day::{before, by, days_between, years_after};
use crate::ssda903::row::Row;
use crate::ssda903::rule::{Found, Need, Rule, rule};
use crate::ssda903::table::Table::{self, *};

/// Days of care after the 14th birthday that make a young person relevant.
// LAW: Children Act 1989, Schedule 2, paragraph 19B(2) and the Care Leavers (England) Regulations 2010, regulation 3:
// thirteen weeks since the age of 14, some of it at 16 or over.
const RELEVANT_DAYS_MIN: i32 = 13 * 7;

/// The care leaver's rows that have anything in them.
fn flag(c: &Child<'_>, f: &mut Found<'_>, wrong: bool) {
    f.each(c.rows(Oc3), IN_TOUCH, |o| wrong && o.any(OF_LEAVING));
}

/// The episodes of both years, each once, with the day on which it ended or the year did.
fn two_years(c: &Child<'_>) -> Vec<(Date, Date)> {
    let mut all: Vec<&Row<'_>> = c.dated().chain(c.last_rows(Episodes)).collect();
    all.retain(|episode| episode.day(DECOM).is_some());
    all.sort_by_key(|episode| (episode.day(DECOM), episode.day(DEC).is_none(), episode.day(DEC)));
    all.dedup_by_key(|episode| episode.day(DECOM));
    let last = all.last().and_then(|episode| episode.day(DECOM));
    let care = all.into_iter().filter(|episode| !episode.among(LS, &SHORT_BREAKS));
    care.filter_map(|episode| {
        let began = episode.day(DECOM)?;
        let open = (Some(began) == last).then(|| c.end());
        Some((began, episode.day(DEC).or(open)?))
    })
    .collect()
}

fn days_since(episodes: &[(Date, Date)], birthday: Date) -> i32 {
    episodes.iter().map(|(began, ended)| days_between((*began).max(birthday), *ended).max(0)).sum()
}

fn open_at_the_end_of_last_year(c: &Child<'_>) -> bool {
    c.latest_of_last_year().is_some_and(|latest| latest.blank(DEC))
}

/// The birthday in the collection year of a leaver who becomes 17 or 18 in it.
fn early_birthday(c: &Child<'_>, leaver: &Row<'_>) -> Option<Date> {
    [17, 18].into_iter().filter_map(|age| years_after(leaver.day(DOB), age)).find(|day| c.in_year(*day))
}

pub(super) const RULES: &[Rule] = &[
    rule(
        "1000",
        "The child died in care, so nothing is asked of a care leaver.",
        &[Oc3, Episodes],
        |c, f| {
            let mut both = c.episodes().iter().chain(c.last_rows(Episodes));
            let died = both.any(|episode| episode.is(REC, "E2"));
            f.each(c.rows(Oc3), IN_TOUCH, |_| died);
        },
        ("oc3; episode REC=E3", "oc3; last episode REC=E2"),
    ),
    rule(
        "1001",
        "From these two years’ episodes the young person is not a relevant or former relevant child: thirteen weeks of care since 14, some of it since 16, and not adopted. Earlier years are not seen here.",
        &[Oc3, Episodes, Header],
        |c, f| {
            let (Some(fourteen), Some(sixteen)) = (years_after(c.born(), 14), years_after(c.born(), 16)) else {
                return;
            };
            let adopted = c.latest().or(c.latest_of_last_year()).is_some_and(Child::adopted);
            // Two years of episodes say nothing of whoever left longer ago.
            let too_old = by(years_after(c.born(), 20), c.end());
            let episodes = two_years(c);
            let enough = days_since(&episodes, fourteen) >= RELEVANT_DAYS_MIN && days_since(&episodes, sixteen) > 0;
            f.each(c.rows(Oc3), IN_TOUCH, |_| adopted || !(enough || too_old));
        },
        (
            "header DOB=01/05/2007; oc3 IN_TOUCH=YES; last episode DECOM=01/05/2020 DEC=01/09/2024 REC=E4A",
            "header DOB=01/05/2007; oc3 IN_TOUCH=YES; episode DECOM=01/05/2025 DEC=01/06/2025 REC=E4A",
        ),
    )
    .needs(&[Need::LastYear]),
    rule(
        "1002",
        "The care leaver has no episodes in this year’s return or last year’s. Earlier years are not seen here.",
        &[Oc3, Episodes],
        |c, f| {
            let none = c.episodes().is_empty() && c.last_rows(Episodes).is_empty();
            f.each(c.rows(Oc3), IN_TOUCH, |_| none);
        },
        ("oc3; last episode REC=E8", "oc3"),
    )
    .needs(&[Need::LastYear]),
    rule(
        "1007",
        "The young person was still looked after on the 17th or 18th birthday, so nothing is asked of a care leaver.",
        &[Oc3, Episodes],
        |c, f| {
            f.each(c.rows(Oc3), IN_TOUCH, |leaver| {
                let Some(day) = early_birthday(c, leaver) else { return false };
                let then = |e: &Row<'_>| by(e.day(DECOM), day) && (e.blank(DEC) || before(day, e.day(DEC)));
                leaver.any(OF_LEAVING) && c.episodes().iter().any(then)
            });
        },
        (
            "oc3 DOB=01/05/2008 IN_TOUCH=YES; episode DECOM=01/05/2020 DEC=01/05/2025",
            "oc3 DOB=01/05/2008 IN_TOUCH=YES; episode DECOM=01/05/2020 DEC=02/05/2025",
        ),
    ),
    rule(
        "1010",
        "The child was in care at the end of last year and has no episodes this year, but is a care leaver.",
        &[Oc3, Episodes],
        |c, f| {
            let lost = c.episodes().is_empty() && open_at_the_end_of_last_year(c);
            f.each(c.rows(Oc3), IN_TOUCH, |_| lost);
        },
        (
            "oc3; last episode DECOM=01/05/2024 DEC=01/06/2024",
            "oc3; last episode DECOM=01/05/2024",
        ),
    )
    .needs(&[Need::LastYear]),
    rule(
        "1011",
        "Care passed to another authority at the end of the last episode, so nothing is asked of a care leaver.",
        &[Oc3, Episodes],
        |c, f| flag(c, f, c.latest().is_some_and(|latest| latest.is(REC, "E3"))),
        (
            "oc3 IN_TOUCH=YES; episode DECOM=01/05/2025 REC=E8",
            "oc3 IN_TOUCH=YES; episode DECOM=01/05/2025 REC=E3",
        ),
    ),
    rule(
        "1012",
        "The child has no episodes this year, so nothing but a care leaver’s row is asked.",
        &[Episodes],
        |c, f| {
            if c.episodes().is_empty() {
                for table in [PlacedAdoption, Missing, Reviews, Ad1, PrevPerm, Oc2] as [Table; 6] {
                    f.each(c.rows(table), CHILD, |_| true);
                }
            }
        },
        ("oc2; episode", "oc2"),
    ),
    rule(
        "1014",
        "An unaccompanied asylum-seeker’s row is not asked of a care leaver.",
        &[Uasc, Episodes, Oc3],
        |c, f| {
            let in_year = |episode: &Row<'_>| {
                by(episode.day(DECOM), c.end()) && (episode.blank(DEC) || by(c.start(), episode.day(DEC)))
            };
            if !c.episodes().is_empty() && !c.episodes().iter().any(in_year) && c.any(Oc3, OF_LEAVING) {
                f.each(c.rows(Uasc), CHILD, |_| true);
                if !c.rows(Uasc).is_empty() {
                    f.each(c.rows(Oc3), IN_TOUCH, |_| true);
                }
            }
        },
        (
            "uasc; oc3 IN_TOUCH=YES; episode DECOM=01/05/2020 DEC=01/04/2025",
            "uasc; oc3 IN_TOUCH=YES; episode DECOM=01/05/2020 DEC=31/03/2025",
        ),
    ),
    rule(
        "1016",
        "The young person left care on or after this year’s 17th or 18th birthday, so nothing is asked of a care leaver yet.",
        &[Oc3, Episodes],
        |c, f| {
            f.each(c.rows(Oc3), IN_TOUCH, |leaver| {
                let day = early_birthday(c, leaver);
                leaver.any(OF_LEAVING) && c.episodes().iter().any(|episode| by(day, episode.day(DEC)))
            });
        },
        (
            "oc3 DOB=01/05/2008 IN_TOUCH=YES; episode DEC=30/04/2025",
            "oc3 DOB=01/05/2008 IN_TOUCH=YES; episode DEC=01/05/2025",
        ),
    )
    .from(2024),
];
