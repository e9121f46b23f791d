use jiff::civil::{Date, date};
use record::Timeline;
use record::events::IdentifierScheme;

use super::*;
use crate::cin_census::read;

const TODAY: Date = date(2026, 11, 25);

const FIRST_YEAR: &str = r#"<Message>
<Header><CollectionDetails><Collection>CIN</Collection><Year>2023</Year><ReferenceDate>2023-03-31</ReferenceDate></CollectionDetails></Header>
<Children><Child>
<ChildIdentifiers><LAchildID>DfE1</LAchildID><UPN>A123456789123</UPN><PersonBirthDate>2015-03-27</PersonBirthDate><GenderCurrent>1</GenderCurrent></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>HAND</Disability></Disabilities></ChildCharacteristics>
<CINdetails><CINreferralDate>2022-05-03</CINreferralDate><ReferralSource>1A</ReferralSource><PrimaryNeedCode>N4</PrimaryNeedCode><ReferralNFA>0</ReferralNFA>
<Assessments><AssessmentActualStartDate>2022-05-04</AssessmentActualStartDate><AssessmentAuthorisationDate>2022-06-14</AssessmentAuthorisationDate>
<FactorsIdentifiedAtAssessment><AssessmentFactors>2A</AssessmentFactors><AssessmentFactors>16A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
<Section47><S47ActualStartDate>2022-06-02</S47ActualStartDate><InitialCPCtarget>2022-06-23</InitialCPCtarget><DateOfInitialCPC>2022-06-22</DateOfInitialCPC><ICPCnotRequired>false</ICPCnotRequired></Section47>
<ChildProtectionPlans><CPPstartDate>2022-06-22</CPPstartDate><InitialCategoryOfAbuse>PHY</InitialCategoryOfAbuse><LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse><NumberOfPreviousCPP>1</NumberOfPreviousCPP>
<Reviews><CPPreviewDate>2022-09-20</CPPreviewDate></Reviews></ChildProtectionPlans>
</CINdetails>
</Child></Children></Message>"#;

fn drafts(xml: &str) -> Vec<Draft> {
    let file = read(xml.as_bytes()).unwrap();
    assert_eq!(file.bad, []);
    let imported = recordings(&file, &digest(xml.as_bytes()), TODAY);
    assert_eq!(imported.left_out, []);
    imported.drafts
}

fn second_year() -> String {
    let ended = "<CPPstartDate>2022-06-22</CPPstartDate><CPPendDate>2023-10-27</CPPendDate>";
    FIRST_YEAR
        .replace("2023</Year>", "2024</Year>")
        .replace("2023-03-31", "2024-03-31")
        .replace("<CPPstartDate>2022-06-22</CPPstartDate>", ended)
        .replace("<ReferralNFA>", "<CINclosureDate>2024-01-15</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure><ReferralNFA>")
        .replace("2022-09-20</CPPreviewDate>", "2022-09-20</CPPreviewDate><CPPreviewDate>2023-03-07</CPPreviewDate>")
}

fn keys(drafts: &[Draft]) -> Vec<&str> {
    drafts.iter().filter_map(|draft| draft.key.as_deref()).collect()
}

/// The child as the recordings tell it, each in turn.
fn timeline(drafts: Vec<Draft>) -> Timeline {
    let now = calendar::london::last_instant_of(TODAY);
    let mut previous: Option<Recording> = None;
    let mut entries = Vec::new();
    for draft in drafts {
        let seal = previous.as_ref().map_or(chronology::Seal::GENESIS, |before| before.seal);
        let number = chronology::RecordingNumber(previous.as_ref().map_or(1, |before| before.number.0 + 1));
        let recording = draft.sealed(number, now, seal, || chronology::Salt([7; 16]));
        entries.extend(chronology::recorded(&recording));
        previous = Some(recording);
    }
    Timeline::fold(&entries.into_iter().map(std::sync::Arc::new).collect::<Vec<_>>(), None, None)
}

