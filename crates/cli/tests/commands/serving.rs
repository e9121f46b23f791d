//! `onen serve` and `onen demo`.

use serde_json::{Value, json};

use super::service::Served;
use super::support::{Place, onen, text_of};

#[test]
fn a_service_answers_by_token_while_others_read_and_back_up() {
    let place = Place::with_child();
    let issue = ["token", "issue", "hannahs-phone", "--person", "hannah", "--role", "social_worker"];
    let token = place.run(&issue).done().out.trim().to_owned();
    let data = text_of(&place.data());
    let served = Served::start(&["--data", &data, "serve", "--listen", "127.0.0.1:0"]);
    assert_eq!(served.ask("GET", "/healthz", None, "").0, 200);

    let note = json!({ "key": "n-1", "entries": [
        { "about": "kerra", "kind": "case_note.recorded", "occurred": "2026-03-04", "body": { "note": "Seen at school." } }
    ] })
    .to_string();
    let (status, first) = served.ask("POST", "/api/recordings", Some(&token), &note);
    assert_eq!(status, 201, "{first}");
    let (status, again) = served.ask("POST", "/api/recordings", Some(&token), &note);
    assert_eq!(status, 200, "a retry adds nothing: {again}");
    let number = |text: &str| serde_json::from_str::<Value>(text).expect("JSON")["number"].clone();
    assert_eq!(number(&first), number(&again));
    assert_eq!(served.ask("POST", "/api/recordings", None, &note).0, 401);
    assert_eq!(served.ask("POST", "/api/recordings", Some("guess"), &note).0, 401);
    assert_eq!(served.ask("POST", "/api/recordings", Some(&token), "{").0, 400);

    assert!(place.run(&["show", "kerra"]).done().out.contains("Seen at school."), "readers read meanwhile");
    assert!(!place.run(&["due", "--as-at", "2026-03-04", "--json"]).done().json().is_empty());
    place.run(&["backup", &text_of(&place.path("copy"))]).done();
    place.run(&["verify"]).done();
    let file = place.file(
        "now.onen",
        "recording by hannah as social_worker\n  2026-03-05 kerra case_note.recorded\n    note: Late.\n",
    );
    place.run(&["record", &file]).refused(&["another"]);
    drop(served);
    place.run(&["record", &file]).done();
    assert_eq!(place.recordings(), 4);
}

#[test]
fn an_address_that_cannot_be_listened_on_is_refused() {
    let place = Place::authority();
    place.run(&["serve", "--listen", "here"]).refused(&["“here”", "127.0.0.1:8080"]);
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("its address").to_string();
    place.run(&["serve", "--listen", &address]).refused(&[&address]);
}

#[test]
fn a_demonstration_is_made_once_and_never_over_a_real_authority() {
    let place = Place::empty();
    let data = text_of(&place.data());
    let demo = ["--data", &data, "demo", "--port", "0", "--children", "30", "--seed", "7"];
    let served = Served::start(&demo);
    assert_eq!(served.ask("GET", "/healthz", None, "").0, 200);
    assert_eq!(served.ask("GET", "/sign-in", None, "").0, 200);
    drop(served);
    let made = place.recordings();
    assert!(made > 30, "{made} recordings");
    drop(Served::start(&demo));
    assert_eq!(place.recordings(), made, "it is made once");

    let real = Place::authority();
    real.run(&["demo"]).refused(&[&text_of(&real.data()), "real authority"]);
    assert_eq!(real.recordings(), 0);
    let answered = onen(&["--data", &data, "demo", "--children", "few"], "");
    assert_eq!(answered.code, 2, "{answered:?}");
}
