//! Running the program, and the people most tests speak of.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// What a command answered.
#[derive(Debug)]
pub(crate) struct Answered {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Answered {
    /// Standard output, each line a JSON document.
    pub(crate) fn json(&self) -> Vec<Value> {
        let parsed = self.out.lines().map(|line| (line, serde_json::from_str(line)));
        parsed.map(|(line, value)| value.unwrap_or_else(|fault| panic!("{fault}: {line}"))).collect()
    }

    /// It was done, and nothing was said against it.
    #[track_caller]
    pub(crate) fn done(self) -> Self {
        assert_eq!(self.code, 0, "{self:#?}");
        self
    }

    /// The answer was no.
    #[track_caller]
    pub(crate) fn no(self) -> Self {
        assert_eq!(self.code, 1, "{self:#?}");
        self
    }

    /// It was refused: exit 2, nothing on standard output, a plain sentence that says each of these.
    #[track_caller]
    pub(crate) fn refused(self, says: &[&str]) -> Self {
        assert_eq!(self.code, 2, "{self:#?}");
        assert_eq!(self.out, "", "{self:#?}");
        assert!(self.err.starts_with("onen: ") && self.err.trim_end().lines().count() == 1, "{self:#?}");
        assert!(!self.err.contains("panicked") && !self.err.contains("Error {"), "{self:#?}");
        for part in says {
            assert!(self.err.contains(part), "{part:?} is not in {self:#?}");
        }
        self
    }
}

/// The program with these arguments and this on its standard input.
pub(crate) fn onen(arguments: &[&str], input: &str) -> Answered {
    let mut child = Command::new(env!("CARGO_BIN_EXE_onen"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A command that reads nothing may end before this is written.
    let _ = child.stdin.take().expect("its input").write_all(input.as_bytes());
    let output = child.wait_with_output().expect("the program ends");
    Answered {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).expect("it prints UTF-8"),
        err: String::from_utf8(output.stderr).expect("it prints UTF-8"),
    }
}

/// A folder for one test: an authority's, and files beside it.
pub(crate) struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    /// With nothing in it.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    /// With an authority of England's practice.
    pub(crate) fn authority() -> Self {
        let place = Self::empty();
        place.run(&["init", "--authority", "Kernow"]).done();
        place
    }

    /// With an authority, its staff, and a child of whom a call came on Monday 2 March 2026.
    pub(crate) fn with_child() -> Self {
        let place = Self::authority();
        place.record_history(&format!("{STAFF}{CHILD}"));
        place
    }

    /// The authority's folder.
    pub(crate) fn data(&self) -> PathBuf {
        self.path("data")
    }

    /// A path beside it.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A file beside it.
    pub(crate) fn file(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(&path, text).expect("a file");
        text_of(&path)
    }

    /// Runs a command on the authority.
    pub(crate) fn run(&self, arguments: &[&str]) -> Answered {
        self.run_with(arguments, "")
    }

    /// Runs a command on the authority, with this on its standard input.
    pub(crate) fn run_with(&self, arguments: &[&str], input: &str) -> Answered {
        let data = text_of(&self.data());
        onen(&[&["--data", &data], arguments].concat(), input)
    }

    /// Records a file of the notation.
    pub(crate) fn record(&self, text: &str) -> Answered {
        let file = self.file("now.onen", text);
        self.run(&["record", &file])
    }

    /// Records what was written down elsewhere before.
    #[track_caller]
    pub(crate) fn record_history(&self, text: &str) -> Answered {
        let file = self.file("history.onen", text);
        self.run(&["record", &file, "--as-history"]).done()
    }

    /// How many recordings the chronology holds.
    pub(crate) fn recordings(&self) -> u64 {
        let verified = self.run(&["verify", "--json"]).done();
        verified.json()[0]["recordings"].as_u64().expect("a number")
    }
}

pub(crate) fn text_of(path: &Path) -> String {
    path.to_str().expect("a path in UTF-8").to_owned()
}

/// Who works there.
pub(crate) const STAFF: &str = "\
recording by onen as administrator at 2026-02-02 09:00
  2026-02-02 sam person.identified
    category: professional
    forename: Sam
  2026-02-02 sam post.filled
    role: screener
  2026-02-02 fran person.identified
    category: professional
    forename: Fran
  2026-02-02 fran post.filled
    role: team_manager
  2026-02-02 hannah person.identified
    category: professional
    forename: Hannah
  2026-02-02 hannah post.filled
    role: social_worker
";

/// A child, and the call about her.
pub(crate) const CHILD: &str = "\
recording by sam as screener at 2026-03-02 10:00
  2026-03-02 kerra person.identified
    category: child
    forename: Kerra
    surname: Tregear
    date_of_birth: 2019-05-01
    sex: female
  2026-03-02 09:00 kerra contact.received
    source: 2A
    worry: She came to school hungry.
    concern_of_harm: yes
";

/// A manager's whole decision on it.
pub(crate) const DECISION: &str = "\
recording by fran as team_manager
  2026-03-03 09:30 kerra contact.decided
    level_of_need: in_need
    outcome: referral
    reason: School has told us of the same thing twice.
    history_weighed: None found.
    decided_by: fran
";
