//! Workers, their children and their managers.

use crate::sitting::sentences;
use crate::support::Told;

const OPENED: &str = "
recording by manager as team_manager
  2026-03-02 child referral.received
  2026-03-02 child referral.decided
    outcome: assessment
  2026-03-02 jago referral.received
  2026-03-02 jago referral.decided
    outcome: assessment
  2026-03-02 tegen referral.received
  2026-03-02 tegen referral.decided
    outcome: assessment
  2026-03-03 tegen allocation.started
    worker: worker
";

#[test]
fn f178_of_three_children_opened_and_one_allocated_two_are_listed() {
    let told = Told::with_staff(OPENED);
    let listed = |told: &Told, day| {
        let children = ["child", "jago", "tegen"].into_iter();
        children.filter(|child| !told.found(child, "unallocated", day).is_empty()).collect::<Vec<_>>()
    };
    assert_eq!(listed(&told, "2026-03-04"), ["child", "jago"]);
    let allocated = format!("{OPENED}  2026-03-05 jago allocation.started\n    worker: worker\n");
    assert_eq!(listed(&Told::with_staff(&allocated), "2026-03-05"), ["child"], "allocation clears each");
}

#[test]
fn f182_a_move_with_one_child_not_handed_over_is_refused_naming_the_child() {
    let told = Told::with_staff(
        "
recording by screener as screener
  2026-03-02 jago person.identified
    forename: Jago
  2026-03-02 tegen person.identified
    forename: Tegen
",
    );
    let moved = "
recording by manager as team_manager
  2026-03-20 worker post.vacated
    decided_by: manager
    handovers:
      - child: jago
        to: next
        handover: Ring Nan first; he shuts down if school rings
        child_told: Told on 18 March, on a walk, by both workers
";
    let lacks = told.lacks_for(moved, &["jago", "tegen"]);
    assert_eq!(sentences(&lacks), [("F182", "Tegen has not been handed over.")]);
    assert_eq!(lacks[0].person.as_str(), "tegen");
    assert_eq!(told.lacks_for(moved, &["jago"]), []);
    let untold = moved.replace("        child_told: Told on 18 March, on a walk, by both workers\n", "");
    assert_eq!(
        sentences(&told.lacks_for(&untold, &["jago"])),
        [("F182", "Say what Jago was told, and when.")]
    );
}

#[test]
fn f182_three_changes_in_a_year_list_the_child() {
    let mut text =
        "\nrecording by manager as team_manager\n  2026-01-05 child assessment.started\n".to_owned();
    for (month, worker) in (1..).zip(["one", "two", "three", "four"]) {
        text.push_str(&format!("  2026-0{month}-10 child allocation.started\n    worker: {worker}\n"));
    }
    let told = Told::by(&text);
    assert!(told.found("child", "worker-changes", "2026-04-09").is_empty());
    assert_eq!(told.found("child", "worker-changes", "2026-04-10").len(), 1);
}

#[test]
fn f183_sixty_days_without_a_management_entry_go_to_both_managers() {
    let told = Told::with_staff(OPENED);
    assert!(told.found("child", "no-management-entry", "2026-04-27").is_empty());
    assert_eq!(told.found("child", "no-management-entry", "2026-05-01").len(), 1, "sixty days");
    let rule = rules::findings::finding("no-management-entry").unwrap();
    assert_eq!(rule.for_whom, [rules::Audience::Manager, rules::Audience::Head]);
}

#[test]
fn f074_fifteen_idle_working_days_go_to_worker_and_manager_with_the_last_event_named() {
    let told = Told::with_staff(OPENED);
    let said = told.because("tegen", "no-activity", "2026-03-25");
    assert!(said[0].contains("“Allocated” on 3 March 2026"), "{said:?}");
    let rule = rules::findings::finding("no-activity").unwrap();
    assert_eq!(rule.for_whom, [rules::Audience::Worker, rules::Audience::Manager]);
}

const ALLOCATED: &str = "
recording by manager as team_manager
  2026-03-03 child allocation.started
    worker: worker
    decided_by: manager
";

#[test]
fn f180_a_worker_at_the_limit_needs_a_reason_and_the_head_s_name() {
    let told = Told::with_staff(OPENED);
    assert_eq!(told.lacks(ALLOCATED), []);
    let caseload: Vec<String> = (1..=20).map(|number| format!("child-{number}")).collect();
    let caseload: Vec<&str> = caseload.iter().map(String::as_str).collect();
    let lacks = told.lacks_for(ALLOCATED, &caseload);
    assert_eq!(
        lacks.iter().filter_map(|one| one.field).collect::<Vec<_>>(),
        ["override_reason", "override_by"]
    );
    assert!(lacks[0].message.contains("21 children with the child and may have 20"), "{lacks:#?}");
    let agreed = format!("{ALLOCATED}    override_reason: His brothers are hers\n    override_by: head\n");
    assert_eq!(told.lacks_for(&agreed, &caseload), []);
}

#[test]
fn f181_a_protected_worker_takes_no_protection_case_without_the_head_of_service() {
    let text = format!(
        "{OPENED}  2026-03-03 child child_protection_plan.started
  2026-01-01 new registration.recorded
    register: Social Work England
  2026-01-01 new post.filled
    role: social_worker
    protected_caseload: yes
"
    );
    let told = Told::with_staff(&text);
    let by_manager = ALLOCATED.replace("worker: worker", "worker: new");
    let lacks = told.lacks(&by_manager);
    assert_eq!(lacks.iter().map(|one| one.failing).collect::<Vec<_>>(), ["F181", "F181"]);
    assert!(lacks[0].message.contains("protected caseload"), "{lacks:#?}");
    let manager_agreed =
        format!("{by_manager}    override_reason: Sits beside her mentor\n    override_by: manager\n");
    assert_eq!(told.lacks(&manager_agreed).len(), 1, "a team manager does not do");
}

#[test]
fn f069_a_named_worker_is_registered() {
    let told = Told::with_staff(OPENED);
    let helper = ALLOCATED.replace("worker: worker", "worker: helper");
    assert_eq!(
        sentences(&told.lacks(&helper)),
        [("F069", "Helper is not a registered social worker and cannot be the child's named worker.")]
    );
}

#[test]
fn only_those_entitled_restrict_or_seal_a_record() {
    let told = Told::with_staff(OPENED);
    let restricted = "
recording by worker as social_worker
  2026-03-20 child restriction.placed
    reason: His aunt works here
    ask: manager
";
    let lacks = told.lacks(restricted);
    assert_eq!(lacks.len(), 1);
    assert!(lacks[0].message.starts_with("Hannah may not restrict"), "{lacks:#?}");
    assert_eq!(told.lacks(&restricted.replace("worker as social_worker", "manager as team_manager")), []);
    let sealed = "
recording by manager as team_manager
  2026-03-20 child record.sealed
    successor: new-child
    reason: Adopted
";
    let lacks = told.lacks(sealed);
    assert!(lacks.len() == 1 && lacks[0].message.contains("adoption records"), "{lacks:#?}");
}
