//! What an entry says: a flat map of named values, kept as canonical JSON.

use serde_json::{Map, Value};

/// The words and values of an entry, by field name.
pub type Body = Map<String, Value>;

/// The one text of a body that seals cover and stores keep: JSON with its keys in order.
pub fn canonical(body: &Body) -> String {
    Value::Object(sorted(body)).to_string()
}

/// An entry's own part laid over the words it shares with the other entries of its recording.
/// The own part wins where both name a field.
pub fn merged(shared: &Body, own: &Body) -> Body {
    let mut all = shared.clone();
    all.extend(own.iter().map(|(name, value)| (name.clone(), value.clone())));
    all
}

fn sorted(body: &Body) -> Body {
    let mut names: Vec<&String> = body.keys().collect();
    names.sort();
    names.into_iter().map(|name| (name.clone(), sorted_value(&body[name]))).collect()
}

fn sorted_value(value: &Value) -> Value {
    match value {
        Value::Object(map) => Value::Object(sorted(map)),
        Value::Array(items) => Value::Array(items.iter().map(sorted_value).collect()),
        plain => plain.clone(),
    }
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
}
