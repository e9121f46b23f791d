//! One person's record, opened to read: the pass, the moment on screen, and the header every page shares.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use calendar::{BirthDate, display};
use chronology::PersonId;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use record::events::{IdentifierScheme, Role, Sex};
use record::timeline::Stage;
use record::{Timeline, TimelineEntry};
use views::Around;
use views::access::{Action, Pass, may};

use crate::App;
use crate::components::as_at::AsAtBanner;
use crate::components::child_header::{ChildHeader, ChildPage};
use crate::components::prose::Prose;
use crate::components::{Frame, Tag, Tone};
use crate::problem::Problem;
use crate::session::SignedIn;

/// What an address may say of the moment to show.
pub(crate) type Query = axum::extract::Query<HashMap<String, String>>;

/// Findings that head every page of the record.
const SEVERE: [&str; 3] = ["no-management-entry", "unallocated", "sibling-not-referred"];

/// The address of a form about somebody, with questions already answered: each goes to the shared part or to
/// the person's own, as the form asks it.
pub(crate) fn form_href(app: &App, form: &str, person: &PersonId, answers: &[(&str, String)]) -> String {
    let mut href = format!("/forms/{form}?about={person}");
    for (question, value) in answers {
        let shared =
            app.practice.form(form).and_then(|form| form.question(question)).is_some_and(|q| q.shared);
        let scope = if shared { "shared" } else { person.as_str() };
        href.push_str(&format!("&{scope}.{question}={}", crate::problem::urlencode(value)));
    }
    href
}

/// A past moment on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    /// As things stood at the end of a day, as known now.
    AsAt(Date),
    /// As things stood and were known at a moment.
    KnownAt(Timestamp),
}

/// One person's record, opened.
pub(crate) struct Reading {
    pub(crate) app: App,
    pub(crate) signed_in: SignedIn,
    pub(crate) pass: Pass,
    pub(crate) around: Around,
    /// The day that is today on screen.
    pub(crate) today: Date,
    pub(crate) moment: Option<Moment>,
}

/// Opens a person's record at the moment an address names.
pub(crate) async fn read(
    app: App,
    signed_in: SignedIn,
    id: &str,
    query: &HashMap<String, String>,
) -> Result<Reading, Problem> {
    let person = PersonId::new(id).map_err(|_| Problem::NotFound)?;
    let pass = app.pass(&signed_in.who, &person).await?;
    let moment = moment(query)?;
    let (as_at, known_at, today) = match moment {
        None => (None, None, app.today()),
        Some(Moment::AsAt(day)) => (Some(day), None, day),
        Some(Moment::KnownAt(at)) => {
            let day = calendar::london::date_of(at);
            (Some(day), Some(at), day)
        }
    };
    let around = app.views.around(&pass, as_at, known_at)?;
    Ok(Reading { app, signed_in, pass, around, today, moment })
}

/// `as-at=2026-03-26`, `known-at=2026-03-03T09:00`, or a form's `date` and `time`.
pub(crate) fn moment(query: &HashMap<String, String>) -> Result<Option<Moment>, Problem> {
    let given = |name: &str| query.get(name).map(|text| text.trim()).filter(|text| !text.is_empty());
    let wrong = |text: &str| {
        Problem::Refused(format!(
            "“{text}” is not a moment: write a day as 2026-03-03 or 3/3/2026, and a time as 09:00"
        ))
    };
    if let Some(text) = given("as-at") {
        return text.parse().map(|day| Some(Moment::AsAt(day))).map_err(|_| wrong(text));
    }
    if let Some(text) = given("known-at") {
        if let Ok(at) = text.parse::<Timestamp>() {
            return Ok(Some(Moment::KnownAt(at)));
        }
        let local: DateTime = text.parse().map_err(|_| wrong(text))?;
        return known_at(local).map(Some).ok_or_else(|| wrong(text));
    }
    let Some(text) = given("date") else { return Ok(None) };
    let sent = crate::forms::Sent::of_pairs(vec![
        ("at.occurred".to_owned(), text.replace(' ', "/")),
        ("at.occurred.time".to_owned(), given("time").unwrap_or("23:59").to_owned()),
    ]);
    let occurred = sent.occurred("at", Timestamp::UNIX_EPOCH).map_err(Problem::Refused)?;
    Ok(occurred.instant().map(Moment::KnownAt))
}

fn known_at(local: DateTime) -> Option<Moment> {
    let zoned = calendar::london::zone().to_ambiguous_zoned(local).compatible().ok()?;
    Some(Moment::KnownAt(zoned.timestamp()))
}

impl Reading {
    pub(crate) fn person(&self) -> &PersonId {
        &self.around.person
    }

