//! Visits and case notes.

use super::{Choice, Day, Flag, Person, Text, YesNo, family};
use crate::choice::choices;

choices! {
    /// Why a visit was made.
    VisitPurpose {
        Protection = "protection" "Under the child protection plan", Enquiry = "enquiry" "Section 47 enquiry", Assessment = "assessment" "Assessment", First = "first" "First visit after referral",
        InNeed = "in_need" "Under the child in need plan", Support = "support" "Support", Other = "other" "Other"
    }
}

choices! {
    /// Where somebody was seen.
    VisitPlace { Home = "home" "Home", School = "school" "School or nursery", Office = "office" "Office", Hospital = "hospital" "Hospital", Community = "community" "Elsewhere", Remote = "remote" "By video or telephone" }
}

choices! {
    /// Whether the child was seen without a carer there.
    SeenAlone { Yes = "yes" "Yes, alone", No = "no" "No", NotAppropriate = "not_appropriate" "Not right for this child" }
}

choices! {
    /// Why a note was written.
    NotePurpose { Information = "information" "Information", Conversation = "conversation" "Conversation", Meeting = "meeting" "Meeting", Analysis = "analysis" "Analysis", Plan = "plan" "Planning" }
}

family! {
    /// A worker visited to see this child.
    "visit.made" "Visit" VisitMade {
        /// Why.
        purpose: Choice<VisitPurpose>,
        /// What the worker set out to do.
        aim: Text,
        /// The worker; the author, if left out.
        visited_by: Person,
        /// Where.
        place: Choice<VisitPlace>,
        /// Whether the child was seen.
        seen: Choice<YesNo>,
        /// Why the child was not seen.
        not_seen_reason: Text,
        /// Whether the child was seen alone.
        seen_alone: Choice<SeenAlone>,
        /// Why the child was not seen alone.
        not_alone_reason: Text,
        /// The child's own words, or what a child too young to speak showed.
        words: Text,
        /// How the child was: health, clothes, mood.
        presentation: Text,
        /// Where the child sleeps, and what the home is like.
        home: Text,
        /// What it means for the child.
        analysis: Text,
        /// What happens next.
        next_step: Text,
        /// Others seen.
        others_seen: Text,
        /// Who interpreted, if anybody did.
        interpreter: Text,
        /// When the next visit is planned.
        next_visit_on: Day,
        /// Whether the visit was announced.
        announced: Flag,
    }

    /// A worker went to see this child and found nobody.
    "visit.attempted" "Visit attempted" VisitAttempted {
        /// The worker; the author, if left out.
        visited_by: Person,
        /// What was tried.
        what: Text,
        /// What happens next.
        next_step: Text,
    }

    /// A worker was not let in, or the child would not see them.
    "visit.refused" "Visit refused" VisitRefused {
        /// The worker; the author, if left out.
        visited_by: Person,
        /// Who refused, and what they said.
        what: Text,
        /// What happens next.
        next_step: Text,
    }

    /// A note on this child's record.
    "case_note.recorded" "Note" CaseNoteRecorded {
        /// Why it was written.
        purpose: Choice<NotePurpose>,
        /// What it is about, in a line.
        heading: Text,
        /// The note.
        note: Text,
        /// What it means for the child.
        analysis: Text,
        /// What happens next.
        next_step: Text,
        /// Whom it was with.
        with: Text,
    }
}
