//! Any practice form.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
