//! An indicator read for a stretch of time: its figure in words, its months, and what lies outside the ordinary.

use calendar::{display, periods};
use jiff::civil::Date;
use rules::indicators::{Indicator, Measure, When};
use views::{Figure, Stretch, Tallies};

use crate::App;
use crate::components::chart::line::Point;
use crate::components::chart::scale::Unit;
use crate::pages::asked::{Asked, period_words};
use crate::problem::Problem;

/// Counts of one to this many are not published: with so few, a child may be known by them. Whoever may open
/// the children sees them here all the same, marked.
pub(super) const SMALL: usize = 5;

/// How many points in a row on one side of the mean are a shift and not chance.
const SHIFT: usize = 8;

/// Whether a base is too small to publish.
pub(super) fn is_small(count: usize) -> bool {
    (1..=SMALL).contains(&count)
}

/// The stretch that the address asks for: `as-at`, or `from` and `to`; or the twelve months that end today.
pub(super) fn stretch(indicator: &Indicator, asked: &Asked, today: Date) -> Result<Stretch, Problem> {
    let as_at = asked.day("as-at")?;
    Ok(match indicator.when {
        When::AsAt => {
            Stretch::At(as_at.map_or_else(|| asked.day("to"), |day| Ok(Some(day)))?.unwrap_or(today))
        }
        When::Period => {
            let (first, last) = match as_at {
                Some(day) => (year_before(day), day),
                None => asked.period(today)?,
            };
            Stretch::Between(first, last)
        }
    })
}

fn year_before(last: Date) -> Date {
    periods::add_calendar_days(periods::add_years(last, -1), 1)
}

/// The stretch of the same length that ends before this one; for a day, the same day a year before.
pub(super) fn before(stretch: Stretch) -> Stretch {
    match stretch {
        Stretch::At(day) => Stretch::At(periods::add_years(day, -1)),
        Stretch::Between(first, last) => {
            let days = i32::try_from(last.duration_since(first).as_hours() / 24).unwrap_or(0);
            let end = periods::add_calendar_days(first, -1);
            Stretch::Between(periods::add_calendar_days(end, -days), end)
        }
    }
}

/// A stretch in words.
pub(super) fn stretch_words(stretch: Stretch) -> String {
    match stretch {
        Stretch::At(day) => format!("At the end of {}", display::full_date(day)),
        Stretch::Between(first, last) => period_words((first, last)),
    }
}

/// The last and first day of a stretch.
pub(super) fn ends(stretch: Stretch) -> (Date, Date) {
    match stretch {
        Stretch::At(day) => (day, day),
        Stretch::Between(first, last) => (first, last),
    }
}

/// What a measure's figures are drawn in.
pub(super) fn unit(measure: Measure) -> Unit {
    match measure {
        Measure::Percent | Measure::PercentOfWorkers => Unit::Percent,
        Measure::Count | Measure::Distribution => Unit::Count,
        Measure::MedianDays
        | Measure::MeanDays
        | Measure::MedianHours
        | Measure::RatePer10000
        | Measure::PerFullTime => Unit::Decimal,
    }
}

/// What a measure of time counts: days or hours.
pub(super) fn time_words(measure: Measure) -> Option<&'static str> {
    match measure {
        Measure::MedianDays | Measure::MeanDays => Some("days"),
        Measure::MedianHours => Some("hours"),
        _ => None,
    }
}

/// “84.2%”, “16”, “3.1 days”; “none” where there is nothing to count it from.
pub(crate) fn figure_words(measure: Measure, figure: &Figure) -> String {
    let counts = time_words(measure);
    match figure.value {
        None if measure == Measure::RatePer10000 => "no population".to_owned(),
        None => "none counted".to_owned(),
        Some(value) => match counts {
            Some(counts) => format!("{value:.1} {counts}"),
            None => unit(measure).words(value),
        },
    }
}

/// “16 of 19”; “of 19” for a figure that no share of the cases makes.
pub(crate) fn of_words(measure: Measure, figure: &Figure) -> String {
    match measure {
        Measure::Percent => format!("{} of {}", figure.numerator, figure.denominator),
        Measure::PercentOfWorkers => format!("{} of {} workers", figure.numerator, figure.denominator),
        Measure::PerFullTime => format!(
            "{} with {}",
            display::how_many(figure.numerator, "child", "children"),
            display::how_many(figure.denominator, "worker", "workers")
        ),
        Measure::RatePer10000 => match &figure.base {
            Some(base) => format!("{} of {:.0} children", figure.numerator, base.children),
            None => format!(
                "{}; load the population to count the rate",
                display::how_many(figure.numerator, "child", "children")
            ),
        },
        Measure::MedianDays | Measure::MeanDays | Measure::MedianHours => {
            format!("of {} cases", figure.denominator)
        }
        Measure::Count | Measure::Distribution => {
            format!("{} {}", figure.denominator, if figure.denominator == 1 { "case" } else { "cases" })
        }
    }
}

/// “Up 1.8 points on 12.4%”.
pub(super) fn change_words(measure: Measure, now: &Figure, then: &Figure) -> String {
    let (Some(new), Some(old)) = (now.value, then.value) else { return "Nothing to compare with".to_owned() };
    let by = new - old;
    let was = figure_words(measure, then);
    if by.abs() < 0.05 {
        return format!("The same as {was}");
    }
    let way = if by > 0.0 { "Up" } else { "Down" };
    let amount = match unit(measure) {
        Unit::Percent => format!("{:.1} points", by.abs()),
        Unit::Count => format!("{:.0}", by.abs()),
        Unit::Decimal => {
            format!("{:.1} {}", by.abs(), time_words(measure).unwrap_or_default()).trim_end().to_owned()
        }
    };
    format!("{way} {amount} on {was}")
}

