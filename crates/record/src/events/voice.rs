//! The child's own voice.

use super::{Choice, Day, EntryRef, Flag, Person, Text, YesNo, family};

family! {
    /// The child said, drew or showed what they think and wish.
    "views.recorded" "Child’s views" ViewsRecorded {
        /// The child's own words.
        words: Text,
        /// What the child wants to happen.
        wish: Text,
        /// How the views were gained.
        how: Text,
        /// A tool used: three houses, a happiness scale.
        tool: Text,
        /// The language spoken.
        language: Text,
        /// Who interpreted.
        interpreter: Text,
        /// A drawing, photograph or sound, by the name of the file kept with the record.
        media: Text,
        /// What the drawing, photograph or sound shows, in words.
        media_description: Text,
        /// Whether the child agreed that it may be shown.
        may_be_shown: Flag,
        /// To whom.
        told_to: Person,
        /// The part of an assessment or plan that they changed.
        changed: Text,
    }

    /// The child's wish was considered and answered.
    "views.answered" "Child’s views answered" ViewsAnswered {
        /// The views.
        views: EntryRef,
        /// What was decided.
        answer: Text,
        /// Why.
        reason: Text,
        /// What came of it.
        result: Text,
        /// The day the child was told.
        child_told_on: Day,
    }

    /// A worker spent time with the child to understand or help.
    "direct_work.held" "Direct work" DirectWorkHeld {
        /// The tool used.
        tool: Text,
        /// What was done and seen.
        what: Text,
        /// The child's own words.
        words: Text,
        /// What it means for the child.
        analysis: Text,
    }

    /// An interpreter was booked.
    "interpreter.booked" "Interpreter booked" InterpreterBooked {
        /// The language.
        language: Text,
        /// For which day.
        on: Day,
        /// For what.
        purpose: Text,
        /// Whether they came.
        came: Choice<YesNo>,
    }
}
