//! The weighing itself: one candidate, and all of them in order.

use super::births::{compare_births, not_compared};
use super::names::{Name, NameEvidence, compare_names};
use super::numbers::{nhs_digits, nhs_number_is_sound, upn_characters, upn_is_sound};
use super::words::Agreement;
use super::{
    Band, Candidate, Evidence, Likeness, Reason, SHOWN_FROM, Sex, Speaks, Wanted, normalise_postcode,
};

/// Highest score of people whom something tells apart although much agrees: twins, two sound NHS numbers.
const APART_MAX: f64 = 35.0;
/// Highest score by name alone, and by name and address: many people share a name.
const NAME_ONLY_MAX: f64 = 68.0;
const NAME_AND_ADDRESS_MAX: f64 = 85.0;
/// Highest score when anything compared agrees less than wholly: a person must look.
const NOT_EXACT_MAX: f64 = 94.0;
/// Highest score when one side has a forename and surname and the other only one of them: brothers and sisters share that.
const HALF_NAMED_MAX: f64 = 85.0;
/// Highest score when no name could be compared.
const NAMELESS_MAX: f64 = 60.0;

/// How a number of one sort agrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Number {
    NotCompared,
    Same,
    OneSlip,
    Differs,
}

/// Weighs one candidate against what is wanted.
pub fn compare(wanted: &Wanted, known: &Candidate) -> Likeness {
    let wanted_name = Name::new(
        wanted.forename.as_deref().unwrap_or_default(),
        wanted.surname.as_deref().unwrap_or_default(),
    );
    let names = compare_names(&wanted_name, &known.names);
    let births = match (wanted.date_of_birth, known.birth) {
        (Some(wanted), Some(known)) => compare_births(wanted, known),
        _ => Evidence::default(),
    };
    let sex = compare_sex(wanted.sex, known.sex);
    let address = compare_postcodes(wanted.postcode.as_deref(), &known.postcodes);
    let (nhs, nhs_evidence) = compare_nhs(wanted.nhs_number.as_deref(), known.nhs_number.as_deref());
    let (upn, upn_evidence) = compare_upn(wanted.upn.as_deref(), known.upn.as_deref());

    let all = [&nhs_evidence, &upn_evidence, &names.evidence, &births, &address, &sex];
    let (points, most) =
        all.iter().fold((0.0, 0.0), |(points, most), part| (points + part.points, most + part.most));
    let mut score = if most > 0.0 { (100.0 * points / most).clamp(0.0, 100.0) } else { 0.0 };
    let mut reasons: Vec<Reason> = all.iter().flat_map(|part| part.reasons.clone()).collect();
    not_compared(&mut reasons, wanted.date_of_birth.is_some(), known.birth.is_some());

    let numbers_agree = nhs == Number::Same || upn == Number::Same;
    let mut told_apart = false;
    if !numbers_agree {
        score = score.min(by_how_much_is_known(&names, &births, &address));
        if points < most {
            score = score.min(NOT_EXACT_MAX);
        }
        if names.half {
            score = score.min(HALF_NAMED_MAX);
        }
        if let Some(reason) = twins(wanted, known, &names, &address) {
            score = score.min(APART_MAX);
            told_apart = true;
            reasons.insert(0, reason);
        }
    }
    let contradicted = names.evidence.points < 0.0 && births.points < 0.0;
    match nhs {
        Number::Same if contradicted => {
            score = score.clamp(60.0, 80.0);
            let sentence = "The NHS number is the same but name and date of birth differ: check the number";
            reasons.insert(0, Reason::new(Speaks::Against, sentence.to_owned()));
        }
        Number::Same => score = score.max(95.0),
        Number::Differs => {
            told_apart |= names.evidence.points > 0.0 && births.points > 0.0;
            score = score.min(APART_MAX);
        }
        _ if upn == Number::Same && !contradicted => score = score.max(85.0),
        _ => {}
    }
    likeness(score, reasons, told_apart)
}

