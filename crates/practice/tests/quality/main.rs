//! The quality checks on both sides of each limit, and the worked cases that practitioners gave.

mod actions;
mod assessments;
mod notes;
mod plans;

use jiff::civil::date;
use practice::Practice;
use practice::quality::{Context, Hint, RULES, hints};
use record::Event;
use record::codes::AssessmentFactor;
use record::events::*;

fn england() -> Practice {
    Practice::of_county("england").unwrap()
}

fn text(words: &str) -> Text {
    Some(words.to_owned())
}

fn met(hints: &[Hint]) -> Vec<&'static str> {
    hints.iter().map(|hint| hint.rule).collect()
}

/// Checks which of the rules named speak about an event.
#[track_caller]
fn check(event: impl Into<Event>, context: &Context<'_>, speak: &[&str], silent: &[&str]) {
    let hints = hints(&event.into(), context);
    let met = met(&hints);
    for rule in speak {
        assert!(met.contains(rule), "{rule} is silent: {hints:#?}");
    }
    for rule in silent {
        assert!(!met.contains(rule), "{rule} speaks: {hints:#?}");
    }
}

fn good_action() -> Action {
    Action {
        what: text("Parent A takes Child B to the dentist"),
        owner_name: text("Anna Pascoe"),
        agency: Some(Agency::Family),
        by: Some(date(2026, 5, 12)),
        outcome: text("The child eats without pain"),
        measure: text("Check recorded by dentist by 12 May"),
        ..Action::default()
    }
}

fn assigned(action: Action) -> ActionAssigned {
    ActionAssigned { action: Some(action), ..ActionAssigned::default() }
}

fn good_plan() -> ProtectionPlanRevised {
    let professional = |what: &str, name: &str, agency| Action {
        what: text(what),
        owner_name: text(name),
        agency: Some(agency),
        ..good_action()
    };
    ProtectionPlanRevised {
        dangers: vec![Danger {
            statement: text(
                "Ruth and Anna are worried that Dean, who hit Jory on 2 March, may hit him again and hurt him badly.",
            ),
            safety_goal: text(
                "Dean stays away from the house, and Anna's mother sees this every evening for six months.",
            ),
            scale: Some(4),
        }],
        outcomes: text("Jory sleeps all night and tells his gran that he feels safe."),
        actions: vec![
            good_action(),
            professional("Ruth visits Jory at school each week", "Ruth Hocking", Agency::SocialCare),
            professional("Kerra weighs Jory and writes it in the red book", "Kerra Rowe", Agency::Health),
        ],
        visit_every_working_days: Some(10),
        core_group_every_weeks: Some(4),
        contingency: text(
            "If Dean comes to the house, Anna rings Ruth or the police the same day and Jory goes to his gran.",
        ),
        bottom_line: text("Dean does not stay in the house."),
        childs_part: text("Jory said “I want Dean to stay away and I will tell Gran if he comes.”"),
        parents_version: text(
            "We are worried that Dean may hit Jory. Dean will stay away. Ruth will see Jory each week.",
        ),
        parents_read_on: Some(date(2026, 3, 14)),
        ..ProtectionPlanRevised::default()
    }
}

fn words_about(about: &str, count: usize) -> Text {
    Some((0..count).map(|n| format!("{about}{n}")).collect::<Vec<_>>().join(" "))
}

fn good_assessment() -> AssessmentCompleted {
    let analysis = format!("{} which means that Jory is safer.", words_about("meaning", 80).unwrap());
    AssessmentCompleted {
        child_seen_on: Some(date(2026, 3, 10)),
        views: text("“I like school.”"),
        day_in_life: words_about("day", 30),
        risks: words_about("risk", 30),
        protective: words_about("strength", 30),
        history: words_about("history", 30),
        analysis: Some(analysis),
        identity_meaning: text("Jory is Cornish and proud of it: the play worker speaks it with him."),
        factors: vec![FactorFound {
            factor: AssessmentFactor::from_code("3B"),
            effect: text("He lies awake listening."),
        }],
        agencies_consulted: vec![Agency::Health, Agency::School],
        parents_said: text("Anna read it on 20 March and agrees."),
        ..AssessmentCompleted::default()
    }
}

