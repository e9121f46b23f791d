//! `onen import`: a census, and values from outside.

use std::path::PathBuf;

use super::service::Served;
use super::support::{Place, text_of};

const CENSUS: &str = "<Message>
<Header><CollectionDetails><Collection>CIN</Collection><Year>2023</Year><ReferenceDate>2023-03-31</ReferenceDate></CollectionDetails></Header>
<Children><Child>
<ChildIdentifiers><LAchildID>DfE1</LAchildID><PersonBirthDate>2015-03-27</PersonBirthDate><GenderCurrent>1</GenderCurrent></ChildIdentifiers>
<CINdetails><CINreferralDate>2022-05-03</CINreferralDate><ReferralSource>1A</ReferralSource><ReferralNFA>0</ReferralNFA>
<ChildProtectionPlans><CPPstartDate>2022-06-22</CPPstartDate><InitialCategoryOfAbuse>PHY</InitialCategoryOfAbuse></ChildProtectionPlans>
</CINdetails>
</Child></Children></Message>
";

#[test]
fn children_come_in_each_row_traceable_and_twice_adds_nothing() {
    let place = Place::authority();
    let file = place.file("census.xml", CENSUS);
    let first = place.run(&["import", "cin-census", &file, "--json"]).done().json().remove(0);
    assert_eq!((&first["children"], &first["already"]), (&1.into(), &0.into()), "{first}");
    let count = place.recordings();
    assert_eq!(first["added"], count);
    let shown = place.run(&["show", "cin-dfe1"]).done().out;
    assert!(shown.contains("line 5, CINdetails"), "{shown}");
    assert!(shown.contains("protection plan: 2022-06-22 to now, Physical abuse"), "{shown}");
    assert!(shown.contains("# Census child DfE1"), "{shown}");

    let again = place.run(&["import", "cin-census", &file, "--json"]).done().json().remove(0);
    assert_eq!((&again["added"], &again["already"]), (&0.into(), &count.into()), "{again}");
    assert_eq!(place.recordings(), count);
}

#[test]
fn an_imported_child_opens_in_the_browser() {
    let place = Place::authority();
    place.run(&["import", "cin-census", &place.file("census.xml", CENSUS)]).done();
    let account = ["account", "add", "fran", "--name", "Fran May", "--role", "team_manager"];
    place.run_with(&account, "a long password\n").done();
    let served = Served::start(&["--data", &text_of(&place.data()), "serve", "--listen", "127.0.0.1:0"]);
    let cookie = served.sign_in("fran", "a long password");
    let page = served.page("/people/cin-dfe1", &cookie);
    assert!(page.contains("Census child DfE1") && page.contains("Physical abuse"), "{page}");
    let timeline = served.page("/people/cin-dfe1/timeline", &cookie);
    assert!(timeline.contains("from another system") && timeline.contains("22 Jun"), "{timeline}");
    let found = served.page("/search?q=DfE1", &cookie);
    assert!(found.contains("cin-dfe1"), "{found}");
}

#[test]
fn the_next_year_adds_the_ending_and_lists_what_it_tells_differently() {
    let place = Place::authority();
    place.run(&["import", "cin-census", &place.file("2023.xml", CENSUS)]).done();
    let count = place.recordings();
    let next = CENSUS
        .replace("2023", "2024")
        .replace("</CPPstartDate>", "</CPPstartDate><CPPendDate>2023-10-02</CPPendDate>")
        .replace("<ReferralSource>1A", "<ReferralSource>6");
    let answered = place.run(&["import", "cin-census", &place.file("2024.xml", &next), "--json"]).no().json();
    assert_eq!(answered[1]["added"], 1, "{answered:?}");
    assert_eq!(answered[0]["row"], "line 5, CINdetails");
    assert!(answered[0]["message"].as_str().is_some_and(|said| said.contains("cin-dfe1")));
    assert_eq!(place.recordings(), count + 1);
    let shown = place.run(&["show", "cin-dfe1"]).done().out;
    assert!(shown.contains("protection plan: 2022-06-22 to 2023-10-02"), "{shown}");
}

