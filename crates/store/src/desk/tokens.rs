//! Tokens by which partner systems use the JSON API. Kept as their SHA-256 only.

use chronology::PersonId;
use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, params};

use super::{Desk, digest, moment, person_at, secret};
use crate::ReadFault;

/// A partner system's right of entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiToken {
    /// What it is called: which system, on whose word.
    pub label: String,
    /// The id under which it records and looks.
    pub person: PersonId,
    /// The role it has.
    pub role: String,
    /// When it was issued.
    pub created: Timestamp,
    /// When it was revoked, if it was.
    pub revoked: Option<Timestamp>,
}

impl Desk {
    /// Issues a token, and answers it: it cannot be shown again.
    pub fn issue_token(&self, label: &str, person: &PersonId, role: &str) -> Result<String, ReadFault> {
        let (token, digest) = secret()?;
        let now = self.now().as_millisecond();
        self.writing()
            .prepare_cached(
                "INSERT INTO api_token (token_digest, label, person, role, created)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![digest, label, person.as_str(), role, now])?;
        Ok(token)
    }

    /// What a token gives, unless it was revoked.
    pub fn token(&self, token: &str) -> Result<Option<ApiToken>, ReadFault> {
        let reading = self.reading();
        let mut statement = reading.prepare_cached(
            "SELECT label, person, role, created, revoked FROM api_token
             WHERE token_digest = ?1 AND revoked IS NULL",
        )?;
        Ok(statement.query_row(params![digest(token)], api_token).optional()?)
    }

    /// Every token ever issued, the latest first.
    pub fn tokens(&self) -> Result<Vec<ApiToken>, ReadFault> {
        let reading = self.reading();
        let mut statement = reading.prepare_cached(
            "SELECT label, person, role, created, revoked FROM api_token ORDER BY created DESC, label",
        )?;
        Ok(statement.query_map([], api_token)?.collect::<Result<_, _>>()?)
    }

    /// Revokes every token of this label; answers how many there were.
    pub fn revoke_tokens(&self, label: &str) -> Result<usize, ReadFault> {
        let now = self.now().as_millisecond();
        let writing = self.writing();
        let mut statement = writing
            .prepare_cached("UPDATE api_token SET revoked = ?2 WHERE label = ?1 AND revoked IS NULL")?;
        Ok(statement.execute(params![label, now])?)
    }
}

fn api_token(row: &Row<'_>) -> rusqlite::Result<ApiToken> {
    Ok(ApiToken {
        label: row.get(0)?,
        person: person_at(row, 1)?,
        role: row.get(2)?,
        created: moment(row.get(3)?),
        revoked: row.get::<_, Option<i64>>(4)?.map(moment),
    })
}
