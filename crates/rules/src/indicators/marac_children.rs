//! Children in the households of high-risk domestic abuse cases.

use record::events::MaracReferred;

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

/// The children of the households in which a victim was referred.
pub(super) const MARAC_CHILDREN: Indicator = Indicator {
    id: "marac_children",
    title: "Children in the households of high-risk cases",
    measure: Measure::Count,
    when: When::Period,
    polarity: Polarity::Neither,
    denominator: "children named in a referral of a victim of their household, one for each referral",
    numerator: "all of them",
    source: "Inspection of Cornwall, 2016: 930 children in 2015-16",
    cases: children,
    examples: &[Example {
        title: "a child whose mother was referred",
        notation: "
recording by police as partner
  2025-05-05 child marac.referred
    victim: kerra
",
        expect: &["2025-05-05 met: kerra was referred on 5 May 2025"],
    }],
};

fn children(circle: &Circle) -> Vec<Case> {
    let all = circle.timeline.of::<MaracReferred>().filter_map(|(entry, e)| {
        let victim = e.victim.as_ref().filter(|victim| *victim != circle.person)?;
        let because = format!("{} was referred on {}.", circle.name_of_unrecorded(victim), day(entry.day()));
        Some(Case::new(Dated::On(entry.day()), true, because).from([entry.id]))
    });
    all.collect()
}
