//! Relationships, homes and professionals, as lists.

use std::sync::Arc;

use calendar::display;
use chronology::PersonId;
use record::events::{
    AdultEngaged, AdultNotEngaged, ContactDetailRecorded, Relation, RelationshipRecorded, Sex, YesNo,
};
use record::timeline::Stay;
use record::{Choices, Timeline};

use super::picture::is_family;
use super::{Home, Professional, Relationship};
use crate::components::prose::Prose;
use crate::components::{Tag, Tone};
use crate::pages::people::reading::Reading;

/// What somebody is to the person, from whichever record says it.
struct Tie {
    to: PersonId,
    relation: Relation,
    responsibility: Option<YesNo>,
    significant: Option<bool>,
    note: Option<String>,
    ended: Option<jiff::civil::Date>,
    /// Whether the person's own record says so, or only the other's.
    own: bool,
}

/// Everyone, nearest first: those of today, then those of the past.
pub(super) fn relationships(reading: &Reading) -> Vec<Relationship> {
    let mut ties = ties(reading);
    ties.sort_by_key(|tie| (tie.ended.is_some(), nearness(tie.relation), reading.hidden(&tie.to)));
    ties.iter().map(|tie| relationship(reading, tie)).collect()
}

fn ties(reading: &Reading) -> Vec<Tie> {
    let professional = |relation| matches!(relation, Relation::School | Relation::Professional);
    let own = reading.timeline().kinships.iter().filter(|kin| !professional(kin.relation));
    let mut ties: Vec<Tie> = own
        .map(|kin| Tie {
            to: kin.to.clone(),
            relation: kin.relation,
            responsibility: kin.parental_responsibility,
            significant: kin.significant,
            note: kin.note.clone(),
            ended: kin.span.to,
            own: true,
        })
        .collect();
    for (id, other) in &reading.around.others {
        let back = other.kinships.iter().find(|kin| kin.to == *reading.person() && is_family(kin.relation));
        if let Some(kin) = back.filter(|_| ties.iter().all(|tie| tie.to != *id)) {
            ties.push(Tie {
                to: id.clone(),
                relation: inverse(kin.relation, other.identity.sex),
                responsibility: None,
                significant: None,
                note: None,
                ended: kin.span.to,
                own: false,
            });
        }
    }
    ties
}

fn nearness(relation: Relation) -> u8 {
    match relation {
        Relation::Mother | Relation::Father | Relation::Parent => 0,
        Relation::StepParent | Relation::Carer | Relation::Partner => 1,
        Relation::Twin
        | Relation::Sibling
        | Relation::HalfSibling
        | Relation::StepSibling
        | Relation::Child => 2,
        Relation::Grandparent | Relation::Grandchild => 3,
        Relation::FormerPartner => 5,
        _ => 4,
    }
}

/// What the other is to the person, when only the other's record says what the person is to them.
fn inverse(relation: Relation, sex_of_other: Option<Sex>) -> Relation {
    match (relation, sex_of_other) {
        (Relation::Mother | Relation::Father | Relation::Parent | Relation::StepParent, _) => Relation::Child,
        (Relation::Child, Some(Sex::Female)) => Relation::Mother,
        (Relation::Child, Some(Sex::Male)) => Relation::Father,
        (Relation::Child, _) => Relation::Parent,
        (Relation::Grandparent, _) => Relation::Grandchild,
        (Relation::Grandchild, _) => Relation::Grandparent,
        (Relation::AuntOrUncle, _) => Relation::NieceOrNephew,
        (Relation::NieceOrNephew, _) => Relation::AuntOrUncle,
        (Relation::Carer, _) => Relation::Other,
        (same, _) => same,
    }
}

