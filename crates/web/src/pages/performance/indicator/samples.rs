//! Conferences in time, in its four tabs.

use super::{Case, CurveAction, IndicatorPage, Tab};
use crate::components::button::Button;
use crate::components::card::Fact;
use crate::components::chart::line::Ahead;
use crate::components::chart::{Bar, BarChart, LineChart, Point};
use crate::components::chips::Chip;
use crate::components::crumbs::Crumb;
use crate::components::pages::Pages;
use crate::components::prose::Prose;
use crate::components::segments::Segment;
use crate::components::stats::Stat;
use crate::components::table::Sorted;
use crate::components::{Tag, Tone};

const HERE: &str = "/performance/conferences-in-time";

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, IndicatorPage)> {
    vec![
        ("figure", indicator(0, Tab::Figure)),
        ("breakdown", indicator(1, Tab::Breakdown(vec![by_team()]))),
        ("curve", indicator(2, curve())),
        ("definition", indicator(3, Tab::Definition(definition()))),
    ]
}

fn indicator(open: usize, tab: Tab) -> IndicatorPage {
    let names = ["Figure and children", "Breakdown", "Turning the Curve", "Definition"];
    let paths = ["", "/breakdown", "/curve", "/definition"];
    let tabs = names.iter().zip(paths).enumerate();
    IndicatorPage {
        heading: "Conferences held within 15 working days".into(),
        short: "Conferences in time".into(),
        above: vec![
            Crumb::new("Performance", "/performance"),
            Crumb::new("Protection", "/performance#protection"),
            Crumb::new("Conferences in time", ""),
        ],
        summary: "March 2026 to date, whole county · as known at 2:15pm, Thursday 26 March 2026".into(),
        acts: vec![
            Button::secondary("Freeze this month", format!("{HERE}/freeze")),
            Button::secondary("Download", format!("{HERE}.csv")),
        ],
        period: None,
        tabs: tabs
            .map(|(place, (words, path))| Segment::new(*words, format!("{HERE}{path}"), place == open))
            .collect(),
        tab,
        stats: key_numbers(),
        chart_heading: "Two years, and six months ahead".into(),
        chart: chart(),
        cases_heading: "The 19 children".into(),
        filters: vec![Chip::new("March 2026", HERE), Chip::new("Whole county", HERE)],
        filter_note: "16 in, 3 out. The list and the figure are one question asked once.".into(),
        case_columns: vec![
            ("Strategy discussion".into(), false, format!("{HERE}?sort=began"), None),
            ("Conference".into(), false, format!("{HERE}?sort=held"), None),
            ("Working days".into(), true, format!("{HERE}?sort=days"), Some(Sorted::Descending)),
        ],
        cases: cases(),
        pages: Pages {
            here: 1,
            of: 3,
            href: format!("{HERE}?page="),
            showing: "Showing 1 to 8 of 19".into(),
            of_what: "children".into(),
        },
        side: side(),
    }
}

fn key_numbers() -> Vec<Stat> {
    vec![
        Stat::new("March 2026", "84.2%", Prose::new().text("16 of ").link("#who", "19 children")).large(),
        Stat::new("Change", "Up 1.8 points on February", "eighth month above the mean: a shift, not chance"),
        Stat::new("Beside others", "Similar counties 78.6%", "2024–25, 1,204 of 1,532 (invented)"),
        Stat::new("Agreed aim", "90.0% by September", "forecast 82.7%, so the aim needs a change"),
    ]
}

fn side() -> Vec<(String, Vec<Prose>)> {
    vec![
        (
            "What is counted".into(),
            vec![
                Prose::new()
                    .strong("Of:")
                    .text(" every child whose first conference was held in the month. ")
                    .strong("In time:")
                    .text(
                        " held by the 15th working day after the strategy discussion that began the enquiry; that day is \
                         day 0 and bank holidays do not count.",
                    ),
                Prose::new()
                    .quiet("Working Together 2023. ")
                    .link(format!("{HERE}/definition"), "Full definition and earlier versions"),
            ],
        ),
        ("Who was entered late".into(), vec!["None this month. Frozen figures for February have not moved.".into()]),
    ]
}

fn chart() -> LineChart {
    let past = [
        75.2, 71.6, 72.4, 70.0, 76.4, 68.4, 68.0, 72.4, 73.2, 70.0, 70.4, 71.6, 72.4, 75.2, 73.6, 40.8, 75.2,
        77.6, 76.2, 80.0, 78.6, 83.3, 82.4, 84.2,
    ];
    let of = ["16 of 21", "16 of 20", "11 of 14", "15 of 18", "14 of 17", "16 of 19"];
    let months = [
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "January",
        "February",
        "March",
    ];
    let points = past.iter().enumerate().map(|(place, value)| {
        let year = 2024 + (place + 3) / 12;
        let month = months[place % 12];
        Point {
            period: format!("{month} {year}"),
            short: month[..1].into(),
            group: if place == 0 || month == "January" { year.to_string() } else { String::new() },
            value: Some(*value),
            of: place.checked_sub(18).map(|last| of[last].into()).unwrap_or_default(),
            limits: Some((if place % 3 == 0 { 40.0 } else { 44.0 }, 100.0)),
            odd: place == 15,
            note: if place == 15 { "Jul 2025: no chair for 2 weeks".into() } else { String::new() },
        }
    });
    let ahead = [83.4, 83.0, 82.8, 82.8, 82.7, 82.7];
    let ahead = ahead.iter().enumerate().map(|(place, value)| {
        let spread = [6.0, 8.0, 9.3, 10.2, 10.8, 11.0][place];
        Ahead {
            period: format!("{} 2026", months[place]),
            short: months[place][..1].into(),
            value: *value,
            range: (value - spread - 0.7, value + spread - 0.7),
        }
    });
    LineChart {
        id: "trend".into(),
        title: "Conferences held within 15 working days, monthly, April 2024 to March 2026, with forecast to September 2026"
            .into(),
        described: "Between 68 and 78 percent in most months. July 2025 fell to 41 percent. Since October 2025 rising, to \
                    84 percent in March 2026. Forecast 83 percent in September, likely between 71 and 93."
            .into(),
        caption: Prose::new()
            .text(
                "Each point is one month’s conferences. The band is where eight months in ten should fall; over the last \
                 two years it held 19 of 24. ",
            )
            .tag(Tag::new(Tone::Finding, "Finding: July 2025 outside the limits")),
        points: points.collect(),
        ahead: ahead.collect(),
        mean: Some(72.9),
        aim: None,
        ..LineChart::default()
    }
}

