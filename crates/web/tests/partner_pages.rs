//! What partner agencies send, from their side and from ours: by the form, a one-time link and the API.

mod common;
#[expect(dead_code, reason = "these tests use a part of it")]
mod organised;

use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, header};
use common::{Answer, County, coded, id};
use jiff::Timestamp;
use organised::{county, is_page, row};
use record::Choices;
use record::events::Role;
use store::desk::Account;
use tower::ServiceExt;

/// A front door beside the teams, and a night worker.
const FRONT_DOOR: &str = "
recording by helen-marrack as head_of_service at 2025-01-06T09:00:00Z
  2025-01-06 front-door team.opened
    name: Front door
  2025-01-06 front-door function.granted
    function: front_door
  2025-01-06 porthavel-primary person.identified
    category: agency
    full_name: Porthavel Primary
    agency: school
  2025-01-06 out-of-hours team.opened
    name: Out-of-hours team
  2025-01-06 jago-pike person.identified
    category: professional
    full_name: Jago Pike
  2025-01-06 jago-pike post.filled
    team: out-of-hours
    role: screener
  2025-01-06 asha-lobb person.identified
    category: professional
    full_name: Asha Lobb
  2025-01-06 asha-lobb post.filled
    team: front-door
    role: screener
";

fn served(more: &str) -> County {
    let county = county(&format!("{FRONT_DOOR}{more}"));
    for (person, name, team) in
        [("asha-lobb", "Asha Lobb", "front-door"), ("jago-pike", "Jago Pike", "out-of-hours")]
    {
        county
            .app
            .desk
            .put_account(&Account {
                person: id(person),
                name: name.to_owned(),
                role: Role::Screener.code().to_owned(),
                team: Some(team.to_owned()),
                password_hash: None,
                disabled: false,
            })
            .unwrap();
    }
    county
}

/// Moves the present on to a moment.
fn until(county: &County, moment: &str) {
    let to: Timestamp = moment.parse().unwrap();
    county.later(to.duration_since(county.app.now()).as_mins());
}

/// Sends the form of a page, with the proof that it came from it.
async fn send(county: &County, who: Option<&str>, page: &str, to: &str, pairs: &[(&str, &str)]) -> Answer {
    let session = who.map(|who| county.session(who));
    let shown = county.request(session.as_deref(), Method::GET, page, "").await;
    let csrf = shown.text.split("name=\"csrf\" value=\"").nth(1).unwrap_or_default();
    let csrf = csrf.split('"').next().unwrap_or_default();
    let all = pairs.iter().copied().chain([("csrf", csrf)]);
    let body: Vec<String> = all.map(|(name, value)| format!("{}={}", coded(name), coded(value))).collect();
    county.request(session.as_deref(), Method::POST, to, &body.join("&")).await
}

/// Calls the API as a partner's system.
async fn call(
    county: &County,
    method: Method,
    path: &str,
    kind: &str,
    key: &str,
    body: &str,
) -> (u16, serde_json::Value) {
    let token = county.app.desk.issue_token("A force’s system", &id("police-system"), "partner").unwrap();
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .header(header::CONTENT_TYPE, kind)
        .header("idempotency-key", key)
        .body(Body::from(body.to_owned()))
        .unwrap();
    let response = web::router(county.app.clone()).oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let bytes = to_bytes(response.into_body(), 1 << 20).await.unwrap();
    (status, serde_json::from_slice(&bytes).unwrap_or_default())
}

const SIBLINGS: [(&str, &str); 17] = [
    ("child-1.forename", "Talan"),
    ("child-1.surname", "Rowse"),
    ("child-1.born.day", "3"),
    ("child-1.born.month", "4"),
    ("child-1.born.year", "2015"),
    ("child-1.worry", "He says that nobody was at home last night."),
    ("child-1.harm", "yes"),
    ("child-2.forename", "Merryn"),
    ("child-2.surname", "Rowse"),
    ("child-2.worry", "She does not want to go home."),
    ("what_happened", "Both came to school hungry, the third day running."),
    ("address", "14 Chapel Row, Porthavel"),
    ("postcode", "TR27 4ZZ"),
    ("agency", "school"),
    ("organisation", "Porthavel Primary"),
    ("sender_name", "Tom Ferris"),
    ("sender_reach", "01000 555 301"),
];

