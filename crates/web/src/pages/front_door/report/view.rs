//! The front door over a period: by source agency, and each count opened to its contacts.

use maud::{Markup, html};

use crate::components::chips::{Chip, chips};
use crate::components::crumbs::{Crumb, crumbs};
use crate::components::panel::section;
use crate::components::segments::Segment;
use crate::components::table::{Column, Table, linked, table};
use crate::components::title::{print_line, title};
use crate::components::{Frame, Place, Sheet, Title};
use crate::pages::asked::{PeriodForm, period_form};

/// One agency.
#[derive(Clone, Debug)]
pub struct AgencyLine {
    /// "Police".
    pub name: String,
    /// Its contacts.
    pub href: String,
    /// Its feedback pack.
    pub pack_href: String,
    /// How many children it made contact about.
    pub contacts: usize,
    /// How many of those are decided.
    pub decided: usize,
    /// "8 of 9 in a working day".
    pub in_time: String,
    /// How many became referrals.
    pub referrals: usize,
    /// "33%"; empty while none is decided.
    pub rate: String,
    /// How many referrers have not been told.
    pub untold: usize,
}

/// One contact about one child.
#[derive(Clone, Debug)]
pub struct ContactLine {
    /// The child, or that the record is restricted.
    pub name: String,
    /// The record; empty where it is restricted.
    pub href: String,
    /// The agency.
    pub agency: String,
    /// The day it came.
    pub received: String,
    /// What was decided, and when; or that it is not.
    pub outcome: String,
    /// "1 working day"; empty while it is not decided.
    pub wait: String,
    /// When the referrer was told; or that they were not.
    pub informed: String,
    /// What is missing or odd, in words.
    pub notes: String,
}

/// What the report shows.
#[derive(Clone, Debug, Default)]
pub struct ReportPage {
    /// The period and how many.
    pub summary: String,
    /// The period, to change.
    pub period: PeriodForm,
    /// Each count: words, how many, the report opened to it, whether it is open.
    pub counts: Vec<(Segment, usize)>,
    /// The agencies.
    pub agencies: Vec<AgencyLine>,
    /// The heading over the contacts that are open.
    pub open_heading: String,
    /// Filters in use.
    pub filters: Vec<Chip>,
    /// Those contacts.
    pub contacts: Vec<ContactLine>,
    /// How many of them are not shown.
    pub more: usize,
    /// The same contacts as a file.
    pub csv_href: String,
}

/// What a feedback pack shows.
#[derive(Clone, Debug, Default)]
pub struct PackPage {
    /// "Police".
    pub agency: String,
    /// The period.
    pub period: String,
    /// How many contacts, what they led to, in sentences.
    pub said: Vec<String>,
    /// The contacts.
    pub contacts: Vec<ContactLine>,
    /// The same as a file.
    pub csv_href: String,
    /// The report it belongs to.
    pub report_href: String,
    /// Who printed it, when.
    pub printed: String,
}

/// Draws the report.
#[must_use]
pub fn view(frame: &Frame, page: &ReportPage) -> Markup {
    let main = html! {
        (crumbs(&[Crumb::new("Front door", "/front-door"), Crumb::new("Report", "")]))
        (title("Front door report", &page.summary, &html! {}))
        (period_form(&page.period))
        (section("counts", "Counts, each opened to its contacts", None, &counts(page)))
        (section("agencies", "By source agency", Some(page.agencies.len()), &agencies(page)))
        (section("contacts", &page.open_heading, Some(page.contacts.len() + page.more), &contacts(page)))
    };
    let title = Title::page("Front door report");
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::FrontDoor), main, ..Sheet::default() },
    )
}

fn counts(page: &ReportPage) -> Markup {
    let columns = vec![Column::new("Count"), Column::number("Children").width(15)];
    let rows = page.counts.iter().map(|(count, number)| {
        let words = if count.current { "shown below" } else { "" };
        vec![linked(&count.words, &count.href, words), html! { b { (number) } }]
    });
    table(&Table::small("What was counted", columns).rows(rows))
}

fn agencies(page: &ReportPage) -> Markup {
    let columns = vec![
        Column::new("Agency").width(20),
        Column::number("Contacts"),
        Column::number("Decided"),
        Column::number("Became referrals").short("Referrals"),
        Column::number("Conversion"),
        Column::number("Not told"),
        Column::act("Feedback"),
    ];
    let rows = page.agencies.iter().map(|one| {
        vec![
            linked(&one.name, &one.href, ""),
            html! { (one.contacts) },
            html! { (one.decided) small { (one.in_time) } },
            html! { (one.referrals) },
            html! { b { (one.rate) } small { (one.referrals) " of " (one.decided) } },
            html! { (one.untold) },
            html! { a href=(one.pack_href) { "Feedback pack" span.on-hidden { " for " (one.name) } } },
        ]
    });
    html! {
        @if page.agencies.is_empty() { p.on-quiet { "No contact came in this period." } }
        @else { (table(&Table::new("Contacts by source agency", columns).rows(rows))) }
    }
}

fn contacts(page: &ReportPage) -> Markup {
    html! {
        (chips(&page.filters, "", ""))
        @if page.contacts.is_empty() { p.on-quiet { "No contact is in this count." } }
        @else {
            (contact_table(&page.open_heading, &page.contacts))
            @if page.more > 0 { p.on-quiet { (page.more) " more are in the file." } }
            p { a href=(page.csv_href) { "Download as a spreadsheet (CSV)" } }
        }
    }
}

fn contact_table(caption: &str, contacts: &[ContactLine]) -> Markup {
    let columns = vec![
        Column::new("Child").width(20),
        Column::new("From").width(15),
        Column::new("Received").width(15),
        Column::new("Decided"),
        Column::new("Referrer told").width(15),
        Column::new("Notes"),
    ];
    let rows = contacts.iter().map(|one| {
        vec![
            linked(&one.name, &one.href, ""),
            html! { (one.agency) },
            html! { (one.received) },
            html! { (one.outcome) @if !one.wait.is_empty() { small { (one.wait) } } },
            html! { (one.informed) },
            html! { (one.notes) },
        ]
    });
    table(&Table::new(caption, columns).rows(rows))
}

/// Draws a feedback pack, to print or send.
#[must_use]
pub fn pack_view(frame: &Frame, page: &PackPage) -> Markup {
    let heading = format!("Feedback pack: {}", page.agency);
    let main = html! {
        (print_line(&heading, &page.printed))
        (crumbs(&[Crumb::new("Front door", "/front-door"), Crumb::new("Report", page.report_href.clone()), Crumb::new(page.agency.clone(), "")]))
        (title(&heading, &page.period, &html! {}))
        @for sentence in &page.said { p { (sentence) } }
        @if page.contacts.is_empty() { p.on-quiet { "This agency made no contact in this period." } }
        @else {
            (contact_table(&format!("Contacts from {}", page.agency), &page.contacts))
            p { a href=(page.csv_href) { "Download as a spreadsheet (CSV)" } }
        }
    };
    let title = Title::page("Feedback pack");
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::FrontDoor), main, ..Sheet::default() },
    )
}
