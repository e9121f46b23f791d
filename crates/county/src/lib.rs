//! An invented county, living whole lives from a seed.
//!
//! [`live`] gives a whole chronology, recording by recording in the order of recording: first the authority (teams,
//! posts, agencies), then families as somebody first speaks of them, and what the service does with each child. It
//! is made like a real record: mostly sound, and at set rates late, doubled, contradictory, corrected, or silent
//! about a brother. Nothing here is anybody's life. The same [`Plan`] always gives the same chronology.
//!
//! Nothing reads the clock or the disk: the last day is the plan's, and words stand in files compiled in
//! (`src/words/`); the two families drawn on the design's pages are written in the notation (`src/families/`).

mod authority;
mod chance;
mod channel;
mod family;
mod help;
mod living;
mod named;
mod organisation;
mod personas;
mod plan;
mod sitting;
mod words;

pub use authority::AUTHORITY;
pub use living::live;
pub use personas::{Persona, TourStep, personas, tour};
pub use plan::Plan;

/// Files that the named families' entries name, each by the digest of what is in it: a drawing by a child.
pub fn files() -> [(&'static str, &'static [u8]); 1] {
    const DRAWING: &str = "0e0e9d30221f17d6c44e47bd562e7e00ca7a7bf4439d11f89be686a1d9526f0b.png";
    [(
        DRAWING,
        include_bytes!("families/0e0e9d30221f17d6c44e47bd562e7e00ca7a7bf4439d11f89be686a1d9526f0b.png"),
    )]
}
