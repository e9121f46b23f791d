//! How children take part in what is decided about them, and who speaks with them.

use super::{Choice, EntryRef, Flag, Person, Text, family};
use crate::choice::choices;

choices! {
    /// What an advocate is for.
    AdvocacyPurpose { Conference = "conference" "Child protection conference", Review = "review" "Review", Care = "care" "Being looked after", Complaint = "complaint" "Complaint", Other = "other" "Other" }
}

choices! {
    /// How a child takes part in a meeting.
    TakingPart {
        There = "there" "There", InPart = "in_part" "There for a part", ByAdvocate = "by_advocate" "Through an advocate",
        ByWorker = "by_worker" "Told to a worker beforehand", ByWriting = "by_writing" "A letter, drawing or film", NotAtAll = "not_at_all" "Not at all"
    }
}

family! {
    /// An advocate was offered to this child.
    "advocacy.offered" "Advocate offered" AdvocacyOffered {
        /// What for.
        purpose: Choice<AdvocacyPurpose>,
        /// How it was explained, and by whom.
        how: Text,
    }

    /// The child did not want an advocate.
    "advocacy.declined" "Advocate declined" AdvocacyDeclined {
        /// What for.
        purpose: Choice<AdvocacyPurpose>,
        /// Why, in the child's words.
        reason: Text,
    }

    /// An advocate began to work with this child.
    "advocacy.started" "Advocate started" AdvocacyStarted {
        /// What for.
        purpose: Choice<AdvocacyPurpose>,
        /// The advocate, by name.
        advocate: Text,
        /// Whom they work for.
        organisation: Text,
    }

    /// An advocate told a meeting what this child thinks.
    "advocacy.views_presented" "Views presented by an advocate" AdvocacyViewsPresented {
        /// What for.
        purpose: Choice<AdvocacyPurpose>,
        /// The advocate, by name.
        advocate: Text,
        /// What the child wanted said.
        views: Text,
        /// Whether the child was there.
        child_there: Flag,
    }

    /// The advocate's work with this child ended.
    "advocacy.ended" "Advocate ended" AdvocacyEnded {
        /// What for.
        purpose: Choice<AdvocacyPurpose>,
        /// Why.
        reason: Text,
        /// What the child says it was worth.
        childs_view: Text,
    }

    /// An independent visitor was matched with this child.
    /// LAW: Children Act 1989 s23ZB.
    "independent_visitor.matched" "Independent visitor matched" IndependentVisitorMatched {
        /// The visitor, by name.
        visitor: Text,
        /// Why they fit.
        why: Text,
    }

    /// The independent visitor spent time with this child.
    "independent_visitor.visited" "Independent visitor’s visit" IndependentVisitorVisited {
        /// The visitor, by name.
        visitor: Text,
        /// What they did.
        what: Text,
    }

    /// The match with the independent visitor ended.
    "independent_visitor.ended" "Independent visitor ended" IndependentVisitorEnded {
        /// The visitor, by name.
        visitor: Text,
        /// Why.
        reason: Text,
    }

    /// Somebody said how this child takes part in a conference, or why not.
    "participation.recorded" "Taking part" ParticipationRecorded {
        /// The conference, if it was held already; else the next.
        conference: EntryRef,
        /// How.
        way: Choice<TakingPart>,
        /// Why not, or not there.
        reason: Text,
        /// What the child wants said.
        words: Text,
    }

    /// A parent, or somebody else of the family, was told what the conference is and what is in the report.
    "conference_preparation.held" "Prepared for the conference" ConferencePreparationHeld {
        /// Who, if they are in the record.
        person: Person,
        /// Who, by name.
        name: Text,
        /// What was gone through, and how.
        how: Text,
        /// What they said.
        said: Text,
    }

    /// Somebody read the report for a conference.
    "conference_report.read" "Report read" ConferenceReportRead {
        /// Who, if they are in the record.
        person: Person,
        /// Who, by name.
        name: Text,
        /// Whose report.
        from: Text,
    }
}
