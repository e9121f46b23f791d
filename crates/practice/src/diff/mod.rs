//! What one practice does otherwise than another, in sentences that a manager can read.

mod forms;
mod processes;
mod settings;
mod summary;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use crate::Practice;

/// Everything that one practice does otherwise than another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// The authority compared with: “England”.
    pub from: String,
    /// The authority told of: “Cornwall”.
    pub to: String,
    /// How much is otherwise, and of what kind, in a few sentences. Empty when nothing is.
    pub summary: Vec<String>,
    /// The differences: limits, words, then process by process.
    pub groups: Vec<DifferenceGroup>,
}

/// The differences of one process, or of the limits, the words or the reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DifferenceGroup {
    /// What the process is called.
    pub heading: String,
    /// Its differences.
    pub differences: Vec<Difference>,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What the form is called that it is about; empty if it is about the process as a whole.
    pub form: String,
    /// A sentence.
    pub says: String,
    /// The file and the name in it, for whoever changes it.
    pub place: String,
    /// What kind it is, and how many of that kind the sentence tells of.
    kind: Kind,
    count: usize,
}

/// What kind of difference it is, for the summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    LimitKept,
    LimitDropped,
    LimitNumber,
    Name,
    StepAdded,
    StepGone,
    StepOther,
    QuestionAdded,
    QuestionGone,
    QuestionReworded,
    QuestionOther,
    ReportAdded,
    ReportGone,
    ReportOther,
    Other,
}

impl Difference {
    fn new(kind: Kind, says: impl Into<String>, place: impl Into<String>) -> Self {
        Self { form: String::new(), says: says.into(), place: place.into(), kind, count: 1 }
    }

    fn of_form(self, title: &str) -> Self {
        Self { form: title.to_owned(), ..self }
    }

    fn counting(self, count: usize) -> Self {
        Self { count, ..self }
    }
}

/// Every difference between two practices, from the first to the second: of the second, in words that say what
/// stands in the first. The same practice gives none.
///
/// ```
/// use practice::{Practice, diff};
/// let england = Practice::of_county("england").unwrap();
/// let cornwall = Practice::of_county("cornwall").unwrap();
/// let told = diff(&england, &cornwall);
/// assert!(told.sentences().any(|says| says == "“Front door” is called “Multi-Agency Referral Unit (MARU)”."));
/// assert!(diff(&cornwall, &cornwall).groups.is_empty());
/// ```
pub fn diff(from: &Practice, to: &Practice) -> Differences {
    let mut groups = vec![
        DifferenceGroup { heading: "Limits".to_owned(), differences: settings::of(from, to) },
        DifferenceGroup { heading: "Names".to_owned(), differences: words::names(from, to) },
        DifferenceGroup { heading: "Lists of words".to_owned(), differences: words::lists(from, to) },
    ];
    groups.extend(processes::of(from, to));
    groups.push(DifferenceGroup { heading: "Reports".to_owned(), differences: reports(from, to) });
    groups.retain(|group| !group.differences.is_empty());
    let (from_name, to_name) = (from.authority().to_owned(), to.authority().to_owned());
    let summary = summary::of(&from_name, &to_name, &groups, to);
    Differences { from: from_name, to: to_name, summary, groups }
}

impl Differences {
    /// Every sentence, in order.
    pub fn sentences(&self) -> impl Iterator<Item = &str> {
        self.groups.iter().flat_map(|group| &group.differences).map(|one| one.says.as_str())
    }
}

fn reports(from: &Practice, to: &Practice) -> Vec<Difference> {
    let by_name = |practice: &'_ Practice| -> BTreeMap<String, (String, String, String)> {
        let of = |report: &crate::Report| {
            (report.id.clone(), (report.title.clone(), report.sql.clone(), report.file.clone()))
        };
        practice.reports().map(of).collect()
    };
    let (was, is) = (by_name(from), by_name(to));
    let mut told = Vec::new();
    for (id, (title, sql, file)) in &is {
        match was.get(id) {
            None => {
                told.push(Difference::new(Kind::ReportAdded, format!("The report “{title}” is added."), file))
            }
            Some((_, before, _)) if before != sql => told.push(Difference::new(
                Kind::ReportOther,
                format!("The report “{title}” asks or is told otherwise."),
                file,
            )),
            Some(_) => {}
        }
    }
    let gone = was.iter().filter(|(id, _)| !is.contains_key(*id));
    told.extend(gone.map(|(_, (title, _, file))| {
        Difference::new(Kind::ReportGone, format!("The report “{title}” is left out."), file)
    }));
    told
}

/// Things of two practices side by side, by name.
fn pairs<'p, T>(
    from: impl Iterator<Item = (&'p str, &'p T)>,
    to: impl Iterator<Item = (&'p str, &'p T)>,
) -> Vec<(Option<&'p T>, Option<&'p T>)> {
    let (from, to): (BTreeMap<_, _>, BTreeMap<_, _>) = (from.collect(), to.collect());
    let names: BTreeSet<&str> = from.keys().chain(to.keys()).copied().collect();
    names.into_iter().map(|name| (from.get(name).copied(), to.get(name).copied())).collect()
}

/// “one”, “two” and “three”, each in quotation marks.
fn listed<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    joined(&words.into_iter().map(|word| format!("“{word}”")).collect::<Vec<_>>(), "and")
}

/// one, two and three.
fn joined(words: &[String], last: &str) -> String {
    match words {
        [] => "nothing".to_owned(),
        [one] => one.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}
