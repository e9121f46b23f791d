//! The plan on a page, with the parents' words.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
