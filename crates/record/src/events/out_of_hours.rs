//! Nights, weekends and bank holidays: who is on, and how what was done is handed to the day team.

use super::{Day, EntryRef, Flag, Number, People, Person, Text, family};

family! {
    /// A worker out of hours handed what they did for this child to the day team.
    "handover.made" "Handover to the day team" HandoverMade {
        /// The contact it follows, if there was one.
        contact: EntryRef,
        /// The team that takes it up.
        to_team: Person,
        /// What was done in the night.
        done: Text,
        /// What the day team must do, and by when.
        to_do: Text,
        /// Whether the child is safe until then, and how that is known.
        safe_until: Text,
        /// Who hands over.
        handed_over_by: Person,
    }

    /// The day team took up a handover.
    "handover.accepted" "Handover accepted" HandoverAccepted {
        /// The handover; the latest not yet accepted, if left out.
        handover: EntryRef,
        /// Who took it up.
        accepted_by: Person,
        /// What happens first.
        first_step: Text,
    }

    /// A shift of this team was planned, or planned anew: the latest word on a day and hour holds.
    "shift.rostered" "Shift" ShiftRostered {
        /// The day on which it begins.
        on: Day,
        /// The hour at which it begins, 0 to 23.
        from_hour: Number,
        /// How many hours it lasts.
        hours: Number,
        /// How many workers it needs.
        needed: Number,
        /// Who works it.
        workers: People,
        /// Whether help had to be found at short notice.
        short_notice: Flag,
        /// Whether it no longer stands.
        cancelled: Flag,
        /// Anything else: sickness, a vacancy.
        note: Text,
    }
}
