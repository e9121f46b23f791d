//! The eleven lists and their columns, read from `columns.tsv` and `codes.tsv`.
//!
//! Both files hold the lists as Ofsted sets them out in Annex A to its guidance on inspecting local authority
//! children’s services: the template of August 2019, with the four columns on care leavers that came later.

use std::sync::LazyLock;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Words.
    Text,
    /// One of a set of codes.
    Code,
    /// A day.
    Date,
    /// A whole number.
    Number,
}

/// A column of a list.
#[derive(Debug)]
pub(crate) struct Column {
    /// What the rules call it.
    pub(crate) key: &'static str,
    /// Its heading in the template.
    pub(crate) name: &'static str,
    /// What it holds.
    pub(crate) kind: Kind,
    /// Whether it may not be blank.
    pub(crate) must: bool,
    /// The codes, for a column of codes.
    pub(crate) codes: Vec<Code>,
    /// Whether it came after the template of August 2019.
    pub(crate) new: bool,
}

/// A code of a set.
#[derive(Debug)]
pub(crate) struct Code {
    /// As the template writes it: `a) 1A: Individual`.
    pub(crate) text: &'static str,
    /// The letter or number that stands before it: `a`.
    pub(crate) short: &'static str,
}

/// A list of the annex.
#[derive(Debug)]
pub(crate) struct List {
    /// Its number, from 1.
    pub(crate) number: u8,
    /// Its name.
    pub(crate) name: &'static str,
    /// Its columns, in the order of the template.
    pub(crate) columns: Vec<Column>,
}

impl List {
    /// Where a column stands that the rules call so.
    pub(crate) fn place(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.key == key)
    }
}

impl Code {
    fn new(text: &'static str) -> Code {
        let end = text.find([')', ':', ' ']).unwrap_or(text.len());
        Code { text, short: &text[..end] }
    }

    /// The ways of writing it that leave no doubt, beside its own: its letter, what follows the letter, and what
    /// stands before and after a colon in that.
    fn other_ways(&self) -> impl Iterator<Item = &'static str> {
        let rest = self.text[self.short.len()..].trim_start_matches([')', ':', ' ', '-']);
        let (code, label) = rest.split_once(": ").unwrap_or((rest, rest));
        [self.short, rest, code, label].into_iter()
    }
}

/// How a value stands for a code.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Reading<'c> {
    /// It is written as the template writes it.
    Exact(&'c Code),
    /// It is written otherwise, and can stand for no other.
    Near(&'c Code),
    /// It stands for none, or for several.
    None,
}

/// What a value of a column of codes stands for.
pub(crate) fn read_code<'c>(codes: &'c [Code], text: &str) -> Reading<'c> {
    if let Some(code) = codes.iter().find(|code| code.text == text) {
        return Reading::Exact(code);
    }
    let plain = plain(text);
    if let Some(code) = codes.iter().find(|code| self::plain(code.text) == plain) {
        return Reading::Exact(code);
    }
    let mut near = codes.iter().filter(|code| code.other_ways().any(|way| self::plain(way) == plain));
    match (near.next(), near.next()) {
        (Some(code), None) => Reading::Near(code),
        _ => Reading::None,
    }
}

/// A text without what differs from one office to another: case, spaces, the kind of dash or apostrophe, a mark at
/// the end.
fn plain(text: &str) -> String {
    let text = text.trim().trim_end_matches([')', '.', ':', ';', ',']);
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| !letter.is_whitespace()) {
        match letter {
            '–' | '—' => out.push('-'),
            '’' | '‘' => out.push('\''),
            other => out.extend(other.to_lowercase()),
        }
    }
    out
}

/// A heading as it is compared: its letters and digits.
pub(crate) fn heading(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

const NAMES: [&str; 11] = [
    "Contacts",
    "Early Help",
    "Referral",
    "Assessments",
    "Section 47 enquiries and Initial Child Protection Conferences",
    "Children in Need",
    "Child protection",
    "Children in care",
    "Care leavers",
    "Adoption",
    "Adopters",
];

/// The lists, in their order.
pub(crate) static LISTS: LazyLock<Vec<List>> = LazyLock::new(|| {
    let rows =
        || include_str!("columns.tsv").lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    (1..)
        .zip(NAMES)
        .map(|(number, name)| {
            let of_list = rows().filter(|row| row[0].parse() == Ok(number));
            List { number, name, columns: of_list.map(|row| column(&row)).collect() }
        })
        .collect()
});

fn column(row: &[&'static str]) -> Column {
    let [_, key, name, kind, given, set, since] = row[..] else { unreachable!("a test reads every line") };
    let codes = include_str!("codes.tsv").lines().filter_map(|line| line.split_once('\t'));
    let kind = match kind {
        "code" => Kind::Code,
        "date" => Kind::Date,
        "integer" => Kind::Number,
        _ => Kind::Text,
    };
    Column {
        key,
        name,
        kind,
        must: given == "must",
        codes: codes.filter(|(of, _)| *of == set).map(|(_, code)| Code::new(code)).collect(),
        new: since == "new",
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, LISTS, Reading, read_code};

    #[test]
    fn eleven_lists_of_169_columns() {
        assert_eq!(LISTS.iter().map(|list| list.columns.len()).sum::<usize>(), 169);
        for list in LISTS.iter() {
            for column in &list.columns {
                assert_eq!(column.kind == Kind::Code, !column.codes.is_empty(), "{}", column.name);
                assert_eq!(list.columns.iter().filter(|other| other.key == column.key).count(), 1);
            }
        }
    }

    #[test]
    fn a_code_is_known_by_its_letter_its_own_code_and_its_words() {
        let source = &LISTS[0].columns[6].codes;
        let read = |text| match read_code(source, text) {
            Reading::Exact(code) => Some((code.short, true)),
            Reading::Near(code) => Some((code.short, false)),
            Reading::None => None,
        };
        assert_eq!(read("a) 1A: Individual"), Some(("a", true)));
        assert_eq!(read("A)  1a: individual"), Some(("a", true)));
        for text in ["q", "q)", "6", "Police", "6: police"] {
            assert_eq!(read(text), Some(("q", false)), "{text}");
        }
        for text in ["Individual", "7A", "", "School"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
