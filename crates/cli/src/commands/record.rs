//! `onen record`: recordings written in the notation, whole or not at all.
//!
//! Everything is checked before anything is written: each recording by itself, then each decision against its gates,
//! given those before it in the file, on a copy of the record that lies in the authority's own folder and is removed
//! again. What passes is appended in one transaction.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use chronology::{Draft, RecordingNumber};
use jiff::Timestamp;
use record::notation::{Noted, parse};
use serde_json::json;
use store::{Appended, Chronology, Refusal};
use views::Views;

use crate::authority::{Authority, threads};
use crate::failure::{Answer, Failure};
use crate::output::say;

/// A recording of the file, ready to be appended.
struct Ready<'f> {
    noted: &'f Noted,
    draft: Draft,
    /// When it was recorded, if the file says and the chronology can still take it.
    at: Option<Timestamp>,
    /// Whether it is there already, by its key.
    already: bool,
}

pub(crate) fn run(data: &Path, file: &Path, as_history: bool, json: bool) -> Result<Answer, Failure> {
    let text =
        std::fs::read_to_string(file).map_err(|fault| Failure(format!("{}: {fault}", file.display())))?;
    let noted = parse(&text).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(|fault| format!("{}, {fault}", file.display())).collect();
        Failure(lines.join("\nonen: "))
    })?;
    let authority = Authority::open(data)?;
    let now = (authority.clock)();
    let ready = ready(&authority.chronology, &noted)?;
    check(file, &ready, now, as_history)?;
    if !as_history {
        gates(data, &authority, file, &ready)?;
    }
    let all: Vec<&Ready<'_>> = ready.iter().collect();
    let appended = match append(&authority.chronology, &all, now) {
        Ok(appended) => appended,
        Err(refusal) => return Err(located(data, &authority, file, &ready, now, refusal)),
    };
    authority.views(data)?;
    tell(&authority, &ready, &appended, json)
}

/// The recordings of the file with the numbers that they have or will have, so that each label names its own entry:
/// one whose key is there already keeps its number, and the others take the next ones.
fn ready<'f>(chronology: &Chronology, noted: &'f [Noted]) -> Result<Vec<Ready<'f>>, Failure> {
    let head = chronology.head()?;
    let mut known: HashMap<&str, RecordingNumber> = HashMap::new();
    let mut next = head.number.next();
    let mut numbers = Vec::with_capacity(noted.len());
    for one in noted {
        let key = one.draft.key.as_deref();
        let there = match key.map(|key| (known.get(key), key)) {
            None => None,
            Some((Some(number), _)) => Some(*number),
            Some((None, key)) => chronology.appended_with_key(key)?.map(|there| there.number),
        };
        numbers.push((there.unwrap_or(next), there.is_some()));
        if there.is_none() {
            known.extend(key.map(|key| (key, next)));
            next = next.next();
        }
    }
    let number = |place: usize| numbers.get(place).map_or(RecordingNumber(0), |(number, _)| *number);
    let recording = |(one, (_, already)): (&'f Noted, &(RecordingNumber, bool))| Ready {
        noted: one,
        draft: one.numbered(number),
        at: one.at.filter(|at| *at >= head.recorded_at || head.number.0 == 0),
        already: *already,
    };
    Ok(noted.iter().zip(&numbers).map(recording).collect())
}

