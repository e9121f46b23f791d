//! Statutory returns: read, write, validate; and notices in the forms that other bodies send.

pub mod annex_a;
pub mod authorities;
pub mod cin_census;
pub mod fault;
pub mod police_notice;
pub mod reference_values;
pub mod safeguarding_dataset;
pub mod ssda903;
mod windows_1252;
