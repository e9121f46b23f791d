//! Is this person on record already? Asked before anyone is created, so that a child has one record.
//!
//! Two steps. [`wanted_keys`] and [`candidate_keys`] give short keys; people who share one are worth comparing
//! ([`keys`] says how many that is). [`compare`] then weighs one of them, and [`rank`] all of them, best first. Each
//! answer carries its reasons in words, for and against, because a person decides.
//!
//! The weighing follows Fellegi and Sunter: each thing compared adds points when it agrees and takes them away when it
//! does not, in proportion to how telling it is; what either side does not know is left out of the sum.
//!
//! ```
//! use jiff::civil::date;
//! use views::matching::{Band, Birth, Candidate, NameKind, NameVariant, Wanted, compare};
//!
//! let wanted = Wanted {
//!     forename: Some("Jago".into()),
//!     surname: Some("Nanse".into()),
//!     date_of_birth: Some(date(2015, 4, 3)),
//!     ..Wanted::default()
//! };
//! let known = Candidate {
//!     id: "p1".into(),
//!     names: vec![NameVariant::new("Jago", "Nance", NameKind::Legal)],
//!     birth: Some(Birth::exact(date(2015, 3, 4))),
//!     ..Candidate::default()
//! };
//! let likeness = compare(&wanted, &known);
//! assert_eq!(likeness.band, Band::Likely);
//! let said: Vec<&str> = likeness.reasons.iter().map(|reason| reason.sentence.as_str()).collect();
//! assert!(said.contains(&"Surname sounds the same: Nanse, Nance"));
//! assert!(said.contains(&"Day and month swapped: 3 April 2015, 4 March 2015"));
//! ```

mod births;
pub mod keys;
mod names;
mod nicknames;
mod normalise;
pub mod numbers;
pub mod phonetic;
mod score;
#[cfg(test)]
mod tests;
mod words;

use jiff::civil::Date;

pub use keys::{candidate_keys, keys, wanted_keys};
pub use nicknames::{full_forms, same_name};
pub use normalise::{normalise, normalise_postcode};
pub use score::{compare, rank};

/// What is known of the person looked for; anything may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Forenames, or the only name.
    pub forename: Option<String>,
    /// Surname, or the only name.
    pub surname: Option<String>,
    /// Date of birth.
    pub date_of_birth: Option<Date>,
    /// Sex, if known.
    pub sex: Option<Sex>,
    /// Postcode, as written.
    pub postcode: Option<String>,
    /// NHS number, as written.
    pub nhs_number: Option<String>,
    /// Unique pupil number, as written.
    pub upn: Option<String>,
}

/// A person on record who may be the one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Candidate {
    /// The person's id.
    pub id: String,
    /// Every name the person is or was known by.
    pub names: Vec<NameVariant>,
    /// Date of birth.
    pub birth: Option<Birth>,
    /// Sex, if known.
    pub sex: Option<Sex>,
    /// Postcodes of every address on record.
    pub postcodes: Vec<String>,
    /// NHS number.
    pub nhs_number: Option<String>,
    /// Unique pupil number.
    pub upn: Option<String>,
    /// Ids of brothers and sisters and of others in the household, as far as recorded.
    pub household: Vec<String>,
}

/// One name of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameVariant {
    /// Forenames, or the only name; may be empty.
    pub forename: String,
    /// Surname, or the only name; may be empty.
    pub surname: String,
    /// What sort of name it is.
    pub kind: NameKind,
}

impl NameVariant {
    /// A name of that sort.
    pub fn new(forename: &str, surname: &str, kind: NameKind) -> NameVariant {
        NameVariant { forename: forename.to_owned(), surname: surname.to_owned(), kind }
    }
}

/// What sort of name it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameKind {
    /// The name in law.
    Legal,
    /// What the person wishes to be called.
    Preferred,
    /// Any other name in use.
    Alias,
    /// A name no longer used.
    Former,
}

/// A date of birth on record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Birth {
    /// The date.
    pub date: Date,
    /// It is somebody's estimate.
    pub estimated: bool,
    /// It is the date on which the birth was expected: the record was made before the child was born.
    pub expected: bool,
}

impl Birth {
    /// A date known for certain.
    pub fn exact(date: Date) -> Birth {
        Birth { date, estimated: false, expected: false }
    }

    /// An estimate.
    pub fn estimated(date: Date) -> Birth {
        Birth { date, estimated: true, expected: false }
    }

    /// An expected date.
    pub fn expected(date: Date) -> Birth {
        Birth { date, estimated: false, expected: true }
    }
}

/// Sex as recorded, where it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
    /// Neither: never counted as a difference.
    Indeterminate,
}

/// How alike two people are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likeness {
    /// 0 (nothing agrees) to 100 (all that was compared is the same).
    pub score: u8,
    /// What the score comes to.
    pub band: Band,
    /// Why, the telling ones first.
    pub reasons: Vec<Reason>,
    /// Much agrees, and yet something tells the two apart: twins, or two sound NHS numbers. Shown however low the score,
    /// so that a worker sees both.
    pub told_apart: bool,
}

/// What a score comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Under 75. Worth showing from [`SHOWN_FROM`].
    Possible,
    /// 75 to 94: creating a new person should be deliberate.
    Likely,
    /// 95 and over: almost certainly the same person.
    Same,
}

impl Band {
    /// The band of a score.
    pub fn of(score: u8) -> Band {
        match score {
            95.. => Band::Same,
            75.. => Band::Likely,
            _ => Band::Possible,
        }
    }
}

/// Lowest score worth showing to a worker.
pub const SHOWN_FROM: u8 = 40;

/// One reason, as a plain sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// "Surname sounds the same: Nance, Nanse".
    pub sentence: String,
    /// Which way it points.
    pub speaks: Speaks,
}

/// Which way a reason points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaks {
    /// The same person.
    For,
    /// Not the same person.
    Against,
    /// Neither: something to know while deciding.
    Neither,
}

impl Reason {
    fn new(speaks: Speaks, sentence: String) -> Reason {
        Reason { sentence, speaks }
    }
}

/// What comparing one thing came to.
#[derive(Debug, Clone, Default)]
struct Evidence {
    /// Points for (or, under 0, against).
    points: f64,
    /// Points had it agreed fully; 0 when it could not be compared.
    most: f64,
    reasons: Vec<Reason>,
}

impl Evidence {
    fn of(points: f64, most: f64, speaks: Speaks, sentence: String) -> Evidence {
        Evidence { points, most, reasons: vec![Reason::new(speaks, sentence)] }
    }
}
