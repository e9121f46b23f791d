//! A page's heading with the line beneath it and what stands to its right.

use maud::{Markup, Render, html};

/// Draws the page's only `h1`, a quiet line beneath, and something at the right.
#[must_use]
pub fn title(heading: &str, beneath: &impl Render, right: &Markup) -> Markup {
    html! {
        div.on-title {
            div { h1 { (heading) } p.on-quiet { (beneath) } }
            (right)
        }
    }
}

/// The line that print shows at the head of the paper: who, what, when and for whom.
#[must_use]
pub fn print_line(who: &str, what: &str) -> Markup {
    html! { p.on-print { strong { (who) } " " (what) } }
}
