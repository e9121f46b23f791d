//! Two teams and those who work in them: what the tests of managers' pages start from.

use crate::common::{Answer, County};

/// Teams and who works in them. Hannah and Sam are in the west under Ruth, Jowan in the north under Wella.
pub(crate) const ORGANISATION: &str = "
recording by helen-marrack as head_of_service at 2025-01-06T09:00:00Z
  2025-01-06 west-team team.opened
    name: West team
  2025-01-06 north-team team.opened
    name: North team
  2025-01-06 old-team team.opened
    name: Old team
  2025-01-06 old-team team.closed
    successor: west-team
  2025-01-06 hannah-pascoe person.identified
    category: professional
    full_name: Hannah Pascoe
  2025-01-06 hannah-pascoe registration.recorded
    register: Social Work England
  2025-01-06 hannah-pascoe post.filled
    team: west-team
    role: social_worker
    manager: ruth-tregear
    caseload_limit: 2
  2025-01-06 sam-rowe person.identified
    category: professional
    full_name: Sam Rowe
  2025-01-06 sam-rowe post.filled
    team: west-team
    role: social_worker
    manager: ruth-tregear
    full_time_percent: 50
  2025-01-06 jowan-pellow person.identified
    category: professional
    full_name: Jowan Pellow
  2025-01-06 jowan-pellow post.filled
    team: north-team
    role: social_worker
    manager: wella-hicks
  2025-01-06 ruth-tregear person.identified
    category: professional
    full_name: Ruth Tregear
  2025-01-06 ruth-tregear post.filled
    team: west-team
    role: team_manager
    manager: helen-marrack
  2025-01-06 wella-hicks person.identified
    category: professional
    full_name: Wella Hicks
  2025-01-06 martin-eddy person.identified
    category: professional
    full_name: Martin Eddy
  2025-01-06 martin-eddy post.filled
    role: front_door_manager
  2025-01-06 helen-marrack person.identified
    category: professional
    full_name: Helen Marrack
  2025-01-06 helen-marrack post.filled
    role: head_of_service
";

/// An authority with that organisation and more.
pub(crate) fn county(more: &str) -> County {
    County::new(&format!("{ORGANISATION}{more}"))
}

/// A child, identified when the organisation was.
pub(crate) fn child(id: &str, name: &str) -> String {
    let (forename, surname) = name.split_once(' ').unwrap();
    format!(
        "recording by martin-eddy as front_door_manager at 2025-01-06T09:00:00Z\n  2025-01-06 {id} person.identified\n    \
         category: child\n    forename: {forename}\n    surname: {surname}\n    date_of_birth: 2016-11-12\n"
    )
}

/// A referral accepted on a day, and the child given to a worker if one is named.
pub(crate) fn open_case(id: &str, day: &str, worker: Option<(&str, &str)>) -> String {
    let mut text = format!(
        "recording by martin-eddy as front_door_manager\n  {day} {id} referral.received\n    rating: amber\n  {day} {id} \
         referral.decided\n    outcome: assessment\n"
    );
    if let Some((worker, team)) = worker {
        text.push_str(&format!("  {day} {id} allocation.started\n    worker: {worker}\n    team: {team}\n"));
    }
    text
}

/// A worker in the west.
pub(crate) const WEST: Option<(&str, &str)> = Some(("hannah-pascoe", "west-team"));
/// A worker in the north.
pub(crate) const NORTH: Option<(&str, &str)> = Some(("jowan-pellow", "north-team"));

/// The table row that holds some words, as text.
pub(crate) fn row<'a>(page: &'a str, words: &str) -> &'a str {
    let mut rows = page.split("<tr").map(|row| row.split("</tr>").next().unwrap_or_default());
    rows.find(|row| row.contains(words)).unwrap_or_else(|| panic!("no row holds “{words}”"))
}

/// What holds of every page.
pub(crate) fn is_page(answer: &Answer) {
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!(answer.text.matches("<h1").count(), 1);
    assert!(answer.text.contains(" – Onen</title>"));
    assert_eq!(answer.text.matches("<table").count(), answer.text.matches("<caption").count());
}

/// A strategy discussion about Tegen, and an enquiry.
pub(crate) const DISCUSSED: &str = "
recording by ruth-tregear as team_manager
  2026-03-27 tegen strategy_discussion.held
  2026-03-27 tegen section_47_enquiry.decided
    decision: joint
";
