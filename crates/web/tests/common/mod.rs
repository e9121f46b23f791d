//! A small authority in a folder of its own, served without a socket: for tests of pages and of the API.
//!
//! ```ignore
//! let county = common::County::new(common::NANCE);
//! let page = county.get("hannah-pascoe", "/people/morwenna-nance").await;
//! assert_eq!(page.status, 200);
//! ```

#![expect(dead_code, reason = "each file of tests uses its own part of this")]

use std::sync::{Arc, Mutex};

use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, header};
use chronology::PersonId;
use jiff::{SignedDuration, Timestamp};
use practice::Practice;
use record::Choices;
use record::events::Role;
use record::notation::{parse, resolve};
use store::Chronology;
use store::desk::{Account, Desk};
use tower::ServiceExt;
use views::Views;
use web::{App, Setup};

/// The moment at which these tests are run, unless a test moves it on: a Wednesday in British Summer Time.
pub(crate) const NOW: &str = "2026-04-01T10:00:00Z";

/// Accounts: who, what they are called, in which role, in which team.
pub(crate) const ACCOUNTS: [(&str, &str, Role, &str); 8] = [
    ("hannah-pascoe", "Hannah Pascoe", Role::SocialWorker, "west-team"),
    ("ruth-tregear", "Ruth Tregear", Role::TeamManager, "west-team"),
    ("martin-eddy", "Martin Eddy", Role::FrontDoorManager, "front-door"),
    ("helen-marrack", "Helen Marrack", Role::HeadOfService, ""),
    ("mary-vosper", "Mary Vosper", Role::ConferenceChair, ""),
    ("nia-roberts", "Nia Roberts", Role::HealthLead, ""),
    ("tom-ferris", "Tom Ferris", Role::Partner, "porthavel-primary"),
    ("ada-minto", "Ada Minto", Role::Administrator, ""),
];

/// An authority, served.
pub(crate) struct County {
    /// Kept so that the folder lives as long as the rest.
    pub(crate) folder: tempfile::TempDir,
    /// What every request shares.
    pub(crate) app: App,
    now: Arc<Mutex<Timestamp>>,
}

/// What came back.
pub(crate) struct Answer {
    /// 200, 404.
    pub(crate) status: u16,
    /// Where it leads, for a redirect.
    pub(crate) location: String,
    /// Its media type.
    pub(crate) kind: String,
    /// Its text.
    pub(crate) text: String,
}

impl County {
    /// An authority with these recordings, written in the notation; one that does not say when it was made
    /// counts as made at the end of the latest day that it tells of.
    pub(crate) fn new(notation: &str) -> Self {
        Self::under(Practice::of_county("cornwall").unwrap(), notation)
    }

    /// The same, under practice files of its own.
    pub(crate) fn under(practice: Practice, notation: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let now: Arc<Mutex<Timestamp>> = Arc::new(Mutex::new(NOW.parse().unwrap()));
        let clock: store::Clock = {
            let now = Arc::clone(&now);
            Arc::new(move || *now.lock().unwrap())
        };
        let chronology = Chronology::create(folder.path(), Arc::clone(&clock)).unwrap();
        let noted = parse(notation).unwrap_or_else(|faults| panic!("{faults:?}"));
        let drafts = resolve(&noted, chronology.head().unwrap().number.next());
        let moments: Vec<Timestamp> =
            noted.iter().map(|one| one.at.unwrap_or_else(|| last_told(one))).collect();
        chronology.append_history(drafts.into_iter().zip(moments)).unwrap();
        let desk = Desk::open(folder.path(), Arc::clone(&clock)).unwrap();
        for (person, name, role, team) in ACCOUNTS {
            desk.put_account(&Account {
                person: id(person),
                name: name.to_owned(),
                role: role.code().to_owned(),
                team: Some(team.to_owned()).filter(|team| !team.is_empty()),
                password_hash: None,
                disabled: false,
            })
            .unwrap();
        }
        let settings = Arc::new(practice.settings().clone());
        let views = Views::open(folder.path(), chronology.clone(), settings, 2).unwrap();
        let app = App::new(Setup {
            folder: folder.path().to_owned(),
            council: "Test county".to_owned(),
            chronology,
            desk,
            views,
            practice,
            clock,
            demonstration: None,
            secure: false,
        });
        Self { folder, app, now }
    }

