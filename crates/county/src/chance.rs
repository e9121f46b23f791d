//! Chance from a seed: the same seed always gives the same lives, on every machine.

/// A small generator (splitmix64). It is for invention, never for secrets.
#[derive(Clone, Debug)]
pub(crate) struct Chance {
    state: u64,
}

impl Chance {
    /// The chances of one part of a county, which do not depend on any other part's.
    pub(crate) fn of(seed: u64, part: u64) -> Self {
        let mut chance = Self { state: seed ^ part.wrapping_mul(0x9E37_79B9_7F4A_7C15) };
        chance.next();
        chance
    }

    /// Chances of something beside a life, which leave the life's own as they were.
    pub(crate) fn beside(&self, what: u64) -> Self {
        Self::of(self.state, what)
    }

    /// The next 64 bits.
    pub(crate) fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.state;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// A number from 0 up to and not including `end`; 0 if `end` is 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.next()) * end as u128) >> 64) as usize
    }

    /// A number from `first` to `last`, both included.
    pub(crate) fn between(&mut self, first: i32, last: i32) -> i32 {
        first + self.below((last - first + 1).max(1) as usize) as i32
    }

    /// A number from 0 up to 1.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Whether something happens that happens `percent` times in a hundred.
    pub(crate) fn percent(&mut self, percent: f64) -> bool {
        self.unit() * 100.0 < percent
    }

    /// One of several; `None` of nothing.
    pub(crate) fn pick<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }

    /// The place of one of several weights.
    pub(crate) fn weighted(&mut self, weights: &[f64]) -> usize {
        let mut left = self.unit() * weights.iter().sum::<f64>();
        for (place, weight) in weights.iter().enumerate() {
            left -= weight;
            if left < 0.0 {
                return place;
            }
        }
        weights.len().saturating_sub(1)
    }

    /// Days until something that happens on average every `mean` days, and at any time equally.
    pub(crate) fn wait_days(&mut self, mean: f64) -> i32 {
        (-(1.0 - self.unit()).ln() * mean).min(36_500.0) as i32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_chances_and_another_does_not() {
        let draw = |seed, part| {
            let mut chance = Chance::of(seed, part);
            [chance.next(), chance.next(), chance.next()]
        };
        assert_eq!(draw(1, 2), draw(1, 2));
        assert_ne!(draw(1, 2), draw(1, 3));
        assert_ne!(draw(1, 2), draw(2, 2));
    }

    #[test]
    fn chances_are_about_what_they_say() {
        let mut chance = Chance::of(7, 7);
        let hits = (0..10_000).filter(|_| chance.percent(30.0)).count();
        assert!((2_800..3_200).contains(&hits), "{hits}");
        let heavy = (0..10_000).filter(|_| chance.weighted(&[1.0, 3.0]) == 1).count();
        assert!((7_200..7_800).contains(&heavy), "{heavy}");
        assert!((0..1_000).all(|_| (3..=5).contains(&chance.between(3, 5))));
        let days: i32 = (0..10_000).map(|_| chance.wait_days(100.0)).sum();
        assert!((940_000..1_060_000).contains(&days), "{days}");
    }
}
