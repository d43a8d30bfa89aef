//! Any draft comes back as it was sent.

use chungsuc_press::template::{Draft, DraftAnnex, DraftColumn, DraftTable, Part};
use chungsuc_press::{Align, Emphasis, Orientation, Text};
use proptest::prelude::*;

use super::back;

/// Words as a sentence has them inside, with or without a mark.
fn words() -> impl Strategy<Value = String> {
    let word = "[a-zđôưỹ]{1,7}";
    let more = prop_oneof![
        4 => "( [a-zđôưỹ]{1,7}){0,4}",
        1 => Just(" {{tên phong trào}}".to_owned()),
        1 => Just(", {{nếu địa điểm}}v.v.{{hết nếu}}".to_owned()),
        1 => Just(" & <b> “số 1”".to_owned()),
    ];
    (word, more).prop_map(|(word, more)| word + &more)
}

/// Words of which the last may stand out.
fn text() -> impl Strategy<Value = Text> {
    (words(), prop::option::of(("[a-zđô]{1,5}", any::<[bool; 3]>()))).prop_map(|(words, more)| {
        let mut line = Text::from(words);
        if let Some((words, [bold, italic, underlined])) = more {
            line.push(" ", Emphasis::default());
            line.push(&words, Emphasis { bold, italic, underlined });
        }
        line
    })
}

/// Words of a line that is bold as a whole.
fn title(before: &'static str) -> impl Strategy<Value = Text> {
    words().prop_map(move |words| format!("{before}{words}").into())
}

/// A sentence, with its stop.
fn sentence() -> impl Strategy<Value = Text> {
    text().prop_map(|mut text| {
        text.push(".", Emphasis::default());
        text
    })
}

fn list() -> impl Strategy<Value = Vec<String>> {
    let marks = prop::sample::select(vec!["{{lặp thành viên}}", "{{hết lặp}}", "{{không thì}}"]);
    prop::collection::vec(prop_oneof![3 => words(), 1 => marks.prop_map(Into::into)], 0..4)
}

fn align() -> impl Strategy<Value = Align> {
    prop::sample::select(vec![Align::Left, Align::Center, Align::Right])
}

/// A row whose first cell speaks, so that it is no mark alone.
fn row(width: usize) -> impl Strategy<Value = Vec<Text>> {
    let cell = prop_oneof![4 => text(), 1 => Just(Text::default())];
    let row = (text(), prop::collection::vec(cell, width - 1));
    row.prop_map(|(first, rest)| [vec![first], rest].concat())
}

/// A row of totals, which is bold as a whole.
fn total(width: usize) -> impl Strategy<Value = Vec<Text>> {
    prop::collection::vec(title(""), width)
}

fn table() -> impl Strategy<Value = Part> {
    let of = |width| {
        let column = (words(), 1..12_u16, align());
        let mark = Just(vec!["{{lặp thành viên}}".into()]);
        let rows = prop::collection::vec(prop_oneof![4 => row(width), 1 => mark], 1..4);
        (prop::collection::vec(column, width), rows, prop::option::of(total(width)))
    };
    (1..5_usize).prop_flat_map(of).prop_map(|(columns, rows, total)| {
        let column = |(title, share, align)| DraftColumn { title, share, align };
        let columns = columns.into_iter().map(column).collect();
        Part::Table(DraftTable { columns, rows, total })
    })
}

fn part() -> impl Strategy<Value = Part> {
    // The printed title of a section stands in capitals.
    let section = words().prop_map(|text| Part::Section(text.to_uppercase().into()));
    prop_oneof![
        1 => section,
        1 => title("1. ").prop_map(Part::Part),
        1 => title("a) ").prop_map(Part::Item),
        2 => sentence().prop_map(Part::Article),
        4 => sentence().prop_map(Part::Paragraph),
        2 => sentence().prop_map(Part::Bullet),
        1 => title("").prop_map(Part::Centred),
        1 => table(),
    ]
}

fn body() -> impl Strategy<Value = Vec<Part>> {
    prop::collection::vec(part(), 0..8)
}

fn annex() -> impl Strategy<Value = DraftAnnex> {
    let across = prop::sample::select(vec![Orientation::Portrait, Orientation::Landscape]);
    let title = prop_oneof![5 => "[A-ZĐÔ]{1,9}", 1 => Just(String::new())];
    (title, across, body()).prop_map(|(title, orientation, body)| DraftAnnex {
        title,
        orientation,
        body,
    })
}

fn draft() -> impl Strategy<Value = Draft> {
    let abstract_ = prop_oneof![5 => words(), 1 => Just(String::new())];
    (abstract_, list(), list(), body(), list(), prop::collection::vec(annex(), 0..3)).prop_map(
        |(abstract_, addressees, bases, body, recipients, annexes)| Draft {
            abstract_,
            addressees,
            bases,
            body,
            recipients,
            annexes,
        },
    )
}

/// Shares of the width mean the same in their lowest terms.
fn lowest(mut draft: Draft) -> Draft {
    let annexes = draft.annexes.iter_mut().map(|annex| &mut annex.body);
    for part in std::iter::once(&mut draft.body).chain(annexes).flatten() {
        if let Part::Table(table) = part {
            let shares = table.columns.iter().map(|column| column.share);
            let divisor = shares.reduce(divisor).unwrap_or(1);
            table.columns.iter_mut().for_each(|column| column.share /= divisor);
        }
    }
    draft
}

fn divisor(a: u16, b: u16) -> u16 {
    if b == 0 { a } else { divisor(b, a % b) }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_draft_comes_back(draft in draft(), letter in any::<bool>()) {
        let kind = (!letter).then_some("Quyết định");
        prop_assert_eq!(back(&draft, kind), lowest(draft));
    }
}
