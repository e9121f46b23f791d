//! Assessments and their sign-off.

use crate::sitting::sentences;
use crate::support::Told;

/// Two children assessed together, both parts whole.
const TWO: &str = "
recording by worker as social_worker
  2026-03-02 child person.identified
    forename: Kerra
    date_of_birth: 2016-05-01
  2026-03-02 jago person.identified
    forename: Jago
    date_of_birth: 2012-05-01
  2026-03-02 child assessment.started
  2026-03-02 jago assessment.started
recording by worker as social_worker
  2026-03-10 child chronology.reviewed
    pattern: Worse at weekends
  2026-03-10 jago chronology.reviewed
    pattern: Worse at weekends
  2026-03-11 child information.shared
    agency: health
    held: Nothing since birth
  2026-03-11 child information.shared
    agency: school
    held: Tired on Mondays
  2026-03-11 jago information.shared
    agency: health
    held: Nothing since birth
  2026-03-11 jago information.shared
    agency: school
    held: Out since January
recording by worker as social_worker
  2026-03-20 child assessment.completed
    child_seen_on: 2026-03-09
    views: I want Mum to wake up
    views_how: Three houses, alone
    views_difference: We asked who wakes her
    day_in_life: Gets herself to school
    analysis: She carries more than she can
    outcome: child_in_need
  2026-03-20 jago assessment.completed
    child_seen_on: 2026-03-09
    views: Leave us be
    views_how: Walked with him
    views_difference: We meet outside the home
    day_in_life: Out until dark
    analysis: He stays away to be safe
    outcome: child_in_need
";

const SIGNED: &str = "
recording by manager as team_manager
  2026-03-23 child assessment.signed_off
    comment: Clear on what she carries; the plan must say who wakes her
    grade: good
    decided_by: manager
  2026-03-23 jago assessment.signed_off
    comment: His own part is his own
    grade: good
    decided_by: manager
";

fn without(lines: &[&str]) -> Told {
    let mut text = TWO.to_owned();
    for line in lines {
        assert!(text.contains(line), "{line}");
        text = text.replace(&format!("    {line}\n"), "");
    }
    Told::with_staff(&text)
}

#[test]
fn f030_whole_parts_pass_and_a_blank_one_is_refused_naming_the_child() {
    assert_eq!(Told::with_staff(TWO).lacks(SIGNED), []);
    let jagos = TWO.find("  2026-03-20 jago").unwrap();
    let blank = Told::with_staff(&TWO[..jagos]);
    let lacks = blank.lacks(SIGNED);
    assert_eq!(sentences(&lacks), [("F030", "Jago has no part of the assessment: write Jago's own.")]);
    assert_eq!(lacks[0].person.as_str(), "jago");
    let one_alone = "
recording by manager as team_manager
  2026-03-23 child assessment.signed_off
    comment: Clear
    grade: good
    decided_by: manager
";
    let lacks = blank.lacks(one_alone);
    assert_eq!(lacks.len(), 1, "{lacks:#?}");
    assert_eq!(lacks[0].person.as_str(), "jago", "signing Kerra's part alone still names Jago");
}

#[test]
fn f030_analysis_and_outcome_are_each_child_s_own() {
    let lacks = without(&["analysis: He stays away to be safe"]).lacks(SIGNED);
    assert_eq!(sentences(&lacks), [("F030", "Jago's part does not say what it all means for Jago.")]);
}

#[test]
fn f032_a_child_without_views_or_a_reason_is_refused_by_name() {
    let lacks = without(&["views: Leave us be", "day_in_life: Out until dark"]).lacks(SIGNED);
    assert_eq!(
        sentences(&lacks),
        [
            ("F032", "Jago's own words are missing, and no reason why."),
            ("F032", "A day in Jago's life is missing, and no reason why."),
        ]
    );
    let reasoned = TWO.replace("views: Leave us be", "no_views_reason: Would not speak with us, four tries");
    assert_eq!(Told::with_staff(&reasoned).lacks(SIGNED), []);
}

