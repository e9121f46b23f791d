//! The modules of the census, each a table of rows, under the names the guide gives them.

use super::field::Field::{self, *};

/// A module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Table {
    Header,
    ChildIdentifiers,
    ChildCharacteristics,
    Disabilities,
    CinDetails,
    Assessments,
    CinPlanDates,
    Section47,
    ChildProtectionPlans,
    Reviews,
}

impl Table {
    /// How many there are.
    pub(crate) const COUNT: usize = Table::Reviews as usize + 1;

    /// Its name in reports.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Table::Header => "Header",
            Table::ChildIdentifiers => "ChildIdentifiers",
            Table::ChildCharacteristics => "ChildCharacteristics",
            Table::Disabilities => "Disabilities",
            Table::CinDetails => "CINdetails",
            Table::Assessments => "Assessments",
            Table::CinPlanDates => "CINplanDates",
            Table::Section47 => "Section47",
            Table::ChildProtectionPlans => "ChildProtectionPlans",
            Table::Reviews => "Reviews",
        }
    }

    /// The elements with a value that a row of it may hold.
    pub(crate) const fn fields(self) -> &'static [Field] {
        match self {
            Table::Header => &[ReferenceDate],
            Table::ChildIdentifiers => {
                &[ChildId, Upn, FormerUpn, UpnUnknown, BirthDate, ExpectedBirthDate, Gender, Sex, DeathDate]
            }
            Table::ChildCharacteristics => &[Ethnicity],
            Table::Disabilities => &[Disability],
            Table::CinDetails => &[
                ReferralDate,
                ReferralSource,
                PrimaryNeed,
                ClosureDate,
                ClosureReason,
                ConferenceDate,
                NoFurtherAction,
            ],
            Table::Assessments => &[AssessmentStart, AssessmentReview, AssessmentEnd, Factors],
            Table::CinPlanDates => &[PlanStart, PlanEnd],
            Table::Section47 => &[EnquiryStart, ConferenceTarget, ConferenceDate, ConferenceNotRequired],
            Table::ChildProtectionPlans => {
                &[ProtectionStart, ProtectionEnd, InitialCategory, LatestCategory, PreviousPlans]
            }
            Table::Reviews => &[ReviewDate],
        }
    }
}
