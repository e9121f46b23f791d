//! Search over a million people.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use anyhow::Result;
use chronology::{Draft, EntryDraft, PersonId};
use jiff::ToSpan;
use record::events::Role;
use rules::Settings;
use serde_json::json;
use store::{Chronology, system_clock};
use views::Views;
use views::access::Who;

use super::report::{Line, Report, percentile, thousands};

const FORENAMES: [&str; 40] = [
    "Morwenna", "Jory", "Tegen", "Lowenna", "Denzil", "Kerra", "Ruth", "Oliver", "Amelia", "Isla", "George",
    "Noah", "Arthur", "Freya", "Muhammad", "Zofia", "Aisha", "Kacper", "Priya", "Ewan", "Poppy", "Harry",
    "Grace", "Leo", "Florence", "Ivy", "Jack", "Evie", "Logan", "Mia", "Theo", "Luna", "Caleb", "Maya",
    "Rowan", "Elowen", "Piran", "Jago", "Merryn", "Cador",
];
const STEMS: [&str; 40] = [
    "Tre", "Pol", "Pen", "Ros", "Car", "Nan", "Bos", "Chy", "Lan", "Hal", "Smith", "Jones", "Tay", "Wil",
    "Brown", "Davi", "Ev", "Tho", "Rob", "John", "Kowal", "Nowak", "Ahm", "Hus", "Pat", "Sing", "Khan",
    "Mac", "Fitz", "Whit", "Green", "Black", "Hill", "Wood", "Clark", "King", "Bak", "Mor", "Ad", "Camp",
];
const ENDS: [&str; 25] = [
    "", "s", "son", "ton", "ley", "ford", "well", "ham", "ski", "ed", "ain", "man", "er", "hugh", "ance",
    "arrow", "eath", "ick", "ows", "den", "worth", "by", "mond", "ell", "rose",
];

pub(super) fn measure(folder: &Path, quick: bool, report: &mut Report) -> Result<()> {
    let people: u32 = if quick { 100_000 } else { 1_000_000 };
    let folder = folder.join("search");
    std::fs::create_dir_all(&folder)?;
    let chronology =
        Chronology::create(&folder, system_clock()).map_err(|fault| anyhow::anyhow!("{fault}"))?;
    let began = Instant::now();
    let now = system_clock()();
    let drafts = (0..people.div_ceil(100)).map(|batch| (recording(batch), now));
    chronology.append_history(drafts).map_err(|refusal| anyhow::anyhow!("{refusal}"))?;
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let views = Views::open(&folder, chronology, Arc::new(Settings::default()), threads)
        .map_err(|fault| anyhow::anyhow!("{fault}"))?;
    let made = began.elapsed().as_secs_f64();
    let who = Who {
        person: PersonId::new("worker").map_err(anyhow::Error::msg)?,
        name: String::new(),
        role: Role::SocialWorker,
        team: None,
    };
    let mut lines = Vec::new();
    for (what, ask) in kinds() {
        let mut times = Vec::new();
        for turn in 0..if quick { 100_u32 } else { 1_000 } {
            let line = ask(turn.wrapping_mul(7_919) % people);
            let start = Instant::now();
            views.search(&who, &line).map_err(|fault| anyhow::anyhow!("{fault}"))?;
            times.push(start.elapsed().as_secs_f64() * 1_000.0);
        }
        times.sort_by(f64::total_cmp);
        let figure =
            format!("{:.1} ms median, {:.1} ms at 99%", percentile(&times, 0.5), percentile(&times, 0.99));
        lines.push(Line::new(what, figure, "", "aim: under 30 ms at 99%"));
    }
    let how = format!(
        "{} people from 40 forenames and 1,000 surnames, far more alike than real ones; made and viewed in {made:.0} s. One search at a time.",
        thousands(f64::from(people))
    );
    report.part("Search", how, lines);
    Ok(())
}

type Ask = fn(u32) -> String;

fn kinds() -> [(&'static str, Ask); 5] {
    [
        ("forename and surname", |n| format!("{} {}", forename(n), surname(n))),
        ("the same with a slip", |n| format!("{} {}", forename(n), slipped(&surname(n)))),
        ("surname alone", surname),
        ("surname and date of birth", |n| format!("{} {}", surname(n), born(n))),
        ("NHS number", |n| format!("{:010}", u64::from(n) + 9_000_000_000)),
    ]
}

fn forename(n: u32) -> String {
    FORENAMES[(n % 40) as usize].to_owned()
}

fn surname(n: u32) -> String {
    format!("{}{}", STEMS[(n / 40 % 40) as usize], ENDS[(n / 1_600 % 25) as usize])
}

fn slipped(name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = letters.len() / 2;
    if at > 0 {
        letters.swap(at - 1, at);
    }
    letters.into_iter().collect()
}

fn born(n: u32) -> jiff::civil::Date {
    jiff::civil::date(2008, 1, 1).saturating_add(i64::from(n.wrapping_mul(31) % 6_500).days())
}

fn recording(batch: u32) -> Draft {
    let id = |text: String| PersonId::new(&text).unwrap_or_else(|fault| unreachable!("{fault}"));
    let mut draft = Draft::by(id("worker".to_owned()), "records_officer");
    for n in batch * 100..(batch + 1) * 100 {
        let person = id(format!("p-{n}"));
        let day = jiff::civil::date(2026, 1, 5);
        let mut who = EntryDraft::new(person.clone(), "person.identified", day);
        who.body = object(
            json!({ "category": "child", "forename": forename(n), "surname": surname(n), "date_of_birth": born(n).to_string(), "sex": if n % 2 == 0 { "female" } else { "male" } }),
        );
        let mut number = EntryDraft::new(person, "identifier.recorded", day);
        number.body = object(
            json!({ "scheme": "nhs_number", "value": format!("{:010}", u64::from(n) + 9_000_000_000) }),
        );
        draft.entries.extend([who, number]);
    }
    draft
}

fn object(value: serde_json::Value) -> chronology::Body {
    value.as_object().cloned().unwrap_or_default()
}
