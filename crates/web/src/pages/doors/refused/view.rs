//! A request that is not done, and where to go instead.

use maud::{Markup, html};

use crate::components::{Frame, Sheet, Title};

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct RefusedPage {
    /// What it comes to: "That is not yours to do".
    pub heading: String,
    /// Why, and who may or what to mend.
    pub why: String,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &RefusedPage) -> Markup {
    let main = html! {
        div.on-narrow {
            h1 { (page.heading) }
            p.on-lead { (page.why) }
            p { "Nothing was changed. What you typed in a form is kept as a draft." }
            ul {
                li { a href="/work" { "Go to your own work" } }
                li { a href="/search" { "Search for the person, the family or the document" } }
            }
        }
    };
    let title = Title { error: true, ..Title::page(page.heading.clone()) };
    crate::components::frame::page(frame, &Sheet { title, main, ..Sheet::default() })
}