    pub(crate) fn timeline(&self) -> &Timeline {
        &self.around.timeline
    }

    pub(crate) fn frame(&self) -> Frame {
        self.app.frame(Some(&self.signed_in))
    }

    /// The person's own address.
    pub(crate) fn href(&self) -> String {
        format!("/people/{}", self.person())
    }

    /// The end of an address that keeps the moment on screen; empty for now.
    pub(crate) fn moment_query(&self) -> String {
        match self.moment {
            None => String::new(),
            Some(Moment::AsAt(day)) => format!("?as-at={day}"),
            Some(Moment::KnownAt(at)) => format!("?known-at={at}"),
        }
    }

    /// The banner of a past moment.
    pub(crate) fn banner(&self, page: ChildPage) -> Option<AsAtBanner> {
        let (moment, note) = match self.moment? {
            Moment::AsAt(day) => (
                format!("the end of {}", display::long_date(day)),
                "with what has been recorded since about that time",
            ),
            Moment::KnownAt(at) => (display::date_and_time(at), ""),
        };
        Some(AsAtBanner {
            moment,
            note: note.to_owned(),
            now_href: format!("{}{}", self.href(), page.path()),
        })
    }

    /// “M N”.
    pub(crate) fn initials(&self) -> String {
        crate::forms::initials(&self.timeline().identity.name())
    }

    /// The name by which to speak of them.
    pub(crate) fn short_name(&self) -> String {
        self.timeline().identity.short_name()
    }

