//! One meeting with the records of the children it is about: those that the reader may open.

use std::sync::Arc;

use chronology::PersonId;
use jiff::civil::Date;
use record::events::{Action, ConferenceDecided, ConferenceHeld, StrategyDiscussionHeld};
use record::{Choices, Timeline, TimelineEntry, Typed};
use views::{Around, MeetingRow};

use super::show::Agreed;
use crate::App;
use crate::problem::Problem;
use crate::session::SignedIn;

/// A child of a meeting, whose record the reader may open.
pub(crate) struct Child {
    pub(crate) row: MeetingRow,
    pub(crate) around: Around,
    pub(crate) short: String,
    pub(crate) heading: String,
}

/// A meeting.
pub(crate) struct Gathered {
    pub(crate) app: App,
    pub(crate) signed_in: SignedIn,
    pub(crate) recording: i64,
    pub(crate) children: Vec<Child>,
    /// How many more children it is about, whose records are restricted.
    pub(crate) hidden: usize,
}

/// Opens a meeting: every child that the reader may see, and the number of those that they may not.
pub(crate) async fn gather(app: App, signed_in: SignedIn, recording: i64) -> Result<Gathered, Problem> {
    let mut children = Vec::new();
    let mut refused = Vec::new();
    for row in app.views.meeting(recording)? {
        let person = PersonId::new(&row.person).map_err(Problem::fault)?;
        match app.pass(&signed_in.who, &person).await {
            Ok(pass) => children.push(child(&app, row, app.around(&pass)?)),
            Err(problem @ Problem::Restricted { .. }) => refused.push(problem),
            Err(problem) => return Err(problem),
        }
    }
    if children.is_empty() {
        return Err(refused.into_iter().next().unwrap_or(Problem::NotFound));
    }
    Ok(Gathered { app, signed_in, recording, children, hidden: refused.len() })
}

fn child(app: &App, row: MeetingRow, around: Around) -> Child {
    let identity = &around.timeline.identity;
    let age = identity.birth.map(|birth| birth.phrase(app.today(), app.leap_day()));
    let name = identity.name();
    let heading = age.map_or_else(|| name.clone(), |age| format!("{name}, {age}"));
    Child { short: identity.short_name(), heading, row, around }
}

impl Child {
    pub(crate) fn timeline(&self) -> &Arc<Timeline> {
        &self.around.timeline
    }

    /// The conference that this meeting is: the one held in its recording, or the first held after its booking.
    pub(crate) fn conference(&self) -> Option<(&TimelineEntry, &ConferenceHeld)> {
        self.event(&["conference.held", "conference.booked"])
    }

    /// The strategy discussion that this meeting is.
    pub(crate) fn discussion(&self) -> Option<(&TimelineEntry, &StrategyDiscussionHeld)> {
        self.event(&["strategy_discussion.held"])
    }

    fn event<E: Typed + 'static>(&self, kinds: &[&str]) -> Option<(&TimelineEntry, &E)> {
        if !kinds.contains(&self.row.kind.as_str()) {
            return None;
        }
        let mut of = self.around.timeline.of::<E>();
        match self.row.held {
            true => of.find(|(entry, _)| Some(entry.id) == self.row.entry),
            false => of.find(|(entry, _)| self.row.entry.is_some_and(|booked| entry.id > booked)),
        }
    }

    /// What was decided for this child after the conference, before the next one.
    pub(crate) fn decision(&self) -> Option<&ConferenceDecided> {
        let (held, _) = self.conference()?;
        let next =
            self.around.timeline.of::<ConferenceHeld>().find(|(entry, _)| entry.occurred > held.occurred);
        let next = next.map(|(entry, _)| entry.occurred);
        let mine = |entry: &TimelineEntry| {
            entry.occurred.date() >= held.occurred.date() && next.is_none_or(|next| entry.occurred < next)
        };
        let mut decided = self.around.timeline.of::<ConferenceDecided>().filter(|(entry, _)| mine(entry));
        decided.next_back().map(|(_, decided)| decided)
    }
}

impl Gathered {
    /// The children's ids, for an address.
    pub(crate) fn about(&self) -> String {
        let ids: Vec<&str> = self.children.iter().map(|child| child.around.person.as_str()).collect();
        ids.join(",")
    }

    /// “Morwenna, Jory and Tegen”.
    pub(crate) fn names(&self) -> String {
        rules::listed(&self.children.iter().map(|child| child.short.clone()).collect::<Vec<_>>())
    }

    /// “M N and others”.
    pub(crate) fn initials(&self) -> String {
        let first =
            self.children.first().map(|child| crate::forms::initials(&child.around.timeline.identity.name()));
        let first = first.unwrap_or_default();
        if self.children.len() > 1 { format!("{first} and others") } else { first }
    }

    /// The meeting's day.
    pub(crate) fn day(&self) -> Date {
        self.children.first().map_or_else(|| self.app.today(), |child| child.row.on)
    }

    /// An answer of a closed list in the practice's words.
    pub(crate) fn label<C: Choices>(&self, answer: C) -> String {
        self.app.practice.label(C::NAME, answer.code()).to_owned()
    }

    /// An action in words.
    pub(crate) fn agreed(&self, child: &Child, action: &Action) -> Agreed {
        let owner = action.owner_name.clone();
        let owner = owner.or_else(|| {
            let name = |id: &PersonId| match child.around.others.contains_key(id) {
                true => child.around.circle().name_of(id),
                false => self.app.views.name(id),
            };
            action.owner.as_ref().map(name)
        });
        Agreed {
            what: action.what.clone().unwrap_or_default(),
            who: owner.unwrap_or_default(),
            agency: action.agency.map(|agency| self.label(agency)).unwrap_or_default(),
            by: action.by.map(calendar::display::table_date).unwrap_or_default(),
            outcome: action.outcome.clone().unwrap_or_default(),
        }
    }
}
