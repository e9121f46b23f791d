//! Two workers and none; a worker with two families, and one with nobody.

use super::{CaseloadPage, Exception, FamilyOfWorker, OfFamily, Spread, WorkerPage, WorkerRow};
use crate::components::Why;
use crate::components::load::Load;

/// Samples of the service's page.
#[must_use]
pub fn samples() -> Vec<(&'static str, CaseloadPage)> {
    let worker = |name: &str, children: u32, week: (&str, &str)| WorkerRow {
        name: name.to_owned(),
        href: "/caseload/hannah-pascoe".to_owned(),
        role: "Social worker, West team".to_owned(),
        load: Load { weight: children, limit: 18, largest: 20 },
        families: 9,
        without_record: 2,
        weight: 31,
        visits: "4 due this week".to_owned(),
        visits_overdue: if children > 18 { "1 overdue".to_owned() } else { String::new() },
        week: (week.0.to_owned(), week.1.to_owned()),
    };
    let full = CaseloadPage {
        summary: "36 children with 2 workers, each counted alone.".to_owned(),
        workers: vec![
            worker("Hannah Pascoe", 20, ("14 h with families, 7 h travelling", "a week, reviewed 12 days ago")),
            worker("Sam Rowe", 16, ("Not reviewed", "")),
        ],
        spread: vec![Spread {
            team: "West team".to_owned(),
            workers: 2,
            children: 36,
            fewest: 16,
            middle: 20,
            most: 20,
        }],
        exceptions: vec![Exception {
            name: "Jory Nance".to_owned(),
            href: "/people/jory-nance".to_owned(),
            worker: "Hannah Pascoe".to_owned(),
            since: "2 Mar".to_owned(),
            because: "Jory was given to Hannah Pascoe on 2 March 2026, past the limit of that caseload: his brothers \
                      are hers. Agreed by Helen Marrack."
                .to_owned(),
        }],
        weight_why: Why::titled("How weight is counted", "Each child counts."),
    };
    let none =
        CaseloadPage { workers: Vec::new(), spread: Vec::new(), exceptions: Vec::new(), ..full.clone() };
    vec![("two", full), ("none", none)]
}

/// Samples of one worker's page.
#[must_use]
pub fn worker_samples() -> Vec<(&'static str, WorkerPage)> {
    let child = |name: &str, stage: &str, weight: u32| OfFamily {
        name: name.to_owned(),
        href: "/people/jory-nance".to_owned(),
        stage: stage.to_owned(),
        weight,
        since: "2 Mar".to_owned(),
        seen: "16 Mar".to_owned(),
    };
    let full = WorkerPage {
        name: "Hannah Pascoe".to_owned(),
        role: "Social worker".to_owned(),
        summary: "3 children of 18 allowed, 2 families, weight 7.".to_owned(),
        by_family: "Counted by family this caseload would read 2; counted by child it is 3.".to_owned(),
        families: vec![
            FamilyOfWorker {
                children: vec![
                    child("Jory Nance", "Protection plan", 3),
                    child("Tegen Nance", "Protection plan", 3),
                ],
                without_record: vec!["Kitto".to_owned()],
            },
            FamilyOfWorker { children: vec![child("Daisy Hicks", "In need", 1)], without_record: Vec::new() },
        ],
        review: Some(("9 March 2026".to_owned(), vec!["14 h with families, 7 h travelling".to_owned()])),
        review_href: "/forms/caseload_review?about=hannah-pascoe".to_owned(),
    };
    let none = WorkerPage { families: Vec::new(), review: None, ..full.clone() };
    vec![("two families", full), ("nobody", none)]
}
