//! An earlier entry opened again in its own form, to say what it should have said. Nothing is rubbed out: the
//! correction is an entry of its own, with its reason, and the record shows both.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use calendar::display;
use chronology::{Body, Draft, EntryDraft, EntryId, Live, Occurred, PersonId};
use maud::{Markup, html};
use practice::FieldFault;
use record::Typed;
use record::events::EntryCorrected;
use serde_json::Value;

use super::opening::{Opened, prepare};
use super::submit::fault;
use super::{Sent, sheet};
use crate::App;
use crate::components::errors::error_summary;
use crate::components::fields::Choice;
use crate::components::form::{Act, FormSheet, Kind, Question, actions, form, part};
use crate::components::panel::{Level, panel};
use crate::components::table::{Column, Table, table};
use crate::components::{Sheet, Title};
use crate::pages::people::reading::form_href;
use crate::pages::people::wording;
use crate::problem::Problem;
use crate::recording::{NotRecorded, record};
use crate::session::{SignedIn, check_form_token};

/// The name under which the reason is sent: no form of practice has it.
const REASON: &str = "shared.correction.reason";

/// An entry to be corrected, in its form.
struct Correcting {
    opened: Opened,
    person: PersonId,
    live: Live,
    reason_fault: String,
}

/// Shows the form with what the entry says.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((id, entry)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let mut sent = Sent::of_pairs(vec![("about".to_owned(), id.clone())]);
    let (form, person, live) = match find(&app, &signed_in, &id, &entry).await? {
        Found::InItsForm(form, person, live) => (form, person, live),
        Found::WithoutForm(entry) => {
            let person = PersonId::new(&id).map_err(|_| Problem::NotFound)?;
            let href = form_href(&app, "correction", &person, &[("entry", entry.to_string())]);
            return Ok(Redirect::to(&href).into_response());
        }
    };
    happened(&mut sent, live.occurred);
    let mut opened = prepare(&app, signed_in, &form, &mut sent, true).await?;
    opened.answers = practice::unfill(&opened.form, &[(person.clone(), live.body().clone())]).answers;
    super::advice::furnish(&mut opened)?;
    let correcting = Correcting { opened, person, live, reason_fault: String::new() };
    Ok(view(&correcting).into_response())
}

/// Records the correction, or says what to mend.
pub(crate) async fn post(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((id, entry)): Path<(String, String)>,
    mut sent: Sent,
) -> Result<Response, Problem> {
    check_form_token(&signed_in, sent.get("csrf"))?;
    let Found::InItsForm(form, person, live) = find(&app, &signed_in, &id, &entry).await? else {
        return Err(Problem::NotFound);
    };
    sent.set("about", id);
    let who = signed_in.who.clone();
    let opened = prepare(&app, signed_in, &form, &mut sent, false).await?;
    let mut correcting = Correcting { opened, person, live, reason_fault: String::new() };
    let Some(draft) = correcting.draft()? else { return Ok(correcting.mend()) };
    match record(&app, &who, draft).await {
        Ok(appended) => Ok(Redirect::to(&format!("/recorded/{}", appended.number)).into_response()),
        Err(NotRecorded::Malformed(message)) => {
            correcting.opened.faults = vec![whole(message)];
            Ok(correcting.mend())
        }
        Err(NotRecorded::Problem(problem)) => Err(problem),
        Err(other) => Err(Problem::fault(format!("{other:?}"))),
    }
}

enum Found {
    InItsForm(String, PersonId, Live),
    /// No form of practice asks what it says.
    WithoutForm(EntryId),
}

/// The entry as it stands, if this reader may see it, with the form that asks what it says: the one it was
/// written in, as far as practice still has it.
async fn find(app: &App, signed_in: &SignedIn, id: &str, entry: &str) -> Result<Found, Problem> {
    let person = PersonId::new(id).map_err(|_| Problem::NotFound)?;
    let entry: EntryId = entry.parse().map_err(|_| Problem::NotFound)?;
    let pass = app.pass(&signed_in.who, &person).await?;
    let entries = app.chronology.person(pass.person())?;
    let live = chronology::live(&entries, None).into_iter().find(|one| one.recorded.id == entry);
    let live = live.filter(Live::counts).ok_or(Problem::NotFound)?;
    let digest = live.body().get("form").and_then(Value::as_str);
    let mut forms = app.practice.forms_of_kind(&live.recorded.kind);
    let first = forms.next();
    let form = first.into_iter().chain(forms).find(|form| Some(form.digest.as_str()) == digest).or(first);
    Ok(match form {
        Some(form) => Found::InItsForm(form.id.clone(), pass.person().clone(), live),
        None => Found::WithoutForm(entry),
    })
}

