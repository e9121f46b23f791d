//! What a child is called: the authority's identifier and the pupil numbers.

use crate::cin_census::validation::child::Child;
use crate::cin_census::validation::field::Field::{self, *};
use crate::cin_census::validation::rule::{Check, Found, Rule, error, query};
use jiff::civil::Date;

/// Letters of a pupil number: those that cannot be taken for another.
const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRTUVWXYZ";

/// Codes of authorities in pupil numbers, each from and to.
const AUTHORITIES: &[(u16, u16)] = &[
    (1, 5),
    (201, 213),
    (301, 320),
    (330, 336),
    (340, 344),
    (350, 359),
    (370, 373),
    (380, 384),
    (390, 394),
    (420, 420),
    (660, 681),
    (701, 708),
    (800, 803),
    (805, 808),
    (810, 813),
    (815, 816),
    (820, 823),
    (825, 826),
    (830, 831),
    (835, 841),
    (845, 846),
    (850, 852),
    (855, 857),
    (860, 861),
    (865, 896),
    (908, 909),
    (916, 916),
    (919, 919),
    (921, 921),
    (925, 926),
    (928, 929),
    (931, 931),
    (933, 933),
    (935, 938),
    (940, 941),
];
/// Cumberland, and Westmorland and Furness: from 2023-24.
const CUMBRIA: &[(u16, u16)] = &[(942, 943)];

pub(super) const RULES: &[Rule] = &[
    error(
        "1510",
        "The first letter of the pupil number is not the one that its digits come to.",
        |child, found| {
            let upn = child.identifiers.text(Upn);
            let digits = upn.get(1..).filter(|rest| rest.len() == 12 && digits(rest));
            let wrong = digits.is_some_and(|digits| check_letter(digits) != upn.chars().next());
            add_if(wrong, child, found);
        },
        ("child UPN=H801200001001", "child UPN=A801200001001"),
    ),
    unique(
        error(
            "1520",
            "Another child has the same pupil number.",
            |_, _| {},
            (
                "child UPN=A123; child LAchildID=B UPN=A124; child LAchildID=C",
                "child UPN=A123; child LAchildID=B; child LAchildID=C UPN=A123",
            ),
        ),
        Upn,
    ),
    error(
        "1530",
        "The second to fourth characters of the pupil number are no authority’s code.",
        |child, found| add_if(authority_unknown(child, &[AUTHORITIES]), child, found),
        ("child UPN=J801200001001", "child UPN=J942200001001"),
    )
    .until(2023),
    error(
        "1530",
        "The second to fourth characters of the pupil number are no authority’s code.",
        |child, found| add_if(authority_unknown(child, &[AUTHORITIES, CUMBRIA]), child, found),
        ("child UPN=J942200001001", "child UPN=J999200001001"),
    )
    .from(2024),
    error(
        "1540",
        "The fifth to twelfth characters of the pupil number are not all digits.",
        |child, found| {
            let upn = child.identifiers.text(Upn);
            let middle: String = upn.chars().skip(4).take(8).collect();
            let sound = middle.len() == 8 && digits(&middle);
            add_if(!upn.is_empty() && !sound, child, found);
        },
        ("child UPN=J801200001001", "child UPN=J8012000X1001"),
    ),
    error(
        "1550",
        "The pupil number does not end with its thirteenth character, a digit or a letter \
         other than I, O and S.",
        |child, found| {
            let upn = child.identifiers.text(Upn);
            let mut last = upn.chars().skip(12);
            let sound = last.next().is_some_and(|last| last.is_ascii_digit() || is_letter(last));
            let sound = sound && last.next().is_none();
            add_if(!upn.is_empty() && !sound, child, found);
        },
        ("child UPN=J80120000100A", "child UPN=J80120000100O"),
    ),
    query(
        "1560Q",
        "The former pupil number is not a letter, eleven digits and a digit or letter: \
         mend it or say why.",
        |child, found| {
            let upn = child.identifiers.text(FormerUpn);
            let sound = upn.is_ascii()
                && upn.len() == 13
                && upn.starts_with(|first: char| first.is_ascii_alphabetic())
                && digits(&upn[1..12])
                && upn.ends_with(|last: char| last.is_ascii_alphanumeric());
            if !upn.is_empty() && !sound {
                found.add(&child.identifiers, &[FormerUpn]);
            }
        },
        ("child FormerUPN=J80120000100A", "child FormerUPN=J8012000010"),
    ),
    error(
        "1570",
        "The child’s identifier is longer than 20 characters.",
        |child, found| {
            if child.id().chars().nth(20).is_some() {
                found.add(&child.identifiers, &[ChildId]);
            }
        },
        ("child LAchildID=A2345678901234567890", "child LAchildID=A23456789012345678901"),
    )
    .from(2025),
    error(
        "1580",
        "The child’s identifier holds something other than letters and digits.",
        |child, found| {
            if !child.id().chars().all(char::is_alphanumeric) {
                found.add(&child.identifiers, &[ChildId]);
            }
        },
        ("child LAchildID=A1", "child LAchildID=A-1"),
    )
    .from(2025),
    error(
        "8500",
        "The child has no identifier.",
        |child, found| {
            if child.id().is_empty() {
                found.add(&child.identifiers, &[ChildId]);
            }
        },
        ("child LAchildID=A", "child LAchildID="),
    ),
    unique(
        error(
            "8510",
            "Another child of the return has the same identifier.",
            |_, _| {},
            (
                "child LAchildID=A; child LAchildID=B",
                "child LAchildID=A; child LAchildID=B; child LAchildID=A",
            ),
        ),
        ChildId,
    ),
    query(
        "8770Q",
        "A child of six or more whose referral led to action has neither a pupil number \
         nor a reason why not that can be right: mend it or say why.",
        |child, found| {
            number_missing(child, calendar::periods::add_years(child.period.end, -6).yesterday().ok(), found);
        },
        (
            "child PersonBirthDate=2018-03-31; cin ReferralNFA=0",
            "child PersonBirthDate=2018-03-30 UPNunknown=UN1; cin ReferralNFA=0",
        ),
    )
    .until(2024),
    query(
        "8770Q",
        "A child of school age whose referral led to action has neither a pupil number nor \
         a reason why not that can be right: mend it or say why.",
        |child, found| {
            // School age here is being five by 31 August before the census year.
            let end_of_august = Date::new(child.period.end.year() - 6, 8, 31).ok();
            number_missing(child, end_of_august, found);
        },
        (
            "child PersonBirthDate=2020-08-31 UPNunknown=UN2; cin ReferralNFA=0",
            "child PersonBirthDate=2020-08-31 UPNunknown=UN1; cin ReferralNFA=0",
        ),
    )
    .from(2025),
    error(
        "8772",
        "The reason for having no pupil number is a referral without further action, and a \
         referral led to action.",
        |child, found| {
            if child.identifiers.text(UpnUnknown) == "UN7" {
                for details in child.details().filter(|details| !details.yes(NoFurtherAction)) {
                    found.add(&child.identifiers, &[UpnUnknown]);
                    found.add(details, &[NoFurtherAction]);
                }
            }
        },
        (
            "child UPNunknown=UN7; cin ReferralNFA=1",
            "child UPNunknown=UN7; cin ReferralNFA=1; cin ReferralNFA=0",
        ),
    ),
];

