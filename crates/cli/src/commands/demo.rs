//! `onen demo`: an invented county, made if the folder has none, served on this computer.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;

use chronology::PersonId;
use county::Plan;
use record::Choices;
use store::desk::{Account, Desk};
use store::{Chronology, system_clock};
use web::app::Demonstration;

use super::serve;
use crate::authority::{Named, load_practice, threads, today};
use crate::failure::{Answer, Failure};

/// The port to try first.
const PORT: u16 = 8080;

pub(crate) fn run(data: &Path, port: Option<u16>, children: usize, seed: u64) -> Result<Answer, Failure> {
    if !data.join("authority.toml").exists() {
        make(data, children, seed)?;
    }
    if !Named::read(data)?.demonstration {
        return Err(Failure(format!(
            "{} holds a real authority: name another folder with --data",
            data.display()
        )));
    }
    let personas = county::personas();
    let who = |persona: &county::Persona| -> Result<_, Failure> {
        let role = persona.role.label().to_owned();
        Ok((PersonId::new(persona.person)?, persona.name.to_owned(), role, persona.says.to_owned()))
    };
    let stop =
        |step: county::TourStep| (step.title.to_owned(), step.address.to_owned(), step.text.to_owned());
    let demonstration = Demonstration {
        personas: personas.iter().map(who).collect::<Result<_, _>>()?,
        tour: county::tour().into_iter().map(stop).collect(),
        practices: PRACTICES.map(|(code, name)| (code.to_owned(), name.to_owned())).into(),
        practice: String::new(),
    };
    let shown = Named::read(data)?.practice;
    let demonstration = Demonstration { practice: shown.clone(), ..demonstration };
    let app = serve::open(data, Some(demonstration.clone()), false)?;
    let router =
        web::practices::router((&shown, app.clone()), codes(&shown), other(data, app, demonstration));
    let at = |port| SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let addresses = match port {
        Some(port) => vec![at(port)],
        None => vec![at(PORT), at(0)],
    };
    serve::serve(router, &addresses, |address| {
        serve::announce(address);
        eprintln!("\nOpen it in a browser and choose who to be:");
        for persona in &personas {
            eprintln!("  {:<20} {}", persona.name, persona.says);
        }
        eprintln!(
            "\nEverybody in this county is invented. Press Ctrl-C to stop; {} keeps what you do.",
            data.display()
        );
    })
}

/// The practices in which a demonstration can be shown: code and name.
const PRACTICES: [(&str, &str); 3] =
    [("cornwall", "Cornwall"), ("cambridgeshire", "Cambridgeshire"), ("england", "England alone")];
/// The folder, within the authority's, that holds the views of the other practices.
const VIEWS_FOLDER: &str = "practices";

/// The codes of the practices, the one shown first among them.
fn codes(shown: &str) -> Vec<String> {
    let others = PRACTICES.iter().map(|(code, _)| (*code).to_owned()).filter(|code| code != shown);
    std::iter::once(shown.to_owned()).chain(others).collect()
}

/// Makes the same county in another practice: its views are made anew under that practice's settings.
fn other(data: &Path, app: web::App, demonstration: Demonstration) -> web::practices::Make {
    let data = data.to_owned();
    Arc::new(move |code: &str| {
        let practice = load_practice(code).map_err(|fault| fault.0)?;
        let folder = data.join(VIEWS_FOLDER).join(code);
        std::fs::create_dir_all(&folder).map_err(|fault| fault.to_string())?;
        let settings = Arc::new(practice.settings().clone());
        let views = views::Views::open(&folder, app.chronology.clone(), settings, threads())
            .map_err(|fault| fault.to_string())?;
        let demonstration = Demonstration { practice: code.to_owned(), ..demonstration.clone() };
        Ok(app.in_practice(practice, views, demonstration))
    })
}

/// Says that the county in the folder is still being invented.
const INVENTING: &str = "inventing";

/// Takes away what an interrupted invention left, and nothing else: a record that nobody says was being invented
/// may be a real one whose `authority.toml` is lost.
fn clear(data: &Path) -> Result<(), Failure> {
    if !data.join("chronology.sqlite").exists() {
        return Ok(());
    }
    if !data.join(INVENTING).exists() {
        return Err(Failure(format!(
            "{} holds a record and no authority.toml: name another folder with --data",
            data.display()
        )));
    }
    // Whoever is inventing it at this moment holds it.
    drop(Chronology::open(data, system_clock())?);
    // Each file after its log, the chronology last: a log is never left to a file that is not its own.
    for file in ["views", "desk", "chronology"] {
        for ending in ["sqlite-wal", "sqlite-shm", "sqlite"] {
            let path = data.join(format!("{file}.{ending}"));
            if path.exists() {
                std::fs::remove_file(path)?;
            }
        }
    }
    Ok(())
}

/// Invents the county. What is half made is never taken for one: the folder's name comes last.
fn make(data: &Path, children: usize, seed: u64) -> Result<(), Failure> {
    let yesterday = today().yesterday()?;
    let whole = Plan::demo(yesterday);
    let plan =
        Plan { seed, residents: whole.residents * children.max(1) / whole.children, children, ..whole };
    let clock = system_clock();
    clear(data)?;
    std::fs::create_dir_all(data)?;
    std::fs::write(data.join(INVENTING), "")?;
    eprintln!("Inventing a county of about {children} known children…");
    let chronology = Chronology::create(data, Arc::clone(&clock))?;
    let recordings = chronology.append_history(county::live(&plan))?;
    std::fs::create_dir_all(data.join("files"))?;
    for (name, bytes) in county::files() {
        std::fs::write(data.join("files").join(name), bytes)?;
    }
    let desk = Desk::open(data, clock)?;
    for persona in county::personas() {
        desk.put_account(&Account {
            person: PersonId::new(persona.person)?,
            name: persona.name.to_owned(),
            role: persona.role.code().to_owned(),
            team: Some(persona.team.to_owned()).filter(|team| !team.is_empty()),
            password_hash: None,
            disabled: false,
        })?;
    }
    Named { authority: county::AUTHORITY.to_owned(), practice: "cornwall".to_owned(), demonstration: true }
        .write(data)?;
    std::fs::remove_file(data.join(INVENTING))?;
    eprintln!("{recordings} recordings made.");
    Ok(())
}
