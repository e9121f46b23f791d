//! Local practice as files: processes, steps and forms that a council edits, loaded and checked.
//!
//! The law is Rust; what an authority may decide for itself is here. A practice is layers of files:
//! England's, and a county's own over it, which replaces whole files and single settings. Nothing here reads
//! a disk or a clock: a practice is loaded from texts ([`Practice::load`]), and a mistake in one is a
//! [`Fault`] with file, line and a way to mend it.
//!
//! ```text
//! settings.toml                     words, labels, switches and numbers
//! words.toml                        lists of words for the quality checks
//! AREA/PROCESS/process.toml         steps: what opens and closes each, whose it is, which failing a gate answers
//! AREA/PROCESS/forms/FORM.toml      questions, and the event's field that each fills
//! reports/REPORT.sql                a county's own report: what it is called, what may be asked of it, its SQL
//! earlier/FORM.toml                 forms since changed, so that what they recorded reads as it was asked
//! ```
//!
//! A process is a lens over the chronology, not a machine with state:
//! ```
//! use practice::{Happened, Practice};
//! let practice = Practice::of_county("cornwall")?;
//! let body = serde_json::json!({ "outcome": "referral" });
//! let on = jiff::civil::date(2026, 3, 2);
//! let decided = Happened { kind: "contact.decided", on, body: body.as_object().unwrap().clone() };
//! let open: Vec<&str> = practice.open_steps(&[decided]).iter().map(|open| open.step.id.as_str()).collect();
//! assert_eq!(open, ["tell_referrer", "record"]);
//! assert_eq!(practice.word("front_door"), "Multi-Agency Referral Unit (MARU)");
//! # Ok::<(), Vec<practice::Fault>>(())
//! ```
//!
//! A form's answers become the bodies of entries by [`fill()`], and entries become answers again by
//! [`unfill()`]; [`offers`] carries what is already known, to be confirmed, changed or dropped. Whether work
//! is submitted, returned or authorised is read from what was recorded ([`Cycle`]). [`quality`] points out
//! what would make a plan, an assessment or a note of more use to the child.

mod answers;
mod bundled;
mod cycle;
mod diff;
mod digest;
mod fault;
mod fill;
mod form;
mod practice;
mod process;
pub mod quality;
mod report;
mod settings;
mod source;
mod unfill;

pub use answers::{Answer, Answers, Carry, Offer, Part, Row, offers};
pub use bundled::{COUNTIES, bundled};
pub use cycle::{CYCLES, Cycle, Deed, Stage, cycle_of};
pub use diff::{Difference, DifferenceGroup, Differences, diff};
pub use fault::{Fault, mend_name};
pub use fill::{FieldFault, Filled, fill, so_far};
pub use form::{About, Answerable, Carried, Form, QUESTIONS_MOST, Question, QuestionKind, When};
pub use practice::{Files, Practice};
pub use process::{GateNote, Happened, OpenStep, Process, STEPS_MOST, Step, Trigger};
pub use report::{Given, Parameter, ParameterKind, Report, Usual};
pub use settings::Labels;
pub use unfill::{Unfilled, unfill};
