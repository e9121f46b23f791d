//! The practice of one authority: layers of files laid over each other, read and checked.

use std::collections::BTreeMap;

use crate::fault::{Fault, mend_name};
use crate::form::{Form, read_form};
use crate::process::{Happened, OpenStep, Process, Step, read_process};
use crate::quality::WordLists;
use crate::report::{Report, read_report};
use crate::settings::{Chosen, Labels, read_lists, read_settings};
use crate::source::Source;

/// The files of one layer: path within the layer, and text.
pub type Files = BTreeMap<String, String>;

/// An authority's practice: its processes, forms, words and settings.
#[derive(Clone, Debug)]
pub struct Practice {
    chosen: Chosen,
    processes: BTreeMap<String, Process>,
    forms: BTreeMap<String, Form>,
    earlier: Vec<Form>,
    reports: BTreeMap<String, Report>,
}

impl Practice {
    /// Loads layers, the national core first: a file of a later layer replaces the same file of an earlier
    /// one, whole; a setting or word of a later layer replaces the same of an earlier one.
    ///
    /// # Errors
    /// Every fault of every file, in the order of layer, file and line.
    ///
    /// ```
    /// use practice::{Files, Practice};
    /// let broken = Files::from([("settings.toml".to_owned(), "[limits]\noversigt_weeks = 6\n".to_owned())]);
    /// let faults = Practice::load(&[broken]).unwrap_err();
    /// assert_eq!(faults[0].to_string(),
    ///     "settings.toml:2: No limit is named “oversigt_weeks”. Did you mean “oversight_weeks”.");
    /// ```
    pub fn load(layers: &[Files]) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let chosen = choose(layers, &mut faults);
        let mut practice = Self {
            chosen,
            processes: BTreeMap::new(),
            forms: BTreeMap::new(),
            earlier: Vec::new(),
            reports: BTreeMap::new(),
        };
        for (path, (layer, text)) in top_files(layers) {
            practice.read(Source::new(layer, path, text), &mut faults);
        }
        faults.extend(practice.faults_between(&top_files(layers)));
        faults.sort();
        if faults.is_empty() { Ok(practice) } else { Err(faults) }
    }

    fn read(&mut self, source: Source<'_>, faults: &mut Vec<Fault>) {
        match place(source.path) {
            Place::Settings | Place::Words => {}
            Place::Process => {
                if let Some(process) = read_process(&source) {
                    let twin = self.processes.get(&process.id).map(|twin| twin.file.clone());
                    if let Some(file) = twin {
                        source.fault(1, format!("The process “{}” is also in {file}", process.id), "Give each process a name of its own".into());
                    }
                    self.processes.insert(process.id.clone(), process);
                }
            }
            Place::Form => {
                if let Some(form) = read_form(&source, &self.chosen.labels) {
                    if let Some(twin) = self.forms.get(&form.id) {
                        source.fault(1, format!("The form “{}” is also in {}", form.id, twin.file), "Give each form a name of its own".into());
                    }
                    self.forms.insert(form.id.clone(), form);
                }
            }
            // A form that was changed stays readable: its faults by today's rules do not matter.
            Place::Earlier => self.earlier.extend(read_form(&Source::new(source.layer, source.path, source.text), &self.chosen.labels)),
            Place::Report => {
                let report = read_report(&source);
                self.reports.insert(report.id.clone(), report);
            }
            Place::Nowhere => source.fault(
                1,
                "This file has no place in a practice".into(),
                "Use settings.toml, words.toml, area/process/process.toml, area/process/forms/form.toml, reports/report.sql or earlier/form.toml".into(),
            ),
        }
        faults.extend(source.into_faults());
    }

    /// Faults that no file shows alone: forms without a step, steps without a form.
    fn faults_between(&self, files: &BTreeMap<&str, (usize, &str)>) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut fault = |file: &str, needle: &str, message: String, mend: String| {
            let (layer, text) = files.get(file).copied().unwrap_or((0, ""));
            let line = text.lines().position(|line| line.contains(needle)).map_or(1, |at| at + 1);
            faults.push(Fault { layer, file: file.to_owned(), line, message, mend });
        };
        for process in self.processes.values() {
            let named = process.steps.iter().map(|step| &step.form).chain(&process.beside);
            for form in named.filter(|form| !form.is_empty() && !self.forms.contains_key(*form)) {
                let mend =
                    mend_name(form, self.forms.keys().map(String::as_str), "Write the form, or take it out");
                fault(&process.file, &format!("\"{form}\""), format!("No form is named “{form}”"), mend);
            }
            for step in process.steps.iter().filter(|step| !self.closes(step)) {
                let message =
                    format!("The form “{}” records nothing that closes the step “{}”", step.form, step.id);
                fault(
                    &process.file,
                    &format!("\"{}\"", step.id),
                    message,
                    "Name the event that the form records in closed_by".into(),
                );
            }
        }
        for form in self.forms.values().filter(|form| self.process_of(form).is_none()) {
            let message = format!("No step leads to the form “{}”", form.id);
            fault(
                &form.file,
                "id",
                message,
                "Name it in a step of the process, or in its list beside".into(),
            );
        }
        faults
    }

    fn closes(&self, step: &Step) -> bool {
        let Some(form) = self.forms.get(&step.form) else { return true };
        step.opened_by.is_empty() || step.closed_by.iter().any(|trigger| trigger.kind == form.event.kind)
    }

    fn process_of(&self, form: &Form) -> Option<&Process> {
        self.processes.values().find(|process| {
            process.beside.contains(&form.id) || process.steps.iter().any(|step| step.form == form.id)
        })
    }

    /// The authority's name.
    pub fn authority(&self) -> &str {
        &self.chosen.authority
    }

    /// The form of this name.
    pub fn form(&self, id: &str) -> Option<&Form> {
        self.forms.get(id)
    }

    /// Every form, by name.
    pub fn forms(&self) -> impl Iterator<Item = &Form> {
        self.forms.values()
    }

    /// The digest of the form of this name, kept with what it records.
    pub fn form_digest(&self, id: &str) -> Option<&str> {
        self.form(id).map(|form| form.digest.as_str())
    }

    /// The form that had this digest, so that answers read as they were asked; forms that have since been
    /// changed are kept in the folder `earlier`.
    pub fn form_of_digest(&self, digest: &str) -> Option<&Form> {
        self.forms().chain(&self.earlier).find(|form| form.digest == digest)
    }

    /// The forms that record events of a kind.
    pub fn forms_of_kind(&self, kind: &str) -> impl Iterator<Item = &Form> {
        self.forms().filter(move |form| form.event.kind == kind)
    }

    /// The process of this name.
    pub fn process(&self, id: &str) -> Option<&Process> {
        self.processes.get(id)
    }

    /// Every process, by name.
    pub fn processes(&self) -> impl Iterator<Item = &Process> {
        self.processes.values()
    }

    /// The process that a form belongs to.
    pub fn process_of_form(&self, form: &str) -> Option<&Process> {
        self.process_of(self.form(form)?)
    }

    /// The report of this name.
    pub fn report(&self, id: &str) -> Option<&Report> {
        self.reports.get(id)
    }

    /// Every report, by name.
    pub fn reports(&self) -> impl Iterator<Item = &Report> {
        self.reports.values()
    }

    /// The steps that are open for one person, from what happened to them, given in the order it happened.
    /// A step is open when something that opens it happened and nothing that closes it has happened since.
    pub fn open_steps(&self, events: &[Happened<'_>]) -> Vec<OpenStep<'_>> {
        let steps =
            self.processes().flat_map(|process| process.steps.iter().map(move |step| (process, step)));
        let mut open: Vec<OpenStep<'_>> = steps
            .filter_map(|(process, step)| {
                let opened_by = step.opened_at(events)?;
                Some(OpenStep { process, step, since: events[opened_by].on, opened_by })
            })
            .collect();
        open.sort_by_key(|open| open.since);
        open
    }

    /// What the authority calls something: `word("front_door")` is “Multi-Agency Referral Unit” in Cornwall.
    /// A word that nobody set reads as its name.
    pub fn word<'w>(&'w self, name: &'w str) -> &'w str {
        self.chosen.words.get(name).map_or(name, String::as_str)
    }

    /// Every word, by name.
    pub fn words(&self) -> &BTreeMap<String, String> {
        &self.chosen.words
    }

    /// What people here read for an answer of a closed list: `label("Role", "team_manager")`.
    pub fn label<'l>(&'l self, list: &str, code: &'l str) -> &'l str {
        self.chosen.labels.label(list, code)
    }

    /// Every closed list as people here read it.
    pub fn labels(&self) -> &Labels {
        &self.chosen.labels
    }

    /// The numbers and switches for the rules.
    pub fn settings(&self) -> &rules::Settings {
        &self.chosen.settings
    }

    /// The lists of words for the quality checks.
    pub fn word_lists(&self) -> &WordLists {
        &self.chosen.lists
    }
}

enum Place {
    Settings,
    Words,
    Process,
    Form,
    Earlier,
    Report,
    Nowhere,
}

fn place(path: &str) -> Place {
    match path.split('/').collect::<Vec<_>>().as_slice() {
        ["settings.toml"] => Place::Settings,
        ["words.toml"] => Place::Words,
        ["earlier", file] if file.ends_with(".toml") => Place::Earlier,
        ["reports", file] if file.ends_with(".sql") => Place::Report,
        [_, _, "process.toml"] => Place::Process,
        [_, _, "forms", file] if file.ends_with(".toml") => Place::Form,
        _ => Place::Nowhere,
    }
}

fn choose(layers: &[Files], faults: &mut Vec<Fault>) -> Chosen {
    let mut chosen = Chosen::default();
    for (layer, files) in layers.iter().enumerate() {
        if let Some(text) = files.get("settings.toml") {
            let source = Source::new(layer, "settings.toml", text);
            read_settings(&source, &mut chosen);
            faults.extend(source.into_faults());
        }
        if let Some(text) = files.get("words.toml") {
            let source = Source::new(layer, "words.toml", text);
            read_lists(&source, &mut chosen.lists);
            faults.extend(source.into_faults());
        }
    }
    chosen
}

/// Each file as the topmost layer that has it gives it, with that layer.
fn top_files(layers: &[Files]) -> BTreeMap<&str, (usize, &str)> {
    let mut top = BTreeMap::new();
    for (layer, files) in layers.iter().enumerate() {
        top.extend(files.iter().map(|(path, text)| (path.as_str(), (layer, text.as_str()))));
    }
    top
}
