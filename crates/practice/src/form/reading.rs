//! Reads a form's file, with every fault that the file alone can show.

use std::collections::BTreeMap;

use record::{EventKind, FieldInfo};

use super::links::{carried, check_when, when_of};
use super::options::options;
use super::shapes::{Shape, base_shape, part_of};
use super::{About, Form, QUESTIONS_MOST, Question, QuestionKind};
use crate::fault::mend_name;
use crate::settings::Labels;
use crate::source::{Reader, Source};

const FORM_KEYS: &[&str] =
    &["id", "title", "event", "about", "several_children", "decision", "guidance", "relies_on", "question"];

const QUESTION_KEYS: &[&str] = &[
    "id", "label", "why", "guidance", "type", "fill", "options", "only", "except", "columns", "shared",
    "optional", "needed", "when", "carried",
];

const COLUMN_KEYS: &[&str] = &["id", "label", "why", "type", "fill", "options", "only", "except", "optional"];

/// Reads one form; `None` if it does not even say which event it records.
pub(crate) fn read_form(source: &Source<'_>, labels: &Labels) -> Option<Form> {
    let table = source.parse();
    let reader = Reader::new(source, table.get_ref(), table.span(), FORM_KEYS);
    let id = reader.needed("id");
    let stem = source.path.rsplit('/').next().unwrap_or("").trim_end_matches(".toml");
    if !id.is_empty() && id != stem {
        reader.fault("id", format!("The form “{id}” is in a file named “{stem}”"), "Give both one name");
    }
    let title = reader.needed("title");
    let event = event_of(&reader)?;
    let form = Form {
        id,
        title,
        event,
        about: about_of(&reader),
        several_children: reader.flag("several_children"),
        decision: reader.flag("decision"),
        guidance: reader.text("guidance"),
        relies_on: relies_on(&reader),
        questions: questions(&reader, event, labels),
        digest: crate::digest::of_text(source.text),
        file: source.path.to_owned(),
    };
    check_needed_fields(&reader, &form);
    Some(form)
}

fn event_of(reader: &Reader<'_, '_>) -> Option<&'static EventKind> {
    let kind = reader.needed("event");
    let known = record::kind_info(&kind);
    if known.is_none() && !kind.is_empty() {
        reader.fault("event", format!("No event is named “{kind}”"), mend_event(&kind));
    }
    known
}

pub(crate) fn mend_event(kind: &str) -> String {
    mend_name(kind, record::kinds().map(|info| info.kind), "See the events in crates/record/src/events")
}

fn about_of(reader: &Reader<'_, '_>) -> About {
    let about = reader.needed("about");
    let known = About::ALL.iter().find(|(name, _)| *name == about);
    if known.is_none() && !about.is_empty() {
        let names = About::ALL.map(|(name, _)| name);
        let mend = mend_name(&about, names, &format!("Use one of {}", names.join(", ")));
        reader.fault("about", format!("A form cannot be about “{about}”"), mend);
    }
    known.map_or(About::Child, |(_, about)| *about)
}

fn relies_on(reader: &Reader<'_, '_>) -> Vec<String> {
    let kinds = reader.list("relies_on");
    for (kind, line) in kinds.iter().filter(|(kind, _)| record::kind_info(kind).is_none()) {
        reader.source.fault(*line, format!("No event is named “{kind}”"), mend_event(kind));
    }
    kinds.into_iter().map(|(kind, _)| kind).collect()
}

fn questions(reader: &Reader<'_, '_>, event: &'static EventKind, labels: &Labels) -> Vec<Question> {
    let tables = reader.tables("question", QUESTION_KEYS);
    if tables.is_empty() {
        reader.source.fault(reader.line, "The form asks nothing".into(), "Add a [[question]]".into());
    }
    if let Some(extra) = tables.get(QUESTIONS_MOST) {
        let message = format!("The form asks {} questions", tables.len());
        extra.source.fault(extra.line, message, format!("Ask {QUESTIONS_MOST} at most: make two forms"));
    }
    let mut questions: Vec<Question> = Vec::new();
    let mut filled: BTreeMap<&str, usize> = BTreeMap::new();
    for table in &tables {
        let question = question(table, event, event.fields, labels);
        if let Some(twin) = questions.iter().find(|earlier| earlier.id == question.id) {
            let message = format!("The question “{}” is also on line {}", question.id, twin.line);
            table.source.fault(table.line, message, "Give each question a name of its own".into());
        }
        if let Some(field) = question.fill
            && let Some(line) = filled.insert(field.name, question.line)
        {
            let message = format!("The field “{}” is already filled on line {line}", field.name);
            table.fault("fill", message, "Let one question fill it");
        }
        check_when(table, &question, &questions);
        questions.push(question);
    }
    questions
}

