//! A file kept with the record: a drawing, a photograph, a sound, a document.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chronology::PersonId;
use sha2::{Digest, Sha256};

use crate::App;
use crate::forms::Upload;
use crate::problem::Problem;
use crate::session::SignedIn;

/// What may be kept: its first bytes, its ending, its media type. Nothing that a browser would run.
const KINDS: [(&[u8], &str, &str); 8] = [
    (b"\x89PNG", "png", "image/png"),
    (b"\xff\xd8\xff", "jpg", "image/jpeg"),
    (b"GIF8", "gif", "image/gif"),
    (b"RIFF", "webp", "image/webp"),
    (b"%PDF", "pdf", "application/pdf"),
    (b"ID3", "mp3", "audio/mpeg"),
    (b"\xff\xfb", "mp3", "audio/mpeg"),
    (b"OggS", "ogg", "audio/ogg"),
];

/// The largest file that is kept, in bytes.
const FILE_BYTES_MAX: usize = 10 * 1024 * 1024;

/// Keeps a file under the digest of what is in it, and answers the name by which the record knows it.
pub(crate) fn keep(app: &App, upload: &Upload) -> Result<String, Problem> {
    if upload.bytes.len() > FILE_BYTES_MAX {
        let sentence = format!("“{}” is too large: 10 MB is the most", upload.file_name);
        return Err(Problem::Refused(sentence));
    }
    let kind = KINDS.iter().find(|(start, _, _)| upload.bytes.starts_with(start));
    let Some((_, ending, _)) = kind else {
        let sentence = format!(
            "“{}” cannot be kept: use a PNG, JPEG, GIF or WebP picture, a PDF, or an MP3 or Ogg sound",
            upload.file_name
        );
        return Err(Problem::Refused(sentence));
    };
    let digest: String = Sha256::digest(&upload.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{digest}.{ending}");
    let folder = app.folder.join("files");
    let wrong = |fault: std::io::Error| Problem::fault(format!("{}: {fault}", folder.display()));
    std::fs::create_dir_all(&folder).map_err(wrong)?;
    let path = folder.join(&name);
    if !path.exists() {
        let partial = folder.join(format!("{name}.part"));
        std::fs::write(&partial, &upload.bytes).map_err(wrong)?;
        std::fs::rename(&partial, &path).map_err(wrong)?;
    }
    Ok(name)
}

/// Shows a file of a person's record to somebody who may open that record.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((person, name)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let person = PersonId::new(&person).map_err(|_| Problem::NotFound)?;
    let pass = app.pass(&signed_in.who, &person).await?;
    let around = app.around(&pass)?;
    let named = |entry: &record::TimelineEntry| {
        entry.event.body().values().any(|value| value.as_str() == Some(&name))
    };
    if !around.timeline.entries.iter().any(named) {
        return Err(Problem::NotFound);
    }
    shown(&app, &name)
}

/// A kept file by its name, for whoever has been let in to what names it.
pub(crate) fn shown(app: &App, name: &str) -> Result<Response, Problem> {
    let (digest, ending) = name.split_once('.').ok_or(Problem::NotFound)?;
    let plain = digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    let (_, _, media_type) =
        KINDS.iter().find(|(_, known, _)| *known == ending).filter(|_| plain).ok_or(Problem::NotFound)?;
    let bytes = std::fs::read(app.folder.join("files").join(name)).map_err(|_| Problem::NotFound)?;
    Ok(([(header::CONTENT_TYPE, *media_type)], bytes).into_response())
}
