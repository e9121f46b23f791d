//! Limits as the figures count them: those of the timescales, and the authority's own numbers.

use calendar::Within;

use crate::settings::{LimitUnit, limit_info};
use crate::timescales::timescale;
use crate::{Circle, Duty, Settings};

/// The authority's own number as a limit. Where the law fixes the number, one looser than the law is not
/// followed.
pub(super) fn set(settings: &Settings, name: &str) -> Within {
    let Some(info) = limit_info(name) else { unreachable!("no limit is named {name}") };
    let own = settings.limit(name);
    let number = if info.is_looser_than_law(own) { info.default } else { own };
    let number = i32::try_from(number).unwrap_or(i32::MAX);
    match info.unit {
        LimitUnit::Hours => Within::Hours(number),
        LimitUnit::WorkingDays => Within::WorkingDays(number),
        LimitUnit::Weeks => Within::Weeks(number),
        LimitUnit::Months => Within::Months(number),
        LimitUnit::Count => unreachable!("{name} counts things and not time"),
    }
}

/// The limit of the timescale of this id, as the law has it.
pub(super) fn of_law(id: &str) -> Within {
    timescale(id).unwrap_or_else(|| unreachable!("no timescale is named {id}")).within
}

/// A child's duties under the timescales of these ids, in the order they fell due, whether or not the
/// authority keeps them as deadlines: a figure is counted for everybody.
pub(super) fn duties(circle: &Circle, ids: &[&str]) -> Vec<Duty> {
    let timescales =
        ids.iter().map(|id| timescale(id).unwrap_or_else(|| unreachable!("no timescale is named {id}")));
    let mut duties: Vec<Duty> = timescales.flat_map(|timescale| timescale.duties(circle)).collect();
    duties.sort_by_key(|duty| (duty.due_on, duty.started_on(), duty.run.started.0));
    duties
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_authority_s_number_may_be_tighter_than_the_law_and_not_looser() {
        let mut settings = Settings::default();
        assert_eq!(set(&settings, "initial_conference_working_days"), Within::WorkingDays(15));
        settings.limits.insert("initial_conference_working_days".to_owned(), 12);
        assert_eq!(set(&settings, "initial_conference_working_days"), Within::WorkingDays(12));
        settings.limits.insert("initial_conference_working_days".to_owned(), 20);
        assert_eq!(set(&settings, "initial_conference_working_days"), Within::WorkingDays(15));
    }
}
