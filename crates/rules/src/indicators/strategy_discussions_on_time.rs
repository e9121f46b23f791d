//! Strategy discussions held in time, and before any enquiry work.

use calendar::Within;
use chronology::{EntryId, Occurred};
use record::Event;
use record::events::{HarmSuspected, ReferralOutcome, StrategyDiscussionHeld, VisitPurpose};

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

/// A discussion falls due when harm is suspected, or when a referral is decided to need one (it counts from
/// the referral). What comes up again before the discussion is held needs no second one. Grouped by whether
/// the child was newly known or already open.
pub(super) const STRATEGY_DISCUSSIONS_ON_TIME: Indicator = Indicator {
    id: "strategy_discussions_on_time",
    title: "Strategy discussions on time, before enquiry work",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "strategy discussions due, by children new and already open",
    numerator: "those held inside the limit and before the first enquiry work",
    source: "Working Together to Safeguard Children: without delay; the number of days is the authority's own",
    cases,
    examples: &[Example {
        title: "held the next day; held after enquiries began; never held",
        notation: "
recording by manager as team_manager
  2026-03-02 child referral.received
  2026-03-02 child referral.decided
    outcome: strategy_discussion
  2026-03-03 child strategy_discussion.held
  2026-03-03 child section_47_enquiry.started
  2026-04-01 child harm.suspected
  2026-04-01 child visit.made
    purpose: enquiry
  2026-04-02 child strategy_discussion.held
  2026-05-01 child harm.suspected
  2026-05-04 child harm.suspected
",
        expect: &[
            "2026-03-02 met [New]: held on 3 March 2026",
            "2026-04-01 not met [Already open]: enquiry work began on 1 April 2026, before it",
            "2026-05-01 not met [Already open]: none was held",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let held: Vec<(EntryId, Occurred)> =
        circle.timeline.of::<StrategyDiscussionHeld>().map(|(entry, _)| (entry.id, entry.occurred)).collect();
    let mut cases = Vec::new();
    let mut answered: Option<Option<Occurred>> = None;
    for (trigger, at, within) in triggers(circle) {
        // A discussion still awaited, or held since, answers this too.
        if answered.is_some_and(|answer| answer.is_none_or(|answer| not_before(answer, at))) {
            continue;
        }
        let discussion = held.iter().copied().find(|(_, held)| not_before(*held, at));
        answered = Some(discussion.map(|(_, held)| held));
        cases.push(case(circle, (trigger, at), within, discussion));
    }
    cases
}

fn case(
    circle: &Circle,
    (trigger, at): (EntryId, Occurred),
    within: Within,
    discussion: Option<(EntryId, Occurred)>,
) -> Case {
    let on = at.date();
    let open = circle.timeline.involvements.iter().any(|i| i.span.covers(on) && i.accepted_on < on);
    let group = if open { "Already open" } else { "New" };
    let work = first_work(circle, at);
    let ahead = |held: Occurred| work.is_none_or(|(_, work)| not_before(work, held));
    let (met, what) = match discussion {
        None => (false, "none was held".to_owned()),
        Some((_, held)) if !ahead(held) => {
            let work = work.map(|(_, work)| day(work.date())).unwrap_or_default();
            (false, format!("enquiry work began on {work}, before it was held on {}", day(held.date())))
        }
        Some((_, held)) => {
            let met = within.in_time(on, held.date()) == Some(true);
            let inside = if met { "within" } else { "not within" };
            (met, format!("it was held on {}, {inside} {}", day(held.date()), within.describe()))
        }
    };
    let because = format!("A strategy discussion fell due on {}; {what}.", day(on));
    let case = Case::new(Dated::On(on), met, because).grouped(group);
    let others = [discussion.map(|(id, _)| id), work.map(|(id, _)| id)];
    case.from([trigger]).from(others.into_iter().flatten())
}

/// What makes a strategy discussion due, in order, each with its limit: the same day where the child is in
/// danger at once.
fn triggers(circle: &Circle) -> Vec<(EntryId, Occurred, Within)> {
    let usual = circle.settings.within("strategy_discussion_working_days");
    let suspected = circle.timeline.of::<HarmSuspected>().map(|(entry, said)| {
        // LAW: Working Together to Safeguard Children 2023, chapter 3: immediately, where a child is in danger.
        let same_day = said.immediate_danger == Some(true);
        (entry.id, entry.occurred, if same_day { Within::CalendarDays(0) } else { usual })
    });
    let referred = circle.timeline.referrals.iter().filter(|referral| {
        let outcome = referral.decided.as_ref().and_then(|decided| decided.said.outcome);
        outcome == Some(ReferralOutcome::StrategyDiscussion)
    });
    let referred = referred.map(|referral| (referral.by, referral.received, usual));
    let mut triggers: Vec<_> = suspected.chain(referred).collect();
    triggers.sort_by_key(|(id, at, _)| (*at, *id));
    triggers
}

/// The first enquiry work from a moment on: its start, or a visit made for it.
fn first_work(circle: &Circle, from: Occurred) -> Option<(EntryId, Occurred)> {
    let work = circle.timeline.counting().filter(|entry| match &entry.event {
        Event::EnquiryStarted(_) => true,
        Event::VisitMade(visit) => visit.purpose == Some(VisitPurpose::Enquiry),
        _ => false,
    });
    work.map(|entry| (entry.id, entry.occurred)).find(|(_, at)| not_before(*at, from))
}

/// Whether something was no earlier than something else, as far as can be told.
fn not_before(at: Occurred, start: Occurred) -> bool {
    match (at.instant(), start.instant()) {
        (Some(at), Some(start)) => at >= start,
        _ => at.date() >= start.date(),
    }
}
