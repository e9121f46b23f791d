//! A message that moved to the team that answers now, half done.

use super::{ReceiptPage, Step};

/// Samples.
#[must_use]
pub fn samples() -> Vec<(&'static str, ReceiptPage)> {
    let step = |when: &str, words: &str| Step { when: when.to_owned(), words: words.to_owned() };
    vec![
        (
            "half_done",
            ReceiptPage {
                reference: "QX7M-2KPA-9TWE".to_owned(),
                moved: "Old team is closed. West team answers for its work and has your message.".to_owned(),
                steps: vec![
                    step("Friday 22 May 2026, 4:55pm", "West team received it"),
                    step("Friday 22 May 2026, 5:10pm", "A worker read it"),
                    step("Friday 22 May 2026, 7:30pm", "A worker took up child 1"),
                    step("", "Nobody has taken up child 2 yet"),
                ],
                stage: "read".to_owned(),
                ..ReceiptPage::default()
            },
        ),
        (
            "decided",
            ReceiptPage {
                reference: "QX7M-2KPA-9TWE".to_owned(),
                steps: vec![
                    step("Friday 22 May 2026, 4:55pm", "Front door received it"),
                    step("Tuesday 26 May 2026, 9:40am", "A decision was made on it"),
                ],
                stage: "decided".to_owned(),
                may_disagree: true,
                ..ReceiptPage::default()
            },
        ),
    ]
}
