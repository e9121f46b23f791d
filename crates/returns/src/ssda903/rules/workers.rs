//! Social workers of the child; from 2023-24.

use jiff::civil::{Date, date};

use crate::ssda903::child::{Child, SHORT_BREAKS, first_undated_last};
use crate::ssda903::codes::WORKER_CHANGES;
use crate::ssda903::columns::*;
use crate::ssda903::day::{before, by, days_after, same};
use crate::ssda903::row::Row;
use crate::ssda903::rule::{Found, Rule, rule};
use crate::ssda903::table::Table::*;

/// The day from which a reason is asked of every change.
// LAW: the guide to the SSDA903 2023-24, social worker episodes: collected from 1 April 2023.
const COLLECTED_FROM: Date = date(2023, 4, 1);

/// How many days one worker's time may stand apart from the next's, or overlap it.
// LAW: the guide to the SSDA903, stage 2 rules on social worker episodes: within seven days.
const APART_DAYS_MAX: i32 = 7;

/// How near the end of the year a gap is looked at by its own rule.
// LAW: the same, rules 11a and 11b: five days before 31 March.
const LAST_DAYS: i32 = 5;

const COMPLETE: &[Field] = &[SW_ID, SW_DECOM, SW_REASON];

/// The child's workers, by the day on which each began.
fn in_order<'r, 'a>(c: &'r Child<'a>) -> Vec<&'r Row<'a>> {
    let mut workers: Vec<_> = c.rows(SwEpisodes).iter().collect();
    workers.sort_by_key(|w| (first_undated_last(w.day(SW_DECOM)), first_undated_last(w.day(SW_DEC))));
    workers
}

/// The latest worker that has a day.
fn latest<'r, 'a>(c: &'r Child<'a>) -> Option<&'r Row<'a>> {
    in_order(c).into_iter().rfind(|worker| worker.day(SW_DECOM).is_some())
}

/// Whether the second began within a week of the first's end.
fn follows(first: &Row<'_>, second: &Row<'_>, days: i32) -> bool {
    let (ended, began) = (first.day(SW_DEC), second.day(SW_DECOM));
    by(days_after(ended, -days), began) && by(began, days_after(ended, days))
}

fn handover(c: &Child<'_>, f: &mut Found<'_>, wrong: impl Fn(&Row<'_>, &Row<'_>) -> bool) {
    for pair in in_order(c).windows(2).filter(|pair| wrong(pair[0], pair[1])) {
        f.add(pair[1], SW_DECOM);
    }
}

/// Open episodes that are no short breaks: the child was looked after on 31 March.
fn on_31_march<'r, 'a>(c: &'r Child<'a>) -> impl Iterator<Item = &'r Row<'a>> {
    c.episodes().iter().filter(|episode| episode.blank(DEC) && !episode.among(LS, &SHORT_BREAKS))
}

fn known(text: &str) -> bool {
    text.starts_with("SW") || text.starts_with("XX")
}

