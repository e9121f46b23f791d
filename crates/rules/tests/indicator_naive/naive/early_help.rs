//! Early help, counted line by line.

use jiff::civil::{Date, date};

use super::{AtDay, Line, OnDay, grown_up};

fn open(lines: &[Line], day: Date) -> Option<Date> {
    let mut since = None;
    for line in lines.iter().filter(|line| line.day <= day) {
        match line.kind.as_str() {
            "early_help_episode.started" => since = since.or(Some(line.day)),
            "early_help_episode.ended" => since = None,
            _ => {}
        }
    }
    since
}

pub(crate) fn early_help_children_at_date(lines: &[Line], day: Date) -> AtDay {
    let since = open(lines, day)?;
    // An assessment counts from the end of the help before.
    let ended = |(place, line): &(usize, &Line)| {
        line.kind == "early_help_episode.ended"
            && line.day < since
            && open(&lines[..*place], line.day).is_some()
    };
    let before = lines.iter().enumerate().filter(ended).map(|(_, line)| line.day).max();
    let mut done = lines.iter().filter(|line| line.kind == "early_help_assessment.completed");
    let assessed = done.any(|line| before.is_none_or(|before| line.day >= before) && line.day <= day);
    (assessed && !grown_up(lines, day)).then_some((true, ""))
}

/// How many days of a reporting year the child was in early help at all: one day at least makes it one child.
pub(crate) fn early_help_in_year(lines: &[Line], year: i16) -> bool {
    let mut day = date(year, 4, 1);
    while day <= date(year + 1, 3, 31) {
        let running = open(lines, day).is_some() && !grown_up(lines, day);
        let ended = lines.iter().any(|line| line.day == day && line.kind == "early_help_episode.ended")
            && open(lines, day.yesterday().unwrap()).is_some();
        let began = lines.iter().any(|line| line.day == day && line.kind == "early_help_episode.started");
        if running || (ended || began) && !grown_up(lines, day) {
            return true;
        }
        day = day.tomorrow().unwrap();
    }
    false
}

pub(crate) fn early_help_closed_with_progress(lines: &[Line]) -> Vec<OnDay> {
    let mut all = Vec::new();
    for (place, line) in lines.iter().enumerate().filter(|(_, line)| line.kind == "early_help_episode.ended")
    {
        let Some(since) = open(&lines[..place], line.day) else { continue };
        let rated = lines[..place].iter().filter(|one| one.kind == "outcome.rated" && one.day >= since);
        let mut last = std::collections::BTreeMap::new();
        for one in rated {
            last.insert(one.says("need"), one.says("workers_rating"));
        }
        let better = last.values().any(|rating| matches!(*rating, "met" | "better"));
        let said = matches!(line.says("why"), "met" | "mostly_met");
        all.push((line.day, better || last.is_empty() && said));
    }
    all
}

pub(crate) fn below_threshold_with_destination(lines: &[Line]) -> Vec<OnDay> {
    let mut all = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        if line.kind != "contact.decided"
            || line.says("level_of_need") != "early_help"
            || line.says("outcome") == "referral"
        {
            continue;
        }
        let (mut asked, mut decided, mut taken) = (false, false, None);
        for later in &lines[place + 1..] {
            match later.kind.as_str() {
                "contact.decided" => decided = true,
                "early_help.requested" if !decided => asked = true,
                "early_help.allocated" | "early_help_episode.started" if asked => {
                    taken = taken.or(Some(true))
                }
                "early_help.declined" if asked => taken = taken.or(Some(false)),
                _ => {}
            }
        }
        all.push((line.day, taken == Some(true)));
    }
    all
}
