//! A police notice as a force sends it: an XML document, alone or within the body of an e-mail.
//!
//! `docs/police-notice.md` describes it. A document that is not right is refused whole, with one sentence that says
//! what is wrong and on which line: a notice half read is a child half seen.
//!
//! ```
//! let xml = "<police_notice><force>F</force><incident_at>2026-05-22T21:40+01:00</incident_at>
//! <sent_at>2026-05-22T23:05+01:00</sent_at><what_happened>A &amp; B quarrelled.</what_happened></police_notice>";
//! let notice = returns::police_notice::read(xml.as_bytes()).unwrap();
//! assert_eq!(notice.what_happened.as_deref(), Some("A & B quarrelled."));
//! let refused = returns::police_notice::read(b"<police_notice><force>F</force></police_notice>").unwrap_err();
//! assert_eq!(refused, "The notice does not say when the incident happened: <incident_at> is missing.");
//! ```

use chronology::Occurred;
use jiff::civil::Date;
use quick_xml::Reader;
use quick_xml::events::Event;
use record::Choices;
use record::events::{PoliceNotificationReceived, ReferredChild, Sex};

/// The largest notice that is read, in bytes.
pub const BYTES_MAX: usize = 256 * 1024;
/// The most children that one notice names.
const CHILDREN_MAX: usize = 30;

/// Reads a notice from the XML, or from an e-mail's body that holds it between other words.
///
/// # Errors
/// One sentence that says what is wrong, and on which line.
pub fn read(body: &[u8]) -> Result<PoliceNotificationReceived, String> {
    if body.len() > BYTES_MAX {
        return Err(format!("The notice is larger than {} KB and was not read.", BYTES_MAX / 1024));
    }
    let text =
        std::str::from_utf8(body.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(body)).map_err(|fault| {
            format!(
                "Line {} is not UTF-8 text: send the notice as UTF-8.",
                line_at(body, fault.valid_up_to())
            )
        })?;
    let (from, to) = within(text)?;
    walk(text, from, to)
}

/// Where the document stands in the text: from its `<!DOCTYPE` or its own first tag, to its last tag.
fn within(text: &str) -> Result<(usize, usize), String> {
    let open = "<police_notice";
    let first = text.find(open).ok_or("There is no <police_notice> in what was sent.")?;
    if let Some(declared) = text
        .find("<!")
        .filter(|at| text[*at..].starts_with("<!DOCTYPE") || text[*at..].starts_with("<!ENTITY"))
    {
        let line = line_at(text.as_bytes(), declared);
        return Err(format!(
            "Line {line} declares a document type: a notice may not, so that nothing in it can grow."
        ));
    }
    let close = "</police_notice>";
    let last = text.rfind(close).ok_or("The notice ends before </police_notice>.")?;
    if text[first + open.len()..].contains(open) {
        return Err("There is more than one <police_notice>: send each by itself.".to_owned());
    }
    Ok((first, last + close.len()))
}

