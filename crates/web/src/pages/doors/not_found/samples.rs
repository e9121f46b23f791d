//! An address with markup in it, which must come back as words.

use super::NotFoundPage;

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, NotFoundPage)> {
    vec![("mistyped", NotFoundPage { address: "/people/<script>NAN".into() })]
}
