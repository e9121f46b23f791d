//! Rows to recordings and entries.

use std::sync::Arc;

use chronology::{
    Body, Digest, Entry, EntryId, PersonId, Recorded, Recording, RecordingNumber, Salt, Seal, Source,
};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::ReadFault;

/// Beyond every recording that the file can hold.
pub(crate) const ALL: RecordingNumber = RecordingNumber((1 << 47) - 2);

/// An entry's key in its table.
pub(crate) fn entry_key(id: EntryId) -> i64 {
    (id.recording.0 as i64) << 16 | i64::from(id.index)
}

/// The key below which every entry belongs to an earlier recording than `number`.
pub(crate) fn first_key(number: RecordingNumber) -> i64 {
    entry_key(EntryId { recording: number, index: 0 })
}

pub(crate) fn entry_id(key: i64) -> EntryId {
    EntryId::new((key >> 16) as u64, (key & 0xffff) as u16)
}

pub(crate) fn instant(nanoseconds: i64) -> Result<Timestamp, ReadFault> {
    Timestamp::from_nanosecond(i128::from(nanoseconds)).map_err(|error| ReadFault::new(error.to_string()))
}

/// `None` where the instant lies outside the years 1678 to 2261, which the file cannot hold.
pub(crate) fn nanoseconds(moment: Timestamp) -> Option<i64> {
    i64::try_from(moment.as_nanosecond()).ok()
}

const RECORDING: &str =
    "SELECT number, recorded_at, author, role, on_behalf_of, source_file, source_row, key,
  shared, shared_salt, shared_digest, previous_seal, seal FROM recording";

/// Up to `limit` recordings from `first` on, whole, in order.
pub(crate) fn recordings(
    connection: &Connection,
    first: RecordingNumber,
    limit: u64,
) -> Result<Vec<Recording>, ReadFault> {
    let mut all = Vec::new();
    let sql = format!("{RECORDING} WHERE number >= ?1 ORDER BY number LIMIT ?2");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params![first.0 as i64, i64::try_from(limit).unwrap_or(i64::MAX)])?;
    while let Some(row) = rows.next()? {
        let number = row.get::<_, i64>(0)?;
        all.push(
            recording(connection, row)
                .map_err(|fault| ReadFault::new(format!("recording {number}: {}", fault.message)))?,
        );
    }
    Ok(all)
}

fn recording(connection: &Connection, row: &Row<'_>) -> Result<Recording, ReadFault> {
    let number = RecordingNumber(row.get::<_, i64>(0)? as u64);
    let source = match (row.get(5)?, row.get(6)?) {
        (Some(file), Some(row)) => Some(Source { file, row }),
        (None, None) => None,
        _ => return Err(ReadFault::new("half of its source is missing")),
    };
    Ok(Recording {
        number,
        recorded_at: instant(row.get(1)?)?,
        author: person(row.get_ref(2)?.as_str().map_err(text)?)?,
        role: row.get(3)?,
        on_behalf_of: row.get(4)?,
        source,
        key: row.get(7)?,
        shared: body_at(row, 8)?,
        shared_salt: row.get::<_, Option<Vec<u8>>>(9)?.map(|bytes| salt(&bytes)).transpose()?,
        shared_digest: Digest(bytes(row, 10)?),
        previous_seal: Seal(bytes(row, 11)?),
        seal: Seal(bytes(row, 12)?),
        entries: entries(connection, number)?,
    })
}

fn entries(connection: &Connection, number: RecordingNumber) -> Result<Vec<Entry>, ReadFault> {
    let mut statement = connection.prepare_cached(
        "SELECT id, about, kind, version, occurred, shares, body, salt, digest FROM entry
         WHERE id >= ?1 AND id < ?2 ORDER BY id",
    )?;
    let mut rows = statement.query([first_key(number), first_key(number.next())])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let id = entry_id(row.get(0)?);
        let named = |fault: ReadFault| ReadFault::new(format!("entry {id}: {}", fault.message));
        if usize::from(id.index) != all.len() {
            return Err(named(ReadFault::new("an entry before it is missing")));
        }
        all.push(entry(row).map_err(named)?);
    }
    Ok(all)
}

fn entry(row: &Row<'_>) -> Result<Entry, ReadFault> {
    Ok(Entry {
        about: person(row.get_ref(1)?.as_str().map_err(text)?)?,
        kind: row.get(2)?,
        version: row.get(3)?,
        occurred: row.get_ref(4)?.as_str().map_err(text)?.parse().map_err(ReadFault::new)?,
        shares: shares(row.get(5)?)?,
        body: body_at(row, 6)?,
        salt: row.get::<_, Option<Vec<u8>>>(7)?.map(|bytes| salt(&bytes)).transpose()?,
        digest: Digest(bytes(row, 8)?),
    })
}

const RECORDED: &str = "SELECT e.id, e.about, e.kind, e.version, e.occurred, e.shares, e.body,
  r.recorded_at, r.author, r.role, r.on_behalf_of, r.source_file, r.source_row,
  CASE WHEN e.shares THEN r.shared END
  FROM entry e JOIN recording r ON r.number = e.id >> 16";

/// One person's entries, under this id alone, up to and including the recording `last`, in order.
pub(crate) fn entries_about(
    connection: &Connection,
    about: &PersonId,
    last: RecordingNumber,
) -> Result<Vec<Arc<Recorded>>, ReadFault> {
    let sql = format!("{RECORDED} WHERE e.about = ?1 AND e.id < ?2 ORDER BY e.id");
    let mut statement = connection.prepare_cached(&sql)?;
    collect(statement.query(params![about.as_str(), first_key(last.next())])?)
}

