//! A social worker at the address of a form that only managers send.

use super::RefusedPage;

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, RefusedPage)> {
    let page = RefusedPage {
        heading: "That is not yours to do".to_owned(),
        why: "Closing a case is decided by a team manager. Ask Ruth Tregear.".to_owned(),
    };
    vec![("not_allowed", page)]
}
