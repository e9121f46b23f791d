//! Local practice as files: processes, steps and forms, loaded and checked.

mod answers;
mod bundled;
mod digest;
mod fault;
mod fill;
mod form;
mod practice;
mod process;
pub mod quality;
mod settings;
mod source;
mod unfill;

pub use answers::{Answer, Answers, Carry, Offer, Part, Row, offers};
pub use bundled::{COUNTIES, bundled};
pub use fault::Fault;
pub use fill::{FieldFault, Filled, fill};
pub use form::{About, Answerable, Carried, Form, QUESTIONS_MOST, Question, QuestionKind, When};
pub use practice::{Files, Practice};
pub use process::{GateNote, Happened, OpenStep, Process, STEPS_MOST, Step, Trigger};
pub use settings::Labels;
pub use unfill::{Unfilled, unfill};
