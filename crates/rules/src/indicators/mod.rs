//! Indicators: figures about many children, one file each. An indicator is a set of cases, each with its
//! reason for being in or out; the figure is that set's size, so a figure always opens to its children.
//!
//! `docs/adding-an-indicator.md` shows how one is written.

use chronology::EntryId;
use jiff::civil::Date;
use record::timeline::Span;

use crate::Circle;

mod assessment_limits;
mod carried;
#[cfg(test)]
mod example_cases;
mod fallen_due;
mod limits;
mod seen_alone;
mod spans;
mod standing;
mod words;

mod assessments_considering_identity;
mod assessments_in_45_working_days;
mod assessments_overdue;
mod assessments_returned;
mod assessments_with_child_seen;
mod assessments_with_views;
mod attendance_by_agency;
mod below_threshold_with_destination;
mod caseload_per_worker;
mod child_protection_plan_rate;
mod child_protection_plans_at_date;
mod child_protection_plans_by_category;
mod child_protection_visits_on_time;
mod children_in_need_at_date;
mod children_represented_by_advocate;
mod children_with_management_entry;
mod children_without_own_plan;
mod chronology_reviewed;
mod closures_with_better_outcomes;
mod conference_reports_ahead;
mod conferences_with_advocacy;
mod conferences_with_childs_part;
mod contact_decision_steps;
mod contact_to_referral_conversion;
mod contacts_decided_in_one_working_day;
mod core_groups_on_time;
mod decisions_rerated_agree;
mod decisions_with_reason_and_history;
mod disagreement_hours;
mod domestic_abuse_factor;
mod early_help_children_at_date;
mod early_help_children_in_year;
mod early_help_closed_with_progress;
mod households_with_every_child_referred;
mod initial_conferences_in_15_days;
mod long_child_protection_plans;
mod marac_cases;
mod marac_children;
mod marac_repeat;
mod no_further_action_overturned;
mod open_children_with_risk_assessment;
mod out_of_hours_shifts_short;
mod police_notice_delay;
mod police_notices_graded_same_day;
mod re_referrals;
mod re_referrals_by_household;
mod recording_lag;
mod referrals_before_acceptance;
mod repeat_child_protection_plans;
mod review_conferences_on_time;
mod section_47_enquiries_on_time;
mod section_47_outcome_delay;
mod specialist_concerns;
mod strategy_discussions_on_time;
mod strategy_discussions_quorate;
mod teams_by_function;
mod transfer_duration;
mod transfers_quality_checked;
mod unallocated_children;
mod workers_over_limit;

pub(crate) use self::children_without_own_plan::without_plan;

/// A figure, defined by its cases.
#[derive(Debug)]
pub struct Indicator {
    /// Its id, as in the domain tables and on the command line: `re_referrals`.
    pub id: &'static str,
    /// Its name.
    pub title: &'static str,
    /// What kind of figure.
    pub measure: Measure,
    /// Whether it counts what happened in a period, or what stood at a date.
    pub when: When,
    /// Which way is good.
    pub polarity: Polarity,
    /// Who is counted, in words.
    pub denominator: &'static str,
    /// Which of them meet it, in words.
    pub numerator: &'static str,
    /// Where the definition comes from.
    pub source: &'static str,
    /// One person's cases. Those of a figure at a date never overlap: one case a child on any day.
    pub cases: fn(&Circle) -> Vec<Case>,
    /// Chronologies with the cases they make.
    pub examples: &'static [Example],
}

/// A chronology in the notation, and the cases that it makes.
#[derive(Debug)]
pub struct Example {
    /// What it shows.
    pub title: &'static str,
    /// The entries, in the notation, about the child `child` and whoever else is needed.
    pub notation: &'static str,
    /// Each case in order: when, whether it meets the condition, its group and value if it has them, and
    /// after a colon some of its reason: `2026-03-02 met [Police] = 3: within 1 working day`.
    pub expect: &'static [&'static str],
}

