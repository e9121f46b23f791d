//! What partner agencies send, as a queue and as a service: what is unread and for how long, how soon each agency's
//! messages are acted on, and households of which the police tell again and again.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use record::events::Agency;
use record::timeline::Correspondence;

use crate::Settings;

/// How a message stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has read it, and the authority's limit has passed: its age.
    UnreadTooLong(SignedDuration),
    /// Nobody has read it yet: its age.
    Unread(SignedDuration),
    /// Read, and something is still to do: its age.
    Waiting(SignedDuration),
    /// Done, this long after it came.
    Done(SignedDuration),
}

/// How a message stands at a moment. A message of which only the day is known is as old as its day.
pub fn standing(one: &Correspondence, now: Timestamp, settings: &Settings) -> Standing {
    let received = instant(one.received);
    if let Some(done) = one.actioned() {
        return Standing::Done(instant(done.at).duration_since(received));
    }
    let age = now.duration_since(received);
    let limit = SignedDuration::from_hours(i64::from(settings.limit("partner_message_read_hours")));
    match &one.read {
        Some(_) => Standing::Waiting(age),
        None if one.first_action().is_some() => Standing::Waiting(age),
        None if limit < age => Standing::UnreadTooLong(age),
        None => Standing::Unread(age),
    }
}

fn instant(at: chronology::Occurred) -> Timestamp {
    at.instant().unwrap_or_else(|| calendar::london::start_of(at.date()))
}

/// How soon what one agency sent in a period was acted on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceLevel {
    /// The kind of agency; `None` where it was not given.
    pub agency: Option<Agency>,
    /// Messages and notices received.
    pub received: usize,
    /// Of these, how many have been read.
    pub read: usize,
    /// Of these, on how many something has been done.
    pub acted_on: usize,
    /// The middle of the times from receipt to the first action, in minutes.
    pub median_minutes: Option<i64>,
}

/// How soon what each agency sent between two days, both included, was acted on: the largest sender first.
pub fn service_levels<'a>(
    sent: impl IntoIterator<Item = &'a Correspondence>,
    first: Date,
    last: Date,
) -> Vec<ServiceLevel> {
    let mut by_agency: Vec<(Option<Agency>, Vec<&Correspondence>)> = Vec::new();
    for one in sent.into_iter().filter(|one| (first..=last).contains(&one.received.date())) {
        match by_agency.iter_mut().find(|(agency, _)| *agency == one.agency()) {
            Some((_, theirs)) => theirs.push(one),
            None => by_agency.push((one.agency(), vec![one])),
        }
    }
    let mut levels: Vec<ServiceLevel> = by_agency.into_iter().map(level).collect();
    levels.sort_by_key(|level| (std::cmp::Reverse(level.received), level.agency));
    levels
}

fn level((agency, theirs): (Option<Agency>, Vec<&Correspondence>)) -> ServiceLevel {
    let waits = theirs.iter().filter_map(|one| {
        let done = one.first_action()?.at.instant()?;
        Some(done.duration_since(one.received.instant()?).as_mins())
    });
    let mut waits: Vec<i64> = waits.collect();
    waits.sort_unstable();
    ServiceLevel {
        agency,
        received: theirs.len(),
        read: theirs.iter().filter(|one| one.read.is_some() || one.first_action().is_some()).count(),
        acted_on: theirs.iter().filter(|one| one.first_action().is_some()).count(),
        median_minutes: median(&waits),
    }
}

fn median(sorted: &[i64]) -> Option<i64> {
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        odd if odd % 2 == 1 => Some(sorted[middle]),
        _ => Some(i64::midpoint(sorted[middle - 1], sorted[middle])),
    }
}

/// The police notices about the same household as this one that came before it: at the same address, or with a
/// child of the same name and birth.
pub fn earlier_of_household<'a>(one: &Correspondence, all: &'a [Correspondence]) -> Vec<&'a Correspondence> {
    let before = |other: &&Correspondence| {
        other.notice().is_some() && (other.received, other.by) < (one.received, one.by)
    };
    all.iter().filter(before).filter(|other| same_household(one, other)).collect()
}

