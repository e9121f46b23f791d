//! Children referred again within twelve months.

use calendar::display;
use chronology::EntryId;
use jiff::civil::Date;
use record::Choices;
use record::timeline::Referral;

use super::words::{day, days, days_between};
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When, limits};
use crate::Circle;

/// A case's value is the gap in days since the referral before it. Several referrals of a child on one day
/// are one, as the census counts them.
pub(super) const RE_REFERRALS: Indicator = Indicator {
    id: "re_referrals",
    title: "Re-referrals within twelve months",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Lower,
    denominator: "referrals received, counted for each child",
    numerator: "those within twelve months of an earlier referral of the same child",
    source: "Department for Education, children in need census: re-referrals within 12 months",
    cases,
    examples: &[Example {
        title: "a first referral; another on the last day of twelve months; another a day too late for it",
        notation: "
recording by screener as screener
  2024-03-10 child referral.received
  2024-03-11 child referral.decided
    outcome: no_further_action
  2025-03-10 child referral.received
  2025-03-10 child referral.received
    reason: The same, by another caller
  2026-03-11 child referral.received
",
        expect: &[
            "2024-03-10 not met: The first referral",
            "2025-03-10 met [No further action] = 365: 365 days after the referral of 10 March 2024 (No further action)",
            "2026-03-11 not met [No decision on record] = 366: more than 12 months",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    referred(circle).into_iter().map(|again| again.own()).collect()
}

/// A child referred on a day, with what came before.
pub(super) struct Referred<'a> {
    circle: &'a Circle<'a>,
    entries: Vec<EntryId>,
    on: Date,
    /// The child's own referral before.
    before: Option<&'a Referral>,
}

/// Each day on which a child was referred, in order.
pub(super) fn referred<'a>(circle: &'a Circle<'a>) -> Vec<Referred<'a>> {
    let referrals = &circle.timeline.referrals;
    let mut all: Vec<Referred> = Vec::new();
    for (place, referral) in referrals.iter().enumerate() {
        let on = referral.received.date();
        match all.last_mut().filter(|last| last.on == on) {
            Some(same_day) => same_day.entries.push(referral.by),
            None => {
                let before = referrals[..place].last();
                all.push(Referred { circle, entries: vec![referral.by], on, before });
            }
        }
    }
    all
}

impl Referred<'_> {
    /// Whether a day lies within the window before the referral.
    fn within(&self, since: Date) -> bool {
        limits::of_law("re-referral-window").in_time(since, self.on) == Some(true)
    }

    /// The case of the child by itself.
    fn own(&self) -> Case {
        let Some(before) = self.before else {
            let because = format!("The first referral on record, on {}.", day(self.on));
            return Case::new(Dated::On(self.on), false, because).from(self.entries.iter().copied());
        };
        let since = before.received.date();
        let (met, gap) = (self.within(since), days_between(since, self.on));
        let ending = ending(self.circle, before, self.on);
        let because = format!(
            "Referred on {}, {} after the referral of {} ({}){}.",
            day(self.on),
            days(gap),
            day(since),
            ending.words,
            if met {
                String::new()
            } else {
                format!(", more than {} before", limits::of_law("re-referral-window").describe())
            }
        );
        let case = Case::new(Dated::On(self.on), met, because).valued(gap).grouped(ending.group);
        case.from([before.by]).from(self.entries.iter().copied())
    }

    /// The case of the child with their household: met too where a brother or sister was referred within the window
    /// and this child was not.
    pub(super) fn by_household(&self) -> Case {
        let own = self.own();
        if own.met {
            return own;
        }
        let others = self.circle.other_children_of_household(self.on).into_iter();
        let referred = others.flat_map(|(id, other)| other.referrals.iter().map(move |one| (id, other, one)));
        let earlier =
            referred.filter(|(_, _, one)| one.received.date() < self.on && self.within(one.received.date()));
        let Some((id, other, before)) = earlier.max_by_key(|(_, _, one)| one.received.date()) else {
            return own;
        };
        let there = Circle { person: id, timeline: other, ..*self.circle };
        let ending = ending(&there, before, self.on);
        let because = format!(
            "Referred on {}; {} of the household was referred on {} ({}), and this child was not.",
            day(self.on),
            self.circle.short_name_of(id),
            day(before.received.date()),
            ending.words
        );
        let case = Case::new(Dated::On(self.on), true, because)
            .grouped(format!("Not referred then; {}", ending.group));
        case.from(self.entries.iter().copied())
    }
}

/// How a referral ended, in words, and as a group.
struct Ending {
    words: String,
    group: String,
}

/// How an earlier referral ended: the decision on it and, if a case was opened and closed, when, by which team and
/// for what reason.
fn ending(circle: &Circle, before: &Referral, on: Date) -> Ending {
    let decided = before.decided.as_ref().and_then(|decided| decided.said.outcome);
    let decision = decided.map_or("no decision on record", Choices::label).to_owned();
    let involvement = circle.timeline.involvements.iter().find(|one| one.referral == Some(before.by));
    let closed = involvement.and_then(|one| one.span.to.filter(|to| *to <= on).map(|to| (one, to)));
    let Some((involvement, to)) = closed else {
        let open = if involvement.is_some() { format!("{decision}, still open") } else { decision };
        return Ending { group: display::capital(&open), words: open };
    };
    let reason = involvement.closure_reason.map_or("no reason on record", |reason| reason.label());
    let team = circle.timeline.allocation_through(to).and_then(|one| one.team.as_ref());
    let team = team.map(|team| format!(" by {}", circle.name_of(team))).unwrap_or_default();
    Ending { words: format!("{decision}; closed on {}{team}: {reason}", day(to)), group: reason.to_owned() }
}
