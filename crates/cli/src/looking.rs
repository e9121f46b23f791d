//! A look at somebody's record from the command line goes into the access log as any other does.

use std::path::Path;

use chronology::PersonId;
use store::desk::{Desk, Look};

use crate::failure::Failure;

/// The role under which such a look is logged: whoever runs the machine.
const ROLE: &str = "command_line";

/// Logs a look at a person by whoever runs this command, before anything is shown.
pub(crate) fn log(data: &Path, whom: &PersonId) -> Result<(), Failure> {
    let user = user();
    let letters = user.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' });
    let who = PersonId::new(&format!("os-{}", letters.collect::<String>().to_lowercase()))?;
    let why = format!("command line, as the operating system’s user {user}");
    let look = Look { who, role: ROLE.to_owned(), whom: whom.clone(), why, broke_glass: false };
    let desk = Desk::open(data, store::system_clock())?;
    desk.log_look(look)
        .map_err(|fault| Failure(format!("The look cannot be logged, so nothing is shown: {fault}")))
}

/// The name by which the operating system knows who runs this: by the process's own id, which cannot be set by
/// whoever runs it, or else as the environment says.
fn user() -> String {
    owner()
        .or_else(|| std::env::var("USER").ok())
        .or_else(|| std::env::var("USERNAME").ok())
        .unwrap_or_else(|| "unknown".to_owned())
}

#[cfg(unix)]
fn owner() -> Option<String> {
    use std::os::unix::fs::MetadataExt;
    let id = std::fs::metadata("/proc/self").ok()?.uid();
    let users = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    let of = |line: &str| {
        let mut parts = line.split(':');
        let (name, number) = (parts.next()?, parts.nth(1)?);
        (number.parse() == Ok(id)).then(|| name.to_owned())
    };
    Some(users.lines().find_map(of).unwrap_or_else(|| format!("number {id}")))
}

#[cfg(not(unix))]
fn owner() -> Option<String> {
    None
}
