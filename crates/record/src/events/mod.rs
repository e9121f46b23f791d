//! What an entry says: one typed event for each kind, one file for each family.
//!
//! An event is decoded from an entry's body when it is read, and encoded when it is written. The stored
//! shape is the body; these types may grow by a new version, and every version ever released still decodes.

use std::borrow::Cow;

use chronology::{Body, EntryId, PersonId};
use jiff::civil::Date;
use serde_json::Value;

mod advocacy;
mod assessment;
mod closure;
mod conference;
mod contact;
mod declare;
mod disagreement;
mod early_help;
mod enquiry;
mod family;
mod identity;
mod management;
mod marac;
mod needs;
mod organisation;
mod out_of_hours;
mod partner;
mod parts;
mod performance;
mod plan;
mod referral;
mod risk;
mod sharing;
mod specialist;
mod strategy_discussion;
mod support;
mod threshold;
mod transfer;
mod visit;
mod voice;

pub use advocacy::*;
pub use assessment::*;
pub use closure::*;
pub use conference::*;
pub use contact::*;
pub use disagreement::*;
pub use early_help::*;
pub use enquiry::*;
pub use family::*;
pub use identity::*;
pub use management::*;
pub use marac::*;
pub use needs::*;
pub use organisation::*;
pub use out_of_hours::*;
pub use partner::*;
pub use parts::*;
pub use performance::*;
pub use plan::*;
pub use referral::*;
pub use risk::*;
pub use sharing::*;
pub use specialist::*;
pub use strategy_discussion::*;
pub use support::*;
pub use threshold::*;
pub use transfer::*;
pub use visit::*;
pub use voice::*;

use crate::ChoiceList;
use declare::{event_enum, family};

/// Words, if any were written.
pub type Text = Option<String>;
/// A day, if one was given. It may lie in the future: plans are fields.
pub type Day = Option<Date>;
/// A person or body, if one was named.
pub type Person = Option<PersonId>;
/// Several people or bodies.
pub type People = Vec<PersonId>;
/// Yes or no, or not answered.
pub type Flag = Option<bool>;
/// A whole number, if one was given.
pub type Number = Option<u32>;
/// An earlier entry this one answers or follows, if it says which.
pub type EntryRef = Option<EntryId>;
/// An answer from a closed list, or not answered.
pub type Choice<T> = Option<T>;
/// Several answers from a closed list.
pub type Several<T> = Vec<T>;
/// Several codes of a list that the authority itself publishes.
pub type Codes = Vec<String>;
/// Several parts, each with fields of its own.
pub type Many<T> = Vec<T>;

/// One field of an event: what a form may fill and the notation may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldInfo {
    /// Its name in the body.
    pub name: &'static str,
    /// `Text`, `Day`, `Person`, `People`, `Flag`, `Number`, `EntryRef`, `Codes`, `Choice<List>`, `Several<List>`,
    /// `Many<Part>`, or `PersonId`, `EntryId` where it must be given.
    pub shape: &'static str,
    /// Whether an entry without it cannot be recorded.
    pub required: bool,
    /// What it means.
    pub about: &'static str,
}

impl FieldInfo {
    /// The closed list or the part that the shape names, if it names one.
    pub fn of(&self) -> Option<&'static str> {
        Some(self.shape.split_once('<')?.1.trim_end_matches('>').trim())
    }
}

/// A kind of event, with its fields.
#[derive(Clone, Copy, Debug)]
pub struct EventKind {
    /// The kind as stored: `visit.made`.
    pub kind: &'static str,
    /// The kind as people read it: “Visit”.
    pub title: &'static str,
    /// What it means.
    pub about: &'static str,
    /// Its fields.
    pub fields: &'static [FieldInfo],
}

/// An event of a known kind.
pub trait Typed: Sized {
    /// The kind, its title and its fields.
    const INFO: EventKind;

    /// This kind's view of an event, if it is of this kind.
    fn of(event: &Event) -> Option<&Self>;

    /// The event as the fields of a body.
    fn body(&self) -> Body;
}

/// Why a body could not be read as an event of its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecoded {
    /// The kind.
    pub kind: String,
    /// What is wrong, in one sentence naming the field.
    pub message: String,
}

impl std::fmt::Display for Undecoded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Undecoded {}

/// Names a body may hold beside the fields of its event: what a local form asked that no rule reads, and
/// the digest of the form that asked it.
pub const BESIDE_FIELDS: [&str; 2] = ["answers", "form"];

