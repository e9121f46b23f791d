//! What a decision itself brings about, so that nothing is typed twice.

use chronology::PersonId;
use jiff::civil::Date;
use record::events::{
    Agency, AllocationEnded, AllocationStarted, AssessmentStarted, ConferenceDecided, ContactDecided,
    ContactMethod, ContactOutcome, ContactReopened, Danger, DecisionReviewed, EarlyHelpRequested,
    FgmIdentified, FgmReportedToPolice, HarmSuspected, MaracHeard, MaracReferred,
    ProtectionPlanCategoryChanged, ProtectionPlanEnded, ProtectionPlanRevised, ProtectionPlanStarted,
    ReferralDecided, ReferralOutcome, ReferralReceived, ReviewResult, SpecialistConcern,
    SpecialistConcernRaised, SpecialistConcernReferredOn, StepUpAccepted, TransferAccepted,
};
use record::timeline::Contact;
use record::{Event, TimelineEntry};

use crate::Circle;
use crate::early_help::steps_up;
use crate::sharing::asked_after;
use crate::words::said;

/// The events that a decision brings about for the same person, to be recorded with it on the same day.
///
/// A happening brings nothing about, but for a strategy discussion without an agency that had to be there: that
/// agency is asked. What the record already holds is not brought about again. `on` is the day of the event. The contact
/// or plan that the decision is about must be in the circle's timeline: a decision recorded in the same sitting
/// as its contact brings about a referral without the contact's source and rating.
pub fn follow_on(event: &Event, on: Date, circle: &Circle) -> Vec<Event> {
    match event {
        Event::ContactDecided(e) => after_contact(e, circle),
        Event::DecisionReviewed(e) => after_review(e, circle),
        Event::ReferralDecided(e) => after_referral(e, circle),
        Event::StrategyDiscussionHeld(e) => asked_after(e, circle, on),
        Event::ConferenceDecided(e) => after_conference(e, circle),
        Event::TransferAccepted(e) => after_transfer(e, circle),
        Event::StepUpAccepted(e) => after_step_up(e, circle),
        Event::SpecialistConcernRaised(e) => after_concern(e),
        Event::SpecialistConcernReferredOn(e) => after_concern_referred(e, circle),
        _ => Vec::new(),
    }
}

/// The events that one person's event brings about for others, to be recorded with it: a referral of a victim to the
/// high-risk conference is about each child of the household too, and a hearing about a child is about the victim.
pub fn follow_on_for_others(event: &Event, on: Date, circle: &Circle) -> Vec<(PersonId, Event)> {
    match event {
        Event::MaracReferred(e) if e.victim.is_none() => {
            let children = circle.other_children_of_household(on).into_iter();
            let about = |child: &PersonId| {
                let said = MaracReferred { victim: Some(circle.person.clone()), ..(**e).clone() };
                (child.clone(), said.into())
            };
            children.map(|(child, _)| about(child)).collect()
        }
        Event::MaracHeard(e) => {
            let Some(victim) = e.victim.clone().filter(|victim| victim != circle.person) else {
                return Vec::new();
            };
            let said = MaracHeard {
                victim: None,
                attendance: e.attendance.clone(),
                repeat_of: e.repeat_of,
                ..MaracHeard::default()
            };
            vec![(victim, said.into())]
        }
        _ => Vec::new(),
    }
}

/// A girl who told of female genital mutilation, or on whom signs of it were seen, starts the duty to report.
fn after_concern(e: &SpecialistConcernRaised) -> Vec<Event> {
    let known = e.kind == Some(SpecialistConcern::FemaleGenitalMutilation) && e.seen_or_told == Some(true);
    if known { vec![FgmIdentified { identified_by: e.raised_by_name.clone() }.into()] } else { Vec::new() }
}

/// The referral of such a concern to the police is the report.
fn after_concern_referred(e: &SpecialistConcernReferredOn, circle: &Circle) -> Vec<Event> {
    let mut all = crate::specialist::concerns(circle.timeline).into_iter().rev();
    let concern = all.find(|one| e.concern.is_none_or(|named| named == one.entry.id));
    let mutilation =
        concern.is_some_and(|one| one.said.kind == Some(SpecialistConcern::FemaleGenitalMutilation));
    if mutilation && e.agency == Some(Agency::Police) {
        vec![FgmReportedToPolice { reference: e.reference.clone(), ..FgmReportedToPolice::default() }.into()]
    } else {
        Vec::new()
    }
}