fn same_household(one: &Correspondence, other: &Correspondence) -> bool {
    let plain = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let home = |one: &Correspondence| {
        let (address, postcode) = one.home();
        Some((plain(address?), plain(postcode?)))
    };
    let at_home = home(one).is_some_and(|place| !place.0.is_empty() && home(other) == Some(place));
    let named = |one: &Correspondence| -> Vec<(String, Date)> {
        let children = one.children().iter();
        let name = |text: &Option<String>| plain(text.as_deref().unwrap_or_default());
        children.filter_map(|c| Some((name(&c.forename) + &name(&c.surname), c.date_of_birth?))).collect()
    };
    let theirs = named(other);
    at_home || named(one).iter().any(|child| theirs.contains(child))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use record::Timeline;
    use record::notation::fixture_of;

    use super::*;

    fn team(notation: &str) -> Timeline {
        Timeline::fold(&fixture_of(notation, "front-door"), None, None)
    }

    const THREE: &str = "
recording by partner as partner
  2026-03-02 09:00 front-door partner_message.received @one
    agency: police
  2026-03-02 09:00 front-door partner_message.received @two
    agency: police
  2026-03-02 09:00 front-door partner_message.received @three
    agency: police
  2026-03-02 09:00 front-door partner_message.received
    agency: school
recording by screener as screener
  2026-03-02 09:40 front-door partner_message.actioned
    message: @one
  2026-03-02 11:00 front-door partner_message.actioned
    message: @two
  2026-03-04 09:00 front-door partner_message.actioned
    message: @three
";

    #[test]
    fn f015_three_notices_with_known_times_give_the_hand_counted_median_of_their_agency() {
        let levels = service_levels(&team(THREE).correspondence, date(2026, 3, 1), date(2026, 3, 31));
        let told: Vec<_> =
            levels.iter().map(|l| (l.agency, l.received, l.acted_on, l.median_minutes)).collect();
        let expected = [(Some(Agency::Police), 3, 3, Some(120)), (Some(Agency::School), 1, 0, None)];
        assert_eq!(told, expected);
    }

    #[test]
    fn f015_a_message_is_flagged_with_its_age_once_the_hour_is_over() {
        let timeline = team(THREE);
        let school = timeline.correspondence.iter().find(|one| one.agency() == Some(Agency::School)).unwrap();
        let at = |text: &str| standing(school, text.parse().unwrap(), &Settings::default());
        assert_eq!(at("2026-03-02T10:00:00Z"), Standing::Unread(SignedDuration::from_hours(1)));
        assert_eq!(at("2026-03-02T10:01:00Z"), Standing::UnreadTooLong(SignedDuration::from_mins(61)));
    }

    #[test]
    fn a_household_of_which_the_police_tell_again_is_known_by_address_or_child() {
        let notice = |day: &str, address: &str, child: &str| {
            format!(
                "  {day} 09:00 front-door police_notification.received\n    address: {address}\n    postcode: TR1 1AA\n    \
                 children:\n      - forename: {child}\n        date_of_birth: 2016-11-12\n"
            )
        };
        let all = team(&format!(
            "recording by police as partner\n{}{}{}{}",
            notice("2026-03-02", "1 Quay Street", "Jory"),
            notice("2026-03-03", "1 quay street", "Wenna"),
            notice("2026-03-04", "9 Hill Road", "Jory"),
            notice("2026-03-05", "4 Lane End", "Tegen"),
        ));
        let earlier =
            |place: usize| earlier_of_household(&all.correspondence[place], &all.correspondence).len();
        assert_eq!([earlier(0), earlier(1), earlier(2), earlier(3)], [0, 1, 1, 0]);
    }
}
