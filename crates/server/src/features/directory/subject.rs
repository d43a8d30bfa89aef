//! Who can take part, give or be commended: a unit, a body, a household, a person, all alike.

use chungsuc_domain::{BodyKind, SubjectKind, UnitKind, text};
use chungsuc_store::{Row, StoreError};

use super::{Body, Wanted, body, household, person, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::units;
use crate::refusal::Refusal;

/// Somebody or something with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// What it is.
    pub kind: SubjectKind,
    /// Code of the unit, or id of the record.
    pub id: String,
    /// Its name now.
    pub name: String,
    /// Code of the village it belongs to.
    pub village: Option<String>,
}

/// The subject of a kind and an id.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn subject(app: &App, by: &Person, kind: SubjectKind, id: &str) -> Result<Subject, Refusal> {
    let (name, village) = match kind {
        SubjectKind::Commune | SubjectKind::Village => unit(app, by, kind, id)?,
        SubjectKind::Household => {
            let found = household(app, by, id)?.fields;
            (found.head, Some(found.village))
        }
        SubjectKind::Individual => {
            let found = person(app, by, id)?.fields;
            (found.full_name, found.village)
        }
        SubjectKind::Collective | SubjectKind::Enterprise | SubjectKind::Cooperative => {
            let found = body(app, by, id)?.fields;
            if kind_of_body(&found.kind) != kind {
                return Err(Refusal::NotFound);
            }
            (found.name, found.village)
        }
    };
    Ok(Subject { kind, id: id.to_owned(), name, village })
}

fn unit(
    app: &App,
    by: &Person,
    kind: SubjectKind,
    code: &str,
) -> Result<(String, Option<String>), Refusal> {
    by.must_somewhere(Act::ReadDirectory)?;
    let found = units::find(app, code)?.ok_or(Refusal::NotFound)?;
    match kind {
        SubjectKind::Commune if found.code == by.commune => Ok((found.name, None)),
        SubjectKind::Village if found.parent.as_ref() == Some(&by.commune) => {
            Ok((found.name, Some(found.code)))
        }
        _ => Err(Refusal::NotFound),
    }
}

/// Everybody whose name holds the text, in Vietnamese order: units first, then the directory. Who is
/// bound to a village finds that village's only.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn find_subjects(
    app: &App,
    by: &Person,
    words: &str,
    limit: i64,
) -> Result<Vec<Subject>, Refusal> {
    let wanted = Wanted { text: words.to_owned(), village: None }.within(app, by)?;
    let (pattern, village) = (wanted.pattern(), wanted.village.as_deref());
    let folded = text::fold(words);
    let mut found: Vec<Subject> = units::territories(app, by)?
        .into_iter()
        .filter(|unit| text::fold(&unit.name).contains(&folded))
        .filter(|unit| village.is_none_or(|own| own == unit.code))
        .filter_map(of_unit)
        .collect();
    let params =
        [by.commune.as_str().into(), pattern.as_deref().into(), village.into(), limit.into()];
    found.extend(app.read(|r| r.all(sql::FIND_SUBJECTS, &params, read).map_err(Refusal::from))?);
    found.truncate(usize::try_from(limit).unwrap_or_default());
    Ok(found)
}

fn of_unit(unit: units::Unit) -> Option<Subject> {
    let (kind, village) = match UnitKind::from_code(&unit.kind)? {
        UnitKind::Commune => (SubjectKind::Commune, None),
        UnitKind::Village => (SubjectKind::Village, Some(unit.code.clone())),
        _ => return None,
    };
    Some(Subject { kind, id: unit.code, name: unit.name, village })
}

fn read(row: &Row<'_>) -> Result<Subject, StoreError> {
    let code: String = row.get(0)?;
    let kind = SubjectKind::from_code(&code).unwrap_or_else(|| kind_of_body(&code));
    Ok(Subject { kind, id: row.get(1)?, name: row.get(2)?, village: row.get(3)? })
}

impl Body {
    /// The body as one that can take part, give or be commended.
    pub fn into_subject(self) -> Subject {
        let kind = kind_of_body(&self.fields.kind);
        Subject { kind, id: self.id, name: self.fields.name, village: self.fields.village }
    }
}

/// An enterprise and a cooperative are kinds of their own; every other body is a collective.
pub(super) fn kind_of_body(code: &str) -> SubjectKind {
    match BodyKind::from_code(code) {
        Some(BodyKind::Enterprise) => SubjectKind::Enterprise,
        Some(BodyKind::Cooperative) => SubjectKind::Cooperative,
        _ => SubjectKind::Collective,
    }
}
