//! Which letter a code of a simple font is, where the font does not say it in Unicode.

use encoding_rs::{MACINTOSH, WINDOWS_1252};
use hayro_syntax::object::array::Array;
use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Name, Object};
use unicode_normalization::UnicodeNormalization;

/// The letters of the codes 0 … 255.
pub(super) struct Encoding([Option<char>; 256]);

impl Encoding {
    /// The encoding that the dictionary of a font names, with its differences.
    pub(super) fn of_font(font: &Dict) -> Self {
        let name = |name: Name| name.as_ref() == b"MacRomanEncoding";
        match font.get::<Object>("Encoding") {
            Some(Object::Name(base)) => Self::base(name(base)),
            Some(Object::Dict(dict)) => {
                let mac = dict.get::<Name>("BaseEncoding").is_some_and(name);
                let mut encoding = Self::base(mac);
                if let Some(differences) = dict.get::<Array>("Differences") {
                    encoding.differ(&differences);
                }
                encoding
            }
            _ => Self::base(false),
        }
    }

    pub(super) fn letter(&self, code: u8) -> Option<char> {
        self.0[usize::from(code)]
    }

    fn base(mac: bool) -> Self {
        let page = if mac { MACINTOSH } else { WINDOWS_1252 };
        Self(std::array::from_fn(|code| {
            let code = u8::try_from(code).ok().filter(|code| *code >= 0x20)?;
            page.decode_without_bom_handling(&[code]).0.chars().next()
        }))
    }

    /// `[ 65 /A /Aacute 200 /dcroat ]`: a number, then names from there on.
    fn differ(&mut self, differences: &Array) {
        let mut code = 0_usize;
        for item in differences.iter::<Object>() {
            match item {
                Object::Number(number) => code = usize::try_from(number.as_i64()).unwrap_or(256),
                Object::Name(name) => {
                    if let Some(place) = self.0.get_mut(code) {
                        *place = std::str::from_utf8(&name).ok().and_then(named);
                    }
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
    }
}

/// Names of marks, as they are strung together in the names of letters.
const MARKS: [(&str, char); 9] = [
    ("circumflex", '\u{302}'),
    ("breve", '\u{306}'),
    ("horn", '\u{31b}'),
    ("acute", '\u{301}'),
    ("grave", '\u{300}'),
    ("hookabove", '\u{309}'),
    ("tilde", '\u{303}'),
    ("dotbelow", '\u{323}'),
    ("dieresis", '\u{308}'),
];

/// Names of characters that are no letters, each with its character.
const SIGNS: &str = "\
    exclam ! quotedbl \" numbersign # dollar $ percent % ampersand & quotesingle ' \
    parenleft ( parenright ) asterisk * plus + comma , hyphen - period . slash / zero 0 \
    one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 colon : semicolon ; \
    less < equal = greater > question ? at @ bracketleft [ bracketright ] underscore _ \
    quoteleft ‘ quoteright ’ quotedblleft “ quotedblright ” endash – emdash — bullet • \
    ellipsis … degree ° section § dcroat đ Dcroat Đ dong ₫ multiply ×";

/// The character of a glyph's name: "A", "uni1EA1", "u1EA1", "acircumflexacute", "parenleft".
fn named(name: &str) -> Option<char> {
    let hex = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'));
    let code = hex.filter(|hex| (4..=6).contains(&hex.len()));
    if let Some(c) = code.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32)
    {
        return Some(c);
    }
    if name == "space" {
        return Some(' ');
    }
    let mut signs = SIGNS.split(' ');
    while let (Some(known), Some(sign)) = (signs.next(), signs.next()) {
        if known == name {
            return sign.chars().next();
        }
    }
    let base = name.chars().next().filter(char::is_ascii_alphabetic)?;
    let mut spelt = base.to_string();
    let mut rest = &name[1..];
    while !rest.is_empty() {
        let (mark, c) = MARKS.iter().find(|(mark, _)| rest.starts_with(mark))?;
        spelt.push(*c);
        rest = &rest[mark.len()..];
    }
    let mut composed = spelt.nfc();
    composed.next().filter(|_| composed.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn names_of_glyphs() {
        for (name, letter) in [
            ("A", Some('A')),
            ("aacute", Some('á')),
            ("acircumflexacute", Some('ấ')),
            ("Uhorndotbelow", Some('Ự')),
            ("abrevehookabove", Some('ẳ')),
            ("dcroat", Some('đ')),
            ("uni1EC7", Some('ệ')),
            ("u01B0", Some('ư')),
            ("parenleft", Some('(')),
            ("quotedbl", Some('"')),
            ("multiply", Some('×')),
            ("space", Some(' ')),
            ("g123", None),
            ("1", None),
            ("union", None),
            ("", None),
        ] {
            assert_eq!(named(name), letter, "{name}");
        }
    }
}
