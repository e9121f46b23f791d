//! Who works with these children from now on.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
