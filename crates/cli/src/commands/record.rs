//! `onen record`: recordings written in the notation, whole or not at all.

use std::path::Path;

use chronology::Draft;
use jiff::Timestamp;
use record::notation::{Noted, parse, resolve};
use serde_json::json;
use store::Chronology;
use views::Views;

use crate::authority::{Authority, threads};
use crate::failure::{Answer, Failure};
use crate::output::say;

pub(crate) fn run(data: &Path, file: &Path, as_history: bool, json: bool) -> Result<Answer, Failure> {
    let text =
        std::fs::read_to_string(file).map_err(|fault| Failure(format!("{}: {fault}", file.display())))?;
    let noted = parse(&text).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(|fault| format!("{}, {fault}", file.display())).collect();
        Failure(lines.join("\nonen: "))
    })?;
    let authority = Authority::open(data)?;
    let head = authority.chronology.head()?;
    let drafts = resolve(&noted, head.number.next());
    let now = (authority.clock)();
    check(file, &noted, &drafts, now, as_history)?;
    if !as_history {
        gates(data, &authority, file, &noted, &drafts)?;
    }
    let timed = noted.iter().any(|one| one.at.is_some());
    let first = head.number.next();
    if timed {
        let history = noted.iter().zip(drafts).scan(head.recorded_at, |last, (one, draft)| {
            *last = one.at.unwrap_or(now).max(*last);
            Some((draft, *last))
        });
        authority.chronology.append_history(history)?;
    } else {
        authority.chronology.append_all(drafts)?;
    }
    let last = authority.chronology.head()?;
    authority.views(data)?;
    if json {
        say!("{}", json!({ "first": first, "last": last.number, "seal": last.seal }));
    } else {
        say!("Recorded {} to {}; the last seal is {}", first, last.number, last.seal);
    }
    Ok(Answer::Done)
}

/// What can be said of a recording by itself: nothing in the future, nothing out of order.
fn check(
    file: &Path,
    noted: &[Noted],
    drafts: &[Draft],
    now: Timestamp,
    as_history: bool,
) -> Result<(), Failure> {
    if noted.is_empty() {
        return Err(Failure(format!("{} holds no recordings", file.display())));
    }
    for (one, draft) in noted.iter().zip(drafts) {
        let at = one.at.unwrap_or(now);
        if one.at.is_some() && !as_history {
            let sentence = "“at” says when it was recorded: that is now, unless the file is history recorded elsewhere (--as-history)";
            return Err(Failure(format!("{}, line {}: {sentence}", file.display(), one.line)));
        }
        if at > now {
            return Err(Failure(format!(
                "{}, line {}: it cannot have been recorded in the future",
                file.display(),
                one.line
            )));
        }
        if let Err(fault) = draft.check(at, calendar::london::date_of(at)) {
            let line = fault.entry.and_then(|entry| one.entry_lines.get(entry)).unwrap_or(&one.line);
            return Err(Failure(format!("{}, line {line}: {fault}", file.display())));
        }
    }
    Ok(())
}

/// Whether each decision carries what a decision must, given those before it in the file. With several
/// recordings this is tried on a copy, since a later decision may rest on an earlier one.
fn gates(
    data: &Path,
    authority: &Authority,
    file: &Path,
    noted: &[Noted],
    drafts: &[Draft],
) -> Result<(), Failure> {
    let decides = |draft: &Draft| {
        draft.entries.iter().any(|entry| rules::gates::GATES.iter().any(|gate| gate.kind == entry.kind))
    };
    let from_elsewhere = |draft: &Draft| draft.source.is_some();
    let Some(last) = drafts.iter().rposition(|draft| decides(draft) && !from_elsewhere(draft)) else {
        return Ok(());
    };
    if last == 0 {
        return lacks(&authority.views(data)?, file, &noted[0], &drafts[0]);
    }
    let folder = tempfile::tempdir()?;
    authority.chronology.backup(folder.path())?;
    let copy = Chronology::open(folder.path(), authority.clock.clone())?;
    let settings = std::sync::Arc::new(authority.practice.settings().clone());
    let views = Views::open(folder.path(), copy.clone(), settings, threads())?;
    for (one, draft) in noted.iter().zip(drafts).take(last + 1) {
        views.catch_up()?;
        if !from_elsewhere(draft) {
            lacks(&views, file, one, draft)?;
        }
        copy.append(draft.clone())?;
    }
    Ok(())
}

fn lacks(views: &Views, file: &Path, one: &Noted, draft: &Draft) -> Result<(), Failure> {
    let missing = views.missing(draft)?;
    if missing.is_empty() {
        return Ok(());
    }
    let parts: Vec<String> = missing.iter().map(|gap| gap.message.clone()).collect();
    let sentence = "the decision is refused; if it was made elsewhere, record it with --as-history";
    Err(Failure(format!("{}, line {}: {} ({sentence})", file.display(), one.line, parts.join("; "))))
}
