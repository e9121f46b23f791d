//! The real program, run as people run it: every command over folders of its own, with good input and with bad.

mod asking;
mod failings;
mod importing;
mod keeping;
mod making;
mod recording;
mod reporting;
mod service;
mod serving;
mod support;
mod validating;
mod validating_annex_a;
mod validating_census;
mod validating_dataset;
mod validating_output;
mod whole;
