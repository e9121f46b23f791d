//! What of a timeline is asked for: whose entries, which of them, in which order.

use std::collections::HashMap;

use jiff::civil::Date;
use record::Choices;
use record::events::Significance;

use super::lines::Line;
use crate::forms::Sent;
use crate::pages::people::reading::Moment;
use crate::problem::urlencode;

/// Kinds of entry by what they are about: a code, what people call them, beginnings of kinds.
pub(super) const GROUPS: [(&str, &str, &[&str]); 10] = [
    (
        "door",
        "Contacts and referrals",
        &["contact.", "advice.", "referr", "concern.", "homeless_presentation.", "fgm.", "transfer_in."],
    ),
    ("seen", "Visits, notes, direct work", &["visit.", "case_note.", "direct_work."]),
    ("voice", "The child’s views", &["views.", "interpreter."]),
    ("assessment", "Assessment", &["assessment.", "factor."]),
    (
        "protection",
        "Harm, enquiries, conferences",
        &[
            "harm.",
            "strategy_discussion.",
            "section_47_enquiry.",
            "medical.",
            "conference",
            "challenge.",
            "core_group.",
        ],
    ),
    ("plan", "Plans and actions", &["child_", "danger_statement.", "safety_goal.", "action."]),
    ("family", "Family and home", &["household.", "relationship.", "adult.", "hazard."]),
    (
        "identity",
        "Who they are",
        &["person.", "name.", "birth.", "identifier.", "characteristics.", "contact_detail.", "identity."],
    ),
    (
        "oversight",
        "Management, allocation, closing",
        &[
            "management_decision.",
            "supervision.",
            "deviation.",
            "allocation.",
            "child.",
            "closure.",
            "adoption_order.",
            "chronology.",
        ],
    ),
    ("keeping", "Corrections, access, files", &[]),
];

/// The group of a kind.
pub(super) fn group_of(kind: &str) -> &'static str {
    let holds = |(_, _, starts): &&(&str, &str, &'static [&str])| starts.iter().any(|s| kind.starts_with(s));
    GROUPS.iter().find(holds).map_or("keeping", |(code, ..)| code)
}

/// Whose entries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Whose {
    /// The person's own.
    #[default]
    Own,
    /// With those of brothers and sisters.
    Siblings,
    /// With those of everybody who lives with them.
    Household,
}

impl Whose {
    pub(super) const ALL: [(Self, &'static str, &'static str); 3] = [
        (Self::Own, "self", ""),
        (Self::Siblings, "siblings", "With brothers and sisters"),
        (Self::Household, "household", "With the household"),
    ];

    fn code(self) -> &'static str {
        Self::ALL.iter().find(|(one, ..)| *one == self).map_or("self", |(_, code, _)| code)
    }
}

/// What an address asks for. Nothing chosen in a group means all of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Chosen {
    pub(super) whose: Whose,
    pub(super) significance: Vec<String>,
    pub(super) kinds: Vec<String>,
    pub(super) sources: Vec<String>,
    pub(super) text: String,
    /// First and last day as typed.
    pub(super) typed: [String; 2],
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
    pub(super) oldest_first: bool,
    pub(super) page: usize,
}

impl Chosen {
    /// Reads an address.
    pub(super) fn of(pairs: &[(String, String)]) -> Self {
        let sent = Sent::of_pairs(pairs.to_vec());
        let all = |name: &str| sent.all(name).map(str::to_owned).collect::<Vec<_>>();
        let one = |name: &str| sent.get(name).unwrap_or_default().to_owned();
        let day = |name: &str| sent.typed_day(name).or_else(|| whole_year(sent.get(name)?, name == "to"));
        let whose = Whose::ALL.iter().find(|(_, code, _)| *code == one("whose"));
        Self {
            whose: whose.map_or(Whose::Own, |(whose, ..)| *whose),
            significance: all("significance"),
            kinds: all("kind"),
            sources: all("source"),
            text: one("text"),
            typed: [one("from"), one("to")],
            from: day("from"),
            to: day("to"),
            oldest_first: sent.get("order") == Some("oldest"),
            page: sent.get("page").and_then(|page| page.parse().ok()).unwrap_or(1).max(1),
        }
    }

