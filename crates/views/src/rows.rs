//! The rows of one person: computed as plain values, then written together.

use chronology::{EntryId, PersonId};
use jiff::civil::Date;
use record::events::{
    ConferenceBooked, ConferenceHeld, CoreGroupHeld, SeenAlone, StrategyDiscussionHeld, VisitMade, YesNo,
};
use record::timeline::Span;
use record::{Choices, Timeline};
use rules::indicators::{Case, INDICATORS};
use rules::{Duty, Found};
use rusqlite::{Connection, params};

use crate::{Around, Card, ViewFault, matching, schema};

/// Everything the views hold of one person.
pub(crate) struct Rows {
    card: Card,
    known_as: Vec<PersonId>,
    manager: Option<PersonId>,
    opened: Option<Date>,
    seen: [Option<Date>; 2],
    duties: Vec<Duty>,
    findings: Vec<(&'static str, Found)>,
    cases: Vec<(&'static str, Case, Option<PersonId>)>,
    contacts: Vec<record::timeline::Contact>,
    meetings: Vec<Meeting>,
    awaiting: Vec<crate::acts::Waiting>,
    oversight: Vec<crate::acts::Act>,
    matters: Vec<crate::matters::MatterRow>,
    plans: Vec<crate::plans::PlanRow>,
    allocations: Vec<(Span, Option<PersonId>, Option<PersonId>)>,
    stays: Vec<(Span, PersonId)>,
    circle: Vec<PersonId>,
    words: String,
}

struct Meeting {
    entry: EntryId,
    kind: &'static str,
    sort: Option<String>,
    on: Date,
    time: Option<String>,
    place: Option<String>,
    chair: Option<PersonId>,
    held: bool,
}

impl Rows {
    /// Computes a person's rows. `known_as` are the other ids that stand as this person.
    pub(crate) fn of(around: &Around, known_as: Vec<PersonId>) -> Self {
        let (timeline, circle) = (&*around.timeline, around.circle());
        let card = Card::of(&around.person, timeline);
        let author = |case: &Case| Some(timeline.entry(*case.entries.first()?)?.author().clone());
        let cases = INDICATORS.iter().flat_map(|i| (i.cases)(&circle).into_iter().map(|case| (i.id, case)));
        let cases = cases.map(|(id, case)| {
            let by = author(&case);
            (id, case, by)
        });
        let duties = rules::timescales::duties(&circle);
        Self {
            known_as,
            manager: circle.manager_on(Date::MAX).cloned(),
            opened: timeline.involvements.last().filter(|i| i.span.open()).map(|i| i.span.from),
            seen: last_seen(timeline),
            plans: crate::plans::of(timeline, &duties),
            duties,
            findings: rules::findings::findings(&circle)
                .into_iter()
                .map(|(rule, found)| (rule.id, found))
                .collect(),
            cases: cases.collect(),
            contacts: timeline.contacts.clone(),
            meetings: meetings(timeline),
            awaiting: crate::acts::awaiting(timeline),
            oversight: crate::acts::of(timeline),
            matters: crate::matters::of(timeline),
            allocations: timeline
                .allocations
                .iter()
                .map(|a| (a.span, a.worker.clone(), a.team.clone()))
                .collect(),
            stays: timeline.stays.iter().map(|stay| (stay.span, stay.household.clone())).collect(),
            circle: around.others.keys().cloned().collect(),
            words: words(&card, timeline),
            card,
        }
    }

    /// Writes the rows. The person has none yet, or they have been cleared.
    pub(crate) fn write(&self, to: &Connection) -> Result<(), ViewFault> {
        let key = self.write_person(to)?;
        self.write_duties(to, key)?;
        self.write_findings(to, key)?;
        self.write_cases(to, key)?;
        self.write_contacts(to, key)?;
        self.write_meetings(to, key)?;
        let mut put = to.prepare_cached("INSERT INTO awaiting VALUES (?1, ?2, ?3, ?4, ?5)")?;
        for (what, since, entry, author) in &self.awaiting {
            put.execute(params![key, what, since.to_string(), entry.to_string(), author.as_str()])?;
        }
        crate::acts::write(&self.oversight, to, key)?;
        crate::matters::write(&self.matters, to, key)?;
        crate::plans::write(&self.plans, to, key)?;
        let mut put = to.prepare_cached("INSERT INTO allocation VALUES (?1, ?2, ?3, ?4, ?5)")?;
        for (span, worker, team) in &self.allocations {
            let (worker, team) = (worker.as_ref().map(PersonId::as_str), team.as_ref().map(PersonId::as_str));
            put.execute(params![key, worker, team, span.from.to_string(), text(span.to)])?;
        }
        let mut put = to.prepare_cached("INSERT INTO stay VALUES (?1, ?2, ?3, ?4)")?;
        for (span, household) in &self.stays {
            put.execute(params![key, household.as_str(), span.from.to_string(), text(span.to)])?;
        }
        let mut put = to.prepare_cached("INSERT OR IGNORE INTO circle VALUES (?1, ?2)")?;
        for member in &self.circle {
            put.execute(params![key, member.as_str()])?;
        }
        let mut put = to.prepare_cached("INSERT OR REPLACE INTO known_as VALUES (?1, ?2)")?;
        for other in &self.known_as {
            put.execute(params![other.as_str(), self.card.id])?;
        }
        if !self.card.sealed {
            let mut put = to.prepare_cached("INSERT OR IGNORE INTO match_key VALUES (?1, ?2)")?;
            for match_key in matching::candidate_keys(&self.card.candidate()) {
                put.execute(params![match_key, key])?;
            }
            let mut put = to.prepare_cached("INSERT INTO person_words(rowid, words) VALUES (?1, ?2)")?;
            put.execute(params![key, self.words])?;
        }
        Ok(())
    }

    fn write_person(&self, to: &Connection) -> Result<i64, ViewFault> {
        let card = &self.card;
        let mut put = to.prepare_cached(
            "INSERT INTO person(id, category, name, birth, sex, stage, opened, worker, team, manager, household, died, restricted,
               sealed, last_seen, last_seen_alone, card) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17)",
        )?;
        let whole = serde_json::to_string(card).map_err(|fault| ViewFault::new(fault.to_string()))?;
        put.execute(params![
            card.id,
            card.category,
            card.name,
            text(card.birth),
            card.sex,
            card.stage,
            text(self.opened),
            card.worker,
            card.team,
            self.manager.as_ref().map(PersonId::as_str),
            card.household,
            text(card.died_on),
            card.restricted,
            card.sealed,
            text(self.seen[0]),
            text(self.seen[1]),
            whole
        ])?;
        Ok(to.last_insert_rowid())
    }

