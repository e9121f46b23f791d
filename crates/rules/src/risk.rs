//! What is known of the risk to a child: when it was weighed, by what entry, and what rose since.

use chronology::EntryId;
use jiff::civil::Date;
use record::events::{
    AssessmentCompleted, Danger, EnquiryCompleted, NeedPlanStarted, RiskAssessmentCompleted, RiskIncreased,
    Text,
};
use record::{Event, Timeline, TimelineEntry};

use crate::words::{listed, said};

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
            Event::RiskAssessmentCompleted(e) => Self::assessed(e),
            Event::EnquiryCompleted(e) => Self::enquired(e),
            Event::AssessmentCompleted(e) => Self::in_assessment(e),
            _ => return None,
        })
    }

    fn assessed(e: &'a RiskAssessmentCompleted) -> Self {
        Self {
            harm: e.dangers.iter().any(|danger| said(&danger.statement)),
            past: &e.past_harm,
            protects: &e.protects,
            weighing: &e.weighing,
            scale: lowest(&e.dangers),
        }
    }

    fn enquired(e: &'a EnquiryCompleted) -> Self {
        Self {
            harm: e.dangers.iter().any(|danger| said(&danger.statement)),
            past: &e.past_harm,
            protects: &e.protects,
            weighing: &e.weighing,
            scale: lowest(&e.dangers),
        }
    }

    fn in_assessment(e: &'a AssessmentCompleted) -> Self {
        Self {
            harm: said(&e.risks),
            past: &e.history,
            protects: &e.protective,
            weighing: &e.analysis,
            scale: e.scale,
        }
    }

    /// What it leaves out, in words: “the harm that is feared”.
    fn lacks(&self) -> Vec<&'static str> {
        let parts = [
            (self.harm, "the harm that is feared"),
            (said(self.past), "the harm that has been"),
            (said(self.protects), "what protects"),
            (said(self.weighing), "the weighing"),
            (self.scale.is_some(), "the scale"),
        ];
        parts.into_iter().filter(|(given, _)| !given).map(|(_, what)| what).collect()
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
    let said = Said::of(&entry.event)?;
    let scale = said.scale.filter(|_| said.lacks().is_empty())?;
    Some(Weighed { by: entry.id, on: entry.day(), scale })
}

/// What an event that weighs risk leaves out, in words; nothing, if it is whole or of another kind.
pub fn lacking(event: &Event) -> Option<String> {
    let lacks: Vec<String> = Said::of(event)?.lacks().into_iter().map(str::to_owned).collect();
    (!lacks.is_empty()).then(|| listed(&lacks))
}

/// A rise in the risk to a child, with what answered it.
#[derive(Clone, Copy, Debug)]
pub struct Rise<'a> {
    /// The entry that says it.
    pub entry: &'a TimelineEntry,
    /// What it says.
    pub said: &'a RiskIncreased,
    /// The first whole weighing of risk recorded since.
    pub weighed: Option<Weighed>,
    /// The first strategy discussion, or manager's decision linked to it, recorded since.
    pub considered: Option<&'a TimelineEntry>,
}

/// Every rise in the risk to a child, in order.
pub fn rises(timeline: &Timeline) -> Vec<Rise<'_>> {
    let told = timeline.of::<RiskIncreased>();
    told.map(|(entry, said)| {
        let since = || timeline.counting().skip_while(|one| one.id != entry.id).skip(1);
        let considers = |one: &&TimelineEntry| match &one.event {
            Event::StrategyDiscussionHeld(_) => true,
            Event::ManagementDecisionMade(e) => {
                e.in_answer_to == Some(entry.id) && crate::words::said(&e.reason)
            }
            _ => false,
        };
        Rise { entry, said, weighed: since().find_map(whole), considered: since().find(considers) }
    })
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
