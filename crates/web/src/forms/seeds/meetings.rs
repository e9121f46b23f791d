//! Meetings: who was asked, and what stood open.

use practice::{Answer, Row};
use record::Choices;
use record::events::{
    Agency, ConferenceBooked, ConferenceInvitationSent, CoreGroupHeld, EnquiryDecided, EnquiryDecision,
    Presence, Relation, StrategyDiscussionHeld,
};
use rules::conference::conferences;
use rules::sharing::unheard;

use super::super::About;
use super::super::opening::Opened;
use super::{asked, asked_again, cell, distinct, last_conference};

/// Everybody invited since the conference was booked, then the family, and the professionals who know a child.
pub(super) fn conference(opened: &mut Opened) {
    let mut rows: Vec<Row> = opened.people.iter().flat_map(|about| invited(opened, about)).collect();
    rows.extend(opened.people.iter().flat_map(|about| kin(opened, about)));
    opened.seed(None, "attendance", Answer::Rows(distinct(rows, "name")));
    let earlier: Vec<_> =
        opened.people.iter().filter_map(|about| Some((about.id.clone(), earlier_plans(about)?))).collect();
    for (person, words) in earlier {
        opened.seed(Some(&person), "earlier_plans", Answer::One(words));
    }
}

fn invited(opened: &Opened, about: &About) -> Vec<Row> {
    let timeline = &about.around.timeline;
    let booked = timeline.of::<ConferenceBooked>().last().map(|(entry, _)| entry.day());
    let since = timeline
        .of::<ConferenceInvitationSent>()
        .filter(|(entry, _)| booked.is_none_or(|booked| entry.day() >= booked));
    since
        .map(|(_, e)| {
            let name = e.name.clone().or_else(|| e.person.as_ref().map(|id| opened.name_of(id)));
            let capacity = e.capacity.clone().unwrap_or_default();
            let agency = e.agency.map(Choices::code).unwrap_or_default();
            asked(&name.unwrap_or_default(), &capacity, agency, e.person.as_ref())
        })
        .collect()
}

/// Parents, whoever else matters to the child, the school, professionals and the child's worker.
fn kin(opened: &Opened, about: &About) -> Vec<Row> {
    let mut rows = Vec::new();
    let timeline = &about.around.timeline;
    for kin in timeline.kinships.iter().filter(|kin| kin.span.covers(opened.today)) {
        let parent = matches!(kin.relation, Relation::Mother | Relation::Father);
        let agency = match kin.relation {
            Relation::School => Agency::School.code(),
            Relation::Professional => {
                let other = about.around.others.get(&kin.to).and_then(|other| other.identity.agency);
                other.map(Choices::code).unwrap_or_default()
            }
            _ if parent || kin.significant == Some(true) => Agency::Family.code(),
            _ => continue,
        };
        let what = match kin.note.clone().filter(|_| kin.relation == Relation::Professional) {
            Some(note) => note,
            None => kin.relation.label().to_owned(),
        };
        let of = if parent { format!("{what} of {}", about.short) } else { what };
        rows.push(asked(&opened.name_of(&kin.to), &of, agency, Some(&kin.to)));
    }
    if let Some(worker) = timeline.allocation_on(opened.today).and_then(|one| one.worker.clone()) {
        rows.push(asked(&opened.name_of(&worker), "Social worker", Agency::SocialCare.code(), Some(&worker)));
    }
    rows
}

