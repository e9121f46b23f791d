//! Figures with what stands beside them: aims, other areas, explanations, published months, rates on a population,
//! figures of workers. Today is 1 April 2026.

mod common;
#[expect(dead_code, reason = "these tests need only some of it")]
mod organised;

use organised::*;

const AUTHORITY: &str = "
recording by helen-marrack as head_of_service at 2026-01-05T09:00:00Z
  2026-01-05 authority person.identified
    category: agency
    full_name: Test county
  2026-01-05 authority target.set
    indicator: assessments_with_views
    value: 90
    from: 2026-01-01
    reason: Agreed with the board
  2026-01-05 authority reference_value.loaded
    measure: assessments_with_views
    area: England
    year: 2025
    value: 81.5
    source: Department for Education
";

const POPULATION: &str = "
recording by helen-marrack as head_of_service at 2026-02-05T09:00:00Z
  2026-02-05 authority reference_value.loaded
    measure: population
    area: Test county
    year: 2025
    from_age: 0
    to_age: 17
    value: 20,000
    source: Office for National Statistics, mid-2025
";

/// A child on a protection plan since 2 March, with Hannah.
fn protected(id: &str) -> String {
    open_case(id, "2026-03-02", WEST)
        + &format!(
            "recording by mary-vosper as conference_chair\n  2026-03-02 {id} child_protection_plan.started\n    category: NEG\n"
        )
}

#[tokio::test]
async fn a_rate_is_published_only_on_a_population_that_is_loaded_and_names_it() {
    let named = child("tegen", "Tegen Nance") + &child("jory", "Jory Nance");
    let children = protected("tegen") + &protected("jory");
    let without = county(&(named.clone() + AUTHORITY + &children));
    let page = without.get("helen-marrack", "/performance/child_protection_plan_rate").await;
    is_page(&page);
    assert!(
        page.text.contains("no population") && page.text.contains("load the population"),
        "{}",
        page.text
    );
    let with = county(&(named + AUTHORITY + POPULATION + &children));
    let page = with.get("helen-marrack", "/performance/child_protection_plan_rate").await;
    // Two of 20,000 children: 1.0 for each 10,000.
    assert!(page.text.contains("2 of 20000 children") && page.text.contains("mid-2025"), "{}", page.text);
    assert!(row(&page.text, "Tegen").contains("Counted"), "and its children");
    let team = with.get("helen-marrack", "/performance/child_protection_plan_rate?team=west-team").await;
    assert!(team.text.contains("no population"), "a team has no population of its own");
    let loaded = [
        ("about", "authority"),
        ("authority.measure", "population"),
        ("authority.area", "Test county"),
        ("authority.year", "2026"),
        ("authority.value", "many"),
        ("authority.source", "ONS"),
        ("shared.occurred.quick", "today"),
        ("do", "submit"),
    ];
    let refused = with.post("helen-marrack", "/forms/reference_value", &loaded).await;
    assert!(refused.status == 422 && refused.text.contains("in figures"), "{}", refused.text);
}

#[tokio::test]
async fn workers_are_counted_with_their_children_and_a_worker_above_the_limit_opens_to_them() {
    let named = child("tegen", "Tegen Nance") + &child("jory", "Jory Nance") + &child("kerra", "Kerra Rowe");
    let text = named + &protected("tegen") + &protected("jory") + &protected("kerra");
    let county = county(&text);
    let over = county.get("helen-marrack", "/performance/workers_over_limit").await;
    is_page(&over);
    assert!(over.text.contains("1 of 1 workers"), "{}", over.text);
    let line = row(&over.text, "Hannah Pascoe");
    assert!(
        line.contains("Holds 3 children; the limit is 2") && line.contains("/caseload/hannah-pascoe"),
        "{line}"
    );
    let each = county.get("helen-marrack", "/performance/caseload_per_worker").await;
    assert!(each.text.contains("3 children with 1 worker") && each.text.contains("3.0"), "{}", each.text);
    assert!(each.text.contains("Tegen") && each.text.contains("Kerra"), "each child is there");
}

