//! Bodies: the People's Committee, the Front, unions, schools, enterprises, cooperatives.

use chungsuc_domain::{BodyKind, date, text};
use chungsuc_store::{Change, Param, Row, StoreError};
use jiff::civil::Date;
use serde::Serialize;

use super::{BODY, Wanted, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::units;
use crate::refusal::Refusal;
use crate::web::{Errors, Form, Message};

/// A body of the commune.
#[derive(Clone, Debug)]
pub struct Body {
    /// Its id.
    pub id: String,
    /// Which state of the record this is.
    pub version: i64,
    /// What is known of it.
    pub fields: BodyFields,
}

/// What is known of a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BodyFields {
    /// Its name.
    pub name: String,
    /// Code of what it is.
    pub kind: String,
    /// The village where it stands, if not at the commune's seat.
    pub village: Option<String>,
    /// First day.
    pub valid_from: Date,
    /// Last day, for one that ended.
    pub valid_to: Option<Date>,
}

impl BodyFields {
    /// Reads a form; what is wrong goes into `errors`.
    pub(super) fn read(form: &Form, today: Date, errors: &mut Errors) -> Self {
        let name = form.required("name", errors).to_owned();
        if BodyKind::from_code(form.text("kind")).is_none() {
            errors.add("kind", Message::new("directory-kind-unknown"));
        }
        let day = |field: &'static str, errors: &mut Errors| {
            let text = form.filled(field)?;
            let read = date::parse_date(text, today);
            if read.is_err() {
                errors.add(field, Message::new("day-wrong"));
            }
            read.ok()
        };
        let valid_from = day("valid_from", errors).unwrap_or(today);
        let valid_to = day("valid_to", errors);
        if valid_to.is_some_and(|last| last < valid_from) {
            errors.add("valid_to", Message::new("days-reversed"));
        }
        Self {
            name,
            kind: form.text("kind").to_owned(),
            village: form.filled("village").map(str::to_owned),
            valid_from,
            valid_to,
        }
    }

    fn params<'a>(&'a self, folded: &'a str, key: &'a [u8]) -> Vec<Param<'a>> {
        vec![
            self.name.as_str().into(),
            folded.into(),
            key.into(),
            self.kind.as_str().into(),
            self.village.as_deref().into(),
            self.valid_from.into(),
            self.valid_to.into(),
        ]
    }
}

fn read(row: &Row<'_>) -> Result<Body, StoreError> {
    let fields = BodyFields {
        name: row.get(1)?,
        kind: row.get(2)?,
        village: row.get(3)?,
        valid_from: row.get(4)?,
        valid_to: row.get(5)?,
    };
    Ok(Body { id: row.get(0)?, version: row.get(6)?, fields })
}

/// All bodies whose name holds the text, in Vietnamese order. Bodies are public: everybody who may
/// read the directory sees all of them.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn bodies(app: &App, by: &Person, wanted: &Wanted) -> Result<Vec<Body>, Refusal> {
    by.must_somewhere(Act::ReadDirectory)?;
    let pattern = wanted.pattern();
    app.read(|r| {
        Ok(r.all(sql::BODIES, &[by.commune.as_str().into(), pattern.as_deref().into()], read)?)
    })
}

/// One body.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn body(app: &App, by: &Person, id: &str) -> Result<Body, Refusal> {
    by.must_somewhere(Act::ReadDirectory)?;
    let params = [by.commune.as_str().into(), id.into()];
    app.read(|r| r.first(sql::BODY, &params, read)?.ok_or(Refusal::NotFound))
}

/// Adds a body.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn add_body(app: &App, by: &Person, fields: &BodyFields) -> Result<String, Refusal> {
    by.must_in_commune(Act::KeepDirectory)?;
    known_village(app, by, fields)?;
    let (id, folded, key) = (app.new_id(), text::fold(&fields.name), text::sort_key(&fields.name));
    app.write(by, |tx| {
        let mut params = fields.params(&folded, &key);
        params.extend([by.commune.as_str().into(), (&id).into()]);
        tx.change(Change::create(BODY, &id, fields)?, sql::ADD_BODY, &params)?;
        Ok(())
    })?;
    Ok(id)
}

/// Corrects a body that was read in state `version`.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; a conflict when somebody was faster.
pub fn correct_body(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    fields: &BodyFields,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepDirectory)?;
    known_village(app, by, fields)?;
    let old = body(app, by, id)?;
    let (folded, key) = (text::fold(&fields.name), text::sort_key(&fields.name));
    app.write(by, |tx| {
        let mut params = fields.params(&folded, &key);
        params.extend([by.commune.as_str().into(), id.into(), version.into()]);
        let change = Change::update(BODY, id, &old.fields, fields)?;
        Ok(tx.change(change, sql::CORRECT_BODY, &params)?)
    })
}

fn known_village(app: &App, by: &Person, fields: &BodyFields) -> Result<(), Refusal> {
    let Some(village) = &fields.village else { return Ok(()) };
    let known = units::villages(app, &by.commune)?.iter().any(|unit| unit.code == *village);
    let unknown = || Refusal::field("village", Message::new("directory-village-unknown"));
    if known { Ok(()) } else { Err(unknown()) }
}
