//! Two invented families: the Nances and Hoskens, and the Rickards, whose tree
//! has a death, two partings, twins and a sealed person.

use super::{Couple, Family, Figure, Household, Member};

/// A person with a label, a softer line, and parents by id.
fn person(id: &str, label: &str, beneath: &str, figure: Figure, parents: &[&str]) -> Member {
    Member {
        id: id.into(),
        label: label.into(),
        beneath: beneath.into(),
        figure,
        parents: parents.iter().map(|id| (*id).into()).collect(),
        ..Member::default()
    }
}

fn couple(one: &str, other: &str, parted: bool, years: &str) -> Couple {
    Couple { one: one.into(), other: other.into(), parted, years: years.into() }
}

fn home(name: &str, members: &[&str]) -> Household {
    Household { name: name.into(), members: members.iter().map(|id| (*id).into()).collect() }
}

/// Morwenna Nance's family on 26 March 2026.
#[must_use]
pub fn nance() -> Family {
    use Figure::{Female, Male, Unborn};
    let said = [
        ("sue", "Sue Nance, grandmother, 58. Lives in Porthavel."),
        (
            "ross",
            "Ross Pender, father of Morwenna and Jory, 33. Parted from Kerra in 2020. Sees them in the holidays.",
        ),
        ("kerra", "Kerra Nance, mother, 29. Lives with the children."),
        ("joel", "Joel Hosken, father of Tegen and of the baby, 32. Living at his brother’s."),
        ("morwenna", "Morwenna Nance, 9 years 4 months. Child of Kerra and Ross. Lives at 14 Chapel Row."),
        ("jory", "Jory Nance, brother, 6 years 8 months."),
        ("tegen", "Tegen Hosken, half-sister, 3 years 2 months."),
        ("baby", "Baby Hosken, half-brother or half-sister, due 4 August 2026."),
    ];
    let mut members = vec![
        person("sue", "Sue Nance, 58", "grandmother, Porthavel", Female, &[]),
        person("ross", "Ross Pender, 33", "lives in Exeter", Male, &[]),
        person("kerra", "Kerra, 29", "", Female, &["sue"]),
        person("joel", "Joel Hosken, 32", "at his brother’s", Male, &[]),
        person("morwenna", "Morwenna, 9", "", Female, &["kerra", "ross"]),
        person("jory", "Jory, 6", "", Male, &["kerra", "ross"]),
        person("tegen", "Tegen, 3", "", Female, &["kerra", "joel"]),
        person("baby", "due 4 Aug 2026", "", Unborn, &["kerra", "joel"]),
    ];
    for (member, (_, words)) in members.iter_mut().zip(said) {
        member.said = words.into();
    }
    Family {
        id: "family".into(),
        title: "Family of Morwenna Nance".into(),
        members,
        couples: vec![couple("ross", "kerra", true, ""), couple("kerra", "joel", false, "")],
        households: vec![home("14 Chapel Row", &["kerra", "morwenna", "jory", "tegen", "baby"])],
        focus: "morwenna".into(),
        caption: "The dashed line is who lives at 14 Chapel Row today.".into(),
    }
}

/// Lamorna Rickard's family on 26 March 2026.
#[must_use]
pub fn rickard() -> Family {
    use Figure::{Female, Male, Unknown};
    let mut members = vec![
        person("jean", "Jean, 61", "grandmother, fosters", Female, &[]),
        person("darren", "Darren Coad", "1988 to 3 May 2019", Male, &[]),
        person("tamsin", "Tamsin, 34", "lives in Truro", Female, &["jean"]),
        person("lee", "Lee Varker, 38", "Camborne", Male, &[]),
        person("lamorna", "Lamorna, 14", "", Female, &["tamsin", "darren"]),
        person("sealed", "Sealed", "adopted", Unknown, &["tamsin"]),
        person("kensa", "Kensa, 6", "", Female, &["tamsin", "lee"]),
        person("cador", "Cador, 6", "", Male, &["tamsin", "lee"]),
    ];
    members[1].died = true;
    members[5].sealed = true;
    members[6].twins = Some(1);
    members[7].twins = Some(1);
    Family {
        id: "family".into(),
        title: "Family of Lamorna Rickard".into(),
        members,
        couples: vec![
            couple("darren", "tamsin", true, "2009 to 2016"),
            couple("tamsin", "lee", true, "2018 to 2022"),
        ],
        households: vec![home("3 Well Lane", &["jean", "lamorna", "kensa", "cador"])],
        focus: "lamorna".into(),
        caption: "Dashed blue: who lives at 3 Well Lane today. Cross: has died. Two strokes: parted. \
                  Dashed diamond: sealed; neither age nor order of birth is shown."
            .into(),
    }
}
