//! How a child was seen, for figures that ask.

use record::TimelineEntry;
use record::events::{SeenAlone, VisitMade, YesNo};

use crate::Circle;

/// How a child was seen on a visit. A visit on which nobody said whether the child was alone is not counted
/// as seen alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    /// The child was not seen, or nobody said.
    NotSeen,
    /// Seen, and nobody said whether alone.
    AloneNotRecorded,
    /// Seen with somebody else there.
    NotAlone,
    /// Seen; to be alone was not right for this child.
    AloneNotRight,
    /// Seen alone.
    Alone,
}

impl How {
    /// In words.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::NotSeen => "Not seen",
            Self::AloneNotRecorded => "Seen, alone not recorded",
            Self::NotAlone => "Seen, not alone",
            Self::AloneNotRight => "Seen, alone not right for this child",
            Self::Alone => "Seen alone",
        }
    }
}

/// How the child was seen on a visit. Before birth, a visit counts as seeing the child.
pub(super) fn how(circle: &Circle, entry: &TimelineEntry, visit: &VisitMade) -> How {
    if visit.seen.is_none() && circle.unborn_on(entry.day()) {
        return How::AloneNotRight;
    }
    match (visit.seen, visit.seen_alone) {
        (Some(YesNo::Yes), Some(SeenAlone::Yes)) => How::Alone,
        (Some(YesNo::Yes), Some(SeenAlone::NotAppropriate)) => How::AloneNotRight,
        (Some(YesNo::Yes), Some(SeenAlone::No)) => How::NotAlone,
        (Some(YesNo::Yes), None) => How::AloneNotRecorded,
        _ => How::NotSeen,
    }
}
