//! What a decision brings about is recorded with it and typed once.

use record::Event;
use record::events::{AssessmentStarted, HarmSuspected, ProtectionPlanRevised, ReferralReceived, Typed};
use rules::follow_on;

use crate::support::Told;

/// What the last entry about the child brings about, given everything before it.
fn brought_about(notation: &str) -> Vec<Event> {
    let after = Told::by(notation);
    let last = |circle: &rules::Circle| circle.timeline.entries.last().map(|e| (e.event.clone(), e.day()));
    let (event, day) = after.about("child", last).unwrap();
    let place = notation.trim_end().rfind("\nrecording").unwrap();
    let before = Told::by(&notation[..place]);
    before.about("child", |circle| follow_on(&event, day, circle))
}

fn kinds(events: &[Event]) -> Vec<&str> {
    events.iter().map(Event::kind).collect()
}

const CONTACT: &str = "
recording by screener as screener
  2026-03-02 09:00 child contact.received
    source: 2A
    agency: school
    method: telephone
    worry: Bruise on the arm
  2026-03-02 10:00 child contact.screened
    rating: amber
recording by manager as front_door_manager
  2026-03-02 child contact.decided
    outcome: OUTCOME
    reason: Seen by the school nurse
";

#[test]
fn an_accepted_contact_becomes_a_referral_that_carries_what_it_said() {
    let events = brought_about(&CONTACT.replace("OUTCOME", "referral"));
    assert_eq!(kinds(&events), ["referral.received"]);
    let referral = ReferralReceived::of(&events[0]).unwrap();
    assert_eq!(referral.contact, Some(chronology::EntryId::new(1, 0)));
    assert_eq!(referral.source.map(|source| source.code()), Some("2A"));
    assert_eq!(referral.agency, Some(record::events::Agency::School));
    assert_eq!(referral.rating, Some(record::events::Rating::Amber));
    assert_eq!(referral.reason.as_deref(), Some("Bruise on the arm"));
    assert_eq!((referral.by_telephone, referral.from_professional), (Some(true), Some(true)));
}

#[test]
fn a_strategy_discussion_at_once_is_a_referral_with_reasonable_cause() {
    let events = brought_about(&CONTACT.replace("OUTCOME", "strategy_discussion"));
    assert_eq!(kinds(&events), ["referral.received", "harm.suspected"]);
    assert_eq!(HarmSuspected::of(&events[1]).unwrap().what.as_deref(), Some("Bruise on the arm"));
}

#[test]
fn a_contact_that_ends_brings_nothing_about() {
    assert_eq!(brought_about(&CONTACT.replace("OUTCOME", "no_further_action")), []);
}

const REFERRAL: &str = "
recording by manager as front_door_manager
  2026-03-02 child referral.received
BETWEEN
recording by manager as team_manager
  2026-03-03 child referral.decided
    outcome: OUTCOME
    reason: What is behind the bruise?
";

#[test]
fn a_referral_to_assess_starts_an_assessment_unless_one_is_under_way() {
    let text = REFERRAL.replace("OUTCOME", "assessment");
    let events = brought_about(&text.replace("BETWEEN", ""));
    assert_eq!(kinds(&events), ["assessment.started"]);
    assert_eq!(
        AssessmentStarted::of(&events[0]).unwrap().reason.as_deref(),
        Some("What is behind the bruise?")
    );
    assert_eq!(brought_about(&text.replace("BETWEEN", "  2026-03-02 child assessment.started")), []);
}

#[test]
fn a_referral_for_a_strategy_discussion_is_reasonable_cause_unless_that_is_on_record() {
    let text = REFERRAL.replace("OUTCOME", "strategy_discussion");
    assert_eq!(kinds(&brought_about(&text.replace("BETWEEN", ""))), ["harm.suspected"]);
    assert_eq!(brought_about(&text.replace("BETWEEN", "  2026-03-02 child harm.suspected")), []);
}

const CONFERENCE: &str = "
recording by chair as conference_chair
  2026-03-20 child conference.held
BETWEEN
recording by chair as conference_chair
  2026-03-20 child conference.decided
    plan_needed: NEEDED
    category: PHY
    reason: He is hit when his father drinks
    danger: His father will hit him again
    actions:
      - what: Jago sees the school nurse
        agency: health
    decided_by: chair
";

#[test]
fn a_plan_that_is_needed_starts_with_its_outline() {
    let events = brought_about(&CONFERENCE.replace("BETWEEN", "").replace("NEEDED", "yes"));
    assert_eq!(kinds(&events), ["child_protection_plan.started", "child_protection_plan.revised"]);
    let outline = ProtectionPlanRevised::of(&events[1]).unwrap();
    assert_eq!((outline.actions.len(), outline.dangers.len()), (1, 1));
    assert!(outline.written_by.is_some());
}

#[test]
fn a_plan_in_force_goes_on_changes_category_or_ends() {
    let running =
        |category| format!("  2026-01-20 child child_protection_plan.started\n    category: {category}");
    let with = |category, needed| {
        let text = CONFERENCE.replace("BETWEEN", &running(category)).replace("NEEDED", needed);
        kinds(&brought_about(&text)).join(" ")
    };
    assert_eq!(with("PHY", "yes"), "");
    assert_eq!(with("NEG", "yes"), "child_protection_plan.category_changed");
    assert_eq!(with("PHY", "no"), "child_protection_plan.ended");
    let none = CONFERENCE.replace("BETWEEN", "").replace("NEEDED", "no");
    assert_eq!(brought_about(&none), []);
}