    /// What is wrong with the days as typed.
    pub(super) fn span(&self) -> [(String, String); 2] {
        let error = |typed: &String, read: Option<Date>| match read {
            None if !typed.is_empty() => format!("“{typed}” is not a day: write it as 3/3/2026"),
            _ => String::new(),
        };
        [
            (self.typed[0].clone(), error(&self.typed[0], self.from)),
            (self.typed[1].clone(), error(&self.typed[1], self.to)),
        ]
    }

    /// Whether a line is asked for.
    pub(super) fn wants(&self, line: &Line) -> bool {
        let any = |chosen: &[String], value: &str| chosen.is_empty() || chosen.iter().any(|one| one == value);
        let day = line.entry.day();
        any(&self.significance, line.significance_code())
            && any(&self.kinds, group_of(line.entry.event.kind()))
            && any(&self.sources, &line.entry.recorded.role)
            && self.from.is_none_or(|from| from <= day)
            && self.to.is_none_or(|to| day <= to)
            && (self.text.is_empty() || line.holds(&self.text.to_lowercase()))
    }

    /// The pairs that ask for the same, but for one value of one name (all its values, if none is given).
    pub(super) fn pairs_without(&self, name: &str, value: Option<&str>) -> Vec<(String, String)> {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        if self.whose != Whose::Own {
            pairs.push(("whose", self.whose.code().to_owned()));
        }
        for (name, values) in
            [("significance", &self.significance), ("kind", &self.kinds), ("source", &self.sources)]
        {
            pairs.extend(values.iter().map(|value| (name, value.clone())));
        }
        pairs.push(("text", self.text.clone()));
        pairs.push(("from", self.typed[0].clone()));
        pairs.push(("to", self.typed[1].clone()));
        if self.oldest_first {
            pairs.push(("order", "oldest".to_owned()));
        }
        let kept = |(known, given): &(&str, String)| {
            let dropped = *known == name && value.is_none_or(|value| value == given);
            !given.is_empty() && !dropped
        };
        pairs.into_iter().filter(kept).map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// The filters in use, in words, each with its name and value.
    pub(super) fn in_use(&self) -> Vec<(&'static str, String, String)> {
        let mut used = Vec::new();
        for code in &self.significance {
            used.push(("significance", code.clone(), significance_words(code)));
        }
        for code in &self.kinds {
            let words = GROUPS.iter().find(|(known, ..)| known == code).map_or(code.as_str(), |(_, w, _)| w);
            used.push(("kind", code.clone(), words.to_owned()));
        }
        for code in &self.sources {
            used.push(("source", code.clone(), role_words(code)));
        }
        let words = [
            ("text", &self.text, format!("With “{}”", self.text)),
            ("from", &self.typed[0], format!("From {}", self.typed[0])),
            ("to", &self.typed[1], format!("To {}", self.typed[1])),
        ];
        used.extend(
            words
                .into_iter()
                .filter(|(_, v, _)| !v.is_empty())
                .map(|(name, v, words)| (name, v.clone(), words)),
        );
        used
    }
}

/// “Key event”, or “Not yet marked” for what nobody has marked.
pub(super) fn significance_words(code: &str) -> String {
    Significance::from_code(code).map_or("Not yet marked", Choices::label).to_owned()
}

/// What a role is called where no local word is at hand.
pub(super) fn role_words(code: &str) -> String {
    record::events::Role::from_code(code).map_or_else(|| code.to_owned(), |role| role.label().to_owned())
}

fn whole_year(typed: &str, last: bool) -> Option<Date> {
    let year: i16 = typed.parse().ok().filter(|year| (1900..=2200).contains(year))?;
    if last { Date::new(year, 12, 31).ok() } else { Date::new(year, 1, 1).ok() }
}

/// The moment on screen, as a pair of an address.
pub(super) fn moment_pair(moment: Option<Moment>) -> Option<(String, String)> {
    match moment? {
        Moment::AsAt(day) => Some(("as-at".to_owned(), day.to_string())),
        Moment::KnownAt(at) => Some(("known-at".to_owned(), at.to_string())),
    }
}

/// An address with these pairs.
pub(super) fn address(path: &str, pairs: &[(String, String)]) -> String {
    let query: Vec<String> =
        pairs.iter().map(|(name, value)| format!("{}={}", urlencode(name), urlencode(value))).collect();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
}

/// The pairs by name, for what is given once.
pub(super) fn by_name(pairs: &[(String, String)]) -> HashMap<String, String> {
    pairs.iter().cloned().collect()
}
