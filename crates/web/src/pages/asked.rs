//! What an address asks of a list: its filters, its days, how it is sorted; and the same address with one of
//! them changed.

use std::collections::BTreeMap;

use calendar::{display, periods};
use jiff::civil::Date;
use maud::{Markup, html};

use crate::problem::{Problem, urlencode};

/// The questions of an address, sorted, without those that are empty.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked(BTreeMap<String, String>);

impl Asked {
    /// What a request's address asks.
    pub(crate) fn of(query: std::collections::HashMap<String, String>) -> Self {
        let said = |(name, value): (String, String)| {
            let value = value.trim().to_owned();
            (!value.is_empty()).then_some((name, value))
        };
        Self(query.into_iter().filter_map(said).collect())
    }

    /// The answer to one of them.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Whether the answer is a file for a spreadsheet.
    pub(crate) fn is_csv(&self) -> bool {
        self.get("format") == Some("csv")
    }

    /// The page of the list, from 1.
    pub(crate) fn page(&self) -> usize {
        self.get("page").and_then(|page| page.parse().ok()).unwrap_or(1).max(1)
    }

    /// The address with these changed; `None` takes one out. A changed list begins on its first page.
    pub(crate) fn href(&self, path: &str, changes: &[(&str, Option<&str>)]) -> String {
        let mut all = self.0.clone();
        all.remove("page");
        all.remove("format");
        for (name, value) in changes {
            match value {
                Some(value) => all.insert((*name).to_owned(), (*value).to_owned()),
                None => all.remove(*name),
            };
        }
        let pairs: Vec<String> =
            all.iter().map(|(name, value)| format!("{name}={}", urlencode(value))).collect();
        if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
    }

    /// The address up to a page's number.
    pub(crate) fn paging(&self, path: &str) -> String {
        let plain = self.href(path, &[]);
        if plain.contains('?') { format!("{plain}&page=") } else { format!("{plain}?page=") }
    }

    /// The days from and to: as asked, or the twelve months that end today.
    pub(crate) fn period(&self, today: Date) -> Result<(Date, Date), Problem> {
        let last = self.day("to")?.unwrap_or(today);
        let usual = periods::add_calendar_days(periods::add_years(last, -1), 1);
        let first = self.day("from")?.unwrap_or(usual);
        if first > last {
            return Err(Problem::Refused(format!(
                "The period from {} to {} ends before it begins",
                display::full_date(first),
                display::full_date(last)
            )));
        }
        Ok((first, last))
    }

    /// A day, as 2026-03-03 or 3/3/2026.
    pub(crate) fn day(&self, name: &str) -> Result<Option<Date>, Problem> {
        let Some(text) = self.get(name) else { return Ok(None) };
        let wrong = || Problem::Refused(format!("“{text}” is not a day: write it as 2026-03-03 or 3/3/2026"));
        if let Ok(day) = text.parse::<Date>() {
            return Ok(Some(day));
        }
        let parts: Vec<&str> = text.split(['/', '.', ' ']).collect();
        let [day, month, year] = parts.as_slice() else { return Err(wrong()) };
        let (Ok(day), Ok(month), Ok(year)) = (day.parse(), month.parse(), year.parse()) else {
            return Err(wrong());
        };
        Date::new(year, month, day).map(Some).map_err(|_| wrong())
    }
}

/// A period that can be chosen.
#[derive(Clone, Debug, Default)]
pub struct PeriodForm {
    /// The page.
    pub action: String,
    /// The other questions of the address: name and answer.
    pub kept: Vec<(String, String)>,
    /// The first day, as 2026-03-03.
    pub from: String,
    /// The last day, as 2026-03-03.
    pub to: String,
}

impl PeriodForm {
    /// The period of a page whose address asks this.
    pub(crate) fn of(path: &str, asked: &Asked, (first, last): (Date, Date)) -> Self {
        let other = |(name, _): &(&String, &String)| {
            !["from", "to", "as-at", "page", "format"].contains(&name.as_str())
        };
        Self {
            action: path.to_owned(),
            kept: asked.0.iter().filter(other).map(|(name, value)| (name.clone(), value.clone())).collect(),
            from: first.to_string(),
            to: last.to_string(),
        }
    }
}

/// Draws two days and a button.
///
/// Accessibility: plain fields with labels; no script is needed.
#[must_use]
pub fn period_form(shown: &PeriodForm) -> Markup {
    html! {
        form.on-row.on-section action=(shown.action) method="get" {
            @for (name, value) in &shown.kept { input type="hidden" name=(name) value=(value); }
            label for="from" { "From" }
            input.on-input.on-w-s type="date" id="from" name="from" value=(shown.from);
            label for="to" { "to" }
            input.on-input.on-w-s type="date" id="to" name="to" value=(shown.to);
            button.on-btn.on-btn--s.on-btn--2 { "Show" }
        }
    }
}

/// A day beside a line of a list: “18 Jun”, and of another year “2025”, with the whole day for the words that
/// follow; the column is too narrow for both.
pub(crate) fn log_day(day: Date, today: Date) -> (String, String) {
    let whole = display::table_date(day);
    if day.year() == today.year() {
        let short = whole.rsplit_once(' ').map_or(whole.as_str(), |(short, _)| short).to_owned();
        (short, String::new())
    } else {
        (day.year().to_string(), format!("{whole}. "))
    }
}

/// A day within reach of today as “Tue 24 March”, any other with its year.
pub(crate) fn near_day(day: Date, today: Date) -> String {
    if day.year() == today.year() { display::weekday_date(day) } else { display::table_date(day) }
}

/// “20 March 2025 to 19 March 2026”.
pub(crate) fn period_words((first, last): (Date, Date)) -> String {
    format!("{} to {}", display::full_date(first), display::full_date(last))
}
