//! Words in which the rules speak.

/// Whether a text says something: not left out, and not blank.
pub(crate) fn said(text: &Option<String>) -> bool {
    text.as_ref().is_some_and(|text| !text.trim().is_empty())
}

/// Names in a sentence: “Tegen”, “Tegen and Jago”, “Tegen, Jago and Kerra”.
pub fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_listed() {
        let names = |n: usize| {
            listed(&["Tegen", "Jago", "Kerra"][..n].iter().map(ToString::to_string).collect::<Vec<_>>())
        };
        assert_eq!(
            (names(1), names(2), names(3)),
            ("Tegen".into(), "Tegen and Jago".into(), "Tegen, Jago and Kerra".into())
        );
    }
}
