//! What may be asked of a report: a name, a type, a label, and what stands there until somebody changes it.

use calendar::{ReportingYear, periods};
use jiff::civil::Date;

use crate::fault::mend_name;

/// One thing that may be asked of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Its name in the SQL, after a colon.
    pub name: String,
    /// What it must be.
    pub kind: ParameterKind,
    /// What people read beside it.
    pub label: String,
    /// What stands there until somebody changes it.
    pub usual: Usual,
    /// The line of the file that declares it.
    pub line: usize,
}

/// What a parameter must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    /// A day.
    Date,
    /// Words.
    Text,
    /// A team, by its id.
    Team,
    /// A whole number.
    WholeNumber,
}

/// The kinds as a head writes them.
const KINDS: [(&str, ParameterKind); 4] = [
    ("date", ParameterKind::Date),
    ("text", ParameterKind::Text),
    ("team", ParameterKind::Team),
    ("whole number", ParameterKind::WholeNumber),
];

/// Names that the page uses for something else.
const TAKEN: [&str; 8] = ["sort", "way", "page", "show", "format", "json", "data", "database"];

/// What stands in a parameter until somebody changes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Usual {
    /// Nothing: every child, whatever the parameter would narrow.
    Nothing,
    /// So many days after today; before it, if less than nought.
    FromToday(i32),
    /// The day after this day a year ago, so that the year ends today.
    YearAgo,
    /// The first of this month.
    StartOfMonth,
    /// The first of April last past: the year that returns are of.
    StartOfYear,
    /// Always the same.
    Same(Given),
}

/// A parameter's value, ready to be bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// Left empty.
    Nothing,
    /// A day.
    Day(Date),
    /// Words, or a team's id.
    Words(String),
    /// A whole number.
    Number(i64),
}

impl Given {
    /// As a form shows it.
    pub fn text(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Day(day) => day.to_string(),
            Self::Words(words) => words.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}

impl Parameter {
    /// What stands there on a day until somebody changes it.
    pub fn usual_on(&self, today: Date) -> Given {
        match &self.usual {
            Usual::Nothing => Given::Nothing,
            Usual::FromToday(days) => Given::Day(periods::add_calendar_days(today, *days)),
            Usual::YearAgo => Given::Day(periods::add_calendar_days(periods::add_years(today, -1), 1)),
            Usual::StartOfMonth => Given::Day(today.first_of_month()),
            Usual::StartOfYear => Given::Day(ReportingYear::containing(today).start()),
            Usual::Same(given) => given.clone(),
        }
    }

    /// What somebody wrote, as a value; or a sentence that says what to write.
    ///
    /// # Errors
    /// If it is not what this parameter must be.
    pub fn read(&self, text: &str) -> Result<Given, String> {
        read(self.kind, text.trim()).ok_or_else(|| {
            let wanted = match self.kind {
                ParameterKind::Date => "a day, as 2026-03-03",
                ParameterKind::WholeNumber => "a whole number, as 3",
                ParameterKind::Text | ParameterKind::Team => "words",
            };
            format!("“{}” for “{}” cannot be read: write {wanted}", text.trim(), self.label)
        })
    }
}

fn read(kind: ParameterKind, text: &str) -> Option<Given> {
    if text.is_empty() {
        return Some(Given::Nothing);
    }
    Some(match kind {
        ParameterKind::Date => Given::Day(text.parse().ok()?),
        ParameterKind::WholeNumber => Given::Number(text.parse().ok()?),
        ParameterKind::Text | ParameterKind::Team => Given::Words(text.to_owned()),
    })
}

/// How a line of the head must be written.
const SHAPE: &str = "Write it as: from date \"From\" = start of year";

/// Reads `from date "From" = start of year`, or says what is wrong with it and how to mend it.
pub(super) fn read_parameter(said: &str, line: usize) -> Result<Parameter, (String, String)> {
    let wrong = |message: &str| (message.to_owned(), SHAPE.to_owned());
    let Some((before, rest)) = said.split_once('"') else {
        return Err(wrong("The parameter has no label in quotation marks"));
    };
    let Some((label, after)) = rest.split_once('"') else {
        return Err(wrong("The parameter's label does not end"));
    };
    let (name, kind) = before.trim().split_once(char::is_whitespace).unwrap_or((before.trim(), ""));
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if name.is_empty() || !name.chars().all(plain) {
        return Err((
            format!("“{name}” cannot be the name of a parameter"),
            "Use small letters, digits and low lines".to_owned(),
        ));
    }
    if TAKEN.contains(&name) {
        return Err((
            format!("The parameter cannot be named “{name}”, which is used already"),
            "Give it another name".to_owned(),
        ));
    }
    let kind = kind.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((_, kind)) = KINDS.iter().find(|(known, _)| *known == kind) else {
        let known = KINDS.iter().map(|(known, _)| *known);
        let message = format!("A parameter cannot be of the type “{kind}”");
        return Err((message, mend_name(&kind, known, "Use one of date, text, team, whole number")));
    };
    let label = label.trim();
    if label.is_empty() {
        return Err(wrong("The parameter's label is empty"));
    }
    let after = after.trim();
    let usual = match after.strip_prefix('=').map(str::trim) {
        Some(usual) => read_usual(*kind, usual)?,
        None if after.is_empty() => Usual::Nothing,
        None => return Err((format!("“{after}” cannot be read here"), SHAPE.to_owned())),
    };
    Ok(Parameter { name: name.to_owned(), kind: *kind, label: label.to_owned(), usual, line })
}

fn read_usual(kind: ParameterKind, said: &str) -> Result<Usual, (String, String)> {
    let dated = match said.split_whitespace().collect::<Vec<_>>().as_slice() {
        ["today"] => Some(Usual::FromToday(0)),
        ["today", "+", days, "day" | "days"] => days.parse().ok().map(Usual::FromToday),
        ["today", "-", days, "day" | "days"] => days.parse().ok().map(|days: i32| Usual::FromToday(-days)),
        ["a", "year", "ago"] => Some(Usual::YearAgo),
        ["start", "of", "month"] => Some(Usual::StartOfMonth),
        ["start", "of", "year"] => Some(Usual::StartOfYear),
        _ => None,
    };
    let plain = said.trim_matches('"').trim();
    let same = || read(kind, plain).filter(|given| *given != Given::Nothing).map(Usual::Same);
    let usual = match kind {
        ParameterKind::Date => dated.filter(reachable).or_else(same),
        _ => same(),
    };
    usual.ok_or_else(|| {
        let mend = match kind {
            ParameterKind::Date => {
                "Use today, today + 30 days, today - 30 days, a year ago, start of month, start of year or a date"
            }
            ParameterKind::WholeNumber => "Write a whole number",
            ParameterKind::Text | ParameterKind::Team => "Write words, or take out the equals sign",
        };
        (format!("“{said}” cannot be what stands there to begin with"), mend.to_owned())
    })
}

/// The most days before or after today that a head may begin with: a century.
const DAYS_MOST: i32 = 36_525;

fn reachable(usual: &Usual) -> bool {
    !matches!(usual, Usual::FromToday(days) if !(-DAYS_MOST..=DAYS_MOST).contains(days))
}
