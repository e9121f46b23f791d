//! The XML itself: from bytes to a header and one child after another.

use std::io::Read;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, Event};

use super::FileFault;
use super::element::Element;
use super::source::{Source, UTF_16, is_utf_16, lines_in};

/// Deepest nesting followed. The census goes six deep; a file far deeper is something else.
const DEPTH_MAX: usize = 64;

/// What the walk hands over.
pub(super) enum Piece {
    /// The file's header, whole.
    Header(Element),
    /// The list of children begins.
    ChildrenOpened,
    /// One child, whole.
    Child(Element),
    /// An element the schema does not have at that place.
    Unknown { line: u64, within: &'static str, name: String },
    /// Text where only elements belong.
    StrayText { line: u64, within: &'static str, text: String },
}

/// The file's text: UTF-8 with or without a byte-order mark.
pub(super) fn text_of(xml: &[u8]) -> Result<&str, FileFault> {
    if is_utf_16(xml) {
        return Err(fault(1, UTF_16));
    }
    let xml = xml.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(xml);
    std::str::from_utf8(xml).map_err(|error| {
        let line = lines_in(&xml[..error.valid_up_to()]) + 1;
        fault(line, &format!("Line {line} is not UTF-8 text: save the file as UTF-8 and send it again."))
    })
}

/// Goes through the file once, handing each piece to `take` as soon as it is complete. Gives back the first line with
/// a byte that is not UTF-8, if there was one.
pub(super) fn walk(
    from: impl Read,
    take: &mut dyn FnMut(Piece) -> Result<(), FileFault>,
) -> Result<Option<u64>, FileFault> {
    let mut reader = Reader::from_reader(Source::new(from)?);
    let mut open: Vec<Element> = Vec::new();
    let mut finished = false;
    let mut event = Vec::new();
    loop {
        event.clear();
        let line = reader.get_ref().line();
        let read = reader.read_event_into(&mut event).map_err(|error| {
            fault(line, &format!("The file is not well-formed XML: on line {line}, {error}."))
        })?;
        match read {
            Event::Start(tag) => {
                start(&mut open, tag.local_name().as_ref(), line, finished, take)?;
            }
            Event::Empty(tag) => {
                start(&mut open, tag.local_name().as_ref(), line, finished, take)?;
                finished = end(&mut open, take)?;
            }
            Event::End(_) => finished = end(&mut open, take)?,
            Event::Text(words) => add_text(&mut open, &words.xml10_content(), line)?,
            Event::CData(words) => add_text(&mut open, &words.xml10_content(), line)?,
            Event::GeneralRef(reference) => add_reference(&mut open, &reference, line)?,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            Event::Eof => break,
        }
    }
    let line = reader.get_ref().line();
    match open.last() {
        Some(element) => Err(fault(
            line,
            &format!(
                "The file ends on line {line} before <{}> of line {} is closed.",
                element.name, element.line
            ),
        )),
        None if !finished => Err(fault(line, &format!("The file holds no XML (it ends on line {line})."))),
        None => Ok(reader.get_ref().first_not_utf_8()),
    }
}

fn start(
    open: &mut Vec<Element>,
    name: &str,
    line: u64,
    finished: bool,
    take: &mut dyn FnMut(Piece) -> Result<(), FileFault>,
) -> Result<(), FileFault> {
    if open.is_empty() && finished {
        return Err(fault(
            line,
            &format!("The file is not one XML document: <{name}> on line {line} follows its end."),
        ));
    }
    if open.is_empty() && name != "Message" {
        return Err(fault(
            line,
            &format!("The file is not a Children in Need census: line {line} opens <{name}>, not <Message>."),
        ));
    }
    if open.len() >= DEPTH_MAX {
        return Err(fault(
            line,
            &format!(
                "The file is not a Children in Need census: line {line} is nested more than {DEPTH_MAX} deep."
            ),
        ));
    }
    if open.len() == 1 && name == "Children" {
        take(Piece::ChildrenOpened)?;
    }
    open.push(Element { name: name.to_owned(), line, ..Element::default() });
    Ok(())
}

/// Closes the innermost element; true when that was the outermost one.
fn end(
    open: &mut Vec<Element>,
    take: &mut dyn FnMut(Piece) -> Result<(), FileFault>,
) -> Result<bool, FileFault> {
    let Some(closed) = open.pop() else { return Ok(false) };
    let in_message = open.len() == 1;
    let in_children = open.len() == 2 && open[1].name == "Children";
    if open.is_empty() || (in_message && closed.name == "Children") {
        let within = if open.is_empty() { "Message" } else { "Children" };
        if let Some(text) = closed.value() {
            take(Piece::StrayText { line: closed.line, within, text: text.to_owned() })?;
        }
    } else if in_message && closed.name == "Header" {
        take(Piece::Header(closed))?;
    } else if in_children && closed.name == "Child" {
        take(Piece::Child(closed))?;
    } else if in_message || in_children {
        let within = if in_message { "Message" } else { "Children" };
        take(Piece::Unknown { line: closed.line, within, name: closed.name })?;
    } else if let Some(parent) = open.last_mut() {
        parent.children.push(closed);
    }
    Ok(open.is_empty())
}

fn add_text(open: &mut [Element], words: &str, line: u64) -> Result<(), FileFault> {
    match open.last_mut() {
        Some(element) if !words.trim().is_empty() || element.children.is_empty() => {
            element.text.push_str(words)
        }
        Some(_) => {}
        None if words.trim().is_empty() => {}
        None => {
            return Err(fault(
                line,
                &format!("The file is not XML: text stands outside any element near line {line}."),
            ));
        }
    }
    Ok(())
}

/// `&amp;` and `&#233;` become their characters. Any other entity is named, never expanded: a file cannot grow as it is read.
fn add_reference(open: &mut [Element], reference: &BytesRef<'_>, line: u64) -> Result<(), FileFault> {
    let name = reference.xml10_content();
    let character = match name.as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => reference.resolve_char_ref().ok().flatten(),
    };
    let Some(element) = open.last_mut() else {
        return Err(fault(
            line,
            &format!("The file is not XML: text stands outside any element near line {line}."),
        ));
    };
    match character {
        Some(character) => element.text.push(character),
        None => {
            element.text.push_str(&format!("&{name};"));
            element.unknown_entities.push(name.into_owned());
        }
    }
    Ok(())
}

fn fault(line: u64, message: &str) -> FileFault {
    FileFault { line, message: message.to_owned() }
}
