//! The XML itself: from bytes to a header and one child after another.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, Event};

use super::FileFault;
use super::element::Element;

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
    let utf_16 = matches!(xml, [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] | [0, b'<', ..] | [b'<', 0, ..]);
    if utf_16 {
        return Err(fault(1, "The file is in UTF-16 (line 1): save it as UTF-8 and send it again."));
    }
    let xml = xml.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(xml);
    std::str::from_utf8(xml).map_err(|error| {
        let line = lines_in(&xml[..error.valid_up_to()]) + 1;
        fault(line, &format!("Line {line} is not UTF-8 text: save the file as UTF-8 and send it again."))
    })
}

/// Goes through the file once, handing each piece to `take` as soon as it is complete.
pub(super) fn walk(
    text: &str,
    take: &mut dyn FnMut(Piece) -> Result<(), FileFault>,
) -> Result<(), FileFault> {
    let mut reader = Reader::from_str(text);
    let mut lines = Lines { text: text.as_bytes(), counted_to: 0, line: 1 };
    let mut open: Vec<Element> = Vec::new();
    let mut finished = false;
    loop {
        let line = lines.at(reader.buffer_position());
        let event = reader.read_event().map_err(|error| {
            let line = lines.at(reader.error_position()).max(line);
            fault(line, &format!("The file is not well-formed XML: on line {line}, {error}."))
        })?;
        match event {
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
    let line = lines.at(text.len() as u64);
    match open.last() {
        Some(element) => Err(fault(
            line,
            &format!(
                "The file ends on line {line} before <{}> of line {} is closed.",
                element.name, element.line
            ),
        )),
        None if !finished => Err(fault(line, &format!("The file holds no XML (it ends on line {line})."))),
        None => Ok(()),
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

/// Counts lines as reading goes on, each byte once.
struct Lines<'t> {
    text: &'t [u8],
    counted_to: usize,
    line: u64,
}

impl Lines<'_> {
    fn at(&mut self, position: u64) -> u64 {
        let position = usize::try_from(position).unwrap_or(usize::MAX).min(self.text.len());
        if position > self.counted_to {
            self.line += lines_in(&self.text[self.counted_to..position]);
            self.counted_to = position;
        }
        self.line
    }
}

fn lines_in(bytes: &[u8]) -> u64 {
    bytes.iter().filter(|byte| **byte == b'\n').count() as u64
}

fn fault(line: u64, message: &str) -> FileFault {
    FileFault { line, message: message.to_owned() }
}
