//! Which words a sort of document is written in: each choice is a step, and none is taken back.

use chungsuc_store::{Change, Reader, StoreError};
use jiff::Timestamp;
use serde::Serialize;

use super::{RECORD, Reading, Sort, reading, sql, version};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;

/// Whose words are in use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InUse {
    /// The number of the office's own version; `None` for the shipped words.
    pub version: Option<i64>,
    /// The account that chose so, and when; nothing where nobody ever chose.
    pub chosen: Option<(String, Timestamp)>,
    /// How many times somebody chose: who chooses names the step that they saw.
    pub step: i64,
}

/// What the journal keeps of a choice: the number of a version, or `shipped`.
#[derive(Serialize)]
struct Kept {
    template_version: String,
}

impl Kept {
    fn of(version: Option<i64>) -> Self {
        let shipped = || "shipped".to_owned();
        Self { template_version: version.map_or_else(shipped, |number| number.to_string()) }
    }
}

/// Whose words are in use for a sort of document.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn in_use(app: &App, by: &Person, sort: &Sort) -> Result<InUse, Refusal> {
    by.must_somewhere(Act::ReadTemplates)?;
    let key = [by.commune.as_str().into(), sort.code.into()];
    let found = app.read(|r| {
        r.first(sql::NEWEST_CHOICE, &key, |row| {
            let chosen = Some((row.get(2)?, row.get(3)?));
            Ok(InUse { step: row.get(0)?, version: row.get(1)?, chosen })
        })
        .map_err(Refusal::from)
    })?;
    Ok(found.unwrap_or_default())
}

/// The file of the office's own version in use, if there is one.
pub(super) fn file_in_use(
    r: &mut Reader<'_>,
    commune: &str,
    sort: &Sort,
) -> Result<Option<String>, StoreError> {
    let key = [commune.into(), sort.code.into()];
    let newest = r.first(sql::FILE_IN_USE, &key, |row| row.get::<Option<String>>(0))?;
    Ok(newest.flatten())
}

/// Takes a version into use, or with `None` the shipped words again; `step` is the one that was seen.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; a rule, when the version has faults; a conflict when
/// somebody chose in between.
pub fn choose(
    app: &App,
    by: &Person,
    sort: &Sort,
    number: Option<i64>,
    step: i64,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepTemplates)?;
    if let Some(number) = number {
        let version = version(app, by, sort, number)?;
        let Reading::Sound(..) = *reading(app, by, sort, &version)? else {
            return Err(Refusal::rule("template-has-faults"));
        };
    }
    let old = in_use(app, by, sort)?;
    if old.step != step {
        return Err(StoreError::Conflict.into());
    }
    let change = Change::update(RECORD, sort.code, &Kept::of(old.version), &Kept::of(number))?;
    let taken = app.write(by, |tx| {
        let author = tx.author().clone();
        let row = [
            by.commune.as_str().into(),
            sort.code.into(),
            (step + 1).into(),
            number.into(),
            by.account.as_str().into(),
            author.at.into(),
        ];
        Ok::<_, Refusal>(tx.change(change, sql::CHOOSE, &row)?)
    });
    taken.map_err(|refusal| match refusal {
        // Both saw the same step, and the other one was faster.
        Refusal::Store(StoreError::Duplicate(_)) => StoreError::Conflict.into(),
        other => other,
    })
}
