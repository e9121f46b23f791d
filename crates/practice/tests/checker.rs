//! Every fault that the checker knows, each from a small broken file: where it is said to be, and how to mend it.

use practice::{Fault, Files, Practice, bundled};

/// England with one file replaced or added.
fn faults_with(path: &str, text: &str) -> Vec<Fault> {
    let mut layers = bundled("england").unwrap();
    layers.push(Files::from([(path.to_owned(), text.to_owned())]));
    Practice::load(&layers).err().unwrap_or_default()
}

/// Checks that a file is at fault on this line, with these words in the message and in the way to mend it.
#[track_caller]
fn check(path: &str, text: &str, line: usize, message: &str, mend: &str) {
    let faults = faults_with(path, text);
    let met = faults.iter().any(|fault| {
        fault.file == path
            && fault.layer == 1
            && fault.line == line
            && fault.message.contains(message)
            && fault.mend.contains(mend)
    });
    assert!(met, "line {line}, {message}, {mend}; but met {faults:#?}");
}

const NOTE: &str = "record/case_note/forms/case_note.toml";
const HEAD: &str =
    "id = \"case_note\"\ntitle = \"Note\"\nevent = \"case_note.recorded\"\nabout = \"child\"\n";

#[track_caller]
fn check_question(question: &str, line: usize, message: &str, mend: &str) {
    check(NOTE, &format!("{HEAD}[[question]]\n{question}"), line, message, mend);
}

#[test]
fn a_small_form_has_no_fault() {
    let text = format!("{HEAD}[[question]]\nfill = \"note\"\ntype = \"long_text\"\nlabel = \"The note\"\n");
    assert_eq!(faults_with(NOTE, &text), []);
}

#[test]
fn a_file_that_is_not_toml() {
    check(NOTE, "id = \"case_note\ntitle = 3", 1, "not TOML", "Mend the line");
}

#[test]
fn a_file_out_of_place() {
    check("record/case_note/case_note.toml", "", 1, "no place", "area/process/forms/form.toml");
}

#[test]
fn names_that_are_not_known_are_given_the_nearest() {
    check(
        NOTE,
        &HEAD.replace("recorded", "recrded"),
        3,
        "No event is named “case_note.recrded”",
        "case_note.recorded",
    );
    check(NOTE, &HEAD.replace("child", "chld"), 4, "cannot be about “chld”", "“child”");
    check(NOTE, &format!("{HEAD}guidence = \"x\""), 5, "“guidence” is not known", "“guidance”");
    check_question("fill = \"nte\"\ntype = \"text\"\nlabel = \"N\"", 6, "has no field “nte”", "“note”");
    check_question(
        "fill = \"note\"\ntype = \"long_txt\"\nlabel = \"N\"",
        7,
        "of type “long_txt”",
        "“long_text”",
    );
}

#[test]
fn a_type_must_fit_the_shape_of_the_field() {
    check_question(
        "fill = \"note\"\ntype = \"date\"\nlabel = \"N\"",
        7,
        "“date” question cannot fill “note” (Text)",
        "\"text\" or \"long_text\"",
    );
    check_question(
        "fill = \"purpose\"\ntype = \"text\"\nlabel = \"N\"",
        7,
        "cannot fill “purpose”",
        "type = \"choice\"",
    );
}

#[test]
fn lists_of_answers_must_be_right() {
    check_question(
        "fill = \"purpose\"\ntype = \"choice\"\nlabel = \"P\"\nonly = [\"meting\"]",
        9,
        "NotePurpose has no answer “meting”",
        "“meeting”",
    );
    check_question(
        "fill = \"purpose\"\ntype = \"choice\"\nlabel = \"P\"\noptions = [{ code = \"a\", label = \"A\" }]",
        9,
        "come from the list NotePurpose",
        "only or except",
    );
    check_question(
        "id = \"mine\"\ntype = \"choice\"\nlabel = \"P\"",
        7,
        "nothing to choose among",
        "options",
    );
    check_question(
        "id = \"mine\"\ntype = \"choice\"\nlabel = \"P\"\noptions = [{ code = \"a\", label = \"A\" }, { code = \"a\", label = \"B\" }]",
        9,
        "“a” is offered twice",
        "Take one out",
    );
    check_question(
        "fill = \"note\"\ntype = \"text\"\nlabel = \"N\"\nonly = [\"a\"]",
        5,
        "no answers to choose among",
        "choice",
    );
}

