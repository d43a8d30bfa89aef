//! Adding a row to the fund.

use chungsuc_domain::Vnd;
use chungsuc_domain::fund::Matter;
use chungsuc_store::{Change, Reader, StoreError, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::{Manner, RECORD, sql};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::Message;

/// An entry as it is written; a reversal is one too.
#[derive(Clone, Copy)]
pub(super) struct NewEntry<'a> {
    pub(super) id: &'a str,
    pub(super) on: Date,
    pub(super) matter: Matter,
    pub(super) kind: &'a str,
    pub(super) line: Option<(&'a str, i64)>,
    pub(super) name: &'a str,
    pub(super) public_name: bool,
    pub(super) taken_by: &'a str,
    pub(super) manner: Option<Manner>,
    pub(super) amount: Vnd,
    pub(super) paper: &'a str,
    pub(super) note: &'a str,
    pub(super) reason: Option<&'a str>,
    pub(super) reverses: Option<&'a str>,
    pub(super) payment: Option<&'a str>,
}

impl<'a> NewEntry<'a> {
    /// An entry with nothing said of it but what it is.
    pub(super) fn new(id: &'a str, on: Date, matter: Matter, amount: Vnd) -> Self {
        let (kind, name, taken_by, paper, note) = ("", "", "", "", "");
        let (line, manner, public_name) = (None, None, false);
        let (reason, reverses, payment) = (None, None, None);
        Self {
            id,
            on,
            matter,
            kind,
            line,
            name,
            public_name,
            taken_by,
            manner,
            amount,
            paper,
            note,
            reason,
            reverses,
            payment,
        }
    }
}

/// What the journal keeps.
#[derive(Serialize)]
struct Kept<'a> {
    matter: Matter,
    on: Date,
    amount: Vnd,
    name: &'a str,
    paper: &'a str,
    note: &'a str,
}

/// Adds an entry.
pub(super) fn add(tx: &mut Writer<'_>, new: &NewEntry<'_>) -> Result<(), Refusal> {
    let author = tx.author().clone();
    let NewEntry { matter, on, amount, name, paper, note, .. } = *new;
    let change = Change::create(RECORD, new.id, &Kept { matter, on, amount, name, paper, note })?;
    let change = match new.reason {
        Some(reason) => change.because(reason),
        None => change,
    };
    let params = [
        author.commune.as_str().into(),
        new.id.into(),
        i64::from(on.year()).into(),
        on.into(),
        matter.code().into(),
        new.kind.into(),
        new.line.map(|(decision, _)| decision).into(),
        new.line.map(|(_, seq)| seq).into(),
        name.into(),
        new.public_name.into(),
        new.taken_by.into(),
        new.manner.map(Manner::code).into(),
        amount.dong().into(),
        paper.into(),
        note.into(),
        new.reason.into(),
        new.reverses.into(),
        new.payment.into(),
        author.at.into(),
        author.actor.as_str().into(),
    ];
    Ok(tx.change(change, sql::ADD, &params)?)
}

/// The newest closed year; entries belong to later ones.
pub(super) fn last_closed(r: &mut Reader<'_>, commune: &str) -> Result<Option<i16>, StoreError> {
    let year = r.first(sql::LAST_CLOSED, &[commune.into()], |row| row.get::<Option<i64>>(0))?;
    Ok(year.flatten().and_then(|year| i16::try_from(year).ok()))
}

/// Why nothing can be entered on a day: it is to come, or its year is closed.
pub(super) fn shut(
    app: &App,
    r: &mut Reader<'_>,
    commune: &str,
    on: Date,
) -> Result<Option<Message>, StoreError> {
    if on > app.today() {
        return Ok(Some(Message::new("day-to-come")));
    }
    let closed = last_closed(r, commune)?.filter(|last| on.year() <= *last);
    Ok(closed.map(|last| {
        Message::new("fund-day-closed")
            .arg("year", i64::from(last))
            .arg("next", i64::from(last) + 1)
    }))
}

/// Holds other writers back until the commit, and refuses a day on which nothing can be entered. What
/// is read of the fund from here on still stands at the commit.
pub(super) fn hold(app: &App, tx: &mut Writer<'_>, on: Date) -> Result<(), Refusal> {
    tx.hold_others()?;
    let commune = tx.author().commune.clone();
    match shut(app, tx, &commune, on)? {
        Some(message) => Err(Refusal::field("on", message)),
        None => Ok(()),
    }
}
