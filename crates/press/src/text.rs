//! Text as paper can hold it.

use unicode_normalization::UnicodeNormalization;

/// One line of composed letters with single spaces. Controls and invisible marks, which come along when
/// people paste from chats and web pages, have no place on paper, and XML cannot hold some of them.
pub(crate) fn clean(text: &str) -> String {
    let visible: String = text.chars().filter(|&c| !is_invisible(c)).nfc().collect();
    let words = visible.split(|c: char| c.is_whitespace() || c.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The same in capital letters. What stands between double braces is a mark of a template, which an
/// officer reads as it was typed.
pub(crate) fn capitals(text: &str) -> String {
    let mut pieces = text.split("{{");
    let mut words = pieces.next().unwrap_or_default().to_uppercase();
    for piece in pieces {
        let end = piece.find("}}").map_or(piece.len(), |at| at + 2);
        let (mark, after) = piece.split_at(end);
        words.extend(["{{", mark, &after.to_uppercase()]);
    }
    clean(&words)
}

/// Soft hyphens, joiners, direction marks, tags, and code points that are no characters.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
        | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decomposed_letters_are_composed_and_pasted_marks_fall_away() {
        assert_eq!(clean("To\u{31b} Tung"), "Tơ Tung");
        assert_eq!(clean("  Sơ\u{200b} Tor\t\r\n và\u{a0}Leng\u{feff}\u{0}"), "Sơ Tor và Leng");
        assert_eq!(clean("\u{1}\u{fffe}"), "");
    }

    #[test]
    fn capitals_keep_vietnamese_marks() {
        assert_eq!(capitals("Ủy ban nhân dân xã Tơ Tung"), "ỦY BAN NHÂN DÂN XÃ TƠ TUNG");
        assert_eq!(capitals("đặc biệt khó khăn"), "ĐẶC BIỆT KHÓ KHĂN");
        assert_eq!(capitals("họp {{tên}} và {{nơi"), "HỌP {{tên}} VÀ {{nơi");
    }
}
