//! Households: a head, a village, an address, how many they are.

use chungsuc_domain::text;
use chungsuc_store::{Change, Param, Row, StoreError};
use serde::Serialize;

use super::{HOUSEHOLD, LookAlike, Wanted, kept_village, look_alikes, sql};
use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::search::Listing;
use crate::refusal::Refusal;
use crate::web::{Count, Errors, Form, Message, Paging};

/// Most members that a household is believed to have.
const MOST_MEMBERS: i64 = 50;

/// A household.
#[derive(Clone, Debug)]
pub struct Household {
    /// Its id.
    pub id: String,
    /// Name of its village.
    pub village_name: String,
    /// Which state of the record this is.
    pub version: i64,
    /// What is known of it.
    pub fields: HouseholdFields,
}

/// What is known of a household.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HouseholdFields {
    /// Full name of the head.
    pub head: String,
    /// Code of the village.
    pub village: String,
    /// Where it lives.
    pub address: String,
    /// How many they are.
    pub members: i64,
}

impl HouseholdFields {
    /// Reads a form; what is wrong goes into `errors`.
    pub(super) fn read(form: &Form, errors: &mut Errors) -> Self {
        let members = form.text("members").parse::<i64>().ok();
        let members = members.filter(|count| (0..=MOST_MEMBERS).contains(count));
        if members.is_none() {
            errors
                .add("members", Message::new("directory-members-range").arg("most", MOST_MEMBERS));
        }
        Self {
            head: form.required("head", errors).to_owned(),
            village: form.required("village", errors).to_owned(),
            address: form.text("address").to_owned(),
            members: members.unwrap_or_default(),
        }
    }

    fn params<'a>(&'a self, folded: &'a str, key: &'a [u8]) -> Vec<Param<'a>> {
        vec![
            self.village.as_str().into(),
            self.head.as_str().into(),
            folded.into(),
            key.into(),
            self.address.as_str().into(),
            self.members.into(),
        ]
    }
}

fn read(row: &Row<'_>) -> Result<Household, StoreError> {
    let fields = HouseholdFields {
        head: row.get(1)?,
        village: row.get(2)?,
        address: row.get(4)?,
        members: row.get(5)?,
    };
    Ok(Household { id: row.get(0)?, village_name: row.get(3)?, version: row.get(6)?, fields })
}

/// A page of the households that the person may see, by the head's given name.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn households(
    app: &App,
    by: &Person,
    wanted: Wanted,
    paging: &Paging,
) -> Result<(Vec<Household>, Count), Refusal> {
    let wanted = wanted.within(app, by)?;
    let pattern = wanted.pattern();
    let filter =
        [by.commune.as_str().into(), wanted.village.as_deref().into(), pattern.as_deref().into()];
    let listing = Listing { rows: sql::HOUSEHOLDS, count: sql::COUNT_HOUSEHOLDS };
    app.read(|r| Ok(listing.page(r, &by.commune, &filter, paging, read)?))
}

/// Every household of a village, or of the whole commune, in the order of their ids.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn all_households(
    app: &App,
    by: &Person,
    village: Option<&str>,
) -> Result<Vec<Household>, Refusal> {
    by.must(Act::ReadDirectory, Place { commune: &by.commune, village })?;
    let params = [by.commune.as_str().into(), village.into()];
    app.read(|r| Ok(r.all(sql::ALL_HOUSEHOLDS, &params, read)?))
}

/// How many households the directory holds of each village that the person may see; no names.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn households_by_village(app: &App, by: &Person) -> Result<Vec<(String, i64)>, Refusal> {
    by.must_somewhere(Act::ReadDirectory)?;
    let params = [by.commune.as_str().into()];
    let count = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
    let mut found: Vec<(String, i64)> =
        app.read(|r| r.all(sql::HOUSEHOLDS_BY_VILLAGE, &params, count).map_err(Refusal::from))?;
    found.retain(|(village, _)| by.may(Act::ReadDirectory, Place::village(&by.commune, village)));
    Ok(found)
}

/// One household.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn household(app: &App, by: &Person, id: &str) -> Result<Household, Refusal> {
    by.must_somewhere(Act::ReadDirectory)?;
    let params = [by.commune.as_str().into(), id.into()];
    let found = app.read(|r| r.first(sql::HOUSEHOLD, &params, read)?.ok_or(Refusal::NotFound))?;
    by.must(Act::ReadDirectory, Place::village(&by.commune, &found.fields.village))?;
    Ok(found)
}

/// Adds a household. Without `surely` it is not added when there is one like it: those are answered.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`]; of the store.
pub fn add_household(
    app: &App,
    by: &Person,
    fields: &HouseholdFields,
    surely: bool,
) -> Result<Result<String, Vec<LookAlike>>, Refusal> {
    check(app, by, fields)?;
    let (id, folded) = (app.new_id(), text::fold(&fields.head));
    let key = text::name_sort_key(&fields.head);
    app.write(by, |tx| {
        let alike = look_alikes::households(tx, &by.commune, &fields.head, &fields.village, "")?;
        if !surely && !alike.is_empty() {
            return Ok(Err(alike));
        }
        let mut params = fields.params(&folded, &key);
        params.extend([by.commune.as_str().into(), (&id).into()]);
        tx.change(Change::create(HOUSEHOLD, &id, fields)?, sql::ADD_HOUSEHOLD, &params)?;
        Ok(Ok(id))
    })
}

/// Corrects a household that was read in state `version`.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; a conflict when somebody was faster.
pub fn correct_household(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    fields: &HouseholdFields,
) -> Result<(), Refusal> {
    let old = household(app, by, id)?;
    by.must(Act::KeepDirectory, Place::village(&by.commune, &old.fields.village))?;
    check(app, by, fields)?;
    let (folded, key) = (text::fold(&fields.head), text::name_sort_key(&fields.head));
    app.write(by, |tx| {
        let mut params = fields.params(&folded, &key);
        params.extend([by.commune.as_str().into(), id.into(), version.into()]);
        let change = Change::update(HOUSEHOLD, id, &old.fields, fields)?;
        Ok(tx.change(change, sql::CORRECT_HOUSEHOLD, &params)?)
    })
}

fn check(app: &App, by: &Person, fields: &HouseholdFields) -> Result<(), Refusal> {
    let mut errors = Errors::default();
    kept_village(app, by, &fields.village, &mut errors)?;
    if errors.is_empty() { Ok(()) } else { Err(errors.into()) }
}
