//! For a professional: posts and registration. For a team: whether it is open and what it may lead.

use chronology::{EntryId, PersonId};
use jiff::civil::Date;

use super::{Span, TimelineEntry};
use crate::Event;
use crate::events::{Function, PostFilled, Role};

/// What a professional or a team is in the authority, by date.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Organisation {
    /// Posts held by this professional.
    pub posts: Vec<PostHeld>,
    /// When a registration as a professional began, with the register's name.
    pub registered: Vec<(Date, String, Option<Date>)>,
    /// When this team was open.
    pub open: Vec<Span>,
    /// The team's name.
    pub team_name: Option<String>,
    /// The team or service above it.
    pub within: Option<PersonId>,
    /// The team that answers for its work once closed.
    pub successor: Option<PersonId>,
    /// What this team may lead.
    pub functions: Vec<FunctionHeld>,
}

/// A post that a professional held.
#[derive(Clone, Debug, PartialEq)]
pub struct PostHeld {
    /// When.
    pub span: Span,
    /// What was recorded when they took it.
    pub said: PostFilled,
    /// The entry that says so.
    pub by: EntryId,
}

/// A kind of work that a team may lead.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionHeld {
    /// When.
    pub span: Span,
    /// The kind of work.
    pub function: Function,
}

impl Organisation {
    /// The post held on a day.
    pub fn post_on(&self, day: Date) -> Option<&PostHeld> {
        self.posts.iter().rev().find(|post| post.span.covers(day))
    }

    /// The role held on a day.
    pub fn role_on(&self, day: Date) -> Option<Role> {
        self.post_on(day)?.said.role
    }

    /// Whether this professional was a registered social worker on a day.
    /// LAW: Children and Social Work Act 2017 s36 to s47 (title protected, register kept by Social Work England).
    pub fn qualified_on(&self, day: Date) -> bool {
        self.registered.iter().any(|(from, _, until)| *from <= day && until.is_none_or(|until| day <= until))
    }

    /// Whether this team might lead a kind of work on a day.
    pub fn may_lead(&self, function: Function, day: Date) -> bool {
        self.functions.iter().any(|held| held.function == function && held.span.covers(day))
    }
}

pub(super) fn fold(entries: &[TimelineEntry]) -> Organisation {
    let mut all = Organisation::default();
    for entry in entries.iter().filter(|entry| entry.counts()) {
        let day = entry.day();
        match &entry.event {
            Event::TeamOpened(e) => {
                all.team_name = e.name.clone().or(all.team_name.take());
                all.within = e.within.clone().or(all.within.take());
                if all.open.last().is_none_or(|span| !span.open()) {
                    all.open.push(Span::since(day));
                }
            }
            Event::TeamClosed(e) => {
                all.successor.clone_from(&e.successor);
                if let Some(span) = all.open.last_mut() {
                    span.to.get_or_insert(day);
                }
            }
            Event::PostFilled(e) => {
                all.posts.push(PostHeld { span: Span::since(day), said: (**e).clone(), by: entry.id });
            }
            Event::PostVacated(e) => {
                let which = |post: &&mut PostHeld| {
                    post.span.open()
                        && (e.post.is_none() || e.post == post.said.post)
                        && (e.team.is_none() || e.team == post.said.team)
                };
                all.posts.iter_mut().filter(which).for_each(|post| post.span.to = Some(day));
            }
            Event::RegistrationRecorded(e) => {
                all.registered.push((day, e.register.clone().unwrap_or_default(), e.until));
            }
            Event::FunctionGranted(e) => {
                all.functions.push(FunctionHeld { span: Span::since(day), function: e.function });
            }
            Event::FunctionWithdrawn(e) => {
                let held = all.functions.iter_mut().filter(|f| f.function == e.function && f.span.open());
                held.for_each(|f| f.span.to = Some(day));
            }
            _ => {}
        }
    }
    all
}
