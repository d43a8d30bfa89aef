//! VNI for Windows: a vowel, then a character that is its mark; some letters are one character.

use unicode_normalization::UnicodeNormalization;

/// Letters that are one character.
const LETTERS: [(char, char); 9] = [
    ('ñ', 'đ'),
    ('ô', 'ơ'),
    ('ö', 'ư'),
    ('í', 'í'),
    ('ì', 'ì'),
    ('æ', 'ỉ'),
    ('ó', 'ĩ'),
    ('ò', 'ị'),
    ('î', 'ỵ'),
];

/// Marks after a vowel: the combining marks that they stand for.
const MARKS: [(char, &str); 17] = [
    ('ù', "\u{301}"),
    ('ø', "\u{300}"),
    ('û', "\u{309}"),
    ('õ', "\u{303}"),
    ('ï', "\u{323}"),
    ('â', "\u{302}"),
    ('á', "\u{302}\u{301}"),
    ('à', "\u{302}\u{300}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
    ('ê', "\u{306}"),
    ('é', "\u{306}\u{301}"),
    ('è', "\u{306}\u{300}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
    ('ë', "\u{306}\u{323}"),
];

pub(super) fn decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut vowel = false;
    for c in text.chars() {
        let mark = if vowel { find(&MARKS, lower(c)) } else { None };
        if let Some(mark) = mark {
            decoded.push_str(mark);
            vowel = false;
            continue;
        }
        let letter =
            find(&LETTERS, lower(c)).map_or(c, |l| if c == lower(c) { l } else { upper(l) });
        vowel = matches!(lower(letter), 'a' | 'e' | 'o' | 'u' | 'y' | 'ơ' | 'ư');
        decoded.push(letter);
    }
    decoded.nfc().collect()
}

fn find<T: Copy>(table: &[(char, T)], key: char) -> Option<T> {
    table.iter().find(|(known, _)| *known == key).map(|(_, value)| *value)
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

fn upper(c: char) -> char {
    c.to_uppercase().next().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn every_letter() {
        let rows = [
            (
                "aù aø aû aõ aï aâ aá aà aå aã aä aê aé aè aú aü aë",
                "á à ả ã ạ â ấ ầ ẩ ẫ ậ ă ắ ằ ẳ ẵ ặ",
            ),
            ("eù eø eû eõ eï eâ eá eà eå eã eä", "é è ẻ ẽ ẹ ê ế ề ể ễ ệ"),
            ("í ì æ ó ò", "í ì ỉ ĩ ị"),
            ("où oø oû oõ oï oâ oá oà oå oã oä", "ó ò ỏ õ ọ ô ố ồ ổ ỗ ộ"),
            ("ô ôù ôø ôû ôõ ôï", "ơ ớ ờ ở ỡ ợ"),
            ("uù uø uû uõ uï ö öù öø öû öõ öï", "ú ù ủ ũ ụ ư ứ ừ ử ữ ự"),
            ("yù yø yû yõ î ñ", "ý ỳ ỷ ỹ ỵ đ"),
        ];
        for (vni, letters) in rows {
            assert_eq!(decode(vni), letters);
            assert_eq!(decode(&vni.to_uppercase()), letters.to_uppercase());
        }
    }

    #[test]
    fn a_sentence() {
        assert_eq!(
            decode("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"),
            "Cộng hòa xã hội chủ nghĩa Việt Nam"
        );
        assert_eq!(decode("ÑOÄC LAÄP - TÖÏ DO"), "ĐỘC LẬP - TỰ DO");
        assert_eq!(decode("thi ñua, khen thöôûng"), "thi đua, khen thưởng");
    }
}