    fn write_duties(&self, to: &Connection, key: i64) -> Result<(), ViewFault> {
        let mut put = to.prepare_cached("INSERT INTO duty VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11)")?;
        for duty in &self.duties {
            let stopped_by = duty.run.stopped.map(|(id, _)| id.to_string());
            let open_until = duty.stopped_on().or(duty.run.lapsed_on).unwrap_or(schema::NEVER);
            put.execute(params![
                key,
                duty.timescale.id,
                duty.started_on().to_string(),
                duty.run.started.0.to_string(),
                text(duty.due_on),
                text(duty.stopped_on()),
                stopped_by,
                duty.in_time,
                text(duty.run.lapsed_on),
                duty.because,
                open_until.to_string()
            ])?;
        }
        Ok(())
    }

    fn write_findings(&self, to: &Connection, key: i64) -> Result<(), ViewFault> {
        let mut put = to.prepare_cached("INSERT INTO finding VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)")?;
        for (rule, found) in &self.findings {
            let cleared = found.cleared_on.unwrap_or(schema::NEVER).to_string();
            let waited = found.waited_from.map(|at| at.to_string());
            put.execute(params![
                key,
                rule,
                found.since.to_string(),
                cleared,
                found.because,
                ids(&found.entries),
                found.mend,
                waited,
                found.also.as_ref().map(PersonId::as_str),
                found.agency.map(Choices::code)
            ])?;
        }
        Ok(())
    }

    fn write_cases(&self, to: &Connection, key: i64) -> Result<(), ViewFault> {
        let mut put =
            to.prepare_cached("INSERT INTO indicator_case VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)")?;
        for (indicator, case, author) in &self.cases {
            let (from, end) = case.dated.days();
            let (from, end) = (from.to_string(), text(end));
            put.execute(params![
                key,
                indicator,
                from,
                end,
                case.met,
                case.value,
                case.group,
                case.because,
                ids(&case.entries),
                author.as_ref().map(PersonId::as_str)
            ])?;
        }
        Ok(())
    }

    fn write_contacts(&self, to: &Connection, key: i64) -> Result<(), ViewFault> {
        let mut put = to.prepare_cached(
            "INSERT INTO contact VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19)",
        )?;
        for contact in &self.contacts {
            let said = &contact.said;
            let decided = contact.decided.as_ref();
            let proposed = contact.screened.and_then(|(_, _, proposed)| proposed);
            put.execute(params![
                key,
                contact.by.to_string(),
                number(contact.by),
                contact.received.to_string(),
                contact.rating.map(Choices::code),
                proposed.map(Choices::code),
                said.agency.map(Choices::code),
                said.referrer_name,
                said.worry.as_ref().or(said.what_happened.as_ref()),
                decided.map(|d| d.at.to_string()),
                decided.and_then(|d| d.outcome).map(Choices::code),
                decided.and_then(|d| d.decided_by.as_ref()).map(PersonId::as_str),
                contact.informed.map(|(_, at)| at.to_string()),
                contact.reopened.map(|(_, at)| at.to_string()),
                decided.map(|d| d.by.to_string()),
                decided.and_then(|d| d.level_of_need).map(Choices::code),
                decided.and_then(|d| d.refusal).map(Choices::code),
                decided.and_then(|d| d.threshold_version.as_ref()),
                decided
                    .filter(|d| !d.indicators.is_empty())
                    .map(|d| serde_json::json!(d.indicators).to_string())
            ])?;
        }
        Ok(())
    }

