//! Templates: what marks become, and what is told of wrong ones.

use chungsuc_press::template::{
    Draft, DraftAnnex, DraftColumn, DraftTable, Fault, FaultKind, Field, Part, Place, Template,
    Values,
};
use chungsuc_press::{Align, Block, Emphasis, Level, Orientation, Text};

const MEMBERS: &[Field] = &[Field::text("họ tên"), Field::text("chức vụ")];
const FIELDS: &[Field] = &[
    Field::text("tên phong trào"),
    Field::text("địa điểm"),
    Field::flag("họp kín"),
    Field::rows("thành viên", MEMBERS),
];

fn values() -> Values {
    let member = |name: &str, post: &str| Values::new().text("họ tên", name).text("chức vụ", post);
    Values::new()
        .text("tên phong trào", "Chung sức xây dựng nông thôn mới")
        .text("địa điểm", "")
        .flag("họp kín", true)
        .rows("thành viên", [member("Hà Minh Khôi", "Chủ tịch"), member("Đinh Thị Mơ", "")])
}

fn body(parts: Vec<Part>) -> Draft {
    Draft { body: parts, ..Draft::default() }
}

fn lines(texts: &[&str]) -> Draft {
    body(texts.iter().map(|text| Part::Paragraph((*text).into())).collect())
}

fn filled(draft: &Draft) -> Vec<String> {
    let template = Template::of(draft, FIELDS).unwrap_or_else(|faults| panic!("{faults:?}"));
    let words = template.fill(&values()).unwrap();
    let text = |block: Block| match block {
        Block::Paragraph(text) | Block::Bullet(text) | Block::Centred(text) => text.plain(),
        other => format!("{other:?}"),
    };
    words.body.into_iter().map(text).collect()
}

fn rows(block: &Block) -> Vec<Vec<String>> {
    let Block::Table(table) = block else { panic!("{block:?}") };
    table.rows().iter().map(|row| row.iter().map(Text::plain).collect()).collect()
}

fn faults(texts: &[&str]) -> Vec<Fault> {
    Template::of(&lines(texts), FIELDS).unwrap_err()
}

#[test]
fn what_marks_become() {
    let cases: &[(&[&str], &[&str])] = &[
        (&["Phong trào {{tên phong trào}}."], &["Phong trào Chung sức xây dựng nông thôn mới."]),
        // Typed without marks, in capitals, with more spaces.
        (&["{{ TEN  PHONG TRAO }}"], &["Chung sức xây dựng nông thôn mới"]),
        // A line that held marks and says nothing is left out.
        (&["{{địa điểm}}", "Hết."], &["Hết."]),
        (&["Họp{{nếu họp kín}} kín{{không thì}} mở{{hết nếu}}."], &["Họp kín."]),
        (&["{{nếu không địa điểm}}Chưa rõ nơi họp.{{hết nếu}}"], &["Chưa rõ nơi họp."]),
        (
            &["Gồm: {{lặp thành viên}}{{số thứ tự}}. {{họ tên}}; {{hết lặp}}"],
            &["Gồm: 1. Hà Minh Khôi; 2. Đinh Thị Mơ;"],
        ),
        (
            &[
                "{{lặp thành viên}}",
                "{{họ tên}}{{nếu chức vụ}}, {{chức vụ}}{{hết nếu}}",
                "{{hết lặp}}",
            ],
            &["Hà Minh Khôi, Chủ tịch", "Đinh Thị Mơ"],
        ),
        // The fields of the document can be named inside rows.
        (
            &["{{lặp thành viên}}", "{{họ tên}}: {{tên phong trào}}", "{{hết lặp}}"],
            &[
                "Hà Minh Khôi: Chung sức xây dựng nông thôn mới",
                "Đinh Thị Mơ: Chung sức xây dựng nông thôn mới",
            ],
        ),
    ];
    for (typed, wanted) in cases {
        assert_eq!(filled(&lines(typed)), *wanted, "{typed:?}");
    }
}

#[test]
fn a_fault_names_the_field_the_place_and_what_there_is() {
    let at = |place, kind| Fault { place, kind };
    assert_eq!(
        faults(&["Thường.", "Về {{tên phong chào}}"]),
        [at(
            Place::Body(2),
            FaultKind::UnknownField {
                typed: "tên phong chào".into(),
                nearest: Some("tên phong trào"),
                known: vec!["tên phong trào", "địa điểm", "họp kín", "thành viên"],
            }
        )]
    );
    let told =
        |texts: &[&str]| faults(texts).into_iter().map(|fault| fault.kind).collect::<Vec<_>>();
    let said = |text: &str| text.to_owned();
    assert_eq!(told(&["{{thành viên}}"]), [FaultKind::NotWords(said("thành viên"))]);
    assert_eq!(told(&["{{lặp địa điểm}}x{{hết lặp}}"]), [FaultKind::NotRows(said("địa điểm"))]);
    assert_eq!(told(&["{{nếu họp kín}}", "x"]), [FaultKind::Unclosed(said("nếu họp kín"))]);
    assert_eq!(told(&["x", "{{hết lặp}}"]), [FaultKind::Unopened(said("hết lặp"))]);
    assert_eq!(told(&["{{địa điểm"]), [FaultKind::Unended(said("địa điểm"))]);
    assert_eq!(told(&["{{ }}"]), [FaultKind::Empty]);
    // What cannot be repeated is told once, not again for every field inside.
    assert_eq!(
        told(&["{{lặp ai}}", "{{họ tên}}", "{{hết lặp}}"]).len(),
        1,
        "one fault for rows that there are not"
    );
    // Faults of several lines are told together.
    assert_eq!(faults(&["{{a}}", "", "{{b}}"]).len(), 2);
}

