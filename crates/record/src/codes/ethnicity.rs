//! LAW: children in need census guide; years from the codes of each collection.

use super::code_set;

code_set! {
    /// An ethnic group (CIN census item `Ethnicity`). Local groups, such as Cornish, are kept beside it.
    Ethnicity {
        "WBRI" "White British",
        "WIRI" "White Irish",
        "WIRT" "Traveller of Irish heritage",
        "WOTH" "Any other White background",
        "WROM" "Gypsy/Roma",
        "MWBC" "White and Black Caribbean",
        "MWBA" "White and Black African",
        "MWAS" "White and Asian",
        "MOTH" "Any other mixed background",
        "AIND" "Indian",
        "APKN" "Pakistani",
        "ABAN" "Bangladeshi",
        "AOTH" "Any other Asian background",
        "BCRB" "Caribbean",
        "BAFR" "African",
        "BOTH" "Any other black background",
        "CHNE" "Chinese",
        "OOTH" "Any other ethnic group",
        "REFU" "Refused",
        "NOBT" "Information not yet obtained",
    }
}
