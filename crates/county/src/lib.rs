//! An invented county, living whole lives from a seed.
//!
//! [`live`] gives a whole chronology, recording by recording in the order of recording: first the authority (teams,
//! posts, agencies), then families as somebody first speaks of them, and what the service does with each child. It
//! is made like a real record: mostly sound, and at set rates late, doubled, contradictory, corrected, or silent
//! about a brother. Nothing here is anybody's life. The same [`Plan`] always gives the same chronology.
//!
//! Nothing reads the clock or the disk: the last day is the plan's, and words stand in files compiled in
//! (`src/words/`); the two families drawn on the design's pages are written in the notation (`src/families/`).

mod chance;
mod family;
mod living;
mod named;
mod organisation;
mod personas;
mod plan;
mod sitting;
mod words;

pub use living::live;
pub use personas::{Persona, TourStep, personas, tour};
pub use plan::Plan;
