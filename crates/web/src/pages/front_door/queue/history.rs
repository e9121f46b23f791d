//! What stands beside the queue: earlier contacts of the same children, and what the last working day was like.

use std::collections::BTreeSet;

use calendar::{display, periods, working_days};
use jiff::civil::Date;
use views::ContactRow;

use crate::App;
use crate::components::log::LogLine;
use crate::components::prose::Prose;
use crate::components::stats::Stat;
use crate::components::{Tag, Tone};
use crate::pages::asked::log_day;
use crate::pages::naming::Naming;
use crate::problem::Problem;

/// Most lines of history beside one call.
const LINES_MAX: usize = 4;

/// A closed list's answer as people here read it.
pub(crate) fn label(app: &App, list: &str, code: Option<&str>) -> Option<String> {
    code.map(|code| app.practice.label(list, code).to_owned())
}

/// Earlier contacts about the children of a call, newest first, and how far the work with each has come.
pub(super) fn history(app: &App, call: &[&ContactRow], naming: &Naming) -> Result<Vec<LogLine>, Problem> {
    let mut lines: Vec<(String, LogLine)> = Vec::new();
    for child in call.iter().filter(|child| !naming.hides(&child.person)) {
        let earlier = app.views.contacts_of(&child.person)?;
        for contact in earlier.iter().filter(|one| one.recording < child.recording) {
            let Some(received) = contact.received else { continue };
            let who = contact.name.split(' ').next().unwrap_or_default();
            let agency = label(app, "Agency", contact.agency.as_deref());
            let outcome = label(app, "ContactOutcome", contact.outcome.as_deref());
            let from = agency.map(|agency| format!(" from {}", agency.to_lowercase())).unwrap_or_default();
            let words = format!(
                "{who}: contact{from}, {}",
                outcome.map_or_else(|| "not yet decided".to_owned(), |outcome| outcome.to_lowercase())
            );
            let day = received.date();
            let (shown, whole) = log_day(day, app.today());
            lines.push((day.to_string(), LogLine::new(day.to_string(), shown, format!("{whole}{words}"))));
        }
    }
    lines.sort_by(|a, b| b.0.cmp(&a.0));
    Ok(lines.into_iter().map(|(_, line)| line).take(LINES_MAX).collect())
}

/// The last working day, and the weekend after it if there was one.
pub(super) fn last_days(today: Date) -> (Date, Date) {
    (working_days::previous_working_day(today), periods::add_calendar_days(today, -1))
}

/// That day in words.
pub(super) fn last_days_words((first, last): (Date, Date)) -> String {
    if first == last {
        display::weekday_date(first)
    } else {
        format!("{} to {}", display::weekday_date(first), display::weekday_date(last))
    }
}

/// What came in on those days, in numbers.
pub(super) fn numbers(contacts: &[ContactRow]) -> Vec<Stat> {
    let calls: BTreeSet<i64> = contacts.iter().map(|contact| contact.recording).collect();
    let of = |outcome: &str| contacts.iter().filter(|c| c.outcome.as_deref() == Some(outcome)).count();
    let decided = contacts.iter().filter(|contact| contact.decided.is_some()).count();
    let total = contacts.len();
    vec![
        Stat::new("Children", total.to_string(), format!("in {} calls", calls.len())),
        Stat::new("Decided", format!("{decided} of {total}"), "whenever that was"),
        Stat::new("Became referrals", of("referral").to_string(), format!("of {total}")),
        Stat::new("No further action", of("no_further_action").to_string(), format!("of {total}")),
    ]
}

/// What is worth a second look: a call decided for some of its children; a third contact in three months that
/// led to nothing.
pub(super) fn second_look(
    app: &App,
    contacts: &[ContactRow],
    naming: &Naming,
) -> Result<Vec<Prose>, Problem> {
    let mut found = Vec::new();
    let calls: BTreeSet<i64> = contacts.iter().map(|contact| contact.recording).collect();
    for call in calls {
        let these: Vec<&ContactRow> = contacts.iter().filter(|contact| contact.recording == call).collect();
        let open: Vec<&&ContactRow> = these.iter().filter(|contact| contact.decided.is_none()).collect();
        if !open.is_empty() && open.len() < these.len() {
            let names: Vec<String> = open.iter().map(|one| naming.child(&one.person, &one.name)).collect();
            let words =
                format!("{}: decided for the others of the call and not for them. ", names.join(", "));
            found.push(Prose::new().text(words).tag(Tag::new(Tone::Finding, "Finding")));
        }
    }
    for contact in contacts.iter().filter(|contact| contact.outcome.as_deref() == Some("no_further_action")) {
        let Some(received) = contact.received else { continue };
        let since = periods::add_months(received.date(), -3);
        let earlier = app.views.contacts_of(&contact.person)?;
        let near = |one: &&ContactRow| {
            one.recording < contact.recording && one.received.is_some_and(|at| at.date() >= since)
        };
        let count = earlier.iter().filter(near).count();
        if count >= 2 {
            let name = naming.child(&contact.person, &contact.name);
            let prose = match naming.href(&contact.person) {
                href if href.is_empty() => Prose::new().text(name),
                href => Prose::new().link(href, name),
            };
            found.push(
                prose.text(format!(": no further action, and {count} earlier contacts within three months.")),
            );
        }
    }
    Ok(found)
}
