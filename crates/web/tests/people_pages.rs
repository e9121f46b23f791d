//! The pages of a person's record, asked for as a browser would.

mod common;

use common::{Answer, County, NANCE, coded, id};

/// Every page of a record that is only read.
const PAGES: [&str; 9] = [
    "",
    "/people",
    "/timeline",
    "/timeline/print",
    "/timeline.csv",
    "/work",
    "/documents",
    "/meetings",
    "/access",
];

fn heading_one(page: &Answer) -> usize {
    page.text.matches("<h1").count()
}

#[tokio::test]
async fn every_page_has_one_heading_and_a_title_without_a_full_name() {
    let county = County::new(NANCE);
    let record =
        PAGES.iter().filter(|end| !end.ends_with("csv")).map(|end| format!("/people/morwenna-nance{end}"));
    let more = [
        "/people/morwenna-nance/start",
        "/people/morwenna-nance/visits/new",
        "/people/new",
        "/search",
        "/search?q=nance",
    ];
    let service = ["/help", "/accessibility", "/privacy", "/access/restricted"];
    for path in record.chain(more.iter().chain(&service).map(|path| (*path).to_owned())) {
        let page = county.get("hannah-pascoe", &path).await;
        assert_eq!(page.status, 200, "{path}: {}", page.text);
        assert_eq!(heading_one(&page), 1, "{path}");
        let title = page.text.split("<title>").nth(1).unwrap().split("</title>").next().unwrap();
        assert!(title.ends_with("– Onen") && !title.contains("Nance"), "{path}: {title}");
        assert!(!page.text.contains(" style=") && !page.text.contains("onclick"), "{path}");
    }
}

#[tokio::test]
async fn no_page_of_a_record_is_shown_without_a_session() {
    let county = County::new(NANCE);
    let ends = PAGES.iter().chain(&["/start", "/visits/new", "/print"]);
    let paths = ends.map(|end| format!("/people/morwenna-nance{end}"));
    for path in paths.chain(["/people/new", "/search?q=nance", "/access/openings"].map(str::to_owned)) {
        let page = county.get_signed_out(&path).await;
        assert_eq!(page.status, 303, "{path}");
        assert!(page.location.starts_with("/sign-in"), "{path}: {}", page.location);
        assert!(!page.text.contains("Nance"), "{path}");
    }
    let looks = county.app.desk.looks_at(&id("morwenna-nance"), None, 10).unwrap();
    assert!(looks.is_empty(), "nobody looked");
}

#[tokio::test]
async fn somebody_unknown_and_somebody_one_may_not_know_of_look_the_same() {
    let county = County::new(NANCE);
    for end in PAGES {
        let unknown = county.get("tom-ferris", &format!("/people/nobody-at-all{end}")).await;
        let not_his = county.get("tom-ferris", &format!("/people/kerra-nance{end}")).await;
        assert_eq!((unknown.status, &unknown.text), (404, &not_his.text), "{end}");
        assert_eq!(not_his.status, 404, "{end}");
        let own = county.get("tom-ferris", &format!("/people/morwenna-nance{end}")).await;
        assert_eq!(own.status, 200, "{end}: his school’s child");
    }
}

#[tokio::test]
async fn a_restricted_record_says_nothing_anywhere() {
    let county = County::new(NANCE);
    for end in PAGES {
        let page = county.get("hannah-pascoe", &format!("/people/jenna-nance{end}")).await;
        assert_eq!(page.status, 403, "{end}");
        assert!(page.text.contains("You may not open this record"), "{end}");
        for secret in ["Jenna", "aunt", "2015"] {
            assert!(!page.text.contains(secret), "{end} says {secret}");
        }
    }
    for end in PAGES {
        let cousin = county.get("hannah-pascoe", &format!("/people/morwenna-nance{end}")).await;
        assert!(!cousin.text.contains("Jenna"), "her cousin’s {end} names her");
    }
    let family = county.get("hannah-pascoe", "/people/morwenna-nance/people").await;
    assert!(family.text.contains("Restricted") && family.text.contains("cousin"));
    let manager = county.get("ruth-tregear", "/people/morwenna-nance/people").await;
    assert!(manager.text.contains("Jenna"), "whoever is named in the restriction sees her");
    let search = county.get("hannah-pascoe", "/search?q=jenna+nance").await;
    assert!(search.text.contains("1 restricted match") && !search.text.contains("jenna-nance"));
}

