//! Which officer is in charge of which criterion of a standard, from which day to which.

use std::collections::HashMap;

use chungsuc_domain::review::Charge;
use chungsuc_domain::standard::Standard;
use chungsuc_domain::text;
use chungsuc_store::{Change, Param, Reader, Row, StoreError, Writer};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::{Value, indicator, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::{accounts, names};
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// Kind of the records of who is in charge in the journal.
pub const CHARGE: &str = "criterion_charge";

/// An officer in charge of a criterion.
#[derive(Clone, Debug)]
pub struct Assigned {
    /// Its id.
    pub id: String,
    /// Id of the standard.
    pub standard: String,
    /// Number of the criterion.
    pub criterion: String,
    /// Id of the officer's account.
    pub account: String,
    /// The first day.
    pub valid_from: Date,
    /// The last day; none while nothing follows.
    pub valid_to: Option<Date>,
    /// Which state of the record this is.
    pub version: i64,
}

impl Assigned {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            standard: row.get(1)?,
            criterion: row.get(2)?,
            account: row.get(3)?,
            valid_from: row.get(4)?,
            valid_to: row.get(5)?,
            version: row.get(6)?,
        })
    }

    /// Whether it holds on a day; its first and its last day belong to it.
    pub fn holds_on(&self, day: Date) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|last| day <= last)
    }

    /// Whether it held or will hold on any day: one that was replaced on its first day did not.
    pub fn ever_holds(&self) -> bool {
        self.holds_on(self.valid_from)
    }
}

/// Who is put in charge of what.
#[derive(Clone, Debug)]
pub struct NewCharge<'a> {
    /// Id of the standard.
    pub standard: &'a str,
    /// Numbers of the criteria.
    pub criteria: &'a [String],
    /// Id of the officer's account.
    pub account: &'a str,
    /// The first day.
    pub from: Date,
    /// The last day; none for until further notice.
    pub to: Option<Date>,
}

#[derive(Serialize)]
struct Kept<'a> {
    criterion: String,
    officer: &'a str,
    valid_from: Date,
    valid_to: Option<Date>,
}

#[derive(Serialize)]
struct Ended {
    valid_to: Option<Date>,
}

/// Officers who verify values, and so can be put in charge: id and name, by name.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn officers(app: &App, by: &Person) -> Result<Vec<(String, String)>, Refusal> {
    by.must_in_commune(Act::AssignCriteria)?;
    let mut found = accounts::holders(app, &by.commune, Act::VerifyValues)?;
    found.sort_by_cached_key(|(_, name)| text::name_sort_key(name));
    Ok(found)
}

/// Who is, was and will be in charge of the criteria of a standard, by criterion and day.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn assigned(app: &App, by: &Person, standard: &str) -> Result<Vec<Assigned>, Refusal> {
    by.must_in_commune(Act::AssignCriteria)?;
    let mut found = app.read(|r| of_standard(r, &by.commune, standard).map_err(Refusal::from))?;
    found.retain(Assigned::ever_holds);
    Ok(found)
}

fn of_standard(
    r: &mut Reader<'_>,
    commune: &str,
    standard: &str,
) -> Result<Vec<Assigned>, StoreError> {
    r.all(sql::CHARGES, &[commune.into(), standard.into()], Assigned::read)
}

/// Puts an officer in charge of criteria; whoever was in charge before is so until the day before.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`] for an unknown standard; [`Refusal::Invalid`] with the
/// fields `criterion`, `account`, `from`, `to`.
pub fn assign(app: &App, by: &Person, new: &NewCharge<'_>) -> Result<(), Refusal> {
    by.must_in_commune(Act::AssignCriteria)?;
    let standard = app.catalog.standard(new.standard).ok_or(Refusal::NotFound)?;
    let officers = officers(app, by)?;
    let officer = officers.iter().find(|(id, _)| id == new.account);
    let mut errors = Errors::default();
    if new.criteria.is_empty() {
        errors.add("criterion", Message::new("charge-no-criterion"));
    } else if new.criteria.iter().any(|code| named(standard, code).is_none()) {
        errors.add("criterion", Message::new("charge-criterion-unknown"));
    }
    if officer.is_none() {
        errors.add("account", Message::new("charge-no-officer"));
    }
    if new.to.is_some_and(|last| last < new.from) {
        errors.add("to", Message::new("charge-to-before-from"));
    }
    let Some((_, officer)) = officer.filter(|_| errors.is_empty()) else {
        return Err(errors.into());
    };
    app.write(by, |tx| {
        // Somebody else who assigns at the same time waits, so that nobody is in charge twice.
        tx.hold_others()?;
        let known = of_standard(tx, &by.commune, new.standard)?;
        for code in new.criteria {
            let of_it: Vec<_> = known.iter().filter(|one| one.criterion == *code).collect();
            make_room(tx, by, &of_it, new)?;
            add(app, tx, by, (code, named(standard, code).unwrap_or_default()), officer, new)?;
        }
        Ok(())
    })
}

