//! Papers that the tests print. The people are invented.

use chungsuc_domain::proof::{PrivateKey, Statement};
use chungsuc_press::{
    Align, Annex, Block, Capacity, Certificate, CertificateDesign, Check, Column, Cosigner,
    Document, Gift, Header, Imprint, Issuer, Layout, Level, Number, Orientation, Signature, Table,
};
use jiff::civil::{Date, date};

pub(crate) const LAYOUT: &str = include_str!("../../../../catalog/papers/layout.toml");
pub(crate) const KINDS: &str = include_str!("../../../../catalog/papers/kinds.toml");
pub(crate) const RULES: &str = include_str!("../../../../catalog/papers/rules.toml");

pub(crate) fn layout() -> Layout {
    Layout::parse(LAYOUT).unwrap()
}

pub(crate) fn design() -> CertificateDesign {
    CertificateDesign::parse(include_str!("../../../../catalog/papers/giay-khen.toml")).unwrap()
}

pub(crate) fn header(serial: Option<u32>, symbol: &str, day: Option<Date>) -> Header {
    let number = Number { serial, symbol: symbol.into() };
    Header {
        issuer: Issuer::body("Ủy ban nhân dân xã Tơ Tung", Some(number)),
        place: Some("Tơ Tung".into()),
        date: day,
    }
}

pub(crate) fn signed(capacity: &[&str], name: &str) -> Signature {
    Signature { capacity: Capacity::read(&capacity.join("\n")).unwrap(), name: name.into() }
}

/// A table of `rows` people, whose numbers and sums can be found again.
pub(crate) fn list(rows: usize) -> Table {
    let columns = vec![
        Column::new("TT", 8, Align::Center),
        Column::new("Họ và tên", 34, Align::Left),
        Column::new("Đơn vị", 36, Align::Left),
        Column::new("Tiền thưởng (đồng)", 22, Align::Right),
    ];
    let row = |at: usize| {
        let name = ["Đinh Hlưi", "Đinh Thị Blưn", "Hà Minh Khôi", "Phan Quế Chi"][at % 4];
        vec![at.to_string(), name.into(), "Làng Sơ Tor, xã Tơ Tung".into(), "702.000".into()]
    };
    let total = vec![String::new(), "Tổng cộng".into(), String::new(), "84.240.000".into()];
    Table::new(columns, (1..=rows).map(row).collect(), Some(total)).unwrap()
}

/// A decision with its list as an annex.
pub(crate) fn decision() -> Document {
    let header = header(Some(5), "QĐ-UBND", Some(date(2023, 2, 8)));
    let article = |number, text: &str| Block::Article { number, text: text.into() };
    Document {
        kind: Some("Quyết định".into()),
        authority: Some("Chủ tịch Ủy ban nhân dân xã Tơ Tung".into()),
        bases: vec![
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015".into(),
            "Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003".into(),
            "Theo đề nghị của Hội đồng Thi đua - Khen thưởng xã tại Tờ trình số 02/TTr-HĐTĐKT \
             ngày 03 tháng 02 năm 2023;"
                .into(),
        ],
        body: vec![
            Block::Centred("QUYẾT ĐỊNH:".into()),
            article(
                1,
                "Tặng Giấy khen cho 120 cá nhân đã có thành tích xuất sắc trong phong trào thi đua \
                 xây dựng nông thôn mới trên địa bàn xã (có danh sách kèm theo).",
            ),
            article(2, "Tiền thưởng được chi từ Quỹ thi đua, khen thưởng của xã."),
            article(
                3,
                "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã, các cơ quan, đơn vị liên quan và \
                 các cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.",
            ),
        ],
        recipients: vec!["Như Điều 3".into(), "Thường trực Đảng ủy".into(), "Lưu: VT, TĐKT".into()],
        annexes: vec![Annex {
            label: None,
            title: "Danh sách cá nhân được tặng Giấy khen".into(),
            orientation: Orientation::Portrait,
            body: vec![Block::Table(list(120))],
        }],
        ..Document::new(
            header,
            "Về việc tặng Giấy khen cho các cá nhân có thành tích xuất sắc trong phong trào thi đua \
             xây dựng nông thôn mới",
            signed(&["Chủ tịch"], "Hà Minh Khôi"),
        )
    }
}

/// A report to a higher body, with every level of heading and an annex across the sheet.
pub(crate) fn report() -> Document {
    let heading = |level, text: &str| Block::Heading { level, text: text.into() };
    let paragraph = "Ủy ban nhân dân xã đã chỉ đạo các làng đăng ký thi đua, giao chỉ tiêu đến từng hộ, \
                     kiểm tra hằng tháng và công khai kết quả tại nhà rông để Nhân dân theo dõi, góp ý.";
    let mut body = vec![heading(Level::Section, "I. Kết quả thực hiện")];
    for (number, part) in
        (1..).zip(["Công tác lãnh đạo, chỉ đạo", "Kết quả huy động", "Khen thưởng"])
    {
        body.push(heading(Level::Part, &format!("{number}. {part}")));
        body.extend((0..4).map(|_| Block::Paragraph(paragraph.into())));
        body.push(Block::Bullet("Làm mới 1,2 km đường làng với 340 ngày công;".into()));
    }
    body.push(heading(Level::Item, "a) Những mặt được"));
    body.push(Block::Table(list(4)));
    body.push(heading(Level::Section, "II. Phương hướng"));
    body.push(Block::Paragraph("Trên đây là báo cáo của Ủy ban nhân dân xã Tơ Tung.".into()));
    Document {
        kind: Some("Báo cáo".into()),
        addressees: vec!["Ủy ban nhân dân tỉnh Gia Lai".into(), "Sở Nội vụ tỉnh Gia Lai".into()],
        body,
        recipients: vec!["Lưu: VT".into()],
        annexes: vec![Annex {
            label: Some("Phụ lục I".into()),
            title: "Kết quả theo làng".into(),
            orientation: Orientation::Landscape,
            body: vec![Block::Table(list(30))],
        }],
        ..Document::new(
            header(Some(112), "BC-UBND", Some(date(2023, 6, 29))),
            "Kết quả phong trào thi đua 6 tháng đầu năm 2023",
            signed(&["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"], "Phan Quế Chi"),
        )
    }
}

