//! The team by worker: weight, visits, supervision, and what if.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
