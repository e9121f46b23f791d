//! Every indicator with how it stands.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
