//! Every finding's examples, which are its documentation too, hold.

mod support;

use std::collections::BTreeSet;

use rules::findings::FINDINGS;
use support::Told;

#[test]
fn every_example_holds() {
    let mut wrong = Vec::new();
    for finding in FINDINGS {
        for example in finding.examples {
            let said = Told::by(example.notation).because("child", finding.id, example.on);
            let as_expected = said.len() == example.expect.len()
                && said.iter().zip(example.expect).all(|(said, words)| said.contains(words));
            if !as_expected {
                wrong.push(format!(
                    "{}, “{}” on {}:\n  expected {:#?}\n  found {said:#?}",
                    finding.id, example.title, example.on, example.expect
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_finding_has_an_example_on_which_it_does_not_hold() {
    for finding in FINDINGS {
        let silent = finding.examples.iter().any(|example| example.expect.is_empty());
        assert!(silent, "{} has no example on which it does not hold", finding.id);
    }
}

#[test]
fn every_finding_has_an_example_on_which_it_holds() {
    // An entry that cannot be read cannot be written in the notation either: tests/unreadable.rs makes one.
    for finding in FINDINGS.iter().filter(|finding| finding.id != "unreadable-entry") {
        let speaks = finding.examples.iter().any(|example| !example.expect.is_empty());
        assert!(speaks, "{} has no example on which it holds", finding.id);
    }
}

#[test]
fn ids_are_unique_and_reasons_are_sentences() {
    let ids: BTreeSet<_> = FINDINGS.iter().map(|finding| finding.id).collect();
    assert_eq!(ids.len(), FINDINGS.len());
    for finding in FINDINGS {
        assert!(!finding.for_whom.is_empty(), "{} is for nobody", finding.id);
        for example in finding.examples {
            for said in Told::by(example.notation).because("child", finding.id, example.on) {
                assert!(
                    said.ends_with('.') && !said.starts_with(char::is_lowercase),
                    "{}: {said}",
                    finding.id
                );
            }
        }
    }
}

#[test]
fn what_would_mend_a_finding_is_a_kind_of_event() {
    for finding in FINDINGS {
        for example in finding.examples {
            for found in Told::by(example.notation).found("child", finding.id, example.on) {
                let known = found.mend.is_none_or(|kind| record::kind_info(kind).is_some());
                assert!(known, "{} is mended by {:?}", finding.id, found.mend);
            }
        }
    }
}