/// What kind of figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// How many cases meet it.
    Count,
    /// How many in a hundred cases meet it.
    Percent,
    /// The middle of the cases' values, in days.
    MedianDays,
    /// The mean of the cases' values, in days.
    MeanDays,
    /// The middle of the cases' values, in hours.
    MedianHours,
    /// How many cases in each group.
    Distribution,
    /// How many cases for each 10,000 children of a population loaded from outside.
    RatePer10000,
    /// How many cases for each full-time worker: the groups are the workers, and the values their hours in hundredths of
    /// a full-time post.
    PerFullTime,
    /// How many workers in a hundred hold more cases than their limit: the groups are the workers, and the values their
    /// limits. It is listed worker by worker.
    PercentOfWorkers,
}

/// What moment or stretch of time a figure is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// What happened in a period: a case counts if its day lies in it.
    Period,
    /// What stood at the end of a day: a case counts if its span covers it.
    AsAt,
}

/// Which way is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// More is better.
    Higher,
    /// Fewer is better.
    Lower,
    /// Neither: it describes.
    Neither,
}

/// One case of an indicator: one child at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// When it counts: on one day, for a figure of a period; while the span runs, for a figure at a date.
    pub dated: Dated,
    /// Whether it meets the figure's condition (always, for a count).
    pub met: bool,
    /// Its value, for a mean or a median, in days.
    pub value: Option<i64>,
    /// Its group, for a distribution.
    pub group: Option<String>,
    /// Why it is in, and why it meets the condition or does not, in a sentence.
    pub because: String,
    /// The entries it rests on.
    pub entries: Vec<EntryId>,
}

/// When a case counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dated {
    /// On this day.
    On(Date),
    /// At the end of every day of this span.
    During(Span),
}

impl Dated {
    /// The first day it counts, and the last of a figure of a period or the end of the span of a figure at a date.
    pub fn days(self) -> (Date, Option<Date>) {
        match self {
            Self::On(day) => (day, Some(day)),
            Self::During(span) => (span.from, span.to),
        }
    }
}

impl Case {
    /// A case that meets the condition or not, with its reason.
    pub fn new(dated: Dated, met: bool, because: impl Into<String>) -> Self {
        Self { dated, met, value: None, group: None, because: because.into(), entries: Vec::new() }
    }

    /// The same, with a value in days.
    pub fn valued(mut self, days: i64) -> Self {
        self.value = Some(days);
        self
    }

    /// The same, in a group.
    pub fn grouped(mut self, group: impl Into<String>) -> Self {
        self.group = Some(group.into());
        self
    }

    /// The same, resting on these entries.
    pub fn from(mut self, entries: impl IntoIterator<Item = EntryId>) -> Self {
        self.entries.extend(entries);
        self
    }
}

