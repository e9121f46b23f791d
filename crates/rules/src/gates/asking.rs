//! Asking a decision for what it must carry, and noting what it lacks.

use calendar::display;
use chronology::PersonId;
use jiff::civil::Date;
use record::Event;
use record::events::{Action, Role, Text, Typed};

use super::{Decision, Missing};
use crate::Circle;
use crate::words::{listed, said};

/// Questions to one decision, with what is missing so far.
pub(super) struct Asking<'a> {
    pub(super) decision: &'a Decision<'a>,
    pub(super) circle: &'a Circle<'a>,
    missing: Vec<Missing>,
}

impl<'a> Asking<'a> {
    pub(super) fn of(decision: &'a Decision<'a>, circle: &'a Circle<'a>) -> Self {
        Self { decision, circle, missing: Vec::new() }
    }

    /// The day of the decision.
    pub(super) fn day(&self) -> Date {
        self.decision.occurred.date()
    }

    /// The child's name.
    pub(super) fn child(&self) -> String {
        self.circle.child()
    }

    /// Everything that is missing.
    pub(super) fn missing(self) -> Vec<Missing> {
        self.missing
    }

    /// Needs something that the decision itself should carry.
    pub(super) fn need(&mut self, given: bool, failing: &'static str, field: &'static str, message: String) {
        if !given {
            self.note(self.circle.person.clone(), failing, Some(field), message, None);
        }
    }

    /// Needs words in a field of the decision.
    pub(super) fn need_words(&mut self, text: &Text, failing: &'static str, field: &'static str, what: &str) {
        let message = format!("{what} for {}.", self.child());
        self.need(said(text), failing, field, message);
    }

    /// Needs what every decision at the front door carries: the level of need, what the `matter` leads to, why, and
    /// the history weighed.
    pub(super) fn need_weighed(
        &mut self,
        matter: &str,
        level: bool,
        outcome: bool,
        reason: &Text,
        history_weighed: &Text,
    ) {
        let child = self.child();
        self.need(level, "F001", "level_of_need", format!("Say the level of need for {child}."));
        self.need(outcome, "F001", "outcome", format!("Say what the {matter} leads to for {child}."));
        self.need_words(reason, "F001", "reason", "Give the reason for the decision");
        let history = "Say what history was weighed, or that none was found,";
        self.need_words(history_weighed, "F001", "history_weighed", history);
    }

    /// Needs something that stands elsewhere in the record.
    pub(super) fn need_first(
        &mut self,
        there: bool,
        failing: &'static str,
        mend: &'static str,
        message: String,
    ) {
        if !there {
            self.note(self.circle.person.clone(), failing, None, message, Some(mend));
        }
    }

    /// Notes something missing about anybody.
    pub(super) fn note(
        &mut self,
        person: PersonId,
        failing: &'static str,
        field: Option<&'static str>,
        message: String,
        mend: Option<&'static str>,
    ) {
        self.missing.push(Missing { failing, person, field, message: display::capital(&message), mend });
    }

    /// Needs a decider: named, writing this themselves, and in a role that may decide. `who` says which
    /// roles may: “a manager”.
    pub(super) fn need_decider(
        &mut self,
        decided_by: Option<&PersonId>,
        failing: &'static str,
        may: impl Fn(Role) -> bool,
        who: &str,
    ) {
        let child = self.child();
        let Some(decider) = decided_by else {
            self.need(false, failing, "decided_by", format!("Say who decides for {child}: {who} must."));
            return;
        };
        if !self.in_role(decider, &may) {
            let message = format!(
                "{} may not decide this for {child} on {}: {who} must.",
                self.circle.name_of_unrecorded(decider),
                calendar::display::full_date(self.day())
            );
            self.need(false, failing, "decided_by", message);
        } else if decider != self.decision.author {
            let message = format!(
                "{} decides for {child} and must record the decision in person.",
                self.circle.name_of_unrecorded(decider)
            );
            self.need(false, failing, "decided_by", message);
        }
    }

