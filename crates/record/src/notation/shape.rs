//! The shape of a field, as its declaration gives it.

use crate::events::{FieldInfo, part_fields};
use crate::{ChoiceList, choice_list};

/// How a field's value is written.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shape {
    Text,
    Day,
    Occurred,
    Flag,
    Number,
    Person,
    People,
    Codes,
    Entry,
    Entries,
    Choice(&'static ChoiceList),
    Several(&'static ChoiceList),
    Part(&'static [FieldInfo]),
    Parts(&'static [FieldInfo]),
    /// What a corrected entry should say: the fields of the kind it names.
    Body,
    /// Answers to a local form: names and values of any kind.
    Answers,
    /// Of no declared shape: text, or JSON.
    Free,
}

impl Shape {
    /// The shape that a declaration names; `Free` if it names none that the notation knows.
    pub(super) fn of(field: &FieldInfo) -> Self {
        let plain: String = field.shape.chars().filter(|c| !c.is_whitespace()).collect();
        let (outer, inner) = match plain.split_once('<') {
            Some((outer, inner)) => (outer, inner.trim_end_matches('>')),
            None => (plain.as_str(), ""),
        };
        let inner = inner.rsplit("::").next().unwrap_or(inner);
        match (outer, inner) {
            ("Text" | "String", _) | ("Option", "String") => Self::Text,
            ("Day" | "Date", _) | ("Option", "Date") => Self::Day,
            ("Occurred", _) | ("Option", "Occurred") => Self::Occurred,
            ("Flag" | "bool", _) | ("Option", "bool") => Self::Flag,
            ("Number" | "u32", _) | ("Option", "u32") => Self::Number,
            ("Person" | "PersonId", _) | ("Option", "PersonId") => Self::Person,
            ("People", _) | ("Vec", "PersonId") => Self::People,
            ("Codes", _) | ("Vec", "String") => Self::Codes,
            ("EntryRef" | "EntryId", _) | ("Option", "EntryId") => Self::Entry,
            ("Vec", "EntryId") => Self::Entries,
            ("Option", "Value") => Self::Body,
            ("Choice", list) => choice_list(list).map_or(Self::Free, Self::Choice),
            ("Several", list) => choice_list(list).map_or(Self::Free, Self::Several),
            ("Many" | "Vec", part) => part_fields(part).map_or(Self::Free, Self::Parts),
            ("Option", part) => part_fields(part).map_or(Self::Free, Self::Part),
            (name, _) => {
                let name = name.rsplit("::").next().unwrap_or(name);
                let list = choice_list(name).map(Self::Choice);
                list.or_else(|| part_fields(name).map(Self::Part)).unwrap_or(Self::Free)
            }
        }
    }

    /// The shape of what may stand beside the fields of any event.
    pub(super) fn beside(name: &str) -> Option<Self> {
        match name {
            "answers" => Some(Self::Answers),
            "form" => Some(Self::Text),
            _ => None,
        }
    }

    /// The shape of the field `name` of an event with these fields.
    pub(super) fn among(fields: &[FieldInfo], name: &str) -> Option<Self> {
        fields.iter().find(|field| field.name == name).map(Self::of).or_else(|| Self::beside(name))
    }

    /// How the documentation says it.
    pub(super) fn described(self, field: &FieldInfo) -> String {
        match self {
            Self::Text | Self::Free => "text".to_owned(),
            Self::Day => "day".to_owned(),
            Self::Occurred => "day, or day and time".to_owned(),
            Self::Flag => "yes or no".to_owned(),
            Self::Number => "number".to_owned(),
            Self::Person => "person".to_owned(),
            Self::People => "people".to_owned(),
            Self::Codes => "codes".to_owned(),
            Self::Entry => "entry".to_owned(),
            Self::Entries => "entries".to_owned(),
            Self::Choice(list) => format!("one of [{0}](#list-{1})", list.name, list.name.to_lowercase()),
            Self::Several(list) => {
                format!("several of [{0}](#list-{1})", list.name, list.name.to_lowercase())
            }
            Self::Part(_) | Self::Parts(_) => {
                let part = field.of().unwrap_or(field.shape);
                let part = part.rsplit("::").next().unwrap_or(part);
                let many = if matches!(self, Self::Parts(_)) { "list of" } else { "one" };
                format!("{many} [{part}](#part-{})", part.to_lowercase())
            }
            Self::Body => "kind, and its fields under it".to_owned(),
            Self::Answers => "names and values".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_declared_field_has_a_shape_the_notation_knows() {
        for kind in crate::kinds() {
            for field in kind.fields {
                assert!(
                    !matches!(Shape::of(field), Shape::Free),
                    "{} {}: {}",
                    kind.kind,
                    field.name,
                    field.shape
                );
                if let Shape::Part(fields) | Shape::Parts(fields) = Shape::of(field) {
                    for inner in fields {
                        assert!(!matches!(Shape::of(inner), Shape::Free), "{}: {}", inner.name, inner.shape);
                    }
                }
            }
        }
    }
}
