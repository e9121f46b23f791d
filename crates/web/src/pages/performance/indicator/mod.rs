//! One indicator, opened.

mod breakdown;
mod record;
mod rows;
mod samples;
mod stats;
mod view;

pub use samples::samples;
pub use view::*;

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use calendar::display;
use rules::indicators::{Indicator, Measure, Polarity, When, indicator};
use views::access::{Action, may};
use views::{CaseRow, Figure, Stretch};

use super::catalogue::Catalogue;
use super::{reading, workbook};
use crate::App;
use crate::components::button::Button;
use crate::components::card::Fact;
use crate::components::chart::LineChart;
use crate::components::chips::Chip;
use crate::components::crumbs::Crumb;
use crate::components::pages::Pages;
use crate::components::prose::Prose;
use crate::components::segments::Segment;
use crate::pages::asked::{Asked, PeriodForm};
use crate::pages::naming::Naming;
use crate::problem::Problem;
use crate::session::SignedIn;

/// Most children on one page; the file has them all.
const CASES_MAX: usize = 50;

/// One request: the indicator, the stretch, what is asked of it, and the cases that pass the filters.
struct Opened<'a> {
    app: &'a App,
    indicator: &'static Indicator,
    stretch: Stretch,
    asked: &'a Asked,
    naming: &'a Naming<'a>,
    path: String,
    cases: Vec<CaseRow>,
    catalogue: Catalogue,
    explains: bool,
    keeps: bool,
}

/// Shows the page, or gives the cases as a file.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Problem> {
    super::may_see(&signed_in)?;
    let indicator = indicator(&id).ok_or(Problem::NotFound)?;
    let asked = Asked::of(query);
    let naming = Naming::of(&app, &signed_in.who)?;
    let stretch = reading::stretch(indicator, &asked, app.today())?;
    let mut opened = Opened {
        app: &app,
        indicator,
        stretch,
        asked: &asked,
        naming: &naming,
        path: format!("/performance/{id}"),
        cases: Vec::new(),
        catalogue: Catalogue::of(&app)?,
        explains: may(signed_in.who.role, Action::ExplainFigures),
        keeps: may(signed_in.who.role, Action::KeepFigures),
    };
    opened.cases = opened.filtered(stretch)?;
    opened.sort();
    if asked.is_csv() {
        return Ok(opened.export());
    }
    if asked.get("format") == Some("xlsx") {
        return opened.workbook();
    }
    let page = opened.page()?;
    Ok(view(&app.frame(Some(&signed_in)), &page).into_response())
}

