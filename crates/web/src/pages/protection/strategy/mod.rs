//! A strategy discussion, and the decision that follows it for each child.

mod handler;
mod samples;
mod view;

pub(crate) use handler::{decide, discuss};
pub use samples::samples;
pub use view::*;
