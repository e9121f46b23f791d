//! Every list a manager works from, in one table: what it is called, what it is made of, how it is counted.
//!
//! A new list is a new line here; nothing else.

/// A list.
pub(crate) struct List {
    /// Its name in the address: `unallocated`.
    pub(crate) name: &'static str,
    /// Its heading.
    pub(crate) title: &'static str,
    /// What is on it and when a line goes, in a sentence or two.
    pub(crate) about: &'static str,
    /// What is said when nothing is on it.
    pub(crate) empty: &'static str,
    /// The part of the index it stands in.
    pub(crate) part: Part,
    /// What it is made of.
    pub(crate) sources: &'static [Source],
    /// How its lines are counted, group by group.
    pub(crate) tally: Tally,
    /// The groups that are shown first.
    pub(crate) by: By,
}

/// The parts of the index, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// From the first call to the first visit.
    FrontDoor,
    /// Workers and their managers.
    Oversight,
    /// The child's own voice, people and record.
    Record,
    /// Early help, and steps to and from it.
    Help,
    /// Risk, plans of need, and the end of the work.
    Need,
    /// Protection.
    Protection,
}

impl Part {
    /// The heading.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::FrontDoor => "Front door",
            Self::Oversight => "Workers and oversight",
            Self::Record => "The child and the record",
            Self::Help => "Early help",
            Self::Need => "Risk, need and closing",
            Self::Protection => "Protection",
        }
    }
}

/// What a list is made of.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Source {
    /// Every finding that holds today.
    EveryFinding,
    /// A finding that holds today.
    Finding(&'static str),
    /// Duties under these timescales that stand so today.
    Duties(&'static [&'static str], Standing),
    /// Cases of an indicator in the period (or, for a figure at a date, today).
    Cases(&'static str, Keep),
    /// Managers' acts of these kinds in the period.
    Acts(&'static [&'static str]),
    /// Section 47 enquiries that are open today.
    OpenEnquiries,
}

/// How a duty stands, to be on a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Not done yet.
    Open,
    /// Not done yet, and due within so many calendar days, or overdue.
    DueWithin(i32),
    /// Not done yet and overdue, or done late in the period.
    Missed,
}

/// Which cases are on a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keep {
    /// Those that do not meet the figure's condition.
    Unmet,
    /// All.
    All,
}

/// How lines are counted in each group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tally {
    /// How many.
    Lines,
    /// How many in a hundred meet it.
    Percent,
    /// The middle of their values, in days.
    MedianDays,
    /// How many of each kind.
    Kinds,
}

/// What lines are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// The child's worker; for what somebody wrote, its writer.
    Worker,
    /// The child's team.
    Team,
    /// The worker's manager; for what a manager did, that manager.
    Manager,
    /// The child's age.
    Age,
    /// What kind of line it is.
    Kind,
}

/// Every way to group, with its name in the address and the words for a group of it.
pub(crate) const WAYS: [(By, &str, &str); 5] = [
    (By::Worker, "worker", "Worker"),
    (By::Team, "team", "Team"),
    (By::Manager, "manager", "Manager"),
    (By::Age, "age", "Age"),
    (By::Kind, "kind", "Kind"),
];

impl List {
    /// The list of this name.
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        LISTS.iter().find(|list| list.name == name)
    }

    /// Whether it is of a period, and not of today alone.
    pub(crate) fn has_period(&self) -> bool {
        self.sources.iter().any(|source| match source {
            Source::Cases(id, _) => rules::indicators::indicator(id)
                .is_some_and(|indicator| indicator.when == rules::indicators::When::Period),
            Source::Acts(_) | Source::Duties(_, Standing::Missed) => true,
            _ => false,
        })
    }

    /// The list that shows a finding.
    pub(crate) fn of_finding(finding: &str) -> Option<&'static Self> {
        LISTS.iter().find(|list| {
            list.sources.iter().any(|source| matches!(source, Source::Finding(id) if *id == finding))
        })
    }
}

const LINES: Tally = Tally::Lines;

