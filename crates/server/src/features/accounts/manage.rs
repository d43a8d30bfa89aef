//! Accounts and their roles, as the administrator keeps them.

use chungsuc_store::{Change, Row, StoreError, Writer};
use serde::Serialize;

use super::{RECORD, password, sql};
use crate::access::{Act, Person, Role};
use crate::app::App;
use crate::features::units;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// An account as the administrator sees it.
#[derive(Clone, Debug)]
pub struct Account {
    /// Its id.
    pub id: String,
    /// What is typed to log in.
    pub login: String,
    /// Full name of the person.
    pub full_name: String,
    /// Whether it is shut.
    pub locked: bool,
    /// Which state of the record this is.
    pub version: i64,
    /// Roles, each with code and name of its territory.
    pub roles: Vec<(Role, String, String)>,
}

/// What a new account needs.
#[derive(Clone, Debug)]
pub struct NewAccount<'a> {
    /// What will be typed to log in: small Latin letters, digits, dots.
    pub login: &'a str,
    /// Full name of the person.
    pub full_name: &'a str,
    /// The first password, to be told to the person and changed by them.
    pub password: &'a str,
    /// Roles, each with the code of its territory.
    pub roles: &'a [(Role, String)],
}

/// What the journal keeps of an account: never its password.
#[derive(Serialize)]
struct Kept<'a> {
    login: &'a str,
    full_name: &'a str,
}

#[derive(Serialize)]
struct KeptRole<'a> {
    role: &'a str,
    territory: &'a str,
}

#[derive(Serialize)]
struct KeptLock {
    locked: bool,
}

/// All accounts of the commune, by login.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn accounts(app: &App, by: &Person) -> Result<Vec<Account>, Refusal> {
    by.must_in_commune(Act::ManageAccounts)?;
    app.read(|r| {
        let commune = [by.commune.as_str().into()];
        let mut found = r.all(sql::ALL, &commune, read_account)?;
        let grants: Vec<(String, String, String, String)> =
            r.all(sql::GRANTS, &commune, |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })?;
        for (account, role, territory, name) in grants {
            let Some(role) = Role::from_code(&role) else { continue };
            if let Some(owner) = found.iter_mut().find(|one| one.id == account) {
                owner.roles.push((role, territory, name));
            }
        }
        Ok(found)
    })
}

/// Who may do something somewhere in the commune: id and full name of each open account, by name.
///
/// # Errors
/// Of the store.
pub(crate) fn holders(
    app: &App,
    commune: &str,
    act: Act,
) -> Result<Vec<(String, String)>, Refusal> {
    let found = holders_in_role(app, commune, act)?;
    Ok(found.into_iter().map(|(id, name, _)| (id, name)).collect())
}

/// The same, each with the first role in which they may.
///
/// # Errors
/// Of the store.
pub(crate) fn holders_in_role(
    app: &App,
    commune: &str,
    act: Act,
) -> Result<Vec<(String, String, Role)>, Refusal> {
    let rows: Vec<(String, String, String)> = app.read(|r| {
        let row = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        r.all(sql::HOLDERS, &[commune.into()], row).map_err(Refusal::from)
    })?;
    let may = |role: &Role| act.roles().contains(role);
    let known = rows
        .into_iter()
        .filter_map(|(id, name, role)| Some((id, name, Role::from_code(&role).filter(may)?)));
    let mut found: Vec<_> = known.collect();
    found.dedup_by(|one, other| one.0 == other.0);
    Ok(found)
}

/// One account.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; of the store.
pub fn find(app: &App, by: &Person, id: &str) -> Result<Account, Refusal> {
    let all = accounts(app, by)?;
    all.into_iter().find(|account| account.id == id).ok_or(Refusal::NotFound)
}

/// Makes an account with its roles.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields `login`, `full_name`, `password`,
/// `territory`.
pub fn create(app: &App, by: &Person, new: &NewAccount<'_>) -> Result<String, Refusal> {
    by.must_in_commune(Act::ManageAccounts)?;
    let mut errors = check(new);
    for (_, territory) in new.roles {
        check_territory(app, by, territory, &mut errors)?;
    }
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let id = app.new_id();
    let hash = password::hash(new.password)
        .map_err(|why| Refusal::Rule(Message::worded(format!("Argon2: {why}"))))?;
    let kept = Kept { login: new.login, full_name: new.full_name };
    let written = app.write(by, |tx| {
        let at = tx.author().at;
        tx.change(
            Change::create(RECORD, &id, &kept)?,
            sql::ADD,
            &[
                by.commune.as_str().into(),
                (&id).into(),
                new.login.into(),
                new.full_name.into(),
                (&hash).into(),
                at.into(),
            ],
        )?;
        new.roles.iter().try_for_each(|(role, territory)| add_role(tx, &id, *role, territory))
    });
    match written {
        Err(Refusal::Store(StoreError::Duplicate(_))) => {
            Err(Refusal::field("login", Message::new("account-login-taken")))
        }
        other => other.map(|()| id),
    }
}

fn check(new: &NewAccount<'_>) -> Errors {
    let mut errors = Errors::default();
    let plain = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '.';
    if !(3..=40).contains(&new.login.len()) || !new.login.chars().all(plain) {
        errors.add("login", Message::new("account-login-form"));
    }
    if new.full_name.is_empty() {
        errors.add("full_name", Message::new("field-missing"));
    }
    if let Some(weakness) = password::weakness(new.password, new.login) {
        errors.add("password", weakness);
    }
    errors
}