fn after_contact(e: &ContactDecided, circle: &Circle) -> Vec<Event> {
    let contact = decided_contact(e, circle);
    match e.outcome {
        Some(ContactOutcome::Referral) => vec![referral(e, contact).into()],
        Some(ContactOutcome::StrategyDiscussion) => {
            let mut events = vec![referral(e, contact).into()];
            let worry = contact.and_then(|contact| contact.said.worry.clone());
            events.extend(harm(worry.or(e.reason.clone()), circle));
            events
        }
        _ if below_threshold(e) => vec![early_help(e, contact, circle).into()],
        _ => Vec::new(),
    }
}

/// Whether a decision sends the child to early help.
fn below_threshold(e: &ContactDecided) -> bool {
    let goes_there = e.outcome == Some(ContactOutcome::EarlyHelp) || said(&e.early_help_destination);
    goes_there && !said(&e.no_early_help_reason)
}

/// The request at the hub that such a decision opens.
fn early_help(e: &ContactDecided, contact: Option<&Contact>, circle: &Circle) -> EarlyHelpRequested {
    let said = contact.map(|contact| &contact.said);
    let referrer = said.and_then(|said| said.referrer.as_ref()).map(|id| circle.name_of_unrecorded(id));
    EarlyHelpRequested {
        decision: None,
        asked_by: said.and_then(|said| said.referrer_name.clone()).or(referrer),
        agency: said.and_then(|said| said.agency),
        reason: e.reason.clone(),
        needs: Vec::new(),
        consent: e.early_help_consent.clone(),
    }
}

/// The referral that a step up brings to the front door.
fn after_step_up(e: &StepUpAccepted, circle: &Circle) -> Vec<Event> {
    let asked = steps_up(circle.timeline).into_iter().rev();
    let asked =
        asked.filter(|one| one.answer.is_none()).find(|one| e.request.is_none_or(|id| id == one.entry.id));
    let reason = asked.and_then(|one| one.said.reason.clone()).or(e.note.clone());
    let referral = ReferralReceived {
        agency: Some(Agency::EarlyHelp),
        reason,
        from_professional: Some(true),
        ..ReferralReceived::default()
    };
    vec![referral.into()]
}

/// A decision overturned no longer stands, and its contact waits for another.
fn after_review(e: &DecisionReviewed, circle: &Circle) -> Vec<Event> {
    let mut contacts = circle.timeline.contacts.iter();
    let contact = contacts.find(|contact| contact.decided.as_ref().is_some_and(|made| made.by == e.decision));
    match (e.result, contact) {
        (Some(ReviewResult::Overturned), Some(contact)) => {
            vec![ContactReopened { contact: contact.by, reason: e.reason.clone() }.into()]
        }
        _ => Vec::new(),
    }
}

/// The contact that the decision names, or the latest undecided one, as the timeline joins them.
fn decided_contact<'a>(e: &ContactDecided, circle: &Circle<'a>) -> Option<&'a Contact> {
    let contacts = &circle.timeline.contacts;
    match e.contact {
        Some(id) => contacts.iter().find(|contact| contact.by == id),
        None => contacts.iter().rev().find(|contact| contact.decided.is_none()),
    }
}

fn referral(e: &ContactDecided, contact: Option<&Contact>) -> ReferralReceived {
    let said_ = contact.map(|contact| &contact.said);
    let worry = said_.and_then(|contact| contact.worry.clone().or(contact.what_happened.clone()));
    ReferralReceived {
        contact: contact.map(|contact| contact.by).or(e.contact),
        source: said_.and_then(|contact| contact.source),
        agency: said_.and_then(|contact| contact.agency),
        rating: contact.and_then(|contact| contact.rating),
        reason: worry.or(e.reason.clone()),
        by_telephone: said_
            .and_then(|contact| contact.method)
            .map(|method| method == ContactMethod::Telephone),
        from_professional: said_
            .and_then(|contact| contact.source)
            .map(|source| is_professional(source.code())),
        ..ReferralReceived::default()
    }
}

