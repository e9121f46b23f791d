//! The parts every page is made of, one file a part.
//!
//! Each part is a struct of plain words and a function that draws it. All text
//! goes through maud, which escapes it; no part writes a `style` attribute or a
//! script handler, so the Content-Security-Policy can forbid both. A part's
//! comment says what a screen reader is told, because that is the part of a
//! component that a picture does not show.

pub mod as_at;
pub mod aside;
pub mod attendance;
pub mod button;
pub mod card;
pub mod carried;
pub mod chart;
pub mod child_header;
pub mod chips;
pub mod crumbs;
pub mod errors;
pub mod fields;
pub mod form;
pub mod frame;
pub mod gates;
pub mod genogram;
pub mod load;
pub mod log;
pub mod notice;
pub mod options;
pub mod pages;
pub mod panel;
pub mod plan;
pub mod prose;
pub mod saved;
pub mod segments;
pub mod stats;
pub mod table;
pub mod tabs;
pub mod tag;
pub mod task_table;
pub mod timeline;
pub mod title;
pub mod when;
pub mod why;
pub mod words;

pub use child_header::{ChildHeader, ChildPage};
pub use frame::{Chrome, Frame, Place, Sheet, Title, User};
pub use prose::Prose;
pub use tag::{Tag, Tone, tag};
pub use when::{Nearness, When, when};
pub use why::{Why, why};
