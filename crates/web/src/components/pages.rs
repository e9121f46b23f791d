//! A long list in pages.

use maud::{Markup, html};

/// Where in the list this page is.
#[derive(Clone, Debug, Default)]
pub struct Pages {
    /// Number of this page, from 1.
    pub here: usize,
    /// How many there are.
    pub of: usize,
    /// The address of a page, up to its number: `/search?q=nance&page=`.
    pub href: String,
    /// "Showing 1 to 8 of 19".
    pub showing: String,
    /// What the pages hold: "children".
    pub of_what: String,
}

/// Draws the count and, when there is more than one page, links to the near ones.
///
/// Accessibility: navigation named for what it pages; each number is read as "Page 2".
#[must_use]
pub fn pages(shown: &Pages) -> Markup {
    html! {
        @if shown.of > 1 {
            nav.on-pages aria-label={ "Pages of " (shown.of_what) } {
                p { (shown.showing) }
                ol {
                    @if shown.here > 1 { li { a href={ (shown.href) (shown.here - 1) } { "Previous" } } }
                    @for number in near(shown.here, shown.of) {
                        li {
                            a href={ (shown.href) (number) } aria-label={ "Page " (number) }
                                aria-current=[(number == shown.here).then_some("page")] { (number) }
                        }
                    }
                    @if shown.here < shown.of { li { a href={ (shown.href) (shown.here + 1) } { "Next" } } }
                }
            }
        } @else {
            div.on-pages { p { (shown.showing) } }
        }
    }
}

/// The first, the last, and two either side of here.
fn near(here: usize, of: usize) -> Vec<usize> {
    (1..=of).filter(|number| *number == 1 || *number == of || number.abs_diff(here) <= 2).collect()
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn the_first_and_last_page_are_always_in_reach() {
        assert_eq!(near(1, 3), [1, 2, 3]);
        assert_eq!(near(20, 40), [1, 18, 19, 20, 21, 22, 40]);
    }
}