/// A letter, not numbered yet.
pub(crate) fn letter() -> Document {
    Document {
        addressees: vec!["Các làng trên địa bàn xã".into()],
        body: vec![Block::Paragraph("Đề nghị các làng gửi báo cáo trước ngày 25/6/2023.".into())],
        recipients: vec!["Lưu: VT".into()],
        ..Document::new(
            header(None, "UBND-TĐKT", None),
            "báo cáo kết quả thi đua 6 tháng đầu năm",
            signed(&["TM. Ủy ban nhân dân", "Chủ tịch"], "Hà Minh Khôi"),
        )
    }
}

/// Minutes: no date line, two signers.
pub(crate) fn minutes() -> Document {
    let issuer = Issuer::Body {
        superior: Some("Ủy ban nhân dân xã Tơ Tung".into()),
        name: "Hội đồng Thi đua - Khen thưởng".into(),
        number: Some(Number { serial: Some(3), symbol: "BB-HĐTĐKT".into() }),
    };
    let header = Header { issuer, place: None, date: Some(date(2023, 1, 30)) };
    Document {
        kind: Some("Biên bản".into()),
        body: vec![
            Block::Paragraph("Thời gian bắt đầu: 14 giờ 00, ngày 30 tháng 01 năm 2023.".into()),
            Block::Paragraph("Cuộc họp kết thúc vào 16 giờ 30 cùng ngày.".into()),
        ],
        cosigner: Some(Cosigner::Secretary(signed(&["Thư ký"], "Đinh Thị Blưn"))),
        recipients: vec!["Lưu: VT, Hồ sơ".into()],
        ..Document::new(header, "Họp xét khen thưởng", signed(&["Chủ tọa"], "Hà Minh Khôi"))
    }
}

/// What a person writes: no letterhead, no number, no recipients; the committee confirms it.
pub(crate) fn of_a_person(kind: &str) -> Document {
    let header = Header {
        issuer: Issuer::Person,
        place: Some("Tơ Tung".into()),
        date: Some(date(2023, 12, 11)),
    };
    Document {
        kind: Some(kind.into()),
        body: vec![
            Block::Heading { level: Level::Section, text: "I. Sơ lược lý lịch".into() },
            Block::Paragraph("Họ và tên: Trần Thị Mẫu".into()),
            Block::Table(list(3)),
            Block::Paragraph("Tôi xin cam đoan nội dung báo cáo là đúng sự thật".into()),
        ],
        cosigner: Some(Cosigner::Confirming {
            body: "Ủy ban nhân dân xã Tơ Tung".into(),
            signature: signed(&["KT. Chủ tịch", "Phó Chủ tịch"], "Phan Quế Chi"),
        }),
        ..Document::new(
            header,
            "Đề nghị tặng Giấy khen cho bà Trần Thị Mẫu",
            signed(&["Người báo cáo"], "Trần Thị Mẫu"),
        )
    }
}

/// A certificate.
pub(crate) fn certificate() -> Certificate {
    Certificate {
        decider: "Chủ tịch Ủy ban nhân dân xã Tơ Tung".into(),
        gift: Gift::Award("Giấy khen".into()),
        recipient: "Ông Đinh Hlưi".into(),
        address: "Làng Sơ Tor, xã Tơ Tung, tỉnh Gia Lai".into(),
        achievement: "Đã có thành tích xuất sắc trong phong trào thi đua xây dựng nông thôn mới \
                      giai đoạn 2021 - 2025"
            .into(),
        decision: Number { serial: Some(45), symbol: "QĐ-UBND".into() },
        date: date(2023, 12, 20),
        entry: Some(7),
        place: "Tơ Tung".into(),
        signature: signed(&["Chủ tịch"], "Hà Minh Khôi"),
        check: None,
    }
}

/// The key of the office that the tests print for.
pub(crate) fn office_key() -> PrivateKey {
    PrivateKey::from_seed(&[45; 32])
}

/// A certificate with a signed code.
pub(crate) fn checkable(recipient: &str, entry: u32) -> Certificate {
    let sheet =
        Certificate { recipient: recipient.trim().into(), entry: Some(entry), ..certificate() };
    let code = office_key().sign(&Statement {
        decision: "45/QĐ-UBND".into(),
        date: sheet.date,
        entry,
        issuer: "23668".into(),
        award: "giay-khen-xa".into(),
        recipient: sheet.recipient.clone(),
    });
    let check = Some(Check { code: code.to_string(), number: code.short_number() });
    Certificate { check, ..sheet }
}

pub(crate) fn imprint() -> Imprint {
    Imprint {
        title: "Giấy khen theo Quyết định số 45/QĐ-UBND".into(),
        author: "Ủy ban nhân dân xã Tơ Tung".into(),
        date: date(2023, 12, 20),
    }
}
