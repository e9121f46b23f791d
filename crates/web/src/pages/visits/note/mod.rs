//! One visit note for several children.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
