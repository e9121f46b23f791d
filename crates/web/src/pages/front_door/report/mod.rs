//! How the front door is doing, by source agency; and a feedback pack for each.

mod counting;
mod samples;
mod view;

pub use samples::{pack_samples, samples};
pub use view::*;

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use calendar::display;

use self::counting::{Agency, COUNTS, Counted};
use super::queue::history::label;
use super::queue::may_see;
use crate::App;
use crate::components::chips::Chip;
use crate::components::segments::Segment;
use crate::pages::asked::{Asked, PeriodForm, period_words};
use crate::pages::naming::Naming;
use crate::problem::Problem;
use crate::session::SignedIn;

const PATH: &str = "/front-door/report";
/// Most contacts on the page; the file has them all.
const CONTACTS_MAX: usize = 100;

/// Shows the report.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Problem> {
    may_see_figures(&signed_in)?;
    let asked = Asked::of(query);
    let naming = Naming::of(&app, &signed_in.who)?;
    let period = asked.period(app.today())?;
    let all = counting::contacts(&app, period)?;
    let count = COUNTS.iter().find(|count| asked.get("show") == Some(count.0)).unwrap_or(&COUNTS[0]);
    let of_agency = |one: &&Counted| asked.get("agency").is_none_or(|agency| agency == one.agency);
    let open: Vec<&Counted> = all.iter().filter(|one| (count.2)(one)).filter(of_agency).collect();
    if asked.is_csv() {
        return Ok(export(&app, "front-door", &open, &naming));
    }
    let agencies = counting::by_agency(&all);
    let page = ReportPage {
        summary: format!(
            "{}. Contacts about {} children from {} agencies.",
            period_words(period),
            all.len(),
            agencies.len()
        ),
        period: PeriodForm::of(PATH, &asked, period),
        counts: COUNTS
            .iter()
            .map(|one| {
                let href = asked.href(PATH, &[("show", Some(one.0)), ("agency", None)]);
                let number = all.iter().filter(|contact| (one.2)(contact)).count();
                (Segment::new(one.1, href, one.0 == count.0), number)
            })
            .collect(),
        agencies: agencies.iter().map(|agency| agency_line(&app, agency, &asked)).collect(),
        open_heading: count.1.to_owned(),
        filters: asked
            .get("agency")
            .map(|agency| Chip::new(agency_name(&app, agency), asked.href(PATH, &[("agency", None)])))
            .into_iter()
            .collect(),
        more: open.len().saturating_sub(CONTACTS_MAX),
        contacts: open.iter().take(CONTACTS_MAX).map(|one| contact_line(&app, one, &naming)).collect(),
        csv_href: asked.href(PATH, &[("format", Some("csv"))]),
    };
    Ok(view(&app.frame(Some(&signed_in)), &page).into_response())
}

