//! Statutory returns: read, write, validate.

pub mod cin_census;
