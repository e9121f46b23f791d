//! The lines of a list, from what it is made of.

use calendar::{display, periods, working_days};
use jiff::civil::Date;
use record::timeline::Stage;
use rules::indicators::{When as Of, indicator};
use rules::timescales::timescale;
use views::{ActRow, CaseRow, DutyRow, FindingRow, Stretch};

use super::catalogue::{Keep, List, Source, Standing};
use crate::App;
use crate::problem::Problem;

/// One child on a list, with what puts them there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    /// The child's id.
    pub(crate) person: String,
    /// The child's name.
    pub(crate) name: String,
    /// What kind of line it is, in words.
    pub(crate) kind: String,
    /// What was noticed or done, in a sentence.
    pub(crate) because: String,
    /// The day since which it waits or stands, or on which it happened.
    pub(crate) since: Option<Date>,
    /// The day by which it is to be done.
    pub(crate) due: Option<Date>,
    /// Calendar days that somebody has waited.
    pub(crate) waited: Option<i64>,
    /// Hours that somebody has waited, where the moment from which is known.
    pub(crate) hours: Option<i64>,
    /// The child's worker; of what somebody wrote, its writer.
    pub(crate) worker: Option<String>,
    /// The child's team.
    pub(crate) team: Option<String>,
    /// The worker's manager; of what a manager did, that manager.
    pub(crate) manager: Option<String>,
    /// The child's age, as its band.
    pub(crate) age: Option<&'static str>,
    /// Whether a case meets its figure's condition.
    pub(crate) met: Option<bool>,
    /// A case's value, in days.
    pub(crate) value: Option<i64>,
    /// The kind of event that would mend it.
    pub(crate) mend: Option<String>,
}

/// Every line of a list, of everybody.
pub(crate) fn lines(app: &App, list: &List, period: (Date, Date), today: Date) -> Result<Vec<Line>, Problem> {
    let mut lines = Vec::new();
    let findings =
        if list.sources.iter().any(|source| matches!(source, Source::Finding(_) | Source::EveryFinding)) {
            app.views.findings_on(None, None, today)?
        } else {
            Vec::new()
        };
    for source in list.sources {
        match source {
            Source::EveryFinding => lines.extend(findings.iter().map(|one| finding(one, today, app.now()))),
            Source::Finding(id) => {
                let these = findings.iter().filter(|one| one.finding == *id);
                lines.extend(these.map(|one| finding(one, today, app.now())));
            }
            Source::Duties(ids, standing) => lines.extend(duties(app, ids, *standing, period, today)?),
            Source::Cases(id, keep) => lines.extend(cases(app, id, *keep, period, today)?),
            Source::Acts(kinds) => lines.extend(acts(app, kinds, period)?),
            Source::OpenEnquiries => lines.extend(enquiries(app, today)?),
        }
    }
    Ok(lines)
}

/// Whole calendar days from one day to a later one.
pub(crate) fn days(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

/// A finding as a line.
pub(crate) fn finding(row: &FindingRow, today: Date, now: jiff::Timestamp) -> Line {
    let rule = rules::findings::finding(&row.finding);
    let since = row.waited_from.map_or(row.since, |from| from.date());
    let hours = row
        .waited_from
        .and_then(|from| from.instant())
        .map(|from| now.duration_since(from).as_hours().max(0));
    Line {
        person: row.person.clone(),
        name: row.name.clone(),
        kind: rule.map_or(row.finding.as_str(), |rule| rule.title).to_owned(),
        because: row.because.clone(),
        since: Some(since),
        waited: Some(days(since, today)),
        hours,
        worker: row.worker.clone(),
        team: row.team.clone(),
        manager: row.manager.clone(),
        mend: row.mend.clone(),
        ..Line::default()
    }
}

fn duties(
    app: &App,
    ids: &[&str],
    standing: Standing,
    (first, last): (Date, Date),
    today: Date,
) -> Result<Vec<Line>, Problem> {
    let open = app.views.duties_open(None, None, today)?;
    let wanted = |row: &&DutyRow| ids.contains(&row.timescale.as_str());
    let near = |row: &&DutyRow| match standing {
        Standing::Open => true,
        Standing::DueWithin(limit) => {
            row.due_on.is_none_or(|due| due <= periods::add_calendar_days(today, limit))
        }
        Standing::Missed => row.due_on.is_some_and(|due| due < today),
    };
    let mut all: Vec<DutyRow> = open.iter().filter(wanted).filter(near).cloned().collect();
    if standing == Standing::Missed {
        let done = app.views.duties_under(ids, today)?;
        let late = |row: &&DutyRow| {
            row.in_time == Some(false) && row.stopped_on.is_some_and(|on| first <= on && on <= last)
        };
        all.extend(done.iter().filter(wanted).filter(late).cloned());
    }
    all.iter().map(|row| duty(app, row, standing, today)).collect()
}

fn duty(app: &App, row: &DutyRow, standing: Standing, today: Date) -> Result<Line, Problem> {
    let rule = timescale(&row.timescale);
    let title = rule.map_or(row.timescale.as_str(), |rule| rule.title);
    let kind = match (standing, row.due_on) {
        (Standing::Missed, _) | (_, None) => title.to_owned(),
        (_, Some(due)) => nearness(due, today).to_owned(),
    };
    let id = chronology::PersonId::new(&row.person).map_err(Problem::fault)?;
    Ok(Line {
        person: row.person.clone(),
        name: row.name.clone(),
        kind,
        because: row.because.clone(),
        since: Some(row.started_on),
        due: row.due_on,
        waited: Some(days(row.started_on, today)),
        worker: row.worker.clone(),
        team: app.views.card(&id)?.and_then(|card| card.team),
        manager: row.manager.clone(),
        mend: rule.map(|rule| rule.stopped_by.to_owned()),
        ..Line::default()
    })
}

/// The part of a list of what is due in which a day stands.
fn nearness(due: Date, today: Date) -> &'static str {
    match days(today, due) {
        ..0 => "Late",
        0 => "Due today",
        1..=7 => "Due within 7 days",
        8..=14 => "Due within 14 days",
        _ => "Due later",
    }
}

