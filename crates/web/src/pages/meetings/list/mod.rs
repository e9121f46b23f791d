//! Meetings to come and held, and those that somebody has still to call.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use std::collections::{BTreeMap, HashMap};

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use calendar::{display, periods};
use chronology::PersonId;
use jiff::civil::Date;
use record::events::{ConferenceReportShared, Role};
use rules::DutyState;
use rules::timescales::timescale;
use views::access::Who;
use views::{DutyRow, MeetingRow};

use crate::App;
use crate::components::button::Button;
use crate::components::segments::Segment;
use crate::components::{Nearness, Tag, Tone, When, Why};
use crate::pages::asked::Asked;
use crate::pages::naming::Naming;
use crate::pages::work::mine;
use crate::problem::Problem;
use crate::session::SignedIn;

const PATH: &str = "/meetings";

/// The timescales that ask for a meeting, and the form that calls or records it.
const ASKING: [(&str, &str); 5] = [
    ("icpc-15wd", "conference_booking"),
    ("transfer-in-conference-15wd", "conference_booking"),
    ("cp-review-conference", "conference_booking"),
    ("core-group-first", "core_group"),
    ("core-group-planned", "core_group"),
];

/// Every timescale that a meeting meets.
const MEETINGS: [&str; 7] = [
    "icpc-15wd",
    "transfer-in-conference-15wd",
    "cp-review-conference",
    "core-group-first",
    "core-group-planned",
    "core-group-later",
    "strategy-discussion-local",
];

/// How far ahead a meeting not yet called is listed, in calendar days.
const AHEAD_DAYS: i32 = 14;

/// Most meetings that somebody has still to call on the page.
const TO_CALL_MAX: usize = 60;

/// One meeting: its rows, one a child.
type Rows<'a> = Vec<&'a MeetingRow>;

/// What one request needs.
struct Reader<'a> {
    app: &'a App,
    who: &'a Who,
    naming: Naming<'a>,
    duties: Vec<DutyRow>,
    today: Date,
}

/// Shows the page, or gives the meetings as a file.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Problem> {
    if signed_in.who.role == Role::Administrator {
        return Err(Problem::NotAllowed("Meetings are seen by those who work with children.".to_owned()));
    }
    let asked = Asked::of(query);
    let today = app.today();
    let month = month(&asked, today)?;
    let reader = Reader {
        app: &app,
        who: &signed_in.who,
        naming: Naming::of(&app, &signed_in.who)?,
        duties: app.views.duties_under(&MEETINGS, today)?,
        today,
    };
    let last = month.last_of_month().max(periods::add_calendar_days(today, AHEAD_DAYS));
    let rows = app.views.meetings(month.min(today), last)?;
    let mine = asked.get("show") == Some("mine") || signed_in.who.role == Role::Partner;
    let all: Vec<Rows> =
        gathered(&rows).into_iter().filter(|rows| !mine || reader.part(rows).is_some()).collect();
    if asked.is_csv() {
        return Ok(reader.export(&all));
    }
    let page = reader.page(&all, &asked, month, mine)?;
    Ok(view(&app.frame(Some(&signed_in)), &page).into_response())
}

/// The month that the address names, as its first day; this one unless it says otherwise.
fn month(asked: &Asked, today: Date) -> Result<Date, Problem> {
    let Some(text) = asked.get("month") else { return Ok(today.first_of_month()) };
    format!("{text}-01")
        .parse::<Date>()
        .map_err(|_| Problem::Refused(format!("“{text}” is not a month: write it as 2026-03")))
}

/// Rows of one recording are one meeting about several children. Those booked and since held stand once, held.
fn gathered(rows: &[MeetingRow]) -> Vec<Rows<'_>> {
    let mut meetings: BTreeMap<(Date, i64, &str), Rows> = BTreeMap::new();
    for row in rows {
        let held_since = |other: &MeetingRow| {
            other.held && other.kind == "conference.held" && other.person == row.person && other.on >= row.on
        };
        if !row.held && rows.iter().any(held_since) {
            continue;
        }
        meetings.entry((row.on, row.recording, &row.kind)).or_default().push(row);
    }
    meetings.into_values().collect()
}

