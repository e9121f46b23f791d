//! `onen account`: who may sign in.

use std::io::BufRead;
use std::path::Path;

use chronology::{Draft, EntryDraft, PersonId};
use clap::Subcommand;
use record::events::{PersonCategory, PersonIdentified, PostFilled, Role};
use record::{Choices, Typed};
use serde_json::json;
use store::desk::{Account, Desk};

use crate::authority::{Authority, today};
use crate::failure::{Answer, Failure};
use crate::output::say;

/// What to do with accounts.
#[derive(Subcommand)]
pub(crate) enum Asked {
    /// Add an account, or change the one there is; the password is read from standard input
    Add {
        /// The worker's id, which is also the name to sign in with: hannah-pascoe
        person: String,
        /// The worker's name
        #[arg(long)]
        name: String,
        /// The role: social_worker, team_manager, …
        #[arg(long)]
        role: String,
        /// The team's id
        #[arg(long)]
        team: Option<String>,
    },
    /// List accounts
    List,
    /// Let nobody sign in with an account any more, and end its sessions
    Disable {
        /// The worker's id
        person: String,
    },
}

pub(crate) fn run(data: &Path, asked: &Asked, json: bool) -> Result<Answer, Failure> {
    match asked {
        Asked::Add { person, name, role, team } => add(data, person, name, role, team.as_deref()),
        Asked::List => {
            for account in desk(data)?.accounts()? {
                if json {
                    say!(
                        "{}",
                        json!({ "person": account.person, "name": account.name, "role": account.role, "team": account.team, "disabled": account.disabled })
                    );
                } else {
                    let state = if account.disabled { "disabled" } else { "" };
                    say!("{:<24} {:<28} {:<22} {state}", account.person, account.name, account.role);
                }
            }
            Ok(Answer::Done)
        }
        Asked::Disable { person } => {
            let desk = desk(data)?;
            let person = PersonId::new(person)?;
            let account =
                desk.account(&person)?.ok_or_else(|| Failure(format!("“{person}” has no account")))?;
            desk.put_account(&Account { disabled: true, ..account })?;
            Ok(Answer::Done)
        }
    }
}

fn desk(data: &Path) -> Result<Desk, Failure> {
    crate::authority::Named::read(data)?;
    Ok(Desk::open(data, store::system_clock())?)
}

fn add(data: &Path, person: &str, name: &str, role: &str, team: Option<&str>) -> Result<Answer, Failure> {
    let person = PersonId::new(person)?;
    let known: Vec<&str> = Role::ALL.iter().map(|(_, code, _)| *code).collect();
    let role = Role::from_code(role)
        .ok_or_else(|| Failure(format!("“{role}” is not a role: choose from {}", known.join(", "))))?;
    let team = team.map(PersonId::new).transpose()?;
    let mut password = String::new();
    std::io::stdin().lock().read_line(&mut password)?;
    let password = password.trim_end_matches(['\r', '\n']);
    if password.chars().count() < 12 {
        return Err(Failure("Give a password of at least 12 characters on standard input".to_owned()));
    }
    let password_hash = Some(web::session::hash_password(password)?);
    recorded(data, &person, name, role, team.as_ref())?;
    let account = Account {
        person: person.clone(),
        name: name.to_owned(),
        role: role.code().to_owned(),
        team: team.map(|team| team.to_string()),
        password_hash,
        disabled: false,
    };
    desk(data)?.put_account(&account)?;
    eprintln!("{name} may sign in as {person}");
    Ok(Answer::Done)
}

/// A worker must be on record too: gates and allocations ask who somebody is and which post they hold.
fn recorded(
    data: &Path,
    person: &PersonId,
    name: &str,
    role: Role,
    team: Option<&PersonId>,
) -> Result<(), Failure> {
    // Somebody on record already may be given a new password while the service runs.
    if !Authority::open_for_reading(data)?.chronology.person(person)?.is_empty() {
        return Ok(());
    }
    let authority = Authority::open(data)?;
    let mut draft = Draft::by(PersonId::new("onen")?, Role::Administrator.code());
    let (forename, surname) =
        name.rsplit_once(' ').map_or((name, None), |(forename, surname)| (forename, Some(surname)));
    let who = PersonIdentified {
        category: Some(PersonCategory::Professional),
        forename: Some(forename.to_owned()),
        surname: surname.map(str::to_owned),
        ..PersonIdentified::default()
    };
    let post = PostFilled { role: Some(role), team: team.cloned(), ..PostFilled::default() };
    for (kind, body) in [
        (<PersonIdentified as Typed>::INFO.kind, who.body()),
        (<PostFilled as Typed>::INFO.kind, post.body()),
    ] {
        let mut entry = EntryDraft::new(person.clone(), kind, today());
        entry.body = body;
        draft.entries.push(entry);
    }
    authority.chronology.append(draft)?;
    Ok(())
}
