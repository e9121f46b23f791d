//! Who may see this record, and who has.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
