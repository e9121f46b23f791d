//! `onen token`: bearer tokens for the JSON API, each tied to a role.

use std::path::Path;

use chronology::PersonId;
use clap::Subcommand;
use record::Choices;
use record::events::Role;
use serde_json::json;
use store::desk::Desk;

use crate::authority::Named;
use crate::failure::{Answer, Failure};
use crate::output::say;

/// What to do with tokens.
#[derive(Subcommand)]
pub(crate) enum Asked {
    /// Issue a token: it is shown once
    Issue {
        /// What it is for: school-system
        label: String,
        /// Who records with it
        #[arg(long)]
        person: String,
        /// In which role
        #[arg(long)]
        role: String,
    },
    /// List tokens, without their secrets
    List,
    /// Revoke the tokens of a label
    Revoke {
        /// The label
        label: String,
    },
}

pub(crate) fn run(data: &Path, asked: &Asked, json: bool) -> Result<Answer, Failure> {
    Named::read(data)?;
    let desk = Desk::open(data, store::system_clock())?;
    match asked {
        Asked::Issue { label, person, role } => {
            let person = PersonId::new(person)?;
            let role = Role::from_code(role).ok_or_else(|| Failure(format!("“{role}” is not a role")))?;
            let token = desk.issue_token(label, &person, role.code())?;
            say!("{}", if json { json!({ "token": token }).to_string() } else { token });
        }
        Asked::List => {
            for token in desk.tokens()? {
                say!(
                    "{}",
                    if json {
                        json!({ "label": token.label, "person": token.person, "role": token.role, "revoked": token.revoked })
                            .to_string()
                    } else {
                        {
                            let state = if token.revoked.is_some() { "revoked" } else { "" };
                            format!("{:<24} {:<24} {:<22} {state}", token.label, token.person, token.role)
                        }
                    }
                );
            }
        }
        Asked::Revoke { label } => {
            let revoked = desk.revoke_tokens(label)?;
            if revoked == 0 {
                return Err(Failure(format!("No token is called “{label}”")));
            }
        }
    }
    Ok(Answer::Done)
}
