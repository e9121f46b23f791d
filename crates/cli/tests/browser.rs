//! Journeys in a real browser, against the real service and an invented county.
//!
//! They run where Chromium and its driver are installed; elsewhere they say that they were skipped, and fail
//! if `ONEN_REQUIRE_ALL` is set.

#[path = "browser/driver.rs"]
mod driver;
#[path = "browser/journey.rs"]
mod journey;
#[path = "browser/pages.rs"]
mod pages;
#[path = "browser/service.rs"]
mod service;

use driver::Browser;
use service::Service;

/// Runs a test in a browser with a service, or says why not.
fn in_browser<F>(scripts: bool, test: impl FnOnce(Browser, Service) -> F)
where
    F: Future<Output = ()>,
{
    if !driver::present() {
        assert!(
            std::env::var_os("ONEN_REQUIRE_ALL").is_none(),
            "Chromium and chromedriver must be installed"
        );
        eprintln!("skipped: Chromium and chromedriver are not installed");
        return;
    }
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let service = Service::demonstration();
        let browser = Browser::start(scripts).await;
        test(browser, service).await;
    });
}

#[test]
fn a_call_becomes_a_protection_plan_and_nobody_meets_a_dead_end() {
    in_browser(true, |browser, service| async move { journey::whole(&browser, &service).await });
}

#[test]
fn a_visit_is_recorded_with_scripts_off() {
    in_browser(
        false,
        |browser, service| async move { journey::visit_without_scripts(&browser, &service).await },
    );
}

#[test]
fn a_child_is_found_and_a_note_recorded_with_the_keyboard_alone() {
    in_browser(true, |browser, service| async move { journey::keyboard_alone(&browser, &service).await });
}

#[test]
fn every_page_passes_axe_fits_a_phone_and_asks_nothing_of_anybody_else() {
    in_browser(true, |browser, service| async move { pages::sound(&browser, &service).await });
}

#[test]
fn what_is_typed_is_saved_a_second_after_typing_pauses() {
    in_browser(true, |browser, service| async move { pages::autosave(&browser, &service).await });
}

#[test]
fn a_past_moment_can_be_read_and_not_written() {
    in_browser(true, |browser, service| async move { pages::past(&browser, &service).await });
}

#[test]
fn pictures_of_the_pages_are_kept() {
    in_browser(true, |browser, service| async move { pages::pictures(&browser, &service).await });
}
