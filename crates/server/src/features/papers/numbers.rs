//! The numbers of the office's books: without gaps and doubles, however many officers write at once.

use chungsuc_store::Writer;

use super::sql;
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::Message;

/// Takes the next number of a register of a year, or `at_least` that one where an office goes on from
/// its paper book. The register's row stays locked until the transaction ends: no number is given
/// twice, and one that was not used goes back.
///
/// # Errors
/// A rule, when `at_least` was given already; of the store.
pub fn next_number(
    tx: &mut Writer<'_>,
    register: &str,
    year: i16,
    at_least: Option<i64>,
) -> Result<i64, Refusal> {
    let commune = tx.author().commune.clone();
    let key = [commune.as_str().into(), register.into(), i64::from(year).into()];
    tx.technical(sql::OPEN_REGISTER, &key)?;
    let last: Option<i64> = tx.first(sql::LOCK_REGISTER, &key, |row| row.get(0))?;
    let last = last.unwrap_or_default();
    let number = at_least.unwrap_or(last + 1);
    if number <= last {
        let next = Message::new("paper-number-taken").arg("next", last + 1);
        return Err(Refusal::field("number", next));
    }
    let row = [number.into(), commune.as_str().into(), register.into(), i64::from(year).into()];
    tx.technical(sql::MOVE_REGISTER, &row)?;
    Ok(number)
}

/// Makes the next writer of this book wait until the transaction ends.
///
/// # Errors
/// Of the store.
pub(super) fn hold(tx: &mut Writer<'_>, register: &str) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let key = [commune.as_str().into(), register.into(), 0.into()];
    tx.technical(sql::OPEN_REGISTER, &key)?;
    tx.first(sql::LOCK_REGISTER, &key, |row| row.get::<i64>(0))?;
    Ok(())
}

/// The number that a register would give next.
///
/// # Errors
/// Of the store.
pub fn coming_number(app: &App, commune: &str, register: &str, year: i16) -> Result<i64, Refusal> {
    let key = [commune.into(), register.into(), i64::from(year).into()];
    let last: Option<i64> =
        app.read(|r| r.first(sql::LAST_NUMBER, &key, |row| row.get(0)).map_err(Refusal::from))?;
    Ok(last.unwrap_or_default() + 1)
}