/// Every indicator, in the order of a child's journey.
#[rustfmt::skip]
pub const INDICATORS: &[&Indicator] = &[
    &police_notices_graded_same_day::POLICE_NOTICES_GRADED_SAME_DAY,
    &police_notice_delay::POLICE_NOTICE_DELAY,
    &out_of_hours_shifts_short::OUT_OF_HOURS_SHIFTS_SHORT,
    &contacts_decided_in_one_working_day::CONTACTS_DECIDED_IN_ONE_WORKING_DAY,
    &contact_to_referral_conversion::CONTACT_TO_REFERRAL_CONVERSION,
    &decisions_with_reason_and_history::DECISIONS_WITH_REASON_AND_HISTORY,
    &contact_decision_steps::CONTACT_DECISION_STEPS,
    &decisions_rerated_agree::DECISIONS_RERATED_AGREE,
    &disagreement_hours::DISAGREEMENT_HOURS,
    &specialist_concerns::SPECIALIST_CONCERNS,
    &re_referrals::RE_REFERRALS,
    &re_referrals_by_household::RE_REFERRALS_BY_HOUSEHOLD,
    &below_threshold_with_destination::BELOW_THRESHOLD_WITH_DESTINATION,
    &early_help_children_in_year::EARLY_HELP_CHILDREN_IN_YEAR,
    &early_help_children_at_date::EARLY_HELP_CHILDREN_AT_DATE,
    &early_help_closed_with_progress::EARLY_HELP_CLOSED_WITH_PROGRESS,
    &no_further_action_overturned::NO_FURTHER_ACTION_OVERTURNED,
    &referrals_before_acceptance::REFERRALS_BEFORE_ACCEPTANCE,
    &households_with_every_child_referred::HOUSEHOLDS_WITH_EVERY_CHILD_REFERRED,
    &unallocated_children::UNALLOCATED_CHILDREN,
    &transfers_quality_checked::TRANSFERS_QUALITY_CHECKED,
    &transfer_duration::TRANSFER_DURATION,
    &children_in_need_at_date::CHILDREN_IN_NEED_AT_DATE,
    &assessments_in_45_working_days::ASSESSMENTS_IN_45_WORKING_DAYS,
    &assessments_overdue::ASSESSMENTS_OVERDUE,
    &assessments_with_child_seen::ASSESSMENTS_WITH_CHILD_SEEN,
    &assessments_with_views::ASSESSMENTS_WITH_VIEWS,
    &assessments_returned::ASSESSMENTS_RETURNED,
    &assessments_considering_identity::ASSESSMENTS_CONSIDERING_IDENTITY,
    &chronology_reviewed::CHRONOLOGY_REVIEWED,
    &children_without_own_plan::CHILDREN_WITHOUT_OWN_PLAN,
    &open_children_with_risk_assessment::OPEN_CHILDREN_WITH_RISK_ASSESSMENT,
    &closures_with_better_outcomes::CLOSURES_WITH_BETTER_OUTCOMES,
    &recording_lag::RECORDING_LAG,
    &children_with_management_entry::CHILDREN_WITH_MANAGEMENT_ENTRY,
    &strategy_discussions_on_time::STRATEGY_DISCUSSIONS_ON_TIME,
    &strategy_discussions_quorate::STRATEGY_DISCUSSIONS_QUORATE,
    &section_47_enquiries_on_time::SECTION_47_ENQUIRIES_ON_TIME,
    &section_47_outcome_delay::SECTION_47_OUTCOME_DELAY,
    &initial_conferences_in_15_days::INITIAL_CONFERENCES_IN_15_DAYS,
    &review_conferences_on_time::REVIEW_CONFERENCES_ON_TIME,
    &conference_reports_ahead::CONFERENCE_REPORTS_AHEAD,
    &conferences_with_childs_part::CONFERENCES_WITH_CHILDS_PART,
    &conferences_with_advocacy::CONFERENCES_WITH_ADVOCACY,
    &children_represented_by_advocate::CHILDREN_REPRESENTED_BY_ADVOCATE,
    &marac_cases::MARAC_CASES,
    &marac_children::MARAC_CHILDREN,
    &marac_repeat::MARAC_REPEAT,
    &attendance_by_agency::ATTENDANCE_BY_AGENCY,
    &child_protection_plans_at_date::CHILD_PROTECTION_PLANS_AT_DATE,
    &child_protection_plan_rate::CHILD_PROTECTION_PLAN_RATE,
    &child_protection_plans_by_category::CHILD_PROTECTION_PLANS_BY_CATEGORY,
    &repeat_child_protection_plans::REPEAT_CHILD_PROTECTION_PLANS,
    &long_child_protection_plans::LONG_CHILD_PROTECTION_PLANS,
    &core_groups_on_time::CORE_GROUPS_ON_TIME,
    &child_protection_visits_on_time::CHILD_PROTECTION_VISITS_ON_TIME,
    &domestic_abuse_factor::DOMESTIC_ABUSE_FACTOR,
    &teams_by_function::TEAMS_BY_FUNCTION,
    &caseload_per_worker::CASELOAD_PER_WORKER,
    &workers_over_limit::WORKERS_OVER_LIMIT,
];

/// The indicator of this id.
pub fn indicator(id: &str) -> Option<&'static Indicator> {
    INDICATORS.iter().copied().find(|indicator| indicator.id == id)
}
