//! Logging in: a password, and patience after wrong ones.

use std::net::IpAddr;

use chungsuc_store::StoreError;
use jiff::{SignedDuration, Timestamp};

use super::{password, sessions, sql};
use crate::app::App;
use crate::refusal::Refusal;

/// Wrong passwords before a login has to wait.
const FREE_TRIES: i64 = 5;
/// The first wait; each further wrong password doubles it.
const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(15);
/// The longest wait.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(1);

/// Why nobody was let in.
#[derive(Debug)]
pub enum Denied {
    /// The login or the password is wrong, or the account is locked: not said which.
    Wrong,
    /// Too many wrong passwords: not before this moment.
    Wait(Timestamp),
    /// Too many tries from one address.
    TooMany,
    /// The store failed.
    Failed(Refusal),
}

impl From<StoreError> for Denied {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}

/// Checks a password and starts a session; gives the token for the browser.
///
/// A login that does not exist, or is locked, waits and takes as long as any other.
///
/// # Errors
/// [`Denied`].
pub fn log_in(
    app: &App,
    from: Option<IpAddr>,
    login: &str,
    password: &str,
    browser: &str,
) -> Result<String, Denied> {
    if from.is_some_and(|address| !app.login_gate.lets_in(address)) {
        return Err(Denied::TooMany);
    }
    let (login, now) = (login.trim().to_lowercase(), app.clock.now());
    let failed: Option<(i64, Timestamp)> = app.read(|r| {
        r.first(sql::FAILURE, &[(&login).into()], |row| Ok((row.get(0)?, row.get(1)?)))
            .map_err(Denied::from)
    })?;
    if let Some((_, not_before)) = failed.filter(|(_, not_before)| now < *not_before) {
        return Err(Denied::Wait(not_before));
    }
    let known: Option<(String, String, String, bool)> = app.read(|r| {
        r.first(sql::BY_LOGIN, &[(&login).into()], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .map_err(Denied::from)
    })?;
    let right = match &known {
        Some((.., kept, locked)) => password::matches(password, kept) && !locked,
        None => password::pretend(password),
    };
    match known.filter(|_| right) {
        Some((commune, account, ..)) => {
            sessions::technical(app, &commune, |tx| {
                tx.technical(sql::FORGET_FAILURES, &[(&login).into()])
            })?;
            sessions::start_session(app, &commune, &account, browser).map_err(Denied::Failed)
        }
        None => {
            count_failure(app, &login, failed.map_or(0, |(failures, _)| failures) + 1)?;
            Err(Denied::Wrong)
        }
    }
}

fn count_failure(app: &App, login: &str, failures: i64) -> Result<(), StoreError> {
    let not_before = app.clock.now() + wait_after(failures);
    let params = [login.into(), failures.into(), not_before.into()];
    sessions::technical(app, "", |tx| tx.technical(sql::COUNT_FAILURE, &params).map(drop))
}

/// How long to wait after so many wrong passwords in a row.
fn wait_after(failures: i64) -> SignedDuration {
    let doublings = u32::try_from(failures - FREE_TRIES).ok();
    let factor = doublings.map(|times| 2_i32.saturating_pow(times));
    let wait = factor.map_or(SignedDuration::ZERO, |factor| FIRST_WAIT.saturating_mul(factor));
    wait.min(LONGEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_end() {
        let seconds = |failures| wait_after(failures).as_secs();
        assert_eq!([1, 4, 5, 6, 7].map(seconds), [0, 0, 15, 30, 60]);
        assert_eq!(seconds(13), 3_600);
        assert_eq!(seconds(1_000_000), 3_600);
    }
}
