//! Whom a newcomer may be, and where to look first.

use record::events::Role;

/// Somebody to sign in as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Persona {
    /// Their id in the record.
    pub person: &'static str,
    /// Their name.
    pub name: &'static str,
    /// Their role.
    pub role: Role,
    /// The id of their team, or of the school they speak for.
    pub team: &'static str,
    /// What to try as them.
    pub says: &'static str,
}

/// Everybody to sign in as, in the order to show them.
pub fn personas() -> Vec<Persona> {
    let one = |(person, name, role, team, says)| Persona { person, name, role, team, says };
    PERSONAS.map(one).into()
}

#[rustfmt::skip]
const PERSONAS: [(&str, &str, Role, &str, &str); 15] = [
    ("hannah-pascoe", "Hannah Pascoe", Role::SocialWorker, "west-team", "Fifteen children or so, and what each needs of her this week"),
    ("ruth-tregear", "Ruth Tregear", Role::TeamManager, "west-team", "Her workers, whom nobody has yet, and decisions that wait for her"),
    ("asha-lobb", "Asha Lobb", Role::Screener, "front-door", "Take a call about every child of a household"),
    ("jago-pike", "Jago Pike", Role::Screener, "out-of-hours", "The night: partners’ messages, the whole record, a handover to the day"),
    ("carenza-jose", "Carenza Jose", Role::EarlyHelpWorker, "early-help", "Requests for early help, who takes them on, and what there is to offer"),
    ("martin-eddy", "Martin Eddy", Role::FrontDoorManager, "front-door", "Decide for each child, and see what is missing first"),
    ("alan-spargo", "Alan Spargo", Role::ConferenceChair, "conference-service", "Run a conference while it happens, dissent and all"),
    ("rosalind-opie", "Rosalind Opie", Role::HeadOfService, "senior-management", "What the rules have noticed across the county"),
    ("helen-marrack", "Helen Marrack", Role::Director, "senior-management", "The county on one page"),
    ("nina-bolt", "Nina Bolt", Role::PerformanceAnalyst, "senior-management", "Every figure, opened to the children in it"),
    ("anjali-menon", "Dr Anjali Menon", Role::HealthLead, "senior-management", "Medicals that wait, and meetings that health missed"),
    ("margaret-olds", "Margaret Olds", Role::BoardChair, "senior-management", "Agencies that disagree and that nobody below has answered; the threshold document"),
    ("tom-ferris", "Tom Ferris", Role::Partner, "porthavel-primary", "A school’s view: only what he is part of"),
    ("petra-lory", "Petra Lory", Role::RecordsOfficer, "senior-management", "Two records of one child, and files still on paper"),
    ("colin-yelland", "Colin Yelland", Role::Auditor, "senior-management", "Read any record, change none"),
];

/// A step of the tour on the first page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TourStep {
    /// What it shows.
    pub title: &'static str,
    /// In a sentence.
    pub text: &'static str,
    /// The page, from the root of the site.
    pub address: &'static str,
}

/// The tour on the first page.
pub fn tour() -> Vec<TourStep> {
    let one = |title, text, address| TourStep { title, text, address };
    vec![
        one(
            "A school rings",
            "Four children, one decision each, and what is missing before it can be made.",
            "/people/morwenna-nance/timeline?as-at=2026-03-02",
        ),
        one(
            "What did we know?",
            "The record as it stood at nine on the morning of the strategy discussion.",
            "/people/morwenna-nance/timeline?known-at=2026-03-03T09:00",
        ),
        one(
            "Wenna’s story",
            "One screen: who she is, where, what worries people, what works.",
            "/people/morwenna-nance?as-at=2026-03-26",
        ),
        one(
            "Who is in the family",
            "A grandmother, a father who died, twins, and somebody whose record is sealed.",
            "/people/lamorna-rickard/people",
        ),
        one(
            "The plan",
            "Written from what a child wants, looked at again two weeks later.",
            "/people/morwenna-nance/plan?as-at=2026-04-08",
        ),
        one("A worker’s day", "What needs doing, by when, and why then.", "/work"),
        one(
            "One child twice?",
            "Two records that sound alike, and what tells them apart.",
            "/search?q=jory+nance",
        ),
        one("The figure", "Each number is a list of children.", "/performance"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Plan, live};
    use jiff::civil::date;

    #[test]
    fn every_persona_is_in_the_record_in_their_role_and_team() {
        let plan = Plan { children: 1, ..Plan::demo(date(2026, 11, 24)) };
        let mut posts = std::collections::BTreeMap::new();
        for (draft, _) in live(&plan) {
            for entry in draft.entries.into_iter().filter(|entry| entry.kind == "post.filled") {
                posts.insert(entry.about.as_str().to_owned(), entry.body);
            }
        }
        for persona in personas() {
            let post = posts.get(persona.person).unwrap_or_else(|| panic!("{} has no post", persona.name));
            assert_eq!(post["role"], record::Choices::code(persona.role), "{}", persona.name);
            assert_eq!(post["team"], persona.team, "{}", persona.name);
        }
        assert!(tour().iter().all(|step| step.address.starts_with('/')));
    }
}
