//! Lines whose words stand out: one way to write each down, and nothing lost on the way.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;

const BOLD: Emphasis = Emphasis { bold: true, italic: false, underlined: false };
const PLAIN: Emphasis = Emphasis { bold: false, italic: false, underlined: false };

fn line(runs: &[(&str, Emphasis)]) -> Text {
    let mut line = Text::default();
    runs.iter().for_each(|(words, emphasis)| line.push(words, *emphasis));
    line
}

#[test]
fn neighbours_that_look_alike_are_one() {
    assert_eq!(line(&[("một ", BOLD), ("", PLAIN), ("hai", BOLD)]), line(&[("một hai", BOLD)]));
    assert!(line(&[("", BOLD)]).is_empty());
}

#[test]
fn spaces_between_runs_are_single_and_keep_the_look_of_the_first() {
    let typed = line(&[("  Giao ", PLAIN), ("\t thôn\u{200b} ", BOLD), (" , xã ", PLAIN)]);
    assert_eq!(typed.clean(), line(&[("Giao ", PLAIN), ("thôn ", BOLD), (", xã", PLAIN)]));
    assert_eq!(line(&[("Th", BOLD), ("ôn", PLAIN)]).clean(), line(&[("Th", BOLD), ("ôn", PLAIN)]));
}

#[test]
fn capitals_spare_marks() {
    let typed = line(&[("I. Kết quả ", PLAIN), ("{{tên phong trào}} năm", BOLD)]);
    let shown = line(&[("I. KẾT QUẢ ", PLAIN), ("{{tên phong trào}} NĂM", BOLD)]);
    assert_eq!(typed.capitals(), shown);
}

#[test]
fn a_plain_line_is_written_as_words_alone() {
    let said = |text: &Text| serde_json::to_value(text).unwrap();
    assert_eq!(said(&"Thi hành".into()), serde_json::json!("Thi hành"));
    let mixed = line(&[("Giao ", PLAIN), ("thôn", BOLD)]);
    assert_eq!(serde_json::from_value::<Text>(said(&mixed)).unwrap(), mixed);
}

fn any_line() -> impl Strategy<Value = Text> {
    let run = (r"[a-zđư \n]{0,6}", any::<[bool; 3]>());
    prop::collection::vec(run, 0..6).prop_map(|runs| {
        let mut line = Text::default();
        for (words, [bold, italic, underlined]) in runs {
            line.push(&words, Emphasis { bold, italic, underlined });
        }
        line
    })
}

proptest! {
    #[test]
    fn cleaning_keeps_the_words(text in any_line()) {
        let cleaned = text.clean();
        prop_assert_eq!(cleaned.plain(), clean(&text.plain()));
        prop_assert_eq!(cleaned.clean(), cleaned);
    }

    #[test]
    fn parts_make_the_whole(text in any_line(), at in any::<prop::sample::Index>()) {
        let plain = text.plain();
        let at = at.index(plain.len() + 1);
        prop_assume!(plain.is_char_boundary(at));
        let mut both = text.part(0..at);
        both.append(&text.part(at..plain.len()));
        prop_assert_eq!(both, text);
    }
}
