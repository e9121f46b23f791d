//! Plans that are not the child's first.

use record::events::ConferenceHeld;
use record::timeline::ProtectionPlan;

use super::words::{day, days, days_between};
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::words::said;

/// A case's value is the gap in days since the plan before it, and its reason tells that plan: its category,
/// its days, why it ended. A plan of another authority counts if a conference told of it.
pub(super) const REPEAT_CHILD_PROTECTION_PLANS: Indicator = Indicator {
    id: "repeat_child_protection_plans",
    title: "Second or later plans",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Lower,
    denominator: "protection plans started",
    numerator: "those of a child with any earlier plan, other authorities' included",
    source: "Children in need census; national indicator 65",
    cases,
    examples: &[
        Example {
            title: "a first plan, and a second with its gap and the plan before it",
            notation: "
recording by chair as conference_chair
  2025-03-03 child child_protection_plan.started
    category: NEG
  2025-09-01 child child_protection_plan.ended
    reason: The home was clean and food was there
  2026-03-02 child child_protection_plan.started
    category: EMO
",
            expect: &[
                "2025-03-03 not met: first plan on record",
                "2026-03-02 met = 182: 182 days after a plan (Neglect, 3 March 2025 to 1 September 2025) that ended because “The home was clean and food was there”",
            ],
        },
        Example {
            title: "the conference knew of a plan elsewhere; another knew of none",
            notation: "
recording by chair as conference_chair
  2026-03-02 child conference.held
    conference_type: initial
    earlier_plans: Devon, 2021, for neglect
  2026-03-02 child child_protection_plan.started
",
            expect: &["2026-03-02 met: Devon, 2021, for neglect"],
        },
        Example {
            title: "none known",
            notation: "
recording by chair as conference_chair
  2026-03-02 child conference.held
    conference_type: initial
    earlier_plans: None known
  2026-03-02 child child_protection_plan.started
",
            expect: &["2026-03-02 not met"],
        },
    ],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let plans = &circle.timeline.protection_plans;
    let places = plans.iter().enumerate();
    places.map(|(place, plan)| case(circle, plan, plans[..place].last())).collect()
}

fn case(circle: &Circle, plan: &ProtectionPlan, before: Option<&ProtectionPlan>) -> Case {
    let on = plan.span.from;
    if let Some(before) = before {
        let gap = before.span.to.map_or(0, |ended| days_between(ended, on));
        let because = format!("Began on {}, {} after {}.", day(on), days(gap), told(before));
        let case = Case::new(Dated::On(on), true, because).valued(gap).from([plan.by, before.by]);
        return case.from(before.ended.as_ref().map(|(by, _)| *by));
    }
    let conferences = circle.timeline.of::<ConferenceHeld>().filter(|(entry, _)| entry.day() <= on);
    let mut elsewhere = conferences.filter_map(|(entry, held)| {
        Some((entry.id, held.earlier_plans.as_ref().filter(|text| tells_of_one(text))?))
    });
    match elsewhere.next_back() {
        Some((conference, text)) => {
            let because = format!("Began on {}; the conference knew of earlier plans: “{text}”.", day(on));
            Case::new(Dated::On(on), true, because).from([plan.by, conference])
        }
        None => Case::new(Dated::On(on), false, format!("Began on {}, the first plan on record.", day(on)))
            .from([plan.by]),
    }
}

/// An earlier plan in words: its category, its days, why it ended.
fn told(plan: &ProtectionPlan) -> String {
    let category = plan.category().map_or("category not recorded", |category| category.label());
    let ended = plan.span.to.map(day).unwrap_or_default();
    let reason = plan.ended.as_ref().and_then(|(_, ended)| ended.reason.as_ref());
    let why = reason.filter(|reason| said(&Some((*reason).clone())));
    let why = why.map_or(", and no reason for its end is recorded".to_owned(), |why| {
        format!(" that ended because “{why}”")
    });
    format!("a plan ({category}, {} to {ended}){why}", day(plan.span.from))
}

/// Whether what is known of earlier plans is more than that there are none.
fn tells_of_one(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default().trim_matches(|c: char| !c.is_alphabetic());
    !["", "no", "none", "nil", "not", "nothing"].contains(&first.to_lowercase().as_str())
}
