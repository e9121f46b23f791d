//! Who may see a record, and who has.

mod glass;
mod samples;
mod view;

pub(crate) use glass::post as break_glass;
pub use samples::samples;
pub use view::*;

use std::collections::BTreeSet;

use axum::extract::{Path, State};
use calendar::display;
use chronology::PersonId;
use maud::Markup;
use record::Choices;
use record::events::{HouseholdJoined, Relation, Role};
use store::desk::Looked;
use views::access::{Action, may};

use super::reading::{Query, Reading, read};
use crate::App;
use crate::components::button::Button;
use crate::components::child_header::ChildPage;
use crate::components::pages::Pages;
use crate::components::prose::Prose;
use crate::components::segments::Segment;
use crate::components::{Tag, Tone, Why};
use crate::problem::Problem;
use crate::session::SignedIn;

/// Sittings on one page.
const PAGE_MAX: usize = 50;
/// The most openings looked through: older ones stay in the log.
const LOOKS_MAX: usize = 5_000;

/// Shows the page, always as things stand now: a past moment changes nothing about who may look.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    axum::extract::Query(query): Query,
) -> Result<Markup, Problem> {
    let reading = read(app, signed_in, &id, &Default::default()).await?;
    let emergencies = query.get("shown").is_some_and(|shown| shown == "emergencies");
    let number = query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1);
    Ok(view(&reading.frame(), &page(&reading, emergencies, number)?))
}

fn page(reading: &Reading, emergencies: bool, number: usize) -> Result<AccessPage, Problem> {
    let all = reading.app.desk.looks_at(reading.person(), None, LOOKS_MAX)?;
    let looks = sittings(all.iter().filter(|look| look.look.broke_glass || !emergencies));
    let pages = looks.len().div_ceil(PAGE_MAX).max(1);
    let here = number.clamp(1, pages);
    let first = (here - 1) * PAGE_MAX;
    let shown = &looks[first..looks.len().min(first + PAGE_MAX)];
    let address = format!("{}/access", reading.href());
    let broken = all.iter().filter(|look| look.look.broke_glass).count();
    let query = if emergencies { "?shown=emergencies&page=" } else { "?page=" };
    Ok(AccessPage {
        child: reading.header(ChildPage::Access),
        initials: reading.initials(),
        summary: summary(&all),
        shown: vec![
            Segment::new("Every opening", address.clone(), !emergencies),
            Segment::new(
                format!("In an emergency {broken}"),
                format!("{address}?shown=emergencies"),
                emergencies,
            ),
        ],
        may: may_see(reading),
        may_why: Some(Why::titled(
            "How this is worked out",
            "By role, by allocation, and by restrictions in force. It is worked out again each time somebody opens \
             the record; nobody keeps access because they once had it.",
        )),
        seen: shown.iter().map(|looks| seen(reading, looks)).collect(),
        pages: Pages {
            here,
            of: pages,
            href: format!("{address}{query}"),
            showing: format!(
                "Showing {} to {} of {}",
                (first + 1).min(looks.len()),
                first + shown.len(),
                looks.len()
            ),
            of_what: "sittings".to_owned(),
        },
        restrictions: restrictions(reading),
        must_not_know: must_not_know(reading),
        acts: acts(reading),
    })
}

fn summary(all: &[Looked]) -> String {
    let people: BTreeSet<&PersonId> = all.iter().map(|look| &look.look.who).collect();
    let times = match all.len() {
        1 => "once".to_owned(),
        many => format!("{many} times"),
    };
    let who = if people.len() == 1 { "1 person".to_owned() } else { format!("{} people", people.len()) };
    let since = all.last().map(|look| calendar::london::date_of(look.at));
    let since = since.map(|day| format!(" since {}", display::full_date(day))).unwrap_or_default();
    format!("Opened {times} by {who}{since}. Your opening this page is among them.")
}

/// Looks of one worker for one reason on one day, one after another, as one.
fn sittings<'l>(looks: impl Iterator<Item = &'l Looked>) -> Vec<Vec<&'l Looked>> {
    let mut sittings: Vec<Vec<&Looked>> = Vec::new();
    for look in looks {
        let day = |look: &Looked| calendar::london::date_of(look.at);
        let same = |last: &&mut Vec<&Looked>| {
            last.first().is_some_and(|l| l.look == look.look && day(l) == day(look))
        };
        match sittings.last_mut().filter(same) {
            Some(last) => last.push(look),
            None => sittings.push(vec![look]),
        }
    }
    sittings
}

fn seen(reading: &Reading, looks: &[&Looked]) -> Seen {
    let (last, first) = (looks[0], looks[looks.len() - 1]);
    let look = &last.look;
    let (from, to) = (calendar::london::wall_clock(first.at), calendar::london::wall_clock(last.at));
    let (began, ended) = (display::time(from.time()), display::time(to.time()));
    let times = if began == ended { began } else { format!("{began} to {ended}") };
    Seen {
        when: format!("{}, {times}", display::table_date(from.date())),
        who: reading.app.views.name(&look.who),
        role: reading.app.practice.label("Role", &look.role).to_owned(),
        did: match looks.len() {
            1 => "Opened a page of the record".to_owned(),
            many => format!("Opened {many} pages of the record"),
        },
        because: if look.broke_glass {
            format!("“{}”", look.why).into()
        } else {
            because(reading, &look.why)
        },
        tags: if look.broke_glass {
            vec![Tag::new(Tone::Soon, "Opened in an emergency")]
        } else {
            Vec::new()
        },
    }
}

