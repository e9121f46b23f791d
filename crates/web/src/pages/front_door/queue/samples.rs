//! The front door at 2pm on Monday 2 March 2026; and a quiet evening.

use super::{OnToday, QueuePage, Waiting};
use crate::components::button::Button;
use crate::components::log::LogLine;
use crate::components::prose::Prose;
use crate::components::segments::Segment;
use crate::components::stats::Stat;
use crate::components::{Nearness, Tag, Tone, When, Why};

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, QueuePage)> {
    let quiet = QueuePage {
        summary: "Monday 2 March 2026, 6:40pm. Nothing waits.".into(),
        managers: managers(),
        yesterday_day: "Friday 27 February".into(),
        ..QueuePage::default()
    };
    vec![("monday", monday()), ("quiet", quiet)]
}

fn managers() -> Vec<OnToday> {
    let one = |name: &str, role: &str, reach: &str| OnToday {
        name: name.into(),
        role: role.into(),
        reach: reach.into(),
    };
    vec![
        one("Martin Eddy", "manager for social care", "here until 5:00pm"),
        one("DS Alys Rowe", "manager for the police", "01000 555 021"),
    ]
}

fn monday() -> QueuePage {
    let ways = [("All", true), ("Being screened", false), ("Ready to decide", false)];
    let stat = Stat::new;
    QueuePage {
        summary: "Monday 2 March 2026, 2:00pm. Four households, nine children. None is over the limit.".into(),
        shown: ways.map(|(words, current)| Segment::new(words, "/front-door?show=all", current)).into(),
        managers: managers(),
        waiting: waiting(),
        order_why: Some(Why::titled(
            "Why this order and this limit?",
            "By risk as last judged, then by hours open, longest first. A manager decides what follows within one working \
             day of a contact: Working Together 2023, chapter 3. The hours are those the front door is open, 8:45am to \
             5:00pm; a contact at 10:20am on Monday is decided by the end of Tuesday.",
        )),
        yesterday: vec![
            stat("Contacts", "31", "19 households, 44 children"),
            stat("Decided in one working day", "28 of 31", "two waited for the police, one for a name"),
            stat("Became referrals", "11 children", "of 44, 25.0%"),
            stat("No further action", "12 children", "each with a manager’s reason"),
        ],
        yesterday_day: "Friday 27 February".into(),
        second_look: vec![
            Prose::new().link("/contacts/3311", "Opie household").text(": no further action for two children; the third contact in six weeks. Drawn for Friday’s second look."),
            Prose::new().link("/contacts/3318", "Bolitho household").text(": decided for one child of three; the other two have no reason yet. ")
                .tag(Tag::new(Tone::Finding, "Finding")),
        ],
    }
}

fn waiting() -> Vec<Waiting> {
    let day = LogLine::new;
    let red = || Tag::new(Tone::Late, "Red: act today");
    let amber = || Tag::new(Tone::Soon, "Amber: serious");
    vec![
        Waiting {
            household: "Nance and Hosken, 4 children".into(),
            href: "/contacts/3320".into(),
            children: "9, 6 and 3 years, and unborn".into(),
            risk: red(),
            said: Prose::new().text(
                "Porthavel Primary. Morwenna sits on the stairs to listen when Joel and her mum shout.",
            ),
            raised: Prose::new(),
            open: When::new(Nearness::Soon, "3 h 40 m", "decide by Tue 3 Mar, 5:00pm"),
            history: vec![
                day("2025-11", "Nov 25", "Child in need plan ended (two of four)"),
                day("2025-06", "Jun 25", "Police at the house, 11:40pm"),
                day("2024-11", "Nov 24", "School contact: no further action"),
            ],
            ready: Tag::new(Tone::Soon, "3 things missing"),
            next: Button::primary("Decide", "/contacts/3320/decide"),
        },
        Waiting {
            household: "Trescothick, 1 child".into(),
            href: "/contacts/3316".into(),
            children: "15 years".into(),
            risk: amber(),
            said: Prose::new()
                .text("Police. Missing since Sunday, found at Truro station with two older men."),
            raised: Prose::new(),
            open: When::new(Nearness::Today, "12 h 5 m", "decide today, by 5:00pm"),
            history: vec![day("2026-01", "Jan 26", "Missing, returned after a night")],
            ready: Tag::new(Tone::Met, "Ready"),
            next: Button::secondary("Decide", "/contacts/3316/decide"),
        },
        Waiting {
            household: "Bosanko, 3 children".into(),
            href: "/contacts/3319".into(),
            children: "8, 5 and 1 year".into(),
            risk: amber(),
            said: Prose::new().text(
                "Health visitor. Mother is in hospital and nobody knows who has the children at night.",
            ),
            raised: Prose::new(),
            open: When::new(Nearness::Soon, "5 h 10 m", "decide by Tue 3 Mar, 5:00pm"),
            history: Vec::new(),
            ready: Tag::new(Tone::Soon, "Father not yet named"),
            next: Button::secondary("Screen", "/contacts/3319"),
        },
        Waiting {
            household: "Uglow, 1 child".into(),
            href: "/contacts/3321".into(),
            children: "4 years".into(),
            risk: Tag::new(Tone::Plain, "Green: lower"),
            said: Prose::new().text("Nursery. Asks for help with a hearing appointment; the family agrees."),
            raised: Prose::new(),
            open: When::new(Nearness::Plain, "1 h 15 m", "decide by Tue 3 Mar, 5:00pm"),
            history: vec![day("2023-09", "Sep 23", "Early help ended, aims met")],
            ready: Tag::new(Tone::Met, "Ready"),
            next: Button::secondary("Decide", "/contacts/3321/decide"),
        },
    ]
}
