//! One referral and all that followed from it: the census's row of child-in-need details.

use jiff::civil::Date;

use super::assessment::Assessment;
use super::codes::{CLOSURE_REASON, PRIMARY_NEED, REFERRAL_SOURCE};
use super::element::Element;
use super::ledger::{Ledger, SourceRow};
use super::pre_proceedings::PreProceedings;
use super::protection_plan::ChildProtectionPlan;
use super::row::{Coded, Row};
use super::section_47::Section47;

/// One referral, from its date to its closure.
#[derive(Debug, Clone, PartialEq)]
pub struct CinDetails {
    /// Where it stands.
    pub source: SourceRow,
    /// Date of the referral (`CINreferralDate`); a row without one is left out.
    pub referral_date: Date,
    /// Who referred.
    pub referral_source: Option<Coded>,
    /// Primary need.
    pub primary_need: Option<Coded>,
    /// Date on which the case closed.
    pub closure_date: Option<Date>,
    /// Why it closed.
    pub closure_reason: Option<Coded>,
    /// An initial child protection conference that no enquiry of this referral led to (a transfer in, say).
    pub initial_conference_date: Option<Date>,
    /// Whether the referral ended in no further action.
    pub referral_nfa: Option<bool>,
    /// Assessments.
    pub assessments: Vec<Assessment>,
    /// Child in need plans.
    pub cin_plans: Vec<CinPlan>,
    /// Section 47 enquiries.
    pub section47s: Vec<Section47>,
    /// Child protection plans.
    pub child_protection_plans: Vec<ChildProtectionPlan>,
    /// Pre-proceedings and family group decision making (from 2026).
    pub pre_proceedings: Vec<PreProceedings>,
}

/// A child in need plan's dates.
#[derive(Debug, Clone, PartialEq)]
pub struct CinPlan {
    /// Where it stands.
    pub source: SourceRow,
    /// Start.
    pub start_date: Date,
    /// End.
    pub end_date: Option<Date>,
}

impl CinDetails {
    /// Every row read beneath this one, in no promised order.
    pub fn rows_beneath(&self) -> Vec<SourceRow> {
        let mut rows = Vec::new();
        for assessment in &self.assessments {
            rows.push(assessment.source);
            rows.extend(assessment.factors.iter().map(|factor| factor.source));
        }
        rows.extend(self.cin_plans.iter().map(|row| row.source));
        rows.extend(self.section47s.iter().map(|row| row.source));
        for plan in &self.child_protection_plans {
            rows.push(plan.source);
            rows.extend(plan.reviews.iter().map(|review| review.source));
        }
        rows.extend(self.pre_proceedings.iter().map(|row| row.source));
        rows
    }

    pub(super) fn read(ledger: &mut Ledger, element: &Element, child: Option<&str>) -> Option<CinDetails> {
        let mut row = Row::open(ledger, element, "CINdetails", child);
        let referral_date = row.date_required("CINreferralDate");
        let mut details = CinDetails {
            source: row.source,
            referral_date: referral_date.unwrap_or_default(),
            referral_source: row.code("ReferralSource", &REFERRAL_SOURCE),
            primary_need: row.code("PrimaryNeedCode", &PRIMARY_NEED),
            closure_date: row.date("CINclosureDate"),
            closure_reason: row.code("ReasonForClosure", &CLOSURE_REASON),
            initial_conference_date: row.date("DateOfInitialCPC"),
            referral_nfa: row.yes_no("ReferralNFA"),
            assessments: Vec::new(),
            cin_plans: Vec::new(),
            section47s: Vec::new(),
            child_protection_plans: Vec::new(),
            pre_proceedings: Vec::new(),
        };
        let sound = row.close(FIELDS);
        for part in &element.children {
            match part.name.as_str() {
                "Assessments" => details.assessments.extend(Assessment::read(ledger, part, child)),
                "CINPlanDates" => details.cin_plans.extend(CinPlan::read(ledger, part, child)),
                "Section47" => details.section47s.extend(Section47::read(ledger, part, child)),
                "ChildProtectionPlans" => {
                    details.child_protection_plans.extend(ChildProtectionPlan::read(ledger, part, child));
                }
                "PreProceedingsandFGDM" => {
                    details.pre_proceedings.extend(PreProceedings::read(ledger, part, child))
                }
                _ => {}
            }
        }
        if !sound {
            ledger.leave_out_beneath(details.source, child, &details.rows_beneath());
            return None;
        }
        Some(details)
    }
}

impl CinPlan {
    fn read(ledger: &mut Ledger, element: &Element, child: Option<&str>) -> Option<CinPlan> {
        let mut row = Row::open(ledger, element, "CINplanDates", child);
        let source = row.source;
        let start_date = row.date_required("CINPlanStartDate");
        let end_date = row.date("CINPlanEndDate");
        let sound = row.close(&["CINPlanStartDate", "CINPlanEndDate"]);
        start_date.filter(|_| sound).map(|start_date| CinPlan { source, start_date, end_date })
    }
}

const FIELDS: &[&str] = &[
    "CINreferralDate",
    "ReferralSource",
    "PrimaryNeedCode",
    "CINclosureDate",
    "ReasonForClosure",
    "DateOfInitialCPC",
    "ReferralNFA",
    "Assessments",
    "CINPlanDates",
    "Section47",
    "ChildProtectionPlans",
    "PreProceedingsandFGDM",
];
