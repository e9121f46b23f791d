//! Reading, on small files written out here.

use jiff::civil::date;

use super::{BadRow, CensusFile, SexRecorded, read};

/// A census of one child, with the parts given put in their places.
fn census(header: &str, identifiers: &str, rest: &str) -> String {
    format!(
        "<Message>\n<Header><CollectionDetails><Collection>CIN</Collection>{header}</CollectionDetails>\
         <Source><LEA>908</LEA></Source></Header>\n<Children><Child>\n<ChildIdentifiers>{identifiers}</ChildIdentifiers>\n\
         {rest}\n</Child></Children>\n</Message>"
    )
}

const JAGO: &str = "<LAchildID>C1</LAchildID><PersonBirthDate>2015-03-27</PersonBirthDate><Sex>M</Sex>";

fn read_str(xml: &str) -> CensusFile {
    read(xml.as_bytes()).unwrap_or_else(|fault| panic!("{fault}"))
}

fn fault_of(xml: &[u8]) -> String {
    read(xml).expect_err("a fault").message
}

fn lines(rows: &[BadRow]) -> Vec<(u64, &str, &str, &str)> {
    rows.iter().map(|row| (row.line, row.table, row.field.as_str(), row.value.as_str())).collect()
}

const WHOLE: &str = "
<Message xmlns='urn:any'><Header>
<CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails>
<Source><SourceLevel>L</SourceLevel><LEA>908</LEA><SoftwareCode>Any</SoftwareCode><Release>2</Release><SerialNo>001</SerialNo><DateTime>2026-05-01T09:00:00</DateTime></Source>
</Header><Children><Child>
<ChildIdentifiers><LAchildID>C1</LAchildID><UPN>A123456789123</UPN><FormerUPN>X98765432123B</FormerUPN><UPNunknown>UN3</UPNunknown><PersonBirthDate>2015-03-27</PersonBirthDate><ExpectedPersonBirthDate>2015-04-01</ExpectedPersonBirthDate><Sex>F</Sex><PersonDeathDate>2025-10-08</PersonDeathDate></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>HAND</Disability><Disability>HEAR</Disability></Disabilities></ChildCharacteristics>
<CINdetails><CINreferralDate>2025-04-06</CINreferralDate><ReferralSource>1A</ReferralSource><PrimaryNeedCode>N4</PrimaryNeedCode><CINclosureDate>2025-10-27</CINclosureDate><ReasonForClosure>RC2</ReasonForClosure><DateOfInitialCPC>2025-05-06</DateOfInitialCPC>
<Assessments><AssessmentActualStartDate>2025-04-08</AssessmentActualStartDate><AssessmentInternalReviewDate>2025-04-20</AssessmentInternalReviewDate><AssessmentAuthorisationDate>2025-05-19</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment><AssessmentFactors>2A</AssessmentFactors><AssessmentFactors>2B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
<CINPlanDates><CINPlanStartDate>2025-06-01</CINPlanStartDate><CINPlanEndDate>2025-06-26</CINPlanEndDate></CINPlanDates>
<Section47><S47ActualStartDate>2025-06-02</S47ActualStartDate><InitialCPCtarget>2025-06-23</InitialCPCtarget><DateOfInitialCPC>2025-06-17</DateOfInitialCPC><ICPCnotRequired>false</ICPCnotRequired></Section47>
<ReferralNFA>0</ReferralNFA>
<ChildProtectionPlans><CPPstartDate>2025-06-17</CPPstartDate><CPPendDate>2025-10-08</CPPendDate><InitialCategoryOfAbuse>PHY</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>1</NumberOfPreviousCPP><Reviews><CPPreviewDate>2025-09-15</CPPreviewDate><CPPreviewDate>2025-10-01</CPPreviewDate></Reviews></ChildProtectionPlans>
<PreProceedingsandFGDM><PPStartDate>2025-09-09</PPStartDate><LBPSentDate>2025-09-20</LBPSentDate><FGDMMeetingOffer>1</FGDMMeetingOffer><FGDMMeetingFac>0</FGDMMeetingFac><InitialPPMeetingDate>2025-09-28</InitialPPMeetingDate><ReviewMeetingsCount>3</ReviewMeetingsCount><StepDecisionDate>2025-10-01</StepDecisionDate><PPOutcome>A</PPOutcome><CourtAppDate>2025-10-02</CourtAppDate><LetterInitCPDate>2025-10-03</LetterInitCPDate></PreProceedingsandFGDM>
</CINdetails></Child></Children></Message>";

