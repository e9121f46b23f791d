//! The page round the page: title, skip link, header, navigation, footer.

use maud::{DOCTYPE, Markup, html};

use super::as_at::{AsAtBanner, as_at_banner};
use super::child_header::{ChildHeader, child_header};

/// What is the same on every page of one request.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// The authority's name, beside the product's.
    pub council: String,
    /// Who is signed in; nobody on the sign-in page.
    pub user: Option<User>,
    /// The service navigation this role has, in order.
    pub places: Vec<NavigationItem>,
    /// Where the style sheet, script and icon are served (content-hash names).
    pub assets: Assets,
    /// How long a worker stays signed in after their last page, in minutes.
    pub idle_minutes: i64,
    /// Proof that a form came from our own page; empty when there is no session.
    pub form_token: String,
    /// A sentence at the very bottom: "Every person on these pages is invented.".
    pub note: String,
    /// In a demonstration, the practices in which it can be shown: code, name, whether it is the one shown.
    pub practices: Vec<(String, String, bool)>,
    /// Which build this is.
    pub build: String,
}

/// The person signed in.
#[derive(Clone, Debug)]
pub struct User {
    /// "Hannah Pascoe".
    pub name: String,
    /// "Social worker, West team".
    pub role: String,
    /// Her own page, or the page where she changes who she is.
    pub href: String,
}

/// Where the assets are.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// `onen.css` under its content-hash name.
    pub style: String,
    /// `onen.js` likewise; the pages work without it.
    pub script: String,
    /// The small picture in the browser's tab.
    pub icon: String,
}

/// A place in the service navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The worker's own list.
    Work,
    /// The front door.
    FrontDoor,
    /// Search.
    Search,
    /// Meetings.
    Meetings,
    /// The team, for those who lead or belong to one.
    Team,
    /// Indicators.
    Performance,
    /// Audits and findings.
    Quality,
    /// Users, practice files, jobs.
    Administration,
}

/// One item of the service navigation.
#[derive(Clone, Debug)]
pub struct NavigationItem {
    /// Which place it is.
    pub place: Place,
    /// "My work".
    pub words: String,
    /// Where it leads.
    pub href: String,
}

/// The words in the browser's tab. Never a full name: tabs are seen by others.
#[derive(Clone, Debug, Default)]
pub struct Title {
    /// True when the page came back with something to mend.
    pub error: bool,
    /// "M N", "M N and others"; empty on a page about nobody.
    pub initials: String,
    /// "story".
    pub page: String,
}

impl Title {
    /// A page about nobody in particular.
    #[must_use]
    pub fn page(page: impl Into<String>) -> Self {
        Self { page: page.into(), ..Self::default() }
    }

    /// A page about a person, known in the tab by initials.
    #[must_use]
    pub fn about(initials: impl Into<String>, page: impl Into<String>) -> Self {
        Self { error: false, initials: initials.into(), page: page.into() }
    }

    /// "Error: " if any, initials, page, product.
    #[must_use]
    pub fn words(&self) -> String {
        let error = if self.error { "Error: " } else { "" };
        let page = if self.initials.is_empty() {
            self.page.clone()
        } else {
            format!("{}, {}", self.initials, self.page)
        };
        format!("{error}{page} – Onen")
    }
}

/// How much of the frame a page wears.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chrome {
    /// Header with search, navigation, footer.
    #[default]
    Whole,
    /// The search page has its own box, so the header has none.
    OwnSearch,
    /// Before sign-in: product and footer only.
    SignedOut,
    /// A meeting room's screen: larger tokens, no search, navigation or footer.
    Projector,
}

/// One page ready to be framed.
#[derive(Default)]
pub struct Sheet<'a> {
    /// The words in the tab.
    pub title: Title,
    /// Which place in the navigation is current.
    pub place: Option<Place>,
    /// How much frame.
    pub chrome: Chrome,
    /// The child the page is about.
    pub child: Option<&'a ChildHeader>,
    /// Set while a past moment is on screen.
    pub as_at: Option<&'a AsAtBanner>,
    /// What goes in `main`, its `h1` included.
    pub main: Markup,
}

