//! A referral and what followed: decision, assessments, enquiries, conferences, closure.

use record::Event;
use record::codes::{AssessmentFactor, ClosureReason, PrimaryNeed, ReferralSource};
use record::events::{
    AssessmentCompleted, AssessmentSignedOff, AssessmentStarted, CaseNoteRecorded, ClosureDecided,
    ConferenceDecided, ConferenceHeld, ConferenceType, EnquiryCompleted, EnquiryDecided, EnquiryDecision,
    EnquiryOutcome, EnquiryStarted, FactorFound, FactorRecorded, ReferralDecided, ReferralOutcome,
    ReferralReceived,
};
use serde_json::json;

use super::super::{Assessment, CinDetails, PreProceedings, Section47, SourceRow};
use super::{Fact, Gathering, Told};

/// Said where a census tells that something happened but not on which day.
const DAY_NOT_GIVEN: &str = "From the children in need census, which does not give the day.";

impl Gathering<'_> {
    pub(super) fn gather_referral(&mut self, details: &CinDetails) {
        let row = details.source;
        let referred = details.referral_date;
        let received = ReferralReceived {
            source: details
                .referral_source
                .as_ref()
                .and_then(|code| ReferralSource::from_code(code.code.code)),
            primary_need: details
                .primary_need
                .as_ref()
                .and_then(|code| PrimaryNeed::from_code(code.code.code)),
            ..ReferralReceived::default()
        };
        let mut events: Vec<Told> = vec![received.into()];
        let followed = !details.rows_beneath().is_empty() || details.initial_conference_date.is_some();
        // A referral of which the file says neither what was decided nor what followed stays undecided.
        if details.referral_nfa.is_some() || followed {
            let outcome = match details.referral_nfa {
                Some(true) => ReferralOutcome::NoFurtherAction,
                _ => ReferralOutcome::Assessment,
            };
            let decided = ReferralDecided {
                outcome: Some(outcome),
                reason: Some(DAY_NOT_GIVEN.to_owned()),
                ..ReferralDecided::default()
            };
            events.push(decided.into());
        }
        let key = format!("referral/{referred}");
        self.add(Fact { row, field: "CINreferralDate", key, day: referred, events });
        details.assessments.iter().for_each(|assessment| self.gather_assessment(assessment));
        details.section47s.iter().for_each(|enquiry| self.gather_enquiry(details, enquiry));
        self.gather_other_conference(details);
        details.cin_plans.iter().for_each(|plan| self.gather_need_plan(plan));
        details.child_protection_plans.iter().for_each(|plan| self.gather_protection_plan(plan));
        details.pre_proceedings.iter().for_each(|row| self.gather_pre_proceedings(row));
        if let Some(closed) = details.closure_date {
            let closure = ClosureDecided {
                closure_reason: details
                    .closure_reason
                    .as_ref()
                    .and_then(|code| ClosureReason::from_code(code.code.code)),
                reason: details.closure_reason.as_ref().map(|code| code.code.label.to_owned()),
                ..ClosureDecided::default()
            };
            let key = format!("referral/{referred}/closed");
            self.add(Fact { row, field: "CINclosureDate", key, day: closed, events: vec![closure.into()] });
        }
    }

    fn gather_assessment(&mut self, assessment: &Assessment) {
        let (row, started) = (assessment.source, assessment.start_date);
        let key = format!("assessment/{started}");
        let review = assessment.internal_review_date.map(|day| day.to_string());
        let told = Told::from(AssessmentStarted::default()).beside("internal_review_date", review);
        self.add(Fact {
            row,
            field: "AssessmentActualStartDate",
            key: key.clone(),
            day: started,
            events: vec![told],
        });
        let factors =
            assessment.factors.iter().filter_map(|row| AssessmentFactor::from_code(row.code.code.code));
        match assessment.authorisation_date {
            Some(day) => {
                let found = |factor| FactorFound { factor: Some(factor), effect: None };
                let completed = AssessmentCompleted {
                    factors: factors.map(found).collect(),
                    ..AssessmentCompleted::default()
                };
                let events = vec![completed.into(), AssessmentSignedOff::default().into()];
                let key = format!("{key}/authorised");
                self.add(Fact { row, field: "AssessmentAuthorisationDate", key, day, events });
            }
            None => {
                let noted = |factor| FactorRecorded { factor: Some(factor), effect: None }.into();
                let events: Vec<Told> = factors.map(noted).collect();
                if !events.is_empty() {
                    let key = format!("{key}/factors");
                    self.add(Fact { row, field: "AssessmentFactors", key, day: started, events });
                }
            }
        }
    }

    fn gather_enquiry(&mut self, details: &CinDetails, enquiry: &Section47) {
        let (row, started) = (enquiry.source, enquiry.start_date);
        let key = format!("enquiry/{started}");
        let decided = EnquiryDecided { decision: Some(EnquiryDecision::Single), ..EnquiryDecided::default() };
        let target = enquiry.initial_conference_target.map(|day| day.to_string());
        let begun = Told::from(EnquiryStarted::default()).beside("initial_conference_target", target);
        let events = vec![Told::from(decided).beside("joint_or_single", Some("not in the census")), begun];
        self.add(Fact { row, field: "S47ActualStartDate", key: key.clone(), day: started, events });
        // The census does not say when enquiries ended: by the conference, or else by the last day for one.
        let not_needed = enquiry.conference_not_required == Some(true);
        let by = enquiry.initial_conference_target.or(details.closure_date).filter(|_| not_needed);
        if let Some(day) = enquiry.initial_conference_date.or(by) {
            let conference = enquiry.initial_conference_date.is_some();
            let completed = EnquiryCompleted {
                outcome: conference.then_some(EnquiryOutcome::SubstantiatedContinuingRisk),
                findings: Some(DAY_NOT_GIVEN.to_owned()),
                conference_requested: Some(conference),
                ..EnquiryCompleted::default()
            };
            let key = format!("{key}/outcome");
            let field = if conference { "DateOfInitialCPC" } else { "InitialCPCtarget" };
            self.add(Fact { row, field, key, day, events: vec![completed.into()] });
        }
        if let Some(day) = enquiry.initial_conference_date {
            self.gather_conference(details, row, day);
        }
    }

    /// A conference that no enquiry of this referral led to.
    fn gather_other_conference(&mut self, details: &CinDetails) {
        let of_enquiry = |day| details.section47s.iter().any(|row| row.initial_conference_date == Some(day));
        if let Some(day) = details.initial_conference_date.filter(|day| !of_enquiry(*day)) {
            self.gather_conference(details, details.source, day);
        }
    }

    fn gather_conference(&mut self, details: &CinDetails, row: SourceRow, day: jiff::civil::Date) {
        let held =
            ConferenceHeld { conference_type: Some(ConferenceType::Initial), ..ConferenceHeld::default() };
        let mut events: Vec<Told> = vec![held.into()];
        let plans = &details.child_protection_plans;
        let plan = plans.iter().find(|plan| plan.start_date == day);
        // A plan that began on another day leaves it unknown what this conference decided.
        if plan.is_some() || plans.is_empty() {
            let category = plan.and_then(|plan| super::plans::category(plan.initial_category.as_ref()));
            let decided = ConferenceDecided {
                plan_needed: Some(plan.is_some()),
                category,
                ..ConferenceDecided::default()
            };
            events.push(decided.into());
        }
        self.add(Fact {
            row,
            field: "DateOfInitialCPC",
            key: format!("conference/initial/{day}"),
            day,
            events,
        });
    }

    /// No event has a place for these dates yet: they are kept in words, and whole beside them.
    fn gather_pre_proceedings(&mut self, row: &PreProceedings) {
        let dates = [
            ("letter before proceedings sent", row.letter_before_proceedings_date),
            ("first meeting", row.initial_meeting_date),
            ("stepped up or down", row.step_decision_date),
            ("application to court", row.court_application_date),
            ("letter that begins care proceedings", row.initial_care_proceedings_letter_date),
        ];
        let said: Vec<String> =
            dates.iter().filter_map(|(what, day)| Some(format!("{what} {}", (*day)?))).collect();
        let note = format!("Pre-proceedings from {}. {}", row.start_date, said.join("; "));
        let whole = json!({
            "family_meeting_offered": row.family_meeting_offered,
            "family_meeting_facilitated": row.family_meeting_facilitated,
            "review_meetings": row.review_meetings_count,
            "outcome": row.outcome,
            "dates": dates.iter().map(|(what, day)| (what.to_string(), json!(day))).collect::<serde_json::Map<_, _>>(),
        });
        let event: Event = CaseNoteRecorded {
            heading: Some("Pre-proceedings, from the children in need census".to_owned()),
            note: Some(note.trim().to_owned()),
            ..CaseNoteRecorded::default()
        }
        .into();
        let words = super::digest(whole.to_string().as_bytes());
        let key = format!("pre_proceedings/{}/{}", row.start_date, &words[..16]);
        let told = Told::from(event).beside("pre_proceedings", Some(whole));
        let (source, day) = (row.source, row.start_date);
        self.add(Fact { row: source, field: "PPStartDate", key, day, events: vec![told] });
    }
}
