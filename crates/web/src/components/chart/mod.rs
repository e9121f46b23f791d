//! Charts, each with a sentence, a table and no series known by colour alone.

pub mod bars;
pub mod line;
pub mod scale;

pub use bars::{Bar, BarChart, bar_chart};
pub use line::{LineChart, Point, line_chart};
