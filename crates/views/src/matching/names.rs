//! A whole name against a whole name: swapped, single, unborn.

use super::words::{Agreement, Alike, Part, compare_words, words_of};
use super::{Evidence, NameKind, NameVariant, Reason, Speaks, normalise};

const SURNAME_MOST: f64 = 10.0;
const FORENAME_MOST: f64 = 9.0;
const SINGLE_NAME_MOST: f64 = 12.0;

/// A name ready to be compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Name {
    /// As written, for the reasons.
    forename_written: String,
    surname_written: String,
    pub(super) forename: Vec<String>,
    pub(super) surname: Vec<String>,
    /// The forename only says that the child has none yet.
    pub(super) unnamed: bool,
}

impl Name {
    pub(super) fn new(forename: &str, surname: &str) -> Name {
        let normalised = normalise(forename);
        let unnamed = is_placeholder(&normalised);
        Name {
            forename_written: forename.trim().to_owned(),
            surname_written: surname.trim().to_owned(),
            forename: if unnamed { Vec::new() } else { words_of(&normalised) },
            surname: words_of(&normalise(surname)),
            unnamed,
        }
    }

    fn is_empty(&self) -> bool {
        self.forename.is_empty() && self.surname.is_empty()
    }

    /// The one name of somebody who has only one; a child not named yet is no such person.
    fn single(&self) -> Option<(&[String], &str)> {
        match (self.forename.is_empty(), self.surname.is_empty(), self.unnamed) {
            (false, true, _) => Some((&self.forename, &self.forename_written)),
            (true, false, false) => Some((&self.surname, &self.surname_written)),
            _ => None,
        }
    }
}

/// What comparing names came to, and what telling twins apart needs of it.
#[derive(Debug, Clone, Default)]
pub(super) struct NameEvidence {
    pub(super) evidence: Evidence,
    /// 0 to 1; `None` when it could not be compared.
    pub(super) forename: Option<Alike>,
    pub(super) surname: Option<Alike>,
    /// One side has a forename and a surname, the other only one of the two.
    pub(super) half: bool,
    /// "Jago, Denzel": for a sentence about forenames.
    pub(super) forenames_written: String,
}

/// Compares the name wanted with each name on record and keeps the one that agrees best.
pub(super) fn compare_names(wanted: &Name, known: &[NameVariant]) -> NameEvidence {
    let mut best: Option<(NameEvidence, NameKind)> = None;
    for variant in known {
        let found = compare_name(wanted, &Name::new(&variant.forename, &variant.surname));
        let better = best.as_ref().is_none_or(|(held, _)| share(&found.evidence) > share(&held.evidence));
        if better {
            best = Some((found, variant.kind));
        }
    }
    let Some((mut found, kind)) = best else { return NameEvidence::default() };
    let sort = match kind {
        NameKind::Legal => None,
        NameKind::Preferred => Some("the name the person prefers"),
        NameKind::Alias => Some("another name the person is known by"),
        NameKind::Former => Some("a name the person had before"),
    };
    if let Some(sort) = sort.filter(|_| found.evidence.points > 0.0) {
        found.evidence.reasons.push(Reason::new(Speaks::Neither, format!("Compared with {sort}")));
    }
    found
}

/// How much of what could agree does; a name that cannot be compared counts as none.
fn share(evidence: &Evidence) -> (f64, f64) {
    if evidence.most > 0.0 { (evidence.points / evidence.most, evidence.most) } else { (-2.0, 0.0) }
}

fn compare_name(wanted: &Name, known: &Name) -> NameEvidence {
    if wanted.is_empty() || known.is_empty() {
        return NameEvidence::default();
    }
    if wanted.single().is_some() || known.single().is_some() {
        return compare_single(wanted, known);
    }
    let straight = compare_straight(wanted, known, Part::Surname);
    if wanted.forename.is_empty() || known.forename.is_empty() {
        return straight;
    }
    let turned = Name {
        forename: known.surname.clone(),
        surname: known.forename.clone(),
        forename_written: known.surname_written.clone(),
        surname_written: known.forename_written.clone(),
        unnamed: false,
    };
    // A surname in the forename's box is judged as strictly as a forename, so that either may be the one on record.
    let mut swapped = compare_straight(wanted, &turned, Part::Forename);
    swapped.evidence.points -= 1.5;
    let both = [swapped.forename, swapped.surname].iter().flatten().all(|alike| alike.likeness >= 0.7);
    if both && swapped.evidence.points > straight.evidence.points {
        let sentence = format!(
            "Forename and surname swapped: {} {}, {} {}",
            wanted.forename_written, wanted.surname_written, known.forename_written, known.surname_written
        );
        swapped.evidence.reasons.retain(|reason| !reason.sentence.contains(" the same: "));
        swapped.evidence.reasons.insert(0, Reason::new(Speaks::For, sentence));
        return swapped;
    }
    straight
}

