//! The plan looked at again: what changed, what did not, and hints; and a version approved.

mod handler;
mod samples;
mod view;

pub(crate) use handler::{approve, write};
pub use samples::samples;
pub use view::*;
