//! Risk, need and closing: what the record knows of them already.

use chronology::PersonId;
use jiff::civil::Date;
use practice::{Answer, Row};
use record::Choices;
use rules::needs::{Need, named};
use rules::risk::last_dangers;

use super::super::About;
use super::super::opening::Opened;
use super::{action_row, cell, danger_row};

/// A case closes with the day the child was last seen, and a row for each need named since it opened.
pub(super) fn closure(opened: &mut Opened) {
    let found: Vec<(PersonId, Option<Date>, Vec<Row>)> = opened
        .people
        .iter()
        .map(|about| {
            let seen = about.around.circle().last_seen(opened.today).map(|sight| sight.on);
            let rows = open_needs(about, opened.today).iter().map(need_row).collect();
            (about.id.clone(), seen, rows)
        })
        .collect();
    for (person, seen, rows) in found {
        let seen = seen.map(|day| day.to_string()).unwrap_or_default();
        opened.seed(Some(&person), "child_seen_on", Answer::One(seen));
        opened.seed(Some(&person), "needs", Answer::Rows(rows));
    }
}

/// The needs named since the work with a child began.
fn open_needs(about: &About, today: Date) -> Vec<Need> {
    let timeline = &about.around.timeline;
    timeline.worked_with_since(today).map(|from| named(timeline, from, today)).unwrap_or_default()
}

/// A need with the last that was said of it.
fn need_row(need: &Need) -> Row {
    let mut row = Row::new();
    cell(&mut row, "need", &need.words);
    for reading in &need.readings {
        let said = &reading.said;
        let rating =
            |rating: Option<record::events::NeedRating>| rating.map(Choices::code).unwrap_or_default();
        cell(&mut row, "outcome", said.outcome.clone().unwrap_or_default());
        cell(&mut row, "workers_rating", rating(said.workers_rating));
        cell(&mut row, "familys_rating", rating(said.familys_rating));
        cell(&mut row, "no_family_rating", said.no_family_rating.clone().unwrap_or_default());
        cell(&mut row, "offer", said.offer.clone().unwrap_or_default());
        cell(&mut row, "declined", said.declined.clone().unwrap_or_default());
    }
    row
}

/// A plan opens with the actions still to be done, and a row for each need that none of them answers.
pub(super) fn need_plan(opened: &mut Opened) {
    for person in opened.children() {
        let Some(about) = opened.people.iter().find(|about| about.id == person) else { continue };
        let given = about.around.timeline.actions.iter().filter(|given| given.ended().is_none());
        let mut rows: Vec<Row> =
            given.map(|given| action_row(&given.action, |owner: &PersonId| opened.name_of(owner))).collect();
        for need in open_needs(about, opened.today) {
            let answered = rows
                .iter()
                .any(|row| row.get("need").is_some_and(|words| rules::needs::same(words, &need.words)));
            if !answered && !need.rated() {
                let mut row = Row::new();
                cell(&mut row, "need", &need.words);
                rows.push(row);
            }
        }
        opened.seed(Some(&person), "actions", Answer::Rows(rows));
    }
}

/// A review opens with every action still to be done.
pub(super) fn need_plan_review(opened: &mut Opened) {
    for person in opened.children() {
        let Some(about) = opened.people.iter().find(|about| about.id == person) else { continue };
        let given = about.around.timeline.actions.iter().filter(|given| given.ended().is_none());
        let rows = given.map(|given| {
            let mut row = Row::new();
            cell(&mut row, "what", given.action.what.clone().unwrap_or_default());
            row
        });
        let rows = rows.collect();
        opened.seed(Some(&person), "actions", Answer::Rows(rows));
    }
}

/// Risk is weighed anew from the dangers that were named last; how safe the child is now is said anew each time.
pub(super) fn risk_assessment(opened: &mut Opened) {
    for person in opened.children() {
        let Some(about) = opened.people.iter().find(|about| about.id == person) else { continue };
        let rows =
            last_dangers(&about.around.timeline).iter().map(|danger| danger_row(danger, None)).collect();
        opened.seed(Some(&person), "dangers", Answer::Rows(rows));
    }
}
