//! Templates through Word and back: what was printed, and what officers and programs made of it.

mod broken;
mod edits;
mod generated;

use chungsuc_press::template::{Draft, DraftAnnex, DraftColumn, DraftTable, Edited, Frame, Part};
use chungsuc_press::{Align, Cosigner, Emphasis, Header, Issuer, Orientation, Text, docx, pdf};
use jiff::civil::date;

use crate::papers::{header, layout, signed};

/// The frame of a decision; of a công văn without a type.
fn frame(kind: Option<&str>) -> Frame {
    Frame {
        header: header(Some(5), "QĐ-UBND", Some(date(2023, 2, 8))),
        kind: kind.map(Into::into),
        authority: kind.map(|_| "Chủ tịch Ủy ban nhân dân xã Tơ Tung".into()),
        signature: signed(&["Chủ tịch"], "Hà Minh Khôi"),
        cosigner: None,
    }
}

/// The file that an officer gets.
fn sent(draft: &Draft, kind: Option<&str>) -> Vec<u8> {
    docx(&frame(kind).around(draft.words().unwrap()), &layout()).unwrap()
}

fn back(draft: &Draft, kind: Option<&str>) -> Draft {
    let edited = Edited::from_docx(&sent(draft, kind)).unwrap();
    assert_eq!(edited.remarks, []);
    edited.draft
}

fn texts(all: &[&str]) -> Vec<String> {
    all.iter().map(|text| (*text).to_owned()).collect()
}

fn cells(all: &[&str]) -> Vec<Text> {
    all.iter().map(|text| (*text).into()).collect()
}

/// Plain words, with some in the middle that stand out.
fn emphatic(before: &str, words: &str, emphasis: Emphasis, after: &str) -> Text {
    let mut line = Text::from(before);
    line.push(words, emphasis);
    line.push(after, Emphasis::default());
    line
}

fn column(title: &str, share: u16, align: Align) -> DraftColumn {
    DraftColumn { title: title.into(), share, align }
}

/// A draft with everything in it.
fn whole() -> Draft {
    use Part::{Article, Bullet, Centred, Item, Paragraph, Section, Table};
    let table = DraftTable {
        columns: vec![
            column("TT", 1, Align::Center),
            column("Họ và tên", 5, Align::Left),
            column("Tiền thưởng (đồng)", 3, Align::Right),
        ],
        rows: vec![
            cells(&["{{lặp danh sách}}"]),
            cells(&["{{số thứ tự}}", "{{họ tên}}", "{{tiền thưởng}}"]),
            cells(&["{{hết lặp}}"]),
        ],
        total: Some(cells(&["", "Tổng cộng", "{{tổng tiền}}"])),
    };
    let list = DraftTable {
        rows: vec![cells(&["{{lặp danh sách}}{{số thứ tự}}", "{{họ tên}}", "1{{hết lặp}}"])],
        total: None,
        ..table.clone()
    };
    Draft {
        abstract_: "Về việc tặng Giấy khen trong {{tên phong trào}}".into(),
        addressees: texts(&["Ủy ban nhân dân tỉnh", "Sở Nội vụ"]),
        bases: texts(&["{{lặp căn cứ}}", "{{căn cứ}}", "{{hết lặp}}", "Theo đề nghị, v.v."]),
        body: vec![
            Centred("QUYẾT ĐỊNH:".into()),
            Section("I. KẾT QUẢ {{tên phong trào}}".into()),
            Part::Part("1. Về lãnh đạo".into()),
            Item("a) Tuyên truyền".into()),
            Article("Tặng Giấy khen cho {{số người}} cá nhân.".into()),
            Article("Thi hành.".into()),
            Paragraph("{{nếu địa điểm}}".into()),
            Bullet("họp tại {{địa điểm}};".into()),
            Paragraph("{{hết nếu}}".into()),
            Table(table),
            Paragraph("Trên đây là “báo cáo” – kính gửi.".into()),
        ],
        recipients: texts(&["Như Điều 2", "Các làng, v.v.", "Lưu: VT, {{tên phong trào}}"]),
        annexes: vec![
            DraftAnnex {
                title: "DANH SÁCH {{tên phong trào}}".into(),
                orientation: Orientation::Landscape,
                body: vec![Table(list)],
            },
            DraftAnnex {
                title: "MẪU".into(),
                orientation: Orientation::Portrait,
                body: vec![Paragraph("Kèm theo.".into())],
            },
        ],
    }
}