#[test]
fn a_childs_rows_become_one_draft_a_fact_in_order_of_days() {
    let drafts = drafts(FIRST_YEAR);
    let told: Vec<String> = drafts
        .iter()
        .map(|draft| {
            let kinds: Vec<&str> = draft.entries.iter().map(|entry| entry.kind.as_str()).collect();
            let row = &draft.source.as_ref().unwrap().row;
            format!("{} {} ({row})", draft.entries[0].occurred, kinds.join(", "))
        })
        .collect();
    assert_eq!(
        told,
        [
            "2015-03-27 birth.recorded (line 4, ChildIdentifiers)",
            "2022-05-03 person.identified (line 4, ChildIdentifiers)",
            "2022-05-03 referral.received, referral.decided (line 6, CINdetails)",
            "2022-05-04 assessment.started (line 7, Assessments)",
            "2022-06-02 section_47_enquiry.decided, section_47_enquiry.started (line 9, Section47)",
            "2022-06-14 assessment.completed, assessment.signed_off (line 7, Assessments)",
            "2022-06-22 section_47_enquiry.completed (line 9, Section47)",
            "2022-06-22 conference.held, conference.decided (line 9, Section47)",
            "2022-06-22 child_protection_plan.started (line 10, ChildProtectionPlans)",
            "2022-09-20 conference.held (line 11, Reviews)",
            "2022-09-20 child_protection_plan.category_changed (line 10, ChildProtectionPlans)",
            "2023-03-31 identifier.recorded (line 4, ChildIdentifiers)",
            "2023-03-31 identifier.recorded (line 4, ChildIdentifiers)",
            "2023-03-31 characteristics.recorded (line 5, ChildCharacteristics)",
        ]
    );
    assert!(drafts.iter().all(|draft| draft.author.as_str() == AUTHOR && draft.role == ROLE));
    assert!(drafts.iter().all(|draft| draft.source.as_ref().unwrap().file == digest(FIRST_YEAR.as_bytes())));
}

#[test]
fn the_timeline_of_an_imported_child_is_the_childs() {
    let child = timeline(drafts(FIRST_YEAR));
    assert_eq!(child.identity.name(), "Census child DfE1");
    assert_eq!(child.identity.birth, Some(calendar::BirthDate::Known(date(2015, 3, 27))));
    assert_eq!(child.identity.identifier(IdentifierScheme::Upn), Some("A123456789123"));
    assert_eq!(child.identity.identifier(IdentifierScheme::LocalChildId), Some("DfE1"));
    let plan = child.protection_plans.first().unwrap();
    assert_eq!((plan.span.from, plan.span.to), (date(2022, 6, 22), None));
    assert_eq!(plan.category().map(|category| category.code()), Some("EMO"));
}

#[test]
fn the_same_file_twice_and_in_another_layout_has_the_same_keys() {
    let again = FIRST_YEAR.replace("<Child>", "\n\n<Child>");
    let (one, two) = (drafts(FIRST_YEAR), drafts(&again));
    assert_eq!(keys(&one), keys(&two));
    let mut distinct = keys(&one);
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(distinct.len(), one.len());
    assert_ne!(one[0].source, two[0].source);
}

#[test]
fn the_next_year_adds_only_what_is_new() {
    let (one, two) = (drafts(FIRST_YEAR), drafts(&second_year()));
    let known = keys(&one);
    let new: Vec<&str> = keys(&two).into_iter().filter(|key| !known.contains(key)).collect();
    assert_eq!(
        new,
        [
            "cin-census/cin-dfe1/conference/review/2023-03-07",
            "cin-census/cin-dfe1/protection_plan/2022-06-22/ended",
            "cin-census/cin-dfe1/referral/2022-05-03/closed",
        ]
    );
    let after: Vec<Draft> =
        two.into_iter().filter(|draft| !known.contains(&draft.key.as_deref().unwrap())).collect();
    let child = timeline(one.clone().into_iter().chain(after).collect());
    assert_eq!(child.protection_plans.len(), 1);
    assert_eq!(child.protection_plans[0].span.to, Some(date(2023, 10, 27)));
    assert!(child.involvements.iter().all(|involvement| !involvement.span.open()));
}

#[test]
fn an_old_fact_told_differently_is_found_and_a_new_year_is_not() {
    let kept = |draft: &Draft| {
        let now = calendar::london::last_instant_of(TODAY);
        draft.clone().sealed(chronology::RecordingNumber(1), now, chronology::Seal::GENESIS, || {
            chronology::Salt([7; 16])
        })
    };
    let one = drafts(FIRST_YEAR);
    let otherwise = |xml: &str| -> Vec<String> {
        let differs = |draft: &&Draft| {
            one.iter().any(|before| before.key == draft.key && says_otherwise(draft, &kept(before)))
        };
        drafts(xml).iter().filter(differs).filter_map(|draft| draft.key.clone()).collect()
    };
    assert_eq!(otherwise(&second_year()), [] as [String; 0]);
    let moved = second_year()
        .replace("2022-06-14<", "2022-06-15<")
        .replace("<ReferralSource>1A", "<ReferralSource>6");
    assert_eq!(
        otherwise(&moved),
        ["cin-census/cin-dfe1/referral/2022-05-03", "cin-census/cin-dfe1/assessment/2022-05-04/authorised"]
    );
}

