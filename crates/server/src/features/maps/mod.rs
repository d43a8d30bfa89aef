//! The map of the commune's villages: brought as a GeoJSON file, its areas matched with villages, one
//! map in use. No map service is asked: a page draws what the commune brought.

mod geojson;
mod matching;
mod outline;
mod pages;
mod sql;

use chungsuc_store::{Change, Row, StoreError, Writer};
use data_encoding::HEXLOWER;
use jiff::civil::Date;
use serde::Serialize;
use sha2::{Digest, Sha256};

pub use outline::{Outline, Outlines};
pub(crate) use pages::routes;

use crate::access::{Act, Person};
use crate::app::App;
use crate::features::units;
use crate::refusal::Refusal;
use crate::web::{Message, UploadedFile};

/// Kind of a map's records in the journal.
pub const RECORD: &str = "village_map";

/// Largest file, in bytes: outlines of villages drawn on an aerial picture fit.
const LARGEST: usize = 2 * 1024 * 1024;

/// A map as it is kept.
#[derive(Clone, Debug)]
pub struct VillageMap {
    /// Its id.
    pub id: String,
    /// Name of the file that was brought.
    pub file_name: String,
    /// SHA-256 of that file.
    pub sha256: String,
    /// What can be drawn of it.
    pub outlines: Outlines,
    /// Where it comes from.
    pub note: String,
    /// When it was brought.
    pub brought_on: Date,
    /// `draft`, `in_use`, `replaced`, `discarded`.
    pub state: String,
    /// Which state of the record this is.
    pub version: i64,
}

impl VillageMap {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        let outlines: String = row.get(3)?;
        let wanted = StoreError::Column { index: 3, wanted: "outlines" };
        let outlines = match outlines.as_str() {
            // A list does not read them.
            "" => Outlines::default(),
            json => serde_json::from_str(json).map_err(|_| wanted)?,
        };
        Ok(Self {
            id: row.get(0)?,
            file_name: row.get(1)?,
            sha256: row.get(2)?,
            outlines,
            note: row.get(4)?,
            brought_on: row.get(5)?,
            state: row.get(6)?,
            version: row.get(7)?,
        })
    }

    /// Whether it waits to be taken into use.
    pub fn is_draft(&self) -> bool {
        self.state == "draft"
    }
}

#[derive(Serialize)]
struct Kept<'a> {
    state: &'a str,
    file: &'a str,
    sha256: &'a str,
    note: &'a str,
}

impl<'a> Kept<'a> {
    fn of(map: &'a VillageMap, state: &'a str) -> Self {
        Self { state, file: &map.file_name, sha256: &map.sha256, note: &map.note }
    }
}

/// The map in use, if there is one.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn in_use(app: &App, by: &Person) -> Result<Option<VillageMap>, Refusal> {
    by.must_somewhere(Act::ReadStandards)?;
    let params = [by.commune.as_str().into()];
    app.read(|r| Ok(r.first(sql::IN_USE, &params, VillageMap::read)?))
}

/// All maps that were not given up, the newest first, without their outlines.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn maps(app: &App, by: &Person) -> Result<Vec<VillageMap>, Refusal> {
    by.must_in_commune(Act::KeepMaps)?;
    let params = [by.commune.as_str().into()];
    app.read(|r| Ok(r.all(sql::ALL, &params, VillageMap::read)?))
}

/// One map.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn map(app: &App, by: &Person, id: &str) -> Result<VillageMap, Refusal> {
    by.must_in_commune(Act::KeepMaps)?;
    let params = [by.commune.as_str().into(), id.into()];
    app.read(|r| r.first(sql::ONE, &params, VillageMap::read)?.ok_or(Refusal::NotFound))
}

