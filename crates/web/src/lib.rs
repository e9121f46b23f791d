//! Pages and the JSON API.

pub mod components;
pub mod pages;
