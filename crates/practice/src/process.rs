//! A process: which steps there are, what opens and closes each, and whose they are. A lens over the
//! chronology, not a machine with state.

use chronology::Body;
use jiff::civil::Date;
use record::{Timeline, TimelineEntry};
use serde_json::Value;

use crate::fault::mend_name;
use crate::form::mend_event;
use crate::source::{Reader, Source};

/// Steps a process may have: more than this is several processes.
pub const STEPS_MOST: usize = 12;

const PROCESS_KEYS: &[&str] =
    &["id", "title", "area", "systems", "guidance", "ended_by", "gate", "step", "beside"];
const GATE_KEYS: &[&str] = &["failing", "step", "says"];
const STEP_KEYS: &[&str] = &["id", "title", "form", "opened_by", "needs", "closed_by", "who", "guidance"];

/// A process of the practice.
#[derive(Clone, Debug)]
pub struct Process {
    /// Its name, the same as its folder's: `contact_decision`.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// The part of the service, the same as the folder above: `front_door`.
    pub area: String,
    /// The systems of the service that it serves.
    pub systems: Vec<String>,
    /// What good work looks like.
    pub guidance: Option<String>,
    /// What each of its gates asks, and the failing that it answers.
    pub gates: Vec<GateNote>,
    /// The steps, in their usual order.
    pub steps: Vec<Step>,
    /// Forms of the process that belong to no step: they may be used at any time.
    pub beside: Vec<String>,
    /// Where it comes from, within its layer.
    pub file: String,
}

/// What a gate asks, told to whoever meets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GateNote {
    /// The number of the failing that it answers: `F001`.
    pub failing: String,
    /// The step that it guards.
    pub step: String,
    /// What it asks, in a sentence.
    pub says: String,
}

/// Something to do.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its name, unique in the process.
    pub id: String,
    /// What people call it: “Decide the referral”.
    pub title: String,
    /// The form that does it.
    pub form: String,
    /// What opens it. Nothing: it may be done at any time, and is never open by itself.
    pub opened_by: Vec<Trigger>,
    /// What must have happened before the event that opens it, for it to count.
    pub needs: Vec<Trigger>,
    /// What closes it.
    pub closed_by: Vec<Trigger>,
    /// The roles that do it, by their codes.
    pub who: Vec<String>,
    /// What good work looks like.
    pub guidance: Option<String>,
}

/// A kind of event, perhaps only with one answer: `contact.decided outcome=referral`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trigger {
    /// The kind.
    pub kind: &'static str,
    /// A field and the code it must hold.
    pub with: Option<(&'static str, String)>,
}

/// Something that happened to a person, as far as open steps need to know it.
#[derive(Clone, Debug)]
pub struct Happened<'e> {
    /// The kind of the event.
    pub kind: &'e str,
    /// The day.
    pub on: Date,
    /// What it says.
    pub body: Body,
}

impl<'e> Happened<'e> {
    /// Everything of a timeline that counts, in the order in which it happened.
    pub fn all(timeline: &'e Timeline) -> Vec<Self> {
        let one = |entry: &'e TimelineEntry| Self {
            kind: entry.event.kind(),
            on: entry.day(),
            body: entry.event.body(),
        };
        timeline.counting().map(one).collect()
    }
}

/// A step that is open, and since when.
#[derive(Clone, Copy, Debug)]
pub struct OpenStep<'p> {
    /// The process.
    pub process: &'p Process,
    /// The step.
    pub step: &'p Step,
    /// The day of the event that opened it.
    pub since: Date,
    /// Which of the given events opened it.
    pub opened_by: usize,
}

impl Trigger {
    /// Whether the event is the one meant.
    pub fn matches(&self, happened: &Happened<'_>) -> bool {
        happened.kind == self.kind
            && self.with.as_ref().is_none_or(|(field, code)| match happened.body.get(*field) {
                Some(Value::String(answer)) => answer == code,
                Some(Value::Bool(answer)) => code == if *answer { "yes" } else { "no" },
                Some(Value::Array(answers)) => answers.iter().any(|answer| answer == code.as_str()),
                _ => false,
            })
    }
}

