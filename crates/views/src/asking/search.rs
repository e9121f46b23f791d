//! The search box, and match before create.

use std::collections::BTreeMap;

use calendar::display;
use jiff::civil::Date;
use rusqlite::Connection;

use crate::access::{Action, Who, may};
use crate::matching::keys::{CANDIDATES_MAX, KEY_PEOPLE_MAX};
use crate::matching::{self, Candidate, Likeness, Wanted};
use crate::{Card, ViewFault, Views};

/// Somebody found, with why.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The person in short.
    pub card: Card,
    /// How alike they are to what was asked.
    pub likeness: Likeness,
}

/// What a search found.
#[derive(Clone, Debug, Default)]
pub struct Searched {
    /// People, the likeliest first.
    pub hits: Vec<Hit>,
    /// How many more match whose records are restricted.
    pub restricted: usize,
    /// What the words were taken to mean.
    pub understood: Vec<String>,
}

/// The most people a search shows.
const SHOWN_MAX: usize = 50;

impl Views {
    /// People whom a line of the search box may mean: a name, an alias, a date of birth, a number, a
    /// postcode, an address, a telephone number; in any order.
    pub fn search(&self, who: &Who, line: &str) -> Result<Searched, ViewFault> {
        if !may(who.role, Action::Search) {
            return Ok(Searched::default());
        }
        let (wanted, rest, understood) = understand(line);
        let mut cards = self.candidates(&wanted)?;
        let by_words = self.by_words(line, &rest)?;
        for card in by_words.values() {
            cards.entry(card.id.clone()).or_insert_with(|| card.clone());
        }
        let mut hits = Vec::new();
        for card in cards.into_values() {
            let likeness = likeness(&wanted, &rest, &card.candidate(), by_words.contains_key(&card.id));
            if likeness.score >= matching::SHOWN_FROM || likeness.told_apart {
                hits.push(Hit { card, likeness });
            }
        }
        Ok(shown(hits, understood))
    }

    /// People who may be the one described, for match before create and `onen match`.
    pub fn likely(&self, wanted: &Wanted) -> Result<Vec<Hit>, ViewFault> {
        let cards: Vec<Card> = self.candidates(wanted)?.into_values().collect();
        let candidates: Vec<Candidate> = cards.iter().map(Card::candidate).collect();
        let ranked = matching::rank(wanted, &candidates);
        let by_id: BTreeMap<&str, &Card> = cards.iter().map(|card| (card.id.as_str(), card)).collect();
        let hit = |(candidate, likeness): (&Candidate, Likeness)| {
            by_id.get(candidate.id.as_str()).map(|card| Hit { card: (*card).clone(), likeness })
        };
        Ok(ranked.into_iter().filter_map(hit).collect())
    }

    fn candidates(&self, wanted: &Wanted) -> Result<BTreeMap<String, Card>, ViewFault> {
        let keys = matching::wanted_keys(wanted);
        self.cards(|connection| {
            let mut found = Vec::new();
            let mut question =
                connection.prepare_cached("SELECT person FROM match_key WHERE key = ?1 LIMIT ?2")?;
            for key in &keys {
                let people = question.query_map((key, KEY_PEOPLE_MAX as i64), |row| row.get::<_, i64>(0))?;
                for person in people {
                    let person = person?;
                    if !found.contains(&person) {
                        found.push(person);
                    }
                }
                if found.len() >= CANDIDATES_MAX {
                    break;
                }
            }
            Ok(found)
        })
    }

    /// People whose names, addresses and numbers hold every word of the line (the last as a beginning).
    fn by_words(&self, line: &str, rest: &[String]) -> Result<BTreeMap<String, Card>, ViewFault> {
        let quoted: Vec<String> = line
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() > 1)
            .map(|word| format!("\"{word}\"*"))
            .collect();
        if quoted.is_empty() || rest.is_empty() {
            return Ok(BTreeMap::new());
        }
        let words = quoted.join(" ");
        self.cards(|connection| {
            let sql = "SELECT rowid FROM person_words WHERE person_words MATCH ?1 LIMIT ?2";
            connection
                .prepare_cached(sql)?
                .query_map((&words, SHOWN_MAX as i64 * 2), |row| row.get(0))?
                .collect()
        })
    }

    fn cards(
        &self,
        find: impl FnOnce(&Connection) -> rusqlite::Result<Vec<i64>>,
    ) -> Result<BTreeMap<String, Card>, ViewFault> {
        let texts: Vec<String> = self.read(|connection| {
            let mut card = connection.prepare_cached("SELECT card FROM person WHERE key = ?1")?;
            find(connection)?.iter().map(|key| card.query_row([key], |row| row.get(0))).collect()
        })?;
        let mut cards = BTreeMap::new();
        for text in texts {
            let card: Card =
                serde_json::from_str(&text).map_err(|fault| ViewFault::new(fault.to_string()))?;
            cards.insert(card.id.clone(), card);
        }
        Ok(cards)
    }
}

