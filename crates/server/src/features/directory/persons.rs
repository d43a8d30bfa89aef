//! Persons: officials, members of bodies, villagers who take part.

use chungsuc_domain::text;
use chungsuc_store::{Change, Param, Row, StoreError};
use serde::Serialize;

use super::{LookAlike, PERSON, Wanted, body, household, kept_village, look_alikes, place, sql};
use crate::access::{self, Act};
use crate::app::App;
use crate::features::search::Listing;
use crate::refusal::Refusal;
use crate::web::{Count, Errors, Form, Message, Paging};

/// The codes of a gender.
pub(super) const GENDERS: [&str; 3] = ["female", "male", "unknown"];
/// Earliest year of birth that is believed.
const EARLIEST_BIRTH: i64 = 1900;

/// A person in the directory.
#[derive(Clone, Debug)]
pub struct Person {
    /// The id.
    pub id: String,
    /// Name of the village, if they live in one of the commune.
    pub village_name: Option<String>,
    /// Which state of the record this is.
    pub version: i64,
    /// What is known of them.
    pub fields: PersonFields,
}

/// What is known of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonFields {
    /// Full name.
    pub full_name: String,
    /// Year of birth, if known.
    pub birth_year: Option<i64>,
    /// Code of the gender: `female`, `male`, `unknown`.
    pub gender: String,
    /// Code of the village.
    pub village: Option<String>,
    /// Id of the household.
    pub household: Option<String>,
    /// Id of the body that they work for or lead.
    pub body: Option<String>,
    /// What they do.
    pub occupation: String,
    /// Whether they hold a leading post.
    pub leader: bool,
}

impl PersonFields {
    /// Reads a form; what is wrong goes into `errors`.
    pub(super) fn read(form: &Form, year: i16, errors: &mut Errors) -> Self {
        let birth_year = form.filled("birth_year").map(str::parse::<i64>);
        let believed = |born: &i64| (EARLIEST_BIRTH..=i64::from(year)).contains(born);
        let born = birth_year.as_ref().and_then(|read| read.as_ref().ok()).copied();
        if birth_year.is_some() && born.filter(believed).is_none() {
            errors.add("birth_year", Message::new("directory-birth-year"));
        }
        if !GENDERS.contains(&form.text("gender")) {
            errors.add("gender", Message::new("field-missing"));
        }
        let optional = |field| form.filled(field).map(str::to_owned);
        Self {
            full_name: form.required("full_name", errors).to_owned(),
            birth_year: born,
            gender: form.text("gender").to_owned(),
            village: optional("village"),
            household: optional("household"),
            body: optional("body"),
            occupation: form.text("occupation").to_owned(),
            leader: form.checked("leader"),
        }
    }

    fn params<'a>(&'a self, folded: &'a str, key: &'a [u8]) -> Vec<Param<'a>> {
        vec![
            self.full_name.as_str().into(),
            folded.into(),
            key.into(),
            self.birth_year.into(),
            self.gender.as_str().into(),
            self.village.as_deref().into(),
            self.household.as_deref().into(),
            self.body.as_deref().into(),
            self.occupation.as_str().into(),
            self.leader.into(),
        ]
    }
}

fn read(row: &Row<'_>) -> Result<Person, StoreError> {
    let fields = PersonFields {
        full_name: row.get(1)?,
        birth_year: row.get(2)?,
        gender: row.get(3)?,
        village: row.get(4)?,
        household: row.get(6)?,
        body: row.get(7)?,
        occupation: row.get(8)?,
        leader: row.get(9)?,
    };
    Ok(Person { id: row.get(0)?, village_name: row.get(5)?, version: row.get(10)?, fields })
}

/// A page of the persons that may be seen, by given name.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn persons(
    app: &App,
    by: &access::Person,
    wanted: Wanted,
    paging: &Paging,
) -> Result<(Vec<Person>, Count), Refusal> {
    let wanted = wanted.within(app, by)?;
    let pattern = wanted.pattern();
    let filter =
        [by.commune.as_str().into(), wanted.village.as_deref().into(), pattern.as_deref().into()];
    let listing = Listing { rows: sql::PERSONS, count: sql::COUNT_PERSONS };
    app.read(|r| Ok(listing.page(r, &by.commune, &filter, paging, read)?))
}

/// One person.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn person(app: &App, by: &access::Person, id: &str) -> Result<Person, Refusal> {
    by.must_somewhere(Act::ReadDirectory)?;
    let params = [by.commune.as_str().into(), id.into()];
    let found = app.read(|r| r.first(sql::PERSON, &params, read)?.ok_or(Refusal::NotFound))?;
    by.must(Act::ReadDirectory, place(&by.commune, found.fields.village.as_deref()))?;
    Ok(found)
}

/// Adds a person. Without `surely` they are not added when there is one like them: those are answered.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`]; of the store.
pub fn add_person(
    app: &App,
    by: &access::Person,
    fields: &PersonFields,
    surely: bool,
) -> Result<Result<String, Vec<LookAlike>>, Refusal> {
    check(app, by, fields)?;
    let (id, folded) = (app.new_id(), text::fold(&fields.full_name));
    let key = text::name_sort_key(&fields.full_name);
    app.write(by, |tx| {
        let (village, born) = (fields.village.as_deref(), fields.birth_year);
        let alike = look_alikes::persons(tx, &by.commune, &fields.full_name, village, born, "")?;
        if !surely && !alike.is_empty() {
            return Ok(Err(alike));
        }
        let mut params = fields.params(&folded, &key);
        params.extend([by.commune.as_str().into(), (&id).into()]);
        tx.change(Change::create(PERSON, &id, fields)?, sql::ADD_PERSON, &params)?;
        Ok(Ok(id))
    })
}

/// Corrects a person who was read in state `version`.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; a conflict when somebody was faster.
pub fn correct_person(
    app: &App,
    by: &access::Person,
    id: &str,
    version: i64,
    fields: &PersonFields,
) -> Result<(), Refusal> {
    let old = person(app, by, id)?;
    by.must(Act::KeepDirectory, place(&by.commune, old.fields.village.as_deref()))?;
    check(app, by, fields)?;
    let (folded, key) = (text::fold(&fields.full_name), text::name_sort_key(&fields.full_name));
    app.write(by, |tx| {
        let mut params = fields.params(&folded, &key);
        params.extend([by.commune.as_str().into(), id.into(), version.into()]);
        let change = Change::update(PERSON, id, &old.fields, fields)?;
        Ok(tx.change(change, sql::CORRECT_PERSON, &params)?)
    })
}

/// Village, household and body must be known; the household must be one of the village.
fn check(app: &App, by: &access::Person, fields: &PersonFields) -> Result<(), Refusal> {
    let mut errors = Errors::default();
    match &fields.village {
        Some(village) => drop(kept_village(app, by, village, &mut errors)?),
        None => by.must_in_commune(Act::KeepDirectory)?,
    }
    if let Some(id) = &fields.household {
        let found = household(app, by, id).ok();
        if found.is_none_or(|found| Some(&found.fields.village) != fields.village.as_ref()) {
            errors.add("household", Message::new("directory-household-unknown"));
        }
    }
    if let Some(id) = &fields.body
        && body(app, by, id).is_err()
    {
        errors.add("body", Message::new("directory-body-unknown"));
    }
    if errors.is_empty() { Ok(()) } else { Err(errors.into()) }
}
