//! The papers of a survey: the form that a household fills in, and the list of those who are asked.
//!
//! Their words are Vietnamese whatever the language of the screen.

use chungsuc_domain::date::show_date;
use chungsuc_press::{
    Align, Block, Capacity, Column, Document, Header, Issuer, Level, PressError, Signature, Table,
    docx, pdf,
};

use super::{Drawn, Survey, drawn, find};
use crate::access::Person;
use crate::app::App;
use crate::catalog::layout;
use crate::features::office::Office;
use crate::features::units;
use crate::refusal::Refusal;

/// What can be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// The form, the same for every household.
    Form,
    /// The drawn households in their order.
    List,
}

/// A paper of a survey as DOCX (`word`) or PDF: the name of the file without its ending, and its bytes.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the press.
pub fn sheet(
    app: &App,
    by: &Person,
    id: &str,
    sheet: Sheet,
    word: bool,
) -> Result<(String, Vec<u8>), Refusal> {
    let survey = find(app, by, id)?;
    let unit = units::find(app, &survey.unit)?.ok_or(Refusal::NotFound)?;
    let office = Office::of(&by.commune_name);
    let place = match unit.code == by.commune {
        true => office.commune.clone(),
        false => format!("{}, {}", called(&unit.name), office.commune),
    };
    let (name, document) = match sheet {
        Sheet::Form => ("phieu-lay-y-kien", form(&survey, &office, &place)?),
        Sheet::List => {
            let drawn = drawn(app, by, &survey)?;
            ("danh-sach-ho", list(&survey, &office, &place, &drawn)?)
        }
    };
    let bytes = if word { docx(&document, &layout()?)? } else { pdf(&document, &layout()?)? };
    Ok((format!("{name}-{}-{}", unit.name, survey.year), bytes))
}

/// “làng Sơ Tor”; a name that has its kind in front already stays as it is.
fn called(name: &str) -> String {
    let kinds = ["Làng ", "Thôn ", "Bản ", "Buôn ", "Ấp ", "Tổ dân phố ", "Khu "];
    match kinds.iter().any(|kind| name.starts_with(kind)) {
        true => name.to_owned(),
        false => format!("làng {name}"),
    }
}

fn header(survey: &Survey, office: &Office) -> Header {
    Header {
        issuer: Issuer::body(format!("{} {}", survey.organiser, office.commune), None),
        place: Some(office.place.clone()),
        date: None,
    }
}

fn signer(post: &str) -> Signature {
    Signature { capacity: Capacity::head(post), name: String::new() }
}

fn form(survey: &Survey, office: &Office, place: &str) -> Result<Document, PressError> {
    let columns = vec![
        Column::new("TT", 7, Align::Center),
        Column::new("Nội dung", 45, Align::Left),
        Column::new("Hài lòng", 12, Align::Center),
        Column::new("Chưa hài lòng", 12, Align::Center),
        Column::new("Lý do chưa hài lòng", 24, Align::Left),
    ];
    let blank = String::new;
    let rows = survey.lines.iter().map(|line| {
        let content = &line.content;
        vec![content.code.clone(), content.name.clone(), blank(), blank(), blank()]
    });
    let table = Table::new(columns, rows.collect(), None)?;
    let about = format!(
        "Về sự hài lòng của người dân đối với kết quả xây dựng nông thôn mới năm {} ({place})",
        survey.year
    );
    let how = "Mỗi hộ một phiếu. Với mỗi nội dung, đánh dấu X vào một ô; nội dung nào không có ý kiến thì \
               để trống. Không ghi tên hộ, tên người trả lời vào phiếu.";
    let dots = ".".repeat(60);
    Ok(Document {
        kind: Some("Phiếu lấy ý kiến".to_owned()),
        body: vec![
            Block::Paragraph(how.into()),
            Block::Table(table),
            Block::Paragraph("Ý kiến khác:".into()),
            Block::Paragraph(dots.clone().into()),
            Block::Paragraph(dots.clone().into()),
            Block::Paragraph(dots.into()),
            Block::Paragraph("Xin cảm ơn ông (bà)".into()),
        ],
        ..Document::new(header(survey, office), about, signer("Người nhận phiếu"))
    })
}

fn list(
    survey: &Survey,
    office: &Office,
    place: &str,
    drawn: &[Drawn],
) -> Result<Document, PressError> {
    let about = format!(
        "Hộ gia đình được lấy ý kiến về kết quả xây dựng nông thôn mới năm {} ({place})",
        survey.year
    );
    let (asked, spare): (Vec<&Drawn>, Vec<&Drawn>) = drawn.iter().partition(|one| one.asked);
    let how = match survey.asks_all() {
        true => format!("Lấy ý kiến của tất cả {} hộ có trong danh bạ.", drawn.len()),
        false => format!(
            "Bốc thăm {} trong {} hộ có trong danh bạ, ngày {}, mã bốc thăm {}. Thứ tự là thứ tự bốc \
             thăm; ai cũng có thể bốc lại bằng mã này và được đúng danh sách này.",
            asked.len(),
            drawn.len(),
            show_date(survey.opened_on),
            survey.seed
        ),
    };
    let mut body = vec![Block::Paragraph(how.into()), households(&asked)?];
    if !spare.is_empty() {
        let text = "Hộ dự phòng, lấy theo thứ tự khi một hộ ở trên đi vắng dài ngày".to_owned();
        body.push(Block::Heading { level: Level::Part, text: text.into() });
        body.push(households(&spare)?);
    }
    Ok(Document {
        kind: Some("Danh sách".to_owned()),
        body,
        ..Document::new(header(survey, office), about, signer("Người lập danh sách"))
    })
}

fn households(drawn: &[&Drawn]) -> Result<Block, PressError> {
    let columns = vec![
        Column::new("TT", 8, Align::Center),
        Column::new("Chủ hộ", 32, Align::Left),
        Column::new("Nơi ở", 32, Align::Left),
        Column::new("Đã phát phiếu", 14, Align::Center),
        Column::new("Đã nhận phiếu", 14, Align::Center),
    ];
    let row = |one: &&Drawn| {
        let (head, address) = match &one.household {
            Some(known) => (known.fields.head.clone(), known.fields.address.clone()),
            None => ("(hộ đã chuyển đi)".to_owned(), String::new()),
        };
        vec![one.place.to_string(), head, address, String::new(), String::new()]
    };
    Ok(Block::Table(Table::new(columns, drawn.iter().map(row).collect(), None)?))
}