/// Whether the national code for a source is that of a professional: not an individual (1A to 1D), nobody
/// known (9) or not recorded (10).
fn is_professional(source: &str) -> bool {
    !matches!(source, "1A" | "1B" | "1C" | "1D" | "9" | "10")
}

/// The child changes hands: what the request says is the handover of the worker who leaves.
fn after_transfer(e: &TransferAccepted, circle: &Circle) -> Vec<Event> {
    let waiting = circle.timeline.transfers.iter().rev().filter(|one| one.answered().is_none());
    let Some(asked) = waiting.clone().find(|one| e.transfer.is_none_or(|id| one.by == id)) else {
        return Vec::new();
    };
    let holder = circle.timeline.allocations.iter().rev().find(|one| one.span.open());
    let ended = holder.map(|holder| AllocationEnded {
        worker: holder.worker.clone(),
        reason: Some("The case was transferred.".to_owned()),
        handover: asked.said.handover.clone(),
        introduced_on: e.introduced_on,
        child_told: e.child_told.clone(),
    });
    let started = AllocationStarted {
        worker: e.worker.clone(),
        team: asked.said.to_team.clone(),
        child_told: e.child_told.clone(),
        override_reason: e.override_reason.clone(),
        override_by: e.override_by.clone(),
        decided_by: e.decided_by.clone(),
    };
    ended.map(Event::from).into_iter().chain([started.into()]).collect()
}

fn after_referral(e: &ReferralDecided, circle: &Circle) -> Vec<Event> {
    match e.outcome {
        Some(ReferralOutcome::Assessment) => {
            let under_way = circle.timeline.assessments.iter().any(|one| one.finished_on().is_none());
            let worker = circle.timeline.allocations.iter().rev().find(|one| one.span.open());
            let started = AssessmentStarted {
                reason: e.reason.clone(),
                worker: worker.and_then(|allocation| allocation.worker.clone()),
                ..AssessmentStarted::default()
            };
            if under_way { Vec::new() } else { vec![started.into()] }
        }
        Some(ReferralOutcome::StrategyDiscussion) => harm(e.reason.clone(), circle).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Reasonable cause, unless it is on record already and still waits for a strategy discussion.
fn harm(what: Option<String>, circle: &Circle) -> Option<Event> {
    let about_harm = |entry: &&TimelineEntry| {
        matches!(entry.event, Event::HarmSuspected(_) | Event::StrategyDiscussionHeld(_))
    };
    let last = circle.timeline.counting().rfind(about_harm);
    let waits = last.is_some_and(|entry| matches!(entry.event, Event::HarmSuspected(_)));
    (!waits).then(|| HarmSuspected { what, ..HarmSuspected::default() }.into())
}

fn after_conference(e: &ConferenceDecided, circle: &Circle) -> Vec<Event> {
    let running = circle.timeline.protection_plans.last().filter(|plan| plan.span.open());
    match (e.plan_needed, running) {
        (Some(true), None) => {
            let started = ProtectionPlanStarted { category: e.category, ..ProtectionPlanStarted::default() };
            vec![started.into(), outline(e).into()]
        }
        (Some(true), Some(plan)) if e.category.is_some() && e.category != plan.category() => {
            vec![ProtectionPlanCategoryChanged { category: e.category, reason: e.reason.clone() }.into()]
        }
        (Some(false), Some(_)) => {
            let ended = ProtectionPlanEnded {
                reason: e.reason.clone(),
                decided_by: e.decided_by.clone(),
                ..ProtectionPlanEnded::default()
            };
            vec![ended.into()]
        }
        _ => Vec::new(),
    }
}

/// The plan as the conference outlines it.
fn outline(e: &ConferenceDecided) -> ProtectionPlanRevised {
    let danger = Danger { statement: e.danger.clone(), safety_goal: e.safety_goal.clone(), scale: None };
    let given = said(&e.danger) || said(&e.safety_goal);
    ProtectionPlanRevised {
        dangers: if given { vec![danger] } else { Vec::new() },
        actions: e.actions.clone(),
        written_by: e.decided_by.clone(),
        ..ProtectionPlanRevised::default()
    }
}
