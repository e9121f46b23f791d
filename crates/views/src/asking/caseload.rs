//! What each worker carries: children one by one, the families they make, and brothers and sisters of whom nobody
//! has made a record.

use std::collections::{BTreeMap, BTreeSet};

use chronology::PersonId;
use jiff::civil::Date;
use record::events::{CaseloadReviewed, PersonCategory, PostFilled, Role};
use rules::{Settings, caseload};
use rusqlite::params;

use crate::schema::HOLDS;
use crate::{Card, ChildOnList, ViewFault, Views};

/// Somebody who holds a post, with the children whose named worker they are.
#[derive(Clone, Debug)]
pub struct Caseload {
    /// The worker.
    pub worker: Card,
    /// The post they hold.
    pub post: PostFilled,
    /// Whether they are a registered social worker.
    pub registered: bool,
    /// Their children, by name.
    pub children: Vec<ChildOnList>,
    /// The last look at the caseload with a manager, and its day.
    pub reviewed: Option<(Date, CaseloadReviewed)>,
}

impl Caseload {
    /// The children by the household in which they live; a child without one is a family alone.
    pub fn families(&self) -> Vec<Vec<&ChildOnList>> {
        let mut families: BTreeMap<&str, Vec<&ChildOnList>> = BTreeMap::new();
        for child in &self.children {
            families
                .entry(child.card.household.as_deref().unwrap_or(&child.card.id))
                .or_default()
                .push(child);
        }
        families.into_values().collect()
    }

    /// The most children they may have.
    pub fn limit(&self, settings: &Settings) -> u32 {
        caseload::limit(settings, &self.post)
    }

    /// The weight of their children together.
    pub fn weight(&self, settings: &Settings) -> u32 {
        self.children.iter().map(|child| caseload::weight(settings, &child.card.stage, &self.post)).sum()
    }

    /// Whether the worker is newly qualified and protected.
    pub fn protected(&self) -> bool {
        self.post.protected_caseload == Some(true)
    }

    /// Whether somebody in this post would hold children.
    pub fn holds_cases(&self) -> bool {
        !self.children.is_empty() || matches!(self.post.role, Some(Role::SocialWorker))
    }
}

impl Views {
    /// Everybody who holds a post on a day, in a team or anywhere, with their children: the heaviest first.
    pub fn caseloads(&self, team: Option<&PersonId>, today: Date) -> Result<Vec<Caseload>, ViewFault> {
        let mut all = Vec::new();
        for worker in self.of_category(PersonCategory::Professional)? {
            let Ok(id) = PersonId::new(&worker.id) else { continue };
            let timeline = self.folder().timeline(&id)?;
            let Some(post) = timeline.organisation.post_on(today) else { continue };
            if team.is_some_and(|team| post.said.team.as_ref() != Some(team)) {
                continue;
            }
            let mut reviews = timeline.of::<CaseloadReviewed>().filter(|(entry, _)| entry.day() <= today);
            all.push(Caseload {
                post: post.said.clone(),
                registered: timeline.organisation.qualified_on(today),
                children: self.caseload(&worker.id, today)?,
                reviewed: reviews.next_back().map(|(entry, review)| (entry.day(), review.clone())),
                worker,
            });
        }
        let settings = self.settings();
        all.sort_by_cached_key(|one| (std::cmp::Reverse(one.weight(settings)), one.worker.name.clone()));
        Ok(all)
    }

    /// For each open child whose brothers or sisters nobody has recorded: who they are, by the child's id.
    pub fn siblings_unrecorded(
        &self,
        today: Date,
    ) -> Result<BTreeMap<String, BTreeSet<PersonId>>, ViewFault> {
        let sql = format!(
            "SELECT DISTINCT p.id FROM finding f JOIN person p ON p.key = f.person
             WHERE f.finding = 'sibling-unrecorded' AND p.worker IS NOT NULL AND {HOLDS}"
        );
        let children: Vec<String> = self.read(|c| {
            c.prepare_cached(&sql)?.query_map(params![today.to_string()], |row| row.get(0))?.collect()
        })?;
        let mut all = BTreeMap::new();
        for child in children {
            let id = PersonId::new(&child).map_err(ViewFault::new)?;
            let around = self.folder().around_now(&id, || self.household_of(&id))?;
            all.insert(child, caseload::siblings_unrecorded(&around.circle()).into_iter().collect());
        }
        Ok(all)
    }
}
