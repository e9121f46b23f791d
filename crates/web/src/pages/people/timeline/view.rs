//! A child's chronology: filtered, as known at a moment, and fit to print.

use maud::{Markup, html};

use crate::components::as_at::{AsAtBanner, MomentForm, moment_form};
use crate::components::chips::{Chip, chips};
use crate::components::fields::text::Width;
use crate::components::fields::{Choice, Field, TextAnswer, checkboxes, text};
use crate::components::pages::{Pages, pages};
use crate::components::panel::{Level, panel};
use crate::components::prose::Prose;
use crate::components::segments::{Segment, segments};
use crate::components::timeline::{Year, timeline};
use crate::components::title::{print_line, title};
use crate::components::{ChildHeader, Frame, Sheet, Title};

/// One group of filters in the margin.
#[derive(Clone, Debug)]
pub struct FilterGroup {
    /// The name its answers are sent under.
    pub name: String,
    /// "Significance".
    pub heading: String,
    /// The answers, with how many entries each would show.
    pub choices: Vec<Choice>,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct TimelinePage {
    /// Who it is about.
    pub child: ChildHeader,
    /// "M N".
    pub initials: String,
    /// Set while a past moment is on screen.
    pub as_at: Option<AsAtBanner>,
    /// "as known on 3 March 2026", for the tab; empty for now.
    pub moment_words: String,
    /// Who and what, then when and for whom: shown on paper only.
    pub printed: (String, String),
    /// "8 entries, newest first. …"
    pub summary: String,
    /// Whose entries: hers, her brother's and sister's, the household's.
    pub whose: Vec<Segment>,
    /// Filters in use.
    pub filters: Vec<Chip>,
    /// The page without any.
    pub clear_href: String,
    /// The years.
    pub years: Vec<Year>,
    /// How much is shown.
    pub pages: Pages,
    /// Where the other order is, and its words.
    pub other_order: (String, String),
    /// What was not known at the moment on screen.
    pub unknown_then: Vec<Prose>,
    /// Choosing a moment.
    pub moment: MomentForm,
    /// Other parts of the address for the filters to keep: the moment, whose, the order.
    pub keep: Vec<(String, String)>,
    /// Words to look for.
    pub words: String,
    /// The first and the last day to show, as typed, each with what is wrong with it.
    pub span: [(String, String); 2],
    /// Filters to choose from.
    pub groups: Vec<FilterGroup>,
    /// Where filters are sent.
    pub action: String,
    /// Ways of taking it away.
    pub take: Vec<Prose>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &TimelinePage) -> Markup {
    let main = html! {
        (print_line(&page.printed.0, &page.printed.1))
        (title("Timeline", &page.summary, &segments("Whose entries", &page.whose)))
        div.on-split {
            div {
                (chips(&page.filters, &page.clear_href, ""))
                @if page.years.is_empty() {
                    p.on-quiet { "No entry matches these filters. Clear them to see the whole record." }
                } @else {
                    (timeline(&page.years))
                    (pages(&page.pages))
                    @if !page.other_order.0.is_empty() {
                        p.on-small { a href=(page.other_order.0) { (page.other_order.1) } }
                    }
                }
            }
            aside.on-filter aria-label="Change what is shown" { (margin(page)) }
        }
    };
    let name = if page.moment_words.is_empty() {
        "timeline".into()
    } else {
        format!("timeline {}", page.moment_words)
    };
    let title = Title::about(page.initials.clone(), name);
    crate::components::frame::page(
        frame,
        &Sheet { title, child: Some(&page.child), as_at: page.as_at.as_ref(), main, ..Sheet::default() },
    )
}

fn short(value: &str) -> TextAnswer {
    TextAnswer { width: Width::Short, ..TextAnswer::with(value) }
}

fn margin(page: &TimelinePage) -> Markup {
    let heading = if page.as_at.is_some() { "Choose another moment" } else { "As it was known at" };
    html! {
        @if !page.unknown_then.is_empty() {
            (panel(Level::Two, "What we did not know", &html! {
                @for words in &page.unknown_then { p.on-small { (words) } }
            }))
        }
        (moment_form(&page.moment, heading))
        @if !page.groups.is_empty() {
            form.on-panel action=(page.action) {
                h2 { "Show" }
                @for (name, value) in &page.keep { input type="hidden" name=(name) value=(value); }
                (text(&Field::new("text", "With these words"), &TextAnswer::with(page.words.clone())))
                @for ((name, label), (value, error)) in [("from", "From"), ("to", "To")].iter().zip(&page.span) {
                    (text(&Field::new(*name, *label).error(error.as_str()), &short(value)))
                }
                @for group in &page.groups {
                    (checkboxes(&Field::new(group.name.clone(), group.heading.clone()), &group.choices, true))
                }
                button.on-btn.on-btn--2 { "Apply" }
            }
        }
        @if !page.take.is_empty() {
            (panel(Level::Two, "Take it with you", &html! {
                ul.on-plain.on-small { @for one in &page.take { li { (one) } } }
                p.on-small.on-quiet { "Protected addresses and people whose records are restricted are left out of both." }
            }))
        }
    }
}