fn cases() -> Vec<Case> {
    let case = |name: &str, age: &str, values: [&str; 3], within: bool, because: &str| Case {
        name: name.into(),
        href: "/people/NAN-1".into(),
        age: age.into(),
        values: values.map(Into::into).into(),
        verdict: if within { Tag::new(Tone::Met, "In") } else { Tag::new(Tone::Late, "Out") },
        because: because.into(),
    };
    let nance = ["Tue 3 Mar", "Tue 24 Mar", "15"];
    vec![
        case(
            "Keast, Isla",
            "2 years 4 months",
            ["Tue 10 Feb", "Thu 5 Mar", "17"],
            false,
            "Late: 2 days. Police report not in.",
        ),
        case(
            "Keast, Finn",
            "5 years 0 months",
            ["Tue 10 Feb", "Thu 5 Mar", "17"],
            false,
            "Late: 2 days. Same conference as Isla.",
        ),
        case(
            "Angove, Reuben",
            "7 years 1 month",
            ["Fri 13 Feb", "Mon 9 Mar", "16"],
            false,
            "Late: 1 day. Interpreter could not come on 6 March.",
        ),
        case("Hosken, Baby", "due 4 Aug 2026", nance, true, "On the 15th working day."),
        case("Hosken, Tegen", "3 years 2 months", nance, true, "On the 15th working day."),
        case("Nance, Jory", "6 years 8 months", nance, true, "On the 15th working day."),
        case("Nance, Morwenna", "9 years 4 months", nance, true, "On the 15th working day."),
        case(
            "Roskilly, Ava",
            "12 years 9 months",
            ["Tue 24 Feb", "Thu 12 Mar", "12"],
            true,
            "Three days in hand.",
        ),
    ]
}

fn by_team() -> BarChart {
    let bar = |name: &str, value: Option<f64>, of: &str| Bar {
        name: name.into(),
        value,
        of: of.into(),
        href: format!("{HERE}?team={name}#who"),
    };
    BarChart {
        id: "by-team".into(),
        title: "By team, March 2026".into(),
        described: "West held every conference in time. North held 80 percent and East 71 percent.".into(),
        caption: "A team with fewer than five children is not shown.".into(),
        kind: "Team".into(),
        bars: vec![
            bar("West team", Some(100.0), "7 of 7"),
            bar("North team", Some(80.0), "4 of 5"),
            bar("East team", Some(71.4), "5 of 7"),
            bar("Islands team", None, "fewer than 5"),
        ],
        ..BarChart::default()
    }
}

fn curve() -> Tab {
    let bullets = |all: &[&str]| all.iter().map(|one| (*one).into()).collect::<Vec<Prose>>();
    Tab::Curve {
        notice: (
            "The aim is above the forecast".into(),
            "90.0% by September lies inside the likely range, near its top. The two actions below would add 6 to 9 points \
             between them."
                .into(),
        ),
        columns: vec![
            (
                "The story behind the line".into(),
                bullets(&[
                    "Of 21 late conferences since October, 9 waited for a police or health report, 6 for a chair, 4 for an interpreter, 2 for the family.",
                    "July 2025 was one fortnight without a chair, not a habit.",
                ]),
            ),
            (
                "Who can help".into(),
                bullets(&[
                    "Police safeguarding unit and the health visiting service",
                    "Chairs’ team; interpreting service",
                    "Two parents from the family group",
                ]),
            ),
            (
                "What works, here or elsewhere".into(),
                bullets(&[
                    "Book the room when the enquiry starts, not when it ends: the West team’s last 14 were all in time.",
                    "Ask for reports on day 2, with a named person.",
                ]),
            ),
        ],
        actions: vec![
            CurveAction {
                what: "Every team books a provisional date on day 1".into(),
                who: "Ruth Tregear".into(),
                by: "Mon 13 Apr".into(),
                adds: "4 to 6".into(),
            },
            CurveAction {
                what: "One cover chair on call each week".into(),
                who: "Alan Spargo".into(),
                by: "Fri 1 May".into(),
                adds: "2 to 3".into(),
            },
        ],
        report: Some((
            "One page for the board".into(),
            "Last redrawn today at 2:15pm from the record.".into(),
            Button::secondary("Print the page", format!("{HERE}/curve/print")),
        )),
    }
}

fn definition() -> Vec<Fact> {
    vec![
        Fact::new("Of", "Every child whose first conference was held in the month."),
        Fact::new(
            "In time",
            "Held by the 15th working day after the strategy discussion that began the enquiry.",
        ),
        Fact::new("Authority", "Working Together to Safeguard Children 2023."),
        Fact::new("In force", "Since 1 April 2019, unchanged."),
    ]
}
