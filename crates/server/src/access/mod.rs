//! Who may do what, and where. Default deny: a role and a territory are both needed.
//!
//! The one table is [`act`]; verbs ask [`Person::must`] with the place of the record, and the route
//! of a page asks the same table before the page is made.

mod act;
mod person;
mod role;

pub use act::Act;
pub use person::{Grant, Person, Place};
pub use role::Role;

#[cfg(test)]
mod tests;
