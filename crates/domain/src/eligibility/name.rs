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
/// and “Đặng Đại Bàng”, “CT UBND xã” and “Chủ tịch Ủy ban nhân dân xã” leave the same.
pub fn bare(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words
        .map(|word| SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| long))
        .flat_map(str::chars)
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// Whether two spellings are of one name. Nothing is the name of nothing.
pub fn same(one: &str, other: &str) -> bool {
    let bare_one = bare(one);
    !bare_one.is_empty() && bare_one == bare(other)
}
