//! Plans, their reviews and their ends, and the meetings that make them.

use record::Event;
use record::events::{Action, ConferenceDecided, ConferenceType, ProtectionPlanRevised};

use super::{Found, said, similarity, text};

/// Words a contingency needs before it says what, who and when.
const CONTINGENCY_WORDS_LEAST: usize = 15;
/// Different words that tell what was seen of a child who cannot say.
const OBSERVATION_WORDS_LEAST: usize = 20;
/// Words of an authoriser's comment.
const COMMENT_WORDS_LEAST: usize = 10;
/// The age from which a child's part is in the child's words.
const CHILD_SPEAKS_FROM_YEARS: u16 = 4;
/// A child's part as like a brother's or sister's as this is theirs, not the child's.
const SIBLING_LIKENESS: f64 = 0.5;
/// A text as like its own last version as this was not thought about anew.
const UNCHANGED: f64 = 0.8;
/// The reading age that a family's words should not pass, in years.
const READING_AGE_MOST: f64 = 12.0;

pub(super) fn check(event: &Event, found: &mut Found<'_, '_>) {
    match event {
        Event::ProtectionPlanRevised(plan) => protection_plan(plan, found),
        Event::NeedPlanStarted(plan) => {
            outcomes("outcomes", said(&plan.outcomes), found);
            needs(&plan.actions, found);
        }
        Event::ProtectionPlanApproved(approved) => comment(said(&approved.comment), found),
        Event::AssessmentSignedOff(signed) => comment(said(&signed.comment), found),
        Event::ProtectionPlanEnded(ended) => {
            ending("reason", said(&ended.reason), "Say why the plan ends", found);
            ending("outcome", said(&ended.outcome), "Say what changed for the child", found);
            ending("support_after", said(&ended.support_after), "Say what help follows", found);
        }
        Event::NeedPlanEnded(ended) => {
            ending("reason", said(&ended.reason), "Say why the plan ends", found);
            ending("outcome", said(&ended.outcome), "Say what changed for the child", found);
        }
        Event::NeedPlanReviewed(review) if review.progress.is_none() => progress(found),
        Event::ConferenceHeld(held) => {
            let review = held.conference_type == Some(ConferenceType::Review);
            if review && held.progress.is_none() {
                progress(found);
            }
        }
        Event::CoreGroupHeld(group) => {
            if group.progress.is_none() {
                progress(found);
            }
            let reviewed: Vec<&str> = group.actions.iter().map(|action| said(&action.what)).collect();
            let open = found.context.open_actions.iter();
            for action in open.filter(|open| !reviewed.contains(&open.trim())) {
                found.tell("F07", "actions", format!("Say how this action stands: “{action}”"));
            }
        }
        Event::ConferenceDecided(decided) => conference(decided, found),
        _ => {}
    }
}

fn protection_plan(plan: &ProtectionPlanRevised, found: &mut Found<'_, '_>) {
    let context = found.context;
    let previous = context.earlier.iter().rev().find_map(|event| match event {
        Event::ProtectionPlanRevised(plan) => Some(plan),
        _ => None,
    });
    let outcome = said(&plan.outcomes);
    if outcome.is_empty() {
        found.tell("F06", "outcomes", "Say what will be different for the child");
    } else {
        outcomes("outcomes", outcome, found);
    }
    needs(&plan.actions, found);
    if plan.visit_every_working_days.is_none() {
        found.tell("F06", "visit_every_working_days", "Say how often the child will be seen");
    }
    let contingency = said(&plan.contingency);
    check_contingency(contingency, found);
    if previous.is_some_and(|previous| said(&previous.contingency) == contingency) && !contingency.is_empty()
    {
        found.tell(
            "P07",
            "contingency",
            "This is last time's contingency, word for word: is it still right?",
        );
    }
    let part = said(&plan.childs_part);
    childs_part(part, previous.map(|previous| said(&previous.childs_part)), found);
    if said(&plan.bottom_line).is_empty() {
        found.tell("S16", "bottom_line", "Say what the authority requires whatever is agreed");
    }
    parents_words(said(&plan.parents_version), found);
    if plan.parents_read_on.is_none() {
        found.tell("P16", "parents_read_on", "Say when the parents read it");
    }
}

/// Each need that was found and is not met has an action that names it.
fn needs(actions: &[Action], found: &mut Found<'_, '_>) {
    let answered = |need: &str| actions.iter().any(|action| ::rules::needs::same(said(&action.need), need));
    for need in found.context.needs.iter().filter(|need| !answered(need)) {
        let message =
            format!("No action is for “{need}”: add one, or say in the plan why nothing is done about it");
        found.tell("P03", "actions", message);
    }
}

