//! Those who work in the test's authority, and two families whose story has begun already.

use record::Choices;
use record::events::Role;
use store::desk::Account;

use crate::common::{County, id};

/// Accounts beyond those that every test has.
pub(crate) fn accounts(county: &County) {
    for (person, name, role, team) in [
        ("asha-lobb", "Asha Lobb", Role::Screener, "front-door"),
        ("alan-spargo", "Alan Spargo", Role::ConferenceChair, ""),
    ] {
        county
            .app
            .desk
            .put_account(&Account {
                person: id(person),
                name: name.to_owned(),
                role: role.code().to_owned(),
                team: Some(team.to_owned()).filter(|team| !team.is_empty()),
                password_hash: None,
                disabled: false,
            })
            .unwrap();
    }
}

/// Everybody's post: a gate asks in which role somebody was.
pub(crate) const STAFF: &str = "
recording by helen-marrack as head_of_service at 2025-06-01T09:00:00Z
  2025-06-01 hannah-pascoe person.identified
    category: professional
    full_name: Hannah Pascoe
    agency: social_care
  2025-06-01 hannah-pascoe post.filled
    role: social_worker
    team: west-team
    manager: ruth-tregear
  2025-06-01 hannah-pascoe registration.recorded
    register: Social Work England
    until: 2027-11-30
  2025-06-01 ruth-tregear person.identified
    category: professional
    full_name: Ruth Tregear
    agency: social_care
  2025-06-01 ruth-tregear post.filled
    role: team_manager
    team: west-team
  2025-06-01 martin-eddy person.identified
    category: professional
    full_name: Martin Eddy
  2025-06-01 martin-eddy post.filled
    role: front_door_manager
    team: front-door
  2025-06-01 asha-lobb person.identified
    category: professional
    full_name: Asha Lobb
  2025-06-01 asha-lobb post.filled
    role: screener
    team: front-door
  2025-06-01 alan-spargo person.identified
    category: professional
    full_name: Alan Spargo
  2025-06-01 alan-spargo post.filled
    role: conference_chair
  2025-06-01 west-team team.opened
    name: West team
  2025-06-01 west-team function.granted
    function: section_47_enquiry
  2025-06-01 front-door team.opened
    name: Front door
";

/// Two sisters in one home, of whom one alone was referred.
pub(crate) fn sisters() -> String {
    format!("{STAFF}{SISTERS}")
}

/// Two sisters whose assessment began in one sitting; only the elder has a part, and nobody saw her.
pub(crate) fn assessed() -> String {
    format!("{STAFF}{SISTERS}{ASSESSED}")
}

const SISTERS: &str = "
recording by martin-eddy as front_door_manager at 2026-03-31T09:00:00Z
  2026-03-31 morwenna person.identified
    category: child
    forename: Morwenna
    surname: Nance
    date_of_birth: 2016-11-12
  2026-03-31 tegen person.identified
    category: child
    forename: Tegen
    surname: Nance
    date_of_birth: 2023-01-20
  2026-03-31 morwenna household.joined
    household: chapel-row
    address: 14 Chapel Row
  2026-03-31 tegen household.joined
    household: chapel-row
    address: 14 Chapel Row
  2026-03-31 morwenna relationship.recorded
    to: tegen
    relation: sibling
  2026-03-31 morwenna contact.received
    source: 2A
    worry: She is tired
  2026-03-31 morwenna referral.received
    reason: She is tired
    rating: amber
";

const ASSESSED: &str = "
recording by hannah-pascoe as social_worker at 2026-03-31T10:00:00Z
  2026-03-31 morwenna assessment.started
  2026-03-31 tegen assessment.started
recording by hannah-pascoe as social_worker at 2026-04-01T09:00:00Z
  2026-04-01 morwenna assessment.completed
    views: I listen on the stairs
    views_how: Three houses
    views_difference: We shall ask about nights
    day_in_life: She wakes before five
    analysis: She carries the others
    outcome: child_in_need
";
