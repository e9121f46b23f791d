//! Who may sign in.

use chronology::PersonId;
use rusqlite::{OptionalExtension, Row, params};

use super::{Desk, person_at};
use crate::ReadFault;

/// A worker's account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The worker, under whose id they record.
    pub person: PersonId,
    /// Their name, as shown.
    pub name: String,
    /// The role in which they sign in.
    pub role: String,
    /// Their team, if they have one.
    pub team: Option<String>,
    /// The hash of their password, as the edge that checks it wrote it; `None` if they have none.
    pub password_hash: Option<String>,
    /// Whether they may no longer sign in.
    pub disabled: bool,
}

impl Desk {
    /// Opens an account, or changes the one there is. Disabling an account ends its sessions.
    pub fn put_account(&self, account: &Account) -> Result<(), ReadFault> {
        let mut writing = self.writing();
        let change = writing.transaction()?;
        change
            .prepare_cached(
                "INSERT OR REPLACE INTO account (person, name, role, team, password_hash, disabled)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                account.person.as_str(),
                account.name,
                account.role,
                account.team,
                account.password_hash,
                account.disabled
            ])?;
        if account.disabled {
            change
                .prepare_cached("DELETE FROM session WHERE person = ?1")?
                .execute([account.person.as_str()])?;
        }
        change.commit()?;
        self.inner.accounts.clear();
        self.inner.sessions.clear();
        Ok(())
    }

    /// A worker's account.
    pub fn account(&self, person: &PersonId) -> Result<Option<Account>, ReadFault> {
        if let Some(account) = self.inner.accounts.get(person) {
            return Ok(Some(account));
        }
        let reading = self.reading();
        let mut statement = reading.prepare_cached(
            "SELECT person, name, role, team, password_hash, disabled FROM account WHERE person = ?1",
        )?;
        let found = statement.query_row([person.as_str()], account).optional()?;
        if let Some(account) = &found {
            self.inner.accounts.put(person.clone(), account.clone());
        }
        Ok(found)
    }

    /// All accounts, by id.
    pub fn accounts(&self) -> Result<Vec<Account>, ReadFault> {
        let reading = self.reading();
        let mut statement = reading.prepare_cached(
            "SELECT person, name, role, team, password_hash, disabled FROM account ORDER BY person",
        )?;
        Ok(statement.query_map([], account)?.collect::<Result<_, _>>()?)
    }
}

fn account(row: &Row<'_>) -> rusqlite::Result<Account> {
    Ok(Account {
        person: person_at(row, 0)?,
        name: row.get(1)?,
        role: row.get(2)?,
        team: row.get(3)?,
        password_hash: row.get(4)?,
        disabled: row.get(5)?,
    })
}