fn relationship(reading: &Reading, tie: &Tie) -> Relationship {
    let relation = tie.relation.label().to_lowercase();
    let ended = tie.ended.map(|day| format!(", until {}", display::full_date(day))).unwrap_or_default();
    let Some(other) = reading.other(&tie.to) else {
        return Relationship {
            name: "Somebody".to_owned(),
            part: format!("{relation}{ended}"),
            responsibility: Prose::new().quiet("not shown"),
            now: Prose::new()
                .tag(Tag::new(Tone::Restricted, "Restricted"))
                .text(" Name, age and home are not shown."),
            spoken_with: Prose::new().quiet("not shown"),
            ..Relationship::default()
        };
    };
    let age = other.identity.birth.map(|birth| birth.phrase(reading.today, reading.app.leap_day()));
    let age = match other.identity.died_on {
        Some(died) => format!(", died {}", display::full_date(died)),
        None => age.map(|age| format!(", {age}")).unwrap_or_default(),
    };
    Relationship {
        name: other.identity.name(),
        href: format!("/people/{}{}", tie.to, reading.moment_query()),
        part: format!("{relation}{age}{ended}"),
        responsibility: responsibility(reading, tie, &other),
        now: now(reading, &other),
        spoken_with: spoken_with(reading, tie, &other),
        to_mind: tie.note.clone().unwrap_or_default().into(),
        to_mind_note: if tie.own { String::new() } else { "Only their own record says so.".to_owned() },
    }
}

fn is_child(reading: &Reading, other: &Timeline) -> bool {
    reading.around.circle().child_on(other, reading.today)
}

fn responsibility(reading: &Reading, tie: &Tie, other: &Arc<Timeline>) -> Prose {
    if !reading.timeline().identity.is_child() {
        return Prose::new().quiet("not asked of an adult");
    }
    if other.identity.died_on.is_some() {
        return Prose::new().quiet("ended with their death");
    }
    let mut said = reading.timeline().of::<RelationshipRecorded>();
    let on = said.rfind(|(_, e)| e.to == tie.to && e.parental_responsibility.is_some());
    let since = on.map(|(entry, _)| format!(", recorded {}", display::table_date(entry.day())));
    match tie.responsibility {
        Some(YesNo::Yes) => Prose::new().strong("Yes").text(since.unwrap_or_default()),
        Some(YesNo::No) => Prose::new().text(format!("No{}", since.unwrap_or_default())),
        _ if is_child(reading, other) => Prose::new().quiet("no; a child"),
        _ if reading.may_record() => Prose::new().quiet("Not recorded. ").link(
            reading.form("relationship", &answers(tie)),
            format!("Say whether {} has it", other.identity.short_name()),
        ),
        _ => Prose::new().quiet("Not recorded"),
    }
}

