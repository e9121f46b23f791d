//! Teams, by what they may lead.

use record::Choices;
use record::events::{Function, FunctionGranted, TeamOpened};
use record::timeline::Span;

use super::spans::{ends, pieces};
use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

/// A case stands in the record of a team. A team that leads several kinds of work is one team, in the group that
/// names them all.
pub(super) const TEAMS_BY_FUNCTION: Indicator = Indicator {
    id: "teams_by_function",
    title: "Teams by function",
    measure: Measure::Distribution,
    when: When::AsAt,
    polarity: Polarity::Neither,
    denominator: "teams that are open, each once, by everything they may lead",
    numerator: "all of them",
    source: "Inspection of Cornwall, October 2009, about this inspection: how the teams were set out",
    cases,
    examples: &[Example {
        title: "a team is given a second kind of work, and closes",
        notation: "
recording by head as head_of_service
  2009-01-05 child team.opened
    name: Camborne
  2009-01-05 child function.granted
    function: assessment
  2009-06-01 child function.granted
    function: front_door
  2009-09-30 child team.closed
",
        expect: &[
            "2009-01-05 to 2009-06-01 met [Assessment]: open since 5 January 2009",
            "2009-06-01 to 2009-09-30 met [Front door, assessment]: open since 5 January 2009",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let team = &circle.timeline.organisation;
    let changes = || ends(team.functions.iter().map(|held| held.span));
    let open = team
        .open
        .iter()
        .flat_map(|span| pieces(*span, changes()).into_iter().map(move |piece| (span, piece)));
    open.map(|(whole, piece)| {
        let because = format!("The team is open since {} and may lead this work.", day(whole.from));
        let opened = circle.timeline.of::<TeamOpened>().map(|(entry, _)| (entry.day(), entry.id));
        let granted = circle.timeline.of::<FunctionGranted>().map(|(entry, _)| (entry.day(), entry.id));
        let rests_on = opened.chain(granted).filter(|(day, _)| *day <= piece.from).map(|(_, id)| id);
        Case::new(Dated::During(piece), true, because).grouped(functions(circle, piece)).from(rests_on)
    })
    .collect()
}

/// Everything that the team may lead while this runs, in the order of a child's journey.
fn functions(circle: &Circle, piece: Span) -> String {
    let team = &circle.timeline.organisation;
    let may = Function::ALL.iter().filter(|(function, ..)| team.may_lead(*function, piece.from));
    let labels: Vec<&str> = may.map(|(.., label)| *label).collect();
    match labels.split_first() {
        None => "Nothing granted".to_owned(),
        Some((first, others)) => {
            let others = others.iter().map(|label| format!(", {}", label.to_lowercase()));
            format!("{first}{}", others.collect::<String>())
        }
    }
}
