//! A family as a picture: who is whose child, who is or was together, who lives together.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use calendar::{BirthDate, display};
use chronology::PersonId;
use record::events::{Relation, Sex};
use record::timeline::Kinship;
use record::{Choices, Timeline};

use crate::components::genogram::{Couple, Family, Figure, Household, Member};
use crate::pages::people::reading::{Moment, Reading};

/// The most people drawn: a picture of more says less than the list.
const PEOPLE_MAX: usize = 40;
/// How far from the person kin are drawn.
const STEPS: usize = 2;

/// The people of the picture, and what each of them is to another.
struct Kin {
    /// Everybody drawn, and their timeline: none for somebody whom the reader may not know.
    people: BTreeMap<PersonId, Option<Arc<Timeline>>>,
    /// Whose record says so, who it is about, and what the second is to the first.
    links: Vec<(PersonId, PersonId, Relation, bool)>,
}

/// The person's family as a picture: kin to two steps, who is or was together, who lives together.
pub(crate) fn family_of(reading: &Reading) -> Family {
    let kin = kin(reading);
    let parents = parents(&kin);
    let twins = twins(&kin);
    let mut order: Vec<&PersonId> = kin.people.keys().collect();
    order.sort_by_key(|id| (born(&kin, id), (*id).clone()));
    let member = |id: &&PersonId| Member {
        parents: parents.get(*id).into_iter().flatten().map(PersonId::to_string).collect(),
        twins: twins.get(*id).copied(),
        ..drawn(reading, &kin, id)
    };
    let members: Vec<Member> = order.iter().map(member).collect();
    let households = households(reading, &kin);
    Family {
        id: "family".to_owned(),
        title: format!("Family of {}", reading.timeline().identity.name()),
        caption: caption(&members, &households),
        members,
        couples: couples(&kin),
        households,
        focus: reading.person().to_string(),
    }
}

/// Whether a relation is of blood, marriage or home: not a school, a professional or a friend.
pub(super) fn is_family(relation: Relation) -> bool {
    !matches!(relation, Relation::School | Relation::Professional | Relation::Friend | Relation::Other)
}

/// Somebody's timeline at the moment on screen; `None` if the reader may not know who it is.
fn timeline_of(reading: &Reading, id: &PersonId) -> Option<Arc<Timeline>> {
    if id == reading.person() {
        return Some(Arc::clone(&reading.around.timeline));
    }
    if let Some(timeline) = reading.other(id) {
        return Some(timeline);
    }
    if reading.hidden(id) {
        return None;
    }
    let folder = reading.app.views.folder();
    let found = match reading.moment {
        None => folder.timeline(id),
        Some(Moment::AsAt(day)) => folder.timeline_at(id, Some(day), None),
        Some(Moment::KnownAt(at)) => folder.timeline_at(id, Some(reading.today), Some(at)),
    };
    found.ok().filter(|timeline| !timeline.entries.is_empty())
}

fn kin(reading: &Reading) -> Kin {
    let mut people = BTreeMap::from([(reading.person().clone(), timeline_of(reading, reading.person()))]);
    let mut edge: BTreeSet<PersonId> = BTreeSet::from([reading.person().clone()]);
    for step in 0..STEPS {
        let mut next: BTreeSet<PersonId> = BTreeSet::new();
        for timeline in edge.iter().filter_map(|id| people.get(id)).flatten() {
            let family = timeline.kinships.iter().filter(|kin| is_family(kin.relation));
            next.extend(family.map(|kin| kin.to.clone()));
        }
        if step == 0 {
            next.extend(named_back(reading));
        }
        next.retain(|id| !people.contains_key(id));
        for id in next.iter().take(PEOPLE_MAX.saturating_sub(people.len())) {
            let timeline = timeline_of(reading, id);
            if timeline.is_some() || reading.hidden(id) {
                people.insert(id.clone(), timeline);
            }
        }
        edge = next;
    }
    let mut links = Vec::new();
    for (id, timeline) in people.iter().filter_map(|(id, t)| t.as_ref().map(|t| (id, t))) {
        let drawn = |kin: &&Kinship| is_family(kin.relation) && people.contains_key(&kin.to) && kin.to != *id;
        let link = |kin: &Kinship| (id.clone(), kin.to.clone(), kin.relation, kin.span.covers(reading.today));
        links.extend(timeline.kinships.iter().filter(drawn).map(link));
    }
    Kin { people, links }
}

