//! Each failing that public reports named, run as its acceptance line says, as far as rules can answer for it.
//! Lists, figures and pages have tests of their own above this crate.

#[path = "../support/mod.rs"]
mod support;

mod any_day;
mod assessment;
mod closure;
mod follow_on;
mod front_door;
mod need_plan;
mod protection;
mod protection_plan;
mod recording;
mod sitting;
mod threshold;
mod timescales;
mod workforce;
