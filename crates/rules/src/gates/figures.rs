//! What is put beside a figure names the figure, and is a number where it must be.

use record::Event;
use record::events::Text;

use super::asking::Asking;
use super::{Decision, Gate, Missing};
use crate::Circle;
use crate::catalogue::{POPULATION, number};
use crate::indicators::indicator;
use crate::words::said;

pub(super) const AIM: Gate = Gate {
    kind: "target.set",
    failings: &[],
    asks: "A figure of the catalogue, the aim in figures, the first day it holds, and why.",
    from: None,
    missing: aim,
};

pub(super) const REFERENCE: Gate = Gate {
    kind: "reference_value.loaded",
    failings: &[],
    asks: "A population or a figure of the catalogue, the area, the year, the value in figures and its source.",
    from: None,
    missing: reference,
};

pub(super) const COMMENTARY: Gate = Gate {
    kind: "commentary.written",
    failings: &[],
    asks: "A figure of the catalogue, the last day explained, and words.",
    from: None,
    missing: commentary,
};

fn aim(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::TargetSet(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    named(&mut asking, &e.indicator, "indicator");
    asking.need(number(&e.value).is_some(), "", "value", "Give the aim in figures: 90, or 12.5.".to_owned());
    asking.need(e.from.is_some(), "", "from", "Give the first day on which the aim holds.".to_owned());
    asking.need(said(&e.reason), "", "reason", "Say why this is the aim.".to_owned());
    asking.missing()
}

fn reference(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::ReferenceValueLoaded(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    if e.measure.as_deref() != Some(POPULATION) {
        named(&mut asking, &e.measure, "measure");
    }
    asking.need(said(&e.area), "", "area", "Say of which area the value is.".to_owned());
    asking.need(e.year.is_some(), "", "year", "Say of which year the value is.".to_owned());
    asking.need(
        number(&e.value).is_some(),
        "",
        "value",
        "Give the value in figures: 107400, or 12.4.".to_owned(),
    );
    asking.need(said(&e.source), "", "source", "Say who published it, and where.".to_owned());
    asking.missing()
}

fn commentary(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::CommentaryWritten(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    named(&mut asking, &e.indicator, "indicator");
    asking.need(e.period_to.is_some(), "", "period_to", "Say up to which day you explain it.".to_owned());
    asking.need(said(&e.words), "", "words", "Say what happened.".to_owned());
    asking.missing()
}

fn named(asking: &mut Asking, id: &Text, field: &'static str) {
    let known = id.as_deref().is_some_and(|id| indicator(id.trim()).is_some());
    let words = format!(
        "“{}” is no figure of the catalogue: give its name for the command line, as its definition does.",
        id.as_deref().unwrap_or_default()
    );
    asking.need(known, "", field, words);
}
