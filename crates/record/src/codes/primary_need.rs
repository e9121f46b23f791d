//! LAW: children in need census guide; years from the codes of each collection.

use super::code_set;

code_set! {
    /// Why the child is in need (CIN census item `PrimaryNeedCode`).
    PrimaryNeed {
        "N1" "Abuse, neglect or exploitation",
        "N2" "Child’s disability",
        "N3" "Parental disability or illness",
        "N4" "Family in acute stress",
        "N5" "Family dysfunction",
        "N6" "Socially unacceptable behaviour",
        "N7" "Low income",
        "N8" "Absent parenting",
        "N9" "Not a child in need",
        "N0" "Not stated",
    }
}
