//! Timescales, findings, gates and indicators: law as dated data.

pub mod settings;

pub use settings::Settings;
