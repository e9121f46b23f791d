//! What fields mean: values read by the shape their kind declares.

use chronology::{Body, EntryId, PersonId};
use jiff::civil::Date;
use serde_json::Value;

use super::heading::label_of;
use super::lines::Faults;
use super::moment;
use super::shape::Shape;
use super::tree::{Given, Item, Node, Under};
use crate::events::FieldInfo;
use crate::{ChoiceList, decode, kind_info};

/// A reference by label, before it is known which entry the label stands on.
pub(super) struct Pending {
    pub(super) entry: Option<usize>,
    pub(super) path: Vec<String>,
    pub(super) label: String,
    pub(super) line: usize,
    pub(super) field: String,
}

/// What holds the place of an entry that is named by a label.
const PLACE_HOLDER: &str = "1.0";

/// The fields that a set of lines may give.
#[derive(Clone, Copy)]
pub(super) enum Known<'a> {
    /// Those of a kind or part, and what may stand beside the fields of a kind.
    Only { of: &'a str, fields: &'a [FieldInfo], beside: bool },
    /// Any, those declared by their shape.
    Any(&'a [FieldInfo]),
}

/// Reads fields into bodies, noting faults and references by label.
pub(super) struct Reader<'f> {
    pub(super) faults: &'f mut Faults,
    pub(super) pending: Vec<Pending>,
    /// The entry being read; `None`: the shared words.
    pub(super) entry: Option<usize>,
    path: Vec<String>,
}

impl<'f> Reader<'f> {
    pub(super) fn new(faults: &'f mut Faults) -> Self {
        Self { faults, pending: Vec::new(), entry: None, path: Vec::new() }
    }

    /// The fields as a body; those that cannot be read are faults and left out.
    pub(super) fn body(&mut self, nodes: &[Node], known: Known<'_>) -> Body {
        let mut body = Body::new();
        for node in nodes {
            if body.contains_key(&node.name) {
                self.fault(node, format!("“{}” is given twice", node.name));
                continue;
            }
            let shape = match known {
                Known::Any(fields) => Shape::among(fields, &node.name).unwrap_or(Shape::Free),
                Known::Only { of, fields, beside } => {
                    let declared = fields.iter().any(|field| field.name == node.name);
                    match Shape::among(fields, &node.name).filter(|_| declared || beside) {
                        Some(shape) => shape,
                        None => {
                            self.fault(node, format!("{of} has no field “{}”", node.name));
                            continue;
                        }
                    }
                }
            };
            self.path.push(node.name.clone());
            let value = self.value(node, shape);
            self.path.pop();
            match value {
                Ok(value) => drop(body.insert(node.name.clone(), value)),
                Err(message) => self.fault(node, format!("“{}”: {message}", node.name)),
            }
        }
        body
    }

    fn fault(&mut self, node: &Node, message: String) {
        self.faults.add(node.line, Some(&node.name), message);
    }

    fn value(&mut self, node: &Node, shape: Shape) -> Result<Value, String> {
        if let (Given::Json(value), Under::Nothing) = (&node.given, &node.under) {
            return Ok(value.clone());
        }
        match shape {
            Shape::Part(fields) => {
                let part =
                    self.body(fields_under(node)?, Known::Only { of: "This part", fields, beside: false });
                Ok(Value::Object(part))
            }
            Shape::Parts(fields) => self.parts(items_under(node)?, fields),
            Shape::Answers => Ok(Value::Object(self.body(fields_under(node)?, Known::Any(&[])))),
            Shape::Body => self.corrected(node),
            _ => self.scalar(node, scalar_of(node)?, shape),
        }
    }

    fn scalar(&mut self, node: &Node, text: &str, shape: Shape) -> Result<Value, String> {
        match shape {
            Shape::Day => {
                let day: Option<Date> = text.parse().ok().filter(|day: &Date| day.to_string() == text);
                day.map(|_| text.into()).ok_or_else(|| format!("“{text}” is not a day: write 2026-03-18"))
            }
            Shape::Occurred => {
                let (day, time) =
                    text.split_once(' ').map_or((text, None), |(day, time)| (day, Some(time.trim())));
                moment::occurred(day, time).map(|occurred| occurred.to_string().into())
            }
            Shape::Flag => match text {
                "yes" => Ok(true.into()),
                "no" => Ok(false.into()),
                _ => Err(format!("“{text}” is neither yes nor no")),
            },
            Shape::Number => {
                let number: Option<u32> = text.parse().ok().filter(|number: &u32| number.to_string() == text);
                number.map(Value::from).ok_or_else(|| format!("“{text}” is not a whole number"))
            }
            Shape::Person => PersonId::new(text).map(|_| text.into()),
            Shape::People => list(text, |one, _| PersonId::new(one).map(|_| one.into())),
            Shape::Codes => list(text, |one, _| Ok(one.into())),
            Shape::Entry => self.entry_named(node, text),
            Shape::Entries => list(text, |one, place| {
                self.path.push(place.to_string());
                let entry = self.entry_named(node, one);
                self.path.pop();
                entry
            }),
            Shape::Choice(answers) => code(text, answers),
            Shape::Several(answers) => list(text, |one, _| code(one, answers)),
            _ => Ok(text.into()),
        }
    }

