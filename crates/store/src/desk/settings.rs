//! What an authority has set: its name, its practice folder, the day a local changeover happened.

use std::collections::BTreeMap;

use rusqlite::OptionalExtension;

use super::Desk;
use crate::ReadFault;

impl Desk {
    /// What a key is set to.
    pub fn setting(&self, key: &str) -> Result<Option<String>, ReadFault> {
        let reading = self.reading();
        let mut statement = reading.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
        Ok(statement.query_row([key], |row| row.get(0)).optional()?)
    }

    /// Sets a key.
    pub fn set(&self, key: &str, value: &str) -> Result<(), ReadFault> {
        let writing = self.writing();
        writing
            .prepare_cached("INSERT OR REPLACE INTO setting (key, value) VALUES (?1, ?2)")?
            .execute([key, value])?;
        Ok(())
    }

    /// All that is set.
    pub fn settings(&self) -> Result<BTreeMap<String, String>, ReadFault> {
        let reading = self.reading();
        let mut statement = reading.prepare_cached("SELECT key, value FROM setting")?;
        let all = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(all.collect::<Result<_, _>>()?)
    }
}
