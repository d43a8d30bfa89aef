//! The directory: the bodies of the commune, its households and its persons, one record each.
//!
//! Marks of households (poor, near-poor, policy, social protection) are kept apart: they are read by
//! [`marks`] only, which asks for a right of its own.

mod bodies;
mod households;
mod look_alikes;
mod marks;
mod pages;
mod persons;
mod sql;
mod subject;

pub use bodies::{Body, BodyFields, add_body, bodies, body, correct_body};
pub use households::{
    Household, HouseholdFields, add_household, all_households, correct_household, household,
    households, households_by_village,
};
pub use look_alikes::LookAlike;
pub(crate) use marks::kept_marks;
pub use marks::{marks_of, set_marks};
pub(crate) use pages::{finder, routes};
pub use persons::{Person, PersonFields, add_person, correct_person, person, persons};
pub use subject::{Subject, find_subjects, subject};

use crate::access::{self, Act, Place};
use crate::app::App;
use crate::features::{search, units};
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// Kind of a body's records in the journal.
pub const BODY: &str = "body";
/// Kind of a household's records in the journal.
pub const HOUSEHOLD: &str = "household";
/// Kind of a person's records in the journal.
pub const PERSON: &str = "person";
/// Kind of a mark's records in the journal; only who may see marks reads them.
pub const MARK: &str = "household_mark";

/// Which part of a list is asked for.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Words of the name, in any spelling.
    pub text: String,
    /// Code of a village; nothing for all that the person may see.
    pub village: Option<String>,
}

impl Wanted {
    fn pattern(&self) -> Option<String> {
        search::pattern(&self.text)
    }

    /// Keeps the wish within the villages of the person: who is bound to villages always sees one
    /// of them at a time.
    fn within(self, app: &App, by: &access::Person) -> Result<Self, Refusal> {
        let village = units::village_within(app, by, Act::ReadDirectory, self.village)?;
        Ok(Self { village, ..self })
    }
}

/// The village of a form: one that exists and in which the person may keep the directory.
fn kept_village(
    app: &App,
    by: &access::Person,
    wish: &str,
    errors: &mut Errors,
) -> Result<String, Refusal> {
    let villages = units::villages(app, &by.commune)?;
    if !villages.iter().any(|unit| unit.code == wish) {
        errors.add("village", Message::new("directory-village-unknown"));
    } else {
        by.must(Act::KeepDirectory, Place::village(&by.commune, wish))?;
    }
    Ok(wish.to_owned())
}

/// A record without a village belongs to the whole commune.
fn place<'a>(commune: &'a str, village: Option<&'a str>) -> Place<'a> {
    Place { commune, village }
}
