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
    let says = |form: &str, sentence: &str| {
        let all = told.groups.iter().flat_map(|group| &group.differences);
        let met = all.clone().any(|one| (one.form.as_str(), one.says.as_str()) == (form, sentence));
        assert!(met, "{form}: {sentence}\nis not told in\n{told:#?}");
    };
    says("", "“Front door” is called “Integrated Access Team (IAT)”.");
    says("", "The answer “Team manager” reads “Consultant social worker” (role).");
    says(
        "",
        "The answer “Early help” reads “Passed to the locality meeting” (contact outcome, referral outcome and assessment outcome).",
    );
    says(
        "",
        "Switched on: “Tell the referrer what was decided”, within 3 working days of the decision on the contact.",
    );
    says(
        "",
        "Switched on: “Share the conference report with the family”, 2 working days before the initial conference.",
    );
    says(
        "",
        "Switched on: “Record management oversight”, 6 weeks (an open child may be without a management entry) or 4 weeks (a child on a protection plan may be without a management entry).",
    );
    says("", "Changed: 6 weeks in place of 8 weeks: an open child may be without a management entry.");
    says("Strengthening Families conference", "England calls it “Conference”.");
    says(
        "Decide a contact in the access team",
        "It asks “Which stage of the Model of Staged Intervention?” where England asks “What is this child’s level of need?”.",
    );
    let back = diff(&county("cambridgeshire"), &county("england"));
    let back: Vec<&str> = back.sentences().collect();
    assert!(
        back.iter()
            .any(|says| says.starts_with("It does not ask “") && says.contains("“What is still unclear?”"))
    );
    assert!(back.contains(&"Switched off: “Do something with the child”, within 15 working days of the last thing that happened."));
}

#[test]
fn a_summary_stands_on_top_and_its_numbers_are_of_what_is_told() {
    let told = diff(&county("england"), &county("cornwall"));
    let groups = told.groups.len() - ["Limits", "Names", "Reports"].len();
    let processes = county("cornwall").processes().count();
    assert_eq!(
        told.summary[0],
        format!(
            "Cornwall differs from England in {groups} of {processes} processes, its limits, its names and its reports."
        )
    );
    let switched = told.sentences().filter(|says| says.starts_with("Switched on: ")).count();
    assert!(told.summary[1].starts_with(&format!("Limits: {switched} are switched on and 1 is changed.")));
    assert!(told.summary.iter().any(|line| line == "Reports: 1 is added."), "{:#?}", told.summary);
    let keys = ["_", ".toml", "working_days", "-15wd"];
    let plain = |says: &&str| !keys.iter().any(|key| says.contains(key));
    assert!(told.sentences().all(|says| plain(&says)), "no name of a key or a file is told");
    assert!(diff(&county("cornwall"), &county("cornwall")).summary.is_empty());
}

#[test]
fn a_change_of_a_step_is_told() {
    let mut layers = bundled("england").unwrap();
    let path = "protection/core_group/process.toml";
    let text = layers[0][path].replace("\"team_manager\"", "\"conference_chair\"");
    layers.push(Files::from([(path.to_owned(), text)]));
    let changed = Practice::load(&layers).unwrap();
    let told = diff(&county("england"), &changed);
    assert_eq!(
        told.sentences().collect::<Vec<_>>(),
        [
            "“Hold the core group” is done by social worker or conference chair; in England, by social worker or team manager."
        ]
    );
    assert_eq!(told.groups[0].heading, "Core group");
    assert_eq!(told.groups[0].differences[0].place, format!("{path}, step hold"));
    assert_eq!(told.summary, ["England differs from England in 1 of 47 processes.", "Steps: 1 is changed."]);
}

#[test]
fn a_step_added_left_out_or_opened_by_something_else_is_told() {
    let path = "protection/core_group/process.toml";
    let changed = |change: &dyn Fn(&str) -> String| {
        let mut layers = bundled("england").unwrap();
        let text = change(&layers[0][path]);
        layers.push(Files::from([(path.to_owned(), text)]));
        Practice::load(&layers).unwrap_or_else(|faults| panic!("{faults:#?}"))
    };
    let more = changed(&|text| {
        format!(
            "{text}\n[[step]]\nid = \"again\"\ntitle = \"Hold it again\"\nform = \"core_group\"\nclosed_by = [\"core_group.held\"]\nwho = [\"team_manager\"]\n"
        )
    });
    let told =
        |from: &Practice, to: &Practice| diff(from, to).sentences().map(str::to_owned).collect::<Vec<_>>();
    let england = county("england");
    assert_eq!(told(&england, &more), ["The step “Hold it again” is added, done by team manager."]);
    assert_eq!(told(&more, &england), ["The step “Hold it again” is left out."]);
    let other = changed(&|text| {
        text.replacen("opened_by = [", "opened_by = [\"contact.decided outcome=referral\", ", 1)
    });
    let says = &told(&england, &other)[0];
    assert!(says.contains("is asked for after “Contact decided” with the answer “"), "{says}");
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
    assert!(COUNTIES.iter().all(|name| !diff(&england, &county(name)).groups.is_empty()));
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
