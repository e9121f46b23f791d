//! One screen of a child: who, where, worries, what works.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
