//! A night to hand over and a rota with a gap; and nothing at all.

use super::{HandoverLine, HourLine, OutOfHoursPage, Rota, ShiftLine};
use crate::components::{Nearness, When};

/// Samples.
#[must_use]
pub fn samples() -> Vec<(&'static str, OutOfHoursPage)> {
    let line = HandoverLine {
        name: "Talan Rowse".to_owned(),
        href: "/people/talan-rowse".to_owned(),
        by: "Jago Pike".to_owned(),
        made: "Friday 22 May 2026, 11:30pm".to_owned(),
        done: "Rang the mother; the aunt stays tonight.".to_owned(),
        to_do: "See him at home before noon.".to_owned(),
        until: When::new(Nearness::Plain, "Tue 26 May", "to be taken up"),
        accepted: String::new(),
        accept_href: "/forms/handover_accept?about=talan-rowse".to_owned(),
    };
    let rota = Rota {
        team: "Out-of-hours team".to_owned(),
        plan_href: "/forms/shift?about=out-of-hours".to_owned(),
        gaps: vec!["Fri 29 May at 17:00, 15 hours: lacks 1 of 2".to_owned()],
        tired: vec!["Jago Pike: 4 hours of rest before Sat 30 May at 12:00".to_owned()],
        shifts: vec![ShiftLine {
            begins: "Fri 29 May at 17:00".to_owned(),
            hours: 15,
            workers: "Jago Pike".to_owned(),
            gap: 1,
        }],
        short: vec![HourLine { when: "Friday 19:00".to_owned(), contacts: "2.5".to_owned(), workers: 1 }],
    };
    let page = OutOfHoursPage {
        summary: "Handovers that wait for the day team: 1. Shifts within 7 days that lack somebody: 1."
            .to_owned(),
        waiting: vec![line.clone()],
        rotas: vec![rota],
        sample: vec![HandoverLine { accepted: "Asha Lobb".to_owned(), ..line }],
    };
    vec![("a_night", page), ("nothing", OutOfHoursPage::default())]
}
