//! Pages about the service itself: help, accessibility, who can see what, restricted records.

use axum::Router;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::routing::get;
use calendar::display;
use chronology::PersonId;
use maud::{Markup, html};
use views::access::{Action, may};

use crate::App;
use crate::components::table::{Column, Table, linked, table};
use crate::components::title::title;
use crate::components::{Chrome, Sheet, Title};
use crate::problem::Problem;
use crate::session::{self, SignedIn};

/// The most emergency openings shown.
const OPENINGS_MAX: usize = 200;

/// The addresses of this area.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/help", get(help))
        .route("/accessibility", get(accessibility))
        .route("/privacy", get(privacy))
        .route("/access/restricted", get(restricted))
        .route("/access/openings", get(openings))
}

/// A page that anybody may read, signed in or not.
fn page(app: &App, headers: &HeaderMap, name: &str, inside: &Markup) -> Result<Markup, Problem> {
    let signed_in = session::of(app, headers)?;
    let main = html! { div.on-narrow { h1 { (name) } (inside) } };
    let chrome = if signed_in.is_some() { Chrome::Whole } else { Chrome::SignedOut };
    let sheet = Sheet { title: Title::page(name), chrome, main, ..Sheet::default() };
    Ok(crate::components::frame::page(&app.frame(signed_in.as_ref()), &sheet))
}

async fn help(State(app): State<App>, headers: HeaderMap) -> Result<Markup, Problem> {
    let door = app.practice.word("front_door");
    page(
        &app,
        &headers,
        "Help",
        &html! {
            p.on-lead { "If a child is in danger now, ring 999 before you write anything down." }
            h2 { "Whom to ask" }
            ul {
                li { "About a child: their named worker, whose name heads the record; otherwise the " (door) "." }
                li { "About a record that you may not open: the person named on the page that says so." }
                li { "About signing in: whoever manages accounts in " (app.council) ". They can end a session and set a new password." }
            }
            h2 { "How things work" }
            ul {
                li { "What you type in a form is kept as a draft every second or so, and stays under My work until you record it or throw it away." }
                li { "What is recorded is never changed. A mistake is corrected, or withdrawn, by a further entry that says why: both stay to be read." }
                li { "“Why?” beside a date shows the rule, the day it counts from, and the reckoning." }
                li { "“As at…” on a record shows it as it was known at any moment. Nothing can be recorded meanwhile." }
            }
            h2 { "When a page does not come" }
            p { "Reload it. A page that could not be made shows a number: give it to whoever runs the service, who can find what happened by it." }
        },
    )
}

async fn accessibility(State(app): State<App>, headers: HeaderMap) -> Result<Markup, Problem> {
    page(
        &app,
        &headers,
        "Accessibility statement",
        &html! {
            p.on-lead { "Everything here is meant to work by keyboard alone, with a screen reader, at four times the size, and without scripts." }
            h2 { "What we build to" }
            p { "The Web Content Accessibility Guidelines 2.2, level AA. Every page has one main heading, landmarks, labels that are read out with their fields, and errors that are listed first and beside the field." }
            h2 { "What is checked, and what is not" }
            ul {
                li { "Headings, labels, names of links and buttons, and the order of reading are checked by tests on every page design." }
                li { "Nobody outside has audited the service yet. Until somebody has, this statement claims no more than that it was built to the guidelines." }
            }
            h2 { "Known to be hard" }
            ul {
                li { "A large family picture scrolls sideways; the list beneath it says the same." }
                li { "A child’s drawing has only the description that a worker wrote." }
            }
            h2 { "If something stands in your way" }
            p { "Tell whoever manages accounts in " (app.council) ". If they do not answer, the Equality Advisory and Support Service can help: telephone 0808 800 0082." }
        },
    )
}

async fn privacy(State(app): State<App>, headers: HeaderMap) -> Result<Markup, Problem> {
    page(
        &app,
        &headers,
        "Who can see what I do here",
        &html! {
            p.on-lead { "Each time you open somebody’s record it is written down before the page is shown: who, when, in which role, and by what right." }
            ul {
                li { "Everybody who may open a record can read who has opened it, on its Access page. The young person may be shown that page." }
                li { "A restricted record opened with a reason is marked as such there, with the reason." }
                li { "What you record carries your name and role, and cannot be taken back: only corrected or withdrawn, with both kept." }
                li { "Drafts are seen by you alone." }
                li { "What you type into the search box is not kept, unless you go on to add somebody: then it is kept with their new record." }
                li { "One cookie keeps you signed in. There is no other, and nothing is fetched from anywhere else." }
            }
            h2 { "Whose information this is" }
            p { (app.council) " answers for it. Anybody may ask what is held about them; whoever manages the records can show a whole record, as it is and as it was known at any moment." }
        },
    )
}

async fn restricted(State(app): State<App>, headers: HeaderMap) -> Result<Markup, Problem> {
    page(
        &app,
        &headers,
        "Restricted records",
        &html! {
            p.on-lead { "Some records may be opened only by those named for them: a worker’s own family, somebody in hiding, a child adopted." }
            ul {
                li { "A search counts them last and says nothing else, in the same words for everyone." }
                li { "If a child may be at risk, ask your manager or the front-door manager, who can find out whether it is the same child." }
                li { "If it cannot wait, and your role allows it, open the record from the page that refuses you: you give a reason, it opens for an hour, and the reason stands where everybody entitled can read it." }
                li { "Never make a second record because the first is restricted." }
            }
        },
    )
}

/// Every restricted record opened in an emergency, for those who answer for it.
async fn openings(State(app): State<App>, signed_in: SignedIn) -> Result<Markup, Problem> {
    if !may(signed_in.who.role, Action::Restrict) {
        return Err(Problem::NotAllowed("Emergency openings are looked at by managers.".to_owned()));
    }
    let looks = app.desk.broken_glass(None, OPENINGS_MAX)?;
    let columns = vec![
        Column::new("When").width(20),
        Column::new("Who").width(25),
        Column::new("Whose record").short("Record").width(20),
        Column::new("The reason given").short("Reason"),
    ];
    let name = |id: &PersonId| app.views.name(id);
    let rows = looks.iter().map(|look| {
        let wall = calendar::london::wall_clock(look.at);
        vec![
            html! { (display::table_date(wall.date())) ", " (display::time(wall.time())) },
            html! { (name(&look.look.who)) small { (app.practice.label("Role", &look.look.role)) } },
            // The id alone: whoever looks into it opens the record with a reason of their own.
            linked(look.look.whom.as_str(), &format!("/people/{}/access", look.look.whom), ""),
            html! { "“" (look.look.why) "”" },
        ]
    });
    let beneath = format!("{} openings, newest first.", looks.len());
    let main = html! {
        (title("Records opened in an emergency", &beneath, &html! {}))
        @if looks.is_empty() { p.on-quiet { "No restricted record has been opened in an emergency." } }
        @else { (table(&Table::new("Records opened in an emergency", columns).rows(rows))) }
    };
    let sheet = Sheet { title: Title::page("Emergency openings"), main, ..Sheet::default() };
    Ok(crate::components::frame::page(&app.frame(Some(&signed_in)), &sheet))
}
