//! `onen import`: a file's children into the chronology, each row traceable, twice adding nothing.

use std::path::Path;

use returns::cin_census;
use serde_json::json;

use crate::authority::{Authority, today};
use crate::failure::{Answer, Failure};

pub(crate) fn run(data: &Path, name: &str, path: &Path, json: bool) -> Result<Answer, Failure> {
    if name != "cin-census" {
        return Err(Failure(format!("“{name}” cannot be imported: this release reads cin-census")));
    }
    let bytes = std::fs::read(path).map_err(|fault| Failure(format!("{}: {fault}", path.display())))?;
    let file = cin_census::read(&bytes)
        .map_err(|fault| Failure(format!("{}, line {}: {}", path.display(), fault.line, fault.message)))?;
    for row in &file.bad {
        let child = row.child.as_deref().map(|child| format!(" of child {child}")).unwrap_or_default();
        if json {
            println!(
                "{}",
                json!({ "line": row.line, "table": row.table, "field": row.field, "child": row.child, "value": row.value, "message": row.message })
            );
        } else {
            eprintln!(
                "{}, line {}, {} {}{child}: {}",
                path.display(),
                row.line,
                row.table,
                row.field,
                row.message
            );
        }
    }
    let authority = Authority::open(data)?;
    let drafts = cin_census::recordings(&file, &cin_census::digest(&bytes), today());
    let sent = drafts.len();
    let appended = authority.chronology.append_all(drafts)?;
    let added = appended.iter().filter(|one| !one.already).count();
    authority.views(data)?;
    if json {
        println!(
            "{}",
            json!({ "children": file.children.len(), "recordings": sent, "added": added, "bad_rows": file.bad.len() })
        );
    } else {
        println!(
            "{} children: {added} recordings added, {} there already, {} rows left out",
            file.children.len(),
            sent - added,
            file.bad.len()
        );
    }
    Ok(if file.bad.is_empty() { Answer::Done } else { Answer::No })
}
