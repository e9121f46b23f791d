//! What a disagreement, a specialist concern or a new version of the threshold document opens with.

use chronology::EntryId;
use practice::{Answer, Row};
use record::{Choices, Timeline};

use super::super::opening::Opened;
use super::cell;

/// The last decision on a contact about the child: what an agency most often disputes.
pub(super) fn disagreement(opened: &mut Opened) {
    let decided = |timeline: &Timeline| {
        let mut made = timeline.contacts.iter().filter_map(|contact| contact.decided.as_ref());
        made.next_back().map(|made| made.by)
    };
    named(opened, "decision", decided);
}

/// The disagreement that waits, or that was answered last.
pub(super) fn of_disagreement(opened: &mut Opened) {
    let hours = opened.app.views.settings().limit("disagreement_answer_hours");
    let latest = |timeline: &Timeline| {
        let all = rules::disagreement::disagreements(timeline, hours);
        let open = all.iter().rev().find(|one| one.outcome().is_none()).or(all.last());
        open.map(|one| one.entry.id)
    };
    named(opened, "disagreement", latest);
}

/// The specialist concern that has no answer yet.
pub(super) fn of_concern(opened: &mut Opened) {
    let waiting = |timeline: &Timeline| {
        let all = rules::specialist::concerns(timeline);
        all.iter().rev().find(|one| one.answer.is_none()).map(|one| one.entry.id)
    };
    named(opened, "concern", waiting);
}

/// Names an entry of the first person's record, where there is one person: several have none in common.
fn named(opened: &mut Opened, question: &str, entry: impl Fn(&Timeline) -> Option<EntryId>) {
    let [about] = opened.people.as_slice() else { return };
    if let Some(id) = entry(&about.around.timeline) {
        opened.seed(None, question, Answer::One(id.to_string()));
    }
}

/// The signs and agencies of the version before: a new one changes a few of them.
pub(super) fn threshold_publication(opened: &mut Opened) {
    let Some(about) = opened.people.first() else { return };
    let person = about.id.clone();
    let versions = rules::threshold::versions(&about.around.timeline);
    let Some(last) = versions.last() else { return };
    let row = |one: &record::events::ThresholdIndicator| {
        let mut row = Row::new();
        cell(&mut row, "code", one.code.clone().unwrap_or_default());
        cell(&mut row, "level", one.level.map(Choices::code).unwrap_or_default());
        cell(&mut row, "words", one.words.clone().unwrap_or_default());
        row
    };
    let rows: Vec<Row> = last.said.indicators.iter().map(row).collect();
    let agencies = last.said.agencies.iter().map(|agency| agency.code().to_owned()).collect();
    opened.seed(Some(&person), "indicators", Answer::Rows(rows));
    opened.seed(Some(&person), "agencies", Answer::Several(agencies));
}
