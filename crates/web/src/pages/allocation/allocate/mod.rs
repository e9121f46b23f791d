//! Who works with these children from now on.

mod handler;
mod samples;
mod view;

pub(crate) use handler::allocate;
pub use samples::samples;
pub use view::*;
