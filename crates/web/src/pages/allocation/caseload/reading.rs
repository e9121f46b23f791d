//! What the pages show, from the views.

use std::collections::{BTreeMap, BTreeSet};

use calendar::display;
use chronology::PersonId;
use jiff::civil::Date;
use rules::caseload::{weight, weight_in_words};
use views::{Caseload, ChildOnList, DutyRow};

use super::{CaseloadPage, Exception, FamilyOfWorker, OfFamily, Spread, WorkerPage, WorkerRow};
use crate::App;
use crate::components::Why;
use crate::components::load::Load;
use crate::pages::naming::Naming;
use crate::pages::work::team::workers::{role, visits_due};
use crate::problem::Problem;

/// The finding that says a child was given to a worker past a limit.
const PAST_LIMIT: &str = "allocated-past-limit";

/// Every caseload of a day.
pub(super) struct Read<'a> {
    app: &'a App,
    naming: &'a Naming<'a>,
    today: Date,
    caseloads: Vec<Caseload>,
    unrecorded: BTreeMap<String, BTreeSet<PersonId>>,
}

fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

fn children(number: usize) -> String {
    counted(number, "child", "children")
}

impl<'a> Read<'a> {
    /// Everybody who holds children or would.
    pub(super) fn of(app: &'a App, naming: &'a Naming<'a>) -> Result<Self, Problem> {
        let today = app.today();
        let mut caseloads = app.views.caseloads(None, today)?;
        caseloads.retain(Caseload::holds_cases);
        let unrecorded = app.views.siblings_unrecorded(today)?;
        Ok(Self { app, naming, today, caseloads, unrecorded })
    }

