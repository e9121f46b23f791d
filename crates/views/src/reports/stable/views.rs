//! The stable views, each with its columns.

use super::Is::{Named, NamedThen, Open, OpenWords, Plain, Then, Words};
use super::{StableColumn, StableView, column};

const CHILD: StableColumn = column(
    "child",
    Plain("s.child"),
    "the child: a column of this name opens the record; of a record that the reader may not open, words that say so and a number that only tells one child from another",
);
const NAME: StableColumn =
    column("name", Plain("s.name"), "the child's name, or that the record is restricted");
const WORKER: StableColumn = column("worker", Named("p.worker"), "the child's named worker now");
const TEAM: StableColumn = column("team", Named("p.team"), "the child's team now");
const TEAM_ID: StableColumn =
    column("team_id", Plain("p.team"), "the same as an id: what a parameter of type team is compared with");

/// Every view that reports may read.
pub const STABLE_VIEWS: &[StableView] = &[
    StableView {
        name: "report_children",
        about: "a child of whom something is recorded, open or closed",
        table: "person",
        columns: &[
            CHILD,
            NAME,
            column("born", Open("p.birth"), "day of birth, or on which the birth is expected"),
            column("sex", OpenWords("Sex", "p.sex"), "sex as recorded"),
            column(
                "ethnicity",
                OpenWords("Ethnicity", "json_extract(p.card, '$.ethnicity')"),
                "ethnic group",
            ),
            column("stage", Plain("p.stage"), "how far the work with the child has come, in words"),
            column(
                "opened",
                Plain("p.opened"),
                "the day the present work began; empty of a child who is closed",
            ),
            column("last_seen", Plain("p.last_seen"), "the day a worker last saw the child"),
            column(
                "last_seen_alone",
                Plain("p.last_seen_alone"),
                "the day a worker last saw the child alone",
            ),
            column("died", Open("p.died"), "the day the child died"),
            column("manager", Named("p.manager"), "the manager of the named worker now"),
            WORKER,
            TEAM,
            TEAM_ID,
        ],
    },
    StableView {
        name: "report_contacts",
        about: "a contact about one child; one that tells of three children is three rows",
        table: "contact",
        columns: &[
            CHILD,
            NAME,
            column("received", Plain("substr(t.received, 1, 10)"), "the day it came"),
            column(
                "agency",
                Words("Agency", "t.agency"),
                "the agency that made contact, as it is called here",
            ),
            column("agency_code", Plain("t.agency"), "the same as the code that never changes"),
            column("rating", Words("Rating", "t.rating"), "the risk as last judged"),
            column(
                "decided",
                Plain("substr(t.decided, 1, 10)"),
                "the day it was decided; empty while it waits",
            ),
            column("decided_by", Named("t.decided_by"), "who decided"),
            column("outcome", Words("ContactOutcome", "t.outcome"), "what it led to"),
            column("outcome_code", Plain("t.outcome"), "the same as the code that never changes"),
            column("referrer_told", Plain("substr(t.informed, 1, 10)"), "the day the referrer was told"),
            WORKER,
            TEAM,
            TEAM_ID,
        ],
    },
    StableView {
        name: "report_plans",
        about: "a plan of one child, past or present",
        table: "plan",
        columns: &[
            CHILD,
            NAME,
            column(
                "kind",
                Plain(
                    "CASE t.kind WHEN 'child_protection' THEN 'Child protection plan' WHEN 'child_in_need' THEN 'Child in need plan' ELSE 'Early help plan' END",
                ),
                "which plan it is",
            ),
            column(
                "kind_code",
                Plain("t.kind"),
                "the same as a code: child_protection, child_in_need or early_help",
            ),
            column(
                "category",
                Words("AbuseCategory", "t.category"),
                "the category of a child protection plan",
            ),
            column("started", Plain("t.from_day"), "the day it began; of early help, the day the help began"),
            column("ended", Plain("t.to_day"), "the day it ended; empty while it runs"),
            column(
                "review_on",
                Plain("t.review_on"),
                "the day it is next to be looked at: as set at the last look, or by when the review conference is due",
            ),
            WORKER,
            TEAM,
            TEAM_ID,
        ],
    },
    StableView {
        name: "report_findings",
        about: "something that the rules noticed about one child, for as long as it held",
        table: "finding",
        columns: &[
            CHILD,
            NAME,
            column("finding", Words("Finding", "t.finding"), "what was noticed, in a line"),
            column("finding_code", Plain("t.finding"), "the same as its id: third-contact"),
            column("since", Plain("t.since"), "the day from which it holds; it may be still to come"),
            column(
                "cleared",
                Plain("nullif(t.cleared_on, '9999-12-31')"),
                "the day on which it held no longer; empty while it holds",
            ),
            column("because", Open("t.because"), "why, in a sentence"),
            column("agency", Words("Agency", "t.agency"), "the agency it is about, if it is about one"),
            WORKER,
            TEAM,
            TEAM_ID,
        ],
    },
    StableView {
        name: "report_due",
        about: "something that must be done for one child by a day, done or not",
        table: "duty",
        columns: &[
            CHILD,
            NAME,
            column("what", Words("Timescale", "t.timescale"), "what must be done"),
            column("what_code", Plain("t.timescale"), "the same as the timescale's id"),
            column(
                "is_deadline",
                Plain(
                    "EXISTS (SELECT 1 FROM temp.words w WHERE w.list = 'Deadline' AND w.code = t.timescale)",
                ),
                "1 if it is a worker's task, 0 if it is only counted",
            ),
            column("started", Plain("t.started_on"), "the day it counts from"),
            column("due", Plain("t.due_on"), "the day by which"),
            column("done", Plain("t.stopped_on"), "the day it was done; empty while it is not"),
            column(
                "in_time",
                Plain("t.in_time"),
                "1 if it was done in time, 0 if it was late; empty while it is not done",
            ),
            column(
                "lapsed",
                Plain("t.lapsed_on"),
                "the day from which it is asked no longer, done or not, such as an 18th birthday; it may be still to come",
            ),
            column("because", Open("t.because"), "why it is due then, in a sentence"),
            WORKER,
            TEAM,
            TEAM_ID,
        ],
    },
    StableView {
        name: "report_cases",
        about: "a case of one of the figures on the performance page, in the figure or out of it",
        table: "indicator_case",
        columns: &[
            CHILD,
            NAME,
            column("figure", Words("Indicator", "t.indicator"), "the figure"),
            column("figure_code", Plain("t.indicator"), "the same as its id: recording_lag"),
            column("started", Plain("t.from_day"), "the day it counts on, or from"),
            column(
                "ended",
                Plain("t.to_day"),
                "the day from which it counts no longer; empty while it does, and of what counts on one day",
            ),
            column("met", Plain("t.met"), "1 if it meets the figure's condition, 0 if not"),
            column("value", Plain("t.value"), "the days or hours of a figure that measures time"),
            column("part", Plain("t.grp"), "the part of the figure it belongs to, where there are several"),
            column("because", Open("t.because"), "why it is in or out, in a sentence"),
            column("written_by", Named("t.author"), "who wrote the entry it rests on first"),
            column("worker", NamedThen("worker"), "the child's named worker on the day it started"),
            column("team", NamedThen("team"), "the child's team on the day it started"),
            column(
                "team_id",
                Then("team"),
                "the same as an id: what a parameter of type team is compared with",
            ),
        ],
    },
    StableView {
        name: "report_meetings",
        about: "a conference, strategy discussion or core group about one child, held or booked",
        table: "meeting",
        columns: &[
            CHILD,
            NAME,
            column("kind", Words("Event", "t.kind"), "what it is"),
            column(
                "kind_code",
                Plain("t.kind"),
                "the same as a code: conference.booked, conference.held, strategy_discussion.held, core_group.held",
            ),
            column("type", Plain("t.sort"), "the type of a conference: initial, review"),
            column("held_on", Plain("t.on_day"), "the day it was held, or is booked for"),
            column("held", Plain("t.held"), "1 if it was held, 0 if it is booked"),
            column("chair", Named("t.chair"), "who chairs"),
            WORKER,
            TEAM,
            TEAM_ID,
        ],
    },
    StableView {
        name: "report_oversight",
        about: "what a manager did on one child's record: a sign-off, a return, a decision, supervision",
        table: "oversight",
        columns: &[
            CHILD,
            NAME,
            column("kind", Words("Event", "t.kind"), "what was done"),
            column(
                "kind_code",
                Plain("t.kind"),
                "the same as a code: assessment.signed_off, supervision.held",
            ),
            column("happened", Plain("t.on_day"), "the day"),
            column("done_by", Named("t.by"), "the manager"),
            column("done_for", Named("t.worker"), "the child's named worker that day"),
            column("grade", Plain("t.grade"), "the grade given at a sign-off"),
            WORKER,
            TEAM,
            TEAM_ID,
        ],
    },
    StableView {
        name: "report_matters",
        about: "what stands about one child until it is answered or ends: help, steps, needs, disagreements, specialist concerns",
        table: "matter",
        columns: &[
            CHILD,
            NAME,
            column(
                "kind_code",
                Plain("t.what"),
                "what it is: request, episode, step_up, step_down, check, need, service, signpost, marac_child, disagreement, specialist_concern",
            ),
            column("started", Plain("t.since"), "the day it was asked for or began"),
            column(
                "ended",
                Plain("t.until"),
                "the day it was answered or ended; empty while it waits or runs",
            ),
            WORKER,
            TEAM,
            TEAM_ID,
        ],
    },
    StableView {
        name: "report_allocations",
        about: "the time for which one child was given to a worker or a team",
        table: "allocation",
        columns: &[
            CHILD,
            NAME,
            column("started", Plain("t.from_day"), "the day it began"),
            column("ended", Plain("t.to_day"), "the day it ended; empty while it runs"),
            column("worker", Named("t.worker"), "the worker"),
            column("team", Named("t.team"), "the team"),
            column(
                "team_id",
                Plain("t.team"),
                "the same as an id: what a parameter of type team is compared with",
            ),
        ],
    },
];
