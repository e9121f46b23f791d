//! Contacts and referrals.

use crate::sitting::sentences;
use crate::support::Told;

const CONTACT: &str = "
recording by screener as screener
  2026-03-01 child person.identified
    forename: Kerra
    date_of_birth: 2020-05-01
  2026-03-02 09:00 child contact.received
    source: 2A
    concern_of_harm: yes
    rating: red
";

#[test]
fn f001_a_decision_without_reason_or_history_is_refused_naming_the_part() {
    let told = Told::with_staff(CONTACT);
    let lacks = told.lacks(
        "
recording by manager as team_manager
  2026-03-02 child contact.decided
    level_of_need: in_need
    outcome: referral
    decided_by: manager
",
    );
    assert_eq!(
        sentences(&lacks),
        [
            ("F001", "Give the reason for the decision for Kerra."),
            ("F001", "Say what history was weighed, or that none was found, for Kerra."),
        ]
    );
    let fields: Vec<_> = lacks.iter().filter_map(|one| one.field).collect();
    assert_eq!(fields, ["reason", "history_weighed"]);
}

#[test]
fn f001_a_blank_decision_is_told_everything_at_once() {
    let lacks = Told::with_staff(CONTACT).lacks(
        "
recording by manager as team_manager
  2026-03-02 child contact.decided
",
    );
    let fields: Vec<_> = lacks.iter().filter_map(|one| one.field).collect();
    assert_eq!(fields, ["level_of_need", "outcome", "reason", "history_weighed", "decided_by"]);
    assert!(lacks.iter().all(|one| one.message.contains("Kerra")), "{lacks:#?}");
}

const WHOLE: &str = "
recording by screener as screener
  2026-03-02 child contact.decided
    level_of_need: in_need
    outcome: OUTCOME
    reason: School has told us of the same thing twice
    history_weighed: None found
    decided_by: screener
";

#[test]
fn f001_a_whole_decision_by_a_screener_passes() {
    assert_eq!(Told::with_staff(CONTACT).lacks(&WHOLE.replace("OUTCOME", "referral")), []);
}

#[test]
fn f001_nobody_decides_who_is_not_entitled_or_not_there() {
    let told = Told::with_staff(CONTACT);
    let by_worker = WHOLE.replace("OUTCOME", "referral").replace("screener\n", "worker\n");
    assert_eq!(
        sentences(&told.lacks(&by_worker)),
        [("F001", "Hannah may not decide this for Kerra on 2 March 2026: a manager or a screener must.")]
    );
    let for_another =
        WHOLE.replace("OUTCOME", "referral").replace("decided_by: screener", "decided_by: manager");
    assert_eq!(
        sentences(&told.lacks(&for_another)),
        [("F001", "Morwenna decides for Kerra and must record the decision in person.")]
    );
}

#[test]
fn f002_a_screener_does_not_end_a_concern_of_harm() {
    let told = Told::with_staff(CONTACT);
    let ended = WHOLE.replace("OUTCOME", "no_further_action");
    let lacks = told.lacks(&ended);
    assert_eq!(lacks.iter().map(|one| one.failing).collect::<Vec<_>>(), ["F002"]);
    assert!(lacks[0].message.contains("harm, so a manager must"), "{}", lacks[0].message);
    let by_manager = ended.replace("screener", "manager");
    assert_eq!(told.lacks(&by_manager), []);
}

const THREE: &str = "
recording by screener as screener
  2026-01-05 child person.identified
    forename: Kerra
    date_of_birth: 2024-05-01
  2026-01-05 child household.joined
    household: home
  2026-01-05 jago person.identified
    forename: Jago
    date_of_birth: 2016-05-01
  2026-01-05 jago household.joined
    household: home
  2026-01-05 tegen person.identified
    forename: Tegen
    date_of_birth: 2012-05-01
  2026-01-05 tegen household.joined
    household: home
  2026-01-05 uncle person.identified
    forename: Perran
    date_of_birth: 1990-05-01
  2026-01-05 uncle household.joined
    household: home
recording by screener as screener
  2026-03-02 child contact.received
  2026-03-02 child referral.received
";

const REFERRAL_DECIDED: &str = "
recording by manager as team_manager
  2026-03-02 child referral.decided
    level_of_need: in_need
    outcome: assessment
    reason: Left alone in the evenings
    history_weighed: None found
    decided_by: manager
";

#[test]
fn f004_referral_decision_names_the_siblings_left_out() {
    let told = Told::with_staff(THREE);
    let before = told.because("child", "sibling-not-referred", "2026-03-02");
    assert_eq!(before.len(), 1);
    assert!(before[0].contains("Jago and Tegen live in the same home"), "{before:?}");

    let lacks = told.lacks(REFERRAL_DECIDED);
    let named: Vec<_> = lacks.iter().map(|one| (one.failing, one.person.as_str())).collect();
    assert_eq!(named, [("F004", "jago"), ("F004", "tegen")], "grown-ups are not asked for");
}

