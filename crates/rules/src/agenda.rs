//! The actions with which a core group opens: each that stands open, those passed over last time first.

use record::Timeline;
use record::events::CoreGroupHeld;
use record::timeline::ActionGiven;

/// An action that stands open, as the next core group finds it.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'a> {
    /// The action.
    pub action: &'a ActionGiven,
    /// How many core groups since it was given have ended without its being done.
    pub carried: usize,
    /// Whether the last core group did not say how it stands.
    pub passed_over: bool,
}

/// Every open action in the order in which a core group takes them: first what the last one passed over, then what
/// has been carried most often, then the oldest.
pub fn agenda(timeline: &Timeline) -> Vec<Standing<'_>> {
    let held: Vec<_> = timeline.of::<CoreGroupHeld>().map(|(entry, _)| entry).collect();
    let open = timeline.actions.iter().filter(|action| action.ended().is_none());
    let mut all: Vec<Standing> = open
        .map(|action| {
            let since = held.iter().filter(|entry| entry.day() > action.given_on);
            let read = |on| action.readings.iter().any(|reading| reading.on >= on);
            let passed_over = since.clone().next_back().is_some_and(|last| !read(last.day()));
            Standing { action, carried: since.count(), passed_over }
        })
        .collect();
    all.sort_by_key(|one| (!one.passed_over, std::cmp::Reverse(one.carried), one.action.given_on));
    all
}
