//! The pages, each a folder: what it shows (`view`), what it looks like with
//! an invented family (`samples`), and how a request reaches it.
