//! How safe a child was said to be, over time.

use calendar::display;
use record::Timeline;
use rules::risk::scales;

use crate::components::chart::scale::Unit;
use crate::components::chart::{LineChart, Point};

/// Most readings drawn: the last ones.
const READINGS_MOST: usize = 16;
/// A line needs so many.
const READINGS_LEAST: usize = 2;

/// The line of a child's safety, from 0 to 10, once two people or one person twice have said it.
pub(crate) fn safety(timeline: &Timeline, name: &str) -> Option<LineChart> {
    let mut said: Vec<_> = scales(timeline);
    said.drain(..said.len().saturating_sub(READINGS_MOST));
    let ((first, from), (last, to)) = (said.first()?, said.last()?);
    if said.len() < READINGS_LEAST {
        return None;
    }
    let (mut year, mut month) = (None, None);
    let points = said.iter().map(|(entry, scale)| {
        let day = entry.day();
        let begins = year.replace(day.year()) != Some(day.year());
        Point {
            period: format!("{}: {}", display::full_date(day), entry.event.title()),
            // A month is named at its first reading.
            short: match month.replace(day.first_of_month()) == Some(day.first_of_month()) {
                true => String::new(),
                false => day.strftime("%b").to_string(),
            },
            group: if begins { day.year().to_string() } else { String::new() },
            value: Some(f64::from(*scale)),
            ..Point::default()
        }
    });
    let described = format!(
        "{from} of 10 on {}, {to} of 10 on {}.",
        display::full_date(first.day()),
        display::full_date(last.day())
    );
    Some(LineChart {
        id: "safety".to_owned(),
        title: format!("How safe {name} was said to be, from 0 to 10"),
        caption: described.as_str().into(),
        described,
        unit: Unit::Count,
        range: Some((0.0, 10.0)),
        points: points.collect(),
        ..LineChart::default()
    })
}
