//! What a form opens with, so that nothing that the record holds is typed twice.
//!
//! A carried answer is confirmed, changed or dropped; a seed is a row or a line already written in, which the
//! writer completes or strikes out. Seeds are put only into a form opened afresh, and never over an answer.

use chronology::PersonId;
use practice::{Answer, Row};
use record::Choices;
use record::events::{Action, Attendance, ConferenceHeld, Danger};

use super::opening::Opened;

mod disputes;
mod meetings;
mod needs;
mod plans;
mod told;

pub(crate) use plans::latest_version;

/// Puts in what the record already holds.
pub(super) fn sow(opened: &mut Opened) {
    match opened.form.id.as_str() {
        "conference" => meetings::conference(opened),
        "conference_decision" => meetings::conference_decision(opened),
        "core_group" => meetings::core_group(opened),
        "strategy_discussion" => meetings::strategy_discussion(opened),
        "enquiry_decision" => meetings::enquiry_decision(opened),
        "enquiry_start" => meetings::enquiry_start(opened),
        "referrer_informed" => told::referrer_informed(opened),
        "contact_decision" => told::contact_decision(opened),
        "decision_review" => told::decision_review(opened),
        "referral_decision" => told::referral_decision(opened),
        "closure" => needs::closure(opened),
        "need_plan" => needs::need_plan(opened),
        "need_plan_review" => needs::need_plan_review(opened),
        "risk_assessment" => needs::risk_assessment(opened),
        "protection_plan" => plans::protection_plan(opened),
        "protection_plan_approval" => plans::approval(opened),
        "disagreement" => disputes::disagreement(opened),
        "disagreement_answer" | "disagreement_further" | "disagreement_settled" => {
            disputes::of_disagreement(opened);
        }
        "specialist_concern_referral" | "specialist_concern_answer" => disputes::of_concern(opened),
        "threshold_publication" => disputes::threshold_publication(opened),
        "allocation" => told::allocation(opened),
        "assessment_start" => told::assessment_start(opened),
        _ => {}
    }
}

/// Renews in a draft what must be as it stands today: a plan is approved in its latest version, whatever stood
/// there when the draft was begun.
pub(super) fn renew(opened: &mut Opened) {
    if opened.form.id == "protection_plan_approval" {
        for person in opened.children() {
            if let Some(part) = opened.answers.children.get_mut(&person) {
                part.answers.remove("revision");
            }
        }
        plans::approval(opened);
    }
}

/// Fills in, before a form is read, what one part of a page says for another: whoever takes part in a
/// discussion is whoever told what their agency knew.
pub(super) fn complete(sent: &mut super::Sent) {
    for place in 0..ROWS_MOST {
        let knew = format!("shared.knew.{place}");
        if sent.get(&format!("{knew}.what")).is_none() {
            continue;
        }
        for (cell, from) in [("agency", "agency"), ("who", "name")] {
            let given = sent.get(&format!("shared.attendance.{place}.{from}")).map(str::to_owned);
            if let (None, Some(given)) = (sent.get(&format!("{knew}.{cell}")), given) {
                sent.set(&format!("{knew}.{cell}"), given);
            }
        }
    }
}

/// Most rows of a table that are completed.
const ROWS_MOST: usize = 60;

impl Opened {
    /// Answers a question unless it is answered already. `None`: the shared part.
    fn seed(&mut self, person: Option<&PersonId>, question: &str, answer: Answer) {
        let known = self.form.question(question).is_some_and(|asked| asked.shared == person.is_none());
        if !known || answer.is_blank() {
            return;
        }
        let part = match person {
            None => &mut self.answers.shared,
            Some(person) => self.answers.children.entry(person.clone()).or_default(),
        };
        if part.get(question).is_none() {
            part.carried.remove(question);
            part.set(question, answer);
        }
    }

    /// The ids of those whom the form is about.
    fn children(&self) -> Vec<PersonId> {
        super::opening::ids(&self.people)
    }

    /// Adds a professional's or a relative's name as this form's first person knows it.
    fn name_of(&self, person: &PersonId) -> String {
        let known =
            self.people.iter().find(|about| about.around.others.contains_key(person) || about.id == *person);
        known.map_or_else(|| self.app.views.name(person), |about| about.around.circle().name_of(person))
    }
}

fn cell(row: &mut Row, name: &str, value: impl Into<String>) {
    let value = value.into();
    if !value.is_empty() {
        row.insert(name.to_owned(), value);
    }
}

/// Somebody asked to a meeting, as a row without whether they came.
fn asked(name: &str, capacity: &str, agency: &str, person: Option<&PersonId>) -> Row {
    let mut row = Row::new();
    cell(&mut row, "name", name);
    cell(&mut row, "capacity", capacity);
    cell(&mut row, "agency", agency);
    cell(&mut row, "person", person.map(PersonId::to_string).unwrap_or_default());
    row
}

/// Somebody who was at an earlier meeting, asked to the next.
fn asked_again(attendance: &Attendance) -> Row {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let agency = attendance.agency.map(Choices::code).unwrap_or_default();
    asked(&text(&attendance.name), &text(&attendance.capacity), agency, attendance.person.as_ref())
}

/// An action as a row of a table of actions.
fn action_row(action: &Action, owner: impl Fn(&PersonId) -> String) -> Row {
    let mut row = Row::new();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    cell(&mut row, "need", text(&action.need));
    cell(&mut row, "what", text(&action.what));
    let named = action.owner_name.clone().or_else(|| action.owner.as_ref().map(owner));
    cell(&mut row, "owner_name", named.unwrap_or_default());
    cell(&mut row, "owner", action.owner.as_ref().map(PersonId::to_string).unwrap_or_default());
    cell(&mut row, "agency", action.agency.map(Choices::code).unwrap_or_default());
    cell(&mut row, "by", action.by.map(|by| by.to_string()).unwrap_or_default());
    cell(&mut row, "outcome", text(&action.outcome));
    cell(&mut row, "measure", text(&action.measure));
    row
}

/// A danger as a row of a table of dangers.
fn danger_row(danger: &Danger, scale: Option<u32>) -> Row {
    let mut row = Row::new();
    cell(&mut row, "statement", danger.statement.clone().unwrap_or_default());
    cell(&mut row, "safety_goal", danger.safety_goal.clone().unwrap_or_default());
    cell(&mut row, "scale", scale.map(|scale| scale.to_string()).unwrap_or_default());
    row
}

/// Rows without those that name the same person or the same words again.
fn distinct(rows: Vec<Row>, key: &str) -> Vec<Row> {
    let mut kept: Vec<Row> = Vec::new();
    for row in rows {
        let same = |one: &Row| {
            one.get(key).map(|text| text.to_lowercase()) == row.get(key).map(|text| text.to_lowercase())
        };
        if row.contains_key(key) && !kept.iter().any(same) {
            kept.push(row);
        }
    }
    kept
}

/// The last conference held about a child.
fn last_conference(about: &super::About) -> Option<&ConferenceHeld> {
    about.around.timeline.of::<ConferenceHeld>().last().map(|(_, held)| held)
}
