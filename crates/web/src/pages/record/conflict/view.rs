//! Two people wrote at once: both sides next to each other, and nothing of either lost.

use maud::{Markup, html};

use crate::components::crumbs::{Crumb, crumbs};
use crate::components::form::{FormSheet, Part, actions, form, question};
use crate::components::panel::section;
use crate::components::table::{Column, Table, linked, table};
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Title};

/// What somebody recorded while this was being written.
#[derive(Clone, Debug)]
pub struct Theirs {
    /// "Visit".
    pub what: String,
    /// Where it can be read.
    pub href: String,
    /// "Morwenna and Jory".
    pub about: String,
    /// "Bev Curnow, health visitor".
    pub by: String,
    /// "today, 5:38pm".
    pub at: String,
}

/// A question that both answered.
#[derive(Clone, Debug)]
pub struct BothSides {
    /// The question's name in this form: `NAN-2.words`.
    pub name: String,
    /// Whom and what it is about: "Jory: what he said and did".
    pub heading: String,
    /// What this worker wrote.
    pub yours: String,
    /// What the other recorded.
    pub theirs: String,
    /// "Bev Curnow wrote, 5:38pm".
    pub theirs_by: String,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct ConflictPage {
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// "N and H children".
    pub initials: String,
    /// The form's title.
    pub form_title: String,
    /// Whom it is about.
    pub summary: String,
    /// What was recorded meanwhile.
    pub theirs: Vec<Theirs>,
    /// Where both wrote about the same matter.
    pub sides: Vec<BothSides>,
    /// The whole form as this worker left it, ready to send again.
    pub sheet: FormSheet,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &ConflictPage) -> Markup {
    let inside = html! {
        @if !page.sides.is_empty() {
            (section("both", "Where you both wrote", Some(page.sides.len()), &html! {
                @for side in &page.sides { (both(page, side)) }
            }))
        }
        (section("others", "The rest of what you wrote", None, &html! {
            p.on-small.on-quiet { "As you left it. Nobody else has touched these." }
            @for part in page.sheet.parts() { (the_rest(page, part)) }
        }))
        (actions(&page.sheet))
    };
    let main = html! {
        (crumbs(&page.crumbs))
        (title("Somebody recorded something while you were writing", &page.summary, &html! {}))
        section.on-notice.on-notice--mend role="alert" {
            h2 { "Nothing of yours is lost, and nothing of yours is recorded yet" }
            p { "Read what is new. Change what you wrote if it matters, or leave it, and send again. Both stay on the record." }
        }
        (section("new", "Recorded meanwhile", Some(page.theirs.len()), &meanwhile(page)))
        (form(frame, &page.sheet, "", &inside))
    };
    let title = Title::about(&page.initials, format!("{}, two at once", page.form_title.to_lowercase()));
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::Work), main, ..Sheet::default() },
    )
}

fn meanwhile(page: &ConflictPage) -> Markup {
    let columns = vec![
        Column::new("What").width(30),
        Column::new("About"),
        Column::new("By"),
        Column::new("When").width(20),
    ];
    let rows = page.theirs.iter().map(|one| {
        vec![linked(&one.what, &one.href, ""), html! { (one.about) }, html! { (one.by) }, html! { (one.at) }]
    });
    table(&Table::new("Recorded while you were writing", columns).rows(rows))
}

fn both(page: &ConflictPage, side: &BothSides) -> Markup {
    let asked = page.sheet.parts().flat_map(|part| &part.questions).find(|asked| asked.name == side.name);
    html! {
        h3 { (side.heading) }
        div.on-both {
            div.on-side { p.on-small.on-quiet { "You wrote" } p { (side.yours) } }
            div.on-side { p.on-small.on-quiet { (side.theirs_by) } p { (side.theirs) } }
        }
        @if let Some(asked) = asked { (question(asked)) }
    }
}

fn the_rest(page: &ConflictPage, part: &Part) -> Markup {
    let left = part.questions.iter().filter(|asked| !page.sides.iter().any(|side| side.name == asked.name));
    let left: Vec<_> = left.collect();
    html! {
        @if !left.is_empty() {
            h3 { (part.heading) }
            @for asked in left { (question(asked)) }
        }
    }
}
