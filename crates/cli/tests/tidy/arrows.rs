//! Dependencies run one way.

use std::collections::BTreeMap;

use super::{files, none};

/// Each crate and the crates of the house that it may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("calendar", &[]),
    ("chronology", &[]),
    ("record", &["calendar", "chronology"]),
    ("rules", &["calendar", "chronology", "record"]),
    ("practice", &["calendar", "chronology", "record", "rules"]),
    ("returns", &["calendar", "chronology", "record", "rules"]),
    ("store", &["chronology"]),
    ("views", &["calendar", "chronology", "record", "rules", "practice", "store"]),
    ("county", &["calendar", "chronology", "record", "rules", "practice", "returns", "store", "views"]),
    ("web", &["calendar", "chronology", "record", "rules", "practice", "returns", "store", "views"]),
    (
        "cli",
        &[
            "calendar",
            "chronology",
            "record",
            "rules",
            "practice",
            "returns",
            "store",
            "views",
            "web",
            "county",
        ],
    ),
];

/// What the pure crates may never depend on: sockets, files, clocks, databases, threads that wait.
const EDGES_ONLY: &[&str] = &["tokio", "axum", "rusqlite", "getrandom", "clap", "hyper-util", "fantoccini"];
const PURE: &[&str] = &["calendar", "chronology", "record", "rules", "practice", "returns"];

#[test]
fn crates_face_one_way() {
    let may: BTreeMap<&str, &[&str]> = MAY_USE.iter().copied().collect();
    let mut faults = Vec::new();
    let manifests: Vec<_> = files("crates", "/Cargo.toml");
    assert_eq!(manifests.len(), MAY_USE.len(), "a twelfth crate needs a decision record");
    for (path, text) in &manifests {
        let manifest: toml::Table = toml::from_str(text).expect("a manifest");
        let name = manifest["package"]["name"].as_str().expect("a name");
        let Some(may_use) = may.get(name) else {
            faults.push(format!("{path}: no arrow is drawn for {name}"));
            continue;
        };
        let uses = |table: &str| -> Vec<String> {
            let table = manifest.get(table).and_then(toml::Value::as_table);
            table.map(|table| table.keys().cloned().collect()).unwrap_or_default()
        };
        for used in uses("dependencies").iter().chain(&uses("build-dependencies")) {
            if may.contains_key(used.as_str()) && !may_use.contains(&used.as_str()) {
                faults.push(format!("{path}: {name} may not use {used}"));
            }
            if PURE.contains(&name) && EDGES_ONLY.contains(&used.as_str()) {
                faults.push(format!("{path}: {name} is pure and may not use {used}"));
            }
        }
        // Tests may also be played out in the invented county, from which nothing below the edges is built.
        for used in uses("dev-dependencies") {
            let known = may_use.contains(&used.as_str()) || used == "county";
            if may.contains_key(used.as_str()) && !known {
                faults.push(format!("{path}: {name}'s tests may not use {used}"));
            }
        }
    }
    none(&faults);
}

#[test]
fn the_arrows_drawn_make_no_circle() {
    let place = |name: &str| MAY_USE.iter().position(|(known, _)| *known == name);
    for (name, uses) in MAY_USE {
        for used in *uses {
            assert!(place(used) < place(name), "{name} stands above {used}");
        }
    }
}

#[test]
fn every_dependency_is_declared_once() {
    let mut faults = Vec::new();
    for (path, text) in files("crates", "/Cargo.toml") {
        let manifest: toml::Table = toml::from_str(&text).expect("a manifest");
        for table in ["dependencies", "dev-dependencies"] {
            for (name, how) in manifest.get(table).and_then(toml::Value::as_table).into_iter().flatten() {
                if how.get("workspace").and_then(toml::Value::as_bool) != Some(true) {
                    faults.push(format!("{path}: {name} is not taken from the workspace"));
                }
            }
        }
    }
    none(&faults);
}