/// Weighs every candidate and puts the likeliest first, equal ones by id; those not worth showing are left out.
///
/// What one candidate cannot show, two can: when one has exactly the forename wanted, another with the same surname and
/// date of birth whose forename is only alike (Jayden beside Kayden) is a twin, not a slip of the pen.
pub fn rank<'c>(wanted: &Wanted, candidates: &'c [Candidate]) -> Vec<(&'c Candidate, Likeness)> {
    let mut ranked: Vec<(&Candidate, Likeness)> =
        candidates.iter().map(|candidate| (candidate, compare(wanted, candidate))).collect();
    ranked.sort_by(|(one, a), (other, b)| b.score.cmp(&a.score).then_with(|| one.id.cmp(&other.id)));
    if let Some((best, _)) = ranked.first().cloned() {
        for (other, weighed) in ranked.iter_mut().skip(1) {
            if is_twin_of(wanted, best, other) {
                let sentence = "Another person on record has exactly this name, with the same surname and birth date: \
                                perhaps a twin";
                let mut reasons = std::mem::take(&mut weighed.reasons);
                reasons.insert(0, Reason::new(Speaks::Against, sentence.to_owned()));
                *weighed = likeness(f64::from(weighed.score).min(APART_MAX), reasons, true);
            }
        }
    }
    ranked.retain(|(_, weighed)| weighed.score >= SHOWN_FROM || weighed.told_apart);
    ranked.sort_by(|(one, a), (other, b)| b.score.cmp(&a.score).then_with(|| one.id.cmp(&other.id)));
    ranked
}

fn likeness(score: f64, mut reasons: Vec<Reason>, told_apart: bool) -> Likeness {
    // 0 to 100 by every path above.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=100")]
    let score = score.round().clamp(0.0, 100.0) as u8;
    let mut seen = Vec::new();
    reasons.retain(|reason| {
        let new = !seen.contains(&reason.sentence);
        seen.push(reason.sentence.clone());
        new
    });
    Likeness { score, band: Band::of(score), reasons, told_apart }
}

/// However well it agrees, a name alone proves little.
fn by_how_much_is_known(names: &NameEvidence, births: &Evidence, address: &Evidence) -> f64 {
    let address_agrees = address.points >= 3.0;
    match (names.evidence.most > 0.0, births.most > 0.0) {
        (true, true) => 100.0,
        (true, false) if address_agrees => NAME_AND_ADDRESS_MAX,
        (true, false) => NAME_ONLY_MAX,
        (false, true) if address_agrees => NAMELESS_MAX,
        _ => 40.0,
    }
}

/// Same surname, same birth date, and something a slip of the pen does not explain.
fn twins(wanted: &Wanted, known: &Candidate, names: &NameEvidence, address: &Evidence) -> Option<Reason> {
    let same_day =
        known.birth.is_some_and(|birth| wanted.date_of_birth == Some(birth.date) && !birth.estimated);
    let surname = names.surname.is_some_and(|alike| alike.likeness >= 0.9);
    let forename = names.forename?;
    if !same_day || !surname || forename.agreement == Agreement::Same {
        return None;
    }
    let sexes_differ = matches!(
        (wanted.sex, known.sex),
        (Some(Sex::Female), Some(Sex::Male)) | (Some(Sex::Male), Some(Sex::Female))
    );
    let same_address = address.points >= 5.0;
    let told_apart = match forename.agreement {
        Agreement::Different => same_address || sexes_differ || !known.household.is_empty(),
        Agreement::Variant | Agreement::PartOf | Agreement::Initial => false,
        _ => sexes_differ,
    };
    let and_address = if same_address { ", birth date and address" } else { " and birth date" };
    let and_sex = if sexes_differ { " and another sex" } else { "" };
    told_apart.then(|| {
        let sentence = format!(
            "Same surname{and_address} but another forename{and_sex}: perhaps a twin, not the same person ({})",
            names.forenames_written
        );
        Reason::new(Speaks::Against, sentence)
    })
}

fn is_twin_of(wanted: &Wanted, best: &Candidate, other: &Candidate) -> bool {
    let day = |candidate: &Candidate| candidate.birth.map(|birth| birth.date);
    if wanted.date_of_birth.is_none()
        || day(best) != wanted.date_of_birth
        || day(other) != wanted.date_of_birth
    {
        return false;
    }
    let name = Name::new(
        wanted.forename.as_deref().unwrap_or_default(),
        wanted.surname.as_deref().unwrap_or_default(),
    );
    let (best_names, other_names) = (compare_names(&name, &best.names), compare_names(&name, &other.names));
    let exact = |names: &NameEvidence| names.forename.is_some_and(|alike| alike.agreement == Agreement::Same);
    let surname = other_names.surname.is_some_and(|alike| alike.likeness >= 0.9);
    let numbered = |candidate: &Candidate| candidate.nhs_number.as_deref().and_then(nhs_digits);
    let same_number = numbered(other).is_some() && numbered(other) == numbered(best);
    exact(&best_names)
        && other_names.forename.is_some_and(|alike| {
            !matches!(
                alike.agreement,
                Agreement::Same | Agreement::Variant | Agreement::PartOf | Agreement::Initial
            )
        })
        && surname
        && !same_number
}