/// A plan in which nothing is as it should be.
fn bad_plan() -> ProtectionPlanRevised {
    let mum = Action {
        what: text("Support"),
        owner: Some("jory".parse().unwrap()),
        agency: Some(Agency::Family),
        by: Some(date(2020, 1, 1)),
        measure: text("Everything about it is rather better"),
        ..Action::default()
    };
    ProtectionPlanRevised {
        dangers: vec![
            Danger { statement: text("Neglect"), ..Danger::default() },
            Danger {
                statement: words_about("danger", 130),
                safety_goal: text("Mum attends course and must keep him away"),
                ..Danger::default()
            },
        ],
        outcomes: text("Better"),
        actions: vec![mum.clone(), Action { owner: None, by: None, measure: None, ..mum }],
        childs_part: text("Happy"),
        contingency: text("Escalate"),
        parents_version: text("Noncompliance, attention seeking, ICPC, disproportionate interventions"),
        ..ProtectionPlanRevised::default()
    }
}

#[test]
fn every_rule_speaks_about_something() {
    let practice = england();
    let jory = "jory".parse().unwrap();
    let members = ["ruth".parse().unwrap()];
    let (plan, assessment): (Event, Event) = (bad_plan().into(), good_assessment().into());
    let scaled: Event = SafetyGoalScaled { scale: Some(9), ..SafetyGoalScaled::default() }.into();
    let before = [&plan, &plan, &assessment, &scaled];
    let open = ["Fit a lock".to_owned()];
    let mut context = Context::of(&practice);
    (context.child, context.child_age_years, context.members) = (Some(&jory), Some(7), &members);
    (context.earlier, context.siblings, context.open_actions) = (&before, &before, &open);
    let needs = ["A bed of his own".to_owned()];
    context.needs = &needs;
    (context.plan_started_on, context.assessment_working_days) = (Some(date(2026, 3, 2)), Some(60));
    let mostly_family = vec![
        good_action(),
        good_action(),
        good_action(),
        Action { agency: Some(Agency::Health), outcome: text("Mum attends course"), ..good_action() },
    ];
    let copied = AssessmentCompleted {
        analysis: words_about("risk", 90),
        risks: words_about("risk", 90),
        ..AssessmentCompleted::default()
    };
    let unnamed = AssessmentCompleted {
        risks: text("It was reported"),
        factors: vec![FactorFound::default()],
        ..good_assessment()
    };
    let events: [Event; 17] = [
        bad_plan().into(),
        ProtectionPlanRevised { actions: vec![good_action()], ..bad_plan() }.into(),
        ProtectionPlanRevised { contingency: None, childs_part: None, outcomes: None, ..bad_plan() }.into(),
        ProtectionPlanRevised { actions: mostly_family, ..good_plan() }.into(),
        copied.into(),
        unnamed.into(),
        AssessmentSignedOff::default().into(),
        SafetyGoalScaled { scale: Some(2), ..SafetyGoalScaled::default() }.into(),
        SafetyGoalScaled { scale: Some(8), ..SafetyGoalScaled::default() }.into(),
        ConferenceDecided::default().into(),
        CoreGroupHeld::default().into(),
        ProtectionPlanEnded::default().into(),
        ActionCompleted::default().into(),
        EntryMarkedSignificant { entry: "1.1".parse().unwrap(), significance: None, meaning: None }.into(),
        CaseNoteRecorded {
            note: Some(format!("I think {}", words_about("word", 400).unwrap())),
            ..CaseNoteRecorded::default()
        }
        .into(),
        VisitMade::default().into(),
        ClosureDecided::default().into(),
    ];
    let spoken: Vec<&str> = events.iter().flat_map(|event| met(&hints(event, &context))).collect();
    let silent: Vec<&str> = RULES.iter().map(|rule| rule.id).filter(|id| !spoken.contains(id)).collect();
    assert_eq!(silent, [""; 0]);
}
