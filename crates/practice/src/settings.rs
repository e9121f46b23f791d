//! `settings.toml`: the authority's words, its labels for closed lists, and the numbers and switches that
//! go to the rules. `words.toml`: the lists of words that the quality checks look for.

use std::collections::BTreeMap;

use calendar::LeapDayBirthday;
use record::Choices;
use record::events::Agency;
use rules::Settings;
use rules::settings::{LIMITS, LOCAL_TIMESCALES, limit_info};

use crate::fault::mend_name;
use crate::form::Answerable;
use crate::quality::{LISTS, WordLists};
use crate::source::{Reader, Source};

const SETTINGS_KEYS: &[&str] = &[
    "authority",
    "single_assessment_from",
    "leap_day",
    "strategy_discussion_needs",
    "switched_on",
    "words",
    "labels",
    "limits",
];

/// What the authority calls the answers of closed lists: list, code, label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels(BTreeMap<String, BTreeMap<String, String>>);

impl Labels {
    /// What people here read for an answer of a list; the record's own label if it is not reworded.
    pub fn label<'l>(&'l self, list: &str, code: &'l str) -> &'l str {
        if let Some(label) = self.0.get(list).and_then(|labels| labels.get(code)) {
            return label;
        }
        let answers = record::choice_list(list).map_or(&[][..], |list| list.answers);
        answers.iter().find(|(known, _)| *known == code).map_or(code, |(_, label)| label)
    }

    /// Every answer of a list, in its order, as people here read it.
    pub fn options(&self, list: &str) -> Vec<Answerable> {
        let answers = record::choice_list(list).map_or(&[][..], |list| list.answers);
        answers
            .iter()
            .map(|(code, _)| Answerable {
                code: (*code).to_owned(),
                label: self.label(list, code).to_owned(),
            })
            .collect()
    }
}

/// What the settings files of all layers say together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Chosen {
    pub(crate) authority: String,
    pub(crate) settings: Settings,
    pub(crate) words: BTreeMap<String, String>,
    pub(crate) labels: Labels,
    pub(crate) lists: WordLists,
}

/// Lays one layer's settings over those beneath it: each setting that it names is replaced, whole.
pub(crate) fn read_settings(source: &Source<'_>, chosen: &mut Chosen) {
    let table = source.parse();
    let reader = Reader::new(source, table.get_ref(), table.span(), SETTINGS_KEYS);
    if let Some(authority) = reader.text("authority") {
        chosen.authority = authority;
    }
    if let Some(date) = reader.date("single_assessment_from") {
        chosen.settings.single_assessment_from = date;
    }
    match reader.text("leap_day").as_deref() {
        None => {}
        Some("first_of_march") => chosen.settings.leap_day = LeapDayBirthday::FirstOfMarch,
        Some("twenty_eighth_of_february") => {
            chosen.settings.leap_day = LeapDayBirthday::TwentyEighthOfFebruary;
        }
        Some(other) => reader.fault(
            "leap_day",
            format!("“{other}” is not a day for birthdays of 29 February"),
            "Write \"first_of_march\" or \"twenty_eighth_of_february\"",
        ),
    }
    read_agencies(&reader, &mut chosen.settings);
    read_switches(&reader, &mut chosen.settings);
    read_limits(&reader, &mut chosen.settings);
    read_words(&reader, source.layer, &mut chosen.words);
    read_labels(&reader, &mut chosen.labels);
}

fn read_agencies(reader: &Reader<'_, '_>, settings: &mut Settings) {
    if !reader.has("strategy_discussion_needs") {
        return;
    }
    let least = Settings::default().strategy_discussion_needs;
    let mut agencies = Vec::new();
    for (code, line) in reader.list("strategy_discussion_needs") {
        match Agency::from_code(&code) {
            Some(agency) => agencies.push(agency),
            None => {
                let codes = Agency::ALL.iter().map(|(_, code, _)| *code);
                let mend = mend_name(&code, codes, "Use an agency of the record");
                reader.source.fault(line, format!("No agency is named “{code}”"), mend);
            }
        }
    }
    // LAW: Working Together to Safeguard Children 2023, chapter 3: social care, police and health at least.
    for agency in least.iter().filter(|agency| !agencies.contains(agency)) {
        let message = format!("A strategy discussion without {agency} is looser than the law");
        reader.fault("strategy_discussion_needs", message, format!("Add \"{}\"", agency.code()));
    }
    settings.strategy_discussion_needs = agencies;
}

