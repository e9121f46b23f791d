//! The XML itself: from bytes to a header and one child after another.

use std::io::Read;

use quick_xml::errors::Error;
use quick_xml::events::{BytesRef, Event};
use quick_xml::reader::Reader;

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
    /// A child that is not well-formed: the line on which that shows, and the sentence.
    Broken { line: u64, message: String },
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

/// Goes through the file once, handing each piece to `take` as soon as it is complete. A child that is not well-formed
/// is a piece of its own, after which `take` may let the walk go on. Gives back the first line with a byte that is not
/// UTF-8, if there was one.
pub(super) fn walk(
    from: impl Read,
    take: &mut dyn FnMut(Piece) -> Result<(), FileFault>,
) -> Result<Option<u64>, FileFault> {
    let mut reader = Reader::from_reader(Source::new(from)?);
    // Names are compared in `Walk::end`, which knows how to go on.
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let mut walk = Walk { open: Vec::new(), finished: false, skipping: false, take };
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let line = reader.get_ref().line();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Eof) => break,
            Ok(event) => walk.event(event, line)?,
            Err(Error::IllFormed(error)) if walk.in_child() => walk.broken(line, &error.to_string())?,
            Err(error) => return Err(fault(line, &not_well_formed(line, &error.to_string()))),
        }
    }
    let line = reader.get_ref().line();
    match walk.open.last() {
        Some(element) => Err(fault(
            line,
            &format!(
                "The file ends on line {line} before <{}> of line {} is closed.",
                element.name, element.line
            ),
        )),
        None if !walk.finished => {
            Err(fault(line, &format!("The file holds no XML (it ends on line {line}).")))
        }
        None => Ok(reader.get_ref().first_not_utf_8()),
    }
}

/// A walk under way.
struct Walk<'t> {
    /// The elements that are open, the outermost first.
    open: Vec<Element>,
    /// Whether the outermost was closed.
    finished: bool,
    /// Whether the rest of a child is passed over.
    skipping: bool,
    take: &'t mut dyn FnMut(Piece) -> Result<(), FileFault>,
}

/// How many elements are open around a child.
const AROUND_CHILD: usize = 2;

impl Walk<'_> {
    fn event(&mut self, event: Event<'_>, line: u64) -> Result<(), FileFault> {
        match event {
            Event::Start(tag) => self.start(tag.local_name().as_ref(), line),
            Event::Empty(tag) => {
                let name = tag.local_name();
                self.start(name.as_ref(), line)?;
                self.end(name.as_ref(), line)
            }
            Event::End(tag) => self.end(tag.local_name().as_ref(), line),
            _ if self.skipping => Ok(()),
            Event::Text(words) => add_text(&mut self.open, &words.xml10_content(), line),
            Event::CData(words) => add_text(&mut self.open, &words.xml10_content(), line),
            Event::GeneralRef(reference) => add_reference(&mut self.open, &reference, line),
            _ => Ok(()),
        }
    }

    fn in_children(&self) -> bool {
        self.open.get(1).is_some_and(|element| element.name == "Children")
    }

    /// Whether a child is being read or passed over.
    fn in_child(&self) -> bool {
        self.in_children() && (self.open.len() > AROUND_CHILD || self.skipping)
    }

    /// A child is not well-formed: what was read of it is dropped, and the rest passed over.
    fn broken(&mut self, line: u64, why: &str) -> Result<(), FileFault> {
        if !self.skipping {
            (self.take)(Piece::Broken { line, message: not_well_formed(line, why) })?;
        }
        self.open.truncate(AROUND_CHILD);
        self.skipping = true;
        Ok(())
    }

    fn start(&mut self, name: &str, line: u64) -> Result<(), FileFault> {
        if self.in_child() && name == "Child" {
            if let Some(child) = self.open.get(AROUND_CHILD) {
                let why = format!("<Child> stands before that of line {} is closed", child.line);
                self.broken(line, &why)?;
            }
            self.skipping = false;
        }
        if self.skipping {
            return Ok(());
        }
        if self.open.is_empty() && self.finished {
            let why = format!("The file is not one XML document: <{name}> on line {line} follows its end.");
            return Err(fault(line, &why));
        }
        let other = |why: String| {
            fault(line, &format!("The file is not a Children in Need census: line {line} {why}."))
        };
        if self.open.is_empty() && name != "Message" {
            return Err(other(format!("opens <{name}>, not <Message>")));
        }
        if self.open.len() >= DEPTH_MAX {
            return Err(other(format!("is nested more than {DEPTH_MAX} deep")));
        }
        if self.open.len() == 1 && name == "Children" {
            (self.take)(Piece::ChildrenOpened)?;
        }
        self.open.push(Element { name: name.to_owned(), line, ..Element::default() });
        Ok(())
    }

    /// Closes the innermost element, if that is its name.
    fn end(&mut self, name: &str, line: u64) -> Result<(), FileFault> {
        // Until the next child, or the end of them all.
        self.skipping &= !matches!(name, "Children" | "Message");
        if self.skipping {
            return Ok(());
        }
        let Some(innermost) = self.open.last() else {
            return Err(fault(line, &not_well_formed(line, &format!("</{name}> closes nothing"))));
        };
        if innermost.name != name {
            let why = format!("</{name}> stands where </{}> was expected", innermost.name);
            if !self.in_child() {
                return Err(fault(line, &not_well_formed(line, &why)));
            }
            self.broken(line, &why)?;
            return self.end(name, line);
        }
        self.close()
    }

    fn close(&mut self) -> Result<(), FileFault> {
        let Some(closed) = self.open.pop() else { return Ok(()) };
        let in_message = self.open.len() == 1;
        let in_children = self.open.len() == AROUND_CHILD && self.in_children();
        self.finished = self.open.is_empty();
        if self.finished || (in_message && closed.name == "Children") {
            let within = if self.finished { "Message" } else { "Children" };
            match closed.value() {
                Some(text) => {
                    (self.take)(Piece::StrayText { line: closed.line, within, text: text.to_owned() })
                }
                None => Ok(()),
            }
        } else if in_message && closed.name == "Header" {
            (self.take)(Piece::Header(closed))
        } else if in_children && closed.name == "Child" {
            (self.take)(Piece::Child(closed))
        } else if in_message || in_children {
            let within = if in_message { "Message" } else { "Children" };
            (self.take)(Piece::Unknown { line: closed.line, within, name: closed.name })
        } else {
            if let Some(parent) = self.open.last_mut() {
                parent.children.push(closed);
            }
            Ok(())
        }
    }
}

fn not_well_formed(line: u64, why: &str) -> String {
    format!("The file is not well-formed XML: on line {line}, {why}.")
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
