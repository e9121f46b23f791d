//! Pages and the JSON API: the edge where the present, the worker and the record meet.
//!
//! A page takes what it needs from the request, asks for a pass, asks one question, fills a context struct
//! and draws it. There is no SQL, no rule and no date arithmetic here.

pub mod api;
pub mod app;
pub mod assets;
pub mod components;
pub mod forms;
pub mod pages;
pub mod problem;
pub mod recording;
pub mod routes;
pub mod session;

pub use app::{App, Setup};
pub use routes::router;