impl Reader<'_> {
    fn page(&self, all: &[Rows], asked: &Asked, month: Date, mine: bool) -> Result<MeetingsPage, Problem> {
        let today = self.today;
        let on = |wanted: &dyn Fn(&MeetingRow) -> bool| -> Result<Vec<Meeting>, Problem> {
            all.iter().filter(|rows| wanted(rows[0])).map(|rows| self.meeting(rows)).collect()
        };
        let in_month = |row: &MeetingRow| month <= row.on && row.on <= month.last_of_month();
        let to_call = if self.who.role == Role::Partner { Vec::new() } else { self.to_call(all, mine) };
        let overdue = to_call.iter().filter(|one| one.when.nearness == Nearness::Overdue).count();
        let group = |id: &str, heading: String, meetings: Vec<Meeting>, empty: &str| MeetingGroup {
            id: id.to_owned(),
            heading,
            meetings,
            when_empty: empty.to_owned(),
        };
        let held = on(&|row| row.held && in_month(row))?;
        let words = display::month_and_year(month);
        Ok(MeetingsPage {
            summary: format!(
                "{}. {} held in {words}; {} to call, {overdue} of them late.",
                display::long_date(today),
                held.len(),
                to_call.len()
            ),
            shown: self.segments(asked, month, mine),
            call: None,
            groups: vec![
                group("today", "Today".to_owned(), on(&|row| row.on == today)?, "No meeting today."),
                group(
                    "coming",
                    "To come".to_owned(),
                    on(&|row| row.on > today && !row.held)?,
                    "Nothing is booked.",
                ),
                group(
                    "missed",
                    "Booked, and not recorded as held".to_owned(),
                    on(&|row| row.on < today && !row.held && in_month(row))?,
                    "Every meeting booked has been recorded as held.",
                ),
                group("to-call", "To call".to_owned(), to_call, "No meeting waits to be called."),
                group("held", format!("Held in {words}"), held, "No meeting was held in this month."),
            ],
        })
    }

    fn segments(&self, asked: &Asked, month: Date, mine: bool) -> Vec<Segment> {
        let name = |day: Date| format!("{}-{:02}", day.year(), day.month());
        let (before, after) = (periods::add_months(month, -1), periods::add_months(month, 1));
        let month_link = |day: Date, current: bool| {
            let href = asked.href(PATH, &[("month", Some(&name(day)))]);
            Segment::new(display::month_and_year(day), href, current)
        };
        vec![
            Segment::new("Everybody’s", asked.href(PATH, &[("show", None)]), !mine),
            Segment::new("Mine", asked.href(PATH, &[("show", Some("mine"))]), mine),
            month_link(before, false),
            month_link(month, true),
            month_link(after, false),
            Segment::new("As a file", asked.href(PATH, &[("format", Some("csv"))]), false),
        ]
    }

    /// What the reader is at a meeting: “You chair”, “Your child”.
    fn part(&self, rows: &Rows) -> Option<&'static str> {
        let me = self.who.person.as_str();
        if rows.iter().any(|row| row.chair.as_deref() == Some(me)) {
            return Some("You chair");
        }
        let mine = |row: &&MeetingRow| {
            let card = PersonId::new(&row.person).ok().and_then(|id| self.app.views.card(&id).ok().flatten());
            card.is_some_and(|card| card.worker.as_deref() == Some(me))
        };
        rows.iter().any(mine).then_some("You are the worker")
    }

    fn meeting(&self, rows: &Rows) -> Result<Meeting, Problem> {
        let first = rows[0];
        let names: Vec<String> = rows.iter().map(|row| self.naming.child(&row.person, &row.name)).collect();
        let href = format!("{PATH}/{}", first.recording);
        let duty = rows.iter().find_map(|row| self.duty(row));
        let place: Vec<String> = [first.time.clone(), first.place.clone()].into_iter().flatten().collect();
        Ok(Meeting {
            what: what(first),
            href: href.clone(),
            children: names.join(", "),
            when: self.when(first, duty),
            place: place.join(", "),
            part: self.part_words(rows),
            papers: self.papers(rows, duty)?,
            why: duty.map(|duty| Why::new(format!("is “{}” due then", what(first)), duty.because.clone())),
            next: if first.held { Button::secondary("Read", href) } else { Button::primary("Open", href) },
        })
    }

    fn part_words(&self, rows: &Rows) -> String {
        match (self.part(rows), rows[0].chair.as_deref()) {
            (Some(part), _) => part.to_owned(),
            (None, Some(chair)) => format!("{} chairs", self.naming.worker(chair)),
            (None, None) => "No chair named".to_owned(),
        }
    }

    /// The duty that a meeting answers: the one it stopped, or (not yet held) the one still open.
    fn duty(&self, row: &MeetingRow) -> Option<&DutyRow> {
        let of_child = self.duties.iter().filter(|duty| duty.person == row.person);
        let asks = |duty: &&DutyRow| {
            let by = timescale(&duty.timescale).map_or("", |rule| rule.stopped_by);
            let kind = if row.kind == "conference.booked" { "conference.held" } else { row.kind.as_str() };
            by == kind
        };
        let answered = |duty: &&DutyRow| {
            if row.held {
                duty.stopped_by == row.entry
            } else {
                duty.stopped_by.is_none() && duty.lapsed_on.is_none()
            }
        };
        of_child.filter(asks).find(answered)
    }

    fn when(&self, row: &MeetingRow, duty: Option<&DutyRow>) -> When {
        let date = display::weekday_date(row.on);
        let due = duty.and_then(|duty| duty.due_on);
        let meaning = match (row.held, due) {
            (true, Some(due)) => format!("was due by {}", display::table_date(due)),
            (true, None) => display::how_long_ago(self.today, row.on),
            (false, Some(due)) => format!("due by {}", display::weekday_date(due)),
            (false, None) => display::how_far_off(self.today, row.on),
        };
        let nearness = match (row.held, due) {
            (false, Some(due)) if row.on > due => Nearness::Overdue,
            (false, _) if row.on == self.today => Nearness::Today,
            _ => Nearness::Plain,
        };
        When::new(nearness, date, meaning)
    }

    /// Reports in, and whether it is late.
    fn papers(&self, rows: &Rows, duty: Option<&DutyRow>) -> Result<Vec<Tag>, Problem> {
        let mut tags = Vec::new();
        let first = rows[0];
        if first.kind.starts_with("conference") {
            let mut reports = 0;
            for row in rows {
                let id = PersonId::new(&row.person).map_err(Problem::fault)?;
                let timeline = self.app.views.folder().timeline(&id)?;
                // Reports for this conference: shared since the conference before it.
                let before = timeline.of::<record::events::ConferenceHeld>().map(|(entry, _)| entry.day());
                let since = before.filter(|day| *day < first.on).max();
                let near = |day: Date| day <= first.on && since.is_none_or(|since| day > since);
                reports +=
                    timeline.of::<ConferenceReportShared>().filter(|(entry, _)| near(entry.day())).count();
            }
            let tone = if reports == 0 { Tone::Soon } else { Tone::Met };
            tags.push(Tag::new(
                tone,
                if reports == 1 { "1 report in".to_owned() } else { format!("{reports} reports in") },
            ));
        }
        match duty.and_then(|duty| duty.state_on(self.today)) {
            Some(DutyState::Late) => tags.push(Tag::new(Tone::Late, "Held late")),
            Some(DutyState::Met) => tags.push(Tag::new(Tone::Met, "In time")),
            Some(DutyState::Overdue) => tags.push(Tag::new(Tone::Overdue, "Overdue")),
            Some(DutyState::Due) if duty.and_then(|duty| duty.due_on).is_some_and(|due| first.on > due) => {
                tags.push(Tag::new(Tone::Overdue, "Booked after its day"));
            }
            _ => {}
        }
        Ok(tags)
    }

    /// Meetings that a timescale asks for soon, of children for whom none is booked.
    fn to_call(&self, booked: &[Rows], mine: bool) -> Vec<Meeting> {
        let until = periods::add_calendar_days(self.today, AHEAD_DAYS);
        let is_booked = |duty: &DutyRow| {
            let conference = duty.timescale.contains("conference") || duty.timescale.starts_with("icpc");
            booked
                .iter()
                .flatten()
                .any(|row| row.person == duty.person && !row.held && conference && row.on >= self.today)
        };
        let mut wanted: Vec<(&DutyRow, &str)> = Vec::new();
        for duty in &self.duties {
            let form = ASKING.iter().find(|(id, _)| *id == duty.timescale).map(|(_, form)| *form);
            let open = matches!(duty.state_on(self.today), Some(DutyState::Due | DutyState::Overdue));
            let ours = !mine || duty.worker.as_deref() == Some(self.who.person.as_str());
            if let Some(form) = form
                && open
                && ours
                && duty.due_on.is_none_or(|due| due <= until)
                && !is_booked(duty)
            {
                wanted.push((duty, form));
            }
        }
        wanted.sort_by_key(|(duty, _)| (duty.due_on, duty.name.clone()));
        wanted.iter().take(TO_CALL_MAX).map(|(duty, form)| self.asked_for(duty, form)).collect()
    }

    fn asked_for(&self, duty: &DutyRow, form: &str) -> Meeting {
        let title = timescale(&duty.timescale).map_or(duty.timescale.as_str(), |rule| rule.title);
        let hidden = self.naming.hides(&duty.person);
        let known = self.app.practice.form(form).is_some() && !hidden;
        let overdue = duty.due_on.is_some_and(|due| due < self.today);
        Meeting {
            what: title.to_owned(),
            href: self.naming.href(&duty.person),
            children: self.naming.child(&duty.person, &duty.name),
            when: mine::due(self.today, duty.due_on),
            place: String::new(),
            part: self.naming.worker_or(duty.worker.as_deref(), "No worker"),
            papers: overdue.then(|| Tag::new(Tone::Overdue, "Late")).into_iter().collect(),
            why: (!hidden).then(|| Why::new(format!("is “{title}” due then"), duty.because.clone())),
            next: if known {
                Button::secondary("Arrange", format!("/forms/{form}?about={}", duty.person))
            } else {
                Button::secondary("Lists", "/lists/conferences-due")
            },
        }
    }

    fn export(&self, all: &[Rows]) -> Response {
        let head = ["Meeting", "Day", "Held", "Child", "Chair", "Due", "In time", "Place"];
        let rows = all.iter().flatten().map(|row| {
            let duty = self.duty(row);
            let in_time = duty.and_then(|duty| duty.in_time);
            vec![
                what(row),
                row.on.to_string(),
                if row.held { "yes" } else { "no" }.to_owned(),
                self.naming.child(&row.person, &row.name),
                self.naming.worker_or(row.chair.as_deref(), ""),
                duty.and_then(|duty| duty.due_on).map(|due| due.to_string()).unwrap_or_default(),
                in_time.map(|in_time| if in_time { "yes" } else { "no" }.to_owned()).unwrap_or_default(),
                row.place.clone().unwrap_or_default(),
            ]
        });
        crate::pages::csv::file(&format!("meetings-{}", self.today), &head, rows)
    }
}

/// “Initial conference”, “Strategy discussion”.
fn what(row: &MeetingRow) -> String {
    let kind = match row.kind.as_str() {
        "conference.booked" | "conference.held" => "Child protection conference",
        "strategy_discussion.held" => "Strategy discussion",
        _ => "Core group",
    };
    row.sort.as_ref().map_or_else(|| kind.to_owned(), |sort| format!("{kind}: {}", sort.to_lowercase()))
}
