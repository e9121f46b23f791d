//! `kill -9` at random moments of a process that appends from many threads: nothing acknowledged is lost.
//!
//! The test runs its own program again as the victim. `ONEN_KILLS` sets the number of kills (25 if unset).

mod county_of_one;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use chronology::{RecordingNumber, Seal};
use county_of_one::{clock, draft, line};
use serde_json::json;
use store::Chronology;

const FOLDER: &str = "ONEN_KILL_FOLDER";
const ROUND: &str = "ONEN_KILL_ROUND";

/// Run by the test below in a process of its own, until it is killed.
#[test]
fn victim() {
    let (Ok(folder), Ok(round)) = (std::env::var(FOLDER), std::env::var(ROUND)) else { return };
    let store = Chronology::open(Path::new(&folder), clock()).unwrap();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let (store, round) = (store.clone(), &round);
            scope.spawn(move || {
                for at in 0.. {
                    let key = format!("{round}/{thread}/{at}");
                    let words = "She said that it is quiet now. ".repeat(at % 40);
                    let mut one =
                        draft("w-1", &format!("c-{thread}"), "case_note.written", json!({"text": words}));
                    one.entries.push(line("c-all", "visit.made", json!({"at": at})));
                    one.key = Some(key.clone());
                    let appended = store.append(one).unwrap();
                    let said = format!("\nacknowledged {} {} {key}\n", appended.number, appended.seal);
                    std::io::stdout().lock().write_all(said.as_bytes()).unwrap();
                }
            });
        }
    });
}

fn random(below: u64) -> u64 {
    getrandom::u64().unwrap() % below
}

type Acknowledged = BTreeMap<u64, (Seal, String)>;

/// Starts a victim, kills it after a while, and answers what it had acknowledged by then.
fn one_life(folder: &Path, round: usize, pause: Duration) -> Acknowledged {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "victim", "--nocapture"])
        .env(FOLDER, folder)
        .env(ROUND, format!("{round}"))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let said = BufReader::new(child.stdout.take().unwrap());
    let listener = std::thread::spawn(move || {
        let whole = said.split(b'\n').map_while(Result::ok);
        whole.filter_map(|line| String::from_utf8(line).ok()).collect::<Vec<_>>()
    });
    std::thread::sleep(pause);
    child.kill().unwrap();
    child.wait().unwrap();
    let mut acknowledged = Acknowledged::new();
    for said in listener.join().unwrap() {
        let Some(rest) = said.strip_prefix("acknowledged ") else { continue };
        // The last line may have been cut short; its key may then not be whole.
        let [number, seal, key] = rest.split(' ').collect::<Vec<_>>()[..] else { continue };
        if let Ok(seal) = seal.parse() {
            acknowledged.insert(number.parse().unwrap(), (seal, key.to_owned()));
        }
    }
    acknowledged
}

fn all_there(store: &Chronology, acknowledged: &Acknowledged, what: &str) {
    for (number, (seal, key)) in acknowledged {
        let kept = store.recording(RecordingNumber(*number)).unwrap();
        let kept = kept.unwrap_or_else(|| panic!("{key} ({number}) is lost, {what}"));
        assert_eq!(kept.seal, *seal);
        assert!(kept.key.unwrap().starts_with(key.as_str()));
    }
}

/// So many kills happen to one file before the next begins empty.
const LIVES: usize = 10;

#[test]
fn nothing_acknowledged_is_lost_to_kill_nine() {
    let rounds = std::env::var("ONEN_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(25);
    let mut total = 0;
    for first in (0..rounds).step_by(LIVES) {
        let folder = tempfile::tempdir().unwrap();
        drop(Chronology::create(folder.path(), clock()).unwrap());
        let mut all = Acknowledged::new();
        for round in first..rounds.min(first + LIVES) {
            let pause = Duration::from_micros(20_000 + random(130_000));
            let acknowledged = one_life(folder.path(), round, pause);
            let store = Chronology::open(folder.path(), clock()).unwrap();
            let verified = store.verify(&mut |_, _| ()).unwrap_or_else(|broken| {
                panic!("round {round}, killed after {pause:?}: {broken}");
            });
            assert_eq!(verified.entries, verified.head.number.0 * 2, "every recording is whole");
            all_there(&store, &acknowledged, &format!("killed after {pause:?}"));
            all.extend(acknowledged);
        }
        all_there(&Chronology::open_for_reading(folder.path()).unwrap(), &all, "after many kills");
        total += all.len();
    }
    println!("{rounds} kills, {total} acknowledged, none lost");
    assert!(total > rounds, "too few to tell: {total}");
}
