//! What was asked of somebody, and what answered it.

use chronology::EntryId;
use record::{Event, Timeline, TimelineEntry, Typed};

/// Something asked of somebody, with what answered it.
#[derive(Debug)]
pub struct Asked<'a, E> {
    /// The entry that asks.
    pub entry: &'a TimelineEntry,
    /// What it says.
    pub said: &'a E,
    /// The first entry since that answered it, if any did.
    pub answer: Option<&'a TimelineEntry>,
}

// What is asked need not be copied for the asking to be.
impl<E> Copy for Asked<'_, E> {}
impl<E> Clone for Asked<'_, E> {
    fn clone(&self) -> Self {
        *self
    }
}

/// Every asking of one kind with its answer, in the order they were made. `answers` says of an event whether it answers
/// such an asking, and which it names: one that names none answers every open one before it.
pub(crate) fn asked<'a, E: Typed + 'static>(
    timeline: &'a Timeline,
    answers: impl Fn(&E, &Event) -> Option<Option<EntryId>>,
) -> Vec<Asked<'a, E>> {
    let all = timeline.of::<E>();
    all.map(|(entry, said)| {
        let answers = |one: &&TimelineEntry| {
            answers(said, &one.event).is_some_and(|named| named.is_none_or(|id| id == entry.id))
        };
        Asked { entry, said, answer: timeline.after(entry.id).find(answers) }
    })
    .collect()
}
