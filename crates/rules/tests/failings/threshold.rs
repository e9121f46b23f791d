//! The threshold document and what stands beside figures: what is asked however an entry comes, by page or by file.

use crate::sitting::sentences;
use crate::support::Told;

const DOCUMENT: &str = "
recording by head as head_of_service at 2026-01-05T09:00:00Z
  2026-01-05 child person.identified
    forename: Tegen
  2026-01-05 authority threshold_document.published
    version: 2026-1
    in_force_from: 2026-01-12
    approved_by: Board, minute 4
    approved_on: 2026-01-02
    agencies: health
    indicators:
      - code: 3.2
        level: in_need
        words: Without meals or sleep
";

/// The sentences that a decision about the child lacks for its citation of the document.
fn cited(on: &str, lines: &str) -> Vec<String> {
    let decision = format!("\nrecording by manager as team_manager\n  {on} child contact.decided\n{lines}");
    let lacks = Told::with_staff(DOCUMENT).lacks(&decision);
    let of = sentences(&lacks).into_iter().filter(|(failing, _)| *failing == "F010");
    of.map(|(_, words)| words.to_owned()).collect()
}

#[test]
fn f010_a_decision_cites_the_version_of_its_day_and_an_indicator_that_version_has() {
    assert_eq!(cited("2026-03-02", "    threshold_version: 2026-1\n    indicators: 3.2\n"), [""; 0]);
    let other = cited("2026-03-02", "    threshold_version: 2025-1\n    indicators: 3.2\n");
    assert!(other.len() == 1 && other[0].contains("follows version 2026-1"), "{other:?}");
    let unknown = cited("2026-03-02", "    threshold_version: 2026-1\n    indicators: 9.9\n");
    assert_eq!(unknown, ["Version 2026-1 has no indicator 9.9."]);
    let early = cited("2026-01-09", "    threshold_version: 2026-1\n    indicators: 3.2\n");
    assert_eq!(early, ["No threshold document was in force on 9 January 2026."]);
}

#[test]
fn f010_a_version_takes_no_earlier_name_and_gives_each_code_once() {
    let again = "
recording by head as head_of_service
  2026-04-01 authority threshold_document.published
    version: 2026-1
    in_force_from: 2026-05-01
    approved_by: Board, minute 9
    approved_on: 2026-03-30
    agencies: health
    indicators:
      - code: 3.2
        level: in_need
        words: Without meals
      - code: 3.2
        level: in_need
        words: Without sleep
";
    let lacks = Told::with_staff(DOCUMENT).lacks(again);
    let said: Vec<&str> = sentences(&lacks).into_iter().map(|(_, words)| words).collect();
    assert!(said.iter().any(|words| words.contains("Another version has this name")), "{said:?}");
    assert!(said.iter().any(|words| words.contains("Each code stands for one indicator")), "{said:?}");
}

#[test]
fn an_aim_is_of_a_figure_of_the_catalogue_in_figures_from_a_day_and_for_a_reason() {
    let aim = "\nrecording by head as head_of_service\n  2026-04-01 authority target.set\n    indicator: nonsense\n    value: many\n";
    let lacks = Told::with_staff(DOCUMENT).lacks(aim);
    let fields: Vec<&str> = lacks.iter().filter_map(|one| one.field).collect();
    assert_eq!(fields, ["indicator", "value", "from", "reason"]);
}
