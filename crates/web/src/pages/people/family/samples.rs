//! Lamorna Rickard: a death, two partings, twins, and one person sealed.

use super::{FamilyPage, Home, Professional, Relationship};
use crate::components::button::Button;
use crate::components::gates::Gate;
use crate::components::genogram::samples::rickard;
use crate::components::prose::Prose;
use crate::components::words::OwnWords;
use crate::components::{ChildPage, Tag, Tone};
use crate::pages::samples::lamorna;

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, FamilyPage)> {
    vec![("rickard", rickard_page())]
}

fn rickard_page() -> FamilyPage {
    FamilyPage {
        child: lamorna(ChildPage::People),
        initials: "L R".into(),
        as_at: None,
        summary: "As at Thursday 26 March 2026. One person is sealed to your role.".into(),
        their: "her".into(),
        them: "her".into(),
        matters_heading: "Who she says matters".into(),
        family: rickard(),
        words: Some(OwnWords {
            words: "Gran, the twins, and Mum when she’s well. Dad still counts.".into(),
            caption: "To Hannah, 25 March, at Jean’s kitchen table.".into(),
            drawing: None,
        }),
        keep_in_mind: vec![
            Prose::new().strong("3 May").text(" is the day her father died. She was 7."),
            Prose::new()
                .strong("Lee Varker")
                .text(" must not be told where she goes to school. ")
                .tag(Tag::new(Tone::Restricted, "Restricted")),
            "The twins’ own records are closed; Jean is their guardian.".into(),
        ],
        to_mend: vec![
            Gate::missing(
                "Lee’s address is 14 months old",
                Prose::new()
                    .text("Nobody has checked it since January 2025. ")
                    .link("/people/VAR-1", "Check it"),
            ),
            Gate::missing(
                "No one asked about Darren’s parents",
                Prose::new()
                    .text("Two grandparents may be living. ")
                    .link("/people/RIC-1/people/new", "Add or say not known"),
            ),
        ],
        relationships: relationships(),
        homes: homes(),
        professionals: professionals(),
        acts: vec![
            Button::primary("Add a person", "/people/RIC-1/people/new"),
            Button::secondary("Change a relationship", "/people/RIC-1/people/change"),
        ],
    }
}

fn relationships() -> Vec<Relationship> {
    let relation = |name: &str, part: &str, responsibility: Prose, now: Prose, spoken: &str| Relationship {
        name: name.into(),
        part: part.into(),
        responsibility,
        now,
        spoken_with: spoken.into(),
        ..Relationship::default()
    };
    let child = || Prose::new().quiet("no; a child");
    vec![
        relation(
            "Tamsin Rickard", "mother, 34", "Yes, shares it with us (care order 14 Sep 2023)".into(),
            "Truro. Sees Lamorna every second Saturday, at Jean’s.".into(), "Yes",
        ),
        relation(
            "Darren Coad", "father, died 3 May 2019, aged 31", "Ended with his death".into(),
            "Lamorna keeps his guitar. Anniversary on her plan.".into(), "",
        ),
        Relationship {
            to_mind: Prose::new().tag(Tag::new(Tone::Restricted, "Restricted")),
            to_mind_note: "must not be told her school".into(),
            ..relation(
                "Lee Varker", "stepfather 2018 to 2022, 38", "No. Father of the twins.".into(),
                "Camborne. No contact with Lamorna.".into(), "No",
            )
        },
        relation(
            "Jean Rickard", "grandmother, 61. Foster carer since 10 Jan 2026",
            "No for Lamorna, whom she fosters. Yes for the twins (special guardianship order, 2 Dec 2022).".into(),
            "Lives with Lamorna and the twins.".into(), "Yes",
        ),
        relation("Kensa Varker", "half-sister, twin, 6 years 1 month", child(), "Lives with Lamorna.".into(), ""),
        relation("Cador Varker", "half-brother, twin, 6 years 1 month", child(), "Lives with Lamorna.".into(), ""),
        Relationship {
            spoken_with: Prose::new().quiet("not shown"),
            ..relation(
                "A brother or sister", "adopted", Prose::new().quiet("not shown"),
                Prose::new()
                    .tag(Tag::new(Tone::Restricted, "Sealed to your role"))
                    .text(" Name, age and home are in a closed record. Lamorna may ask the adoption team about letters: 01000 555 027."),
                "",
            )
        },
    ]
}

fn homes() -> Vec<Home> {
    let home = |from: &str, to: &str, place: &str, who: Prose, standing: Prose| Home {
        from: from.into(),
        to: to.into(),
        place: place.into(),
        who,
        standing,
    };
    let standing = |words: &str| Prose::new().tag(Tag::new(Tone::Standing, words));
    vec![
        home(
            "10 Jan 2026",
            "to today",
            "3 Well Lane, St Erth",
            "Jean, Lamorna, Kensa, Cador".into(),
            standing("Foster care, with family"),
        ),
        home(
            "14 Sep 2023",
            "to 9 Jan 2026",
            "Foster home, Hayle",
            "Lamorna; carers Pat and Neil Stephens".into(),
            standing("Foster care"),
        ),
        home(
            "2 Dec 2022",
            "to 13 Sep 2023",
            "8 Tremayne Court, Truro",
            Prose::new().text("Tamsin, Lamorna. ").quiet("The twins move to Jean’s."),
            "With her mother".into(),
        ),
        home(
            "Jun 2018",
            "to 1 Dec 2022",
            "8 Tremayne Court, Truro",
            "Tamsin, Lee, Lamorna; Kensa and Cador from Feb 2020".into(),
            "With her mother".into(),
        ),
        home(
            "10 Sep 2011",
            "to Jun 2018",
            "19 Penwith Road, Truro",
            Prose::new().text("Tamsin, Darren, Lamorna. ").quiet("Darren moved out in 2016."),
            "With her parents, then her mother".into(),
        ),
    ]
}

fn professionals() -> Vec<Professional> {
    let people = [
        ("Hannah Pascoe", "social worker, since 2 Jun 2025", "01000 555 018", "Everything not sealed"),
        ("Vivian Lean", "independent reviewing officer", "01000 555 022", "Everything not sealed"),
        ("Kate Moon", "Jean’s supervising social worker", "01000 555 019", "Placement, health, school"),
        ("Mr Arthur Oates", "designated teacher, Penmoor School", "01000 555 040", "School, contact days"),
        ("Nurse Ada Chukwu", "looked-after children’s nurse", "01000 555 044", "Health"),
    ];
    people
        .map(|(name, part, telephone, may_see)| Professional {
            name: name.into(),
            part: part.into(),
            telephone: telephone.into(),
            may_see: may_see.into(),
        })
        .into()
}
