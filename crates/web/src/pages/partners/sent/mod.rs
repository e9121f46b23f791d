//! What somebody of a partner agency has sent, and how each goes.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use axum::extract::State;
use calendar::display;
use maud::Markup;
use record::timeline::Sent;

use super::receiving::teams;
use crate::App;
use crate::problem::Problem;
use crate::session::SignedIn;

/// The most messages that are listed.
const LISTED_MAX: usize = 100;

/// Shows what somebody signed in has sent.
pub(crate) async fn show(State(app): State<App>, signed_in: SignedIn) -> Result<Markup, Problem> {
    let mut mine = Vec::new();
    for (team, timeline) in teams(&app)? {
        let name = app.views.name(&team);
        for one in &timeline.correspondence {
            let Sent::Message(said) = &one.said else { continue };
            if said.sender.as_ref() == Some(&signed_in.who.person) {
                let mut words = Vec::new();
                let children = said.children.iter();
                words.extend(children.map(|child| child.forename.clone().unwrap_or_default()));
                let stage = match (one.actioned(), one.first_action(), &one.read) {
                    (Some(_), ..) => "Taken up",
                    (None, Some(_), _) => "Partly taken up",
                    (None, None, Some(_)) => "Read",
                    (None, None, None) => "Not read yet",
                };
                let line = SentLine {
                    reference: one.reference().to_owned(),
                    about: rules::listed(&words),
                    when: one.received.instant().map(display::date_and_time).unwrap_or_default(),
                    team: name.clone(),
                    stage: stage.to_owned(),
                };
                mine.push((one.received, line));
            }
        }
    }
    mine.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let lines = mine.into_iter().take(LISTED_MAX).map(|(_, line)| line).collect();
    Ok(view(&app.frame(Some(&signed_in)), &SentPage { lines }))
}
