//! The front door's live queue.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
