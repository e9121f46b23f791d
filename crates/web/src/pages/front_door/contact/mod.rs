//! One contact about everyone in a household.

mod household;
mod samples;
mod view;
mod writing;

pub use samples::samples;
pub use view::*;

use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use calendar::display;
use chronology::PersonId;
use maud::Markup;
use practice::FieldFault;
use views::access::{Action, may};

use self::household::{Row, rows, seeded};
use crate::App;
use crate::components::aside::{Aside, Beside, SidePanel};
use crate::components::crumbs::Crumb;
use crate::components::form::{Act, FormSheet, Kind, Part, Question};
use crate::components::gates::Gate;
use crate::components::log::LogLine;
use crate::components::prose::Prose;
use crate::components::{Nearness, When};
use crate::forms::{Opened, Sent, initials, sheet};
use crate::problem::Problem;
use crate::recording::{NotRecorded, record};
use crate::session::{SignedIn, check_form_token};

/// The practice form that each child's part answers.
const FORM: &str = "contact";

/// Opens the page, with the household of somebody already known if the address names one.
pub(crate) async fn open(
    State(app): State<App>,
    signed_in: SignedIn,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Markup, Problem> {
    allowed(&signed_in)?;
    let mut sent = match draft(&app, &signed_in)? {
        Some(draft) if !query.contains_key("about") => crate::forms::draft_pairs(&draft),
        _ => Sent::default(),
    };
    if let Some(about) = query.get("about").and_then(|id| PersonId::new(id).ok()) {
        let pass = app.pass(&signed_in.who, &about).await?;
        seeded(&app, &pass, &mut sent)?;
    }
    page(&app, signed_in, &sent, &[], None)
}

/// Takes what was typed: looks people up, keeps it, or records it.
pub(crate) async fn post(
    State(app): State<App>,
    signed_in: SignedIn,
    sent: Sent,
) -> Result<Response, Problem> {
    allowed(&signed_in)?;
    check_form_token(&signed_in, sent.get("csrf"))?;
    let draft = crate::forms::keep_draft(&app, &signed_in.who.person, FORM, &sent)?;
    if sent.get("add").is_some() {
        return Ok(page(&app, signed_in, &sent, &[], None)?.into_response());
    }
    if sent.get("do") == Some("save") {
        return Ok(Redirect::to("/work?saved=draft").into_response());
    }
    let household = rows(&app, &sent)?;
    let form = app.practice.form(FORM).ok_or(Problem::NotFound)?;
    let written = match writing::recording(&app, &signed_in, form, &sent, &household) {
        Ok(written) => written,
        Err(faults) => return mend(&app, signed_in, &sent, &faults),
    };
    match record(&app, &signed_in.who, written).await {
        Ok(appended) => {
            app.desk.discard_draft(&draft.id)?;
            Ok(Redirect::to(&format!("/recorded/{}", appended.number)).into_response())
        }
        Err(NotRecorded::Problem(problem)) => Err(problem),
        Err(NotRecorded::Malformed(message)) => mend(&app, signed_in, &sent, &[whole(message)]),
        Err(NotRecorded::Missing(missing)) => {
            let faults: Vec<FieldFault> = missing.into_iter().map(|gap| whole(gap.message)).collect();
            mend(&app, signed_in, &sent, &faults)
        }
        Err(NotRecorded::Stale(_)) => mend(
            &app,
            signed_in,
            &sent,
            &[whole("Somebody else has recorded something since: read it, then send again".to_owned())],
        ),
    }
}

fn allowed(signed_in: &SignedIn) -> Result<(), Problem> {
    if may(signed_in.who.role, Action::Record) { Ok(()) } else { Err(Problem::NotFound) }
}

fn draft(app: &App, signed_in: &SignedIn) -> Result<Option<store::desk::SavedDraft>, Problem> {
    let drafts = app.desk.drafts_of(&signed_in.who.person)?;
    Ok(drafts
        .into_iter()
        .find(|draft| draft.form == FORM && draft.about.as_array().is_some_and(Vec::is_empty)))
}

fn whole(message: String) -> FieldFault {
    FieldFault { child: None, question: String::new(), row: None, column: None, message }
}

fn mend(app: &App, signed_in: SignedIn, sent: &Sent, faults: &[FieldFault]) -> Result<Response, Problem> {
    let saved = Some("What you typed is kept as a draft.");
    let page = page(app, signed_in, sent, faults, saved)?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, [("x-onen-own", "1")], page).into_response())
}

