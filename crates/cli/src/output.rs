//! What a command prints on standard output.
//!
//! Whoever reads it may stop early (`onen due | head`): the command then ends, quietly, since what it did is done.

use std::fmt::Arguments;
use std::io::{ErrorKind, Write, stdout};

/// Prints a line.
macro_rules! say {
    ($($words:tt)*) => { $crate::output::print(format_args!("{}\n", format_args!($($words)*))) };
}
pub(crate) use say;

/// Prints as it stands.
pub(crate) fn print(words: Arguments<'_>) {
    let Err(fault) = stdout().lock().write_fmt(words) else { return };
    if fault.kind() != ErrorKind::BrokenPipe {
        eprintln!("onen: nothing can be printed: {fault}");
    }
    std::process::exit(if fault.kind() == ErrorKind::BrokenPipe { 0 } else { 2 });
}
