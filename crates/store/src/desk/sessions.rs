//! Who is signed in. The token itself is only ever with the browser; here is its SHA-256.

use chronology::PersonId;
use jiff::{SignedDuration, Timestamp};
use rusqlite::{OptionalExtension, params};

use super::{Desk, digest, moment, person_at, secret};
use crate::ReadFault;

/// A worker signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Whose account.
    pub person: PersonId,
    /// When they signed in.
    pub created: Timestamp,
    /// When they were last seen, to the minute.
    pub last_seen: Timestamp,
    /// When the session ends by itself.
    pub expires: Timestamp,
}

const SEEN_AGAIN_MILLISECONDS: i64 = 60_000;

/// How long a session lasts, in minutes, after its worker was last seen: a desk left in a shared office must not
/// stay open to whoever comes by. Whoever is writing is seen, since drafts are saved.
pub const IDLE_MINUTES: i64 = 30;
const IDLE_MILLISECONDS: i64 = IDLE_MINUTES * 60_000;

impl Desk {
    /// Signs a worker in for `lasting`, and answers the token for their browser. Ended sessions are swept up.
    pub fn open_session(&self, person: &PersonId, lasting: SignedDuration) -> Result<String, ReadFault> {
        let (token, digest) = secret()?;
        let now = self.now().as_millisecond();
        let expires = now.saturating_add(i64::try_from(lasting.as_millis()).unwrap_or(i64::MAX));
        let mut writing = self.writing();
        let change = writing.transaction()?;
        change.prepare_cached("DELETE FROM session WHERE expires <= ?1")?.execute([now])?;
        change
            .prepare_cached(
                "INSERT INTO session (token_digest, person, created, last_seen, expires)
                 VALUES (?1, ?2, ?3, ?3, ?4)",
            )?
            .execute(params![digest, person.as_str(), now, expires])?;
        change.commit()?;
        Ok(token)
    }

    /// The session of a token, if it has neither ended, been revoked nor stood idle; notes that its worker was seen.
    pub fn session(&self, token: &str) -> Result<Option<Session>, ReadFault> {
        let (digest, now) = (digest(token), self.now().as_millisecond());
        let idle = |s: &Session| now - s.last_seen.as_millisecond() >= IDLE_MILLISECONDS;
        let seen_lately = |s: &Session| now - s.last_seen.as_millisecond() < SEEN_AGAIN_MILLISECONDS;
        let lasts = |s: &Session| now < s.expires.as_millisecond() && seen_lately(s);
        if let Some(session) = self.inner.sessions.get(&digest).filter(lasts) {
            return Ok(Some(session));
        }
        let reading = self.reading();
        let mut statement = reading.prepare_cached(
            "SELECT person, created, last_seen, expires FROM session
             WHERE token_digest = ?1 AND expires > ?2",
        )?;
        let found = statement
            .query_row(params![digest, now], |row| {
                Ok(Session {
                    person: person_at(row, 0)?,
                    created: moment(row.get(1)?),
                    last_seen: moment(row.get(2)?),
                    expires: moment(row.get(3)?),
                })
            })
            .optional()?
            .filter(|session| !idle(session));
        drop(statement);
        drop(reading);
        if found.as_ref().is_some_and(|s| now - s.last_seen.as_millisecond() >= SEEN_AGAIN_MILLISECONDS) {
            self.writing()
                .prepare_cached("UPDATE session SET last_seen = ?2 WHERE token_digest = ?1")?
                .execute(params![digest, now])?;
        }
        if let Some(session) = &found {
            let seen = if now - session.last_seen.as_millisecond() >= SEEN_AGAIN_MILLISECONDS {
                moment(now)
            } else {
                session.last_seen
            };
            self.inner.sessions.put(digest, Session { last_seen: seen, ..session.clone() });
        }
        Ok(found)
    }

    /// Ends one session.
    pub fn revoke_session(&self, token: &str) -> Result<(), ReadFault> {
        let writing = self.writing();
        writing
            .prepare_cached("DELETE FROM session WHERE token_digest = ?1")?
            .execute(params![digest(token)])?;
        self.inner.sessions.clear();
        Ok(())
    }

    /// Ends every session of a worker.
    pub fn revoke_sessions_of(&self, person: &PersonId) -> Result<(), ReadFault> {
        let writing = self.writing();
        writing.prepare_cached("DELETE FROM session WHERE person = ?1")?.execute([person.as_str()])?;
        self.inner.sessions.clear();
        Ok(())
    }
}
