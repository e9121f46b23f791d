//! What needs me, what waits on others, my children.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
