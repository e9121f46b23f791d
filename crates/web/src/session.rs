//! Who is signed in.

use argon2::Argon2;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use axum::Form;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use chronology::{Draft, EntryDraft, PersonId};
use jiff::SignedDuration;
use jiff::civil::Date;
use record::events::{PersonCategory, PersonIdentified, PostFilled, Role};
use record::{Choices, Typed};
use sha2::{Digest, Sha256};
use store::desk::Account;
use store::{Chronology, Refusal};
use views::access::Who;

use crate::App;
use crate::problem::Problem;

/// How long a session lasts at most. After it the worker signs in again and finds the draft as it was.
const SESSION_HOURS: i64 = 12;
const COOKIE: &str = "onen";

/// Somebody signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Who.
    pub who: Who,
    /// Proof that a form came from our own page: derived from the session, useless without it.
    pub form_token: String,
}

impl FromRequestParts<App> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        of(app, &parts.headers)?.ok_or(Problem::SignIn)
    }
}

/// Who is signed in, by the request's cookie.
pub fn of(app: &App, headers: &HeaderMap) -> Result<Option<SignedIn>, Problem> {
    let Some(token) = token(headers) else { return Ok(None) };
    let Some(session) = app.desk.session(&token)? else { return Ok(None) };
    let who = who(app, &session.person)?;
    Ok(who.map(|who| SignedIn { who, form_token: form_token(&token) }))
}

/// The account of a person, as somebody who asks; `None` if there is none, or it may not sign in.
pub fn who(app: &App, person: &PersonId) -> Result<Option<Who>, Problem> {
    let account = app.desk.account(person)?.filter(|account| !account.disabled);
    Ok(account.and_then(|account| {
        let team = account.team.as_deref().and_then(|team| PersonId::new(team).ok());
        Some(Who { person: account.person, name: account.name, role: Role::from_code(&account.role)?, team })
    }))
}

/// Whether a form's proof is that of the session it came with.
pub fn check_form_token(signed_in: &SignedIn, given: Option<&str>) -> Result<(), Problem> {
    if given == Some(signed_in.form_token.as_str()) { Ok(()) } else { Err(Problem::Stale) }
}

/// What the sign-in page sends.
#[derive(serde::Deserialize)]
pub struct SignInForm {
    /// A persona of a demonstration.
    #[serde(default)]
    persona: String,
    /// The account's id.
    #[serde(default)]
    email: String,
    /// The password.
    #[serde(default)]
    password: String,
    /// Where to go after.
    #[serde(default)]
    next: String,
}

/// Signs somebody in.
pub async fn sign_in(State(app): State<App>, Form(form): Form<SignInForm>) -> Result<Response, Problem> {
    let person = if let Some(demonstration) = app.demonstration.as_ref().filter(|_| !form.persona.is_empty())
    {
        let known = |persona: &&(PersonId, String, String, String)| persona.0.as_str() == form.persona;
        demonstration.personas.iter().find(known).map(|persona| persona.0.clone())
    } else {
        by_password(&app, form.email.trim(), form.password).await?
    };
    let Some(person) = person else {
        return Ok(crate::pages::doors::sign_in::not_known(&app, &form.email, &form.next));
    };
    if let Some(account) = app.desk.account(&person)? {
        put_on_record(&app.chronology, &account, app.today()).map_err(Problem::fault)?;
    }
    let token = app.desk.open_session(&person, SignedDuration::from_hours(SESSION_HOURS))?;
    let home = Redirect::to(if safe(&form.next) { &form.next } else { "/work" });
    Ok(with_cookie(home.into_response(), &cookie(&app, &token, SESSION_HOURS * 3600)))
}

/// Keeps somebody signed in: being asked for is enough.
pub async fn stay(_signed_in: SignedIn) -> StatusCode {
    StatusCode::NO_CONTENT
}

