//! What was wrong with a command line, in one sentence.

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// The sentence.
pub(crate) fn sentence(fault: &clap::Error) -> String {
    let told = |kind| fault.get(kind).map(said).unwrap_or_default();
    let meant = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(|kind| fault.get(kind).map(said))
        .map(|meant| format!(" (did you mean {meant}?)"))
        .unwrap_or_default();
    let wrong = match fault.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("“{}” is not a command", told(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => format!("“{}” is not expected here", told(ContextKind::InvalidArg)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "say which command".to_owned()
        }
        ErrorKind::MissingRequiredArgument => format!("{} is missing", told(ContextKind::InvalidArg)),
        ErrorKind::InvalidValue if told(ContextKind::InvalidValue).is_empty() => {
            format!("{} needs a value", told(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("“{}” cannot be {}", told(ContextKind::InvalidValue), told(ContextKind::InvalidArg))
        }
        ErrorKind::ArgumentConflict => format!("{} cannot be given here", told(ContextKind::InvalidArg)),
        _ => fault.to_string().lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned(),
    };
    format!("{wrong}{meant}: see onen --help")
}

fn said(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(many) => many.join(", "),
        ContextValue::StyledStrs(many) => many.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        one => one.to_string(),
    }
}
