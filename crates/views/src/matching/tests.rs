//! Pairs that must be found alike and pairs that must not.

use jiff::civil::{Date, date};

use super::*;

const DAY: Date = date(2015, 3, 4);

fn wanted(forename: &str, surname: &str, day: Option<Date>) -> Wanted {
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    Wanted { forename: some(forename), surname: some(surname), date_of_birth: day, ..Wanted::default() }
}

fn known(forename: &str, surname: &str, birth: Option<Birth>) -> Candidate {
    Candidate {
        id: format!("{forename}-{surname}"),
        names: vec![NameVariant::new(forename, surname, NameKind::Legal)],
        birth,
        ..Candidate::default()
    }
}

fn says(likeness: &Likeness, words: &str) -> bool {
    likeness.reasons.iter().any(|reason| reason.sentence.contains(words))
}

#[test]
fn pairs_that_are_one_person() {
    let day = Some(DAY);
    for (one, other, birth, band, reason) in [
        (("Jago", "Nance"), ("Jago", "Nance"), Birth::exact(DAY), Band::Same, "Surname the same: Nance"),
        (
            ("Jago", "Nance"),
            ("Jago", "Nanse"),
            Birth::exact(DAY),
            Band::Likely,
            "Surname sounds the same: Nance, Nanse",
        ),
        (
            ("Jago", "Hosken"),
            ("Jago", "Hoksen"),
            Birth::exact(DAY),
            Band::Likely,
            "Surname differs by one letter",
        ),
        (
            ("Nance", "Jago"),
            ("Jago", "Nance"),
            Birth::exact(DAY),
            Band::Likely,
            "Forename and surname swapped",
        ),
        (
            ("Bill", "Nance"),
            ("William", "Nance"),
            Birth::exact(DAY),
            Band::Likely,
            "a form of the same name: Bill, William",
        ),
        (
            ("Gosia", "Kowalska"),
            ("Małgorzata", "Kowalska"),
            Birth::exact(DAY),
            Band::Likely,
            "a form of the same name",
        ),
        (
            ("Muhammad", "Hussain"),
            ("Mohammed", "Husain"),
            Birth::exact(DAY),
            Band::Likely,
            "form of the same name",
        ),
        (("Zoë", "Núñez"), ("Zoe", "Nunez"), Birth::exact(DAY), Band::Same, "the same"),
        (
            ("Jago", "Smith-Jones"),
            ("Jago", "Jones"),
            Birth::exact(DAY),
            Band::Likely,
            "Surname agrees in part",
        ),
        (("Jago", "McDonald"), ("Jago", "Mac Donald"), Birth::exact(DAY), Band::Same, "the same"),
        (("Jago", "O'Brien"), ("Jago", "OBrien"), Birth::exact(DAY), Band::Same, "the same"),
        (("小明", "王"), ("小明", "王"), Birth::exact(DAY), Band::Same, "the same"),
        (("Sukarno", ""), ("", "Sukarno"), Birth::exact(DAY), Band::Same, "The only name the same"),
        (
            ("Jago", "Nance"),
            ("Jago", "Nance"),
            Birth::exact(date(2015, 4, 3)),
            Band::Likely,
            "Day and month swapped",
        ),
        (
            ("Jago", "Nance"),
            ("Jago", "Nance"),
            Birth::exact(date(2014, 3, 4)),
            Band::Likely,
            "Year of birth off by one",
        ),
        (
            ("Jago", "Nance"),
            ("Jago", "Nance"),
            Birth::exact(date(2015, 3, 5)),
            Band::Likely,
            "One digit of the date",
        ),
        (
            ("Jago", "Nance"),
            ("Jago", "Nance"),
            Birth::estimated(date(2015, 1, 1)),
            Band::Likely,
            "is an estimate",
        ),
        (
            ("Jago", "Hosken"),
            ("Baby", "Hosken"),
            Birth::expected(date(2015, 3, 9)),
            Band::Likely,
            "made before birth",
        ),
        (
            ("Jago Nance", ""),
            ("Jago", "Nance"),
            Birth::exact(DAY),
            Band::Same,
            "The only name given the same",
        ),
    ] {
        let likeness = compare(&wanted(one.0, one.1, day), &known(other.0, other.1, Some(birth)));
        assert!(likeness.band >= band, "{one:?} {other:?}: {likeness:?}");
        assert!(says(&likeness, reason), "{one:?} {other:?}: {likeness:?}");
        let (wanted_keys, candidate_keys) =
            (wanted_keys(&wanted(one.0, one.1, day)), candidate_keys(&known(other.0, other.1, Some(birth))));
        assert!(
            wanted_keys.iter().any(|key| candidate_keys.contains(key)),
            "no key shared: {one:?} {other:?}"
        );
    }
}

