//! What is written about adding a process is so: its files are the files, loaded alone they make the process, and
//! what it says of faults and of a county's own way is what the program says.

use std::path::{Path, PathBuf};

use practice::{Files, Practice, bundled, diff};

const GUIDE: &str = "docs/adding-a-process.md";
const PROCESS: &str = "organisation/caseload/process.toml";
const FORM: &str = "organisation/caseload/forms/caseload_review.toml";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|fault| panic!("{path}: {fault}"))
}

/// The blocks of one language in the guide.
fn blocks(language: &str) -> Vec<String> {
    let text = read(GUIDE);
    let fence = format!("```{language}\n");
    text.split(&fence).skip(1).map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

/// England's files without the worked example's, and the example's as the guide shows them.
fn followed() -> (Files, Files) {
    let mut england = bundled("england").unwrap().remove(0);
    assert!(england.remove(PROCESS).is_some() && england.remove(FORM).is_some());
    let [process, form] = blocks("toml").try_into().unwrap();
    (england, Files::from([(PROCESS.to_owned(), process), (FORM.to_owned(), form)]))
}

#[test]
fn whoever_follows_the_guide_has_the_process_with_its_form() {
    let (england, added) = followed();
    let before = Practice::load(std::slice::from_ref(&england)).unwrap();
    assert!(before.process("caseload").is_none() && before.form("caseload_review").is_none());
    let whole: Files = england.into_iter().chain(added).collect();
    let after = Practice::load(&[whole]).unwrap();
    let process = after.process("caseload").unwrap();
    assert_eq!(process.systems, ["caseload"]);
    assert_eq!(after.process_of_form("caseload_review").map(|process| process.id.as_str()), Some("caseload"));
    let form = after.form("caseload_review").unwrap();
    assert_eq!(form.event.kind, "caseload.reviewed");
    let shipped = Practice::of_county("england").unwrap();
    assert_eq!(
        Some(form.digest.as_str()),
        shipped.form_digest("caseload_review"),
        "the guide shows the form as it is"
    );
    assert_eq!(blocks("toml")[0], read(&format!("practice/england/{PROCESS}")), "and the process");
}

#[test]
fn the_event_it_shows_is_declared_so() {
    let [event] = blocks("rust").try_into().unwrap();
    assert!(
        read("crates/record/src/events/organisation.rs").contains(&event),
        "copy the event into {GUIDE} again"
    );
}

#[test]
fn the_fault_it_tells_of_is_told() {
    let (england, mut added) = followed();
    let misspelt = added[FORM].replacen("label", "lable", 1);
    added.insert(FORM.to_owned(), misspelt);
    let whole: Files = england.into_iter().chain(added).collect();
    let faults = Practice::load(&[whole]).unwrap_err();
    let told = faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    assert!(told.contains("“lable” is not known here.") && told.contains(FORM), "{told}");
    assert!(read(GUIDE).contains("> “lable” is not known here."));
}

#[test]
fn the_county_s_own_way_is_told_as_it_says() {
    let [england, cornwall] = ["england", "cornwall"].map(|name| Practice::of_county(name).unwrap());
    let guide = read(GUIDE);
    let sentence =
        guide.lines().filter_map(|line| line.strip_prefix("> ")).find(|line| line.contains(" calls it "));
    let sentence = sentence.unwrap();
    let told = diff(&england, &cornwall);
    let of_the_form = told.groups.iter().flat_map(|group| &group.differences);
    let mut of_the_form = of_the_form.filter(|one| one.place.contains(FORM));
    assert!(of_the_form.any(|one| one.says == sentence), "{sentence}\nis not told in\n{told:#?}");
}

#[test]
fn every_file_it_names_exists() {
    let text = read(GUIDE);
    let starts = ["crates/", "docs/", "practice/"];
    let named = text.split('`').filter(|word| {
        !word.contains(char::is_whitespace) && starts.iter().any(|start| word.starts_with(start))
    });
    let named: Vec<&str> = named.collect();
    assert!(named.len() > 10, "{named:?}");
    for path in named {
        assert!(root().join(path).exists(), "{GUIDE} names {path}");
    }
}
