//! A text read as recordings.

use std::collections::HashMap;

use chronology::{Body, ENTRIES_MAX, EntryDraft};

use super::heading::{self, EntryLine, RECORDING, RecordingLine};
use super::lines::{Faults, Line, Lines};
use super::read::{Known, Pending, Reader, not_a_kind};
use super::tree::{Node, fields};
use super::{Fault, Noted, Reference};
use crate::events::FieldInfo;
use crate::{EventKind, Undecoded, decode, kind_info};

/// Reads a text in the notation. An empty text holds no recordings.
///
/// # Errors
/// Every fault in the text, in the order of its lines: what cannot be read, what no kind declares, what its
/// kind needs and lacks, labels that stand nowhere, and times that run backwards.
pub fn parse(text: &str) -> Result<Vec<Noted>, Vec<Fault>> {
    let mut faults = Faults::default();
    let raw = outline(text, &mut faults);
    let mut noted = Vec::new();
    let mut pending = Vec::new();
    let mut labels = Labels::new();
    for (place, recording) in raw.into_iter().enumerate() {
        note_labels(&recording, place, &mut labels, &mut faults);
        let (one, references) = read(recording, &mut faults);
        pending.push(references);
        noted.extend(one);
    }
    let resolved: Vec<Vec<Reference>> = pending
        .into_iter()
        .enumerate()
        .map(|(place, references)| {
            references.into_iter().filter_map(|one| find(one, place, &labels, &mut faults)).collect()
        })
        .collect();
    times_run_forwards(&noted, &mut faults);
    if !faults.0.is_empty() {
        faults.0.sort_by_key(|fault| fault.line);
        return Err(faults.0);
    }
    for (one, references) in noted.iter_mut().zip(resolved) {
        one.references = references;
        one.draft = one.numbered(|place| chronology::RecordingNumber(place as u64 + 1));
    }
    Ok(noted)
}

/// Where each label stands: the recording's place in the file, the entry's place in it, the line.
type Labels = HashMap<String, (usize, u16, usize)>;

struct RawRecording {
    line: usize,
    heading: Option<RecordingLine>,
    shared: Option<Vec<Node>>,
    entries: Vec<RawEntry>,
}

struct RawEntry {
    line: usize,
    heading: Option<EntryLine>,
    fields: Vec<Node>,
}

fn outline(text: &str, faults: &mut Faults) -> Vec<RawRecording> {
    let mut lines = Lines::new(text);
    let mut recordings: Vec<RawRecording> = Vec::new();
    while let Some(line) = lines.peek(faults) {
        lines.take();
        let opens = line.text.split([' ', '\t']).next() == Some(RECORDING);
        match recordings.last_mut() {
            _ if line.indent == 0 && opens => {
                let heading = kept(line, heading::recording(line.text), faults);
                recordings.push(RawRecording {
                    line: line.number,
                    heading,
                    shared: None,
                    entries: Vec::new(),
                });
            }
            Some(recording) if line.indent == 2 => inside(recording, line, &mut lines, faults),
            _ => {
                let message = if line.indent == 0 {
                    "A recording begins “recording by AUTHOR as ROLE”, and its entries stand two spaces in"
                        .to_owned()
                } else {
                    format!("This line stands {} spaces in and belongs to nothing above it", line.indent)
                };
                faults.add(line.number, None, message);
                lines.skip_deeper(line.indent);
            }
        }
    }
    recordings
}

fn inside(recording: &mut RawRecording, line: Line<'_>, lines: &mut Lines<'_>, faults: &mut Faults) {
    let is_shared = line.text.split([' ', '\t', ':']).next() == Some("shared");
    let heading = if is_shared { None } else { kept(line, heading::entry(line.text), faults) };
    let nodes = fields(lines, 4, faults);
    if !is_shared {
        recording.entries.push(RawEntry { line: line.number, heading, fields: nodes });
    } else if recording.shared.replace(nodes).is_some() {
        faults.add(line.number, None, "The shared words of this recording are given twice");
    }
}

fn kept<T>(line: Line<'_>, read: Result<T, String>, faults: &mut Faults) -> Option<T> {
    read.map_err(|message| faults.add(line.number, None, message)).ok()
}

fn read(raw: RawRecording, faults: &mut Faults) -> (Option<Noted>, Vec<Pending>) {
    if raw.entries.is_empty() {
        faults.add(raw.line, None, "This recording says nothing about anybody: it has no entries");
    } else if raw.entries.len() > ENTRIES_MAX {
        faults.add(raw.line, None, format!("A recording may hold {ENTRIES_MAX} entries at most"));
    }
    let before = faults.0.len();
    let mut reader = Reader::new(faults);
    let shared = shared_words(&raw, &mut reader);
    // What is wrong with the shared words is said once, not again for each entry that shares them.
    let sound = (reader.faults.0.len() == before).then_some(&shared);
    let entry_lines = raw.entries.iter().map(|entry| entry.line).collect();
    let mut entries = Vec::new();
    for (place, entry) in raw.entries.into_iter().enumerate() {
        reader.entry = Some(place);
        entries.extend(read_entry(entry, sound, &mut reader));
    }
    let pending = reader.pending;
    let noted = raw.heading.map(|heading| {
        let draft = chronology::Draft { shared, entries, ..heading.draft };
        Noted { draft, at: heading.at, line: raw.line, entry_lines, references: Vec::new() }
    });
    (noted, pending)
}

