//! A manager reads an assessment: comment, grade, sign off or return.

mod handler;
mod samples;
mod view;

pub(crate) use handler::{send_back, sign_off};
pub use samples::samples;
pub use view::*;
