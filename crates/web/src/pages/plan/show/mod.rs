//! The plan on a page, with the parents' words.

mod early_help;
mod handler;
mod samples;
mod view;

pub(crate) use handler::{next, show};
pub use samples::samples;
pub use view::*;
