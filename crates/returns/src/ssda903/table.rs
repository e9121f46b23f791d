//! The twelve tables of the return and their columns, as the CSV form names them.

use super::columns::*;

/// A table of the return.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Table {
    /// One row a child: sex, date of birth, ethnicity, pupil number, motherhood.
    Header,
    /// Episodes of care: each a legal status and a placement.
    Episodes,
    /// Reviews, and how the child took part.
    Reviews,
    /// Unaccompanied asylum-seeking children.
    Uasc,
    /// Health, offending and strengths and difficulties of children looked after for a year.
    Oc2,
    /// Care leavers.
    Oc3,
    /// Adoptions.
    Ad1,
    /// Decisions that a child should be placed for adoption.
    PlacedAdoption,
    /// Permanence before this period of care.
    PrevPerm,
    /// Missing, and away without authorisation.
    Missing,
    /// Social workers of the child; from 2023-24.
    SwEpisodes,
    /// Deprivation of liberty orders; from 2026-27.
    DoLo,
}

impl Table {
    /// Every table.
    pub const ALL: [Table; 12] = [
        Table::Header,
        Table::Episodes,
        Table::Reviews,
        Table::Uasc,
        Table::Oc2,
        Table::Oc3,
        Table::Ad1,
        Table::PlacedAdoption,
        Table::PrevPerm,
        Table::Missing,
        Table::SwEpisodes,
        Table::DoLo,
    ];

    /// The name that reports give it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Table::Header => "Header",
            Table::Episodes => "Episodes",
            Table::Reviews => "Reviews",
            Table::Uasc => "UASC",
            Table::Oc2 => "OC2",
            Table::Oc3 => "OC3",
            Table::Ad1 => "AD1",
            Table::PlacedAdoption => "PlacedAdoption",
            Table::PrevPerm => "PrevPerm",
            Table::Missing => "Missing",
            Table::SwEpisodes => "SWEpisodes",
            Table::DoLo => "DoLo",
        }
    }

    /// Its columns, in the order of the guide. `UASC` of the Header stands in the XML form alone, so a file
    /// without it lacks nothing.
    #[must_use]
    pub const fn columns(self) -> &'static [Field] {
        match self {
            Table::Header => &[CHILD, SEX, DOB, ETHNIC, UPN, MOTHER, MC_DOB, UASC],
            Table::Episodes => &[
                CHILD,
                DECOM,
                RNE,
                LS,
                CIN,
                PLACE,
                PLACE_PROVIDER,
                DEC,
                REC,
                REASON_PLACE_CHANGE,
                HOME_POST,
                PL_POST,
                URN,
            ],
            Table::Reviews => &[CHILD, DOB, REVIEW, REVIEW_CODE],
            Table::Uasc => &[CHILD, SEX, DOB, DUC],
            Table::Oc2 => &[
                CHILD,
                DOB,
                SDQ_SCORE,
                SDQ_REASON,
                CONVICTED,
                HEALTH_CHECK,
                IMMUNISATIONS,
                TEETH_CHECK,
                HEALTH_ASSESSMENT,
                SUBSTANCE_MISUSE,
                INTERVENTION_RECEIVED,
                INTERVENTION_OFFERED,
            ],
            Table::Oc3 => &[CHILD, DOB, IN_TOUCH, ACTIV, ACCOM],
            Table::Ad1 => &[CHILD, DOB, DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR],
            Table::PlacedAdoption => &[CHILD, DOB, DATE_PLACED, DATE_PLACED_CEASED, REASON_PLACED_CEASED],
            Table::PrevPerm => &[CHILD, DOB, PREV_PERM, LA_PERM, DATE_PERM],
            Table::Missing => &[CHILD, DOB, MISSING, MIS_START, MIS_END],
            Table::SwEpisodes => &[CHILD, DOB, SW_ID, SW_DECOM, SW_DEC, SW_REASON],
            Table::DoLo => &[CHILD, DOB, DOLO_START, DOLO_END],
        }
    }

    /// The table that has these column names, if they tell: most of what is its own, and nothing like as much of
    /// another's.
    #[must_use]
    pub fn with_columns(names: &[String]) -> Option<Table> {
        let shared = [CHILD, DOB, SEX, UASC];
        let likeness = |table: Table| {
            let own = table.columns().iter().filter(|column| !shared.contains(column));
            let (mut found, mut all) = (0, 0);
            for column in own {
                all += 1;
                found += usize::from(names.iter().any(|name| name == column.name()));
            }
            (found * 2 > all || (found == 1 && all == 2)).then_some(found)
        };
        Table::ALL
            .into_iter()
            .filter_map(|table| Some((likeness(table)?, table)))
            .max()
            .map(|(_, table)| table)
    }
}
