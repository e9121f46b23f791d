//! People in short.

use chronology::PersonId;
use rusqlite::OptionalExtension;

use crate::{Card, ViewFault, Views, follow};

impl Views {
    /// The id under which a person is shown, if anything is recorded of them.
    pub fn kept(&self, person: &PersonId) -> Result<Option<PersonId>, ViewFault> {
        self.folder().shown_as(person, || {
            let kept = self.read(|connection| follow::kept(connection, person))?;
            kept.map(|id| PersonId::new(&id).map_err(ViewFault::new)).transpose()
        })
    }

    /// Everybody who shares or shared a household with a person.
    pub(crate) fn household_of(&self, person: &PersonId) -> Result<Vec<PersonId>, ViewFault> {
        let reader = self.inner.readers.lend()?;
        follow::household_of(&reader, person)
    }

    /// Everybody who has a person around: kin, household, the children of a worker.
    pub(crate) fn those_around(&self, person: &PersonId) -> Result<Vec<PersonId>, ViewFault> {
        let reader = self.inner.readers.lend()?;
        follow::those_with(&reader, person)
    }

    /// A person in short. Only names and places in lists: whoever opens the record needs a pass.
    pub fn card(&self, person: &PersonId) -> Result<Option<Card>, ViewFault> {
        let Some(kept) = self.kept(person)? else { return Ok(None) };
        let sql = "SELECT card FROM person WHERE id = ?1";
        let text: Option<String> =
            self.read(|c| c.prepare_cached(sql)?.query_row([kept.as_str()], |row| row.get(0)).optional())?;
        text.map(|text| serde_json::from_str(&text).map_err(|fault| ViewFault::new(fault.to_string())))
            .transpose()
    }

    /// The name of a person or body, or their id where nothing is recorded of them.
    pub fn name(&self, person: &PersonId) -> String {
        let timeline = self.kept(person).ok().flatten().and_then(|kept| self.folder().timeline(&kept).ok());
        timeline.map_or_else(
            || person.to_string(),
            |timeline| timeline.organisation.team_name.clone().unwrap_or_else(|| timeline.identity.name()),
        )
    }

    /// Every professional, team or person of a category, by name.
    pub fn of_category(&self, category: record::events::PersonCategory) -> Result<Vec<Card>, ViewFault> {
        let sql = "SELECT card FROM person WHERE category = ?1 AND sealed = 0 ORDER BY name";
        let code = record::Choices::code(category);
        let texts: Vec<String> =
            self.read(|c| c.prepare_cached(sql)?.query_map([code], |row| row.get(0))?.collect())?;
        texts
            .iter()
            .map(|text| serde_json::from_str(text).map_err(|fault| ViewFault::new(fault.to_string())))
            .collect()
    }

    /// The id of everybody of whom something is recorded, in order.
    pub fn everybody(&self) -> Result<Vec<PersonId>, ViewFault> {
        let ids: Vec<String> = self.read(|c| {
            c.prepare_cached("SELECT id FROM person ORDER BY id")?.query_map([], |row| row.get(0))?.collect()
        })?;
        ids.iter().map(|id| PersonId::new(id).map_err(ViewFault::new)).collect()
    }

    /// Whoever's record is restricted or sealed: lists count them, and name them only to those who may know.
    pub fn guarded(&self) -> Result<Vec<PersonId>, ViewFault> {
        let sql = "SELECT id FROM person WHERE restricted = 1 OR sealed = 1 ORDER BY id";
        let ids: Vec<String> =
            self.read(|c| c.prepare_cached(sql)?.query_map([], |row| row.get(0))?.collect())?;
        ids.iter().map(|id| PersonId::new(id).map_err(ViewFault::new)).collect()
    }

    /// Open children whose work has come as far as one of these stages, in short.
    pub fn at_stages(&self, stages: &[record::timeline::Stage]) -> Result<Vec<Card>, ViewFault> {
        let sql = "SELECT card FROM person WHERE stage = ?1 AND category = 'child' ORDER BY name, id";
        let mut cards = Vec::new();
        for stage in stages {
            let texts: Vec<String> = self
                .read(|c| c.prepare_cached(sql)?.query_map([stage.label()], |row| row.get(0))?.collect())?;
            for text in texts {
                cards.push(serde_json::from_str(&text).map_err(|fault| ViewFault::new(fault.to_string()))?);
            }
        }
        Ok(cards)
    }
}
