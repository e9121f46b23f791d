//! A county and one ten times as large: what grows with it, and what does not.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, Result};
use calendar::periods;
use county::Plan;
use jiff::{SignedDuration, Timestamp};
use record::Choices;
use store::desk::{Account, Desk};
use store::{Chronology, Clock};
use views::Views;

use super::memory;
use super::pages::{self, Pages};
use super::rebuilding;
use super::report::{Line, Report, thousands};
use super::served;

/// What one size of county came to.
pub(super) struct Size {
    times: usize,
    rates: [f64; 2],
    rebuild_seconds: f64,
}

/// A server in a process of its own, ended when dropped.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Years of figures on one page.
const YEARS: i32 = 5;

/// Makes a county (or uses the one made before), rebuilds its views, serves it and loads it.
pub(super) fn measure(folder: &Path, times: usize, quick: bool, report: &mut Report) -> Result<Size> {
    let plan = if quick {
        Plan::small(300 * times, jiff::civil::date(2014, 4, 1), jiff::civil::date(2016, 3, 31))
    } else {
        Plan::cornwall_2016().times(times)
    };
    let folder = folder.join(format!("county-{times}{}", if quick { "-quick" } else { "" }));
    let at = calendar::london::instant_at(plan.to, jiff::civil::time(17, 0, 0, 0));
    let clock: Clock = Arc::new(move || at);
    let mut lines = Vec::new();
    let chronology = made(&folder, &plan, &clock, &mut lines)?;
    let practice = served::practice()?;
    let (rebuild_seconds, line) = rebuilding::measure(&folder, &chronology, practice.settings(), 2)?;
    lines.push(line);
    let views = Views::open(&folder, chronology.clone(), Arc::new(practice.settings().clone()), 2)
        .map_err(|fault| anyhow::anyhow!("{fault}"))?;
    let (worker, children) = busiest(&views, plan.to)?;
    let session = session(&folder, &clock, &worker)?;
    drop(views);
    drop(chronology);
    let (server, address) = start(&folder, at)?;
    let seconds = if quick { 2 } else { 10 };
    let years = (periods::add_calendar_days(periods::add_years(plan.to, -YEARS), 1), plan.to);
    let asked = Pages { address: &address, session: &session, children: &children, years, seconds };
    let (rates, more) = pages::measure(&asked)?;
    lines.extend(more);
    if let Some((now, most)) = memory::resident(server.0.id()) {
        let aim = if times == 1 { "aim: under 500 MB" } else { "" };
        lines.push(Line::new(
            "resident memory after the load",
            format!("{now} MB, {most} MB at its most"),
            "",
            aim,
        ));
    }
    let heading = format!(
        "{} at {times} time{}",
        if quick { "A small county" } else { "Cornwall’s size of 2016" },
        if times == 1 { "" } else { "s" }
    );
    let how = "The invented county of that size, its views made by two threads, served by a process of its own and loaded from another on \
               the same machine. Floor of the rebuild: the same rows inserted by hand, with the same indexes. Floor of a page: the same \
               server sending as many static bytes. Every page asks for a pass and writes the look to the access log before it is shown.";
    report.part(heading, how, lines);
    Ok(Size { times, rates, rebuild_seconds })
}

fn made(folder: &Path, plan: &Plan, clock: &Clock, lines: &mut Vec<Line>) -> Result<Chronology> {
    if folder.join("chronology.sqlite").exists() {
        return Chronology::open(folder, Arc::clone(clock)).map_err(|fault| anyhow::anyhow!("{fault}"));
    }
    std::fs::create_dir_all(folder)?;
    let began = Instant::now();
    let chronology =
        Chronology::create(folder, Arc::clone(clock)).map_err(|fault| anyhow::anyhow!("{fault}"))?;
    let recordings =
        chronology.append_history(county::live(plan)).map_err(|refusal| anyhow::anyhow!("{refusal}"))?;
    let seconds = began.elapsed().as_secs_f64();
    #[expect(clippy::cast_precision_loss, reason = "a count of recordings")]
    let figure = format!("{seconds:.0} s, {} recordings/s", thousands(recordings as f64 / seconds));
    lines.push(Line::new("inventing and recording the county", figure, "", ""));
    Ok(chronology)
}

/// A worker with many children, and the addresses of children's pages to ask for.
fn busiest(views: &Views, day: jiff::civil::Date) -> Result<(String, Vec<String>)> {
    let fault = |fault| anyhow::anyhow!("{fault}");
    let mut children = Vec::new();
    let mut best: (usize, String) = (0, String::new());
    for worker in views.of_category(record::events::PersonCategory::Professional).map_err(fault)? {
        let caseload = views.caseload(&worker.id, day).map_err(fault)?;
        children.extend(
            caseload
                .iter()
                .filter(|child| !child.card.restricted)
                .map(|child| format!("/people/{}", child.card.id)),
        );
        // A usual caseload, not the heaviest of the county.
        let count = caseload.len();
        if (10..=20).contains(&count) && count > best.0 || best.0 == 0 && count > 0 {
            best = (count, worker.id.clone());
        }
    }
    children.sort();
    children.truncate(400);
    anyhow::ensure!(!children.is_empty(), "nobody in this county has a worker");
    Ok((best.1, children))
}

fn session(folder: &Path, clock: &Clock, worker: &str) -> Result<String> {
    let desk = Desk::open(folder, Arc::clone(clock)).map_err(|fault| anyhow::anyhow!("{fault}"))?;
    let person = chronology::PersonId::new(worker).map_err(anyhow::Error::msg)?;
    let account = Account {
        person: person.clone(),
        name: "Benchmark".to_owned(),
        role: record::events::Role::SocialWorker.code().to_owned(),
        team: None,
        password_hash: None,
        disabled: false,
    };
    desk.put_account(&account).map_err(|fault| anyhow::anyhow!("{fault}"))?;
    desk.open_session(&person, SignedDuration::from_hours(12)).map_err(|fault| anyhow::anyhow!("{fault}"))
}

fn start(folder: &Path, at: Timestamp) -> Result<(Server, String)> {
    let mut child = Command::new(std::env::current_exe()?)
        .args(["bench", "--serve"])
        .arg(folder)
        .args(["--at", &at.to_string()])
        .stdout(Stdio::piped())
        .spawn()
        .context("the server could not be started")?;
    let output = child.stdout.take().context("the server has no output")?;
    let server = Server(child);
    for line in BufReader::new(output).lines() {
        if let Some(address) = line?.strip_prefix("listening on ") {
            return Ok((server, address.to_owned()));
        }
    }
    anyhow::bail!("the server ended before it answered")
}

/// How much slower the larger county is.
pub(super) fn compare(sizes: &[Size], report: &mut Report) {
    let [small, .., large] = sizes else { return };
    let slower = |at: usize| small.rates[at] / large.rates[at];
    let lines = vec![
        Line::new("a child’s page", format!("{:.2} times slower", slower(0)), "", "aim: at most 1.3"),
        Line::new("My work", format!("{:.2} times slower", slower(1)), "", "aim: at most 1.3"),
        Line::new(
            "rebuild",
            format!("{:.1} times longer", large.rebuild_seconds / small.rebuild_seconds),
            "",
            "",
        ),
    ];
    report.part(
        format!("Growth from {} to {} times", small.times, large.times),
        "The same measurements of the two counties above.",
        lines,
    );
}
