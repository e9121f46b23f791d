//! A child protection conference, run while it happens; and the decision for each child.

mod decide;
mod hold;
mod samples;
mod view;

pub(crate) use decide::decide;
pub(crate) use hold::hold;
pub use samples::samples;
pub use view::*;
