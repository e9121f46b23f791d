//! Choosing who to be, or signing in.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::Markup;

use crate::App;
use crate::components::errors::Mistake;

/// Shows the page.
pub(crate) async fn show(State(app): State<App>, Query(query): Query<HashMap<String, String>>) -> Markup {
    let next = query.get("next").cloned().unwrap_or_default();
    let message = if next.is_empty() {
        String::new()
    } else {
        "Sign in to go on. What you typed is kept as a draft.".to_owned()
    };
    view(&app.frame(None), &SignInPage { message, ..page(&app, next) })
}

/// Shows the page again after an account and password that are not known.
pub(crate) fn not_known(app: &App, account: &str, next: &str) -> Response {
    let mistake = Mistake::new(
        "email",
        "That address and password do not go together. Check both, or ask your administrator.",
    );
    let page =
        SignInPage { email: account.to_owned(), mistakes: vec![mistake], ..page(app, next.to_owned()) };
    (StatusCode::UNPROCESSABLE_ENTITY, [("x-onen-own", "1")], view(&app.frame(None), &page)).into_response()
}

fn page(app: &App, next: String) -> SignInPage {
    let Some(demonstration) = &app.demonstration else { return SignInPage { next, ..SignInPage::default() } };
    let persona = |(person, name, role, why): &(chronology::PersonId, String, String, String)| Persona {
        value: person.to_string(),
        name: name.clone(),
        role: role.clone(),
        why: why.clone(),
    };
    let stop = |(words, href, beneath): &(String, String, String)| TourStop {
        words: words.clone(),
        href: href.clone(),
        beneath: beneath.clone(),
    };
    SignInPage {
        personas: demonstration.personas.iter().map(persona).collect(),
        tour: demonstration.tour.iter().map(stop).collect(),
        tour_heading: "A tour in ten minutes".to_owned(),
        invented:
            "The children, families, workers and schools of this county were made by the program itself."
                .to_owned(),
        next,
        ..SignInPage::default()
    }
}
