//! How words are fitted, and that the typesetter agrees.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;
use crate::typeset;

const PLACE: Place = Place {
    x: 30.0,
    y: 100.0,
    width: 228.0,
    height: 40.0,
    side: Side::Center,
    stand: Stand::Middle,
};
const NAME_PT: f64 = 24.0;

fn name(text: &str) -> Paragraph {
    Paragraph::new(text, NAME_PT, Look::Strong, 4.0)
}

fn texts(column: &Column) -> Vec<&str> {
    column.lines.iter().map(|line| line.text.as_str()).collect()
}

fn length(line: &Line) -> f64 {
    width_em(&line.text, line.look.face()) * line.size_pt * POINT_MM
}

#[test]
fn short_words_keep_their_size_and_line() {
    let column = fit(&[name("Ông Đinh Hlưi"), name(""), name("Làng Sơ Tor")], PLACE).unwrap();
    assert_eq!(texts(&column), ["Ông Đinh Hlưi", "Làng Sơ Tor"]);
    assert!(column.lines.iter().all(|line| line.size_pt == NAME_PT));
    let [upper, lower] = [column.lines[0].y_mm, column.lines[1].y_mm];
    let capitals = name("").height() * NAME_PT * POINT_MM;
    assert!((lower - upper - capitals - 4.0).abs() < 1e-9, "4 mm of white: {upper} {lower}");
    assert!((upper - 100.0 - (140.0 - lower - capitals)).abs() < 1e-9, "as much above as below");
}

#[test]
fn lines_are_of_equal_length() {
    let text = "Tập thể cán bộ và nhân dân tổ tự quản số 5 làng Sơ Tor, xã Tơ Tung";
    let column = fit(&[name(text)], PLACE).unwrap();
    assert_eq!(
        texts(&column),
        ["Tập thể cán bộ và nhân dân tổ tự", "quản số 5 làng Sơ Tor, xã Tơ Tung"]
    );
}

#[test]
fn words_stand_at_the_edge_they_are_told_to() {
    let one = |stand| fit(&[name("Hà Minh Khôi")], Place { stand, ..PLACE }).unwrap().lines[0].y_mm;
    let capitals = name("").height() * NAME_PT * POINT_MM;
    assert!((one(Stand::Top) - 100.0).abs() < 1e-9);
    assert!((one(Stand::Bottom) + capitals - 140.0).abs() < 1e-9);
}

#[test]
fn words_that_nobody_could_read_are_refused() {
    let sentence = "Đã có thành tích xuất sắc ";
    assert!(fit(&[name(&sentence.repeat(20))], PLACE).is_some());
    assert!(fit(&[name(&sentence.repeat(40))], PLACE).is_none());
    let narrow = Place { width: 20.0, ..PLACE };
    assert!(fit(&[name(&"W".repeat(24))], narrow).is_none(), "wider than its place");
}

proptest! {
    #[test]
    fn every_word_stands_within_its_place(text in "[A-ZĐđa-zơưạếộ .-]{1,400}") {
        let text = crate::text::clean(&text);
        if let Some(column) = fit(&[name(&text)], PLACE) {
            let bare = |text: &str| text.replace(' ', "");
            prop_assert_eq!(bare(&texts(&column).concat()), bare(&text));
            for line in &column.lines {
                prop_assert!(length(line) <= PLACE.width + 1e-9, "{line:?}");
                prop_assert!(line.y_mm >= 100.0 && line.y_mm < 140.0, "{line:?}");
            }
            let larger = column.lines.first().map_or(1.0, |line| line.size_pt / NAME_PT) + 0.05;
            prop_assert!(larger > 1.01 || scaled(&[name(&text)], PLACE, larger).is_none());
        }
    }

    #[test]
    fn equal_lines_are_no_more_and_no_longer(text in "[A-Za-zơư]{1,12}( [A-Za-zơư]{1,12}){1,40}") {
        let width = 30.0;
        let (words, mut greedy) = (name(&text), vec![String::new()]);
        for word in text.split(' ') {
            let last = greedy.last_mut().unwrap();
            let longer = format!("{last} {word}");
            match width_em(longer.trim_start(), Look::Strong.face()) <= width {
                true => longer.trim_start().clone_into(last),
                false => greedy.push(word.to_owned()),
            }
        }
        let lines = words.lines(width).unwrap();
        let longest = |lines: &[String]| {
            let widths = lines.iter().map(|line| width_em(line, Look::Strong.face()));
            widths.fold(0.0, f64::max)
        };
        prop_assert_eq!(lines.len(), greedy.len());
        prop_assert!(longest(&lines) <= longest(&greedy) + 1e-9);
    }
}

/// Kerning draws letters nearer, so the typesetter's line may be shorter; it is hardly ever longer.
#[test]
fn the_typesetter_finds_the_same_widths() {
    let lines: Vec<Line> = [
        ("Đã có thành tích xuất sắc trong phong trào thi đua xây dựng nông thôn mới", Look::Plain),
        ("Tập thể cán bộ và nhân dân tổ tự quản số 5, AVATAR, LTWY", Look::Strong),
        ("Quyết định số: 45/QĐ-UBND ngày 20 tháng 12 năm 2023", Look::Slanted),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TƠ TUNG", Look::Red),
        ("fi fl ffi f) f' ]f} (j [j W. P, \"T\"", Look::Plain),
    ]
    .map(|(text, look)| {
        let mut column = fit(&[Paragraph::new(text, 16.0, look, 0.0).ruled()], PLACE).unwrap();
        column.lines.remove(0)
    })
    .into();
    let template = r#"
        #set text(font: "Tinos", lang: "vi", fallback: false)
        #let looks = (plain: (:), strong: (weight: "bold"), red: (weight: "bold"),
          slanted: (weight: "bold", style: "italic"))
        #context for line in json("/data.json") {
          let drawn = measure(text(size: line.size_pt * 1pt, ..looks.at(line.look), line.text))
          let share = drawn.width / (line.rule_mm * 1mm)
          assert(share > 0.96 and share < 1.005, message: line.text + " " + str(share))
        }"#;
    typeset::set(&typeset::Job { template, data: &lines, files: &[], date: None }).unwrap();
}
