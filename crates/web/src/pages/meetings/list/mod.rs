//! Meetings to come and held.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