/// What can be said of a recording by itself: nothing in the future, nothing out of order.
fn check(file: &Path, ready: &[Ready<'_>], now: Timestamp, as_history: bool) -> Result<(), Failure> {
    if ready.is_empty() {
        return Err(Failure(format!("{} holds no recordings", file.display())));
    }
    for one in ready {
        let at = one.noted.at.unwrap_or(now);
        let line = one.noted.line;
        if one.noted.at.is_some() && !as_history {
            let sentence = "“at” says when it was recorded: that is now, unless the file is history recorded elsewhere (--as-history)";
            return Err(Failure(format!("{}, line {line}: {sentence}", file.display())));
        }
        if at > now {
            let sentence = "it cannot have been recorded in the future";
            return Err(Failure(format!("{}, line {line}: {sentence}", file.display())));
        }
        if let Err(fault) = one.draft.check(at, calendar::london::date_of(at)) {
            return Err(at_line(file, one, &Refusal::Malformed(fault)));
        }
    }
    Ok(())
}

/// Appends recordings in one transaction. Those that the file dates are dated so; the rest are recorded now.
fn append(chronology: &Chronology, ready: &[&Ready<'_>], now: Timestamp) -> Result<Vec<Appended>, Refusal> {
    if ready.iter().all(|one| one.at.is_none()) {
        return chronology.append_all(ready.iter().map(|one| one.draft.clone()).collect());
    }
    let mut last = chronology.head()?.recorded_at;
    let dated = ready.iter().map(|one| {
        last = one.at.unwrap_or(now).max(last);
        (one.draft.clone(), last)
    });
    chronology.append_all_at(dated.collect())
}

/// Whether each decision carries what a decision must, given those before it in the file. With several
/// recordings this is tried on a copy, since a later decision may rest on an earlier one.
fn gates(data: &Path, authority: &Authority, file: &Path, ready: &[Ready<'_>]) -> Result<(), Failure> {
    let gated = |one: &Ready<'_>| {
        let decides = |kind: &str| rules::gates::GATES.iter().any(|gate| gate.kind == kind);
        let made_here = one.draft.source.is_none() && !one.already;
        made_here && one.draft.entries.iter().any(|entry| decides(&entry.kind))
    };
    let Some(last) = ready.iter().rposition(gated) else {
        return Ok(());
    };
    if last == 0 {
        return lacks(&authority.views(data)?, file, &ready[0]);
    }
    let (folder, copy) = copy(data, authority)?;
    let settings = Arc::new(authority.practice.settings().clone());
    let views = Views::open(folder.path(), copy.clone(), settings, threads())?;
    for one in &ready[..=last] {
        views.catch_up()?;
        if gated(one) {
            lacks(&views, file, one)?;
        }
        copy.append(one.draft.clone()).map_err(|refusal| at_line(file, one, &refusal))?;
    }
    Ok(())
}

fn lacks(views: &Views, file: &Path, one: &Ready<'_>) -> Result<(), Failure> {
    let missing = views.missing(&one.draft)?;
    if missing.is_empty() {
        return Ok(());
    }
    let parts: Vec<String> = missing.iter().map(|gap| gap.message.clone()).collect();
    let sentence = "the decision is refused; if it was made elsewhere, record it with --as-history";
    Err(Failure(format!("{}, line {}: {} ({sentence})", file.display(), one.noted.line, parts.join("; "))))
}

/// A copy of the record to try things on, removed when the folder is let go. It lies where the record does, and so
/// under the same protection.
fn copy(data: &Path, authority: &Authority) -> Result<(tempfile::TempDir, Chronology), Failure> {
    let folder = tempfile::tempdir_in(data)?;
    authority.chronology.backup(folder.path())?;
    let copy = Chronology::open(folder.path(), authority.clock.clone())?;
    Ok((folder, copy))
}

/// A refusal of the whole file, with the line of the recording that was refused: found on a copy, one by one.
fn located(
    data: &Path,
    authority: &Authority,
    file: &Path,
    ready: &[Ready<'_>],
    now: Timestamp,
    refusal: Refusal,
) -> Failure {
    if matches!(refusal, Refusal::Malformed(_))
        && let Ok((_folder, copy)) = copy(data, authority)
    {
        for one in ready {
            if let Err(refusal) = append(&copy, &[one], now) {
                return at_line(file, one, &refusal);
            }
        }
    }
    Failure(format!("{}: {refusal}", file.display()))
}

fn at_line(file: &Path, one: &Ready<'_>, refusal: &Refusal) -> Failure {
    let entry = match refusal {
        Refusal::Malformed(fault) => fault.entry,
        _ => None,
    };
    let line = entry.and_then(|entry| one.noted.entry_lines.get(entry)).unwrap_or(&one.noted.line);
    Failure(format!("{}, line {line}: {refusal}", file.display()))
}

fn tell(
    authority: &Authority,
    ready: &[Ready<'_>],
    appended: &[Appended],
    json: bool,
) -> Result<Answer, Failure> {
    let head = authority.chronology.head()?;
    let fresh: Vec<RecordingNumber> =
        appended.iter().filter(|one| !one.already).map(|one| one.number).collect();
    let already = appended.len() - fresh.len();
    // What the chronology could no longer take at its own time was first known here now.
    let late = |(one, appended): &(&Ready<'_>, &Appended)| {
        !appended.already && one.noted.at.is_some_and(|at| at != appended.recorded_at)
    };
    let late = ready.iter().zip(appended).filter(late).count();
    if json {
        say!(
            "{}",
            json!({ "first": fresh.first(), "last": fresh.last(), "added": fresh.len(), "already": already,
                "dated_now": late, "seal": head.seal })
        );
        return Ok(Answer::Done);
    }
    match (fresh.first(), fresh.last()) {
        (Some(first), Some(last)) => say!("Recorded {first} to {last}; the last seal is {}", head.seal),
        _ => say!("Nothing is added: all {already} are there already; the last seal is {}", head.seal),
    }
    if late > 0 {
        say!("{late} of them are dated now: the record already holds something recorded later than they say");
    }
    Ok(Answer::Done)
}
