//! The service under test: the real program, serving an invented county from a folder of its own.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{LazyLock, Mutex};

/// A running service.
pub(crate) struct Service {
    child: Child,
    /// Where it listens: `http://127.0.0.1:40123`.
    pub(crate) address: String,
    _folder: tempfile::TempDir,
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The county is invented once, and copied for each test.
static COUNTY: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    drop(start(folder.path(), 60));
    folder
});
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

impl Service {
    /// Serves a small invented county.
    pub(crate) fn demonstration() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        {
            let _one = ONE_AT_A_TIME.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            copy(COUNTY.path(), folder.path());
        }
        let (child, address) = start(folder.path(), 60).keep();
        Self { child, address, _folder: folder }
    }

    /// A whole address.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }
}

struct Started {
    child: Option<Child>,
    address: String,
}

impl Started {
    fn keep(mut self) -> (Child, String) {
        (self.child.take().expect("a child"), self.address.clone())
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn start(folder: &std::path::Path, children: usize) -> Started {
    let mut child = Command::new(env!("CARGO_BIN_EXE_onen"))
        .args(["demo", "--port", "0", "--children", &children.to_string(), "--data"])
        .arg(folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("onen starts");
    let output = BufReader::new(child.stdout.take().expect("its output"));
    let line = output
        .lines()
        .map_while(Result::ok)
        .find_map(|line| line.strip_prefix("listening on ").map(str::to_owned));
    let address = line.expect("onen demo says where it listens");
    Started { child: Some(child), address }
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    for entry in std::fs::read_dir(from).expect("the county's folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            std::fs::create_dir_all(&target).expect("a folder");
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).expect("a copy");
        }
    }
}
