//! A scale with round steps, and the words for a value on it.

/// What the figures count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Hundredths of a whole.
    #[default]
    Percent,
    /// Children, visits, days.
    Count,
    /// One decimal place.
    Decimal,
}

impl Unit {
    /// A value in words: "84.2%", "16", "3.1".
    #[must_use]
    pub fn words(self, value: f64) -> String {
        match self {
            Self::Percent => format!("{value:.1}%"),
            Self::Count => format!("{value:.0}"),
            Self::Decimal => format!("{value:.1}"),
        }
    }

    fn tick_words(self, value: f64) -> String {
        match self {
            Self::Percent => format!("{value:.0}%"),
            Self::Count => format!("{value:.0}"),
            Self::Decimal if value.fract().abs() < f64::EPSILON => format!("{value:.0}"),
            Self::Decimal => format!("{value:.1}"),
        }
    }
}

/// A scale from a low to a high round number.
#[derive(Clone, Debug)]
pub(super) struct Scale {
    /// Lowest value drawn.
    pub(super) low: f64,
    /// Highest value drawn.
    pub(super) high: f64,
    /// Round values between, with their words.
    pub(super) ticks: Vec<(f64, String)>,
}

/// A scale that holds every value with three to six round steps.
/// Values that are not numbers are left out.
pub(super) fn scale(values: impl Iterator<Item = f64>, unit: Unit, from_zero: bool) -> Scale {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for value in values.filter(|value| value.is_finite()) {
        low = low.min(value);
        high = high.max(value);
    }
    if !low.is_finite() {
        (low, high) = (0.0, 1.0);
    }
    if from_zero {
        low = low.min(0.0);
    }
    if unit == Unit::Percent {
        high = high.min(100.0);
    }
    let step = round_step((high - low).max(1e-9) / 4.0, unit);
    let low = (low / step).floor() * step;
    let mut high = (high / step).ceil() * step;
    if high <= low {
        high = low + step;
    }
    let mut ticks = Vec::new();
    let mut tick = low;
    while tick <= high + step / 2.0 && ticks.len() < 12 {
        ticks.push((tick, unit.tick_words(tick)));
        tick += step;
    }
    Scale { low, high, ticks }
}

fn round_step(rough: f64, unit: Unit) -> f64 {
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|one| one * power)
        .find(|one| *one >= rough * 0.9)
        .unwrap_or(power * 10.0);
    if unit == Unit::Count { step.max(1.0) } else { step }
}

impl Scale {
    /// Where a value stands between `bottom` and `top`.
    pub(super) fn y(&self, value: f64, top: f64, bottom: f64) -> f64 {
        let part = (value.clamp(self.low, self.high) - self.low) / (self.high - self.low);
        ((bottom - part * (bottom - top)) * 10.0).round() / 10.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_hold_every_value() {
        let found = scale([41.0, 84.2].into_iter(), Unit::Percent, false);
        assert_eq!((found.low, found.high), (40.0, 90.0));
        assert_eq!(found.ticks.first().map(|tick| tick.1.as_str()), Some("40%"));
        let none = scale(std::iter::empty(), Unit::Count, true);
        assert!(none.high > none.low, "an empty chart still has a scale");
        let same = scale([5.0, 5.0].into_iter(), Unit::Count, false);
        assert!(same.high > same.low);
    }
}
