//! Pages and the JSON API.

pub mod assets;
pub mod components;
pub mod pages;
