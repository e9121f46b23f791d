//! What stands beside an act: gates, history, what follows.

use maud::{Markup, html};

use super::gates::{Gate, gates};
use super::log::{LogLine, log};
use super::panel::{Level, panel};
use super::prose::Prose;
use super::when::{When, when};
use super::why::{Why, why};

/// What fills a panel.
#[derive(Clone, Debug)]
pub enum Beside {
    /// Days and what happened on them.
    Log(Vec<LogLine>),
    /// Short points.
    List(Vec<Prose>),
    /// Paragraphs.
    Words(Vec<Prose>),
    /// A date that would start, and why then.
    Starts(Prose, When, Option<Why>),
}

/// A panel beside the form.
#[derive(Clone, Debug)]
pub struct SidePanel {
    /// "What came before".
    pub heading: String,
    /// What fills it.
    pub inside: Beside,
    /// A quieter line beneath. May be empty.
    pub beneath: Prose,
}

impl SidePanel {
    /// A panel.
    #[must_use]
    pub fn new(heading: impl Into<String>, inside: Beside) -> Self {
        Self { heading: heading.into(), inside, beneath: Prose::new() }
    }

    /// With a quieter line beneath.
    #[must_use]
    pub fn beneath(mut self, words: impl Into<Prose>) -> Self {
        self.beneath = words.into();
        self
    }
}

/// Everything beside the form.
#[derive(Clone, Debug, Default)]
pub struct Aside {
    /// "What is missing, and history": its name for a screen reader.
    pub label: String,
    /// Panels that stand before the gates: "What this starts".
    pub first: Vec<SidePanel>,
    /// "Before you can decide for all four".
    pub gates_heading: String,
    /// What stops it.
    pub gates: Vec<Gate>,
    /// A line beneath the gates. May be empty.
    pub gates_note: String,
    /// "Worth a second look": advice kept apart, never a block.
    pub advice_heading: String,
    /// The advice.
    pub advice: Vec<Prose>,
    /// Panels.
    pub panels: Vec<SidePanel>,
}

/// Draws the column: first what stops, then what is only advice, then the rest.
///
/// Accessibility: a complementary landmark with a name; what blocks and what
/// only advises have headings of their own.
#[must_use]
pub fn aside(shown: &Aside) -> Markup {
    html! {
        aside aria-label=(shown.label) {
            @for one in &shown.first { (side_panel(one)) }
            @if !shown.gates.is_empty() {
                section.on-box #gates {
                    h2 { (shown.gates_heading) }
                    (gates(&shown.gates))
                    @if !shown.gates_note.is_empty() { p.on-small { (shown.gates_note) } }
                }
            }
            @if !shown.advice.is_empty() {
                (panel(Level::Two, &shown.advice_heading, &html! { @for words in &shown.advice { p { (words) } } }))
            }
            @for one in &shown.panels { (side_panel(one)) }
        }
    }
}

fn side_panel(shown: &SidePanel) -> Markup {
    panel(
        Level::Two,
        &shown.heading,
        &html! {
            @match &shown.inside {
                Beside::Log(lines) => (log(lines, "Nothing is recorded.")),
                Beside::List(points) => ul { @for point in points { li { (point) } } },
                Beside::Words(paragraphs) => { @for words in paragraphs { p { (words) } } },
                Beside::Starts(lead, date, because) => {
                    p { (lead) }
                    (when(date))
                    @if let Some(because) = because { (why(because)) }
                },
            }
            @if !shown.beneath.is_empty() { p.on-small { (shown.beneath) } }
        },
    )
}
