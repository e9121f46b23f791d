//! Options, each with what would follow from it.

use maud::{Markup, html};

use super::prose::Prose;

/// One option.
#[derive(Clone, Debug, Default)]
pub struct Choosable {
    /// What is sent.
    pub value: String,
    /// "Strategy discussion".
    pub words: String,
    /// What it is for.
    pub beneath: Prose,
    /// What would follow: dates with their arithmetic.
    pub follows: Prose,
    /// True when chosen now.
    pub chosen: bool,
}

/// Draws the options inside their `fieldset`. `heading` makes the legend an `h2`;
/// otherwise it is read and not shown. `before` stands between the two.
///
/// Accessibility: each radio is described by what it is for and what follows from it.
#[must_use]
pub fn options(name: &str, legend: &str, heading: bool, before: &Markup, shown: &[Choosable]) -> Markup {
    html! {
        fieldset.on-options {
            @if heading { legend { h2 { (legend) } } } @else { legend.on-hidden { (legend) } }
            (before)
            @for (place, option) in shown.iter().enumerate() { (one(name, place, option)) }
        }
    }
}

fn one(name: &str, place: usize, option: &Choosable) -> Markup {
    let id = if place == 0 { name.to_owned() } else { format!("{name}-{place}") };
    html! {
        div.on-option {
            input type="radio" id=(id) name=(name) value=(option.value) checked[option.chosen]
                aria-describedby={ (id) "-for " (id) "-then" };
            div {
                label for=(id) { (option.words) }
                p id={ (id) "-for" } { (option.beneath) }
            }
            div.on-option-when id={ (id) "-then" } { p { (option.follows) } }
        }
    }
}
