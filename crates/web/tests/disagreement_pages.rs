//! Two agencies of one kind about one child: each sees what came of its own disagreement, and nothing of the other's.
//! Today is 1 April 2026.

mod common;
#[expect(dead_code, reason = "these tests need only some of it")]
mod organised;

use organised::*;

const FRONT_DOOR: &str = "
recording by helen-marrack as head_of_service at 2025-01-06T09:00:00Z
  2025-01-06 front-door team.opened
    name: Front door
  2025-01-06 front-door function.granted
    function: front_door
";

/// A message of one school about Tegen, taken as a contact and decided, in the minutes after an hour.
fn message(reference: &str, school: &str, hour: u8) -> String {
    format!(
        "recording by tom-ferris as partner at 2026-03-30T{hour:02}:00:00Z\n  2026-03-30 {hour:02}:30 front-door partner_message.received \
         @{reference}\n    reference: {reference}\n    agency: school\n    organisation: {school}\n    sender_name: Lead of {school}\n    \
         children:\n      - forename: Tegen\nrecording by martin-eddy as front_door_manager at 2026-03-30T{hour:02}:30:00Z\n  2026-03-30 \
         {hour:02}:40 tegen contact.received @{reference}c\n    agency: school\n  2026-03-30 {hour:02}:40 front-door partner_message.actioned\n    \
         message: @{reference}\n    child: tegen\n    outcome: contact\n  2026-03-30 {hour:02}:50 tegen contact.decided\n    contact: \
         @{reference}c\n    outcome: early_help\n    level_of_need: early_help\n    reason: Enough\n    history_weighed: None\n    \
         early_help_destination: The hub\n    early_help_consent: Her mother\n    decided_by: martin-eddy\n"
    )
}

#[tokio::test]
async fn a_sender_sees_its_own_disagreement_and_not_another_s_about_the_same_child() {
    let text = FRONT_DOOR.to_owned()
        + &child("tegen", "Tegen Nance")
        + &message("AAAA-BBBB-CCCC", "Porthavel Primary", 8)
        + &message("DDDD-EEEE-FFFF", "Tolcarne Nursery", 11);
    let county = county(&text);
    let (ours, theirs) = ("/partners/receipt/AAAA-BBBB-CCCC", "/partners/receipt/DDDD-EEEE-FFFF");
    let raise = [("why", "She is afraid of her uncle"), ("do", "raise")];
    let raised = county.post("tom-ferris", &format!("{ours}/disagree"), &raise).await;
    assert_eq!(raised.status, 303, "{}", raised.text);
    let own = county.get_signed_out(ours).await;
    assert!(
        own.text.contains("the team manager has it") && !own.text.contains("If you disagree"),
        "{}",
        own.text
    );
    let other = county.get_signed_out(theirs).await;
    is_page(&other);
    assert!(
        !other.text.contains("the team manager has it") && other.text.contains("If you disagree"),
        "{}",
        other.text
    );
    let further = [("why", "No"), ("do", "further")];
    assert_eq!(
        county.post("tom-ferris", &format!("{theirs}/disagree"), &further).await.status,
        400,
        "nothing to take further"
    );
}
