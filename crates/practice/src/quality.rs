//! Checks that a plan, an assessment or a note would be of use to the child it is about.
//!
//! Each is a plain count or a list of words, shown beside what was written: it points something out to a
//! person, and never scores a child or a worker. Those that [`Severity::Block`] keep a plan or an assessment
//! from being authorised; nothing here keeps anything that happened from being recorded.
//!
//! ```
//! use practice::Practice;
//! use practice::quality::{Context, Severity, hints};
//! use record::events::{Action, ActionAssigned};
//! let practice = Practice::of_county("england").unwrap();
//! let action = Action { what: Some("Monitor the family".into()), owner_name: Some("Team".into()), ..Action::default() };
//! let event = ActionAssigned { action: Some(action), ..ActionAssigned::default() }.into();
//! let hints = hints(&event, &Context::of(&practice));
//! let blocking: Vec<&str> =
//!     hints.iter().filter(|hint| hint.severity == Severity::Block).map(|hint| hint.rule).collect();
//! assert_eq!(blocking, ["A02", "A05", "A09"]);
//! ```

use chronology::PersonId;
use jiff::civil::Date;
use record::Event;

mod actions;
mod assessments;
mod lists;
mod notes;
mod plans;
mod rules;
mod safety;
mod text;

pub(crate) use lists::LISTS;
pub use lists::WordLists;
pub use rules::{RULES, Rule, Severity, rule};
pub use text::similarity;

use crate::Practice;

/// Something pointed out about what was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The rule: `A02`.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The field that it is about; empty for the whole.
    pub field: &'static str,
    /// Which part of the field, from 0: the third action is 2.
    pub part: Option<usize>,
    /// What to do, in one sentence.
    pub message: String,
    /// The failing that it answers: `F056`.
    pub failing: Option<&'static str>,
}

/// What the checks need to know beside the event. What is not known is left out, and then the check that
/// needs it does not speak.
#[derive(Clone, Debug)]
pub struct Context<'c> {
    /// The lists of words.
    pub lists: &'c WordLists,
    /// The authority's numbers.
    pub settings: &'c ::rules::Settings,
    /// The child.
    pub child: Option<&'c PersonId>,
    /// Names by which the child is called.
    pub child_names: &'c [String],
    /// The child's age in completed years; `None` if not known, or not yet born.
    pub child_age_years: Option<u16>,
    /// When the plan began.
    pub plan_started_on: Option<Date>,
    /// When the plan is next reviewed.
    pub next_review_on: Option<Date>,
    /// Those who are part of the plan: family, core group, workers. Empty: not known.
    pub members: &'c [PersonId],
    /// What the child's record already says of the same kind, the earliest first.
    pub earlier: &'c [&'c Event],
    /// What was written of the same kind about brothers and sisters.
    pub siblings: &'c [&'c Event],
    /// What the child needs, as assessments and plans named it, and that is not met yet.
    pub needs: &'c [String],
    /// The actions that are still open, in the words they were given.
    pub open_actions: &'c [String],
    /// How many working days the assessment took.
    pub assessment_working_days: Option<u32>,
    /// What the author wrote when they last authorised something, the latest last.
    pub earlier_comments: &'c [String],
}

impl<'c> Context<'c> {
    /// A context that knows only the practice.
    pub fn of(practice: &'c Practice) -> Self {
        Self {
            lists: practice.word_lists(),
            settings: practice.settings(),
            child: None,
            child_names: &[],
            child_age_years: None,
            plan_started_on: None,
            next_review_on: None,
            members: &[],
            earlier: &[],
            siblings: &[],
            needs: &[],
            open_actions: &[],
            assessment_working_days: None,
            earlier_comments: &[],
        }
    }

    fn has(&self, text: &str, list: &str) -> bool {
        text::has(text, self.lists.list(list))
    }

    fn find(&self, text: &str, list: &str) -> Option<&'c str> {
        text::find(text, self.lists.list(list))
    }

    /// Whether a text names the child, or says “the child”.
    fn names_child(&self, text: &str) -> bool {
        let words = text::words(text);
        let said = |name: &str| words.iter().any(|word| word.trim_end_matches("'s") == name);
        said("child") || said("children") || self.child_names.iter().any(|name| said(&name.to_lowercase()))
    }

    /// Whether a text tells of a change for the child.
    fn tells_change(&self, text: &str) -> bool {
        self.names_child(text) && self.has(text, "change_verbs")
    }

    /// A service named as if going there were the change.
    fn service_only(&self, text: &str) -> Option<&'c str> {
        if self.tells_change(text) { None } else { self.find(text, "service_as_outcome") }
    }
}

/// What the checks have to say about an event, in the order of its fields.
pub fn hints(event: &Event, context: &Context<'_>) -> Vec<Hint> {
    let mut found = Found { context, hints: Vec::new() };
    actions::check(event, &mut found);
    plans::check(event, &mut found);
    safety::check(event, &mut found);
    assessments::check(event, &mut found);
    notes::check(event, &mut found);
    found.hints
}

/// The hints that keep something from being authorised.
pub fn blocking(hints: &[Hint]) -> impl Iterator<Item = &Hint> {
    hints.iter().filter(|hint| hint.severity == Severity::Block)
}

/// What has been found so far.
struct Found<'f, 'c> {
    context: &'f Context<'c>,
    hints: Vec<Hint>,
}

impl Found<'_, '_> {
    fn tell(&mut self, id: &str, field: &'static str, message: impl Into<String>) {
        self.tell_part(id, field, None, message);
    }

    fn tell_part(&mut self, id: &str, field: &'static str, part: Option<usize>, message: impl Into<String>) {
        let Some(rule) = rule(id) else { unreachable!("no rule is named {id}") };
        let (rule, severity, failing) = (rule.id, rule.severity, rule.failing);
        self.hints.push(Hint { rule, severity, field, part, message: message.into(), failing });
    }
}

/// The words of a field; empty if there are none.
fn said(text: &Option<String>) -> &str {
    text.as_deref().map_or("", str::trim)
}
