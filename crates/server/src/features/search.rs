//! Searching and paging a list: what every list of records does with its statements.

use chungsuc_domain::text;
use chungsuc_store::{Param, Reader, Row, StoreError};

use crate::web::{Count, Paging};

/// A pattern for `LIKE`: the words without diacritics, anywhere in the column. Nothing when there are
/// no words: then a statement leaves the column alone.
pub(crate) fn pattern(words: &str) -> Option<String> {
    let plain = text::fold(words).replace(['%', '_', '\\'], " ");
    let plain = plain.trim();
    (!plain.is_empty()).then(|| format!("%{plain}%"))
}

/// The two statements of a list. Both take the same filter first.
pub(crate) struct Listing {
    /// Reads rows; its last parameters are limit and offset.
    pub(crate) rows: &'static str,
    /// Counts them; its last parameter is how far.
    pub(crate) count: &'static str,
}

impl Listing {
    /// The rows of one page of a commune's records, and how many rows there are as far as it is worth counting;
    /// they are counted only where the page itself does not tell.
    pub(crate) fn page<T>(
        &self,
        reader: &mut Reader<'_>,
        commune: &str,
        filter: &[Param<'_>],
        paging: &Paging,
        map: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<(Vec<T>, Count), StoreError> {
        let window = paging.window().map(Param::from);
        let rows = reader.all(self.rows, &[filter, &window].concat(), map)?;
        if let Some(count) = paging.count_from(rows.len()) {
            return Ok((rows, count));
        }
        let most = [(Count::MOST + 1).into()];
        let count = reader.count(commune, self.count, &[filter, &most].concat())?;
        Ok((rows, Count::of(count)))
    }
}

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn wildcards_of_a_person_are_only_spaces() {
        assert_eq!(pattern(" Đồng_Tâm% ").as_deref(), Some("%dong tam%"));
        assert_eq!(pattern(" "), None);
        assert_eq!(pattern("%"), None);
    }
}
