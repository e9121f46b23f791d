//! Local reports as pages: who may open them, what may be asked, what each row opens, and what is said when one fails.

mod common;

use common::{County, NANCE};
use practice::{Files, Practice, bundled};

const HEAD: &str = "-- title: Every contact\n-- about: Who came from where.\n";

/// An authority that has these reports besides its own.
fn county(reports: &[(&str, &str)]) -> County {
    let ours = reports.iter().map(|(name, sql)| (format!("reports/{name}.sql"), format!("{HEAD}{sql}")));
    let mut layers = bundled("cornwall").unwrap();
    layers.push(ours.collect::<Files>());
    County::under(Practice::load(&layers).unwrap_or_else(|faults| panic!("{faults:#?}")), NANCE)
}

const CHILDREN: &str = "-- parameter: born_after date \"Born after\" = 2010-01-01
-- parameter: team team \"Team\"
SELECT child, name, born, 2026 - CAST(substr(born, 1, 4) AS INTEGER) AS about_how_old FROM report_children
WHERE (born IS NULL OR born > :born_after) AND (:team IS NULL OR team_id = :team) ORDER BY born";

#[tokio::test]
async fn reports_are_listed_from_the_performance_page_for_whoever_may_see_figures() {
    let county = county(&[("children", CHILDREN)]);
    let performance = county.get("hannah-pascoe", "/performance").await;
    assert!(performance.text.contains("href=\"/reports\""));
    let index = county.get("hannah-pascoe", "/reports").await;
    assert_eq!(index.status, 200);
    for name in ["children", "third_contacts", "plans_to_review", "recorded_late", "not_seen_alone"] {
        assert!(index.text.contains(&format!("href=\"/reports/{name}\"")), "{name}");
    }
    assert!(index.text.contains("Born after, Team"));
    for (who, status) in [("tom-ferris", 403), ("ada-minto", 403), ("nia-roberts", 403)] {
        assert_eq!(county.get(who, "/reports").await.status, status, "{who}");
        assert_eq!(county.get(who, "/reports/children").await.status, status, "{who}");
    }
    assert_eq!(county.get("hannah-pascoe", "/reports/no_such").await.status, 404);
    assert_eq!(county.get_signed_out("/reports/children").await.status, 303);
}

#[tokio::test]
async fn each_row_opens_its_child_and_a_restricted_one_is_counted_without_a_name() {
    let county = county(&[("children", CHILDREN)]);
    let page = county.get("hannah-pascoe", "/reports/children").await;
    assert_eq!(page.status, 200, "{}", page.text);
    assert!(page.text.contains("Who came from where.") && page.text.contains("4 children."), "{}", page.text);
    assert!(page.text.contains("<a href=\"/people/tegen-nance\">Tegen Nance</a>"));
    assert!(page.text.contains("20 Jan 2023") && page.text.contains("About how old"));
    assert!(page.text.contains("&lt;script&gt;") && !page.text.contains("<script>alert"));
    assert!(page.text.contains("A restricted record"), "she is counted");
    for secret in ["Jenna", "jenna-nance", "5 May 2015", "Merryn", "old-record"] {
        assert!(!page.text.contains(secret), "{secret}");
    }
    // She who is named in the restriction sees her.
    let ruth = county.get("ruth-tregear", "/reports/children").await;
    assert!(ruth.text.contains("<a href=\"/people/jenna-nance\">Jenna Nance</a>"));
    let file = county.get("hannah-pascoe", "/reports/children?format=csv").await;
    assert!(file.kind.starts_with("text/csv") && file.text.contains("Child,Name,Born,About how old"));
    assert!(file.text.contains("tegen-nance,Tegen Nance,2023-01-20,3") && !file.text.contains("Jenna"));
}

#[tokio::test]
async fn what_is_asked_narrows_the_report_and_what_cannot_be_read_is_said_beside_its_field() {
    let county = county(&[("children", CHILDREN)]);
    let page = county.get("hannah-pascoe", "/reports/children?born_after=1%2F1%2F2020&team=").await;
    assert!(page.text.contains("Tegen Nance") && !page.text.contains("Morwenna Nance"));
    assert!(page.text.contains("value=\"2020-01-01\""), "as it was read");
    let page = county.get("hannah-pascoe", "/reports/children?team=west-team").await;
    assert!(page.text.contains("Nothing answers what is asked."));
    assert!(page.text.contains("<option value=\"west-team\" selected>West team</option>"), "{}", page.text);
    let page = county.get("hannah-pascoe", "/reports/children?born_after=soon").await;
    assert_eq!(page.status, 400);
    let words = "“soon” for “Born after” cannot be read: write a day, as 2026-03-03";
    assert_eq!(page.text.matches(words).count(), 2, "in the summary and beside the field");
    assert!(page.text.contains("value=\"soon\"") && page.text.contains("<title>Error: "));
    let file = county.get("hannah-pascoe", "/reports/children?born_after=soon&format=csv").await;
    assert_eq!(file.status, 400);
    assert!(file.text.contains(words));
}

