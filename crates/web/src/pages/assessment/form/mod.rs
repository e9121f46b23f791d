//! An assessment: its task list, each child's own section, what stops it and what only advises.

mod handler;
mod samples;
mod view;

pub(crate) use handler::write;
pub use samples::samples;
pub use view::*;
