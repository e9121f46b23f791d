//! Pages and the JSON API: the edge where the present, the worker and the record meet.
//!
//! A page takes what it needs from the request, asks for a pass, asks one question, fills a context struct
//! and draws it. There is no SQL, no rule and no date arithmetic here.

pub mod api;
pub mod app;
pub mod assets;
pub mod components;
pub mod forms;
pub mod pages;
pub mod practices;
pub mod problem;
pub mod recording;
pub mod routes;
pub mod session;

pub use app::{App, Setup};
pub use routes::router;

/// A fresh id for somebody new: random, short enough to read out, without letters that look alike.
pub(crate) fn fresh_id() -> chronology::PersonId {
    const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";
    let mut bytes = [0_u8; 12];
    // Without random bytes nothing may be recorded: two people would share an id.
    getrandom::fill(&mut bytes).expect("the system gives random bytes");
    let text: String = bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte & 31)])).collect();
    let id = format!("{}-{}-{}", &text[..4], &text[4..8], &text[8..]);
    chronology::PersonId::new(&id).unwrap_or_else(|fault| unreachable!("{fault}"))
}

/// A name as typed, and a birth, as somebody to look for.
pub(crate) fn matching_of(name: &str, born: Option<jiff::civil::Date>) -> views::matching::Wanted {
    let (forename, surname) = match name.trim().rsplit_once(' ') {
        Some((forename, surname)) => (Some(forename.to_owned()), Some(surname.to_owned())),
        None => (None, Some(name.trim().to_owned())),
    };
    views::matching::Wanted { forename, surname, date_of_birth: born, ..views::matching::Wanted::default() }
}
