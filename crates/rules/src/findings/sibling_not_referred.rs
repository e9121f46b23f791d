//! Brothers and sisters of the household about whom nobody was contacted.

use std::collections::BTreeSet;

use calendar::display;
use chronology::{EntryId, PersonId};
use jiff::civil::Date;
use record::Timeline;
use record::events::ContactOutcome;
use record::timeline::{Contact, Referral};

use super::{Example, Finding};
use crate::words::{listed, said};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "sibling-not-referred",
    title: "Brother or sister not referred",
    failing: Some("F004"),
    source: "Working Together to Safeguard Children, chapter 1: the needs of every child of the household",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example {
            title: "one of three is referred: both others are named",
            notation: ONE_OF_THREE,
            on: "2026-03-02",
            expect: &["Jago and Tegen live"],
        },
        Example {
            title: "one of the others is referred in turn: one is left",
            notation: ONE_OF_THREE,
            on: "2026-03-04",
            expect: &["Tegen lives"],
        },
        Example {
            title: "the last is left out with a reason and a manager's agreement",
            notation: ONE_OF_THREE,
            on: "2026-03-05",
            expect: &[],
        },
    ],
};

const ONE_OF_THREE: &str = "
recording by screener as screener
  2026-01-05 child person.identified
    forename: Kerra
    date_of_birth: 2024-05-01
  2026-01-05 child household.joined
    household: home
  2026-01-05 jago person.identified
    forename: Jago
    date_of_birth: 2016-05-01
  2026-01-05 jago household.joined
    household: home
  2026-01-05 tegen person.identified
    forename: Tegen
    date_of_birth: 2012-05-01
  2026-01-05 tegen household.joined
    household: home
recording by screener as screener
  2026-03-02 child contact.received
    worry: Left alone in the evenings
recording by screener as screener
  2026-03-04 jago referral.received
recording by manager as front_door_manager
  2026-03-05 child referral.received
  2026-03-05 child referral.decided
    left_out:
      - child: tegen
        reason: At boarding school since January, seen there and well
        agreed_by: manager
";

fn look(circle: &Circle) -> Vec<Found> {
    let gaps = gaps(circle);
    let mut days: Vec<Date> = gaps.iter().flat_map(|gap| [Some(gap.since), gap.until]).flatten().collect();
    days.sort();
    days.dedup();
    let mut found: Vec<Found> = Vec::new();
    let mut before: BTreeSet<&PersonId> = BTreeSet::new();
    for day in days {
        let now: BTreeSet<&PersonId> =
            gaps.iter().filter(|gap| gap.covers(day)).map(|gap| gap.sibling).collect();
        if now == before {
            continue;
        }
        if let Some(last) = found.last_mut() {
            last.cleared_on.get_or_insert(day);
        }
        if let Some(gap) = gaps.iter().find(|gap| gap.covers(day)) {
            found.push(passed_over(circle, gap, &now, day));
        }
        before = now;
    }
    found
}

fn passed_over(circle: &Circle, gap: &Gap, siblings: &BTreeSet<&PersonId>, day: Date) -> Found {
    let names: Vec<String> = siblings.iter().map(|sibling| circle.short_name_of(sibling)).collect();
    let live = if names.len() == 1 { "lives" } else { "live" };
    let because = format!(
        "Somebody contacted us about {} on {}. {} {live} in the same home and nobody has referred or left them \
         out with a reason.",
        circle.child(),
        display::full_date(gap.contacted),
        listed(&names)
    );
    Found::since(day, because).from([gap.by]).mended_by("contact.received").waited_from(gap.contacted)
}

/// A time during which a brother or sister was passed over.
struct Gap<'a> {
    sibling: &'a PersonId,
    by: EntryId,
    contacted: Date,
    since: Date,
    until: Option<Date>,
}

impl Gap<'_> {
    fn covers(&self, day: Date) -> bool {
        self.since <= day && self.until.is_none_or(|until| day < until)
    }
}

fn gaps<'a>(circle: &Circle<'a>) -> Vec<Gap<'a>> {
    let contacts = circle.timeline.contacts.iter();
    // A contact that says why it is about this child alone has considered the others.
    let contacts = contacts.filter(|contact| !said(&contact.said.only_this_child_because));
    let contacts = contacts.map(|contact| (contact.by, contact.received.date()));
    let referrals = circle.timeline.referrals.iter();
    let referrals =
        referrals.map(|referral| (referral.by, referral.received.date(), occasion(circle, referral)));
    let contacts = contacts.map(|(by, day)| (by, day, day));
    let mut gaps = Vec::new();
    for (by, day, occasion) in contacts.chain(referrals) {
        for (sibling, timeline) in circle.other_children_of_household(day) {
            let told = [told_of(timeline, occasion), left_out(circle, sibling, occasion)];
            let until = told.into_iter().flatten().min();
            if until.is_none_or(|until| day < until) {
                gaps.push(Gap { sibling, by, contacted: day, since: day, until });
            }
        }
    }
    gaps
}

/// The day on which the matter of a referral first came: that of its contact, if it came from one.
fn occasion(circle: &Circle, referral: &Referral) -> Date {
    let received = referral.received;
    let led_here = |contact: &&Contact| {
        let outcome = contact.decided.as_ref().and_then(|decision| decision.outcome);
        let accepted = matches!(outcome, Some(ContactOutcome::Referral | ContactOutcome::StrategyDiscussion));
        referral
            .said
            .contact
            .map_or(accepted && contact.received.date() <= received.date(), |id| id == contact.by)
    };
    let contact = circle.timeline.contacts.iter().rev().find(led_here);
    contact.map_or(received.date(), |contact| contact.received.date().min(received.date()))
}

/// The day, from another day on, on which a child was contacted about or referred, or already worked with.
fn told_of(sibling: &Timeline, day: Date) -> Option<Date> {
    let waiting =
        |received: Date, decided: Option<Date>| received <= day && decided.is_none_or(|at| day <= at);
    let mut contacts = sibling.contacts.iter();
    let mut referrals = sibling.referrals.iter();
    if sibling.open_on(day)
        || contacts.any(|one| waiting(one.received.date(), one.decided.as_ref().map(|d| d.at.date())))
        || referrals.any(|one| waiting(one.received.date(), one.decided.as_ref().map(|d| d.at.date())))
    {
        return Some(day);
    }
    let contacts = sibling.contacts.iter().map(|contact| contact.received.date());
    let referrals = sibling.referrals.iter().map(|referral| referral.received.date());
    let opened = sibling.involvements.iter().map(|involvement| involvement.accepted_on);
    contacts.chain(referrals).chain(opened).filter(|told| *told >= day).min()
}

fn left_out(circle: &Circle, sibling: &PersonId, day: Date) -> Option<Date> {
    let decided = circle.timeline.referrals.iter().filter_map(|referral| referral.decided.as_ref());
    let leaves_out = decided.filter(|decision| {
        decision.said.left_out.iter().any(|left| {
            left.child.as_ref() == Some(sibling) && said(&left.reason) && left.agreed_by.is_some()
        })
    });
    leaves_out.map(|decision| decision.at.date()).filter(|decided| *decided >= day).min()
}
