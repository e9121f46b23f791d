//! A family as a picture and as a list that says the same.
//!
//! Square: man or boy. Circle: woman or girl. Triangle: a baby expected.
//! Diamond: sex not known, or a sealed person. A cross: has died. Two strokes
//! through a line: parted. A dashed outline: who lives together.
//!
//! The layout is a pure function of [`Family`]. It never fails and never hangs:
//! links to people who are not there are left out of the picture, a loop in the
//! parent links is cut where it closes, and the list still says every link.

mod draw;
mod generations;
mod home;
mod layout;
mod lines;
mod list;
mod order;
pub mod samples;
#[cfg(test)]
mod tests;

pub use layout::{Layout, Placed, layout};

use maud::{Markup, html};

/// Which figure stands for a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Figure {
    /// A square.
    Male,
    /// A circle.
    Female,
    /// A triangle.
    Unborn,
    /// A diamond.
    #[default]
    Unknown,
}

/// One person of the family.
#[derive(Clone, Debug, Default)]
pub struct Member {
    /// Any name that is used once in this family.
    pub id: String,
    /// "Morwenna, 9", "due 4 Aug 2026", "Sealed".
    pub label: String,
    /// A softer line: "lives in Exeter". May be empty.
    pub beneath: String,
    /// Which figure.
    pub figure: Figure,
    /// True when the person has died: a cross in the figure.
    pub died: bool,
    /// True when name, age and place in order are sealed to this reader: a dashed diamond.
    pub sealed: bool,
    /// Parents' ids. Two are drawn; the list names them all.
    pub parents: Vec<String>,
    /// Brothers and sisters born together share a number.
    pub twins: Option<u8>,
    /// The person in words, for the list: "Ross Pender, father of Morwenna and Jory, 33."
    /// Empty to have the list build a sentence from the links.
    pub said: String,
}

/// Two people together, or parted.
#[derive(Clone, Debug, Default)]
pub struct Couple {
    /// One.
    pub one: String,
    /// The other.
    pub other: String,
    /// True when they have parted: two strokes.
    pub parted: bool,
    /// "2009 to 2016". May be empty.
    pub years: String,
}

/// People who live together.
#[derive(Clone, Debug, Default)]
pub struct Household {
    /// "14 Chapel Row".
    pub name: String,
    /// Their ids.
    pub members: Vec<String>,
}

/// A family, seen from one person.
#[derive(Clone, Debug, Default)]
pub struct Family {
    /// An id for the picture's own title, used once in the page.
    pub id: String,
    /// "Family of Morwenna Nance".
    pub title: String,
    /// Everyone, children of the same parents in order of birth.
    pub members: Vec<Member>,
    /// Who is or was together.
    pub couples: Vec<Couple>,
    /// Who lives together.
    pub households: Vec<Household>,
    /// Whose family it is: the filled figure.
    pub focus: String,
    /// What stands beneath the picture.
    pub caption: String,
}

/// The picture, with its list folded beneath it.
///
/// Accessibility: the picture is one image with a name and a description that
/// points to the list; the list holds every person and every link, so nobody
/// needs the picture. A wide family scrolls in its own named, focusable region.
#[must_use]
pub fn genogram(family: &Family) -> Markup {
    html! {
        figure.on-figure {
            div.on-scroll tabindex="0" role="region" aria-label="Family picture, scrolls sideways" { (draw::picture(family)) }
            @if !family.caption.is_empty() { figcaption { (family.caption) } }
        }
        details.on-why {
            summary { "Family as a list" }
            div { (list::list(family)) }
        }
    }
}
