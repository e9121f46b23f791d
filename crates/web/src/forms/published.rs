//! Lists that the authority itself publishes, as answers to choose among: the indicators of its threshold document.

use jiff::civil::Date;
use practice::{Answerable, Filled, Form};
use record::Choices;
use rules::threshold;
use serde_json::Value;

use crate::App;
use crate::problem::Problem;

/// The field that cites indicators of the threshold document.
const INDICATORS: &str = "indicators";
/// The field that names the version they are of.
const VERSION: &str = "threshold_version";

fn cites(question: &practice::Question) -> bool {
    question.fill.is_some_and(|field| field.name == INDICATORS && field.shape == "Codes")
}

/// Offers the indicators of the version in force today. Where no document is in force, the question is not asked.
pub(super) fn offer(app: &App, form: &mut Form) -> Result<(), Problem> {
    if !form.questions.iter().any(cites) {
        return Ok(());
    }
    let document = app.views.folder().timeline(&threshold::authority())?;
    let Some(version) = threshold::in_force(&document, app.today()) else {
        form.questions.retain(|question| !cites(question));
        return Ok(());
    };
    let mut listed: Vec<_> = version.said.indicators.iter().collect();
    listed.sort_by_key(|one| one.level.map(|level| level as u8));
    let options = listed.into_iter().map(|one| {
        let code = one.code.clone().unwrap_or_default().trim().to_owned();
        let level = one.level.map_or("", |level| app.practice.label("LevelOfNeed", level.code()));
        let label = format!("{code} {} ({level})", one.words.as_deref().unwrap_or_default());
        Answerable { code, label }
    });
    let options: Vec<Answerable> = options.collect();
    for question in form.questions.iter_mut().filter(|question| cites(question)) {
        question.options.clone_from(&options);
    }
    Ok(())
}

/// Names the version that the cited indicators are of: the one in force on the day.
pub(super) fn cite(app: &App, form: &Form, filled: &mut Filled, on: Date) {
    if !form.questions.iter().any(cites) {
        return;
    }
    let cites = |body: &chronology::Body| body.contains_key(INDICATORS) && !body.contains_key(VERSION);
    if !cites(&filled.shared) && !filled.own.iter().any(|(_, body)| cites(body)) {
        return;
    }
    let Ok(document) = app.views.folder().timeline(&threshold::authority()) else { return };
    let Some(version) = threshold::in_force(&document, on) else { return };
    for body in std::iter::once(&mut filled.shared).chain(filled.own.iter_mut().map(|(_, body)| body)) {
        if cites(body) {
            body.insert(VERSION.to_owned(), Value::from(version.name()));
        }
    }
}