/// A list made of findings, counted in lines.
const fn found(
    part: Part,
    name: &'static str,
    title: &'static str,
    sources: &'static [Source],
    by: By,
    about: &'static str,
    empty: &'static str,
) -> List {
    List { name, title, about, empty, part, sources, tally: LINES, by }
}

use self::Source::{Acts, Cases, Duties, EveryFinding, Finding, OpenEnquiries};
use By::{Age, Kind, Manager, Team, Worker};
use Part::{FrontDoor, Help, Need, Oversight, Protection, Record};

/// Every list, in the order of a child's journey.
#[rustfmt::skip]
pub(crate) const LISTS: &[List] = &[
    found(FrontDoor, "contacts-undecided", "Contacts past their limit", &[Finding("contact-undecided")], Kind,
        "Contacts that wait for a decision past the limit their risk allows. They stand before the front-door manager and the head of service alike; the decision clears the line.",
        "Every contact was decided within its limit."),
    List { name: "decision-reviews", title: "Decisions drawn for a second look", part: FrontDoor, tally: LINES, by: Manager,
        sources: &[Duties(&["decision-review"], Standing::Open)],
        about: "Decisions of no further action drawn by lot each Monday, and every one that ended a third contact within twelve months. Another manager upholds or overturns each; one overturned opens its contact again, first in the queue.",
        empty: "No decision waits for a second look." },
    found(FrontDoor, "third-contacts", "Third contacts without an assessment", &[Finding("third-contact")], Manager,
        "Children of whom a third contact or more within twelve months waits, with no assessment in that time. Each line shows the contacts together; only a head of service may end the last. The decision clears the line.",
        "No third contact waits for the head of service."),
    found(FrontDoor, "agencies-not-answered", "Agencies that have not answered", &[Finding("information-unanswered")], Team,
        "Agencies asked about a child that have neither told what they hold nor said that they do not share it, past the authority’s limit. The answer clears the line.",
        "Every agency that was asked has answered."),
    found(FrontDoor, "referrers-not-informed", "Referrers not told", &[Finding("referrer-not-informed")], Manager,
        "Contacts decided of which nobody has told the referrer in time. Telling them clears the line.",
        "Every referrer has been told what was decided."),
    found(FrontDoor, "referrals-without-outcome", "Referrals without outcome or sight of the child", &[Finding("referral-unresolved")], Team,
        "Referrals not yet traced to a decision and to the child being seen. A line goes when both are recorded.",
        "Every referral has an outcome, and every child accepted has been seen."),
    found(FrontDoor, "not-seen-since-referral", "Not seen since the referral", &[Finding("first-visit-missing")], Team,
        "Children whom no worker has seen within the limit that the risk allows. A visit at which the child is seen clears the line.",
        "Every referred child has been seen in time."),
    found(FrontDoor, "disagreements", "Agencies that disagree", &[Finding("disagreement-manager"), Finding("disagreement-head"), Finding("disagreement-board")], Kind,
        "Agencies that dispute a decision and wait for the answer, by who has it. Unanswered, each moves to the next level by itself; the answer clears the line.",
        "No agency waits for an answer."),
    found(FrontDoor, "specialist-concerns", "Specialist concerns without an answer", &[Finding("specialist-concern-unanswered")], Team,
        "Concerns of radicalisation, female genital mutilation, modern slavery and the like that nobody has referred in time, or whose answer has not come. Each line names the duty that applies.",
        "Every specialist concern has been referred and answered."),
    List { name: "decision-steps", title: "Steps left out in deciding a contact", part: FrontDoor, tally: LINES, by: Team,
        sources: &[Cases("contact_decision_steps", Keep::Unmet)],
        about: "Decisions in the period that left out a step: the screening, the indicators of the threshold document, the level of need, the reason, the history, the earlier contacts.",
        empty: "No step was left out in this period." },
    found(FrontDoor, "threshold-unacknowledged", "Threshold document not acknowledged", &[Finding("threshold-unacknowledged")], Kind,
        "Agencies that have not acknowledged the latest threshold document in time. Their acknowledgement clears the line.",
        "Every agency has acknowledged the threshold document."),
    found(FrontDoor, "siblings", "Brothers and sisters left out", &[Finding("sibling-unrecorded"), Finding("sibling-not-referred")], Kind,
        "Children of the household who are not on the record, or were not referred with the others.",
        "No brother or sister is left out."),
    found(Oversight, "unallocated", "Children with no worker", &[Finding("unallocated")], Team,
        "Open children without a named worker a working day after opening or after their worker left. Each child is counted; giving a child a worker clears that child alone.",
        "Every open child has a named worker."),
    found(Oversight, "transfers-waiting", "Transfers not accepted", &[Finding("transfer-waiting")], Team,
        "Children whom another team was asked to take and has not accepted within five working days, or the authority’s own number. The sending team and worker answer for each until then; both managers have the line.",
        "Every transfer was answered in time."),
    found(FrontDoor, "handovers-waiting", "Handovers from the night not taken up", &[Finding("handover-waiting")], Team,
        "What was done out of hours and the day team has not taken up on the next working day. Accepting the handover clears the line.",
        "The day team has taken up everything from the night."),
    found(Oversight, "no-oversight", "No management entry", &[Finding("no-management-entry")], Manager,
        "Open children on whose record no manager has written within the limit. They stand before the manager and the manager’s manager.",
        "A manager has written on every open child’s record in time."),
    found(Oversight, "no-activity", "Nothing done for the child", &[Finding("no-activity")], Worker,
        "Open children with no visit, event or decision for fifteen working days, or the authority’s own number. The last thing done is named.",
        "Something was done for every open child in time."),
    found(Oversight, "overdue-actions", "Actions overdue", &[Finding("action-overdue"), Finding("action-not-reviewed")], Worker,
        "Actions of plans and meetings past their day, or not looked at when they should have been.",
        "No action is overdue."),
    found(Oversight, "worker-changes", "Three changes of worker", &[Finding("worker-changes")], Team,
        "Children whose named worker changed three times or more within a year.",
        "No child has changed worker so often."),
    List { name: "sign-offs", title: "Sign-offs, returns and challenge", part: Oversight, tally: Tally::Kinds, by: Manager,
        sources: &[Acts(&["assessment.signed_off", "assessment.returned", "management_decision.made"])],
        about: "What each manager signed off, sent back and questioned, with the comment made. A manager who signs off much and sends back nothing is worth a talk.",
        empty: "No manager signed off, sent back or questioned anything in this period." },
    List { name: "recording-lag", title: "Lag from happening to recording", part: Record, tally: Tally::MedianDays, by: Worker,
        sources: &[Cases("recording_lag", Keep::All)],
        about: "Calendar days from a visit, meeting or note to its recording, by whoever wrote it. What came from another system is left out.",
        empty: "Nothing was recorded in this period." },
    found(Record, "visits-not-recorded", "Visits recorded late", &[Finding("visit-recorded-late")], Worker,
        "Visits that stayed unrecorded past the limit. Recording the visit clears the line.",
        "Every visit was recorded in time."),
    found(Record, "purposeless-notes", "Notes without purpose or analysis", &[Finding("recording-without-purpose")], Manager,
        "Visits and notes that do not say why, what it means for the child, or what follows. They are kept; the writer and the manager see them.",
        "Every note says why it was written and what follows."),
    List { name: "views", title: "Views of the child, by team and age", part: Record, tally: Tally::Percent, by: Team,
        sources: &[Cases("assessments_with_views", Keep::All)],
        about: "Assessments signed off, and those that carry the child’s own views and what difference they made.",
        empty: "No assessment was signed off in this period." },
    List { name: "missing-views", title: "Assessments without the child’s views", part: Record, tally: LINES, by: Worker,
        sources: &[Cases("assessments_with_views", Keep::Unmet)],
        about: "Assessments signed off that do not carry the child’s own views and what difference they made.",
        empty: "Every assessment signed off carries the child’s views." },
    found(Record, "identity-blank", "Identity sections blank", &[Finding("identity-without-meaning")], Team,
        "Children whose ethnicity, religion, language or disability is ticked, and nothing says what it means for the child.",
        "Every identity recorded says what it means for the child."),
    found(Record, "unengaged-adults", "Significant adults not spoken with", &[Finding("significant-adult-unanswered")], Worker,
        "Fathers and others who matter to the child, neither spoken with nor left out for an agreed reason.",
        "Everybody who matters to an open child has been spoken with."),
    found(Record, "unscanned-paper", "Paper files not scanned", &[Finding("paper-file-unscanned")], Team,
        "Papers that belong to a child’s record and can be read only where they lie.",
        "Every paper file is scanned."),
    found(Record, "unseen-in-assessment", "Not seen in the assessment", &[Finding("child-unseen-in-assessment")], Team,
        "Children being assessed whom nobody has seen by the tenth working day.",
        "Every child being assessed has been seen."),
    found(Help, "early-help", "Early help that stands still", &[Finding("early-help-waiting"), Finding("early-help-without-lead"), Finding("early-help-not-reviewed"), Finding("early-help-assessment-thin")], Kind,
        "Requests that no service has taken on, early help with no lead professional or whose team has not met, and assessments that only describe. What mends each stands beside it.",
        "Early help moves for every family."),
    found(Help, "steps", "Steps up and down", &[Finding("step-not-accepted"), Finding("step-down-unchecked")], Kind,
        "Children whose step up or down nobody has accepted, and those whom nobody has looked back at three months after a step down.",
        "Every step was accepted, and every step down looked back at."),
    found(Help, "services-not-taken-up", "Services and signposts not followed up", &[Finding("service-not-offered-again"), Finding("signpost-unchecked")], Worker,
        "Services not taken up and not offered again on the day that was set, and signposts of which nobody has asked whether they helped.",
        "Every service was offered again, and every signpost asked after."),
    found(Need, "unassessed-risks", "New risks not assessed", &[Finding("risk-unassessed")], Worker,
        "Open children for whom somebody wrote that the risk had risen, and whose risk nobody has weighed since, the longest wait first. A whole risk assessment clears the line.",
        "Every new risk has been weighed."),
    found(Need, "strategy-not-considered", "Strategy discussions not considered", &[Finding("strategy-not-considered")], Manager,
        "Children whose risk rose, with neither a strategy discussion nor a manager’s reason why none is needed by the end of the next working day.",
        "After every rise in risk a strategy discussion was held or a reason given."),
    found(Need, "children-without-plan", "Children without a plan of their own", &[Finding("without-own-plan"), Finding("plan-copied")], Kind,
        "Open children past assessment whose record says nowhere what must change, and children whose plan is in the words of a brother’s or sister’s.",
        "Every open child past assessment has a plan of their own."),
    found(Need, "need-plans-not-reviewed", "Child in need plans not reviewed", &[Finding("need-plan-review-missed")], Worker,
        "Plans not looked at on the day that was agreed. Reviewing the plan clears the line.",
        "Every child in need plan was reviewed on its day."),
    List { name: "unmet-needs", title: "Closed with needs unmet or not rated", part: Need, tally: LINES, by: Team,
        sources: &[Cases("closures_with_better_outcomes", Keep::Unmet)],
        about: "Children whose case closed in the period with a need that was no better, or that nobody rated.",
        empty: "At every closure in the period each need was met or better." },
    List { name: "closures", title: "Closures", part: Need, tally: Tally::Percent, by: Team,
        sources: &[Cases("closures_with_better_outcomes", Keep::All)],
        about: "Cases closed in the period, what became of each need, and how many in a hundred closed with every need met or better.",
        empty: "No case was closed in this period." },
    found(Protection, "no-advocate-offered", "Children to whom no advocate was offered", &[Finding("advocacy-not-offered")], Team,
        "Children for whom a conference is booked and to whom nobody has offered an advocate. The offer, or the child’s own no, clears the line.",
        "Every child due a conference has been offered an advocate."),
    found(Protection, "conferences-without-child", "Conferences without the child’s part", &[Finding("conference-without-child")], Team,
        "Conferences held of which nothing says how the child took part, or why not. Writing it down clears the line.",
        "Of every conference it is known how the child took part."),
    found(Protection, "conference-papers", "Reports late, and workers absent", &[Finding("report-not-shared"), Finding("worker-absent-from-conference")], Kind,
        "Conferences that near without their report shared with the family, and conferences held without the child’s social worker. The absence stands before the head of service until a manager has answered it.",
        "Every report is shared in time, and every worker came."),
    found(Protection, "agencies-absent", "Agencies away twice running", &[Finding("agency-absent-twice")], Kind,
        "Agencies that were asked to two meetings running about a child and came to neither. The agency’s lead has the line too.",
        "No agency has been away twice running."),
    found(Protection, "high-risk-unanalysed", "Children not analysed at the high-risk conference", &[Finding("marac-child-unanalysed")], Team,
        "Children of a case that was heard without their risk level, analysis or an action.",
        "Every child of every case heard has a risk level, an analysis and an action."),
    found(Protection, "plans-drifting", "Protection plans without movement", &[Finding("plan-drift"), Finding("challenge-due")], Kind,
        "Plans at whose last two reviews the child was no safer and no action had been done, and those about which the chair has raised no challenge.",
        "Every protection plan has moved."),
    List { name: "strategy-discussions", title: "Strategy discussions late or incomplete", part: Protection, tally: LINES, by: Kind,
        sources: &[Cases("strategy_discussions_on_time", Keep::Unmet), Finding("strategy-discussion-incomplete"), Finding("enquiry-before-discussion")],
        about: "Strategy discussions that came late in the period, that were held without an agency that must be there, or that came after the enquiry.",
        empty: "Every strategy discussion was in time and complete." },
    List { name: "enquiries-open", title: "Enquiries open, by day", part: Protection, tally: LINES, by: Team,
        sources: &[OpenEnquiries],
        about: "Section 47 enquiries without an outcome, with the working day each has reached.",
        empty: "No enquiry is open." },
    List { name: "medical-waits", title: "Waiting for a medical", part: Protection, tally: LINES, by: Team,
        sources: &[Duties(&["acute-medical"], Standing::Open), Finding("medical-unanswered")],
        about: "Medicals asked for and not yet held or answered, the longest wait first.",
        empty: "No medical is waited for." },
    List { name: "conferences-due", title: "Initial conferences due", part: Protection, tally: LINES, by: Kind,
        sources: &[Duties(&["icpc-15wd", "transfer-in-conference-15wd"], Standing::Open)],
        about: "Initial conferences not yet held. Fifteen working days from the strategy discussion, bank holidays left out; marked as near from the tenth.",
        empty: "No initial conference is waited for." },
    List { name: "reviews-due", title: "Review conferences due", part: Protection, tally: LINES, by: Kind,
        sources: &[Duties(&["cp-review-conference"], Standing::DueWithin(14))],
        about: "Reviews of protection plans due within 14 days, within 7, today, or late: three months after the initial conference, then every six.",
        empty: "No review falls due within 14 days." },
    List { name: "late-without-reason", title: "Late, and no reason given", part: Protection, tally: LINES, by: Team,
        sources: &[Finding("late-without-reason")],
        about: "Assessments and conferences that were late and of which nobody wrote why. Writing the reason clears the line.",
        empty: "Everything late has its reason." },
    List { name: "views-by-age", title: "Views of the child, by age", part: Record, tally: Tally::Percent, by: Age,
        sources: &[Cases("assessments_with_views", Keep::All)],
        about: "Assessments signed off, and those that carry the child’s own views, by the child’s age.",
        empty: "No assessment was signed off in this period." },
    found(Oversight, "everything-noticed", "Everything the rules notice", &[EveryFinding], Kind,
        "Every finding that holds today, kind by kind.",
        "The rules notice nothing."),
];
