//! Early help that stands still: asked for and not taken on, led by nobody, not looked at, or not followed up.

use calendar::display;
use record::events::{EarlyHelpAssessmentCompleted, EarlyHelpAssessmentReturned};
use record::{Event, TimelineEntry};

use super::limit::{looks_missed, months, unanswered, working_days};
use super::{Example, Finding};
use crate::days::earliest;
use crate::early_help::{Episode, episodes, requests, step_down_checks, steps_down, steps_up, thin};
use crate::{Audience, Circle, Found};

pub(super) const REQUEST: Finding = Finding {
    id: "early-help-waiting",
    title: "Early help not allocated",
    failing: Some("F013"),
    source: "Inspection: children below the threshold got no service at all; the number of days is the authority’s own",
    for_whom: &[Audience::Manager],
    look: request,
    examples: &[
        Example { title: "five working days to take it on", notation: ASKED, on: "2026-03-09", expect: &[] },
        Example {
            title: "then it waits before the manager",
            notation: ASKED,
            on: "2026-03-10",
            expect: &[
                "Early help for the child was asked for and no service has taken it on: 5 working days",
            ],
        },
        Example { title: "taken on", notation: ASKED, on: "2026-03-12", expect: &[] },
    ],
};

const ASKED: &str = "
recording by screener as screener
  2026-03-02 child early_help.requested
    reason: Late for school each Monday
  2026-03-12 child early_help.allocated
    service: Family hub
";

fn request(circle: &Circle) -> Vec<Found> {
    let within = working_days(circle.settings.limit("early_help_allocated_working_days"));
    let words = format!("Early help for {} was asked for and no service has taken it on", circle.child());
    let all = requests(circle.timeline).into_iter();
    all.map(|one| unanswered(one.entry, one.answer, within, &words, "early_help.allocated")).collect()
}

pub(super) const THIN: Finding = Finding {
    id: "early-help-assessment-thin",
    title: "Early help assessment describes and does not analyse",
    failing: Some("F022"),
    source: "Inspection: partners’ early help assessments described and did not analyse",
    for_whom: &[Audience::Worker, Audience::Manager],
    look: thin_assessment,
    examples: &[
        Example {
            title: "facts alone",
            notation: FACTS,
            on: "2026-03-02",
            expect: &[
                "The early help assessment of the child says nothing of what the facts mean for the child",
            ],
        },
        Example { title: "sent back", notation: FACTS, on: "2026-03-04", expect: &[] },
        Example {
            title: "facts and what they mean",
            notation: "
recording by school as partner
  2026-03-02 child early_help_assessment.completed
    facts: Late on nine Mondays, and hungry
    meaning: Weekends are when nobody is looking after him, and by Monday he has gone two days without a meal
",
            on: "2026-03-02",
            expect: &[],
        },
    ],
};

const FACTS: &str = "
recording by school as partner
  2026-03-02 child early_help_assessment.completed
    facts: Late on nine Mondays, and hungry
recording by hub as early_help_worker
  2026-03-04 child early_help_assessment.returned
    reason: Say what it means for him
";

fn thin_assessment(circle: &Circle) -> Vec<Found> {
    let timeline = circle.timeline;
    let written: Vec<(&TimelineEntry, &EarlyHelpAssessmentCompleted)> = timeline.of().collect();
    let mut found = Vec::new();
    for (place, (entry, said)) in written.iter().enumerate() {
        let Some(why) = thin(&said.facts, &said.meaning) else { continue };
        let returned = timeline.of::<EarlyHelpAssessmentReturned>().map(|(entry, _)| entry.day());
        let returned = returned.filter(|day| *day >= entry.day()).min();
        let again = written.get(place + 1).map(|(entry, _)| entry.day());
        let because = format!(
            "The early help assessment of {} {why}. The hub may send it back with what to add.",
            circle.child()
        );
        let one = Found::since(entry.day(), because).cleared(earliest([returned, again]));
        found.push(one.from([entry.id]).mended_by("early_help_assessment.returned").waited_from(entry.day()));
    }
    found
}

pub(super) const TEAM_AROUND: Finding = Finding {
    id: "early-help-not-reviewed",
    title: "Team around the family has not met",
    failing: None,
    source: "local practice: the team around the family meets on the day that the plan sets, at most six weeks on",
    for_whom: &[Audience::Worker, Audience::Manager],
    look: team_around,
    examples: &[
        Example {
            title: "past the day that the plan set",
            notation: EPISODE,
            on: "2026-04-15",
            expect: &["The team around the family of the child was to meet on 14 April 2026"],
        },
        Example { title: "met", notation: EPISODE, on: "2026-04-20", expect: &[] },
    ],
};

const EPISODE: &str = "
recording by hub as early_help_worker
  2026-03-03 child early_help_episode.started
    lead_name: Tom Ferris
  2026-03-03 child early_help_plan.agreed
    review_on: 2026-04-14
  2026-04-20 child team_around_family.met
    next_on: 2026-06-01
";

