//! What stands beside a figure: its aim, who explained it, what was published, and the values from outside.

use chronology::EntryId;
use jiff::civil::Date;
use record::events::{CommentaryWritten, FigurePublished, ReferenceValueLoaded, TargetSet, Text};
use record::{Timeline, TimelineEntry};

/// The measure under which populations are loaded.
pub const POPULATION: &str = "population";
/// Children are counted to this age, in years.
pub const CHILD_TO_AGE: u32 = 17;

/// A number as somebody wrote it: “107,400”, “12.4”, “90%”.
pub fn number(text: &Text) -> Option<f64> {
    let plain: String =
        text.as_deref()?.chars().filter(|c| !matches!(c, ',' | ' ' | '%' | '\u{a0}')).collect();
    plain.parse().ok().filter(|number: &f64| number.is_finite())
}

/// The aim of a figure on a day: that set last of those already holding.
pub fn aim<'a>(authority: &'a Timeline, indicator: &str, day: Date) -> Option<(f64, &'a TargetSet)> {
    let set = authority.of::<TargetSet>().filter(|(entry, said)| {
        said.indicator.as_deref() == Some(indicator) && said.from.unwrap_or(entry.day()) <= day
    });
    let (_, said) = set.max_by_key(|(entry, said)| (said.from.unwrap_or(entry.day()), entry.id))?;
    Some((number(&said.value)?, said))
}

/// Everything written to explain a figure, the latest period first.
pub fn commentaries<'a>(
    authority: &'a Timeline,
    indicator: &str,
) -> Vec<(&'a TimelineEntry, &'a CommentaryWritten)> {
    let mut all: Vec<_> = authority
        .of::<CommentaryWritten>()
        .filter(|(_, said)| said.indicator.as_deref() == Some(indicator))
        .collect();
    all.sort_by_key(|(entry, said)| std::cmp::Reverse((said.period_to, entry.id)));
    all
}

/// Whether somebody explained how a figure moved in the month of a day.
pub fn explained(authority: &Timeline, indicator: &str, month: Date) -> bool {
    let in_month = |day: Date| day.first_of_month() == month.first_of_month();
    commentaries(authority, indicator).iter().any(|(_, said)| said.period_to.is_some_and(in_month))
}

/// A figure's publications, the latest first.
pub fn published<'a>(
    authority: &'a Timeline,
    indicator: &str,
) -> Vec<(&'a TimelineEntry, &'a FigurePublished)> {
    let mut all: Vec<_> = authority
        .of::<FigurePublished>()
        .filter(|(_, said)| said.indicator.as_deref() == Some(indicator))
        .collect();
    all.sort_by_key(|(entry, said)| std::cmp::Reverse((said.period_to, entry.id)));
    all
}

/// A value from outside.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reference<'a> {
    /// The entry that loaded it.
    pub by: EntryId,
    /// What it says.
    pub said: &'a ReferenceValueLoaded,
    /// Its value.
    pub value: f64,
}

impl Reference<'_> {
    /// Where it comes from, in words: “107,400 children aged 0 to 17 in 2024 (Office for National Statistics)”.
    pub fn words(&self) -> String {
        let source = self.said.source.as_deref().unwrap_or("source not given");
        let year = self.said.year.map(|year| format!(", {year}")).unwrap_or_default();
        format!("{}{year} ({source})", self.said.area.as_deref().unwrap_or("area not given"))
    }
}

/// Every value from outside of a measure, the latest year first and of one year the latest loaded first.
pub fn references<'a>(authority: &'a Timeline, measure: &str) -> Vec<Reference<'a>> {
    let of =
        authority.of::<ReferenceValueLoaded>().filter(|(_, said)| said.measure.as_deref() == Some(measure));
    let mut all: Vec<Reference> = of
        .filter_map(|(entry, said)| Some(Reference { by: entry.id, said, value: number(&said.value)? }))
        .collect();
    all.sort_by_key(|one| std::cmp::Reverse((one.said.year, one.said.published_on, one.by)));
    all
}

/// The children of the authority that a rate of a day is of: those of the latest year up to its own. None where no such
/// population is loaded, and then the rate is not published.
pub fn population<'a>(authority: &'a Timeline, day: Date) -> Option<Reference<'a>> {
    let own = authority.identity.name();
    let year = u32::try_from(day.year()).unwrap_or(0);
    let mine = |one: &Reference| {
        one.said.area.as_deref().is_some_and(|area| area.trim().eq_ignore_ascii_case(&own))
            && one.said.year.is_some_and(|of| of <= year)
            && one.said.from_age.unwrap_or(0) == 0
            && one.said.to_age.unwrap_or(CHILD_TO_AGE) == CHILD_TO_AGE
            && one.value > 0.0
    };
    references(authority, POPULATION).into_iter().find(mine)
}

/// The latest value of each other area for a figure, up to a day's year.
pub fn comparators<'a>(authority: &'a Timeline, indicator: &str, day: Date) -> Vec<Reference<'a>> {
    let year = u32::try_from(day.year()).unwrap_or(0);
    let mut found: Vec<Reference> = Vec::new();
    for one in references(authority, indicator) {
        let known = found.iter().any(|other| other.said.area == one.said.area);
        if !known && one.said.year.is_none_or(|of| of <= year) {
            found.push(one);
        }
    }
    found.sort_by(|a, b| a.said.area.cmp(&b.said.area));
    found
}
