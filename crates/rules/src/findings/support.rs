//! Services not taken up and not offered again, and signposts that nobody followed up.

use record::events::{Engagement, ServiceEngagementRecorded, SignpostMade};
use record::{Event, TimelineEntry};

use super::limit::{unanswered, weeks};
use super::{Example, Finding};
use crate::days::{day_after, earliest};
use crate::early_help::signposts;
use crate::{Asked, Audience, Circle, Found};

pub(super) const RE_OFFER: Finding = Finding {
    id: "service-not-offered-again",
    title: "Service not taken up, to be offered again",
    failing: None,
    source: "local practice: a service not taken up is offered again on a day that is set",
    for_whom: &[Audience::Worker, Audience::Manager],
    look: re_offer,
    examples: &[
        Example {
            title: "past the day that was set",
            notation: REFUSED,
            on: "2026-04-02",
            expect: &["was to be offered to the child again on 1 April 2026"],
        },
        Example { title: "offered again", notation: REFUSED, on: "2026-04-07", expect: &[] },
    ],
};

const REFUSED: &str = "
recording by worker as family_support_worker
  2026-03-04 child service.engagement_recorded
    service_name: Young carers’ group
    engagement: not_taken_up
    offer_again_on: 2026-04-01
  2026-04-07 child service.referred
    service_name: Young carers’ group
";

fn re_offer(circle: &Circle) -> Vec<Found> {
    let said = circle.timeline.of::<ServiceEngagementRecorded>();
    let refused = said.filter(|(_, e)| e.engagement == Some(Engagement::NotTakenUp));
    let found = |(entry, e): (&TimelineEntry, &ServiceEngagementRecorded)| {
        let again = e.offer_again_on?;
        let offered = circle.timeline.after(entry.id).find(|one| {
            matches!(
                one.event,
                Event::ServiceReferred(_)
                    | Event::ServiceStarted(_)
                    | Event::ServiceEngagementRecorded(_)
                    | Event::OfferMade(_)
                    | Event::ServiceEnded(_)
            )
        });
        let because = format!(
            "{} was to be offered to {} again on {}.",
            e.service_name.as_deref().unwrap_or("The service"),
            circle.child(),
            calendar::display::full_date(again)
        );
        let one = Found::since(day_after(again), because).cleared(offered.map(TimelineEntry::day));
        Some(one.from([entry.id]).mended_by("service.referred").waited_from(again))
    };
    refused.filter_map(found).collect()
}

pub(super) const SIGNPOST: Finding = Finding {
    id: "signpost-unchecked",
    title: "Signpost not looked at",
    failing: None,
    source: "local practice: four weeks after a signpost somebody asks whether it was followed",
    for_whom: &[Audience::Worker, Audience::Manager],
    look: signpost,
    examples: &[
        Example { title: "four weeks", notation: POINTED, on: "2026-03-30", expect: &[] },
        Example {
            title: "past them",
            notation: POINTED,
            on: "2026-03-31",
            expect: &["Nobody has asked whether “Family hub” helped the child: 4 weeks"],
        },
        Example { title: "asked", notation: POINTED, on: "2026-04-02", expect: &[] },
    ],
};

const POINTED: &str = "
recording by hub as early_help_worker
  2026-03-02 child signpost.made
    service_name: Family hub
  2026-04-02 child signpost.taken_up
    taken_up: yes
";

fn signpost(circle: &Circle) -> Vec<Found> {
    let within = weeks(circle.settings.limit("signpost_check_weeks"));
    let found = |one: Asked<SignpostMade>| {
        let service = one.said.service_name.as_deref().unwrap_or("the service");
        let words = format!("Nobody has asked whether “{service}” helped {}", circle.child());
        let found = unanswered(one.entry, one.answer, within, &words, "signpost.taken_up");
        let cleared = earliest([found.cleared_on, circle.grown_up()]);
        found.cleared(cleared)
    };
    signposts(circle.timeline).into_iter().map(found).collect()
}
