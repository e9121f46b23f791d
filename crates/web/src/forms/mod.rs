//! Every form of the service: one parser, one way to show it, one way to send it.
//!
//! A practice form says what is asked; a *layout* says how a page arranges it. A form with no layout of its
//! own is drawn plainly, so a form that a county adds works the day it is added.

mod advice;
mod conflict;
pub(crate) mod correct;
mod draft;
mod opening;
mod plain;
mod published;
mod recorded;
mod seeds;
mod sent;
mod show;
mod starts;
mod submit;
mod upload;

pub(crate) use advice::{advised, gates};
pub(crate) use draft::{address as draft_address, keep as keep_draft, pairs as draft_pairs};
pub use draft::{autosave, discard, undo};
pub use opening::{About, Advice, Opened, open};
pub use plain::{initials, show as plain};
pub(crate) use recorded::show as recorded;
pub(crate) use seeds::latest_version;
pub use sent::{Sent, Upload, moment};
pub(crate) use show::asked;
pub use show::{question_of, sheet};
pub(crate) use starts::decision_would_start;
pub use submit::{Outcome, post};
pub(crate) use upload::{keep, show as file, shown};

use maud::Markup;

use crate::problem::Problem;

/// How one form's page is arranged: what it shows round the questions.
pub type Layout = fn(&Opened) -> Result<Markup, Problem>;

/// The layout of a form; the plain one if it has none of its own.
pub fn layout(form: &str) -> Layout {
    crate::pages::LAYOUTS.iter().find(|(id, _)| *id == form).map_or(plain as Layout, |(_, layout)| *layout)
}
