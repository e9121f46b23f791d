//! Whose children a list is of: mine, my team's, everybody's.

use chronology::PersonId;
use record::events::Role;
use views::access::Who;

use super::lines::Line;
use crate::App;
use crate::components::segments::Segment;
use crate::pages::asked::Asked;

/// Whose children a list is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Those of one worker, or (for a manager) of the workers they manage.
    Mine(PersonId),
    /// Those of one team, and those who have no team yet.
    Team(PersonId),
    /// Everybody’s.
    Service,
    /// A reader without a team.
    ServiceAlone,
}

impl Scope {
    /// What the address asks for; or a worker's own, a team manager's team, and everybody's for the rest.
    pub(crate) fn of(who: &Who, asked: &Asked) -> Self {
        let team = || who.team.clone().map_or(Self::ServiceAlone, Self::Team);
        match asked.get("scope") {
            Some("mine") => Self::Mine(who.person.clone()),
            Some("team") => team(),
            Some("service") => Self::Service,
            _ => match who.role {
                Role::SocialWorker | Role::FamilySupportWorker => Self::Mine(who.person.clone()),
                Role::TeamManager => team(),
                _ => Self::Service,
            },
        }
    }

    /// Whether a line is of these children.
    pub(crate) fn holds(&self, line: &Line) -> bool {
        match self {
            Self::Mine(person) => {
                [&line.worker, &line.manager].into_iter().any(|id| id.as_deref() == Some(person.as_str()))
            }
            Self::Team(team) => line.team.as_deref().is_none_or(|id| id == team.as_str()),
            Self::Service | Self::ServiceAlone => true,
        }
    }

    /// The scope in words.
    pub(crate) fn words(&self, app: &App) -> String {
        match self {
            Self::Mine(_) => "Your own".to_owned(),
            Self::Team(team) => format!("{} and those without a team", app.views.name(team)),
            Self::Service | Self::ServiceAlone => "The whole service".to_owned(),
        }
    }

    /// The three scopes as links.
    pub(crate) fn segments(&self, asked: &Asked, path: &str) -> Vec<Segment> {
        let segment = |words: &str, name: &str, current: bool| {
            Segment::new(words, asked.href(path, &[("scope", Some(name))]), current)
        };
        vec![
            segment("Mine", "mine", matches!(self, Self::Mine(_))),
            segment("My team", "team", matches!(self, Self::Team(_))),
            segment("Whole service", "service", matches!(self, Self::Service | Self::ServiceAlone)),
        ]
    }
}
