//! What ties a question to an earlier one, or to an earlier entry.

use record::{EventKind, FieldInfo};

use super::reading::mend_event;
use super::shapes::base_shape;
use super::{Carried, Question, When};
use crate::fault::mend_name;
use crate::source::Reader;

pub(super) fn when_of(table: &Reader<'_, '_>) -> Option<When> {
    let when = table.table("when")?;
    Some(When { question: when.needed("question"), is: when.needed("is") })
}

pub(super) fn check_when(table: &Reader<'_, '_>, question: &Question, earlier: &[Question]) {
    let Some(when) = &question.when else { return };
    let Some(asked) = earlier.iter().find(|asked| asked.id == when.question) else {
        let message = format!("No earlier question is named “{}”", when.question);
        let mend = mend_name(
            &when.question,
            earlier.iter().map(|asked| asked.id.as_str()),
            "Name a question that stands before this one",
        );
        return table.fault("when", message, mend);
    };
    if question.shared && !asked.shared {
        let message = format!("“{}” is asked of each child, and this question once for all", asked.id);
        table.fault("when", message, "Take shared = true out, or share the earlier question");
    }
    if !asked.options.iter().any(|answer| answer.code == when.is) {
        let codes: Vec<&str> = asked.options.iter().map(|answer| answer.code.as_str()).collect();
        let message = format!("“{}” cannot be answered “{}”", asked.id, when.is);
        let mend = match codes.as_slice() {
            [] => "Use a question that is answered by choosing".to_owned(),
            codes => mend_name(&when.is, codes.iter().copied(), &format!("Use one of {}", codes.join(", "))),
        };
        table.fault("when", message, mend);
    }
}

/// `carried = "same"`, or `"kind field"`: `"characteristics.recorded interpreter_language"`.
pub(super) fn carried(
    table: &Reader<'_, '_>,
    event: &'static EventKind,
    fill: Option<&'static FieldInfo>,
) -> Option<Carried> {
    let text = table.text("carried")?;
    let Some(field) = fill else {
        table.fault(
            "carried",
            "Only a question that fills a field can carry an answer",
            "Add fill, or take carried out",
        );
        return None;
    };
    if text == "same" {
        return Some(Carried { kind: event.kind, field: field.name });
    }
    let Some((kind, name)) = text.split_once(' ') else {
        table.fault(
            "carried",
            format!("“{text}” does not say what to carry"),
            "Write \"same\", or a kind of event and its field: \"visit.made next_step\"",
        );
        return None;
    };
    let Some(info) = record::kind_info(kind) else {
        table.fault("carried", format!("No event is named “{kind}”"), mend_event(kind));
        return None;
    };
    let Some(from) = info.fields.iter().find(|from| from.name == name.trim()) else {
        let names = info.fields.iter().map(|from| from.name);
        table.fault(
            "carried",
            format!("“{kind}” has no field “{name}”"),
            mend_name(name, names, "Use one of its fields"),
        );
        return None;
    };
    if base_shape(from) != base_shape(field) {
        let message =
            format!("“{name}” of “{kind}” ({}) cannot fill “{}” ({})", from.shape, field.name, field.shape);
        table.fault("carried", message, "Carry a field of the same shape");
    }
    Some(Carried { kind: info.kind, field: from.name })
}
