//! Fields as they are laid out, before anyone asks what they mean.

use serde_json::Value;

use super::lines::{Faults, Line, Lines};
use super::scalar::{comment_or_nothing, json, json_prefix, plain_name, without_comment};

/// A field: `name: value`, `name = json`, or a name with lines under it.
pub(super) struct Node {
    pub(super) line: usize,
    pub(super) name: String,
    pub(super) given: Given,
    pub(super) under: Under,
}

/// What stands on the line of a field, after its name.
pub(super) enum Given {
    Nothing,
    Text(String),
    Json(Value),
}

/// What stands under a field.
pub(super) enum Under {
    Nothing,
    Fields(Vec<Node>),
    Items(Vec<Item>),
}

/// One `- ` item under a field.
pub(super) struct Item {
    pub(super) fields: Vec<Node>,
}

/// The fields that stand `indent` spaces in, up to the first line that stands less far in.
pub(super) fn fields(lines: &mut Lines<'_>, indent: usize, faults: &mut Faults) -> Vec<Node> {
    let mut nodes = Vec::new();
    while let Some(line) = lines.peek(faults).filter(|line| line.indent >= indent) {
        lines.take();
        if line.indent > indent {
            too_far_in(line, indent, faults);
            lines.skip_deeper(line.indent);
            continue;
        }
        match field(lines, line, faults) {
            Some(node) => nodes.push(node),
            None => lines.skip_deeper(indent),
        }
    }
    nodes
}

fn too_far_in(line: Line<'_>, indent: usize, faults: &mut Faults) {
    let message = format!("This line stands {} spaces in, where {indent} are expected", line.indent);
    faults.add(line.number, None, message);
}

fn field(lines: &mut Lines<'_>, line: Line<'_>, faults: &mut Faults) -> Option<Node> {
    let Some((name, sign, rest)) = split_name(line.text) else {
        let message = "Write a field as “name: value”; text of several lines begins with “|” and stands under \
                       its field";
        faults.add(line.number, None, message);
        return None;
    };
    let given = match sign {
        '=' => json(rest).map(Given::Json).ok_or("what follows “=” is not one whole JSON value"),
        _ => text(lines, rest, line.indent),
    };
    match given {
        Ok(given) => {
            let under = under(lines, line.indent, faults);
            Some(Node { line: line.number, name, given, under })
        }
        Err(message) => {
            faults.add(line.number, Some(&name), format!("“{name}”: {message}"));
            None
        }
    }
}

/// The name, the sign after it, and what follows.
fn split_name(text: &str) -> Option<(String, char, &str)> {
    let (name, rest) = if text.starts_with('"') {
        json_prefix::<String>(text)?
    } else {
        let (name, _) = text.split_once([':', '='])?;
        let rest = &text[name.len()..];
        let name = name.trim_end();
        if !plain_name(name) {
            return None;
        }
        (name.to_owned(), rest)
    };
    let rest = rest.trim_start();
    let sign = rest.chars().next().filter(|sign| matches!(sign, ':' | '='))?;
    Some((name, sign, rest[1..].trim_matches([' ', '\t'])))
}

fn text(lines: &mut Lines<'_>, rest: &str, indent: usize) -> Result<Given, &'static str> {
    if comment_or_nothing(rest) {
        return Ok(Given::Nothing);
    }
    if let Some(rest) = rest.strip_prefix('|') {
        if !comment_or_nothing(rest) {
            return Err("text of several lines begins on the line after “|”");
        }
        return Ok(Given::Text(lines.block(indent + 2)));
    }
    if rest.starts_with('"') {
        return json(rest)
            .map(Given::Text)
            .ok_or("the text does not end with its quotation mark, or holds a backslash that means nothing");
    }
    Ok(Given::Text(without_comment(rest).to_owned()))
}

fn under(lines: &mut Lines<'_>, indent: usize, faults: &mut Faults) -> Under {
    match lines.peek(faults) {
        Some(line) if line.indent > indent && item(line.text).is_some() => {
            Under::Items(items(lines, indent + 2, faults))
        }
        Some(line) if line.indent > indent => match fields(lines, indent + 2, faults) {
            // Nothing of it could be read, which has been said.
            none if none.is_empty() => Under::Nothing,
            some => Under::Fields(some),
        },
        _ => Under::Nothing,
    }
}

fn items(lines: &mut Lines<'_>, indent: usize, faults: &mut Faults) -> Vec<Item> {
    let mut items = Vec::new();
    while let Some(line) = lines.peek(faults).filter(|line| line.indent >= indent) {
        lines.take();
        if line.indent > indent {
            too_far_in(line, indent, faults);
            lines.skip_deeper(line.indent);
            continue;
        }
        let Some(first) = item(line.text) else {
            faults.add(line.number, None, "Each part of a list begins with “- ”");
            lines.skip_deeper(indent);
            continue;
        };
        let mut nodes = Vec::new();
        if !comment_or_nothing(first) {
            nodes.extend(field(lines, Line { indent: indent + 2, text: first, ..line }, faults));
        }
        nodes.extend(fields(lines, indent + 2, faults));
        items.push(Item { fields: nodes });
    }
    items
}

/// What follows the dash of an item.
fn item(text: &str) -> Option<&str> {
    if text == "-" { Some("") } else { text.strip_prefix("- ").map(str::trim_start) }
}
