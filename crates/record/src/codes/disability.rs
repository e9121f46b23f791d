//! LAW: children in need census guide; years from the codes of each collection.

use super::code_set;

code_set! {
    /// A disability (CIN census item `Disability`).
    Disability {
        "NONE" "No disability",
        "MOB" "Mobility",
        "HAND" "Hand function",
        "PC" "Personal care",
        "INC" "Incontinence",
        "COMM" "Communication",
        "LD" "Learning",
        "HEAR" "Hearing",
        "VIS" "Vision",
        "BEH" "Behaviour",
        "CON" "Consciousness",
        "AUT" "Autism",
        "DDA" "Other",
    }
}
