//! The ledger of a year as a spreadsheet.

use chungsuc_domain::date::show_date;
use chungsuc_domain::fund::Matter;
use chungsuc_press::{Cell, Ledger, ledger};

use super::super::{Entry, sql};
use super::Paper;
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::office::Office;
use crate::refusal::Refusal;

/// The ledger of a year as .xlsx, in the order of its days; amounts are numbers.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store and of the press.
pub fn ledger_sheet(app: &App, by: &Person, year: i16) -> Result<Paper, Refusal> {
    by.must_in_commune(Act::ReadFund)?;
    let params = [by.commune.as_str().into(), i64::from(year).into()];
    let entries: Vec<Entry> = app.read(|r| r.all(sql::OF_YEAR, &params, Entry::read))?;
    let columns = [
        ("Ngày", 12),
        ("Loại", 22),
        ("Số chứng từ, văn bản", 20),
        ("Nội dung", 36),
        ("Người nộp, người nhận", 28),
        ("Thu (đồng)", 16),
        ("Chi (đồng)", 16),
        ("Cam kết (đồng)", 16),
        ("Phải thu hồi (đồng)", 16),
        ("Lý do", 30),
    ];
    let sheet = Ledger {
        name: format!("Quỹ {year}"),
        title: format!(
            "Sổ Quỹ thi đua, khen thưởng {} năm {year}",
            Office::of(&by.commune_name).commune
        ),
        made_on: app.today(),
        columns: columns.map(|(name, width)| (name.to_owned(), width)).to_vec(),
        rows: entries.iter().map(row).collect(),
    };
    Ok(Paper { name: format!("so-quy-{year}"), bytes: ledger(&sheet)? })
}

fn row(entry: &Entry) -> Vec<Cell> {
    let kind = match entry.matter {
        Matter::Income => "Thu",
        Matter::Commitment => "Cam kết theo quyết định",
        Matter::Release => "Thôi chi",
        Matter::Payment => "Chi tiền thưởng",
        Matter::Organising => "Chi tổ chức",
        Matter::Spending => "Chi khác",
        Matter::Claim => "Phải thu hồi",
        Matter::Recovery => "Tiền thưởng thu hồi được",
    };
    let kind = match entry.reverses {
        Some(_) => format!("{kind} (đảo)"),
        None => kind.to_owned(),
    };
    let name = match entry.taken_by.as_str() {
        "" => shown_name(entry),
        other => format!("{} (nhận thay: {other})", entry.name),
    };
    let amount = |here: bool| match here {
        true => Cell::Number(entry.amount.dong()),
        false => Cell::Text(String::new()),
    };
    let spent = matches!(entry.matter, Matter::Payment | Matter::Organising | Matter::Spending);
    let (released, returned) = (less(entry), less(entry));
    vec![
        Cell::Text(show_date(entry.on)),
        Cell::Text(kind),
        Cell::Text(entry.paper.clone()),
        Cell::Text(entry.note.clone()),
        Cell::Text(name),
        amount(matches!(entry.matter, Matter::Income | Matter::Recovery)),
        amount(spent),
        if entry.matter == Matter::Release {
            released
        } else {
            amount(entry.matter == Matter::Commitment)
        },
        match entry.matter {
            Matter::Recovery => returned,
            _ => amount(entry.matter == Matter::Claim),
        },
        Cell::Text(entry.reason.clone().unwrap_or_default()),
    ]
}

/// What takes something off a sum.
fn less(entry: &Entry) -> Cell {
    Cell::Number(entry.amount.dong().saturating_neg())
}

/// A spreadsheet travels: a giver who did not agree is not named in it.
fn shown_name(entry: &Entry) -> String {
    match entry.matter == Matter::Income && !entry.public_name && entry.kind == "donation" {
        true => "(không nêu tên)".to_owned(),
        false => entry.name.clone(),
    }
}