/// Those whose own record names this person, and those who live in the same household.
fn named_back(reading: &Reading) -> Vec<PersonId> {
    let home = reading.timeline().stay_on(reading.today).map(|stay| stay.household.clone());
    let near = |timeline: &Timeline| {
        let names = timeline.kinships.iter().any(|k| k.to == *reading.person() && is_family(k.relation));
        let here = home.as_ref().is_some_and(|home| {
            timeline.stays.iter().any(|s| s.household == *home && s.span.covers(reading.today))
        });
        names || here
    };
    let others = reading.around.others.iter().filter(|(_, timeline)| near(timeline));
    others.map(|(id, _)| id.clone()).collect()
}

/// Whose child each is, from either record; brothers and sisters share what is known of one of them.
fn parents(kin: &Kin) -> BTreeMap<PersonId, Vec<PersonId>> {
    let mut parents: BTreeMap<PersonId, Vec<PersonId>> = BTreeMap::new();
    let mut add = |child: &PersonId, parent: &PersonId| {
        let known = parents.entry(child.clone()).or_default();
        if !known.contains(parent) {
            known.push(parent.clone());
        }
    };
    for (one, other, relation, _) in &kin.links {
        match relation {
            Relation::Mother | Relation::Father | Relation::Parent => add(one, other),
            Relation::Child => add(other, one),
            _ => {}
        }
    }
    let sides = kin.links.iter().flat_map(|(a, b, relation, _)| [(a, b, relation), (b, a, relation)]);
    for (one, other, relation) in sides {
        let shared = match relation {
            Relation::Sibling | Relation::Twin => 2,
            Relation::HalfSibling => 1,
            _ => continue,
        };
        let known: Vec<PersonId> = parents.get(one).into_iter().flatten().take(shared).cloned().collect();
        let unknown = parents.get(other).is_none_or(Vec::is_empty);
        if unknown && !known.is_empty() && !known.contains(other) {
            parents.insert(other.clone(), known);
        }
    }
    parents
}

fn twins(kin: &Kin) -> BTreeMap<PersonId, u8> {
    let mut groups: BTreeMap<PersonId, u8> = BTreeMap::new();
    let mut last = 0;
    for (one, other, ..) in kin.links.iter().filter(|(_, _, relation, _)| *relation == Relation::Twin) {
        let known = groups.get(one).or_else(|| groups.get(other)).copied();
        let group = known.unwrap_or_else(|| {
            last += 1;
            last
        });
        groups.insert(one.clone(), group);
        groups.insert(other.clone(), group);
    }
    groups
}

fn couples(kin: &Kin) -> Vec<Couple> {
    let mut couples: BTreeMap<(&PersonId, &PersonId), bool> = BTreeMap::new();
    for (one, other, relation, still) in &kin.links {
        let parted = match relation {
            Relation::Partner => !still,
            Relation::FormerPartner => true,
            _ => continue,
        };
        let pair = if one < other { (one, other) } else { (other, one) };
        // Either record may say that they parted.
        *couples.entry(pair).or_insert(parted) |= parted;
    }
    let couple = |((one, other), parted): ((&PersonId, &PersonId), bool)| Couple {
        one: one.to_string(),
        other: other.to_string(),
        parted,
        years: String::new(),
    };
    couples.into_iter().map(couple).collect()
}

fn born(kin: &Kin, id: &PersonId) -> jiff::civil::Date {
    let timeline = kin.people.get(id).and_then(Option::as_ref);
    timeline.and_then(|t| t.identity.birth).map_or(jiff::civil::Date::MAX, BirthDate::date)
}

