//! Forms half filled in. Every save is a version, so that a worker can go back to how it stood at 13:58.

use std::fmt;

use chronology::PersonId;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::Value;

use super::{Desk, moment, person_at};
use crate::ReadFault;

/// A draft's id: not to be guessed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(String);

impl DraftId {
    /// Takes the text of an address as an id. It may name no draft.
    pub fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DraftId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A draft as it was last saved, or as it was saved at some version.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedDraft {
    /// Its id.
    pub id: DraftId,
    /// Whose it is.
    pub author: PersonId,
    /// Which form is being filled in.
    pub form: String,
    /// Whom and what it is about, as the form's page keeps it.
    pub about: Value,
    /// The answers so far.
    pub body: Value,
    /// The number of this version, from 1.
    pub version: u32,
    /// When this version was saved.
    pub saved_at: Timestamp,
}

/// A version that can be gone back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DraftVersion {
    /// Its number.
    pub version: u32,
    /// When it was saved.
    pub saved_at: Timestamp,
}

/// So many of the latest versions are all kept; of older ones the last of each minute.
const ALL_KEPT: u32 = 20;

const DRAFT: &str = "SELECT d.id, d.author, d.form, d.about, v.body, v.version, v.saved_at
  FROM draft d JOIN draft_version v ON v.draft = d.id";
const LATEST: &str = "v.version = (SELECT max(version) FROM draft_version WHERE draft = d.id)";

impl Desk {
    /// Begins a draft.
    pub fn begin_draft(
        &self,
        author: &PersonId,
        form: &str,
        about: &Value,
        body: &Value,
    ) -> Result<SavedDraft, ReadFault> {
        let id = DraftId(super::secret()?.0[..32].to_owned());
        let now = self.now();
        let mut writing = self.writing();
        let change = writing.transaction()?;
        change
            .prepare_cached("INSERT INTO draft (id, author, form, about) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![id.as_str(), author.as_str(), form, about.to_string()])?;
        add_version(&change, &id, 1, body, now)?;
        change.commit()?;
        drop(writing);
        self.draft(&id)?.ok_or_else(|| ReadFault::new("a draft just saved is not there"))
    }

    /// Saves a draft's answers as a new version, unless nothing changed. `None` if there is no such draft.
    pub fn save_draft(&self, id: &DraftId, body: &Value) -> Result<Option<SavedDraft>, ReadFault> {
        let now = self.now();
        let mut writing = self.writing();
        let change = writing.transaction()?;
        let Some(last) = latest(&change, id)? else { return Ok(None) };
        if last.body != *body {
            add_version(&change, id, last.version + 1, body, now)?;
            thin_out(&change, id, last.version + 1)?;
        }
        let saved = latest(&change, id)?;
        change.commit()?;
        Ok(saved)
    }

    /// A draft as last saved.
    pub fn draft(&self, id: &DraftId) -> Result<Option<SavedDraft>, ReadFault> {
        latest(&self.reading(), id)
    }

    /// A worker's drafts as last saved, the latest first.
    pub fn drafts_of(&self, author: &PersonId) -> Result<Vec<SavedDraft>, ReadFault> {
        let reading = self.reading();
        let sql = format!("{DRAFT} WHERE d.author = ?1 AND {LATEST} ORDER BY v.saved_at DESC, d.id");
        let mut statement = reading.prepare_cached(&sql)?;
        Ok(statement.query_map([author.as_str()], saved)?.collect::<Result<_, _>>()?)
    }

    /// The versions that a draft can go back to, the latest first.
    pub fn draft_versions(&self, id: &DraftId) -> Result<Vec<DraftVersion>, ReadFault> {
        let reading = self.reading();
        let mut statement = reading.prepare_cached(
            "SELECT version, saved_at FROM draft_version WHERE draft = ?1 ORDER BY version DESC",
        )?;
        let versions = statement.query_map([id.as_str()], |row| {
            Ok(DraftVersion { version: row.get(0)?, saved_at: moment(row.get(1)?) })
        })?;
        Ok(versions.collect::<Result<_, _>>()?)
    }

    /// A draft as it stood at a version, which is still there to read after going back.
    pub fn draft_at_version(&self, id: &DraftId, version: u32) -> Result<Option<SavedDraft>, ReadFault> {
        let reading = self.reading();
        let sql = format!("{DRAFT} WHERE d.id = ?1 AND v.version = ?2");
        let mut statement = reading.prepare_cached(&sql)?;
        Ok(statement.query_row(params![id.as_str(), version], saved).optional()?)
    }

    /// Goes back to a version, by saving it again: nothing is lost by it. `None` if there is no such version.
    pub fn undo_draft_to(&self, id: &DraftId, version: u32) -> Result<Option<SavedDraft>, ReadFault> {
        match self.draft_at_version(id, version)? {
            Some(earlier) => self.save_draft(id, &earlier.body),
            None => Ok(None),
        }
    }

    /// Throws a draft away with all its versions, once it has been recorded or is not wanted.
    pub fn discard_draft(&self, id: &DraftId) -> Result<(), ReadFault> {
        let mut writing = self.writing();
        let change = writing.transaction()?;
        change.prepare_cached("DELETE FROM draft_version WHERE draft = ?1")?.execute([id.as_str()])?;
        change.prepare_cached("DELETE FROM draft WHERE id = ?1")?.execute([id.as_str()])?;
        Ok(change.commit()?)
    }
}

fn latest(connection: &Connection, id: &DraftId) -> Result<Option<SavedDraft>, ReadFault> {
    let sql = format!("{DRAFT} WHERE d.id = ?1 AND {LATEST}");
    Ok(connection.prepare_cached(&sql)?.query_row([id.as_str()], saved).optional()?)
}

fn add_version(
    connection: &Connection,
    id: &DraftId,
    version: u32,
    body: &Value,
    at: Timestamp,
) -> Result<(), ReadFault> {
    connection
        .prepare_cached("INSERT INTO draft_version (draft, version, body, saved_at) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![id.as_str(), version, body.to_string(), at.as_millisecond()])?;
    Ok(())
}

fn thin_out(connection: &Connection, id: &DraftId, newest: u32) -> Result<(), ReadFault> {
    connection
        .prepare_cached(
            "DELETE FROM draft_version AS old WHERE draft = ?1 AND version <= ?2 AND EXISTS (
               SELECT 1 FROM draft_version later WHERE later.draft = ?1 AND later.version > old.version
               AND later.version <= ?2 AND later.saved_at / 60000 = old.saved_at / 60000)",
        )?
        .execute(params![id.as_str(), newest.saturating_sub(ALL_KEPT)])?;
    Ok(())
}

fn saved(row: &Row<'_>) -> rusqlite::Result<SavedDraft> {
    Ok(SavedDraft {
        id: DraftId(row.get(0)?),
        author: person_at(row, 1)?,
        form: row.get(2)?,
        about: json_at(row, 3)?,
        body: json_at(row, 4)?,
        version: row.get(5)?,
        saved_at: moment(row.get(6)?),
    })
}

fn json_at(row: &Row<'_>, column: usize) -> rusqlite::Result<Value> {
    serde_json::from_str(row.get_ref(column)?.as_str()?).map_err(|fault| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, fault.into())
    })
}