#[test]
fn what_has_not_happened_and_what_is_said_twice_is_listed_by_line() {
    let xml = FIRST_YEAR
        .replace("<CPPreviewDate>2022-09-20</CPPreviewDate>", "<CPPreviewDate>2022-09-20</CPPreviewDate>\n<CPPreviewDate>2022-09-20</CPPreviewDate>\n<CPPreviewDate>2027-01-05</CPPreviewDate>");
    let file = read(xml.as_bytes()).unwrap();
    let imported = recordings(&file, "x", TODAY);
    let listed: Vec<(u64, &str)> =
        imported.left_out.iter().map(|row| (row.line, row.message.as_str())).collect();
    assert_eq!(
        listed,
        [
            (12, "Line 11 says the same of this child: it is recorded once."),
            (13, "2027-01-05 is after 2026-11-25, the day of this import: it has not happened."),
        ]
    );
    assert_eq!(keys(&imported.drafts), keys(&drafts(FIRST_YEAR)));
}

#[test]
fn two_enquiries_of_one_day_are_two_and_an_unborn_child_keeps_the_expected_day() {
    let second = "<Section47><S47ActualStartDate>2022-06-02</S47ActualStartDate><InitialCPCtarget>2022-06-24</InitialCPCtarget><ICPCnotRequired>1</ICPCnotRequired></Section47>";
    let xml =
        FIRST_YEAR.replace("<ChildProtectionPlans>", &format!("{second}\n<ChildProtectionPlans>")).replace(
            "<PersonBirthDate>2015-03-27</PersonBirthDate>",
            "<ExpectedPersonBirthDate>2027-01-27</ExpectedPersonBirthDate>",
        );
    let drafts = drafts(&xml);
    let enquiries: Vec<&str> = keys(&drafts).into_iter().filter(|key| key.contains("/enquiry/")).collect();
    assert_eq!(
        enquiries,
        [
            "cin-census/cin-dfe1/enquiry/2022-06-02",
            "cin-census/cin-dfe1/enquiry/2022-06-02/2",
            "cin-census/cin-dfe1/enquiry/2022-06-02/outcome",
            "cin-census/cin-dfe1/enquiry/2022-06-02/outcome/2",
        ]
    );
    assert_eq!(timeline(drafts).identity.birth, Some(calendar::BirthDate::Expected(date(2027, 1, 27))));
}

#[test]
fn every_code_of_the_census_is_a_code_of_the_record() {
    use super::super::codes;
    use record::codes as kept;
    let unknown = |set: &codes::CodeSet, has: &dyn Fn(&str) -> bool| -> Vec<&'static str> {
        set.codes.iter().map(|code| code.code).filter(|code| !has(code)).collect()
    };
    let none: Vec<&str> = Vec::new();
    assert_eq!(unknown(&codes::ETHNICITY, &|code| kept::Ethnicity::from_code(code).is_some()), none);
    assert_eq!(unknown(&codes::DISABILITY, &|code| kept::Disability::from_code(code).is_some()), none);
    assert_eq!(
        unknown(&codes::REFERRAL_SOURCE, &|code| kept::ReferralSource::from_code(code).is_some()),
        none
    );
    assert_eq!(unknown(&codes::PRIMARY_NEED, &|code| kept::PrimaryNeed::from_code(code).is_some()), none);
    assert_eq!(unknown(&codes::CLOSURE_REASON, &|code| kept::ClosureReason::from_code(code).is_some()), none);
    assert_eq!(unknown(&codes::ABUSE_CATEGORY, &|code| kept::AbuseCategory::from_code(code).is_some()), none);
    assert_eq!(
        unknown(&codes::ASSESSMENT_FACTOR, &|code| kept::AssessmentFactor::from_code(code).is_some()),
        none
    );
}

#[test]
fn any_identifier_makes_an_id_and_different_ones_stay_apart() {
    for text in ["1", "ÅØ 12/4", "x".repeat(300).as_str(), "—", "ABC-123"] {
        assert!(person_id(text).as_str().starts_with("cin-"), "{text}");
    }
    assert_ne!(person_id(&"x".repeat(300)), person_id(&"x".repeat(301)));
    assert_eq!(person_id("abc1"), person_id("ABC1"));
}
