//! The commands, one file each.

pub(crate) mod account;
pub(crate) mod backup;
pub(crate) mod bench;
pub(crate) mod demo;
pub(crate) mod due;
pub(crate) mod findings;
pub(crate) mod import;
pub(crate) mod indicator;
pub(crate) mod init;
pub(crate) mod matching;
pub(crate) mod practice;
pub(crate) mod rebuild;
pub(crate) mod record;
pub(crate) mod report;
pub(crate) mod serve;
pub(crate) mod show;
pub(crate) mod token;
pub(crate) mod validate;
pub(crate) mod verify;