#[test]
fn every_field_of_the_schema_is_read() {
    let file = read_str(WHOLE);
    assert_eq!((file.bad.as_slice(), file.noted.as_slice()), (&[][..], &[][..]));
    assert_eq!((file.collection_year(), file.lea()), (Some(2026), Some("908")));
    assert_eq!(file.header.reference_date, Some(date(2026, 3, 31)));
    assert_eq!(file.header.serial_number.as_deref(), Some("001"));
    assert_eq!(file.header.software_code.as_deref(), Some("Any"));
    let child = &file.children[0];
    assert_eq!((child.source.line, child.source.table, child.source.index), (6, "ChildIdentifiers", 0));
    assert_eq!(
        (child.upn.as_deref(), child.former_upn.as_deref()),
        (Some("A123456789123"), Some("X98765432123B"))
    );
    assert_eq!(child.upn_unknown.as_ref().map(|code| code.code.code), Some("UN3"));
    assert_eq!(
        (child.birth_date, child.expected_birth_date),
        (Some(date(2015, 3, 27)), Some(date(2015, 4, 1)))
    );
    assert_eq!(
        (child.sex_recorded(), child.death_date),
        (Some(SexRecorded::Female), Some(date(2025, 10, 8)))
    );
    let ethnicity = child.characteristics.as_ref().and_then(|row| row.ethnicity.as_ref());
    assert_eq!(ethnicity.map(|code| code.code.label), Some("White British"));
    let disabilities: Vec<_> =
        child.disabilities.iter().map(|row| (row.code.code.code, row.source.index)).collect();
    assert_eq!(disabilities, [("HAND", 0), ("HEAR", 1)]);
    let details = &child.cin_details[0];
    assert_eq!((details.referral_date, details.referral_nfa), (date(2025, 4, 6), Some(false)));
    assert_eq!(details.closure_reason.as_ref().map(|code| code.code.label), Some("Died"));
    assert_eq!(details.initial_conference_date, Some(date(2025, 5, 6)));
    let assessment = &details.assessments[0];
    assert_eq!((assessment.source.line, assessment.start_date), (9, date(2025, 4, 8)));
    assert_eq!(assessment.factors.iter().map(|row| row.code.code.code).collect::<Vec<_>>(), ["2A", "2B"]);
    assert_eq!(details.cin_plans[0].end_date, Some(date(2025, 6, 26)));
    assert_eq!(details.section47s[0].initial_conference_date, Some(date(2025, 6, 17)));
    assert_eq!(details.section47s[0].conference_not_required, Some(false));
    let plan = &details.child_protection_plans[0];
    assert_eq!(plan.latest_category.as_ref().map(|code| code.raw.as_str()), Some("NEG"));
    assert_eq!((plan.number_of_previous_plans, plan.reviews.len()), (Some(1), 2));
    let pre = &details.pre_proceedings[0];
    assert_eq!((pre.review_meetings_count, pre.outcome.as_deref()), (Some(3), Some("A")));
    assert_eq!(pre.initial_care_proceedings_letter_date, Some(date(2025, 10, 3)));
}

#[test]
fn prefixes_byte_order_marks_and_windows_lines_change_nothing() {
    let plain = read_str(WHOLE);
    let prefixed = WHOLE
        .replace("</", "</c:")
        .replace('<', "<c:")
        .replace("<c:/c:", "</c:")
        .replace("xmlns=", "xmlns:c=");
    assert_eq!(read_str(&prefixed), plain);
    assert_eq!(read_str(&format!("\u{feff}{}", WHOLE.trim_start())).children.len(), 1);
    assert_eq!(read_str(&WHOLE.replace('\n', "\r\n")).children, plain.children);
}

#[test]
fn a_bad_value_leaves_its_own_row_out_and_the_rest_load() {
    let xml = census(
        "<Year>2025</Year>",
        JAGO,
        "<ChildCharacteristics><Ethnicity>MARS</Ethnicity><Disabilities><Disability>AUT</Disability>
<Disability>WINGS</Disability></Disabilities></ChildCharacteristics>
<CINdetails><CINreferralDate>2024-10-24</CINreferralDate><ReferralNFA>maybe</ReferralNFA>
<CINPlanDates><CINPlanStartDate>2024-11-01</CINPlanStartDate></CINPlanDates></CINdetails>
<CINdetails><CINreferralDate>2025-01-05</CINreferralDate>
<Assessments><AssessmentActualStartDate>2025-02-30</AssessmentActualStartDate></Assessments>
<Assessments><AssessmentActualStartDate>2025-02-28</AssessmentActualStartDate><FactorsIdentifiedAtAssessment>
<AssessmentFactors>RB</AssessmentFactors><AssessmentFactors>6B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
<ChildProtectionPlans><CPPendDate>2025-03-01</CPPendDate></ChildProtectionPlans>
</CINdetails>",
    );
    let file = read_str(&xml);
    assert_eq!(
        lines(&file.bad),
        [
            (5, "ChildCharacteristics", "Ethnicity", "MARS"),
            (6, "Disabilities", "Disability", "WINGS"),
            (7, "CINdetails", "ReferralNFA", "maybe"),
            (8, "CINplanDates", "", ""),
            (10, "Assessments", "AssessmentActualStartDate", "2025-02-30"),
            (12, "AssessmentFactors", "AssessmentFactors", "RB"),
            (13, "ChildProtectionPlans", "CPPstartDate", ""),
        ]
    );
    assert!(file.bad.iter().all(|row| row.child.as_deref() == Some("C1")));
    assert_eq!(file.bad[3].message, "Left out because the CINdetails row of line 7 was.");
    let child = &file.children[0];
    assert_eq!(
        (child.characteristics.is_none(), child.disabilities.len(), child.cin_details.len()),
        (true, 1, 1)
    );
    let assessment = &child.cin_details[0].assessments[0];
    assert_eq!((assessment.source.index, assessment.factors[0].source.index), (1, 1));
}

