//! The types of documents: what the catalog says of them, and a paper of each.

use chungsuc_press::{
    Align, Annex, Block, Capacity, Column, Cosigner, Document, Header, Issuer, Kind, Kinds, Level,
    Orientation, Presence, Signature, Table,
};
use jiff::civil::date;

use crate::papers::{KINDS, list};

pub(crate) fn kinds() -> Kinds {
    Kinds::parse(KINDS).unwrap()
}

/// What files of a type are called: "quyet-dinh".
pub(crate) fn slug(kind: &Kind) -> String {
    chungsuc_domain::text::fold(&kind.name).replace(' ', "-")
}

/// A paper of every type, named by [`slug`].
pub(crate) fn every() -> Vec<(String, Document)> {
    kinds().all().iter().map(|kind| (slug(kind), paper(kind))).collect()
}

/// A paper of a type, with the parts that the type has. The people are invented.
pub(crate) fn paper(kind: &Kind) -> Document {
    let dateline = kind.dateline != Presence::None;
    let header = Header {
        issuer: Issuer::body(
            "Ủy ban nhân dân xã Tơ Tung",
            kind.number(Some(5), if kind.titled { "UBND" } else { "UBND-VX" }),
        ),
        place: dateline.then(|| "Tơ Tung".into()),
        date: Some(date(2023, 2, 8)),
    };
    let about = match (kind.abstract_, kind.titled) {
        (Presence::Must, true) => "Về việc phát động phong trào thi đua xây dựng nông thôn mới",
        (Presence::Must, false) => "báo cáo kết quả phong trào thi đua quý I",
        _ => "",
    };
    let recipients = match kind.recipients {
        Presence::Must => vec!["Các làng trên địa bàn xã".into(), "Lưu: VT, TĐKT".into()],
        _ => vec![],
    };
    let plain = Document {
        kind: kind.title(),
        body: body(kind),
        recipients,
        ..Document::new(header, about, signature(kind))
    };
    with_own_parts(kind, plain)
}

fn signed(lines: &str, name: &str) -> Signature {
    Signature { capacity: Capacity::read(lines).unwrap(), name: name.into() }
}

/// The capacities of the decree in turn.
fn signature(kind: &Kind) -> Signature {
    match kind.name.as_str() {
        "Quyết định" => signed("Chủ tịch", "Hà Minh Khôi"),
        "Biên bản" => signed("Chủ tọa", "Hà Minh Khôi"),
        "Báo cáo" => signed("TM. Ủy ban nhân dân\nKT. Chủ tịch\nPhó Chủ tịch", "Phan Quế Chi"),
        "Giấy mời" => signed("TL. Chủ tịch\nChánh Văn phòng", "Đinh Thị Blưn"),
        "Phiếu gửi" => {
            signed("TL. Chủ tịch\nKT. Chánh Văn phòng\nPhó Chánh Văn phòng", "Đinh Hlưi")
        }
        "Giấy giới thiệu" => {
            signed("TUQ. Chủ tịch\nTrưởng phòng Văn hóa - Xã hội", "Đinh Hlưi")
        }
        "Thông báo" => signed("Q. Chủ tịch", "Hà Minh Khôi"),
        _ => signed("TM. Ủy ban nhân dân\nChủ tịch", "Hà Minh Khôi"),
    }
}

fn body(kind: &Kind) -> Vec<Block> {
    let paragraph = |text: &str| Block::Paragraph(text.into());
    match kind.name.as_str() {
        "Nghị quyết" | "Quyết định" | "Quy chế" | "Quy định" => vec![
            Block::Centred(format!("{}:", kind.name.to_uppercase()).into()),
            Block::Article {
                number: 1, text: "Phát động phong trào thi đua trên toàn xã.".into()
            },
            Block::Article {
                number: 2, text: "Các làng chịu trách nhiệm thi hành.".into()
            },
        ],
        "Kế hoạch" | "Báo cáo" | "Phương án" | "Đề án" | "Dự án" | "Chương trình" =>
        {
            vec![
                Block::Heading {
                    level: Level::Section, text: "I. Mục đích, yêu cầu".into()
                },
                Block::Heading { level: Level::Part, text: "1. Mục đích".into() },
                paragraph("Huy động sức dân và các nguồn lực để xây dựng nông thôn mới."),
                Block::Bullet("Mỗi làng đăng ký một công trình;".into()),
                Block::Table(small_table()),
            ]
        }
        _ => vec![
            paragraph(
                "Ủy ban nhân dân xã đề nghị các làng tổ chức cho Nhân dân đăng ký thi đua, \
                       hoàn thành trước ngày 25 tháng 3 năm 2023.",
            ),
            paragraph("Việc thực hiện được tổng hợp và báo cáo trong kỳ họp tới."),
        ],
    }
}

