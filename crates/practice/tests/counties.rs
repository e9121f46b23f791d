//! What comes with Onen serves every system of the first journey, differs where two counties do, and what is
//! broken in it is told and never a crash.

use practice::{COUNTIES, Files, Practice, bundled, diff};

fn county(name: &str) -> Practice {
    Practice::of_county(name).unwrap()
}

#[test]
fn every_system_of_the_journey_has_a_process() {
    // The statutory duty grid is computed from the others, and nothing is typed into it.
    let systems = [
        "child_record",
        "household_and_network",
        "organisation_structure",
        "multi_agency_front_door",
        "contact_decision",
        "decision_review",
        "threshold_document",
        "professional_disagreement",
        "specialist_concern_pathway",
        "indicator_catalogue",
        "comparator_data",
        "referral",
        "case_allocation",
        "case_transfer",
        "caseload",
        "partner_channel",
        "police_notification",
        "information_sharing",
        "out_of_hours_service",
        "child_and_family_assessment",
        "risk_assessment",
        "early_help_hub",
        "early_help_assessment",
        "early_help_plan",
        "step_up_step_down",
        "family_support_service",
        "service_directory",
        "child_in_need_plan",
        "case_closure",
        "strategy_discussion",
        "section_47_enquiry",
        "child_protection_conference",
        "child_protection_plan",
        "core_group",
        "conference_participation",
        "advocacy",
        "marac",
        "visit",
        "childs_voice",
        "chronology",
        "management_oversight",
    ];
    let england = county("england");
    let served: Vec<&String> = england.processes().flat_map(|process| &process.systems).collect();
    for system in systems {
        assert!(served.iter().any(|served| *served == system), "nothing serves {system}");
    }
    for served in served {
        assert!(systems.contains(&served.as_str()), "{served} is no system of the journey");
    }
}

#[test]
fn a_manager_reads_what_a_county_does_otherwise() {
    let told = diff(&county("england"), &county("cambridgeshire"));
    for sentence in [
        "“Front door” is called “Integrated Access Team (IAT)”.",
        "“Team manager” is called “Consultant social worker”.",
        "The local timescale “oversight” is kept.",
        "6 weeks, and not 8: an open child may be without a management entry.",
        "The form “Conference” is called “Strengthening Families conference”.",
        "Strengthening Families conference: also asks “What is still unclear?”.",
        "Decide a contact in the access team: asks “Which stage of the Model of Staged Intervention?” instead of “What is this child’s level of need?”.",
    ] {
        assert!(told.iter().any(|line| line == sentence), "{sentence}\nis not told in\n{}", told.join("\n"));
    }
    let back = diff(&county("cambridgeshire"), &county("england"));
    assert!(back.contains(&"Conference: no longer asks “What is still unclear?”.".to_owned()));
}

#[test]
fn a_change_of_a_step_is_told() {
    let mut layers = bundled("england").unwrap();
    let path = "protection/core_group/process.toml";
    let text = layers[0][path].replace("\"team_manager\"", "\"conference_chair\"");
    layers.push(Files::from([(path.to_owned(), text)]));
    let changed = Practice::load(&layers).unwrap();
    let told = diff(&county("england"), &changed);
    assert_eq!(told, ["Core group: “Hold the core group” is done by social_worker, conference_chair."]);
}

#[test]
fn a_county_replaces_files_whole_and_settings_one_by_one() {
    let [england, cornwall] = ["england", "cornwall"].map(county);
    let screening = |practice: &Practice| practice.form("screening").unwrap().digest.clone();
    assert_ne!(screening(&england), screening(&cornwall));
    assert_eq!(england.form_digest("visit"), cornwall.form_digest("visit"));
    assert!(cornwall.settings().is_on("oversight") && !england.settings().is_on("oversight"));
    assert_eq!(cornwall.settings().limit("oversight_weeks"), 8, "what Cornwall does not set stays England's");
    assert_eq!(cornwall.word("out_of_hours"), "Out-of-hours team");
    assert!(COUNTIES.iter().all(|name| !diff(&england, &county(name)).is_empty()));
}

#[test]
fn a_file_cut_short_anywhere_is_at_fault_or_whole_and_never_a_crash() {
    let england = bundled("england").unwrap().remove(0);
    for path in
        ["record/visit/forms/visit.toml", "protection/core_group/process.toml", "settings.toml", "words.toml"]
    {
        let text = &england[path];
        let cuts = (0..text.len()).step_by(23).filter(|at| text.is_char_boundary(*at));
        for at in cuts {
            let alone = Files::from([(path.to_owned(), text[..at].to_owned())]);
            if let Err(faults) = Practice::load(&[alone]) {
                let lines = text[..at].lines().count().max(1) + 1;
                assert!(
                    faults.iter().all(|fault| fault.line <= lines && !fault.mend.is_empty()),
                    "{path} {at}: {faults:?}"
                );
            }
        }
    }
}
