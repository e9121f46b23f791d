//! LAW: children in need census guide; years from the codes of each collection.

use super::code_set;

code_set! {
    /// Why an episode of need was closed (CIN census item `ReasonForClosure`).
    ClosureReason {
        "RC1" "Adopted",
        "RC2" "Died",
        "RC3" "Child arrangements order",
        "RC4" "Special guardianship order",
        "RC5" "Transferred to services of another local authority",
        "RC6" "Transferred to adult social care services",
        "RC7" "Services ceased for another reason, including no longer in need",
        "RC8" "Closed after assessment, no further action",
        "RC9" "Closed after assessment, referred to early help" from 2022,
    }
}