/// Puts the day and time of an entry where its form asks for them.
fn happened(sent: &mut Sent, occurred: Occurred) {
    let day = occurred.date();
    for (end, value) in [
        ("quick", "other".to_owned()),
        ("day", day.day().to_string()),
        ("month", day.month().to_string()),
        ("year", day.year().to_string()),
    ] {
        sent.set(&format!("shared.occurred.{end}"), value);
    }
    if let Some(time) = occurred.time() {
        sent.set("shared.occurred.time", format!("{:02}:{:02}", time.hour(), time.minute()));
    }
}

/// Whether two bodies differ in more than the version of the form that asked.
fn says_else(one: &Body, other: &Body) -> bool {
    let said = |body: &Body| body.clone().into_iter().filter(|(name, _)| name != "form").collect::<Body>();
    said(one) != said(other)
}

fn whole(message: impl Into<String>) -> FieldFault {
    FieldFault { child: None, question: String::new(), row: None, column: None, message: message.into() }
}

impl Correcting {
    /// The recording that corrects the entry; `None` if there is something to mend first.
    fn draft(&mut self) -> Result<Option<Draft>, Problem> {
        let reason = self.opened.sent.get(REASON).unwrap_or_default().trim().to_owned();
        if reason.is_empty() {
            self.reason_fault = "Say what was wrong, and how you know".to_owned();
        }
        let occurred = self.occurred();
        let filled = match practice::fill(&self.opened.form, &self.opened.answers) {
            Ok(filled) => filled,
            Err(faults) => {
                self.opened.faults = faults;
                return Ok(None);
            }
        };
        let body = self.body(filled.bodies());
        let at = self.live.occurred;
        let changed = says_else(&body, self.live.body());
        if !changed && occurred == at && self.opened.occurred_fault.is_empty() {
            self.opened.faults = vec![whole("Nothing has been changed: change what was wrong")];
        }
        self.lacks(&body, occurred)?;
        let mends = !self.opened.faults.is_empty() || !self.opened.occurred_fault.is_empty();
        if mends || !self.reason_fault.is_empty() {
            return Ok(None);
        }
        let correction = EntryCorrected {
            entry: self.live.recorded.id,
            reason: Some(reason),
            occurred: (occurred != at).then_some(occurred),
            body: changed.then_some(Value::Object(body)),
        };
        let who = &self.opened.signed_in.who;
        let mut draft = Draft::by(who.person.clone(), record::Choices::code(who.role));
        let mut entry =
            EntryDraft::new(self.person.clone(), <EntryCorrected as Typed>::INFO.kind, self.opened.today);
        entry.body = correction.body();
        draft.entries.push(entry);
        Ok(Some(draft))
    }

    /// When it happened. What decides is asked for no day, and keeps its own.
    fn occurred(&mut self) -> Occurred {
        let at = self.live.occurred;
        if self.opened.form.decision {
            return at;
        }
        match self.opened.sent.occurred("shared", self.opened.app.now()) {
            // The boxes hold minutes; the entry may hold seconds.
            Ok(given) if given.date() == at.date() && minute(given) == minute(at) => at,
            Ok(given) => given,
            Err(fault) => {
                self.opened.occurred_fault = fault;
                at
            }
        }
    }

    /// What it should say: what the form asks, and what it does not ask as it stood.
    fn body(&self, filled: Vec<(PersonId, Body)>) -> Body {
        let stood = [(self.person.clone(), self.live.body().clone())];
        let mut body =
            practice::unfill(&self.opened.form, &stood).unasked.remove(&self.person).unwrap_or_default();
        body.extend(
            filled.into_iter().find(|(id, _)| *id == self.person).map(|(_, body)| body).unwrap_or_default(),
        );
        body
    }

