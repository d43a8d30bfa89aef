//! The certificates that a commune took back, signed with its key: whoever checks without a network takes
//! the list along. It names numbers, never people.

use chungsuc_domain::proof::{Code, Revoked, RevokedList, SignedList};
use chungsuc_store::{Row, StoreError};
use jiff::civil::Date;

use super::{shown_number, sql};
use crate::app::App;
use crate::features::certificates::key_in_use;
use crate::refusal::Refusal;

/// The list of a commune as it is today; nothing where the commune has never signed a certificate.
///
/// # Errors
/// Of the store.
pub fn revoked_list(app: &App, commune: &str) -> Result<Option<SignedList>, Refusal> {
    let Some(key) = key_in_use(app, commune)? else { return Ok(None) };
    let rows: Vec<(String, Date, String)> =
        app.read(|r| r.all(sql::REVOKED_CODES, &[commune.into()], read).map_err(Refusal::from))?;
    let line = |(code, on, decision): (String, Date, String)| {
        let number = code.parse::<Code>().ok()?.short_number();
        Some(Revoked { number, on, decision })
    };
    let lines = rows.into_iter().filter_map(line).collect();
    let list = RevokedList { issuer: commune.to_owned(), on: app.today(), lines };
    Ok(Some(key.sign_revoked(list)))
}

fn read(row: &Row<'_>) -> Result<(String, Date, String), StoreError> {
    let (number, symbol): (i64, String) = (row.get(2)?, row.get(3)?);
    Ok((row.get(0)?, row.get(1)?, shown_number(number, &symbol)))
}
