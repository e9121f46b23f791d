//! Restricted records that somebody opened with a reason: for a while they are not asked again. Every look still
//! goes into the access log with that reason.

use chronology::PersonId;
use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};

use super::Desk;
use crate::ReadFault;

impl Desk {
    /// Keeps the reason for which somebody opened a restricted record, until a moment. What has ended is swept up.
    pub fn keep_opening(
        &self,
        who: &PersonId,
        whom: &PersonId,
        reason: &str,
        until: Timestamp,
    ) -> Result<(), ReadFault> {
        let now = self.now().as_millisecond();
        let mut writing = self.writing();
        let change = writing.transaction()?;
        change.prepare_cached("DELETE FROM opening WHERE until <= ?1")?.execute([now])?;
        change
            .prepare_cached(
                "INSERT OR REPLACE INTO opening (who, whom, reason, until) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![who.as_str(), whom.as_str(), reason, until.as_millisecond()])?;
        Ok(change.commit()?)
    }

    /// The reason for which somebody may still open a restricted record.
    pub fn opening(&self, who: &PersonId, whom: &PersonId) -> Result<Option<String>, ReadFault> {
        let sql = "SELECT reason FROM opening WHERE who = ?1 AND whom = ?2 AND until > ?3";
        let reading = self.reading();
        let mut statement = reading.prepare_cached(sql)?;
        let given = params![who.as_str(), whom.as_str(), self.now().as_millisecond()];
        Ok(statement.query_row(given, |row| row.get(0)).optional()?)
    }
}
