//! The census's lists of codes, each code with its meaning and the collections it belongs to.
//!
//! Labels are ours, shortened; the codes are the Department's (Children in need census guides, collections of 2021 to 2026).

/// One code of a list.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// As written in the file.
    pub code: &'static str,
    /// What it means.
    pub label: &'static str,
    /// First collection that has it, by the year in which the collection ends; `None`: before 2021.
    pub first_year: Option<i16>,
    /// Last collection that has it; `None`: still in use.
    pub last_year: Option<i16>,
}

impl Code {
    /// Whether the collection ending in `year` has this code.
    pub fn in_force(&self, year: i16) -> bool {
        self.first_year.is_none_or(|first| first <= year) && self.last_year.is_none_or(|last| year <= last)
    }
}

/// A list of codes.
#[derive(Debug)]
pub struct CodeSet {
    /// What the codes are for, as a message says it: "the source of a referral".
    pub meaning: &'static str,
    /// The codes of every year, in the guide's order.
    pub codes: &'static [Code],
}

impl CodeSet {
    /// The code of that text, whatever its year; small letters are taken for capitals.
    pub fn find(&self, text: &str) -> Option<&'static Code> {
        self.codes.iter().find(|code| code.code.eq_ignore_ascii_case(text))
    }
}

const fn code(code: &'static str, label: &'static str) -> Code {
    Code { code, label, first_year: None, last_year: None }
}

const fn from(year: i16, code: &'static str, label: &'static str) -> Code {
    Code { code, label, first_year: Some(year), last_year: None }
}

const fn until(year: i16, code: &'static str, label: &'static str) -> Code {
    Code { code, label, first_year: None, last_year: Some(year) }
}

/// The collection itself.
pub static COLLECTION: CodeSet =
    CodeSet { meaning: "the collection", codes: &[code("CIN", "Children in need census")] };

/// Why a child has no pupil number.
pub static UPN_UNKNOWN: CodeSet = CodeSet {
    meaning: "the reason for having no pupil number",
    codes: &[
        code("UN1", "Not of school age and no number given yet"),
        code("UN2", "Never in a maintained school in England"),
        code("UN3", "Educated outside England"),
        code("UN4", "Newly in need: number not known yet"),
        code("UN5", "Sources disagree"),
        code("UN6", "Reason UN6 of the guide"),
        code("UN7", "Referral ended in no further action"),
    ],
};

/// Sex, from the collection of 2025.
pub static SEX: CodeSet = CodeSet {
    meaning: "sex",
    codes: &[from(2025, "M", "Male"), from(2025, "F", "Female"), from(2025, "U", "Not known")],
};

/// Gender, until the collection of 2024.
pub static GENDER: CodeSet = CodeSet {
    meaning: "gender",
    codes: &[
        until(2024, "0", "Not recorded or unborn"),
        until(2024, "1", "Male"),
        until(2024, "2", "Female"),
        until(2024, "9", "Indeterminate"),
    ],
};

/// Ethnicity.
pub static ETHNICITY: CodeSet = CodeSet {
    meaning: "ethnicity",
    codes: &[
        code("WBRI", "White British"),
        code("WIRI", "White Irish"),
        code("WIRT", "Traveller of Irish heritage"),
        code("WOTH", "Any other White background"),
        code("WROM", "Gypsy or Roma"),
        code("MWBC", "White and Black Caribbean"),
        code("MWBA", "White and Black African"),
        code("MWAS", "White and Asian"),
        code("MOTH", "Any other mixed background"),
        code("AIND", "Indian"),
        code("APKN", "Pakistani"),
        code("ABAN", "Bangladeshi"),
        code("AOTH", "Any other Asian background"),
        code("BCRB", "Caribbean"),
        code("BAFR", "African"),
        code("BOTH", "Any other Black background"),
        code("CHNE", "Chinese"),
        code("OOTH", "Any other ethnic group"),
        code("REFU", "Refused"),
        code("NOBT", "Not obtained yet"),
    ],
};

/// Disability.
pub static DISABILITY: CodeSet = CodeSet {
    meaning: "disability",
    codes: &[
        code("NONE", "No disability"),
        code("MOB", "Mobility"),
        code("HAND", "Hand function"),
        code("PC", "Personal care"),
        code("INC", "Incontinence"),
        code("COMM", "Communication"),
        code("LD", "Learning"),
        code("HEAR", "Hearing"),
        code("VIS", "Vision"),
        code("BEH", "Behaviour"),
        code("CON", "Consciousness"),
        code("AUT", "Autism"),
        code("DDA", "Another disability"),
    ],
};