#[test]
fn pairs_that_are_not_one_person() {
    for (one, other, birth) in [
        (("Jago", "Nance"), ("Elowen", "Nance"), Birth::exact(date(2012, 8, 19))),
        (("Jago", "Nance"), ("Jago", "Nance"), Birth::exact(date(1984, 11, 30))),
        (("Jago", "Nance"), ("Emily", "Carter"), Birth::exact(DAY)),
        (("Jago", "Nance"), ("Emily", "Nance"), Birth::estimated(date(2009, 1, 1))),
        (("Jago", "Hosken"), ("Baby", "Hosken"), Birth::expected(date(2017, 3, 9))),
        (("小明", "王"), ("小红", "李"), Birth::exact(date(2012, 8, 19))),
        (("Sukarno", ""), ("", "Suharto"), Birth::exact(date(2012, 8, 19))),
    ] {
        let likeness = compare(&wanted(one.0, one.1, Some(DAY)), &known(other.0, other.1, Some(birth)));
        assert!(likeness.score < 50, "{one:?} {other:?}: {likeness:?}");
        assert_eq!(likeness.band, Band::Possible);
    }
}

#[test]
fn a_name_alone_never_proves_anything() {
    let likeness = compare(&wanted("Jago", "Nance", None), &known("Jago", "Nance", Some(Birth::exact(DAY))));
    assert_eq!((likeness.score, likeness.band), (68, Band::Possible));
    let mut at_home = wanted("Jago", "Nance", None);
    at_home.postcode = Some("pl30 1ab".to_owned());
    let mut known = known("Jago", "Nance", None);
    known.postcodes = vec!["PL30 1AB".to_owned()];
    assert_eq!(compare(&at_home, &known).score, 85);
    assert_eq!(compare(&Wanted::default(), &known).score, 0);
    assert_eq!(compare(&at_home, &Candidate::default()).score, 0);
}

#[test]
fn numbers_decide() {
    let mut one = wanted("Jago", "Nance", Some(DAY));
    one.nhs_number = Some("943 476 5919".to_owned());
    let mut other = known("Oliver", "Carter", Some(Birth::exact(DAY)));
    other.nhs_number = Some("9434765919".to_owned());
    let likeness = compare(&one, &other);
    assert_eq!(likeness.band, Band::Same, "adopted, say: {likeness:?}");
    other.birth = Some(Birth::exact(date(1990, 12, 25)));
    let likeness = compare(&one, &other);
    assert!(likeness.band < Band::Same && says(&likeness, "check the number"), "{likeness:?}");

    let mut other = known("Jago", "Nance", Some(Birth::exact(DAY)));
    other.nhs_number = Some("4010232137".to_owned());
    let likeness = compare(&one, &other);
    assert!(likeness.score <= 35 && says(&likeness, "NHS number differs"), "{likeness:?}");
    assert_eq!(
        rank(&one, std::slice::from_ref(&other)).len(),
        1,
        "shown all the same: one number may be another child's"
    );
    other.nhs_number = Some("9434765991".to_owned());
    let likeness = compare(&one, &other);
    assert!(likeness.band >= Band::Likely && says(&likeness, "differ by one slip"), "{likeness:?}");

    let mut one = wanted("Jago", "Nance", Some(DAY));
    one.upn = Some("Q330501586339".to_owned());
    let mut other = known("Jago", "Nancarrow", Some(Birth::exact(DAY)));
    other.upn = Some("q330501586339".to_owned());
    assert!(compare(&one, &other).band >= Band::Likely);
    other.upn = Some("V330205741104".to_owned());
    assert!(compare(&one, &other).score < 85);
}

