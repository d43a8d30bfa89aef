//! Who signs decisions as what: the head, or a deputy or somebody authorised, from a day to a day, by a
//! paper (Nghị định 30/2020/NĐ-CP Điều 13). Without an entry, who may issue signs as the head.

use chungsuc_domain::date::show_date;
use chungsuc_press::Capacity;
use chungsuc_store::{Change, Row, StoreError};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::{HEAD, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::accounts;
use crate::refusal::{Refusal, capacity};
use crate::web::{Errors, Form, Message};

/// Kind of its records in the journal.
pub(super) const SIGNER_RECORD: &str = "signer";

/// As what an account signs, from a day to a day.
#[derive(Clone, Debug)]
pub struct Signer {
    /// Its id.
    pub id: String,
    /// The account.
    pub account: String,
    /// Full name of the person.
    pub name: String,
    /// The lines above the name: “KT. Chủ tịch”, “Phó Chủ tịch”.
    pub capacity: String,
    /// The paper that says so.
    pub paper: String,
    /// First day.
    pub from: Date,
    /// Last day, where it is known.
    pub to: Option<Date>,
}

impl Signer {
    fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|last| day <= last)
    }

    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            account: row.get(1)?,
            name: row.get(2)?,
            capacity: row.get(3)?,
            paper: row.get(4)?,
            from: row.get(5)?,
            to: row.get(6)?,
        })
    }
}

#[derive(Serialize)]
struct Kept<'a> {
    signer_name: &'a str,
    signer_post: &'a str,
    paper: &'a str,
    valid_from: Date,
    valid_to: Option<Date>,
}

fn kept(one: &Signer) -> Kept<'_> {
    Kept {
        signer_name: &one.name,
        signer_post: &one.capacity,
        paper: &one.paper,
        valid_from: one.from,
        valid_to: one.to,
    }
}

/// Every entry, by person and day.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn signers(app: &App, by: &Person) -> Result<Vec<Signer>, Refusal> {
    by.must_somewhere(Act::ReadDecisions)?;
    let commune = [by.commune.as_str().into()];
    app.read(|r| r.all(sql::SIGNERS, &commune, Signer::read).map_err(Refusal::from))
}

/// As what a person signs a decision of that day: as the entry of the day says; who has none at all
/// signs as the head.
///
/// # Errors
/// A rule, when there are entries of other days only: a deputy whose time is over signs nothing.
pub fn capacity_on(app: &App, by: &Person, day: Date) -> Result<String, Refusal> {
    let mut own = signers(app, by)?;
    own.retain(|one| one.account == by.account);
    match own.iter().find(|one| one.holds_on(day)) {
        Some(one) => Ok(one.capacity.clone()),
        None if own.is_empty() => Ok(HEAD.to_owned()),
        None => Err(Refusal::Rule(
            Message::new("signer-not-that-day")
                .arg("name", by.name.clone())
                .arg("day", show_date(day)),
        )),
    }
}

/// Those who may issue decisions and so can be entered: id and name.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub(super) fn candidates(app: &App, by: &Person) -> Result<Vec<(String, String)>, Refusal> {
    by.must_in_commune(Act::KeepSigners)?;
    accounts::holders(app, &by.commune, Act::IssueDecisions)
}

/// Enters as what somebody signs from a day on; the entry before ends on the day before. Reads a form
/// with the fields `account`, `capacity`, `paper`, `valid_from`, `valid_to`.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`], field by field.
pub fn enter_signer(app: &App, by: &Person, form: &Form) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepSigners)?;
    let mut errors = Errors::default();
    let known = candidates(app, by)?;
    let person = known.into_iter().find(|(id, _)| id == form.text("account"));
    if person.is_none() {
        errors.add("account", Message::new("field-missing"));
    }
    let lines = form.required("capacity", &mut errors).replace("\r\n", "\n");
    if let Err(error) = Capacity::read(&lines) {
        errors.add("capacity", capacity(error));
    }
    let paper = form.required("paper", &mut errors).trim().to_owned();
    let day = |name: &'static str, errors: &mut Errors| {
        let read =
            form.filled(name).map(|text| chungsuc_domain::date::parse_date(text, app.today()));
        let wrong = matches!(read, Some(Err(_)));
        if wrong {
            errors.add(name, Message::new("day-wrong"));
        }
        read.and_then(Result::ok)
    };
    let (from, to) = (day("valid_from", &mut errors), day("valid_to", &mut errors));
    if from.is_none() && errors.of("valid_from").is_none() {
        errors.add("valid_from", Message::new("field-missing"));
    }
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        errors.add("valid_to", Message::new("signer-ends-early"));
    }
    let (Some((account, name)), Some(from), true) = (person, from, errors.is_empty()) else {
        return Err(errors.into());
    };
    let new = Signer { id: app.new_id(), account, name, capacity: lines, paper, from, to };
    let mut before = signers(app, by)?;
    before.retain(|one| one.account == new.account && one.to.is_none_or(|to| to >= new.from));
    if before.iter().any(|one| one.from >= new.from) {
        return Err(Refusal::field("valid_from", Message::new("signer-before")));
    }
    app.write(by, |tx| {
        for old in &before {
            let to = Some(new.from.saturating_sub(1.day()));
            let ended = Signer { to, ..old.clone() };
            let change = Change::update(SIGNER_RECORD, &old.id, &kept(old), &kept(&ended))?;
            let row = [to.into(), by.commune.as_str().into(), (&old.id).into()];
            tx.change(change, sql::END_SIGNER, &row)?;
        }
        let row = [
            by.commune.as_str().into(),
            (&new.id).into(),
            (&new.account).into(),
            (&new.capacity).into(),
            (&new.paper).into(),
            new.from.into(),
            new.to.into(),
        ];
        let change = Change::create(SIGNER_RECORD, &new.id, &kept(&new))?;
        Ok(tx.change(change, sql::ADD_SIGNER, &row)?)
    })
}
