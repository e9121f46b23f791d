//! Views kept up recording by recording hold what a rebuild holds.

mod common;

use std::sync::Arc;

use chronology::PersonId;
use common::{append, authority};
use jiff::civil::date;
use record::events::Role;
use rules::Settings;
use views::Views;
use views::access::{Who, Why};

const FAMILY: &str = "
recording by asha as screener
  2026-03-02 10:20 kerra person.identified
    category: adult
    forename: Kerra
    surname: Nance
  2026-03-02 10:20 wenna person.identified
    category: child
    forename: Morwenna
    surname: Nance
    date_of_birth: 2016-11-12
  2026-03-02 10:20 jory person.identified
    category: child
    forename: Jory
    surname: Nance
    date_of_birth: 2019-06-30
  2026-03-02 10:20 wenna household.joined
    household: chapel-row
  2026-03-02 10:20 jory household.joined
    household: chapel-row
  2026-03-02 10:20 wenna contact.received
    worry: Listens on the stairs
    rating: red
";

const LATER: [&str; 5] = [
    "
recording by martin as front_door_manager
  2026-03-02 14:00 wenna contact.decided
    outcome: referral
    level_of_need: in_need
    reason: Third time
    history_weighed: Two contacts
    decided_by: martin
  2026-03-02 14:00 wenna referral.received
",
    "
recording by martin as front_door_manager
  2026-03-03 09:00 wenna referral.decided
    outcome: assessment
    reason: In need
  2026-03-03 09:00 wenna allocation.started
    worker: hannah
    team: west
",
    "
recording by admin as records_officer
  2026-03-03 hannah person.identified
    category: professional
    forename: Hannah
    surname: Pascoe
  2026-03-03 hannah post.filled
    role: social_worker
    team: west
    manager: ruth
  2026-03-03 hannah registration.recorded
    register: Social Work England
",
    "
recording by asha as screener
  2026-03-04 jory-again person.identified
    category: child
    forename: Jorey
    surname: Nance
  2026-03-04 jory-again contact.received
    worry: Tired
",
    "
recording by admin as records_officer
  2026-03-05 jory identity.same_person
    other: jory-again
    kept: jory
    reason: Same boy
  2026-03-05 jory-again identity.same_person
    other: jory
    kept: jory
    reason: Same boy
",
];

/// Those around everybody, as somebody asks for them now: who is there, and how much is recorded of each.
fn circles(county: &common::Authority, views: &Views) -> Vec<(PersonId, Vec<(PersonId, usize)>)> {
    let head = Who {
        person: PersonId::new("helen").unwrap(),
        name: "Helen".to_owned(),
        role: Role::HeadOfService,
        team: None,
    };
    let circle = |person: PersonId| {
        let pass = views.pass(&county.desk, &head, &person, Why::Work, date(2026, 4, 1)).unwrap();
        let around = views.around(&pass, None, None).unwrap();
        let others = around.others.iter().map(|(id, timeline)| (id.clone(), timeline.counting().count()));
        (person, others.collect())
    };
    views.everybody().unwrap().into_iter().map(circle).collect()
}

#[test]
fn who_is_kept_around_whom_is_what_anybody_would_find_anew() {
    let county = authority(FAMILY);
    let moved = "
recording by asha as screener
  2026-03-06 jory-again household.joined
    household: new-row
  2026-03-06 baby person.identified
    category: child
    forename: Baby
    expected_date_of_birth: 2026-05-01
  2026-03-06 baby household.joined
    household: chapel-row
";
    for recording in LATER.iter().chain([&moved]) {
        circles(&county, &county.views);
        append(&county.chronology, recording);
        county.views.catch_up().unwrap();
        let fresh = tempfile::tempdir().unwrap();
        let settings = Arc::new(Settings::default());
        let anew = Views::open(fresh.path(), county.chronology.clone(), settings, 1).unwrap();
        assert_eq!(circles(&county, &county.views), circles(&county, &anew), "after {recording}");
    }
}

#[test]
fn following_equals_a_rebuild_after_every_recording() {
    let county = authority(FAMILY);
    for (turn, recording) in LATER.iter().enumerate() {
        append(&county.chronology, recording);
        county.views.catch_up().unwrap();
        let fresh = tempfile::tempdir().unwrap();
        Views::rebuild(fresh.path(), &county.chronology, &Settings::default(), 1, &mut |_, _| {}).unwrap();
        let difference =
            views::difference(&county.folder.path().join("views.sqlite"), &fresh.path().join("views.sqlite"));
        assert_eq!(difference.unwrap(), None, "after recording {turn}");
    }
}

#[test]
fn a_brother_s_finding_appears_with_his_sister_s_referral_and_parts_with_his() {
    let county = authority(FAMILY);
    assert_eq!(county.desk.accounts().unwrap().len(), 0);
    append(&county.chronology, LATER[0]);
    county.views.catch_up().unwrap();
    let day = date(2026, 3, 10);
    let siblings = |county: &common::Authority| {
        let all = county.views.findings_on(None, None, day).unwrap();
        all.into_iter().filter(|finding| finding.finding.contains("sibling")).count()
    };
    assert!(siblings(&county) > 0, "Jory was left out");
    append(
        &county.chronology,
        "
recording by martin as front_door_manager
  2026-03-02 14:30 jory referral.received
",
    );
    county.views.catch_up().unwrap();
    let left: Vec<_> = county.views.findings_on(None, None, day).unwrap();
    assert!(left.iter().all(|finding| finding.finding != "sibling-not-referred"), "{left:?}");
}

#[test]
fn merged_people_are_one_row_and_answer_to_both_ids() {
    let county = authority(FAMILY);
    LATER.iter().for_each(|recording| append(&county.chronology, recording));
    county.views.catch_up().unwrap();
    let card = county.views.card(&PersonId::new("jory-again").unwrap()).unwrap().unwrap();
    assert_eq!(card.id, "jory");
    assert_eq!(
        county.views.everybody().unwrap().iter().filter(|id| id.as_str().starts_with("jory")).count(),
        1
    );
    append(
        &county.chronology,
        "
recording by admin as records_officer
  2026-03-06 jory identity.not_same_person
    other: jory-again
    reason: Two boys after all
  2026-03-06 jory-again identity.not_same_person
    other: jory
    reason: Two boys after all
",
    );
    county.views.catch_up().unwrap();
    assert_eq!(
        county.views.everybody().unwrap().iter().filter(|id| id.as_str().starts_with("jory")).count(),
        2
    );
}
