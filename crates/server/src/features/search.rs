//! Words of a search, as a statement compares them with a folded column.

use chungsuc_domain::text;

/// A pattern for `LIKE`: the words without diacritics, anywhere in the column.
pub(crate) fn pattern(words: &str) -> String {
    let plain = text::fold(words).replace(['%', '_', '\\'], " ");
    format!("%{}%", plain.trim())
}

#[cfg(test)]
mod tests {
    #[test]
    fn wildcards_of_a_person_are_only_spaces() {
        assert_eq!(super::pattern(" Đồng_Tâm% "), "%dong tam%");
        assert_eq!(super::pattern(""), "%%");
    }
}
