//! What a page answers instead of itself: not found, not allowed, sign in first, refused, our fault.
//!
//! A *refusal* tells the worker what to mend. A *fault* is ours: it shows a reference and what still works,
//! and its detail goes to the log, never to the page.

use std::fmt::Display;

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use chronology::PersonId;

use crate::App;
use crate::components::card::Fact;
use crate::components::fields::Choice;
use crate::pages::doors::{denied, not_found, refused, trouble};
use crate::session;

/// Why a page is not shown.
#[derive(Clone, Debug)]
pub enum Problem {
    /// Nothing is there, or nothing this worker may know of: the two look the same.
    NotFound,
    /// Sign in first, and come back here.
    SignIn,
    /// The form did not come from our own page, or the page has been open too long.
    Stale,
    /// The record is restricted.
    Restricted {
        /// Whose record was asked for: the page never says it.
        person: PersonId,
        /// Whom to ask.
        ask: Option<PersonId>,
        /// Whether this role may break the glass.
        may_break_glass: bool,
    },
    /// This role may not do that: a sentence saying who may.
    NotAllowed(String),
    /// The request cannot be understood: a sentence naming what.
    Refused(String),
    /// Our fault.
    Fault(String),
}

impl Problem {
    /// A fault of ours.
    pub fn fault(fault: impl Display) -> Self {
        Self::Fault(fault.to_string())
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Stale | Self::Restricted { .. } | Self::NotAllowed(_) => StatusCode::FORBIDDEN,
            Self::Refused(_) => StatusCode::BAD_REQUEST,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<views::ViewFault> for Problem {
    fn from(fault: views::ViewFault) -> Self {
        Self::fault(fault)
    }
}

impl From<store::ReadFault> for Problem {
    fn from(fault: store::ReadFault) -> Self {
        Self::fault(fault)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Dresses every problem as a page (or, under `/api/`, as problem details), and every answer in the headers
/// that keep other sites and shared screens out.
pub async fn dress(State(app): State<App>, request: Request, next: Next) -> Response {
    let path = request.uri().path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
    let headers = request.headers().clone();
    let api = path.starts_with("/api/");
    let asset = path.starts_with("/assets/");
    let mut response = next.run(request).await;
    if response.extensions().get::<Problem>().is_none() && !api {
        let plain = match response.status() {
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Some(Problem::NotFound),
            StatusCode::PAYLOAD_TOO_LARGE => {
                Some(Problem::Refused("What was sent is too large: 12 MB is the most".to_owned()))
            }
            status if status.is_client_error() => {
                Some(Problem::Refused("What was sent could not be understood".to_owned()))
            }
            _ => None,
        };
        if let Some(problem) = plain.filter(|_| response.headers().get("x-onen-own").is_none()) {
            response.extensions_mut().insert(problem);
        }
    }
    if let Some(problem) = response.extensions().get::<Problem>().cloned() {
        let signed_in = session::of(&app, &headers).ok().flatten();
        response =
            if api { crate::api::problem(&problem) } else { page(&app, signed_in.as_ref(), &problem, &path) };
    }
    guard(&mut response, asset);
    response
}

fn page(app: &App, signed_in: Option<&session::SignedIn>, problem: &Problem, path: &str) -> Response {
    let frame = app.frame(signed_in);
    let status = problem.status();
    let markup = match problem {
        Problem::SignIn => {
            let next = if path == "/" { String::new() } else { format!("?next={}", urlencode(path)) };
            return Redirect::to(&format!("/sign-in{next}")).into_response();
        }
        Problem::NotFound => not_found::view(&frame, &not_found::NotFoundPage::default()),
        Problem::Restricted { person, ask, may_break_glass } => {
            denied::view(&frame, &denied_page(app, person, ask.as_ref(), *may_break_glass))
        }
        Problem::Stale => refused::view(
            &frame,
            &refused("This page was open for too long", "Go back, reload the page and send it again."),
        ),
        Problem::NotAllowed(why) => refused::view(&frame, &refused("That is not yours to do", why)),
        Problem::Refused(why) => refused::view(&frame, &refused("That could not be understood", why)),
        Problem::Fault(detail) => {
            let number = reference(app);
            eprintln!("fault {number} at {path}: {detail}");
            trouble::view(
                &frame,
                &trouble::TroublePage {
                    happened: "The page could not be made.".to_owned(),
                    works: vec!["Your own work, and every other record.".to_owned()],
                    number,
                    ..trouble::TroublePage::default()
                },
            )
        }
    };
    (status, markup).into_response()
}

fn refused(heading: &str, why: &str) -> refused::RefusedPage {
    refused::RefusedPage { heading: heading.to_owned(), why: why.to_owned() }
}

/// The same words for everyone: nothing here may depend on whose record it is.
pub(crate) fn denied_page(
    app: &App,
    person: &PersonId,
    ask: Option<&PersonId>,
    may_break_glass: bool,
) -> denied::DeniedPage {
    let who =
        ask.map_or_else(|| "Your manager, or the head of service".to_owned(), |ask| app.views.name(ask));
    let reasons = [
        ("danger", "A child is in danger now"),
        ("duty", "I am on duty and nobody entitled can be reached"),
        ("court", "A court or the police need an answer today"),
    ];
    denied::DeniedPage {
        ask: vec![Fact::new("Ask", who)],
        open_href: if may_break_glass { format!("/people/{person}/break-glass") } else { String::new() },
        reasons: reasons.map(|(value, words)| Choice::new(value, words)).into(),
        open_for: format!("{} minutes", crate::app::OPEN_MINUTES),
        follows: vec![
            "Your name, the time and your reason stand in the record for everybody who may open it.".into(),
            "The head of service is told the same day.".into(),
        ],
        kept: "That you came to this page is kept too.".to_owned(),
        ..denied::DeniedPage::default()
    }
}

fn reference(app: &App) -> String {
    format!("F{}", app.now().as_millisecond() % 100_000_000)
}

fn guard(response: &mut Response, asset: bool) {
    const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    let headers = response.headers_mut();
    let mut set = |name, value| headers.insert(name, HeaderValue::from_static(value));
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "same-origin");
    set(header::X_FRAME_OPTIONS, "DENY");
    if !asset {
        set(header::CACHE_CONTROL, "no-store");
    }
}

/// A text as part of an address.
pub fn urlencode(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    text.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