fn compare_sex(wanted: Option<Sex>, known: Option<Sex>) -> Evidence {
    match (wanted, known) {
        (Some(Sex::Female), Some(Sex::Male)) | (Some(Sex::Male), Some(Sex::Female)) => {
            Evidence::of(-4.0, 1.0, Speaks::Against, "Sex differs".to_owned())
        }
        (Some(one), Some(other)) if one == other => Evidence { points: 1.0, most: 1.0, reasons: Vec::new() },
        _ => Evidence::default(),
    }
}

fn compare_postcodes(wanted: Option<&str>, known: &[String]) -> Evidence {
    let Some(wanted) = wanted.and_then(normalise_postcode) else { return Evidence::default() };
    let known: Vec<String> = known.iter().filter_map(|postcode| normalise_postcode(postcode)).collect();
    if known.is_empty() {
        return Evidence::default();
    }
    if known.contains(&wanted) {
        return Evidence::of(5.0, 5.0, Speaks::For, format!("Postcode the same: {wanted}"));
    }
    if let Some(near) = known.iter().find(|postcode| strsim::damerau_levenshtein(postcode, &wanted) == 1) {
        return Evidence::of(
            3.0,
            5.0,
            Speaks::For,
            format!("Postcode differs by one character: {wanted}, {near}"),
        );
    }
    let sentence = format!("Postcode differs: {wanted}, {} (people move)", known.join(" or "));
    Evidence::of(0.0, 1.5, Speaks::Neither, sentence)
}

fn compare_nhs(wanted: Option<&str>, known: Option<&str>) -> (Number, Evidence) {
    let (Some(one), Some(other)) = (wanted.and_then(nhs_digits), known.and_then(nhs_digits)) else {
        return (Number::NotCompared, Evidence::default());
    };
    let (one_sound, other_sound) = (nhs_number_is_sound(&one), nhs_number_is_sound(&other));
    if one == other && one_sound {
        return (Number::Same, Evidence::of(40.0, 40.0, Speaks::For, "NHS number the same".to_owned()));
    }
    if one == other {
        let sentence = "The same NHS number, but its check digit is wrong, so it proves little".to_owned();
        return (Number::NotCompared, Evidence::of(3.0, 3.0, Speaks::For, sentence));
    }
    let slip = strsim::damerau_levenshtein(&one, &other) == 1;
    if slip && one_sound != other_sound {
        let sentence = "NHS numbers differ by one slip, and the check digit of one is wrong".to_owned();
        return (Number::OneSlip, Evidence::of(8.0, 10.0, Speaks::For, sentence));
    }
    if one_sound && other_sound {
        return (
            Number::Differs,
            Evidence::of(-25.0, 10.0, Speaks::Against, "NHS number differs".to_owned()),
        );
    }
    let sentence = "NHS number differs, but the check digit of one is wrong".to_owned();
    (Number::NotCompared, Evidence::of(-6.0, 2.0, Speaks::Against, sentence))
}

/// Pupil numbers change (a temporary one, a former one, two schools issuing), so a difference weighs less.
fn compare_upn(wanted: Option<&str>, known: Option<&str>) -> (Number, Evidence) {
    let (Some(one), Some(other)) = (wanted.and_then(upn_characters), known.and_then(upn_characters)) else {
        return (Number::NotCompared, Evidence::default());
    };
    if one == other {
        let sound = upn_is_sound(&one);
        let (number, points) = if sound { (Number::Same, 25.0) } else { (Number::NotCompared, 8.0) };
        return (number, Evidence::of(points, points, Speaks::For, "Pupil number the same".to_owned()));
    }
    if strsim::damerau_levenshtein(&one, &other) == 1 && upn_is_sound(&one) != upn_is_sound(&other) {
        let sentence = "Pupil numbers differ by one slip, and the check letter of one is wrong".to_owned();
        return (Number::OneSlip, Evidence::of(6.0, 8.0, Speaks::For, sentence));
    }
    let sentence = "Pupil number differs (a child may have had two)".to_owned();
    (Number::Differs, Evidence::of(-5.0, 1.0, Speaks::Against, sentence))
}
