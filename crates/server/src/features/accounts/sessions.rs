//! Sessions: from login to logout, or until they have been idle or open for too long.

use axum::http::{HeaderMap, header};
use chungsuc_store::StoreError;
use data_encoding::HEXLOWER;
use jiff::{SignedDuration, Timestamp};
use rand::RngExt;
use sha2::{Digest, Sha256};

use super::sql;
use crate::access::{Grant, Person, Role};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::csrf;

/// A session that was not used for so long is over.
const IDLE: SignedDuration = SignedDuration::from_hours(2);
/// A session that was started so long ago is over, used or not.
const ABSOLUTE: SignedDuration = SignedDuration::from_hours(12);
/// How old the note of the last use may be before it is written again: not every page writes.
const NOTE_AFTER: SignedDuration = SignedDuration::from_mins(1);

/// Name of the cookie.
const COOKIE: &str = "phien";

/// A session in use.
#[derive(Clone, Debug)]
pub struct Session {
    /// Its id; not the token.
    pub id: String,
    /// Who is logged in.
    pub person: Person,
    /// What forms of this session carry.
    pub form_token: String,
}

/// A session as its owner sees it in the list.
#[derive(Clone, Debug)]
pub struct OpenSession {
    /// Its id.
    pub id: String,
    /// When it was started.
    pub started_at: Timestamp,
    /// When it was last used, to the minute.
    pub seen_at: Timestamp,
    /// How the browser named itself.
    pub browser: String,
}

/// Starts a session; gives the token that only the browser keeps.
///
/// # Errors
/// Of the store.
pub fn start_session(
    app: &App,
    commune: &str,
    account: &str,
    browser: &str,
) -> Result<String, Refusal> {
    let [first, second]: [u128; 2] = rand::rng().random();
    let (token, now) = (format!("{first:032x}{second:032x}"), app.clock.now());
    let (key, id) = (hash(&token), app.new_id());
    let params = [
        (&key).into(),
        (&id).into(),
        commune.into(),
        account.into(),
        now.into(),
        now.into(),
        browser.into(),
    ];
    technical(app, commune, |tx| {
        tx.technical(sql::END_OLD, &[(now - IDLE).into(), (now - ABSOLUTE).into()])?;
        tx.technical(sql::START, &params).map(drop)
    })?;
    Ok(token)
}

/// The session of a token, if it is still open; notes that it was used.
///
/// # Errors
/// Of the store.
pub fn find_session(app: &App, token: &str) -> Result<Option<Session>, StoreError> {
    let (key, now) = (hash(token), app.clock.now());
    let rows = app.read(|r| r.all(sql::SESSION, &[(&key).into()], SessionRow::read))?;
    let Some(first) = rows.first() else { return Ok(None) };
    if now.duration_since(first.seen_at) > IDLE || now.duration_since(first.started_at) > ABSOLUTE {
        return Ok(None);
    }
    if now.duration_since(first.seen_at) > NOTE_AFTER {
        technical(app, &first.commune, |tx| {
            tx.technical(sql::SEEN, &[now.into(), (&key).into()]).map(drop)
        })?;
    }
    let person = Person {
        account: first.account.clone(),
        name: first.full_name.clone(),
        commune: first.commune.clone(),
        commune_name: first.commune_name.clone(),
        grants: rows.iter().filter_map(|row| row.grant.clone()).collect(),
    };
    let form_token = csrf::token(token.as_bytes());
    Ok(Some(Session { id: first.id.clone(), person, form_token }))
}

struct SessionRow {
    id: String,
    commune: String,
    account: String,
    started_at: Timestamp,
    seen_at: Timestamp,
    full_name: String,
    commune_name: String,
    grant: Option<Grant>,
}

impl SessionRow {
    fn read(row: &chungsuc_store::Row<'_>) -> Result<Self, StoreError> {
        let role: Option<String> = row.get(7)?;
        let territory: Option<String> = row.get(8)?;
        let role = role.and_then(|code| Role::from_code(&code));
        Ok(Self {
            id: row.get(0)?,
            commune: row.get(1)?,
            account: row.get(2)?,
            started_at: row.get(3)?,
            seen_at: row.get(4)?,
            full_name: row.get(5)?,
            commune_name: row.get(6)?,
            grant: role.zip(territory).map(|(role, territory)| Grant { role, territory }),
        })
    }
}

/// Ends the session of a browser.
///
/// # Errors
/// Of the store.
pub fn log_out(app: &App, session: &Session) -> Result<(), Refusal> {
    end_session(app, &session.person, &session.id)
}

/// Ends one of a person's own sessions.
///
/// # Errors
/// [`Refusal::NotFound`] when they have no such session.
pub fn end_session(app: &App, by: &Person, id: &str) -> Result<(), Refusal> {
    let params = [(&by.commune).into(), (&by.account).into(), id.into()];
    let ended = technical(app, &by.commune, |tx| tx.technical(sql::END, &params))?;
    if ended == 0 { Err(Refusal::NotFound) } else { Ok(()) }
}

/// The open sessions of a person, the last used first.
///
/// # Errors
/// Of the store.
pub fn open_sessions(app: &App, of: &Person) -> Result<Vec<OpenSession>, Refusal> {
    app.read(|r| {
        let rows = r.all(sql::OPEN, &[(&of.commune).into(), (&of.account).into()], |row| {
            Ok(OpenSession {
                id: row.get(0)?,
                started_at: row.get(1)?,
                seen_at: row.get(2)?,
                browser: row.get(3)?,
            })
        });
        Ok(rows?)
    })
}

/// Writes to the technical tables of logins, which no journal keeps.
pub(super) fn technical<T>(
    app: &App,
    commune: &str,
    work: impl FnOnce(&mut chungsuc_store::Writer<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let author = chungsuc_store::Author {
        commune: commune.to_owned(),
        actor: "system:login".to_owned(),
        at: app.clock.now(),
    };
    app.store.write(&author, work)
}

/// The token that a request carries.
pub(crate) fn token_of(headers: &HeaderMap) -> Option<String> {
    cookie(headers, COOKIE).map(str::to_owned)
}

/// The header that hands the token to the browser, or takes it away again when it is empty.
pub(super) fn set_cookie(app: &App, token: &str) -> String {
    let secure = if app.secure_cookies { "; Secure" } else { "" };
    let age = if token.is_empty() { 0 } else { ABSOLUTE.as_secs() };
    format!("{COOKIE}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure}")
}

/// The value of a cookie.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.split_once('='));
    pairs.find(|(known, _)| known.trim() == name).map(|(_, value)| value.trim())
}

/// What the table keeps of a token: who reads the table cannot use it.
fn hash(token: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(token.as_bytes()))
}
