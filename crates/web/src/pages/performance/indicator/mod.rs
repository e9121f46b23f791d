//! One indicator: its figure, its children, its breakdown, its curve, its definition.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