#[test]
fn a_child_without_identifier_or_any_birth_date_is_left_out_whole() {
    let details = "<CINdetails><CINreferralDate>2025-01-05</CINreferralDate></CINdetails>";
    let file = read_str(&census(
        "",
        "<LAchildID> </LAchildID><PersonBirthDate>2015-03-27</PersonBirthDate>",
        details,
    ));
    assert_eq!(lines(&file.bad), [(4, "ChildIdentifiers", "LAchildID", ""), (5, "CINdetails", "", "")]);
    assert!(file.children.is_empty());
    let file = read_str(&census("", "<LAchildID>C2</LAchildID>", details));
    assert_eq!(lines(&file.bad), [(4, "ChildIdentifiers", "PersonBirthDate", ""), (5, "CINdetails", "", "")]);
    assert_eq!(file.bad[0].child.as_deref(), Some("C2"));
    let unborn = "<LAchildID>C3</LAchildID><ExpectedPersonBirthDate>2025-06-01</ExpectedPersonBirthDate>";
    assert_eq!(read_str(&census("", unborn, details)).children[0].birth_date, None);
}

#[test]
fn sex_and_gender_are_told_from_either_list() {
    let of = |field: &str, value: &str| {
        let xml = census(
            "<Year>2023</Year>",
            &JAGO.replace("<Sex>M</Sex>", &format!("<{field}>{value}</{field}>")),
            "",
        );
        let file = read_str(&xml);
        (file.children.first().and_then(|child| child.sex_recorded()), file.noted.len(), file.bad.len())
    };
    assert_eq!(of("GenderCurrent", "2"), (Some(SexRecorded::Female), 0, 0));
    assert_eq!(of("GenderCurrent", "9"), (Some(SexRecorded::Indeterminate), 0, 0));
    assert_eq!(of("Sex", "1"), (Some(SexRecorded::Male), 0, 0));
    assert_eq!(of("Sex", "M"), (Some(SexRecorded::Male), 1, 0), "M is not of the 2023 collection");
    assert_eq!(of("Sex", "Q"), (None, 0, 1));
}

#[test]
fn what_the_schema_does_not_have_is_noted_and_passed_over() {
    let xml = census(
        "",
        &format!("{JAGO}stray<Shoe>9</Shoe>"),
        "<Pets><Dog><CINdetails/></Dog></Pets><CINdetails><CINreferralDate>2025-01-05</CINreferralDate><Mood/></CINdetails>",
    )
    .replace("</Children>", "</Children><Footer/>");
    let file = read_str(&xml);
    assert_eq!(
        lines(&file.noted),
        [
            (4, "ChildIdentifiers", "Shoe", ""),
            (4, "ChildIdentifiers", "", "stray"),
            (5, "Child", "Pets", ""),
            (5, "CINdetails", "Mood", ""),
            (6, "Message", "Footer", ""),
        ]
    );
    assert_eq!((file.bad.len(), file.children[0].cin_details.len()), (0, 1));
}

#[test]
fn factors_are_read_in_each_form_suppliers_write() {
    let start = "<AssessmentActualStartDate>2025-02-28</AssessmentActualStartDate>";
    for list in [
        "<FactorsIdentifiedAtAssessment><AssessmentFactors>1A</AssessmentFactors><AssessmentFactors>3B</AssessmentFactors></FactorsIdentifiedAtAssessment>",
        "<AssessmentFactors>1A</AssessmentFactors><AssessmentFactors>3B</AssessmentFactors>",
        "<AssessmentFactors><AssessmentFactor>1A</AssessmentFactor><AssessmentFactor>3B</AssessmentFactor></AssessmentFactors>",
    ] {
        let rest = format!(
            "<CINdetails><CINreferralDate>2025-01-05</CINreferralDate><Assessments>{start}{list}</Assessments></CINdetails>"
        );
        let file = read_str(&census("", JAGO, &rest));
        let factors = &file.children[0].cin_details[0].assessments[0].factors;
        assert_eq!(
            factors.iter().map(|factor| factor.code.code.code).collect::<Vec<_>>(),
            ["1A", "3B"],
            "{list}"
        );
        assert_eq!(file.noted, [], "{list}");
    }
}

