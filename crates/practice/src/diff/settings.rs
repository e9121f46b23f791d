//! Limits and switches.

use calendar::Within;
use calendar::display;
use rules::Settings;
use rules::settings::{LIMITS, LOCAL_TIMESCALES, LimitInfo, limit_info};
use rules::timescales::{Timescale, timescale};

use super::{Difference, Kind, joined};
use crate::Practice;

const FILE: &str = "settings.toml";

/// Timescales of which the limit depends on the child, with the numbers that it may be.
const SEVERAL: [(&str, &[&str]); 2] = [
    (
        "first-visit-by-rating",
        &["first_visit_red_working_days", "first_visit_amber_working_days", "first_visit_green_working_days"],
    ),
    ("oversight", &["oversight_weeks", "oversight_protection_weeks"]),
];

/// Every difference of limits and switches.
pub(super) fn of(from: &Practice, to: &Practice) -> Vec<Difference> {
    let (was, is) = (from.settings(), to.settings());
    let mut told = Vec::new();
    for id in LOCAL_TIMESCALES {
        let place = format!("{FILE}, switched_on: {id}");
        match (was.is_on(id), is.is_on(id)) {
            (false, true) => {
                let says = format!("Switched on: {}.", limit(id, is));
                told.push(Difference::new(Kind::LimitKept, says, place));
            }
            (true, false) => {
                let says = format!("Switched off: {}.", limit(id, was));
                told.push(Difference::new(Kind::LimitDropped, says, place));
            }
            _ => {}
        }
    }
    for info in LIMITS {
        let (before, now) = (was.limit(info.name), is.limit(info.name));
        if before != now {
            let says = format!(
                "Changed: {} in place of {}: {}.",
                number(info, now),
                number(info, before),
                info.about
            );
            told.push(Difference::new(Kind::LimitNumber, says, format!("{FILE}, [limits] {}", info.name)));
        }
    }
    switches(from, to, &mut told);
    told
}

fn switches(from: &Practice, to: &Practice, told: &mut Vec<Difference>) {
    let (was, is) = (from.settings(), to.settings());
    if was.single_assessment_from != is.single_assessment_from {
        let says = format!(
            "One assessment is made from {}, and not from {}.",
            display::full_date(is.single_assessment_from),
            display::full_date(was.single_assessment_from)
        );
        told.push(Difference::new(Kind::LimitNumber, says, format!("{FILE}, single_assessment_from")));
    }
    if was.leap_day != is.leap_day {
        let says = "Birthdays of 29 February fall on another day.";
        told.push(Difference::new(Kind::Other, says, format!("{FILE}, leap_day")));
    }
    if was.strategy_discussion_needs != is.strategy_discussion_needs {
        let names = |settings: &Settings, practice: &Practice| {
            let name = |agency: &record::events::Agency| {
                practice.label("Agency", record::Choices::code(*agency)).to_owned()
            };
            joined(&settings.strategy_discussion_needs.iter().map(name).collect::<Vec<_>>(), "and")
        };
        let says = format!("A strategy discussion needs {}, and not {}.", names(is, to), names(was, from));
        told.push(Difference::new(Kind::Other, says, format!("{FILE}, strategy_discussion_needs")));
    }
}

/// “Tell the referrer what was decided”, within 3 working days of the decision on the contact.
fn limit(id: &str, settings: &Settings) -> String {
    let Some(timescale) = timescale(id) else { return format!("The limit “{id}”") };
    let several = SEVERAL.iter().find(|(one, _)| *one == id);
    let limit = match several {
        Some((_, names)) => {
            let each = names.iter().filter_map(|name| limit_info(name));
            let each =
                each.map(|info| format!("{} ({})", number(info, settings.limit(info.name)), info.about));
            joined(&each.collect::<Vec<_>>(), "or")
        }
        None => within(timescale, settings),
    };
    format!("“{}”, {limit}", timescale.title)
}

fn within(timescale: &Timescale, settings: &Settings) -> String {
    let within = timescale.set_by.map_or(timescale.within, |name| settings.within(name));
    let counted = |count: i32, one: &str| {
        let count = count.unsigned_abs();
        if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
    };
    let (count, unit) = match within {
        Within::WorkingDays(count) => (count, "working day"),
        Within::CalendarDays(count) => (count, "day"),
        Within::Weeks(count) => (count, "week"),
        Within::Months(count) => (count, "month"),
        Within::Years(count) => (count, "year"),
        Within::Hours(count) => (count, "hour"),
    };
    match count {
        0 => format!("on the day of {}", timescale.starts),
        count if count < 0 => format!("{} before {}", counted(count, unit), timescale.starts),
        count => format!("within {} of {}", counted(count, unit), timescale.starts),
    }
}

/// “4 weeks”; a count of things has no unit.
fn number(info: &LimitInfo, number: u32) -> String {
    let unit = info.unit.label();
    match (unit, number) {
        ("", _) => number.to_string(),
        (unit, 1) => format!("1 {}", unit.trim_end_matches('s')),
        (unit, _) => format!("{number} {unit}"),
    }
}