    /// “her”, “his”, “their”.
    pub(crate) fn possessive(&self) -> &'static str {
        match self.timeline().identity.sex {
            Some(Sex::Female) => "her",
            Some(Sex::Male) => "his",
            _ => "their",
        }
    }

    /// “Where she is”, “Where he is”, “Where they are”.
    pub(crate) fn where_heading(&self) -> &'static str {
        match self.timeline().identity.sex {
            Some(Sex::Female) => "Where she is",
            Some(Sex::Male) => "Where he is",
            _ => "Where they are",
        }
    }

    /// The header that every page of the record wears.
    pub(crate) fn header(&self, here: ChildPage) -> ChildHeader {
        let timeline = self.timeline();
        let identity = &timeline.identity;
        let name = timeline.organisation.team_name.clone().unwrap_or_else(|| identity.name());
        let known_as = identity
            .preferred_name
            .as_ref()
            .map(|name| format!("likes to be called {name}"))
            .unwrap_or_default();
        ChildHeader {
            name,
            forename: identity
                .names
                .last()
                .and_then(|name| name.forename.clone())
                .unwrap_or_else(|| identity.short_name()),
            known_as,
            tags: self.tags(),
            facts: self.facts(),
            href: self.href(),
            here: Some(here),
            counts: vec![(ChildPage::Work, self.rules_noticing())],
            moment_query: self.moment_query(),
            may_record: self.may_record(),
        }
    }

    /// What the rules notice about this person now; nothing while a past moment is on screen.
    pub(crate) fn findings(&self) -> Vec<views::FindingRow> {
        if self.moment.is_some() {
            return Vec::new();
        }
        self.app.views.findings_of(&self.pass, self.today).unwrap_or_default()
    }

    /// The ids of the rules that notice something now, from the record already folded.
    fn noticed(&self) -> impl Iterator<Item = &'static str> {
        let now = if self.moment.is_none() { self.around.findings() } else { &[] };
        now.iter().filter(|(_, found)| found.holds_on(self.today)).map(|(rule, _)| rule.id)
    }

    /// How many rules notice something.
    fn rules_noticing(&self) -> usize {
        self.noticed().collect::<BTreeSet<_>>().len()
    }

    fn tags(&self) -> Vec<Tag> {
        let (timeline, day) = (self.timeline(), self.today);
        let mut tags = Vec::new();
        for finding in self.noticed().filter(|finding| SEVERE.contains(finding)) {
            let title = rules::findings::finding(finding).map_or(finding, |rule| rule.title);
            tags.push(Tag::new(Tone::Finding, title));
        }
        let stage = timeline.stage_on(day);
        if stage != Stage::Closed {
            tags.push(Tag::new(Tone::Standing, stage.label()));
        }
        if let Some(category) = timeline.protection_plan_on(day).and_then(|plan| plan.category()) {
            tags.push(Tag::new(Tone::Standing, category.label()));
        }
        if timeline.identity.restriction_on(day).is_some() {
            tags.push(Tag::new(Tone::Restricted, "Restricted"));
        }
        for hazard in timeline.identity.hazards.iter().filter(|hazard| hazard.span.covers(day)) {
            tags.push(Tag::new(Tone::Late, format!("Hazard: {}", hazard.what)));
        }
        if timeline.identity.paper_files.iter().any(|file| !file.scanned) {
            let unscanned = timeline.identity.paper_files.iter().filter(|file| !file.scanned).count();
            tags.push(Tag::new(Tone::Finding, format!("{unscanned} on paper, not scanned")));
        }
        tags
    }

    fn facts(&self) -> Vec<(String, Prose)> {
        let (timeline, day) = (self.timeline(), self.today);
        let identity = &timeline.identity;
        let mut facts: Vec<(String, Prose)> = Vec::new();
        if let Some(birth) = identity.birth {
            let words = match birth {
                BirthDate::Expected(_) => birth.phrase(day, self.app.leap_day()),
                _ => format!(
                    "{} ({})",
                    birth.phrase(day, self.app.leap_day()),
                    display::table_date(birth.date())
                ),
            };
            facts.push((if birth.born().is_some() { "Age" } else { "Expected" }.to_owned(), words.into()));
        }
        if let Some(died) = identity.died_on {
            facts.push(("Died".to_owned(), display::full_date(died).into()));
        }
        if let Some(number) = identity.identifier(IdentifierScheme::NhsNumber) {
            facts.push(("NHS number".to_owned(), spaced(number).into()));
        }
        if let Some(stay) = timeline.stay_on(day) {
            let place = if stay.protected {
                "Protected address".to_owned()
            } else {
                stay.address.clone().unwrap_or_else(|| "address not recorded".to_owned())
            };
            facts.push(("Lives at".to_owned(), place.into()));
        }
        if let Some(allocation) = timeline.allocation_on(day) {
            let names: Vec<String> = [&allocation.worker, &allocation.team]
                .into_iter()
                .flatten()
                .map(|id| self.name_of(id))
                .collect();
            facts.push(("Social worker".to_owned(), names.join(", ").into()));
        }
        if let Some(job) = &identity.job {
            facts.push(("Work".to_owned(), job.clone().into()));
        }
        facts
    }

    /// Whether this reader may not know who somebody around is: by how their record stands now, whatever
    /// moment is on screen.
    pub(crate) fn hidden(&self, person: &PersonId) -> bool {
        if *person == self.around.person {
            return false;
        }
        let Ok(now) = self.app.views.folder().timeline(person) else { return true };
        let who = &self.signed_in.who;
        if now.identity.sealed {
            return who.role != Role::AdoptionRecords;
        }
        let today = self.app.today();
        let Some(restriction) = now.identity.restriction_on(today) else { return false };
        let own = now.allocation_on(today).is_some_and(|a| a.worker.as_ref() == Some(&who.person));
        let listed = |id: &PersonId| restriction.allowed.contains(id);
        !own && !listed(&who.person) && !who.team.as_ref().is_some_and(listed)
    }

    /// The timeline of somebody around at the moment on screen, unless this reader may not know who it is.
    pub(crate) fn other(&self, person: &PersonId) -> Option<Arc<Timeline>> {
        if self.hidden(person) {
            return None;
        }
        self.around.others.get(person).cloned()
    }

    /// “her”, “him”, “them”.
    pub(crate) fn object(&self) -> &'static str {
        match self.possessive() {
            "her" => "her",
            "his" => "him",
            _ => "them",
        }
    }

    /// The address of a form about this person, with a question already answered.
    pub(crate) fn form(&self, form: &str, answers: &[(&str, String)]) -> String {
        form_href(&self.app, form, self.person(), answers)
    }

    /// Whether this reader may add to the record as it is on screen.
    pub(crate) fn may_record(&self) -> bool {
        may(self.signed_in.who.role, Action::Record) && self.moment.is_none()
    }

    /// Somebody's name, as far as this record knows it.
    pub(crate) fn name_of(&self, person: &PersonId) -> String {
        if self.hidden(person) {
            return "somebody whose record is restricted".to_owned();
        }
        if *person == self.around.person || self.around.others.contains_key(person) {
            return self.around.circle().name_of(person);
        }
        self.app.views.name(person)
    }

    /// What an entry says, in a line.
    pub(crate) fn line(&self, entry: &TimelineEntry) -> String {
        super::wording::line(entry, &|person| self.name_of(person))
    }
}

/// An NHS number as people read it: 999 041 7736.
fn spaced(number: &str) -> String {
    match number.get(..3).zip(number.get(3..6)).zip(number.get(6..)) {
        Some(((one, two), three)) if number.len() == 10 => format!("{one} {two} {three}"),
        _ => number.to_owned(),
    }
}
