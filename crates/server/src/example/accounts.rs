//! The people of the example who log in: one account for each role, all with one random password.

use serde::Deserialize;

use super::{BEGINNING, COMMUNE, Event, ExampleError, Known, read};
use crate::access::{Grant, Person, Role};
use crate::app::App;
use crate::features::accounts::{self, NewAccount};
use crate::features::units;
use crate::refusal::Refusal;
use crate::web::Language;

/// The logins of the example, to be told to who starts it.
#[derive(Debug)]
pub struct Logins {
    /// The password of all of them, made at this start.
    pub password: String,
    /// The logins.
    pub logins: Vec<Login>,
}

/// One login.
#[derive(Debug)]
pub struct Login {
    /// What is typed.
    pub name: String,
    /// Its roles, in Vietnamese words.
    pub roles: String,
}

#[derive(Deserialize)]
struct Row {
    login: String,
    full_name: String,
    roles: String,
}

pub(super) fn load(app: &App) -> Result<(Logins, Known), ExampleError> {
    let app = app.at(Event::on(BEGINNING, 8, "", |_, _| Ok(())).at);
    let mut known = Known::default();
    let mut logins = Logins { password: accounts::random_password(), logins: Vec::new() };
    let commune = units::find(&app, COMMUNE)?.map_or_else(String::new, |unit| unit.name);
    let first = person("system:demo", "", &commune, &[(Role::Administrator, COMMUNE.into())]);
    for row in read::csv::<Row>("accounts.csv")? {
        let roles = roles(&row.roles);
        let new = NewAccount {
            login: &row.login,
            full_name: &row.full_name,
            password: &logins.password,
            roles: &roles,
        };
        let refused =
            |refusal: Refusal| ExampleError::Refused { event: row.login.clone(), refusal };
        let id = accounts::create(&app, &first, &new).map_err(refused)?;
        known.meet(&row.login, person(&id, &row.full_name, &commune, &roles));
        known.note(accounts::RECORD, &row.login, id);
        let words = roles.iter().map(|(role, _)| Language::Vietnamese.word("role-", role.code()));
        let words = words.collect::<Vec<_>>().join(", ");
        logins.logins.push(Login { name: row.login, roles: words });
    }
    Ok((logins, known))
}

fn person(account: &str, name: &str, commune_name: &str, roles: &[(Role, String)]) -> Person {
    let grants =
        roles.iter().map(|(role, territory)| Grant { role: *role, territory: territory.clone() });
    Person {
        account: account.to_owned(),
        name: name.to_owned(),
        commune: COMMUNE.to_owned(),
        commune_name: commune_name.to_owned(),
        grants: grants.collect(),
    }
}

/// `role@unit`, several with a semicolon between.
fn roles(text: &str) -> Vec<(Role, String)> {
    let one = |text: &str| {
        let (role, unit) = text.trim().split_once('@')?;
        Some((Role::from_code(role)?, unit.to_owned()))
    };
    text.split(';').filter_map(one).collect()
}
