//! An invented children in need census of any size: for each child a referral, an assessment and a plan; for one in
//! four an enquiry and a child protection plan with its reviews. One child in twenty has a fault of some kind.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::Result;

const HEADER: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Message>\n  <Header>\n    <CollectionDetails>\n      \
     <Collection>CIN</Collection>\n      <Year>2026</Year>\n      <ReferenceDate>2026-03-31</ReferenceDate>\n    \
     </CollectionDetails>\n    <Source>\n      <SourceLevel>L</SourceLevel>\n      <LEA>908</LEA>\n      \
     <SoftwareCode>invented</SoftwareCode>\n      <Release>1.0</Release>\n      <SerialNo>001</SerialNo>\n      \
     <DateTime>2026-05-01T09:00:00</DateTime>\n    </Source>\n  </Header>\n  <Children>\n";

/// Writes the census of 2025-26.
pub(super) fn write(path: &Path, children: u32) -> Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    file.write_all(HEADER.as_bytes())?;
    for number in 0..children {
        child(&mut file, number)?;
    }
    file.write_all(b"  </Children>\n</Message>\n")?;
    file.into_inner()?.sync_all()?;
    Ok(())
}

fn child(file: &mut impl Write, number: u32) -> Result<()> {
    let (day, month) = (number % 28 + 1, number / 28 % 12 + 1);
    let born = 2010 + number % 14;
    let disability = ["NONE", "MOB", "HAND", "PC", "INC", "COMM", "LD", "HEAR", "VIS"][number as usize % 9];
    let sex = if number % 100 == 7 { "X" } else { ["M", "F"][number as usize % 2] };
    let authorised = if number % 100 == 27 { 1 } else { 6 };
    write!(
        file,
        "    <Child>\n      <ChildIdentifiers>\n        <LAchildID>CN{number:08}</LAchildID>\n        \
         <UPNunknown>UN2</UPNunknown>\n        \
         <PersonBirthDate>{born}-{month:02}-{day:02}</PersonBirthDate>\n        <Sex>{sex}</Sex>\n      \
         </ChildIdentifiers>\n      <ChildCharacteristics>\n        <Ethnicity>WBRI</Ethnicity>\n        \
         <Disabilities>\n          <Disability>{disability}</Disability>\n        </Disabilities>\n      \
         </ChildCharacteristics>\n      <CINdetails>\n        <CINreferralDate>2025-05-{day:02}</CINreferralDate>\n        \
         <ReferralSource>2A</ReferralSource>\n        <PrimaryNeedCode>N1</PrimaryNeedCode>\n        <Assessments>\n          \
         <AssessmentActualStartDate>2025-05-{day:02}</AssessmentActualStartDate>\n          \
         <AssessmentAuthorisationDate>2025-{authorised:02}-{day:02}</AssessmentAuthorisationDate>\n          \
         <FactorsIdentifiedAtAssessment>\n            <AssessmentFactors>3B</AssessmentFactors>\n            \
         <AssessmentFactors>7A</AssessmentFactors>\n          </FactorsIdentifiedAtAssessment>\n        </Assessments>\n        \
         <CINPlanDates>\n          <CINPlanStartDate>2025-06-{day:02}</CINPlanStartDate>\n          \
         <CINPlanEndDate>2025-08-{day:02}</CINPlanEndDate>\n        </CINPlanDates>\n        <ReferralNFA>0</ReferralNFA>\n",
    )?;
    if number.is_multiple_of(4) {
        let category = if number % 100 == 44 { "ABC" } else { "NEG" };
        let review = if number % 100 == 64 { "2024-01-01" } else { "2025-12-01" };
        write!(
            file,
            "        <Section47>\n          <S47ActualStartDate>2025-08-{day:02}</S47ActualStartDate>\n          \
             <InitialCPCtarget>2025-09-15</InitialCPCtarget>\n          \
             <DateOfInitialCPC>2025-09-10</DateOfInitialCPC>\n          \
             <ICPCnotRequired>0</ICPCnotRequired>\n        </Section47>\n        \
             <ChildProtectionPlans>\n          <CPPstartDate>2025-09-10</CPPstartDate>\n          \
             <InitialCategoryOfAbuse>{category}</InitialCategoryOfAbuse>\n          \
             <LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse>\n          \
             <NumberOfPreviousCPP>0</NumberOfPreviousCPP>\n          <Reviews>\n            \
             <CPPreviewDate>{review}</CPPreviewDate>\n            <CPPreviewDate>2026-03-01</CPPreviewDate>\n          \
             </Reviews>\n        </ChildProtectionPlans>\n",
        )?;
    }
    if number % 100 == 84 {
        writeln!(file, "        <CINclosureDate>2026-03-01</CINclosureDate>")?;
    }
    write!(file, "      </CINdetails>\n    </Child>\n")?;
    Ok(())
}