/// The shared words, by the shapes that the entries which share them declare.
fn shared_words(raw: &RawRecording, reader: &mut Reader<'_>) -> Body {
    let Some(nodes) = &raw.shared else { return Body::new() };
    let sharing: Vec<&EntryLine> = raw
        .entries
        .iter()
        .filter_map(|entry| entry.heading.as_ref())
        .filter(|line| line.draft.shares)
        .collect();
    if sharing.is_empty() {
        reader.faults.add(
            raw.line,
            None,
            "No entry shares the shared words: mark those that do with + at their end",
        );
    }
    let mut declared: Vec<FieldInfo> = Vec::new();
    for line in &sharing {
        let Some(fields) = fields_of(line) else { continue };
        declared.extend(fields);
        for node in nodes.iter().filter(|node| super::shape::Shape::among(fields, &node.name).is_none()) {
            let message =
                format!("“{0}” is shared with {1}, which has no field “{0}”", node.name, line.draft.kind);
            reader.faults.add(node.line, Some(&node.name), message);
        }
    }
    reader.entry = None;
    reader.body(nodes, Known::Any(&declared))
}

fn fields_of(line: &EntryLine) -> Option<&'static [FieldInfo]> {
    kind_info(&line.draft.kind).filter(|_| line.draft.version == 1).map(|info| info.fields)
}

/// Reads an entry; `shared` are the shared words, if nothing is wrong with them.
fn read_entry(raw: RawEntry, shared: Option<&Body>, reader: &mut Reader<'_>) -> Option<EntryDraft> {
    let heading = raw.heading?;
    let before = reader.faults.0.len();
    let mut draft = heading.draft;
    let Some(info) = kind_info(&draft.kind).filter(|_| draft.version == 1) else {
        if !heading.versioned {
            let message = not_a_kind(&draft.kind);
            let message =
                format!("{message} (after a kind that this version does not know, write its version: v1)");
            reader.faults.add(raw.line, None, message);
        }
        draft.body = reader.body(&raw.fields, Known::Any(&[]));
        return Some(draft);
    };
    draft.body = reader.body(&raw.fields, Known::Only { of: info.kind, fields: info.fields, beside: true });
    let all = match (draft.shares, shared) {
        (false, _) => draft.body.clone(),
        (true, Some(shared)) => chronology::merged(shared, &draft.body),
        (true, None) => return Some(draft),
    };
    let given = |name: &str| all.contains_key(name) || raw.fields.iter().any(|node| node.name == name);
    for field in info.fields.iter().filter(|field| field.required && !given(field.name)) {
        reader.faults.add(raw.line, Some(field.name), format!("{} needs “{}”", info.kind, field.name));
    }
    if reader.faults.0.len() == before
        && let Err(undecoded) = decode(info.kind, draft.version, &all)
    {
        undecodable(info, &all, undecoded, &raw.fields, raw.line, reader.faults);
    }
    Some(draft)
}

/// Says why a body cannot be read as its kind: which field is at fault, if without it the body could be.
fn undecodable(
    info: &EventKind,
    body: &Body,
    undecoded: Undecoded,
    nodes: &[Node],
    line: usize,
    faults: &mut Faults,
) {
    let at_fault = body.keys().find(|name| {
        let mut others = body.clone();
        others.remove(*name);
        decode(info.kind, 1, &others).is_ok()
    });
    let Some(name) = at_fault else { return faults.add(line, None, undecoded.message) };
    let line = nodes.iter().find(|node| node.name == *name).map_or(line, |node| node.line);
    let message = format!("“{name}”: this is not a value that the field can hold ({})", body[name]);
    faults.add(line, Some(name), message);
}

fn note_labels(recording: &RawRecording, place: usize, labels: &mut Labels, faults: &mut Faults) {
    for (index, entry) in recording.entries.iter().enumerate() {
        let Some(label) = entry.heading.as_ref().and_then(|heading| heading.label.clone()) else { continue };
        let index = u16::try_from(index).unwrap_or(u16::MAX);
        if let Some((_, _, line)) = labels.get(&label) {
            faults.add(entry.line, None, format!("The label @{label} already stands on line {line}"));
        } else {
            labels.insert(label, (place, index, entry.line));
        }
    }
}

fn find(pending: Pending, place: usize, labels: &Labels, faults: &mut Faults) -> Option<Reference> {
    let Pending { entry, path, label, line, field } = pending;
    match labels.get(&label) {
        Some(&(recording, index, _)) if recording <= place => {
            Some(Reference { entry, path, recording, index })
        }
        Some((_, _, later)) => {
            let message = format!("“{field}”: @{label} stands on line {later}, in a later recording");
            faults.add(line, Some(&field), message);
            None
        }
        None => {
            faults.add(
                line,
                Some(&field),
                format!("“{field}”: no entry of this file has the label @{label}"),
            );
            None
        }
    }
}

fn times_run_forwards(noted: &[Noted], faults: &mut Faults) {
    let mut latest = None;
    for one in noted {
        let Some(at) = one.at else { continue };
        if latest.is_some_and(|latest| at < latest) {
            faults.add(
                one.line,
                Some("at"),
                "This was recorded before the recording above it: times may not run backwards",
            );
        }
        latest = latest.max(Some(at));
    }
}