fn walk(text: &str, from: usize, to: usize) -> Result<PoliceNotificationReceived, String> {
    let mut reader = Reader::from_str(&text[from..to]);
    let mut notice = PoliceNotificationReceived::default();
    let mut path: Vec<String> = Vec::new();
    let mut words = String::new();
    let line_of = |position: u64| {
        line_at(text.as_bytes(), from + usize::try_from(position).unwrap_or(usize::MAX).min(to - from))
    };
    loop {
        let line = line_of(reader.buffer_position());
        let event = reader
            .read_event()
            .map_err(|fault| format!("The notice is not well-formed XML: on line {line}, {fault}."))?;
        match event {
            Event::Start(tag) => {
                path.push(tag.local_name().as_ref().to_owned());
                opened(&path, &mut notice, line)?;
                words.clear();
            }
            Event::Empty(tag) => {
                path.push(tag.local_name().as_ref().to_owned());
                opened(&path, &mut notice, line)?;
                path.pop();
            }
            Event::End(_) => {
                closed(&path, &mut notice, words.trim(), line)?;
                words.clear();
                path.pop();
            }
            Event::Text(said) => words.push_str(&said.xml10_content()),
            Event::CData(said) => words.push_str(&said.xml10_content()),
            Event::GeneralRef(reference) => {
                let name = reference.xml10_content();
                let character = match name.as_ref() {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => reference.resolve_char_ref().ok().flatten(),
                };
                words
                    .push(character.ok_or_else(|| {
                        format!("Line {line} names “&{name};”, which XML does not define.")
                    })?);
            }
            Event::DocType(_) => {
                return Err(format!(
                    "Line {line} declares a document type: a notice may not, so that nothing in it can grow."
                ));
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof => break,
        }
    }
    whole(notice)
}

/// Every place a notice has.
const PLACES: [&str; 19] = [
    "police_notice",
    "police_notice/force",
    "police_notice/incident_number",
    "police_notice/incident_kind",
    "police_notice/incident_at",
    "police_notice/sent_at",
    "police_notice/officer",
    "police_notice/officer_reach",
    "police_notice/what_happened",
    "police_notice/address",
    "police_notice/postcode",
    "police_notice/children",
    "police_notice/children/child",
    "police_notice/children/child/forename",
    "police_notice/children/child/surname",
    "police_notice/children/child/date_of_birth",
    "police_notice/children/child/sex",
    "police_notice/children/child/worry",
    "police_notice/children/child/concern_of_harm",
];

fn opened(path: &[String], notice: &mut PoliceNotificationReceived, line: usize) -> Result<(), String> {
    let place = path.join("/");
    if !PLACES.contains(&place.as_str()) {
        let (name, within) = (&path[path.len() - 1], path.get(path.len().wrapping_sub(2)));
        let within = within.map(|within| format!(" in <{within}>")).unwrap_or_default();
        return Err(format!("Line {line} has <{name}>{within}, which a notice does not have there."));
    }
    if place == "police_notice/children/child" {
        if notice.children.len() >= CHILDREN_MAX {
            return Err(format!(
                "Line {line} names one child more than the {CHILDREN_MAX} that a notice may."
            ));
        }
        notice.children.push(ReferredChild::default());
    }
    Ok(())
}

fn closed(
    path: &[String],
    notice: &mut PoliceNotificationReceived,
    words: &str,
    line: usize,
) -> Result<(), String> {
    let Some(name) = path.last().map(String::as_str) else { return Ok(()) };
    let text = Some(words.to_owned()).filter(|words| !words.is_empty());
    if path.iter().any(|step| step == "child") {
        let Some(child) = notice.children.last_mut() else { return Ok(()) };
        match name {
            "forename" => child.forename = text,
            "surname" => child.surname = text,
            "worry" => child.worry = text,
            "date_of_birth" if text.is_some() => child.date_of_birth = Some(day(words, line)?),
            "sex" if text.is_some() => {
                child.sex = Some(Sex::from_code(words).ok_or_else(|| {
                    format!("Line {line}: “{words}” is no sex: write female, male or not_known.")
                })?);
            }
            "concern_of_harm" if text.is_some() => {
                child.concern_of_harm = Some(match words {
                    "yes" => true,
                    "no" => false,
                    _ => return Err(format!("Line {line}: “{words}” is no answer: write yes or no.")),
                });
            }
            _ => {}
        }
        return Ok(());
    }
    match name {
        "force" => notice.force = text,
        "incident_number" => notice.incident_number = text,
        "incident_kind" => notice.incident_kind = text,
        "incident_at" => notice.incident_at = Some(moment(name, words, line)?),
        "sent_at" => notice.sent_at = Some(moment(name, words, line)?),
        "officer" => notice.officer = text,
        "officer_reach" => notice.officer_reach = text,
        "what_happened" => notice.what_happened = text,
        "address" => notice.address = text,
        "postcode" => notice.postcode = text,
        _ => {}
    }
    Ok(())
}

fn moment(name: &str, words: &str, line: usize) -> Result<Occurred, String> {
    let wrong =
        || format!("Line {line}: “{words}” in <{name}> is no time: write it as 2026-05-22T21:40+01:00.");
    let at: Occurred = words.parse().map_err(|_| wrong())?;
    if at.instant().is_some() { Ok(at) } else { Err(wrong()) }
}

fn day(words: &str, line: usize) -> Result<Date, String> {
    words
        .parse()
        .map_err(|_| format!("Line {line}: “{words}” in <date_of_birth> is no day: write it as 2016-11-12."))
}

/// What a notice cannot be without.
fn whole(notice: PoliceNotificationReceived) -> Result<PoliceNotificationReceived, String> {
    let missing =
        |what: &str, name: &str| Err(format!("The notice does not say {what}: <{name}> is missing."));
    if notice.force.is_none() {
        return missing("which force sends it", "force");
    }
    let Some(incident) = notice.incident_at else {
        return missing("when the incident happened", "incident_at");
    };
    let Some(sent) = notice.sent_at else { return missing("when it was sent", "sent_at") };
    if notice.what_happened.is_none() {
        return missing("what happened", "what_happened");
    }
    if sent.instant() < incident.instant() {
        return Err(
            "The notice was sent before the incident happened: <sent_at> is earlier than <incident_at>."
                .to_owned(),
        );
    }
    let nameless = |child: &ReferredChild| child.forename.is_none() && child.surname.is_none();
    if let Some(place) = notice.children.iter().position(nameless) {
        return Err(format!("Child {} of the notice has no name: give <forename> or <surname>.", place + 1));
    }
    Ok(notice)
}

fn line_at(text: &[u8], position: usize) -> usize {
    text[..position.min(text.len())].iter().filter(|byte| **byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTICE: &str = "Dear all,\n\n<police_notice>
  <force>Devon and Cornwall Police</force>
  <incident_number>DC-1</incident_number>
  <incident_kind>Domestic abuse</incident_kind>
  <incident_at>2026-05-22T21:40+01:00</incident_at>
  <sent_at>2026-05-22T23:05+01:00</sent_at>
  <officer>DC Hicks</officer>
  <what_happened>Shouting &amp; a broken door.</what_happened>
  <address>14 Chapel Row</address>
  <children>
    <child>
      <forename>Talan</forename>
      <surname>Rowse</surname>
      <date_of_birth>2015-04-03</date_of_birth>
      <sex>male</sex>
      <worry>He hid in the bath.</worry>
      <concern_of_harm>yes</concern_of_harm>
    </child>
  </children>
</police_notice>\n\nRegards\n";

    #[test]
    fn the_body_of_an_e_mail_is_read_with_its_times_and_children() {
        let notice = read(NOTICE.as_bytes()).unwrap();
        assert_eq!(notice.what_happened.as_deref(), Some("Shouting & a broken door."));
        assert_eq!(notice.sent_at.unwrap().to_string(), "2026-05-22T23:05+01:00");
        let [child] = &notice.children[..] else { panic!("one child") };
        assert_eq!(
            (child.forename.as_deref(), child.sex, child.concern_of_harm),
            (Some("Talan"), Some(Sex::Male), Some(true))
        );
    }

    #[test]
    fn what_is_wrong_is_told_in_one_sentence_with_its_line() {
        let with = |from: &str, to: &str| read(NOTICE.replacen(from, to, 1).as_bytes()).unwrap_err();
        assert_eq!(
            with("2026-05-22T21:40+01:00", "last night"),
            "Line 7: “last night” in <incident_at> is no time: write it as 2026-05-22T21:40+01:00."
        );
        assert_eq!(
            with("2015-04-03", "3/4/15"),
            "Line 16: “3/4/15” in <date_of_birth> is no day: write it as 2016-11-12."
        );
        assert_eq!(
            with("<address>14 Chapel Row</address>", "<home>x</home>"),
            "Line 11 has <home> in <police_notice>, which a notice does not have there."
        );
        assert_eq!(
            with("Devon and Cornwall Police", ""),
            "The notice does not say which force sends it: <force> is missing."
        );
        assert!(with("2026-05-22T23:05", "2026-05-20T23:05").contains("sent before the incident"));
        assert!(with("</child>", "").contains("not well-formed XML: on line"));
    }

    #[test]
    fn a_bomb_of_entities_is_refused_before_anything_of_it_is_read() {
        let bomb = format!("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n{NOTICE}");
        assert!(read(bomb.as_bytes()).unwrap_err().starts_with("Line 1 declares a document type"));
        let named = NOTICE.replace("&amp;", "&lol;");
        assert_eq!(read(named.as_bytes()).unwrap_err(), "Line 10 names “&lol;”, which XML does not define.");
        assert!(read(&vec![b'x'; BYTES_MAX + 1]).unwrap_err().contains("larger than 256 KB"));
    }
}
