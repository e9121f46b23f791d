//! What a closure rests on: the risk weighed, the chronology read, and an answer to every need.

use jiff::civil::Date;
use record::Event;
use record::codes::ClosureReason;
use record::events::{
    AssessmentOutcome, AssessmentSignedOff, ChronologyReviewed, ClosureDecided, NeedAnswered, NeedRating,
};

use super::asking::Asking;
use super::{Decision, FORMS_ASK_FROM, Gate, Missing};
use crate::Circle;
use crate::needs::{self, Need};

pub(super) const GATE: Gate = Gate {
    kind: "closure.decided",
    failings: &["F043", "F024", "F049"],
    asks: "The risk weighed since it last rose, the chronology read through, the day the child was last seen, what \
           history and risk come to, and of each need what became of it, in the worker's and the family's eyes, with \
           an offer, or the reason it was declined, for what is left.",
    from: Some(FORMS_ASK_FROM),
    missing,
};

fn missing(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::ClosureDecided(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    let died = ClosureReason::from_code("RC2");
    if e.closure_reason.is_some() && e.closure_reason == died {
        return Vec::new();
    }
    let opened = asking.opened();
    risk(&mut asking, opened);
    chronology(&mut asking, opened);
    let child = asking.child();
    let seen = format!("Say on which day {child} was last seen.");
    asking.need(e.child_seen_on.is_some(), "F043", "child_seen_on", seen);
    asking.need_words(&e.analysis, "F043", "analysis", "Say what the history and the risk today come to");
    needs(&mut asking, e, opened);
    asking.missing()
}

/// The risk was weighed while the case was open, and again after it last rose.
fn risk(asking: &mut Asking, opened: Date) {
    let circle = asking.circle;
    let rises = crate::risk::rises(circle.timeline);
    let Some(rise) = rises.iter().rev().find(|rise| rise.asked.entry.day() >= opened) else {
        return asking.need_weighed_risk(opened, "F043");
    };
    let now =
        |event: &Event| matches!(event, Event::RiskAssessmentCompleted(_)) && crate::risk::weighs(event);
    let weighed = rise.weighed.is_some() || asking.together_any(circle.person, now);
    let message = format!(
        "The risk to {} rose on {} and has not been weighed since.",
        asking.child(),
        calendar::display::full_date(rise.asked.entry.day())
    );
    asking.need_first(weighed, "F043", "risk_assessment.completed", message);
}

fn chronology(asking: &mut Asking, opened: Date) {
    let circle = asking.circle;
    let kept = circle.timeline.of::<ChronologyReviewed>().any(|(entry, _)| entry.day() >= opened);
    let now = asking.together::<ChronologyReviewed>(circle.person).next().is_some();
    let message = format!("Nobody has read through {}’s chronology since the case opened.", asking.child());
    asking.need_first(kept || now, "F043", "chronology.reviewed", message);
}

/// Each need is rated by worker and family, and what is left of it has an offer or the reason it was declined.
fn needs(asking: &mut Asking, e: &ClosureDecided, opened: Date) {
    let child = asking.child();
    let named = needs::named(asking.circle.timeline, opened, asking.day());
    let unnamed = e.needs.iter().filter(|answer| {
        answer.need.as_deref().is_some_and(|words| !named.iter().any(|need| needs::same(&need.words, words)))
    });
    let unnamed: Vec<&NeedAnswered> = unnamed.collect();
    for need in &named {
        let here: Vec<&NeedAnswered> = e.needs.iter().filter(|one| is_of(need, one)).collect();
        let rated = need.rated() || here.iter().any(|one| needs::is_rated(one));
        let offered = need.offered() || here.iter().any(|one| needs::is_offered(one));
        let rating = here.iter().find_map(|one| one.workers_rating).or(need.workers_rating());
        answered(asking, &need.words, rated, offered, rating);
    }
    for answer in &unnamed {
        let words = answer.need.as_deref().unwrap_or_default();
        let (rated, offered) = (needs::is_rated(answer), needs::is_offered(answer));
        answered(asking, words, rated, offered, answer.workers_rating);
    }
    let none_found = found_no_need(asking, opened);
    let message = format!("Name at least one need of {child}, and say what became of it.");
    asking.need(none_found || !named.is_empty() || !unnamed.is_empty(), "F049", "needs", message);
}

fn is_of(need: &Need, answer: &NeedAnswered) -> bool {
    answer.need.as_deref().is_some_and(|words| needs::same(&need.words, words))
}

fn answered(asking: &mut Asking, words: &str, rated: bool, offered: bool, rating: Option<NeedRating>) {
    let child = asking.child();
    let message = format!(
        "“{words}”: say what became of this need of {child}, in the worker’s eyes and in the family’s, or why the \
         family does not say."
    );
    asking.need(rated, "F049", "needs", message);
    let message = format!(
        "“{words}”: this need of {child} is not met. Say what help was offered for it, or why the family declined."
    );
    asking.need(offered || rating == Some(NeedRating::Met), "F024", "needs", message);
}

/// Whether the assessment of this time of working with the child found nothing that needs help.
fn found_no_need(asking: &Asking, opened: Date) -> bool {
    let mut signed =
        asking.circle.timeline.of::<AssessmentSignedOff>().filter(|(entry, _)| entry.day() >= opened);
    signed.next_back().and_then(|(_, e)| e.outcome) == Some(AssessmentOutcome::NoFurtherAction)
}