fn read_switches(reader: &Reader<'_, '_>, settings: &mut Settings) {
    if !reader.has("switched_on") {
        return;
    }
    settings.switched_on.clear();
    for (id, line) in reader.list("switched_on") {
        if !LOCAL_TIMESCALES.contains(&id.as_str()) {
            let mend = mend_name(
                &id,
                LOCAL_TIMESCALES.iter().copied(),
                "Take it out: a timescale of law is always on",
            );
            reader.source.fault(line, format!("No local timescale is named “{id}”"), mend);
        }
        if !settings.switched_on.insert(id.clone()) {
            reader.source.fault(line, format!("“{id}” is switched on twice"), "Take one out".into());
        }
    }
}

fn read_limits(reader: &Reader<'_, '_>, settings: &mut Settings) {
    let Some(limits) = reader.table("limits") else { return };
    for name in limits.keys() {
        let Some(info) = limit_info(name) else {
            let mend = mend_name(
                name,
                LIMITS.iter().map(|info| info.name),
                "See the list of limits in crates/rules/src/settings/limits.rs",
            );
            limits.fault(name, format!("No limit is named “{name}”"), mend);
            continue;
        };
        let Some(value) = limits.number(name) else { continue };
        if info.is_looser_than_law(value) {
            let law = info.law.unwrap_or_default();
            let message = format!("{value} {} {} is looser than the law", info.unit.label(), info.about);
            limits.fault(
                name,
                message,
                format!("{law} says {}: write {} or tighter", info.default, info.default),
            );
        }
        settings.limits.insert(name.to_owned(), value);
    }
}

fn read_words(reader: &Reader<'_, '_>, layer: usize, words: &mut BTreeMap<String, String>) {
    let Some(table) = reader.table("words") else { return };
    for name in table.keys() {
        // The lowest layer says which words there are; the others only reword them.
        if layer > 0 && !words.contains_key(name) {
            let mend =
                mend_name(name, words.keys().map(String::as_str), "Use a word that the layer beneath has");
            table.fault(name, format!("No word is named “{name}”"), mend);
            continue;
        }
        if let Some(word) = table.text(name) {
            words.insert(name.to_owned(), word);
        }
    }
}

fn read_labels(reader: &Reader<'_, '_>, labels: &mut Labels) {
    let Some(table) = reader.table("labels") else { return };
    for list in table.keys() {
        let Some(known) = record::choice_list(list) else {
            let names = record::choice_lists().map(|known| known.name);
            table.fault(
                list,
                format!("No closed list is named “{list}”"),
                mend_name(list, names, "Use a list of the record"),
            );
            continue;
        };
        let Some(codes) = table.table(list) else { continue };
        for code in codes.keys() {
            if !known.answers.iter().any(|(known, _)| *known == code) {
                let mend =
                    mend_name(code, known.answers.iter().map(|(code, _)| *code), "Use a code of the list");
                codes.fault(code, format!("The list {list} has no answer “{code}”"), mend);
                continue;
            }
            if let Some(label) = codes.text(code) {
                labels.0.entry(list.to_owned()).or_default().insert(code.to_owned(), label);
            }
        }
    }
}

/// Lays one layer's lists of words over those beneath it: each list that it names is replaced, whole.
pub(crate) fn read_lists(source: &Source<'_>, lists: &mut WordLists) {
    let table = source.parse();
    let reader = Reader::new(source, table.get_ref(), table.span(), LISTS);
    for name in LISTS.iter().filter(|name| reader.has(name)) {
        let words = reader.list(name);
        for (word, line) in words.iter().filter(|(word, _)| word.trim().is_empty()) {
            reader.source.fault(*line, format!("“{word}” is not a word"), "Take it out".into());
        }
        lists.set(name, words.into_iter().map(|(word, _)| word));
    }
}