fn team_around(circle: &Circle) -> Vec<Found> {
    let words = |day| {
        let (child, day) = (circle.child(), display::full_date(day));
        format!("The team around the family of {child} was to meet on {day} and has not.")
    };
    let missed = |episode: Episode| {
        let looks = episode.looks(circle.timeline);
        looks_missed(&looks, episode.span.to, words, "team_around_family.met")
    };
    episodes(circle.timeline).into_iter().flat_map(missed).collect()
}

pub(super) const NO_LEAD: Finding = Finding {
    id: "early-help-without-lead",
    title: "No lead professional",
    failing: None,
    source: "Working Together to Safeguard Children 2023, chapter 3: a lead practitioner for each family",
    for_whom: &[Audience::Manager],
    look: no_lead,
    examples: &[
        Example {
            title: "nobody named",
            notation: "
recording by hub as early_help_worker
  2026-03-03 child early_help_episode.started
",
            on: "2026-03-03",
            expect: &["Nobody is named as the lead professional of the child"],
        },
        Example { title: "named", notation: EPISODE, on: "2026-03-03", expect: &[] },
    ],
};

fn no_lead(circle: &Circle) -> Vec<Found> {
    let timeline = circle.timeline;
    let named = |entry: &TimelineEntry| match &entry.event {
        Event::EarlyHelpEpisodeStarted(e) => e.lead.is_some() || crate::words::said(&e.lead_name),
        Event::EarlyHelpPlanAgreed(e) => crate::words::said(&e.lead_name),
        _ => false,
    };
    let all = episodes(timeline).into_iter().map(|episode| {
        let said = timeline.counting().filter(|entry| episode.span.from <= entry.day() && named(entry));
        let because = format!("Nobody is named as the lead professional of {}.", circle.child());
        Found::since(episode.span.from, because)
            .cleared(earliest([said.map(TimelineEntry::day).min(), episode.span.to]))
            .from([episode.by])
            .mended_by("early_help_plan.agreed")
            .waited_from(episode.span.from)
    });
    all.collect()
}

pub(super) const STEP: Finding = Finding {
    id: "step-not-accepted",
    title: "Step up or down not accepted",
    failing: Some("F023"),
    source: "Inspection: step-down to early help was fragile; nothing closes until the receiver accepts",
    for_whom: &[Audience::Worker, Audience::Manager],
    look: step,
    examples: &[
        Example {
            title: "five working days to answer a step up",
            notation: STEPPED,
            on: "2026-03-10",
            expect: &["The child was to be stepped up and nobody has accepted: 5 working days"],
        },
        Example { title: "accepted", notation: STEPPED, on: "2026-03-11", expect: &[] },
        Example {
            title: "a step down likewise",
            notation: "
recording by manager as team_manager
  2026-03-02 child step_down.decided
    lead_name: Tom Ferris
",
            on: "2026-03-10",
            expect: &["The child was to be stepped down and nobody has accepted"],
        },
    ],
};

const STEPPED: &str = "
recording by hub as early_help_worker
  2026-03-02 child step_up.requested
    reason: Alone at night
recording by manager as team_manager
  2026-03-11 child step_up.accepted
";

fn step(circle: &Circle) -> Vec<Found> {
    let within = working_days(circle.settings.limit("step_accepted_working_days"));
    let words = |way: &str| format!("{} was to be stepped {way} and nobody has accepted", circle.child());
    let (up, down) = (words("up"), words("down"));
    let ups = steps_up(circle.timeline).into_iter();
    let ups = ups.map(|one| unanswered(one.entry, one.answer, within, &up, "step_up.accepted"));
    let downs = steps_down(circle.timeline).into_iter();
    let downs = downs.map(|one| unanswered(one.entry, one.answer, within, &down, "step_down.accepted"));
    ups.chain(downs).collect()
}

pub(super) const CHECK: Finding = Finding {
    id: "step-down-unchecked",
    title: "Step-down not checked",
    failing: Some("F023"),
    source: "Inspection: step-down to early help was not followed up; three months, or the authority’s own number",
    for_whom: &[Audience::Manager],
    look: check,
    examples: &[
        Example { title: "three months to the day", notation: CHECKED, on: "2026-06-02", expect: &[] },
        Example {
            title: "the day after",
            notation: CHECKED,
            on: "2026-06-03",
            expect: &["Nobody has looked how the child is since the step-down: 3 months from 2 March 2026"],
        },
        Example { title: "looked at", notation: CHECKED, on: "2026-06-08", expect: &[] },
    ],
};

const CHECKED: &str = "
recording by manager as team_manager
  2026-03-02 child step_down.decided
    lead_name: Tom Ferris
  2026-06-08 child step_down.checked
    found: At school each day
";

fn check(circle: &Circle) -> Vec<Found> {
    let within = months(circle.settings.limit("step_down_check_months"));
    let words = format!("Nobody has looked how {} is since the step-down", circle.child());
    let all = step_down_checks(circle.timeline).into_iter();
    all.map(|one| unanswered(one.entry, one.answer, within, &words, "step_down.checked")).collect()
}
