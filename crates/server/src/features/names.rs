//! Names behind ids, for pages that say who did something.

use std::collections::HashMap;

use chungsuc_store::StoreError;

use crate::app::App;

const ACCOUNTS: &str = "SELECT id, full_name FROM account WHERE commune = $1";
const LOCKED: &str = "SELECT locked FROM account WHERE commune = $1 AND id = $2";

/// The full names of the commune's accounts, by id.
pub(crate) fn of_accounts(app: &App, commune: &str) -> Result<HashMap<String, String>, StoreError> {
    app.read(|r| {
        let rows = r.all(ACCOUNTS, &[commune.into()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.into_iter().collect())
    })
}

/// Whether an account is shut: whoever it belonged to will not come back to what they began.
pub(crate) fn is_locked(app: &App, commune: &str, account: &str) -> Result<bool, StoreError> {
    let params = [commune.into(), account.into()];
    Ok(app.read(|r| r.first(LOCKED, &params, |row| row.get(0)))?.unwrap_or(true))
}
