//! Who may see whom: the table of roles, restriction, sealing, breaking the glass, and the log.

mod common;

use chronology::PersonId;
use common::{Authority, append, authority};
use jiff::civil::{Date, date};
use record::events::Role;
use views::access::{Denied, Who, Why};

const TODAY: Date = date(2026, 4, 1);

fn id(text: &str) -> PersonId {
    PersonId::new(text).unwrap()
}

fn who(person: &str, role: Role) -> Who {
    Who { person: id(person), name: person.to_owned(), role, team: Some(id("west")) }
}

fn county() -> Authority {
    authority(
        "
recording by admin as records_officer
  2026-01-05 open-child person.identified
    category: child
    forename: Lowenna
    surname: Rickard
  2026-01-05 hidden-child person.identified
    category: child
    forename: Lowen
    surname: Rickard
  2026-01-06 hidden-child restriction.placed
    reason: A parent works here
    allowed: grace, north
    ask: head-of-service
  2026-01-05 old-record person.identified
    category: child
    forename: Merryn
    surname: Bolitho
  2026-01-07 old-record record.sealed
    successor: new-record
recording by admin as records_officer
  2026-01-05 new-record person.identified
    category: child
    forename: Merryn
    surname: Sleeman
recording by admin as records_officer
  2026-01-05 seen-by-school person.identified
    category: child
    forename: Jory
    surname: Nance
  2026-01-05 seen-by-school relationship.recorded
    to: tom-ferris
    relation: school
",
    )
}

#[test]
fn the_table_of_roles_is_the_one_that_was_reviewed() {
    let reviewed = include_str!("roles.txt");
    let now = views::access::table();
    if std::env::var_os("ONEN_BLESS").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/roles.txt"), &now).unwrap();
        return;
    }
    assert_eq!(now, reviewed, "review the change, then write it with ONEN_BLESS=1");
}

#[test]
fn no_pass_is_given_without_a_line_in_the_log() {
    let county = county();
    let worker = who("hannah", Role::SocialWorker);
    let pass = county.views.pass(&county.desk, &worker, &id("open-child"), Why::Work, TODAY).unwrap();
    assert_eq!(pass.person(), &id("open-child"));
    assert!(county.folder.path().join("desk.sqlite").exists());
    assert!(county.chronology.head().unwrap().number.0 > 0);
    let looks = county.desk.looks_at(&id("open-child"), None, 10).unwrap();
    assert_eq!(looks.len(), 1);
    assert_eq!(looks[0].look.who, id("hannah"));
    assert!(!looks[0].look.broke_glass);
}

#[test]
fn unknown_people_and_people_a_role_may_not_see_look_the_same() {
    let county = county();
    let partner = Who { team: None, ..who("tom-ferris", Role::Partner) };
    for person in ["nobody-at-all", "open-child", "hidden-child"] {
        let denied = county.views.pass(&county.desk, &partner, &id(person), Why::Work, TODAY);
        assert!(matches!(denied, Err(Denied::Unknown)), "{person}");
    }
    county.views.pass(&county.desk, &partner, &id("seen-by-school"), Why::Work, TODAY).unwrap();
}

#[test]
fn a_restricted_record_opens_for_those_named_and_for_a_reason_that_is_kept() {
    let county = county();
    let hidden = id("hidden-child");
    let open = |who: &Who, why| county.views.pass(&county.desk, who, &hidden, why, TODAY);
    assert!(!open(&who("grace", Role::SocialWorker), Why::Work).unwrap().broke_glass());
    let north = Who { team: Some(id("north")), ..who("sam", Role::SocialWorker) };
    assert!(open(&north, Why::Work).is_ok());
    let other = who("hannah", Role::SocialWorker);
    let denied = open(&other, Why::Work);
    assert!(
        matches!(denied, Err(Denied::Restricted { may_break_glass: true, ask: Some(ask) }) if ask == id("head-of-service"))
    );
    assert!(open(&other, Why::BreakGlass("needed".to_owned())).is_err(), "a reason is a sentence");
    let pass =
        open(&other, Why::BreakGlass("Police are at the house and the worker is away".to_owned())).unwrap();
    assert!(pass.broke_glass());
    assert!(
        open(&who("ada", Role::Auditor), Why::BreakGlass("I should very much like to look".to_owned()))
            .is_err()
    );
    let broken = county.desk.broken_glass(None, 10).unwrap();
    assert_eq!(broken.len(), 1);
    assert_eq!(broken[0].look.why, "Police are at the house and the worker is away");
}

#[test]
fn a_sealed_record_opens_for_adoption_records_alone_and_is_found_by_nobody() {
    let county = county();
    let old = id("old-record");
    for role in [Role::SocialWorker, Role::HeadOfService, Role::RecordsOfficer] {
        assert!(county.views.pass(&county.desk, &who("a", role), &old, Why::Work, TODAY).is_err());
    }
    assert!(
        county.views.pass(&county.desk, &who("a", Role::AdoptionRecords), &old, Why::Work, TODAY).is_ok()
    );
    let note = "
recording by admin as records_officer
  2026-02-01 new-record case_note.recorded
    note: Settled
";
    append(&county.chronology, note);
    county.views.catch_up().unwrap();
    let found = county.views.search(&who("hannah", Role::SocialWorker), "Merryn Bolitho").unwrap();
    assert!(found.hits.iter().all(|hit| hit.card.id != "old-record"));
    let around = county.views.around_unlogged(&id("new-record"), None, None).unwrap();
    assert!(around.timeline.entries.iter().all(|entry| entry.recorded.about == id("new-record")));
}

#[test]
fn search_counts_the_restricted_and_says_nothing_else_of_them() {
    let county = county();
    let found = county.views.search(&who("hannah", Role::SocialWorker), "Lowen Rickard").unwrap();
    assert_eq!(found.restricted, 1);
    assert!(found.hits.iter().all(|hit| hit.card.id != "hidden-child"));
    assert!(found.hits.iter().any(|hit| hit.card.id == "open-child"));
}

#[test]
fn the_box_understands_names_dates_numbers_and_postcodes_in_any_order() {
    let county = authority(
        "
recording by admin as records_officer
  2026-01-05 wenna person.identified
    category: child
    forename: Morwenna
    surname: Nance
    date_of_birth: 2016-11-12
  2026-01-05 wenna identifier.recorded
    scheme: nhs_number
    value: 9990417736
  2026-01-05 wenna household.joined
    household: chapel-row
    address: 14 Chapel Row, Porthavel
    postcode: TR18 4QX
",
    );
    let asker = who("hannah", Role::SocialWorker);
    let lines = [
        "Morwenna Nance",
        "nance morwenna",
        "Morwena Nance",
        "Nance",
        "wenna",
        "12/11/2016 Nance",
        "Nance 12 Nov 2016",
        "999 041 7736",
        "9990417736",
        "TR18 4QX",
        "14 chapel row",
        "porthavel",
    ];
    for line in lines {
        let found = county.views.search(&asker, line).unwrap();
        let finds = found.hits.iter().any(|hit| hit.card.id == "wenna");
        assert_eq!(finds, line != "wenna", "{line}: a part of a name in its middle is not looked for");
    }
    for line in ["", "   ", "zzzz", "\"; DROP TABLE person; --", "🙂", "'"] {
        assert!(county.views.search(&asker, line).unwrap().hits.is_empty(), "{line}");
    }
}
