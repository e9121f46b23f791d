//! Early help for a child: what was asked for, who took it on, how long it ran, and steps up and down.

use chronology::EntryId;
use jiff::civil::Date;
use record::events::{
    ContactOutcome, EarlyHelpEpisodeEnded, EarlyHelpEpisodeStarted, EarlyHelpPlanAgreed, EarlyHelpRequested,
    ServiceReferred, SignpostMade, StepDownDecided, StepUpRequested, Text,
};
use record::timeline::Span;
use record::{Event, Timeline, TimelineEntry};

use crate::asked::{Asked, asked};

/// Every request for early help, with what ended it: a service took it on, or the family declined.
pub fn requests(timeline: &Timeline) -> Vec<Asked<'_, EarlyHelpRequested>> {
    asked(timeline, |_, event| match event {
        Event::EarlyHelpAllocated(e) => Some(e.request),
        Event::EarlyHelpDeclined(e) => Some(e.request),
        Event::EarlyHelpEpisodeStarted(e) => Some(e.request),
        _ => None,
    })
}

/// Whether an answer to a request is a service that took it on.
pub fn accepted(answer: &TimelineEntry) -> bool {
    !matches!(answer.event, Event::EarlyHelpDeclined(_))
}

/// Every request to step a child up, with its acceptance.
pub fn steps_up(timeline: &Timeline) -> Vec<Asked<'_, StepUpRequested>> {
    asked(timeline, |_, event| match event {
        Event::StepUpAccepted(e) => Some(e.request),
        _ => None,
    })
}

/// Every decision to step a child down, with its acceptance.
pub fn steps_down(timeline: &Timeline) -> Vec<Asked<'_, StepDownDecided>> {
    asked(timeline, |_, event| match event {
        Event::StepDownAccepted(e) => Some(e.decision),
        _ => None,
    })
}

/// Every decision to step a child down, with the look back some months later.
pub fn step_down_checks(timeline: &Timeline) -> Vec<Asked<'_, StepDownDecided>> {
    asked(timeline, |_, event| match event {
        Event::StepDownChecked(e) => Some(e.decision),
        _ => None,
    })
}

/// Every signpost, with somebody's asking whether it was followed.
pub fn signposts(timeline: &Timeline) -> Vec<Asked<'_, SignpostMade>> {
    asked(timeline, |_, event| match event {
        Event::SignpostTakenUp(e) => Some(e.signpost),
        _ => None,
    })
}

/// Every request to a service, with the end of the service.
pub fn services(timeline: &Timeline) -> Vec<Asked<'_, ServiceReferred>> {
    asked(timeline, |_, event| matches!(event, Event::ServiceEnded(_)).then_some(None))
}

/// Whether a contact goes on to social care, or to another authority, and so is not for early help.
pub(crate) fn passed_on(outcome: Option<ContactOutcome>) -> bool {
    matches!(
        outcome,
        Some(
            ContactOutcome::Referral
                | ContactOutcome::StrategyDiscussion
                | ContactOutcome::OpenCase
                | ContactOutcome::OtherAuthority
        )
    )
}

/// A time of early help.
#[derive(Clone, Debug)]
pub struct Episode<'a> {
    /// From its start to its end.
    pub span: Span,
    /// The entry that began it.
    pub by: EntryId,
    /// What that says.
    pub started: &'a EarlyHelpEpisodeStarted,
    /// The entry that ended it.
    pub ended: Option<(&'a TimelineEntry, &'a EarlyHelpEpisodeEnded)>,
}

/// The times of early help of a child, in order. One that begins while another runs goes on with it.
pub fn episodes(timeline: &Timeline) -> Vec<Episode<'_>> {
    let mut all: Vec<Episode> = Vec::new();
    for entry in timeline.counting() {
        let running = all.last_mut().filter(|one| one.span.open());
        match (&entry.event, running) {
            (Event::EarlyHelpEpisodeStarted(e), None) => {
                all.push(Episode { span: Span::since(entry.day()), by: entry.id, started: e, ended: None });
            }
            (Event::EarlyHelpEpisodeEnded(e), Some(episode)) => {
                episode.span.to = Some(entry.day());
                episode.ended = Some((entry, e));
            }
            _ => {}
        }
    }
    all
}

/// The time of early help that runs on a day.
pub fn episode_on(timeline: &Timeline, day: Date) -> Option<Episode<'_>> {
    episodes(timeline).into_iter().find(|one| one.span.covers(day))
}

impl Episode<'_> {
    /// Whether a day lies within it, its last day among them.
    fn holds(&self, day: Date) -> bool {
        self.span.from <= day && self.span.to.is_none_or(|to| day <= to)
    }

    /// The lead professional on a day, by name: as said last, when it began or in the plan.
    pub fn lead(&self, timeline: &Timeline, day: Date) -> Text {
        let said = |entry: &&TimelineEntry| self.span.from <= entry.day() && entry.day() <= day;
        let mut named = timeline.counting().filter(said).filter_map(|entry| match &entry.event {
            Event::EarlyHelpEpisodeStarted(e) => e.lead_name.clone(),
            Event::EarlyHelpPlanAgreed(e) => e.lead_name.clone(),
            _ => None,
        });
        named.next_back()
    }

    /// The plan of it as said last.
    pub fn plan<'t>(&self, timeline: &'t Timeline) -> Option<(&'t TimelineEntry, &'t EarlyHelpPlanAgreed)> {
        let mut plans = timeline.of::<EarlyHelpPlanAgreed>();
        plans.rfind(|(entry, _)| self.holds(entry.day()))
    }

    /// Each day on which the plan was agreed or the team around the family met, with the day set for the next time.
    pub fn looks(&self, timeline: &Timeline) -> Vec<(EntryId, Date, Option<Date>)> {
        let look = |entry: &TimelineEntry| match &entry.event {
            Event::EarlyHelpPlanAgreed(e) => Some((entry.id, entry.day(), e.review_on)),
            Event::TeamAroundFamilyMet(e) => Some((entry.id, entry.day(), e.next_on)),
            _ => None,
        };
        timeline.counting().filter(|entry| self.holds(entry.day())).filter_map(look).collect()
    }
}

/// Fewest words in which the meaning of facts for a child can be said.
const MEANING_WORDS_LEAST: usize = 12;

/// Of the words of a meaning, more than so many in a hundred taken from the facts are a repetition.
const REPEATED_PERCENT: usize = 80;

/// Why an early help assessment only describes, in words; nothing, if it says what the facts mean for the child.
pub fn thin(facts: &Text, meaning: &Text) -> Option<&'static str> {
    let words = |text: &Text| -> Vec<String> {
        let text = text.as_deref().unwrap_or_default().to_lowercase();
        text.split_whitespace().map(str::to_owned).collect()
    };
    let (facts, meaning) = (words(facts), words(meaning));
    if meaning.is_empty() {
        return Some("says nothing of what the facts mean for the child");
    }
    if meaning.len() < MEANING_WORDS_LEAST {
        return Some("says in a few words only what the facts mean for the child");
    }
    let same = meaning.iter().filter(|word| facts.contains(word)).count();
    (same * 100 > meaning.len() * REPEATED_PERCENT)
        .then_some("says the facts again where it should say what they mean")
}
