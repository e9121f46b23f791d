//! Everyone in a child's life.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
