//! Contacts that wait for a decision on 26 March 2026; a day that cannot be read; a report that ran out of time.

use super::{IndexLine, IndexPage, ReportCell, ReportColumn, ReportField, ReportPage};
use crate::components::crumbs::Crumb;
use crate::components::errors::Mistake;
use crate::components::fields::{Choice, Field};
use crate::components::pages::Pages;
use crate::components::table::Sorted;

fn fields(day: ReportField) -> Vec<ReportField> {
    vec![
        day,
        ReportField::Number(Field::new("most", "At most"), "20".into()),
        ReportField::Words(Field::new("agency", "Only from this agency"), String::new()),
        ReportField::Choice(
            Field::new("team", "Team"),
            vec![Choice::new("", "Every team").chosen(true), Choice::new("west", "West team")],
        ),
    ]
}

/// Every sample of a report.
#[must_use]
pub fn samples() -> Vec<(&'static str, ReportPage)> {
    let base = ReportPage {
        title: "Contacts waiting for a decision".into(),
        above: vec![
            Crumb::new("Performance", "/performance"),
            Crumb::new("Local reports", "/reports"),
            Crumb::new("Contacts waiting for a decision", ""),
        ],
        summary: "Thursday 26 March 2026".into(),
        about: "Each contact not yet decided, the longest wait first.".into(),
        action: "/reports/waiting_contacts".into(),
        fields: fields(ReportField::Day(Field::new("before", "Came before"), "2026-03-26".into())),
        printed: ("Contacts waiting for a decision.".into(), "Printed for Nina Bolt.".into()),
        ..ReportPage::default()
    };
    let cell = |words: &str, href: &str| ReportCell { words: words.into(), href: href.into() };
    let column = |at: usize, head: &str, number: bool| ReportColumn {
        at,
        head: head.into(),
        number,
        sort_href: format!("/reports/waiting_contacts?sort={at}"),
        sorted: (at == 3).then_some(Sorted::Descending),
    };
    let full = ReportPage {
        summary: "Thursday 26 March 2026. 2 children.".into(),
        answered: true,
        columns: vec![
            column(1, "Name", false),
            column(2, "Agency", false),
            column(3, "Received", false),
            column(4, "Days waiting", true),
        ],
        total: 2,
        rows: vec![
            vec![
                cell("Elowen Carne", "/people/CAR-1"),
                cell("Police", ""),
                cell("20 Mar 2026", ""),
                cell("6", ""),
            ],
            vec![cell("A restricted record", ""), cell("Health", ""), cell("24 Mar 2026", ""), cell("2", "")],
        ],
        more: "There are more rows than the 2 shown.".into(),
        pages: Pages {
            here: 1,
            of: 1,
            href: "/reports/waiting_contacts?page=".into(),
            showing: "Showing 1 to 2 of 2".into(),
            of_what: "rows".into(),
        },
        csv_href: "/reports/waiting_contacts?format=csv".into(),
        ..base.clone()
    };
    let words = "“soon” for “Came before” cannot be read: write a day, as 2026-03-03";
    let mistaken = ReportPage {
        fields: fields(ReportField::Words(Field::new("before", "Came before").error(words), "soon".into())),
        mistakes: vec![Mistake::new("before", words)],
        ..base.clone()
    };
    let slow = ReportPage { refused: "The report ran for 5 seconds and was stopped.".into(), ..base.clone() };
    let none = ReportPage { answered: true, ..base };
    vec![("waiting", full), ("mistaken", mistaken), ("slow", slow), ("none", none)]
}

/// Every sample of the index.
#[must_use]
pub fn index_samples() -> Vec<(&'static str, IndexPage)> {
    let line = IndexLine {
        title: "Contacts waiting for a decision".into(),
        href: "/reports/waiting_contacts".into(),
        about: "Each contact not yet decided, the longest wait first.".into(),
        asks: "Came before, Team".into(),
    };
    let some = IndexPage { summary: "1 report of Kernow’s own.".into(), lines: vec![line] };
    vec![("kernow", some), ("none", IndexPage { summary: "0 reports.".into(), lines: Vec::new() })]
}