/// A role holds in the commune itself or in one of its villages, never elsewhere.
fn check_territory(
    app: &App,
    by: &Person,
    territory: &str,
    errors: &mut Errors,
) -> Result<(), Refusal> {
    if units::territories(app, by)?.iter().all(|unit| unit.code != territory) {
        errors.add("territory", Message::new("territory-unknown"));
    }
    Ok(())
}

/// Gives a role within a territory of the commune.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`]; [`Refusal::Invalid`] with the field `territory`; a
/// rule, when the account holds it already.
pub fn give_role(
    app: &App,
    by: &Person,
    account: &str,
    role: Role,
    territory: &str,
) -> Result<(), Refusal> {
    let account = find(app, by, account)?;
    let mut errors = Errors::default();
    check_territory(app, by, territory, &mut errors)?;
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let written = app.write(by, |tx| add_role(tx, &account.id, role, territory));
    match written {
        Err(Refusal::Store(StoreError::Duplicate(_))) => Err(Refusal::rule("account-role-held")),
        other => other,
    }
}

/// Takes a role away again.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`]; a rule, when it is the last administrator.
pub fn take_role(
    app: &App,
    by: &Person,
    account: &str,
    role: Role,
    territory: &str,
) -> Result<(), Refusal> {
    let all = accounts(app, by)?;
    let administrators = all.iter().filter(|one| is_administrator(one)).count();
    let account = all.iter().find(|one| one.id == account).ok_or(Refusal::NotFound)?;
    if role == Role::Administrator && is_administrator(account) && administrators == 1 {
        return Err(Refusal::rule("account-last-administrator"));
    }
    let kept = KeptRole { role: role.code(), territory };
    app.write(by, |tx| {
        let id = role_record(&account.id, role, territory);
        let params = [
            by.commune.as_str().into(),
            (&account.id).into(),
            role.code().into(),
            territory.into(),
        ];
        Ok(tx.change(Change::end("role_grant", id, &kept)?, sql::TAKE_ROLE, &params)?)
    })
}

fn is_administrator(account: &Account) -> bool {
    !account.locked && account.roles.iter().any(|(role, ..)| *role == Role::Administrator)
}

/// Shuts an account, which ends its sessions, or opens it again; one that is so already stays so.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`]; a rule, for one's own account.
pub fn set_locked(app: &App, by: &Person, id: &str, locked: bool) -> Result<(), Refusal> {
    let account = find(app, by, id)?;
    if account.id == by.account {
        return Err(Refusal::rule("account-own-lock"));
    }
    if account.locked == locked {
        return Ok(());
    }
    app.write(by, |tx| {
        let (old, new) = (KeptLock { locked: account.locked }, KeptLock { locked });
        let commune = by.commune.as_str();
        tx.change(
            Change::update(RECORD, id, &old, &new)?,
            sql::LOCK,
            &[locked.into(), commune.into(), id.into(), account.version.into()],
        )?;
        tx.technical(sql::END_ALL, &[commune.into(), id.into(), "".into()])?;
        Ok(())
    })
}

/// Changes one's own password, and ends the sessions on other machines.
///
/// # Errors
/// [`Refusal::Invalid`] with the fields `current`, `password`, `again`.
pub fn change_password(
    app: &App,
    by: &Person,
    session: &str,
    current: &str,
    new: &str,
    again: &str,
) -> Result<(), Refusal> {
    let params = [by.commune.as_str().into(), by.account.as_str().into()];
    let known: Option<(String, String)> = app.read(|r| {
        r.first(sql::PASSWORD_OF, &params, |row| Ok((row.get(0)?, row.get(1)?)))
            .map_err(Refusal::from)
    })?;
    let (login, kept) = known.ok_or(Refusal::NotFound)?;
    let mut errors = Errors::default();
    if !password::matches(current, &kept) {
        errors.add("current", Message::new("password-wrong"));
    }
    if let Some(weakness) = password::weakness(new, &login) {
        errors.add("password", weakness);
    }
    if new != again {
        errors.add("again", Message::new("password-differs"));
    }
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let hash = password::hash(new)
        .map_err(|why| Refusal::Rule(Message::worded(format!("Argon2: {why}"))))?;
    app.write(by, |tx| {
        let nothing = serde_json::Map::new();
        let change = Change::update(RECORD, &by.account, &nothing, &nothing)?;
        let change = change.because("password");
        let (commune, account) = (by.commune.as_str(), by.account.as_str());
        let params = [(&hash).into(), commune.into(), account.into()];
        tx.change(change, sql::SET_PASSWORD, &params)?;
        tx.technical(sql::END_ALL, &[commune.into(), account.into(), session.into()])?;
        Ok(())
    })
}

fn add_role(
    tx: &mut Writer<'_>,
    account: &str,
    role: Role,
    territory: &str,
) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let kept = KeptRole { role: role.code(), territory };
    let change = Change::create("role_grant", role_record(account, role, territory), &kept)?;
    let params = [(&commune).into(), account.into(), role.code().into(), territory.into()];
    Ok(tx.change(change, sql::GIVE_ROLE, &params)?)
}

fn role_record(account: &str, role: Role, territory: &str) -> String {
    format!("{account}/{}/{territory}", role.code())
}

fn read_account(row: &Row<'_>) -> Result<Account, StoreError> {
    Ok(Account {
        id: row.get(0)?,
        login: row.get(1)?,
        full_name: row.get(2)?,
        locked: row.get(3)?,
        version: row.get(4)?,
        roles: Vec::new(),
    })
}
