//! An authority is made; its practice is checked; people and systems are let in.

use serde_json::Value;

use super::service::Served;
use super::support::{Place, onen, text_of};

#[test]
fn an_authority_is_made_once() {
    let place = Place::empty();
    let made = place.run(&["init", "--authority", "Kernow", "--practice", "cornwall"]).done();
    assert!(made.err.contains("Kernow is ready"), "{made:?}");
    assert_eq!(place.recordings(), 0);
    place.run(&["init", "--authority", "Kernow"]).refused(&["already holds"]);
}

#[test]
fn a_name_or_practice_that_means_nothing_leaves_no_folder() {
    let place = Place::empty();
    place.run(&["init", "--authority", " "]).refused(&["--authority NAME"]);
    place.run(&["init", "--authority", "Kernow", "--practice", "atlantis"]).refused(&[
        "“atlantis”",
        "england",
        "cornwall",
        "cambridgeshire",
    ]);
    let broken = text_of(&place.path("practice"));
    place.file("practice/settings.toml", "nonsense = 3\n");
    place
        .run(&["init", "--authority", "Kernow", "--practice", &broken])
        .refused(&["settings.toml", "nonsense"]);
    assert!(!place.data().exists(), "nothing was written");
}

#[test]
fn a_folder_of_practice_is_found_from_anywhere() {
    let place = Place::empty();
    std::fs::create_dir_all(place.path("practice")).expect("a folder");
    let data = text_of(&place.data());
    let made = std::process::Command::new(env!("CARGO_BIN_EXE_onen"))
        .args(["--data", &data, "init", "--authority", "Kernow", "--practice", "practice"])
        .current_dir(place.path(""))
        .output()
        .expect("the program runs");
    assert!(made.status.success(), "{made:?}");
    assert_eq!(place.recordings(), 0);
}

#[test]
fn an_authority_that_is_not_there_is_named_by_every_command() {
    let place = Place::empty();
    let file = place.file("a.onen", "recording by sam as screener\n  2026-03-02 kerra case_note.recorded\n");
    let census = place.file("a.xml", "<Message><Children></Children></Message>");
    let rows = place.file("a.csv", "forename\nKerra\n");
    let copy = text_of(&place.path("copy"));
    let commands: &[&[&str]] = &[
        &["serve", "--listen", "127.0.0.1:0"],
        &["record", &file],
        &["show", "kerra"],
        &["due"],
        &["findings"],
        &["indicator", "re_referrals"],
        &["import", "cin-census", &census],
        &["match", &rows],
        &["verify"],
        &["rebuild"],
        &["backup", &copy],
        &["account", "list"],
        &["token", "list"],
    ];
    for command in commands {
        place.run(command).refused(&[&text_of(&place.data()), "no authority"]);
    }
    place.run(&["restore", &copy]).refused(&[&copy]);
    assert!(!place.data().exists() && !place.path("copy").exists(), "nothing was written");
}

#[test]
fn a_command_that_does_not_exist_and_a_database_are_refused() {
    for (arguments, says) in [
        (&["recrod", "x"][..], &["“recrod” is not a command", "record"][..]),
        (&["due", "--as-at", "2026-02-30"], &["“2026-02-30” cannot be --as-at <DATE>"]),
        (&["serve", "--port", "x"], &["“--port” is not expected here"]),
        (&["show"], &["<PERSON> is missing"]),
        (&["show", "kerra", "--as-at"], &["--as-at <DATE> needs a value"]),
        (&[], &["say which command"]),
    ] {
        onen(arguments, "").refused(says);
    }
    onen(&["due", "--database", "postgres://onen"], "").refused(&["postgres://onen", "folder"]);
    assert!(onen(&["--help"], "").done().out.contains("One record for each child"));
    onen(&["--version"], "").done();
}

#[test]
fn practice_that_ships_has_no_faults_and_a_county_s_faults_are_named() {
    let place = Place::empty();
    assert_eq!(onen(&["practice", "check", "--json"], "").done().json(), [] as [Value; 0]);
    let said = onen(&["practice", "check"], "").done().out;
    assert!(["england", "cornwall", "cambridgeshire"].iter().all(|name| said.contains(name)), "{said}");
    place.file("practice/settings.toml", "no_such_setting = 3\n");
    let folder = text_of(&place.path("practice"));
    let faults = onen(&["practice", "check", &folder, "--json"], "").no().json();
    let first = faults[0]["fault"].as_str().expect("a sentence");
    assert!(first.contains("settings.toml") && first.contains("no_such_setting"), "{first}");
    onen(&["practice", "check", "atlantis"], "").refused(&["“atlantis”"]);
    onen(&["practice", "diff", "england", "atlantis"], "").refused(&["“atlantis”"]);
}

