//! Every pair of colours that the stylesheet lays on each other can be read, by day and by night.
//!
//! WCAG 2.1, criteria 1.4.3 (text, 4.5 to 1) and 1.4.11 (edges of controls, 3 to 1).

use std::collections::HashMap;

const STYLE: &str = include_str!("style.css");

/// Letters on a ground.
const TEXTS: [(&str, &[&str]); 12] = [
    ("ink", &["paper", "ground", "plain-soft", "good-soft", "warning-soft", "bad-soft"]),
    ("quiet", &["paper", "ground"]),
    ("link", &["paper", "ground", "plain-soft", "good-soft", "warning-soft", "bad-soft"]),
    ("link-hover", &["paper", "ground"]),
    ("on-red", &["red", "red-deep"]),
    ("on-focus", &["focus"]),
    ("red-ink", &["paper", "ground"]),
    ("plain", &["paper", "plain-soft"]),
    ("paper", &["plain"]),
    ("good", &["paper", "good-soft"]),
    ("warning", &["paper", "warning-soft"]),
    ("bad", &["paper", "bad-soft"]),
];
const TONES: [&str; 6] = ["indigo", "madder", "turmeric", "leaf", "plum", "earth"];

/// The tokens by day, and by night over them.
fn modes() -> [HashMap<&'static str, &'static str>; 2] {
    let mut blocks = STYLE.split(":root {").skip(1);
    let day: HashMap<_, _> = tokens(blocks.next().unwrap_or_default()).collect();
    let mut night = day.clone();
    night.extend(tokens(blocks.next().unwrap_or_default()));
    assert_ne!(day["paper"], night["paper"], "both modes are read");
    [day, night]
}

fn tokens(block: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let block = block.split('}').next().unwrap_or_default();
    block.split(';').filter_map(|line| {
        let (name, value) = line.rsplit_once("--")?.1.split_once(':')?;
        Some((name, value.trim()))
    })
}

/// The relative luminance of `#rgb` or `#rrggbb`.
fn luminance(colour: &str) -> f64 {
    let digits = colour.trim_start_matches('#');
    let width = digits.len() / 3;
    let part = |place: usize| {
        let digits = digits[place * width..(place + 1) * width].repeat(3 - width);
        let share = f64::from(u8::from_str_radix(&digits, 16).unwrap_or_default()) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn measures_as_the_guideline_does() {
    assert!((contrast("#fff", "#000000") - 21.0).abs() < 0.001);
    assert!((contrast("#777777", "#fff") - 4.478).abs() < 0.001);
}

#[test]
fn can_be_read_by_day_and_by_night() {
    for mode in modes() {
        let tones = TONES.map(|tone| (tone, ["paper", "ground"].as_slice()));
        for (letters, grounds) in TEXTS.into_iter().chain(tones) {
            for ground in grounds {
                let found = contrast(mode[letters], mode[ground]);
                assert!(found >= 4.5, "{letters} on {ground}: {found:.2} ({})", mode["paper"]);
            }
        }
        let edge = contrast(mode["edge"], mode["paper"]);
        assert!(edge >= 3.0, "edge: {edge:.2}");
    }
}
