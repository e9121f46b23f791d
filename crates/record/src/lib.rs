//! What entries mean in children's social care: typed events, national codes, the timeline folded from one
//! person's entries, and the notation in which a chronology is written as plain text.
//!
//! The record accepts what happened. Almost every field of an event may be left out, because late, partial
//! and odd things happen to children and must be recordable; `rules` says what is wrong with it.

mod choice;
pub mod codes;
pub mod events;
pub mod notation;
pub mod timeline;

pub use choice::{ChoiceList, Choices, choice_list, choice_lists};
pub use events::{Event, EventKind, FieldInfo, Typed, Undecoded, decode, kind_info, kinds};
pub use timeline::{Timeline, TimelineEntry};
