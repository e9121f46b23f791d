//! The elements that rules look at.

macro_rules! fields {
    ($($name:ident $element:literal $day:literal)*) => {
        /// An element that holds a value.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Field {
            $($name,)*
        }

        impl Field {
            /// Its name in the file.
            pub(crate) const fn element(self) -> &'static str {
                match self {
                    $(Field::$name => $element,)*
                }
            }

            /// Whether its value should be a day.
            pub(crate) const fn is_day(self) -> bool {
                match self {
                    $(Field::$name => $day,)*
                }
            }
        }
    };
}

fields! {
    ReferenceDate "ReferenceDate" true
    ChildId "LAchildID" false
    Upn "UPN" false
    FormerUpn "FormerUPN" false
    UpnUnknown "UPNunknown" false
    BirthDate "PersonBirthDate" true
    ExpectedBirthDate "ExpectedPersonBirthDate" true
    Gender "GenderCurrent" false
    Sex "Sex" false
    DeathDate "PersonDeathDate" true
    Ethnicity "Ethnicity" false
    Disability "Disability" false
    ReferralDate "CINreferralDate" true
    ReferralSource "ReferralSource" false
    PrimaryNeed "PrimaryNeedCode" false
    ClosureDate "CINclosureDate" true
    ClosureReason "ReasonForClosure" false
    ConferenceDate "DateOfInitialCPC" true
    NoFurtherAction "ReferralNFA" false
    AssessmentStart "AssessmentActualStartDate" true
    AssessmentReview "AssessmentInternalReviewDate" true
    AssessmentEnd "AssessmentAuthorisationDate" true
    Factors "AssessmentFactors" false
    PlanStart "CINPlanStartDate" true
    PlanEnd "CINPlanEndDate" true
    EnquiryStart "S47ActualStartDate" true
    ConferenceTarget "InitialCPCtarget" true
    ConferenceNotRequired "ICPCnotRequired" false
    ProtectionStart "CPPstartDate" true
    ProtectionEnd "CPPendDate" true
    InitialCategory "InitialCategoryOfAbuse" false
    LatestCategory "LatestCategoryOfAbuse" false
    PreviousPlans "NumberOfPreviousCPP" false
    ReviewDate "CPPreviewDate" true
}
