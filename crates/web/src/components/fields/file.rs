//! A document, a picture, a recording of a voice.

use maud::{Markup, html};

use super::Field;

/// What may be sent, and what is already here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileAnswer {
    /// Kinds taken, as the browser wants them: `.pdf,.docx,image/*`.
    pub takes: String,
    /// True when several may be chosen at once.
    pub several: bool,
    /// The name of what was sent before; empty when nothing was.
    pub already: String,
}

/// Draws the file box. Its form must be `multipart/form-data`.
///
/// Accessibility: the browser's own control, which works by keyboard; what is
/// already here is said in words and described to the control.
#[must_use]
pub fn file(field: &Field, answer: &FileAnswer) -> Markup {
    let already = (!answer.already.is_empty()).then(|| format!("{}-already", field.name));
    let described =
        [field.described_by(), already.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    field.single(&html! {
        @if let Some(id) = already { p.on-small id=(id) { "Here already: " (answer.already) } }
        input.on-file type="file" id=(field.name) name=(field.name) accept=[(!answer.takes.is_empty()).then_some(&answer.takes)]
            multiple[answer.several] aria-describedby=[(!described.is_empty()).then_some(described)] aria-invalid=[field.invalid()];
    })
}