#[test]
fn twins_are_told_apart() {
    let mut one = wanted("Jago", "Nance", Some(DAY));
    one.postcode = Some("PL30 1AB".to_owned());
    one.sex = Some(Sex::Male);
    let mut twin = known("Denzel", "Nance", Some(Birth::exact(DAY)));
    twin.postcodes = vec!["PL30 1AB".to_owned()];
    twin.sex = Some(Sex::Male);
    let likeness = compare(&one, &twin);
    assert!(likeness.score <= 35, "{likeness:?}");
    assert!(
        says(&likeness, "Same surname, birth date and address but another forename: perhaps a twin"),
        "{likeness:?}"
    );

    // A boy and a girl whose names differ by one letter.
    one.forename = Some("Francis".to_owned());
    let mut twin = known("Frances", "Nance", Some(Birth::exact(DAY)));
    twin.sex = Some(Sex::Female);
    let likeness = compare(&one, &twin);
    assert!(likeness.score <= 35 && likeness.told_apart, "{likeness:?}");

    // Two boys: nothing but the other's record tells that Kayden is no slip for Jayden.
    one.forename = Some("Jayden".to_owned());
    let mut jayden = known("Jayden", "Nance", Some(Birth::exact(DAY)));
    let mut kayden = known("Kayden", "Nance", Some(Birth::exact(DAY)));
    for child in [&mut jayden, &mut kayden] {
        child.sex = Some(Sex::Male);
        child.postcodes = vec!["PL30 1AB".to_owned()];
    }
    assert!(compare(&one, &kayden).band == Band::Likely, "alone, it may well be a slip");
    let children = [kayden, jayden];
    let ranked = rank(&one, &children);
    let found: Vec<_> = ranked.iter().map(|(child, likeness)| (child.id.as_str(), likeness.band)).collect();
    assert_eq!(found, [("Jayden-Nance", Band::Same), ("Kayden-Nance", Band::Possible)]);
    assert!(ranked[1].1.score <= 35 && ranked[1].1.told_apart, "{:?}", ranked[1].1);
}

#[test]
fn half_a_name_or_another_address_is_never_certain() {
    let jago = known("Jago", "Nance", Some(Birth::exact(DAY)));
    for (forename, surname) in [("", "Nance"), ("Jago", ""), ("Baby", "Nance"), ("Baby boy", "Nance")] {
        let likeness = compare(&wanted(forename, surname, Some(DAY)), &jago);
        assert_eq!((likeness.score, likeness.band), (85, Band::Likely), "{forename} {surname}: {likeness:?}");
    }
    let mut moved = wanted("Jago", "Nance", Some(DAY));
    moved.postcode = Some("TR1 3AY".to_owned());
    let mut jago = jago;
    jago.postcodes = vec!["PL30 1AB".to_owned()];
    let likeness = compare(&moved, &jago);
    assert_eq!(likeness.band, Band::Likely);
    assert!(says(&likeness, "Postcode differs: TR13AY, PL301AB (people move)"));
}

#[test]
fn any_name_the_person_had_is_compared() {
    let mut other = known("Jago", "Nance", Some(Birth::exact(DAY)));
    other.names.push(NameVariant::new("Jago", "Carter", NameKind::Former));
    let likeness = compare(&wanted("Jago", "Carter", Some(DAY)), &other);
    assert_eq!(likeness.band, Band::Same);
    assert!(says(&likeness, "a name the person had before"));
}

