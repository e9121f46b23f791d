//! What an entry says: a flat map of named values, kept as canonical JSON.

use serde_json::{Map, Value};

/// The words and values of an entry, by field name.
pub type Body = Map<String, Value>;

/// The one text of a body that seals cover and stores keep: JSON with its keys in order.
pub fn canonical(body: &Body) -> String {
    let mut text = String::with_capacity(128);
    put_object(&mut text, body);
    text
}

/// An entry's own part laid over the words it shares with the other entries of its recording.
/// The own part wins where both name a field.
pub fn merged(shared: &Body, own: &Body) -> Body {
    let mut all = shared.clone();
    all.extend(own.iter().map(|(name, value)| (name.clone(), value.clone())));
    all
}

fn put_object(text: &mut String, body: &Body) {
    let mut fields: Vec<(&String, &Value)> = body.iter().collect();
    fields.sort_unstable_by_key(|(name, _)| *name);
    text.push('{');
    for (at, (name, value)) in fields.into_iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        put_text(text, name);
        text.push(':');
        put_value(text, value);
    }
    text.push('}');
}

fn put_value(text: &mut String, value: &Value) {
    match value {
        Value::Object(fields) => put_object(text, fields),
        Value::String(plain) => put_text(text, plain),
        Value::Array(items) => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                put_value(text, item);
            }
            text.push(']');
        }
        plain => text.push_str(&plain.to_string()),
    }
}

/// A JSON string, escaped as serde_json escapes it: only what must be.
fn put_text(text: &mut String, plain: &str) {
    text.push('"');
    if !plain.bytes().any(|byte| byte < 0x20 || byte == b'"' || byte == b'\\') {
        text.push_str(plain);
        text.push('"');
        return;
    }
    for c in plain.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            '\u{8}' => text.push_str("\\b"),
            '\u{c}' => text.push_str("\\f"),
            c if u32::from(c) < 0x20 => text.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => text.push(c),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn canonical_text_does_not_depend_on_the_order_of_writing() {
        let one = json!({"b": 1, "a": {"d": 2, "c": 3}});
        let two = json!({"a": {"c": 3, "d": 2}, "b": 1});
        assert_eq!(canonical(one.as_object().unwrap()), canonical(two.as_object().unwrap()));
        assert_eq!(canonical(one.as_object().unwrap()), r#"{"a":{"c":3,"d":2},"b":1}"#);
    }

    #[test]
    fn the_own_part_wins_over_the_shared_words() {
        let shared = json!({"place": "home", "seen": "yes"});
        let own = json!({"seen": "no"});
        let all = merged(shared.as_object().unwrap(), own.as_object().unwrap());
        assert_eq!(Value::Object(all), json!({"place": "home", "seen": "no"}));
    }

    proptest::proptest! {
        #[test]
        fn canonical_text_is_json_and_reads_back_as_itself(value in any_value()) {
            let body: Body = [("value".to_owned(), value)].into_iter().collect();
            let text = canonical(&body);
            let read: Body = serde_json::from_str(&text).unwrap();
            proptest::prop_assert_eq!(&text, &Value::Object(body.clone()).to_string());
            proptest::prop_assert_eq!(canonical(&read), text);
            proptest::prop_assert_eq!(read, body);
        }
    }

    fn any_value() -> impl proptest::strategy::Strategy<Value = Value> {
        use proptest::prelude::*;
        let number = proptest::num::f64::NORMAL | proptest::num::f64::SUBNORMAL | proptest::num::f64::ZERO;
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            number.prop_map(Value::from),
            any::<String>().prop_map(Value::from),
            "[\u{0}-\u{7f}\"\\\\]{0,20}".prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                proptest::collection::btree_map(any::<String>(), inner, 0..4)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }
}
