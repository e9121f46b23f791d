//! Two people wrote at once: what was not seen, beside what was typed, which is kept.

use calendar::display;
use chronology::{EntryId, PersonId};
use maud::Markup;
use practice::Answers;
use record::TimelineEntry;

use super::{Opened, initials, sheet};
use crate::components::crumbs::Crumb;
use crate::pages::known;
use crate::pages::people::wording;
use crate::pages::record::conflict::{BothSides, ConflictPage, Theirs, view};
use crate::problem::Problem;

/// Shows both sides. Nothing was recorded, and nothing typed is lost: sending again records it.
pub(super) fn show(opened: &mut Opened, unseen: &[EntryId]) -> Result<Markup, Problem> {
    let mut theirs = Vec::new();
    let mut sides = Vec::new();
    for about in &opened.people {
        let around = opened.app.around(&about.pass)?;
        for entry in unseen.iter().filter_map(|id| around.timeline.entry(*id)) {
            let name = |id: &PersonId| around.circle().name_of(id);
            theirs.push(Theirs {
                what: wording::line(entry, &name),
                href: format!("/people/{}/timeline#e{}", about.id, entry.id),
                about: about.short.clone(),
                by: opened.app.views.name(entry.author()),
                at: display::date_and_time(entry.recorded_at()),
            });
            sides.extend(both(opened, &about.id, entry));
        }
    }
    opened.seen = opened.app.chronology.head()?.number.0;
    let mut asked = sheet(opened);
    // The page shows every child's part; whom it is about was said already.
    asked.pick = Vec::new();
    let page = ConflictPage {
        crumbs: vec![Crumb::new("My work", "/work"), Crumb::new(opened.form.title.clone(), "")],
        initials: opened.people.first().map(|about| initials(&about.name)).unwrap_or_default(),
        form_title: opened.form.title.clone(),
        summary: format!("{}: {}", opened.form.title, known::children(opened)),
        theirs,
        sides,
        sheet: asked,
    };
    Ok(view(&opened.app.frame(Some(&opened.signed_in)), &page))
}

/// The questions of this form that the other recording answers too, where the two differ.
fn both(opened: &Opened, person: &PersonId, entry: &TimelineEntry) -> Vec<BothSides> {
    if entry.event.kind() != opened.form.event.kind {
        return Vec::new();
    }
    let other = practice::unfill(&opened.form, &[(person.clone(), entry.event.body())]).answers;
    let short = opened.people.iter().find(|about| about.id == *person).map(|about| about.short.clone());
    let mut sides = Vec::new();
    for question in &opened.form.questions {
        let mine = words(&opened.answers, question, person);
        let theirs = words(&other, question, person);
        if let (Some(mine), Some(theirs)) = (mine, theirs)
            && mine != theirs
        {
            let scope = if question.shared { "shared" } else { person.as_str() };
            sides.push(BothSides {
                name: format!("{scope}.{}", question.id),
                heading: format!("{}: {}", short.clone().unwrap_or_default(), question.label),
                yours: mine,
                theirs,
                theirs_by: format!(
                    "{} wrote, {}",
                    opened.app.views.name(entry.author()),
                    display::date_and_time(entry.recorded_at())
                ),
            });
        }
    }
    sides
}

/// An answer as words, whichever kind of question it answers.
fn words(answers: &Answers, question: &practice::Question, person: &PersonId) -> Option<String> {
    let given = answers.part(question, Some(person))?.get(&question.id)?;
    let label = |code: &String| {
        let option = question.options.iter().find(|option| option.code == *code);
        option.map_or_else(|| code.clone(), |option| option.label.clone())
    };
    Some(match given {
        practice::Answer::One(text) => label(text),
        practice::Answer::Several(several) => several.iter().map(label).collect::<Vec<_>>().join(", "),
        practice::Answer::Rows(rows) => {
            let row = |row: &practice::Row| row.values().cloned().collect::<Vec<_>>().join(", ");
            rows.iter().map(row).collect::<Vec<_>>().join("; ")
        }
    })
}
