//! Who is perhaps in the directory already: the same name without diacritics, in the same village.

use chungsuc_domain::text;
use chungsuc_store::{Param, Reader};

use super::sql;
use crate::refusal::Refusal;

/// A record that may be the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookAlike {
    /// Its id.
    pub id: String,
    /// The name it goes by.
    pub name: String,
}

/// Households of that head's name in the village, but for `but`.
pub(super) fn households(
    reader: &mut Reader<'_>,
    commune: &str,
    head: &str,
    village: &str,
    but: &str,
) -> Result<Vec<LookAlike>, Refusal> {
    let folded = text::fold(head);
    let params = [commune.into(), (&folded).into(), village.into(), but.into()];
    find(reader, sql::LIKE_HOUSEHOLD, &params)
}

/// Persons of that name in the village, whose year of birth does not speak against it.
pub(super) fn persons(
    reader: &mut Reader<'_>,
    commune: &str,
    full_name: &str,
    village: Option<&str>,
    birth_year: Option<i64>,
    but: &str,
) -> Result<Vec<LookAlike>, Refusal> {
    let folded = text::fold(full_name);
    let params = [commune.into(), (&folded).into(), village.into(), but.into(), birth_year.into()];
    find(reader, sql::LIKE_PERSON, &params)
}

fn find(
    reader: &mut Reader<'_>,
    sql: &'static str,
    params: &[Param<'_>],
) -> Result<Vec<LookAlike>, Refusal> {
    let rows = reader.all(sql, params, |row| Ok(LookAlike { id: row.get(0)?, name: row.get(1)? }));
    Ok(rows?)
}