#[tokio::test]
async fn any_column_sorts_one_way_and_the_other() {
    let county = county(&[("children", CHILDREN)]);
    let order = |text: &str| {
        let place = |name: &str| text.find(name).unwrap();
        place(">Tegen Nance") < place(">Morwenna Nance")
    };
    let page = county.get("ruth-tregear", "/reports/children").await;
    assert!(!order(&page.text) && page.text.contains("href=\"/reports/children?sort=2\""));
    let page = county.get("ruth-tregear", "/reports/children?sort=3").await;
    assert!(order(&page.text) && page.text.contains("aria-sort=\"ascending\""));
    assert!(page.text.contains("sort=3&amp;way=turned"));
    let page = county.get("ruth-tregear", "/reports/children?sort=3&way=turned").await;
    assert!(!order(&page.text) && page.text.contains("aria-sort=\"descending\""));
    assert_eq!(county.get("ruth-tregear", "/reports/children?sort=99&page=7").await.status, 200);
}

#[tokio::test]
async fn a_report_without_names_says_whom_each_row_opens_and_a_long_one_comes_in_pages() {
    let many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120)
        SELECT 'tegen-nance' AS child, i AS line FROM n";
    let county = county(&[("many", many), ("asked", "SELECT 'jenna-nance' AS child, 'x' AS name")]);
    let page = county.get("hannah-pascoe", "/reports/many?page=3").await;
    assert!(page.text.contains("Showing 101 to 120 of 120") && page.text.contains("120 rows about 1 child."));
    assert!(page.text.contains("<a href=\"/people/tegen-nance\">Tegen Nance</a>"));
    let page = county.get("hannah-pascoe", "/reports/many?show=all").await;
    assert_eq!(page.text.matches(">Tegen Nance</a>").count(), 120);
    // Not even a report that names her in its own words opens who is restricted.
    let page = county.get("hannah-pascoe", "/reports/asked").await;
    assert!(page.text.contains("A restricted record") && !page.text.contains("jenna-nance"), "{}", page.text);
}

#[tokio::test]
async fn a_report_that_fails_names_its_file_and_why_and_hides_nothing_else() {
    let county =
        county(&[("broken", "SELECT child, nam FROM report_children"), ("nosy", "SELECT * FROM person")]);
    let page = county.get("hannah-pascoe", "/reports/broken").await;
    assert_eq!(page.status, 503);
    let said =
        "The report cannot be run. reports/broken.sql:3: No column is named “nam”. Did you mean “name”.";
    assert!(page.text.contains(said), "{}", page.text);
    assert!(page.text.contains("Who came from where."));
    let nosy = county.get("hannah-pascoe", "/reports/nosy").await;
    assert!(nosy.text.contains("No stable view is named “person”") && !nosy.text.contains("Morwenna"));
    assert_eq!(county.get("hannah-pascoe", "/reports").await.status, 200);
}

#[tokio::test]
async fn every_report_that_comes_with_the_service_answers() {
    let county = county(&[]);
    for name in ["third_contacts", "plans_to_review", "recorded_late", "not_seen_alone"] {
        let page = county.get("helen-marrack", &format!("/reports/{name}")).await;
        assert_eq!(page.status, 200, "{name}: {}", page.text);
    }
}

#[tokio::test]
async fn practice_here_is_told_beside_england_s_and_another_county_s() {
    let county = County::under(Practice::of_county("cornwall").unwrap(), NANCE);
    assert!(county.get("ruth-tregear", "/performance").await.text.contains("href=\"/practice\""));
    let page = county.get("ruth-tregear", "/practice").await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("<h1>Practice here, beside England’s</h1>"));
    assert!(page.text.contains("Cornwall differs from England in "));
    assert!(page.text.contains("<h3>The form “Signs of Safety conference”</h3>"));
    assert!(page.text.contains("It asks “What is working well?” where England asks “What is working?”."));
    assert!(!page.text.contains(".toml") && !page.text.contains("beside=cornwall"));
    let other = county.get("ruth-tregear", "/practice?beside=cambridgeshire").await;
    assert!(other.text.contains("Cornwall differs from Cambridgeshire in "));
    assert_eq!(county.get("ruth-tregear", "/practice?beside=atlantis").await.status, 404);
    assert_eq!(county.get("tom-ferris", "/practice").await.status, 403);
    let england = County::under(Practice::of_county("england").unwrap(), NANCE);
    let page = england.get("ruth-tregear", "/practice").await;
    assert!(page.text.contains("England does nothing otherwise than England."));
}
