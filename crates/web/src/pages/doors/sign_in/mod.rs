//! Choosing who to be, or signing in.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
