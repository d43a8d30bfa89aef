//! The report of a year of the fund.

use chungsuc_domain::date::show_date;
use chungsuc_domain::fund::{Limit, SourceKind};
use chungsuc_domain::{Vnd, text};
use chungsuc_press::{Align, Block, Column, Cosigner, Document, Header, Issuer, Level, Table};

use super::super::book::too_large;
use super::super::{PromisedBy, Year, year};
use super::{Paper, printed, signer};
use crate::access::Person;
use crate::app::App;
use crate::features::office::Office;
use crate::refusal::Refusal;

/// The report of a year as DOCX (`word`) or PDF: of a closed year with its figures, of one that runs
/// with those of today.
///
/// # Errors
/// [`Refusal::NotFound`] when the fund was not kept in that year; [`Refusal::Forbidden`]; of the press.
pub fn report(app: &App, by: &Person, asked: i16, word: bool) -> Result<Paper, Refusal> {
    let fund = year(app, by, asked)?;
    if !fund.kept {
        return Err(Refusal::NotFound);
    }
    let office = Office::of(&by.commune_name);
    let header = Header {
        issuer: Issuer::body(office.issuer(), None),
        place: Some(office.place.clone()),
        date: None,
    };
    let about = format!("Tình hình thu, chi Quỹ thi đua, khen thưởng năm {asked}");
    let document = Document {
        kind: Some("Báo cáo".to_owned()),
        body: body(&fund, &office)?,
        cosigner: Some(Cosigner::Secretary(signer("Kế toán"))),
        recipients: vec!["Lưu: VT".to_owned()],
        ..Document::new(header, about, signer("Chủ tịch"))
    };
    printed(format!("bao-cao-quy-thi-dua-khen-thuong-{asked}"), &document, word)
}

fn body(fund: &Year, office: &Office) -> Result<Vec<Block>, Refusal> {
    let (balance, owed) = (fund.book.balance().map_err(too_large)?, fund.book.owed());
    let owed = owed.map_err(too_large)?;
    let state = match &fund.closing {
        Some(closing) => format!("Số liệu của sổ đã khóa ngày {}.", show_date(closing.closed_on)),
        None => format!("Số liệu đến ngày {}; sổ chưa khóa.", show_date(fund.day)),
    };
    let intro =
        format!("Quỹ thi đua, khen thưởng của {} năm {}. {state}", office.commune, fund.year);
    let back = fund.book.to_come_back().map_err(too_large)?;
    let end = format!(
        "Số dư {balance} đồng ({}), trong đó còn phải chi theo các quyết định đã ban hành {owed} đồng.",
        text::capital(&balance.words())
    );
    let mut body = vec![Block::Paragraph(intro.into()), part("I. Nguồn thu"), incomes(fund)?];
    body.extend(limit("Mức tối đa từ ngân sách", fund.ceiling.as_ref(), budget(fund)));
    body.extend([part("II. Chi tiền thưởng theo quyết định"), promises(fund)?]);
    body.extend([part("III. Chi khác"), uses(fund)?]);
    body.extend(limit("Phần chi tổ chức", fund.organising.as_ref(), fund.book.organising));
    if fund.book.recovered != Vnd::ZERO {
        let text = format!("Tiền thưởng thu hồi về quỹ trong năm: {} đồng.", fund.book.recovered);
        body.push(Block::Paragraph(text.into()));
    }
    body.extend([part("IV. Số dư"), Block::Paragraph(end.into())]);
    if back > Vnd::ZERO {
        let text = format!(
            "Tiền thưởng đã chi còn phải thu hồi theo các quyết định thu hồi: {back} đồng, không tính \
             trong số dư."
        );
        body.push(Block::Paragraph(text.into()));
    }
    Ok(body)
}

fn part(title: &str) -> Block {
    Block::Heading { level: Level::Section, text: title.to_owned().into() }
}

fn budget(fund: &Year) -> Vnd {
    let found = fund.sources.iter().find(|one| one.source == SourceKind::Budget);
    found.map_or(Vnd::ZERO, |one| one.sum)
}

/// “Mức tối đa từ ngân sách: 1,5 % của 6.200.000.000 = 93.000.000 đồng; đã dùng … (Điều 65 …)”.
fn limit(name: &str, limit: Option<&Limit>, used: Vnd) -> Option<Block> {
    let limit = limit?;
    let doubt = if limit.rule.standing.is_settled() { "" } else { ", chưa kiểm chứng" };
    let Limit { share, of, most, rule, .. } = limit;
    let source = &rule.source;
    let text = format!(
        "{name}: {share} % của {of} đồng bằng {most} đồng; đã dùng {used} đồng ({source}{doubt})."
    );
    Some(Block::Paragraph(text.into()))
}

fn amounts(
    heads: [&str; 2],
    rows: Vec<(String, Vnd)>,
    total: (&str, Vnd),
) -> Result<Block, Refusal> {
    let columns = vec![
        Column::new("TT", 10, Align::Center),
        Column::new(heads[0], 60, Align::Left),
        Column::new(heads[1], 30, Align::Right),
    ];
    let rows = (1..).zip(rows);
    let rows =
        rows.map(|(place, (name, sum)): (i32, _)| vec![place.to_string(), name, sum.to_string()]);
    let total = vec![String::new(), total.0.to_owned(), total.1.to_string()];
    Ok(Block::Table(Table::new(columns, rows.collect(), Some(total))?))
}

fn incomes(fund: &Year) -> Result<Block, Refusal> {
    let mut rows = vec![("Số dư năm trước chuyển sang".to_owned(), fund.book.carried)];
    rows.extend(fund.sources.iter().map(|one| (one.name.clone(), one.sum)));
    let whole = fund.book.whole().map_err(too_large)?;
    amounts(["Nguồn", "Số tiền (đồng)"], rows, ("Cộng", whole))
}

fn uses(fund: &Year) -> Result<Block, Refusal> {
    let rows = fund.uses.iter().map(|one| (one.name.clone(), one.sum)).collect();
    let total = fund.book.organising.plus(fund.book.spent).map_err(too_large)?;
    amounts(["Nội dung chi", "Số tiền (đồng)"], rows, ("Cộng", total))
}

fn promises(fund: &Year) -> Result<Block, Refusal> {
    let columns = vec![
        Column::new("TT", 8, Align::Center),
        Column::new("Quyết định", 32, Align::Left),
        Column::new("Tiền thưởng (đồng)", 20, Align::Right),
        Column::new("Đã chi (đồng)", 20, Align::Right),
        Column::new("Còn phải chi (đồng)", 20, Align::Right),
    ];
    let rows = (1..).zip(&fund.promises).map(|(place, one): (i32, _)| {
        let name = format!("{} ngày {}", one.number, show_date(one.on));
        let sums = [one.promised, one.paid, one.owed].map(|sum| sum.to_string());
        [vec![place.to_string(), name], sums.to_vec()].concat()
    });
    let sum =
        |of: fn(&PromisedBy) -> Vnd| Vnd::total(fund.promises.iter().map(of)).map_err(too_large);
    let total = vec![
        String::new(),
        "Cộng".to_owned(),
        sum(|one| one.promised)?.to_string(),
        sum(|one| one.paid)?.to_string(),
        sum(|one| one.owed)?.to_string(),
    ];
    Ok(Block::Table(Table::new(columns, rows.collect(), Some(total))?))
}
