//! Our fault, and what still works.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