#[test]
fn f004_referred_in_the_same_sitting_or_left_out_with_agreement_passes() {
    let told = Told::with_staff(THREE);
    let left_out = "    left_out:\n      - child: tegen\n        reason: At boarding school, seen there\n        agreed_by: manager\n";
    let sitting = format!("{REFERRAL_DECIDED}{left_out}  2026-03-02 jago referral.received\n");
    assert_eq!(told.lacks(&sitting), []);
    let not_agreed = sitting.replace("agreed_by: manager", "agreed_by: screener");
    assert_eq!(
        sentences(&told.lacks(&not_agreed)),
        [("F004", "Say which manager agreed that Tegen is left out.")]
    );
    let no_reason = sitting.replace("        reason: At boarding school, seen there\n", "");
    assert_eq!(sentences(&told.lacks(&no_reason)), [("F004", "Say why Tegen is left out.")]);
}

#[test]
fn f006_a_red_contact_past_its_limit_goes_to_manager_and_head() {
    let told = Told::with_staff(CONTACT);
    let found = told.found("child", "contact-undecided", "2026-03-02");
    assert_eq!(found.len(), 1);
    assert!(found[0].because.contains("8 hours from 2 March 2026 at 9:00am"), "{}", found[0].because);
    let rule = rules::findings::finding("contact-undecided").unwrap();
    assert_eq!(rule.for_whom, [rules::Audience::Manager, rules::Audience::Head]);
    let screened = Told::with_staff(&format!(
        "{CONTACT}recording by screener as screener\n  2026-03-02 10:00 child contact.screened\n    proposed: strategy_discussion\n"
    ));
    let said = screened.because("child", "contact-undecided", "2026-03-02");
    assert!(said[0].contains("ready to decide"), "{said:?}");
}

#[test]
fn f007_a_referral_past_its_first_visit_limit_is_on_three_lists_with_days_waited() {
    let told = Told::by(
        "
recording by manager as team_manager
  2026-03-02 child referral.received
    rating: red
",
    );
    assert!(told.found("child", "first-visit-missing", "2026-03-03").is_empty());
    let found = told.found("child", "first-visit-missing", "2026-03-04");
    assert_eq!(found[0].days_waited(crate::support::day("2026-03-04")), Some(2));
    let rule = rules::findings::finding("first-visit-missing").unwrap();
    assert_eq!(rule.for_whom.len(), 3);
}

#[test]
fn f011_a_referrer_not_told_is_listed_until_told() {
    let decided = format!(
        "{CONTACT}recording by manager as team_manager\n  2026-03-02 child contact.decided\n    outcome: referral\n"
    );
    let told = Told::by(&decided);
    assert!(told.found("child", "referrer-not-informed", "2026-03-05").is_empty());
    assert_eq!(told.found("child", "referrer-not-informed", "2026-03-06").len(), 1);
    let told = Told::by(&format!(
        "{decided}recording by screener as screener\n  2026-03-06 child referrer.informed\n"
    ));
    assert!(told.found("child", "referrer-not-informed", "2026-03-06").is_empty());
}

#[test]
fn f016_a_referral_is_listed_with_days_until_outcome_and_sight() {
    let told = Told::by(
        "
recording by manager as team_manager
  2026-03-02 child referral.received
recording by manager as team_manager
  2026-03-05 child referral.decided
    outcome: assessment
recording by worker as social_worker
  2026-03-09 child visit.made
    seen: yes
",
    );
    for (day, waits) in [("2026-03-04", Some(2)), ("2026-03-08", Some(6)), ("2026-03-09", None)] {
        let found = told.found("child", "referral-unresolved", day);
        let waited = found.first().and_then(|found| found.days_waited(crate::support::day(day)));
        assert_eq!(waited, waits, "on {day}");
    }
}

#[test]
fn f018_a_concern_with_nothing_linked_goes_to_the_manager_until_an_action_answers_it() {
    let concern = "
recording by worker as social_worker
  2026-03-02 child concern.recorded @concern
    what: Bruise on the arm
";
    let told = Told::by(concern);
    assert!(told.found("child", "concern-unanswered", "2026-03-03").is_empty());
    assert_eq!(told.found("child", "concern-unanswered", "2026-03-04").len(), 1);
    let rule = rules::findings::finding("concern-unanswered").unwrap();
    assert_eq!(rule.for_whom, [rules::Audience::Manager]);
    let linked = format!(
        "{concern}recording by manager as team_manager\n  2026-03-04 child management_decision.made\n    in_answer_to: @concern\n"
    );
    assert!(Told::by(&linked).found("child", "concern-unanswered", "2026-03-04").is_empty());
}
