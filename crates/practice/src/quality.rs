//! Quality.
mod lists;
pub(crate) use lists::LISTS;
pub use lists::WordLists;