fn page(
    app: &App,
    signed_in: SignedIn,
    sent: &Sent,
    faults: &[FieldFault],
    note: Option<&str>,
) -> Result<Markup, Problem> {
    let household = rows(app, sent)?;
    let children: Vec<&Row> = household.iter().filter(|row| row.is_child() && !row.undecided()).collect();
    let asked = asked(app, &signed_in, sent, &children, faults, note)?;
    let today = app.today();
    let due = calendar::working_days::add_working_days(today, 1);
    let names: Vec<&str> = household.iter().map(|row| row.name.as_str()).collect();
    let from = sent.get("shared.referrer_name").map(|name| format!("Contact from {name}"));
    let shown = ContactPage {
        crumbs: vec![Crumb::new("Front door", "/front-door"), Crumb::new("New contact", "")],
        initials: names.first().map(|name| initials(name)).unwrap_or_default(),
        heading: from.unwrap_or_else(|| "New contact".to_owned()),
        summary: format!("{}. Write while they talk; nothing needs its order.", display::long_date(today)),
        due: Some(When::new(
            Nearness::Soon,
            display::weekday_date(due),
            "manager’s decision due, one working day",
        )),
        household: household::groups(app, &household, today),
        parts: household::parts(),
        beside: beside(&household, &children, &asked),
        sheet: asked,
    };
    Ok(view(&app.frame(Some(&signed_in)), &shown))
}

/// The practice form's questions, with the address the household lives at.
fn asked(
    app: &App,
    signed_in: &SignedIn,
    sent: &Sent,
    children: &[&Row],
    faults: &[FieldFault],
    note: Option<&str>,
) -> Result<FormSheet, Problem> {
    let form = app.practice.form(FORM).ok_or(Problem::NotFound)?.clone();
    let scopes: Vec<PersonId> = children.iter().map(|row| row.scope.clone()).collect();
    let answers = sent.answers(&form, &scopes);
    let mut opened = Opened::bare(app, signed_in.clone(), form, sent.clone(), answers);
    opened.faults = faults.to_vec();
    let mut asked = sheet(&opened);
    asked.action = "/contacts/new".to_owned();
    asked.shared.questions.retain(|question| question.id() != "referrer");
    asked.shared.questions.extend([
        Question::new(Kind::Text, "shared.address", "Address of the household")
            .words(sent.get("shared.address").unwrap_or_default()),
        Question::new(Kind::Text, "shared.postcode", "Postcode")
            .optional()
            .words(sent.get("shared.postcode").unwrap_or_default()),
    ]);
    asked.children = children.iter().map(|row| child(&opened, row)).collect();
    asked.mistakes_note = note.unwrap_or_default().to_owned();
    let names: Vec<&str> = children.iter().map(|row| row.short()).collect();
    let whom = if names.is_empty() { String::new() } else { format!(" for {}", names.join(", ")) };
    asked.acts =
        vec![Act::primary("submit", format!("Record{whom}")), Act::secondary("save", "Save for later")];
    Ok(asked)
}

fn child(opened: &Opened, row: &Row) -> Part {
    let questions =
        opened.form.own().map(|question| crate::forms::asked(opened, Some(&row.scope), question)).collect();
    Part {
        scope: row.scope.to_string(),
        heading: row.name.clone(),
        short: row.short().to_owned(),
        age: row.age(opened.today),
        questions,
        ..Part::default()
    }
}

/// What is still open before it is sent. A contact may be sent with gaps: the manager sees each one.
fn beside(household: &[Row], children: &[&Row], asked: &FormSheet) -> Aside {
    let mut gates = Vec::new();
    for (place, row) in household.iter().enumerate().filter(|(_, row)| row.undecided()) {
        let words = Prose::new()
            .text("Until then nothing we know is beside this call. ")
            .link(format!("#shared.household.{place}.person"), "Choose");
        gates.push(Gate::missing(format!("{}: say who this is", row.short()), words));
    }
    for part in &asked.children {
        let worried = part.get("worry").is_some_and(|question| !question.answer.words.is_empty());
        if !worried {
            let link = Prose::new().link(format!("#{}.worry", part.scope), "Write it");
            gates.push(Gate::missing(
                format!("{}: say what worries them, or that nothing was said", part.short),
                link,
            ));
        }
    }
    if children.is_empty() {
        gates.push(Gate::missing(
            "Name each child of the household",
            Prose::new().text("A contact is about children; write down each who lives there."),
        ));
    }
    if !household.iter().any(|row| row.part.contains("father")) {
        gates.push(Gate::missing(
            "Ask who the father is, and where",
            Prose::new().text("Add him above, if he lives elsewhere too."),
        ));
    }
    let history: Vec<LogLine> = household.iter().flat_map(|row| row.history.iter().cloned()).collect();
    Aside {
        label: "Before this is sent".to_owned(),
        gates_heading: "Before you send it".to_owned(),
        gates,
        gates_note: "You may send it with gaps. The manager sees each one.".into(),
        panels: vec![SidePanel::new("What came before", Beside::Log(history))],
        ..Aside::default()
    }
}
