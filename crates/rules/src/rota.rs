//! A rota out of hours: shifts that lack somebody, workers without rest, and demand beside cover.

use calendar::london;
use calendar::periods::add_calendar_days;
use chronology::PersonId;
use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp};
use record::timeline::Shift;

use crate::Settings;

/// The days of a week.
const WEEK_DAYS: i32 = 7;

/// When a shift begins and ends.
pub fn hours_of(shift: &Shift) -> (Timestamp, Timestamp) {
    let hour = i8::try_from(shift.from_hour.min(23)).unwrap_or_default();
    let begins = london::instant_at(shift.on, Time::new(hour, 0, 0, 0).unwrap_or_default());
    (begins, begins + SignedDuration::from_hours(i64::from(shift.hours)))
}

/// The shifts that lack somebody and begin within the authority's days of warning, today among them.
pub fn gaps<'a>(shifts: &'a [Shift], today: Date, settings: &Settings) -> Vec<&'a Shift> {
    let ahead = i32::try_from(settings.limit("cover_gap_warning_days")).unwrap_or(i32::MAX);
    let last = add_calendar_days(today, ahead);
    shifts.iter().filter(|shift| (today..=last).contains(&shift.on) && shift.gap() > 0).collect()
}

/// A worker who has too little rest before a shift.
#[derive(Clone, Debug, PartialEq)]
pub struct NoRest<'a> {
    /// Who.
    pub worker: &'a PersonId,
    /// The shift that begins too soon.
    pub shift: &'a Shift,
    /// How long they have between the end of one shift and the beginning of this one; less than nothing if the two
    /// overlap.
    pub rest: SignedDuration,
}

/// Workers with less rest between two shifts than the authority asks for.
// LAW: Working Time Regulations 1998 reg 10 (eleven hours of rest in each 24); reg 24 lets it be made up for later,
// so it is the authority's own number.
pub fn without_rest<'a>(shifts: &'a [Shift], settings: &Settings) -> Vec<NoRest<'a>> {
    let least = SignedDuration::from_hours(i64::from(settings.limit("rest_between_shifts_hours")));
    let mut found = Vec::new();
    for (place, shift) in shifts.iter().enumerate() {
        for worker in &shift.said.workers {
            let before = shifts[..place].iter().filter(|other| other.said.workers.contains(worker));
            let Some(ended) = before.map(|other| hours_of(other).1).max() else { continue };
            let rest = hours_of(shift).0.duration_since(ended);
            if rest < least {
                found.push(NoRest { worker, shift, rest });
            }
        }
    }
    found
}

/// Demand in one hour of the week beside the workers planned for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hour {
    /// The day of the week: 0 for Monday.
    pub weekday: usize,
    /// The hour, 0 to 23.
    pub hour: usize,
    /// Contacts that came in this hour, a week, over the weeks looked at.
    pub weekly_contacts: f64,
    /// Workers planned for this hour in the week ahead.
    pub workers: usize,
}

impl Hour {
    /// Whether more contacts come than the workers planned can take, at one an hour each.
    pub fn short(&self) -> bool {
        #[expect(clippy::cast_precision_loss, reason = "a handful of workers")]
        let workers = self.workers as f64;
        self.weekly_contacts > workers
    }
}

/// The hours out of hours of the week ahead for which a shift is planned or contacts come, in order: what came in
/// the weeks before, and who is planned.
pub fn demand(shifts: &[Shift], contacts: &[Timestamp], today: Date, weeks: u32) -> Vec<Hour> {
    let place = |at: Timestamp| {
        let clock = london::wall_clock(at);
        let weekday = usize::try_from(clock.date().weekday().to_monday_zero_offset()).unwrap_or_default();
        (weekday, usize::try_from(clock.hour()).unwrap_or_default())
    };
    let mut came = [[0_u32; 24]; 7];
    for at in contacts {
        let (weekday, hour) = place(*at);
        came[weekday][hour] += 1;
    }
    let (first, last) = (london::start_of(today), london::start_of(add_calendar_days(today, WEEK_DAYS)));
    let mut planned = [[None::<usize>; 24]; 7];
    for shift in shifts {
        let (begins, ends) = hours_of(shift);
        let mut at = begins.max(first);
        while at < ends.min(last) {
            let (weekday, hour) = place(at);
            *planned[weekday][hour].get_or_insert(0) += shift.said.workers.len();
            at += SignedDuration::from_hours(1);
        }
    }
    let mut hours = Vec::new();
    for weekday in 0..7 {
        for hour in 0..24 {
            if let Some(workers) = planned[weekday][hour] {
                let weekly_contacts = f64::from(came[weekday][hour]) / f64::from(weeks.max(1));
                hours.push(Hour { weekday, hour, weekly_contacts, workers });
            }
        }
    }
    hours
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use record::Timeline;
    use record::notation::fixture_of;

    use super::*;

    const ROTA: &str = "
recording by manager as team_manager
  2026-03-02 out-of-hours shift.rostered
    on: 2026-03-06
    from_hour: 17
    hours: 15
    needed: 2
    workers: jowan
  2026-03-02 out-of-hours shift.rostered
    on: 2026-03-07
    from_hour: 17
    hours: 15
    workers: jowan
  2026-03-02 out-of-hours shift.rostered
    on: 2026-03-08
    from_hour: 8
    hours: 9
    workers: jowan
";

    fn shifts() -> Vec<Shift> {
        Timeline::fold(&fixture_of(ROTA, "out-of-hours"), None, None).shifts
    }

    #[test]
    fn a_gap_is_known_seven_days_ahead_and_not_eight() {
        let shifts = shifts();
        let on = |day| gaps(&shifts, day, &Settings::default()).len();
        assert_eq!([on(date(2026, 2, 26)), on(date(2026, 2, 27)), on(date(2026, 3, 7))], [0, 1, 0]);
    }

    #[test]
    fn somebody_who_works_through_the_night_has_not_rested_in_the_morning() {
        let shifts = shifts();
        let found = without_rest(&shifts, &Settings::default());
        let told: Vec<_> = found.iter().map(|one| (one.shift.on, one.rest.as_hours())).collect();
        assert_eq!(told, [(date(2026, 3, 7), 9), (date(2026, 3, 8), 0)]);
    }

    #[test]
    fn a_friday_peak_is_short_where_more_come_than_are_planned() {
        let peak: Vec<Timestamp> =
            ["2026-02-20T19:10:00Z", "2026-02-20T19:40:00Z", "2026-02-27T19:00:00Z", "2026-02-27T19:30:00Z"]
                .map(|text| text.parse().unwrap())
                .into();
        let hours = demand(&shifts(), &peak, date(2026, 3, 2), 2);
        let short: Vec<_> = hours.iter().filter(|hour| hour.short()).map(|h| (h.weekday, h.hour)).collect();
        assert_eq!(short, [(4, 19)]);
    }
}
