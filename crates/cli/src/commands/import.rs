//! `onen import`: a file's children into the chronology, each row traceable, twice adding nothing.

use std::path::Path;

use chronology::{Draft, EntryDraft};
use returns::cin_census::{self, BadRow};
use returns::reference_values;
use serde_json::json;
use store::{Appended, Chronology};

use crate::authority::{Authority, today};
use crate::failure::{Answer, Failure};
use crate::output::say;

pub(crate) fn run(data: &Path, name: &str, path: &Path, json: bool) -> Result<Answer, Failure> {
    let bytes = || std::fs::read(path).map_err(|fault| Failure(format!("{}: {fault}", path.display())));
    match name {
        "cin-census" => census(data, path, &bytes()?, json),
        "reference-values" => reference_values(data, path, &bytes()?, json),
        _ => Err(Failure(format!(
            "“{name}” cannot be imported: this release reads cin-census and reference-values"
        ))),
    }
}

/// Values from outside: each row beside the earlier ones, never over them.
fn reference_values(data: &Path, path: &Path, bytes: &[u8], json: bool) -> Result<Answer, Failure> {
    let file = reference_values::read(bytes, today())
        .map_err(|fault| Failure(format!("{}: {fault}", path.display())))?;
    let authority = Authority::open(data)?;
    let views = authority.views(data)?;
    let mut drafts = file.drafts;
    if views.kept(&rules::threshold::authority())?.is_none()
        && let Some(first) = drafts.first()
    {
        let mut named =
            Draft { key: Some("authority-named".to_owned()), entries: Vec::new(), ..first.clone() };
        let mut entry = EntryDraft::new(rules::threshold::authority(), "person.identified", today());
        let body = json!({ "category": "agency", "full_name": authority.named.authority });
        entry.body = body.as_object().cloned().unwrap_or_default();
        named.entries.push(entry);
        drafts.insert(0, named);
    }
    let rows = drafts.iter().filter(|draft| draft.entries[0].kind != "person.identified").count();
    let appended = authority.chronology.append_all(drafts)?;
    views.catch_up()?;
    for one in &file.left_out {
        if json {
            say!("{}", json!({ "line": one.line, "field": one.field, "message": one.message }));
        } else {
            eprintln!("{}, line {}, {}: {}", path.display(), one.line, one.field, one.message);
        }
    }
    let already = appended.iter().filter(|one| one.already).count();
    let left_out = file.left_out.len();
    if json {
        say!("{}", json!({ "rows": rows, "already": already, "left_out": left_out }));
    } else {
        say!("{rows} values read: {already} there already, {left_out} rows listed and left out");
    }
    Ok(if left_out == 0 { Answer::Done } else { Answer::No })
}

fn census(data: &Path, path: &Path, bytes: &[u8], json: bool) -> Result<Answer, Failure> {
    let file = cin_census::read(bytes)
        .map_err(|fault| Failure(format!("{}, line {}: {}", path.display(), fault.line, fault.message)))?;
    let authority = Authority::open(data)?;
    let imported = cin_census::recordings(&file, &cin_census::digest(bytes), today());
    let appended = authority.chronology.append_all(imported.drafts.clone())?;
    authority.views(data)?;
    let otherwise = otherwise(&authority.chronology, &imported.drafts, &appended)?;
    let mut listed: Vec<&BadRow> = file.bad.iter().chain(&imported.left_out).collect();
    listed.sort_by_key(|row| row.line);
    listed.iter().for_each(|row| list(path, row, json));
    for (draft, sentence) in &otherwise {
        let row = draft.source.as_ref().map(|source| source.row.as_str()).unwrap_or_default();
        if json {
            say!("{}", json!({ "row": row, "message": sentence }));
        } else {
            eprintln!("{}, {row}: {sentence}", path.display());
        }
    }
    let added = appended.iter().filter(|one| !one.already).count();
    let already = appended.len() - added;
    let left_out = listed.len();
    if json {
        say!(
            "{}",
            json!({ "children": file.children.len(), "recordings": appended.len(), "added": added,
                "already": already, "left_out": left_out, "otherwise": otherwise.len() })
        );
    } else {
        say!(
            "{} children: {added} recordings added, {already} there already, {left_out} listed and left out, {} told differently before",
            file.children.len(),
            otherwise.len()
        );
    }
    Ok(if left_out + otherwise.len() == 0 { Answer::Done } else { Answer::No })
}

/// What an earlier file said otherwise, each with a sentence naming the recording that stands.
fn otherwise<'d>(
    chronology: &Chronology,
    drafts: &'d [Draft],
    appended: &[Appended],
) -> Result<Vec<(&'d Draft, String)>, Failure> {
    let mut found = Vec::new();
    for (draft, one) in drafts.iter().zip(appended).filter(|(_, one)| one.already) {
        let kept = chronology.recording(one.number)?;
        if kept.is_some_and(|kept| cin_census::says_otherwise(draft, &kept)) {
            let about = draft.entries.first().map(|entry| entry.about.as_str()).unwrap_or_default();
            found.push((
                draft,
                format!(
                    "recording {} about {about} says otherwise and stands; correct it if this file is right",
                    one.number
                ),
            ));
        }
    }
    Ok(found)
}

fn list(path: &Path, row: &BadRow, json: bool) {
    if json {
        say!(
            "{}",
            json!({ "line": row.line, "table": row.table, "field": row.field, "child": row.child, "value": row.value, "message": row.message })
        );
    } else {
        let child = row.child.as_deref().map(|child| format!(" of child {child}")).unwrap_or_default();
        let place = format!("{}, line {}, {} {}", path.display(), row.line, row.table, row.field);
        eprintln!("{}{child}: {}", place.trim_end(), row.message);
    }
}