fn answers(tie: &Tie) -> [(&'static str, String); 2] {
    [("to", tie.to.to_string()), ("relation", tie.relation.code().to_owned())]
}

fn now(reading: &Reading, other: &Timeline) -> Prose {
    if other.identity.died_on.is_some() {
        return Prose::new();
    }
    let mine = reading.timeline().stay_on(reading.today);
    match other.stay_on(reading.today) {
        None => Prose::new().quiet("Where they live is not recorded."),
        Some(stay) if mine.is_some_and(|mine| mine.household == stay.household) => {
            format!("Lives with {}.", reading.short_name()).into()
        }
        Some(stay) => format!("{}.", place(stay)).into(),
    }
}

/// Where a home is, unless it must be kept from somebody.
fn place(stay: &Stay) -> String {
    if stay.protected {
        return "Protected address".to_owned();
    }
    stay.address.clone().unwrap_or_else(|| "Address not recorded".to_owned())
}

/// Whether a grown-up who matters has been spoken with, or it was agreed not to.
fn spoken_with(reading: &Reading, tie: &Tie, other: &Timeline) -> Prose {
    let timeline = reading.timeline();
    let spoke = timeline.of::<AdultEngaged>().rfind(|(_, e)| e.adult == tie.to);
    let not = timeline.of::<AdultNotEngaged>().rfind(|(_, e)| e.adult == tie.to);
    let later = not.filter(|(entry, _)| spoke.is_none_or(|(spoken, _)| spoken.day() < entry.day()));
    match (spoke, later) {
        (_, Some((entry, said))) => {
            let agreed = said.agreed_by.as_ref().map(|id| format!(", agreed by {}", reading.name_of(id)));
            let reason = said.reason.clone().map(|reason| format!(": {reason}")).unwrap_or_default();
            let on = display::table_date(entry.day());
            format!("Not spoken with{reason} ({on}{})", agreed.unwrap_or_default()).into()
        }
        (Some((entry, _)), None) => format!("Yes, {}", display::full_date(entry.day())).into(),
        (None, None) => {
            let matters = tie.significant == Some(true) || tie.responsibility == Some(YesNo::Yes);
            let asked = matters && tie.ended.is_none() && !is_child(reading, other);
            if !asked || other.identity.died_on.is_some() {
                return Prose::new();
            }
            let unanswered = Prose::new().tag(Tag::new(Tone::Soon, "Nobody has said"));
            if !reading.may_record() {
                return unanswered;
            }
            let adult = [("adult", tie.to.to_string())];
            let name = other.identity.short_name();
            unanswered
                .text(" ")
                .link(reading.form("adult_engaged", &adult), format!("Spoke with {name}"))
                .text(" or ")
                .link(reading.form("adult_not_engaged", &adult), format!("say why not with {name}"))
        }
    }
}

/// Homes, newest first, with who else lived there meanwhile.
pub(super) fn homes(reading: &Reading) -> Vec<Home> {
    let timeline = reading.timeline();
    let home = |stay: &Stay| {
        let meanwhile = |other: &Timeline| {
            let end = stay.span.to.unwrap_or(reading.today);
            other
                .stays
                .iter()
                .any(|theirs| theirs.household == stay.household && theirs.span.touches(stay.span.from, end))
        };
        let others = reading.around.others.iter().filter(|(_, other)| meanwhile(other));
        let (hidden, shown): (Vec<_>, Vec<_>) = others.partition(|(id, _)| reading.hidden(id));
        let mut who: Vec<String> = shown.iter().map(|(_, other)| other.identity.short_name()).collect();
        if !hidden.is_empty() {
            who.push("somebody whose record is restricted".to_owned());
        }
        let who = if who.is_empty() {
            Prose::new().quiet("nobody else is recorded")
        } else {
            who.join(", ").into()
        };
        Home {
            from: display::table_date(stay.span.from),
            to: stay.span.to.map_or("to today".to_owned(), |to| format!("to {}", display::table_date(to))),
            place: place(stay),
            who,
            standing: stay.left_because.clone().map(|why| format!("Left: {why}")).unwrap_or_default().into(),
        }
    };
    timeline.stays.iter().rev().map(home).collect()
}

/// Those who work with the person: the worker and the team, the school, other professionals.
pub(super) fn professionals(reading: &Reading) -> Vec<Professional> {
    let (timeline, day) = (reading.timeline(), reading.today);
    let mut professionals = Vec::new();
    if let Some(allocation) = timeline.allocation_on(day) {
        let since = display::full_date(allocation.span.from);
        let told = [(&allocation.worker, "named worker"), (&allocation.team, "team")];
        for (id, part) in told.into_iter().filter_map(|(id, part)| id.as_ref().map(|id| (id, part))) {
            professionals.push(Professional {
                name: reading.name_of(id),
                part: format!("{part}, since {since}"),
                telephone: telephone(reading, id),
                may_see: "This record".to_owned(),
            });
        }
    }
    let kin = timeline.kinships.iter().filter(|kin| kin.span.covers(day));
    for kin in kin.filter(|kin| matches!(kin.relation, Relation::School | Relation::Professional)) {
        let job = reading.around.others.get(&kin.to).and_then(|other| other.identity.job.clone());
        let part = kin.note.clone().or(job).unwrap_or_else(|| kin.relation.label().to_lowercase());
        professionals.push(Professional {
            name: reading.name_of(&kin.to),
            part,
            telephone: telephone(reading, &kin.to),
            may_see: "This record, if they have an account as a partner".to_owned(),
        });
    }
    professionals
}

fn telephone(reading: &Reading, id: &PersonId) -> String {
    let Some(other) = reading.other(id) else { return String::new() };
    let said = other.of::<ContactDetailRecorded>().filter(|(_, e)| e.safe != Some(false));
    said.filter_map(|(_, e)| e.telephone.clone()).next_back().unwrap_or_else(|| "not recorded".to_owned())
}
