//! A child's page and My work at 64 connections, beside the same server sending as many static bytes.

use anyhow::Result;
use jiff::civil::Date;

use super::load::{self, Load};
use super::report::{Line, percentile, thousands};

/// Connections at once.
const CONNECTIONS: usize = 64;

/// What to ask for.
pub(super) struct Pages<'a> {
    /// Where the server listens.
    pub(super) address: &'a str,
    /// A signed-in worker's session.
    pub(super) session: &'a str,
    /// Children's pages.
    pub(super) children: &'a [String],
    /// The first day and the last of five years.
    pub(super) years: (Date, Date),
    /// Seconds a measurement.
    pub(super) seconds: u64,
}

/// Requests a second of a child's page and of My work, with the lines that say so.
pub(super) fn measure(asked: &Pages) -> Result<([f64; 2], Vec<Line>)> {
    let mut lines = Vec::new();
    let mut rates = [0.0; 2];
    let work = vec!["/work".to_owned()];
    for (at, (what, paths)) in
        [("a child’s page", asked.children), ("My work", &work)].into_iter().enumerate()
    {
        // Once round unmeasured, so that both the pages and the floor are measured warm.
        load::run(asked.address, asked.session, paths, 8, 2)?;
        let page = load::run(asked.address, asked.session, paths, CONNECTIONS, asked.seconds)?;
        let floor = load::run(
            asked.address,
            asked.session,
            &[format!("/bytes/{}", page.bytes)],
            CONNECTIONS,
            asked.seconds,
        )?;
        let show = |load: &Load| {
            format!(
                "{}/s, {:.1} ms median, {:.1} ms at 99%",
                thousands(load.rate),
                percentile(&load.times, 0.5),
                percentile(&load.times, 0.99)
            )
        };
        #[expect(clippy::cast_precision_loss, reason = "a count of bytes")]
        let size = thousands(page.bytes as f64);
        lines.push(Line::new(
            format!("{what}, {CONNECTIONS} connections ({size} bytes)"),
            show(&page),
            show(&floor),
            format!("{:.2} (aim 0.25)", page.rate / floor.rate),
        ));
        let idle = load::run(asked.address, asked.session, paths, 1, asked.seconds.min(4))?;
        lines.push(Line::new(
            format!("{what}, 1 connection"),
            show(&idle),
            String::new(),
            "aim: under 25 ms at 99%",
        ));
        rates[at] = page.rate;
    }
    lines.push(dashboard(asked)?);
    Ok((rates, lines))
}

/// Every figure over five years, asked for by one reader after another.
fn dashboard(asked: &Pages) -> Result<Line> {
    let path = vec![format!("/performance?from={}&to={}", asked.years.0, asked.years.1)];
    load::run(asked.address, asked.session, &path, 1, 2)?;
    let page = load::run(asked.address, asked.session, &path, 1, asked.seconds)?;
    let floor = load::run(
        asked.address,
        asked.session,
        &[format!("/bytes/{}", page.bytes)],
        1,
        asked.seconds.min(4),
    )?;
    let show = |load: &Load| {
        format!(
            "{:.1} ms median, {:.1} ms at 99%",
            percentile(&load.times, 0.5),
            percentile(&load.times, 0.99)
        )
    };
    #[expect(clippy::cast_precision_loss, reason = "a count of bytes")]
    let size = thousands(page.bytes as f64);
    let what = format!("every figure over five years, 1 connection ({size} bytes)");
    Ok(Line::new(what, show(&page), show(&floor), "aim: under 100 ms at 99%"))
}
