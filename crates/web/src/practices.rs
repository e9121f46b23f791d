//! A demonstration in more than one practice: the same county and the same desk, in each county's words and steps. A
//! visitor's cookie says which; one that nobody asked for is not made.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use tower::ServiceExt;

use crate::App;

/// The cookie that says which practice a visitor looks at.
const COOKIE: &str = "onen-practice";
/// Where a choice is sent.
pub(crate) const PATH: &str = "/practice-shown";
/// The longest choice, in bytes.
const CHOICE_BYTES_MAX: usize = 256;

/// Makes the service of a practice, by its code; an error in words if it cannot be made.
pub type Make = Arc<dyn Fn(&str) -> Result<App, String> + Send + Sync>;

/// The services of a demonstration, each made when somebody first asks for it.
#[derive(Clone)]
struct Practices {
    first: String,
    codes: Arc<Vec<String>>,
    made: Arc<Mutex<BTreeMap<String, (App, Router)>>>,
    make: Make,
}

/// Serves a demonstration: `first` is shown until a visitor chooses another of `codes`.
pub fn router(first: (&str, App), codes: Vec<String>, make: Make) -> Router {
    let (code, app) = first;
    let made = BTreeMap::from([(code.to_owned(), (app.clone(), crate::router(app)))]);
    let practices =
        Practices { first: code.to_owned(), codes: Arc::new(codes), made: Arc::new(Mutex::new(made)), make };
    Router::new().fallback(move |request: Request| {
        let practices = practices.clone();
        async move { practices.answer(request).await }
    })
}

impl Practices {
    async fn answer(&self, request: Request) -> Response {
        if request.uri().path() == PATH && request.method() == Method::POST {
            return self.choose(request).await;
        }
        let shown =
            shown(&request).filter(|code| self.codes.contains(code)).unwrap_or_else(|| self.first.clone());
        match self.of(&shown).await {
            Ok(router) => match router.oneshot(request).await {
                Ok(response) => response,
                Err(never) => match never {},
            },
            Err(fault) => (StatusCode::INTERNAL_SERVER_ERROR, fault).into_response(),
        }
    }

    /// The service of a practice, brought up with what was recorded through another.
    async fn of(&self, code: &str) -> Result<Router, String> {
        let (practices, code) = (self.clone(), code.to_owned());
        let made = tokio::task::spawn_blocking(move || {
            let mut made = practices.made.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some((app, router)) = made.get(&code) {
                app.views.catch_up().map_err(|fault| fault.to_string())?;
                return Ok(router.clone());
            }
            let app = (practices.make)(&code)?;
            let router = crate::router(app.clone());
            made.insert(code, (app, router.clone()));
            Ok(router)
        });
        made.await.map_err(|fault| fault.to_string())?
    }

    /// Keeps a visitor's choice, and goes back to where it was made.
    async fn choose(&self, request: Request) -> Response {
        let back = request.headers().get(header::REFERER).and_then(|value| value.to_str().ok());
        let back = back.and_then(own_path).unwrap_or_else(|| "/work".to_owned());
        let Ok(body) = to_bytes(request.into_body(), CHOICE_BYTES_MAX).await else {
            return (StatusCode::BAD_REQUEST, "That is no practice.").into_response();
        };
        let body = String::from_utf8_lossy(&body).into_owned();
        let chosen = body.split('&').find_map(|pair| pair.strip_prefix("practice="));
        let Some(code) = chosen.filter(|code| self.codes.iter().any(|known| known == code)) else {
            return (StatusCode::BAD_REQUEST, "That is no practice.").into_response();
        };
        let mut response = Redirect::to(&back).into_response();
        if let Ok(cookie) =
            HeaderValue::from_str(&format!("{COOKIE}={code}; Path=/; HttpOnly; SameSite=Strict"))
        {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }
}

/// The practice that a visitor's cookie names.
fn shown(request: &Request<Body>) -> Option<String> {
    let cookies = request.headers().get_all(header::COOKIE).iter();
    let pairs = cookies.filter_map(|value| value.to_str().ok()).flat_map(|text| text.split(';'));
    let mut named = pairs.filter_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='));
    named.next().map(str::to_owned)
}

/// The path and question of an address on this service: never another's.
fn own_path(address: &str) -> Option<String> {
    let after = address.split_once("://")?.1;
    let path = &after[after.find('/')?..];
    (path.starts_with('/') && !path.starts_with("//") && path != PATH).then(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn one_goes_back_to_a_page_of_this_service() {
        for (from, to) in [
            ("http://127.0.0.1:8080/people/tegen?as-at=2026-03-02", Some("/people/tegen?as-at=2026-03-02")),
            ("http://127.0.0.1:8080", None),
            ("http://127.0.0.1:8080//evil.example/", None),
            ("nonsense", None),
        ] {
            assert_eq!(own_path(from).as_deref(), to, "{from}");
        }
    }
}
