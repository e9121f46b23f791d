//! desk
/// The file.
pub(crate) const FILE: &str = "desk.sqlite";
