//! LAW: children in need census guide; years from the codes of each collection.

use super::code_set;

code_set! {
    /// A category of abuse under which a protection plan runs (CIN census items `InitialCategoryOfAbuse` and `LatestCategoryOfAbuse`).
    AbuseCategory {
        "NEG" "Neglect",
        "PHY" "Physical abuse",
        "SAB" "Sexual abuse",
        "EMO" "Emotional abuse",
        "MUL" "Multiple",
    }
}
