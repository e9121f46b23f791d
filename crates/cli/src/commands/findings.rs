//! `onen findings`: every finding that held.

use std::path::Path;

use jiff::civil::Date;
use serde_json::json;

use crate::authority::{Authority, today};
use crate::failure::{Answer, Failure};
use crate::output::say;

pub(crate) fn run(data: &Path, as_at: Option<Date>, json: bool) -> Result<Answer, Failure> {
    let day = as_at.unwrap_or_else(today);
    let authority = Authority::open_for_reading(data)?;
    let findings = authority.views(data)?.findings_on(None, None, day)?;
    for finding in findings {
        if json {
            say!(
                "{}",
                json!({ "person": finding.person, "finding": finding.finding, "since": finding.since, "because": finding.because, "entries": finding.entries })
            );
        } else {
            say!("{}  {:<24} {}", finding.since, finding.person, finding.because);
        }
    }
    Ok(Answer::Done)
}
