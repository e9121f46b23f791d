//! Which steps are open along the journey from a contact to a core group.

use jiff::civil::{Date, date};
use practice::{Happened, Practice};
use serde_json::{Value, json};

struct Journey {
    practice: Practice,
    events: Vec<(String, Date, Value)>,
}

impl Journey {
    fn in_england() -> Self {
        Self { practice: Practice::of_county("england").unwrap(), events: Vec::new() }
    }

    fn then(&mut self, kind: &str, body: Value) -> &mut Self {
        let day = date(2026, 3, 1) + jiff::Span::new().days(i64::try_from(self.events.len()).unwrap());
        self.events.push((kind.to_owned(), day, body));
        self
    }

    fn open(&self) -> Vec<String> {
        let happened: Vec<Happened<'_>> = self
            .events
            .iter()
            .map(|(kind, on, body)| Happened { kind, on: *on, body: body.as_object().unwrap().clone() })
            .collect();
        let open = self.practice.open_steps(&happened);
        open.iter().map(|open| format!("{}/{}", open.process.id, open.step.id)).collect()
    }

    #[track_caller]
    fn expect(&self, steps: &[&str]) {
        let open = self.open();
        for step in steps {
            assert!(open.contains(&(*step).to_owned()), "{step} is not among {open:?}");
        }
    }

    #[track_caller]
    fn closed(&self, steps: &[&str]) {
        let open = self.open();
        for step in steps {
            assert!(!open.contains(&(*step).to_owned()), "{step} is among {open:?}");
        }
    }
}

#[test]
fn nothing_is_open_before_anything_happened() {
    assert!(Journey::in_england().open().is_empty());
}

#[test]
fn a_contact_opens_its_decision_and_the_decision_opens_what_it_decided() {
    let mut journey = Journey::in_england();
    journey.then("contact.received", json!({}));
    journey.expect(&["contact/screen", "contact_decision/decide"]);
    journey.then("contact.decided", json!({"outcome": "no_further_action"}));
    assert_eq!(journey.open(), ["contact_decision/tell_referrer"]);
    journey.then("contact.received", json!({})).then("contact.decided", json!({"outcome": "referral"}));
    journey.expect(&["referral/record", "contact_decision/tell_referrer"]);
    journey.closed(&["contact/screen", "contact_decision/decide"]);
}

#[test]
fn the_journey_has_no_dead_end() {
    let mut journey = Journey::in_england();
    journey.then("referral.received", json!({})).expect(&["referral/decide", "referral/acknowledge"]);
    journey.then("referral.decided", json!({"outcome": "assessment"}));
    journey.expect(&["allocation/allocate", "assessment/start", "visit/first"]);
    journey.then("assessment.started", json!({}));
    journey.expect(&["assessment/checkpoint", "assessment/write", "chronology_review/review"]);
    journey.then("visit.made", json!({"seen": "no"})).expect(&["visit/first"]);
    journey.then("visit.made", json!({"seen": "yes"})).closed(&["visit/first"]);
    journey.then("assessment.completed", json!({})).expect(&["assessment/sign_off"]);
    journey.closed(&["assessment/write"]);
    journey.then("assessment.returned", json!({})).expect(&["assessment/write"]);
    journey.closed(&["assessment/sign_off"]);
    journey
        .then("assessment.completed", json!({}))
        .then("assessment.signed_off", json!({"outcome": "strategy_discussion"}));
    journey.expect(&["strategy_discussion/hold"]);
    journey.then("strategy_discussion.held", json!({})).expect(&["strategy_discussion/decide"]);
    journey
        .then("section_47_enquiry.decided", json!({"decision": "joint"}))
        .expect(&["section_47_enquiry/start"]);
    journey.then("section_47_enquiry.started", json!({})).expect(&["section_47_enquiry/record_outcome"]);
    journey
        .then("section_47_enquiry.completed", json!({"conference_requested": true}))
        .expect(&["conference/book"]);
    journey.then("conference.booked", json!({})).expect(&[
        "conference/hold",
        "conference/invite",
        "conference/share_report",
    ]);
    journey.then("conference.held", json!({})).expect(&["conference/decide", "conference/send_record"]);
    journey.then("conference.decided", json!({"plan_needed": true}));
    journey.expect(&["protection_plan/write", "conference/send_decision", "conference/book"]);
    journey.closed(&["protection_plan/end"]);
    journey.then("child_protection_plan.started", json!({})).expect(&["core_group/hold"]);
    journey.then("child_protection_plan.revised", json!({})).expect(&["protection_plan/approve"]);
    journey.then("child_protection_plan.approved", json!({})).closed(&["protection_plan/approve"]);
    journey.then("core_group.held", json!({})).expect(&["core_group/hold"]);
    journey.then("conference.decided", json!({"plan_needed": false})).expect(&["protection_plan/end"]);
    journey.then("child_protection_plan.ended", json!({})).closed(&[
        "protection_plan/end",
        "core_group/hold",
        "conference/book",
    ]);
    journey.then("closure.decided", json!({"closure_reason": "RC7"}));
    assert!(!journey.open().iter().any(|step| step.starts_with("assessment/")));
}

#[test]
fn no_enquiry_opens_no_enquiry() {
    let mut journey = Journey::in_england();
    journey
        .then("strategy_discussion.held", json!({}))
        .then("section_47_enquiry.decided", json!({"decision": "none"}));
    assert!(journey.open().is_empty());
}

#[test]
fn two_counties_open_the_same_steps_and_call_them_otherwise() {
    let [cornwall, cambridgeshire] =
        ["cornwall", "cambridgeshire"].map(|county| Practice::of_county(county).unwrap());
    assert_eq!(cornwall.word("front_door"), "Multi-Agency Referral Unit (MARU)");
    assert_eq!(cambridgeshire.word("early_help_meeting"), "Locality Allocation and Review Meeting (LARM)");
    assert_eq!(cambridgeshire.label("Role", "team_manager"), "Consultant social worker");
    assert_eq!(cornwall.label("Role", "team_manager"), "Team manager");
    let titles =
        [&cornwall, &cambridgeshire].map(|practice| practice.form("conference").unwrap().title.as_str());
    assert_eq!(titles, ["Signs of Safety conference", "Strengthening Families conference"]);
    assert_eq!(cornwall.settings().core_group_later_weeks(), 4);
    assert_eq!(cambridgeshire.settings().core_group_later_weeks(), 6);
    let steps = |practice: &Practice| practice.processes().map(|process| process.steps.len()).sum::<usize>();
    assert_eq!(steps(&cornwall), steps(&cambridgeshire));
}

#[test]
fn each_gate_names_the_failing_that_it_answers() {
    let practice = Practice::of_county("england").unwrap();
    let named: Vec<&str> =
        practice.processes().flat_map(|process| &process.gates).map(|gate| gate.failing.as_str()).collect();
    for failing in
        ["F001", "F004", "F030", "F032", "F033", "F038", "F044", "F048", "F056", "F063", "F066", "F182"]
    {
        assert!(named.contains(&failing), "no gate answers {failing}");
    }
}
