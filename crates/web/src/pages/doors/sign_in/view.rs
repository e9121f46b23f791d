//! The sign-in page.

use maud::{Markup, html};

use crate::components::errors::{Mistake, error_summary};
use crate::components::fields::{Field, TextAnswer, Width, text};
use crate::components::frame::form_token;
use crate::components::notice::{NoticeKind, notice};
use crate::components::panel::{Level, panel};
use crate::components::{Chrome, Frame, Sheet, Title};

/// Somebody a visitor to the demonstration can be.
#[derive(Clone, Debug)]
pub struct Persona {
    /// What is sent when chosen.
    pub value: String,
    /// "Hannah Pascoe".
    pub name: String,
    /// "Social worker, West team".
    pub role: String,
    /// "15 children, three things due now".
    pub why: String,
}

/// One stop of the guided tour.
#[derive(Clone, Debug)]
pub struct TourStop {
    /// "A school rings".
    pub words: String,
    /// Where it leads.
    pub href: String,
    /// What to look for.
    pub beneath: String,
}

/// What the sign-in page shows.
#[derive(Clone, Debug, Default)]
pub struct SignInPage {
    /// Whom a visitor can be; empty outside a demonstration.
    pub personas: Vec<Persona>,
    /// The tour; empty outside a demonstration.
    pub tour: Vec<TourStop>,
    /// A heading over the tour: "A tour in ten minutes".
    pub tour_heading: String,
    /// What the demonstration is made of. May be empty.
    pub invented: String,
    /// The address typed before, when it did not work.
    pub email: String,
    /// What to mend: field and words.
    pub mistakes: Vec<Mistake>,
    /// Where to go after, kept through the form: the page that asked for a sign-in.
    pub next: String,
    /// Said above everything: "You were signed out after 30 minutes. Your draft is kept." May be empty.
    pub message: String,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &SignInPage) -> Markup {
    let demonstration = !page.personas.is_empty();
    let main = html! {
        (error_summary(&page.mistakes, ""))
        @if !page.message.is_empty() { (notice(NoticeKind::Know, "", &[page.message.as_str().into()])) }
        @if demonstration {
            div.on-split {
                div { (personas(frame, page)) (account(frame, page)) }
                aside aria-label="Guided tour" { (tour(page)) }
            }
        } @else {
            div.on-narrow { h1 { "Sign in" } (account(frame, page)) }
        }
    };
    let name = if demonstration { "Sign in to the demonstration" } else { "Sign in" };
    let title = Title { error: !page.mistakes.is_empty(), ..Title::page(name) };
    crate::components::frame::page(
        frame,
        &Sheet { title, chrome: Chrome::SignedOut, main, ..Sheet::default() },
    )
}

fn personas(frame: &Frame, page: &SignInPage) -> Markup {
    html! {
        div.on-title {
            div {
                h1 { "One record for each child" }
                p.on-lead {
                    "One picture for everyone who keeps that child safe. "
                    "Choose who to be; nothing you do here leaves this computer."
                }
            }
        }
        form action="/sign-in/persona" method="post" {
            (form_token(frame))
            @if !page.next.is_empty() { input type="hidden" name="next" value=(page.next); }
            h2.on-hidden { "Choose a person" }
            ul.on-personas {
                @for persona in &page.personas {
                    li {
                        button.on-persona name="persona" value=(persona.value) {
                            b { (persona.name) }
                            span { (persona.role) }
                            span { (persona.why) }
                        }
                    }
                }
            }
        }
    }
}

fn account(frame: &Frame, page: &SignInPage) -> Markup {
    let error = |name: &str| {
        let found = page.mistakes.iter().find(|mistake| mistake.field == name);
        found.map(|mistake| mistake.words.clone()).unwrap_or_default()
    };
    let email = TextAnswer {
        kind: "email",
        autocomplete: "username",
        width: Width::Middle,
        ..TextAnswer::with(page.email.clone())
    };
    let password = TextAnswer {
        kind: "password",
        autocomplete: "current-password",
        width: Width::Middle,
        ..TextAnswer::default()
    };
    html! {
        form.on-box action="/sign-in" method="post" {
            (form_token(frame))
            @if !page.next.is_empty() { input type="hidden" name="next" value=(page.next); }
            h2 { "Sign in with your council account" }
            (text(&Field::new("email", "Work email address").error(error("email")), &email))
            (text(&Field::new("password", "Password").error(error("password")), &password))
            div.on-row {
                button.on-btn { "Sign in" }
                span.on-small.on-quiet { "No puzzles, no codes to copy. You may paste your password." }
            }
        }
    }
}

fn tour(page: &SignInPage) -> Markup {
    let stops = html! {
        ol.on-steps {
            @for stop in &page.tour {
                li { div { a href=(stop.href) { (stop.words) } p { (stop.beneath) } } }
            }
        }
    };
    html! {
        @if !page.tour.is_empty() { (panel(Level::Two, &page.tour_heading, &stops)) }
        @if !page.invented.is_empty() {
            (notice(NoticeKind::Know, "Everyone here is invented", &[page.invented.as_str().into()]))
        }
    }
}
