//! The list for the visit as minutes: what was drawn and how, with room to write what is seen.
//!
//! Its words are Vietnamese whatever the language of the screen.

use chungsuc_domain::date;
use chungsuc_press::{
    Align, Block, Capacity, Column, Cosigner, Document, Header, Issuer, Level, Signature, Table,
    Text,
};

use super::{Recheck, find};
use crate::access::Person;
use crate::app::App;
use crate::catalog::kinds;
use crate::features::office::Office;
use crate::features::units;
use crate::refusal::Refusal;

/// Room to write by hand.
const BLANK: &str = "…………………………";

/// The minutes of a recheck. What visits found already is printed, the rest is left open.
///
/// # Errors
/// [`Refusal::NotFound`]; [`Refusal::Forbidden`]; of the press.
pub fn document(app: &App, by: &Person, id: &str) -> Result<Document, Refusal> {
    let recheck = find(app, by, id)?;
    let office = Office::of(&by.commune_name);
    let kinds = kinds()?;
    let kind = kinds.named("Biên bản").ok_or(Refusal::NotFound)?;
    let header = Header {
        issuer: Issuer::body(office.issuer(), kind.number(None, "UBND")),
        place: None,
        date: None,
    };
    let set = app.catalog.standard(&recheck.standard);
    let name = set.map_or("", |set| set.head().value.name.as_str());
    let unsigned = |post: &str| Signature { capacity: Capacity::head(post), name: String::new() };
    let about = format!("Kiểm tra lại số liệu {}", period(&recheck.period));
    let mut body = opening(&recheck, name);
    body.extend(visits(app, &recheck)?);
    body.extend(closing());
    Ok(Document {
        kind: kind.title(),
        body,
        cosigner: Some(Cosigner::Secretary(unsigned("Người ghi biên bản"))),
        recipients: vec!["Lưu: VT, hồ sơ kiểm tra".to_owned()],
        ..Document::new(header, about, unsigned("Đại diện đoàn kiểm tra"))
    })
}

/// “năm 2023”, “6 tháng đầu năm 2023”.
fn period(period: &str) -> String {
    match period.split_once('-') {
        None => format!("năm {period}"),
        Some((year, "H1")) => format!("6 tháng đầu năm {year}"),
        Some((year, _)) => format!("6 tháng cuối năm {year}"),
    }
}

fn opening(recheck: &Recheck, set: &str) -> Vec<Block> {
    let drawn = date::VIETNAM.to_datetime(recheck.drawn_on).date();
    let pool = recheck.pool.lines().count();
    vec![
        section("I. Cách chọn"),
        paragraph(format!(
            "Chọn ngẫu nhiên {:02} làng, mỗi làng {:02} số liệu, trong {pool:02} số liệu đã gửi theo \
             {set}, {}.",
            recheck.units,
            recheck.of_each,
            date::show_long_date(drawn)
        )),
        paragraph(format!(
            "Số rút thăm: {}. Ai có danh sách số liệu đã gửi và số này đều rút lại được đúng danh sách \
             dưới đây.",
            recheck.seed
        )),
        section("II. Thành phần"),
        paragraph(format!("Đoàn kiểm tra: {BLANK}{BLANK}")),
        paragraph(format!("Đại diện các làng: {BLANK}{BLANK}")),
        section("III. Kết quả"),
    ]
}

fn visits(app: &App, recheck: &Recheck) -> Result<Vec<Block>, Refusal> {
    let columns = || {
        vec![
            Column::new("TT", 7, Align::Center),
            Column::new("Tiêu chí", 29, Align::Left),
            Column::new("Số đã báo", 16, Align::Center),
            Column::new("Thực tế thấy", 26, Align::Left),
            Column::new("Khớp hay khác", 22, Align::Left),
        ]
    };
    let mut blocks = Vec::new();
    for lines in recheck.lines.chunk_by(|one, other| one.unit == other.unit) {
        let unit = lines.first().map_or("", |line| line.unit.as_str());
        let village = units::find(app, unit)?.map_or_else(String::new, |unit| unit.name);
        let number = blocks.len() / 2 + 1;
        let text = format!("{number}. {village}");
        blocks.push(Block::Heading { level: Level::Part, text: text.into() });
        let rows = lines.iter().map(|line| {
            let last = line.results.last();
            let seen = last.map_or_else(String::new, |result| result.words.clone());
            let agrees = last.map_or_else(String::new, |result| {
                let day = date::show_date(result.visited_on);
                format!("{}, ngày {day}", if result.agrees { "Khớp" } else { "Khác" })
            });
            let name = name(app, recheck, &line.indicator);
            vec![line.number.to_string(), name, line.figure.clone(), seen, agrees]
        });
        blocks.push(Block::Table(Table::new(columns(), rows.collect(), None)?));
    }
    Ok(blocks)
}

fn name(app: &App, recheck: &Recheck, code: &str) -> String {
    let line = app.catalog.standard(&recheck.standard).and_then(|set| set.line(code));
    line.map_or_else(|| code.to_owned(), |line| format!("{}. {}", line.code, line.name))
}

fn closing() -> Vec<Block> {
    let text = "Số liệu khác với thực tế được trả lại để sửa. Biên bản này được đọc lại và những người \
                dự kiểm tra thống nhất";
    vec![section("IV. Kết luận"), paragraph(text)]
}

fn section(text: &str) -> Block {
    Block::Heading { level: Level::Section, text: text.into() }
}

fn paragraph(text: impl Into<Text>) -> Block {
    Block::Paragraph(text.into())
}