fn compare_straight(wanted: &Name, known: &Name, surname_as: Part) -> NameEvidence {
    let mut found = NameEvidence::default();
    if !wanted.surname.is_empty() && !known.surname.is_empty() {
        let alike = compare_words(&wanted.surname, &known.surname, surname_as);
        let written = format!("{}, {}", wanted.surname_written, known.surname_written);
        add(&mut found.evidence, alike, SURNAME_MOST, "Surname", &written, &wanted.surname_written);
        found.surname = Some(alike);
    }
    if !wanted.forename.is_empty() && !known.forename.is_empty() {
        let alike = compare_words(&wanted.forename, &known.forename, Part::Forename);
        let written = format!("{}, {}", wanted.forename_written, known.forename_written);
        add(&mut found.evidence, alike, FORENAME_MOST, "Forename", &written, &wanted.forename_written);
        found.forename = Some(alike);
        found.forenames_written = written;
    } else if wanted.unnamed != known.unnamed {
        let name = if wanted.unnamed { &wanted.forename_written } else { &known.forename_written };
        let sentence =
            format!("\"{name}\" is written for a child not named yet, so forenames were not compared");
        found.evidence.reasons.push(Reason::new(Speaks::Neither, sentence));
        found.half = true;
    }
    found
}

/// Somebody has one name only, or only one was given: it is looked for in either place.
fn compare_single(wanted: &Name, known: &Name) -> NameEvidence {
    let (single, other) = if wanted.single().is_some() { (wanted, known) } else { (known, wanted) };
    let Some((words, written)) = single.single() else { return NameEvidence::default() };
    let mut found = NameEvidence::default();
    if let Some((other_words, other_written)) = other.single() {
        let mut alike = compare_words(words, other_words, Part::Forename);
        if alike.agreement == Agreement::Different {
            alike = compare_words(words, other_words, Part::Surname);
        }
        let both = if wanted.single() == Some((words, written)) {
            format!("{written}, {other_written}")
        } else {
            format!("{other_written}, {written}")
        };
        add(&mut found.evidence, alike, SINGLE_NAME_MOST, "The only name", &both, written);
        return found;
    }
    let whole: Vec<String> = other.forename.iter().chain(&other.surname).cloned().collect();
    let parts = [
        (&other.forename, Part::Forename, FORENAME_MOST),
        (&other.surname, Part::Surname, SURNAME_MOST),
        // "Jago Nance" written in one box.
        (&whole, Part::Surname, SURNAME_MOST + FORENAME_MOST),
    ];
    let compared = parts.iter().filter(|(other, ..)| !other.is_empty());
    let alikes = compared.map(|(other, part, most)| (compare_words(words, other, *part), *most));
    let best = alikes.max_by(|one, other| {
        let worth = |(alike, most): &(Alike, f64)| {
            points(*alike) * if words.len() > 1 { *most } else { most.min(10.0) }
        };
        worth(one).total_cmp(&worth(other))
    });
    if let Some((alike, most)) = best {
        let most = if words.len() > 1 { most } else { most.min(SURNAME_MOST) };
        found.half = words.len() == 1;
        let all = format!("{} {}", other.forename_written, other.surname_written);
        add(
            &mut found.evidence,
            alike,
            most,
            "The only name given",
            &format!("{written}, {}", all.trim()),
            written,
        );
    }
    found
}

fn add(evidence: &mut Evidence, alike: Alike, most: f64, what: &str, both: &str, one: &str) {
    let (speaks, sentence) = match alike.agreement {
        Agreement::Same => (Speaks::For, format!("{what} the same: {one}")),
        Agreement::Variant => (Speaks::For, format!("{what} is a form of the same name: {both}")),
        Agreement::SoundsTheSame => (Speaks::For, format!("{what} sounds the same: {both}")),
        Agreement::OneLetter => (Speaks::For, format!("{what} differs by one letter: {both}")),
        Agreement::PartOf => (Speaks::For, format!("{what} agrees in part: {both}")),
        Agreement::Initial => (Speaks::For, format!("{what} begins with the same initial: {both}")),
        Agreement::Near => (Speaks::For, format!("{what} is alike: {both}")),
        Agreement::Different => (Speaks::Against, format!("{what} differs: {both}")),
    };
    evidence.points += most * points(alike);
    evidence.most += most;
    evidence.reasons.push(Reason::new(speaks, sentence));
}

/// The share of the points a likeness earns: all of them for the same, some taken away for different.
fn points(alike: Alike) -> f64 {
    match alike.agreement {
        Agreement::Same => 1.0,
        Agreement::Different => -0.9,
        _ => 1.0 - (1.0 - alike.likeness) * 2.2,
    }
}

/// "Baby", "unborn", "twin 2": what is written for a child who has no forename yet.
fn is_placeholder(normalised: &str) -> bool {
    let mut words = normalised.split(' ').peekable();
    let first = words.peek().copied().unwrap_or_default();
    matches!(
        first,
        "baby" | "unborn" | "unnamed" | "unknown" | "infant" | "bump" | "twin" | "newborn" | "child" | "ub"
    ) && words.skip(1).all(|word| {
        matches!(
            word,
            "boy"
                | "girl"
                | "of"
                | "baby"
                | "child"
                | "one"
                | "two"
                | "three"
                | "a"
                | "b"
                | "c"
                | "male"
                | "female"
                | "twin"
                | "1"
                | "2"
                | "3"
                | "i"
                | "ii"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::is_placeholder;

    #[test]
    fn names_for_children_without_one() {
        for yes in ["baby", "unborn baby", "baby boy", "twin 2", "baby girl twin a"] {
            assert!(is_placeholder(yes), "{yes}");
        }
        for no in ["", "jago", "baby jane", "boy", "childe"] {
            assert!(!is_placeholder(no), "{no}");
        }
    }
}
