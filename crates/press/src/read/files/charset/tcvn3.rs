//! TCVN 5712:1993, VN3: one byte for each small letter. Capitals with tones have no place in it; a
//! font of capitals draws them.

use std::sync::LazyLock;

/// The letters at 0xA1 … 0xFE; `?` where there is none. 0xB0 … 0xB4 are tones by themselves.
const LETTERS: &str = "ĂÂÊÔƠƯĐăâêôơưđ?\u{300}\u{309}\u{303}\u{301}\u{323}àảãáạ?ằẳẵắ???????\
    ặầẩẫấậè?ẻẽéẹềểễếệìỉ???ĩíịò?ỏõóọồổỗốộờởỡớợù?ủũúụừửữứựỳỷỹýỵ";

static TABLE: LazyLock<Vec<char>> = LazyLock::new(|| LETTERS.chars().collect());

pub(super) fn decode(text: &str) -> String {
    text.chars().map(letter).collect()
}

fn letter(c: char) -> char {
    // Word keeps letters of fonts that it takes for symbols in a private area.
    let code = match u32::from(c) {
        code @ 0xF0A1..=0xF0FE => code - 0xF000,
        code => code,
    };
    let place = code.checked_sub(0xA1).map(|place| place as usize);
    match place.and_then(|place| TABLE.get(place)) {
        None | Some('?') => c,
        Some(letter) => *letter,
    }
}

#[cfg(test)]
mod tests {
    use super::{LETTERS, TABLE, decode};

    #[test]
    fn every_small_letter_has_one_place() {
        assert_eq!(TABLE.len(), 0xFE - 0xA1 + 1);
        let toned = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵăâêôơưđĂÂÊÔƠƯĐ";
        for letter in toned.chars() {
            assert_eq!(LETTERS.chars().filter(|c| *c == letter).count(), 1, "{letter}");
            let place = LETTERS.chars().position(|c| c == letter);
            let code = u8::try_from(0xA1 + place.unwrap_or_default()).map(char::from);
            assert_eq!(code.map(|code| decode(&code.to_string())), Ok(letter.to_string()));
        }
    }

    #[test]
    fn a_sentence() {
        assert_eq!(
            decode("Céng hoµ x· héi chñ nghÜa ViÖt Nam"),
            "Cộng hoà xã hội chủ nghĩa Việt Nam"
        );
        assert_eq!(decode("§éc lËp - Tù do - H¹nh phóc"), "Độc lập - Tự do - Hạnh phúc");
        assert_eq!(decode("th\u{f0ad}\u{f0eb}ng"), "thưởng");
    }
}