fn outcomes(field: &'static str, text: &str, found: &mut Found<'_, '_>) {
    if text.is_empty() {
        return;
    }
    if let Some(service) = found.context.service_only(text) {
        let message = format!("“{service}” is a service: say what will be different for the child");
        found.tell("P05", field, message);
    } else if !found.context.tells_change(text) {
        found.tell("P04", field, "Name the child, and say what the child would notice");
    }
}

fn check_contingency(contingency: &str, found: &mut Found<'_, '_>) {
    let context = found.context;
    let mut missing = Vec::new();
    if !context.has(contingency, "trigger_markers") {
        missing.push("what would show that the plan fails");
    }
    if !context.has(contingency, "owners") && !has_name(contingency) {
        missing.push("who acts");
    }
    if !text::has_time(contingency) {
        missing.push("how soon");
    }
    if text::count(contingency) < CONTINGENCY_WORDS_LEAST && missing.is_empty() {
        found.tell("P06", "contingency", format!("Say it in {CONTINGENCY_WORDS_LEAST} words or more"));
    } else if !missing.is_empty() {
        found.tell("P06", "contingency", format!("Say {}", missing.join(", and ")));
    }
}

/// A capital in the middle of a sentence: somebody's name, near enough.
fn has_name(text: &str) -> bool {
    text.split(['.', '!', '?', '\n'])
        .flat_map(|sentence| sentence.split_whitespace().skip(1))
        .any(|word| word.len() > 1 && word.starts_with(char::is_uppercase))
}

fn childs_part(part: &str, previous: Option<&str>, found: &mut Found<'_, '_>) {
    let context = found.context;
    if part.is_empty() {
        return found.tell("P09", "childs_part", "Say what the child's own part in it is");
    }
    let speaks = context.child_age_years.is_none_or(|age| age >= CHILD_SPEAKS_FROM_YEARS);
    if !text::has_quotation(part) && text::distinct(part, context.lists) < OBSERVATION_WORDS_LEAST {
        found.tell(
            "P10",
            "childs_part",
            match speaks {
                true => "Give the child's own words in quotation marks, or say more of what the child showed",
                false => "Say more of what was seen of the child",
            },
        );
    }
    let siblings = context.siblings.iter().filter_map(|event| match event {
        Event::ProtectionPlanRevised(plan) => Some(said(&plan.childs_part)),
        _ => None,
    });
    if siblings.filter(|theirs| similarity(part, theirs) >= SIBLING_LIKENESS).count() > 0 {
        found.tell(
            "P11",
            "childs_part",
            "This is what a brother's or sister's plan says: what does this child say?",
        );
    }
    if previous.is_some_and(|previous| similarity(part, previous) >= UNCHANGED) {
        found.tell("P12", "childs_part", "This is what the last version says: what does the child say now?");
    }
}

fn parents_words(words: &str, found: &mut Found<'_, '_>) {
    let context = found.context;
    if text::reading_age(words) > READING_AGE_MOST {
        found.tell("P20", "parents_version", "Use shorter sentences and plainer words");
    }
    if let Some(letters) = text::acronym(words, context.lists.list("allowed_acronyms")) {
        found.tell("P21", "parents_version", format!("Say what “{letters}” means"));
    }
    if let Some(term) = context.find(words, "stigmatising_terms") {
        found.tell(
            "P22",
            "parents_version",
            format!("“{term}” may hurt whoever reads it: say what happened"),
        );
    }
}

fn comment(comment: &str, found: &mut Found<'_, '_>) {
    let earlier = found.context.earlier_comments.iter().rev().take(3);
    let repeated = earlier.filter(|earlier| similarity(comment, earlier) > UNCHANGED).count() > 0;
    if text::count(comment) < COMMENT_WORDS_LEAST {
        found.tell(
            "P27",
            "comment",
            format!("Say in {COMMENT_WORDS_LEAST} words or more what you think of it"),
        );
    } else if repeated {
        found.tell("P27", "comment", "This is what you wrote last time: what do you think of this one?");
    }
}

fn ending(field: &'static str, text: &str, message: &str, found: &mut Found<'_, '_>) {
    if text.is_empty() {
        found.tell("P26", field, message);
    }
}

fn progress(found: &mut Found<'_, '_>) {
    found.tell("P24", "progress", "Say whether things are better, the same or worse than last time");
}

fn conference(decided: &ConferenceDecided, found: &mut Found<'_, '_>) {
    match decided.plan_needed {
        None => found.tell("F03", "plan_needed", "Say whether this child needs a plan"),
        Some(true) if decided.category.is_none() => found.tell("F03", "category", "Say under which category"),
        Some(_) => {}
    }
    if said(&decided.reason).is_empty() {
        found.tell("F03", "reason", "Say why, for this child");
    }
    if decided.views.is_empty() {
        found.tell("F04", "views", "Say what each person thought of the decision");
    }
}
