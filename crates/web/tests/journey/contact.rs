//! The first step: one contact about a household of four children, one not born yet.

use crate::browser::set;
use crate::common::County;
use crate::people::{STAFF, accounts};
use crate::steps::{Family, mistakes};

pub(crate) const NAMES: [&str; 4] = ["Morwenna", "Jory", "Tegen", "Baby"];

pub(crate) async fn contact() -> Family {
    let county = County::new(STAFF);
    accounts(&county);
    let mut pairs: Vec<(String, String)> = Vec::new();
    let people = [
        ("Morwenna Nance", "child", "12/11/2016"),
        ("Jory Nance", "child", "6/7/2019"),
        ("Tegen Nance", "child", "20/1/2023"),
        ("Baby Nance", "unborn", "4/8/2026"),
        ("Kerra Nance", "mother", "1/6/1996"),
        ("Ross Pender", "father_elsewhere", "3/3/1994"),
    ];
    for (place, (name, part, born)) in people.iter().enumerate() {
        for (field, value) in [("name", *name), ("part", *part), ("born", *born), ("person", "new")] {
            set(&mut pairs, &format!("shared.household.{place}.{field}"), value);
        }
    }
    for (question, value) in [
        ("source", "2A"),
        ("referrer_name", "Tom Ferris"),
        ("referrer_reach", "01000 555 010"),
        ("method", "telephone"),
        ("what_happened", "Morwenna said at school that she listens on the stairs at night."),
        ("family_aware", "yes"),
        ("interpreter_language", "none"),
        ("communication_need", "none"),
        ("address", "14 Chapel Row, Porthavel"),
        ("occurred.quick", "today"),
    ] {
        set(&mut pairs, &format!("shared.{question}"), value);
    }
    for place in 0..4 {
        set(&mut pairs, &format!("row-{place}.worry"), "Shouting at night, and their mother hurt");
        set(&mut pairs, &format!("row-{place}.concern_of_harm"), "yes");
        set(&mut pairs, &format!("row-{place}.rating"), "red");
    }
    set(&mut pairs, "do", "submit");
    let pairs: Vec<(&str, &str)> =
        pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let answer = county.post("asha-lobb", "/contacts/new", &pairs).await;
    assert_eq!(answer.status, 303, "contact: {}", mistakes(&answer));
    let number: u64 = answer.location.rsplit('/').next().unwrap().parse().unwrap();
    let entries = county.app.chronology.entries_of_recording(chronology::RecordingNumber(number)).unwrap();
    let children = entries.iter().filter(|entry| entry.kind == "contact.received");
    let children: Vec<String> = children.map(|entry| entry.about.to_string()).collect();
    assert_eq!(children.len(), 4);
    let family = Family { county, children };
    for (place, name) in NAMES.iter().enumerate() {
        assert_eq!(family.timeline(place).identity.short_name(), *name);
    }
    family.offers("asha-lobb", &answer.location, "screening").await;
    family
}
