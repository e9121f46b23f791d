//! From answers to entries and back: every form of every county, and the faults told in plain sentences.

use std::collections::BTreeMap;

use practice::{
    Answer, Answers, Carry, FieldFault, Form, Happened, Part, Practice, Question, QuestionKind, Row, fill,
    offers, so_far, unfill,
};
use serde_json::{Value, json};

fn person(id: &str) -> chronology::PersonId {
    id.parse().unwrap()
}

/// An answer that a question takes.
fn answer(question: &Question) -> Answer {
    match question.kind {
        QuestionKind::Parts => {
            let cells = question.columns.iter().map(|column| match answer(column) {
                Answer::One(cell) => (column.id.clone(), cell),
                other => panic!("{other:?} in a cell"),
            });
            Answer::Rows(vec![cells.collect::<Row>()])
        }
        // A list that the authority publishes is put in by the page.
        QuestionKind::Several if question.options.is_empty() => Answer::Several(vec!["1.1".to_owned()]),
        QuestionKind::Several => Answer::Several(vec![question.options[0].code.clone()]),
        QuestionKind::People => Answer::Several(vec!["ruth-manager".to_owned()]),
        QuestionKind::Choice | QuestionKind::YesNo => Answer::One(question.options[0].code.clone()),
        QuestionKind::Date => Answer::from("2026-03-02"),
        QuestionKind::Number => Answer::from("7"),
        QuestionKind::Person => Answer::from("ruth-manager"),
        QuestionKind::Entry => Answer::from("12.1"),
        QuestionKind::Text | QuestionKind::LongText | QuestionKind::File | QuestionKind::Words => {
            Answer::from("“I like my room.”")
        }
    }
}

/// Answers to everything that the form asks, given the answers before it.
fn answered(form: &Form, children: &[&str]) -> Answers {
    let mut answers = Answers::default();
    for child in children {
        answers.children.insert(person(child), Part::default());
    }
    for question in &form.questions {
        let children: Vec<_> = answers.children.keys().cloned().collect();
        if question.shared {
            if answers.asks(form, question, None) {
                answers.shared.set(&question.id, answer(question));
            }
            continue;
        }
        for child in children {
            if answers.asks(form, question, Some(&child)) {
                answers.children.get_mut(&child).unwrap().set(&question.id, answer(question));
            }
        }
    }
    answers
}

fn county(name: &str) -> Practice {
    Practice::of_county(name).unwrap()
}

fn faults(form: &Form, answers: &Answers) -> Vec<FieldFault> {
    fill(form, answers).expect_err("faults")
}

#[test]
fn every_form_fills_what_it_asks_and_reads_it_back() {
    for name in ["england", "cornwall", "cambridgeshire"] {
        let practice = county(name);
        for form in practice.forms() {
            let children: &[&str] = if form.several_children { &["jory", "merryn"] } else { &["jory"] };
            let answers = answered(form, children);
            let filled =
                fill(form, &answers).unwrap_or_else(|faults| panic!("{name} {}: {faults:#?}", form.id));
            assert_eq!(filled.gaps, [], "{name} {}", form.id);
            for (_, body) in filled.bodies() {
                let event = record::decode(form.event.kind, 1, &body).unwrap();
                assert_eq!(event.kind(), form.event.kind);
                assert_eq!(body["form"], json!(form.digest), "{name} {}", form.id);
            }
            let back = unfill(form, &filled.bodies());
            assert_eq!(back.answers, answers, "{name} {}", form.id);
            assert!(back.unasked.is_empty(), "{name} {}: {:?}", form.id, back.unasked);
        }
    }
}

#[test]
fn an_empty_form_is_never_recorded() {
    let practice = county("england");
    for form in practice.forms() {
        let mut answers = Answers::default();
        assert!(
            faults(form, &answers).iter().any(|fault| fault.message == "Say whom this is about"),
            "{}",
            form.id
        );
        answers.children.insert(person("jory"), Part::default());
        assert!(!faults(form, &answers).is_empty(), "{}", form.id);
    }
}

#[test]
fn shared_words_stand_once_and_each_child_s_own_apart() {
    let practice = county("england");
    let answers = answered(practice.form("visit").unwrap(), &["jory", "merryn"]);
    let filled = fill(practice.form("visit").unwrap(), &answers).unwrap();
    assert!(filled.shared.contains_key("home") && filled.shared.contains_key("form"));
    assert_eq!(filled.own.len(), 2);
    for (_, own) in &filled.own {
        assert!(own.contains_key("words") && !own.contains_key("home") && !own.contains_key("form"));
    }
    let whole = &filled.bodies()[0].1;
    assert!(whole.contains_key("home") && whole.contains_key("words"));
}

