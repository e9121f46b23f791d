//! A grown-up who matters to the child, neither spoken with nor left out for an agreed reason.

use calendar::display;
use chronology::PersonId;
use jiff::civil::Date;
use record::events::{AdultEngaged, AdultNotEngaged, AssessmentCompleted, Relation, SignificantAdult, YesNo};
use record::timeline::{Involvement, Kinship};

use super::limit::while_open;
use super::{Example, Finding};
use crate::days::earliest;
use crate::words::said;
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "significant-adult-unanswered",
    title: "Significant adult not engaged",
    failing: Some("F035"),
    source: "Working Together to Safeguard Children, chapter 1: fathers and others who matter to the child",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example {
            title: "the father is known, and nobody has spoken with him",
            notation: FATHER,
            on: "2026-03-03",
            expect: &["Father, father of the child, has been neither spoken with"],
        },
        Example { title: "spoken with", notation: FATHER, on: "2026-03-10", expect: &[] },
        Example {
            title: "a sister who is a child, and a grandmother who has died, are not asked after",
            notation: FAMILY,
            on: "2026-03-12",
            expect: &[],
        },
    ],
};

const FATHER: &str = "
recording by worker as social_worker
  2026-03-01 child relationship.recorded
    to: father
    relation: father
    significant: yes
  2026-03-02 child assessment.started
recording by worker as social_worker
  2026-03-10 child adult.engaged
    adult: father
";

const FAMILY: &str = "
recording by worker as social_worker
  2026-03-01 sister person.identified
    date_of_birth: 2015-06-01
  2026-03-01 nan person.died
  2026-03-01 child relationship.recorded
    to: sister
    relation: sibling
    significant: yes
  2026-03-01 child relationship.recorded
    to: nan
    relation: grandparent
    significant: yes
  2026-03-02 child assessment.started
";

fn look(circle: &Circle) -> Vec<Found> {
    let mut found = Vec::new();
    for involvement in &circle.timeline.involvements {
        let adults = adults(circle, involvement);
        found.extend(adults.map(|kinship| unanswered(circle, kinship, involvement)));
    }
    found
}

/// The significant adults of an involvement, each once.
fn adults<'t>(circle: &Circle<'t>, involvement: &'t Involvement) -> impl Iterator<Item = &'t Kinship> {
    let mut known: Vec<&PersonId> = Vec::new();
    let kinships = circle.timeline.kinships.iter();
    kinships.filter(move |kinship| {
        let until = involvement.span.to;
        let meanwhile = until.is_none_or(|to| kinship.span.from < to)
            && kinship.span.to.is_none_or(|to| involvement.span.from < to);
        is_significant(circle, kinship, kinship.span.from.max(involvement.accepted_on))
            && meanwhile
            && !known.contains(&&kinship.to)
            && {
                known.push(&kinship.to);
                true
            }
    })
}

/// Whether the other person, on a day, is a grown-up alive who matters to the child's daily life, or somebody who
/// answers for the child by law, at whatever age.
pub(crate) fn is_significant(circle: &Circle, kinship: &Kinship, day: Date) -> bool {
    let parent = kinship.parental_responsibility == Some(YesNo::Yes)
        || matches!(kinship.relation, Relation::Mother | Relation::Father | Relation::Parent);
    let other = circle.timeline_of(&kinship.to);
    let died = other.and_then(|other| other.identity.died_on).is_some_and(|died| died <= day);
    let child = other.is_some_and(|other| circle.child_on(other, day));
    let matters = kinship.significant == Some(true) || kinship.parental_responsibility == Some(YesNo::Yes);
    matters && !died && (parent || !child)
}

fn unanswered(circle: &Circle, kinship: &Kinship, involvement: &Involvement) -> Found {
    let since = kinship.span.from.max(involvement.accepted_on);
    let because = format!(
        "{}, {} of {}, has been neither spoken with nor left out for a reason that a manager agreed, since {}.",
        circle.name_of_unrecorded(&kinship.to),
        kinship.relation.to_string().to_lowercase(),
        circle.child(),
        display::full_date(since)
    );
    let answered = answered_on(circle, &kinship.to, involvement.span.from);
    let died = circle.timeline_of(&kinship.to).and_then(|other| other.identity.died_on);
    let found =
        Found::since(since, because).cleared(earliest([answered, kinship.span.to, died])).from([kinship.by]);
    while_open(found.mended_by("adult.engaged").waited_from(since), involvement)
}

/// The first day, from another day on, on which the record answers for a grown-up.
pub(crate) fn answered_on(circle: &Circle, adult: &PersonId, from: Date) -> Option<Date> {
    let engaged = circle.timeline.of::<AdultEngaged>().filter(|(_, e)| e.adult == *adult);
    let engaged = engaged.map(|(entry, _)| entry.day());
    let declined = circle.timeline.of::<AdultNotEngaged>();
    let declined = declined.filter(|(_, e)| e.adult == *adult && said(&e.reason) && e.agreed_by.is_some());
    let declined = declined.map(|(entry, _)| entry.day());
    let assessed = circle.timeline.of::<AssessmentCompleted>();
    let assessed = assessed.filter(|(_, e)| e.significant_adults.iter().any(|one| answers(one, adult)));
    let assessed = assessed.map(|(entry, _)| entry.day());
    engaged.chain(declined).chain(assessed).filter(|day| *day >= from).min()
}

/// Whether an assessment answers for a grown-up: spoken with, or not for a reason.
pub(crate) fn answers(one: &SignificantAdult, adult: &PersonId) -> bool {
    one.adult.as_ref() == Some(adult)
        && (one.engaged == Some(true) || (one.engaged == Some(false) && said(&one.reason)))
}
