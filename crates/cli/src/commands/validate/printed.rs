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
            faults.sort_by(|one, other| place(one).cmp(&place(other)));
            // A row with several values at fault is one line.
            let rows: Vec<&[Fault]> = faults.chunk_by(|one, other| place(one) == place(other)).collect();
            say!("{rule}  {}  ({})", faults[0].message, rows.len());
            for row in rows {
                let first = &row[0];
                let child = match (first.child.as_str(), first.row) {
                    ("", None) if first.line.is_none() => "(the return)",
                    ("", _) => "(no child)",
                    (child, _) => child,
                };
                let fields: Vec<&str> = row.iter().map(|fault| fault.field).collect();
                let line = row.iter().filter_map(|fault| fault.line).min();
                let line = line.map(|line| format!(", line {line}")).unwrap_or_default();
                say!("    {child}  {} {}{line}", first.table, fields.join(", "));
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

/// What tells one row from another.
fn place(fault: &Fault) -> (&str, &str, Option<u64>) {
    (&fault.child, fault.table, fault.row)
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
