//! The form, empty and with something to mend.

use super::{ChildAsked, ReferPage};
use crate::components::errors::Mistake;
use crate::components::fields::Choice;

/// Samples.
#[must_use]
pub fn samples() -> Vec<(&'static str, ReferPage)> {
    let yes_no = || vec![Choice::new("yes", "Yes"), Choice::new("no", "No")];
    let child = |number, name: &str| ChildAsked {
        number,
        forename: name.to_owned(),
        surname: "Rowse".to_owned(),
        harm: yes_no(),
        ..ChildAsked::default()
    };
    let empty = ReferPage {
        action: "/partners/referral".to_owned(),
        agencies: vec![Choice::new("", "Choose"), Choice::new("school", "School or nursery").chosen(true)],
        organisation: "Porthavel Primary".to_owned(),
        sender_name: "Tom Ferris".to_owned(),
        family_aware: yes_no(),
        children: vec![ChildAsked { number: 1, harm: yes_no(), ..ChildAsked::default() }],
        may_add: true,
        ..ReferPage::default()
    };
    let mended = ReferPage {
        to: "North team".to_owned(),
        team: "north-team".to_owned(),
        children: vec![child(1, "Talan"), child(2, "Merryn")],
        mistakes: vec![
            Mistake::new("child-2.worry", "Say what worries you about this child"),
            Mistake::new("what_happened", "Say what happened"),
        ],
        ..empty.clone()
    };
    vec![("empty", empty), ("to_mend", mended)]
}
