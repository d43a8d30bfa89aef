//! The list to sign for rewards of a decision, and the one of those who received together.

use chungsuc_domain::date::show_date;
use chungsuc_domain::{Vnd, text};
use chungsuc_press::{Align, Block, Column, Cosigner, Document, Header, Issuer, Table};
use jiff::civil::Date;

use super::super::book::too_large;
use super::super::{Line, Manner, NewPayment, Received, lines};
use super::{Paper, printed, signer};
use crate::access::Person;
use crate::app::App;
use crate::features::office::Office;
use crate::refusal::Refusal;

/// A list that was paid, printed as it is kept.
pub(in super::super) struct PaidList {
    /// The name of its files, without an ending.
    pub(in super::super) name: String,
    /// As DOCX.
    pub(in super::super) docx: Vec<u8>,
    /// As PDF.
    pub(in super::super) pdf: Vec<u8>,
    /// What each line received, in the order of the list.
    pub(in super::super) amounts: Vec<Vnd>,
}

/// A line of a list: who, how much, and what is to be known of it.
struct Row<'a> {
    line: &'a Line,
    amount: Vnd,
    note: String,
}

/// The list to sign as DOCX (`word`) or PDF: those who have not received; when all have, everybody with
/// the day.
///
/// # Errors
/// [`Refusal::NotFound`] when the fund holds nothing of the decision; [`Refusal::Forbidden`]; of the
/// press.
pub fn payment_list(app: &App, by: &Person, decision: &str, word: bool) -> Result<Paper, Refusal> {
    let all = lines(app, by, decision)?;
    let decided = all.first().map(|line| line.decided.clone()).ok_or(Refusal::NotFound)?;
    let (rows, said) = open_or_all(&all)?;
    let document = document(by, &decided, body(&rows, said)?);
    printed(name(&decided.0), &document, word)
}

/// The list of those who received together, as it is kept with their payment.
///
/// # Errors
/// When nobody did; of the press.
pub(in super::super) fn paid_list(
    by: &Person,
    new: &NewPayment,
    due: &[(&Line, &Received, Vnd)],
) -> Result<PaidList, Refusal> {
    let rows = due.iter().map(|(line, received, amount)| Row {
        line,
        amount: *amount,
        note: received
            .taken_by
            .as_ref()
            .map_or_else(String::new, |who| format!("Nhận thay: {who}")),
    });
    let rows: Vec<Row<'_>> = rows.collect();
    let decided = rows.first().map(|row| row.line.decided.clone()).ok_or(Refusal::NotFound)?;
    let manner = match new.manner {
        Manner::Cash => "tiền mặt",
        Manner::Transfer => "chuyển khoản",
    };
    let paid =
        format!("Ngày chi: {}; hình thức: {manner}; chứng từ: {}.", show_date(new.on), new.paper);
    let mut blocks = vec![Block::Paragraph(paid.into())];
    blocks.extend(body(&rows, "Tổng số tiền đã chi")?);
    let document = document(by, &decided, blocks);
    let name = name(&decided.0);
    let docx = printed(name.clone(), &document, true)?.bytes;
    let pdf = printed(name.clone(), &document, false)?.bytes;
    Ok(PaidList { name, docx, pdf, amounts: rows.iter().map(|row| row.amount).collect() })
}

fn name(number: &str) -> String {
    format!("danh-sach-ky-nhan-{}", number.replace('/', "-"))
}

fn document(by: &Person, (number, day): &(String, Date), body: Vec<Block>) -> Document {
    let office = Office::of(&by.commune_name);
    let header = Header {
        issuer: Issuer::body(office.issuer(), None),
        place: Some(office.place.clone()),
        date: None,
    };
    let about = format!(
        "Ký nhận tiền thưởng theo Quyết định số {number} ngày {} của {}",
        show_date(*day),
        office.decider()
    );
    Document {
        kind: Some("Danh sách".to_owned()),
        body,
        cosigner: Some(Cosigner::Secretary(signer("Kế toán"))),
        ..Document::new(header, about, signer("Người lập danh sách"))
    }
}

/// Those who are still to receive; when nobody is, everybody with what they received.
fn open_or_all(all: &[Line]) -> Result<(Vec<Row<'_>>, &'static str), Refusal> {
    let row = |line, amount| Row { line, amount, note: note(line) };
    let owed = all.iter().map(|line| Ok(row(line, line.owed()?)));
    let owed = owed.collect::<Result<Vec<_>, Refusal>>()?;
    let open: Vec<_> = owed.into_iter().filter(|row| row.amount > Vnd::ZERO).collect();
    Ok(match open.is_empty() {
        true => (all.iter().map(|line| row(line, line.paid)).collect(), "Tổng số tiền đã chi"),
        false => (open, "Tổng số tiền"),
    })
}

fn body(shown: &[Row<'_>], said: &str) -> Result<Vec<Block>, Refusal> {
    let total = Vnd::total(shown.iter().map(|row| row.amount)).map_err(too_large)?;
    let sum = format!("{said}: {total} đồng ({}).", text::capital(&total.words()));
    Ok(vec![table(shown, total)?, Block::Paragraph(sum.into())])
}

fn table(shown: &[Row<'_>], total: Vnd) -> Result<Block, Refusal> {
    let columns = vec![
        Column::new("TT", 7, Align::Center),
        Column::new("Tập thể, hộ, cá nhân", 28, Align::Left),
        Column::new("Địa chỉ", 21, Align::Left),
        Column::new("Số tiền (đồng)", 15, Align::Right),
        Column::new("Ký nhận", 15, Align::Left),
        Column::new("Ghi chú", 14, Align::Left),
    ];
    let rows = (1..).zip(shown).map(|(place, row): (i32, _)| {
        let (name, address) = (row.line.name.clone(), row.line.address.clone());
        let blank = String::new();
        vec![place.to_string(), name, address, row.amount.to_string(), blank, row.note.clone()]
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
