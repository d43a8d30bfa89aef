//! What a revocation does to the fund: what was promised and not paid is not owed any more, what was
//! paid is to come back; and the money that did.

use std::collections::BTreeMap;

use chungsuc_domain::Vnd;
use chungsuc_domain::fund::Matter;
use chungsuc_store::{Change, Reader, StoreError, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::book::too_large;
use super::lines::{self, Line};
use super::write::{NewEntry, add, shut};
use super::{Entry, REVOKED_RECORD, sql};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::Message;

/// Lines of a decision whose commendation was taken back.
#[derive(Clone, Debug)]
pub(crate) struct TakenBack<'a> {
    /// The decision that had given it.
    pub(crate) decision: &'a str,
    /// The places in its list.
    pub(crate) lines: Vec<i64>,
    /// “118/QĐ-UBND”: the decision that took it back.
    pub(crate) number: String,
    /// The day of that one.
    pub(crate) on: Date,
}

/// Money that came back of one line.
#[derive(Clone, Debug)]
pub(crate) struct Returned<'a> {
    /// The decision that had given it.
    pub(crate) decision: &'a str,
    /// The place in its list.
    pub(crate) seq: i64,
    /// How much.
    pub(crate) amount: Vnd,
    /// The day.
    pub(crate) on: Date,
    /// Who handed it over, by which receipt.
    pub(crate) paper: &'a str,
}

#[derive(Serialize)]
struct Kept<'a> {
    number: &'a str,
    on: Date,
}

/// What the fund paid for the lines of a decision that it holds.
///
/// # Errors
/// Of the store.
pub(crate) fn paid(
    r: &mut Reader<'_>,
    commune: &str,
    decision: &str,
) -> Result<BTreeMap<i64, Vnd>, StoreError> {
    let key = [commune.into(), decision.into()];
    let rows = r.all(sql::PAID, &key, |row| Ok((row.get(0)?, Vnd::new(row.get(1)?))))?;
    Ok(rows.into_iter().collect())
}

/// Enters that commendations were taken back, in the transaction that does so. Others wait from here
/// on. Of lines that the fund does not hold, and of those it was told before, nothing is entered.
///
/// # Errors
/// When the figures exceed what money can express; of the store.
pub(crate) fn take_back(
    app: &App,
    tx: &mut Writer<'_>,
    what: &TakenBack<'_>,
) -> Result<(), Refusal> {
    tx.hold_others()?;
    let commune = tx.author().commune.clone();
    for mut line in lines::read(tx, &commune, what.decision)? {
        if !what.lines.contains(&line.seq) || line.revoked.is_some() {
            continue;
        }
        let change = Change::create(
            REVOKED_RECORD,
            format!("{}/{}", what.decision, line.seq),
            &Kept { number: &what.number, on: what.on },
        )?;
        let row = [
            commune.as_str().into(),
            what.decision.into(),
            line.seq.into(),
            (&what.number).into(),
            what.on.into(),
        ];
        tx.change(change, sql::ADD_REVOKED, &row)?;
        line.revoked = Some((what.number.clone(), what.on));
        settle(app, tx, what.decision, &line)?;
    }
    Ok(())
}

/// Brings a line that was taken back to where it has to be: nothing owed, and all that was paid is to
/// come back. Of any other line nothing is entered.
pub(super) fn settle(
    app: &App,
    tx: &mut Writer<'_>,
    decision: &str,
    line: &Line,
) -> Result<(), Refusal> {
    let Some((number, day)) = &line.revoked else { return Ok(()) };
    let (owed, unclaimed) = (line.owed()?, line.paid.minus(line.claimed).map_err(too_large)?);
    let reason = format!("Khen thưởng bị thu hồi theo Quyết định {number}");
    let on = open_day(app, tx, (*day).max(line.decided.1))?;
    for (matter, amount) in [(Matter::Release, owed), (Matter::Claim, unclaimed)] {
        if amount > Vnd::ZERO {
            let id = app.new_id();
            let entry = NewEntry {
                line: Some((decision, line.seq)),
                name: &line.name,
                paper: number,
                reason: Some(&reason),
                ..NewEntry::new(&id, on, matter, amount)
            };
            add(tx, &entry)?;
        }
    }
    Ok(())
}

/// The claim of a line that stands, if there is one.
pub(super) fn claim(
    r: &mut Reader<'_>,
    commune: &str,
    (decision, seq): (&str, i64),
) -> Result<Option<Entry>, StoreError> {
    r.first(sql::CLAIM, &[commune.into(), decision.into(), seq.into()], Entry::read)
}

/// The day itself, or today where its year is closed: what was reported of a closed year stays.
pub(super) fn open_day(app: &App, tx: &mut Writer<'_>, on: Date) -> Result<Date, StoreError> {
    let commune = tx.author().commune.clone();
    Ok(if shut(app, tx, &commune, on)?.is_some() { app.today() } else { on })
}

/// Enters that money of a paid reward came back; gives the id of the entry, or nothing where the fund
/// does not hold the line.
///
/// # Errors
/// [`Refusal::Invalid`] with the field `amount`, when that is more than is to come back.
pub(crate) fn take_in_again(
    app: &App,
    tx: &mut Writer<'_>,
    what: &Returned<'_>,
) -> Result<Option<String>, Refusal> {
    tx.hold_others()?;
    let commune = tx.author().commune.clone();
    let known = lines::read(tx, &commune, what.decision)?;
    let Some(line) = known.iter().find(|line| line.seq == what.seq) else { return Ok(None) };
    let left = line.to_come_back()?;
    if what.amount > left {
        let message = Message::new("fund-recover-more").arg("left", left.to_string());
        return Err(Refusal::field("amount", message));
    }
    let (id, on) = (app.new_id(), open_day(app, tx, what.on)?);
    let number = line.revoked.as_ref().map(|(number, _)| number.as_str()).unwrap_or_default();
    let entry = NewEntry {
        line: Some((what.decision, what.seq)),
        name: &line.name,
        paper: number,
        note: what.paper,
        ..NewEntry::new(&id, on, Matter::Recovery, what.amount)
    };
    add(tx, &entry)?;
    Ok(Some(id))
}
