//! `--watch`: the check again whenever the files change, and what changed in it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use returns::fault::{Collected, Fault};
use serde::Serialize;

use super::{Asked, check, save};
use crate::failure::{Answer, Failure};
use crate::output::say;

/// How often the files are looked at.
const EVERY: Duration = Duration::from_millis(500);
/// So many of the faults that are new are shown; the rest are counted.
const SHOWN: usize = 20;

/// What tells one fault from another, wherever its row has moved to.
type Identity = (&'static str, &'static str, &'static str, String);

/// What changed from one check to the next.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Difference<'f> {
    /// Faults that were there and are no more.
    pub(super) gone: Vec<&'f Fault>,
    /// Faults that were not there before.
    pub(super) new: Vec<&'f Fault>,
}

/// Checks now, and again whenever a file changes, until the process is ended.
pub(super) fn run(asked: &Asked, json: bool) -> Result<Answer, Failure> {
    let mut before: Option<Vec<Fault>> = None;
    loop {
        let seen = state(asked);
        let mut report = Collected::default();
        let outcome = check(asked, &mut report);
        match outcome {
            Ok(outcome) => {
                save(asked, &report, &outcome)?;
                if before.is_none() {
                    report.notices.iter().for_each(|sentence| eprintln!("onen: {sentence}"));
                }
                tell(before.as_deref(), &report.faults, &outcome.summary(), json);
                before = Some(report.faults);
            }
            // A file may be half written; the next look will find it whole.
            Err(Failure(why)) if before.is_some() => eprintln!("{}  {why}", time()),
            Err(failure) => return Err(failure),
        }
        while state(asked) == seen {
            std::thread::sleep(EVERY);
        }
    }
}

/// What two checks differ in. A fault that moved to another row is the same one.
pub(super) fn difference<'f>(before: &'f [Fault], after: &'f [Fault]) -> Difference<'f> {
    let mut count: HashMap<Identity, i64> = HashMap::new();
    for fault in before {
        *count.entry(identity(fault)).or_default() += 1;
    }
    let mut new = Vec::new();
    for fault in after {
        let left = count.entry(identity(fault)).or_default();
        *left -= 1;
        if *left < 0 {
            new.push(fault);
        }
    }
    let mut gone = Vec::new();
    for fault in before.iter().rev() {
        if let Some(left) = count.get_mut(&identity(fault)).filter(|left| **left > 0) {
            *left -= 1;
            gone.push(fault);
        }
    }
    gone.reverse();
    Difference { gone, new }
}

fn identity(fault: &Fault) -> Identity {
    (fault.rule, fault.table, fault.field, fault.child.clone())
}

#[derive(Serialize)]
struct Line<'f> {
    at: String,
    faults: usize,
    #[serde(flatten)]
    difference: Difference<'f>,
}

fn tell(before: Option<&[Fault]>, after: &[Fault], summary: &str, json: bool) {
    let difference = before.map(|before| difference(before, after)).unwrap_or_default();
    if json {
        let line = Line { at: time(), faults: after.len(), difference };
        say!("{}", serde_json::to_string(&line).unwrap_or_default());
        return;
    }
    if before.is_none() {
        say!("{}  {summary}; watching, Ctrl-C ends it", time());
        return;
    }
    say!("{}  {summary}: {} gone, {} new", time(), difference.gone.len(), difference.new.len());
    for (word, faults) in [("gone", &difference.gone), ("new ", &difference.new)] {
        for fault in faults.iter().take(SHOWN) {
            let line = fault.line.map(|line| format!(", line {line}")).unwrap_or_default();
            let Fault { rule, child, table, field, message, .. } = fault;
            say!("    {word}  {rule}  {child}  {table} {field}{line}: {message}");
        }
        if faults.len() > SHOWN {
            say!("    {word}  and {} more", faults.len() - SHOWN);
        }
    }
}

/// The time on England’s clocks.
fn time() -> String {
    let now = calendar::london::wall_clock(store::system_clock()());
    now.strftime("%H:%M:%S").to_string()
}

/// Every file that a check reads, with what shows that it changed.
fn state(asked: &Asked) -> Vec<(PathBuf, Option<SystemTime>, u64)> {
    let given = [asked.last.as_deref(), asked.providers.as_deref(), asked.postcodes.as_deref()];
    let mut files = Vec::new();
    for path in std::iter::once(asked.path.as_path()).chain(given.into_iter().flatten()) {
        look(path, &mut files);
        for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
            look(&entry.path(), &mut files);
        }
    }
    // What the check itself writes is no reason to check again.
    files.retain(|(path, ..)| asked.workbook.as_ref() != Some(path));
    files.sort();
    files
}

fn look(path: &Path, files: &mut Vec<(PathBuf, Option<SystemTime>, u64)>) {
    match std::fs::metadata(path) {
        Ok(about) if about.is_file() => files.push((path.to_owned(), about.modified().ok(), about.len())),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use returns::fault::Fault;

    use super::{Difference, difference};

    fn fault(rule: &'static str, child: &str, line: u64) -> Fault {
        Fault {
            rule,
            severity: None,
            table: "Header",
            row: Some(line - 2),
            line: Some(line),
            field: "SEX",
            child: child.to_owned(),
            value: String::new(),
            message: "The sex is not given.".into(),
            mend: "".into(),
        }
    }

    #[test]
    fn what_went_and_what_came() {
        let before = [fault("101", "A", 2), fault("101", "B", 3), fault("102", "B", 3)];
        let after = [fault("101", "A", 9), fault("102", "B", 3), fault("103", "C", 4)];
        let change = difference(&before, &after);
        assert_eq!(change, Difference { gone: vec![&before[1]], new: vec![&after[2]] });
    }

    #[test]
    fn a_fault_that_moved_is_the_same_and_one_of_two_that_went_is_gone() {
        let before = [fault("101", "A", 2), fault("101", "A", 3)];
        let after = [fault("101", "A", 7)];
        assert_eq!(difference(&before, &after).gone, [&before[1]]);
        assert_eq!(difference(&after, &before).new, [&before[1]]);
        assert_eq!(difference(&before, &before), Difference::default());
    }
}
