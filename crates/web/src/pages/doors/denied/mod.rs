//! A record that may not be opened, and how to open it all the same.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
