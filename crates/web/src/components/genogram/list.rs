//! The family in words: every person and every link the picture shows.

use maud::{Markup, html};

use super::{Family, Figure, Member};

/// Draws the list.
pub(super) fn list(family: &Family) -> Markup {
    html! { ul { @for member in &family.members { li { (sentence(family, member)) } } } }
}

/// One person in words: the caller's, or built from the links.
pub(super) fn sentence(family: &Family, member: &Member) -> String {
    if !member.said.is_empty() {
        return member.said.clone();
    }
    let mut parts = vec![member.label.clone()];
    if !member.beneath.is_empty() {
        parts.push(member.beneath.clone());
    }
    if member.id == family.focus {
        parts.push("whose family this is".into());
    }
    if member.sealed {
        parts.push("sealed: not shown to your role".into());
    } else {
        parts.push(figure_words(member.figure).into());
    }
    if member.died {
        parts.push("has died".into());
    }
    let parents: Vec<&str> = member.parents.iter().map(|id| name_of(family, id)).collect();
    if !parents.is_empty() {
        parts.push(format!("child of {}", parents.join(" and ")));
    }
    if let Some(twins) = member.twins {
        let others = family
            .members
            .iter()
            .filter(|one| one.id != member.id && one.twins == Some(twins) && one.parents == member.parents);
        let others: Vec<&str> = others.map(|one| one.label.as_str()).collect();
        parts.push(format!("born together with {}", others.join(" and ")));
    }
    for couple in &family.couples {
        let other = match (couple.one == member.id, couple.other == member.id) {
            (true, _) => name_of(family, &couple.other),
            (_, true) => name_of(family, &couple.one),
            _ => continue,
        };
        let how = if couple.parted { "parted from" } else { "together with" };
        let years = if couple.years.is_empty() { String::new() } else { format!(" ({})", couple.years) };
        parts.push(format!("{how} {other}{years}"));
    }
    for home in family.households.iter().filter(|home| home.members.contains(&member.id)) {
        parts.push(format!("lives at {}", home.name));
    }
    parts.retain(|part| !part.is_empty());
    format!("{}.", parts.join("; "))
}

fn figure_words(figure: Figure) -> &'static str {
    match figure {
        Figure::Male => "male",
        Figure::Female => "female",
        Figure::Unborn => "expected",
        Figure::Unknown => "sex not known",
    }
}

fn name_of<'a>(family: &'a Family, id: &str) -> &'a str {
    family
        .members
        .iter()
        .find(|member| member.id == id)
        .map_or("someone not shown", |member| member.label.as_str())
}