fn small_table() -> Table {
    let columns =
        vec![Column::new("Làng", 3, Align::Left), Column::new("Số công trình", 2, Align::Right)];
    Table::new(columns, vec![vec!["Sơ Tor", "02"]], None).unwrap()
}

fn with_own_parts(kind: &Kind, plain: Document) -> Document {
    let annex = |label: &str, orientation| Annex {
        label: Some(label.into()),
        title: "Danh sách đăng ký".into(),
        orientation,
        body: vec![Block::Table(list(3))],
    };
    match kind.name.as_str() {
        "Quyết định" => Document {
            authority: Some("Chủ tịch Ủy ban nhân dân xã Tơ Tung".into()),
            bases: vec![
                "Căn cứ Luật Tổ chức chính quyền địa phương".into(),
                "Theo đề nghị của Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã".into(),
            ],
            ..plain
        },
        "Biên bản" => {
            let secretary = Cosigner::Secretary(signed("Thư ký", "Đinh Thị Blưn"));
            Document { cosigner: Some(secretary), ..plain }
        }
        "Báo cáo" | "Tờ trình" => {
            Document { addressees: vec!["Ủy ban nhân dân tỉnh Gia Lai".into()], ..plain }
        }
        "Công văn" | "Công điện" | "Giấy mời" => Document {
            addressees: vec!["Các làng trên địa bàn xã".into(), "Mặt trận Tổ quốc xã".into()],
            ..plain
        },
        "Kế hoạch" => Document {
            annexes: vec![
                annex("Phụ lục I", Orientation::Portrait),
                annex("Phụ lục II", Orientation::Landscape),
            ],
            ..plain
        },
        _ => plain,
    }
}

#[test]
fn there_are_the_types_of_the_decree() {
    // Nghị định 30/2020/NĐ-CP, Điều 7 and Phụ lục III, Mục I.
    let kinds = kinds();
    assert_eq!(kinds.all().len(), 29);
    assert_eq!(kinds.origin().document, "Nghị định 30/2020/NĐ-CP");
    let short = |kind: &&Kind| kind.abbreviation.is_none();
    let without: Vec<&str> =
        kinds.all().iter().filter(short).map(|kind| kind.name.as_str()).collect();
    assert_eq!(without, ["Công văn", "Thư công"]);
    let mut abbreviations: Vec<_> =
        kinds.all().iter().filter_map(|it| it.abbreviation.as_ref()).collect();
    abbreviations.sort_unstable();
    abbreviations.dedup();
    assert_eq!(abbreviations.len(), 27, "each has its own");
    assert!(!abbreviations.iter().any(|abbreviation| *abbreviation == "CV"));
}

#[test]
fn a_form_of_another_law_belongs_to_a_type() {
    let kinds = kinds();
    for form in kinds.forms() {
        let of = kinds.named(form.filed_as()).unwrap();
        assert!(form.of.is_some() && of.of.is_none(), "{}", form.name);
        assert_eq!(form.abbreviation, of.abbreviation, "{}", form.name);
        assert!(!kinds.all().contains(form), "{} is no type", form.name);
    }
    assert_eq!(kinds.named("BÁO CÁO THÀNH TÍCH").map(Kind::filed_as), Some("Báo cáo"));
}

#[test]
fn a_symbol_begins_with_the_type_but_of_a_letter() {
    let kinds = kinds();
    for (name, body, symbol) in [
        ("Quyết định", "UBND", Some("QĐ-UBND")),
        ("QUY ĐỊNH", "UBND", Some("QyĐ-UBND")),
        ("Tờ trình", "HĐTĐKT", Some("TTr-HĐTĐKT")),
        ("Công văn", "UBND-VX", Some("UBND-VX")),
        ("Thư công", "UBND", None),
    ] {
        let kind = kinds.named(name).unwrap();
        let number = kind.number(Some(5), body).map(|number| number.symbol);
        assert_eq!(number.as_deref(), symbol, "{name}");
    }
    assert_eq!(kinds.untitled().and_then(Kind::title), None);
    assert!(kinds.named("Công hàm").is_none());
}
