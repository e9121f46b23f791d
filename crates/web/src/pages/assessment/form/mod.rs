//! An assessment: its task list, each child's own section, what stops it and what only advises.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
