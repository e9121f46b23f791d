//! One visit note for several children.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use calendar::display;
use maud::Markup;
use record::events::VisitMade;

use crate::components::crumbs::Crumb;
use crate::forms::{Opened, sheet};
use crate::pages::known;
use crate::problem::Problem;

/// Visits that a plan, an enquiry or an assessment waits for.
const VISITS: [&str; 5] =
    ["cp-visit-planned", "cp-visit-4w", "cp-visit-10wd-local", "cin-visit-local", "first-visit-by-rating"];

/// The page of a visit: what is said once for everyone, then each child's own part.
pub(crate) fn write(opened: &Opened) -> Result<Markup, Problem> {
    let mut asked = sheet(opened);
    for part in &mut asked.children {
        let Some(about) = opened.people.iter().find(|about| about.id.as_str() == part.scope) else {
            continue;
        };
        part.lead = last_seen(about);
        for question in &mut part.questions {
            if question.id() == "words" && question.lines == 0 {
                question.lines = 3;
            }
        }
    }
    let due = known::duty_of(opened, &VISITS).and_then(|duty| duty.due_on);
    let due = due.map(|due| {
        format!(" · due by {}, {}", display::weekday_date(due), display::how_far_off(opened.today, due))
    });
    let heading = if opened.people.len() > 1 {
        format!("Visit to {}", known::children(opened))
    } else {
        format!("{}: {}", opened.form.title, known::children(opened))
    };
    let page = VisitPage {
        crumbs: vec![Crumb::new("My work", "/work"), Crumb::new(opened.form.title.clone(), "")],
        initials: known::initials(opened),
        heading,
        summary: format!("{}{}", display::long_date(opened.today), due.unwrap_or_default()),
        undo: None,
        notice: opened.notice.clone(),
        sheet: asked,
    };
    Ok(view(&opened.app.frame(Some(&opened.signed_in)), &page))
}

/// “Last visited on Wed 18 March: she is frightened at night.”
fn last_seen(about: &crate::forms::About) -> String {
    let last = about.around.timeline.of::<VisitMade>().last();
    last.map_or_else(
        || "No earlier visit is on record.".to_owned(),
        |(entry, visit)| {
            let then = visit.next_step.clone().or(visit.analysis.clone());
            let then = then.map(|text| format!(": {}", crate::pages::people::wording::shortened(&text, 160)));
            format!("Last visit {}{}", display::full_date(entry.day()), then.unwrap_or_default())
        },
    )
}