/// Reads a body as the event that its kind says it is. A kind nobody knows becomes
/// [`Event::Unrecognised`]; a known kind with a field that cannot be read is refused, naming the field.
pub fn decode(kind: &str, version: u16, body: &Body) -> Result<Event, Undecoded> {
    if version != 1 {
        return Ok(Event::Unrecognised { kind: kind.to_owned(), body: body.clone() });
    }
    let mut fields = Cow::Borrowed(body);
    for name in BESIDE_FIELDS.iter().filter(|name| body.contains_key(**name)) {
        fields.to_mut().remove(*name);
    }
    decode_fields(kind, &fields)
        .map_err(|fault| Undecoded { kind: kind.to_owned(), message: worded(kind, &fault.to_string()) })
}

/// serde's fault in our words: no Rust names, the field named.
fn worded(kind: &str, fault: &str) -> String {
    let fault = fault.split(" at line ").next().unwrap_or(fault);
    if let Some(field) = fault.strip_prefix("unknown field `").and_then(|rest| rest.split('`').next()) {
        return format!("{kind} has no field “{field}”");
    }
    if let Some(field) = fault.strip_prefix("missing field `").and_then(|rest| rest.split('`').next()) {
        return format!("{kind} needs “{field}”");
    }
    if let Some(rest) = fault.strip_prefix("unknown variant `") {
        let mut parts = rest.splitn(2, "`, expected ");
        let (given, known) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
        return format!("“{given}” is not an answer here: choose {}", known.replace('`', ""));
    }
    format!("{kind}: {fault}")
}

/// Every kind of event, in the order of its families.
pub fn kinds() -> impl Iterator<Item = &'static EventKind> {
    KINDS.iter().copied()
}

/// The kind of this name.
pub fn kind_info(kind: &str) -> Option<&'static EventKind> {
    kinds().find(|info| info.kind == kind)
}

event_enum! {
    identity: PersonIdentified NameRecorded BirthRecorded IdentifierRecorded CharacteristicsRecorded
        ContactDetailRecorded PersonDied SamePerson NotSamePerson RestrictionPlaced RestrictionLifted
        RecordSealed PaperFileRegistered DocumentScanned EntryCorrected EntryWithdrawn EntryReinstated
        EntryDisposed;
    family: HouseholdJoined HouseholdLeft RelationshipRecorded RelationshipEnded AdultEngaged
        AdultNotEngaged HazardRecorded HazardEnded;
    organisation: TeamOpened TeamClosed PostCreated PostFilled PostVacated CaseloadReviewed RegistrationRecorded
        FunctionGranted FunctionWithdrawn;
    threshold: ThresholdDocumentPublished ThresholdDocumentAcknowledged;
    performance: ReferenceValueLoaded TargetSet CommentaryWritten FigurePublished;
    partner: PartnerMessageReceived PartnerMessageRead PartnerMessageActioned PoliceNotificationReceived
        PoliceNotificationGraded PoliceNotificationActioned;
    contact: ContactReceived ContactScreened ContactDecided DecisionReviewed DecisionRerated ContactReopened AdviceGiven ReferrerInformed
        ReferrerAcknowledged ConcernRecorded;
    disagreement: DisagreementRaised DisagreementAnswered DisagreementEscalated DisagreementResolved;
    specialist: SpecialistConcernRaised SpecialistConcernReferredOn SpecialistConcernAnswered;
    referral: ReferralReceived ReferralDecided ReferralConfirmedInWriting HomelessPresentationReceived
        FgmIdentified FgmReportedToPolice AllocationStarted AllocationEnded ChildToldOfChange;
    sharing: InformationRequested InformationShared InformationWithheld InformationNotRequested ConsentSought ConsentGiven
        ConsentRefused ConsentWithdrawn ConsentDispensedWith;
    transfer: TransferRequested TransferQualityChecked TransferAccepted TransferDeclined;
    out_of_hours: HandoverMade HandoverAccepted ShiftRostered;
    assessment: AssessmentStarted AssessmentCheckpointHeld FactorRecorded AssessmentCompleted
        AssessmentSignedOff AssessmentReturned;
    strategy_discussion: HarmSuspected StrategyDiscussionHeld EnquiryDecided;
    enquiry: EnquiryStarted EnquiryEnded EnquiryCompleted MedicalRequested MedicalHeld MedicalDeclined;
    conference: TransferInNotified ConferenceBooked ConferenceInvitationSent ConferenceReportShared ConferenceHeld ConferenceDecided
        ConferenceDecisionNotified ConferenceRecordIssued ChallengeRaised ChallengeAnswered;
    plan: ProtectionPlanStarted ProtectionPlanRevised ProtectionPlanApproved ProtectionPlanCategoryChanged
        ProtectionPlanEnded NeedPlanStarted NeedPlanReviewed NeedPlanEnded
        ActionAssigned ActionReviewed ActionCompleted CoreGroupHeld;
    risk: RiskAssessmentCompleted RiskIncreased DangerStatementRecorded SafetyGoalScaled;
    early_help: EarlyHelpRequested EarlyHelpAllocated EarlyHelpDeclined EarlyHelpAssessmentStarted
        EarlyHelpAssessmentCompleted EarlyHelpAssessmentReturned EarlyHelpEpisodeStarted EarlyHelpPlanAgreed
        TeamAroundFamilyMet EarlyHelpEpisodeEnded StepUpRequested StepUpAccepted StepDownDecided StepDownAccepted
        StepDownChecked;
    support: ServiceOfferListed ServiceOfferWithdrawn SignpostMade SignpostTakenUp ServiceReferred ServiceStarted
        ServiceSessionHeld ServiceEngagementRecorded ServiceEnded;
    advocacy: AdvocacyOffered AdvocacyDeclined AdvocacyStarted AdvocacyViewsPresented AdvocacyEnded IndependentVisitorMatched
        IndependentVisitorVisited IndependentVisitorEnded ParticipationRecorded ConferencePreparationHeld
        ConferenceReportRead;
    marac: MaracReferred MaracHeard MappaNotified;
    needs: OfferMade OfferDeclined OutcomeRated;
    visit: VisitMade VisitAttempted VisitRefused CaseNoteRecorded;
    voice: ViewsRecorded ViewsAnswered DirectWorkHeld InterpreterBooked;
    management: ManagementDecisionMade SupervisionHeld DeviationRecorded EntryMarkedSignificant
        ChronologyReviewed;
    closure: ClosureDecided AdoptionOrderMade;
}

