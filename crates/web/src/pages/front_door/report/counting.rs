//! The contacts of a period, and what each count of the report is made of.

use std::collections::{BTreeMap, BTreeSet};

use calendar::{periods, working_days};
use chronology::EntryId;
use jiff::civil::Date;
use rules::indicators::indicator;
use views::{ContactRow, Stretch};

use crate::App;
use crate::problem::Problem;

/// A contact with what the report says of it.
#[derive(Clone, Debug)]
pub(super) struct Counted {
    pub(super) contact: ContactRow,
    /// The code of the agency; `unknown` where none was recorded.
    pub(super) agency: String,
    pub(super) received: Date,
    /// Working days from the contact to its decision.
    pub(super) wait: Option<i32>,
    /// Whether the child had a contact in the twelve months before.
    pub(super) repeat: bool,
    /// Whether it was decided without a reason or without the history weighed.
    pub(super) unreasoned: bool,
    /// Whether a referral came of it, as the indicator of conversion counts.
    pub(super) referral: bool,
    /// Whether it became a referral of a child who is not yet traced to an outcome and to being seen.
    pub(super) unseen: bool,
}

/// What the report counts: its name in the address, its words, and which contacts are in it.
pub(super) type Count = (&'static str, &'static str, fn(&Counted) -> bool);

/// Every count, in order.
pub(super) const COUNTS: [Count; 8] = [
    ("all", "Contacts received, one for each child", |_| true),
    ("undecided", "Not yet decided", |one| one.contact.decided.is_none()),
    ("late", "Decided after more than one working day", |one| one.wait.is_some_and(|days| days > 1)),
    ("repeats", "Repeats: the child had a contact in the twelve months before", |one| one.repeat),
    ("unreasoned", "Decided without a reason or without the history weighed", |one| one.unreasoned),
    ("referrals", "Became a referral", |one| one.referral),
    ("passed-on", "Passed to another authority or to an open case’s worker", |one| {
        matches!(one.contact.outcome.as_deref(), Some("open_case" | "other_authority"))
    }),
    ("unseen", "Became a referral, and no outcome or sight of the child yet", |one| one.unseen),
];

/// The contacts received in a period.
pub(super) fn contacts(app: &App, (first, last): (Date, Date)) -> Result<Vec<Counted>, Problem> {
    let today = app.today();
    let before = periods::add_years(first, -1);
    let mut days: BTreeMap<String, BTreeSet<(Date, i64)>> = BTreeMap::new();
    let all = app.views.contacts_received(before, last)?;
    for contact in &all {
        if let Some(received) = contact.received {
            days.entry(contact.person.clone()).or_default().insert((received.date(), contact.recording));
        }
    }
    let unreasoned = unreasoned(app, first, today)?;
    let referred = referred(app, first, today)?;
    let findings = app.views.findings_on(None, None, today)?;
    let open = ["referral-unresolved", "first-visit-missing"];
    let unseen: BTreeSet<&str> = findings
        .iter()
        .filter(|finding| open.contains(&finding.finding.as_str()))
        .map(|finding| finding.person.as_str())
        .collect();
    let counted = all.into_iter().filter_map(|contact| {
        let received = contact.received?.date();
        if received < first {
            return None;
        }
        let since = periods::add_years(received, -1);
        let earlier = |(day, recording): &(Date, i64)| {
            *recording != contact.recording
                && since <= *day
                && *day <= received
                && *recording < contact.recording
        };
        let decided = contact.decided.map(|at| at.date());
        Some(Counted {
            agency: contact.agency.clone().unwrap_or_else(|| "unknown".to_owned()),
            received,
            wait: decided.map(|day| working_days::working_days_between(received, day)),
            repeat: days.get(&contact.person).is_some_and(|all| all.iter().any(earlier)),
            unreasoned: decided.is_some_and(|day| unreasoned.contains(&(contact.person.clone(), day))),
            referral: contact.entry.is_some_and(|entry| referred.contains(&entry)),
            unseen: contact.entry.is_some_and(|entry| referred.contains(&entry))
                && unseen.contains(contact.person.as_str()),
            contact,
        })
    });
    Ok(counted.collect())
}

/// Decisions that do not give their reason and the history: whose, and on which day.
fn unreasoned(app: &App, first: Date, last: Date) -> Result<BTreeSet<(String, Date)>, Problem> {
    let Some(indicator) = indicator("decisions_with_reason_and_history") else { return Ok(BTreeSet::new()) };
    let cases = app.views.cases(indicator, Stretch::Between(first, last))?;
    Ok(cases.into_iter().filter(|case| !case.met).map(|case| (case.card.id, case.from)).collect())
}

/// The contacts of which a referral came, by the entry that received them.
fn referred(app: &App, first: Date, last: Date) -> Result<BTreeSet<EntryId>, Problem> {
    let Some(indicator) = indicator("contact_to_referral_conversion") else { return Ok(BTreeSet::new()) };
    let cases = app.views.cases(indicator, Stretch::Between(first, last))?;
    let met = cases.into_iter().filter(|case| case.met);
    Ok(met.filter_map(|case| case.entries.first().copied()).collect())
}

/// One agency's contacts in numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct Agency {
    pub(super) code: String,
    pub(super) received: usize,
    pub(super) decided: usize,
    pub(super) in_time: usize,
    pub(super) referrals: usize,
    pub(super) untold: usize,
}

impl Agency {
    /// How many in a hundred decided contacts became referrals; `None` while none is decided.
    #[expect(clippy::cast_precision_loss, reason = "counts of contacts are far below 2^52")]
    pub(super) fn rate(&self) -> Option<f64> {
        (self.decided > 0).then(|| 100.0 * self.referrals as f64 / self.decided as f64)
    }
}

/// The contacts by the agency they came from, the most first.
pub(super) fn by_agency(contacts: &[Counted]) -> Vec<Agency> {
    let mut all: BTreeMap<&str, Agency> = BTreeMap::new();
    for one in contacts {
        let agency = all.entry(&one.agency).or_default();
        agency.code.clone_from(&one.agency);
        agency.received += 1;
        agency.decided += usize::from(one.contact.decided.is_some());
        agency.in_time += usize::from(one.wait.is_some_and(|days| days <= 1));
        agency.referrals += usize::from(one.referral);
        agency.untold += usize::from(one.contact.decided.is_some() && one.contact.informed.is_none());
    }
    let mut all: Vec<Agency> = all.into_values().collect();
    all.sort_by(|a, b| b.received.cmp(&a.received).then_with(|| a.code.cmp(&b.code)));
    all
}
