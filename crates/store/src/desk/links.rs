//! One-time links by which somebody without an account may send one message. Kept as their SHA-256 only.

use chronology::PersonId;
use jiff::{SignedDuration, Timestamp};
use rusqlite::{OptionalExtension, params};

use super::{Desk, digest, moment, person_at, secret};
use crate::ReadFault;

/// Somebody's right to send one message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneTimeLink {
    /// Whom it was given to: “Dr Kay, Quay Surgery”.
    pub label: String,
    /// The kind of agency, by its code.
    pub agency: String,
    /// Who gave it.
    pub given_by: PersonId,
    /// When it stops working.
    pub expires: Timestamp,
    /// When it was used.
    pub used: Option<Timestamp>,
}

impl Desk {
    /// Gives somebody a link, and answers its secret: it cannot be shown again.
    pub fn give_link(
        &self,
        label: &str,
        agency: &str,
        given_by: &PersonId,
        lasts: SignedDuration,
    ) -> Result<String, ReadFault> {
        let (link, digest) = secret()?;
        let expires = (self.now() + lasts).as_millisecond();
        self.writing()
            .prepare_cached(
                "INSERT INTO one_time_link (token_digest, label, agency, given_by, expires)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![digest, label, agency, given_by.as_str(), expires])?;
        Ok(link)
    }

    /// What a link gives: `None` if there is none, it has expired or it was used.
    pub fn link(&self, link: &str) -> Result<Option<OneTimeLink>, ReadFault> {
        let reading = self.reading();
        let mut statement = reading.prepare_cached(
            "SELECT label, agency, given_by, expires, used FROM one_time_link
             WHERE token_digest = ?1 AND used IS NULL AND expires > ?2",
        )?;
        let now = self.now().as_millisecond();
        let row = statement.query_row(params![digest(link), now], |row| {
            Ok(OneTimeLink {
                label: row.get(0)?,
                agency: row.get(1)?,
                given_by: person_at(row, 2)?,
                expires: moment(row.get(3)?),
                used: row.get::<_, Option<i64>>(4)?.map(moment),
            })
        });
        Ok(row.optional()?)
    }

    /// Uses a link up. `false`: somebody used it first, or it has expired.
    pub fn use_link(&self, link: &str) -> Result<bool, ReadFault> {
        let now = self.now().as_millisecond();
        let writing = self.writing();
        let mut statement = writing.prepare_cached(
            "UPDATE one_time_link SET used = ?2 WHERE token_digest = ?1 AND used IS NULL AND expires > ?2",
        )?;
        Ok(statement.execute(params![digest(link), now])? == 1)
    }
}
