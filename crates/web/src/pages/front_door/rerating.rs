//! Rating a contact again without seeing what was decided: what was said and what came before, beside the form.

use maud::{Markup, html};

use super::review;
use crate::forms::Opened;
use crate::problem::Problem;

/// The page on which a contact is rated again.
pub(crate) fn rate(opened: &Opened) -> Result<Markup, Problem> {
    let about = opened.people.first();
    let contact = about.and_then(|about| Some((about, review::drawn(opened, about)?.0)));
    let told = html! {
        @if let Some((about, contact)) = &contact { (review::told(contact)) (review::before(about, contact)) }
        @else { p.on-quiet { "No decision was chosen: open this form from the week’s sample." } }
    };
    review::beside(opened, "What was said", &told)
}
