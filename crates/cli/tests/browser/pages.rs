//! Every page: sound for assistive technology, narrow enough for a phone, silent to everybody else.

use std::time::Duration;

use fantoccini::Locator;

use super::driver::Browser;
use super::service::Service;

/// The child that the named family's pages are about.
const CHILD: &str = "/people/morwenna-nance";
/// A day on which her record stands as in the pictures of the design.
const THEN: &str = "?as-at=2026-03-26";

/// What a team manager opens.
fn managers() -> Vec<String> {
    [
        "/work",
        "/teams/west-team",
        "/performance",
        "/performance/re_referrals",
        "/reports",
        "/reports/third_contacts",
        "/reports/plans_to_review?by=soon",
        "/practice",
        "/forms/strategy_discussion?about=morwenna-nance,jory-nance",
        "/forms/enquiry_decision?about=morwenna-nance,jory-nance",
        "/forms/allocation?about=morwenna-nance",
        "/forms/protection_plan_approval?about=morwenna-nance",
    ]
    .map(str::to_owned)
    .into()
}

/// The pages of whoever answers for the front door.
fn front_door() -> Vec<String> {
    [
        "/front-door",
        "/front-door/report",
        "/front-door/sample",
        "/threshold",
        "/disagreements",
        "/forms/specialist_concern?about=morwenna-nance",
        "/forms/disagreement?about=morwenna-nance",
        "/front-door/messages",
        "/out-of-hours",
        "/transfers",
        "/forms/contact_decision?about=morwenna-nance,jory-nance",
        "/forms/referral_decision?about=morwenna-nance",
    ]
    .map(str::to_owned)
    .into()
}

/// Who opens which pages.
fn pages() -> Vec<(&'static str, Vec<String>)> {
    let of = |path: &str| format!("{CHILD}{path}");
    vec![
        (
            "hannah-pascoe",
            vec![
                "/work".into(),
                "/search?q=nance".into(),
                "/search".into(),
                of(""),
                of("/timeline"),
                of("/people"),
                of("/plan"),
                of("/work"),
                of("/documents"),
                of("/meetings"),
                of("/access"),
                of("/start"),
                format!("{CHILD}{THEN}"),
                "/meetings".into(),
                "/forms/visit?about=morwenna-nance,jory-nance".into(),
                "/forms/case_note?about=morwenna-nance".into(),
                "/forms/assessment?about=morwenna-nance,jory-nance".into(),
                "/forms/protection_plan?about=morwenna-nance".into(),
                "/forms/core_group?about=morwenna-nance,jory-nance".into(),
                "/nothing-here".into(),
                "/help".into(),
                "/accessibility".into(),
                "/privacy".into(),
            ],
        ),
        ("ruth-tregear", managers()),
        ("martin-eddy", front_door()),
        (
            "asha-lobb",
            vec!["/contacts/new".into(), "/contacts/new?about=morwenna-nance".into(), "/people/new".into()],
        ),
        ("tom-ferris", vec!["/partners".into(), "/partners/referral".into(), "/threshold".into()]),
        ("margaret-olds", vec!["/disagreements".into()]),
        (
            "nina-bolt",
            vec![
                "/performance/pack".into(),
                "/performance/re_referrals?tab=record".into(),
                "/performance/workers_over_limit".into(),
                "/forms/commentary?about=authority".into(),
            ],
        ),
        (
            "alan-spargo",
            vec![
                "/forms/conference?about=morwenna-nance,jory-nance".into(),
                "/forms/conference_decision?about=morwenna-nance,jory-nance".into(),
            ],
        ),
    ]
}

/// Signs in as a persona.
pub(crate) async fn sign_in(browser: &Browser, service: &Service, persona: &str) {
    browser.open(&service.at("/sign-out")).await;
    browser.open(&service.at("/sign-in")).await;
    let css = format!("button[name='persona'][value='{persona}']");
    browser.press(&css).await;
}

/// axe finds nothing, a phone needs no sideways scroll, the console is silent, nothing is fetched elsewhere.
pub(crate) async fn sound(browser: &Browser, service: &Service) {
    let axe = axe();
    browser.open(&service.at("/sign-in")).await;
    let mut faults = look(browser, service, "/sign-in", axe.as_deref()).await;
    for (persona, paths) in pages() {
        sign_in(browser, service, persona).await;
        for path in paths {
            browser.size(1_366, 1_000).await;
            browser.open(&service.at(&path)).await;
            faults.extend(look(browser, service, &path, axe.as_deref()).await);
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

async fn look(browser: &Browser, service: &Service, path: &str, axe: Option<&str>) -> Vec<String> {
    let mut faults = Vec::new();
    let headings = browser.run("return document.querySelectorAll('h1').length").await;
    if headings != 1 {
        faults.push(format!("{path}: {headings} first headings"));
    }
    if browser.heading().await.contains("gone wrong") {
        faults.push(format!("{path}: the page could not be made"));
    }
    let fetched = browser.run("return performance.getEntriesByType('resource').map(r => r.name)").await;
    for address in fetched.as_array().into_iter().flatten().filter_map(|name| name.as_str()) {
        if !address.starts_with(&service.address) && !address.starts_with("data:") {
            faults.push(format!("{path}: fetched {address}"));
        }
    }
    faults.extend(violations(browser, path, axe).await);
    browser.size(390, 844).await;
    let wide = browser.run("return document.documentElement.scrollWidth").await.as_u64().unwrap_or(0);
    if wide > 390 {
        faults.push(format!("{path}: {wide} pixels wide on a phone of 390"));
    }
    faults.extend(violations(browser, &format!("{path} on a phone"), axe).await);
    faults
}

async fn violations(browser: &Browser, path: &str, axe: Option<&str>) -> Vec<String> {
    let Some(axe) = axe else { return Vec::new() };
    browser.client.execute(axe, vec![]).await.expect("axe is read");
    let script = "const done = arguments[arguments.length - 1];
        axe.run(document, { resultTypes: ['violations'] }).then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 2).map(n => n.target.join(' ') + ' — ' + (n.failureSummary || '')).join(' | '))), e => done([String(e)]));";
    let found = browser.client.execute_async(script, vec![]).await.expect("axe runs");
    let lines = found.as_array().into_iter().flatten().filter_map(|line| line.as_str());
    lines.map(|line| format!("{path}: {}", line.replace('\n', " "))).collect()
}

