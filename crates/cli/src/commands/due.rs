//! `onen due`: every duty and how it stood.

use std::path::Path;

use jiff::civil::Date;
use rules::DutyState;
use serde_json::json;

use crate::authority::{Authority, today};
use crate::failure::{Answer, Failure};
use crate::output::say;

pub(crate) fn run(data: &Path, as_at: Option<Date>, json: bool) -> Result<Answer, Failure> {
    let day = as_at.unwrap_or_else(today);
    let authority = Authority::open_for_reading(data)?;
    let duties = authority.views(data)?.duties_as_at(day)?;
    for duty in duties {
        // What no longer applies is neither met nor overdue: the child has left its scope.
        let Some(state) = duty.state_on(day).filter(|state| *state != DutyState::Lapsed) else { continue };
        let stopped = duty.stopped_on.filter(|stopped| *stopped <= day);
        if json {
            say!(
                "{}",
                json!({ "person": duty.person, "timescale": duty.timescale, "started_on": duty.started_on, "due_on": duty.due_on,
                    "stopped_on": stopped, "state": state.code(), "because": duty.because })
            );
        } else {
            let due = duty.due_on.map_or_else(|| "no time".to_owned(), |due| due.to_string());
            say!("{:<8} {due:<10} {:<24} {}", state.code(), duty.person, duty.timescale);
        }
    }
    Ok(Answer::Done)
}
