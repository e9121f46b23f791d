//! Hannah finishes her visit note as the health visitor records hers, 30 March 2026.

use super::{BothSides, ConflictPage, Theirs};
use crate::components::form::{Act, Kind, Question};
use crate::pages::form_samples::{crumbs, each, long, shared, sheet};

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, ConflictPage)> {
    vec![("visit", visit())]
}

fn visit() -> ConflictPage {
    let yours = "Played with her mother, who had flour to the elbows. Spoke to me in three-word sentences. Came to sit by me.";
    let mut form = sheet("visit");
    form.action = "/people/NAN-1/visits/new".into();
    form.seen = "10491".into();
    shared(
        &mut form,
        vec![long(
            "what",
            "What happened",
            "",
            "Kerra opened the door and had been baking with Tegen. The house was warm and tidy; the stair gate is mended.",
        )],
    );
    each(
        &mut form,
        Kind::LongText,
        "words",
        "What was said and done",
        [
            "“I slept till the light came.” Showed me her chart: eight nights out of twelve.",
            "Built a lighthouse and told me who lived on each floor.",
            "",
            "",
        ],
    );
    form.children[2].questions = vec![
        Question::new(Kind::LongText, "HOS-1.presentation", "What you will record of Tegen").words(yours),
    ];
    form.children[3].questions.clear();
    form.acts = vec![
        Act::primary("submit", "Record for Morwenna, Jory and Tegen"),
        Act::secondary("save", "Save for later"),
    ];
    form.saved_at = "5:44:02pm".into();
    ConflictPage {
        crumbs: crumbs(&[("Visit, 30 March 2026", "")]),
        initials: "N and H children".into(),
        form_title: "Visit".into(),
        summary: "Your note of the visit on Monday 30 March 2026, to Morwenna, Jory and Tegen".into(),
        theirs: vec![Theirs {
            what: "Health visitor’s visit".into(),
            href: "/people/HOS-1/timeline#E-4502".into(),
            about: "Tegen".into(),
            by: "Bev Curnow, health visitor".into(),
            at: "today, 5:38pm".into(),
        }],
        sides: vec![BothSides {
            name: "HOS-1.presentation".into(),
            heading: "Tegen: what was seen of her".into(),
            yours: yours.into(),
            theirs: "Two words at a time, no more. Held her mother’s skirt throughout and did not come to me. Three teeth are bad.".into(),
            theirs_by: "Bev Curnow wrote, 5:38pm".into(),
        }],
        sheet: form,
    }
}
