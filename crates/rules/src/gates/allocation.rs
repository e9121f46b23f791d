//! Giving a child a named worker.

use chronology::PersonId;
use record::Event;
use record::events::{AllocationStarted, PostFilled, Role};

use super::asking::Asking;
use super::{Decision, Gate, Missing};
use crate::words::said;
use crate::{Circle, caseload};

pub(super) const GATE: Gate = Gate {
    kind: "allocation.started",
    failings: &["F069", "F180", "F181"],
    asks: "A worker who is a registered social worker, a manager who allocates and, where the worker would have more \
           children than their limit or a protection case in a protected caseload, the reason and the head of service \
           who agreed.",
    from: None,
    missing,
};

fn missing(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::AllocationStarted(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    let child = asking.child();
    asking.need_decider(e.decided_by.as_ref(), "F180", Role::is_manager, "a manager");
    let Some(worker) = &e.worker else {
        asking.need(false, "F069", "worker", format!("Name the worker who takes {child}."));
        return asking.missing();
    };
    let name = circle.name_of_unrecorded(worker);
    let unqualified =
        format!("{name} is not a registered social worker and cannot be {child}'s named worker.");
    asking.need(circle.qualified(worker, asking.day()), "F069", "worker", unqualified);
    let post = circle.timeline_of(worker).and_then(|t| t.organisation.post_on(asking.day()));
    let Some(post) = post.map(|post| &post.said) else { return asking.missing() };
    over_the_limit(&mut asking, e, worker, post);
    protected(&mut asking, e, worker, post);
    asking.missing()
}

fn over_the_limit(asking: &mut Asking, e: &AllocationStarted, worker: &PersonId, post: &PostFilled) {
    let limit = caseload::limit(asking.circle.settings, post);
    let others = asking.decision.caseload.iter().filter(|child| *child != asking.circle.person);
    let before = others.clone().count();
    let now = asking.decision.together.iter().filter(|(about, event)| {
        let same = matches!(event, Event::AllocationStarted(given) if given.worker.as_ref() == Some(worker));
        same && about != asking.circle.person && !others.clone().any(|child| child == about)
    });
    let with_this = before + now.count() + 1;
    if with_this > limit as usize {
        let name = asking.circle.name_of_unrecorded(worker);
        let why =
            format!("{name} would have {with_this} children with {} and may have {limit}", asking.child());
        overridden(asking, e, "F180", &why);
    }
}

fn protected(asking: &mut Asking, e: &AllocationStarted, worker: &PersonId, post: &PostFilled) {
    let timeline = asking.circle.timeline;
    let day = asking.day();
    let protection = timeline.protection_plan_on(day).is_some()
        || timeline.enquiries.iter().any(|enquiry| enquiry.open_on(day));
    if post.protected_caseload == Some(true) && protection {
        let why = format!(
            "{} is newly qualified with a protected caseload and {} is a protection case",
            asking.circle.name_of_unrecorded(worker),
            asking.child()
        );
        overridden(asking, e, "F181", &why);
    }
}

/// Needs the reason for going past a limit, and the head of service who agreed.
fn overridden(asking: &mut Asking, e: &AllocationStarted, failing: &'static str, why: &str) {
    let head = |role: Role| matches!(role, Role::HeadOfService | Role::Director);
    asking.need(said(&e.override_reason), failing, "override_reason", format!("{why}: give the reason."));
    let agreed = e.override_by.as_ref().is_some_and(|person| asking.in_role(person, head));
    asking.need(agreed, failing, "override_by", format!("{why}: say which head of service agreed."));
}
