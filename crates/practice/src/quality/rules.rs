//! Every check, with what it asks and how much it matters: defined once, for the code, the help and the manual.

/// How much a hint matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Good to know.
    Info,
    /// Worth another look.
    Should,
    /// Authorised only with a manager's reason.
    Must,
    /// Cannot be authorised so.
    Block,
}

/// A check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its number.
    pub id: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What it asks.
    pub asks: &'static str,
    /// The failing that it answers, if one of the inspections' failings.
    pub failing: Option<&'static str>,
}

/// The check of this number.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}

const fn asks(id: &'static str, severity: Severity, asks: &'static str) -> Rule {
    Rule { id, severity, asks, failing: None }
}

const fn answers(failing: &'static str, rule: Rule) -> Rule {
    Rule { failing: Some(failing), ..rule }
}

use Severity::{Block, Info, Must, Should};

/// Every check.
#[rustfmt::skip]
pub const RULES: &[Rule] = &[
    answers("F066", asks("A01", Block, "a plan has actions, a protection plan at least as many as the authority sets")),
    answers("F056", asks("A02", Block, "each action is one person's, by name")),
    asks("A03", Must, "whoever has an action is part of the plan"),
    answers("F056", asks("A05", Block, "each action has a day")),
    asks("A06", Must, "the day is after the plan began and before it is next reviewed"),
    asks("A07", Should, "an action says in five words or more what somebody will be seen to do"),
    answers("F056", asks("A08", Must, "an action is more than to monitor, support or liaise")),
    answers("F056", asks("A09", Block, "each action says how we shall know, in other words than the action's")),
    answers("F056", asks("A10", Must, "how we shall know is something that can be counted, dated or seen")),
    answers("F056", asks("A11", Must, "each action says what it is meant to change for the child")),
    answers("F063", asks("A12", Must, "each action says whose it is, and at least one is an agency's")),
    asks("A13", Should, "no more than seven actions in ten are the family's"),
    asks("A15", Must, "an action that is done says what shows it"),
    answers("F064", asks("A18", Must, "no action stands unchanged in three versions of a plan")),
    asks("A19", Must, "no child under ten is left alone with an action"),
    answers("F024", asks("P03", Must, "each need that was found has an action in the plan")),
    asks("P04", Should, "an outcome is a change for the child, who is named"),
    asks("P05", Must, "going to a service is not an outcome"),
    answers("F066", asks("P06", Block, "a contingency says what would show that the plan fails, who acts, and how soon")),
    asks("P07", Should, "a contingency is thought about anew with each version"),
    answers("F032", asks("P09", Block, "the child has a part in the plan")),
    answers("F032", asks("P10", Must, "the child's part is in the child's words, or is what was seen of a child too young to say")),
    answers("F030", asks("P11", Must, "the child's part is not a brother's or sister's")),
    asks("P12", Should, "the child's part is not last time's"),
    asks("P16", Must, "the parents have read the plan"),
    asks("P20", Should, "the parents' words can be read by a child of twelve"),
    asks("P21", Should, "the parents' words have no letters that stand for words"),
    asks("P22", Must, "the parents' words would not hurt whoever they are about"),
    asks("P24", Must, "a review says how far things have got"),
    asks("P26", Must, "a plan that ends says what changed and what help follows"),
    answers("F048", asks("P27", Should, "whoever authorises says what they think, anew each time")),
    asks("S01", Block, "each danger says who is worried, what may happen, to whom, and what harm would follow"),
    asks("S02", Must, "a danger says who is worried, what has happened, and what may happen"),
    asks("S03", Should, "a danger is short and in plain words"),
    asks("S04", Block, "each danger has a safety goal"),
    asks("S05", Must, "a safety goal says for how long it must be seen"),
    asks("S06", Must, "a safety goal is about what people do, not where they go"),
    asks("S07", Must, "a scale says who scores, and what 0 and 10 mean"),
    asks("S09", Should, "a score has a reason"),
    asks("S10", Must, "a score that moves by three or more has a reason"),
    asks("S14", Block, "safety does not rest on one person of the family alone"),
    asks("S15", Must, "nobody answers for what another does to them"),
    asks("S16", Must, "a protection plan says what is required whatever is agreed"),
    answers("F033", asks("C01", Block, "the child was seen and heard, and so was every grown-up who matters, or there is a reason")),
    asks("C03", Must, "at least two agencies were asked"),
    answers("F032", asks("C05", Must, "each section says something of its own about this child")),
    asks("C06", Must, "the analysis is long enough to be one, and not copied from the evidence"),
    asks("C07", Should, "the analysis says what the evidence means for the child"),
    answers("F044", asks("C12", Block, "each factor says what it does to this child, and none stands beside “no factors”")),
    answers("F045", asks("C14", Must, "identity is thought about, not only ticked")),
    answers("F036", asks("C16", Must, "an assessment longer than the limit says why")),
    answers("F030", asks("C17", Must, "this child's analysis is not a brother's or sister's")),
    asks("C18", Should, "this analysis is not last time's"),
    asks("C20", Should, "whoever said or saw a thing is named"),
    asks("C24", Must, "the parents have read the assessment"),
    answers("F063", asks("F03", Block, "each child has a decision, a category and a reason")),
    asks("F04", Must, "everybody's view of the decision is there"),
    answers("F066", asks("F06", Block, "a plan says what will be different and how often the child is seen")),
    asks("F07", Should, "a core group looks at every open action"),
    asks("H01", Must, "an entry marked as significant says what it meant for the child"),
    asks("H09", Should, "what happened is kept apart from what anybody thinks of it"),
    answers("F039", asks("H13", Must, "a note says why it was written and what it means")),
    answers("F068", asks("H14", Must, "a visit says whether the child was seen, whether alone, where, how the child was and what the child said")),
    asks("X01", Block, "closing says what changed, what the child thinks, who helps now and who was told"),
    asks("H06", Info, "an entry is short enough to be read"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_unique() {
        for rule in RULES {
            assert_eq!(RULES.iter().filter(|other| other.id == rule.id).count(), 1, "{}", rule.id);
        }
    }
}
