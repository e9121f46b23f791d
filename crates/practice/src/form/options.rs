//! The answers that a question offers: a closed list of the record, narrowed, or the form's own.

use super::{Answerable, QuestionKind};
use crate::fault::mend_name;
use crate::settings::Labels;
use crate::source::Reader;

const OPTION_KEYS: &[&str] = &["code", "label"];

pub(super) fn options(
    table: &Reader<'_, '_>,
    kind: QuestionKind,
    list: Option<&'static str>,
    published: bool,
    labels: &Labels,
) -> Vec<Answerable> {
    let own = own_options(table);
    if !matches!(kind, QuestionKind::Choice | QuestionKind::Several | QuestionKind::YesNo) {
        if table.has("options") || table.has("only") || table.has("except") {
            let message = format!("A “{}” question has no answers to choose among", kind.name());
            table.source.fault(table.line, message, "Use type = \"choice\" or \"several\"".into());
        }
        return Vec::new();
    }
    let Some(list) = list else {
        return match kind {
            QuestionKind::YesNo => yes_or_no(),
            // The list is published later, in the record: a page puts in what is in force.
            _ if published && own.is_empty() => own,
            _ if own.is_empty() => {
                table.fault(
                    "type",
                    "There is nothing to choose among",
                    "Add options = [..], or fill a field of a closed list",
                );
                own
            }
            _ => own,
        };
    };
    if !own.is_empty() {
        let mend = "Take options out; use only or except to narrow the list, and labels in settings.toml to reword it";
        table.fault("options", format!("The answers come from the list {list}"), mend);
    }
    let known = labels.options(list);
    let (only, except) = (table.list("only"), table.list("except"));
    for (code, line) in only.iter().chain(&except) {
        if !known.iter().any(|answer| answer.code == *code) {
            let codes: Vec<&str> = known.iter().map(|answer| answer.code.as_str()).collect();
            let mend = mend_name(code, codes.iter().copied(), &format!("Use some of {}", codes.join(", ")));
            table.source.fault(*line, format!("The list {list} has no answer “{code}”"), mend);
        }
    }
    let named = |codes: &[(String, usize)], code: &str| codes.iter().any(|(named, _)| named == code);
    known
        .into_iter()
        .filter(|answer| only.is_empty() || named(&only, &answer.code))
        .filter(|answer| !named(&except, &answer.code))
        .collect()
}

fn own_options(table: &Reader<'_, '_>) -> Vec<Answerable> {
    let tables = if table.has("options") { table.tables("options", OPTION_KEYS) } else { Vec::new() };
    let mut options: Vec<Answerable> = Vec::new();
    for option in &tables {
        let code = option.needed("code");
        if options.iter().any(|earlier| earlier.code == code) {
            option.fault("code", format!("The answer “{code}” is offered twice"), "Take one out");
        }
        options.push(Answerable { code, label: option.needed("label") });
    }
    options
}

fn yes_or_no() -> Vec<Answerable> {
    [("yes", "Yes"), ("no", "No")]
        .map(|(code, label)| Answerable { code: code.to_owned(), label: label.to_owned() })
        .into()
}