/// “By role”, for what the log keeps as `role: Social worker`.
fn because(reading: &Reading, why: &str) -> Prose {
    match why.strip_prefix("role: ") {
        Some(role) => {
            let known = Role::ALL.iter().find(|(_, _, label)| *label == role).map(|(_, code, _)| *code);
            let words = known.map_or(role, |code| reading.app.practice.label("Role", code));
            format!("By role: {}", words.to_lowercase()).into()
        }
        None => display::capital(why).into(),
    }
}

fn may_see(reading: &Reading) -> Vec<MaySee> {
    let (app, timeline, day) = (&reading.app, reading.timeline(), reading.today);
    let line = |who: String, part: &str, because: String| MaySee {
        who,
        part: part.to_owned(),
        what: "The whole record".to_owned(),
        because,
    };
    let mut may_see = Vec::new();
    if let Some(allocation) = timeline.allocation_on(day) {
        let since = display::full_date(allocation.span.from);
        may_see.extend(
            allocation.worker.as_ref().map(|worker| {
                line(app.views.name(worker), "named worker", format!("Allocated since {since}"))
            }),
        );
    }
    if let Some(restriction) = timeline.identity.restriction_on(day) {
        for id in &restriction.allowed {
            may_see.push(line(app.views.name(id), "", "Named in the restriction".to_owned()));
        }
        let words: Vec<String> = roles(reading, |role| may(role, Action::BreakGlass));
        may_see.push(MaySee {
            part: words.join(", "),
            what: "The whole record, for an hour".to_owned(),
            ..line(
                "In an emergency, by role".to_owned(),
                "",
                "With a reason that stands below for everybody".to_owned(),
            )
        });
        return may_see;
    }
    let partner = |role: Role| matches!(role, Role::Partner | Role::HealthLead);
    let open = roles(reading, |role| may(role, Action::OpenRecord) && !partner(role));
    may_see.push(line(
        "By role".to_owned(),
        &open.join(", "),
        "Their work; each opening stands below".to_owned(),
    ));
    let named = timeline.kinships.iter().filter(|kin| {
        kin.span.covers(day) && matches!(kin.relation, Relation::School | Relation::Professional)
    });
    for kin in named {
        let because = "Named as working with this child, if they have an account".to_owned();
        may_see.push(line(reading.name_of(&kin.to), kin.relation.label(), because));
    }
    may_see
}

fn roles(reading: &Reading, wanted: impl Fn(Role) -> bool) -> Vec<String> {
    let roles = Role::ALL.iter().filter(|(role, ..)| wanted(*role));
    roles.map(|(_, code, _)| reading.app.practice.label("Role", code).to_owned()).collect()
}

fn restrictions(reading: &Reading) -> Vec<Prose> {
    let timeline = reading.timeline();
    let mut said: Vec<Prose> = Vec::new();
    for restriction in timeline.identity.restrictions.iter().rev() {
        let reason = restriction.reason.clone().unwrap_or_else(|| "no reason is recorded".to_owned());
        let from = display::full_date(restriction.span.from);
        let tag = match restriction.span.to {
            None => Tag::new(Tone::Restricted, "Restricted"),
            Some(to) => Tag::new(Tone::Plain, format!("Until {}", display::full_date(to))),
        };
        let by = timeline.entry(restriction.by).map(|entry| reading.name_of(entry.author()));
        let by = by.map(|name| format!(" By {name}.")).unwrap_or_default();
        said.push(
            Prose::new().tag(tag).text(format!(" Since {from}: {}.{by}", reason.trim_end_matches('.'))),
        );
    }
    said
}

fn must_not_know(reading: &Reading) -> Vec<Prose> {
    let timeline = reading.timeline();
    let joined = timeline.of::<HouseholdJoined>().filter(|(_, e)| e.protected == Some(true));
    let open = |e: &HouseholdJoined| {
        timeline.stays.iter().any(|s| s.household == e.household && s.span.covers(reading.today))
    };
    let mut said: Vec<Prose> = joined
        .filter(|(_, e)| open(e))
        .map(|(_, e)| {
            let from = e.protected_from.clone().unwrap_or_else(|| "it is not said whom".to_owned());
            Prose::new()
                .tag(Tag::new(Tone::Restricted, "Protected address"))
                .text(format!(" Kept from: {}.", from.trim_end_matches('.')))
        })
        .collect();
    for hazard in timeline.identity.hazards.iter().filter(|hazard| hazard.span.covers(reading.today)) {
        said.push(
            Prose::new().tag(Tag::new(Tone::Restricted, "Take care")).text(format!(" {}", hazard.what)),
        );
    }
    said
}

fn acts(reading: &Reading) -> Vec<Button> {
    if !may(reading.signed_in.who.role, Action::Restrict) {
        return Vec::new();
    }
    match reading.timeline().identity.restriction_on(reading.today) {
        Some(_) => vec![Button::secondary("Lift the restriction", reading.form("restriction_lift", &[]))],
        None => vec![Button::secondary("Restrict this record", reading.form("restriction", &[]))],
    }
}
