//! One before the head of service, one answered.

use super::{AgencyLine, DisagreementsPage, OpenLine};
use crate::components::button::Button;
use crate::components::prose::Prose;
use crate::components::{Nearness, When};

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, DisagreementsPage)> {
    let open = OpenLine {
        name: "Keast, Isla".into(),
        href: "/people/isla-keast".into(),
        disputed: Prose::new()
            .text("Early help is not enough: she was hungry again. ")
            .quiet("School or nursery, Tom Ferris"),
        level: "Head of service".into(),
        due: Some(When::new(Nearness::Soon, "4 Mar", "today")),
        next: Some(
            Button::primary("Answer", "/forms/disagreement_answer?about=isla-keast").about("Isla Keast"),
        ),
    };
    let answered =
        OpenLine { level: "The decision was changed".into(), due: None, next: None, ..open.clone() };
    let agencies = vec![AgencyLine {
        name: "School or nursery".into(),
        raised: 4,
        changed: 2,
        stands: 1,
        open: 1,
        hours: "19".into(),
    }];
    let page = DisagreementsPage {
        summary: "1 disagreement waits for an answer.".into(),
        open: vec![open],
        answered: vec![answered],
        agencies,
    };
    vec![("open", page), ("none", DisagreementsPage::default())]
}
