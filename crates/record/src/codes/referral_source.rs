//! LAW: children in need census guide; years from the codes of each collection.

use super::code_set;

code_set! {
    /// Where a referral came from (CIN census item `ReferralSource`).
    ReferralSource {
        "1A" "Family member, relative or carer",
        "1B" "Acquaintance, neighbour or childminder",
        "1C" "Self",
        "1D" "Another individual, or a stranger",
        "2A" "School",
        "2B" "Education services",
        "3A" "General practitioner",
        "3B" "Health visitor",
        "3C" "School nurse",
        "3D" "Other primary health services",
        "3E" "Accident and emergency",
        "3F" "Other health services",
        "4" "Housing",
        "5A" "Social care within the authority",
        "5B" "Another department of the authority",
        "5C" "Another authority",
        "5D" "Early help" from 2022,
        "6" "Police",
        "7" "Courts, probation, immigration, prison or other legal agency",
        "8" "Voluntary organisation, children’s centre or other",
        "9" "Anonymous",
        "10" "Not known",
    }
}
