//! Timescales: limits by which something must be done, one file each.
//!
//! A file declares its timescale as a constant: the law, the limit, which entries start and stop it, and
//! examples on both sides of the limit written in the notation, which are its documentation and its tests.

use calendar::Within;

pub(crate) use self::scope::ceases;
use crate::{Circle, Duty, Force, Law, Run, Settings};

mod because;
mod conferences;
mod intervals;
mod scope;

// The front door.
mod allocated;
mod contact_decision;
mod decision_review;
mod fgm_report;
mod first_visit;
mod handover;
mod information_answer;
mod partner_checks;
mod partner_message;
mod re_referral_window;
mod referral_acknowledge;
mod referral_decision;
mod referral_in_writing;
mod referrer_informed;
mod transfer;
// Assessment.
mod assessment_review_point;
mod core_assessment;
mod homeless_assessment;
mod initial_assessment;
mod single_assessment;
// Early help.
mod disagreement_answer;
mod early_help;
// Child in need.
mod adoption_tail;
mod need_plan_review;
mod need_visit;
// Child protection.
mod acute_medical;
mod conference_papers;
mod enquiry;
mod first_core_group;
mod initial_conference;
mod later_core_group;
mod parent_report;
mod plan_two_years;
mod protection_visit;
mod review_conference;
mod strategy_considered;
mod strategy_discussion;
mod transfer_in_conference;
// The record and its oversight.
mod chronology_review;
mod no_activity;
mod oversight;
mod recording;

/// A limit, statutory or local, by which something must be done.
#[derive(Debug)]
pub struct Timescale {
    /// Its id, as in the domain tables and on the command line: `icpc-15wd`.
    pub id: &'static str,
    /// What must be done: “Hold the initial child protection conference”.
    pub title: &'static str,
    /// Where it comes from and when it is in force, judged on the day it starts.
    pub law: Law,
    /// When it is in force, where the authority's own changeover to single assessments moves that.
    pub changeover: Changeover,
    /// The limit, where neither the case nor the authority sets another.
    pub within: Within,
    /// The authority's own number for it, by its name in [`LIMITS`](crate::settings::LIMITS).
    pub set_by: Option<&'static str>,
    /// What it counts from, in words: “the strategy discussion that opened the enquiry”.
    pub starts: &'static str,
    /// What stops it, in words: “the conference is held”.
    pub stops: &'static str,
    /// The kind of event that stops it, so that a page can offer to record one.
    pub stopped_by: &'static str,
    /// Whether it is a deadline that a worker must meet, or only counted.
    pub counting: Counting,
    /// Finds its runnings in a child's timeline.
    pub runs: fn(&Circle) -> Vec<Run>,
    /// Both sides of the limit.
    pub examples: &'static [Example],
}

/// How the authority's change from initial and core assessments to single ones moves a timescale's dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changeover {
    /// Not at all: the law's own dates hold.
    Unmoved,
    /// It holds for what began before the change, whatever the law's last day.
    EndsIt,
    /// It holds for what began on the day of the change or later, whatever the law's first day.
    BeginsIt,
}

/// Whether missing the limit asks something of a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// A deadline: it shows in My work.
    Deadline,
    /// A measure or a window: it is counted, and is nobody's task.
    Measure,
}

/// A chronology in the notation, and how the timescale's duties then stand.
#[derive(Debug)]
pub struct Example {
    /// What it shows.
    pub title: &'static str,
    /// The entries, in the notation, about the child `child` and whoever else is needed.
    pub notation: &'static str,
    /// The day on which to look.
    pub on: &'static str,
    /// Due date (`-` if it cannot be known) and state of each running, in order: `2026-05-07 overdue`.
    pub expect: &'static [&'static str],
}

