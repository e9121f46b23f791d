//! What a validator found, printed: a line of JSON each as it comes, or a report by rule and then by child.

use std::collections::BTreeMap;
use std::io::{BufWriter, Stdout, Write};

use returns::fault::{Fault, NotChecked, Report};

use crate::output::say;

/// Where the answers go.
pub(super) enum Printed {
    /// A line each.
    Json(BufWriter<Stdout>),
    /// Kept until the end.
    People { faults: BTreeMap<&'static str, Vec<Fault>>, not_checked: Vec<NotChecked> },
}

impl Printed {
    pub(super) fn new(json: bool) -> Printed {
        if json {
            Printed::Json(BufWriter::new(std::io::stdout()))
        } else {
            Printed::People { faults: BTreeMap::new(), not_checked: Vec::new() }
        }
    }

    fn line(out: &mut BufWriter<Stdout>, line: &impl serde::Serialize) {
        let written = serde_json::to_writer(&mut *out, line).map_err(std::io::Error::from);
        if written.and_then(|()| out.write_all(b"\n")).is_err() {
            // Whoever reads may stop early.
            std::process::exit(0);
        }
    }

    /// Prints what was kept.
    pub(super) fn end(self) {
        let (faults, not_checked) = match self {
            Printed::Json(mut out) => {
                let _ = out.flush();
                return;
            }
            Printed::People { faults, not_checked } => (faults, not_checked),
        };
        for (rule, mut faults) in faults {
            let count = faults.len();
            say!("{rule}  {}  ({count})", faults[0].message);
            faults.sort_by(|one, other| {
                (&one.child, one.table, one.row).cmp(&(&other.child, other.table, other.row))
            });
            for fault in faults {
                let child = if fault.child.is_empty() { "(no child)" } else { &fault.child };
                let line = fault.line.map(|line| format!(", line {line}")).unwrap_or_default();
                say!("    {child}  {} {}{line}", fault.table, fault.field);
            }
        }
        let mut reasons: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for not in &not_checked {
            reasons.entry(not.why.clone()).or_default().push(not.rule);
        }
        for (why, rules) in reasons {
            say!("not checked: {}  {why}", rules.join(" "));
        }
    }
}

impl Report for Printed {
    fn fault(&mut self, fault: Fault) {
        match self {
            Printed::Json(out) => Self::line(out, &fault),
            Printed::People { faults, .. } => faults.entry(fault.rule).or_default().push(fault),
        }
    }

    fn not_checked(&mut self, not: NotChecked) {
        match self {
            Printed::Json(out) => Self::line(out, &not),
            Printed::People { not_checked, .. } => not_checked.push(not),
        }
    }

    fn notice(&mut self, sentence: String) {
        eprintln!("onen: {sentence}");
    }
}
