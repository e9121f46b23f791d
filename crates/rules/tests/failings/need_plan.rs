//! Agreeing a child in need plan, whichever way it comes in.

use crate::sitting::sentences;
use crate::support::Told;

const WEIGHED: &str = "
recording by worker as social_worker
  2026-03-02 child person.identified
    forename: Jago
  2025-12-29 child assessment.started
  2026-03-20 child risk_assessment.completed
    dangers:
      - statement: That he is alone at night
        scale: 6
    past_harm: Four nights in January
    protects: His aunt
    weighing: Safe while she is there
";

const AGREED: &str = "
recording by worker as social_worker
  2026-03-27 child child_in_need_plan.agreed
    outcomes: Jago sleeps in a warm room
    actions:
      - need: To be warm
        what: Fill the meter each Monday
        owner_name: Demelza Nance
        by: 2026-04-20
        outcome: The house is warm
        measure: Seen on each visit
    visit_every_working_days: 20
    review_on: 2026-06-26
    contingency: We meet on the day after a night alone
    parents_version: You asked for help with the meter
    parents_read_on: 2026-03-27
";

#[test]
fn f065_a_child_in_need_plan_without_a_measure_or_a_contingency_is_refused_naming_it() {
    let told = Told::with_staff(WEIGHED);
    assert_eq!(told.lacks(AGREED), []);
    let thin = AGREED
        .replace("        measure: Seen on each visit\n", "")
        .replace("    contingency: We meet on the day after a night alone\n", "")
        .replace("    parents_read_on: 2026-03-27\n", "");
    assert_eq!(
        sentences(&told.lacks(&thin)),
        [
            ("F065", "“Fill the meter each Monday” for Jago does not say how we shall know."),
            ("F065", "Say what is done if the plan fails for Jago."),
            ("F065", "Say on which day the parents went through the plan for Jago."),
        ]
    );
    let before = thin.replace("2026-03-27 child", "2025-12-30 child");
    assert_eq!(told.lacks(&before), [], "a plan of before the form asked");
}