impl Opened<'_> {
    /// The cases of a stretch that pass the filters of the address.
    fn filtered(&self, stretch: Stretch) -> Result<Vec<CaseRow>, Problem> {
        self.filtered_of(self.indicator, stretch)
    }

    /// The cases of any figure in a stretch, as the page is filtered.
    fn filtered_of(&self, indicator: &Indicator, stretch: Stretch) -> Result<Vec<CaseRow>, Problem> {
        let mut cases = self.app.views.cases(indicator, stretch)?;
        for (way, _) in breakdown::WAYS {
            if let Some(wanted) = self.asked.get(way) {
                let wanted = if wanted == "none" { "" } else { wanted };
                cases.retain(|case| breakdown::key(self.app, case, way) == wanted);
            }
        }
        Ok(cases)
    }

    /// The figure of the cases shown: a rate is counted on the whole authority, and on no part of it.
    fn figure_of(&self, cases: &[CaseRow], stretch: Stretch) -> Result<Figure, Problem> {
        let figure = Figure::of(self.indicator.measure, cases);
        let parted = breakdown::WAYS.iter().any(|(way, _)| self.asked.get(way).is_some());
        let base = if parted { None } else { self.app.views.base(self.indicator, stretch)? };
        Ok(figure.based(self.indicator.measure, base))
    }

    fn sort(&mut self) {
        let naming = self.naming;
        let name = |case: &CaseRow| (naming.hides(&case.card.id), case.card.name.clone());
        match self.asked.get("sort") {
            Some("name") => self.cases.sort_by_cached_key(name),
            Some("days") => self.cases.sort_by_cached_key(|case| (std::cmp::Reverse(case.value), name(case))),
            Some("team") => self.cases.sort_by_cached_key(|case| (case.team.clone(), name(case))),
            _ => self.cases.sort_by_cached_key(|case| (case.met, std::cmp::Reverse(case.from), name(case))),
        }
    }

    fn page(&self) -> Result<IndicatorPage, Problem> {
        let indicator = self.indicator;
        let tab = self.asked.get("tab").unwrap_or("figure");
        let (_, last) = reading::ends(self.stretch);
        let tallies = self.app.views.tallies(Some(indicator))?;
        let (points, mean) = reading::months(self.app, &tallies, indicator, last)?;
        let figure = self.figure_of(&self.cases, self.stretch)?;
        let odd = points.iter().filter(|point| point.odd).count();
        let period = reading::ends(self.stretch);
        Ok(IndicatorPage {
            heading: indicator.title.to_owned(),
            short: indicator.title.to_owned(),
            above: vec![Crumb::new("Performance", "/performance"), Crumb::new(indicator.title, "")],
            summary: format!(
                "{} · as known at {}",
                reading::stretch_words(self.stretch),
                display::date_and_time(self.app.now())
            ),
            acts: vec![
                Button::secondary("Download (CSV)", self.href(&[("format", Some("csv"))])),
                Button::secondary("Workbook (XLSX)", self.href(&[("format", Some("xlsx"))])),
            ],
            period: Some(PeriodForm::of(&self.path, self.asked, period)),
            tabs: [
                ("Figure and children", "figure"),
                ("Breakdown", "breakdown"),
                ("Aim, explanations, publications", "record"),
                ("Definition", "definition"),
            ]
            .map(|(words, name)| Segment::new(words, self.href(&[("tab", Some(name))]), name == tab))
            .into(),
            tab: match tab {
                "breakdown" => Tab::Breakdown(breakdown::charts(
                    self.app,
                    indicator,
                    &self.cases,
                    self.asked,
                    &self.path,
                    self.naming,
                )),
                "record" => Tab::Record(self.record()),
                "definition" => Tab::Definition(definition(indicator)),
                _ => Tab::Figure,
            },
            stats: self.stats(&figure)?,
            chart_heading: "Twelve months, whole service".to_owned(),
            chart: LineChart {
                id: "months".to_owned(),
                title: format!("{}, month by month", indicator.title),
                described: format!(
                    "Twelve months to {}. {odd} of them lie outside the ordinary limits or are part of a shift.",
                    display::month_and_year(last)
                ),
                caption: "Dotted lines are ordinary limits: three standard errors from the mean.".into(),
                unit: reading::unit(indicator.measure),
                points,
                mean,
                ..LineChart::default()
            },
            cases_heading: cases_heading(self.cases.len()),
            filters: self.filters(),
            filter_note: self.filter_note(&figure),
            case_columns: self.columns(),
            cases: self.shown().map(|case| self.case(case)).collect(),
            pages: self.pages(),
            side: self.side(),
        })
    }

    fn href(&self, changes: &[(&str, Option<&str>)]) -> String {
        self.asked.href(&self.path, changes)
    }

    fn here(&self) -> (usize, usize) {
        let of = self.cases.len().div_ceil(CASES_MAX).max(1);
        (self.asked.page().min(of), of)
    }

    fn shown(&self) -> impl Iterator<Item = &CaseRow> {
        self.cases.iter().skip((self.here().0 - 1) * CASES_MAX).take(CASES_MAX)
    }

    fn pages(&self) -> Pages {
        let (here, of) = self.here();
        let (from, total) = ((here - 1) * CASES_MAX, self.cases.len());
        Pages {
            here,
            of,
            href: self.asked.paging(&self.path),
            showing: format!(
                "Showing {} to {} of {total}",
                (from + 1).min(total),
                (from + CASES_MAX).min(total)
            ),
            of_what: "children".to_owned(),
        }
    }

    fn filters(&self) -> Vec<Chip> {
        let chip = |(way, head): &(&str, &str)| {
            let wanted = self.asked.get(way)?;
            let key = if wanted == "none" { "" } else { wanted };
            let words = format!("{head}: {}", breakdown::name(self.app, self.naming, way, key));
            Some(Chip::new(words, self.href(&[(way, None)])))
        };
        breakdown::WAYS.iter().filter_map(chip).collect()
    }

    fn filter_note(&self, figure: &Figure) -> String {
        let restricted = self.cases.iter().filter(|case| self.naming.hides(&case.card.id)).count();
        let note = match self.indicator.measure {
            Measure::Percent | Measure::PercentOfWorkers => {
                format!("{} in, {} out.", figure.numerator, figure.denominator - figure.numerator)
            }
            _ => format!("{} counted.", self.cases.len()),
        };
        let restricted = match restricted {
            0 => String::new(),
            1 => " 1 is restricted: counted, and not named.".to_owned(),
            many => format!(" {many} are restricted: counted, and not named."),
        };
        format!("{note}{restricted} The list and the figure are one question asked once.")
    }

    fn side(&self) -> Vec<(String, Vec<Prose>)> {
        let indicator = self.indicator;
        let rule = format!(
            "Counts of 1 to {} are not published: a child may be known by them. You may open these children, so they \
             are shown to you.",
            reading::SMALL
        );
        vec![
            (
                "What is counted".to_owned(),
                vec![
                    Prose::new().strong("Of: ").text(format!("{}.", indicator.denominator)),
                    Prose::new().strong("In: ").text(format!("{}.", indicator.numerator)),
                    Prose::new()
                        .quiet(format!("{}. ", indicator.source))
                        .link(self.href(&[("tab", Some("definition"))]), "Full definition"),
                ],
            ),
            ("Small numbers".to_owned(), vec![rule.into()]),
        ]
    }
}

fn cases_heading(count: usize) -> String {
    if count == 1 { "The one case".to_owned() } else { format!("The {count} cases, child by child") }
}

fn definition(indicator: &Indicator) -> Vec<Fact> {
    let when = match indicator.when {
        When::Period => "What happened in a period: a case counts if its day lies in it",
        When::AsAt => "What stood at the end of a day",
    };
    let good = match indicator.polarity {
        Polarity::Higher => "More is better",
        Polarity::Lower => "Fewer is better",
        Polarity::Neither => "Neither way is better: it describes",
    };
    let mut facts = vec![
        Fact::new("Measure", workbook::measure(indicator.measure)),
        Fact::new("Of", indicator.denominator),
        Fact::new("In", indicator.numerator),
        Fact::new("When", when),
        Fact::new("Which way is good", good),
        Fact::new("Source", indicator.source),
        Fact::new("Name for the command line and the API", indicator.id),
    ];
    facts.extend(indicator.examples.iter().map(|example| Fact::new("Worked example", example.title)));
    facts
}
