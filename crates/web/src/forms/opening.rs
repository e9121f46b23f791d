//! A form opened by somebody about somebody: with its passes, its draft, and what is carried from earlier.

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use calendar::display;
use chronology::PersonId;
use jiff::civil::Date;
use practice::{Answers, FieldFault, Form, Happened, Offer};
use record::events::PersonCategory;
use rules::gates::Missing;
use store::desk::SavedDraft;
use views::Around;
use views::access::{Pass, action_for, may};

use super::Sent;
use crate::App;
use crate::problem::Problem;
use crate::session::SignedIn;

/// Somebody a form is about.
pub struct About {
    /// The person's id.
    pub id: PersonId,
    /// “Morwenna Nance”.
    pub name: String,
    /// “Wenna”.
    pub short: String,
    /// “9 years 4 months”; empty where it is not known.
    pub age: String,
    /// Leave to see the record.
    pub pass: Pass,
    /// The person and those around.
    pub around: Around,
}

/// Advice beside a question.
#[derive(Clone, Debug)]
pub struct Advice {
    /// Whose part it concerns; `None`: the shared part.
    pub person: Option<PersonId>,
    /// The question's id; empty for the form as a whole.
    pub question: String,
    /// What is advised.
    pub words: String,
    /// Whether a decision is refused until it is mended.
    pub blocks: bool,
}

/// A form opened, with everything its page may show.
pub struct Opened {
    /// The application.
    pub app: App,
    /// Who opened it.
    pub signed_in: SignedIn,
    /// The practice form.
    pub form: Form,
    /// Whom it is about.
    pub people: Vec<About>,
    /// What has been sent or kept in a draft, as typed.
    pub sent: Sent,
    /// The same, as answers.
    pub answers: Answers,
    /// The draft, once something was saved.
    pub draft: Option<SavedDraft>,
    /// The last recording in the chronology when it was opened.
    pub seen: u64,
    /// Answers carried from earlier, and whose.
    pub offers: Vec<(PersonId, Offer)>,
    /// What to mend.
    pub faults: Vec<FieldFault>,
    /// What a decision lacks.
    pub missing: Vec<Missing>,
    /// Advice beside questions.
    pub hints: Vec<Advice>,
    /// What is wrong with the day or time it happened; empty if nothing.
    pub occurred_fault: String,
    /// Said above the form: that somebody else has written meanwhile.
    pub notice: Option<maud::Markup>,
    /// Today.
    pub today: Date,
}

impl Opened {
    /// A form opened about people who may not be on record yet.
    pub(crate) fn bare(app: &App, signed_in: SignedIn, form: Form, sent: Sent, answers: Answers) -> Self {
        Self {
            app: app.clone(),
            today: app.today(),
            signed_in,
            form,
            people: Vec::new(),
            sent,
            answers,
            draft: None,
            seen: 0,
            offers: Vec::new(),
            faults: Vec::new(),
            missing: Vec::new(),
            hints: Vec::new(),
            occurred_fault: String::new(),
            notice: None,
        }
    }

    /// What the main button says.
    pub fn act_words(&self) -> String {
        let names: Vec<&str> = self.people.iter().map(|person| person.short.as_str()).collect();
        let whom = match names.as_slice() {
            [] => String::new(),
            [one] => format!(" for {one}"),
            [first @ .., last] => format!(" for {} and {last}", first.join(", ")),
        };
        if self.form.decision { format!("Confirm{whom}") } else { format!("Record{whom}") }
    }

    /// Where a carried answer comes from: “Visit of Wed 18 March”.
    pub fn carried_from(&self, whose: &PersonId, offer: &Offer) -> String {
        let person = self.people.iter().find(|person| person.id == *whose);
        let entry = person.and_then(|person| person.around.timeline.counting().nth(offer.from));
        entry.map_or_else(String::new, |entry| {
            format!("{} of {}", entry.event.title(), display::weekday_date(entry.day()))
        })
    }

    /// The people a question may be answered with: id and name.
    pub fn choosable(&self, question: &practice::Question) -> Vec<(String, String)> {
        let field = question.fill.map_or(question.id.as_str(), |field| field.name);
        const TEAMS: [&str; 3] = ["team", "within", "successor"];
        const WORKERS: [&str; 14] = [
            "worker",
            "lead",
            "co_lead",
            "chair",
            "decided_by",
            "manager",
            "health_lead",
            "visited_by",
            "screened_by",
            "granted_by",
            "agreed_by",
            "override_by",
            "approved_by",
            "not_seen_agreed_by",
        ];
        let cards = if TEAMS.contains(&field) {
            self.app.views.of_category(PersonCategory::Team).unwrap_or_default()
        } else if WORKERS.contains(&field) || field.ends_with("_by") {
            self.app.views.of_category(PersonCategory::Professional).unwrap_or_default()
        } else {
            Vec::new()
        };
        let mut people: BTreeMap<String, String> =
            cards.into_iter().map(|card| (card.id, card.name)).collect();
        if people.is_empty() {
            for person in &self.people {
                people.insert(person.id.to_string(), person.name.clone());
                for (id, other) in &person.around.others {
                    if other.organisation.team_name.is_none() && !other.identity.sealed {
                        people.insert(id.to_string(), other.identity.name());
                    }
                }
            }
        }
        let mut people: Vec<(String, String)> = people.into_iter().collect();
        people.sort_by(|a, b| a.1.cmp(&b.1));
        people
    }
}