/// That a child had a plan before, with its dates, its category and why it ended.
fn earlier_plans(about: &About) -> Option<String> {
    let plans = about.around.timeline.protection_plans.iter().filter(|plan| !plan.span.open());
    let lines: Vec<String> = plans
        .map(|plan| {
            let from = calendar::display::full_date(plan.span.from);
            let to = plan.span.to.map(calendar::display::full_date).unwrap_or_default();
            let category =
                plan.category().map(|c| format!(", {}", c.label().to_lowercase())).unwrap_or_default();
            let why = plan.ended.as_ref().and_then(|(_, ended)| ended.reason.clone()).unwrap_or_default();
            format!("A plan from {from} to {to}{category}. It ended because: {why}")
        })
        .collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// A row for the view of each agency and each family member who was there.
pub(super) fn conference_decision(opened: &mut Opened) {
    without_part(opened);
    let there = |presence: Option<Presence>| matches!(presence, Some(Presence::Present | Presence::Remote));
    let views: Vec<_> = opened
        .people
        .iter()
        .filter_map(|about| {
            let held = last_conference(about)?;
            let rows = held.attendance.iter().filter(|one| there(one.presence)).map(|one| {
                let mut row = asked_again(one);
                row.remove("capacity");
                let name = row.remove("name").unwrap_or_default();
                cell(&mut row, "who", name);
                row
            });
            Some((about.id.clone(), distinct(rows.collect(), "who")))
        })
        .collect();
    for (person, rows) in views {
        opened.seed(Some(&person), "views", Answer::Rows(rows));
    }
}

/// Everybody who was at the last core group or the conference, and each action that stands open.
pub(super) fn core_group(opened: &mut Opened) {
    let mut rows: Vec<Row> = Vec::new();
    for about in &opened.people {
        let last =
            about.around.timeline.of::<CoreGroupHeld>().last().map(|(_, held)| held.attendance.as_slice());
        let before = last.or_else(|| last_conference(about).map(|held| held.attendance.as_slice()));
        rows.extend(before.unwrap_or_default().iter().map(asked_again));
    }
    opened.seed(None, "attendance", Answer::Rows(distinct(rows, "name")));
    for person in opened.children() {
        let Some(about) = opened.people.iter().find(|about| about.id == person) else { continue };
        let agenda = rules::agenda::agenda(&about.around.timeline);
        let rows = agenda.iter().filter_map(|standing| {
            let mut row = Row::new();
            cell(&mut row, "what", standing.action.action.what.clone()?);
            cell(&mut row, "times_carried", standing.carried.to_string());
            Some(row)
        });
        let rows = Answer::Rows(rows.collect());
        opened.seed(Some(&person), "actions", rows);
    }
}

/// Social care, the police and health, with whoever of them the record knows around a child.
pub(super) fn strategy_discussion(opened: &mut Opened) {
    let who = &opened.signed_in.who;
    let mut rows =
        vec![asked(&who.name, "Chairs the discussion", Agency::SocialCare.code(), Some(&who.person))];
    for about in &opened.people {
        rows.extend(
            kin(opened, about)
                .into_iter()
                .filter(|row| row.get("agency").is_some_and(|agency| agency != Agency::Family.code())),
        );
    }
    let mut rows = distinct(rows, "name");
    for (agency, name) in [(Agency::Police, "Police"), (Agency::Health, "Health")] {
        if !rows.iter().any(|row| row.get("agency").is_some_and(|known| known == agency.code())) {
            rows.push(asked(name, "Asked to take part", agency.code(), None));
        }
    }
    let chair = who.person.to_string();
    opened.seed(None, "attendance", Answer::Rows(rows));
    opened.seed(None, "chair", Answer::One(chair));
}

/// What was said of each child in the discussion stands ready as the reasons, and who was not heard.
pub(super) fn enquiry_decision(opened: &mut Opened) {
    let said: Vec<_> = opened
        .people
        .iter()
        .filter_map(|about| {
            let (_, held) = about.around.timeline.of::<StrategyDiscussionHeld>().last()?;
            Some((about.id.clone(), held.notes.clone()?))
        })
        .collect();
    for (person, notes) in said {
        opened.seed(Some(&person), "reasons", Answer::One(notes));
    }
    let mut without: Vec<String> = Vec::new();
    for about in &opened.people {
        without.extend(unheard(&about.around.circle()).into_iter().map(|agency| agency.code().to_owned()));
    }
    without.sort();
    without.dedup();
    opened.seed(None, "went_without", Answer::Several(without));
}

/// Whether the police enquire too was decided, and the child has a worker.
pub(super) fn enquiry_start(opened: &mut Opened) {
    let Some(about) = opened.people.first() else { return };
    let timeline = &about.around.timeline;
    let decided = timeline.of::<EnquiryDecided>().last().and_then(|(_, decided)| decided.decision);
    let joint = decided.map(|decision| if decision == EnquiryDecision::Joint { "yes" } else { "no" });
    let allocated = timeline.allocation_on(opened.today);
    let worker = allocated.and_then(|one| one.worker.as_ref()).map(ToString::to_string);
    let team = allocated.and_then(|one| one.team.as_ref()).map(ToString::to_string);
    for (question, answer) in [("joint", joint.map(str::to_owned)), ("lead", worker), ("team", team)] {
        opened.seed(None, question, Answer::One(answer.unwrap_or_default()));
    }
}

/// Of each child of whose part in the conference nothing is known the decision says so.
fn without_part(opened: &mut Opened) {
    let mut without = Vec::new();
    for about in &opened.people {
        let timeline = &about.around.timeline;
        let all = conferences(timeline);
        let Some(last) = all.iter().rev().find(|one| one.held.is_some()) else { continue };
        let unborn = last.held.is_some_and(|(held, _)| about.around.circle().unborn_on(held.day()));
        if !unborn && last.part_of_child(timeline).is_none() {
            without.push((about.id.clone(), format!("Nothing says how {} took part.", about.short)));
        }
    }
    for (person, words) in without {
        opened.seed(Some(&person), "without_childs_part", Answer::One(words));
    }
}
