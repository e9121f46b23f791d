//! Recordings written as text.

use std::collections::BTreeMap;
use std::sync::Arc;

use chronology::{
    Body, EntryId, Live, Occurred, PersonId, Recorded, Recording, Source, Standing, canonical, live,
};
use jiff::Timestamp;

use super::moment;
use super::scalar::word;
use super::values::Values;
use crate::events::FieldInfo;
use crate::kind_info;

/// Recordings in the notation, which [`parse`](super::parse()) reads back as the same drafts.
///
/// An entry among them that another one names carries its number as label, so that the text can be recorded
/// elsewhere. What has been disposed of is left as a comment.
pub fn write(recordings: &[Recording]) -> String {
    let sheets: Vec<Sheet<'_>> = recordings.iter().map(sheet_of_recording).collect();
    written(&sheets)
}

/// One person's entries in the notation, by recording, each with its number and how it stands as a comment.
pub fn write_person(entries: &[Arc<Recorded>]) -> String {
    let standing = live(entries, None);
    let mut sheets: BTreeMap<_, Sheet<'_>> = BTreeMap::new();
    for entry in &standing {
        let sheet =
            sheets.entry(entry.recorded.id.recording).or_insert_with(|| sheet_of_entry(&entry.recorded));
        sheet.lines.push(line_of(entry));
    }
    written(&sheets.into_values().collect::<Vec<_>>())
}

/// A recording, or the part of one that is about one person.
struct Sheet<'a> {
    number: u64,
    author: &'a PersonId,
    role: &'a str,
    at: Timestamp,
    whom: Option<&'a str>,
    source: Option<&'a Source>,
    key: Option<&'a str>,
    shared: Option<&'a Body>,
    lines: Vec<EntryText<'a>>,
}

struct EntryText<'a> {
    id: EntryId,
    about: &'a PersonId,
    kind: &'a str,
    version: u16,
    occurred: Occurred,
    shares: bool,
    body: Option<&'a Body>,
    comment: Option<String>,
}

fn sheet_of_recording(recording: &Recording) -> Sheet<'_> {
    let lines = (0..).zip(&recording.entries).map(|(index, entry)| EntryText {
        id: EntryId { recording: recording.number, index },
        about: &entry.about,
        kind: &entry.kind,
        version: entry.version,
        occurred: entry.occurred,
        shares: entry.shares && recording.shared.is_some(),
        body: entry.body.as_ref(),
        comment: None,
    });
    Sheet {
        number: recording.number.0,
        author: &recording.author,
        role: &recording.role,
        at: recording.recorded_at,
        whom: recording.on_behalf_of.as_deref(),
        source: recording.source.as_ref(),
        key: recording.key.as_deref(),
        shared: recording.shared.as_ref().filter(|shared| !shared.is_empty()),
        lines: lines.collect(),
    }
}

fn sheet_of_entry(entry: &Recorded) -> Sheet<'_> {
    Sheet {
        number: entry.id.recording.0,
        author: &entry.author,
        role: &entry.role,
        at: entry.recorded_at,
        whom: entry.on_behalf_of.as_deref(),
        source: entry.source.as_ref(),
        key: None,
        shared: None,
        lines: Vec::new(),
    }
}

fn line_of(entry: &Live) -> EntryText<'_> {
    let recorded = &entry.recorded;
    let comment = match &entry.standing {
        Standing::Stands | Standing::Disposed => recorded.id.to_string(),
        Standing::Corrected { by, reason } => format!("{}, corrected by {by}: {reason}", recorded.id),
        Standing::Withdrawn { by, reason } => format!("{}, withdrawn by {by}: {reason}", recorded.id),
    };
    EntryText {
        id: recorded.id,
        about: &recorded.about,
        kind: &recorded.kind,
        version: recorded.version,
        occurred: recorded.occurred,
        shares: false,
        body: recorded.body.as_ref(),
        comment: Some(comment),
    }
}

fn written(sheets: &[Sheet<'_>]) -> String {
    let entries = sheets.iter().flat_map(|sheet| &sheet.lines).filter(|line| line.body.is_some());
    let mut values = Values::new(entries.map(|line| (line.id, (line.kind, line.version))).collect());
    // Fields first: they tell which entries need a label.
    let bodies: Vec<(String, Vec<String>)> =
        sheets.iter().map(|sheet| fields_of(sheet, &mut values)).collect();
    let mut text = String::new();
    for (sheet, (shared, bodies)) in sheets.iter().zip(&bodies) {
        if !text.is_empty() {
            text.push('\n');
        }
        put_heading(sheet, &mut text);
        text.push_str(shared);
        for (line, body) in sheet.lines.iter().zip(bodies) {
            put_entry(line, values.is_named(line.id), &mut text);
            text.push_str(body);
        }
    }
    text
}

/// The shared words of a sheet and the fields of each of its entries, as text.
fn fields_of(sheet: &Sheet<'_>, values: &mut Values<'_>) -> (String, Vec<String>) {
    values.recording = sheet.number;
    let sharing = || sheet.lines.iter().filter(|line| line.shares && line.body.is_some());
    let shared = match sheet.shared {
        Some(body) if sharing().next().is_none() => {
            comment(&format!("shared by no entry: {}", canonical(body)))
        }
        Some(body) => {
            let declared: Vec<FieldInfo> = sharing().flat_map(|line| declared(line)).copied().collect();
            format!("  shared\n{}", values.fields(body, &declared, 4))
        }
        None => String::new(),
    };
    let bodies = sheet.lines.iter().map(|line| match line.body {
        Some(body) => values.fields(body, declared(line), 4),
        None => String::new(),
    });
    (shared, bodies.collect())
}

fn declared<'a>(line: &EntryText<'_>) -> &'a [FieldInfo] {
    kind_info(line.kind).filter(|_| line.version == 1).map_or(&[], |info| info.fields)
}

fn put_heading(sheet: &Sheet<'_>, text: &mut String) {
    text.push_str(&format!("# recording {}\n", sheet.number));
    if sheet.lines.iter().all(|line| line.body.is_none()) {
        text.push_str("# ");
    }
    text.push_str(&format!("recording by {} as {} at {}", sheet.author, word(sheet.role), sheet.at));
    if let Some(whom) = sheet.whom {
        text.push_str(&format!(" for {}", word(whom)));
    }
    if let Some(source) = sheet.source {
        text.push_str(&format!(" from {} row {}", word(&source.file), word(&source.row)));
    }
    if let Some(key) = sheet.key {
        text.push_str(&format!(" key {}", word(key)));
    }
    text.push('\n');
}

fn put_entry(line: &EntryText<'_>, named: bool, text: &mut String) {
    let mut entry = format!("{} {} {}", moment::written(line.occurred), line.about, word(line.kind));
    if line.body.is_none() {
        text.push_str(&comment(&format!("{entry}: {}, its words were destroyed", line.id)));
        return;
    }
    if line.version != 1 || kind_info(line.kind).is_none() {
        entry.push_str(&format!(" v{}", line.version));
    }
    if named {
        entry.push_str(&format!(" @{}", line.id));
    }
    if line.shares {
        entry.push_str(" +");
    }
    if let Some(said) = &line.comment {
        entry.push_str(&format!(" # {}", one_line(said)));
    }
    text.push_str(&format!("  {entry}\n"));
}

fn comment(said: &str) -> String {
    format!("  # {}\n", one_line(said))
}

fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}
