//! Ways of writing an award that the catalog does not know: asked about once each, however many rows
//! have them.

use std::collections::HashMap;

use chungsuc_domain::catalog::Catalog;
use chungsuc_domain::eligibility::bare;

use super::rows::{ListRow, Meant};
use super::{LEAVE, NEW};

/// A way of writing an award, and the rows that have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclear {
    /// The award in the words of the list.
    pub written: String,
    /// Who gave it, in the words of the list.
    pub issuer: String,
    /// Its rows with their cells: (7, “B7”).
    pub rows: Vec<(u32, String)>,
}

impl Unclear {
    /// The row by which the question is known.
    pub fn first(&self) -> u32 {
        self.rows.first().map_or(0, |(row, _)| *row)
    }
}

/// What is the same in two rows that write an award alike.
fn key(row: &ListRow) -> (String, String) {
    (bare(&row.award_name), bare(&row.issuer))
}

/// The questions that rows leave open, in the order of the list.
pub(super) fn of<'a>(rows: impl Iterator<Item = &'a ListRow>) -> Vec<Unclear> {
    let (mut all, mut place): (Vec<Unclear>, HashMap<_, usize>) = Default::default();
    for row in rows.filter(|row| row.award == Meant::Unclear) {
        let at = *place.entry(key(row)).or_insert(all.len());
        if at == all.len() {
            let (written, issuer) = (row.award_name.clone(), row.issuer.clone());
            all.push(Unclear { written, issuer, rows: Vec::new() });
        }
        if let Some(open) = all.get_mut(at) {
            open.rows.push((row.row, row.award_at.clone()));
        }
    }
    all
}

/// The rows with what was said of them; those that are to be left out are left out. An answer is known by
/// the first row that was asked about, and holds for every row that writes the award alike.
pub(super) fn answered(
    rows: Vec<ListRow>,
    answers: &HashMap<u32, String>,
    catalog: &Catalog,
) -> Vec<ListRow> {
    let asked = rows.iter().filter(|row| row.award == Meant::Unclear);
    let said: HashMap<_, _> =
        asked.filter_map(|row| Some((key(row), answers.get(&row.row)?.clone()))).collect();
    let answer = |row: ListRow| match said.get(&key(&row)).map(String::as_str) {
        _ if row.award != Meant::Unclear => Some(row),
        Some(LEAVE) => None,
        Some(NEW) => Some(row.meaning(Meant::Foreign, catalog)),
        Some(code) if catalog.award(code).is_some() => {
            Some(row.meaning(Meant::Award(code.to_owned()), catalog))
        }
        _ => Some(row),
    };
    rows.into_iter().filter_map(answer).collect()
}
