//! Which type of question may fill which shape of field.

use record::FieldInfo;

use super::QuestionKind;

/// What a field holds, without what it is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Text,
    Day,
    Person,
    People,
    Flag,
    Number,
    Entry,
    /// Several of a list that the authority publishes.
    Codes,
    /// One of a closed list.
    Choice(&'static str),
    /// Several of a closed list.
    Several(&'static str),
    /// Several parts.
    Many(&'static str),
    /// At most one part.
    One(&'static str),
    /// A form cannot fill it.
    Other,
}

/// The shape of a field.
pub(crate) fn base_shape(field: &FieldInfo) -> Shape {
    let (outer, inner) = match field.shape.split_once('<') {
        Some((outer, inner)) => (outer.trim(), last_name(inner.trim_end_matches('>'))),
        None => (field.shape, ""),
    };
    match last_name(outer) {
        "Text" => Shape::Text,
        "Day" => Shape::Day,
        "Person" | "PersonId" => Shape::Person,
        "People" => Shape::People,
        "Flag" => Shape::Flag,
        "Number" => Shape::Number,
        "EntryRef" | "EntryId" => Shape::Entry,
        "Codes" => Shape::Codes,
        "Choice" => Shape::Choice(inner),
        "Several" => Shape::Several(inner),
        "Many" => Shape::Many(inner),
        "Option" if inner == "Occurred" => Shape::Day,
        "Option" if record::events::part_fields(inner).is_some() => Shape::One(inner),
        // A list that must be answered is declared by its bare name.
        name => match record::choice_list(name) {
            Some(list) => Shape::Choice(list.name),
            None => Shape::Other,
        },
    }
}

fn last_name(path: &'static str) -> &'static str {
    path.rsplit("::").next().unwrap_or(path).trim()
}

impl Shape {
    /// The types of question that may fill it, the usual one first.
    pub(crate) fn question_kinds(self) -> &'static [QuestionKind] {
        use QuestionKind as Q;
        match self {
            Self::Text => &[Q::Text, Q::LongText, Q::Words, Q::Choice, Q::File],
            Self::Day => &[Q::Date],
            Self::Person => &[Q::Person],
            Self::People => &[Q::People],
            Self::Flag => &[Q::YesNo],
            Self::Number => &[Q::Number],
            Self::Entry => &[Q::Entry],
            Self::Choice("YesNo") => &[Q::YesNo, Q::Choice],
            Self::Choice(_) => &[Q::Choice],
            Self::Several(_) | Self::Codes => &[Q::Several],
            Self::Many(_) | Self::One(_) => &[Q::Parts],
            Self::Other => &[],
        }
    }

    /// The closed list that it draws on.
    pub(crate) fn list(self) -> Option<&'static str> {
        match self {
            Self::Choice(list) | Self::Several(list) => Some(list),
            _ => None,
        }
    }
}

/// The part that a field holds one or several of.
pub(crate) fn part_of(field: &FieldInfo) -> Option<&'static str> {
    match base_shape(field) {
        Shape::Many(part) | Shape::One(part) => Some(part),
        _ => None,
    }
}

/// The codes that a field may hold; none if it is not answered by choosing.
pub(crate) fn codes_of(field: &FieldInfo) -> Vec<&'static str> {
    match base_shape(field) {
        Shape::Flag => vec!["yes", "no"],
        shape => shape
            .list()
            .and_then(record::choice_list)
            .map_or_else(Vec::new, |list| list.answers.iter().map(|(code, _)| *code).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_that_the_record_knows_has_a_shape() {
        let beyond_forms = ["entry.corrected body", "entry.disposed entries"];
        for kind in record::kinds() {
            for field in kind.fields {
                let name = format!("{} {}", kind.kind, field.name);
                let known = base_shape(field) != Shape::Other;
                assert_eq!(known, !beyond_forms.contains(&name.as_str()), "{name}: {}", field.shape);
                if let Some(list) = base_shape(field).list() {
                    assert!(record::choice_list(list).is_some(), "{name}: no list {list}");
                }
                if let Some(part) = part_of(field) {
                    assert!(record::events::part_fields(part).is_some(), "{name}: no part {part}");
                }
            }
        }
    }
}
