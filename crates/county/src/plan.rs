//! How large a county is, and over which days it lives.

use calendar::periods;
use jiff::civil::{Date, date};

/// What to invent. The same plan always gives the same chronology.
///
/// ```
/// use county::Plan;
/// use jiff::civil::date;
/// let plan = Plan::demo(date(2026, 11, 24));
/// assert_eq!(county::live(&plan).next().unwrap().0, county::live(&plan).next().unwrap().0);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Where all its chances begin.
    pub seed: u64,
    /// How many people under 18 live there, known or not.
    pub residents: usize,
    /// How many children come to be known, about.
    pub children: usize,
    /// The first day on which a child comes to be known.
    pub from: Date,
    /// The last day of anything: nothing is recorded after it.
    pub to: Date,
    /// Children in need for each 10,000 residents at the end, about.
    pub in_need_per_10_000: f64,
    /// Children on a protection plan for each 10,000 residents at the end, about.
    pub on_plan_per_10_000: f64,
    /// Whether the families drawn on the design's pages live here too, on their own dates.
    pub named_families: bool,
}

impl Plan {
    /// A county for a demonstration on the day after `to`: about 3,000 known children over three years, and
    /// the named families.
    pub fn demo(to: Date) -> Self {
        Self {
            seed: 1,
            residents: 10_000,
            children: 3_000,
            from: periods::add_years(to, -3),
            to,
            in_need_per_10_000: 290.0,
            on_plan_per_10_000: 45.0,
            named_families: true,
        }
    }

    /// A county of Cornwall's size in March 2016: 117,000 residents under 18, of whom at the end about 2,915
    /// are children in need and 413 have a protection plan, with five years' history.
    pub fn cornwall_2016() -> Self {
        Self {
            seed: 2016,
            residents: 117_000,
            children: 30_000,
            from: date(2011, 4, 1),
            to: date(2016, 3, 31),
            in_need_per_10_000: 2_915.0 / 11.7,
            on_plan_per_10_000: 413.0 / 11.7,
            named_families: false,
        }
    }

    /// A small county of about so many known children, for tests.
    pub fn small(children: usize, from: Date, to: Date) -> Self {
        let residents = children * 10 / 3;
        Self { seed: 7, residents, children, from, to, named_families: false, ..Self::demo(to) }
    }

    /// The same county so many times as large.
    #[must_use]
    pub fn times(self, factor: usize) -> Self {
        Self { residents: self.residents * factor, children: self.children * factor, ..self }
    }

    /// Years from the first day to the last.
    pub(crate) fn years(&self) -> f64 {
        f64::from(days_between(self.from, self.to).max(1)) / 365.25
    }
}

/// Days from one day to another.
pub(crate) fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
