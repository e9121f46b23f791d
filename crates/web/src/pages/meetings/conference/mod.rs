//! A child protection conference, run while it happens.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