/// The same, asking that no two children share an identifier.
const fn unique(mut rule: Rule, field: Field) -> Rule {
    rule.check = Check::Unique(field);
    rule
}

fn add_if(wrong: bool, child: &Child<'_>, found: &mut Found<'_>) {
    if wrong {
        found.add(&child.identifiers, &[Upn]);
    }
}

fn digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_letter(letter: char) -> bool {
    u8::try_from(letter).is_ok_and(|letter| LETTERS.contains(&letter))
}

/// The letter that twelve digits come to: each weighed by its place in the number, from 2, and the sum taken by 23.
fn check_letter(digits: &str) -> Option<char> {
    let weighed = digits.bytes().zip(2..).map(|(digit, weight)| usize::from(digit - b'0') * weight);
    LETTERS.get(weighed.sum::<usize>() % LETTERS.len()).copied().map(char::from)
}

/// Whether a pupil number of the right length names no authority.
fn authority_unknown(child: &Child<'_>, lists: &[&[(u16, u16)]]) -> bool {
    let upn = child.identifiers.text(Upn);
    if upn.chars().count() != 13 {
        return false;
    }
    let code: String = upn.chars().skip(1).take(3).collect();
    let code = code.parse::<u16>().ok().filter(|_| digits(&code));
    !code.is_some_and(|code| {
        lists.iter().flat_map(|list| *list).any(|(from, to)| (*from..=*to).contains(&code))
    })
}

/// Asks for a pupil number, or a reason that can be right, of a child born by a day.
fn number_missing(child: &Child<'_>, born_by: Option<Date>, found: &mut Found<'_>) {
    let old_enough = matches!((child.born(), born_by), (Some(born), Some(by)) if born <= by);
    let acted_on = child.details().any(|details| details.no(NoFurtherAction));
    let reason = child.identifiers.text(UpnUnknown).to_ascii_uppercase();
    let reason = ["UN2", "UN3", "UN4", "UN5", "UN6", "UN7"].contains(&reason.as_str());
    if old_enough && acted_on && child.identifiers.blank(Upn) && !reason {
        found.add(&child.identifiers, &[Upn, UpnUnknown]);
    }
}