    /// Whether somebody was in one of the roles on the day of the decision.
    pub(super) fn in_role(&self, person: &PersonId, may: impl Fn(Role) -> bool) -> bool {
        self.circle.role_of(person, self.day()).is_some_and(may)
    }

    /// Whether somebody was a manager on the day of the decision.
    pub(super) fn is_manager(&self, person: Option<&PersonId>) -> bool {
        person.is_some_and(|person| self.in_role(person, Role::is_manager))
    }

    /// What the same recording says of somebody, of one kind.
    pub(super) fn together<E: Typed + 'static>(&self, person: &'a PersonId) -> impl Iterator<Item = &'a E> {
        let entries = self.decision.together.iter();
        entries
            .filter(move |(about, _)| about == person)
            .filter_map(|(_, event): &(PersonId, Event)| E::of(event))
    }

    /// Whether the same recording holds, about somebody, an event such as this.
    pub(super) fn together_any(&self, person: &PersonId, such: impl Fn(&Event) -> bool) -> bool {
        self.decision.together.iter().any(|(about, event)| about == person && such(event))
    }

    /// Needs the risk to the child to have been weighed whole, on or after a day or in the same recording.
    pub(super) fn need_weighed_risk(&mut self, from: Date, failing: &'static str) {
        let timeline = self.circle.timeline;
        let kept = crate::risk::weighed(timeline).iter().any(|one| one.on >= from);
        let now = |event: &Event| {
            matches!(event, Event::RiskAssessmentCompleted(_) | Event::EnquiryCompleted(_))
                && crate::risk::weighs(event)
        };
        let there = kept || self.together_any(self.circle.person, now);
        let message = format!(
            "{child} has no risk assessment: say the harm feared, the harm that has been, what protects, what it \
             comes to, and how safe {child} is.",
            child = self.child()
        );
        self.need_first(there, failing, "risk_assessment.completed", message);
    }

    /// The day on which the work with the child began, that runs on the day of the decision; else that day itself.
    pub(super) fn opened(&self) -> Date {
        self.circle.timeline.worked_with_since(self.day()).unwrap_or_else(|| self.day())
    }

    /// Needs each action to say what these ask of it, naming the action by its place.
    pub(super) fn need_actions(&mut self, actions: &[Action], failing: &'static str, parts: &[ActionPart]) {
        let child = self.child();
        for (place, action) in actions.iter().enumerate() {
            let lacks: Vec<String> = parts
                .iter()
                .filter(|(given, _)| !given(action))
                .map(|(_, what)| (*what).to_owned())
                .collect();
            if lacks.is_empty() {
                continue;
            }
            let which = match action.what.as_deref().map(str::trim) {
                Some(what) if !what.is_empty() => format!("“{what}”"),
                _ => format!("Action {}", place + 1),
            };
            let lacks = listed(&lacks);
            self.need(false, failing, "actions", format!("{which} for {child} does not say {lacks}."));
        }
    }
}

/// Something that an action must say: whether it does, and what it is in words.
pub(super) type ActionPart = (fn(&Action) -> bool, &'static str);

/// Whether an action says what will be done.
pub(super) fn says_what(action: &Action) -> bool {
    said(&action.what)
}

/// Whether an action says which need of the child it answers.
pub(super) fn has_need(action: &Action) -> bool {
    said(&action.need)
}

/// Whether an action has a person who will do it.
pub(super) fn has_owner(action: &Action) -> bool {
    action.owner.is_some() || said(&action.owner_name)
}

/// Whether an action has an agency that answers for it.
pub(super) fn has_agency(action: &Action) -> bool {
    action.agency.is_some()
}

/// Whether an action has a day.
pub(super) fn has_day(action: &Action) -> bool {
    action.by.is_some()
}

/// Whether an action says what it changes for the child.
pub(super) fn has_outcome(action: &Action) -> bool {
    said(&action.outcome)
}

/// Whether an action says how we shall know.
pub(super) fn has_measure(action: &Action) -> bool {
    said(&action.measure)
}