/// Every closed list that an event names.
pub(crate) const CHOICE_LISTS: &[&ChoiceList] = &[
    PersonCategory::LIST,
    Sex::LIST,
    NameUse::LIST,
    IdentifierScheme::LIST,
    Relation::LIST,
    YesNo::LIST,
    Function::LIST,
    Role::LIST,
    Rating::LIST,
    LevelOfNeed::LIST,
    ContactMethod::LIST,
    ReviewResult::LIST,
    ContactOutcome::LIST,
    MessageOutcome::LIST,
    TransferCheck::LIST,
    ReferralOutcome::LIST,
    AssessmentType::LIST,
    AssessmentOutcome::LIST,
    Grade::LIST,
    Agency::LIST,
    Presence::LIST,
    EnquiryDecision::LIST,
    EnquiryOutcome::LIST,
    MedicalKind::LIST,
    ConferenceType::LIST,
    Progress::LIST,
    ActionState::LIST,
    VisitPurpose::LIST,
    VisitPlace::LIST,
    SeenAlone::LIST,
    Significance::LIST,
    NotePurpose::LIST,
    NeedRating::LIST,
    EarlyHelpEnd::LIST,
    Engagement::LIST,
    AdvocacyPurpose::LIST,
    TakingPart::LIST,
    RefusalReason::LIST,
    DisagreementLevel::LIST,
    DisagreementOutcome::LIST,
    SpecialistConcern::LIST,
];

/// A field that was not filled leaves no trace in the body.
pub(crate) trait Absent {
    /// Whether there is nothing to write.
    fn absent(&self) -> bool;
}

impl<T> Absent for Option<T> {
    fn absent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Absent for Vec<T> {
    fn absent(&self) -> bool {
        self.is_empty()
    }
}

pub(crate) fn absent<T: Absent>(field: &T) -> bool {
    field.absent()
}

pub(crate) fn as_body(event: &impl serde::Serialize) -> Body {
    match serde_json::to_value(event) {
        Ok(Value::Object(body)) => body,
        // A struct of plain fields always serialises to an object.
        other => unreachable!("an event serialises to {other:?}"),
    }
}

/// A kind's place in a child's journey: the order of the families above. Unknown kinds come last.
pub(crate) fn kind_rank(kind: &str) -> usize {
    KINDS.iter().position(|info| info.kind == kind).unwrap_or(KINDS.len())
}
