//! Which decisions a second manager looks at again: a draw that nobody steers and anybody can repeat.

use calendar::periods;
use chronology::EntryId;
use jiff::civil::Date;
use record::events::{ContactOutcome, DecisionReviewed};
use record::timeline::{Contact, ContactDecision};

use crate::Circle;

/// A decision drawn for a second look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The Monday of the draw: the first after the decision.
    pub on: Date,
    /// Why it was drawn, in words that follow “drawn”.
    pub why: &'static str,
}

/// From this many contacts about one child within twelve months on, each one that is ended is drawn, and without
/// an assessment in that time only a head of service may end it.
pub const CONTACTS_IN_A_YEAR: usize = 3;
/// The months within which contacts are counted together.
pub(crate) const YEAR_MONTHS: i32 = 12;

/// Shares are of a hundred.
const HUNDRED: u64 = 100;
/// An entry’s place in its recording takes so many bits.
const PLACE_BITS: u32 = 16;
/// Days of a week.
const WEEK_DAYS: i8 = 7;

/// Whether a decision ends the matter with nothing further.
pub(crate) fn ends(outcome: Option<ContactOutcome>) -> bool {
    matches!(outcome, Some(ContactOutcome::NoFurtherAction | ContactOutcome::AdviceGiven))
}

/// The draw of a decision on a contact: every third contact or more of a child within twelve months that was
/// ended, and of the other decisions of no further action a share that the authority sets, by the week.
///
/// The share is drawn by a number made of the week and of the entry that decided: whoever decides cannot know it
/// beforehand, since the entry has no number until it is recorded, and whoever doubts the draw can repeat it.
pub fn drawn(circle: &Circle, contact: &Contact, decision: &ContactDecision) -> Option<Drawn> {
    let on = draw_after(decision.at.date());
    if ends(decision.outcome) && within_a_year(circle, contact).count() >= CONTACTS_IN_A_YEAR {
        return Some(Drawn { on, why: "as the third contact or more within twelve months" });
    }
    let share = u64::from(circle.settings.limit("decision_review_percent"));
    let none = decision.outcome == Some(ContactOutcome::NoFurtherAction);
    let why = "by lot from the week’s decisions of no further action";
    (none && by_lot(decision.by, on, share)).then_some(Drawn { on, why })
}

/// Whether the entry of a decision is drawn by lot on a day, where `share` in a hundred are.
pub fn by_lot(decision: EntryId, on: Date, share: u64) -> bool {
    let week = u64::try_from(on.duration_since(Date::ZERO).as_hours()).unwrap_or(0);
    mixed(place_of(decision), week) % HUNDRED < share
}

/// Whether a decision is in its week's sample to be rated again by people who have not seen it. The lot is another than
/// that of the second look: the days of the two differ by one.
pub fn in_sample(settings: &crate::Settings, decision: EntryId, on: Date) -> bool {
    let share = u64::from(settings.limit("decision_rerating_percent"));
    by_lot(decision, periods::add_calendar_days(draw_after(on), 1), share)
}

/// The day on which the sample of a decision's week closes: the Monday after that of the draw.
pub fn sample_closes(on: Date) -> Date {
    draw_after(draw_after(on))
}

/// Of some decisions, the one drawn to be read by several agencies in the month of a day.
pub fn one_of(decisions: impl IntoIterator<Item = EntryId>, month: Date) -> Option<EntryId> {
    let first = u64::try_from(month.first_of_month().duration_since(Date::ZERO).as_hours()).unwrap_or(0);
    decisions.into_iter().min_by_key(|one| mixed(place_of(*one), first))
}

/// The decisions about a child that were drawn and have not been looked at again.
pub fn waiting(circle: &Circle) -> Vec<EntryId> {
    let reviewed: Vec<EntryId> = circle.timeline.of::<DecisionReviewed>().map(|(_, e)| e.decision).collect();
    let made = circle.timeline.contacts.iter().flat_map(|one| one.decisions().map(move |made| (one, made)));
    let drawn = made.filter(|(contact, made)| drawn(circle, contact, made).is_some());
    drawn.map(|(_, made)| made.by).filter(|by| !reviewed.contains(by)).collect()
}

/// Whether a contact is the third or later within twelve months in which the child was not assessed.
pub(crate) fn third_without_assessment(circle: &Circle, contact: &Contact) -> bool {
    let first = within_a_year(circle, contact).map(|one| one.received.date()).min();
    let assessed = circle.timeline.assessments.iter().any(|one| Some(one.started.date()) >= first);
    within_a_year(circle, contact).count() >= CONTACTS_IN_A_YEAR && !assessed
}

/// The contacts about a child in the twelve months up to one, that one among them.
pub fn within_a_year<'a>(circle: &Circle<'a>, contact: &Contact) -> impl Iterator<Item = &'a Contact> {
    let last = contact.received.date();
    let first = periods::add_months(last, -YEAR_MONTHS);
    let in_it = move |one: &&Contact| first < one.received.date() && one.received.date() <= last;
    circle.timeline.contacts.iter().filter(in_it)
}

/// The draw that takes in a day: the Monday after it.
pub fn draw_after(day: Date) -> Date {
    let after = WEEK_DAYS - day.weekday().to_monday_zero_offset();
    periods::add_calendar_days(day, i32::from(after))
}

/// An entry's place in the chronology as one number.
fn place_of(entry: EntryId) -> u64 {
    entry.recording.0.rotate_left(PLACE_BITS) ^ u64::from(entry.index)
}

/// Two numbers stirred into one that tells nothing of either (the finaliser of SplitMix64).
fn mixed(one: u64, other: u64) -> u64 {
    let mut lot = one.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(other);
    lot = (lot ^ (lot >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    lot = (lot ^ (lot >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    lot ^ (lot >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_draw_is_on_the_draw_after() {
        assert_eq!(draw_after(date(2026, 3, 2)), date(2026, 3, 9), "a Monday's decision waits a week");
        assert_eq!(draw_after(date(2026, 3, 8)), date(2026, 3, 9));
    }

    #[test]
    fn about_the_share_asked_for_is_drawn_in_any_week() {
        for week in [0, 168, 336, 17_520_000] {
            let drawn = (0..10_000).filter(|entry| mixed(*entry << 16, week) % 100 < 10).count();
            assert!((850..1_150).contains(&drawn), "{drawn} of 10,000");
        }
    }
}
