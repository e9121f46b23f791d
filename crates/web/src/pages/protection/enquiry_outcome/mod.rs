//! What enquiries found, for each child, and what follows from it.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use calendar::display;
use chronology::Occurred;
use maud::Markup;
use practice::Answer as Given;
use record::Choices;
use record::events::{
    EnquiryCompleted, EnquiryOutcome, MedicalHeld, StrategyDiscussionHeld, VisitMade, YesNo,
};

use crate::components::crumbs::Crumb;
use crate::components::options::Choosable;
use crate::components::prose::Prose;
use crate::forms::{About, Opened, decision_would_start, sheet};
use crate::pages::known;
use crate::problem::Problem;

/// The page on which the outcome is decided.
pub(crate) fn decide(opened: &Opened) -> Result<Markup, Problem> {
    let due = known::duty_of(opened, &["icpc-15wd"]).and_then(|duty| duty.due_on);
    let mut children = Vec::new();
    for about in &opened.people {
        children.push(Enquired {
            scope: about.id.to_string(),
            facts: facts(about),
            said: known::words_of(opened, about),
            outcomes: outcomes(opened, about)?,
        });
    }
    let page = EnquiryOutcomePage {
        crumbs: vec![Crumb::new("My work", "/work"), Crumb::new(opened.form.title.clone(), "")],
        initials: known::initials(opened),
        question: format!("What did the enquiry find for {}?", known::each_of(opened)),
        summary: summary(opened),
        due: due.map(|on| known::due(opened, on, "a conference, if one is needed, by")),
        children,
        sheet: sheet(opened),
        beside: known::beside(opened),
    };
    Ok(view(&opened.app.frame(Some(&opened.signed_in)), &page))
}

fn summary(opened: &Opened) -> String {
    let began = opened
        .people
        .iter()
        .filter_map(|about| about.around.timeline.enquiries.last())
        .map(|enquiry| enquiry.opened_on)
        .min();
    match began {
        Some(day) => format!("{}. Enquiries began on {}.", known::children(opened), display::long_date(day)),
        None => format!("{}. No enquiry is recorded as begun.", known::children(opened)),
    }
}

/// When the child was seen since the discussion, and what others found, with days.
fn facts(about: &About) -> Vec<Prose> {
    let timeline = &about.around.timeline;
    let since = timeline.of::<StrategyDiscussionHeld>().last().map(|(entry, _)| entry.day());
    let mut facts = Vec::new();
    for (entry, visit) in
        timeline.of::<VisitMade>().filter(|(entry, _)| since.is_none_or(|since| since <= entry.day()))
    {
        let seen = match (visit.seen, visit.seen_alone.map(Choices::code)) {
            (Some(YesNo::Yes), Some("yes")) => "seen alone",
            (Some(YesNo::Yes), _) => "seen, not alone",
            _ => "not seen",
        };
        let by = visit.visited_by.as_ref().unwrap_or(entry.author());
        let by = about.around.circle().name_of(by);
        let analysis = visit.analysis.clone().map(|text| format!(": {text}")).unwrap_or_default();
        facts.push(
            Prose::new()
                .strong(display::weekday_date(entry.day()))
                .text(format!(", {seen} by {by}{analysis}")),
        );
    }
    for (entry, medical) in timeline.of::<MedicalHeld>() {
        let found = record::Event::from(medical.clone());
        let body = found.body();
        let words = body.values().find_map(|value| value.as_str().filter(|text| text.contains(' ')));
        facts.push(
            Prose::new()
                .strong(display::weekday_date(entry.day()))
                .text(format!(", medical: {}", words.unwrap_or("held"))),
        );
    }
    if facts.is_empty() {
        facts.push(
            Prose::new()
                .quiet(format!("Nobody has recorded seeing {} since the discussion. ", about.short))
                .link(format!("/forms/visit?about={}", about.id), "Record a visit"),
        );
    }
    facts
}

/// What may be found, and what each would start for this child.
fn outcomes(opened: &Opened, about: &About) -> Result<Vec<Choosable>, Problem> {
    let Some(question) = opened.form.question("outcome") else { return Ok(Vec::new()) };
    let part = opened.answers.children.get(&about.id);
    let chosen = match part.and_then(|part| part.get("outcome")) {
        Some(Given::One(code)) => code.as_str(),
        _ => "",
    };
    let mut all = Vec::new();
    for option in &question.options {
        let Some(outcome) = EnquiryOutcome::from_code(&option.code) else { continue };
        let asked = outcome == EnquiryOutcome::SubstantiatedContinuingRisk;
        let event = EnquiryCompleted {
            outcome: Some(outcome),
            conference_requested: Some(asked),
            ..EnquiryCompleted::default()
        };
        let duties =
            decision_would_start(&opened.app, &about.around, event.into(), Occurred::day(opened.today))?;
        let dates: Vec<String> = duties
            .iter()
            .filter_map(|duty| {
                Some(format!("{} by {}", duty.timescale.title, display::weekday_date(duty.due_on?)))
            })
            .take(2)
            .collect();
        let follows = match (dates.is_empty(), asked) {
            (false, _) => Prose::new().text(dates.join("; ")),
            (true, true) => match known::duty_of(opened, &["icpc-15wd"]).and_then(|duty| duty.due_on) {
                Some(due) => Prose::new().text("Conference by ").strong(display::weekday_date(due)).text("."),
                None => Prose::new().text("A conference follows, unless a manager says why not."),
            },
            (true, false) => Prose::new().quiet("The conference’s date stops."),
        };
        all.push(Choosable {
            value: option.code.clone(),
            words: option.label.clone(),
            beneath: purpose(outcome).into(),
            follows,
            chosen: option.code == chosen,
        });
    }
    Ok(all)
}

fn purpose(outcome: EnquiryOutcome) -> &'static str {
    match outcome {
        EnquiryOutcome::NotSubstantiated => "The child may still be in need.",
        EnquiryOutcome::SubstantiatedNoContinuingRisk => {
            "Say what has ended it, and who would see if it came back."
        }
        EnquiryOutcome::SubstantiatedContinuingRisk => "A conference follows, unless a manager says why not.",
    }
}
