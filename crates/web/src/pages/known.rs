//! What the pages of forms say of the people they are about: names, own words, what came before.

use calendar::display;
use record::events::{ContactReceived, ViewsRecorded, VisitMade};
use record::{Choices, Event};

use crate::components::aside::{Aside, Beside, SidePanel};
use crate::components::log::LogLine;
use crate::components::prose::Prose;
use crate::components::words::OwnWords;
use crate::components::{Nearness, When};
use crate::forms::{About, Opened};

/// The children by the names by which to speak of them.
pub(crate) fn children(opened: &Opened) -> String {
    rules::listed(&opened.people.iter().map(|about| about.short.clone()).collect::<Vec<_>>())
}

/// “M N”, “M N and others”: for the browser's tab.
pub(crate) fn initials(opened: &Opened) -> String {
    let first = opened.people.first().map(|about| crate::forms::initials(&about.name)).unwrap_or_default();
    if opened.people.len() > 1 { format!("{first} and others") } else { first }
}

/// “each of these four children”, “Jory”.
pub(crate) fn each_of(opened: &Opened) -> String {
    const COUNTS: [&str; 9] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"];
    match opened.people.as_slice() {
        [one] => one.short.clone(),
        many => {
            let count =
                COUNTS.get(many.len()).map_or_else(|| many.len().to_string(), |word| (*word).to_owned());
            format!("each of these {count} children")
        }
    }
}

/// The latest words of a child: from a visit, or recorded as the child's views. Nothing that the child said must
/// not be shown.
pub(crate) fn words_of(opened: &Opened, about: &About) -> Option<OwnWords> {
    let timeline = &about.around.timeline;
    let said = |day, words: &str, to: &chronology::PersonId| {
        let told = about.around.circle().name_of(to);
        let told = if told == to.as_str() { opened.app.views.name(to) } else { told };
        let caption = format!("{} to {told}, {}", about.short, display::full_date(day));
        OwnWords {
            words: words.trim_matches(['“', '”', '"']).to_owned(),
            caption: caption.into(),
            drawing: None,
        }
    };
    let views = timeline.of::<ViewsRecorded>().filter(|(_, e)| e.may_be_shown != Some(false)).filter_map(
        |(entry, e)| {
            let to = e.told_to.as_ref().unwrap_or(entry.author());
            Some((entry.day(), said(entry.day(), e.words.as_deref()?, to)))
        },
    );
    let visits = timeline.of::<VisitMade>().filter_map(|(entry, e)| {
        let to = e.visited_by.as_ref().unwrap_or(entry.author());
        Some((entry.day(), said(entry.day(), e.words.as_deref()?, to)))
    });
    views.chain(visits).max_by_key(|(day, _)| *day).map(|(_, words)| words)
}

/// Entries that tell the story of what the service did before: the latest first, each once for all the children.
pub(crate) fn history(opened: &Opened, most: usize) -> Vec<LogLine> {
    let mut lines: Vec<(jiff::civil::Date, String, Vec<String>)> = Vec::new();
    for about in &opened.people {
        for entry in about.around.timeline.counting().filter(|entry| tells_history(&entry.event)) {
            let words = super::people::wording::line(entry, &|id| about.around.circle().name_of(id));
            match lines.iter_mut().find(|(day, known, _)| *day == entry.day() && *known == words) {
                Some((_, _, whose)) => whose.push(about.short.clone()),
                None => lines.push((entry.day(), words, vec![about.short.clone()])),
            }
        }
    }
    lines.sort_by_key(|(day, _, _)| std::cmp::Reverse(*day));
    let all = opened.people.len();
    let line = |(day, words, whose): (jiff::civil::Date, String, Vec<String>)| {
        let whose = if whose.len() < all { format!(" ({})", rules::listed(&whose)) } else { String::new() };
        LogLine::new(day.to_string(), in_short(day, opened.today), Prose::new().text(words).quiet(whose))
    };
    lines.into_iter().take(most).map(line).collect()
}

/// “16 Jun” for a day of this year, “Jun 24” for one of another: as much as the column holds.
fn in_short(day: jiff::civil::Date, today: jiff::civil::Date) -> String {
    let text = display::table_date(day);
    let mut parts = text.split(' ');
    let (first, month) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    if day.year() == today.year() {
        return format!("{first} {month}");
    }
    format!("{month} {:02}", day.year().rem_euclid(100))
}

fn tells_history(event: &Event) -> bool {
    matches!(
        event,
        Event::ContactReceived(_)
            | Event::ContactDecided(_)
            | Event::ReferralDecided(_)
            | Event::AssessmentSignedOff(_)
            | Event::StrategyDiscussionHeld(_)
            | Event::EnquiryCompleted(_)
            | Event::ConferenceDecided(_)
            | Event::ProtectionPlanStarted(_)
            | Event::ProtectionPlanEnded(_)
            | Event::NeedPlanStarted(_)
            | Event::NeedPlanEnded(_)
            | Event::ClosureDecided(_)
    )
}

/// What came before, as a panel.
pub(crate) fn before(opened: &Opened) -> SidePanel {
    let panel = SidePanel::new("What came before", Beside::Log(history(opened, 10)));
    match opened.people.first() {
        Some(about) => panel.beneath(
            Prose::new()
                .link(format!("/people/{}/timeline", about.id), format!("Read {}’s timeline", about.short)),
        ),
        None => panel,
    }
}

/// What is missing, what would make it better, and what came before.
pub(crate) fn beside(opened: &Opened) -> Aside {
    Aside {
        label: "What is missing, and history".to_owned(),
        gates_heading: if opened.form.decision {
            format!("Before you can decide for {}", children(opened))
        } else {
            "Needed".to_owned()
        },
        gates: crate::forms::gates(opened),
        advice_heading: "Does not stop you".to_owned(),
        advice: crate::forms::advised(opened),
        panels: vec![before(opened)],
        ..Aside::default()
    }
}

/// What the last contact said, in the caller's own words.
pub(crate) fn contact_of(about: &About) -> Option<(&record::TimelineEntry, &ContactReceived)> {
    about.around.timeline.of::<ContactReceived>().last()
}

/// When something is due, as a page's heading shows it.
pub(crate) fn due(opened: &Opened, on: jiff::civil::Date, what: &str) -> When {
    let today = opened.today;
    let nearness = match calendar::working_days::working_days_between(today, on) {
        _ if on < today => Nearness::Overdue,
        _ if on == today => Nearness::Today,
        ..=2 => Nearness::Soon,
        _ => Nearness::Plain,
    };
    When::new(nearness, display::weekday_date(on), format!("{what}, {}", display::how_far_off(today, on)))
}

/// The earliest open duty of a timescale among the children.
pub(crate) fn duty_of(opened: &Opened, timescales: &[&str]) -> Option<rules::Duty> {
    let open = |duty: &rules::Duty| {
        matches!(duty.state_on(opened.today), Some(rules::DutyState::Due | rules::DutyState::Overdue))
    };
    let duties = opened.people.iter().flat_map(|about| rules::timescales::duties(&about.around.circle()));
    let mine =
        duties.filter(|duty| timescales.contains(&duty.timescale.id) && open(duty) && duty.due_on.is_some());
    mine.min_by_key(|duty| duty.due_on)
}

/// “Social care”, by the practice's own words for a closed list's code.
pub(crate) fn label<C: Choices>(opened: &Opened, answer: C) -> String {
    opened.app.practice.label(C::NAME, answer.code()).to_owned()
}
