//! What shows that a manager looked at a child: one meaning for the limit and for what is noticed.

use record::Event;

/// Whether an entry is a manager's look at work under way: a decision, supervision, a sign-off, an approval. The
/// decision that accepts a referral opens the work, and is not yet a look at it.
pub(crate) fn by_management(event: &Event) -> bool {
    matches!(
        event,
        Event::ManagementDecisionMade(_)
            | Event::SupervisionHeld(_)
            | Event::DeviationRecorded(_)
            | Event::AssessmentCheckpointHeld(_)
            | Event::AssessmentSignedOff(_)
            | Event::AssessmentReturned(_)
            | Event::EnquiryDecided(_)
            | Event::EnquiryCompleted(_)
            | Event::ProtectionPlanApproved(_)
    )
}
