//! One box for people, families, documents.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
