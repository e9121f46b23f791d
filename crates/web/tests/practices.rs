//! One county shown in two practices: the same children and the same accounts, in each county's words.

mod common;
#[expect(dead_code, reason = "these tests need only some of it")]
mod organised;

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, header};
use organised::*;
use practice::Practice;
use tower::ServiceExt;
use web::app::Demonstration;

async fn ask(router: &Router, method: Method, path: &str, cookie: &str, body: &str) -> (u16, String, String) {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::COOKIE, cookie)
        .header(header::REFERER, "http://127.0.0.1:8080/front-door")
        .body(Body::from(body.to_owned()))
        .unwrap();
    let response = router.clone().oneshot(request).await.unwrap();
    let of = |name| response.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
    let kept = of(header::SET_COOKIE).or(of(header::LOCATION)).unwrap_or_default();
    let status = response.status().as_u16();
    let text = to_bytes(response.into_body(), 16 << 20).await.unwrap();
    (status, kept, String::from_utf8(text.to_vec()).unwrap())
}

#[tokio::test]
async fn a_visitor_chooses_the_practice_and_what_is_written_in_one_is_read_in_the_other() {
    let contact = "recording by martin-eddy as front_door_manager\n  2026-03-31 tegen contact.received\n    agency: school\n    worry: Hungry\n";
    let county = county(&(child("tegen", "Tegen Nance") + contact));
    let session = format!("onen={}", county.session("martin-eddy"));
    let (app, folder) = (county.app.clone(), tempfile::tempdir().unwrap());
    let views = folder.path().to_owned();
    let make = move |code: &str| {
        let practice = Practice::of_county(code).map_err(|_| "no such practice".to_owned())?;
        let settings = Arc::new(practice.settings().clone());
        let views = views::Views::open(&views, app.chronology.clone(), settings, 1).unwrap();
        let practices =
            vec![("cornwall".into(), "Cornwall".into()), (code.to_owned(), "Cambridgeshire".into())];
        let demonstration =
            Demonstration { practices, practice: code.to_owned(), ..Demonstration::default() };
        Ok(app.in_practice(practice, views, demonstration))
    };
    let codes = vec!["cornwall".to_owned(), "cambridgeshire".to_owned()];
    let router = web::practices::router(("cornwall", county.app.clone()), codes, Arc::new(make));
    let form = "/forms/contact_decision?about=tegen";
    let (status, _, cornish) = ask(&router, Method::GET, form, &session, "").await;
    assert!(status == 200 && cornish.contains("Which level of the threshold matrix?"));
    let (status, _, _) = ask(&router, Method::POST, "/practice-shown", &session, "practice=devon").await;
    assert_eq!(status, 400, "no practice of ours");
    let (status, kept, _) =
        ask(&router, Method::POST, "/practice-shown", &session, "practice=cambridgeshire").await;
    assert!(status == 303 && kept.starts_with("onen-practice=cambridgeshire;"), "{kept}");
    let there = format!("{session}; onen-practice=cambridgeshire");
    let (status, _, fenland) = ask(&router, Method::GET, form, &there, "").await;
    assert!(
        status == 200 && fenland.contains("Which stage of the Model of Staged Intervention?"),
        "{fenland}"
    );
    assert!(fenland.contains("Shown in the practice of"), "and the way back");
    let text = "recording by martin-eddy as front_door_manager\n  2026-03-31 jory person.identified\n    category: child\n    full_name: Jory Rowse\n  2026-03-31 jory contact.received\n    worry: Cold\n";
    let noted = record::notation::parse(text).unwrap();
    for draft in record::notation::resolve(&noted, county.app.chronology.head().unwrap().number.next()) {
        county.app.chronology.append(draft).unwrap();
    }
    let (_, _, queue) = ask(&router, Method::GET, "/front-door", &there, "").await;
    assert!(queue.contains("Jory Rowse"), "what was recorded meanwhile is there");
}
