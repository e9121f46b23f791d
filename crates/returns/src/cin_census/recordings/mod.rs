//! From a census file to recordings: each fact of each row becomes one draft that names the line it came from.
//!
//! A draft's key says which fact it is (whose, of which table, begun on which day), never where in which file it
//! stood. So the same file twice adds nothing, and the next year's file adds only what is new: a plan that was
//! open gets its end, and its beginning is known already. Where a later file tells an old fact differently,
//! [`says_otherwise`] finds it: a person must say which is true, since a record is corrected with a reason.

use std::collections::BTreeMap;

use chronology::{Draft, EntryDraft, PersonId, Recording, Source};
use jiff::civil::Date;
use record::Event;
use serde_json::{Value, json};

use super::{BadRow, CensusChild, CensusFile, SourceRow};

mod identity;
mod plans;
mod referral;
#[cfg(test)]
mod tests;

/// Who records what a census says.
pub const AUTHOR: &str = "census-import";
/// In which role.
pub const ROLE: &str = "records_officer";

/// What a file's children become.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// Child by child in the order of the file, and each child's by day.
    pub drafts: Vec<Draft>,
    /// What could not become a recording although its row was read: dated after today, or said twice.
    pub left_out: Vec<BadRow>,
}

/// The SHA-256 of a file, in hexadecimal: how recordings name the file they came from.
pub fn digest(bytes: &[u8]) -> String {
    chronology::sha256(bytes).to_string()
}

/// The recordings that a file's children become. `digest` names the file; nothing after `today` is recorded.
pub fn recordings(file: &CensusFile, digest: &str, today: Date) -> Imported {
    let taken_on = file
        .header
        .reference_date
        .or_else(|| file.collection_year().and_then(|year| Date::new(year, 3, 31).ok()));
    let mut imported = Imported { drafts: Vec::new(), left_out: Vec::new() };
    let mut keys = BTreeMap::new();
    for child in &file.children {
        let first = imported.drafts.len();
        let mut gathering = Gathering {
            person: person_id(&child.la_child_id),
            child,
            digest,
            today,
            taken_on,
            imported: &mut imported,
            keys: &mut keys,
        };
        gathering.gather_identity();
        child.cin_details.iter().for_each(|details| gathering.gather_referral(details));
        imported.drafts[first..].sort_by_key(|draft| draft.entries.first().map(|entry| entry.occurred));
    }
    imported.left_out.sort_by_key(|row| row.line);
    imported
}

/// The person that an authority's child identifier stands for: the same in every year's file.
///
/// ```
/// # use returns::cin_census::person_id;
/// assert_eq!(person_id("DfE0042").as_str(), "cin-dfe0042");
/// assert_ne!(person_id("A/1"), person_id("A 1"));
/// ```
pub fn person_id(la_child_id: &str) -> PersonId {
    const LENGTH_MAX: usize = 40;
    let cleaned: String = la_child_id
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' })
        .take(LENGTH_MAX)
        .collect();
    // What cleaning took away still tells two children apart.
    let whole = cleaned == la_child_id.to_ascii_lowercase();
    let tail = if whole { String::new() } else { format!("-{}", &digest(la_child_id.as_bytes())[..8]) };
    let id = format!("cin-{cleaned}{tail}");
    // INVARIANT: only small letters, digits and hyphens, 53 at most.
    PersonId::new(&id).unwrap_or_else(|fault| unreachable!("{fault}"))
}

/// Whether a fact that was recorded before is told differently now: another day, or other words. Where a census
/// does not give the day of a fact, only the words are compared.
pub fn says_otherwise(draft: &Draft, kept: &Recording) -> bool {
    const DAY_UNKNOWN: &[&str] = &[
        "person.identified",
        "identifier.recorded",
        "characteristics.recorded",
        "child_protection_plan.category_changed",
    ];
    // A child unborn last year is born this year: how the record began stays as it was.
    let begins = |entry: &EntryDraft| entry.kind == "person.identified";
    draft.entries.len() != kept.entries.len()
        || draft.entries.iter().zip(&kept.entries).any(|(new, old)| {
            let another_day = new.occurred != old.occurred && !DAY_UNKNOWN.contains(&new.kind.as_str());
            let other_words = old.body.as_ref().is_some_and(|words| *words != new.body);
            new.kind != old.kind || (!begins(new) && (another_day || other_words))
        })
}

/// One child's drafts being gathered.
struct Gathering<'f> {
    person: PersonId,
    child: &'f CensusChild,
    digest: &'f str,
    today: Date,
    /// The day the collection is taken.
    taken_on: Option<Date>,
    imported: &'f mut Imported,
    /// Line and place of the draft with each key.
    keys: &'f mut BTreeMap<String, (u64, usize)>,
}

/// One fact: which, where it stands, when it happened, and what it says.
struct Fact {
    row: SourceRow,
    /// The element that holds its day.
    field: &'static str,
    /// Which fact of this child's it is.
    key: String,
    day: Date,
    events: Vec<Told>,
}

/// An event, and what the census says beside it that no rule reads.
struct Told {
    event: Event,
    beside: Value,
}

impl<T: Into<Event>> From<T> for Told {
    fn from(event: T) -> Self {
        Told { event: event.into(), beside: Value::Null }
    }
}

impl Told {
    fn beside(mut self, name: &str, value: Option<impl Into<Value>>) -> Self {
        if let Some(value) = value {
            let mut all = self.beside.as_object().cloned().unwrap_or_default();
            all.insert(name.to_owned(), value.into());
            self.beside = Value::Object(all);
        }
        self
    }
}

impl Gathering<'_> {
    fn add(&mut self, fact: Fact) {
        if fact.day > self.today {
            let message =
                format!("{} is after {}, the day of this import: it has not happened.", fact.day, self.today);
            return self.leave_out(&fact, message);
        }
        let entries: Vec<EntryDraft> = fact.events.iter().map(|told| self.entry(fact.day, told)).collect();
        let plain = format!("cin-census/{}/{}", self.person, fact.key);
        let mut key = plain.clone();
        // Two enquiries may begin on one day: the second fact of a kind and day is told apart by its number.
        for number in 2.. {
            let Some((line, place)) = self.keys.get(&key) else { break };
            if self.imported.drafts.get(*place).is_some_and(|earlier| earlier.entries == entries) {
                let message = format!("Line {line} says the same of this child: it is recorded once.");
                return self.leave_out(&fact, message);
            }
            key = format!("{plain}/{number}");
        }
        self.keys.insert(key.clone(), (fact.row.line, self.imported.drafts.len()));
        self.imported.drafts.push(Draft {
            source: Some(Source {
                file: self.digest.to_owned(),
                row: format!("line {}, {}", fact.row.line, fact.row.table),
            }),
            key: Some(key),
            entries,
            ..Draft::by(author(), ROLE)
        });
    }

    fn entry(&self, day: Date, told: &Told) -> EntryDraft {
        let mut body = told.event.body();
        if !told.beside.is_null() {
            body.insert("answers".to_owned(), json!({ "cin_census": told.beside }));
        }
        EntryDraft { body, ..EntryDraft::new(self.person.clone(), told.event.kind(), day) }
    }

    fn leave_out(&mut self, fact: &Fact, message: String) {
        self.imported.left_out.push(BadRow {
            line: fact.row.line,
            table: fact.row.table,
            field: fact.field.to_owned(),
            child: Some(self.child.la_child_id.clone()),
            value: fact.day.to_string(),
            message,
        });
    }
}

fn author() -> PersonId {
    PersonId::new(AUTHOR).unwrap_or_else(|fault| unreachable!("{fault}"))
}
