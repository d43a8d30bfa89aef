//! The list to sign for rewards of a decision.

use chungsuc_domain::date::show_date;
use chungsuc_domain::{Vnd, text};
use chungsuc_press::{Align, Block, Column, Cosigner, Document, Header, Issuer, Table};

use super::super::book::too_large;
use super::super::{Line, lines};
use super::{Paper, printed, signer};
use crate::access::Person;
use crate::app::App;
use crate::features::office::Office;
use crate::refusal::Refusal;

/// The list to sign as DOCX (`word`) or PDF: everybody of the decision, with a note for whom has
/// received already, and the total of what is still to be paid.
///
/// # Errors
/// [`Refusal::NotFound`] when the fund holds nothing of the decision; [`Refusal::Forbidden`]; of the
/// press.
pub fn payment_list(app: &App, by: &Person, decision: &str, word: bool) -> Result<Paper, Refusal> {
    let lines = lines(app, by, decision)?;
    let (number, day) = lines.first().map(|line| line.decided.clone()).ok_or(Refusal::NotFound)?;
    let office = Office::of(&by.commune_name);
    let total = Vnd::total(lines.iter().map(Line::owed).collect::<Result<Vec<_>, _>>()?);
    let total = total.map_err(too_large)?;
    let header = Header {
        issuer: Issuer::body(office.issuer(), None),
        place: Some(office.place.clone()),
        date: None,
    };
    let about = format!(
        "Ký nhận tiền thưởng theo Quyết định số {number} ngày {} của {}",
        show_date(day),
        office.decider()
    );
    let sum = format!("Số tiền còn phải chi: {total} đồng ({}).", text::capital(&total.words()));
    let document = Document {
        kind: Some("Danh sách".to_owned()),
        body: vec![table(&lines, total)?, Block::Paragraph(sum.into())],
        cosigner: Some(Cosigner::Secretary(signer("Kế toán"))),
        ..Document::new(header, about, signer("Người lập danh sách"))
    };
    printed(format!("danh-sach-ky-nhan-{}", number.replace('/', "-")), &document, word)
}

fn table(lines: &[Line], total: Vnd) -> Result<Block, Refusal> {
    let columns = vec![
        Column::new("TT", 7, Align::Center),
        Column::new("Tập thể, hộ, cá nhân", 28, Align::Left),
        Column::new("Địa chỉ", 21, Align::Left),
        Column::new("Số tiền (đồng)", 15, Align::Right),
        Column::new("Ký nhận", 15, Align::Left),
        Column::new("Ghi chú", 14, Align::Left),
    ];
    let rows = lines.iter().map(row).collect::<Result<Vec<_>, Refusal>>()?;
    let blank = String::new;
    let sum =
        vec![blank(), "Còn phải chi".to_owned(), blank(), total.to_string(), blank(), blank()];
    Ok(Block::Table(Table::new(columns, rows, Some(sum))?))
}

fn row(line: &Line) -> Result<Vec<String>, Refusal> {
    let owed = line.owed()?;
    let amount = if owed > Vnd::ZERO { owed } else { line.paid };
    let note = match &line.payment {
        Some(payment) if payment.taken_by.is_empty() => {
            format!("Đã nhận {}", show_date(payment.on))
        }
        Some(payment) => {
            format!("Đã nhận {}, nhận thay: {}", show_date(payment.on), payment.taken_by)
        }
        None if owed == Vnd::ZERO => "Thôi chi".to_owned(),
        None => String::new(),
    };
    let seq = line.seq.to_string();
    let (name, address) = (line.name.clone(), line.address.clone());
    Ok(vec![seq, name, address, amount.to_string(), String::new(), note])
}
