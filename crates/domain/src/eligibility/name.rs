//! Whether two papers mean the same: names and titles in the spellings that real lists have.

use crate::text::fold;
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Abbreviations of official names and what they stand for, as they fold.
const SHORT: [(&str, &str); 16] = [
    ("ubnd", "uy ban nhan dan"),
    ("ubmttq", "uy ban mat tran to quoc"),
    ("mttq", "mat tran to quoc"),
    ("hdnd", "hoi dong nhan dan"),
    ("ct", "chu tich"),
    ("ttg", "thu tuong chinh phu"),
    ("gk", "giay khen"),
    ("bk", "bang khen"),
    ("cstd", "chien si thi dua"),
    ("cstdcs", "chien si thi dua co so"),
    ("ldtt", "lao dong tien tien"),
    ("ntm", "nong thon moi"),
    ("lhpn", "lien hiep phu nu"),
    ("ccb", "cuu chien binh"),
    ("htx", "hop tac xa"),
    ("tdp", "to dan pho"),
];

/// What is left of a name when spelling, spacing and abbreviations are taken away: “Đặn g Đại Bàng”
/// and “Đặng Đại Bàng”, “CT UBND xã” and “Chủ tịch Ủy ban nhân dân xã”, “chiến sỹ” and “chiến sĩ”
/// leave the same.
pub fn bare(name: &str) -> String {
    plain_words(name).concat()
}

/// The words of a name without marks, with abbreviations written out: what [`bare`] joins.
pub fn plain_words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.flat_map(|word| written_out(word).split(' ')).map(with_i).collect()
}

fn written_out(word: &str) -> &str {
    SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| long)
}

/// A word whose only vowel is a y at its end is written with i as well: sỹ and sĩ, lý and lí.
fn with_i(word: &str) -> String {
    match word.strip_suffix('y') {
        Some(begin) if !begin.contains(['a', 'e', 'i', 'o', 'u', 'y']) => format!("{begin}i"),
        _ => word.to_owned(),
    }
}

/// Whether two spellings are of one name. Nothing is the name of nothing.
pub fn same(one: &str, other: &str) -> bool {
    let bare_one = bare(one);
    !bare_one.is_empty() && bare_one == bare(other)
}

codes! {
    /// How near two spellings of a name are.
    Likeness {
        /// The same letters with the same tones, but for capitals, spaces and where a tone is put.
        Spelled = "spelled",
        /// The same when marks and abbreviations are taken away.
        Same = "same",
        /// One begins with the other, or most words are the same.
        Near = "near",
        /// Nothing that a person would take for the same.
        Other = "other",
    }
}

/// Letters that a name must have before the beginning of another one says anything.
const LONG_ENOUGH: usize = 7;

/// How near two spellings of a name are: “Đặn g Đại Bàng” is spelled like “Đặng Đại Bàng”, “UBND xã” is
/// the same as “Uỷ ban nhân dân xã”, “Công an tỉnh” is near “Công an tỉnh Gia Lai”.
pub fn likeness(one: &str, other: &str) -> Likeness {
    let (bare_one, bare_other) = (bare(one), bare(other));
    if bare_one.is_empty() || bare_other.is_empty() {
        return Likeness::Other;
    }
    if bare_one == bare_other {
        let spelled = spelling(one) == spelling(other);
        return if spelled { Likeness::Spelled } else { Likeness::Same };
    }
    let begins = |long: &str, short: &str| short.len() >= LONG_ENOUGH && long.starts_with(short);
    if begins(&bare_one, &bare_other) || begins(&bare_other, &bare_one) || shares_words(one, other)
    {
        return Likeness::Near;
    }
    Likeness::Other
}

/// Three words of four are in both.
fn shares_words(one: &str, other: &str) -> bool {
    let words = |name: &str| -> BTreeSet<String> {
        let folded = fold(name);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(with_i).collect()
    };
    let (one, other) = (words(one), words(other));
    let (both, all) = (one.intersection(&other).count(), one.union(&other).count());
    both >= 3 && both * 4 >= all * 3
}

/// The letters without tones, and the tones in their order: where in a word a tone is put, and where
/// spaces are, makes no difference.
fn spelling(name: &str) -> (String, String) {
    let (mut letters, mut tones) = (String::new(), String::new());
    for sign in name.nfd().flat_map(char::to_lowercase) {
        match sign {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => tones.push(sign),
            _ if sign.is_alphanumeric() || is_combining_mark(sign) => letters.push(sign),
            _ => {}
        }
    }
    (letters, tones)
}
