//! Who a person is: names, births, numbers, characteristics; how records are joined, restricted and sealed;
//! how entries are corrected.

use chronology::{EntryId, Occurred, PersonId};

use super::{Choice, Day, EntryRef, Flag, People, Person, Several, Text, family};
use crate::choice::choices;
use crate::codes::{Disability, Ethnicity};

choices! {
    /// What kind of person or body a record is of.
    PersonCategory {
        Child = "child" "Child", Adult = "adult" "Adult", Professional = "professional" "Professional",
        Agency = "agency" "Agency", Team = "team" "Team", Post = "post" "Post", Household = "household" "Household"
    }
}

choices! {
    /// Sex as recorded.
    Sex { Female = "female" "Female", Male = "male" "Male", NotKnown = "not_known" "Not known" }
}

choices! {
    /// What a name is used for.
    NameUse { Legal = "legal" "Legal name", Preferred = "preferred" "Likes to be called", Alias = "alias" "Also known as", Former = "former" "Former name" }
}

choices! {
    /// Who gave a number, and what it identifies.
    IdentifierScheme {
        NhsNumber = "nhs_number" "NHS number", Upn = "upn" "Unique pupil number", FormerUpn = "former_upn" "Former unique pupil number",
        LocalChildId = "local_child_id" "Authority’s child number", SocialWorkEngland = "social_work_england" "Social Work England number", Other = "other" "Other number"
    }
}

family! {
    /// A person or body first came into the record.
    "person.identified" "Person identified" PersonIdentified {
        /// What they are to the record.
        category: Choice<PersonCategory>,
        /// Given name or names.
        forename: Text,
        /// Family name.
        surname: Text,
        /// The whole name, where it does not part into given and family names, or of a body.
        full_name: Text,
        /// What they like to be called.
        preferred_name: Text,
        /// The day they were born.
        date_of_birth: Day,
        /// Whether the date of birth is a guess.
        date_of_birth_estimated: Flag,
        /// The day a child not yet born is expected.
        expected_date_of_birth: Day,
        /// Sex as recorded.
        sex: Choice<Sex>,
        /// Gender in their own words.
        gender: Text,
        /// The agency a professional works for.
        agency: Choice<super::Agency>,
        /// What a professional does.
        job: Text,
    }

    /// A name by which somebody is or was known.
    "name.recorded" "Name" NameRecorded {
        /// Given name or names.
        forename: Text,
        /// Family name.
        surname: Text,
        /// The whole name, where it does not part into given and family names.
        full_name: Text,
        /// What the name is used for.
        used_as: Choice<NameUse>,
    }

    /// When somebody was born, or is expected to be.
    "birth.recorded" "Birth" BirthRecorded {
        /// The day they were born.
        date_of_birth: Day,
        /// Whether the date is a guess.
        date_of_birth_estimated: Flag,
        /// The day a child not yet born is expected.
        expected_date_of_birth: Day,
        /// Sex as recorded at birth.
        sex: Choice<Sex>,
    }

    /// A number by which another system knows them.
    "identifier.recorded" "Number" IdentifierRecorded {
        /// Who gave it.
        scheme: Choice<IdentifierScheme>,
        /// The number.
        value: Text,
        /// Why it is not known, for a number that should be.
        not_known_because: Text,
    }

    /// Ethnicity, religion, language, disability, and what they mean for this person.
    "characteristics.recorded" "Identity" CharacteristicsRecorded {
        /// Ethnic group, by the national code.
        ethnicity: Choice<Ethnicity>,
        /// Ethnic group in local terms: Cornish.
        ethnicity_local: Text,
        /// Religion.
        religion: Text,
        /// First language.
        first_language: Text,
        /// The language an interpreter is needed for.
        interpreter_language: Text,
        /// Another need in communicating.
        communication_need: Text,
        /// Disabilities, by the national codes.
        disabilities: Several<Disability>,
        /// What this means for this person, and what follows.
        meaning: Text,
        /// Immigration status.
        immigration_status: Text,
        /// Gender in their own words.
        gender: Text,
    }

    /// A way to reach somebody.
    "contact_detail.recorded" "Way to reach them" ContactDetailRecorded {
        /// Telephone number.
        telephone: Text,
        /// Electronic mail address.
        email: Text,
        /// Whether it is safe to use.
        safe: Flag,
        /// What to mind when using it.
        note: Text,
    }

    /// Somebody died.
    "person.died" "Death" PersonDied {
        /// How it came to be known.
        note: Text,
    }

    /// Two records are of one person.
    "identity.same_person" "Records joined" SamePerson (
        /// The other record.
        other: PersonId,
    ) {
        /// The record under which both are shown.
        kept: Person,
        /// Why they are one person.
        reason: Text,
    }

    /// Two records that were joined are of two people after all.
    "identity.not_same_person" "Records parted" NotSamePerson (
        /// The other record.
        other: PersonId,
    ) {
        /// Why they are two.
        reason: Text,
    }

    /// The record may be opened only by some.
    "restriction.placed" "Record restricted" RestrictionPlaced {
        /// Why.
        reason: Text,
        /// Workers and teams who may open it.
        allowed: People,
        /// Whom to ask.
        ask: Person,
    }

    /// The record is no longer restricted.
    "restriction.lifted" "Restriction lifted" RestrictionLifted {
        /// Why.
        reason: Text,
    }

    /// The record is closed for good because the child was adopted. The child has a new record, which
    /// knows nothing of this one; only the adoption records role may follow the link.
    /// LAW: Adoption and Children Act 2002 s56 to s65; Disclosure of Adoption Information Regulations 2005.
    "record.sealed" "Record sealed" RecordSealed {
        /// The new record.
        successor: Person,
        /// Why.
        reason: Text,
    }

    /// A file on paper, or in another system, belongs to this record.
    "paper_file.registered" "Paper file registered" PaperFileRegistered {
        /// What it is.
        title: Text,
        /// Where it is kept.
        place: Text,
        /// Whether it has been scanned.
        scanned: Flag,
    }

    /// A paper file has been scanned into the record.
    "document.scanned" "Paper file scanned" DocumentScanned {
        /// The entry that registered the file.
        file: EntryRef,
        /// What was scanned.
        title: Text,
    }

    /// An earlier entry was wrong; this is what it should say.
    "entry.corrected" "Correction" EntryCorrected (
        /// The entry corrected.
        entry: EntryId,
    ) {
        /// Why.
        reason: Text,
        /// When it really happened.
        occurred: Option<Occurred>,
        /// All of its fields, as they should be.
        body: Option<serde_json::Value>,
    }

    /// An earlier entry should not count.
    "entry.withdrawn" "Withdrawal" EntryWithdrawn (
        /// The entry withdrawn.
        entry: EntryId,
    ) {
        /// Why.
        reason: Text,
    }

    /// An earlier entry counts again as it was first recorded.
    "entry.reinstated" "Reinstatement" EntryReinstated (
        /// The entry reinstated.
        entry: EntryId,
    ) {
        /// Why.
        reason: Text,
    }

    /// The words of earlier entries were destroyed at the end of their retention.
    "entry.disposed" "Disposal" EntryDisposed {
        /// The entries, as 12.3.
        entries: Vec<EntryId>,
        /// Why, with the rule of retention.
        reason: Text,
    }
}