#[test]
fn f033_an_unseen_child_is_refused_by_name_and_listed_on_day_ten() {
    let kerras = TWO.replacen("    child_seen_on: 2026-03-09\n", "", 1);
    let told = Told::with_staff(&kerras);
    let lacks = told.lacks(SIGNED);
    assert_eq!(lacks.len(), 1);
    assert!(lacks[0].failing == "F033" && lacks[0].message.starts_with("Kerra was not seen"), "{lacks:#?}");

    assert!(told.found("child", "child-unseen-in-assessment", "2026-03-13").is_empty());
    assert_eq!(told.found("child", "child-unseen-in-assessment", "2026-03-16").len(), 1, "day ten");
    assert!(told.found("jago", "child-unseen-in-assessment", "2026-03-16").is_empty(), "Jago was seen");

    let reason = "child_seen_on: 2026-03-09";
    let excused =
        TWO.replacen(reason, "not_seen_reason: Abroad with Nan\n    not_seen_agreed_by: manager", 1);
    assert_eq!(Told::with_staff(&excused).lacks(SIGNED), []);
    let by_worker = excused.replace("not_seen_agreed_by: manager", "not_seen_agreed_by: worker");
    assert_eq!(Told::with_staff(&by_worker).lacks(SIGNED).len(), 1, "a manager must agree");
}

#[test]
fn f035_a_father_is_answered_for() {
    let father = "  2026-03-02 child relationship.recorded
    to: father
    relation: father
    significant: yes
  2026-03-02 jago assessment.started
";
    let text = TWO.replace("  2026-03-02 jago assessment.started\n", father);
    let lacks = Told::with_staff(&text).lacks(SIGNED);
    assert_eq!(lacks.len(), 1, "{lacks:#?}");
    assert!(
        lacks[0].failing == "F035" && lacks[0].message.starts_with("Father matters to Kerra"),
        "{lacks:#?}"
    );
    let answered = text.replace(
        "    analysis: She carries more than she can\n",
        "    analysis: She carries more\n    significant_adults:\n      - adult: father\n        engaged: yes\n",
    );
    assert_eq!(Told::with_staff(&answered).lacks(SIGNED), []);
}

#[test]
fn f036_fifteen_idle_working_days_raise_a_finding() {
    let told = Told::by("\nrecording by worker as social_worker\n  2026-03-02 child assessment.started\n");
    assert!(told.found("child", "assessment-idle", "2026-03-23").is_empty());
    assert_eq!(told.found("child", "assessment-idle", "2026-03-24").len(), 1);
}

#[test]
fn f037_ten_entries_stand_in_order_and_an_unread_chronology_is_listed() {
    let mut text = "
recording by manager as team_manager
  2026-01-05 child referral.received
  2026-01-05 child referral.decided
    outcome: assessment
recording by worker as social_worker
"
    .to_owned();
    for day in (10..18).rev() {
        text.push_str(&format!("  2026-02-{day} child visit.made\n    seen: yes\n"));
    }
    let told = Told::by(&text);
    let days = told.about("child", |circle| circle.timeline.counting().map(|e| e.day()).collect::<Vec<_>>());
    assert_eq!(days.len(), 10);
    assert!(days.is_sorted(), "{days:?}");
    assert!(told.found("child", "chronology-unreviewed", "2026-07-05").is_empty());
    assert_eq!(told.found("child", "chronology-unreviewed", "2026-07-06").len(), 1);
}

#[test]
fn f038_sign_off_needs_the_chronology_read_and_five_signs_show_as_a_pattern() {
    let unread = TWO.replace("2026-03-10 child chronology.reviewed", "2026-02-27 child chronology.reviewed");
    let lacks = Told::with_staff(&unread).lacks(SIGNED);
    assert_eq!(
        sentences(&lacks),
        [("F038", "Nobody has read through Kerra's chronology since the assessment began on 2 March 2026.")]
    );
    let mut signs = "\nrecording by worker as social_worker\n".to_owned();
    for month in 1..=5 {
        signs.push_str(&format!("  2026-0{month}-10 child concern.recorded\n    kind_of_harm: NEG\n"));
    }
    let told = Told::by(&signs);
    assert!(told.found("child", "harm-pattern", "2026-05-09").is_empty());
    let pattern = told.found("child", "harm-pattern", "2026-05-10");
    assert!(pattern[0].because.contains("5 of neglect") && pattern[0].entries.len() == 5, "{pattern:#?}");
}