impl Step {
    /// Which of the events, given in the order they happened, left this step open.
    pub fn opened_at(&self, events: &[Happened<'_>]) -> Option<usize> {
        let last = |triggers: &[Trigger]| {
            events.iter().rposition(|event| triggers.iter().any(|trigger| trigger.matches(event)))
        };
        let opened = last(&self.opened_by)?;
        let before = &events[..opened];
        if !self.needs.iter().all(|needed| before.iter().any(|event| needed.matches(event))) {
            return None;
        }
        // One event may do both: a core group answers the last and asks for the next.
        last(&self.closed_by).is_none_or(|closed| closed <= opened).then_some(opened)
    }
}

/// Reads one process; `None` if it cannot be told what it is.
pub(crate) fn read_process(source: &Source<'_>) -> Option<Process> {
    let table = source.parse();
    let reader = Reader::new(source, table.get_ref(), table.span(), PROCESS_KEYS);
    let id = reader.needed("id");
    let area = reader.needed("area");
    let mut folders = source.path.rsplit('/').skip(1);
    for (key, named, folder) in [("id", &id, folders.next()), ("area", &area, folders.next())] {
        if folder.is_some_and(|folder| folder != named) {
            let message = format!("“{named}” is in a folder named “{}”", folder.unwrap_or_default());
            reader.fault(key, message, "Give both one name");
        }
    }
    if id.is_empty() {
        return None;
    }
    let ended_by = triggers(&reader, "ended_by");
    let steps = steps(&reader, &ended_by);
    let gates = gates(&reader, &steps);
    let systems = reader.names("systems");
    if systems.is_empty() {
        reader.fault(
            "systems",
            "The process serves no system",
            "Name the systems of docs/coverage/systems.csv that it serves",
        );
    }
    Some(Process {
        id,
        title: reader.needed("title"),
        area,
        systems,
        guidance: reader.text("guidance"),
        gates,
        steps,
        beside: reader.names("beside"),
        file: source.path.to_owned(),
    })
}

fn steps(reader: &Reader<'_, '_>, ended_by: &[Trigger]) -> Vec<Step> {
    let tables = reader.tables("step", STEP_KEYS);
    if let Some(extra) = tables.get(STEPS_MOST) {
        let message = format!("The process has {} steps", tables.len());
        extra.source.fault(extra.line, message, format!("Give it {STEPS_MOST} at most: make two processes"));
    }
    let mut steps: Vec<Step> = Vec::new();
    for table in &tables {
        let id = table.needed("id");
        if steps.iter().any(|earlier| earlier.id == id) {
            table.fault("id", format!("The step “{id}” stands twice"), "Give each step a name of its own");
        }
        let opened_by = triggers(table, "opened_by");
        let mut closed_by = triggers(table, "closed_by");
        if !opened_by.is_empty() && closed_by.is_empty() {
            table.source.fault(
                table.line,
                format!("Nothing closes the step “{id}”"),
                "Add closed_by with the event that its form records".into(),
            );
        }
        closed_by.extend(ended_by.iter().cloned());
        steps.push(Step {
            id,
            title: table.needed("title"),
            form: table.needed("form"),
            opened_by,
            needs: triggers(table, "needs"),
            closed_by,
            who: who(table),
            guidance: table.text("guidance"),
        });
    }
    steps
}

fn who(table: &Reader<'_, '_>) -> Vec<String> {
    let roles = record::choice_list("Role").map_or(&[][..], |list| list.answers);
    let named = table.list("who");
    if named.is_empty() {
        table.source.fault(table.line, "The step is nobody's".into(), "Add who = [\"social_worker\"]".into());
    }
    for (role, line) in named.iter().filter(|(role, _)| !roles.iter().any(|(code, _)| code == role)) {
        let mend = mend_name(role, roles.iter().map(|(code, _)| *code), "Use a role of the record");
        table.source.fault(*line, format!("No role is named “{role}”"), mend);
    }
    named.into_iter().map(|(role, _)| role).collect()
}

fn triggers(table: &Reader<'_, '_>, key: &str) -> Vec<Trigger> {
    table.list(key).into_iter().filter_map(|(text, line)| trigger(table.source, &text, line)).collect()
}

fn trigger(source: &Source<'_>, text: &str, line: usize) -> Option<Trigger> {
    let (kind, with) = match text.split_once(' ') {
        Some((kind, with)) => (kind, Some(with)),
        None => (text, None),
    };
    let Some(info) = record::kind_info(kind) else {
        source.fault(line, format!("No event is named “{kind}”"), mend_event(kind));
        return None;
    };
    let Some(with) = with else { return Some(Trigger { kind: info.kind, with: None }) };
    let Some((name, code)) = with.split_once('=') else {
        source.fault(line, format!("“{with}” is not an answer"), "Write \"kind field=code\"".into());
        return None;
    };
    let (name, code) = (name.trim(), code.trim());
    let Some(field) = info.fields.iter().find(|field| field.name == name) else {
        let names = info.fields.iter().map(|field| field.name);
        source.fault(
            line,
            format!("“{kind}” has no field “{name}”"),
            mend_name(name, names, "Use one of its fields"),
        );
        return None;
    };
    let codes: Vec<&str> = crate::form::codes_of(field);
    if !codes.contains(&code) {
        let mend = mend_name(
            code,
            codes.iter().copied(),
            "Use a field that is answered by choosing, and one of its codes",
        );
        source.fault(line, format!("“{name}” of “{kind}” is never “{code}”"), mend);
        return None;
    }
    Some(Trigger { kind: info.kind, with: Some((field.name, code.to_owned())) })
}

fn gates(reader: &Reader<'_, '_>, steps: &[Step]) -> Vec<GateNote> {
    let mut gates = Vec::new();
    for table in &reader.tables("gate", GATE_KEYS) {
        let gate = GateNote {
            failing: table.needed("failing"),
            step: table.needed("step"),
            says: table.needed("says"),
        };
        let digits = gate.failing.strip_prefix('F').unwrap_or("");
        if digits.len() != 3 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            table.fault(
                "failing",
                format!("“{}” is not the number of a failing", gate.failing),
                "Write F and three digits",
            );
        }
        if !steps.iter().any(|step| step.id == gate.step) {
            let mend = mend_name(
                &gate.step,
                steps.iter().map(|step| step.id.as_str()),
                "Name a step of this process",
            );
            table.fault("step", format!("No step is named “{}”", gate.step), mend);
        }
        gates.push(gate);
    }
    gates
}