/// Shows an agency's feedback pack.
pub(crate) async fn pack(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(agency): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Problem> {
    may_see_figures(&signed_in)?;
    let asked = Asked::of(query);
    let naming = Naming::of(&app, &signed_in.who)?;
    let period = asked.period(app.today())?;
    let all = counting::contacts(&app, period)?;
    let theirs: Vec<Counted> = all.into_iter().filter(|one| one.agency == agency).collect();
    let known = record::choice_list("Agency")
        .is_some_and(|list| list.answers.iter().any(|(code, _)| *code == agency));
    if !known && theirs.is_empty() {
        return Err(Problem::NotFound);
    }
    let open: Vec<&Counted> = theirs.iter().collect();
    if asked.is_csv() {
        return Ok(export(&app, &format!("feedback-{agency}"), &open, &naming));
    }
    let numbers = counting::by_agency(&theirs).pop().unwrap_or_default();
    let page = PackPage {
        agency: agency_name(&app, &agency),
        period: period_words(period),
        said: said(&numbers),
        contacts: open.iter().map(|one| contact_line(&app, one, &naming)).collect(),
        csv_href: asked.href(&format!("{PATH}/{agency}"), &[("format", Some("csv"))]),
        report_href: asked.href(PATH, &[("agency", Some(&agency))]),
        printed: format!("Printed {}, by {}.", display::date_and_time(app.now()), signed_in.who.name),
    };
    Ok(pack_view(&app.frame(Some(&signed_in)), &page).into_response())
}

fn may_see_figures(signed_in: &SignedIn) -> Result<(), Problem> {
    use views::access::{Action, may};
    if may(signed_in.who.role, Action::SeePerformance) { Ok(()) } else { may_see(signed_in) }
}

fn agency_name(app: &App, code: &str) -> String {
    if code == "unknown" {
        "Agency not recorded".to_owned()
    } else {
        label(app, "Agency", Some(code)).unwrap_or_default()
    }
}

fn agency_line(app: &App, agency: &Agency, asked: &Asked) -> AgencyLine {
    AgencyLine {
        name: agency_name(app, &agency.code),
        href: asked.href(PATH, &[("agency", Some(&agency.code)), ("show", None)]),
        pack_href: asked.href(&format!("{PATH}/{}", agency.code), &[("agency", None), ("show", None)]),
        contacts: agency.received,
        decided: agency.decided,
        in_time: format!("{} of {} in a working day", agency.in_time, agency.decided),
        referrals: agency.referrals,
        rate: agency.rate().map(|rate| format!("{rate:.0}%")).unwrap_or_default(),
        untold: agency.untold,
    }
}

fn said(agency: &Agency) -> Vec<String> {
    let rate =
        agency.rate().map(|rate| format!(" ({rate:.0} in a hundred of those decided)")).unwrap_or_default();
    vec![
        format!(
            "{} contacts came from this agency, one for each child; {} are decided, {} of them within one working day.",
            agency.received, agency.decided, agency.in_time
        ),
        format!(
            "{} became referrals{rate}. {} referrers have not yet been told what was decided.",
            agency.referrals, agency.untold
        ),
    ]
}

fn notes(one: &Counted) -> String {
    let notes = [
        (one.repeat, "Repeat within twelve months."),
        (one.unreasoned, "No reason, or no history weighed."),
        (one.unseen, "No outcome or sight of the child yet."),
    ];
    notes.iter().filter(|(is, _)| *is).map(|(_, words)| *words).collect::<Vec<_>>().join(" ")
}

fn contact_line(app: &App, one: &Counted, naming: &Naming) -> ContactLine {
    let contact = &one.contact;
    let outcome = label(app, "ContactOutcome", contact.outcome.as_deref());
    let decided = contact.decided.map(|at| display::table_date(at.date()));
    let outcome = match decided {
        Some(day) => format!("{}, {day}", outcome.unwrap_or_else(|| "No outcome given".to_owned())),
        None => "Not yet decided".to_owned(),
    };
    let wait = one.wait.map(|days| display::working_days(days.unsigned_abs()));
    let informed = contact.informed.map(|at| display::table_date(at.date()));
    ContactLine {
        name: naming.child(&contact.person, &contact.name),
        href: naming.href(&contact.person),
        agency: agency_name(app, &one.agency),
        received: display::table_date(one.received),
        outcome,
        wait: wait.unwrap_or_default(),
        informed: informed.unwrap_or_else(|| "Not told".to_owned()),
        notes: notes(one),
    }
}

fn export(app: &App, name: &str, contacts: &[&Counted], naming: &Naming) -> Response {
    let head = [
        "Person",
        "Name",
        "Agency",
        "Referrer",
        "Received",
        "Outcome",
        "Working days",
        "Referrer told",
        "Notes",
    ];
    let rows = contacts.iter().map(|one| {
        let line = contact_line(app, one, naming);
        let hidden = naming.hides(&one.contact.person);
        vec![
            if hidden { String::new() } else { one.contact.person.clone() },
            line.name,
            line.agency,
            one.contact.referrer.clone().filter(|_| !hidden).unwrap_or_default(),
            one.received.to_string(),
            line.outcome,
            one.wait.map(|days| days.to_string()).unwrap_or_default(),
            line.informed,
            line.notes,
        ]
    });
    crate::pages::csv::file(&format!("{name}-{}", app.today()), &head, rows)
}