#[tokio::test]
async fn glass_is_broken_with_a_reason_for_an_hour_and_each_look_is_logged() {
    let county = County::new(NANCE);
    let (path, words) =
        ("/people/jenna-nance/break-glass", "The hospital rings: she was brought in with burns");
    let refused = county.post("hannah-pascoe", path, &[("reason", "danger"), ("words", "short")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("There is a problem") && !refused.text.contains("Jenna"));
    assert!(county.app.desk.broken_glass(None, 9).unwrap().is_empty());
    let answers = [("reason", "danger"), ("words", words), ("read", "yes")];
    let opened = county.post("hannah-pascoe", path, &answers).await;
    assert_eq!((opened.status, opened.location.as_str()), (303, "/people/jenna-nance"));
    let story = county.get("hannah-pascoe", "/people/jenna-nance").await;
    assert!(story.status == 200 && story.text.contains("Jenna"));
    let other = county.get("martin-eddy", "/people/jenna-nance").await;
    assert_eq!(other.status, 403, "only whoever gave the reason");
    let broken = county.app.desk.broken_glass(None, 9).unwrap();
    assert_eq!(broken.len(), 2, "breaking it, and each look after");
    assert!(
        broken.iter().all(|look| look.look.why.contains("burns") && look.look.who == id("hannah-pascoe"))
    );
    let access = county.get("ruth-tregear", "/people/jenna-nance/access").await;
    assert!(access.text.contains("Opened in an emergency") && access.text.contains("burns"));
    county.later(61);
    let after = county.get("hannah-pascoe", "/people/jenna-nance").await;
    assert_eq!(after.status, 403, "an hour later the reason must be given again");
}

#[tokio::test]
async fn glass_is_not_broken_by_a_role_that_may_not_nor_without_proof() {
    let county = County::new(NANCE);
    let answers = "reason=danger&words=long+enough+to+be+a+reason&read=yes";
    let session = county.session("hannah-pascoe");
    let forged = county
        .request(Some(&session), axum::http::Method::POST, "/people/jenna-nance/break-glass", answers)
        .await;
    assert_eq!(forged.status, 403);
    assert!(county.app.desk.broken_glass(None, 9).unwrap().is_empty());
}

#[tokio::test]
async fn a_past_moment_shows_the_past_and_nothing_can_be_recorded_in_it() {
    let county = County::new(NANCE);
    let now = county.get("hannah-pascoe", "/people/morwenna-nance/timeline").await;
    assert!(now.text.contains("I look after") || now.text.contains("seen alone"));
    assert!(now.text.contains("/people/morwenna-nance/entries/4.0/correct"));
    let path = "/people/morwenna-nance/timeline?known-at=2026-03-09T20:00:00Z";
    let then = county.get("hannah-pascoe", path).await;
    assert!(then.text.contains("She sits on the stairs"));
    assert!(then.text.contains("as it was known at 9 March 2026 at 8:00pm"));
    for act in ["/forms/", "/correct\"", "Add a note", "/start\""] {
        assert!(!then.text.contains(act), "{act}");
    }
    let dashed = then.text.matches("Not known then").count();
    assert_eq!(dashed, 2, "the visit of the day before it was written up, and the police call of February");
    let csv = county.get("hannah-pascoe", &path.replace("timeline?", "timeline.csv?")).await;
    assert!(!csv.text.contains("Police came"), "what leaves as known then leaves without what was not");
    let people = county.get("hannah-pascoe", "/people/morwenna-nance/people?as-at=2026-02-01").await;
    assert!(!people.text.contains("Kerra") && !people.text.contains("/forms/"));
}

#[tokio::test]
async fn a_day_and_a_time_become_an_address_and_a_day_that_is_none_says_so() {
    let county = County::new(NANCE);
    let path = "/people/morwenna-nance/timeline?date=9/3/2026&time=8pm&kind=seen";
    let moved = county.get("hannah-pascoe", path).await;
    assert_eq!(moved.status, 303);
    assert_eq!(moved.location, "/people/morwenna-nance/timeline?kind=seen&known-at=2026-03-09T20%3A00%3A00Z");
    let wrong = county.get("hannah-pascoe", "/people/morwenna-nance/timeline?date=31+Feb&time=").await;
    assert_eq!(wrong.status, 200);
    assert!(wrong.text.contains("value=\"31 Feb\"") && wrong.text.contains("is not a"));
}

#[tokio::test]
async fn filters_leave_out_and_say_so() {
    let county = County::new(NANCE);
    let path = |query: &str| format!("/people/morwenna-nance/timeline?{query}");
    for (query, shown, left_out) in [
        ("kind=seen", "Police came", "She sits on the stairs"),
        ("source=front_door_manager", "She sits on the stairs", "Police came"),
        ("text=stairs", "She sits on the stairs", "Police came"),
        ("from=1/3/2026&to=2/3/2026", "She sits on the stairs", "Police came"),
        ("to=2025", "No entry matches", "Police came"),
    ] {
        let page = county.get("hannah-pascoe", &path(query)).await;
        assert!(page.text.contains(shown), "{query} shows {shown}");
        assert!(!page.text.contains(left_out), "{query} leaves out {left_out}");
        assert!(page.text.contains("Clear all"), "{query}");
    }
    let both = county.get("hannah-pascoe", &path("whose=siblings")).await;
    assert!(both.text.contains("About Morwenna · ") && both.text.contains("About Tegen · "));
    let looks = county.app.desk.looks_at(&id("tegen-nance"), None, 9).unwrap();
    assert_eq!(looks.len(), 1, "her sister’s entries are opened with a pass of their own");
}

#[tokio::test]
async fn what_is_corrected_or_withdrawn_is_shown_as_such() {
    let county = County::new(&format!(
        "{NANCE}
recording by hannah-pascoe as social_worker at 2026-03-22T09:00:00Z
  2026-03-22 morwenna-nance entry.withdrawn
    entry: 5.0
    reason: Written in the wrong record
  2026-03-22 morwenna-nance entry.marked_significant
    entry: 4.0
    significance: key
    meaning: The first time she told anybody
"
    ));
    let page = county.get("hannah-pascoe", "/people/morwenna-nance/timeline").await;
    for words in [
        "Police came",
        "Withdrawn: does not count",
        "Written in the wrong record",
        "Key event",
        "The first time she told anybody",
    ] {
        assert!(page.text.contains(words), "{words}");
    }
    let form =
        county.get("hannah-pascoe", "/forms/correction?about=morwenna-nance&morwenna-nance.entry=4.0").await;
    assert!(form.text.contains("Visit, 9 March 2026"), "the form says which entry it corrects");
    assert!(page.text.contains("id=\"e5.0\"") && page.text.contains("href=\"#e7.0\""));
    assert!(page.text.contains("/forms/reinstatement?about=morwenna-nance"));
}

#[tokio::test]
async fn a_spreadsheet_takes_nothing_for_a_formula() {
    let county = County::new(NANCE);
    let csv = county.get("hannah-pascoe", "/people/morwenna-nance/timeline.csv").await;
    assert_eq!((csv.status, csv.kind.as_str()), (200, "text/csv; charset=utf-8"));
    assert!(
        csv.text
            .starts_with("\u{feff}\"Date\",\"Age then\",\"Source\",\"What happened\",\"What it meant\"\r\n")
    );
    for row in csv.text.trim_start_matches('\u{feff}').lines() {
        for cell in row.split("\",\"") {
            let cell = cell.trim_start_matches('"');
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{row}");
        }
    }
    assert!(csv.text.contains("\"9 y 3 m\""));
}

#[tokio::test]
async fn a_name_is_never_markup() {
    let county = County::new(NANCE);
    for path in [
        "/people/markup",
        "/people/markup/people",
        "/people/markup/timeline",
        "/people/markup/start",
        "/search?q=bolitho",
    ] {
        let page = county.get("hannah-pascoe", path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(!page.text.contains("<script>alert"), "{path}");
        assert!(page.text.contains("&lt;script&gt;"), "{path}");
    }
    let echoed = county.get("hannah-pascoe", &format!("/search?q={}", coded("\"><img src=x>"))).await;
    assert!(!echoed.text.contains("<img src=x"));
}

#[tokio::test]
async fn search_finds_a_misspelt_name_and_offers_a_new_person_only_after_the_results() {
    let county = County::new(NANCE);
    let page = county.get("hannah-pascoe", "/search?q=morwena+nanse").await;
    let found = page.text.find("/people/morwenna-nance").expect("she is found");
    let new = page.text.find("/people/new?q=morwena%20nanse").expect("a new person is offered");
    assert!(found < new);
    let before = county.get("hannah-pascoe", "/search").await;
    assert!(!before.text.contains("/people/new"), "nobody is added before anybody was looked for");
    let partner = county.get("tom-ferris", "/search?q=nance").await;
    assert_eq!(partner.status, 403);
    let sealed = county.get("hannah-pascoe", "/search?q=merryn+sleeman").await;
    assert!(!sealed.text.contains("old-record"));
}

#[tokio::test]
async fn nobody_is_added_before_those_who_may_be_the_one_are_shown() {
    let county = County::new(NANCE);
    let typed = [
        ("q", "morwena nanse"),
        ("category", "child"),
        ("forename", "Morwena"),
        ("surname", "Nanse"),
        ("born.day", "12"),
        ("born.month", "11"),
        ("born.year", "2016"),
        ("birth", "known"),
    ];
    let shown = county.post("hannah-pascoe", "/people/new", &typed).await;
    assert_eq!(shown.status, 200, "{}", shown.text);
    assert!(shown.text.contains("value=\"morwenna-nance\""));
    let radios = shown.text.split("name=\"person\"").skip(1);
    assert!(
        radios.clone().count() >= 2
            && radios.into_iter().all(|r| !r.split('>').next().unwrap().contains("checked"))
    );
    let last = shown.text.rfind("name=\"person\"").unwrap();
    assert!(shown.text[last..].starts_with("name=\"person\" value=\"new\""), "none of these comes last");
    let looked =
        shown.text.split("name=\"looked\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let heads = county.app.chronology.head().unwrap().number;
    let mut same = typed.to_vec();
    same.extend([("looked", looked.as_str()), ("person", "morwenna-nance")]);
    let known = county.post("hannah-pascoe", "/people/new", &same).await;
    assert_eq!(known.location, "/people/morwenna-nance");
    assert_eq!(county.app.chronology.head().unwrap().number, heads, "nothing is recorded of her again");
    let mut other = typed.to_vec();
    other.extend([("looked", looked.as_str()), ("person", "new")]);
    let made = county.post("hannah-pascoe", "/people/new", &other).await;
    assert_eq!(made.status, 303, "{}", made.text);
    let page = county.get("hannah-pascoe", &made.location).await;
    assert!(page.text.contains("Morwena Nanse"));
    let log = county.get("hannah-pascoe", &format!("{}/timeline", made.location)).await;
    assert!(log.text.contains("morwena nanse"), "the search is kept with the record");
}

#[tokio::test]
async fn somebody_nobody_resembles_is_added_at_once_with_a_home_and_a_number() {
    let county = County::new(NANCE);
    let typed = [
        ("q", "zelah quick"),
        ("with", "morwenna-nance"),
        ("home", "with"),
        ("category", "adult"),
        ("forename", "Zelah"),
        ("surname", "Quick"),
        ("nhs_number", "999 041 7736"),
    ];
    let made = county.post("hannah-pascoe", "/people/new", &typed).await;
    assert_eq!(made.status, 303, "{}", made.text);
    let page = county.get("hannah-pascoe", &made.location).await;
    for words in ["Zelah Quick", "999 041 7736", "14 Chapel Row"] {
        assert!(page.text.contains(words), "{words}");
    }
    let wrong = county.post("hannah-pascoe", "/people/new", &[("category", ""), ("nhs_number", "12")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text.contains("There is a problem") && wrong.text.contains("ten digits"));
    let not_theirs = county.post("ada-minto", "/people/new", &typed).await;
    assert_eq!(not_theirs.status, 403);
}

#[tokio::test]
async fn family_shows_both_directions_and_asks_what_nobody_has_said() {
    let county = County::new(NANCE);
    let mother = county.get("hannah-pascoe", "/people/kerra-nance/people").await;
    for words in ["Morwenna Nance", "Tegen Nance", "child"] {
        assert!(mother.text.contains(words), "{words}: her children’s records name her");
    }
    let child = county.get("hannah-pascoe", "/people/morwenna-nance/people").await;
    assert!(child.text.contains("Joel"), "two steps out: her mother’s partner");
    assert!(
        child.text.contains("Nobody has said"),
        "her mother matters, and nobody has said whether they spoke"
    );
    assert!(child.text.contains("/forms/adult_engaged?about=morwenna-nance&amp;shared.adult=kerra-nance"));
    assert!(child.text.contains("14 Chapel Row") && child.text.contains("Porthavel Primary"));
}

#[tokio::test]
async fn starting_something_offers_the_children_of_the_family_unticked() {
    let county = County::new(NANCE);
    let page = county.get("hannah-pascoe", "/people/morwenna-nance/start").await;
    let tick = |id: &str| {
        page.text
            .split('<')
            .find(|tag| tag.contains("name=\"about\"") && tag.contains(id))
            .unwrap()
            .to_owned()
    };
    assert!(tick("morwenna-nance").contains("checked"));
    assert!(!tick("tegen-nance").contains("checked"));
    assert!(page.text.contains("formaction=\"/forms/visit\""));
    assert!(page.text.contains("Open now"), "the contact waits to be screened or decided")
}
