//! A manager reads an assessment: comment, grade, sign off or return.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
