//! Every kind of event, part and list, written for `docs/notation.md`.

use super::shape::Shape;
use crate::events::{FieldInfo, part_fields};
use crate::{ChoiceList, choice_lists, kinds};

/// The appendix of `docs/notation.md`, in Markdown: every kind of event with its fields, every part that
/// events hold several of, every closed list. A test keeps the committed one equal to this.
pub fn appendix() -> String {
    let mut text = "## Every kind of event\n".to_owned();
    for kind in kinds() {
        text.push_str(&format!("\n### {}\n\n{}: {}\n\n", kind.kind, kind.title, sentence(kind.about)));
        put_fields(kind.fields, &mut text);
    }
    text.push_str("\n## Parts\n");
    for part in parts() {
        text.push_str(&format!("\n### Part {part}\n\n"));
        put_fields(part_fields(part).unwrap_or_default(), &mut text);
    }
    text.push_str("\n## Lists\n");
    for list in choice_lists() {
        text.push_str(&format!("\n### List {}\n\n{}\n\n", list.name, sentence(list.about)));
        put_answers(list, &mut text);
    }
    text
}

/// The names of the parts that events hold, in the order of their first use.
fn parts() -> Vec<&'static str> {
    let mut parts = Vec::new();
    for field in kinds().flat_map(|kind| kind.fields) {
        if let (Shape::Part(_) | Shape::Parts(_), Some(part)) = (Shape::of(field), field.of())
            && !parts.contains(&part)
        {
            parts.push(part);
        }
    }
    parts
}

fn put_fields(fields: &[FieldInfo], text: &mut String) {
    if fields.is_empty() {
        text.push_str("No fields.\n");
    }
    for field in fields {
        let needed = if field.required { ", required" } else { "" };
        let shape = Shape::of(field).described(field);
        text.push_str(&format!("- `{}` ({shape}{needed}): {}\n", field.name, sentence(field.about)));
    }
}

fn put_answers(list: &ChoiceList, text: &mut String) {
    for (code, label) in list.answers {
        text.push_str(&format!("- `{code}` {label}\n"));
    }
}

fn sentence(about: &str) -> &str {
    about.trim()
}