#[test]
fn f044_parental_mental_illness_without_effect_is_refused() {
    let factor = "    outcome: child_in_need\n  2026-03-20 jago";
    let with = |effect: &str| {
        let ticked = format!(
            "    outcome: child_in_need\n    factors:\n      - factor: 4B\n{effect}  2026-03-20 jago"
        );
        Told::with_staff(&TWO.replace(factor, &ticked)).lacks(SIGNED)
    };
    assert_eq!(
        sentences(&with("")),
        [("F044", "“Mental health: a parent or carer” is noted: say what it does to Kerra.")]
    );
    assert_eq!(with("        effect: She gets up alone and misses breakfast\n"), []);
    let own = TWO.replace(
        factor,
        "    outcome: child_in_need\n    factors:\n      - factor: 18B\n      - factor: 7A\n  2026-03-20 jago",
    );
    assert_eq!(
        Told::with_staff(&own).lacks(SIGNED),
        [],
        "only a parent's or housemate's factor needs an effect"
    );
}

#[test]
fn f045_an_ethnicity_code_with_no_meaning_shows() {
    let ticked = TWO.replace(
        "  2026-03-02 child assessment.started\n",
        "  2026-03-02 child characteristics.recorded\n    ethnicity_local: Cornish\n  2026-03-02 child assessment.started\n",
    );
    let told = Told::with_staff(&ticked);
    assert_eq!(told.found("child", "identity-without-meaning", "2026-03-23").len(), 1);
    assert!(told.found("jago", "identity-without-meaning", "2026-03-23").is_empty());
}

#[test]
fn f046_a_visit_without_an_interpreter_stands_shows_and_is_asked_at_sign_off() {
    let polish = TWO.replace(
        "  2026-03-02 child assessment.started\n",
        "  2026-03-02 child contact.received\n    interpreter_language: Polish\n  2026-03-02 child assessment.started\n  2026-03-02 child visit.made\n    seen: yes\n",
    );
    let told = Told::with_staff(&polish);
    assert_eq!(told.found("child", "interpreter-missing", "2026-03-02").len(), 1);
    assert_eq!(told.about("child", |circle| circle.sights().len()), 2, "the visit stands");
    let lacks = told.lacks(SIGNED);
    assert_eq!(lacks.iter().map(|one| one.failing).collect::<Vec<_>>(), ["F046"], "{lacks:#?}");
    let why =
        "    views: I want Mum to wake up\n    no_interpreter_reason: Her teacher speaks Polish with her\n";
    let reasoned = polish.replace("    views: I want Mum to wake up\n", why);
    assert_eq!(Told::with_staff(&reasoned).lacks(SIGNED), []);
}

#[test]
fn f048_sign_off_without_comment_or_grade_or_by_the_author_is_refused() {
    let told = Told::with_staff(TWO);
    let bare = "
recording by manager as team_manager
  2026-03-23 child assessment.signed_off
    decided_by: manager
";
    let fields: Vec<_> = told.lacks(bare).into_iter().filter_map(|one| one.field).collect();
    assert_eq!(fields, ["comment", "grade"]);
    let manager_wrote = TWO.replace(
        "recording by worker as social_worker\n  2026-03-20",
        "recording by manager as team_manager\n  2026-03-20",
    );
    let lacks = Told::with_staff(&manager_wrote).lacks(SIGNED);
    assert_eq!(lacks.len(), 2);
    assert!(lacks[0].message.starts_with("Nobody signs off their own work"), "{lacks:#?}");
}

#[test]
fn f034_without_an_agency_s_answer_or_a_reason_it_is_refused_and_the_school_s_answer_passes() {
    let health = "  2026-03-11 jago information.shared\n    agency: health\n    held: Nothing since birth\n";
    let school = "  2026-03-11 jago information.shared\n    agency: school\n    held: Out since January\n";
    let none = TWO.replace(health, "").replace(school, "");
    let lacks = |text: &str| Told::with_staff(text).lacks(SIGNED);
    assert_eq!(
        sentences(&lacks(&none)),
        [
            ("F034", "Health was not asked about Jago: ask, or say why not."),
            ("F034", "School or nursery was not asked about Jago: ask, or say why not."),
        ]
    );
    let asked = none
        + "recording by worker as social_worker\n  2026-03-11 jago information.not_requested\n    agency: health\n    \
           reason: Seen by the same nurse for his sister\n  2026-03-11 jago information.requested\n    agency: school\n";
    assert_eq!(
        sentences(&lacks(&asked)),
        [(
            "F034",
            "School or nursery, asked about Jago on 11 March 2026, has not answered: write what it holds, or why it \
             is not asked."
        )]
    );
    let answered = asked + "recording by worker as social_worker\n" + school;
    assert_eq!(lacks(&answered), []);
}