fn question(
    table: &Reader<'_, '_>,
    event: &'static EventKind,
    fields: &'static [FieldInfo],
    labels: &Labels,
) -> Question {
    let fill = fill_of(table, event, fields);
    let id = if table.has("id") || !table.has("fill") { table.needed("id") } else { String::new() };
    let id = if id.is_empty() { fill.map_or(id, |field| field.name.to_owned()) } else { id };
    let shape = fill.map(base_shape);
    let kind = kind_of(table, fill, shape);
    let list = shape.and_then(Shape::list);
    Question {
        id,
        label: table.needed("label"),
        why: table.text("why"),
        guidance: table.text("guidance"),
        kind,
        fill,
        options: options(table, kind, list, shape == Some(Shape::Codes), labels),
        list,
        columns: columns(table, event, kind, fill, labels),
        shared: table.flag("shared"),
        optional: table.flag("optional"),
        needed: table.flag("needed") || fill.is_some_and(|field| field.required),
        when: when_of(table),
        carried: carried(table, event, fill),
        line: table.line,
    }
}

fn fill_of(
    table: &Reader<'_, '_>,
    event: &EventKind,
    fields: &'static [FieldInfo],
) -> Option<&'static FieldInfo> {
    let name = table.text("fill")?;
    let field = fields.iter().find(|field| field.name == name);
    if field.is_none() {
        let names = fields.iter().map(|field| field.name);
        let all: Vec<&str> = names.clone().collect();
        let mend = mend_name(&name, names, &format!("Use one of {}", all.join(", ")));
        table.fault("fill", format!("“{}” has no field “{name}”", event.kind), mend);
    }
    field
}

fn kind_of(table: &Reader<'_, '_>, fill: Option<&FieldInfo>, shape: Option<Shape>) -> QuestionKind {
    let name = table.needed("type");
    let Some((_, kind)) = QuestionKind::ALL.iter().find(|(known, _)| *known == name) else {
        if !name.is_empty() {
            let names = QuestionKind::ALL.map(|(name, _)| name);
            let mend = mend_name(&name, names, &format!("Use one of {}", names.join(", ")));
            table.fault("type", format!("No question is of type “{name}”"), mend);
        }
        return QuestionKind::Text;
    };
    if let (Some(field), Some(shape)) = (fill, shape)
        && !shape.question_kinds().contains(kind)
    {
        let fit: Vec<&str> = shape.question_kinds().iter().map(|kind| kind.name()).collect();
        let message = format!("A “{name}” question cannot fill “{}” ({})", field.name, field.shape);
        table.fault(
            "type",
            message,
            match fit.as_slice() {
                [] => "No form can fill this field: take the fill line out".to_owned(),
                fit => format!("Use type = \"{}\"", fit.join("\" or \"")),
            },
        );
    }
    *kind
}

fn columns(
    table: &Reader<'_, '_>,
    event: &'static EventKind,
    kind: QuestionKind,
    fill: Option<&'static FieldInfo>,
    labels: &Labels,
) -> Vec<Question> {
    let tables = table.tables("columns", COLUMN_KEYS);
    if kind != QuestionKind::Parts {
        if table.has("columns") {
            table.fault("columns", "Only a table of parts has columns", "Use type = \"parts\"");
        }
        return Vec::new();
    }
    if tables.is_empty() {
        table.fault(
            "type",
            "A table of parts needs columns",
            "Add columns = [{ fill = .., label = .., type = .. }]",
        );
    }
    let fields = fill.and_then(part_of).and_then(record::events::part_fields).unwrap_or(&[]);
    let mut columns: Vec<Question> = Vec::new();
    for column in &tables {
        let read = question(column, event, fields, labels);
        if column.has("id") && column.has("fill") {
            column.fault("id", "A column that fills a field has the field's name", "Take id out");
        }
        if read.kind.is_list() {
            column.fault("type", "A column cannot hold a list", "Use a type that has one answer");
        }
        if columns.iter().any(|earlier| earlier.id == read.id) {
            column.source.fault(
                column.line,
                format!("The column “{}” stands twice", read.id),
                "Take one out".into(),
            );
        }
        if fill.is_some() && read.fill.is_none() {
            column.source.fault(
                column.line,
                format!("The column “{}” fills nothing", read.id),
                "A table that fills a field has only columns that fill its parts".into(),
            );
        }
        columns.push(read);
    }
    columns
}

/// A field without which nothing can be recorded must be asked for, always.
fn check_needed_fields(reader: &Reader<'_, '_>, form: &Form) {
    for field in form.event.fields.iter().filter(|field| field.required) {
        let asked = form.questions.iter().find(|question| question.fill == Some(field));
        match asked {
            None => reader.fault(
                "event",
                format!("“{}” cannot be recorded without “{}”", form.event.kind, field.name),
                format!("Add a question with fill = \"{}\"", field.name),
            ),
            Some(question) if question.when.is_some() || question.optional => reader.source.fault(
                question.line,
                format!("“{}” cannot be recorded without “{}”", form.event.kind, field.name),
                "Ask it always: take when and optional out".into(),
            ),
            Some(_) => {}
        }
    }
    let shared = form.questions.iter().find(|question| question.shared);
    if let (false, Some(question)) = (form.several_children, shared) {
        reader.source.fault(
            question.line,
            "A form about one child shares nothing".into(),
            "Add several_children = true, or take shared out".into(),
        );
    }
}