/// One person's figure and words. Of somebody whom the reader may not know only the place is drawn.
fn drawn(reading: &Reading, kin: &Kin, id: &PersonId) -> Member {
    let Some(timeline) = kin.people.get(id).and_then(Option::as_ref) else {
        return Member {
            id: id.to_string(),
            label: "Restricted".to_owned(),
            sealed: true,
            said: "Somebody whose record is restricted: name and age are not shown.".to_owned(),
            ..Member::default()
        };
    };
    let identity = &timeline.identity;
    let name = short_label(reading, timeline);
    let unborn = matches!(identity.birth, Some(BirthDate::Expected(_)));
    let age = identity.birth.and_then(|birth| match birth.age_on(reading.today, reading.app.leap_day()) {
        Some(0 | 1) => Some(birth.phrase(reading.today, reading.app.leap_day())),
        years => years.map(|years| years.to_string()),
    });
    let label = match (unborn, identity.died_on, age) {
        (true, ..) => {
            identity.birth.map_or(name, |birth| format!("due {}", display::table_date(birth.date())))
        }
        (_, Some(_), _) | (_, _, None) => name,
        (_, None, Some(age)) => format!("{name}, {age}"),
    };
    let beneath = match identity.died_on {
        Some(died) => format!("died {}", display::table_date(died)),
        None => beneath(reading, kin, id),
    };
    Member {
        id: id.to_string(),
        label,
        beneath,
        figure: match (unborn, identity.sex) {
            (true, _) => Figure::Unborn,
            (_, Some(Sex::Male)) => Figure::Male,
            (_, Some(Sex::Female)) => Figure::Female,
            _ => Figure::Unknown,
        },
        died: identity.died_on.is_some(),
        ..Member::default()
    }
}

/// The forename alone for whoever has the person's own surname; else the whole name.
fn short_label(reading: &Reading, timeline: &Timeline) -> String {
    let surname = |t: &Timeline| t.identity.names.last().and_then(|name| name.surname.clone());
    if surname(timeline).is_some() && surname(timeline) == surname(reading.timeline()) {
        timeline.identity.short_name()
    } else {
        timeline.identity.name()
    }
}

/// What somebody is to the person, where lines alone do not say it.
fn beneath(reading: &Reading, kin: &Kin, id: &PersonId) -> String {
    let plain = [
        Relation::Mother,
        Relation::Father,
        Relation::Parent,
        Relation::Sibling,
        Relation::HalfSibling,
        Relation::Twin,
        Relation::Child,
    ];
    let own = kin.links.iter().filter(|(one, other, ..)| one == reading.person() && other == id);
    let said = own.map(|(_, _, relation, _)| *relation).find(|relation| !plain.contains(relation));
    said.map(|relation| relation.label().to_lowercase()).unwrap_or_default()
}

fn households(reading: &Reading, kin: &Kin) -> Vec<Household> {
    let mut homes: BTreeMap<&PersonId, (String, bool, Vec<String>)> = BTreeMap::new();
    for (id, timeline) in kin.people.iter().filter_map(|(id, t)| t.as_ref().map(|t| (id, t))) {
        if timeline.identity.died_on.is_some() {
            continue;
        }
        let Some(stay) = timeline.stay_on(reading.today) else { continue };
        let home = homes.entry(&stay.household).or_default();
        if home.0.is_empty() {
            home.0 = stay.address.clone().unwrap_or_default();
        }
        home.1 |= stay.protected;
        home.2.push(id.to_string());
    }
    let focus = reading.person().to_string();
    let shown = homes.into_values().filter(|(_, _, members)| members.len() > 1 || members.contains(&focus));
    shown
        .map(|(address, protected, members)| Household {
            name: match (protected, address.is_empty()) {
                (true, _) => "Protected address".to_owned(),
                (_, true) => "One home, address not recorded".to_owned(),
                _ => address,
            },
            members,
        })
        .collect()
}

/// What the marks in this picture mean, and no others.
fn caption(members: &[Member], households: &[Household]) -> String {
    let mut says = Vec::new();
    match households {
        [] => {}
        [one] => says.push(format!("The dashed line is who lives at {}.", one.name)),
        _ => says.push("A dashed line is who lives together.".to_owned()),
    }
    if members.iter().any(|one| one.died) {
        says.push("Cross: has died.".to_owned());
    }
    if members.iter().any(|one| one.sealed) {
        says.push("Dashed diamond: a restricted record; neither age nor order of birth is shown.".to_owned());
    }
    says.join(" ")
}
