//! Conferences, protection plans, core groups and visits under them.

use crate::sitting::sentences;
use crate::support::Told;

const CONFERENCE: &str = "
recording by chair as conference_chair
  2026-03-02 child person.identified
    forename: Jago
  2026-03-20 child conference.held
    conference_type: initial
    attendance:
      - agency: police
        presence: present
      - agency: school
        presence: remote
      - agency: health
        presence: apologies
      - agency: family
        capacity: mother
        presence: present
";

const DECIDED: &str = "
recording by chair as conference_chair
  2026-03-20 child conference.decided
    plan_needed: yes
    category: PHY
    reason: He is hit when his father drinks, and nobody at home can stop it yet
    views:
      - agency: police
        agrees: yes
      - agency: school
        agrees: no
        said: A child in need plan would do
    actions:
      - what: Jago sees the school nurse every Monday
        agency: health
        owner_name: Ms Tonkin
        by: 2026-04-06
    decided_by: chair
";

#[test]
fn f063_an_action_without_an_agency_is_refused_and_a_whole_decision_passes() {
    let told = Told::with_staff(CONFERENCE);
    assert_eq!(told.lacks(DECIDED), []);
    let no_agency = DECIDED.replace("        agency: health\n", "");
    assert_eq!(
        sentences(&told.lacks(&no_agency)),
        [(
            "F063",
            "“Jago sees the school nurse every Monday” for Jago does not say which agency answers for it."
        )]
    );
}

#[test]
fn f063_every_agency_there_is_heard_and_the_chair_decides() {
    let told = Told::with_staff(CONFERENCE);
    let unheard = DECIDED.replace("        agrees: no\n", "");
    assert_eq!(
        sentences(&told.lacks(&unheard)),
        [("F063", "Say what School or nursery thought of the decision for Jago.")]
    );
    let by_manager = DECIDED.replace("chair as conference_chair", "manager as team_manager");
    let lacks = told.lacks(&by_manager.replace("decided_by: chair", "decided_by: manager"));
    assert_eq!(lacks.len(), 1);
    assert!(lacks[0].message.contains("the conference's chair must"), "{lacks:#?}");
}

const PLAN: &str = "
recording by chair as conference_chair
  2026-03-02 child person.identified
    forename: Jago
  2026-03-20 child child_protection_plan.started
    category: PHY
recording by worker as social_worker
  2026-03-26 child risk_assessment.completed
    dangers:
      - statement: His father will hit him when he drinks, as in February
        safety_goal: Father sees Jago with Nan there, for three months
        scale: 3
    past_harm: Bruises on both arms in February
    protects: Nan, two doors away
    weighing: Safe while Nan is there, and not otherwise
  2026-03-27 child child_protection_plan.revised
    dangers:
      - statement: His father will hit him when he drinks, as in February
        safety_goal: Father sees Jago with Nan there, for three months
    outcomes: Jago sleeps through and is not afraid at weekends
    actions:
      - what: Father sees the alcohol service each week
        need: To be safe at weekends
        owner_name: Mr Hocking
        outcome: He is not afraid
        by: 2026-05-01
        measure: The service tells us of each visit
      - what: Nan is there whenever Father is
        need: To be safe at weekends
        owner_name: Mrs Hocking
        outcome: He is not afraid
        by: 2026-04-01
        measure: Jago says so each visit
      - what: School tells us of each day missed
        need: To be safe at weekends
        owner_name: Ms Rowe
        outcome: He is not afraid
        by: 2026-04-01
        measure: A call by ten that day
    visit_every_working_days: 10
    contingency: If he is hit again, Nan takes him home and the police are called that night
    parents_version: Dad will get help with his drinking and see Jago only when Nan is there
    parents_read_on: 2026-03-27
    childs_part: I want Dad to come but not when he smells of beer
";

const APPROVED: &str = "
recording by manager as team_manager
  2026-03-30 child child_protection_plan.approved
    decided_by: manager
";

#[test]
fn f066_approval_without_a_visit_frequency_or_past_the_limit_is_refused() {
    assert_eq!(Told::with_staff(PLAN).lacks(APPROVED), []);
    let none = Told::with_staff(&PLAN.replace("    visit_every_working_days: 10\n", ""));
    assert_eq!(
        sentences(&none.lacks(APPROVED)),
        [("F066", "Say how often Jago will be seen: at least every 10 working days.")]
    );
    let rare =
        Told::with_staff(&PLAN.replace("visit_every_working_days: 10", "visit_every_working_days: 30"));
    assert_eq!(
        sentences(&rare.lacks(APPROVED)),
        [("F066", "Jago would be seen every 30 working days: 10 is the most that may pass.")]
    );
}

