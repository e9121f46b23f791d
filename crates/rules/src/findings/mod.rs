//! Findings: what the rules notice, one file each. A finding never stops anybody.

use crate::{Audience, Circle, Found};

/// A thing that the rules look for.
#[derive(Debug)]
pub struct Finding {
    /// Its id: `sibling-not-referred`.
    pub id: &'static str,
    /// What it says, in a line: “Brother or sister not referred”.
    pub title: &'static str,
    /// The failing it makes visible: `F004`.
    pub failing: Option<&'static str>,
    /// Where it comes from: statute, guidance, or the inspection that named the failing.
    pub source: &'static str,
    /// Who must see it.
    pub for_whom: &'static [Audience],
    /// Looks for it.
    pub look: fn(&Circle) -> Vec<Found>,
    /// Chronologies in which it holds and in which it does not.
    pub examples: &'static [Example],
}

/// A chronology in the notation, and what is then found.
#[derive(Debug)]
pub struct Example {
    /// What it shows.
    pub title: &'static str,
    /// The entries, in the notation; the finding is looked for about the person `child`.
    pub notation: &'static str,
    /// The day on which to look.
    pub on: &'static str,
    /// Words that each finding holding on that day must contain, in order; empty: none holds.
    pub expect: &'static [&'static str],
}

/// Every finding rule, in the order of a child's journey.
pub const FINDINGS: &[&Finding] = &[];

/// The finding rule of this id.
pub fn finding(id: &str) -> Option<&'static Finding> {
    FINDINGS.iter().copied().find(|finding| finding.id == id)
}

/// Everything the rules notice about a person, past and to come.
pub fn findings(circle: &Circle) -> Vec<(&'static Finding, Found)> {
    let all = FINDINGS
        .iter()
        .flat_map(|finding| (finding.look)(circle).into_iter().map(move |found| (*finding, found)));
    let mut all: Vec<_> = all.filter(|(_, found)| found.ever()).collect();
    all.sort_by(|(a, x), (b, y)| {
        x.since.cmp(&y.since).then(a.id.cmp(b.id)).then_with(|| x.entries.cmp(&y.entries))
    });
    all
}
