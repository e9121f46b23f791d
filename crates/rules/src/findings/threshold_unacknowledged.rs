//! A threshold document that agencies have not acknowledged.

use calendar::display;
use record::Choices;

use super::limit::{missed_on, working_days};
use super::{Example, Finding};
use crate::threshold::versions;
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "threshold-unacknowledged",
    title: "Threshold document not acknowledged",
    failing: Some("F010"),
    source: "Inspection: thresholds were changed by letter without partners’ agreement; the number of days is the authority’s own",
    for_whom: &[Audience::Head],
    look,
    examples: &[
        Example {
            title: "twenty working days to acknowledge",
            notation: PUBLISHED,
            on: "2026-01-30",
            expect: &[],
        },
        Example {
            title: "then each agency that has not is named",
            notation: PUBLISHED,
            on: "2026-02-03",
            expect: &["School or nursery has not acknowledged version 2026-1"],
        },
        Example { title: "acknowledged", notation: PUBLISHED, on: "2026-02-10", expect: &[] },
    ],
};

const PUBLISHED: &str = "
recording by head as head_of_service
  2026-01-05 child threshold_document.published
    version: 2026-1
    in_force_from: 2026-01-12
    agencies: health, school
  2026-01-20 child threshold_document.acknowledged
    version: 2026-1
    agency: health
  2026-02-10 child threshold_document.acknowledged
    version: 2026-1
    agency: school
";

fn look(circle: &Circle) -> Vec<Found> {
    let within = working_days(circle.settings.limit("threshold_acknowledged_working_days"));
    let mut found = Vec::new();
    for version in versions(circle.timeline) {
        for (agency, on) in version.acknowledgements(circle.timeline) {
            let because = format!(
                "{} has not acknowledged version {} of the threshold document, published on {}.",
                agency.label(),
                version.name(),
                display::full_date(version.published)
            );
            let one = Found::since(missed_on(within, version.published.into()), because);
            let one = one.cleared(crate::days::earliest([on, version.to])).from([version.by]);
            found.push(one.mended_by("threshold_document.acknowledged").waited_from(version.published));
        }
    }
    found
}