#[test]
fn values_from_outside_come_in_beside_the_earlier_ones_and_a_rate_is_counted_on_them() {
    let place = Place::authority();
    let head = "measure,area,year,value,source,from_age,to_age\n";
    let name = "Kernow";
    let first = place.file(
        "first.csv",
        &format!("{head}population,{name},2020,\"20,000\",ONS,0,17\npopulation,{name},soon,1,ONS,,\n"),
    );
    let read = place.run(&["import", "reference-values", &first, "--json"]).no().json();
    assert_eq!((&read[0]["line"], &read[0]["field"]), (&3.into(), &"year".into()), "{read:?}");
    assert_eq!(
        (&read[1]["rows"], &read[1]["already"], &read[1]["left_out"]),
        (&1.into(), &0.into(), &1.into())
    );
    let good = place.file("good.csv", &format!("{head}population,{name},2020,\"20,000\",ONS,0,17\n"));
    let again = place.run(&["import", "reference-values", &good, "--json"]).done().json().remove(0);
    assert_eq!((&again["rows"], &again["already"]), (&1.into(), &1.into()), "{again}");
    place.run(&["import", "cin-census", &place.file("census.xml", CENSUS)]).done();
    let ask = ["indicator", "child_protection_plan_rate", "--as-at", "2023-01-01", "--json"];
    let rate = place.run(&ask).done().json().remove(0);
    assert_eq!((&rate["numerator"], &rate["value"]), (&1.into(), &0.5.into()), "{rate}");
    let later = place.file("later.csv", &format!("{head}population,{name},2022,\"10,000\",ONS,0,17\n"));
    place.run(&["import", "reference-values", &later]).done();
    let rate = place.run(&ask).done().json().remove(0);
    assert_eq!(rate["value"], 1.0, "the base of the latest year up to the day's");
    let early = ["indicator", "child_protection_plan_rate", "--as-at", "2021-01-01", "--json"];
    assert!(place.run(&early).done().json()[0]["base"]["source"].as_str().unwrap().contains("2020"));
    let none = place.file("none.csv", "a,b\n1,2\n");
    place.run(&["import", "reference-values", &none]).refused(&["no column measure, area, year"]);
}

#[test]
fn a_bad_row_is_listed_with_its_line_and_the_rest_come_in() {
    let place = Place::authority();
    let bad = CENSUS.replace("<InitialCategoryOfAbuse>PHY", "<InitialCategoryOfAbuse>BAD");
    let file = place.file("census.xml", &bad);
    let answered = place.run(&["import", "cin-census", &file, "--json"]).no().json();
    assert_eq!((&answered[0]["line"], &answered[0]["field"]), (&6.into(), &"InitialCategoryOfAbuse".into()));
    assert_eq!((&answered[0]["child"], &answered[0]["value"]), (&"DfE1".into(), &"BAD".into()));
    assert_eq!(answered[1]["left_out"], 1);
    let shown = place.run(&["show", "cin-dfe1"]).done().out;
    assert!(shown.contains("referral.received") && !shown.contains("protection plan:"), "{shown}");
    let words = place.run(&["import", "cin-census", &file]).no();
    assert!(
        words.err.contains("census.xml, line 6, ChildProtectionPlans InitialCategoryOfAbuse of child DfE1"),
        "{words:?}"
    );
}

#[test]
fn a_file_that_is_not_a_census_is_refused_and_nothing_comes_in() {
    let place = Place::authority();
    let cases: &[(&str, &[&str])] = &[
        ("not XML", &["line 1"]),
        ("<Message>\n<Children>\n<Child>", &["line 3"]),
        (
            "<Message><Header><CollectionDetails><Collection>SWF</Collection></CollectionDetails></Header></Message>",
            &["line 1", "SWF"],
        ),
        ("", &["line 1"]),
    ];
    for (text, says) in cases {
        let file = place.file("census.xml", text);
        place.run(&["import", "cin-census", &file, "--json"]).refused(says).refused(&["census.xml"]);
    }
    let file = place.file("census.xml", CENSUS);
    place.run(&["import", "school-census", &file]).refused(&["“school-census”", "cin-census"]);
    place.run(&["import", "cin-census", "no-such.xml"]).refused(&["no-such.xml"]);
    assert_eq!(place.recordings(), 0);
}

#[test]
fn every_sample_file_comes_in_and_twice_adds_nothing() {
    let Some(folder) = samples() else { return };
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the samples")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "xml"));
    assert!(!files.is_empty());
    for path in files {
        let place = Place::authority();
        let import = ["import", "cin-census", &text_of(&path), "--json"];
        let first = place.run(&import);
        assert!(first.code == 0 || first.code == 1, "{}: {first:?}", path.display());
        let summary = first.json().pop().expect("a summary");
        assert!(summary["children"].as_u64() > Some(0) && summary["added"].as_u64() > Some(0), "{summary}");
        let second = place.run(&import).json().pop().expect("a summary");
        assert_eq!(
            (&second["added"], &second["already"]),
            (&0.into(), &summary["added"]),
            "{}",
            path.display()
        );
        assert_eq!(second["otherwise"], 0, "{}: {second}", path.display());
        assert_eq!(place.recordings(), summary["added"].as_u64().expect("a number"));

        let text = std::fs::read_to_string(&path).expect("the sample");
        let id = text.split("<LAchildID>").nth(1).and_then(|rest| rest.split('<').next()).expect("a child");
        let shown = place.run(&["show", &format!("cin-{}", id.trim().to_lowercase())]).done().out;
        assert!(shown.contains(&format!("Census child {}", id.trim())), "{}: {shown}", path.display());
    }
}

/// The folder of sample census files, or `None` (said aloud) when this machine has none.
fn samples() -> Option<PathBuf> {
    if let Some(folder) = std::env::var_os("ONEN_SAMPLES") {
        return Some(PathBuf::from(folder).join("cin"));
    }
    assert!(
        std::env::var("ONEN_REQUIRE_ALL").as_deref() != Ok("1"),
        "ONEN_SAMPLES does not name the folder of sample files, and nothing may be skipped"
    );
    eprintln!("skipped: ONEN_SAMPLES does not name the folder of sample files");
    None
}