#[tokio::test]
async fn a_school_writes_on_the_eve_of_a_bank_holiday_and_night_and_day_each_take_one_child() {
    let county = served("");
    // 4:55pm on the Friday before the spring bank holiday.
    until(&county, "2026-05-22T15:55:00Z");
    let receipt = school_writes(&county).await;
    until(&county, "2026-05-22T18:30:00Z");
    let (message, boy) = night_takes_the_boy(&county).await;
    until(&county, "2026-05-26T08:10:00Z");
    day_takes_up_the_handover(&county, &boy).await;
    sampled(&county).await;
    day_takes_the_girl(&county, &message, &boy).await;
    // The school sees how it goes, and not what was found or decided.
    let receipt = county.get("tom-ferris", &receipt).await;
    assert!(
        receipt.text.contains("A worker took up child 1")
            && receipt.text.contains("A worker took up child 2")
    );
    assert!(!receipt.text.contains("aunt") && !receipt.text.contains("Red"));
    assert!(county.get("tom-ferris", "/partners").await.text.contains("Talan and Merryn"));
}

/// The school sends both children; answers the address of its receipt.
async fn school_writes(county: &County) -> String {
    let form = county.get("tom-ferris", "/partners/referral").await;
    is_page(&form);
    assert!(form.text.contains("value=\"Porthavel Primary\"") && form.text.contains("value=\"Tom Ferris\""));
    assert!(
        county.get("tom-ferris", "/work").await.text.contains("href=\"/partners\""),
        "a link leads there"
    );
    let sent = send(county, Some("tom-ferris"), "/partners/referral", "/partners/referral", &SIBLINGS).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    let receipt = county.get("tom-ferris", &sent.location).await;
    is_page(&receipt);
    assert!(
        receipt.text.contains("Front door received it, ") && receipt.text.contains("4:55pm"),
        "{}",
        receipt.text
    );
    assert!(receipt.text.contains("Nobody has read it yet"));
    sent.location
}

