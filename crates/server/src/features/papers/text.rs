//! The words of a paper's file, kept folded so that they can be searched.

use chungsuc_domain::text;
use chungsuc_press::read;
use chungsuc_store::Writer;

use super::sql;
use crate::refusal::Refusal;

/// How much of a text is searched, in letters: two hundred pages of a plan. What follows is not found.
const SEARCHED: usize = 400_000;

/// The text of a file, where it holds one: a scan has none. `name` is the name that the person's machine
/// gave to the file.
pub fn text_of(bytes: &[u8], name: &str) -> Option<String> {
    read::source(bytes, name).ok().map(|source| source.text().to_owned())
}

/// Keeps the words of a paper's file for the search, in the place of those of an earlier file.
pub(super) fn keep(tx: &mut Writer<'_>, paper: &str, words: Option<&str>) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let key = [commune.as_str().into(), paper.into()];
    // An index of what the file says, not a record: the file itself is in the journal.
    tx.technical(sql::FORGET_TEXT, &key)?;
    if let Some(words) = words {
        let folded: String = text::fold(words).chars().take(SEARCHED).collect();
        let row = [commune.as_str().into(), paper.into(), (&folded).into()];
        tx.technical(sql::ADD_TEXT, &row)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::text_of;

    #[test]
    fn what_has_words_is_read_and_nothing_else() {
        assert_eq!(
            text_of("\u{feff}Tờ trình".as_bytes(), "To trinh.TXT").as_deref(),
            Some("Tờ trình")
        );
        let page = "<p>Kế hoạch</p><p>Số 5</p>".as_bytes();
        assert_eq!(text_of(page, "ke-hoach.html").as_deref(), Some("Kế hoạch\nSố 5"));
        assert_eq!(text_of(b"%PDF-1.7", "quyet-dinh.pdf"), None);
        assert_eq!(text_of(b"\x89PNG\r\n\x1a\n", "ban-chup.png"), None);
    }
}
