//! A published figure, counted again.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use axum::extract::{Path, State};
use calendar::display;
use chronology::{EntryId, PersonId, RecordingNumber};
use maud::Markup;
use record::events::FigurePublished;
use rules::indicators::{Indicator, indicator};
use views::{Difference, Stretch};

use super::catalogue::{published_base, published_words};
use super::reading::{figure_words, of_words, stretch_words};
use crate::App;
use crate::components::crumbs::Crumb;
use crate::components::prose::Prose;
use crate::components::stats::Stat;
use crate::pages::naming::Naming;
use crate::problem::Problem;
use crate::session::SignedIn;

/// Shows the page.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((id, entry)): Path<(String, String)>,
) -> Result<Markup, Problem> {
    super::may_see(&signed_in)?;
    let indicator = indicator(&id).ok_or(Problem::NotFound)?;
    let entry: EntryId = entry.parse().map_err(|_| Problem::NotFound)?;
    let authority = app.views.folder().timeline(&rules::threshold::authority())?;
    let mut all = authority.of::<FigurePublished>();
    let (by, said) = all
        .find(|(by, said)| by.id == entry && said.indicator.as_deref() == Some(&id))
        .ok_or(Problem::NotFound)?;
    let naming = Naming::of(&app, &signed_in.who)?;
    let at = by.occurred.instant().map(display::date_and_time).unwrap_or_default();
    let summary = format!("Published at {at}, by {}.", app.views.name(by.author()));
    let page = page(&app, &naming, indicator, said, summary)?;
    Ok(view(&app.frame(Some(&signed_in)), &page))
}

fn page(
    app: &App,
    naming: &Naming,
    indicator: &Indicator,
    said: &FigurePublished,
    summary: String,
) -> Result<PublishedPage, Problem> {
    let to = said.period_to.ok_or(Problem::NotFound)?;
    let stretch = match said.period_from {
        Some(from) => Stretch::Between(from, to),
        None => Stretch::At(to),
    };
    let known_to = RecordingNumber(u64::from(said.known_to.unwrap_or(0)));
    let recount = app.views.recount(indicator, stretch, known_to)?;
    let as_published = published_words(indicator, said);
    let base = published_base(said);
    let stat = |label: &str, figure: &views::Figure| {
        Stat::new(label, figure_words(indicator.measure, figure), of_words(indicator.measure, figure))
    };
    let mut changes = Vec::new();
    for one in &recount.differences {
        changes.push(change(app, naming, one)?);
    }
    Ok(PublishedPage {
        heading: format!("{}: {}", indicator.title, stretch_words(stretch)),
        summary,
        above: vec![
            Crumb::new("Performance", "/performance"),
            Crumb::new(indicator.title, format!("/performance/{}?tab=record", indicator.id)),
            Crumb::new("As published", ""),
        ],
        stats: vec![
            Stat::new("As published", as_published, base).large(),
            stat("Counted again as known then", &recount.then),
            stat("As known now", &recount.now),
        ],
        changes,
    })
}

fn change(app: &App, naming: &Naming, one: &Difference) -> Result<ChangeLine, Problem> {
    let id = one.person.as_str();
    let hidden = naming.hides(id);
    let words = |cases: &[(bool, String)]| {
        if cases.is_empty() {
            return "Not counted.".to_owned();
        }
        let words =
            cases.iter().map(|(met, because)| format!("{}: {because}", if *met { "In" } else { "Out" }));
        words.collect::<Vec<_>>().join(" ")
    };
    let mut entries = Vec::new();
    for (about, entry) in one.entries.iter().filter(|_| !hidden) {
        entries.push(entry_words(app, about, *entry)?);
    }
    let restricted = || "The record is restricted.".to_owned();
    Ok(ChangeLine {
        name: naming.child(id, &one.name),
        href: naming.href(id),
        then: if hidden { restricted() } else { words(&one.then) },
        now: if hidden { restricted() } else { words(&one.now) },
        entries,
    })
}

fn entry_words(app: &App, about: &PersonId, entry: EntryId) -> Result<Prose, Problem> {
    let timeline = app.views.folder().timeline(about)?;
    let Some(found) = timeline.entry(entry) else { return Ok(Prose::from(entry.to_string())) };
    let words = format!("{}, {}", found.event.title(), display::full_date(found.day()));
    let recorded = display::date_and_time(found.recorded.recorded_at);
    let href = format!("/people/{about}/timeline");
    Ok(Prose::new()
        .link(href, words)
        .quiet(format!(" recorded {recorded}, by {}", app.views.name(found.author()))))
}
