//! What enquiries found, for each child.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