#[test]
fn shared_answers_are_not_hidden_by_a_child_s_own() {
    let practice = county("cornwall");
    let form = practice.form("conference").unwrap();
    let filled = fill(form, &answered(form, &["jory", "merryn"])).unwrap();
    for (_, body) in filled.bodies() {
        let asked = body["answers"].as_object().unwrap();
        assert!(asked.contains_key("network") && asked.contains_key("family_scale"), "{asked:?}");
    }
}

#[test]
fn f068_a_visit_with_a_gap_stands_and_shows_the_gap() {
    let practice = county("england");
    let form = practice.form("visit").unwrap();
    let mut answers = Answers::default();
    answers.children.entry(person("jory")).or_default().set("seen", "yes");
    let filled = fill(form, &answers).unwrap();
    let gaps: Vec<&str> =
        filled.gaps.iter().filter(|gap| gap.child.is_some()).map(|gap| gap.question.as_str()).collect();
    assert_eq!(gaps, ["seen_alone", "words", "presentation", "analysis", "next_step"]);
    assert_eq!(filled.gaps[0].message, "Answer “Why did you visit?”");
}

#[test]
fn f001_a_decision_is_refused_naming_the_missing_part_for_each_child() {
    let practice = county("england");
    let form = practice.form("contact_decision").unwrap();
    let mut answers = answered(form, &["jory", "merryn"]);
    answers.shared.answers.remove("reason");
    answers.children.get_mut(&person("jory")).unwrap().answers.remove("level_of_need");
    answers.children.get_mut(&person("merryn")).unwrap().set("history_weighed", "  ");
    let told: Vec<(String, String)> = faults(form, &answers)
        .into_iter()
        .map(|fault| (fault.child.map_or("all".to_owned(), |child| child.to_string()), fault.message))
        .collect();
    assert_eq!(
        told,
        [
            ("all".into(), "Answer “Why?”".into()),
            ("jory".into(), "Answer “What is this child’s level of need?”".into()),
            ("merryn".into(), "Answer “What history did you weigh, or was none found?”".into())
        ]
    );
}

#[test]
fn f056_an_ownerless_action_is_refused_at_its_row() {
    let practice = county("england");
    let form = practice.form("enquiry_decision").unwrap();
    let mut answers = answered(form, &["jory"]);
    let Some(Answer::Rows(rows)) = answers.shared.answers.get_mut("actions") else { panic!("rows") };
    rows.push(Row::new());
    let mut ownerless = rows[0].clone();
    ownerless.remove("owner_name");
    ownerless.insert("by".to_owned(), "ongoing".to_owned());
    rows.push(ownerless);
    let told: Vec<_> = faults(form, &answers)
        .into_iter()
        .map(|fault| (fault.row, fault.column.unwrap(), fault.message))
        .collect();
    assert_eq!(
        told,
        [
            (Some(2), "owner_name".to_owned(), "Answer “Who does it”".to_owned()),
            (Some(2), "by".to_owned(), "“ongoing” is not a day: write it as 12/5/2026".to_owned()),
        ]
    );
}

#[test]
fn what_is_not_asked_is_not_recorded() {
    let practice = county("england");
    let form = practice.form("visit").unwrap();
    let mut answers = answered(form, &["jory"]);
    let jory = answers.children.get_mut(&person("jory")).unwrap();
    jory.set("seen", "no");
    jory.set("not_seen_reason", "Asleep, and the mother would not wake him.");
    let body = &fill(form, &answers).unwrap().bodies()[0].1;
    assert!(body.contains_key("not_seen_reason"));
    assert!(
        !body.contains_key("words")
            && !body.contains_key("seen_alone")
            && !body.contains_key("not_alone_reason")
    );
}

#[test]
fn answers_that_cannot_be_read_are_told_at_their_question() {
    let practice = county("england");
    let form = practice.form("visit").unwrap();
    let mut answers = answered(form, &["jory"]);
    answers.shared.set("next_visit_on", "soon");
    answers.shared.set("place", "moon");
    answers.shared.set("visited_by", "Ruth Manager");
    let told: BTreeMap<String, String> =
        faults(form, &answers).into_iter().map(|fault| (fault.question, fault.message)).collect();
    assert_eq!(told["next_visit_on"], "“soon” is not a day: write it as 12/5/2026");
    assert_eq!(told["place"], "“moon” is not one of the answers to “Where?”");
    assert_eq!(told["visited_by"], "“Ruth Manager” is nobody in the record: choose from the list");
    assert_eq!(told.len(), 3);
}

fn body(value: Value) -> chronology::Body {
    value.as_object().unwrap().clone()
}

