//! The code sets of the return, with the collection years in which each code may be used.

/// A code and the first and last collection year in which it counts, by the calendar year in which they end.
pub(crate) type Code = (&'static str, i16, i16);

const ANY: i16 = i16::MAX;

/// Whether a code belongs to a set in a year.
pub(crate) fn valid(set: &[Code], code: &str, year: i16) -> bool {
    set.iter().any(|(known, from, to)| *known == code && (*from..=*to).contains(&year))
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident: $($code:literal)*;)*) => {
        $($(#[$doc])* pub(crate) const $name: &[Code] = &[$(($code, 0, ANY)),*];)*
    };
}

codes! {
    /// Ethnic backgrounds.
    ETHNICITIES: "WBRI" "WIRI" "WOTH" "WIRT" "WROM" "MWBC" "MWBA" "MWAS" "MOTH" "AIND" "APKN" "ABAN" "AOTH" "BCRB"
        "BAFR" "BOTH" "CHNE" "OOTH" "REFU" "NOBT";
    /// No and yes.
    NO_YES: "0" "1";
    /// Reasons for a new episode.
    NEW_EPISODE: "S" "L" "P" "T" "B" "U";
    /// Legal statuses.
    LEGAL_STATUSES: "C1" "C2" "D1" "E1" "V2" "V3" "V4" "L1" "L2" "L3" "J1" "J2" "J3";
    /// Categories of need.
    NEEDS: "N1" "N2" "N3" "N4" "N5" "N6" "N7" "N8";
    /// Whose a placement is.
    PROVIDERS: "PR0" "PR1" "PR2" "PR3" "PR4" "PR5";
    /// Reasons why an episode ceased.
    CEASED: "X1" "E11" "E12" "E2" "E3" "E4A" "E4B" "E13" "E41" "E45" "E46" "E47" "E48" "E5" "E6" "E7" "E8" "E9" "E14"
        "E15" "E16" "E17";
    /// Reasons for a change of placement.
    PLACE_CHANGES: "CARPL" "CLOSE" "ALLEG" "STAND" "CUSTOD" "APPRR" "CREQB" "CREQO" "CHILD" "LAREQ" "PLACE" "OTHER";
    /// How a child took part in a review.
    PARTICIPATION: "PN0" "PN1" "PN2" "PN3" "PN4" "PN5" "PN6" "PN7";
    /// Why there is no score of strengths and difficulties.
    NO_SCORE: "SDQ1" "SDQ2" "SDQ3" "SDQ4" "SDQ5";
    /// Whether the authority is in touch with a care leaver.
    CONTACTS: "YES" "NO" "DIED" "REFU" "NREQ" "RHOM";
    /// What a care leaver does.
    ACTIVITIES: "F1" "P1" "F2" "P2" "F4" "P4" "F5" "P5" "G4" "G5" "G6" "0";
    /// Where a care leaver lives; the figure says whether it is suitable.
    ACCOMMODATION: "B1" "B2" "C1" "C2" "D1" "D2" "E1" "E2" "G1" "G2" "H1" "H2" "K1" "K2" "R1" "R2" "S2" "T1" "T2" "U1"
        "U2" "V1" "V2" "W1" "W2" "X2" "Y1" "Y2" "Z1" "Z2" "0";
    /// How many adopters.
    ADOPTERS: "1" "2";
    /// The sexes of adopters.
    SEXES_OF_ADOPTERS: "M1" "F1" "MM" "FF" "MF";
    /// The legal relation of adopters.
    ADOPTERS_BOND: "L0" "L11" "L12" "L2" "L3" "L4";
    /// Why a decision to place for adoption was reversed.
    REVERSALS: "RD1" "RD2" "RD3" "RD4";
    /// Permanence before.
    PERMANENCE: "P1" "P2" "P3" "P4" "Z1";
    /// Missing, or away without authorisation.
    ABSENCES: "M" "A";
    /// Why the social worker changed.
    WORKER_CHANGES: "MANAGE" "FCONTA" "LEFTRL" "ORGRST" "TSPROC" "ABSENC" "CHCHAN" "PCCHAN" "SWDIED" "OTHERS";
}

/// Sexes: figures until 2023-24, letters after.
pub(crate) const SEXES: &[Code] =
    &[("1", 0, 2024), ("2", 0, 2024), ("M", 2025, ANY), ("F", 2025, ANY), ("U", 2025, ANY)];

/// Placements. Independent living, unregulated supported accommodation and the single code of other placements
/// ended with 2024-25; registered supported accommodation has been counted since then.
pub(crate) const PLACEMENTS: &[Code] = &[
    ("A3", 0, ANY),
    ("A4", 0, ANY),
    ("A5", 0, ANY),
    ("A6", 0, ANY),
    ("H5", 0, 2025),
    ("K1", 0, ANY),
    ("K2", 0, ANY),
    ("K3", 2025, ANY),
    ("P1", 0, ANY),
    ("P2", 0, 2025),
    ("P3", 0, ANY),
    ("R1", 0, ANY),
    ("R2", 0, ANY),
    ("R3", 0, ANY),
    ("R5", 0, ANY),
    ("S1", 0, ANY),
    ("T0", 0, ANY),
    ("T1", 0, ANY),
    ("T2", 0, ANY),
    ("T3", 0, ANY),
    ("T4", 0, ANY),
    ("U1", 0, ANY),
    ("U2", 0, ANY),
    ("U3", 0, ANY),
    ("U4", 0, ANY),
    ("U5", 0, ANY),
    ("U6", 0, ANY),
    ("Z1", 0, 2025),
    ("Z11", 2026, ANY),
    ("Z12", 2026, ANY),
    ("Z13", 2026, ANY),
    ("Z14", 2026, ANY),
];

/// Temporary placements.
pub(crate) const TEMPORARY: [&str; 5] = ["T0", "T1", "T2", "T3", "T4"];

/// Foster placements.
pub(crate) const FOSTERING: [&str; 6] = ["U1", "U2", "U3", "U4", "U5", "U6"];

/// Placements for adoption.
pub(crate) const FOR_ADOPTION: [&str; 4] = ["A3", "A4", "A5", "A6"];

/// Other placements, which have no provider.
pub(crate) const OTHER: [&str; 5] = ["Z1", "Z11", "Z12", "Z13", "Z14"];

/// The nations of the United Kingdom in place of an authority.
pub(crate) const NATIONS: [&str; 4] = ["WAL", "SCO", "NIR", "NUK"];

/// The Department's three-figure numbers of English authorities, those that were reorganised in 2019 to 2023 with
/// their old numbers and their new, since an order may have been made before.
pub(crate) const AUTHORITIES: &[u16] = &[
    201, 202, 203, 204, 205, 206, 207, 208, 209, 210, 211, 212, 213, 301, 302, 303, 304, 305, 306, 307, 308,
    309, 310, 311, 312, 313, 314, 315, 316, 317, 318, 319, 320, 330, 331, 332, 333, 334, 335, 336, 340, 341,
    342, 343, 344, 350, 351, 352, 353, 354, 355, 356, 357, 358, 359, 370, 371, 372, 373, 380, 381, 382, 383,
    384, 390, 391, 392, 393, 394, 420, 800, 801, 802, 803, 805, 806, 807, 808, 810, 811, 812, 813, 815, 816,
    821, 822, 823, 825, 826, 830, 831, 835, 836, 837, 838, 839, 840, 841, 845, 846, 850, 851, 852, 855, 856,
    857, 860, 861, 865, 866, 867, 868, 869, 870, 871, 872, 873, 874, 876, 877, 878, 879, 880, 881, 882, 883,
    884, 885, 886, 887, 888, 889, 890, 891, 892, 893, 894, 895, 896, 908, 909, 916, 919, 921, 925, 926, 928,
    929, 931, 933, 935, 936, 937, 938, 940, 941, 942, 943, 999,
];

/// Whether this is an English authority's number or a nation.
pub(crate) fn authority(text: &str) -> bool {
    NATIONS.contains(&text) || text.parse().is_ok_and(|number| AUTHORITIES.contains(&number))
}
