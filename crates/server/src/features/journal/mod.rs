//! The journal as people read it: the history on each record's page, and the whole chain with its
//! verification for those who may.

mod pages;
mod words;

pub(crate) use pages::{history, latest, routes};
