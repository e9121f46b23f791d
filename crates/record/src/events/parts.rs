//! Parts that several events hold: actions, attendance, views, and the lists they use.

use super::declare::parts;
use super::{Choice, Day, Flag, Number, People, Person, Sex, Text};
use crate::choice::choices;

choices! {
    /// Yes, no, or not known.
    YesNo { Yes = "yes" "Yes", No = "no" "No", NotKnown = "not_known" "Not known" }
}

choices! {
    /// How serious the risk is judged to be, and so how soon someone must act.
    Rating { Red = "red" "Red: act today", Amber = "amber" "Amber: serious", Green = "green" "Green: lower" }
}

choices! {
    /// A kind of agency that works with children.
    Agency {
        SocialCare = "social_care" "Children’s social care", Police = "police" "Police", Health = "health" "Health",
        School = "school" "School or nursery", EarlyHelp = "early_help" "Early help", Housing = "housing" "Housing",
        Probation = "probation" "Probation", AdultServices = "adult_services" "Adult services",
        DomesticAbuse = "domestic_abuse" "Domestic abuse service", Voluntary = "voluntary" "Voluntary organisation",
        Legal = "legal" "Legal services", Advocacy = "advocacy" "Advocacy", Family = "family" "Family", Other = "other" "Other"
    }
}

choices! {
    /// How somebody took part in a meeting.
    Presence { Present = "present" "Here", Remote = "remote" "Remote", Apologies = "apologies" "Apologies", Absent = "absent" "Not here" }
}

choices! {
    /// How an action stands.
    ActionState { Done = "done" "Done", Underway = "underway" "Under way", NotStarted = "not_started" "Not started", NoLongerNeeded = "no_longer_needed" "No longer needed" }
}

choices! {
    /// What became of a need of the child.
    NeedRating { Met = "met" "Met", Better = "better" "Better", Same = "same" "The same", Worse = "worse" "Worse" }
}

parts! {
    /// Something that somebody will do by a day, so that something changes for the child.
    Action {
        /// What will be done.
        what: Text,
        /// The need of the child that it answers.
        need: Text,
        /// The person who will do it, if they are in the record.
        owner: Person,
        /// The person who will do it, by name.
        owner_name: Text,
        /// The agency that answers for it.
        agency: Choice<Agency>,
        /// The day by which it will be done.
        by: Day,
        /// What it is meant to change for the child.
        outcome: Text,
        /// How we shall know.
        measure: Text
    }

    /// Somebody invited to a meeting, and whether they came.
    Attendance {
        /// The person, if they are in the record.
        person: Person,
        /// Their name.
        name: Text,
        /// What they are to the child: mother, school, social worker.
        capacity: Text,
        /// The agency they speak for.
        agency: Choice<Agency>,
        /// How they took part.
        presence: Choice<Presence>,
        /// What was tried, if they were not there.
        tried: Text,
        /// When their report came, if it did.
        report_received_on: Day,
        /// When the family had read it.
        report_shared_on: Day
    }

    /// What an agency knew, told at a meeting.
    Knowledge {
        /// The agency.
        agency: Choice<Agency>,
        /// Who told it.
        who: Text,
        /// What they knew.
        what: Text
    }

    /// What somebody thought of the decision.
    View {
        /// Whose view.
        who: Text,
        /// The person, if they are in the record.
        person: Person,
        /// The agency they speak for.
        agency: Choice<Agency>,
        /// Whether they agree.
        agrees: Flag,
        /// What they said.
        said: Text
    }

    /// How an earlier action stands, said when it was looked at again.
    ActionReview {
        /// The action, in the words it was given.
        what: Text,
        /// How it stands.
        state: Choice<ActionState>,
        /// What was found.
        note: Text,
        /// How many core groups before this one have carried it over.
        times_carried: Number
    }

    /// A child of the household whom a decision leaves out, and why.
    LeftOut {
        /// The child.
        child: Person,
        /// Why.
        reason: Text,
        /// The manager who agreed.
        agreed_by: Person
    }

    /// A grown-up who matters to the child, and whether the assessment heard them.
    SignificantAdult {
        /// The grown-up.
        adult: Person,
        /// Whether they were spoken with.
        engaged: Flag,
        /// Why not, if not.
        reason: Text,
        /// What they said.
        said: Text
    }

    /// A factor found by an assessment, and what it does to this child.
    FactorFound {
        /// The Department's code for it.
        factor: Choice<crate::codes::AssessmentFactor>,
        /// What it does to this child.
        effect: Text
    }

    /// Something a child is in danger of, and how we shall know they are safe.
    Danger {
        /// Who is worried, what may happen, to whom, and what harm would follow.
        statement: Text,
        /// What must be seen, by whom, for how long.
        safety_goal: Text,
        /// The child's safety now, 0 (certain harm) to 10 (safe enough to close).
        scale: Number
    }

    /// Something that the child needs, found by an assessment.
    NeedFound {
        /// The need.
        need: Text,
        /// What would help.
        would_help: Text
    }

    /// A need of the child when help ends: what became of it, in whose eyes, and what was offered for what is left.
    NeedAnswered {
        /// The need.
        need: Text,
        /// What changed for the child.
        outcome: Text,
        /// What the worker says.
        workers_rating: Choice<NeedRating>,
        /// What the family says.
        familys_rating: Choice<NeedRating>,
        /// Why the family says nothing.
        no_family_rating: Text,
        /// The help offered for what is left of it, and by whom.
        offer: Text,
        /// Why that was declined, in the family's words.
        declined: Text
    }

    /// A sign to look for, on the authority's threshold document.
    ThresholdIndicator {
        /// Its code, as decisions cite it: 3.4.
        code: Text,
        /// The level of need it stands for.
        level: Choice<super::LevelOfNeed>,
        /// What is seen or heard.
        words: Text
    }

    /// A child whom a partner wrote about, as the partner knows the child.
    ReferredChild {
        /// Forenames.
        forename: Text,
        /// Surname.
        surname: Text,
        /// Date of birth.
        date_of_birth: Day,
        /// Sex.
        sex: Choice<Sex>,
        /// What worries the sender about this child.
        worry: Text,
        /// Whether it tells of possible harm to this child.
        concern_of_harm: Flag
    }

    /// A child handed from one worker to the next.
    Handover {
        /// The child.
        child: Person,
        /// Who has them now.
        to: Person,
        /// What the next worker must know.
        handover: Text,
        /// What the child was told, and when.
        child_told: Text
    }

    /// People who may open a restricted record.
    Allowed {
        /// The people.
        people: People,
        /// Why they may.
        reason: Text
    }
}