#[test]
fn a_condition_names_an_earlier_question_and_one_of_its_answers() {
    let note = "fill = \"note\"\ntype = \"text\"\nlabel = \"N\"\n";
    let asked = "\n[[question]]\nid = \"was_it\"\ntype = \"yes_no\"\nlabel = \"Was it?\"\n";
    check_question(
        &format!("{note}when = {{ question = \"was_it\", is = \"yes\" }}{asked}"),
        9,
        "No earlier question is named “was_it”",
        "stands before this one",
    );
    let after = |when: &str| {
        format!("id = \"was_it\"\ntype = \"yes_no\"\nlabel = \"Was it?\"\n[[question]]\n{note}when = {when}")
    };
    check_question(
        &after("{ question = \"was_it\", is = \"yess\" }"),
        13,
        "cannot be answered “yess”",
        "“yes”",
    );
    check_question(&after("{ question = \"wasit\", is = \"yes\" }"), 13, "named “wasit”", "“was_it”");
}

#[test]
fn what_is_asked_once_cannot_hang_on_what_is_asked_of_each() {
    let text = format!(
        "{HEAD}several_children = true\n[[question]]\nid = \"own\"\ntype = \"yes_no\"\nlabel = \"Own?\"\n[[question]]\nfill = \"note\"\ntype = \"text\"\nlabel = \"N\"\nshared = true\nwhen = {{ question = \"own\", is = \"yes\" }}\n"
    );
    check(NOTE, &text, 15, "asked of each child", "Take shared");
    check_question(
        "fill = \"note\"\ntype = \"text\"\nlabel = \"N\"\nshared = true",
        5,
        "about one child shares nothing",
        "several_children",
    );
}

#[test]
fn nothing_stands_twice() {
    let twice = "fill = \"note\"\ntype = \"text\"\nlabel = \"N\"\n[[question]]\n";
    check_question(
        &format!("{twice}id = \"note\"\ntype = \"text\"\nlabel = \"M\""),
        9,
        "“note” is also on line 5",
        "name of its own",
    );
    check_question(
        &format!("{twice}id = \"again\"\nfill = \"note\"\ntype = \"text\"\nlabel = \"M\""),
        11,
        "already filled on line 5",
        "one question",
    );
    let form = format!("{HEAD}[[question]]\nfill = \"note\"\ntype = \"text\"\nlabel = \"N\"\n");
    check(
        "record/views/forms/case_note.toml",
        &form,
        1,
        "“case_note” is also in record/case_note",
        "name of its own",
    );
}

#[test]
fn what_cannot_be_recorded_without_must_be_asked() {
    let text = "id = \"correction\"\ntitle = \"C\"\nevent = \"entry.corrected\"\nabout = \"person\"\n[[question]]\nfill = \"reason\"\ntype = \"text\"\nlabel = \"Why?\"\n";
    let path = "record/correction/forms/correction.toml";
    check(path, text, 3, "cannot be recorded without “entry”", "fill = \"entry\"");
    let text = format!(
        "{text}[[question]]\nfill = \"entry\"\ntype = \"entry\"\nlabel = \"Which?\"\noptional = true\n"
    );
    check(path, &text, 9, "cannot be recorded without “entry”", "Ask it always");
}

#[test]
fn carried_answers_come_from_a_field_of_the_same_shape() {
    let note = "fill = \"note\"\ntype = \"text\"\nlabel = \"N\"\n";
    check_question(
        &format!("{note}carried = \"visit.made next_stp\""),
        9,
        "no field “next_stp”",
        "“next_step”",
    );
    check_question(&format!("{note}carried = \"visit.made seen\""), 9, "cannot fill “note”", "same shape");
    check_question(&format!("{note}carried = \"visit.mad words\""), 9, "“visit.mad”", "visit.made");
    check_question(
        "id = \"mine\"\ntype = \"text\"\nlabel = \"N\"\ncarried = \"same\"",
        9,
        "Only a question that fills",
        "Add fill",
    );
}

#[test]
fn tables_have_columns_that_fill_their_parts() {
    let path = "record/management_decision/forms/supervision.toml";
    let head = "id = \"supervision\"\ntitle = \"S\"\nevent = \"supervision.held\"\nabout = \"child\"\n[[question]]\nfill = \"actions\"\ntype = \"parts\"\nlabel = \"A\"\n";
    check(path, head, 7, "needs columns", "columns =");
    check(
        path,
        &format!("{head}columns = [{{ fill = \"wat\", type = \"text\", label = \"W\" }}]"),
        9,
        "no field “wat”",
        "“what”",
    );
    check(
        path,
        &format!("{head}columns = [{{ fill = \"what\", type = \"several\", label = \"W\" }}]"),
        9,
        "cannot hold a list",
        "one answer",
    );
    check(
        path,
        &format!("{head}columns = [{{ id = \"mine\", type = \"text\", label = \"W\" }}]"),
        9,
        "fills nothing",
        "fill its parts",
    );
}