#[tokio::test]
async fn a_figure_stands_beside_its_aim_and_other_areas_and_its_month_is_explained_and_printed() {
    let text = child("tegen", "Tegen Nance")
        + AUTHORITY
        + &open_case("tegen", "2026-03-02", WEST)
        + "recording by hannah-pascoe as social_worker\n  2026-03-03 tegen assessment.started\n  2026-03-20 tegen assessment.completed\n    analysis: x\n  2026-03-21 tegen assessment.signed_off\n";
    let county = county(&text);
    let list = county.get("helen-marrack", "/performance").await;
    is_page(&list);
    let line = row(&list.text, "/performance/assessments_with_views");
    assert!(line.contains("90.0%") && line.contains("England 81.5%"), "{line}");
    let (outcomes, door) = (list.text.find("What changed for children"), list.text.find("id=\"front-door\""));
    assert!(outcomes.unwrap() < door.unwrap(), "children's outcomes lead");
    let pack = county.get("helen-marrack", "/performance/pack?month=2026-03-31").await;
    is_page(&pack);
    let line = row(&pack.text, "/performance/assessments_with_views");
    assert!(line.contains("0 of 1") && line.contains("Short of its aim"), "{line}");
    let explain = [
        ("about", "authority"),
        ("authority.indicator", "assessments_with_views"),
        ("authority.period_to.day", "31"),
        ("authority.period_to.month", "3"),
        ("authority.period_to.year", "2026"),
        ("authority.words", "One assessment, written in a week without the worker"),
        ("shared.occurred.quick", "today"),
        ("do", "submit"),
    ];
    let explained = county.post("helen-marrack", "/forms/commentary", &explain).await;
    assert_eq!(explained.status, 303, "{}", explained.text);
    let pack = county.get("helen-marrack", "/performance/pack?month=2026-03-31").await;
    assert!(
        row(&pack.text, "/performance/assessments_with_views")
            .contains("written in a week without the worker")
    );
    let unknown = [
        ("about", "authority"),
        ("authority.indicator", "nonsense"),
        ("authority.period_to.day", "31"),
        ("authority.period_to.month", "3"),
        ("authority.period_to.year", "2026"),
        ("authority.words", "x"),
        ("do", "submit"),
    ];
    let refused = county.post("helen-marrack", "/forms/commentary", &unknown).await;
    assert!(refused.text.contains("is no figure of the catalogue"), "{}", refused.text);
    assert_eq!(county.post("hannah-pascoe", "/forms/commentary", &explain).await.status, 403);
    let workbook = county.get_bytes("helen-marrack", "/performance/pack?month=2026-03-31&format=xlsx").await;
    assert!(workbook.starts_with(b"PK"), "a workbook is a zipped folder");
}

#[tokio::test]
async fn a_published_month_is_counted_again_as_known_then_and_now_with_the_entries_between() {
    let named = child("tegen", "Tegen Nance") + &child("jory", "Jory Nance");
    let text = named + AUTHORITY + &protected("tegen") + &protected("jory");
    let county = county(&text);
    assert_eq!(
        county.post("hannah-pascoe", "/performance/pack", &[("month", "2026-03-31")]).await.status,
        403
    );
    let published = county.post("helen-marrack", "/performance/pack", &[("month", "2026-03-31")]).await;
    assert_eq!(published.status, 303, "{}", published.text);
    let pack = county.get("helen-marrack", "/performance/pack?month=2026-03-31").await;
    assert!(pack.text.contains("Published at") && !pack.text.contains("Publish the figures"), "once");
    county.later(60);
    // Recorded late: Jory's plan had ended in March.
    let late = "recording by mary-vosper as conference_chair\n  2026-03-25 jory child_protection_plan.ended\n    reason: Safe\n";
    let noted = record::notation::parse(late).unwrap();
    let next = county.app.chronology.head().unwrap().number.next();
    for draft in record::notation::resolve(&noted, next) {
        county.app.chronology.append(draft).unwrap();
    }
    county.app.views.catch_up().unwrap();
    let tab = county.get("helen-marrack", "/performance/child_protection_plans_at_date?tab=record").await;
    is_page(&tab);
    let href =
        tab.text.split("href=\"/performance/child_protection_plans_at_date/published/").nth(1).unwrap();
    let href = href.split('"').next().unwrap();
    let again = county
        .get("helen-marrack", &format!("/performance/child_protection_plans_at_date/published/{href}"))
        .await;
    is_page(&again);
    let stats = again.text.split("on-stats").nth(1).unwrap().split("</dl>").next().unwrap();
    assert!(stats.contains("2 of 2") && stats.contains("2 cases") && stats.contains("1 case"), "{stats}");
    let line = row(&again.text, "Jory");
    assert!(line.contains("Not counted") && line.contains("25 March 2026"), "{line}");
    assert!(!again.text.contains("Tegen"), "nothing of hers changed");
}

#[tokio::test]
async fn a_manager_finds_the_children_behind_a_figure_short_of_its_aim_in_two_clicks() {
    let names = [
        ("tegen", "Tegen Nance"),
        ("jory", "Jory Rowse"),
        ("kerra", "Kerra Bray"),
        ("massen", "Massen Hicks"),
    ];
    let mut text: String = names.iter().map(|(id, name)| child(id, name)).collect();
    text.push_str(AUTHORITY);
    for (id, _) in names {
        text.push_str(&open_case(id, "2026-03-02", WEST));
    }
    for (id, _) in names {
        let views = if id == "massen" {
            "\n    views: I like my room\n    views_difference: She stays there"
        } else {
            ""
        };
        text.push_str(&format!(
            "recording by hannah-pascoe as social_worker\n  2026-03-03 {id} assessment.started\n  2026-03-20 {id} assessment.completed\n    \
             analysis: x{views}\n  2026-03-21 {id} assessment.signed_off\n"
        ));
    }
    let county = county(&text);
    // The first click opens Performance, where the figure stands with its aim; the second opens its children.
    let dashboard = county.get("helen-marrack", "/performance").await;
    let line = row(&dashboard.text, "/performance/assessments_with_views");
    assert!(line.contains("1 of 4") && line.contains("90.0%"), "{line}");
    let href = line.split("href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&amp;", "&");
    let figure = county.get("helen-marrack", &href).await;
    is_page(&figure);
    for name in ["Tegen", "Jory", "Kerra"] {
        let line = row(&figure.text, name);
        assert!(line.contains(">Out<") && line.contains("/people/"), "{line}");
    }
    assert!(row(&figure.text, "Massen").contains(">In<"));
}
