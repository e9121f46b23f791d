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

/// By how many lines the reader of comma-separated values is behind in this text: where a line ends as Windows ends it,
/// the reader is at a row before it has passed the second half of the line's end.
fn lines_late(first: &[u8]) -> u64 {
    let line = first.split_inclusive(|byte| *byte == b'\n').next().unwrap_or_default();
    u64::from(line.ends_with(b"\r\n"))
}
