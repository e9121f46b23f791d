//! Trying children with each worker before anything is decided.

use std::collections::BTreeSet;

use chronology::PersonId;
use record::timeline::Stage;
use rules::caseload::weight;
use views::{Card, Caseload};

use super::WhatIf;
use crate::App;
use crate::components::options::Choosable;
use crate::components::prose::Prose;
use crate::pages::naming::Naming;
use crate::problem::Problem;

/// The most children tried at once: a family, not a team.
const TRIED_MAX: usize = 12;

/// What would follow if these children went to each worker; `None` where none of them is on record.
pub(super) fn what_if(
    app: &App,
    team: &PersonId,
    members: &[Caseload],
    tried: &str,
    naming: &Naming,
) -> Result<Option<WhatIf>, Problem> {
    let mut children: Vec<Card> = Vec::new();
    for text in tried.split(',').map(str::trim).filter(|text| !text.is_empty()).take(TRIED_MAX) {
        let Ok(id) = PersonId::new(text) else { continue };
        let card = app.views.card(&id)?.filter(|card| card.is_child() && !naming.hides(&card.id));
        children.extend(card.filter(|card| children.iter().all(|other| other.id != card.id)));
    }
    if children.is_empty() {
        return Ok(None);
    }
    let names: Vec<&str> = children.iter().map(|child| child.short_name.as_str()).collect();
    let names = match names.as_slice() {
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
        [] => String::new(),
    };
    let ids: Vec<&str> = children.iter().map(|child| child.id.as_str()).collect();
    Ok(Some(WhatIf {
        heading: format!("What if {names} went to…"),
        note: "Together, so that one person sees the family; you may part them. Nothing changes until the form is sent."
            .to_owned(),
        legend: format!("Worker for {names}"),
        action: "/forms/allocation".to_owned(),
        sent: vec![("about".to_owned(), ids.join(",")), ("shared.team".to_owned(), team.to_string())],
        workers: members.iter().map(|member| choice(app, member, &children)).collect(),
        button: format!("Allocate {names}"),
        told: "The form then asks what each child was told, and for a reason where a limit is passed.".to_owned(),
    }))
}

/// Each worker of a team with what taking these children would mean: for the page that allocates.
pub(crate) fn workers_for(app: &App, team: &PersonId, children: &[Card]) -> Result<Vec<Choosable>, Problem> {
    let members = app.views.caseloads(Some(team), app.today())?;
    Ok(members.iter().map(|member| choice(app, member, children)).collect())
}

fn choice(app: &App, member: &Caseload, children: &[Card]) -> Choosable {
    let settings = app.views.settings();
    let held: BTreeSet<&str> = member.children.iter().map(|child| child.card.id.as_str()).collect();
    let new: Vec<&Card> = children.iter().filter(|child| !held.contains(child.id.as_str())).collect();
    let (before, limit) = (held.len(), member.limit(settings) as usize);
    let after = before + new.len();
    let (old_weight, added) = (
        member.weight(settings),
        new.iter().map(|child| weight(settings, &child.stage, &member.post)).sum::<u32>(),
    );
    let strong = match after.checked_sub(limit).filter(|over| *over > 0) {
        Some(over) => format!("{before} → {after} of {limit} children, {over} over."),
        None => format!("{before} → {after} of {limit} children."),
    };
    let mut follows =
        Prose::new().strong(strong).text(format!(" Weight {old_weight} → {}.", old_weight + added));
    if after > limit {
        follows = follows.text(" Needs a reason and the head of service who agreed.");
    }
    let protection = [Stage::Enquiry.label(), Stage::Protection.label()];
    if member.protected() && new.iter().any(|child| protection.contains(&child.stage.as_str())) {
        follows = follows.text(" Newly qualified: a protection case needs a reason and the head of service.");
    }
    if !member.registered {
        follows = follows.text(" Not a registered social worker: cannot be the named worker.");
    }
    Choosable {
        value: member.worker.id.clone(),
        words: member.worker.name.clone(),
        beneath: super::workers::role(app, member).into(),
        follows,
        chosen: false,
    }
}
