//! The report: a table a part, each figure beside its floor.

use std::fmt::Write;

/// What was measured, in the order it was.
pub(super) struct Report {
    quick: bool,
    parts: Vec<(String, String, Vec<Line>)>,
}

/// One figure beside its floor.
pub(super) struct Line {
    /// What was measured.
    pub(super) what: String,
    /// The figure.
    pub(super) figure: String,
    /// The floor, measured in the same run; empty where there is none.
    pub(super) floor: String,
    /// Figure to floor, and the aim: “0.71 (aim 0.50)”.
    pub(super) ratio: String,
}

impl Line {
    /// A figure with its floor.
    pub(super) fn new(
        what: impl Into<String>,
        figure: impl Into<String>,
        floor: impl Into<String>,
        ratio: impl Into<String>,
    ) -> Self {
        Self { what: what.into(), figure: figure.into(), floor: floor.into(), ratio: ratio.into() }
    }
}

impl Report {
    pub(super) fn new(quick: bool) -> Self {
        Self { quick, parts: Vec::new() }
    }

    /// Adds a part: its heading, how it was measured, its lines.
    pub(super) fn part(&mut self, heading: impl Into<String>, how: impl Into<String>, lines: Vec<Line>) {
        let (heading, how) = (heading.into(), how.into());
        eprintln!("{heading}");
        for line in &lines {
            eprintln!("  {}: {} {} {}", line.what, line.figure, line.floor, line.ratio);
        }
        self.parts.push((heading, how, lines));
    }

    /// The whole report, as Markdown.
    pub(super) fn text(&self) -> String {
        let mut text = String::from(
            "# Performance\n\nWritten by `onen bench`. Each figure stands beside its own floor, measured in the same run on the same machine; only the ratios travel.\n",
        );
        if self.quick {
            text.push_str(
                "\nA quick run: a tenth of everything. These figures only show that the benchmark works.\n",
            );
        }
        let _ = writeln!(text, "\n{}", machine());
        for (heading, how, lines) in &self.parts {
            let _ = write!(
                text,
                "\n## {heading}\n\n{how}\n\n| what | measured | floor | ratio |\n|---|---|---|---|\n"
            );
            for line in lines {
                let _ =
                    writeln!(text, "| {} | {} | {} | {} |", line.what, line.figure, line.floor, line.ratio);
            }
        }
        text
    }
}

fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let processor = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = processor
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or("unknown processor", |(_, name)| name);
    format!("Machine: {cores} cores, {name}.")
}

/// “46,469”.
pub(super) fn thousands(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A duration in milliseconds at a share of the sorted durations.
pub(super) fn percentile(sorted: &[f64], share: f64) -> f64 {
    if sorted.is_empty() {
        return 0.0;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "an index within the list"
    )]
    let at = ((sorted.len() as f64 - 1.0) * share).round() as usize;
    sorted[at.min(sorted.len() - 1)]
}
