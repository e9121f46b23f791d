//! What a county comes to in numbers, beside England's.

use std::collections::{BTreeMap, BTreeSet};

use calendar::london;
use county::{Plan, live};
use jiff::civil::date;
use record::{Event, decode};

#[derive(Debug, Default)]
struct Figures {
    recordings: usize,
    entries: usize,
    known: BTreeSet<String>,
    contacts: usize,
    ended: usize,
    referrals: usize,
    enquiries: usize,
    conferences: usize,
    open: BTreeSet<String>,
    planned: BTreeSet<String>,
    by_kind: BTreeMap<String, usize>,
}

fn figures(plan: &Plan) -> Figures {
    use record::events::{ContactOutcome as O, EnquiryDecision, ReferralOutcome as R};
    let mut all = Figures::default();
    for (draft, _) in live(plan) {
        all.recordings += 1;
        for entry in &draft.entries {
            all.entries += 1;
            *all.by_kind.entry(entry.kind.clone()).or_default() += 1;
            let body = if entry.shares {
                chronology::merged(&draft.shared, &entry.body)
            } else {
                entry.body.clone()
            };
            let about = entry.about.as_str();
            match decode(&entry.kind, entry.version, &body).unwrap() {
                Event::ContactReceived(_) => {
                    all.contacts += 1;
                    all.known.insert(about.to_owned());
                }
                Event::ContactDecided(e) => {
                    let ends = matches!(e.outcome, Some(O::NoFurtherAction | O::AdviceGiven | O::EarlyHelp));
                    all.ended += usize::from(ends);
                }
                Event::ReferralReceived(_) => all.referrals += 1,
                Event::ReferralDecided(e) => {
                    if matches!(e.outcome, Some(R::Assessment | R::StrategyDiscussion)) {
                        all.open.insert(about.to_owned());
                    }
                }
                Event::EnquiryDecided(e) => {
                    all.enquiries += usize::from(e.decision != Some(EnquiryDecision::None));
                }
                Event::ConferenceHeld(e) => {
                    let initial = e.conference_type == Some(record::events::ConferenceType::Initial);
                    all.conferences += usize::from(initial);
                }
                Event::ProtectionPlanStarted(_) => drop(all.planned.insert(about.to_owned())),
                Event::ProtectionPlanEnded(_) => drop(all.planned.remove(about)),
                Event::ClosureDecided(_) => drop(all.open.remove(about)),
                _ => {}
            }
        }
    }
    all
}

fn show(plan: &Plan, all: &Figures) {
    let years = 3.0_f64.max(f64::from(plan.from.until(plan.to).unwrap().get_days()) / 365.25);
    let each = |count: usize| count as f64 / plan.residents as f64 * 10_000.0;
    eprintln!(
        "{} recordings, {} entries, {} known; a year for each 10,000: {:.0} contacts, {:.0} referrals, {:.0} enquiries, {:.0} \
         conferences; {:.0}% ended at the door; at the end for each 10,000: {:.0} open ({}), {:.0} on plans ({})",
        all.recordings,
        all.entries,
        all.known.len(),
        each(all.contacts) / years,
        each(all.referrals) / years,
        each(all.enquiries) / years,
        each(all.conferences) / years,
        all.ended as f64 / all.contacts as f64 * 100.0,
        each(all.open.len()),
        all.open.len(),
        each(all.planned.len()),
        all.planned.len(),
    );
}

#[test]
fn a_demonstration_is_the_size_it_says() {
    let plan = Plan::demo(date(2026, 11, 24));
    let started = std::time::Instant::now();
    let all = figures(&plan);
    eprintln!("{:?}", started.elapsed());
    show(&plan, &all);
    eprintln!("{:#?}", all.by_kind);
    let _ = london::zone();
}
