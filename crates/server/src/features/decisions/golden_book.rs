//! The golden book (sổ vàng): everybody who was commended, decision by decision. The number in the book
//! is the running number of the awarded within the decision (Nghị định 98/2023/NĐ-CP Điều 104), given
//! with the decision's own number: so it has neither gaps nor doubles.

use std::collections::BTreeMap;

use chungsuc_domain::date::show_date;
use chungsuc_press::{
    Align, Block, Capacity, Column, Document, Header, Issuer, Signature, Table, docx, pdf,
};

use super::{Awarded, Decision, Printed, Standing, read_decision, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::catalog::layout;
use crate::features::office::Office;
use crate::features::search::{Listing, pattern};
use crate::refusal::Refusal;
use crate::web::{Count, Paging};

/// A line of the book.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Id of the decision.
    pub decision: String,
    /// “312/QĐ-UBND”.
    pub number: String,
    /// The day of the decision.
    pub issued_on: jiff::civil::Date,
    /// The line with what became of it.
    pub line: Awarded,
}

/// A page of the book: of one year or all, and of names that hold these words.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn golden_book(
    app: &App,
    by: &Person,
    year: Option<i64>,
    words: &str,
    place: &Paging,
) -> Result<(Vec<Entry>, Count), Refusal> {
    by.must_somewhere(Act::ReadDecisions)?;
    let pattern = pattern(words);
    let filter = [by.commune.as_str().into(), year.into(), pattern.as_deref().into()];
    let listing = Listing { rows: sql::BOOK, count: sql::BOOK_COUNT };
    app.read(|r| {
        let key = |row: &chungsuc_store::Row<'_>| Ok((row.get::<String>(0)?, row.get::<i64>(1)?));
        let (keys, count) = listing.page(r, &by.commune, &filter, place, key)?;
        // A page names few decisions: each is read once.
        let mut decisions: BTreeMap<String, Option<Decision>> = BTreeMap::new();
        for (id, _) in &keys {
            if !decisions.contains_key(id) {
                decisions.insert(id.clone(), read_decision(r, &by.commune, id)?);
            }
        }
        let entry = |(id, seq): (String, i64)| entry(decisions.get(&id)?.as_ref()?, seq);
        Ok((keys.into_iter().filter_map(entry).collect(), count))
    })
}

fn entry(decision: &Decision, seq: i64) -> Option<Entry> {
    Some(Entry {
        decision: decision.id.clone(),
        number: decision.full_number()?,
        issued_on: decision.issued_on?,
        line: decision.awarded.iter().find(|line| line.seq == seq)?.clone(),
    })
}

/// The book of a year as DOCX (`word`) or PDF.
///
/// # Errors
/// [`Refusal::NotFound`], when nobody was commended in it; [`Refusal::Forbidden`]; of the press.
pub fn printed_book(app: &App, by: &Person, year: i64, word: bool) -> Result<Printed, Refusal> {
    by.must_somewhere(Act::ReadDecisions)?;
    let key = [by.commune.as_str().into(), year.into()];
    let decisions: Vec<Decision> = app.read(|r| {
        let ids: Vec<String> = r.all(sql::BOOK_OF_YEAR, &key, |row| row.get(0))?;
        let read = ids.iter().filter_map(|id| read_decision(r, &by.commune, id).transpose());
        Ok::<_, Refusal>(read.collect::<Result<_, _>>()?)
    })?;
    if decisions.is_empty() {
        return Err(Refusal::NotFound);
    }
    let document = document(app, by, year, &decisions)?;
    let bytes = if word { docx(&document, &layout()?)? } else { pdf(&document, &layout()?)? };
    Ok(Printed { name: format!("so-vang-{year}"), bytes })
}

/// Its words are Vietnamese whatever the language of the screen.
fn document(
    app: &App,
    by: &Person,
    year: i64,
    decisions: &[Decision],
) -> Result<Document, Refusal> {
    let office = Office::of(&by.commune_name);
    let columns = vec![
        Column::new("Số sổ vàng", 9, Align::Center),
        Column::new("Tập thể, hộ gia đình, cá nhân", 31, Align::Left),
        Column::new("Hình thức", 16, Align::Left),
        Column::new("Quyết định", 24, Align::Left),
        Column::new("Ghi chú", 20, Align::Left),
    ];
    let rows = decisions.iter().flat_map(|decision| {
        decision.awarded.iter().map(|line| row(app, decision, line)).collect::<Vec<_>>()
    });
    let table = Table::new(columns, rows.collect(), None)?;
    let header = Header {
        issuer: Issuer::body(office.issuer(), None),
        place: Some(office.place.clone()),
        date: Some(app.today()),
    };
    let signature =
        Signature { capacity: Capacity::head("Người lập sổ"), name: String::new() };
    Ok(Document {
        kind: Some("Sổ vàng".to_owned()),
        body: vec![Block::Table(table)],
        ..Document::new(header, format!("Khen thưởng năm {year}"), signature)
    })
}

fn row(app: &App, decision: &Decision, line: &Awarded) -> Vec<String> {
    let words = line.words();
    let who = [words.recipient.as_str(), words.address.as_str()];
    let who: Vec<&str> = who.into_iter().filter(|part| !part.is_empty()).collect();
    let day = decision.issued_on.map(show_date).unwrap_or_default();
    let number = decision.full_number().unwrap_or_default();
    let note = match &line.standing {
        Standing::InForce => String::new(),
        Standing::Corrected { by, .. } => format!("Đính chính: {}", by.number),
        Standing::Revoked { by } => format!("Thu hồi: {}, {}", by.number, show_date(by.on)),
    };
    vec![
        format!("{:02}", line.seq),
        who.join(", "),
        line.gift(&app.catalog),
        format!("{number}, {day}"),
        note,
    ]
}