fn named<'a>(standard: &'a Standard, code: &str) -> Option<&'a str> {
    let found = standard.criteria().iter().find(|criterion| criterion.code == code);
    found.map(|criterion| criterion.name.as_str())
}

/// Ends what runs into the new days; what begins later stands in their way.
fn make_room(
    tx: &mut Writer<'_>,
    by: &Person,
    known: &[&Assigned],
    new: &NewCharge<'_>,
) -> Result<(), Refusal> {
    for one in known.iter().filter(|one| one.ever_holds()) {
        let over = one.valid_to.is_some_and(|last| last < new.from);
        let later = new.to.is_some_and(|last| last < one.valid_from);
        if over || later {
            continue;
        }
        if one.valid_from > new.from {
            let message = Message::new("charge-later-one")
                .arg("criterion", one.criterion.clone())
                .arg("day", chungsuc_domain::date::show_date(one.valid_from));
            return Err(Refusal::field("to", message));
        }
        end_on(tx, by, one, one.version, new.from.saturating_sub(1.day()))?;
    }
    Ok(())
}

fn add(
    app: &App,
    tx: &mut Writer<'_>,
    by: &Person,
    (code, name): (&str, &str),
    officer: &str,
    new: &NewCharge<'_>,
) -> Result<(), Refusal> {
    let id = app.new_id();
    let criterion = format!("{code}. {name}");
    let kept = Kept { criterion, officer, valid_from: new.from, valid_to: new.to };
    let params: [Param<'_>; 7] = [
        by.commune.as_str().into(),
        id.as_str().into(),
        new.standard.into(),
        code.into(),
        new.account.into(),
        new.from.into(),
        new.to.into(),
    ];
    Ok(tx.change(Change::create(CHARGE, &id, &kept)?, sql::ADD_CHARGE, &params)?)
}

fn end_on(
    tx: &mut Writer<'_>,
    by: &Person,
    one: &Assigned,
    version: i64,
    last: Date,
) -> Result<(), Refusal> {
    let (old, new) = (Ended { valid_to: one.valid_to }, Ended { valid_to: Some(last) });
    let change = Change::update(CHARGE, &one.id, &old, &new)?;
    let params = [last.into(), by.commune.as_str().into(), one.id.as_str().into(), version.into()];
    Ok(tx.change(change, sql::END_CHARGE, &params)?)
}

/// Says the last day of one that was seen in state `version`.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the field `last`; a conflict.
pub fn end_charge(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    last: Date,
) -> Result<(), Refusal> {
    let one = charge(app, by, id)?;
    if last < one.valid_from {
        return Err(Refusal::field("last", Message::new("charge-to-before-from")));
    }
    if one.valid_to.is_some_and(|to| to < last) {
        return Err(Refusal::field("last", Message::new("charge-ended-before")));
    }
    app.write(by, |tx| end_on(tx, by, &one, version, last))
}

/// One of them.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; of the store.
pub fn charge(app: &App, by: &Person, id: &str) -> Result<Assigned, Refusal> {
    by.must_in_commune(Act::AssignCriteria)?;
    let params = [by.commune.as_str().into(), id.into()];
    app.read(|r| r.first(sql::ONE_CHARGE, &params, Assigned::read)?.ok_or(Refusal::NotFound))
}

/// Who is in charge today of every criterion that has somebody; an account that is shut is nobody.
pub(super) struct Charges {
    of: HashMap<(String, String), (String, String)>,
}

impl Charges {
    pub(super) fn today(app: &App, commune: &str) -> Result<Self, StoreError> {
        let day = app.today();
        let people = names::of_accounts(app, commune)?;
        let rows: Vec<(String, String, String)> = app.read(|r| {
            let row = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
            r.all(sql::IN_CHARGE, &[commune.into(), day.into()], row)
        })?;
        let of = rows.into_iter().map(|(standard, criterion, account)| {
            let name = people.get(&account).cloned().unwrap_or_else(|| "–".to_owned());
            ((standard, criterion), (account, name))
        });
        Ok(Self { of: of.collect() })
    }

    /// Id and name of the officer in charge of a value's criterion.
    pub(super) fn officer(&self, app: &App, value: &Value) -> Option<&(String, String)> {
        let line = indicator(app, &value.standard, &value.indicator).ok()?;
        self.of.get(&(value.standard.clone(), line.criterion.clone()))
    }

    /// The same as somebody sees it.
    pub(super) fn charge(&self, app: &App, by: &Person, value: &Value) -> Charge {
        match self.officer(app, value) {
            None => Charge::Nobody,
            Some((account, _)) if *account == by.account => Charge::Own,
            Some(_) => Charge::Another,
        }
    }
}