#[test]
fn a_value_given_twice_alike_is_noted_and_twice_differently_is_bad() {
    let again = |value: &str| {
        let file = read_str(&census("", &format!("{JAGO}<PersonBirthDate>{value}</PersonBirthDate>"), ""));
        (file.children.len(), file.noted.len(), file.bad.len())
    };
    assert_eq!(again("2015-03-27"), (1, 1, 0));
    assert_eq!(again("2016-03-27"), (0, 0, 1));
}

#[test]
fn nothing_is_dropped_in_silence() {
    let rest = "<ChildCharacteristics><Disabilities><Disability/></Disabilities></ChildCharacteristics>";
    let file = read_str(&census("<Year>70000</Year>", JAGO, rest));
    let expected = [(2, "CollectionDetails", "Year", "70000"), (5, "Disabilities", "Disability", "")];
    assert_eq!(lines(&file.bad), expected);
    assert_eq!(file.bad[1].message, "Disability is empty.");
}

#[test]
fn dates_are_strict_but_a_time_zone_is_passed_over() {
    let date_from = super::row::date_from;
    assert_eq!(date_from("2024-02-29Z"), Some(date(2024, 2, 29)));
    assert_eq!(date_from("2024-02-29+01:00"), Some(date(2024, 2, 29)));
    for bad in [
        "2023-02-29",
        "29/02/2024",
        "20240229",
        "2024-2-29",
        "2024-02-29T00:00:00",
        "2024-02-2é",
        "-001-02-03",
    ] {
        assert_eq!(date_from(bad), None, "{bad}");
    }
}

#[test]
fn a_file_that_is_not_this_census_is_a_fault_that_names_the_line() {
    assert!(fault_of(b"").contains("line 1"));
    assert!(fault_of(b"LAchildID,UPN\n1,2\n").contains("not XML"));
    assert!(fault_of(b"<Message><Children><Child>\n\n</Children></Message>").contains("line 3"));
    assert!(fault_of(b"<Message><Children>\n<Child>").contains("line 2"));
    assert!(fault_of(b"\n<html></html>").contains("line 2 opens <html>"));
    assert!(fault_of(b"<Message/><Message/>").contains("line 1"));
    assert!(fault_of(b"<Message><Pupils/></Message>").contains("no list of children"));
    let census = census("", JAGO, "").replace(">CIN<", ">SWF<");
    assert!(fault_of(census.as_bytes()).contains("line 2 names the collection \"SWF\""));
    assert!(fault_of(b"<Message>\n\xff</Message>").contains("Line 2 is not UTF-8"));
    let utf_16: Vec<u8> = "\u{feff}<Message/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(fault_of(&utf_16).contains("UTF-16"));
    let deep = format!("<Message>{}", "<a>".repeat(100_000));
    assert!(fault_of(deep.as_bytes()).contains("nested"));
}

#[test]
fn entities_are_never_expanded() {
    let bomb = "<!DOCTYPE Message [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    let identifiers = "<LAchildID>&b;</LAchildID><PersonBirthDate>2015-03-27</PersonBirthDate>";
    let file = read_str(&format!("{bomb}{}", census("", identifiers, "")));
    assert!(file.children.is_empty());
    assert!(file.bad[0].message.contains("&b;"), "{:?}", file.bad);
    let fine = read_str(&census("", &JAGO.replace("C1", "C&amp;&#49;"), ""));
    assert_eq!(fine.children[0].la_child_id, "C&1");
}

#[test]
fn codes_keep_their_years() {
    use super::codes::{ASSESSMENT_FACTOR, CLOSURE_REASON};
    let rc9 = CLOSURE_REASON.find("rc9").expect("a code");
    assert!(!rc9.in_force(2022) && rc9.in_force(2023));
    let physical = ASSESSMENT_FACTOR.find("18A").expect("a code");
    assert!(physical.in_force(2024) && !physical.in_force(2025));
}

proptest::proptest! {
    /// Whatever bytes arrive, reading answers.
    #[test]
    fn reading_never_panics(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200), at in 0usize..3000) {
        let mut file = WHOLE.as_bytes().to_vec();
        let at = at.min(file.len());
        file.splice(at..at, bytes.iter().copied());
        let _ = read(&file);
        let _ = read(&bytes);
        let _ = read(&WHOLE.as_bytes()[..at]);
    }
}