fn cases(
    app: &App,
    id: &str,
    keep: Keep,
    (first, last): (Date, Date),
    today: Date,
) -> Result<Vec<Line>, Problem> {
    let Some(indicator) = indicator(id) else { return Ok(Vec::new()) };
    let stretch = match indicator.when {
        Of::Period => Stretch::Between(first, last),
        Of::AsAt => Stretch::At(today),
    };
    let cases = app.views.cases(indicator, stretch)?;
    let kept = cases.into_iter().filter(|case| keep == Keep::All || !case.met);
    let line = |case: CaseRow| {
        let age = case.card.birth_date().map(|birth| birth.band(case.on, app.leap_day()).label());
        Line {
            kind: case.group.clone().unwrap_or_else(|| indicator.title.to_owned()),
            because: case.because,
            since: Some(case.from),
            worker: if case.value.is_some() { case.author } else { case.worker },
            team: case.team,
            age,
            met: Some(case.met),
            value: case.value,
            person: case.card.id,
            name: case.card.name,
            ..Line::default()
        }
    };
    Ok(kept.map(line).collect())
}

fn acts(app: &App, kinds: &[&str], (first, last): (Date, Date)) -> Result<Vec<Line>, Problem> {
    let acts = app.views.managers_acts(first, last)?;
    // A decision counts as a challenge only if it says what was questioned.
    let challenge = |act: &&ActRow| act.kind != "management_decision.made" || act.said.is_some();
    let these = acts.iter().filter(|act| kinds.contains(&act.kind.as_str())).filter(challenge);
    let line = |act: &ActRow| {
        let said = act.said.as_ref().map(|said| format!("“{}”", said.trim()));
        let grade = act.grade.as_ref().map(|grade| format!("Grade: {grade}."));
        let words: Vec<String> = grade.into_iter().chain(said).collect();
        Line {
            person: act.person.clone(),
            name: act.name.clone(),
            kind: act_words(&act.kind).to_owned(),
            because: if words.is_empty() { "Without a comment.".to_owned() } else { words.join(" ") },
            since: Some(act.on),
            worker: act.worker.clone(),
            team: act.team.clone(),
            manager: act.by.clone(),
            ..Line::default()
        }
    };
    Ok(these.map(line).collect())
}

/// What a manager's act is called.
pub(crate) fn act_words(kind: &str) -> &'static str {
    match kind {
        "assessment.signed_off" => "Signed off",
        "assessment.returned" => "Sent back",
        "management_decision.made" => "Challenge",
        _ => "Supervision",
    }
}

fn enquiries(app: &App, today: Date) -> Result<Vec<Line>, Problem> {
    let mut lines = Vec::new();
    for card in app.views.at_stages(&[Stage::Enquiry, Stage::Protection])? {
        let id = chronology::PersonId::new(&card.id).map_err(Problem::fault)?;
        let timeline = app.views.folder().timeline(&id)?;
        for enquiry in timeline.enquiries.iter().filter(|enquiry| enquiry.open_on(today)) {
            let day = working_days::working_days_between(enquiry.opened_on, today).max(0);
            lines.push(Line {
                person: card.id.clone(),
                name: card.name.clone(),
                kind: "Section 47 enquiry".to_owned(),
                because: format!("Working day {day}. Opened on {}.", display::full_date(enquiry.opened_on)),
                since: Some(enquiry.opened_on),
                waited: Some(days(enquiry.opened_on, today)),
                value: Some(i64::from(day)),
                worker: card.worker.clone(),
                team: card.team.clone(),
                mend: Some("section_47_enquiry.completed".to_owned()),
                ..Line::default()
            });
        }
    }
    Ok(lines)
}
