//! Reading the record as it stood at another moment.

use maud::{Markup, html};

/// The band shown while a past moment is on screen.
#[derive(Clone, Debug)]
pub struct AsAtBanner {
    /// "9:00am on Tuesday 3 March 2026".
    pub moment: String,
    /// What that moment was: "an hour before the strategy discussion". May be empty.
    pub note: String,
    /// The same page as it is now.
    pub now_href: String,
}

/// Draws the band. It stays while the moment does, and nothing can be recorded meanwhile.
///
/// Accessibility: a named region before the child's header, so it is met first.
#[must_use]
pub fn as_at_banner(shown: &AsAtBanner) -> Markup {
    html! {
        section.on-asat aria-label="As known at" {
            div.on-wrap {
                p {
                    strong {
                        "You are reading this record as it was known at " (shown.moment)
                        @if shown.note.is_empty() { "." } @else { "," }
                    }
                    @if !shown.note.is_empty() { " " (shown.note) "." }
                }
                a.on-btn.on-btn--s href=(shown.now_href) { "Return to now" }
            }
        }
    }
}

/// The small form that chooses a moment. Its fields are typed, and the answer
/// comes back as an ordinary address that can be sent to a colleague.
#[derive(Clone, Debug, Default)]
pub struct MomentForm {
    /// The page the moment is for.
    pub action: String,
    /// "3 March 2026", or empty.
    pub date: String,
    /// "9:00am", or empty for the end of that day.
    pub time: String,
    /// Other parts of the address to keep: filters in use.
    pub keep: Vec<(String, String)>,
    /// What could not be read, said to the worker. Empty when all is well.
    pub error: String,
}

/// Draws the form as a panel named `as-at`, which the child header's button leads to.
///
/// Accessibility: a hint tells the form of both fields; an error is joined to the date.
#[must_use]
pub fn moment_form(shown: &MomentForm, heading: &str) -> Markup {
    let wrong = !shown.error.is_empty();
    html! {
        form.on-panel #as-at action=(shown.action) {
            h2 { (heading) }
            @for (name, value) in &shown.keep { input type="hidden" name=(name) value=(value); }
            div.on-field.on-field--error[wrong] {
                label.on-small for="known-at-date" { "Date" }
                p.on-hint #known-at-date-hint { "Like 3 March 2026 or 3/3/2026" }
                @if wrong { p.on-error #known-at-date-error { span.on-hidden { "Error: " } (shown.error) } }
                input.on-input.on-w-s #known-at-date name="date" value=(shown.date) autocomplete="off"
                    aria-describedby=(if wrong { "known-at-date-hint known-at-date-error" } else { "known-at-date-hint" });
            }
            div.on-field {
                label.on-small for="known-at-time" { "Time" }
                input.on-input.on-w-s #known-at-time name="time" value=(shown.time) autocomplete="off";
            }
            button.on-btn.on-btn--2 { "Show that moment" }
        }
    }
}
