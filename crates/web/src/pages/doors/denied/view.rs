//! A restricted record: the same words for everyone.

use maud::{Markup, html};

use crate::components::card::{Fact, card};
use crate::components::errors::{Mistake, error_summary};
use crate::components::fields::{Choice, Field, TextAnswer, radios, textarea, tick};
use crate::components::frame::form_token;
use crate::components::panel::{Level, boxed, panel, section};
use crate::components::prose::Prose;
use crate::components::{Frame, Sheet, Tag, Title, Tone, tag};

/// What the page shows. Nothing in it may depend on whose record it is.
#[derive(Clone, Debug, Default)]
pub struct DeniedPage {
    /// Whom to ask, and how.
    pub ask: Vec<Fact>,
    /// Where breaking the glass is sent; empty when this role may not.
    pub open_href: String,
    /// Why it cannot wait: value and words.
    pub reasons: Vec<Choice>,
    /// What is happening, as typed so far.
    pub words: String,
    /// True when "I have read what happens" is ticked.
    pub read: bool,
    /// What follows from opening it.
    pub follows: Vec<Prose>,
    /// "60 minutes".
    pub open_for: String,
    /// What to mend.
    pub mistakes: Vec<Mistake>,
    /// That reaching this page is kept: who and when.
    pub kept: String,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &DeniedPage) -> Markup {
    let asked = html! { (card(Level::Three, "Someone who can look for you", "", &page.ask)) };
    let main = html! {
        div.on-narrow {
            (error_summary(&page.mistakes, "Nothing has been opened."))
            p { (tag(&Tag::new(Tone::Restricted, "Restricted"))) }
            h1 { "You may not open this record" }
            p.on-lead {
                "A restriction is in force. This page says the same to everyone: it does not say whose record it is, "
                "why it is restricted, or whether you have met the person."
            }
            (section("ask", "Whom to ask", None, &asked))
            @if !page.open_href.is_empty() {
                (boxed("glass", "Open it all the same, because a child may come to harm", &glass(frame, page)))
            }
            p.on-small.on-quiet { (page.kept) }
        }
    };
    let title = Title { error: !page.mistakes.is_empty(), ..Title::page("Restricted record") };
    crate::components::frame::page(frame, &Sheet { title, main, ..Sheet::default() })
}

fn glass(frame: &Frame, page: &DeniedPage) -> Markup {
    let error = |name: &str| {
        let found = page.mistakes.iter().find(|mistake| mistake.field == name);
        found.map(|mistake| mistake.words.clone()).unwrap_or_default()
    };
    let follows = html! { ul { @for one in &page.follows { li { (one) } } } };
    let why = Field::new("reason", "Why it cannot wait for the duty manager").error(error("reason"));
    let words = Field::new("words", "What is happening, in your own words")
        .hint("Two sentences will do. This stays with the record for as long as the record lasts.")
        .error(error("words"));
    html! {
        p { "The system lets you. Somebody looks at every opening, and you are asked about it." }
        form action=(page.open_href) method="post" {
            (form_token(frame))
            (radios(&why, &page.reasons, true))
            (textarea(&words, &TextAnswer::with(page.words.clone())))
            (panel(Level::Three, "What happens if you open it", &follows))
            (tick(&Field::new("read", "I have read what happens").error(error("read")), page.read))
            div.on-actions {
                button.on-btn { "Open for " (page.open_for) }
                a.on-btn.on-btn--2 href="/work" { "Go back, open nothing" }
            }
        }
    }
}
