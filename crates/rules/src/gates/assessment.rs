//! The sign-off of a child's part of an assessment.

use chronology::{EntryId, PersonId};
use jiff::civil::Date;
use record::events::{AssessmentCompleted, AssessmentSignedOff, ChronologyReviewed, FactorRecorded, Role};
use record::timeline::Assessment;
use record::{Event, Timeline};

use super::asking::Asking;
use super::{Decision, Gate, Missing};
use crate::Circle;
use crate::findings::interpreter_missing::{ever_interpreted, language_needed};
use crate::findings::significant_adult_unanswered::{answered_on, answers, is_significant};
use crate::words::said;

pub(super) const GATE: Gate = Gate {
    kind: "assessment.signed_off",
    failings: &["F030", "F032", "F033", "F035", "F038", "F044", "F046", "F048"],
    asks: "Each child's own part with sight, views, a day in the child's life, analysis and outcome; the effect of \
           each parental factor; the chronology read; significant adults and interpreters answered for; and a \
           manager's comment and grade, never the author's own.",
    from: None,
    missing,
};

fn missing(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::AssessmentSignedOff(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    sign_off(&mut asking, e);
    let Some(assessment) = running(circle.timeline) else {
        let message = format!("No assessment of {} is under way.", asking.child());
        asking.need_first(false, "F030", "assessment.started", message);
        return asking.missing();
    };
    let own = Part::of(&asking, circle.person, circle.timeline);
    section(&mut asking, &own, e.outcome.is_some());
    never_by_its_author(&mut asking, &own);
    if let Some(completed) = own.completed {
        factors(&mut asking, completed, assessment);
        interpreter(&mut asking, completed, assessment);
    }
    chronology(&mut asking, assessment);
    significant_adults(&mut asking, own.completed, assessment);
    for (sibling, timeline) in in_scope(&asking, assessment) {
        let part = Part::of(&asking, sibling, timeline);
        section(&mut asking, &part, false);
    }
    asking.missing()
}

fn sign_off(asking: &mut Asking, e: &AssessmentSignedOff) {
    let child = asking.child();
    asking.need_words(&e.comment, "F048", "comment", "Say what you think of the assessment");
    asking.need(e.grade.is_some(), "F048", "grade", format!("Grade the assessment for {child}."));
    asking.need_decider(e.decided_by.as_ref(), "F048", Role::is_manager, "a manager");
}

/// The assessment that waits for its sign-off: the latest without one.
pub(super) fn running(timeline: &Timeline) -> Option<&Assessment> {
    timeline.assessments.iter().rev().find(|assessment| assessment.signed_off.is_none())
}

/// The other children of the assessment whose own sign-off is not in this recording: those whose assessment
/// started in the same recording, and those of whom this recording completes a part.
fn in_scope<'a>(asking: &Asking<'a>, assessment: &Assessment) -> Vec<(&'a PersonId, &'a Timeline)> {
    let circle = asking.circle;
    let started_together = |timeline: &Timeline| {
        timeline.assessments.iter().any(|other| other.by.recording == assessment.by.recording)
    };
    let others = circle.others.iter().map(|(person, timeline)| (person, &**timeline));
    others
        .filter(|(person, timeline)| {
            started_together(timeline) || asking.together::<AssessmentCompleted>(person).next().is_some()
        })
        .filter(|(person, _)| asking.together::<AssessmentSignedOff>(person).next().is_none())
        .collect()
}

/// One child's part of the assessment.
struct Part<'a> {
    child: PersonId,
    name: String,
    started: Option<Date>,
    completed: Option<&'a AssessmentCompleted>,
    entry: Option<EntryId>,
    sight_on_record: bool,
}

impl<'a> Part<'a> {
    fn of(asking: &Asking<'a>, child: &'a PersonId, timeline: &'a Timeline) -> Self {
        // A child whose part is signed off already has it; the latest assessment is meant otherwise.
        let assessment = running(timeline).or(timeline.assessments.last());
        let kept = assessment.and_then(|assessment| assessment.completed.as_ref());
        let new = asking.together::<AssessmentCompleted>(child).next();
        let circle = Circle { person: child, timeline, ..*asking.circle };
        let started = assessment.map(|assessment| assessment.started.date());
        let sight = started.and_then(|day| circle.first_sight_from(day));
        Self {
            child: child.clone(),
            name: circle.child(),
            started,
            completed: new.or(kept.map(|(_, _, said)| said)),
            entry: if new.is_some() { None } else { kept.map(|(by, _, _)| *by) },
            sight_on_record: sight.is_some_and(|sight| sight.on <= asking.day()),
        }
    }
}

