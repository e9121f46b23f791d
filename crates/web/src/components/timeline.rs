//! A chronology: years, days, events, and what was not known then.

use maud::{Markup, html};

use super::button::{Button, small_link_button};
use super::card::{Fact, facts};
use super::prose::Prose;
use super::tag::{Tag, Tone, tag};
use super::why::{Why, why};

/// One thing that happened.
#[derive(Clone, Debug, Default)]
pub struct Happening {
    /// Its id, which a link can lead to.
    pub id: String,
    /// The day for machines.
    pub date: String,
    /// The day for people: "2 Mar".
    pub shown: String,
    /// The child's age then: "9 y 3 m". May be empty.
    pub age_then: String,
    /// What happened.
    pub heading: String,
    /// Where the recording itself is; empty for none.
    pub href: String,
    /// True when it is a key event.
    pub key: bool,
    /// True when it had happened but had not reached us at the moment on screen.
    pub not_known_then: bool,
    /// Further tags: findings.
    pub tags: Vec<Tag>,
    /// What was written.
    pub words: Prose,
    /// What someone made of it, with who and when.
    pub analysis: Option<Prose>,
    /// About whom, from whom, recorded when.
    pub source: String,
    /// Why it was not known, or how it is reckoned.
    pub why: Option<Why>,
    /// Every field of it, as label and words; folded until asked for, and left out of print.
    pub fields: Vec<Fact>,
    /// What can be done about it: correct, withdraw, say what it meant.
    pub acts: Vec<Button>,
}

/// A year of them.
#[derive(Clone, Debug)]
pub struct Year {
    /// "2026".
    pub year: String,
    /// In the order shown.
    pub happenings: Vec<Happening>,
}

/// Draws the years.
///
/// Accessibility: a heading a year and a heading an event, so that a screen
/// reader can move by either; filled and dashed marks are also said in tags.
#[must_use]
pub fn timeline(years: &[Year]) -> Markup {
    html! {
        @for year in years {
            div.on-year { h2 { (year.year) } }
            ol.on-timeline { @for happening in &year.happenings { (happening_line(happening)) } }
        }
    }
}

fn happening_line(shown: &Happening) -> Markup {
    html! {
        li id=(shown.id) {
            time datetime=(shown.date) {
                (shown.shown)
                @if !shown.age_then.is_empty() { " " small { (shown.age_then) } }
            }
            div.on-event.on-event--key[shown.key && !shown.not_known_then].on-event--unknown[shown.not_known_then] {
                h3 { @if shown.href.is_empty() { (shown.heading) } @else { a href=(shown.href) { (shown.heading) } } }
                @if shown.not_known_then { (tag(&Tag::new(Tone::Plain, "Not known then"))) " " }
                @if shown.key { (tag(&Tag::new(Tone::Standing, "Key event"))) " " }
                @for one in &shown.tags { (tag(one)) " " }
                @if !shown.words.is_empty() { p { (shown.words) } }
                @if let Some(analysis) = &shown.analysis { p.on-analysis { strong { "Analysis." } " " (analysis) } }
                p.on-meta { (shown.source) }
                @if let Some(because) = &shown.why { (why(because)) }
                @if !shown.fields.is_empty() || !shown.acts.is_empty() { (opened(shown)) }
            }
        }
    }
}

/// The whole entry, folded: every field, then what can be done about it.
fn opened(shown: &Happening) -> Markup {
    html! {
        details.on-why.on-screen {
            summary { "All of it" span.on-hidden { ": " (shown.heading) ", " (shown.shown) } }
            div {
                @if !shown.fields.is_empty() { (facts(&shown.fields)) }
                @if !shown.acts.is_empty() {
                    div.on-row { @for act in &shown.acts { (small_link_button(act)) } }
                }
            }
        }
    }
}
