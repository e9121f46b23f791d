//! Assessments: whether this child was seen, heard and thought about.

use record::Event;
use record::events::AssessmentCompleted;

use super::{Found, said, similarity, text};

/// Different words a section needs before it says anything about a child.
const SECTION_WORDS_LEAST: usize = 30;
/// Words of an analysis.
const ANALYSIS_WORDS_LEAST: usize = 80;
/// An analysis as like the evidence as this is a copy of it.
const COPIED: f64 = 0.5;
/// An analysis as like a brother's or sister's as this is not this child's.
const SIBLING_LIKENESS: f64 = 0.7;
/// An analysis as like last time's as this is last time's.
const UNCHANGED: f64 = 0.8;
/// Agencies that must have been asked.
const AGENCIES_LEAST: usize = 2;
/// The code for “no factors identified”.
const NO_FACTORS: &str = "21";

pub(super) fn check(event: &Event, found: &mut Found<'_, '_>) {
    if let Event::AssessmentCompleted(assessment) = event {
        seen_and_heard(assessment, found);
        sections(assessment, found);
        factors(assessment, found);
        analysis(assessment, found);
        shared(assessment, found);
    }
}

fn seen_and_heard(assessment: &AssessmentCompleted, found: &mut Found<'_, '_>) {
    let excused = !said(&assessment.not_seen_reason).is_empty() && assessment.not_seen_agreed_by.is_some();
    if assessment.child_seen_on.is_none() && !excused {
        found.tell(
            "C01",
            "child_seen_on",
            "Say when the child was seen, or why not and which manager agreed",
        );
    }
    if said(&assessment.views).is_empty() && said(&assessment.no_views_reason).is_empty() {
        found.tell("C01", "views", "Give the child's own words, or say why there are none");
    }
    for (at, adult) in assessment.significant_adults.iter().enumerate() {
        if adult.engaged != Some(true) && said(&adult.reason).is_empty() {
            let message = "Say that this grown-up was spoken with, or why not";
            found.tell_part("C01", "significant_adults", Some(at), message);
        }
    }
}

fn sections(assessment: &AssessmentCompleted, found: &mut Found<'_, '_>) {
    let sections = [
        ("day_in_life", said(&assessment.day_in_life), "a day in the child's life"),
        ("risks", said(&assessment.risks), "what harms or may harm the child"),
        ("protective", said(&assessment.protective), "what protects the child"),
        ("history", said(&assessment.history), "the history and what was learned from it"),
    ];
    for (field, words, about) in sections {
        if text::distinct(words, found.context.lists) < SECTION_WORDS_LEAST {
            found.tell("C05", field, format!("Say more about {about}"));
        }
    }
    for (field, words, _) in sections {
        if let Some(unnamed) = found.context.find(words, "passive_unnamed") {
            found.tell("C20", field, format!("“{unnamed}”: say who said or saw it"));
        }
    }
    if assessment.agencies_consulted.len() < AGENCIES_LEAST {
        found.tell(
            "C03",
            "agencies_consulted",
            format!("Ask at least {AGENCIES_LEAST} agencies, or say why not"),
        );
    }
    if said(&assessment.identity_meaning).is_empty() {
        found.tell(
            "C14",
            "identity_meaning",
            "Say what the child's identity means for them, and what follows",
        );
    }
}

fn factors(assessment: &AssessmentCompleted, found: &mut Found<'_, '_>) {
    let codes: Vec<&str> =
        assessment.factors.iter().filter_map(|found| found.factor).map(|factor| factor.code()).collect();
    if codes.contains(&NO_FACTORS) && codes.len() > 1 {
        found.tell("C12", "factors", "“No factors identified” cannot stand beside a factor: take one out");
    }
    for (at, factor) in assessment.factors.iter().enumerate() {
        let none = factor.factor.is_some_and(|factor| factor.code() == NO_FACTORS);
        if !none && said(&factor.effect).is_empty() {
            found.tell_part("C12", "factors", Some(at), "Say what it does to this child");
        }
    }
}

fn analysis(assessment: &AssessmentCompleted, found: &mut Found<'_, '_>) {
    let context = found.context;
    let analysis = said(&assessment.analysis);
    if text::count(analysis) < ANALYSIS_WORDS_LEAST {
        found.tell(
            "C06",
            "analysis",
            format!("Say in {ANALYSIS_WORDS_LEAST} words or more what it all means for this child"),
        );
    }
    let evidence = [&assessment.day_in_life, &assessment.risks, &assessment.protective, &assessment.history];
    let evidence: Vec<&str> = evidence.into_iter().map(said).collect();
    if similarity(analysis, &evidence.join(" ")) >= COPIED
        || evidence.iter().any(|one| similarity(analysis, one) >= COPIED)
    {
        found.tell("C06", "analysis", "This says the evidence again: say what it means");
    }
    if !analysis.is_empty() && !context.has(analysis, "impact_markers") {
        found.tell("C07", "analysis", "Say what the evidence means for the child: “which means that…”");
    }
    let analyses = |events: &[&Event]| -> Vec<String> {
        let analysis = |event: &&Event| match event {
            Event::AssessmentCompleted(assessment) => Some(said(&assessment.analysis).to_owned()),
            _ => None,
        };
        events.iter().filter_map(analysis).collect()
    };
    if analyses(context.siblings).iter().any(|theirs| similarity(analysis, theirs) >= SIBLING_LIKENESS) {
        found.tell(
            "C17",
            "analysis",
            "This is what a brother's or sister's part says: what does it mean for this child?",
        );
    }
    if analyses(context.earlier).last().is_some_and(|last| similarity(analysis, last) >= UNCHANGED) {
        found.tell("C18", "analysis", "This is what the last assessment says: what is different now?");
    }
}

fn shared(assessment: &AssessmentCompleted, found: &mut Found<'_, '_>) {
    if assessment.shared_with_parents != Some(true) && said(&assessment.parents_said).is_empty() {
        found.tell(
            "C24",
            "parents_said",
            "Say when the parents read it and what they said, or why they have not",
        );
    }
    let limit = found.context.settings.limit("single_assessment_working_days");
    let over = found.context.assessment_working_days.is_some_and(|days| days > limit);
    if over && said(&assessment.reason_over_limit).is_empty() {
        found.tell("C16", "reason_over_limit", format!("Say why it took longer than {limit} working days"));
    }
}