    fn write_meetings(&self, to: &Connection, key: i64) -> Result<(), ViewFault> {
        let mut put = to.prepare_cached("INSERT INTO meeting VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)")?;
        for meeting in &self.meetings {
            put.execute(params![
                key,
                meeting.entry.to_string(),
                number(meeting.entry),
                meeting.kind,
                meeting.sort,
                meeting.on.to_string(),
                meeting.time,
                meeting.place,
                meeting.chair.as_ref().map(PersonId::as_str),
                meeting.held
            ])?;
        }
        Ok(())
    }
}

/// Takes out a person's rows; answers whether there were any.
pub(crate) fn clear(person: &PersonId, from: &Connection) -> Result<bool, ViewFault> {
    let mut find = from.prepare_cached("SELECT key FROM person WHERE id = ?1")?;
    let Some(key) = find.query_map([person.as_str()], |row| row.get::<_, i64>(0))?.next().transpose()? else {
        return Ok(false);
    };
    for table in schema::OF_A_PERSON {
        if table == "known_as" {
            from.prepare_cached("DELETE FROM known_as WHERE kept = ?1")?.execute([person.as_str()])?;
        } else {
            from.prepare_cached(&format!("DELETE FROM {table} WHERE person = ?1"))?.execute([key])?;
        }
    }
    from.prepare_cached("DELETE FROM person_words WHERE rowid = ?1")?.execute([key])?;
    from.prepare_cached("DELETE FROM person WHERE key = ?1")?.execute([key])?;
    Ok(true)
}

fn last_seen(timeline: &Timeline) -> [Option<Date>; 2] {
    let seen = || timeline.of::<VisitMade>().filter(|(_, visit)| visit.seen == Some(YesNo::Yes));
    let alone = seen().filter(|(_, visit)| visit.seen_alone == Some(SeenAlone::Yes));
    [seen().map(|(entry, _)| entry.day()).max(), alone.map(|(entry, _)| entry.day()).max()]
}

fn meetings(timeline: &Timeline) -> Vec<Meeting> {
    let mut meetings = Vec::new();
    for (entry, e) in timeline.of::<ConferenceBooked>() {
        let (sort, time, place) =
            (e.conference_type.map(|t| t.label().to_owned()), e.time.clone(), e.place.clone());
        let on = e.on.unwrap_or(entry.day());
        meetings.push(Meeting {
            entry: entry.id,
            kind: "conference.booked",
            sort,
            on,
            time,
            place,
            chair: e.chair.clone(),
            held: false,
        });
    }
    for (entry, e) in timeline.of::<ConferenceHeld>() {
        let sort = e.conference_type.map(|t| t.label().to_owned());
        let held = Meeting {
            entry: entry.id,
            kind: "conference.held",
            sort,
            on: entry.day(),
            time: None,
            place: None,
            chair: e.chair.clone(),
            held: true,
        };
        meetings.push(held);
    }
    for (entry, e) in timeline.of::<StrategyDiscussionHeld>() {
        let chair = e.chair.clone();
        meetings.push(Meeting {
            entry: entry.id,
            kind: "strategy_discussion.held",
            sort: None,
            on: entry.day(),
            time: None,
            place: None,
            chair,
            held: true,
        });
    }
    for (entry, _) in timeline.of::<CoreGroupHeld>() {
        meetings.push(Meeting {
            entry: entry.id,
            kind: "core_group.held",
            sort: None,
            on: entry.day(),
            time: None,
            place: None,
            chair: None,
            held: true,
        });
    }
    meetings
}

/// The words by which the search box finds a person.
fn words(card: &Card, timeline: &Timeline) -> String {
    let mut words: Vec<String> =
        card.names.iter().flat_map(|(forename, surname, _)| [forename.clone(), surname.clone()]).collect();
    words.push(card.name.clone());
    words.extend(card.address.clone());
    words
        .extend(timeline.stays.iter().filter(|stay| !stay.protected).filter_map(|stay| stay.address.clone()));
    words.extend(card.postcodes.iter().cloned());
    words.extend(timeline.identity.identifiers.values().flatten().cloned());
    words.extend(card.job.clone());
    for (_, e) in timeline.of::<record::events::ContactDetailRecorded>() {
        words.extend(e.telephone.clone());
        words.extend(e.email.clone());
    }
    words.sort();
    words.dedup();
    words.join(" ")
}

fn ids(entries: &[EntryId]) -> String {
    entries.iter().map(EntryId::to_string).collect::<Vec<_>>().join(" ")
}

fn text(day: Option<Date>) -> Option<String> {
    day.map(|day| day.to_string())
}

fn number(entry: EntryId) -> i64 {
    i64::try_from(entry.recording.0).unwrap_or(i64::MAX)
}
