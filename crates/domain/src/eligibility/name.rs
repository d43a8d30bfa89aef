//! Whether two papers mean the same: names and titles in the spellings that real lists have.

use crate::text::fold;

/// Abbreviations of official names and what they stand for, as they fold.
const SHORT: [(&str, &str); 14] = [
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
    ("htx", "hop tac xa"),
    ("tdp", "to dan pho"),
];

/// What is left of a name when spelling, spacing and abbreviations are taken away: “Đặn g Đại Bàng”
/// and “Đặng Đại Bàng”, “CT UBND xã” and “Chủ tịch Ủy ban nhân dân xã”, “chiến sỹ” and “chiến sĩ”
/// leave the same.
pub fn bare(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut bare = String::new();
    for word in words {
        let long = SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| long);
        bare.extend(long.split(' ').map(with_i));
    }
    bare
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