/// axe-core, installed from npm outside the tree; its place is named by `AXE_PATH`.
fn axe() -> Option<String> {
    let path = std::env::var_os("AXE_PATH");
    match path.map(std::fs::read_to_string) {
        Some(Ok(text)) => Some(text),
        Some(Err(fault)) => panic!("AXE_PATH cannot be read: {fault}"),
        None => {
            assert!(std::env::var_os("ONEN_REQUIRE_ALL").is_none(), "AXE_PATH must name axe.min.js");
            eprintln!("skipped: axe (AXE_PATH is not set)");
            None
        }
    }
}

/// A note half written is there again after the page is opened anew.
pub(crate) async fn autosave(browser: &Browser, service: &Service) {
    sign_in(browser, service, "hannah-pascoe").await;
    browser.open(&service.at("/forms/case_note?about=jory-nance")).await;
    browser.fill("shared.note", "He showed me the hamster.").await;
    tokio::time::sleep(Duration::from_millis(2_200)).await;
    browser.open(&service.at("/forms/case_note?about=jory-nance")).await;
    let note = browser.client.find(Locator::Css("[name='shared.note']")).await.expect("the note");
    assert_eq!(note.prop("value").await.expect("a value").as_deref(), Some("He showed me the hamster."));
    assert!(
        browser.text().await.contains("Saved")
            || browser.run("return !!document.querySelector('.on-saved')").await == true
    );
}

/// While a past moment is on screen the banner stays and nothing can be recorded.
pub(crate) async fn past(browser: &Browser, service: &Service) {
    sign_in(browser, service, "hannah-pascoe").await;
    browser.open(&service.at(&format!("{CHILD}{THEN}"))).await;
    let text = browser.text().await;
    assert!(text.contains("26 March 2026"), "{text}");
    let acts = browser
        .run("return [...document.querySelectorAll('.on-child-acts a')].map(a => a.textContent).join()")
        .await;
    assert_eq!(acts, "Print,As at…", "a past moment offers nothing to record");
    assert!(text.contains("9 years 4 months"));
    browser.open(&service.at(CHILD)).await;
    assert!(browser.text().await.contains("Add a note"));
}

/// Pictures for the documentation, written only when `ONEN_PICTURES` is set.
pub(crate) async fn pictures(browser: &Browser, service: &Service) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/pictures");
    let keep = std::env::var_os("ONEN_PICTURES").is_some();
    let shots = [
        ("sign-in", "", "/sign-in", 1_366),
        ("child", "hannah-pascoe", "/people/morwenna-nance?as-at=2026-03-26", 1_366),
        ("child-phone", "hannah-pascoe", "/people/morwenna-nance?as-at=2026-03-26", 390),
        ("timeline", "hannah-pascoe", "/people/morwenna-nance/timeline?as-at=2026-03-26", 1_366),
        ("people", "hannah-pascoe", "/people/morwenna-nance/people?as-at=2026-03-26", 1_366),
        ("plan", "hannah-pascoe", "/people/morwenna-nance/plan?as-at=2026-03-26", 1_366),
        ("work", "hannah-pascoe", "/work", 1_366),
        ("search", "hannah-pascoe", "/search?q=nance", 1_366),
        ("visit", "hannah-pascoe", "/forms/visit?about=morwenna-nance,jory-nance,tegen-hosken", 1_366),
        ("team", "ruth-tregear", "/teams/west-team", 1_366),
        ("contact", "asha-lobb", "/contacts/new?about=morwenna-nance", 1_366),
        ("front-door", "martin-eddy", "/front-door", 1_366),
        (
            "decision",
            "martin-eddy",
            "/forms/contact_decision?about=morwenna-nance,jory-nance,tegen-hosken",
            1_366,
        ),
        ("strategy", "ruth-tregear", "/forms/strategy_discussion?about=morwenna-nance,jory-nance", 1_366),
        (
            "conference",
            "alan-spargo",
            "/forms/conference?about=morwenna-nance,jory-nance,tegen-hosken",
            1_366,
        ),
        ("indicator", "nina-bolt", "/performance/initial_conferences_in_15_days", 1_366),
    ];
    for (name, persona, path, width) in shots {
        if !persona.is_empty() {
            sign_in(browser, service, persona).await;
        }
        browser.open(&service.at(path)).await;
        let picture = browser.picture(width).await;
        assert!(picture.starts_with(b"\x89PNG"), "{name}");
        assert!(!browser.heading().await.contains("nothing at this address"), "{path}");
        if keep {
            std::fs::create_dir_all(&folder).expect("a folder for pictures");
            std::fs::write(folder.join(format!("{name}.png")), picture).expect("a picture kept");
        }
    }
}