/// What each child's own part must say.
fn section(asking: &mut Asking, part: &Part, outcome_said: bool) {
    let name = &part.name;
    let (child, mend) = (&part.child, Some("assessment.completed"));
    let Some(e) = part.completed else {
        let message = format!("{name} has no part of the assessment: write {name}'s own.");
        asking.note(child.clone(), "F030", None, message, mend);
        return;
    };
    let mut need = |given: bool, failing: &'static str, message: String| {
        if !given {
            asking.note(child.clone(), failing, None, message, mend);
        }
    };
    need(said(&e.analysis), "F030", format!("{name}'s part does not say what it all means for {name}."));
    need(
        e.outcome.is_some() || outcome_said,
        "F030",
        format!("{name}'s part does not say what it leads to."),
    );
    if !said(&e.no_views_reason) {
        let none = format!("{name}'s own words are missing, and no reason why.");
        need(said(&e.views), "F032", none);
        need(
            said(&e.views_how),
            "F032",
            format!("{name}'s part does not say how {name}'s views were gained."),
        );
        let difference = format!("{name}'s part does not say what difference {name}'s views made.");
        need(said(&e.views_difference), "F032", difference);
        need(said(&e.day_in_life), "F032", format!("A day in {name}'s life is missing, and no reason why."));
    }
    let seen =
        part.sight_on_record || e.child_seen_on.is_some_and(|on| part.started.is_none_or(|from| on >= from));
    let why = e.not_seen_agreed_by.clone();
    let excused = said(&e.not_seen_reason) && asking.is_manager(why.as_ref());
    let message =
        format!("{name} was not seen for the assessment: say the day, or why not and which manager agreed.");
    if !seen && !excused {
        asking.note(child.clone(), "F033", None, message, mend);
    }
}

fn never_by_its_author(asking: &mut Asking, part: &Part) {
    let timeline = asking.circle.timeline;
    let author = part.entry.and_then(|by| timeline.entry(by)).map(|entry| entry.author());
    let own = author.map_or(part.completed.is_some(), |author| author == asking.decision.author);
    let message =
        format!("Nobody signs off their own work: another manager must sign off {}'s part.", part.name);
    asking.need(!own, "F048", "decided_by", message);
}

/// The Department's codes of the first six factors end in B for a parent or carer and in C for another grown-up
/// of the household.
fn is_parental(code: &str) -> bool {
    let mut letters = code.chars();
    let (kind, whose, rest) = (letters.next(), letters.next(), letters.next());
    matches!((kind, whose, rest), (Some('1'..='6'), Some('B' | 'C'), None))
}

fn factors(asking: &mut Asking, completed: &AssessmentCompleted, assessment: &Assessment) {
    let child = asking.child();
    let from = assessment.started.date();
    let kept = asking.circle.timeline.of::<FactorRecorded>().filter(|(entry, _)| entry.day() >= from);
    let kept = kept.filter_map(|(_, e)| Some((e.factor?, &e.effect)));
    let found = completed.factors.iter().filter_map(|found| Some((found.factor?, &found.effect)));
    let all: Vec<_> = found.chain(kept).filter(|(factor, _)| is_parental(factor.code())).collect();
    let mut asked = Vec::new();
    for (factor, _) in &all {
        let answered = all.iter().any(|(other, effect)| other == factor && said(effect));
        if answered || asked.contains(factor) {
            continue;
        }
        asked.push(*factor);
        let message = format!("“{}” is noted: say what it does to {child}.", factor.label());
        asking.need_first(false, "F044", "assessment.completed", message);
    }
}

fn interpreter(asking: &mut Asking, completed: &AssessmentCompleted, assessment: &Assessment) {
    let day = asking.day();
    let Some(language) = language_needed(asking.circle, day) else { return };
    let used = ever_interpreted(asking.circle, assessment.started.date(), day);
    let message = format!(
        "{language} is needed to speak with {}'s family and no interpreter was used: say why.",
        asking.child()
    );
    let there = used || said(&completed.no_interpreter_reason);
    asking.need_first(there, "F046", "assessment.completed", message);
}

fn chronology(asking: &mut Asking, assessment: &Assessment) {
    let from = assessment.started.date();
    let kept = asking.circle.timeline.of::<ChronologyReviewed>().any(|(entry, _)| entry.day() >= from);
    let now = asking.together::<ChronologyReviewed>(asking.circle.person).next().is_some();
    let message = format!(
        "Nobody has read through {}'s chronology since the assessment began on {}.",
        asking.child(),
        calendar::display::full_date(from)
    );
    asking.need_first(kept || now, "F038", "chronology.reviewed", message);
}

fn significant_adults(asking: &mut Asking, completed: Option<&AssessmentCompleted>, assessment: &Assessment) {
    let circle = asking.circle;
    let (from, day) = (assessment.started.date(), asking.day());
    let mut asked: Vec<&PersonId> = Vec::new();
    for kinship in
        circle.timeline.kinships.iter().filter(|one| one.span.covers(day) && is_significant(circle, one, day))
    {
        let adult = &kinship.to;
        let said_now = completed.is_some_and(|e| e.significant_adults.iter().any(|one| answers(one, adult)));
        if said_now || asked.contains(&adult) || answered_on(circle, adult, from).is_some() {
            continue;
        }
        asked.push(adult);
        let message = format!(
            "{} matters to {}: say that they were spoken with, or why not and which manager agreed.",
            circle.name_of_unrecorded(adult),
            circle.child()
        );
        asking.need_first(false, "F035", "adult.engaged", message);
    }
}
