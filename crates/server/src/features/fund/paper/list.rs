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

/// The list to sign as DOCX (`word`) or PDF: those who have not received; when all have, everybody with
/// the day.
///
/// # Errors
/// [`Refusal::NotFound`] when the fund holds nothing of the decision; [`Refusal::Forbidden`]; of the
/// press.
pub fn payment_list(app: &App, by: &Person, decision: &str, word: bool) -> Result<Paper, Refusal> {
    let all = lines(app, by, decision)?;
    let (number, day) = all.first().map(|line| line.decided.clone()).ok_or(Refusal::NotFound)?;
    let office = Office::of(&by.commune_name);
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
    let document = Document {
        kind: Some("Danh sách".to_owned()),
        body: body(&all)?,
        cosigner: Some(Cosigner::Secretary(signer("Kế toán"))),
        ..Document::new(header, about, signer("Người lập danh sách"))
    };
    printed(format!("danh-sach-ky-nhan-{}", number.replace('/', "-")), &document, word)
}

fn body(all: &[Line]) -> Result<Vec<Block>, Refusal> {
    let owed = all.iter().map(|line| Ok((line, line.owed()?)));
    let owed = owed.collect::<Result<Vec<(&Line, Vnd)>, Refusal>>()?;
    let open: Vec<_> = owed.into_iter().filter(|(_, owed)| *owed > Vnd::ZERO).collect();
    let (shown, said) = match open.is_empty() {
        true => (all.iter().map(|line| (line, line.paid)).collect(), "Tổng số tiền đã chi"),
        false => (open, "Tổng số tiền"),
    };
    let total = Vnd::total(shown.iter().map(|(_, amount)| *amount)).map_err(too_large)?;
    let sum = format!("{said}: {total} đồng ({}).", text::capital(&total.words()));
    Ok(vec![table(&shown, total)?, Block::Paragraph(sum.into())])
}

fn table(shown: &[(&Line, Vnd)], total: Vnd) -> Result<Block, Refusal> {
    let columns = vec![
        Column::new("TT", 7, Align::Center),
        Column::new("Tập thể, hộ, cá nhân", 28, Align::Left),
        Column::new("Địa chỉ", 21, Align::Left),
        Column::new("Số tiền (đồng)", 15, Align::Right),
        Column::new("Ký nhận", 15, Align::Left),
        Column::new("Ghi chú", 14, Align::Left),
    ];
    let rows = (1..).zip(shown).map(|(place, (line, amount)): (i32, _)| {
        let (name, address) = (line.name.clone(), line.address.clone());
        let blank = String::new();
        vec![place.to_string(), name, address, amount.to_string(), blank, note(line)]
    });
    let blank = String::new;
    let sum = vec![blank(), "Cộng".to_owned(), blank(), total.to_string(), blank(), blank()];
    Ok(Block::Table(Table::new(columns, rows.collect(), Some(sum))?))
}

/// When it was received, and by whom in the place of who was awarded; whether it was taken back.
fn note(line: &Line) -> String {
    let said = received(line);
    match &line.revoked {
        Some((number, _)) if said.is_empty() => format!("Thu hồi theo QĐ {number}"),
        Some((number, _)) => format!("{said}; thu hồi theo QĐ {number}"),
        None => said,
    }
}

fn received(line: &Line) -> String {
    match &line.payment {
        Some(payment) if payment.taken_by.is_empty() => {
            format!("Đã nhận {}", show_date(payment.on))
        }
        Some(payment) => {
            format!("Đã nhận {}, nhận thay: {}", show_date(payment.on), payment.taken_by)
        }
        None if line.released == line.promised && line.revoked.is_none() => "Thôi chi".to_owned(),
        None => String::new(),
    }
}
