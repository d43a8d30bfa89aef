//! How an office prints its certificates: its emblem, where its blanks want the words, and the keys that
//! sign the codes on them. What is printed is the matter of decisions.

mod keys;
mod pages;
mod setup;
mod sql;

pub use keys::{Key, all_keys, key_named, keys, replace_key};
pub(crate) use keys::{key_in_use, shown, signer};
pub(crate) use pages::routes;
pub use setup::{Setup, Sheets, calibration, design, move_words, put_emblem, setup, take_emblem};
