//! The county in March 2026.

use super::{IndicatorGroup, IndicatorLine, PerformancePage};
use crate::components::segments::Segment;
use crate::components::{Tag, Tone};

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, PerformancePage)> {
    vec![
        ("march", march()),
        ("none", PerformancePage { summary: "March 2026".into(), ..PerformancePage::default() }),
    ]
}

fn line(
    name: &str,
    source: &str,
    now: (&str, &str),
    change: &str,
    beside: &str,
    aim: &str,
    mark: Option<Tag>,
) -> IndicatorLine {
    IndicatorLine {
        name: name.into(),
        href: "/performance/conferences-in-time".into(),
        source: source.into(),
        value: now.0.into(),
        of: now.1.into(),
        change: change.into(),
        beside: beside.into(),
        aim: aim.into(),
        mark,
    }
}

fn march() -> PerformancePage {
    let whose = [("Whole county", true), ("West", false), ("North", false), ("East", false)];
    PerformancePage {
        pack_href: "/performance/pack".into(),
        summary: "March 2026 to date, whole county · as known at 2:15pm, Thursday 26 March 2026".into(),
        whose: whose.map(|(words, current)| Segment::new(words, "/performance?team=all", current)).into(),
        period: None,
        csv_href: "/performance?format=csv".into(),
        groups: vec![
            IndicatorGroup {
                id: "front-door".into(),
                heading: "Front door".into(),
                lines: vec![
                    line(
                        "Contacts decided within one working day",
                        "Working Together 2023",
                        ("91.4%", "212 of 232"),
                        "Down 0.6 points",
                        "no figure published",
                        "95.0%",
                        None,
                    ),
                    line(
                        "Referrals within 12 months of an earlier one",
                        "Children in Need census",
                        ("19.8%", "24 of 121"),
                        "Up 0.4 points",
                        "Similar counties 21.5%",
                        "",
                        None,
                    ),
                ],
            },
            IndicatorGroup {
                id: "protection".into(),
                heading: "Protection".into(),
                lines: vec![
                    line(
                        "Conferences held within 15 working days",
                        "Working Together 2023",
                        ("84.2%", "16 of 19"),
                        "Up 1.8 points",
                        "Similar counties 78.6%",
                        "90.0%",
                        Some(Tag::new(Tone::Finding, "A shift: eight months above the mean")),
                    ),
                    line(
                        "Children seen every 10 working days on a plan",
                        "Local standard 5.3",
                        ("88.9%", "96 of 108"),
                        "Down 3.1 points",
                        "local only",
                        "95.0%",
                        Some(Tag::new(Tone::Finding, "Below its ordinary limits")),
                    ),
                    line(
                        "Second or later protection plan",
                        "Children in Need census",
                        ("22.2%", "4 of 18"),
                        "No change",
                        "Similar counties 24.0%",
                        "",
                        None,
                    ),
                ],
            },
            IndicatorGroup {
                id: "care".into(),
                heading: "In care".into(),
                lines: vec![line(
                    "Dental check in the last year",
                    "SSDA903",
                    ("not known", "3 of 140 records have no date"),
                    "",
                    "Similar counties 79.0%",
                    "",
                    Some(Tag::new(Tone::Soon, "Could not be worked out: health file not in")),
                )],
            },
        ],
    }
}
