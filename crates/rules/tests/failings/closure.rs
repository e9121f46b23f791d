//! Closing a case: what the decision rests on.

use crate::sitting::sentences;
use crate::support::Told;

const OPENED: &str = "
recording by manager as team_manager
  2026-02-02 child person.identified
    forename: Jago
  2026-02-02 child referral.received
  2026-02-02 child referral.decided
    outcome: assessment
recording by worker as social_worker
  2026-02-20 child assessment.started
  2026-03-10 child assessment.completed
    needs:
      - need: To sleep in a bed of his own
      - need: To be heard
";

const WEIGHED: &str = "
recording by worker as social_worker
  2026-05-20 child risk_assessment.completed
    dangers:
      - statement: That his father comes back drunk
        safety_goal: Nan is there each Saturday
        scale: 8
    past_harm: Bruises in January
    protects: Nan
    weighing: Safe with Nan next door
  2026-05-21 child chronology.reviewed
    pattern: Harm at weekends, none since Nan moved in
";

const CLOSED: &str = "
recording by manager as team_manager
  2026-06-01 child closure.decided
    closure_reason: RC7
    reason: Safe with Nan since March
    outcome: Sleeps, eats, goes to school
    child_seen_on: 2026-05-28
    analysis: Hurt in January, and not since Nan moved in; his father has stopped drinking
    needs:
      - need: To sleep in a bed of his own
        outcome: He has one
        workers_rating: met
        familys_rating: met
      - need: To be heard
        outcome: He tells his teacher
        workers_rating: better
        no_family_rating: His mother did not wish to say
        offer: The school counsellor, each Tuesday
    decided_by: manager
";

fn open() -> Told {
    Told::with_staff(&format!("{OPENED}{WEIGHED}"))
}

#[test]
fn f043_a_case_closes_with_reason_outcome_and_manager_and_no_open_plan() {
    assert_eq!(open().lacks(CLOSED), []);
    let told =
        Told::with_staff(&format!("{OPENED}{WEIGHED}  2026-05-22 child child_protection_plan.started\n"));
    let lacks = told.lacks(CLOSED);
    assert_eq!(sentences(&lacks), [("F043", "Jago's child protection plan is in force: it must end first.")]);
    assert_eq!(lacks[0].mend, Some("child_protection_plan.ended"));
    let by_worker = CLOSED
        .replace("manager as team_manager", "worker as social_worker")
        .replace("decided_by: manager", "decided_by: worker");
    assert_eq!(open().lacks(&by_worker).len(), 1);
}

#[test]
fn f043_a_case_without_a_risk_assessment_or_a_chronology_read_is_not_closed() {
    let lacks = Told::with_staff(OPENED).lacks(CLOSED);
    assert_eq!(lacks.iter().map(|one| one.failing).collect::<Vec<_>>(), ["F043", "F043"]);
    assert!(lacks[0].message.starts_with("Jago has no risk assessment"), "{lacks:#?}");
    assert_eq!(lacks[0].mend, Some("risk_assessment.completed"));
    assert_eq!(lacks[1].message, "Nobody has read through Jago’s chronology since the case opened.");
    let rose =
        format!("{OPENED}{WEIGHED}  2026-05-25 child risk.increased\n    what: Seen with his father\n");
    assert_eq!(
        sentences(&Told::with_staff(&rose).lacks(CLOSED)),
        [("F043", "The risk to Jago rose on 25 May 2026 and has not been weighed since.")]
    );
    let bare = CLOSED.replace("    child_seen_on: 2026-05-28\n", "").replace(
        "    analysis: Hurt in January, and not since Nan moved in; his father has stopped drinking\n",
        "",
    );
    assert_eq!(
        open().lacks(&bare).iter().filter_map(|one| one.field).collect::<Vec<_>>(),
        ["child_seen_on", "analysis"]
    );
}

#[test]
fn f043_a_child_who_died_is_asked_for_none_of_it() {
    let died = CLOSED.replace("RC7", "RC2");
    assert_eq!(Told::with_staff(OPENED).lacks(&died), []);
}

#[test]
fn f024_a_need_left_without_an_offer_is_named() {
    let bare = CLOSED.replace("        offer: The school counsellor, each Tuesday\n", "");
    let lacks = open().lacks(&bare);
    assert_eq!(
        sentences(&lacks),
        [(
            "F024",
            "“To be heard”: this need of Jago is not met. Say what help was offered for it, or why the family declined."
        )]
    );
    let declined = format!(
        "{OPENED}{WEIGHED}  2026-05-26 child offer.declined\n    need: To be heard\n    offer: A counsellor\n    reason: He would rather talk with Nan\n"
    );
    assert_eq!(Told::with_staff(&declined).lacks(&bare), []);
    let silent = bare
        .replace("        outcome: He tells his teacher\n        workers_rating: better\n", "")
        .replace("        no_family_rating: His mother did not wish to say\n", "")
        .replace("      - need: To be heard\n", "");
    let failings: Vec<_> = open().lacks(&silent).into_iter().map(|one| one.failing).collect();
    assert_eq!(failings, ["F049", "F024"], "a need that the closure does not name is still open");
}

#[test]
fn f049_a_closure_without_ratings_is_refused() {
    let unrated = CLOSED.replace("        workers_rating: met\n        familys_rating: met\n", "");
    let failings: Vec<_> = open().lacks(&unrated).into_iter().map(|one| one.failing).collect();
    assert_eq!(failings, ["F049", "F024"]);
    let half = CLOSED.replace("        familys_rating: met\n", "");
    let lacks = open().lacks(&half);
    assert_eq!(lacks.iter().map(|one| one.failing).collect::<Vec<_>>(), ["F049"]);
    assert!(lacks[0].message.contains("or why the family does not say"), "{lacks:#?}");
}
