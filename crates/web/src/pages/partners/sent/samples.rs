//! Nothing, and one message.

use super::{SentLine, SentPage};

/// Samples.
#[must_use]
pub fn samples() -> Vec<(&'static str, SentPage)> {
    let line = SentLine {
        reference: "QX7M-2KPA-9TWE".to_owned(),
        about: "Talan and Merryn".to_owned(),
        when: "Friday 22 May 2026, 4:55pm".to_owned(),
        team: "Front door".to_owned(),
        stage: "Partly taken up".to_owned(),
    };
    vec![("nothing", SentPage::default()), ("one", SentPage { lines: vec![line] })]
}