#[test]
fn a_shipped_file_is_a_draft() {
    let draft = Draft::parse(
        r#"
        abstract = "Về việc họp {{tên phong trào}}"
        bases = ["Căn cứ Kế hoạch"]
        body = [
            { section = "I. Thành phần" },
            { article = "Gồm {{địa điểm}} các thành viên." },
            { article = "Thi hành." },
            { table = { columns = [
                { title = "TT", share = 1, align = "center" }, { title = "Họ tên", share = 5 },
            ], rows = [["{{lặp thành viên}}{{số thứ tự}}", "{{họ tên}}{{hết lặp}}"]] } },
            { table = { columns = [{ title = "Họ tên", share = 5 }], rows = [
                ["{{lặp thành viên}}"], ["{{họ tên}}"], ["{{hết lặp}}"],
            ], total = ["{{tên phong trào}}"] } },
        ]
        "#,
    )
    .unwrap();
    let words = Template::of(&draft, FIELDS).unwrap().fill(&values()).unwrap();
    assert_eq!(words.abstract_, "Về việc họp Chung sức xây dựng nông thôn mới");
    let [heading, first, second, table, list] = &words.body[..] else { panic!("{words:?}") };
    assert!(matches!(heading, Block::Heading { level: Level::Section, .. }));
    assert!(matches!(first, Block::Article { number: 1, .. }));
    assert!(matches!(second, Block::Article { number: 2, .. }));
    assert_eq!(rows(table), [vec!["1", "Hà Minh Khôi"], vec!["2", "Đinh Thị Mơ"]]);
    assert_eq!(rows(list), [["Hà Minh Khôi"], ["Đinh Thị Mơ"]]);
}

#[test]
fn a_message_shows_the_line_of_a_place() {
    let long = "Ủy ban nhân dân xã đề nghị các làng đăng ký thi đua {{trước ngày}} và gửi về xã.";
    let table = DraftTable {
        columns: ["TT", "Họ tên"]
            .map(|title| DraftColumn { title: title.into(), share: 1, align: Align::Left })
            .into(),
        rows: vec![],
        total: None,
    };
    let annex = DraftAnnex {
        title: "Danh sách".into(),
        orientation: Orientation::Portrait,
        body: vec![Part::Table(table)],
    };
    let draft = Draft {
        abstract_: "Về việc họp".into(),
        bases: vec!["Căn cứ Luật".into(), "Căn cứ {{x}}".into()],
        annexes: vec![annex],
        ..lines(&["Ngắn.", long])
    };
    for (place, wanted) in [
        (Place::Abstract, Some("Về việc họp")),
        (Place::Basis(2), Some("Căn cứ {{x}}")),
        (Place::Basis(3), None),
        (Place::Recipient(1), None),
        (Place::Body(0), None),
        (Place::Body(1), Some("Ngắn.")),
        (Place::Body(2), Some("Ủy ban nhân dân xã đề nghị các làng đăng ký thi đua {{trước…")),
        (Place::AnnexTitle(1), Some("Danh sách")),
        (Place::Annex(1, 1), Some("TT | Họ tên")),
        (Place::Annex(2, 1), None),
    ] {
        assert_eq!(draft.line(place).as_deref(), wanted, "{place:?}");
    }
}

#[test]
fn a_field_looks_as_the_words_it_stands_among() {
    let bold = Emphasis { bold: true, ..Emphasis::default() };
    let mut line = Text::from("Giao ");
    // Word cuts a mark where somebody has put the cursor.
    line.push("{{tên phong", bold);
    line.push(" trào}}", Emphasis::default());
    line.push(" ở {{nếu họp kín}}", Emphasis::default());
    line.push("phòng kín", Emphasis { italic: true, ..Emphasis::default() });
    line.push("{{hết nếu}}.", Emphasis::default());
    let draft = body(vec![Part::Bullet(line)]);
    let words = Template::of(&draft, FIELDS).unwrap().fill(&values()).unwrap();
    let [Block::Bullet(text)] = &words.body[..] else { panic!("{words:?}") };
    let looks: Vec<_> = text.runs().iter().map(|run| (run.words.as_str(), run.emphasis)).collect();
    let italic = Emphasis { italic: true, ..Emphasis::default() };
    assert_eq!(
        looks,
        [
            ("Giao ", Emphasis::default()),
            ("Chung sức xây dựng nông thôn mới", bold),
            (" ở ", Emphasis::default()),
            ("phòng kín", italic),
            (".", Emphasis::default()),
        ]
    );
}