    fn entry_named(&mut self, node: &Node, text: &str) -> Result<Value, String> {
        let Some(label) = text.strip_prefix('@') else {
            return text.parse::<EntryId>().map(|id| id.to_string().into());
        };
        self.pending.push(Pending {
            entry: self.entry,
            path: self.path.clone(),
            label: label_of(label)?,
            line: node.line,
            field: node.name.clone(),
        });
        Ok(PLACE_HOLDER.into())
    }

    fn parts(&mut self, items: &[Item], fields: &[FieldInfo]) -> Result<Value, String> {
        let known = Known::Only { of: "This part", fields, beside: false };
        let mut parts = Vec::new();
        for (place, item) in items.iter().enumerate() {
            self.path.push(place.to_string());
            parts.push(Value::Object(self.body(&item.fields, known)));
            self.path.pop();
        }
        Ok(Value::Array(parts))
    }

    /// `body: KIND`, with the fields of that kind under it.
    fn corrected(&mut self, node: &Node) -> Result<Value, String> {
        let (Given::Text(kind), nodes) = (&node.given, &node.under) else {
            return Err(
                "say the kind of the entry corrected, as “body: visit.made”, and its fields under it".into(),
            );
        };
        let info = kind_info(kind).ok_or_else(|| not_a_kind(kind))?;
        let nodes = match nodes {
            Under::Fields(nodes) => nodes.as_slice(),
            Under::Nothing => &[],
            Under::Items(_) => return Err("its fields stand under it without dashes".into()),
        };
        let before = self.faults.0.len();
        let body = self.body(nodes, Known::Only { of: info.kind, fields: info.fields, beside: true });
        if self.faults.0.len() == before {
            decode(kind, 1, &body).map_err(|undecoded| undecoded.message)?;
        }
        Ok(Value::Object(body))
    }
}

/// Says that no kind has this name, and which one is nearest.
pub(super) fn not_a_kind(kind: &str) -> String {
    let near = crate::kinds().find(|info| one_slip_apart(info.kind, kind)).map(|info| info.kind);
    match near {
        Some(near) => format!("“{kind}” is not a kind of event: perhaps {near} is meant"),
        None => format!("“{kind}” is not a kind of event"),
    }
}

/// Whether two words are the same but for one short stretch of at most three letters in each.
fn one_slip_apart(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let shorter = one.len().min(other.len());
    let before = (0..shorter).take_while(|&at| one[at] == other[at]).count();
    let after =
        (1..=shorter - before).take_while(|&back| one[one.len() - back] == other[other.len() - back]).count();
    one.len().max(other.len()) - before - after <= 3
}

fn scalar_of(node: &Node) -> Result<&str, String> {
    match (&node.given, &node.under) {
        (Given::Text(text), Under::Nothing) => Ok(text),
        (Given::Nothing, Under::Nothing) => {
            Err("nothing is given: leave the field out, or write \"\" for empty text".into())
        }
        _ => Err("nothing may stand under it; text of several lines begins with “|”".into()),
    }
}

fn fields_under(node: &Node) -> Result<&[Node], String> {
    match (&node.given, &node.under) {
        (Given::Nothing, Under::Fields(fields)) => Ok(fields),
        _ => Err("its fields stand under it, each on a line of its own".into()),
    }
}

fn items_under(node: &Node) -> Result<&[Item], String> {
    match (&node.given, &node.under) {
        (Given::Nothing, Under::Items(items)) => Ok(items),
        _ => Err("its parts stand under it, each beginning with “- ”".into()),
    }
}

fn list(text: &str, mut one: impl FnMut(&str, usize) -> Result<Value, String>) -> Result<Value, String> {
    let values = text.split(',').enumerate().map(|(place, part)| one(part.trim(), place));
    values.collect::<Result<Vec<Value>, String>>().map(Value::Array)
}

fn code(text: &str, list: &ChoiceList) -> Result<Value, String> {
    if list.answers.iter().any(|(code, _)| *code == text) {
        return Ok(text.into());
    }
    if let Some((code, _)) = list.answers.iter().find(|(_, label)| label.eq_ignore_ascii_case(text)) {
        return Err(format!("write the code {code}, not “{text}”"));
    }
    let codes: Vec<&str> = list.answers.iter().map(|(code, _)| *code).collect();
    Err(format!("“{text}” is not an answer here: choose {}", codes.join(", ")))
}