#[test]
fn f065_approval_without_outcome_contingency_owner_or_measure_or_by_its_author_is_refused() {
    let thin = PLAN
        .replace("    outcomes: Jago sleeps through and is not afraid at weekends\n", "")
        .replace("        owner_name: Mr Hocking\n", "")
        .replace("        measure: Jago says so each visit\n", "");
    let lacks = Told::with_staff(&thin).lacks(APPROVED);
    assert_eq!(
        sentences(&lacks),
        [
            ("F065", "Say what will be different for Jago."),
            ("F065", "“Father sees the alcohol service each week” for Jago does not say who will do it."),
            ("F065", "“Nan is there whenever Father is” for Jago does not say how we shall know."),
        ]
    );
    let own = PLAN.replace("recording by worker as social_worker", "recording by manager as team_manager");
    let lacks = Told::with_staff(&own).lacks(APPROVED);
    assert_eq!(
        sentences(&lacks),
        [("F065", "Nobody approves their own work: another manager must approve Jago's plan.")]
    );
}

#[test]
fn f049_a_plan_ends_with_reason_outcome_and_decider_or_by_its_conference() {
    let told = Told::with_staff(&format!("{CONFERENCE}  2026-03-21 child child_protection_plan.started\n"));
    let bare = "
recording by chair as conference_chair
  2026-09-20 child child_protection_plan.ended
";
    let fields: Vec<_> = told.lacks(bare).into_iter().filter_map(|one| one.field).collect();
    assert_eq!(fields, ["reason", "outcome", "support_after", "decided_by"]);
    let by_conference = "
recording by chair as conference_chair
  2026-09-20 child conference.decided
    plan_needed: no
    reason: Six months safe, with Nan
    views:
      - agency: police
        agrees: yes
      - agency: school
        agrees: yes
    decided_by: chair
  2026-09-20 child child_protection_plan.ended
    reason: Six months safe, with Nan
";
    assert_eq!(told.lacks(by_conference), []);
}

#[test]
fn f068_a_visit_with_seen_alone_blank_stands_and_the_gap_shows() {
    let told = Told::by(
        "
recording by worker as social_worker
  2026-03-02 child visit.made
    seen: yes
    words: I am fine
",
    );
    assert_eq!(told.about("child", |circle| circle.sights().len()), 1, "the visit stands");
    let said = told.because("child", "visit-unanswered", "2026-03-02");
    assert!(said[0].contains("seen alone"), "{said:?}");
}

#[test]
fn f069_a_support_worker_s_visit_is_support_and_does_not_meet_the_duty() {
    let told = Told::with_staff(
        "
recording by manager as team_manager
  2026-03-02 child allocation.started
    worker: worker
  2026-03-02 child child_protection_plan.started
recording by helper as family_support_worker
  2026-03-12 child visit.made
    seen: yes
recording by worker as social_worker
  2026-03-13 child visit.made
    seen: yes
",
    );
    assert_eq!(told.found("child", "visit-by-another-worker", "2026-03-12").len(), 1);
    let met = told.about("child", |circle| {
        let visits = circle.timeline.of::<record::events::VisitMade>();
        visits.map(|(entry, visit)| circle.meets_visiting_duty(entry, visit)).collect::<Vec<_>>()
    });
    assert_eq!(met, [false, true]);
}

#[test]
fn f070_a_plan_eleven_working_days_old_without_a_core_group_goes_to_worker_manager_and_chair() {
    let told = Told::by(
        "\nrecording by chair as conference_chair\n  2026-03-02 child child_protection_plan.started\n",
    );
    assert!(told.found("child", "core-group-missed", "2026-03-16").is_empty());
    assert_eq!(told.found("child", "core-group-missed", "2026-03-17").len(), 1);
    let rule = rules::findings::finding("core-group-missed").unwrap();
    assert_eq!(rule.for_whom, [rules::Audience::Worker, rules::Audience::Manager, rules::Audience::Chair]);
}
