//! What every request shares.

use std::path::PathBuf;
use std::sync::Arc;

use calendar::LeapDayBirthday;
use chronology::PersonId;
use jiff::Timestamp;
use jiff::civil::Date;
use practice::Practice;
use record::events::Role;
use store::desk::Desk;
use store::{Chronology, Clock};
use tokio::sync::oneshot;
use views::access::{Action, Denied, Pass, Who, Why, may};
use views::{Around, Views};

use crate::assets;
use crate::components::frame::{Frame, NavigationItem, Place, User};
use crate::problem::Problem;
use crate::session::SignedIn;

/// What it takes to serve one authority.
pub struct Setup {
    /// The authority's folder: uploaded files are kept in it.
    pub folder: PathBuf,
    /// The authority's name, as pages show it.
    pub council: String,
    /// The chronology.
    pub chronology: Chronology,
    /// Accounts, sessions, drafts, the access log.
    pub desk: Desk,
    /// The views.
    pub views: Views,
    /// The practice files in force.
    pub practice: Practice,
    /// The present.
    pub clock: Clock,
    /// For a demonstration: whom a visitor may be, and the tour. Nobody may sign in without a password
    /// unless this is given.
    pub demonstration: Option<Demonstration>,
    /// Whether the service is reached over TLS: session cookies are then sent over nothing else.
    pub secure: bool,
}

/// What a demonstration adds.
#[derive(Clone, Debug, Default)]
pub struct Demonstration {
    /// Whom a visitor may be: person, name, what they do, what to try.
    pub personas: Vec<(PersonId, String, String, String)>,
    /// The tour: words, address, what to look for.
    pub tour: Vec<(String, String, String)>,
    /// The practices in which it can be shown: code and name.
    pub practices: Vec<(String, String)>,
    /// The code of the one shown.
    pub practice: String,
}

/// What every request shares. Cheap to clone.
#[derive(Clone)]
pub struct App {
    inner: Arc<Setup>,
}

/// How long a reason for opening a restricted record holds, in minutes.
pub(crate) const OPEN_MINUTES: i64 = 60;

impl std::ops::Deref for App {
    type Target = Setup;
    fn deref(&self) -> &Setup {
        &self.inner
    }
}

impl App {
    /// Makes what every request shares.
    pub fn new(setup: Setup) -> Self {
        Self { inner: Arc::new(setup) }
    }

    /// The same authority in another practice, with views of its own.
    pub fn in_practice(&self, practice: Practice, views: Views, demonstration: Demonstration) -> Self {
        Self::new(Setup {
            folder: self.folder.clone(),
            council: self.council.clone(),
            chronology: self.chronology.clone(),
            desk: self.desk.clone(),
            views,
            practice,
            clock: self.clock.clone(),
            demonstration: Some(demonstration),
            secure: self.secure,
        })
    }

    /// The present moment.
    pub fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// Today, in England.
    pub fn today(&self) -> Date {
        calendar::london::date_of(self.now())
    }

    /// When those born on 29 February have their birthday.
    pub fn leap_day(&self) -> LeapDayBirthday {
        self.views.settings().leap_day
    }

    /// Leave to see somebody's record, once the look is in the log.
    pub async fn pass(&self, who: &Who, person: &PersonId) -> Result<Pass, Problem> {
        let opened = self.desk.opening(&who.person, person).map_err(Problem::fault)?;
        let why = opened.map_or(Why::Work, Why::BreakGlass);
        self.pass_because(who, person, why).await
    }

    /// Opens a restricted record for an hour, for a reason that stands in the log at every look.
    pub(crate) async fn break_glass(
        &self,
        who: &Who,
        person: &PersonId,
        reason: String,
    ) -> Result<Pass, Problem> {
        let pass = self.pass_because(who, person, Why::BreakGlass(reason.clone())).await?;
        if pass.broke_glass() {
            let until = self.now() + jiff::SignedDuration::from_mins(OPEN_MINUTES);
            for id in [person, pass.person()] {
                self.desk.keep_opening(&who.person, id, &reason, until).map_err(Problem::fault)?;
            }
        }
        Ok(pass)
    }

