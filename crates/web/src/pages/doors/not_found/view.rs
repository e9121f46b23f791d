//! Nothing at this address.

use maud::{Markup, html};

use crate::components::{Frame, Sheet, Title};

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct NotFoundPage {
    /// The address that was asked for, as typed.
    pub address: String,
}

/// Draws the page. It says the same whether a record never was, or may not be
/// known to exist.
#[must_use]
pub fn view(frame: &Frame, page: &NotFoundPage) -> Markup {
    let main = html! {
        div.on-narrow {
            h1 { "There is nothing at this address" }
            p.on-lead { "The link may be old, or a letter of it may be missing." }
            ul {
                li { a href="/search" { "Search for the person, the family or the document" } }
                li { a href="/work" { "Go to your own work" } }
                li { "If somebody sent you the link, ask them whether you may see it: some records are known only to those who work on them." }
            }
            @if !page.address.is_empty() { p.on-small.on-quiet { "You asked for " (page.address) } }
        }
    };
    let title = Title::page("Nothing at this address");
    crate::components::frame::page(frame, &Sheet { title, main, ..Sheet::default() })
}
