//! What an address asks of a report: each parameter read by its type, or what to mend about it.

use std::collections::BTreeMap;

use calendar::display;
use jiff::civil::Date;
use practice::{Given, Parameter, ParameterKind, Report};

use super::view::{ReportField, ReportPage};
use crate::App;
use crate::components::crumbs::Crumb;
use crate::components::errors::Mistake;
use crate::components::fields::{Choice, Field};
use crate::pages::asked::Asked;
use crate::problem::Problem;

/// The parameters of one request.
pub(super) struct Wanted {
    /// The value of each, by its name.
    pub(super) given: BTreeMap<String, Given>,
    /// What was written, by its name.
    written: BTreeMap<String, String>,
    /// What cannot be read.
    pub(super) mistakes: Vec<Mistake>,
}

impl Wanted {
    /// Reads the address. What it leaves out is as the report begins.
    pub(super) fn of(report: &Report, asked: &Asked, today: Date) -> Self {
        let mut wanted = Self { given: BTreeMap::new(), written: BTreeMap::new(), mistakes: Vec::new() };
        for parameter in &report.parameters {
            let name = parameter.name.clone();
            let given = match asked.get(&name) {
                None => Ok(parameter.usual_on(today)),
                Some(text) => read(parameter, asked, text),
            };
            match given {
                Ok(given) => {
                    wanted.written.insert(name.clone(), given.text());
                    wanted.given.insert(name, given);
                }
                Err(words) => {
                    wanted.written.insert(name.clone(), asked.get(&name).unwrap_or_default().to_owned());
                    wanted.mistakes.push(Mistake::new(name, words));
                }
            }
        }
        wanted
    }

    /// What to mend, in a sentence for a file that cannot be given.
    pub(super) fn sentence(&self) -> String {
        self.mistakes.iter().map(|mistake| mistake.words.clone()).collect::<Vec<_>>().join(". ")
    }

    /// The page without its rows.
    pub(super) fn page(self, app: &App, report: &Report, asked: &Asked) -> Result<ReportPage, Problem> {
        let path = super::path(report);
        let mut fields = Vec::new();
        for parameter in &report.parameters {
            fields.push(self.field(app, parameter)?);
        }
        let kept = ["sort", "way", "show"];
        let kept = kept.iter().filter_map(|name| Some(((*name).to_owned(), asked.get(name)?.to_owned())));
        Ok(ReportPage {
            title: report.title.clone(),
            above: vec![
                Crumb::new("Performance", "/performance"),
                Crumb::new("Local reports", "/reports"),
                Crumb::new(report.title.clone(), ""),
            ],
            summary: display::long_date(app.today()),
            about: report.about.clone(),
            kept: kept.collect(),
            fields,
            mistakes: self.mistakes,
            action: path,
            ..ReportPage::default()
        })
    }

    fn field(&self, app: &App, parameter: &Parameter) -> Result<ReportField, Problem> {
        let mut field = Field::new(&parameter.name, &parameter.label);
        if let Some(mistake) = self.mistakes.iter().find(|mistake| mistake.field == parameter.name) {
            field = field.error(&mistake.words);
        }
        let value = self.written.get(&parameter.name).cloned().unwrap_or_default();
        Ok(match parameter.kind {
            // What cannot be read as a day is shown as it was written, which a box for days would not do.
            ParameterKind::Date if field.is_wrong() => ReportField::Words(field, value),
            ParameterKind::Date => ReportField::Day(field, value),
            ParameterKind::WholeNumber => ReportField::Number(field, value),
            ParameterKind::Text => ReportField::Words(field, value),
            ParameterKind::Team => {
                let every = Choice::new("", "Every team").chosen(value.is_empty());
                let team = |card: views::Card| {
                    let chosen = card.id == value;
                    Choice::new(card.id, card.name).chosen(chosen)
                };
                let teams = app.views.teams()?.into_iter().map(team);
                ReportField::Choice(field, std::iter::once(every).chain(teams).collect())
            }
        })
    }
}

/// A day may also be written as 3/3/2026, as everywhere else.
fn read(parameter: &Parameter, asked: &Asked, text: &str) -> Result<Given, String> {
    let day = match parameter.kind {
        ParameterKind::Date => asked.day(&parameter.name).ok().flatten(),
        _ => None,
    };
    day.map_or_else(|| parameter.read(text), |day| Ok(Given::Day(day)))
}
