//! The queue of messages, and the service level by agency.

use maud::{Markup, html};

use crate::components::button::{Button, small_link_button, submit};
use crate::components::fields::{Choice, Field, TextAnswer, select, text};
use crate::components::frame::form_token;
use crate::components::notice::{NoticeKind, notice};
use crate::components::panel::section;
use crate::components::prose::Prose;
use crate::components::table::{Column, Table, linked, table};
use crate::components::tag::tags;
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Tag, Title, When, when};
use crate::pages::asked::{PeriodForm, period_form};

/// One message or notice that waits.
#[derive(Clone, Debug)]
pub struct MessageLine {
    /// Where it leads.
    pub href: String,
    /// The children it names.
    pub about: String,
    /// Who sent it.
    pub from: String,
    /// What it says, shortened.
    pub said: String,
    /// Its age.
    pub open: When,
    /// The team that has it.
    pub team: String,
    /// What is still to do.
    pub left: String,
    /// Its grade, whether it is not graded, whether the household is known.
    pub tags: Vec<Tag>,
    /// Whether nobody has read it within the limit.
    pub unread_too_long: bool,
    /// Whether it is a police notice that nobody has graded.
    pub ungraded: bool,
}

/// One agency's service level.
#[derive(Clone, Debug, Default)]
pub struct LevelLine {
    /// The agency.
    pub agency: String,
    /// How many came.
    pub received: usize,
    /// How many were read.
    pub read: usize,
    /// How many were acted on.
    pub acted_on: usize,
    /// The median from receipt to action, in words.
    pub median: String,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct MessagesPage {
    /// How many wait, how many are unread too long.
    pub summary: String,
    /// Those that wait: unread past the limit first, then the oldest.
    pub waiting: Vec<MessageLine>,
    /// The period of the service levels.
    pub period: PeriodForm,
    /// The same in words.
    pub period_words: String,
    /// Each agency.
    pub levels: Vec<LevelLine>,
    /// Kinds of agency, for a link.
    pub agencies: Vec<Choice>,
    /// A link just given: to whom, and its address.
    pub given: Option<(String, String)>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &MessagesPage) -> Markup {
    let main = html! {
        (title("Messages from partners", &page.summary, &html! {}))
        @if let Some((label, address)) = &page.given {
            (notice(NoticeKind::Met, "A link for one message", &[Prose::new()
                .text(format!("Give {label} this address. It works once, for seven days, and is not shown again: "))
                .strong(address.clone())]))
        }
        (section("waiting", "Waiting", Some(page.waiting.len()), &html! {
            @if page.waiting.is_empty() { p.on-quiet { "Nothing waits. Every message is read and acted on." } }
            @else { (waiting(page)) }
        }))
        (section("levels", "From receipt to action, by agency", None, &html! {
            (period_form(&page.period))
            @if page.levels.is_empty() { p.on-quiet { "Nothing came in this period." } }
            @else { (levels(page)) }
        }))
        (section("link", "Somebody without a sign-in", None, &html! {
            p { "Give somebody of a school, a surgery, the police or the public a link by which they may write once." }
            form method="post" action="/front-door/messages" {
                (form_token(frame))
                (text(&Field::new("label", "To whom is it given?"), &TextAnswer::default()))
                (select(&Field::new("agency", "For which kind of agency do they write?"), &page.agencies))
                (submit("Make a link", false, None))
            }
        }))
        p { a href="/front-door" { "Back to the front door" } }
    };
    crate::components::frame::page(
        frame,
        &Sheet {
            title: Title::page("Messages from partners"),
            place: Some(Place::FrontDoor),
            main,
            ..Sheet::default()
        },
    )
}

fn waiting(page: &MessagesPage) -> Markup {
    let columns = vec![
        Column::new("About").width(25),
        Column::new("What is said").short("Said"),
        Column::new("Age").width(20),
        Column::act("Next").width(15),
    ];
    let rows = page.waiting.iter().map(|one| {
        vec![
            linked(&one.about, &one.href, &one.from),
            html! { (tags(&one.tags)) " " (one.said) },
            html! { (when(&one.open)) small { (one.team) ". " (one.left) "." } },
            small_link_button(&Button::primary("Open", one.href.clone()).about(one.about.clone())),
        ]
    });
    table(&Table::new("Messages waiting, unread past the limit first", columns).rows(rows))
}

fn levels(page: &MessagesPage) -> Markup {
    let columns = vec![
        Column::new("Agency"),
        Column::number("Received"),
        Column::number("Read"),
        Column::number("Acted on"),
        Column::number("Middle time from receipt to action").short("Middle time"),
    ];
    let rows = page.levels.iter().map(|one| {
        vec![
            html! { (one.agency) },
            html! { (one.received) },
            html! { (one.read) },
            html! { (one.acted_on) },
            html! { (one.median) },
        ]
    });
    table(&Table::new(format!("Messages by agency, {}", page.period_words), columns).rows(rows))
}
