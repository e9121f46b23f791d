//! The front door and the child's worker: what was decided is what is told.

use practice::{Answer, Row};
use record::Choices;
use record::events::{ContactScreened, Role};

use super::super::opening::Opened;
use super::cell;

/// The outcome that the screener proposed, and the history found.
pub(super) fn contact_decision(opened: &mut Opened) {
    let screened = |about: &super::super::About| {
        about.around.timeline.of::<ContactScreened>().last().map(|(_, screened)| screened.clone())
    };
    let found: Vec<_> =
        opened.people.iter().filter_map(|about| Some((about.id.clone(), screened(about)?))).collect();
    let proposed: Vec<_> = found.iter().filter_map(|(_, screened)| screened.proposed).collect();
    if let (Some(first), true) = (proposed.first(), proposed.windows(2).all(|pair| pair[0] == pair[1])) {
        opened.seed(None, "outcome", Answer::One(first.code().to_owned()));
    }
    for (person, screened) in found {
        opened.seed(Some(&person), "history_weighed", Answer::One(screened.history.unwrap_or_default()));
    }
}

/// The decision that was drawn and waits for a second look.
pub(super) fn decision_review(opened: &mut Opened) {
    let drawn: Vec<_> = opened
        .people
        .iter()
        .filter_map(|about| {
            let (_, made) = crate::pages::front_door::review::drawn(opened, about)?;
            Some((about.id.clone(), made.by.to_string()))
        })
        .collect();
    for (person, decision) in drawn {
        opened.seed(Some(&person), "decision", Answer::One(decision.clone()));
        opened.seed(None, "decision", Answer::One(decision));
    }
}

/// The level of need and the reason as the contact was decided, and each child of the household left out.
pub(super) fn referral_decision(opened: &mut Opened) {
    let mut left: Vec<Row> = Vec::new();
    let mut decided = Vec::new();
    for about in &opened.people {
        let timeline = &about.around.timeline;
        for (sibling, other) in about.around.circle().other_children_of_household(opened.today) {
            let named = opened.people.iter().any(|one| one.id == *sibling);
            let listed = left.iter().any(|row| row.get("child").is_some_and(|id| id == sibling.as_str()));
            let working =
                other.open_on(opened.today) || other.referrals.iter().any(|one| one.decided.is_none());
            if !named && !listed && !working && !other.identity.sealed {
                let mut row = Row::new();
                cell(&mut row, "child", sibling.as_str());
                left.push(row);
            }
        }
        if let Some(decision) = timeline.contacts.last().and_then(|contact| contact.decided.clone()) {
            decided.push((about.id.clone(), decision));
        }
    }
    opened.seed(None, "left_out", Answer::Rows(left));
    for (person, decision) in decided {
        let level = decision.level_of_need.map(Choices::code).unwrap_or_default();
        opened.seed(Some(&person), "level_of_need", Answer::One(level.to_owned()));
    }
}

/// The decision with its reason, and what happens next, in words for whoever made contact.
pub(super) fn referrer_informed(opened: &mut Opened) {
    let Some(contact) =
        opened.people.first().and_then(|about| about.around.timeline.contacts.last().cloned())
    else {
        return;
    };
    let Some(decided) = contact.decided.as_ref() else { return };
    let outcome =
        decided.outcome.map(|outcome| opened.app.practice.label("ContactOutcome", outcome.code()).to_owned());
    let names: Vec<&str> = opened.people.iter().map(|about| about.short.as_str()).collect();
    let mut told =
        outcome.clone().map(|outcome| format!("{}: {outcome}.", names.join(", "))).unwrap_or_default();
    if let Some(reason) = &decided.reason {
        told.push_str(&format!(" {reason}"));
    }
    opened.seed(None, "told", Answer::One(told));
    let next = match decided.outcome.map(Choices::code) {
        Some("strategy_discussion") => "We meet with the police and health, and will ask what you know.",
        Some("referral") => {
            "A manager decides the response within one working day; a social worker may ring you."
        }
        Some("early_help") => "An early help worker will ring the family.",
        Some("open_case") => "The child’s social worker has what you told us.",
        _ => "",
    };
    opened.seed(None, "next_step", Answer::One(next.to_owned()));
    let name = contact.said.referrer_name.clone().unwrap_or_default();
    opened.seed(None, "referrer_name", Answer::One(name));
}

/// The manager's own team.
pub(super) fn allocation(opened: &mut Opened) {
    let who = opened.signed_in.who.clone();
    if who.role == Role::TeamManager {
        opened.seed(None, "team", Answer::One(who.team.map(|team| team.to_string()).unwrap_or_default()));
    }
}

/// Why the referral was accepted, and the child's worker.
pub(super) fn assessment_start(opened: &mut Opened) {
    let Some(about) = opened.people.first() else { return };
    let timeline = about.around.timeline.clone();
    let reason = timeline.referrals.last().and_then(|referral| referral.said.reason.clone());
    opened.seed(None, "reason", Answer::One(reason.unwrap_or_default()));
    let worker = timeline.allocation_on(opened.today).and_then(|one| one.worker.clone());
    opened.seed(None, "worker", Answer::One(worker.map(|id| id.to_string()).unwrap_or_default()));
    opened.seed(None, "assessment_type", Answer::One("single".to_owned()));
}