    /// Brothers and sisters of some children whom nobody has recorded, each once.
    fn without_record<'c>(&self, children: impl IntoIterator<Item = &'c ChildOnList>) -> BTreeSet<&PersonId> {
        children.into_iter().filter_map(|child| self.unrecorded.get(&child.card.id)).flatten().collect()
    }

    fn team(&self, one: &Caseload) -> String {
        one.post.team.as_ref().map(|team| self.naming.worker(team.as_str())).unwrap_or_default()
    }

    fn over(&self, one: &Caseload) -> bool {
        one.children.len() > one.limit(self.app.views.settings()) as usize
    }

    /// The whole service.
    pub(super) fn page(&self) -> Result<CaseloadPage, Problem> {
        let all = self.caseloads.iter().map(|one| one.children.len()).sum::<usize>();
        let families = self.caseloads.iter().map(|one| one.families().len()).sum::<usize>();
        let without = self.without_record(self.caseloads.iter().flat_map(|one| &one.children)).len();
        let holding = self.caseloads.iter().filter(|one| !one.children.is_empty()).count();
        let over = self.caseloads.iter().filter(|one| self.over(one)).count();
        let duties = self.app.views.duties_open(None, None, self.today)?;
        Ok(CaseloadPage {
            summary: format!(
                "{}. {} with {}, each counted alone. They live in {}; {} have no record and no worker. {} more children \
                 than the limit.",
                display::long_date(self.today),
                children(all),
                counted(holding, "worker", "workers"),
                counted(families, "family", "families"),
                counted(without, "brother or sister", "brothers and sisters"),
                counted(over, "worker has", "workers have"),
            ),
            workers: self.caseloads.iter().map(|one| self.row(one, &duties)).collect(),
            spread: self.spread(),
            exceptions: self.exceptions()?,
            weight_why: Why::titled("How weight is counted", weight_in_words(self.app.views.settings())),
        })
    }

    fn row(&self, one: &Caseload, duties: &[DutyRow]) -> WorkerRow {
        let count = |children: usize| u32::try_from(children).unwrap_or(u32::MAX);
        let settings = self.app.views.settings();
        let largest = self.caseloads.iter().map(|one| count(one.children.len()).max(one.limit(settings)));
        let (due, overdue) = visits_due(&one.worker.id, duties, self.today);
        let role = role(self.app, one);
        WorkerRow {
            name: one.worker.name.clone(),
            href: format!("/caseload/{}", one.worker.id),
            role: [role, self.team(one)]
                .into_iter()
                .filter(|word| !word.is_empty())
                .collect::<Vec<_>>()
                .join(", "),
            load: Load {
                weight: count(one.children.len()),
                limit: one.limit(settings),
                largest: largest.max().unwrap_or(1),
            },
            families: one.families().len(),
            without_record: self.without_record(&one.children).len(),
            weight: one.weight(settings),
            visits: format!("{due} due this week"),
            visits_overdue: if overdue == 0 { String::new() } else { format!("{overdue} overdue") },
            week: self.week(one),
        }
    }

    /// Hours with children and on the road, from the last review.
    fn week(&self, one: &Caseload) -> (String, String) {
        let Some((day, review)) = &one.reviewed else { return ("Not reviewed".to_owned(), String::new()) };
        let hours = |hours: Option<u32>| hours.map_or_else(|| "?".to_owned(), |hours| hours.to_string());
        (
            format!(
                "{} h with families, {} h travelling",
                hours(review.direct_contact_hours),
                hours(review.travel_hours)
            ),
            format!("a week, reviewed {}", display::how_long_ago(self.today, *day)),
        )
    }

    /// Fewest, middle and most children of a worker in each team.
    fn spread(&self) -> Vec<Spread> {
        let mut teams: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for one in &self.caseloads {
            teams.entry(self.team(one)).or_default().push(one.children.len());
        }
        let spread = |(team, mut counts): (String, Vec<usize>)| {
            counts.sort_unstable();
            Spread {
                team: if team.is_empty() { "No team".to_owned() } else { team },
                workers: counts.len(),
                children: counts.iter().sum(),
                fewest: counts.first().copied().unwrap_or(0),
                middle: counts.get(counts.len() / 2).copied().unwrap_or(0),
                most: counts.last().copied().unwrap_or(0),
            }
        };
        teams.into_iter().map(spread).collect()
    }

    fn exceptions(&self) -> Result<Vec<Exception>, Problem> {
        let findings = self.app.views.findings_on(None, None, self.today)?;
        let mut past: Vec<_> = findings.into_iter().filter(|one| one.finding == PAST_LIMIT).collect();
        past.sort_by(|a, b| b.since.cmp(&a.since).then_with(|| a.name.cmp(&b.name)));
        let line = |one: views::FindingRow| Exception {
            name: self.naming.child(&one.person, &one.name),
            href: self.naming.href(&one.person),
            worker: self.naming.worker_or(one.worker.as_deref(), "nobody"),
            since: display::table_date(one.since),
            because: if self.naming.hides(&one.person) { String::new() } else { one.because },
        };
        Ok(past.into_iter().map(line).collect())
    }

    /// One worker's children, family by family.
    pub(super) fn worker(&self, worker: &str) -> Option<WorkerPage> {
        let one = self.caseloads.iter().find(|one| one.worker.id == worker)?;
        let settings = self.app.views.settings();
        let families: Vec<FamilyOfWorker> =
            one.families().iter().map(|family| self.family(one, family)).collect();
        let without = self.without_record(&one.children).len();
        let by_family = format!(
            "Counted by family, as some counties once did, this caseload would read {}; counted by child it is {}; with \
             the brothers and sisters of whom there is no record, {}.",
            families.len(),
            one.children.len(),
            one.children.len() + without
        );
        let review = one.reviewed.as_ref().map(|(day, review)| {
            let words = [
                self.week(one).0,
                review.pressures.clone().unwrap_or_default(),
                review.agreed.clone().unwrap_or_default(),
            ];
            let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
            (display::full_date(*day), words)
        });
        Some(WorkerPage {
            name: one.worker.name.clone(),
            role: role(self.app, one),
            summary: format!(
                "{} of {} allowed, {}, weight {}.",
                children(one.children.len()),
                one.limit(settings),
                counted(families.len(), "family", "families"),
                one.weight(settings)
            ),
            by_family,
            families,
            review,
            review_href: format!("/forms/caseload_review?about={}", one.worker.id),
        })
    }

    fn family(&self, one: &Caseload, family: &[&ChildOnList]) -> FamilyOfWorker {
        let settings = self.app.views.settings();
        let child = |child: &&ChildOnList| {
            let id = &child.card.id;
            OfFamily {
                name: self.naming.child(id, &child.card.name),
                href: self.naming.href(id),
                stage: child.card.stage.clone(),
                weight: weight(settings, &child.card.stage, &one.post),
                since: child.allocated_on.map(display::table_date).unwrap_or_default(),
                seen: child.last_seen.map_or_else(|| "Not seen".to_owned(), display::table_date),
            }
        };
        let hidden = family.iter().any(|child| self.naming.hides(&child.card.id));
        let name = |id: &&PersonId| {
            if hidden { "A child of a restricted record".to_owned() } else { self.app.views.name(id) }
        };
        FamilyOfWorker {
            children: family.iter().map(child).collect(),
            without_record: self.without_record(family.iter().copied()).iter().map(name).collect(),
        }
    }

    /// Every child of every worker, as lines of a file.
    pub(super) fn lines(&self) -> Vec<Vec<String>> {
        let settings = self.app.views.settings();
        let text = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let line = |one: &Caseload, child: &ChildOnList| {
            let hidden = self.naming.hides(&child.card.id);
            let open = |text: &str| if hidden { String::new() } else { text.to_owned() };
            vec![
                one.worker.name.clone(),
                self.team(one),
                one.limit(settings).to_string(),
                if one.protected() { "yes" } else { "no" }.to_owned(),
                self.naming.child(&child.card.id, &child.card.name),
                open(&child.card.id),
                open(child.card.household.as_deref().unwrap_or_default()),
                child.card.stage.clone(),
                weight(settings, &child.card.stage, &one.post).to_string(),
                text(child.opened),
                text(child.allocated_on),
                self.without_record([child]).len().to_string(),
            ]
        };
        self.caseloads.iter().flat_map(|one| one.children.iter().map(move |child| line(one, child))).collect()
    }
}
