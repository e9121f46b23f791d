//! Adding somebody: who may be on record already comes first.

use maud::{Markup, html};

use crate::components::errors::{Mistake, error_summary};
use crate::components::fields::text::Width;
use crate::components::fields::{Choice, DateAnswer, Field, TextAnswer, date, radios, text};
use crate::components::frame::form_token;
use crate::components::notice::{NoticeKind, notice};
use crate::components::options::{Choosable, options};
use crate::components::prose::Prose;
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Title};

/// What the page shows. Everything typed is kept as it was typed.
#[derive(Clone, Debug, Default)]
pub struct NewPersonPage {
    /// What was searched for before.
    pub query: String,
    /// Whose household they may join, by id; empty for nobody's.
    pub with: String,
    /// What to mend.
    pub mistakes: Vec<Mistake>,
    /// Given name or names.
    pub forename: String,
    /// Family name.
    pub surname: String,
    /// Another name they go by.
    pub also_known_as: String,
    /// Kinds of person.
    pub categories: Vec<Choice>,
    /// Born, or expected.
    pub born: DateAnswer,
    /// How sure the day of birth is.
    pub birth: Vec<Choice>,
    /// Sex as recorded.
    pub sexes: Vec<Choice>,
    /// NHS number as typed.
    pub nhs_number: String,
    /// Where they live.
    pub homes: Vec<Choice>,
    /// The address of another home.
    pub address: String,
    /// Its postcode.
    pub postcode: String,
    /// Who it may be; the last is “none of these”. Empty before anybody was looked for.
    pub likely: Vec<Choosable>,
    /// The ids of those shown, so that what was chosen answers what was seen.
    pub looked: String,
    /// How many restricted records match too.
    pub restricted: usize,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &NewPersonPage) -> Markup {
    let error = |field: &str| {
        let found = page.mistakes.iter().find(|mistake| mistake.field == field);
        found.map(|mistake| mistake.words.clone()).unwrap_or_default()
    };
    let beneath = "One person has one record. We look again as you add somebody, under every name we hold.";
    let looking = !page.likely.is_empty();
    let main = html! {
        div.on-narrow {
            (error_summary(&page.mistakes, "Nothing has been recorded."))
            (title("Add somebody", &beneath, &html! {}))
            form method="post" action="/people/new" {
                (form_token(frame))
                input type="hidden" name="q" value=(page.query);
                input type="hidden" name="with" value=(page.with);
                input type="hidden" name="looked" value=(page.looked);
                @if looking { (already_known(page)) }
                (who_they_are(page, &error))
                (where_they_live(page, &error))
                div.on-actions {
                    button.on-btn { @if looking { "Go on with what you chose" } @else { "Look for them, then add" } }
                    a.on-btn.on-btn--2 href={ "/search?q=" (crate::problem::urlencode(&page.query)) } { "Back to the search" }
                }
            }
        }
    };
    let title = Title { error: !page.mistakes.is_empty(), ..Title::page("Add somebody") };
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::Search), main, ..Sheet::default() },
    )
}

fn already_known(page: &NewPersonPage) -> Markup {
    let before = html! {
        @match page.restricted {
            0 => {}
            _ => (notice(NoticeKind::Restricted, "", &[Prose::new()
                .strong("A restricted record matches too.")
                .text(" You may not see whose it is. Ask your manager before you make a new record.")])),
        }
    };
    options("person", "Is this somebody we know?", true, &before, &page.likely)
}

fn who_they_are(page: &NewPersonPage, error: &dyn Fn(&str) -> String) -> Markup {
    let field = |name: &str, label: &str| Field::new(name, label).error(error(name));
    let short = |value: &str| TextAnswer { width: Width::Middle, ..TextAnswer::with(value) };
    html! {
        (radios(&field("category", "Who are you adding?"), &page.categories, false))
        (text(&field("forename", "Given name or names"), &short(&page.forename)))
        (text(&field("surname", "Family name"), &short(&page.surname)))
        (text(&field("also_known_as", "Another name they go by").optional(), &short(&page.also_known_as)))
        (date(&field("born", "Date of birth, or the day a baby is expected").optional()
            .hint("The record can begin without it. A month and a year help more than nothing: give the 1st and say it is a guess."), &page.born))
        (radios(&field("birth", "That day is").optional(), &page.birth, false))
        (radios(&field("sex", "Sex").optional(), &page.sexes, false))
        (text(&field("nhs_number", "NHS number").optional(), &short(&page.nhs_number)))
    }
}

fn where_they_live(page: &NewPersonPage, error: &dyn Fn(&str) -> String) -> Markup {
    let field = |name: &str, label: &str| Field::new(name, label).error(error(name)).optional();
    html! {
        @if page.homes.len() > 1 { (radios(&field("home", "Where do they live?"), &page.homes, true)) }
        (text(&field("address", "Address").hint("For a home that is not on record. A protected address is recorded after, with whom it must be kept from."),
            &TextAnswer::with(page.address.clone())))
        (text(&field("postcode", "Postcode"), &TextAnswer { width: Width::Short, ..TextAnswer::with(page.postcode.clone()) }))
    }
}
