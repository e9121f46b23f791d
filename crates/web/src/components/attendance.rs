//! Who is here: one radio of four in each row, worked by keys when there is a script.

use maud::{Markup, html};

use super::table::{Column, Row, Table, linked, table};

/// How somebody attends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attends {
    /// In the room (`p`).
    Here,
    /// By telephone or screen (`r`).
    Remote,
    /// Sent apologies (`a`).
    Apologies,
    /// Not here, and sent none (`n`).
    NotHere,
}

impl Attends {
    const ALL: [Self; 4] = [Self::Here, Self::Remote, Self::Apologies, Self::NotHere];

    /// What is sent.
    #[must_use]
    pub const fn value(self) -> &'static str {
        match self {
            Self::Here => "present",
            Self::Remote => "remote",
            Self::Apologies => "apologies",
            Self::NotHere => "absent",
        }
    }

    /// The key that chooses it, where scripts run.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Here => "p",
            Self::Remote => "r",
            Self::Apologies => "a",
            Self::NotHere => "n",
        }
    }

    /// The head of its column.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Here => "Here",
            Self::Remote => "Remote",
            Self::Apologies => "Apologies",
            Self::NotHere => "Not here",
        }
    }
}

/// One person asked to come.
#[derive(Clone, Debug)]
pub struct Attendee {
    /// The name the answer is sent under.
    pub field: String,
    /// "Kerra Nance".
    pub name: String,
    /// "Mother".
    pub part: String,
    /// How she attends, once known.
    pub attends: Option<Attends>,
    /// Her report: a tag or words, drawn.
    pub report: Markup,
}

/// Draws the grid.
///
/// Accessibility: every radio has its own words ("Kerra Nance: remote"); Tab
/// moves between rows and arrow keys within one, with or without the script.
#[must_use]
pub fn attendance(caption: &str, report_head: &str, people: &[Attendee]) -> Markup {
    let mut columns = vec![Column::new("Person").width(30)];
    columns.extend(Attends::ALL.iter().map(|way| Column { pick: true, ..Column::new(way.words()) }));
    columns.push(Column::new(report_head).short("Report"));
    let rows = people.iter().map(|person| {
        let mut cells = vec![linked(&person.name, "", &person.part)];
        cells.extend(Attends::ALL.iter().map(|way| pick(person, *way)));
        cells.push(person.report.clone());
        Row::Cells(cells)
    });
    let mut drawn = Table::new(caption, columns);
    drawn.rows = rows.collect();
    drawn.class = "on-attend";
    table(&drawn)
}

fn pick(person: &Attendee, way: Attends) -> Markup {
    html! {
        label {
            input type="radio" name=(person.field) value=(way.value()) data-key=(way.key()) checked[person.attends == Some(way)];
            span.on-hidden { (person.name) ": " (way.words().to_lowercase()) }
        }
    }
}