/// Restricted people are counted and not shown, after everybody else, so that their place says nothing.
fn shown(mut hits: Vec<Hit>, understood: Vec<String>) -> Searched {
    hits.sort_by(|a, b| {
        b.likeness
            .score
            .cmp(&a.likeness.score)
            .then_with(|| a.card.name.cmp(&b.card.name))
            .then_with(|| a.card.id.cmp(&b.card.id))
    });
    let (hidden, mut open): (Vec<Hit>, Vec<Hit>) = hits.into_iter().partition(|hit| hit.card.restricted);
    open.truncate(SHOWN_MAX);
    Searched { hits: open, restricted: hidden.len(), understood }
}

/// A single word may be a forename or a surname; whoever holds every word typed is worth showing.
fn likeness(wanted: &Wanted, rest: &[String], candidate: &Candidate, by_words: bool) -> Likeness {
    let mut best = matching::compare(wanted, candidate);
    if rest.len() == 1 {
        let turned = Wanted { forename: wanted.surname.clone(), surname: None, ..wanted.clone() };
        let other = matching::compare(&turned, candidate);
        if other.score > best.score {
            best = other;
        }
    }
    if by_words && best.score < 60 {
        best.score = 60;
        best.band = matching::Band::of(60);
        let sentence = "Every word typed is in their names, address or numbers".to_owned();
        best.reasons.insert(0, matching::Reason { sentence, speaks: matching::Speaks::For });
    }
    best
}

/// What the words of a line mean: dates, numbers and postcodes are taken out, what is left is a name.
fn understand(line: &str) -> (Wanted, Vec<String>, Vec<String>) {
    let mut wanted = Wanted::default();
    let mut understood = Vec::new();
    let mut rest: Vec<String> = Vec::new();
    let words: Vec<&str> =
        line.split([' ', ',', ';', '\t', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let mut at = 0;
    while at < words.len() {
        let upto = |n: usize| words.get(at..at + n).map(|some| some.join(" "));
        let joined = |n: usize| words.get(at..at + n).map(|some| some.concat());
        let date =
            [3, 1].into_iter().find_map(|n| upto(n).and_then(|text| read_date(&text)).map(|date| (n, date)));
        let nhs = [3, 1].into_iter().find_map(|n| {
            joined(n).filter(|t| t.len() == 10 && t.bytes().all(|b| b.is_ascii_digit())).map(|t| (n, t))
        });
        let postcode = [2, 1].into_iter().find_map(|n| {
            let text = upto(n).filter(|text| is_postcode(text))?;
            matching::normalise_postcode(&text).map(|postcode| (n, postcode))
        });
        if let Some((n, date)) = date {
            understood.push(format!("born {}", display::full_date(date)));
            wanted.date_of_birth = Some(date);
            at += n;
        } else if let Some((n, number)) = nhs {
            understood.push(format!("NHS number {number}"));
            wanted.nhs_number = Some(number);
            at += n;
        } else if let Some((n, postcode)) = postcode {
            understood.push(format!("postcode {postcode}"));
            wanted.postcode = Some(postcode);
            at += n;
        } else {
            if words[at].len() == 13 && words[at].bytes().any(|b| b.is_ascii_digit()) {
                wanted.upn = Some(words[at].to_owned());
            }
            rest.push(words[at].to_owned());
            at += 1;
        }
    }
    if let Some((last, first)) = rest.split_last() {
        wanted.surname = Some(last.clone());
        wanted.forename = (!first.is_empty()).then(|| first.join(" "));
    }
    (wanted, rest, understood)
}

/// Whether a text has the shape of a whole postcode: one or two letters, a figure, at the end a figure and
/// two letters.
fn is_postcode(text: &str) -> bool {
    let letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let Some((start, end)) = letters.len().checked_sub(3).map(|at| letters.split_at(at)) else {
        return false;
    };
    let ends = matches!(end, [figure, one, two] if figure.is_ascii_digit() && one.is_ascii_alphabetic() && two.is_ascii_alphabetic());
    ends && (2..=4).contains(&start.len())
        && start[0].is_ascii_alphabetic()
        && start.iter().all(char::is_ascii_alphanumeric)
        && start.iter().any(char::is_ascii_digit)
}

/// A date as people type it: 12/11/2016, 12.11.2016, 12-11-2016, 2016-11-12, 12 November 2016, 12 Nov 2016.
fn read_date(text: &str) -> Option<Date> {
    if let Ok(date) = text.parse::<Date>() {
        return Some(date);
    }
    let parts: Vec<&str> = text.split(['/', '.', '-', ' ']).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let month = month.parse::<i8>().ok().or_else(|| month_named(month))?;
    let year: i16 = year.parse().ok()?;
    let year = match (year, year.to_string().len()) {
        (0..=99, 1..=2) => {
            if year > 30 {
                1900 + year
            } else {
                2000 + year
            }
        }
        _ => year,
    };
    Date::new(year, month, day.parse().ok()?).ok()
}

fn month_named(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    let named = |month: &i8| {
        let first = Date::new(2000, *month, 1).map(display::month_name).unwrap_or_default();
        word.len() >= 3 && first.to_lowercase().starts_with(&word)
    };
    (1..=12).find(named)
}
