//! The columns of the return, each a constant by the name that the files give it.

/// A column, by number; the same number in every table that has it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Field(u8);

impl std::fmt::Debug for Field {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.name())
    }
}

impl Field {
    /// The column's name in the files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        NAMES[self.0 as usize]
    }

    /// The column of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Field> {
        let at = NAMES.iter().position(|known| *known == name)?;
        u8::try_from(at).ok().map(Field)
    }

    /// Its number among all columns.
    #[must_use]
    pub(crate) const fn number(self) -> usize {
        self.0 as usize
    }

    /// Whether the guide asks for a day in it. The day of a permanence order may be partly unknown, so it is not
    /// one of these.
    #[must_use]
    pub(crate) fn is_date(self) -> bool {
        DATES.contains(&self)
    }
}

macro_rules! columns {
    ($($name:ident)*) => {
        /// The names, by number.
        pub(crate) const NAMES: &[&str] = &[$(stringify!($name)),*];
        $(
            #[doc = concat!("The column `", stringify!($name), "`.")]
            pub const $name: Field = numbered(stringify!($name));
        )*
    };
}

columns! {
    CHILD SEX DOB ETHNIC UPN MOTHER MC_DOB UASC
    DECOM RNE LS CIN PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE HOME_POST PL_POST URN
    PL_LA PL_LOCATION PL_DISTANCE
    REVIEW REVIEW_CODE DUC
    SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE
    INTERVENTION_RECEIVED INTERVENTION_OFFERED
    IN_TOUCH ACTIV ACCOM
    DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR
    DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED
    PREV_PERM LA_PERM DATE_PERM
    MISSING MIS_START MIS_END
    SW_ID SW_DECOM SW_DEC SW_REASON
    DOLO_START DOLO_END
}

const DATES: [Field; 16] = [
    DOB,
    MC_DOB,
    DECOM,
    DEC,
    REVIEW,
    DUC,
    DATE_INT,
    DATE_MATCH,
    DATE_PLACED,
    DATE_PLACED_CEASED,
    MIS_START,
    MIS_END,
    SW_DECOM,
    SW_DEC,
    DOLO_START,
    DOLO_END,
];

/// The number of a name, found while the program is compiled.
const fn numbered(name: &str) -> Field {
    let mut at = 0;
    while at < NAMES.len() {
        if same(NAMES[at].as_bytes(), name.as_bytes()) {
            return Field(at as u8);
        }
        at += 1;
    }
    panic!("a column without a name");
}

const fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}