/// The entries of everyone whose id lies between two, up to and including the recording `last`, ordered by
/// person, then entry.
pub(crate) fn entries_between(
    connection: &Connection,
    (from, to): (&str, &str),
    last: RecordingNumber,
) -> Result<Vec<Arc<Recorded>>, ReadFault> {
    let sql = format!("{RECORDED} WHERE e.about BETWEEN ?1 AND ?2 AND e.id < ?3 ORDER BY e.about, e.id");
    let mut statement = connection.prepare_cached(&sql)?;
    collect(statement.query(params![from, to, first_key(last.next())])?)
}

/// Every entry of one kind, in the order they were recorded.
pub(crate) fn entries_of_kind(connection: &Connection, kind: &str) -> Result<Vec<Arc<Recorded>>, ReadFault> {
    let sql = format!("{RECORDED} WHERE e.kind = ?1 ORDER BY e.id");
    let mut statement = connection.prepare_cached(&sql)?;
    collect(statement.query([kind])?)
}

/// One recording's entries, as they are read.
pub(crate) fn entries_of(
    connection: &Connection,
    number: RecordingNumber,
) -> Result<Vec<Arc<Recorded>>, ReadFault> {
    let sql = format!("{RECORDED} WHERE e.id >= ?1 AND e.id < ?2 ORDER BY e.id");
    let mut statement = connection.prepare_cached(&sql)?;
    collect(statement.query([first_key(number), first_key(number.next())])?)
}

fn collect(mut rows: rusqlite::Rows<'_>) -> Result<Vec<Arc<Recorded>>, ReadFault> {
    let mut all: Vec<Arc<Recorded>> = Vec::new();
    while let Some(row) = rows.next()? {
        let id = entry_id(row.get(0)?);
        let read = recorded(row, id, all.last().map(Arc::as_ref));
        all.push(Arc::new(read.map_err(|fault| ReadFault::new(format!("entry {id}: {}", fault.message)))?));
    }
    Ok(all)
}

fn recorded(row: &Row<'_>, id: EntryId, before: Option<&Recorded>) -> Result<Recorded, ReadFault> {
    let body = match (body_at(row, 6)?, body_at(row, 13)?) {
        // As `chronology::merged`, without copying: the own part wins.
        (Some(own), Some(mut shared)) => {
            shared.extend(own);
            Some(shared)
        }
        (own, _) => own,
    };
    let source = match (row.get(11)?, row.get(12)?) {
        (Some(file), Some(row)) => Some(Source { file, row }),
        _ => None,
    };
    // One person's entries name the same few people again and again.
    let person_like = |column: usize, last: Option<&PersonId>| {
        let name = row.get_ref(column)?.as_str().map_err(text)?;
        match last {
            Some(last) if last.as_str() == name => Ok(last.clone()),
            _ => person(name),
        }
    };
    Ok(Recorded {
        id,
        about: person_like(1, before.map(|before| &before.about))?,
        kind: row.get(2)?,
        version: row.get(3)?,
        occurred: row.get_ref(4)?.as_str().map_err(text)?.parse().map_err(ReadFault::new)?,
        recorded_at: instant(row.get(7)?)?,
        author: person_like(8, before.map(|before| &before.author))?,
        role: row.get(9)?,
        on_behalf_of: row.get(10)?,
        source,
        body,
    })
}

/// The last recording's row, whose entries are left out.
pub(crate) fn last_recording(connection: &Connection) -> Result<Option<(u64, i64, Seal)>, ReadFault> {
    let mut statement = connection
        .prepare_cached("SELECT number, recorded_at, seal FROM recording ORDER BY number DESC LIMIT 1")?;
    let found = statement
        .query_row([], |row| Ok((row.get::<_, i64>(0)? as u64, row.get(1)?, row.get::<_, Vec<u8>>(2)?)))
        .optional()?;
    found.map(|(number, at, seal)| Ok((number, at, Seal(sized(&seal)?)))).transpose()
}

pub(crate) fn person(text: &str) -> Result<PersonId, ReadFault> {
    PersonId::new(text).map_err(ReadFault::new)
}

fn shares(value: i64) -> Result<bool, ReadFault> {
    match value {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(ReadFault::new("whether it shares words is neither yes nor no")),
    }
}

fn body_at(row: &Row<'_>, column: usize) -> Result<Option<Body>, ReadFault> {
    match row.get_ref(column)?.as_str_or_null().map_err(text)? {
        None => Ok(None),
        Some(json) => {
            serde_json::from_str(json).map(Some).map_err(|_| ReadFault::new("its words are not JSON"))
        }
    }
}

fn bytes<const LENGTH: usize>(row: &Row<'_>, column: usize) -> Result<[u8; LENGTH], ReadFault> {
    sized(row.get_ref(column)?.as_blob().map_err(text)?)
}

fn sized<const LENGTH: usize>(bytes: &[u8]) -> Result<[u8; LENGTH], ReadFault> {
    bytes.try_into().map_err(|_| ReadFault::new(format!("{} bytes where {LENGTH} belong", bytes.len())))
}

fn salt(bytes: &[u8]) -> Result<Salt, ReadFault> {
    sized(bytes).map(Salt)
}

fn text(error: rusqlite::types::FromSqlError) -> ReadFault {
    ReadFault::new(error.to_string())
}