#[test]
fn what_a_county_changed_is_said_in_sentences() {
    let differences = onen(&["practice", "diff", "england", "cornwall", "--json"], "").done().json();
    assert!(differences.iter().all(|line| line["difference"].is_string()) && differences.len() > 3);
    let told = onen(&["practice", "diff", "england", "cornwall"], "").done().out;
    assert!(told.starts_with("Cornwall differs from England in "), "{told}");
    assert!(told.contains(
        "\nDecision on a contact\n  The form “Decide a contact in the referral unit”\n    England calls"
    ));
    assert!(!told.contains(".toml") && !told.contains("mash-triage-red"), "no file and no key: {told}");
    let told = onen(&["practice", "diff", "england", "cornwall", "--files"], "").done().out;
    assert!(told.contains("(settings.toml, switched_on: mash-triage-red)"), "{told}");
    let told = onen(&["practice", "diff", "cornwall", "cornwall"], "").done().out;
    assert_eq!(told, "Cornwall does nothing otherwise than Cornwall.\n");
    assert_eq!(onen(&["practice", "diff", "cornwall", "cornwall", "--json"], "").done().out, "");
}

#[test]
fn an_account_is_added_listed_and_disabled() {
    let place = Place::authority();
    let add = ["account", "add", "hannah", "--name", "Hannah Pascoe", "--role", "social_worker"];
    place.run_with(&add, "short\n").refused(&["12 characters"]);
    let wrong = ["account", "add", "hannah", "--name", "Hannah", "--role", "wizard"];
    place.run_with(&wrong, "a long password\n").refused(&["“wizard”", "social_worker"]);
    place
        .run_with(
            &["account", "add", "Hannah!", "--name", "H", "--role", "social_worker"],
            "a long password\n",
        )
        .refused(&["“Hannah!”"]);
    assert_eq!(place.run(&["account", "list", "--json"]).done().json(), [] as [Value; 0]);
    assert_eq!(place.recordings(), 0, "nothing was written");

    place.run_with(&add, "a long password\n").done();
    let listed = place.run(&["account", "list", "--json"]).done().json();
    assert_eq!((&listed[0]["person"], &listed[0]["role"]), (&"hannah".into(), &"social_worker".into()));
    assert!(place.run(&["show", "hannah"]).done().out.contains("post.filled"), "a worker is on record too");
    place.run(&["account", "disable", "hannah"]).done();
    assert_eq!(place.run(&["account", "list", "--json"]).done().json()[0]["disabled"], true);
    place.run(&["account", "disable", "nobody"]).refused(&["“nobody”"]);
}

#[test]
fn somebody_new_is_added_while_the_service_runs_and_is_on_record_once_signed_in() {
    let place = Place::authority();
    let served =
        Served::start(&["--data", &place.data().to_string_lossy(), "serve", "--listen", "127.0.0.1:0"]);
    let add = ["account", "add", "hannah", "--name", "Hannah Pascoe", "--role", "social_worker"];
    place.run_with(&add, "a long password\n").done();
    assert_eq!(place.recordings(), 0);
    let cookie = served.sign_in("hannah", "a long password");
    assert!(served.page("/work", &cookie).contains("Hannah Pascoe"));
    assert_eq!(place.recordings(), 1, "who she is, and her post");
    served.sign_in("hannah", "a long password");
    assert_eq!(place.recordings(), 1, "once");
}

#[test]
fn a_token_is_shown_once_listed_without_its_secret_and_revoked() {
    let place = Place::authority();
    let issue = ["token", "issue", "school", "--person", "school-system", "--role", "partner", "--json"];
    let issued = place.run(&issue).done().json();
    let secret = issued[0]["token"].as_str().expect("a token");
    let listed = place.run(&["token", "list", "--json"]).done();
    assert_eq!(listed.json()[0]["label"], "school");
    assert!(!listed.out.contains(secret) && secret.len() >= 32, "{listed:?}");
    place.run(&["token", "revoke", "school"]).done();
    place.run(&["token", "revoke", "school"]).refused(&["“school”"]);
    place.run(&["token", "issue", "x", "--person", "school", "--role", "wizard"]).refused(&["“wizard”"]);
    let listed = place.run(&["token", "list", "--json"]).done().json();
    assert!(listed.len() == 1 && listed[0]["revoked"].is_string(), "{listed:?}");
}
