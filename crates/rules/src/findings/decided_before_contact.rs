//! A decision on a contact or a referral that came after it, or that is nowhere in the record.

use calendar::display;
use chronology::{EntryId, Occurred};
use record::{Event, TimelineEntry};

use super::{Example, Finding};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "decided-before-contact",
    title: "Decision without what it decides",
    failing: None,
    source: "Order of dates: a decision follows what it decides",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example {
            title: "decided the day before it came",
            notation: "
recording by screener as screener
  2026-03-05 child contact.received @contact
recording by manager as front_door_manager
  2026-03-04 child contact.decided
    contact: @contact
",
            on: "2026-03-04",
            expect: &["“Contact decided” on 4 March 2026 comes before what it decides, of 5 March 2026"],
        },
        Example {
            title: "no referral was waiting",
            notation: "
recording by manager as front_door_manager
  2026-03-04 child referral.decided
",
            on: "2026-03-04",
            expect: &["decides nothing that the record holds"],
        },
        Example {
            title: "in order",
            notation: "
recording by screener as screener
  2026-03-03 child contact.received
recording by manager as front_door_manager
  2026-03-04 child contact.decided
",
            on: "2026-03-04",
            expect: &[],
        },
    ],
};

fn look(circle: &Circle) -> Vec<Found> {
    circle.timeline.counting().filter_map(|entry| out_of_order(circle, entry)).collect()
}

fn out_of_order(circle: &Circle, entry: &TimelineEntry) -> Option<Found> {
    let timeline = circle.timeline;
    let decided: Option<(EntryId, Occurred)> = match &entry.event {
        Event::ContactDecided(_) => {
            let mut contacts = timeline.contacts.iter();
            let ours = contacts.find(|one| one.decided.as_ref().is_some_and(|d| d.by == entry.id));
            ours.map(|one| (one.by, one.received))
        }
        Event::ReferralDecided(_) => {
            let mut referrals = timeline.referrals.iter();
            let ours = referrals.find(|one| one.decided.as_ref().is_some_and(|d| d.by == entry.id));
            ours.map(|one| (one.by, one.received))
        }
        _ => return None,
    };
    let named = match &entry.event {
        Event::ContactDecided(e) => e.contact,
        Event::ReferralDecided(e) => e.referral,
        _ => None,
    };
    // A decision that names what it decides may stand before it, and then the timeline does not join them.
    let later = named.and_then(|id| timeline.entry(id)).map(|one| (one.id, one.occurred));
    let title = entry.event.title();
    let day = display::full_date(entry.day());
    let (because, of) = match decided.or(later) {
        Some((of, at)) if entry.day() < at.date() => {
            let came = display::full_date(at.date());
            (
                format!(
                    "“{title}” on {day} comes before what it decides, of {came}: one of the days is wrong."
                ),
                of,
            )
        }
        Some(_) => return None,
        None => (
            format!("“{title}” on {day} about {} decides nothing that the record holds.", circle.child()),
            entry.id,
        ),
    };
    let mut entries = vec![entry.id];
    entries.extend((of != entry.id).then_some(of));
    Some(Found::since(entry.day(), because).from(entries).mended_by("entry.corrected"))
}