    /// A corrected decision must carry what a new one must: judged as its own author's, of its own day.
    fn lacks(&mut self, body: &Body, occurred: Occurred) -> Result<(), Problem> {
        let recorded = &self.live.recorded;
        let mut draft = Draft::by(recorded.author.clone(), &recorded.role);
        let mut entry = EntryDraft::new(self.person.clone(), &recorded.kind, occurred);
        entry.body.clone_from(body);
        draft.entries.push(entry);
        let missing = self.opened.app.views.missing(&draft).map_err(Problem::from)?;
        let faults: Vec<FieldFault> = missing.iter().map(|gap| fault(&self.opened, gap)).collect();
        self.opened.faults.extend(faults);
        Ok(())
    }

    /// The page with what to mend.
    fn mend(&self) -> Response {
        (StatusCode::UNPROCESSABLE_ENTITY, [("x-onen-own", "1")], view(self)).into_response()
    }
}

fn minute(at: Occurred) -> Option<(i8, i8)> {
    at.time().map(|time| (time.hour(), time.minute()))
}

fn view(correcting: &Correcting) -> Markup {
    let opened = &correcting.opened;
    let frame = opened.app.frame(Some(&opened.signed_in));
    let asked = asked(correcting);
    let name = opened.people.first().map(|person| person.name.clone()).unwrap_or_default();
    let title = record::kind_info(&correcting.live.recorded.kind).map_or("entry", |info| info.title);
    let heading = format!("Correct: {} of {}", title, display::full_date(correcting.live.occurred.date()));
    let inside = html! {
        @if !asked.shared.questions.is_empty() { (part(&asked.shared)) }
        @for child in &asked.children { (part(child)) }
        (actions(&asked))
    };
    let main = html! {
        (error_summary(&asked.mistakes, "Nothing has been recorded yet."))
        div.on-title { div { h1 { (heading) } p.on-lead { (name) } } }
        p.on-hint { "Nothing is rubbed out. What it says now stays on the record, with your reason beside it." }
        div.on-split {
            div { (form(&frame, &asked, "", &inside)) }
            aside aria-label="As it stands" { (panel(Level::Two, "As it stands", &as_it_stands(correcting))) }
        }
    };
    let title =
        Title { error: !asked.mistakes.is_empty(), ..Title::about(super::initials(&name), "correction") };
    crate::components::frame::page(&frame, &Sheet { title, main, ..Sheet::default() })
}

/// The form as the page asks it, with the reason last.
fn asked(correcting: &Correcting) -> FormSheet {
    let opened = &correcting.opened;
    let mut asked = sheet(opened);
    let typed = opened.sent.get(REASON).unwrap_or_default();
    let mut reason =
        Question::new(Kind::LongText, REASON, "What was wrong, and how do you know?").words(typed);
    reason.error.clone_from(&correcting.reason_fault);
    if !correcting.reason_fault.is_empty() {
        asked.mistakes.push(crate::components::errors::Mistake::new(REASON, &correcting.reason_fault));
    }
    asked.shared.heading = "What it should say".to_owned();
    asked.shared.questions.push(reason);
    asked.action = format!("/people/{}/entries/{}/correct", correcting.person, correcting.live.recorded.id);
    asked.draft_href = String::new();
    asked.pick = Vec::<Choice>::new();
    asked.mistakes_note = String::new();
    asked.acts = vec![Act::primary("submit", "Record the correction")];
    asked
}

/// What the entry says now, field by field.
fn as_it_stands(correcting: &Correcting) -> Markup {
    let opened = &correcting.opened;
    let name_of = |person: &PersonId| {
        let about = opened.people.first();
        about.map_or_else(|| person.to_string(), |about| about.around.circle().name_of(person))
    };
    let recorded = &correcting.live.recorded;
    let fields = record::decode(&recorded.kind, recorded.version, correcting.live.body())
        .map(|event| wording::fields(&event, &name_of))
        .unwrap_or_default();
    let rows = fields.into_iter().map(|(label, words)| vec![html! { (label) }, html! { (words) }]);
    html! {
        p.on-small { "Recorded by " (name_of(&recorded.author)) ", " (display::date_and_time(recorded.recorded_at)) "." }
        (table(&Table::small("What the entry says now", vec![Column::new("Asked"), Column::new("Said")]).rows(rows)))
    }
}
