//! The answer to an agency's disagreement.

use record::Event;
use record::events::{DisagreementLevel, Role};

use super::asking::Asking;
use super::{Decision, Gate, Missing};
use crate::Circle;
use crate::disagreement::{disagreements, instant, may_answer};

pub(super) const GATE: Gate = Gate {
    kind: "disagreement.answered",
    failings: &["F014"],
    asks: "What becomes of the decision, the answer with its reasons, and somebody of the level that has it, who did not make the \
           disputed decision.",
    from: None,
    missing,
};

fn missing(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::DisagreementAnswered(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    let child = asking.child();
    let outcome = format!("Say what becomes of the decision about {child}.");
    asking.need(e.outcome.is_some(), "F014", "outcome", outcome);
    asking.need_words(&e.answer, "F014", "answer", "Give the agency its answer, with the reasons,");
    let at = instant(decision.occurred);
    let all = disagreements(circle.timeline, circle.settings.limit("disagreement_answer_hours"));
    let named = |id| e.disagreement.is_none_or(|named| named == id);
    let mut open =
        all.iter().rev().filter(|one| named(one.entry.id)).filter_map(|one| Some((one, one.stage_at(at)?)));
    let Some((one, stage)) = open.next() else {
        let words = format!("No disagreement about {child} waits for an answer.");
        asking.need(false, "F014", "disagreement", words);
        return asking.missing();
    };
    let level = stage.level;
    let who = match level {
        DisagreementLevel::TeamManager => "a manager",
        DisagreementLevel::HeadOfService => "the head of service has it now, who",
        DisagreementLevel::BoardChair => "the chair of the safeguarding board has it now, who",
    };
    asking.need_decider(e.decided_by.as_ref(), "F014", |role: Role| may_answer(role, level), who);
    let disputed = one.said.decision.and_then(|id| circle.timeline.entry(id));
    let own = disputed.is_some_and(|entry| Some(entry.author()) == e.decided_by.as_ref());
    let words = format!(
        "Whoever made the disputed decision about {child} does not answer for it: ask another manager."
    );
    asking.need(!own || level != DisagreementLevel::TeamManager, "F014", "decided_by", words);
    asking.missing()
}
