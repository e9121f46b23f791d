//! The decision's page, from what the record holds of each child.

use calendar::display;
use maud::Markup;
use record::events::ContactReceived;

use super::starting::{choosable, starts_of_referral};
use super::{DecisionPage, Known, view};
use crate::components::crumbs::Crumb;
use crate::components::prose::Prose;
use crate::components::{Tag, Tone, When};
use crate::forms::{About, Opened, sheet};
use crate::pages::known;
use crate::problem::Problem;

/// Deciding a contact.
pub(crate) fn contact(opened: &Opened) -> Result<Markup, Problem> {
    let mut page =
        page(opened, "contact decision", due(opened, &["contact-decision", "high-risk-contact-decision"]));
    page.question = format!("What should happen for {}?", known::each_of(opened));
    page.options_heading = if opened.people.len() > 1 {
        "Decision for the children ticked".to_owned()
    } else {
        format!("Decision for {}", known::children(opened))
    };
    page.options = choosable(opened)?;
    Ok(view(&opened.app.frame(Some(&opened.signed_in)), &page))
}

/// Deciding a referral: each child of the household is in it, or left out with a reason.
pub(crate) fn referral(opened: &Opened) -> Result<Markup, Problem> {
    let mut page = page(opened, "referral decision", due(opened, &["referral-decision"]));
    page.question = format!("How do we answer the referral of {}?", known::each_of(opened));
    page.beside.first = starts_of_referral(opened)?;
    Ok(view(&opened.app.frame(Some(&opened.signed_in)), &page))
}

/// Looking into a contact before it is decided.
pub(crate) fn screening(opened: &Opened) -> Result<Markup, Problem> {
    let mut page =
        page(opened, "screening", due(opened, &["contact-decision", "high-risk-contact-decision"]));
    page.question = format!("What do we know of {}?", known::each_of(opened));
    Ok(view(&opened.app.frame(Some(&opened.signed_in)), &page))
}

fn page(opened: &Opened, tab: &str, due: Option<When>) -> DecisionPage {
    let mut known: Vec<Known> = opened.people.iter().map(|about| known_of(opened, about)).collect();
    known.extend(left_out(opened));
    DecisionPage {
        crumbs: vec![Crumb::new("Front door", "/front-door"), Crumb::new(opened.form.title.clone(), "")],
        initials: known::initials(opened),
        tab: tab.to_owned(),
        summary: summary(opened),
        due,
        said: opened.people.iter().filter_map(|about| known::words_of(opened, about)).take(2).collect(),
        known,
        sheet: sheet(opened),
        notice: opened.notice.clone(),
        beside: known::beside(opened),
        ..DecisionPage::default()
    }
}

fn due(opened: &Opened, timescales: &[&str]) -> Option<When> {
    let duty = known::duty_of(opened, timescales)?;
    duty.due_on.map(|on| known::due(opened, on, "due"))
}

/// What came, when, and as whom one decides.
fn summary(opened: &Opened) -> String {
    let role = record::Choices::label(opened.signed_in.who.role).to_lowercase();
    let contact = opened.people.iter().find_map(known::contact_of);
    let came = contact.map(|(entry, said)| {
        let from = said.referrer_name.clone().or(said.source.map(|source| source.label().to_owned()));
        let time = entry.occurred.time().map(|time| format!(", {}", display::time(time))).unwrap_or_default();
        format!(
            "Contact from {}, {}{time}. ",
            from.unwrap_or_else(|| "somebody".to_owned()),
            display::long_date(entry.day())
        )
    });
    format!("{}You write as {role}.", came.unwrap_or_default())
}

/// What is known of one child: what was said of them, what came before, and what the decision still lacks.
fn known_of(opened: &Opened, about: &About) -> Known {
    let missing = opened.missing.iter().filter(|missing| missing.person == about.id).count();
    let ready = match missing {
        _ if !opened.form.decision => Tag::new(Tone::Plain, opened_stage(opened, about)),
        0 => Tag::new(Tone::Met, "Ready"),
        1 => Tag::new(Tone::Soon, "1 thing missing"),
        many => Tag::new(Tone::Soon, format!("{many} things missing")),
    };
    Known {
        scope: about.id.to_string(),
        name: about.name.clone(),
        href: format!("/people/{}", about.id),
        age: about.age.clone(),
        facts: facts(opened, about),
        ready,
    }
}

fn opened_stage(opened: &Opened, about: &About) -> &'static str {
    about.around.timeline.stage_on(opened.today).label()
}

fn facts(opened: &Opened, about: &About) -> Prose {
    let timeline = &about.around.timeline;
    let mut words = Prose::new();
    if let Some((_, said)) = known::contact_of(about)
        && let Some(worry) = said.worry.clone().or(said.what_happened.clone())
    {
        words = words.text(format!("{} ", crate::pages::people::wording::shortened(&worry, 240)));
    }
    let before: Vec<String> = timeline
        .of::<ContactReceived>()
        .rev()
        .skip(1)
        .take(4)
        .map(|(entry, _)| display::month_and_year(entry.day()))
        .collect();
    words = match before.as_slice() {
        [] => words.quiet("No earlier contact is on record. "),
        some => words.quiet(format!("Earlier contacts: {}. ", some.join(", "))),
    };
    for plan in &timeline.protection_plans {
        let until = plan.span.to.map_or("now".to_owned(), display::month_and_year);
        words =
            words.strong(format!("Protection plan {} to {until}. ", display::month_and_year(plan.span.from)));
    }
    for plan in &timeline.need_plans {
        let until = plan.span.to.map_or("now".to_owned(), display::month_and_year);
        words = words
            .quiet(format!("Child in need plan {} to {until}. ", display::month_and_year(plan.span.from)));
    }
    if timeline.stay_on(opened.today).is_none() {
        words = words.tag(Tag::new(Tone::Soon, "No home recorded"));
    }
    words
}

/// Children of the household whom this page leaves out, each with the link that takes them in.
fn left_out(opened: &Opened) -> Vec<Known> {
    let mut left: Vec<Known> = Vec::new();
    let ids: Vec<&str> = opened.people.iter().map(|about| about.id.as_str()).collect();
    for about in &opened.people {
        for (sibling, timeline) in about.around.circle().other_children_of_household(opened.today) {
            let known =
                ids.contains(&sibling.as_str()) || left.iter().any(|one| one.scope == sibling.as_str());
            if known || timeline.identity.sealed || timeline.identity.restriction_on(opened.today).is_some() {
                continue;
            }
            let href = format!("/forms/{}?about={},{sibling}", opened.form.id, ids.join(","));
            let age = timeline.identity.birth.map(|birth| birth.phrase(opened.today, opened.app.leap_day()));
            left.push(Known {
                scope: sibling.to_string(),
                name: timeline.identity.name(),
                href: format!("/people/{sibling}"),
                age: age.unwrap_or_default(),
                facts: Prose::new()
                    .text(format!("Lives with {}. ", about.short))
                    .link(href, format!("Take {} in", timeline.identity.short_name())),
                ready: Tag::new(Tone::Finding, "Not in this"),
            });
        }
    }
    left
}