/// Opens the page of a form.
pub async fn open(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(form): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let mut sent = Sent::of_pairs(query);
    let mut opened = prepare(&app, signed_in, &form, &mut sent, true).await?;
    let draft = super::draft::of(&app, &opened.signed_in.who.person, &form, &opened.people)?;
    if let Some(draft) = draft {
        opened.sent = super::draft::pairs(&draft);
        opened.answers = opened.sent.answers(&opened.form, &ids(&opened.people));
        opened.draft = Some(draft);
        super::seeds::renew(&mut opened);
    } else {
        super::seeds::sow(&mut opened);
    }
    take_offers(&mut opened);
    super::advice::furnish(&mut opened)?;
    Ok(super::layout(&form)(&opened)?.into_response())
}

pub(super) fn ids(people: &[About]) -> Vec<PersonId> {
    people.iter().map(|person| person.id.clone()).collect()
}

/// Puts what is carried where nothing has been answered.
pub(super) fn take_offers(opened: &mut Opened) {
    for person in &opened.people {
        let events = Happened::all(&person.around.timeline);
        let offers = practice::offers(&opened.form, &events);
        let shared: Vec<Offer> =
            offers.iter().filter(|o| opened.form.shared().any(|q| q.id == o.question)).cloned().collect();
        opened.answers.shared.take(&shared);
        let own: Vec<Offer> =
            offers.iter().filter(|o| opened.form.own().any(|q| q.id == o.question)).cloned().collect();
        opened.answers.children.entry(person.id.clone()).or_default().take(&own);
        opened.offers.extend(offers.into_iter().map(|offer| (person.id.clone(), offer)));
    }
}

/// Finds the form and the people, and asks for passes.
pub(super) async fn prepare(
    app: &App,
    signed_in: SignedIn,
    form: &str,
    sent: &mut Sent,
    fresh: bool,
) -> Result<Opened, Problem> {
    let mut form = app.practice.form(form).ok_or(Problem::NotFound)?.clone();
    super::published::offer(app, &mut form)?;
    if !may(signed_in.who.role, action_for(form.event.kind)) {
        let role = record::Choices::label(signed_in.who.role).to_lowercase();
        return Err(Problem::NotAllowed(format!("“{}” is not recorded by a {role}.", form.title)));
    }
    let mut people = Vec::new();
    for id in sent.about()? {
        let pass = app.pass(&signed_in.who, &id).await?;
        let around = app.around(&pass)?;
        let identity = &around.timeline.identity;
        let age = identity.birth.map(|birth| birth.phrase(app.today(), app.leap_day())).unwrap_or_default();
        let name = around.timeline.organisation.team_name.clone().unwrap_or_else(|| identity.name());
        people.push(About {
            id: pass.person().clone(),
            name,
            short: identity.short_name(),
            age,
            pass,
            around,
        });
    }
    let given = sent.get("seen").and_then(|seen| seen.parse().ok());
    let seen = match given.filter(|_| !fresh) {
        Some(seen) => seen,
        None => app.chronology.head()?.number.0,
    };
    decides(sent, &form, &people, &signed_in);
    let answers = sent.answers(&form, &ids(&people));
    Ok(Opened { people, seen, ..Opened::bare(app, signed_in, form, sent.clone(), answers) })
}

/// Whoever opens a form is taken to be the one who decides, until they say that it is somebody else.
fn decides(sent: &mut Sent, form: &Form, people: &[About], signed_in: &SignedIn) {
    const FIELDS: [&str; 5] = ["decided_by", "screened_by", "reviewed_by", "written_by", "manager"];
    let me = signed_in.who.person.to_string();
    for question in form.questions.iter().filter(|q| q.fill.is_some_and(|field| FIELDS.contains(&field.name)))
    {
        let scopes: Vec<&str> =
            if question.shared { vec!["shared"] } else { people.iter().map(|p| p.id.as_str()).collect() };
        for scope in scopes {
            let name = format!("{scope}.{}", question.id);
            if sent.get(&name).is_none() {
                sent.set(&name, me.clone());
            }
        }
    }
}
