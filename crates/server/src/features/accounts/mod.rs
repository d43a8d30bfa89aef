//! Accounts: logging in, sessions, passwords, and who holds which role where.
//!
//! An administrator manages accounts and reads no dossier. Passwords are hashed with Argon2id; a
//! session is a random token that only the browser knows, kept here as its hash.

mod login;
mod manage;
mod pages;
mod password;
mod sessions;
mod sql;

pub use login::{Denied, log_in};
pub use manage::{
    Account, NewAccount, accounts, change_password, create, find, give_role, set_locked, take_role,
};
pub(crate) use manage::{holders, holders_in_role};
pub(crate) use pages::routes;
pub use password::random as random_password;
pub use sessions::{
    OpenSession, Session, end_session, find_session, log_out, open_sessions, start_session,
};
pub(crate) use sessions::{cookie, token_of};

/// Kind of an account's records in the journal.
pub const RECORD: &str = "account";
