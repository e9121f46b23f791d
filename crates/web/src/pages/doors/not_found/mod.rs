//! Nothing at this address.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