/// Twelve months as points, with the ordinary limits of each, the mean, and which points are not chance.
pub(super) fn months(
    app: &App,
    tallies: &Tallies,
    indicator: &Indicator,
    last: Date,
) -> Result<(Vec<Point>, Option<f64>), Problem> {
    let this_month = last.first_of_month();
    let mut figures = Vec::new();
    for back in (0..12).rev() {
        let first = periods::add_months(this_month, -back);
        let end = first.last_of_month().min(last);
        let stretch = match indicator.when {
            When::AsAt => Stretch::At(end),
            When::Period => Stretch::Between(first, end),
        };
        figures.push((first, tallies.figure(&app.views, indicator, stretch)?));
    }
    let mean = mean(indicator.measure, &figures);
    let mut points: Vec<Point> =
        figures.iter().map(|(first, figure)| point(indicator, *first, figure)).collect();
    limits(indicator.measure, &figures, mean, &mut points);
    mark_shifts(mean, &mut points);
    Ok((points, mean))
}

fn point(indicator: &Indicator, first: Date, figure: &Figure) -> Point {
    let month = display::month_name(first);
    Point {
        period: display::month_and_year(first),
        short: month[..1].to_owned(),
        group: if first.month() == 1 { first.year().to_string() } else { String::new() },
        value: figure.value,
        of: of_words(indicator.measure, figure),
        ..Point::default()
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of children are far below 2^52")]
fn mean(measure: Measure, figures: &[(Date, Figure)]) -> Option<f64> {
    if matches!(measure, Measure::Percent | Measure::PercentOfWorkers) {
        let (met, all) = figures
            .iter()
            .fold((0, 0), |(met, all), (_, figure)| (met + figure.numerator, all + figure.denominator));
        return (all > 0).then(|| 100.0 * met as f64 / all as f64);
    }
    let values: Vec<f64> = figures.iter().filter_map(|(_, figure)| figure.value).collect();
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// Ordinary limits, three standard errors either side of the mean: of a share by its base, of a count by its
/// size, of days by how much one month differs from the next.
#[expect(clippy::cast_precision_loss, reason = "counts of children are far below 2^52")]
fn limits(measure: Measure, figures: &[(Date, Figure)], mean: Option<f64>, points: &mut [Point]) {
    let Some(mean) = mean else { return };
    let values: Vec<f64> = figures.iter().filter_map(|(_, figure)| figure.value).collect();
    if values.len() < 3 {
        return;
    }
    let moves: Vec<f64> = values.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
    let usual_move = moves.iter().sum::<f64>() / moves.len() as f64;
    for ((_, figure), point) in figures.iter().zip(points) {
        let half = match measure {
            Measure::Percent | Measure::PercentOfWorkers if figure.denominator == 0 => continue,
            Measure::Percent | Measure::PercentOfWorkers => {
                let share = mean / 100.0;
                300.0 * (share * (1.0 - share) / figure.denominator as f64).sqrt()
            }
            Measure::Count | Measure::Distribution => 3.0 * mean.sqrt(),
            // Wheeler's constant for individual values: 3 / 1.128.
            _ => 2.66 * usual_move,
        };
        let high = if unit(measure) == Unit::Percent { (mean + half).min(100.0) } else { mean + half };
        let low = (mean - half).max(0.0);
        point.limits = Some((low, high));
        point.odd = point.value.is_some_and(|value| value < low || value > high);
    }
}

/// Marks the last point of a run on one side of the mean.
fn mark_shifts(mean: Option<f64>, points: &mut [Point]) {
    let Some(mean) = mean else { return };
    let (mut run, mut side) = (0_usize, std::cmp::Ordering::Equal);
    for point in points {
        let Some(value) = point.value else { continue };
        let now = value.total_cmp(&mean);
        run = if now == side { run + 1 } else { 1 };
        side = now;
        if run >= SHIFT && side != std::cmp::Ordering::Equal {
            point.odd = true;
            let way = if side == std::cmp::Ordering::Greater { "above" } else { "below" };
            point.note = format!("{run} months {way} the mean");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(values: &[(usize, usize)]) -> Vec<(Date, Figure)> {
        let figure = |(met, all): &(usize, usize)| Figure {
            value: Some(100.0 * *met as f64 / *all as f64),
            numerator: *met,
            denominator: *all,
            groups: Vec::new(),
            base: None,
        };
        values.iter().map(|one| (Date::constant(2026, 1, 1), figure(one))).collect()
    }

    #[test]
    fn a_month_outside_its_limits_is_marked_and_chance_is_not() {
        let all = figures(&[(80, 100), (82, 100), (79, 100), (81, 100), (40, 100)]);
        let mean = mean(Measure::Percent, &all);
        let mut points = vec![Point::default(); all.len()];
        for (point, (_, figure)) in points.iter_mut().zip(&all) {
            point.value = figure.value;
        }
        limits(Measure::Percent, &all, mean, &mut points);
        assert_eq!(
            points.iter().map(|point| point.odd).collect::<Vec<_>>(),
            [false, false, false, false, true]
        );
    }

    #[test]
    fn eight_months_on_one_side_are_a_shift() {
        let mut points: Vec<Point> =
            (0..9).map(|_| Point { value: Some(60.0), ..Point::default() }).collect();
        points[0].value = Some(20.0);
        mark_shifts(Some(50.0), &mut points);
        assert!(points[8].odd && points[8].note.contains("8 months above"));
        assert!(!points[7].odd);
    }

    #[test]
    fn small_counts_are_one_to_five() {
        assert!(!is_small(0) && is_small(1) && is_small(5) && !is_small(6));
    }
}
