//! An entry corrected in its own form: any field, with a reason, and both versions kept.

mod common;

use common::County;

const VISIT: &str = "
recording by martin-eddy as front_door_manager
  2026-03-02 tegen person.identified
    category: child
    forename: Tegen
    surname: Nance
    date_of_birth: 2016-11-12
recording by martin-eddy as front_door_manager
  2026-03-02 tegen contact.received
    agency: school
  2026-03-02 tegen contact.decided
    outcome: no_further_action
    level_of_need: universal
    reason: Nothing known
    history_weighed: None found
    decided_by: martin-eddy
recording by hannah-pascoe as social_worker
  2026-03-04 15:30 tegen visit.made
    purpose: assessment
    place: home
    seen: yes
    seen_alone: no
    words: I like my new room
";

/// The address of the page that corrects Tegen's entry of a kind.
fn address(county: &County, kind: &str) -> String {
    let tegen = chronology::PersonId::new("tegen").unwrap();
    let entries = county.app.chronology.person(&tegen).unwrap();
    let entry = entries.iter().find(|entry| entry.kind == kind).unwrap();
    format!("/people/tegen/entries/{}/correct", entry.id)
}

/// What a page's form would send if nothing were changed: each control with what stands in it.
fn typed(page: &str) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let attribute = |tag: &str, name: &str| {
        let after = tag.split(&format!(" {name}=\"")).nth(1)?;
        Some(after.split('"').next().unwrap_or_default().replace("&amp;", "&").replace("&quot;", "\""))
    };
    let form = page.split("<form").find(|form| form.contains("/correct\"")).unwrap();
    for piece in form.split('<').skip(1) {
        let Some(name) = attribute(piece, "name").filter(|name| name != "do" && name != "csrf") else {
            continue;
        };
        let value = attribute(piece, "value");
        match piece.split([' ', '>']).next().unwrap_or_default() {
            "textarea" => pairs.push((name, piece.split_once('>').unwrap().1.to_owned())),
            "input" if piece.contains("type=\"radio\"") || piece.contains("type=\"checkbox\"") => {
                pairs.extend(piece.contains(" checked").then(|| (name, value.unwrap_or_default())));
            }
            "input" => pairs.push((name, value.unwrap_or_default())),
            "select" => {
                let options = form
                    .split(&format!("name=\"{name}\""))
                    .nth(1)
                    .unwrap()
                    .split("</select>")
                    .next()
                    .unwrap();
                let chosen = options.split("<option").find(|option| option.contains(" selected"));
                pairs.extend(chosen.and_then(|option| attribute(option, "value")).map(|value| (name, value)));
            }
            _ => {}
        }
    }
    pairs
}

async fn correct(county: &County, who: &str, path: &str, changes: &[(&str, &str)]) -> common::Answer {
    let page = county.get(who, path).await;
    assert_eq!(page.status, 200, "{}", page.text);
    let mut pairs = typed(&page.text);
    pairs.retain(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    pairs.extend(changes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    let pairs: Vec<(&str, &str)> =
        pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    county.post(who, path, &pairs).await
}

#[tokio::test]
async fn any_field_of_a_visit_is_corrected_and_both_versions_stand() {
    let county = County::new(VISIT);
    let path = address(&county, "visit.made");
    let page = county.get("hannah-pascoe", &path).await;
    assert!(page.text.contains("As it stands") && page.text.contains("I like my new room"));
    let reason = ("shared.correction.reason", "I mixed up my notes of two sisters");
    let done =
        correct(&county, "hannah-pascoe", &path, &[("tegen.words", "I miss my old room"), reason]).await;
    assert_eq!(done.status, 303, "{}", done.text);
    let timeline = county.get("hannah-pascoe", "/people/tegen/timeline").await.text;
    assert!(timeline.contains("I miss my old room") && timeline.contains("Corrected"));
    assert!(timeline.contains("I mixed up my notes"), "with the reason");
    let person = chronology::PersonId::new("tegen").unwrap();
    let entries = county.app.chronology.person(&person).unwrap();
    let visit = entries.iter().find(|entry| entry.kind == "visit.made").unwrap();
    assert_eq!(visit.body.as_ref().unwrap()["words"], "I like my new room", "nothing is rubbed out");
    let live = chronology::live(&entries, None);
    let now = live.iter().find(|one| one.recorded.kind == "visit.made").unwrap();
    assert_eq!(now.body()["words"], "I miss my old room");
    assert_eq!(now.body()["seen_alone"], "no", "what was not changed stays");
    assert_eq!(now.occurred, visit.occurred, "and so does the time");
}

#[tokio::test]
async fn a_correction_without_reason_or_change_is_refused_with_everything_kept() {
    let county = County::new(VISIT);
    let path = address(&county, "visit.made");
    let refused = correct(&county, "hannah-pascoe", &path, &[("tegen.words", "Other words")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("Say what was wrong") && refused.text.contains("Other words"));
    let same = correct(&county, "hannah-pascoe", &path, &[("shared.correction.reason", "Because")]).await;
    assert_eq!(same.status, 422);
    assert!(same.text.contains("Nothing has been changed"));
}

#[tokio::test]
async fn a_corrected_decision_must_carry_what_a_new_one_must() {
    let county = County::new(VISIT);
    let path = address(&county, "contact.decided");
    let reason = ("shared.correction.reason", "The wrong child");
    let refused =
        correct(&county, "martin-eddy", &path, &[("tegen.reason", ""), ("shared.reason", ""), reason]).await;
    assert_eq!(refused.status, 422, "{}", refused.text);
    assert!(refused.text.contains("There is a problem"), "{}", refused.text);
    assert_eq!(county.get("hannah-pascoe", "/people/tegen/entries/99.0/correct").await.status, 404);
}
