//! An authority's folder: its name, its practice, its chronology, its desk and its views.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use practice::{Files, Practice};
use serde::{Deserialize, Serialize};
use store::{Chronology, Clock, system_clock};
use views::Views;

use crate::failure::Failure;

/// What the folder's `authority.toml` says.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Named {
    /// The authority's name.
    pub(crate) authority: String,
    /// England, a county whose practice ships with Onen, or a folder of practice files.
    pub(crate) practice: String,
    /// Whether everybody in it is invented.
    #[serde(default)]
    pub(crate) demonstration: bool,
}

const FILE: &str = "authority.toml";

/// Threads that fold at once.
pub(crate) fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// Today, in England.
pub(crate) fn today() -> Date {
    calendar::london::date_of(system_clock()())
}

impl Named {
    /// Reads it.
    pub(crate) fn read(folder: &Path) -> Result<Self, Failure> {
        let path = folder.join(FILE);
        let text = std::fs::read_to_string(&path).map_err(|_| {
            Failure(format!(
                "{} holds no authority: make one with onen init, or try onen demo",
                folder.display()
            ))
        })?;
        toml::from_str(&text).map_err(|fault| Failure(format!("{}: {}", path.display(), fault.message())))
    }

    /// Writes it.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), Failure> {
        std::fs::create_dir_all(folder)?;
        Ok(std::fs::write(folder.join(FILE), toml::to_string(self)?)?)
    }

    /// The practice in force.
    pub(crate) fn load_practice(&self) -> Result<Practice, Failure> {
        load_practice(&self.practice)
    }
}

/// The practice of a county that ships with Onen, or of a folder laid over England's.
pub(crate) fn load_practice(name: &str) -> Result<Practice, Failure> {
    Practice::load(&layers(name)?).map_err(|faults| {
        let first = faults.first().map(ToString::to_string).unwrap_or_default();
        Failure(format!("{first} ({} in all: see onen practice check)", faults.len()))
    })
}

/// The names of the practices that ship with Onen.
pub(crate) fn shipped() -> Vec<&'static str> {
    std::iter::once("england").chain(practice::COUNTIES).collect()
}

/// The layers of a practice, England's first.
pub(crate) fn layers(name: &str) -> Result<Vec<Files>, Failure> {
    if let Some(layers) = practice::bundled(name) {
        return Ok(layers);
    }
    let folder = Path::new(name);
    if !folder.is_dir() {
        let known = shipped().join(", ");
        return Err(Failure(format!(
            "“{name}” is neither a folder of practice files nor one that ships with Onen ({known})"
        )));
    }
    let mut layers = practice::bundled("england").unwrap_or_default();
    layers.push(files(folder)?);
    Ok(layers)
}

/// Every practice file of a folder, by its path within it.
pub(crate) fn files(folder: &Path) -> Result<Files, Failure> {
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        for entry in std::fs::read_dir(&next)? {
            let path = entry?.path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|ending| ending == "toml" || ending == "sql") {
                let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                let text = std::fs::read_to_string(&path)
                    .map_err(|fault| Failure(format!("{}: {fault}", path.display())))?;
                all.insert(name, text);
            }
        }
    }
    Ok(all)
}

/// An authority opened to work with.
pub(crate) struct Authority {
    pub(crate) named: Named,
    pub(crate) practice: Practice,
    pub(crate) chronology: Chronology,
    pub(crate) clock: Clock,
}

impl Authority {
    /// Opens it to write; nobody else may be writing.
    pub(crate) fn open(folder: &Path) -> Result<Self, Failure> {
        let clock = system_clock();
        let (named, practice) = Self::named(folder)?;
        let chronology = Chronology::open(folder, Arc::clone(&clock))?;
        Ok(Self { named, practice, chronology, clock })
    }

    /// Opens it to read; it may be served meanwhile.
    pub(crate) fn open_for_reading(folder: &Path) -> Result<Self, Failure> {
        let (named, practice) = Self::named(folder)?;
        let chronology = Chronology::open_for_reading(folder)?;
        Ok(Self { named, practice, chronology, clock: system_clock() })
    }

    fn named(folder: &Path) -> Result<(Named, Practice), Failure> {
        let named = Named::read(folder)?;
        let practice = named.load_practice()?;
        Ok((named, practice))
    }

    /// The views, made anew if they must be.
    pub(crate) fn views(&self, folder: &Path) -> Result<Views, Failure> {
        let settings = Arc::new(self.practice.settings().clone());
        Ok(Views::open(folder, self.chronology.clone(), settings, threads())?)
    }
}