#[test]
fn f046_the_need_of_an_interpreter_is_carried_and_must_be_confirmed() {
    let practice = county("england");
    let form = practice.form("contact").unwrap();
    let on = jiff::civil::date(2026, 1, 5);
    let (old, new) = (
        body(json!({"interpreter_language": "Polish"})),
        body(json!({"interpreter_language": "Lithuanian"})),
    );
    let other = body(json!({"religion": "none"}));
    let events = [&old, &new, &other].map(|body| Happened {
        kind: "characteristics.recorded",
        on,
        body: body.clone(),
    });
    let offered = offers(form, &events);
    assert_eq!(offered.len(), 1);
    assert_eq!((offered[0].question.as_str(), offered[0].from), ("interpreter_language", 1));

    let mut answers = answered(form, &["jory"]);
    answers.shared.answers.remove("interpreter_language");
    answers.shared.take(&offered);
    let told = faults(form, &answers);
    assert_eq!(told.len(), 1);
    assert!(told[0].message.starts_with("Say whether this is still true"), "{}", told[0]);

    let with = |carry: Carry| {
        let mut answers = answers.clone();
        answers.shared.carried.insert("interpreter_language".to_owned(), carry);
        fill(form, &answers).unwrap()
    };
    assert_eq!(with(Carry::Keep).bodies()[0].1["interpreter_language"], json!("Lithuanian"));
    let dropped = with(Carry::Drop);
    assert!(!dropped.bodies()[0].1.contains_key("interpreter_language"));
    assert!(dropped.gaps.iter().any(|gap| gap.question == "interpreter_language"));
}

#[test]
fn what_was_written_is_not_overwritten_by_what_is_carried() {
    let practice = county("england");
    let form = practice.form("safety_scale").unwrap();
    let earlier = body(json!({"zero_means": "He is hurt again.", "ten_means": "He sleeps all night."}));
    let offered = offers(
        form,
        &[Happened { kind: "safety_goal.scaled", on: jiff::civil::date(2026, 1, 5), body: earlier.clone() }],
    );
    let mut part = Part::default();
    part.set("zero_means", "He is hurt.");
    part.take(&offered);
    assert_eq!(part.get("zero_means"), Some(&Answer::from("He is hurt.")));
    assert_eq!(part.carried.keys().collect::<Vec<_>>(), ["ten_means"]);
}

#[test]
fn a_correction_keeps_what_the_form_does_not_ask() {
    let practice = county("england");
    let form = practice.form("protection_plan").unwrap();
    let whole = body(json!({
        "outcomes": "Jory sleeps all night.",
        "actions": [{"what": "Fit a lock", "owner": "tom", "by": "2026-04-01"}],
        "form": "of another form",
    }));
    let back = unfill(form, &[(person("jory"), whole)]);
    let filled = fill(form, &back.answers).unwrap();
    let action = &filled.bodies()[0].1["actions"][0];
    assert_eq!(action["owner"], json!("tom"), "a cell that no column shows stays");
    let note = practice.form("case_note").unwrap();
    let back = unfill(note, &[(person("jory"), body(json!({"note": "Rang.", "words": "of no field"})))]);
    assert_eq!(back.unasked[&person("jory")]["words"], json!("of no field"));
}

#[test]
fn a_draft_survives_being_kept_as_text() {
    let practice = county("england");
    let answers = answered(practice.form("assessment").unwrap(), &["jory", "merryn"]);
    let text = serde_json::to_string(&answers).unwrap();
    assert_eq!(serde_json::from_str::<Answers>(&text).unwrap(), answers);
}

#[test]
fn a_form_is_found_again_by_its_digest_after_it_was_changed() {
    let old = "id = \"case_note\"\ntitle = \"Old note\"\nevent = \"case_note.recorded\"\nabout = \"child\"\n[[question]]\nfill = \"note\"\ntype = \"text\"\nlabel = \"As it was asked\"\n";
    let alone = practice::Files::from([("record/case_note/forms/case_note.toml".to_owned(), old.to_owned())]);
    let mut layers = practice::bundled("england").unwrap();
    layers.push(alone);
    let digest = Practice::load(&layers).unwrap().form_digest("case_note").unwrap().to_owned();
    layers[1] = practice::Files::from([("earlier/case_note_2025.toml".to_owned(), old.to_owned())]);
    let today = Practice::load(&layers).unwrap();
    assert_ne!(today.form_digest("case_note").unwrap(), digest);
    assert_eq!(today.form_of_digest(&digest).unwrap().questions[0].label, "As it was asked");
}

#[test]
fn a_draft_is_read_as_far_as_it_goes() {
    let practice = county("england");
    let form = practice.form("enquiry_decision").unwrap();
    let mut answers = Answers::default();
    answers.shared.set("contingency", "Escalate if needed");
    answers.children.entry(person("jory")).or_default().set("rating", "purple");
    assert!(fill(form, &answers).is_err());
    let body = &so_far(form, &answers)[0].1;
    assert_eq!(body["contingency"], json!("Escalate if needed"));
    assert!(!body.contains_key("rating"), "what cannot be read is left out");
    assert!(record::decode(form.event.kind, 1, body).is_ok());
}
