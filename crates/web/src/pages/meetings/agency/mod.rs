//! One agency's own list of actions after a conference.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use axum::extract::{Path, State};
use calendar::display;
use maud::Markup;
use record::Choices;
use record::events::Agency;
use views::access::{action_for, may};

use super::gathered::gather;
use crate::App;
use crate::components::button::Button;
use crate::components::crumbs::Crumb;
use crate::problem::Problem;
use crate::session::SignedIn;

/// Shows the list: what this agency does for each child, and nothing of what others do.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((recording, agency)): Path<(i64, String)>,
) -> Result<Markup, Problem> {
    let agency = Agency::from_code(&agency).ok_or(Problem::NotFound)?;
    let meeting = gather(app, signed_in, recording).await?;
    let label = meeting.label(agency);
    let mut children = Vec::new();
    for child in &meeting.children {
        let Some(decided) = child.decision() else { continue };
        let mine = decided.actions.iter().filter(|action| action.agency.unwrap_or(Agency::Other) == agency);
        let mine: Vec<_> = mine.map(|action| meeting.agreed(child, action)).collect();
        if !mine.is_empty() {
            children.push((child.heading.clone(), mine));
        }
    }
    let sent = meeting.app.practice.form("conference_decision_sent");
    let sent = sent.filter(|form| may(meeting.signed_in.who.role, action_for(form.event.kind)));
    let send = sent.map(|form| {
        let href = format!("/forms/{}?about={}&shared.agency={}", form.id, meeting.about(), agency.code());
        Button::secondary("Record that it was sent", href)
    });
    let meeting_href = format!("/meetings/{recording}");
    let page = AgencyListPage {
        crumbs: vec![
            Crumb::new("Meetings", "/meetings"),
            Crumb::new("Conference", meeting_href),
            Crumb::new(label.clone(), ""),
        ],
        initials: meeting.initials(),
        heading: format!("{label}: what you agreed to do"),
        summary: format!("{} · conference of {}", meeting.names(), display::long_date(meeting.day())),
        children,
        send,
    };
    Ok(view(&meeting.app.frame(Some(&meeting.signed_in)), &page))
}