#[test]
fn what_was_sent_comes_back() {
    assert_eq!(back(&whole(), Some("Quyết định")), whole());
    assert_eq!(back(&whole(), None), whole());
    let one = Draft { addressees: texts(&["Các làng"]), ..whole() };
    assert_eq!(back(&one, None), one);
    assert_eq!(back(&Draft::default(), Some("Thông báo")), Draft::default());
}

/// A draft in which words stand out wherever they can.
fn striking() -> Draft {
    let look = |bold, italic, underlined| Emphasis { bold, italic, underlined };
    let mark = emphatic("Tặng cho ", "{{số người}} cá nhân", look(true, false, false), ".");
    let cell = emphatic("Sơ ", "Tor", look(true, true, true), "");
    let table = DraftTable {
        columns: vec![column("Làng", 1, Align::Left), column("Ghi chú", 1, Align::Left)],
        rows: vec![vec![cell, "".into()]],
        total: None,
    };
    Draft {
        body: vec![
            Part::Part(emphatic("1. Về ", "lãnh đạo", look(false, true, false), "")),
            Part::Article(mark),
            Part::Paragraph(emphatic("", "Thời gian:", look(false, false, true), " 8 giờ.")),
            Part::Bullet(emphatic("nộp trước ", "{{ngày}}", look(true, true, false), ";")),
            Part::Centred(emphatic("DANH ", "SÁCH", look(false, false, true), "")),
            Part::Table(table),
            Part::Paragraph(emphatic(
                "Đề nghị các làng ",
                "thi hành",
                look(true, false, false),
                ".",
            )),
        ],
        ..whole()
    }
}

#[test]
fn words_that_stand_out_come_back_so() {
    assert_eq!(back(&striking(), Some("Quyết định")), striking());
    let file = crate::tools::resaved("striking", &sent(&striking(), None));
    assert_eq!(Draft::from_docx(&file).unwrap(), striking());
}

#[test]
fn words_that_stand_out_are_printed_so() {
    let document = frame(Some("Quyết định")).around(striking().words().unwrap());
    let file = crate::tools::keep("striking.pdf", &pdf(&document, &layout()).unwrap());
    let told = crate::tools::poppler("pdftohtml", &["-xml", "-i", "-stdout"], &file);
    for words in ["<b>{{số người}} cá nhân</b>", "<i><b>{{ngày}}</b></i>", "<b>thi hành</b>"]
    {
        assert!(told.contains(words), "{words} in {told}");
    }
}

#[test]
fn libreoffice_may_save_it_again() {
    let file = crate::tools::resaved("draft", &sent(&whole(), Some("Quyết định")));
    let edited = Edited::from_docx(&file).unwrap();
    assert_eq!((edited.draft, edited.remarks), (whole(), vec![]));
}

#[test]
fn a_second_signer_stands_above_the_recipients() {
    let cosigner = Some(Cosigner::Secretary(signed(&["Thư ký"], "Đinh Thị Blưn")));
    let frame = Frame { cosigner, ..frame(Some("Biên bản")) };
    let file = docx(&frame.around(whole().words().unwrap()), &layout()).unwrap();
    assert_eq!(Draft::from_docx(&file).unwrap(), whole());
}

#[test]
fn the_head_and_the_confirmation_of_a_person_are_no_words_of_it() {
    let header = Header { issuer: Issuer::Person, ..header(None, "", None) };
    let body = "Ủy ban nhân dân xã Tơ Tung".into();
    let signature = signed(&["Chủ tịch"], "Hà Minh Khôi");
    let cosigner = Some(Cosigner::Confirming { body, signature });
    let frame =
        Frame { header, cosigner, authority: None, ..frame(Some("Báo cáo thành tích")) };
    let file = docx(&frame.around(whole().words().unwrap()), &layout()).unwrap();
    assert_eq!(Draft::from_docx(&file).unwrap(), whole());
}

#[test]
fn every_shipped_template_comes_back_as_the_same_paper() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../catalog/papers/templates");
    let mut seen = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let shipped = Draft::parse(&std::fs::read_to_string(&path).unwrap()).unwrap();
        for kind in [Some("Thông báo"), None] {
            let file = sent(&shipped, kind);
            let again = Edited::from_docx(&file).unwrap();
            assert_eq!(again.remarks, [], "{}", path.display());
            assert!(sent(&again.draft, kind) == file, "{}: {:#?}", path.display(), again.draft);
        }
        seen += 1;
    }
    assert!(seen >= 6);
}
