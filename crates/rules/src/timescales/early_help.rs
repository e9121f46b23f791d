//! Early help: taken on, assessed, looked at again, and followed up after a step down.

use calendar::Within;
use jiff::civil::date;
use record::events::{EarlyHelpAssessmentCompleted, EarlyHelpAssessmentStarted};

use super::scope::{first_since, moment, moments};
use super::{Changeover, Counting, Example, Timescale};
use crate::early_help::{episodes, requests, step_down_checks};
use crate::{Circle, Force, Law, Run};

const fn local(source: &'static str) -> Law {
    Law { force: Force::LocalPractice, source, from: date(2005, 4, 1), to: None }
}

/// A service takes a request for early help on.
pub(super) const ALLOCATED: Timescale = Timescale {
    id: "early-help-allocated",
    title: "Allocate the early help",
    law: local("local practice: requests for early help are allocated within five working days"),
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(5),
    set_by: Some("early_help_allocated_working_days"),
    starts: "the request for early help",
    stops: "a service takes it on, or the family declines",
    stopped_by: "early_help.allocated",
    counting: Counting::Deadline,
    runs: allocated,
    examples: &[
        Example {
            title: "on the fifth working day",
            notation: "
recording by screener as screener
  2026-03-02 child early_help.requested
  2026-03-09 child early_help.allocated
",
            on: "2026-03-31",
            expect: &["2026-03-09 met"],
        },
        Example {
            title: "on the sixth",
            notation: "
recording by screener as screener
  2026-03-02 child early_help.requested
  2026-03-10 child early_help.declined
    reason: They would rather wait
",
            on: "2026-03-31",
            expect: &["2026-03-09 late"],
        },
    ],
};

fn allocated(circle: &Circle) -> Vec<Run> {
    let all = requests(circle.timeline).into_iter();
    all.map(|one| {
        let stopped = one.answer.map(|answer| (answer.id, answer.occurred));
        Run::started(one.entry.id, one.entry.occurred).stopped(stopped).lapsed(circle.grown_up())
    })
    .collect()
}

/// An early help assessment is finished.
pub(super) const ASSESSED: Timescale = Timescale {
    id: "early-help-assessment",
    title: "Finish the early help assessment",
    law: local("local practice: an early help assessment takes thirty working days at most"),
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(30),
    set_by: Some("early_help_assessment_working_days"),
    starts: "the start of the early help assessment",
    stops: "this child’s part of it is finished",
    stopped_by: "early_help_assessment.completed",
    counting: Counting::Deadline,
    runs: assessed,
    examples: &[
        Example {
            title: "finished on the thirtieth working day, over Easter",
            notation: "
recording by school as partner
  2026-03-02 child early_help_assessment.started
  2026-04-15 child early_help_assessment.completed
",
            on: "2026-05-31",
            expect: &["2026-04-15 met"],
        },
        Example {
            title: "not finished",
            notation: "
recording by school as partner
  2026-03-02 child early_help_assessment.started
",
            on: "2026-05-31",
            expect: &["2026-04-15 overdue"],
        },
    ],
};

fn assessed(circle: &Circle) -> Vec<Run> {
    let done = moments::<EarlyHelpAssessmentCompleted>(circle);
    let begun = circle.timeline.of::<EarlyHelpAssessmentStarted>();
    begun
        .map(|(entry, _)| {
            let start = (entry.id, entry.occurred);
            Run::started(start.0, start.1)
                .stopped(first_since(done.iter().copied(), start))
                .lapsed(circle.grown_up())
        })
        .collect()
}

/// The team around the family meets again.
pub(super) const REVIEWED: Timescale = Timescale {
    id: "early-help-review",
    title: "Meet as the team around the family",
    law: local("local practice: the team around the family meets every six weeks"),
    changeover: Changeover::Unmoved,
    within: Within::Weeks(6),
    set_by: Some("early_help_review_weeks"),
    starts: "the early help plan, and each meeting of the team around the family",
    stops: "the team meets",
    stopped_by: "team_around_family.met",
    counting: Counting::Deadline,
    runs: reviewed,
    examples: &[
        Example {
            title: "met in time, and then not",
            notation: "
recording by hub as early_help_worker
  2026-03-02 child early_help_episode.started
  2026-03-02 child early_help_plan.agreed
  2026-04-13 child team_around_family.met
",
            on: "2026-06-30",
            expect: &["2026-04-13 met", "2026-05-25 overdue"],
        },
        Example {
            title: "the help ends before the next meeting",
            notation: "
recording by hub as early_help_worker
  2026-03-02 child early_help_episode.started
  2026-03-02 child early_help_plan.agreed
  2026-03-30 child early_help_episode.ended
    why: met
",
            on: "2026-06-30",
            expect: &["2026-04-13 lapsed"],
        },
    ],
};

fn reviewed(circle: &Circle) -> Vec<Run> {
    let mut runs = Vec::new();
    for episode in episodes(circle.timeline) {
        let looks = episode.looks(circle.timeline);
        for (place, (by, _, _)) in looks.iter().enumerate() {
            let Some(start) = moment(circle, *by) else { continue };
            let next = looks.get(place + 1).and_then(|(by, _, _)| moment(circle, *by));
            let lapsed = crate::days::earliest([episode.span.to, circle.grown_up()]);
            runs.push(Run::started(start.0, start.1).stopped(next).lapsed(lapsed));
        }
    }
    runs
}

/// Somebody looks how the child is, some months after a step down.
pub(super) const CHECKED: Timescale = Timescale {
    id: "step-down-check",
    title: "Look how the child is after the step-down",
    law: local("local practice: three months after a step-down somebody looks how the child is"),
    changeover: Changeover::Unmoved,
    within: Within::Months(3),
    set_by: Some("step_down_check_months"),
    starts: "the decision to step down",
    stops: "somebody looks how the child is",
    stopped_by: "step_down.checked",
    counting: Counting::Deadline,
    runs: checked,
    examples: &[
        Example {
            title: "looked at on the last day",
            notation: "
recording by manager as team_manager
  2026-03-02 child step_down.decided
  2026-06-02 child step_down.checked
",
            on: "2026-06-30",
            expect: &["2026-06-02 met"],
        },
        Example {
            title: "not looked at",
            notation: "
recording by manager as team_manager
  2026-03-02 child step_down.decided
",
            on: "2026-06-30",
            expect: &["2026-06-02 overdue"],
        },
    ],
};

fn checked(circle: &Circle) -> Vec<Run> {
    let all = step_down_checks(circle.timeline).into_iter();
    all.map(|one| {
        let stopped = one.answer.map(|answer| (answer.id, answer.occurred));
        Run::started(one.entry.id, one.entry.occurred).stopped(stopped).lapsed(circle.grown_up())
    })
    .collect()
}
