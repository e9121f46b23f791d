//! Timescales, findings, gates and indicators: law as dated data.
//!
//! A **timescale** is a limit, statutory or local; for one child it yields *duties*, each met, late, due or
//! overdue. A **finding** is something the rules notice; it never stops anybody. A **gate** is what a
//! decision must carry; it never stops a happening from being recorded. An **indicator** is a set of cases;
//! its figure is that set's size.
//!
//! Nothing here reads the clock. What depends on the day (is it overdue yet?) is given as the day from which
//! it holds, so that the same result can be asked about any day.

pub mod agenda;
mod asked;
pub mod caseload;
pub mod catalogue;
mod circle;
pub mod conference;
mod days;
pub mod disagreement;
pub mod draw;
mod duty;
pub mod early_help;
pub mod findings;
mod follow_on;
mod found;
pub mod gates;
pub mod indicators;
mod law;
mod management;
pub mod marac;
pub mod needs;
pub mod partner_channel;
pub mod risk;
pub mod rota;
pub mod settings;
pub mod sharing;
pub mod specialist;
pub mod threshold;
pub mod timescales;
mod words;

pub use asked::Asked;
pub use circle::{Circle, Sight, visitor};
pub use duty::{Duty, DutyState, Run};
pub use follow_on::{follow_on, follow_on_for_others};
pub use found::{Audience, Found};
pub use law::{Force, Law};
pub use settings::Settings;
pub use words::listed;
