//! What an assessment found: its factors.

use crate::cin_census::codes::ASSESSMENT_FACTOR;
use crate::cin_census::validation::field::Field::*;
use crate::cin_census::validation::row::{Row, is_code};
use crate::cin_census::validation::rule::{Rule, error, query};

pub(super) const RULES: &[Rule] = &[
    error(
        "8614",
        "An assessment that has not ended has factors.",
        |child, found| {
            found.each(child.assessments(), &[AssessmentEnd, Factors], |row| {
                row.undated(AssessmentEnd) && row.given(Factors)
            });
        },
        (
            "cin; assessment; assessment AssessmentAuthorisationDate=2025-05-01 \
             AssessmentFactors=1A",
            "cin; assessment AssessmentFactors=1A",
        ),
    ),
    error(
        "8869",
        "Factor 21, that there are none, stands beside others.",
        |child, found| {
            found.each(child.assessments(), &[Factors], |row| {
                has(row, "21") && row.texts(Factors).any(|one| one != "21")
            });
        },
        ("cin; assessment AssessmentFactors=21", "cin; assessment AssessmentFactors=21,4B"),
    ),
    query(
        "8873Q",
        "The referral’s only assessment found no factors, and the case was not closed \
         after assessment: mend it or say why.",
        |child, found| {
            for referral in &child.referrals {
                let [only] = referral.assessments.as_slice() else { continue };
                if has(only, "21") && !referral.details.among(ClosureReason, &["RC8", "RC9"]) {
                    found.add(only, &[Factors]);
                    found.add(&referral.details, &[ClosureReason]);
                }
            }
        },
        (
            "cin ReasonForClosure=RC8; assessment AssessmentFactors=21; \
             cin ReasonForClosure=RC7; assessment AssessmentFactors=21; assessment AssessmentFactors=1A",
            "cin ReasonForClosure=RC7; assessment AssessmentFactors=21",
        ),
    ),
    query(
        "8897Q",
        "An assessment completed since the census year began has no factors, or one that \
         is not in the list: mend it or say why.",
        |child, found| {
            found.each(child.assessments(), &[AssessmentEnd, Factors], |row| {
                let ended = row.day(AssessmentEnd).is_some_and(|day| day >= child.period.start);
                ended
                    && (row.blank(Factors) || row.texts(Factors).any(|one| !is_code(one, &ASSESSMENT_FACTOR)))
            });
        },
        (
            "cin; assessment AssessmentAuthorisationDate=2025-05-01 AssessmentFactors=1A,18B; \
             assessment AssessmentAuthorisationDate=2025-03-31",
            "cin; assessment AssessmentAuthorisationDate=2025-04-01",
        ),
    ),
    error(
        "8898",
        "The assessment has the same factor twice.",
        |child, found| {
            found.each(child.assessments(), &[Factors], |row| {
                let factors: Vec<&str> = row.texts(Factors).collect();
                factors.iter().enumerate().any(|(at, one)| factors[..at].contains(one))
            });
        },
        (
            "cin; assessment AssessmentFactors=1A,1B; assessment AssessmentFactors=1A",
            "cin; assessment AssessmentFactors=1A,1B,1A",
        ),
    ),
    query(
        "8945Q",
        "Factor 18A has given way to 18B and 18C: mend it or say why.",
        |child, found| found.each(child.assessments(), &[Factors], |row| has(row, "18A")),
        ("cin; assessment AssessmentFactors=18B,18C", "cin; assessment AssessmentFactors=1A,18A"),
    )
    .from(2025),
    query(
        "8950Q",
        "Factor 19A has given way to 19B and 19C: mend it or say why.",
        |child, found| found.each(child.assessments(), &[Factors], |row| has(row, "19A")),
        ("cin; assessment AssessmentFactors=19B,19C", "cin; assessment AssessmentFactors=19A"),
    )
    .from(2025),
];

fn has(assessment: &Row<'_>, factor: &str) -> bool {
    assessment.texts(Factors).any(|one| one.eq_ignore_ascii_case(factor))
}
