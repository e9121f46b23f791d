//! One item of a meeting on the room's own screen.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
