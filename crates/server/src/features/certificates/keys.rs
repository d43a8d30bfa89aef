//! The key pairs of an office. The public halves are kept with their days for ever; the secret half of
//! the one in use is in no journal and on no page, and goes when the key is replaced.

use chungsuc_domain::proof::{KeyId, PrivateKey, PublicKey};
use chungsuc_store::{Change, Row, StoreError, Writer};
use jiff::civil::Date;
use rand::RngExt;
use serde::Serialize;

use super::sql;
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;

/// Kind of a key's records in the journal.
pub(super) const RECORD: &str = "certificate_key";

/// The public half of a key, with the days of its use.
#[derive(Clone, Debug)]
pub struct Key {
    /// Code of the commune whose key it is.
    pub commune: String,
    /// The key.
    pub public: PublicKey,
    /// First day.
    pub valid_from: Date,
    /// The day on which it was replaced.
    pub valid_to: Option<Date>,
}

/// What the journal keeps of a new key: never the secret half.
#[derive(Serialize)]
struct Kept<'a> {
    public_key: &'a str,
    valid_from: Date,
}

#[derive(Serialize)]
struct Ended {
    valid_to: Option<Date>,
}

impl Key {
    /// The public half as [`shown`].
    pub fn shown(&self) -> String {
        shown(&self.public)
    }

    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            commune: row.get(0)?,
            public: row.coded(1, |text| text.parse().ok())?,
            valid_from: row.get(2)?,
            valid_to: row.get(3)?,
        })
    }
}

/// A key in groups of four letters: it can be read aloud, and breaks on a narrow screen.
pub(crate) fn shown(key: &PublicKey) -> String {
    let letters: Vec<char> = key.to_string().chars().collect();
    let groups = letters.chunks(4).map(String::from_iter);
    groups.collect::<Vec<_>>().join(" ")
}

/// The keys of a commune, the one in use first. They are public.
///
/// # Errors
/// Of the store.
pub fn keys(app: &App, commune: &str) -> Result<Vec<Key>, Refusal> {
    app.read(|r| Ok(r.all(sql::KEYS, &[commune.into()], Key::read)?))
}

/// The keys of all communes.
///
/// # Errors
/// Of the store.
pub fn all_keys(app: &App) -> Result<Vec<Key>, Refusal> {
    app.read(|r| Ok(r.all(sql::ALL_KEYS, &[], Key::read)?))
}

/// The key of that short name.
///
/// # Errors
/// Of the store.
pub fn key_named(app: &App, id: KeyId) -> Result<Option<Key>, Refusal> {
    let id = id.to_string();
    app.read(|r| Ok(r.first(sql::KEYS_NAMED, &[(&id).into()], Key::read)?))
}

/// The key that signs for the commune today; the first one is made when it is first needed.
///
/// # Errors
/// Of the store.
pub(crate) fn signer(tx: &mut Writer<'_>, today: Date) -> Result<PrivateKey, Refusal> {
    let commune = tx.author().commune.clone();
    let seed: Option<Vec<u8>> = tx.first(sql::SEED, &[(&commune).into()], |row| row.get(0))?;
    match seed {
        None => make(tx, today),
        Some(seed) => of_seed(&seed),
    }
}

/// The key in use, for signing what follows from the books alone; nothing before the first certificate.
///
/// # Errors
/// Of the store.
pub(crate) fn key_in_use(app: &App, commune: &str) -> Result<Option<PrivateKey>, Refusal> {
    let seed: Option<Vec<u8>> = app
        .read(|r| r.first(sql::SEED, &[commune.into()], |row| row.get(0)).map_err(Refusal::from))?;
    seed.map(|seed| of_seed(&seed)).transpose()
}

fn of_seed(seed: &[u8]) -> Result<PrivateKey, Refusal> {
    let wanted = "the 32 bytes of a key";
    let seed = seed.try_into().map_err(|_| StoreError::Column { index: 0, wanted })?;
    Ok(PrivateKey::from_seed(seed))
}

/// Replaces the key in use, for instance when somebody may have copied it. What it signed stays good.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn replace_key(app: &App, by: &Person) -> Result<(), Refusal> {
    by.must_in_commune(Act::ReplaceCertificateKey)?;
    let known = keys(app, &by.commune)?;
    let today = app.today();
    app.write(by, |tx| {
        if let Some(key) = known.first().filter(|key| key.valid_to.is_none()) {
            let (id, commune) = (key.public.id().to_string(), by.commune.as_str());
            let ended = Ended { valid_to: Some(today) };
            let change = Change::update(RECORD, &id, &Ended { valid_to: None }, &ended)?;
            tx.change(change, sql::END_KEY, &[today.into(), commune.into(), (&id).into()])?;
            tx.technical(sql::DROP_SEED, &[commune.into(), (&id).into()])?;
        }
        make(tx, today).map(drop)
    })
}

fn make(tx: &mut Writer<'_>, today: Date) -> Result<PrivateKey, Refusal> {
    let seed: [u8; 32] = rand::rng().random();
    let key = PrivateKey::from_seed(&seed);
    let commune = tx.author().commune.clone();
    let (id, public) = (key.public().id().to_string(), key.public().to_string());
    let kept = Kept { public_key: &public, valid_from: today };
    let row = [(&commune).into(), (&id).into(), (&public).into(), today.into()];
    tx.change(Change::create(RECORD, &id, &kept)?, sql::ADD_KEY, &row)?;
    tx.technical(sql::ADD_SEED, &[(&commune).into(), (&id).into(), seed.as_slice().into()])?;
    Ok(key)
}
