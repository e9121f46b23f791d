//! Everyone in a child's life.

mod listed;
mod picture;
mod samples;
mod view;

pub(crate) use picture::family_of;
pub use samples::samples;
pub use view::*;

use axum::extract::{Path, State};
use calendar::display;
use maud::Markup;

use super::reading::{Query, Reading, read};
use crate::App;
use crate::components::button::Button;
use crate::components::child_header::ChildPage;
use crate::components::gates::Gate;
use crate::components::prose::Prose;
use crate::components::{Tag, Tone};
use crate::problem::Problem;
use crate::session::SignedIn;

/// Shows the page.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    axum::extract::Query(query): Query,
) -> Result<Markup, Problem> {
    let reading = read(app, signed_in, &id, &query).await?;
    Ok(view(&reading.frame(), &page(&reading)))
}

fn page(reading: &Reading) -> FamilyPage {
    let family = family_of(reading);
    let restricted = family.members.iter().filter(|one| one.sealed).count();
    let summary = match restricted {
        0 => format!("As at {}.", display::long_date(reading.today)),
        1 => format!("As at {}. One person’s record is restricted.", display::long_date(reading.today)),
        many => {
            format!(
                "As at {}. The records of {many} people are restricted.",
                display::long_date(reading.today)
            )
        }
    };
    FamilyPage {
        child: reading.header(ChildPage::People),
        initials: reading.initials(),
        as_at: reading.banner(ChildPage::People),
        summary,
        their: reading.possessive().to_owned(),
        them: reading.object().to_owned(),
        family,
        keep_in_mind: keep_in_mind(reading),
        to_mend: to_mend(reading),
        relationships: listed::relationships(reading),
        homes: listed::homes(reading),
        professionals: listed::professionals(reading),
        acts: acts(reading),
        ..FamilyPage::default()
    }
}

/// Hazards, addresses that must be kept from somebody, and the days on which kin died.
fn keep_in_mind(reading: &Reading) -> Vec<Prose> {
    let (timeline, day) = (reading.timeline(), reading.today);
    let mut kept = Vec::new();
    for hazard in timeline.identity.hazards.iter().filter(|hazard| hazard.span.covers(day)) {
        let whom = hazard.for_whom.as_ref().map(|whom| format!(" For {whom}.")).unwrap_or_default();
        kept.push(
            Prose::new()
                .tag(Tag::new(Tone::Restricted, "Take care"))
                .text(format!(" {}.{whom}", hazard.what.trim_end_matches('.'))),
        );
    }
    let joined = timeline.of::<record::events::HouseholdJoined>();
    let now: Vec<_> = timeline.stays.iter().filter(|stay| stay.span.covers(day) && stay.protected).collect();
    for (entry, joined) in joined.filter(|(_, e)| now.iter().any(|stay| stay.household == e.household)) {
        let from = joined.protected_from.clone().unwrap_or_else(|| "somebody".to_owned());
        kept.push(
            Prose::new()
                .tag(Tag::new(Tone::Restricted, "Protected address"))
                .text(format!(" Kept from {}. ", from.trim_end_matches('.')))
                .link(entry_href(reading, entry.id), "Why"),
        );
    }
    for kin in &timeline.kinships {
        let Some(died) = reading.other(&kin.to).and_then(|other| other.identity.died_on) else { continue };
        kept.push(
            Prose::new()
                .strong(display::full_date(died))
                .text(format!(" is the day {} died.", reading.name_of(&kin.to))),
        );
    }
    kept
}

fn entry_href(reading: &Reading, entry: chronology::EntryId) -> String {
    format!("{}/timeline{}#e{entry}", reading.href(), reading.moment_query())
}

/// What is missing, each with the form that mends it.
fn to_mend(reading: &Reading) -> Vec<Gate> {
    if !reading.may_record() {
        return Vec::new();
    }
    let timeline = reading.timeline();
    let mut gaps = Vec::new();
    let mut gap = |words: String, why: &str, form: &str, act: &str| {
        let beneath = Prose::new().text(format!("{why} ")).link(reading.form(form, &[]), act);
        gaps.push(Gate::missing(words, beneath));
    };
    let name = reading.short_name();
    if timeline.stay_on(reading.today).is_none() {
        gap(
            format!("Where {name} lives is not recorded"),
            "No home holds today.",
            "household_join",
            "Add it",
        );
    }
    let kin: Vec<_> = timeline.kinships.iter().filter(|kin| picture::is_family(kin.relation)).collect();
    if kin.is_empty() {
        gap(
            format!("Nobody is recorded as {name}’s family"),
            "A mother, a father, whoever brings them up.",
            "relationship",
            "Add somebody",
        );
    }
    if timeline.identity.is_child() && !kin.iter().any(|kin| kin.parental_responsibility.is_some()) {
        gap(
            "Who has parental responsibility is not recorded".to_owned(),
            "Nobody else may consent.",
            "relationship",
            "Say who has it",
        );
    }
    const KINDS: [&str; 4] = ["relationship.", "household.", "adult.", "person."];
    // Whom to speak with is asked beside each of them in the list.
    let findings = reading.findings().into_iter().filter(|one| one.finding != "significant-adult-unanswered");
    for finding in findings {
        let Some(mend) = finding.mend.as_deref().filter(|kind| KINDS.iter().any(|k| kind.starts_with(k)))
        else {
            continue;
        };
        let Some(form) = reading.app.practice.forms_of_kind(mend).next() else { continue };
        let title = rules::findings::finding(&finding.finding)
            .map_or(finding.finding.as_str(), |rule| rule.title)
            .to_owned();
        gap(title, &finding.because, &form.id, &form.title);
    }
    gaps
}

fn acts(reading: &Reading) -> Vec<Button> {
    if !reading.may_record() {
        return Vec::new();
    }
    vec![
        Button::primary("Add a relationship", reading.form("relationship", &[])),
        Button::secondary("Add somebody new", format!("/people/new?with={}", reading.person())),
        Button::secondary("Moved in", reading.form("household_join", &[])),
        Button::secondary("Moved out", reading.form("household_leave", &[])),
        Button::secondary("Agencies and consent", format!("{}/agencies", reading.href())),
        Button::secondary("A relationship ended", reading.form("relationship_end", &[])),
    ]
}
