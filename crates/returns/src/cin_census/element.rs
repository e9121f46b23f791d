//! One element of the file held whole: a child is read this way, so that a file of any size needs the memory of one child.

/// An element with its namespace taken off.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Local name.
    pub(super) name: String,
    /// Line of its start tag, from 1.
    pub(super) line: u64,
    /// Its own text, entities resolved.
    pub(super) text: String,
    /// Names of entities in its text that XML itself does not define; never expanded.
    pub(super) unknown_entities: Vec<String>,
    /// What it holds, in order.
    pub(super) children: Vec<Element>,
}

impl Element {
    /// Its text without the space around it; `None` when nothing is left.
    pub(super) fn value(&self) -> Option<&str> {
        Some(self.text.trim()).filter(|text| !text.is_empty())
    }

    /// The elements of one name directly within it.
    pub(super) fn named<'e>(&'e self, name: &'static str) -> impl Iterator<Item = &'e Element> {
        self.children.iter().filter(move |child| child.name == name)
    }
}
