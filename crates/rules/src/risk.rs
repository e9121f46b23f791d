//! What is known of the risk to a child: when it was weighed, by what entry, and what rose since.

use chronology::EntryId;
use jiff::civil::Date;
use record::events::{Danger, NeedPlanStarted, RiskIncreased, Text};
use record::{Event, Timeline, TimelineEntry};

use crate::asked::{Asked, asked};
use crate::words::said;

/// A whole weighing of the risk to a child: harm, what protects, what it comes to, and how safe the child is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// The entry that says it.
    pub by: EntryId,
    /// The day.
    pub on: Date,
    /// How safe the child then was, 0 to 10.
    pub scale: u32,
}

/// What an entry says of risk, whichever form it came by.
struct Said<'a> {
    harm: bool,
    past: &'a Text,
    protects: &'a Text,
    weighing: &'a Text,
    scale: Option<u32>,
}

impl<'a> Said<'a> {
    fn of(event: &'a Event) -> Option<Self> {
        Some(match event {
            Event::RiskAssessmentCompleted(e) => {
                Self::weighing(&e.dangers, &e.past_harm, &e.protects, &e.weighing)
            }
            Event::EnquiryCompleted(e) => Self::weighing(&e.dangers, &e.past_harm, &e.protects, &e.weighing),
            Event::AssessmentCompleted(e) => Self {
                harm: said(&e.risks),
                past: &e.history,
                protects: &e.protective,
                weighing: &e.analysis,
                scale: e.scale,
            },
            _ => return None,
        })
    }

    fn weighing(dangers: &[Danger], past: &'a Text, protects: &'a Text, weighing: &'a Text) -> Self {
        let harm = dangers.iter().any(|danger| said(&danger.statement));
        Self { harm, past, protects, weighing, scale: lowest(dangers) }
    }

    /// The scale, if nothing is left out: the harm feared and past, what protects, and what it comes to.
    fn whole(&self) -> Option<u32> {
        let all = self.harm && [self.past, self.protects, self.weighing].into_iter().all(said);
        self.scale.filter(|_| all)
    }
}

/// The lowest scale of several dangers: a child is as safe as the worst of them leaves it.
fn lowest(dangers: &[Danger]) -> Option<u32> {
    dangers.iter().filter_map(|danger| danger.scale).min()
}

/// Every whole weighing of the risk to a child, in order: by a risk assessment, by the outcome of an enquiry, or
/// by an assessment that says how safe the child is.
pub fn weighed(timeline: &Timeline) -> Vec<Weighed> {
    timeline.counting().filter_map(whole).collect()
}

/// An entry as a whole weighing, if it is one.
fn whole(entry: &TimelineEntry) -> Option<Weighed> {
    let scale = Said::of(&entry.event)?.whole()?;
    Some(Weighed { by: entry.id, on: entry.day(), scale })
}

/// Whether an event weighs risk, and leaves nothing out.
pub(crate) fn weighs(event: &Event) -> bool {
    Said::of(event).is_some_and(|said| said.whole().is_some())
}

/// A rise in the risk to a child, with what answered it.
#[derive(Clone, Copy, Debug)]
pub struct Rise<'a> {
    /// The entry that says it; its answer is the first strategy discussion since, or manager's reasoned decision linked
    /// to it.
    pub asked: Asked<'a, RiskIncreased>,
    /// The first whole weighing of risk recorded since.
    pub weighed: Option<Weighed>,
}

/// Every rise in the risk to a child, in order.
pub fn rises(timeline: &Timeline) -> Vec<Rise<'_>> {
    let asked = asked(timeline, |_: &RiskIncreased, event| match event {
        Event::StrategyDiscussionHeld(_) => Some(None),
        // A decision counts if it is linked to the rise, and says why.
        Event::ManagementDecisionMade(e) if said(&e.reason) => e.in_answer_to.map(Some),
        _ => None,
    });
    asked
        .into_iter()
        .map(|asked| Rise { asked, weighed: timeline.after(asked.entry.id).find_map(whole) })
        .collect()
}

/// How safe a child was said to be, by anybody on any form, in order.
pub fn scales(timeline: &Timeline) -> Vec<(&TimelineEntry, u32)> {
    let scale = |entry: &TimelineEntry| match &entry.event {
        Event::RiskAssessmentCompleted(e) => lowest(&e.dangers),
        Event::EnquiryCompleted(e) => lowest(&e.dangers),
        Event::AssessmentCompleted(e) => e.scale,
        Event::ProtectionPlanRevised(e) => lowest(&e.dangers),
        Event::SafetyGoalScaled(e) => e.scale,
        _ => None,
    };
    timeline.counting().filter_map(|entry| Some((entry, scale(entry)?))).collect()
}

/// What a child was last said to be in danger of, by whatever form; nothing, if nobody ever said.
pub fn last_dangers(timeline: &Timeline) -> Vec<Danger> {
    let named = |event: &Event| match event {
        Event::RiskAssessmentCompleted(e) => e.dangers.clone(),
        Event::EnquiryCompleted(e) => e.dangers.clone(),
        Event::ProtectionPlanRevised(e) => e.dangers.clone(),
        Event::DangerStatementRecorded(e) => {
            vec![Danger { statement: e.statement.clone(), safety_goal: e.safety_goal.clone(), scale: None }]
        }
        _ => Vec::new(),
    };
    let mut told = timeline.counting().map(|entry| named(&entry.event));
    told.rfind(|dangers| !dangers.is_empty()).unwrap_or_default()
}

/// Whether a child in need plan says anything: what will be different, and who does what.
pub fn states(plan: &NeedPlanStarted) -> bool {
    said(&plan.outcomes) && !plan.actions.is_empty()
}
