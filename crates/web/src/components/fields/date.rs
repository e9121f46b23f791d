//! A day: three boxes, and Today or Yesterday when it is likely to be one of them.

use maud::{Markup, html};

use super::Field;

/// A quick answer beside the boxes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QuickDay {
    /// Nothing chosen yet.
    #[default]
    None,
    /// Today.
    Today,
    /// Yesterday.
    Yesterday,
    /// The day in the boxes.
    Other,
}

/// The day as it was typed, right or wrong, so that what was typed is never lost.
///
/// Sent as `NAME.day`, `NAME.month`, `NAME.year`, and `NAME.quick`
/// (`today`, `yesterday` or `other`) when quick days are offered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateAnswer {
    /// Day of the month as typed.
    pub day: String,
    /// Month as typed: a number or a name.
    pub month: String,
    /// Year as typed.
    pub year: String,
    /// The quick answer; `None` here means they are not offered.
    pub quick: Option<QuickDay>,
    /// "Mon 30 Mar", shown after Today. May be empty.
    pub today: String,
    /// "Sun 29 Mar", shown after Yesterday. May be empty.
    pub yesterday: String,
}

/// Draws the day.
///
/// Accessibility: one `fieldset` whose legend is the question; each box has its
/// own label; no picker that only a mouse can work, and nothing is filled in by the machine.
#[must_use]
pub fn date(field: &Field, answer: &DateAnswer) -> Markup {
    field.group(&html! {
        @if let Some(chosen) = answer.quick { (quick_days(field, answer, chosen)) }
        div.on-row.on-date {
            (part(field, "day", "Day", &answer.day, "2", answer.quick.is_none()))
            (part(field, "month", "Month", &answer.month, "9", false))
            (part(field, "year", "Year", &answer.year, "4", false))
        }
    })
}

fn quick_days(field: &Field, answer: &DateAnswer, chosen: QuickDay) -> Markup {
    let choice = |value: &str, words: &str, day: &str, is: QuickDay, first: bool| {
        html! {
            label.on-check {
                input type="radio" id=[first.then_some(&field.name)] name={ (field.name) ".quick" } value=(value) checked[chosen == is];
                " " (words)
                @if !day.is_empty() { " " span.on-quiet { (day) } }
            }
        }
    };
    html! {
        div.on-radios {
            (choice("today", "Today", &answer.today, QuickDay::Today, true))
            (choice("yesterday", "Yesterday", &answer.yesterday, QuickDay::Yesterday, false))
            (choice("other", "Another day", "", QuickDay::Other, false))
        }
    }
}

fn part(field: &Field, part: &str, label: &str, value: &str, width: &str, first: bool) -> Markup {
    let id = if first { field.name.clone() } else { format!("{}.{part}", field.name) };
    html! {
        span.on-date-part {
            label for=(id) { (label) }
            input.on-input id=(id) name={ (field.name) "." (part) } value=(value) size=(width)
                inputmode=[(part != "month").then_some("numeric")] autocomplete="off" aria-invalid=[field.invalid()];
        }
    }
}
