//! What a contact or a referral leads to, for each child; and what the front door looked into before.

mod handler;
mod samples;
mod starting;
mod view;

pub(crate) use handler::{contact, referral, screening};
pub use samples::samples;
pub use view::*;