    /// Leave to see somebody's record for a reason.
    pub async fn pass_because(&self, who: &Who, person: &PersonId, why: Why) -> Result<Pass, Problem> {
        let (give, given) = oneshot::channel();
        self.views.pass_then(&self.desk, who, person, why, self.today(), move |pass| {
            let _ = give.send(pass);
        });
        let pass = given.await.map_err(|_| Problem::fault("the access log closed"))?;
        pass.map_err(|denied| match denied {
            Denied::Unknown => Problem::NotFound,
            Denied::Restricted { ask, may_break_glass } => {
                Problem::Restricted { person: person.clone(), ask, may_break_glass }
            }
            Denied::Fault(fault) => Problem::fault(fault),
        })
    }

    /// Somebody with those around them, as things stand now.
    pub fn around(&self, pass: &Pass) -> Result<Around, Problem> {
        self.views.around(pass, None, None).map_err(Problem::fault)
    }

    /// What is the same on every page of this request.
    pub fn frame(&self, signed_in: Option<&SignedIn>) -> Frame {
        Frame {
            council: self.council.clone(),
            user: signed_in.map(|s| User {
                name: s.who.name.clone(),
                role: self.role_words(&s.who),
                href: "/sign-out".to_owned(),
            }),
            places: signed_in.map(|s| places(&s.who)).unwrap_or_default(),
            assets: assets::for_frame(),
            idle_minutes: store::desk::IDLE_MINUTES,
            form_token: signed_in.map(|s| s.form_token.clone()).unwrap_or_default(),
            note: self
                .demonstration
                .as_ref()
                .map(|_| "Every person on these pages is invented.".to_owned())
                .unwrap_or_default(),
            practices: self.demonstration.as_ref().map(shown).unwrap_or_default(),
            build: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }

    /// “Social worker, West team”.
    pub fn role_words(&self, who: &Who) -> String {
        let role = self.practice.label("Role", record::Choices::code(who.role)).to_owned();
        match &who.team {
            Some(team) => format!("{role}, {}", self.views.name(team)),
            None => role,
        }
    }
}

/// The practices of a demonstration, for the foot of the page: code, name, and whether it is the one shown.
fn shown(demonstration: &Demonstration) -> Vec<(String, String, bool)> {
    let one = |(code, name): &(String, String)| (code.clone(), name.clone(), *code == demonstration.practice);
    demonstration.practices.iter().map(one).collect()
}

fn places(who: &Who) -> Vec<NavigationItem> {
    let item = |place, words: &str, href: String| NavigationItem { place, words: words.to_owned(), href };
    let mut places = Vec::new();
    if who.role != Role::BoardChair {
        places.push(item(Place::Work, "My work", "/work".to_owned()));
    }
    if may(who.role, Action::FrontDoor) {
        places.push(item(Place::FrontDoor, "Front door", "/front-door".to_owned()));
    }
    if who.role == Role::Partner {
        places.push(item(Place::FrontDoor, "Tell us about a child", "/partners".to_owned()));
    }
    if who.role == Role::BoardChair {
        places.push(item(Place::FrontDoor, "Disagreements", "/disagreements".to_owned()));
        places.push(item(Place::Quality, "Threshold document", "/threshold".to_owned()));
    }
    if may(who.role, Action::Search) {
        places.push(item(Place::Search, "Search", "/search".to_owned()));
    }
    if !matches!(who.role, Role::Administrator | Role::BoardChair) {
        places.push(item(Place::Meetings, "Meetings", "/meetings".to_owned()));
    }
    if may(who.role, Action::SeeTeam)
        && let Some(team) = &who.team
    {
        places.push(item(Place::Team, "Team", format!("/teams/{team}")));
    }
    if may(who.role, Action::SeePerformance) {
        places.push(item(Place::Performance, "Performance", "/performance".to_owned()));
    }
    places
}