#[test]
fn ranking_puts_the_likeliest_first_and_leaves_strangers_out() {
    let candidates = [
        known("Emily", "Carter", Some(Birth::exact(date(2001, 2, 3)))),
        known("Jago", "Nanse", Some(Birth::exact(DAY))),
        known("Jago", "Nance", Some(Birth::exact(DAY))),
    ];
    let found = rank(&wanted("Jago", "Nance", Some(DAY)), &candidates);
    let ids: Vec<&str> = found.iter().map(|(candidate, _)| candidate.id.as_str()).collect();
    assert_eq!(ids, ["Jago-Nance", "Jago-Nanse"]);
}

#[test]
fn swapped_names_weigh_the_same_whichever_is_on_record() {
    let (one, other) = (("¼:y", "A"), ("À", "Y\u{3347a}Þ"));
    let there = compare(&wanted(one.0, one.1, None), &known(other.0, other.1, None)).score;
    let back = compare(&wanted(other.0, other.1, None), &known(one.0, one.1, None)).score;
    assert!(there.abs_diff(back) <= 2, "{there} {back}");
}

mod properties {
    use super::*;
    use proptest::prelude::*;

    fn day() -> impl Strategy<Value = Date> {
        (1990i16..2026, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| date(year, month, day))
    }

    fn sex() -> impl Strategy<Value = Option<Sex>> {
        prop_oneof![
            Just(None),
            Just(Some(Sex::Female)),
            Just(Some(Sex::Male)),
            Just(Some(Sex::Indeterminate))
        ]
    }

    prop_compose! {
        fn anyone()(
            forename in prop_oneof!["[A-Z][a-z]{0,9}", ".{0,20}", "Baby"],
            surname in prop_oneof!["[A-Z][a-z]{1,9}", ".{0,20}", "[A-Z][a-z]{2,6}-[A-Z][a-z]{2,6}"],
            date_of_birth in proptest::option::of(day()),
            sex in sex(),
            postcode in proptest::option::of("[A-Z]{2}[0-9]{2} [0-9][A-Z]{2}|.{0,8}"),
            nhs_number in proptest::option::of("[0-9]{10}|.{0,12}"),
            upn in proptest::option::of("[A-Z][0-9]{12}|.{0,14}"),
        ) -> Wanted {
            Wanted { forename: Some(forename), surname: Some(surname), date_of_birth, sex, postcode, nhs_number, upn }
        }
    }

    fn on_record(wanted: &Wanted) -> Candidate {
        Candidate {
            id: "1".to_owned(),
            names: vec![NameVariant::new(
                wanted.forename.as_deref().unwrap_or_default(),
                wanted.surname.as_deref().unwrap_or_default(),
                NameKind::Legal,
            )],
            birth: wanted.date_of_birth.map(Birth::exact),
            sex: wanted.sex,
            postcodes: wanted.postcode.iter().cloned().collect(),
            nhs_number: wanted.nhs_number.clone(),
            upn: wanted.upn.clone(),
            household: Vec::new(),
        }
    }

    proptest! {
        #[test]
        fn the_same_details_score_100(mut person in anyone(), day in day()) {
            person.date_of_birth = Some(day);
            let named = [&person.forename, &person.surname].iter().any(|name| {
                name.as_deref().is_some_and(|name| normalise(name).chars().any(|letter| letter != ' ') && name != "Baby")
            });
            prop_assume!(named);
            prop_assert_eq!(compare(&person, &on_record(&person)).score, 100);
        }

        #[test]
        fn either_may_be_the_one_on_record(one in anyone(), other in anyone()) {
            let there = compare(&one, &on_record(&other)).score;
            let back = compare(&other, &on_record(&one)).score;
            prop_assert!(there.abs_diff(back) <= 2, "{} {}", there, back);
        }

        #[test]
        fn a_name_with_one_letter_changed_is_still_alike(
            forename in "[A-Z][a-z]{4,9}", surname in "[A-Z][a-z]{4,9}", day in day(), at in 1usize..5, letter in "[a-z]",
        ) {
            let mut changed = surname.clone();
            changed.replace_range(at..=at, &letter);
            let score = compare(&wanted(&forename, &changed, Some(day)), &known(&forename, &surname, Some(Birth::exact(day)))).score;
            prop_assert!(score >= 75, "{forename} {surname} {changed}: {score}");
        }
    }
}
