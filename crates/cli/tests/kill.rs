//! `kill -9` at random moments of a service under load: nothing it acknowledged is lost, a retry adds nothing
//! twice, and what is left verifies, views and all.
//!
//! `ONEN_KILLS` sets the number of kills: 10 if unset, 200 where `ONEN_REQUIRE_ALL` is 1.

use std::collections::BTreeMap;
use std::hash::{BuildHasher, RandomState};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use chronology::RecordingNumber;
use serde_json::{Value, json};
use store::Chronology;

/// Callers at once, each with a child of its own.
const CALLERS: usize = 4;
/// So many kills happen to one folder before the next begins empty.
const LIVES: usize = 20;

/// What was acknowledged, by key: the recording's number and its seal.
type Acknowledged = BTreeMap<String, (u64, String)>;

fn onen(data: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onen"));
    command.arg("--data").arg(data).args(arguments).output().expect("the program runs")
}

fn done(data: &Path, arguments: &[&str]) -> String {
    let output = onen(data, arguments);
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).expect("it prints UTF-8")
}

/// An authority with a worker's token and a child for each caller.
fn begin(data: &Path) -> String {
    done(data, &["init", "--authority", "Kernow"]);
    let mut text = "recording by onen as administrator\n".to_owned();
    text += "  2026-02-02 hannah person.identified\n    category: professional\n";
    text += "  2026-02-02 hannah post.filled\n    role: social_worker\n";
    for caller in 0..CALLERS {
        text += &format!("  2026-02-02 child-{caller} person.identified\n    category: child\n");
    }
    let file = data.with_extension("onen");
    std::fs::write(&file, text).expect("a file");
    done(data, &["record", file.to_str().expect("a path")]);
    done(data, &["token", "issue", "load", "--person", "hannah", "--role", "social_worker"]).trim().to_owned()
}

struct Served {
    child: Child,
    address: String,
}

fn serve(data: &Path) -> Served {
    let mut child = Command::new(env!("CARGO_BIN_EXE_onen"))
        .arg("--data")
        .arg(data)
        .args(["serve", "--listen", "127.0.0.1:0"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the service starts");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
    let address = line.trim().strip_prefix("listening on http://").expect("an address").to_owned();
    Served { child, address }
}

/// Sends a note under a key; its number and seal once that is acknowledged, `None` if the service died first.
fn post(address: &str, token: &str, caller: usize, key: &str, words: &str) -> Option<(u64, String)> {
    let body = json!({ "key": key, "entries": [
        { "about": format!("child-{caller}"), "kind": "case_note.recorded", "occurred": "2026-03-04", "body": { "note": words } }
    ] })
    .to_string();
    let mut stream = TcpStream::connect(address).ok()?;
    let head = format!(
        "POST /api/recordings HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {token}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(format!("{head}{body}").as_bytes()).ok()?;
    let mut answer = Vec::new();
    // Killed while it answers, the service leaves half an answer: that acknowledges nothing.
    let _ = stream.read_to_end(&mut answer);
    let answer = String::from_utf8(answer).ok()?;
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?;
    let told: Value = serde_json::from_str(body).ok()?;
    assert!(status == "201" || status == "200", "{status}: {body}");
    Some((told["number"].as_u64()?, told["seal"].as_str()?.to_owned()))
}

/// What a caller sends until the service dies: first what the last life left unanswered, then more.
fn call(
    served: (&str, &str),
    caller: usize,
    round: usize,
    unanswered: Option<String>,
    stop: &AtomicBool,
) -> (Acknowledged, Option<String>) {
    let mut acknowledged = Acknowledged::new();
    let more = (0..).map(|at| format!("{round}/{caller}/{at}"));
    for key in unanswered.into_iter().chain(more) {
        let words = "She said that it is quiet now. ".repeat(key.len() % 7 * 20);
        match post(served.0, served.1, caller, &key, &words) {
            Some(told) => acknowledged.insert(key, told),
            None => return (acknowledged, Some(key)),
        };
        if stop.load(Ordering::Relaxed) {
            break;
        }
    }
    (acknowledged, None)
}

/// One life of the service, from its start to its kill.
fn one_life(
    data: &Path,
    token: &str,
    round: usize,
    unanswered: &mut [Option<String>],
    pause: Duration,
) -> Acknowledged {
    let Served { mut child, address } = serve(data);
    let stop = AtomicBool::new(false);
    let mut all = Acknowledged::new();
    std::thread::scope(|scope| {
        let callers: Vec<_> = unanswered
            .iter_mut()
            .enumerate()
            .map(|(caller, left)| {
                let (address, stop, last) = (&address, &stop, left.take());
                let caller = scope.spawn(move || call((address, token), caller, round, last, stop));
                (caller, left)
            })
            .collect();
        std::thread::sleep(pause);
        child.kill().expect("it is killed");
        child.wait().expect("it is gone");
        stop.store(true, Ordering::Relaxed);
        for (caller, left) in callers {
            let (acknowledged, last) = caller.join().expect("a caller ends");
            all.extend(acknowledged);
            *left = last;
        }
    });
    all
}

fn all_there(data: &Path, acknowledged: &Acknowledged, when: &str) {
    let chronology = Chronology::open_for_reading(data).expect("the chronology opens");
    for (key, (number, seal)) in acknowledged {
        let kept = chronology.recording(RecordingNumber(*number)).expect("it reads");
        let kept = kept.unwrap_or_else(|| panic!("{key} ({number}) is lost, {when}"));
        assert_eq!((kept.key.as_deref(), &kept.seal.to_string()), (Some(key.as_str()), seal), "{when}");
    }
}

#[test]
fn nothing_that_a_service_acknowledged_is_lost_to_kill_nine() {
    let rounds = match std::env::var("ONEN_KILLS") {
        Ok(text) => text.parse().expect("ONEN_KILLS is a number"),
        Err(_) if std::env::var("ONEN_REQUIRE_ALL").as_deref() == Ok("1") => 200,
        Err(_) => 10,
    };
    let mut total = 0;
    for first in (0..rounds).step_by(LIVES) {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().join("data");
        let token = begin(&data);
        let mut all = Acknowledged::new();
        let mut unanswered = vec![None; CALLERS];
        for round in first..rounds.min(first + LIVES) {
            let pause = Duration::from_micros(15_000 + RandomState::new().hash_one(round) % 235_000);
            let when = format!("round {round}, killed after {pause:?}");
            all.extend(one_life(&data, &token, round, &mut unanswered, pause));
            let verified = onen(&data, &["verify", "--json"]);
            assert!(verified.status.success(), "{when}: {verified:?}");
            all_there(&data, &all, &when);
        }
        total += all.len();
    }
    println!("{rounds} kills, {total} acknowledged, none lost");
    assert!(total > rounds, "too few to tell: {total}");
}