/// Keeps a file as a draft, its areas matched with villages where code or name says so; gives its id.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the field `file`.
pub fn bring(app: &App, by: &Person, file: &UploadedFile, note: &str) -> Result<String, Refusal> {
    by.must_in_commune(Act::KeepMaps)?;
    let wrong = |message| Refusal::field("file", message);
    if file.content.len() > LARGEST {
        return Err(wrong(Message::new("map-too-large")));
    }
    let source = std::str::from_utf8(&file.content);
    let source = source.map_err(|_| wrong(Message::new("map-unreadable")))?;
    let features = geojson::read(source).map_err(wrong)?;
    let mut outlines = Outlines::of(&features);
    matching::match_villages(&mut outlines, &units::villages(app, &by.commune)?);
    let map = VillageMap {
        id: app.new_id(),
        file_name: file.name.clone(),
        sha256: HEXLOWER.encode(&Sha256::digest(&file.content)),
        outlines,
        note: note.to_owned(),
        brought_on: app.today(),
        state: "draft".to_owned(),
        version: 1,
    };
    app.write(by, |tx| add(tx, by, &map, source))?;
    Ok(map.id)
}

fn add(tx: &mut Writer<'_>, by: &Person, map: &VillageMap, source: &str) -> Result<(), Refusal> {
    let outlines = packed(&map.outlines)?;
    let params = [
        map.file_name.as_str().into(),
        map.sha256.as_str().into(),
        source.into(),
        outlines.as_str().into(),
        map.note.as_str().into(),
        map.brought_on.into(),
        by.commune.as_str().into(),
        map.id.as_str().into(),
    ];
    let change = Change::create(RECORD, &map.id, &Kept::of(map, "draft"))?;
    Ok(tx.change(change, sql::ADD, &params)?)
}

fn packed(outlines: &Outlines) -> Result<String, Refusal> {
    serde_json::to_string(outlines).map_err(|_| Refusal::rule("map-unreadable"))
}

/// Takes a draft into use with the village of each area, in the order of the file; the map before it
/// is replaced and stays.
///
/// # Errors
/// [`Refusal::Forbidden`]; a rule, when it is no draft or no area is a village of today; a conflict.
pub fn take_into_use(
    app: &App,
    by: &Person,
    (id, version): (&str, i64),
    villages: &[Option<String>],
) -> Result<(), Refusal> {
    let mut map = map(app, by, id)?;
    if !map.is_draft() {
        return Err(Refusal::rule("map-no-draft"));
    }
    let known = units::villages(app, &by.commune)?;
    let is_known = |code: &String| known.iter().any(|unit| unit.code == *code);
    for (place, area) in map.outlines.areas.iter_mut().enumerate() {
        area.village = villages.get(place).cloned().flatten().filter(is_known);
    }
    if map.outlines.areas.iter().all(|area| area.village.is_none()) {
        return Err(Refusal::rule("map-without-village"));
    }
    let before = in_use(app, by)?;
    app.write(by, |tx| {
        if let Some(old) = &before {
            replace(tx, by, old)?;
        }
        let outlines = packed(&map.outlines)?;
        let params = [
            outlines.as_str().into(),
            by.commune.as_str().into(),
            map.id.as_str().into(),
            version.into(),
        ];
        let (old, new) = (Kept::of(&map, "draft"), Kept::of(&map, "in_use"));
        Ok(tx.change(Change::update(RECORD, &map.id, &old, &new)?, sql::USE, &params)?)
    })
}

fn replace(tx: &mut Writer<'_>, by: &Person, old: &VillageMap) -> Result<(), Refusal> {
    let change =
        Change::update(RECORD, &old.id, &Kept::of(old, "in_use"), &Kept::of(old, "replaced"))?;
    let params = [by.commune.as_str().into(), old.id.as_str().into(), old.version.into()];
    Ok(tx.change(change, sql::REPLACE, &params)?)
}

/// Gives a draft up; it stays in the books.
///
/// # Errors
/// [`Refusal::Forbidden`]; a rule, when it is no draft; a conflict.
pub fn discard(app: &App, by: &Person, (id, version): (&str, i64)) -> Result<(), Refusal> {
    let map = map(app, by, id)?;
    if !map.is_draft() {
        return Err(Refusal::rule("map-no-draft"));
    }
    let change =
        Change::update(RECORD, &map.id, &Kept::of(&map, "draft"), &Kept::of(&map, "discarded"))?;
    let params = [by.commune.as_str().into(), map.id.as_str().into(), version.into()];
    app.write(by, |tx| Ok(tx.change(change, sql::DISCARD, &params)?))
}
