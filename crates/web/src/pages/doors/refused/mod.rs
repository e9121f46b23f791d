//! A request that is not done: not this role's to make, or not to be understood. Nobody's fault, and nothing lost.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
