//! Checking returns: the command itself, in a process of its own, beside merely parsing the same files.

mod census;
mod ssda903;

use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::memory;
use super::report::{Line, Report, thousands};

/// What was recorded of the sector’s own validators with returns of this size: seconds, megabytes.
struct Theirs {
    seconds: f64,
    megabytes: Option<u64>,
    aim: &'static str,
}

/// Runs of each, of which the quickest counts.
const RUNS: usize = 3;

pub(super) fn measure(folder: &Path, quick: bool, report: &mut Report) -> Result<()> {
    let folder = folder.join("validate");
    std::fs::create_dir_all(&folder)?;
    let share = if quick { 10 } else { 1 };
    let mut lines = Vec::new();

    let children = 50_000 / share;
    let (this, last) = (folder.join("ssda903"), folder.join("ssda903-last"));
    ssda903::write(&this, false, children)?;
    ssda903::write(&last, true, children)?;
    let what = format!("ssda903, {} children, with the year before", thousands(f64::from(children)));
    let theirs =
        Theirs { seconds: 149.0, megabytes: Some(723), aim: "150 times faster, a tenth of the memory" };
    let asked =
        ["ssda903", &text(&this)?, "--year", "2026", "--last", &text(&last)?, "--authority", "E06000052"];
    let floor = quickest(|| Ok(comma_separated(&this)? + comma_separated(&last)?))?;
    lines.extend(compared(&what, &asked, &folder, floor, (!quick).then_some(theirs))?);

    let children = 30_000 / share;
    let file = folder.join("census.xml");
    census::write(&file, children)?;
    let what = format!("cin-census, {} children", thousands(f64::from(children)));
    let theirs = Theirs { seconds: 1_320.0, megabytes: None, aim: "600 times faster" };
    let floor = quickest(|| xml(&file))?;
    let asked = ["cin-census", &text(&file)?, "--year", "2026", "--authority", "908"];
    lines.extend(compared(&what, &asked, &folder, floor, (!quick).then_some(theirs))?);

    let how = "Invented returns in which one child in twenty has a fault, checked by `onen validate --json` in a \
               process of its own, every fault and every rule not checked written to a file; the quickest of three \
               runs. Floor: the same files parsed and nothing done with them. Beside it, not measured in this run, \
               what was recorded of the sector’s own validators with as many children: 149 s and 723 MB for the \
               SSDA903, 22 minutes for the census.";
    report.part("Checking a return", how, lines);
    Ok(())
}

fn text(path: &Path) -> Result<String> {
    Ok(path.to_str().context("the folder’s path is not UTF-8")?.to_owned())
}

/// The lines about one return.
fn compared(
    what: &str,
    asked: &[&str],
    folder: &Path,
    floor: Duration,
    theirs: Option<Theirs>,
) -> Result<Vec<Line>> {
    let (mut best, mut most, mut faults) = (Duration::MAX, 0, 0);
    for _ in 0..RUNS {
        let (time, memory, lines) = checked(asked, folder)?;
        best = best.min(time);
        most = most.max(memory);
        faults = lines;
    }
    let (seconds, floor) = (best.as_secs_f64(), floor.as_secs_f64());
    let figure = format!("{seconds:.2} s, {} lines of report", thousands(f64::from(faults)));
    let ratio = format!("{:.1} times the floor (aim: at most 4)", seconds / floor);
    let mut lines = vec![Line::new(what, figure, format!("{floor:.2} s"), ratio)];
    if let Some(theirs) = theirs {
        let times = format!("{:.0} times faster (aim: {})", theirs.seconds / seconds, theirs.aim);
        lines.push(Line::new(
            "beside the sector’s validator",
            format!("{seconds:.2} s"),
            format!("{:.0} s", theirs.seconds),
            times,
        ));
        let ratio = theirs.megabytes.map(|theirs| {
            #[expect(clippy::cast_precision_loss, reason = "megabytes")]
            let share = most as f64 / theirs as f64;
            format!("{share:.2} (aim 0.10)")
        });
        let floor = theirs.megabytes.map(|megabytes| format!("{megabytes} MB")).unwrap_or_default();
        lines.push(Line::new("memory at its most", format!("{most} MB"), floor, ratio.unwrap_or_default()));
    }
    Ok(lines)
}

/// Runs the check: how long it took, its memory at its most, and how many lines it reported.
fn checked(asked: &[&str], folder: &Path) -> Result<(Duration, u64, u32)> {
    let out = folder.join("report.jsonl");
    let began = Instant::now();
    let mut child = Command::new(std::env::current_exe()?)
        .args(["--json", "validate"])
        .args(asked)
        .stdout(File::create(&out)?)
        .stderr(Stdio::null())
        .spawn()
        .context("the check could not be started")?;
    let mut most = 0;
    let status = loop {
        if let Some((_, memory)) = memory::resident(child.id()) {
            most = most.max(memory);
        }
        if let Some(status) = child.try_wait()? {
            break status;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let time = began.elapsed();
    anyhow::ensure!(status.code() == Some(1), "the check found nothing, or could not check: {status}");
    let lines = std::fs::read(&out)?.iter().filter(|byte| **byte == b'\n').count();
    Ok((time, most, u32::try_from(lines)?))
}

/// The quickest of several times of parsing, which must find something.
fn quickest(parse: impl Fn() -> Result<u64>) -> Result<Duration> {
    let mut best = Duration::MAX;
    for _ in 0..RUNS {
        let began = Instant::now();
        anyhow::ensure!(parse()? > 0, "nothing was parsed");
        best = best.min(began.elapsed());
    }
    Ok(best)
}

/// How many values the tables of a folder have.
fn comma_separated(folder: &Path) -> Result<u64> {
    let mut values = 0;
    for entry in std::fs::read_dir(folder)? {
        let mut reader = csv::Reader::from_path(entry?.path())?;
        let mut record = csv::StringRecord::new();
        while reader.read_record(&mut record)? {
            values += record.iter().filter(|value| !value.is_empty()).count() as u64;
        }
    }
    Ok(values)
}

/// How many elements an XML file has.
fn xml(file: &Path) -> Result<u64> {
    let mut reader = quick_xml::Reader::from_file(file)?;
    let (mut buffer, mut elements) = (Vec::new(), 0);
    loop {
        match reader.read_event_into(&mut buffer)? {
            quick_xml::events::Event::Start(_) => elements += 1,
            quick_xml::events::Event::Text(text) => {
                anyhow::ensure!(text.len() < 1 << 20, "a text without end")
            }
            quick_xml::events::Event::Eof => return Ok(elements),
            _ => {}
        }
        buffer.clear();
    }
}
