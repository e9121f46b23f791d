//! `onen account`: who may sign in.

use std::io::BufRead;
use std::path::Path;

use chronology::PersonId;
use clap::Subcommand;
use record::Choices;
use record::events::Role;
use serde_json::json;
use store::Chronology;
use store::desk::{Account, Desk};

use crate::authority::{Named, today};
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
    Named::read(data)?;
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
    let account = Account {
        person: person.clone(),
        name: name.to_owned(),
        role: role.code().to_owned(),
        team: team.map(|team| team.to_string()),
        password_hash,
        disabled: false,
    };
    let desk = desk(data)?;
    // While the service runs it alone may write the record, and does so when the worker first signs in.
    match Chronology::open(data, store::system_clock()) {
        Ok(chronology) => web::session::put_on_record(&chronology, &account, today())?,
        Err(store::OpenFault::Busy(_)) => {}
        Err(fault) => return Err(fault.into()),
    }
    desk.put_account(&account)?;
    eprintln!("{name} may sign in as {person}");
    Ok(Answer::Done)
}
