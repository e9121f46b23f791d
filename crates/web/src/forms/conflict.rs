//! Two people wrote at once: what was not seen, beside what was typed, which is kept.

use chronology::EntryId;
use maud::{Markup, html};

use super::{Opened, plain};
use crate::problem::Problem;

/// Shows both sides. Nothing was recorded, and nothing typed is lost: sending again records it.
pub(super) fn show(opened: &mut Opened, unseen: &[EntryId]) -> Result<Markup, Problem> {
    let mut lines = Vec::new();
    for id in unseen {
        for person in &opened.people {
            let around = opened.app.around(&person.pass)?;
            if let Some(entry) = around.timeline.entry(*id) {
                let author = opened.app.views.name(entry.author());
                lines.push(format!(
                    "{}, {}, by {author}",
                    entry.event.title(),
                    calendar::display::long_date(entry.day())
                ));
            }
        }
    }
    opened.seen = opened.app.chronology.head()?.number.0;
    opened.notice = Some(html! {
        p { strong { "Somebody else recorded something while you were writing." } " What you typed is below, as you left it." }
        ul { @for line in &lines { li { (line) } } }
        p { "Read it, change what you wrote if it matters, and send again." }
    });
    plain(opened)
}