/// Every timescale, in the order of a child's journey.
#[rustfmt::skip]
pub const TIMESCALES: &[&Timescale] = &[
    &partner_message::READ, &partner_message::GRADED, &handover::HANDOVER_ACCEPTED,
    &contact_decision::CONTACT_DECISION, &contact_decision::HIGH_RISK_CONTACT_DECISION,
    &partner_checks::RED, &partner_checks::AMBER, &partner_checks::GREEN,
    &referrer_informed::REFERRER_INFORMED,
    &information_answer::INFORMATION_ANSWER,
    &disagreement_answer::DISAGREEMENT_ANSWER,
    &decision_review::DECISION_REVIEW,
    &referral_decision::REFERRAL_DECISION,
    &referral_acknowledge::REFERRAL_ACKNOWLEDGE,
    &referral_in_writing::CONFIRM_IN_WRITING, &referral_in_writing::CHASE_UNACKNOWLEDGED,
    &re_referral_window::RE_REFERRAL_WINDOW,
    &fgm_report::STATUTORY, &fgm_report::GUIDANCE,
    &first_visit::FIRST_VISIT,
    &allocated::ALLOCATED, &transfer::TRANSFER_ACCEPTED,
    &initial_assessment::SEVEN_DAYS, &initial_assessment::TEN_DAYS,
    &core_assessment::CORE_ASSESSMENT,
    &single_assessment::SINGLE_ASSESSMENT,
    &assessment_review_point::SET_BY_CASE, &assessment_review_point::CHECKPOINT,
    &homeless_assessment::HOMELESS_ASSESSMENT,
    &early_help::ALLOCATED, &early_help::ASSESSED, &early_help::REVIEWED, &early_help::CHECKED,
    &need_plan_review::UNTIL_2013, &need_plan_review::LOCAL,
    &need_visit::NEED_VISIT,
    &adoption_tail::ADOPTION_TAIL,
    &strategy_considered::STRATEGY_CONSIDERED, &strategy_discussion::STRATEGY_DISCUSSION,
    &enquiry::ENQUIRY, &enquiry::OUTCOME_RECORDED,
    &acute_medical::ACUTE_MEDICAL,
    &initial_conference::INITIAL_CONFERENCE,
    &transfer_in_conference::TRANSFER_IN_CONFERENCE,
    &parent_report::INITIAL, &parent_report::REVIEW,
    &conference_papers::DECISION_LETTER, &conference_papers::RECORD,
    &first_core_group::FIRST_CORE_GROUP,
    &later_core_group::PLANNED, &later_core_group::LOCAL,
    &protection_visit::PLANNED, &protection_visit::FOUR_WEEKS, &protection_visit::TEN_DAYS,
    &review_conference::REVIEW_CONFERENCE,
    &plan_two_years::PLAN_TWO_YEARS,
    &recording::VISIT_RECORDED, &recording::RECORDING,
    &chronology_review::CHRONOLOGY_REVIEW,
    &oversight::OVERSIGHT,
    &no_activity::NO_ACTIVITY,
];

/// The timescale of this id.
pub fn timescale(id: &str) -> Option<&'static Timescale> {
    TIMESCALES.iter().copied().find(|timescale| timescale.id == id)
}

/// Every duty of a person: each running of each timescale that was in force when it began and, where it is
/// local practice, that the authority keeps.
pub fn duties(circle: &Circle) -> Vec<Duty> {
    let mut duties: Vec<Duty> =
        TIMESCALES.iter().filter(|t| t.kept(circle.settings)).flat_map(|t| t.duties(circle)).collect();
    duties.sort_by_key(|duty| (duty.started_on(), duty.timescale.id, duty.due_on));
    duties
}

impl Timescale {
    /// Whether the authority keeps it: everything but local practice, and of that what it switched on.
    pub fn kept(&self, settings: &Settings) -> bool {
        self.law.force != Force::LocalPractice || settings.is_on(self.id)
    }

    /// A person's duties under it, whether or not the authority keeps it.
    pub fn duties(&'static self, circle: &Circle) -> Vec<Duty> {
        let began_in_scope = |run: &Run| run.lapsed_on.is_none_or(|lapsed| run.started.1.date() <= lapsed);
        let runs = (self.runs)(circle).into_iter();
        let mine = runs.filter(|run| began_in_scope(run) && self.governs(run, circle.settings));
        mine.map(|run| {
            let own = self.set_by.map(|name| circle.settings.within(name));
            let within = run.within.or(own);
            Duty::of(circle.person, self, run.within(within))
        })
        .collect()
    }

    /// Whether it is the version of the rule that governs a running: judged on the day the running began, so
    /// that a recurring limit may change from one interval to the next.
    fn governs(&self, run: &Run, settings: &Settings) -> bool {
        let started = run.started.1.date();
        let day = run.governed_on.unwrap_or(started);
        match self.changeover {
            Changeover::Unmoved => self.law.in_force(day),
            Changeover::EndsIt => self.law.from <= started && day < settings.single_assessment_from,
            Changeover::BeginsIt => settings.single_assessment_from <= day,
        }
    }
}
