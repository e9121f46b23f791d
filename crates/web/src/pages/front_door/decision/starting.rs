//! What each outcome would start, with its dates, by the rules themselves.

use calendar::display;
use practice::Answer;
use record::Choices;
use record::events::{ContactDecided, ContactOutcome, ReferralDecided, ReferralOutcome};

use crate::components::aside::{Beside, SidePanel};
use crate::components::options::Choosable;
use crate::components::prose::Prose;
use crate::forms::{Opened, decision_would_start, moment};
use crate::problem::Problem;

/// Limits that every child has at all times: they say nothing of an outcome.
const ALWAYS: [&str; 3] = ["no-activity", "oversight", "chronology-review"];
/// Most duties that are named beside an outcome.
const NAMED_MOST: usize = 3;

/// The outcomes of a contact as the form lists them, each with what it would start for the first child.
pub(super) fn choosable(opened: &Opened) -> Result<Vec<Choosable>, Problem> {
    let Some(question) = opened.form.question("outcome").filter(|question| question.shared) else {
        return Ok(Vec::new());
    };
    let chosen = match opened.answers.shared.get("outcome") {
        Some(Answer::One(code)) => code.as_str(),
        _ => "",
    };
    let mut all = Vec::new();
    for option in &question.options {
        let Some(outcome) = ContactOutcome::from_code(&option.code) else { continue };
        let decision = ContactDecided { outcome: Some(outcome), ..ContactDecided::default() };
        all.push(Choosable {
            value: option.code.clone(),
            words: option.label.clone(),
            beneath: purpose(outcome).into(),
            follows: follows(opened, decision.into())?,
            chosen: option.code == chosen,
        });
    }
    Ok(all)
}

/// What each outcome of a referral would start.
pub(super) fn starts_of_referral(opened: &Opened) -> Result<Vec<SidePanel>, Problem> {
    let mut points = Vec::new();
    for outcome in [ReferralOutcome::Assessment, ReferralOutcome::StrategyDiscussion] {
        let decision = ReferralDecided { outcome: Some(outcome), ..ReferralDecided::default() };
        let label = opened.app.practice.label("ReferralOutcome", outcome.code()).to_owned();
        let follows = follows(opened, decision.into())?;
        points.push(Prose::new().strong(format!("{label}:")));
        points.push(follows);
    }
    Ok(vec![SidePanel::new("What each would start today", Beside::Words(points))])
}

/// “From today: hold the strategy discussion by Tue 3 March.”
fn follows(opened: &Opened, event: record::Event) -> Result<Prose, Problem> {
    let Some(about) = opened.people.first() else { return Ok(Prose::new()) };
    let at = moment(opened.app.now());
    let duties = decision_would_start(&opened.app, &about.around, event, at)?;
    let duties: Vec<_> = duties.into_iter().filter(|duty| !ALWAYS.contains(&duty.timescale.id)).collect();
    let mut words = Prose::new();
    let mut named = duties
        .iter()
        .filter_map(|duty| Some((duty.timescale.title, duty.due_on?)))
        .take(NAMED_MOST)
        .peekable();
    if named.peek().is_none() {
        return Ok(words.quiet("Starts no date."));
    }
    words = words.strong("From today: ");
    while let Some((title, due)) = named.next() {
        let end = if named.peek().is_some() { "; " } else { "." };
        words = words
            .text(format!("{} by ", lower(title)))
            .strong(display::weekday_date(due))
            .text(format!(", {}{end}", display::how_far_off(opened.today, due)));
    }
    Ok(words)
}

fn lower(title: &str) -> String {
    let mut letters = title.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// What an outcome is for.
fn purpose(outcome: ContactOutcome) -> &'static str {
    match outcome {
        ContactOutcome::NoFurtherAction => {
            "Nothing that anybody told us asks for more. A concern of harm needs a manager’s reason for each child."
        }
        ContactOutcome::AdviceGiven => "Whoever rang knows what to do next, and no child is at risk of harm.",
        ContactOutcome::EarlyHelp => "The family agrees to help, and no child is at risk of harm.",
        ContactOutcome::Referral => {
            "A child may be in need, and is safe for now. A referral opens for each child."
        }
        ContactOutcome::StrategyDiscussion => {
            "A child may be suffering, or likely to suffer, significant harm. Police and health are called together."
        }
        ContactOutcome::OpenCase => "The child has a worker, who is told.",
        ContactOutcome::OtherAuthority => "Another authority answers for the child. Say whom you told there.",
    }
}