    /// Moves the present on.
    pub(crate) fn later(&self, minutes: i64) {
        let mut now = self.now.lock().unwrap();
        *now += SignedDuration::from_mins(minutes);
    }

    /// Opens a page as somebody.
    pub(crate) async fn get(&self, who: &str, path: &str) -> Answer {
        self.send(Some(who), Method::GET, path, "").await
    }

    /// Opens a file that is not text, as somebody.
    pub(crate) async fn get_bytes(&self, who: &str, path: &str) -> Vec<u8> {
        let cookie = format!("onen={}", self.session(who));
        let request =
            Request::builder().uri(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap();
        let response = web::router(self.app.clone()).oneshot(request).await.unwrap();
        to_bytes(response.into_body(), 64 << 20).await.unwrap().to_vec()
    }

    /// Opens a page as nobody.
    pub(crate) async fn get_signed_out(&self, path: &str) -> Answer {
        self.send(None, Method::GET, path, "").await
    }

    /// Sends a form as somebody, with the proof that it came from our own page.
    pub(crate) async fn post(&self, who: &str, path: &str, pairs: &[(&str, &str)]) -> Answer {
        let token = self.session(who);
        let csrf = self.form_token(&token).await;
        let all = pairs.iter().copied().chain([("csrf", csrf.as_str())]);
        let body: Vec<String> =
            all.map(|(name, value)| format!("{}={}", coded(name), coded(value))).collect();
        self.request(Some(&token), Method::POST, path, &body.join("&")).await
    }

    /// A session of somebody: the value of the cookie.
    pub(crate) fn session(&self, who: &str) -> String {
        self.app.desk.open_session(&id(who), SignedDuration::from_hours(12)).unwrap()
    }

    async fn form_token(&self, session: &str) -> String {
        let page = self.request(Some(session), Method::GET, "/forms/person?about=", "").await;
        let page = if page.text.contains("name=\"csrf\"") {
            page
        } else {
            self.request(Some(session), Method::GET, "/people/new", "").await
        };
        let start = page.text.split("name=\"csrf\" value=\"").nth(1).unwrap_or_default();
        start.split('"').next().unwrap_or_default().to_owned()
    }

    async fn send(&self, who: Option<&str>, method: Method, path: &str, body: &str) -> Answer {
        let session = who.map(|who| self.session(who));
        self.request(session.as_deref(), method, path, body).await
    }

    /// Any request at all.
    pub(crate) async fn request(
        &self,
        session: Option<&str>,
        method: Method,
        path: &str,
        body: &str,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(session) = session {
            request = request.header(header::COOKIE, format!("onen={session}"));
        }
        if !body.is_empty() {
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        let request = request.body(Body::from(body.to_owned())).unwrap();
        let response = web::router(self.app.clone()).oneshot(request).await.unwrap();
        let said = |name| {
            response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
        };
        let (status, location, kind) =
            (response.status().as_u16(), said(header::LOCATION), said(header::CONTENT_TYPE));
        let bytes = to_bytes(response.into_body(), 64 << 20).await.unwrap();
        Answer { status, location, kind, text: String::from_utf8(bytes.to_vec()).unwrap() }
    }
}

/// An id.
pub(crate) fn id(text: &str) -> PersonId {
    PersonId::new(text).unwrap()
}

fn last_told(noted: &record::notation::Noted) -> Timestamp {
    let days = noted.draft.entries.iter().map(|entry| entry.occurred.date());
    let day = days.max().unwrap();
    day.at(23, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp()
}

/// A text as an address or a form carries it.
pub(crate) fn coded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut coded, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            coded.push(char::from(byte));
        } else {
            coded.push_str(&format!("%{byte:02X}"));
        }
        coded
    })
}

