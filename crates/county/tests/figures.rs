//! What a county comes to in numbers, beside England's; and that every recording may be recorded.

use std::collections::{BTreeMap, BTreeSet};

use calendar::london;
use chronology::{RecordingNumber, Salt, Seal};
use county::{Plan, live};
use jiff::Timestamp;
use jiff::civil::date;
use record::events::{ConferenceType, ContactOutcome, EnquiryDecision, ReferralOutcome};
use record::{Event, decode};

#[derive(Debug, Default)]
struct Figures {
    entries: usize,
    known: BTreeSet<String>,
    contacts: usize,
    ended: usize,
    referrals: usize,
    enquiries: usize,
    conferences: usize,
    open: BTreeSet<String>,
    planned: BTreeSet<String>,
    kinds: BTreeMap<String, usize>,
}

impl Figures {
    fn of(plan: &Plan) -> Self {
        let mut all = Self::default();
        let mut last = Timestamp::MIN;
        for (draft, at) in live(plan) {
            assert!(at >= last, "time runs backwards at {at}");
            assert!(london::date_of(at) <= plan.to, "{at}");
            last = at;
            draft.check(at, london::date_of(at)).unwrap_or_else(|fault| panic!("{at}: {fault}\n{draft:#?}"));
            for entry in &draft.entries {
                let body = match entry.shares {
                    true => chronology::merged(&draft.shared, &entry.body),
                    false => entry.body.clone(),
                };
                let event =
                    decode(&entry.kind, entry.version, &body).unwrap_or_else(|fault| panic!("{fault}"));
                assert!(!matches!(event, Event::Unrecognised { .. }), "{}", entry.kind);
                all.count(entry.about.as_str(), &event);
            }
        }
        all
    }

    fn count(&mut self, about: &str, event: &Event) {
        use ContactOutcome as O;
        use ReferralOutcome as R;
        self.entries += 1;
        *self.kinds.entry(event.kind().to_owned()).or_default() += 1;
        match event {
            Event::ContactReceived(_) => {
                self.contacts += 1;
                self.known.insert(about.to_owned());
            }
            Event::ContactDecided(e) => {
                let ends = matches!(e.outcome, Some(O::NoFurtherAction | O::AdviceGiven | O::EarlyHelp));
                self.ended += usize::from(ends);
            }
            Event::ReferralReceived(_) => self.referrals += 1,
            Event::ReferralDecided(e) => {
                if matches!(e.outcome, Some(R::Assessment | R::StrategyDiscussion)) {
                    self.open.insert(about.to_owned());
                }
            }
            Event::EnquiryDecided(e) => {
                self.enquiries += usize::from(e.decision != Some(EnquiryDecision::None));
            }
            Event::ConferenceHeld(e) => {
                self.conferences += usize::from(e.conference_type == Some(ConferenceType::Initial));
            }
            Event::ProtectionPlanStarted(_) => drop(self.planned.insert(about.to_owned())),
            Event::ProtectionPlanEnded(_) => drop(self.planned.remove(about)),
            Event::ClosureDecided(_) => drop(self.open.remove(about)),
            _ => {}
        }
    }

    /// Whether each figure lies in its band: for each 10,000 residents, by the year where a year is named.
    fn stand(&self, plan: &Plan, in_need: (f64, f64), on_plan: (f64, f64)) {
        let years = f64::from(plan.from.until(plan.to).unwrap().get_days()) / 365.25;
        let each = |count: usize| count as f64 / plan.residents as f64 * 10_000.0;
        let known = self.known.len() as f64 / plan.children as f64;
        let ended = self.ended as f64 / self.contacts as f64 * 100.0;
        let figures = [
            ("known, of those planned", known, (0.9, 1.1)),
            ("contacts ended at the door, of 100", ended, (54.0, 67.0)),
            ("referrals a year", each(self.referrals) / years, (450.0, 650.0)),
            ("enquiries a year", each(self.enquiries) / years, (110.0, 215.0)),
            ("conferences a year", each(self.conferences) / years, (38.0, 75.0)),
            ("children in need at the end", each(self.open.len()), in_need),
            ("on a plan at the end", each(self.planned.len()), on_plan),
        ];
        for (name, figure, (least, most)) in figures {
            assert!(
                least <= figure && figure <= most,
                "{name}: {figure:.1}, not {least} to {most}\n{figures:#?}"
            );
        }
    }
}

#[test]
fn a_demonstration_is_the_size_it_says() {
    let plan = Plan::demo(date(2026, 11, 24));
    let all = Figures::of(&plan);
    all.stand(&plan, (240.0, 340.0), (33.0, 60.0));
    assert!((70_000..180_000).contains(&all.entries), "{}", all.entries);
    for rare in [
        "entry.corrected",
        "entry.withdrawn",
        "entry.marked_significant",
        "identity.same_person",
        "restriction.placed",
        "record.sealed",
        "paper_file.registered",
        "interpreter.booked",
        "birth.recorded",
        "household.left",
        "visit.attempted",
        "visit.refused",
        "assessment.returned",
        "hazard.recorded",
        "post.vacated",
    ] {
        assert!(all.kinds.contains_key(rare), "nothing of {rare}");
    }
}

/// A tenth of Cornwall, since the whole takes a minute without optimisation: the rates are the same.
#[test]
fn cornwall_in_2016_has_its_children_in_need_and_its_plans() {
    let whole = Plan::cornwall_2016();
    let plan = Plan { residents: whole.residents / 10, children: whole.children / 10, ..whole };
    Figures::of(&plan).stand(&plan, (210.0, 290.0), (24.0, 46.0));
}

#[test]
fn the_same_plan_gives_the_same_seals() {
    let seals = |plan: &Plan| -> (u64, Seal) {
        live(plan).fold((0, Seal::GENESIS), |(number, before), (draft, at)| {
            let sealed = draft.sealed(RecordingNumber(number + 1), at, before, || Salt([0; 16]));
            (number + 1, sealed.seal)
        })
    };
    let plan = Plan::small(100, date(2025, 1, 1), date(2025, 12, 31));
    let first = seals(&plan);
    assert!(first.0 > 300);
    assert_eq!(first, seals(&plan));
    assert_ne!(first, seals(&Plan { seed: 8, ..plan }));
}

#[test]
fn a_county_twice_as_large_has_about_twice_as_much_to_tell() {
    let one = Plan::small(150, date(2025, 1, 1), date(2025, 12, 31));
    let two = one.clone().times(2);
    let ratio = live(&two).count() as f64 / live(&one).count() as f64;
    assert!((1.5..2.5).contains(&ratio), "{ratio}");
}