/// Puts an account's worker on record, if nothing is recorded of them yet: gates and allocations ask who somebody
/// is and which post they hold.
///
/// # Errors
/// If the record cannot be read, or somebody else holds it to write.
pub fn put_on_record(chronology: &Chronology, account: &Account, today: Date) -> Result<(), Refusal> {
    if !chronology.person(&account.person)?.is_empty() {
        return Ok(());
    }
    let (forename, surname) = match account.name.rsplit_once(' ') {
        Some((forename, surname)) => (forename, Some(surname.to_owned())),
        None => (account.name.as_str(), None),
    };
    let who = PersonIdentified {
        category: Some(PersonCategory::Professional),
        forename: Some(forename.to_owned()),
        surname,
        ..PersonIdentified::default()
    };
    let team = account.team.as_deref().and_then(|team| PersonId::new(team).ok());
    let post = PostFilled { role: Role::from_code(&account.role), team, ..PostFilled::default() };
    let onen = PersonId::new("onen").map_err(|fault| Refusal::Fault(fault.to_string()))?;
    let mut draft = Draft::by(onen, Role::Administrator.code());
    for (kind, body) in [
        (<PersonIdentified as Typed>::INFO.kind, who.body()),
        (<PostFilled as Typed>::INFO.kind, post.body()),
    ] {
        let mut entry = EntryDraft::new(account.person.clone(), kind, today);
        entry.body = body;
        draft.entries.push(entry);
    }
    chronology.append(draft).map(|_| ())
}

/// Signs somebody out.
pub async fn sign_out(State(app): State<App>, headers: HeaderMap) -> Result<Response, Problem> {
    if let Some(token) = token(&headers) {
        app.desk.revoke_session(&token)?;
    }
    Ok(with_cookie(Redirect::to("/sign-in").into_response(), &cookie(&app, "", 0)))
}

/// A password as it is kept: Argon2id, with a salt of its own.
pub fn hash_password(password: &str) -> anyhow::Result<String> {
    let mut salt = [0_u8; 16];
    getrandom::fill(&mut salt).map_err(|fault| anyhow::anyhow!("no random bytes: {fault}"))?;
    let salt = SaltString::encode_b64(&salt).map_err(|fault| anyhow::anyhow!("{fault}"))?;
    let hash = Argon2::default().hash_password(password.as_bytes(), &salt);
    Ok(hash.map_err(|fault| anyhow::anyhow!("{fault}"))?.to_string())
}

/// A password that nobody has, so that an unknown account takes as long to refuse as a wrong password.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZSBzYWx0IGhlcmU$1Ht1cDbVbVdTN1qTU7Q0lq4ZbS4gqkU6y8m2Yw0xgW0";

async fn by_password(app: &App, account: &str, password: String) -> Result<Option<PersonId>, Problem> {
    let name = account.split('@').next().unwrap_or_default().to_lowercase().replace(['.', '_', ' '], "-");
    let account = PersonId::new(&name).ok().map(|id| app.desk.account(&id)).transpose()?.flatten();
    let account = account.filter(|account| !account.disabled && account.password_hash.is_some());
    let hash = account
        .as_ref()
        .and_then(|account| account.password_hash.clone())
        .unwrap_or_else(|| NOBODY.to_owned());
    let right = tokio::task::spawn_blocking(move || {
        PasswordHash::new(&hash)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
    });
    let right = right.await.map_err(Problem::fault)?;
    Ok(account.filter(|_| right).map(|account| account.person))
}

fn token(headers: &HeaderMap) -> Option<String> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies.flat_map(|line| line.split(';')).find_map(|pair| {
        let (name, value) = pair.trim().split_once('=')?;
        (name == COOKIE && !value.is_empty()).then(|| value.to_owned())
    })
}

fn form_token(token: &str) -> String {
    let digest = Sha256::digest(format!("onen form {token}"));
    digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

fn cookie(app: &App, token: &str, seconds: i64) -> String {
    let secure = if app.secure { "; Secure" } else { "" };
    format!("{COOKIE}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}")
}

fn with_cookie(mut response: Response, cookie: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

/// Only ever back to a page of ours.
fn safe(next: &str) -> bool {
    next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains(['\\', '\r', '\n'])
        && !next.starts_with("/sign-")
}