/// Draws a whole page.
///
/// Accessibility: the skip link is the first stop and leads to `main`; the
/// landmarks are header, search, navigation ("Service"), main and footer; the
/// current place says so by `aria-current`; help is in the footer, in the same
/// place on every page.
#[must_use]
pub fn page(frame: &Frame, sheet: &Sheet<'_>) -> Markup {
    let projector = sheet.chrome == Chrome::Projector;
    html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (sheet.title.words()) }
                link rel="stylesheet" href=(frame.assets.style);
                @if !frame.assets.icon.is_empty() { link rel="icon" href=(frame.assets.icon) type="image/svg+xml"; }
                @if !frame.assets.script.is_empty() { script defer src=(frame.assets.script) {} }
            }
            body class=[projector.then_some("on-projector")] data-idle-minutes=[frame.user.as_ref().map(|_| frame.idle_minutes)] {
                a.on-skip href="#main" { "Skip to main content" }
                (header(frame, sheet.chrome))
                @if matches!(sheet.chrome, Chrome::Whole | Chrome::OwnSearch) {
                    (navigation(frame, sheet.place))
                }
                @if let Some(moment) = sheet.as_at { (as_at_banner(moment)) }
                @if let Some(child) = sheet.child { (child_header(child)) }
                main.on-main.on-wrap #main tabindex="-1" { (sheet.main) }
                @if !projector { (footer(frame)) }
            }
        }
    }
}

/// A hidden field that proves a form came from our own page. Put it in every `post` form.
#[must_use]
pub fn form_token(frame: &Frame) -> Markup {
    html! {
        @if !frame.form_token.is_empty() {
            input type="hidden" name="csrf" value=(frame.form_token);
        }
    }
}

fn header(frame: &Frame, chrome: Chrome) -> Markup {
    let plain = matches!(chrome, Chrome::OwnSearch | Chrome::Projector);
    let home = if frame.user.is_some() { "/work" } else { "/sign-in" };
    html! {
        header.on-header.on-header--plain[plain] {
            div.on-wrap {
                a.on-brand href=(home) { (logo()) "Onen " small { (frame.council) } }
                @if chrome == Chrome::Whole { (search_box()) }
                @if let Some(user) = &frame.user {
                    p.on-me { a href=(user.href) { (user.name) } br; span { (user.role) } }
                }
            }
        }
    }
}

/// The ring and the wave; decoration, because the product's name stands beside it.
fn logo() -> Markup {
    html! {
        svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" {
            circle cx="13" cy="13" r="10.5" fill="none" stroke="#fff" stroke-width="3" {}
            path d="M4 15.5c3-2.6 6-2.6 9 0s6 2.6 9 0" fill="none" stroke="#ffce2e" stroke-width="3" stroke-linecap="round" {}
        }
    }
}

fn search_box() -> Markup {
    html! {
        form.on-search role="search" action="/search" {
            label.on-hidden for="q" { "Search people, places and documents" }
            input #q name="q" type="search" placeholder="Name, date of birth, number, address" autocomplete="off" spellcheck="false";
            button { "Search" }
        }
    }
}

fn navigation(frame: &Frame, here: Option<Place>) -> Markup {
    html! {
        nav.on-nav aria-label="Service" {
            div.on-wrap {
                ul {
                    @for item in &frame.places {
                        li { a href=(item.href) aria-current=[(here == Some(item.place)).then_some("page")] { (item.words) } }
                    }
                }
            }
        }
    }
}

fn footer(frame: &Frame) -> Markup {
    html! {
        footer.on-footer {
            div.on-wrap {
                ul {
                    li { a href="/help" { "Help and phone numbers" } }
                    li { a href="/accessibility" { "Accessibility statement" } }
                    li { a href="/privacy" { "Who can see what I do here" } }
                }
                @if frame.user.is_some() {
                    p { "You stay signed in for " (frame.idle_minutes) " minutes after your last page. What you have typed is kept." }
                }
                @if frame.practices.len() > 1 { (practices(frame)) }
                p { (frame.note) @if !frame.build.is_empty() { " Build " (frame.build) } }
            }
        }
    }
}

/// The practices of a demonstration, to look at the same county in another's words and steps.
fn practices(frame: &Frame) -> Markup {
    html! {
        form.on-row.on-screen action=(crate::practices::PATH) method="post" {
            span { "Shown in the practice of" }
            @for (code, name, now) in &frame.practices {
                @if *now { strong { (name) } } @else { button.on-btn.on-btn--2.on-btn--s name="practice" value=(code) { (name) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_the_error_first_and_the_product_last() {
        let title = Title { error: true, ..Title::about("M N", "visit") };
        assert_eq!(title.words(), "Error: M N, visit – Onen");
        assert_eq!(Title::page("My work").words(), "My work – Onen");
    }

    #[test]
    fn a_projector_shows_no_search_navigation_or_footer() {
        let sheet = Sheet { chrome: Chrome::Projector, main: html! { h1 { "Views" } }, ..Sheet::default() };
        let drawn = page(&Frame::default(), &sheet).into_string();
        assert!(!drawn.contains("role=\"search\""));
        assert!(!drawn.contains("on-nav"));
        assert!(!drawn.contains("<footer"));
        assert!(drawn.contains("on-projector"));
    }
}
