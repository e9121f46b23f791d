//! `onen report`: a report of the council's own, or the list of them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;
use practice::{Given, ParameterKind, Practice, Report};
use serde_json::{Map, Value, json};
use views::reports::{Cell, Limits, ReportTable};

use crate::authority::{Authority, today};
use crate::failure::{Answer, Failure};
use crate::output::say;

/// Which report, and what is asked of it.
#[derive(Args)]
#[command(override_usage = "onen report [NAME] [--PARAMETER VALUE]...")]
pub(crate) struct Asked {
    /// The report's name: its file's, without .sql; all are listed, if left out
    name: Option<String>,
    /// Each parameter by its name, as --from 2026-04-01; what is left out is as the report begins
    #[arg(value_name = "--PARAMETER VALUE", trailing_var_arg = true, allow_hyphen_values = true)]
    rest: Vec<String>,
}

pub(crate) fn run(data: &Path, asked: &Asked, json: bool) -> Result<Answer, Failure> {
    let words = Words::read(&asked.rest)?;
    let (data, json) = (words.data.as_deref().unwrap_or(data), json || words.json);
    let authority = Authority::open_for_reading(data)?;
    let Some(name) = &asked.name else {
        list(&authority.practice, json);
        return Ok(Answer::Done);
    };
    let report = authority.practice.report(name).ok_or_else(|| {
        let known: Vec<&str> = authority.practice.reports().map(|report| report.id.as_str()).collect();
        Failure(format!("“{name}” is not a report: choose from {}", known.join(", ")))
    })?;
    let given = given(report, &words.given, today())?;
    let views = authority.views(data)?;
    // Whoever runs the machine can read the files: nobody is hidden from them.
    let table = views
        .report(report, &given, &authority.practice, &BTreeSet::new(), Limits::default())
        .map_err(|problem| Failure(problem.to_string()))?;
    if json {
        say!("{}", whole(report, &given, &table));
    } else {
        for line in lines(&table) {
            say!("{line}");
        }
        if table.more {
            say!("There are more rows than these {}", table.rows.len());
        }
    }
    Ok(Answer::Done)
}

/// What stands after the report's name.
#[derive(Default)]
struct Words {
    given: Vec<(String, String)>,
    json: bool,
    data: Option<PathBuf>,
}

impl Words {
    fn read(rest: &[String]) -> Result<Self, Failure> {
        let mut words = Self::default();
        let mut rest = rest.iter();
        while let Some(word) = rest.next() {
            let Some(name) = word.strip_prefix("--").filter(|name| !name.is_empty()) else {
                return Err(Failure(format!(
                    "“{word}” stands alone: write a parameter as --from 2026-04-01"
                )));
            };
            if name == "json" {
                words.json = true;
                continue;
            }
            let (name, value) = match name.split_once('=') {
                Some((name, value)) => (name, value.to_owned()),
                None => {
                    (name, rest.next().cloned().ok_or_else(|| Failure(format!("--{name} has no value")))?)
                }
            };
            match name {
                "data" => words.data = Some(PathBuf::from(value)),
                _ => words.given.push((name.replace('-', "_"), value)),
            }
        }
        Ok(words)
    }
}

fn given(
    report: &Report,
    asked: &[(String, String)],
    today: Date,
) -> Result<BTreeMap<String, Given>, Failure> {
    let usual = report.parameters.iter().map(|one| (one.name.clone(), one.usual_on(today)));
    let mut given: BTreeMap<String, Given> = usual.collect();
    for (name, text) in asked {
        let parameter = report.parameter(name).ok_or_else(|| {
            let known: Vec<String> = report.parameters.iter().map(|one| format!("--{}", one.name)).collect();
            let known = if known.is_empty() { "nothing".to_owned() } else { known.join(", ") };
            Failure(format!("{} does not ask for --{name}: it asks for {known}", report.id))
        })?;
        given.insert(name.clone(), parameter.read(text).map_err(Failure)?);
    }
    Ok(given)
}

fn list(practice: &Practice, json: bool) {
    for report in practice.reports() {
        let kind = |kind: ParameterKind| match kind {
            ParameterKind::Date => "DATE",
            ParameterKind::Text => "WORDS",
            ParameterKind::Team => "TEAM",
            ParameterKind::WholeNumber => "NUMBER",
        };
        let asks: Vec<String> =
            report.parameters.iter().map(|one| format!("--{} {}", one.name, kind(one.kind))).collect();
        if json {
            say!(
                "{}",
                json!({ "report": report.id, "title": report.title, "about": report.about, "asks": asks })
            );
        } else {
            say!("{}  {}  {}", report.id, report.title, asks.join(" "));
        }
    }
}

fn whole(report: &Report, given: &BTreeMap<String, Given>, table: &ReportTable) -> Value {
    let value = |cell: &Cell| match cell {
        Cell::Empty => Value::Null,
        Cell::Whole(number) => json!(number),
        Cell::Real(number) => json!(number),
        Cell::Words(words) => json!(words),
    };
    let row = |row: &Vec<Cell>| -> Value {
        let pairs = table.columns.iter().zip(row).map(|(column, cell)| (column.clone(), value(cell)));
        Value::Object(pairs.collect::<Map<_, _>>())
    };
    let given: Map<String, Value> =
        given.iter().map(|(name, given)| (name.clone(), json!(given.text()))).collect();
    json!({
        "report": report.id, "title": report.title, "asked": given, "columns": table.columns,
        "rows": table.rows.iter().map(row).collect::<Vec<_>>(), "more": table.more,
    })
}

/// The rows beneath their heads, each column as wide as its widest cell.
fn lines(table: &ReportTable) -> Vec<String> {
    let cells = table.rows.iter().map(|row| row.iter().map(ToString::to_string).collect());
    let all: Vec<Vec<String>> = std::iter::once(table.columns.clone()).chain(cells).collect();
    let width = |at: usize| all.iter().map(|row| row[at].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..table.columns.len()).map(width).collect();
    let line = |row: &Vec<String>| {
        let padded: Vec<String> =
            row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        padded.join("  ").trim_end().to_owned()
    };
    all.iter().map(line).collect()
}
