//! The decision on a referral.

use chronology::PersonId;
use record::events::{ReferralDecided, ReferralReceived, Role};
use record::{Event, Timeline};

use super::asking::Asking;
use super::{Decision, Gate, Missing};
use crate::Circle;
use crate::words::said;

pub(super) const GATE: Gate = Gate {
    kind: "referral.decided",
    failings: &["F001", "F004"],
    asks: "The level of need, what it leads to, the reason, the history weighed (or that none was found), a manager \
           who decides, and every other child of the household: referred too, or left out with a reason and a \
           manager's agreement.",
    from: None,
    missing,
};

fn missing(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::ReferralDecided(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    let (level, outcome) = (e.level_of_need.is_some(), e.outcome.is_some());
    asking.need_weighed("referral", level, outcome, &e.reason, &e.history_weighed);
    asking.need_decider(e.decided_by.as_ref(), "F001", Role::is_manager, "a manager");
    household(&mut asking, e);
    asking.missing()
}

fn household(asking: &mut Asking, e: &ReferralDecided) {
    let circle = asking.circle;
    for (sibling, timeline) in circle.other_children_of_household(asking.day()) {
        if referred(asking, sibling, timeline) {
            continue;
        }
        let name = circle.short_name_of(sibling);
        let left_out = e.left_out.iter().find(|left| left.child.as_ref() == Some(sibling));
        let message = match left_out {
            None => format!(
                "{name} lives with {} and is not referred: refer {name} too, or leave {name} out with a reason and a \
                 manager's agreement.",
                circle.child()
            ),
            Some(left) if !said(&left.reason) => format!("Say why {name} is left out."),
            Some(left) if !asking.is_manager(left.agreed_by.as_ref()) => {
                format!("Say which manager agreed that {name} is left out.")
            }
            Some(_) => continue,
        };
        asking.note(sibling.clone(), "F004", Some("left_out"), message, Some("referral.received"));
    }
}

/// Whether another child of the household is referred too: in this recording, in the same matter before it,
/// or because the service works with them already.
fn referred(asking: &Asking, sibling: &PersonId, timeline: &Timeline) -> bool {
    let day = asking.day();
    let now = asking.decision.together.iter().any(|(about, event)| {
        about == sibling && matches!(event, Event::ReferralReceived(_) | Event::ReferralDecided(_))
    });
    let received = asking.circle.timeline.referrals.iter().rev().find(|one| one.decided.is_none());
    let received = received.map_or(day, |referral| referral.received.date());
    let before = timeline
        .referrals
        .iter()
        .any(|one| one.received.date() <= day && (one.decided.is_none() || one.received.date() >= received));
    let fresh = asking.together::<ReferralReceived>(asking.circle.person).next().is_some();
    let today = fresh && timeline.referrals.iter().any(|one| one.received.date() == day);
    now || before || today || timeline.open_on(day)
}