/// A family of two girls with their mother and her partner; an allocated worker; a restricted cousin; a
/// sealed record; a name that tries to be markup and a note that tries to be a formula.
pub(crate) const NANCE: &str = "
recording by helen-marrack as head_of_service at 2025-06-01T09:00:00Z
  2025-06-01 hannah-pascoe person.identified
    category: professional
    full_name: Hannah Pascoe
    job: Social worker
  2025-06-01 ruth-tregear person.identified
    category: professional
    full_name: Ruth Tregear
    job: Team manager
  2025-06-01 west-team team.opened
    name: West team
  2025-06-01 porthavel-primary person.identified
    category: agency
    full_name: Porthavel Primary
recording by martin-eddy as front_door_manager at 2026-03-02T10:20:00Z
  2026-03-02 morwenna-nance person.identified
    category: child
    forename: Morwenna
    surname: Nance
    date_of_birth: 2016-11-12
    sex: female
  2026-03-02 tegen-nance person.identified
    category: child
    forename: Tegen
    surname: Nance
    date_of_birth: 2023-01-20
    sex: female
  2026-03-02 kerra-nance person.identified
    category: adult
    forename: Kerra
    surname: Nance
    date_of_birth: 1996-06-01
    sex: female
  2026-03-02 joel-hosken person.identified
    category: adult
    forename: Joel
    surname: Hosken
    sex: male
  2026-03-02 morwenna-nance household.joined
    household: chapel-row
    address: 14 Chapel Row, Porthavel
    postcode: TR27 4ZZ
  2026-03-02 tegen-nance household.joined
    household: chapel-row
    address: 14 Chapel Row, Porthavel
    postcode: TR27 4ZZ
  2026-03-02 kerra-nance household.joined
    household: chapel-row
    address: 14 Chapel Row, Porthavel
    postcode: TR27 4ZZ
  2026-03-02 morwenna-nance relationship.recorded
    to: kerra-nance
    relation: mother
    parental_responsibility: yes
    significant: yes
  2026-03-02 tegen-nance relationship.recorded
    to: kerra-nance
    relation: mother
  2026-03-02 tegen-nance relationship.recorded
    to: joel-hosken
    relation: father
  2026-03-02 kerra-nance relationship.recorded
    to: joel-hosken
    relation: partner
  2026-03-02 morwenna-nance relationship.recorded
    to: tegen-nance
    relation: half_sibling
  2026-03-02 morwenna-nance relationship.recorded
    to: jenna-nance
    relation: cousin
  2026-03-02 morwenna-nance relationship.recorded
    to: porthavel-primary
    relation: school
  2026-03-02 09:40 morwenna-nance contact.received
    source: 2A
    referrer_name: Tom Ferris
    worry: She sits on the stairs at night
recording by helen-marrack as head_of_service at 2026-03-02T11:00:00Z
  2026-03-02 jenna-nance person.identified
    category: child
    forename: Jenna
    surname: Nance
    date_of_birth: 2015-05-05
    sex: female
  2026-03-02 jenna-nance restriction.placed
    reason: Her aunt works in this office
    allowed: ruth-tregear
    ask: helen-marrack
recording by hannah-pascoe as social_worker at 2026-03-10T16:00:00Z
  2026-03-09 15:30 morwenna-nance visit.made
    purpose: assessment
    seen: yes
    seen_alone: yes
    place: home
    words: I look after Tegen when they shout
    analysis: She is frightened
recording by hannah-pascoe as social_worker at 2026-03-20T16:00:00Z
  2026-02-14 morwenna-nance case_note.recorded
    heading: Police came to the house
    note: =HYPERLINK(\"http://example.org\")
  2026-03-20 markup person.identified
    category: child
    forename: <script>alert(1)</script>
    surname: Bolitho
    date_of_birth: 2014-02-03
recording by helen-marrack as head_of_service at 2026-03-21T09:00:00Z
  2026-03-21 old-record person.identified
    category: child
    forename: Merryn
    surname: Sleeman
  2026-03-21 old-record record.sealed
    successor: new-record
";
