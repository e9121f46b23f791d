//! What an authority may set: which local timescales it keeps, and its own numbers.
//!
//! The rules are law; these are the few places where the law leaves the authority a choice. They come from
//! practice files (`practice/england/settings.toml` and a county's own), and reach the rules as this plain
//! struct. The default is England's law with every local timescale off.
//!
//! ```
//! use rules::Settings;
//! let mut settings = Settings::default();
//! assert_eq!(settings.limit("oversight_weeks"), 8);
//! assert!(!settings.is_on("core-group-later"));
//! settings.switched_on.insert("core-group-later".to_owned());
//! settings.limits.insert("core_group_later_weeks".to_owned(), 4);
//! assert_eq!(settings.core_group_later_weeks(), 4);
//! ```

use std::collections::{BTreeMap, BTreeSet};

use calendar::{LeapDayBirthday, Within};
use jiff::civil::{Date, date};
use record::events::{Agency, Rating};

mod limits;

pub use limits::{LIMITS, LimitInfo, LimitUnit, Looser, limit_info};

/// Ids of timescales that are local practice: off until an authority switches them on.
pub const LOCAL_TIMESCALES: &[&str] = &[
    "mash-triage-red",
    "mash-triage-amber",
    "mash-triage-green",
    "high-risk-contact-decision",
    "partner-message-read",
    "police-notice-graded",
    "handover-accepted",
    "transfer-accepted",
    "referrer-informed",
    "information-answer",
    "disagreement-answer",
    "decision-review",
    "first-visit-by-rating",
    "allocated",
    "visit-recorded",
    "recording",
    "assessment-checkpoint",
    "chronology-review",
    "cin-plan-review-local",
    "cin-visit-local",
    "early-help-allocated",
    "early-help-assessment",
    "early-help-review",
    "step-down-check",
    "strategy-considered-local",
    "strategy-discussion-local",
    "s47-enquiry-local",
    "enquiry-outcome-recorded",
    "acute-medical",
    "core-group-later",
    "cp-visit-4w",
    "cp-visit-10wd-local",
    "cp-parent-report-icpc",
    "cp-parent-report-rcpc",
    "cp-decision-letter",
    "cp-minutes",
    "oversight",
    "no-activity",
];

/// An authority's choices, where the law leaves it one.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The day from which the authority makes one assessment instead of an initial and a core one.
    pub single_assessment_from: Date,
    /// When somebody born on 29 February has a birthday in a year without one.
    pub leap_day: LeapDayBirthday,
    /// The local timescales that are kept here, by id: a subset of [`LOCAL_TIMESCALES`].
    pub switched_on: BTreeSet<String>,
    /// The authority's own numbers, by the name of the limit in [`LIMITS`]; the rest are at their default.
    pub limits: BTreeMap<String, u32>,
    /// The agencies without which a strategy discussion is not complete.
    pub strategy_discussion_needs: Vec<Agency>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            // LAW: Working Together to Safeguard Children 2013, in force 15 April 2013.
            single_assessment_from: date(2013, 4, 15),
            leap_day: LeapDayBirthday::FirstOfMarch,
            switched_on: BTreeSet::new(),
            limits: BTreeMap::new(),
            // LAW: Working Together to Safeguard Children 2023, chapter 3: social care, the police and
            // health, as a minimum.
            strategy_discussion_needs: vec![Agency::SocialCare, Agency::Police, Agency::Health],
        }
    }
}

impl Settings {
    /// Whether the local timescale of this id is kept here.
    pub fn is_on(&self, timescale: &str) -> bool {
        self.switched_on.contains(timescale)
    }

    /// The number of the limit of this name, in the unit of its [`LimitInfo`].
    ///
    /// # Panics
    /// If no limit has the name: a mistake in the caller, since names are those of [`LIMITS`].
    pub fn limit(&self, name: &str) -> u32 {
        let Some(info) = limit_info(name) else { unreachable!("no limit is named {name}") };
        self.limits.get(name).copied().unwrap_or(info.default)
    }

