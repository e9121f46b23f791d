//! The chronology on disk: append, read one person, follow.
//!
//! Two SQLite files in an authority's folder. `chronology.sqlite` is the record ([`Chronology`]): one writer
//! thread groups waiting callers into one durable commit; readers never wait for it. `desk.sqlite`
//! ([`desk::Desk`]) is what is needed to work but is not the record: accounts, sessions, drafts, tokens,
//! settings, and the log of who looked at whom.
//!
//! Nothing here knows what entries mean, except the few kinds that `chronology` itself defines
//! ([`chronology::own_kinds`]): corrections, merges, disposal and sealing.

mod append;
mod backup;
mod chronology_file;
mod clock;
pub mod desk;
mod dispose;
mod fault;
mod people;
pub mod readers;
mod reading;
mod rows;
mod schema;
mod sealing;
mod stale;
#[cfg(test)]
mod trial;
mod verify;
mod writer;

pub use backup::{Kept, backup, restore};
pub use chronology_file::{Appended, Chronology, Head};
pub use clock::{Clock, england_day, system_clock};
pub use fault::{OpenFault, ReadFault, Refusal, Unsound};
pub use people::PersonCount;
pub use verify::Verified;