#[test]
fn a_form_asks_no_more_questions_than_anybody_reads() {
    let questions: String =
        (0..23).map(|n| format!("[[question]]\nid = \"q{n}\"\ntype = \"text\"\nlabel = \"Q\"\n")).collect();
    check(NOTE, &format!("{HEAD}{questions}"), 93, "asks 23 questions", "22 at most");
}

const PROCESS: &str = "record/case_note/process.toml";
const PROCESS_HEAD: &str =
    "id = \"case_note\"\ntitle = \"Note\"\narea = \"record\"\nsystems = [\"child_record\"]\n";

#[track_caller]
fn check_step(step: &str, line: usize, message: &str, mend: &str) {
    check(PROCESS, &format!("{PROCESS_HEAD}[[step]]\n{step}"), line, message, mend);
}

#[test]
fn steps_name_events_roles_and_forms_that_are_there() {
    let step = |more: &str| {
        format!("id = \"write\"\ntitle = \"W\"\nform = \"case_note\"\nwho = [\"social_worker\"]\n{more}")
    };
    check_step(&step("opened_by = [\"visit.mde\"]"), 10, "“visit.mde”", "visit.made");
    check_step(&step("opened_by = [\"visit.made seen=yess\"]"), 10, "never “yess”", "“yes”");
    check_step(&step("opened_by = [\"visit.made sen=yes\"]"), 10, "no field “sen”", "“seen”");
    check_step(&step("opened_by = [\"visit.made\"]"), 5, "Nothing closes", "closed_by");
    check_step(
        &step("opened_by = [\"visit.made\"]\nclosed_by = [\"visit.made\"]"),
        6,
        "records nothing that closes",
        "closed_by",
    );
    check_step(&step("").replace("social_worker", "socal_worker"), 9, "“socal_worker”", "“social_worker”");
    check_step(
        &step("").replace("case_note", "case_notes"),
        8,
        "No form is named “case_notes”",
        "“case_note”",
    );
    check(
        PROCESS,
        &format!(
            "{PROCESS_HEAD}[[gate]]\nfailing = \"39\"\nstep = \"wrte\"\nsays = \"S\"\n[[step]]\n{}",
            step("")
        ),
        6,
        "number of a failing",
        "three digits",
    );
    check(
        PROCESS,
        &format!(
            "{PROCESS_HEAD}[[gate]]\nfailing = \"F039\"\nstep = \"wrte\"\nsays = \"S\"\n[[step]]\n{}",
            step("")
        ),
        7,
        "No step is named “wrte”",
        "“write”",
    );
}

#[test]
fn a_form_to_which_no_step_leads() {
    let text = "id = \"stray\"\ntitle = \"Stray\"\nevent = \"case_note.recorded\"\nabout = \"child\"\n[[question]]\nfill = \"note\"\ntype = \"text\"\nlabel = \"N\"\n";
    check("record/case_note/forms/stray.toml", text, 1, "No step leads to the form “stray”", "beside");
}

#[test]
fn a_process_has_twelve_steps_at_most() {
    let steps: String = (0..13)
        .map(|n| {
            format!("[[step]]\nid = \"s{n}\"\ntitle = \"S\"\nform = \"case_note\"\nwho = [\"screener\"]\n")
        })
        .collect();
    check(PROCESS, &format!("{PROCESS_HEAD}{steps}"), 65, "has 13 steps", "12 at most");
}

#[test]
fn settings_may_tighten_the_law_and_never_loosen_it() {
    check(
        "settings.toml",
        "[limits]\ninitial_conference_working_days = 16",
        2,
        "looser than the law",
        "write 15 or tighter",
    );
    assert_eq!(faults_with("settings.toml", "[limits]\ninitial_conference_working_days = 12"), []);
    check(
        "settings.toml",
        "strategy_discussion_needs = [\"social_care\", \"police\"]",
        1,
        "without Health is looser",
        "\"health\"",
    );
    check("settings.toml", "switched_on = [\"overight\"]", 1, "“overight”", "“oversight”");
    check("settings.toml", "[words]\nfront_dor = \"X\"", 2, "“front_dor”", "“front_door”");
    check("settings.toml", "[labels.Rolle]\nscreener = \"X\"", 1, "“Rolle”", "“Role”");
    check("settings.toml", "[labels.Role]\nscreenr = \"X\"", 2, "“screenr”", "“screener”");
    check("settings.toml", "single_assessment_from = \"soon\"", 1, "cannot be read", "a date");
    check("settings.toml", "leap_day = \"tuesday\"", 1, "“tuesday”", "first_of_march");
}

#[test]
fn every_fault_of_a_file_is_told_at_once() {
    let text = format!("{HEAD}[[question]]\nfill = \"nte\"\ntype = \"txt\"\nlable = \"N\"\n");
    let lines: Vec<usize> = faults_with(NOTE, &text).iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [5, 6, 7, 8]);
}
