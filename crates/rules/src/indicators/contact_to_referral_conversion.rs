//! Contacts that became referrals.

use record::Choices;
use record::events::ContactOutcome;
use record::timeline::{Contact, ContactDecision};

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

/// Grouped by where the contact came from. A contact counts as a referral if it was decided as one, or if a
/// referral says that it came from it.
pub(super) const CONTACT_TO_REFERRAL_CONVERSION: Indicator = Indicator {
    id: "contact_to_referral_conversion",
    title: "Contacts that become referrals",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Neither,
    denominator: "contacts decided, by where they came from",
    numerator: "those decided as a referral",
    source: "Inspection: what contacts lead to, by the agency that makes them",
    cases,
    examples: &[Example {
        title: "one became a referral, one did not, one is undecided",
        notation: "
recording by screener as screener
  2026-03-02 child contact.received
    agency: police
  2026-03-02 child contact.decided
    outcome: referral
  2026-03-10 child contact.received
    source: 1B
  2026-03-11 child contact.decided
    outcome: advice_given
  2026-03-20 child contact.received
",
        expect: &[
            "2026-03-02 met [Police]: Accepted as a referral",
            "2026-03-11 not met [Acquaintance, neighbour or childminder]: Advice given",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let contacts = circle.timeline.contacts.iter();
    let decided = contacts.filter_map(|contact| Some((contact, contact.decided.as_ref()?)));
    decided.map(|(contact, decided)| case(circle, contact, decided)).collect()
}

fn case(circle: &Circle, contact: &Contact, decided: &ContactDecision) -> Case {
    let referral =
        circle.timeline.referrals.iter().find(|referral| referral.said.contact == Some(contact.by));
    let met = decided.outcome == Some(ContactOutcome::Referral) || referral.is_some();
    let outcome = decided.outcome.map_or("no outcome given", Choices::label);
    let because = format!(
        "The contact of {} was decided on {}: {outcome}{}.",
        day(contact.received.date()),
        day(decided.at.date()),
        if referral.is_some() { ", and a referral came of it" } else { "" }
    );
    let case = Case::new(Dated::On(decided.at.date()), met, because).grouped(source(contact));
    case.from([contact.by, decided.by]).from(referral.map(|referral| referral.by))
}

/// Where a contact came from: the agency, or the national code where no agency is given.
fn source(contact: &Contact) -> &'static str {
    let agency = contact.said.agency.map(Choices::label);
    let code = || contact.said.source.map(|source| source.label());
    agency.or_else(code).unwrap_or("Source not recorded")
}