/// Who made the referral.
pub static REFERRAL_SOURCE: CodeSet = CodeSet {
    meaning: "the source of a referral",
    codes: &[
        code("1A", "Family member, relative or carer"),
        code("1B", "Acquaintance, neighbour or childminder"),
        code("1C", "The child or young person"),
        code("1D", "Another individual"),
        code("2A", "School"),
        code("2B", "Education services"),
        code("3A", "General practitioner"),
        code("3B", "Health visitor"),
        code("3C", "School nurse"),
        code("3D", "Other primary health services"),
        code("3E", "Accident and emergency department"),
        code("3F", "Other health services"),
        code("4", "Housing"),
        code("5A", "The authority's social care"),
        code("5B", "Another service of the authority"),
        code("5C", "Another authority"),
        from(2023, "5D", "The authority's early help"),
        code("6", "Police"),
        code("7", "Another legal agency"),
        code("8", "Another source"),
        code("9", "Anonymous"),
        code("10", "Not known"),
    ],
};

/// Primary need.
pub static PRIMARY_NEED: CodeSet = CodeSet {
    meaning: "primary need",
    codes: &[
        code("N1", "Abuse, neglect or exploitation"),
        code("N2", "The child's disability or illness"),
        code("N3", "A parent's disability or illness"),
        code("N4", "Family in acute stress"),
        code("N5", "Family dysfunction"),
        code("N6", "Socially unacceptable behaviour"),
        code("N7", "Low income"),
        code("N8", "Absent parenting"),
        code("N9", "Not a child in need"),
        code("N0", "Not stated"),
    ],
};

/// Why a case closed.
pub static CLOSURE_REASON: CodeSet = CodeSet {
    meaning: "the reason for closure",
    codes: &[
        code("RC1", "Adopted"),
        code("RC2", "Died"),
        code("RC3", "Child arrangements order"),
        code("RC4", "Special guardianship order"),
        code("RC5", "Transferred to another authority"),
        code("RC6", "Transferred to adult social care"),
        code("RC7", "Services ceased for another reason"),
        code("RC8", "Closed after assessment, no further action"),
        from(2023, "RC9", "Closed after assessment, referred to early help"),
    ],
};

/// Category of abuse on a child protection plan.
pub static ABUSE_CATEGORY: CodeSet = CodeSet {
    meaning: "the category of abuse",
    codes: &[
        code("NEG", "Neglect"),
        code("PHY", "Physical abuse"),
        code("SAB", "Sexual abuse"),
        code("EMO", "Emotional abuse"),
        code("MUL", "Multiple"),
    ],
};

/// Factors identified at the end of an assessment. 18A and 19A gave way to 18B, 18C, 19B and 19C; both were taken until 2024.
pub static ASSESSMENT_FACTOR: CodeSet = CodeSet {
    meaning: "a factor identified at assessment",
    codes: &[
        code("1A", "Alcohol misuse by the child"),
        code("1B", "Alcohol misuse by a parent or carer"),
        code("1C", "Alcohol misuse by another person in the household"),
        code("2A", "Drug misuse by the child"),
        code("2B", "Drug misuse by a parent or carer"),
        code("2C", "Drug misuse by another person in the household"),
        code("3A", "Domestic abuse of the child"),
        code("3B", "Domestic abuse of a parent or carer"),
        code("3C", "Domestic abuse of another person in the household"),
        code("4A", "Mental health of the child"),
        code("4B", "Mental health of a parent or carer"),
        code("4C", "Mental health of another person in the household"),
        code("5A", "Learning disability of the child"),
        code("5B", "Learning disability of a parent or carer"),
        code("5C", "Learning disability of another person in the household"),
        code("6A", "Physical disability or illness of the child"),
        code("6B", "Physical disability or illness of a parent or carer"),
        code("6C", "Physical disability or illness of another person in the household"),
        code("7A", "Young carer"),
        code("8B", "Privately fostered: from overseas, means to return"),
        code("8C", "Privately fostered: from overseas, means to stay"),
        code("8D", "Privately fostered: here for education"),
        code("8E", "Privately fostered: other family arrangements"),
        code("8F", "Privately fostered: another reason"),
        code("9A", "Unaccompanied asylum-seeking child"),
        code("10A", "Going missing"),
        code("11A", "Child sexual exploitation"),
        code("12A", "Trafficking"),
        code("13A", "Gangs"),
        code("14A", "Socially unacceptable behaviour"),
        code("15A", "Self-harm"),
        code("16A", "Neglect"),
        code("17A", "Emotional abuse"),
        until(2024, "18A", "Physical abuse"),
        from(2021, "18B", "Physical abuse, child on child"),
        from(2021, "18C", "Physical abuse, adult on child"),
        until(2024, "19A", "Sexual abuse"),
        from(2021, "19B", "Sexual abuse, child on child"),
        from(2021, "19C", "Sexual abuse, adult on child"),
        code("20", "Another factor"),
        code("21", "No factor, and no further action"),
        code("22A", "Female genital mutilation"),
        code("23A", "Abuse linked to faith or belief"),
        from(2022, "24A", "Child criminal exploitation"),
    ],
};