/// The night worker sees it with its age, takes the boy, and hands him over; answers the message and the boy.
async fn night_takes_the_boy(county: &County) -> (String, String) {
    let queue = county.get("jago-pike", "/front-door/messages").await;
    is_page(&queue);
    let line = row(&queue.text, "Talan Rowse and Merryn Rowse");
    assert!(line.contains("2 h 35 m old") && line.contains("Porthavel Primary, school"), "{line}");
    let message = line.split("href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    is_page(&county.get("jago-pike", &message).await);
    let first = [("number", "1"), ("person-1", "new"), ("rating-1", "red"), ("outcome-1", "contact")];
    let take = format!("{message}/take");
    assert_eq!(send(county, Some("jago-pike"), &message, &take, &first).await.location, message);
    let shown = county.get("jago-pike", &message).await;
    assert!(shown.text.contains("Taken as a contact by Jago Pike"), "{}", shown.text);
    let boy =
        shown.text.split("/forms/screening?about=").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let contact = county.get("jago-pike", &format!("/people/{boy}/timeline")).await;
    for words in ["Both came to school hungry", "nobody was at home last night", "Tom Ferris"] {
        assert!(contact.text.contains(words), "{words} is there without being typed again");
    }
    let handover = format!("/forms/handover?about={boy}");
    assert!(shown.text.contains(&handover));
    is_page(&county.get("jago-pike", &handover).await);
    let to_do = format!("{boy}.to_do");
    let handed = [
        ("about", boy.as_str()),
        ("shared.done", "Rang the mother; the aunt stays tonight."),
        (to_do.as_str(), "See him at home before noon."),
        ("action", "finish"),
    ];
    let answer = send(county, Some("jago-pike"), &handover, "/forms/handover", &handed).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    (message, boy)
}

/// The day team takes the handover up on the Tuesday.
async fn day_takes_up_the_handover(county: &County, boy: &str) {
    let nights = county.get("asha-lobb", "/out-of-hours").await;
    is_page(&nights);
    let waits = row(&nights.text, "Talan Rowse").to_owned();
    assert!(waits.contains("See him at home before noon."), "{waits}");
    let accept = format!("/forms/handover_accept?about={boy}");
    assert!(waits.contains(&accept), "{waits}");
    is_page(&county.get("asha-lobb", &accept).await);
    let first_step = format!("{boy}.first_step");
    let taken =
        [("about", boy), (first_step.as_str(), "A visit at ten by the duty worker."), ("action", "finish")];
    let answer = send(county, Some("asha-lobb"), &accept, "/forms/handover_accept", &taken).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
}

/// What was done out of hours stands in the audit sample, with who took it up.
async fn sampled(county: &County) {
    let nights = county.get("asha-lobb", "/out-of-hours").await;
    assert!(nights.text.contains("The day team has taken up everything."));
    assert!(row(&nights.text, "Talan Rowse").contains("Taken up by Asha Lobb"));
}

/// The day team takes the girl: a record of her own, with her brother, in the same home.
async fn day_takes_the_girl(county: &County, message: &str, boy: &str) {
    let second = [("number", "2"), ("person-2", "new"), ("rating-2", "amber"), ("outcome-2", "contact")];
    let take = format!("{message}/take");
    assert_eq!(send(county, Some("asha-lobb"), message, &take, &second).await.location, message);
    let girl = county.get("asha-lobb", message).await.text;
    let girl = girl.rsplit("/forms/screening?about=").next().unwrap().split('"').next().unwrap().to_owned();
    assert_ne!(girl, boy);
    let family = county.get("asha-lobb", &format!("/people/{girl}/people")).await;
    assert!(family.text.contains("Talan") && family.text.contains("14 Chapel Row"), "{}", family.text);
    let door = county.get("martin-eddy", "/front-door").await;
    assert!(door.text.contains("Talan Rowse") && door.text.contains("Merryn Rowse"));
    let queue = county.get("asha-lobb", "/front-door/messages").await;
    assert!(queue.text.contains("Nothing waits"), "no child is left in the queue");
}

const NOTICE: &str = "<police_notice><force>Devon and Cornwall Police</force>
<incident_at>2026-03-31T21:40+01:00</incident_at><sent_at>2026-04-01T09:00+01:00</sent_at>
<what_happened>Shouting, and a broken door.</what_happened><address>14 Chapel Row</address><postcode>TR27 4ZZ</postcode>
<children><child><forename>Jory</forename><surname>Nance</surname></child></children></police_notice>";

#[tokio::test]
async fn f015_a_notice_by_the_interface_is_flagged_with_its_age_after_an_hour_and_the_agency_s_median_is_shown()
 {
    let county = served("");
    for (key, hours) in [("one", 1_i64), ("two", 2), ("three", 5)] {
        let (status, answer) =
            call(&county, Method::POST, "/api/partners/police-notices", "application/xml", key, NOTICE).await;
        assert_eq!((status, answer["team"].as_str()), (201, Some("front-door")), "{answer}");
        let (again, same) =
            call(&county, Method::POST, "/api/partners/police-notices", "application/xml", key, NOTICE).await;
        assert_eq!((again, &same["reference"]), (200, &answer["reference"]), "a retry keeps it once");
        county.later(60 * hours);
        let queue = county.get("asha-lobb", "/front-door/messages").await;
        let line = row(&queue.text, "Jory Nance");
        let late = line.contains("unread past its limit");
        assert_eq!(late, hours > 1, "{line}");
        assert!(line.contains(&format!("{hours} h 0 m old")) && line.contains("Not graded"), "{line}");
        let message = line.split("href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let graded = [("rating", "amber")];
        send(&county, Some("asha-lobb"), &message, &format!("{message}/grade"), &graded).await;
        let taken = [("number", "1"), ("person-1", "new"), ("outcome-1", "contact")];
        send(&county, Some("asha-lobb"), &message, &format!("{message}/take"), &taken).await;
        assert!(county.get("asha-lobb", "/front-door/messages").await.text.contains("Nothing waits"));
    }
    let page = county.get("martin-eddy", "/front-door/messages?from=2026-04-01&to=2026-04-02").await;
    let police = row(&page.text, ">Police<").to_owned();
    assert!(police.contains("2 h 0 m"), "1, 2 and 5 hours: the middle is 2: {police}");
}

#[tokio::test]
async fn a_notice_that_is_not_right_is_refused_with_what_and_where_and_nothing_is_kept() {
    let county = served("");
    let wrong = NOTICE.replace("2026-03-31T21:40+01:00", "last night");
    let path = "/api/partners/police-notices";
    let (status, answer) = call(&county, Method::POST, path, "application/xml", "a", &wrong).await;
    assert_eq!(status, 422);
    let detail = answer["detail"].as_str().unwrap_or_default();
    assert!(detail.starts_with("Line 2: “last night” in <incident_at> is no time"), "{answer}");
    let bomb = format!("<!DOCTYPE a [<!ENTITY b \"cc\">]>{NOTICE}");
    let (status, answer) = call(&county, Method::POST, path, "application/xml", "b", &bomb).await;
    assert_eq!(status, 422, "{answer}");
    assert!(answer["detail"].as_str().unwrap_or_default().contains("declares a document type"));
    assert!(county.get("asha-lobb", "/front-door/messages").await.text.contains("Nothing waits"));
}

#[tokio::test]
async fn f211_a_referral_to_a_closed_team_reaches_its_successor_and_the_sender_is_told() {
    let county = served("");
    let page = "/partners/referral?team=old-team";
    let mut pairs = SIBLINGS.to_vec();
    pairs.push(("team", "old-team"));
    let sent = send(&county, Some("tom-ferris"), page, "/partners/referral", &pairs).await;
    let receipt = county.get("tom-ferris", &sent.location).await;
    let told = "Old team is closed. West team answers for its work and has your message.";
    assert!(receipt.text.contains(told), "{}", receipt.text);
    let queue = county.get("asha-lobb", "/front-door/messages").await;
    assert!(row(&queue.text, "Talan Rowse").contains("West team"));
    let body = "{\"agency\":\"school\",\"sender_name\":\"T\",\"what_happened\":\"w\",\"children\":[{\"forename\":\"Jory\"}]}";
    let path = "/api/partners/messages?team=old-team";
    let (status, answer) = call(&county, Method::POST, path, "application/json", "k", body).await;
    assert_eq!(
        (status, answer["team"].as_str(), answer["moved"].as_str()),
        (201, Some("west-team"), Some(told))
    );
    let progress = answer["progress"].as_str().unwrap().to_owned();
    let (status, how) = call(&county, Method::GET, &progress, "application/json", "-", "").await;
    assert_eq!((status, how["stage"].as_str()), (200, Some("received")));
}

#[tokio::test]
async fn a_one_time_link_lets_somebody_without_a_sign_in_write_once() {
    let county = served("");
    let page = "/front-door/messages";
    let given = [("label", "Dr Kay, Quay Surgery"), ("agency", "health")];
    let given = send(&county, Some("asha-lobb"), page, page, &given).await;
    let link = given.text.split("/partners/link/").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let link = format!("/partners/link/{link}");
    is_page(&county.get_signed_out(&link).await);
    let lacking = send(&county, None, &link, &link, &SIBLINGS[..6]).await;
    assert_eq!(lacking.status, 422);
    assert!(
        lacking.text.contains("Say what happened") && lacking.text.contains("value=\"Talan\""),
        "nothing is lost"
    );
    let sent = send(&county, None, &link, &link, &SIBLINGS).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    is_page(&county.get_signed_out(&sent.location).await);
    assert_eq!(county.get_signed_out(&link).await.status, 400, "it works once");
    assert_eq!(county.get_signed_out("/partners/referral").await.status, 303, "without it one signs in");
    assert_eq!(county.get("tom-ferris", "/front-door/messages").await.status, 403);
}

#[tokio::test]
async fn a_document_is_known_by_what_is_in_it_and_not_by_its_name() {
    let county = served("");
    let message = "{\"agency\":\"health\",\"sender_name\":\"Dr Kay\",\"what_happened\":\"A burn\",\"children\":[{\"forename\":\"Jory\"}]}";
    let body = |inside: &str| {
        format!(
            "--x\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\n{message}\r\n--x\r\nContent-Disposition: \
             form-data; name=\"document\"; filename=\"letter.pdf\"\r\n\r\n{inside}\r\n--x--\r\n"
        )
    };
    let (path, kind) = ("/api/partners/messages", "multipart/form-data; boundary=x");
    let (status, answer) = call(&county, Method::POST, path, kind, "a", &body("MZ a program")).await;
    assert_eq!(status, 422, "{answer}");
    assert!(
        answer["detail"].as_str().unwrap_or_default().starts_with("“letter.pdf” cannot be kept"),
        "{answer}"
    );
    let large = format!("%PDF{}", "x".repeat(10 * 1024 * 1024));
    let (status, answer) = call(&county, Method::POST, path, kind, "b", &body(&large)).await;
    assert_eq!(status, 422, "{answer}");
    assert!(answer["detail"].as_str().unwrap_or_default().contains("10 MB is the most"), "{answer}");
    let (status, answer) = call(&county, Method::POST, path, kind, "c", &body("%PDF-1.7 a letter")).await;
    assert_eq!(status, 201, "{answer}");
    let queue = county.get("asha-lobb", "/front-door/messages").await;
    let line = row(&queue.text, "Jory");
    let message = line.split("href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let document = county.get("asha-lobb", &format!("{message}/document")).await;
    assert_eq!((document.status, document.kind.as_str()), (200, "application/pdf"));
    assert_eq!(county.get("tom-ferris", &format!("{message}/document")).await.status, 403);
}