pub(super) const RULES: &[Rule] = &[
    rule(
        "SW01STG1",
        "The child was looked after on 31 March, and no social worker is given with number, first day and reason.",
        &[SwEpisodes, Episodes],
        |c, f| {
            let none = !c.rows(SwEpisodes).iter().any(|worker| worker.all(COMPLETE));
            for episode in on_31_march(c).filter(|_| none) {
                f.add(episode, DEC);
            }
        },
        ("episode LS=C2; worker SW_ID=SW1 SW_DECOM=01/05/2023 SW_REASON=FCONTA", "episode LS=C2"),
    )
    .from(2024)
    .until(2024),
    rule(
        "SW01aSTG1",
        "A social worker of before 1 April 2023 is to have a number and a first day.",
        &[SwEpisodes],
        |c, f| {
            f.each(c.rows(SwEpisodes), SW_ID, |w| {
                w.day(SW_DECOM).is_none() || (w.blank(SW_ID) && before(w.day(SW_DECOM), COLLECTED_FROM))
            });
        },
        ("worker SW_ID=SW1 SW_DECOM=01/05/2022", "worker SW_DECOM=01/05/2022"),
    )
    .from(2025)
    .until(2025),
    rule(
        "SW01bSTG1",
        "A social worker since 1 April 2023 is to have a number, a first day and a reason.",
        &[SwEpisodes],
        |c, f| {
            f.each(c.rows(SwEpisodes), SW_ID, |w| {
                w.day(SW_DECOM).is_none() || (!w.all(COMPLETE) && by(COLLECTED_FROM, w.day(SW_DECOM)))
            });
        },
        ("worker SW_ID=SW1 SW_DECOM=01/05/2023 SW_REASON=FCONTA", "worker SW_ID=SW1 SW_DECOM=01/05/2023"),
    )
    .from(2025)
    .until(2025),
    rule(
        "SW02STG1",
        "The social worker’s number begins with SW or XX.",
        &[SwEpisodes],
        |c, f| f.each(c.rows(SwEpisodes), SW_ID, |w| !known(w.text(SW_ID))),
        ("worker SW_ID=SW1", "worker SW_ID=123"),
    )
    .from(2024)
    .until(2025),
    rule(
        "SW02STG1",
        "The social worker’s number begins with SW or XX, and has at least two figures or letters more.",
        &[SwEpisodes],
        |c, f| f.each(c.rows(SwEpisodes), SW_ID, |w| !known(w.text(SW_ID)) || w.text(SW_ID).len() < 4),
        ("worker SW_ID=SW12", "worker SW_ID=SW1"),
    )
    .from(2026),
    rule(
        "SW03STG1",
        "A social worker is to have a number, a first day and a reason.",
        &[SwEpisodes],
        |c, f| f.each(c.rows(SwEpisodes), SW_ID, |w| !w.all(COMPLETE)),
        ("worker SW_ID=SW1 SW_DECOM=01/05/2023 SW_REASON=FCONTA", "worker SW_ID=SW1"),
    )
    .from(2024)
    .until(2024),
    rule(
        "SW04STG1",
        "The social worker’s first day is not a date.",
        &[SwEpisodes],
        |c, f| f.each(c.rows(SwEpisodes), SW_DECOM, |w| w.not_a_day(SW_DECOM)),
        ("worker SW_DECOM=01/05/2025", "worker SW_DECOM=x"),
    )
    .from(2024),
    rule(
        "SW05STG1",
        "The social worker’s last day is not a date.",
        &[SwEpisodes],
        |c, f| f.each(c.rows(SwEpisodes), SW_DEC, |w| w.not_a_day(SW_DEC)),
        ("worker SW_DEC=01/05/2025", "worker SW_DEC=x"),
    )
    .from(2024),
    rule(
        "SW06STG2",
        "The social worker began after the year.",
        &[SwEpisodes],
        |c, f| f.each(c.rows(SwEpisodes), SW_DECOM, |w| before(c.end(), w.day(SW_DECOM))),
        ("worker SW_DECOM=31/03/2026", "worker SW_DECOM=01/04/2026"),
    )
    .from(2024),
    rule(
        "SW07STG2",
        "The social worker ended before the year began, or after it ended.",
        &[SwEpisodes],
        |c, f| f.each(c.rows(SwEpisodes), SW_DEC, |w| w.day(SW_DEC).is_some() && !c.in_year(w.day(SW_DEC))),
        ("worker SW_DEC=01/04/2023", "worker SW_DEC=31/03/2023"),
    )
    .from(2024)
    .until(2024),
    rule(
        "SW07STG2",
        "The social worker ended before last year began, or after this year ended.",
        &[SwEpisodes],
        |c, f| {
            let from = c.context.year.previous().start();
            f.each(c.rows(SwEpisodes), SW_DEC, |w| before(w.day(SW_DEC), from) || before(c.end(), w.day(SW_DEC)));
        },
        ("worker SW_DEC=01/04/2024", "worker SW_DEC=31/03/2024"),
    )
    .from(2025),
    rule(
        "SW08STG2",
        "A later social worker began, and this one has no last day.",
        &[SwEpisodes],
        |c, f| {
            for pair in in_order(c).windows(2) {
                if pair[0].day(SW_DECOM).is_some() && pair[0].day(SW_DEC).is_none() {
                    f.add(pair[0], SW_DEC);
                }
            }
        },
        (
            "worker SW_DECOM=01/05/2025 SW_DEC=01/06/2025; worker SW_DECOM=01/06/2025",
            "worker SW_DECOM=01/05/2025; worker SW_DECOM=01/06/2025",
        ),
    )
    .from(2024),
    rule(
        "SW09STG2",
        "The social worker began and ended on one day.",
        &[SwEpisodes],
        |c, f| f.each(c.rows(SwEpisodes), SW_DEC, |w| same(w.day(SW_DECOM), w.day(SW_DEC))),
        ("worker SW_DECOM=01/05/2025 SW_DEC=02/05/2025", "worker SW_DECOM=01/05/2025 SW_DEC=01/05/2025"),
    )
    .from(2024),
    rule(
        "SW10STG2",
        "The social worker did not begin within a week of the end of the one before.",
        &[SwEpisodes],
        |c, f| handover(c, f, |one, next| !follows(one, next, APART_DAYS_MAX)),
        (
            "worker SW_DECOM=01/05/2023 SW_DEC=01/06/2023; worker SW_DECOM=08/06/2023",
            "worker SW_DECOM=01/05/2023 SW_DEC=01/06/2023; worker SW_DECOM=20/05/2023",
        ),
    )
    .from(2024)
    .until(2024),
    rule(
        "SW10STG2",
        "The social worker did not begin within a week of the end of the one before, and it was no first contact.",
        &[SwEpisodes],
        |c, f| handover(c, f, |one, next| !next.is(SW_REASON, "FCONTA") && !follows(one, next, APART_DAYS_MAX)),
        (
            "worker SW_DECOM=01/05/2025 SW_DEC=01/06/2025; worker SW_DECOM=08/06/2025",
            "worker SW_DECOM=01/05/2025 SW_DEC=01/06/2025; worker SW_DECOM=20/05/2025",
        ),
    )
    .from(2025),
    rule(
        "SW10aSTG2",
        "More than a week lies between this social worker’s first day and the end of the one before.",
        &[SwEpisodes],
        |c, f| handover(c, f, |one, next| !next.is(SW_REASON, "FCONTA") && !follows(one, next, APART_DAYS_MAX)),
        (
            "worker SW_DECOM=01/05/2025 SW_DEC=01/06/2025; worker SW_DECOM=09/06/2025 SW_REASON=FCONTA",
            "worker SW_DECOM=01/05/2025 SW_DEC=01/06/2025; worker SW_DECOM=09/06/2025",
        ),
    )
    .from(2026),
    rule(
        "SW10bSTG2",
        "A first contact began before the social worker before had ended.",
        &[SwEpisodes],
        |c, f| handover(c, f, |one, next| next.is(SW_REASON, "FCONTA") && by(next.day(SW_DECOM), one.day(SW_DEC))),
        (
            "worker SW_DECOM=01/05/2025 SW_DEC=01/06/2025; worker SW_DECOM=02/06/2025 SW_REASON=FCONTA",
            "worker SW_DECOM=01/05/2025 SW_DEC=01/06/2025; worker SW_DECOM=01/06/2025 SW_REASON=FCONTA",
        ),
    )
    .from(2026),
    rule(
        "SW11aSTG2",
        "A social worker ended before the last days of March, and none followed within five days.",
        &[SwEpisodes],
        |c, f| {
            let early = days_after(c.end(), -LAST_DAYS);
            handover(c, f, |one, next| by(one.day(SW_DEC), early) && !follows(one, next, LAST_DAYS));
            if let Some(last) = latest(c).filter(|last| before(last.day(SW_DEC), early)) {
                f.add(last, SW_DEC);
            }
        },
        (
            "worker SW_DECOM=01/05/2023 SW_DEC=01/06/2023; worker SW_DECOM=06/06/2023",
            "worker SW_DECOM=01/05/2023 SW_DEC=01/06/2023; worker SW_DECOM=07/06/2023",
        ),
    )
    .from(2024)
    .until(2024),
    rule(
        "SW11bSTG2",
        "The last social worker ended in the last days of March, and none followed.",
        &[SwEpisodes],
        |c, f| {
            let early = days_after(c.end(), -LAST_DAYS);
            if let Some(last) = latest(c).filter(|w| by(early, w.day(SW_DEC)) && by(w.day(SW_DEC), c.end())) {
                f.add(last, SW_DEC);
            }
        },
        (
            "worker SW_DECOM=01/05/2025 SW_DEC=28/03/2026; worker SW_DECOM=29/03/2026",
            "worker SW_DECOM=01/05/2025 SW_DEC=28/03/2026",
        ),
    )
    .from(2024),
    rule(
        "SW12STG2",
        "The child was looked after on 31 March, and no social worker is given from the start of the year, or of the time in care if that is later.",
        &[SwEpisodes, Episodes],
        |c, f| {
            let began = c.periods().last().map_or(c.start(), |(began, _)| (*began).max(c.start()));
            let covered = c.rows(SwEpisodes).iter().any(|worker| by(worker.day(SW_DECOM), began));
            for episode in on_31_march(c).filter(|_| !covered) {
                f.add(episode, DECOM);
            }
        },
        (
            "episode LS=C2 RNE=S DECOM=01/05/2025; worker SW_DECOM=01/05/2025",
            "episode LS=C2 RNE=S DECOM=01/05/2025; worker SW_DECOM=01/06/2025",
        ),
    )
    .from(2024),
    rule(
        "SW13STG1",
        "The reason for the change of social worker is not given, or not by a code.",
        &[SwEpisodes],
        |c, f| f.each(c.rows(SwEpisodes), SW_REASON, |w| !c.valid(w, SW_REASON, WORKER_CHANGES)),
        ("worker SW_REASON=MANAGE", "worker"),
    )
    .from(2024)
    .until(2024),
    rule(
        "SW13STG1",
        "The reason for the change of social worker is not by a code, or not given for one since 1 April 2023.",
        &[SwEpisodes],
        |c, f| {
            f.each(c.rows(SwEpisodes), SW_REASON, |w| {
                c.not_a_code(w, SW_REASON, WORKER_CHANGES)
                    || (w.blank(SW_REASON) && by(COLLECTED_FROM, w.day(SW_DECOM)))
            });
        },
        ("worker SW_DECOM=01/05/2022", "worker SW_DECOM=01/05/2023"),
    )
    .from(2025),
    rule(
        "SW14STG2",
        "The social worker has no last day, and is not the latest.",
        &[SwEpisodes],
        |c, f| {
            let last = in_order(c).last().map(|last| last.number);
            f.each(c.rows(SwEpisodes), SW_DEC, |w| w.day(SW_DEC).is_none() && Some(w.number) != last);
        },
        (
            "worker SW_DECOM=01/05/2023 SW_DEC=01/06/2023; worker SW_DECOM=01/06/2023",
            "worker SW_DECOM=01/05/2023; worker SW_DECOM=01/06/2023",
        ),
    )
    .from(2024)
    .until(2024),
    rule(
        "SW17STG2",
        "The child has no social worker on 31 March.",
        &[SwEpisodes],
        |c, f| {
            if let Some(last) = latest(c).filter(|last| last.given(SW_DEC)) {
                f.add(last, SW_DEC);
            }
        },
        (
            "worker SW_DECOM=01/05/2025 SW_DEC=01/06/2025; worker SW_DECOM=01/06/2025",
            "worker SW_DECOM=01/05/2025 SW_DEC=01/06/2025",
        ),
    )
    .from(2026),
    rule(
        "SW18STG2",
        "The social worker’s last day is not after the first.",
        &[SwEpisodes],
        |c, f| f.each(c.rows(SwEpisodes), SW_DEC, |w| by(w.day(SW_DEC), w.day(SW_DECOM))),
        ("worker SW_DECOM=01/05/2025 SW_DEC=02/05/2025", "worker SW_DECOM=01/05/2025 SW_DEC=30/04/2025"),
    )
    .from(2026),
    rule(
        "SW19STG2",
        "Another social worker of the child began on the same day.",
        &[SwEpisodes],
        |c, f| {
            for (at, worker) in c.rows(SwEpisodes).iter().enumerate() {
                let earlier = &c.rows(SwEpisodes)[..at];
                if earlier.iter().any(|other| same(other.day(SW_DECOM), worker.day(SW_DECOM))) {
                    f.add(worker, SW_DECOM);
                }
            }
        },
        ("worker SW_DECOM=01/05/2025; worker SW_DECOM=02/05/2025", "worker SW_DECOM=01/05/2025; worker SW_DECOM=01/05/2025"),
    )
    .from(2026),
];
