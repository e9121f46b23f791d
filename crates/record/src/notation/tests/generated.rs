//! Values of every shape, for any kind.

use chronology::{Body, Occurred, PersonId};
use jiff::civil::{Date, Time};
use jiff::tz::Offset;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::Union;
use serde_json::Value;

use super::super::shape::Shape;
use crate::events::FieldInfo;
use crate::{ChoiceList, EventKind};

/// Text in any script, with everything that the notation gives a meaning to.
pub(super) fn text() -> BoxedStrategy<String> {
    let odd = prop_oneof![
        Just("\n"),
        Just("\n\n"),
        Just(" #"),
        Just("#"),
        Just("\""),
        Just("\\"),
        Just("|"),
        Just("- "),
        Just(": "),
        Just("= "),
        Just("\t"),
        Just("\r\n"),
        Just("  "),
        Just("@"),
        Just("recording by"),
        Just("\u{feff}"),
        Just("\u{202e}"),
        Just("\u{2028}"),
        Just("\u{85}"),
        Just("\u{a0}"),
        Just("\0"),
        Just("👩‍👧‍👦"),
        Just("🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
        Just("مرحبا"),
        Just("עברית"),
        Just("北京"),
        Just("Kernowek"),
        Just("e\u{301}"),
        Just("’"),
    ];
    let odds = vec(odd, 0..8).prop_map(|parts| parts.concat());
    prop_oneof![any::<String>(), odds, "[ -~]{0,40}", "[\\PC\n]{0,60}"].boxed()
}

pub(super) fn day() -> BoxedStrategy<Date> {
    (1900_i16..2100, 1_i8..=12, 1_i8..=28).prop_map(|(y, m, d)| jiff::civil::date(y, m, d)).boxed()
}

pub(super) fn occurred() -> BoxedStrategy<Occurred> {
    let clock_changes =
        prop_oneof![day(), Just(jiff::civil::date(2026, 3, 29)), Just(jiff::civil::date(2026, 10, 25))];
    let time = (0_i8..24, 0_i8..60, prop_oneof![Just(0_i8), 0_i8..60]);
    let offset = prop_oneof![Just(0), Just(60), -720_i32..=840];
    let moment = (clock_changes, time, offset).prop_map(|(date, (h, m, s), minutes)| {
        let offset = Offset::from_seconds(minutes * 60).expect("within a day");
        Occurred::moment(date, Time::constant(h, m, s, 0), offset)
    });
    prop_oneof![day().prop_map(Occurred::day), moment].boxed()
}

pub(super) fn person() -> BoxedStrategy<PersonId> {
    "[a-z0-9-]{1,60}".prop_map(|text| PersonId::new(&text).expect("made to be an id")).boxed()
}

/// Any JSON that does not come to grief in a number with a fraction.
pub(super) fn json() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((text(), inner), 0..4).prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
    .boxed()
}

fn code(list: &'static ChoiceList) -> BoxedStrategy<Value> {
    (0..list.answers.len()).prop_map(|at| list.answers[at].0.into()).boxed()
}

fn entry() -> BoxedStrategy<Value> {
    (1_u64..1000, 0_u16..50).prop_map(|(recording, index)| format!("{recording}.{index}").into()).boxed()
}

fn value(shape: Shape) -> BoxedStrategy<Value> {
    match shape {
        Shape::Text => text().prop_map(Value::from).boxed(),
        Shape::Day => day().prop_map(|day| day.to_string().into()).boxed(),
        Shape::Occurred => occurred().prop_map(|occurred| occurred.to_string().into()).boxed(),
        Shape::Flag => any::<bool>().prop_map(Value::from).boxed(),
        Shape::Number => any::<u32>().prop_map(Value::from).boxed(),
        Shape::Person => person().prop_map(|id| id.as_str().into()).boxed(),
        Shape::People => vec(value(Shape::Person), 0..4).prop_map(Value::from).boxed(),
        Shape::Codes => vec("[0-9]{1,2}\\.[0-9]{1,2}", 0..4)
            .prop_map(|codes| codes.into_iter().map(Value::from).collect::<Vec<_>>().into())
            .boxed(),
        Shape::Entry => entry(),
        Shape::Entries => vec(entry(), 0..4).prop_map(Value::from).boxed(),
        Shape::Choice(list) => code(list),
        Shape::Several(list) => vec(code(list), 0..4).prop_map(Value::from).boxed(),
        Shape::Part(fields) => fields_of(fields).prop_map(Value::Object).boxed(),
        Shape::Parts(fields) => {
            vec(fields_of(fields).prop_map(Value::Object), 0..4).prop_map(Value::from).boxed()
        }
        Shape::Answers => vec((text(), json()), 0..4)
            .prop_map(|answers| Value::Object(answers.into_iter().collect()))
            .boxed(),
        Shape::Body | Shape::Free => json().prop_filter("an object", Value::is_object).boxed(),
    }
}

/// Some of the fields, and all that are required.
fn fields_of(fields: &'static [FieldInfo]) -> BoxedStrategy<Body> {
    let each: Vec<BoxedStrategy<Option<(String, Value)>>> = fields
        .iter()
        .map(|field| {
            let filled = value(Shape::of(field)).prop_map(|value| Some((field.name.to_owned(), value)));
            if field.required { filled.boxed() } else { prop_oneof![Just(None), filled].boxed() }
        })
        .collect();
    each.prop_map(|given| given.into_iter().flatten().collect()).boxed()
}

/// A body of this kind, with what may stand beside its fields.
pub(super) fn body(kind: &'static EventKind) -> BoxedStrategy<Body> {
    let beside = proptest::option::of((value(Shape::Answers), text()));
    (fields_of(kind.fields), beside)
        .prop_map(|(mut body, beside)| {
            if let Some((answers, form)) = beside {
                body.entry("answers").or_insert(answers);
                body.entry("form").or_insert(form.into());
            }
            body
        })
        .boxed()
}

/// Any kind with a body of it.
pub(super) fn kind_and_body() -> BoxedStrategy<(&'static EventKind, Body)> {
    let kinds = crate::kinds().map(|kind| body(kind).prop_map(move |body| (kind, body)).boxed());
    Union::new(kinds).boxed()
}
