//! What each agency was asked about a child, and whether it was heard.

use calendar::Within;
use chronology::PersonId;
use jiff::civil::Date;
use record::events::{
    Agency, InformationNotRequested, InformationRequested, InformationShared, InformationWithheld,
    StrategyDiscussionHeld,
};
use record::{Event, Timeline, TimelineEntry};

use crate::Circle;
use crate::asked::{Asked, asked};
use crate::findings::limit::working_days;

/// LAW: Education Act 1996 s8: compulsory school age, in whole years.
const SCHOOL_YEARS: std::ops::RangeInclusive<u16> = 5..=16;

/// Every request to an agency about a child, in the order they were made, with what ended it: the agency tells or
/// withholds, or a worker says why it is not asked any more. An answer that names no request ends every open one of its
/// agency.
pub fn requests(timeline: &Timeline) -> Vec<Asked<'_, InformationRequested>> {
    asked(timeline, |said: &InformationRequested, event| {
        let (named, agency) = match event {
            Event::InformationShared(e) => (e.request, e.agency),
            Event::InformationWithheld(e) => (e.request, e.agency),
            Event::InformationNotRequested(e) => (None, e.agency),
            _ => return None,
        };
        (named.is_some() || agency.is_some() && agency == said.agency).then_some(named)
    })
}

/// The authority's own limit from a request to its answer.
pub(crate) fn answer_within(circle: &Circle) -> Within {
    working_days(circle.settings.limit("information_answer_working_days"))
}

/// The day from a given one on which an agency was heard outside a meeting, or a reason was given why it was not
/// asked.
pub(crate) fn heard_from(circle: &Circle, agency: Agency, from: Date) -> Option<Date> {
    let timeline = circle.timeline;
    let told = timeline.of::<InformationShared>().map(|(entry, e)| (entry, e.agency));
    let withheld = timeline.of::<InformationWithheld>().map(|(entry, e)| (entry, e.agency));
    let not_asked = timeline.of::<InformationNotRequested>().map(|(entry, e)| (entry, e.agency));
    let all = told.chain(withheld).chain(not_asked);
    all.filter(|(_, whose)| *whose == Some(agency))
        .map(|(entry, _)| entry.day())
        .filter(|day| *day >= from)
        .min()
}

/// Whether a child is of an age at which a school knows them.
pub(crate) fn of_school_age(circle: &Circle, day: Date) -> bool {
    let birth = circle.timeline.identity.birth;
    birth
        .and_then(|birth| birth.age_on(day, circle.settings.leap_day))
        .is_some_and(|age| SCHOOL_YEARS.contains(&age))
}

/// How somebody's consent to one purpose stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsentState {
    /// Asked for, and not answered.
    Sought,
    /// Given.
    Given,
    /// Refused.
    Refused,
    /// Given once, and taken back.
    Withdrawn,
    /// Not asked or not followed, for a reason.
    WentWithout,
}

/// Somebody's consent to one purpose, as it stands after everything recorded.
#[derive(Clone, Debug)]
pub struct Consent<'a> {
    /// The entry that says how it stands.
    pub entry: &'a TimelineEntry,
    /// Whose consent, if that person is on record.
    pub person: Option<&'a PersonId>,
    /// Whose consent, by name.
    pub name: Option<&'a str>,
    /// What it is for.
    pub purpose: Option<&'a str>,
    /// The agencies it covers, where it was given.
    pub agencies: &'a [Agency],
    /// What was said: why it was refused, withdrawn or gone without.
    pub reason: Option<&'a str>,
    /// How it stands.
    pub state: ConsentState,
}

/// Each person's consent to each purpose as it stands, in the order in which it was first asked for.
pub fn consents(timeline: &Timeline) -> Vec<Consent<'_>> {
    let mut all: Vec<Consent> = Vec::new();
    for consent in timeline.counting().filter_map(consent) {
        let same = |one: &&mut Consent| {
            (one.person, one.name, one.purpose) == (consent.person, consent.name, consent.purpose)
        };
        match all.iter_mut().find(same) {
            Some(earlier) => *earlier = consent,
            None => all.push(consent),
        }
    }
    all
}

fn consent(entry: &TimelineEntry) -> Option<Consent<'_>> {
    let (person, name, purpose, agencies, reason, state): (_, _, _, &[Agency], _, _) = match &entry.event {
        Event::ConsentSought(e) => (&e.person, &e.name, &e.purpose, &e.agencies, &None, ConsentState::Sought),
        Event::ConsentGiven(e) => (&e.person, &e.name, &e.purpose, &e.agencies, &None, ConsentState::Given),
        Event::ConsentRefused(e) => (&e.person, &e.name, &e.purpose, &[], &e.reason, ConsentState::Refused),
        Event::ConsentWithdrawn(e) => {
            (&e.person, &e.name, &e.purpose, &[], &e.reason, ConsentState::Withdrawn)
        }
        Event::ConsentDispensedWith(e) => {
            (&e.person, &e.name, &e.purpose, &[], &e.reason, ConsentState::WentWithout)
        }
        _ => return None,
    };
    let (name, purpose, reason) = (name.as_deref(), purpose.as_deref(), reason.as_deref());
    Some(Consent { entry, person: person.as_ref(), name, purpose, agencies, reason, state })
}

/// The agencies that had to be at a strategy discussion and were not.
pub fn lacking(circle: &Circle, discussion: &StrategyDiscussionHeld, day: Date) -> Vec<Agency> {
    let school = of_school_age(circle, day).then_some(Agency::School);
    let needed = circle.settings.strategy_discussion_needs.iter().copied().chain(school);
    needed.filter(|agency| !circle.took_part(*agency, &discussion.attendance)).collect()
}

/// The agencies without which the child's last strategy discussion was held, and which have not been heard since.
pub fn unheard(circle: &Circle) -> Vec<Agency> {
    let Some((entry, held)) = circle.timeline.of::<StrategyDiscussionHeld>().last() else {
        return Vec::new();
    };
    let mut lacking = lacking(circle, held, entry.day());
    lacking.retain(|agency| heard_from(circle, *agency, entry.day()).is_none());
    lacking
}

/// The requests that a strategy discussion brings about: each agency that had to be there and was not is asked
/// what it holds, unless it has been asked and has not answered yet.
pub(crate) fn asked_after(discussion: &StrategyDiscussionHeld, circle: &Circle, day: Date) -> Vec<Event> {
    let open = requests(circle.timeline).into_iter().filter(|one| one.answer.is_none());
    let open: Vec<Option<Agency>> = open.map(|one| one.said.agency).collect();
    let lacking = lacking(circle, discussion, day).into_iter();
    let others = lacking.filter(|agency| *agency != Agency::SocialCare && !open.contains(&Some(*agency)));
    others
        .map(|agency| {
            let asked =
                "What it holds about this child: the strategy discussion was held without it.".to_owned();
            InformationRequested { agency: Some(agency), asked: Some(asked), who: None }.into()
        })
        .collect()
}