    /// The authority's own number as a limit. Where the law fixes the number, one looser than the law is not
    /// followed: practice may tighten the law and never loosen it.
    ///
    /// # Panics
    /// If no limit of time has the name: a mistake in the caller, as for [`Settings::limit`].
    pub fn within(&self, name: &str) -> Within {
        let Some(info) = limit_info(name) else { unreachable!("no limit is named {name}") };
        let own = self.limit(name);
        let number = if info.is_looser_than_law(own) { info.default } else { own };
        let number = i32::try_from(number).unwrap_or(i32::MAX);
        match info.unit {
            LimitUnit::Hours => Within::Hours(number),
            LimitUnit::WorkingDays => Within::WorkingDays(number),
            LimitUnit::Weeks => Within::Weeks(number),
            LimitUnit::Months => Within::Months(number),
            LimitUnit::Count => unreachable!("{name} counts things and not time"),
        }
    }

    /// Working days from a referral until a worker must first have seen the child, by the risk.
    pub fn first_visit_working_days(&self, rating: Rating) -> u32 {
        self.limit(match rating {
            Rating::Red => "first_visit_red_working_days",
            Rating::Amber => "first_visit_amber_working_days",
            Rating::Green => "first_visit_green_working_days",
        })
    }

    /// Hours from a contact until partners have told what they know, by the risk.
    pub fn partner_checks_hours(&self, rating: Rating) -> u32 {
        self.limit(match rating {
            Rating::Red => "partner_checks_red_hours",
            Rating::Amber => "partner_checks_amber_hours",
            Rating::Green => "partner_checks_green_hours",
        })
    }

    /// Weeks an open child may be without a management entry; fewer under a protection plan.
    pub fn oversight_weeks(&self, under_protection_plan: bool) -> u32 {
        self.limit(if under_protection_plan { "oversight_protection_weeks" } else { "oversight_weeks" })
    }

    /// Working days an open child may be without a visit, event or decision.
    pub fn no_activity_working_days(&self) -> u32 {
        self.limit("no_activity_working_days")
    }

    /// Working days from the start of an assessment until a manager looks at it.
    pub fn assessment_checkpoint_working_days(&self) -> u32 {
        self.limit("assessment_checkpoint_working_days")
    }

    /// Weeks that may pass between core groups after the first.
    pub fn core_group_later_weeks(&self) -> u32 {
        self.limit("core_group_later_weeks")
    }

    /// Working days that may pass between visits to a child on a protection plan that sets none.
    pub fn protection_visit_working_days(&self) -> u32 {
        self.limit("protection_visit_working_days")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_is_law_with_every_local_timescale_off() {
        let settings = Settings::default();
        assert!(settings.switched_on.is_empty());
        assert_eq!(settings.limit("single_assessment_working_days"), 45);
        assert_eq!(settings.first_visit_working_days(Rating::Red), 1);
        assert_eq!(settings.oversight_weeks(true), 4);
    }

    #[test]
    fn an_authority_s_number_replaces_the_default() {
        let mut settings = Settings::default();
        settings.limits.insert("oversight_weeks".to_owned(), 6);
        assert_eq!(settings.oversight_weeks(false), 6);
        assert_eq!(settings.oversight_weeks(true), 4);
    }

    #[test]
    fn an_authority_s_number_may_be_tighter_than_the_law_and_not_looser() {
        let mut settings = Settings::default();
        assert_eq!(settings.within("initial_conference_working_days"), Within::WorkingDays(15));
        settings.limits.insert("initial_conference_working_days".to_owned(), 12);
        assert_eq!(settings.within("initial_conference_working_days"), Within::WorkingDays(12));
        settings.limits.insert("initial_conference_working_days".to_owned(), 20);
        assert_eq!(settings.within("initial_conference_working_days"), Within::WorkingDays(15));
    }
}
