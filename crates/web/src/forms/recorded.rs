//! What was recorded: where every form leads.

use std::collections::BTreeSet;

use axum::extract::{Path, State};
use chronology::RecordingNumber;
use maud::{Markup, html};

use crate::App;
use crate::components::{Sheet, Title};
use crate::problem::Problem;
use crate::session::SignedIn;

/// Shows it, to somebody who may open the record of everybody it is about.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(number): Path<u64>,
) -> Result<Markup, Problem> {
    let entries = app.chronology.entries_of_recording(RecordingNumber(number))?;
    let about: BTreeSet<_> = entries.iter().map(|entry| entry.about.clone()).collect();
    for person in &about {
        app.pass(&signed_in.who, person).await?;
    }
    if about.is_empty() {
        return Err(Problem::NotFound);
    }
    let main = html! {
        div.on-narrow {
            h1 { "Recorded" }
            ul { @for entry in &entries {
                li { a href={ "/people/" (entry.about) } { (app.views.name(&entry.about)) } ": " (record::kind_info(&entry.kind).map_or(entry.kind.as_str(), |info| info.title)) }
            } }
        }
    };
    let frame = app.frame(Some(&signed_in));
    Ok(crate::components::frame::page(
        &frame,
        &Sheet { title: Title::page("Recorded"), main, ..Sheet::default() },
    ))
}
