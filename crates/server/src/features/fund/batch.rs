//! Rewards that were paid at once: one list to sign is one record, with its lines, its day, its person and
//! the list as it was printed.

use chungsuc_domain::Vnd;
use chungsuc_domain::fund::Matter;
use chungsuc_store::{Change, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::paper::PaidList;
use super::reverse::take_out;
use super::{Entry, Manner, NewPayment, PAYMENT_RECORD, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::files::{self, NewFile};
use crate::refusal::Refusal;
use crate::web::Message;

/// A list that was paid.
#[derive(Clone, Debug)]
pub struct Batch {
    /// Its id.
    pub id: String,
    /// Id of the decision.
    pub decision: String,
    /// The day.
    pub on: Date,
    /// How.
    pub manner: Option<Manner>,
    /// Number of the voucher or of the signed list.
    pub paper: String,
    /// Id of the list as DOCX.
    pub docx: String,
    /// Id of the list as PDF.
    pub pdf: String,
    /// Who entered it.
    pub by: String,
    /// What was paid, line by line.
    pub entries: Vec<Entry>,
}

impl Batch {
    /// Whether something of it stands.
    pub fn stands(&self) -> bool {
        self.entries.iter().any(Entry::stands)
    }
}

/// A list in a row.
#[derive(Clone, Debug)]
pub struct BatchSum {
    /// Its id.
    pub id: String,
    /// The day.
    pub on: Date,
    /// Number of the voucher or of the signed list.
    pub paper: String,
    /// How many received.
    pub count: i64,
    /// How much.
    pub sum: Vnd,
    /// How many of them were taken back.
    pub reversed: i64,
}

#[derive(Serialize)]
struct Kept<'a> {
    on: Date,
    paper: &'a str,
    docx: &'a str,
    pdf: &'a str,
}

/// Keeps a list that is being paid, with its printed files.
pub(super) fn keep(
    app: &App,
    tx: &mut Writer<'_>,
    (id, decision): (&str, &str),
    new: &NewPayment,
    printed: &PaidList,
) -> Result<(), Refusal> {
    let name = &printed.name;
    let word = NewFile::made_docx(&format!("{name}.docx"), printed.docx.clone());
    let docx = files::keep(app, tx, &word)?;
    let pdf = files::keep(app, tx, &NewFile::made(&format!("{name}.pdf"), printed.pdf.clone()))?;
    let (on, paper, author) = (new.on, new.paper.trim(), tx.author().clone());
    let kept = Kept { on, paper, docx: &docx, pdf: &pdf };
    let change = Change::create(PAYMENT_RECORD, id, &kept)?;
    let row = [
        author.commune.as_str().into(),
        id.into(),
        decision.into(),
        on.into(),
        new.manner.code().into(),
        paper.into(),
        (&docx).into(),
        (&pdf).into(),
        author.at.into(),
        author.actor.as_str().into(),
    ];
    Ok(tx.change(change, sql::ADD_PAYMENT, &row)?)
}

/// The lists that were paid of a decision, the oldest first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn batches(app: &App, by: &Person, decision: &str) -> Result<Vec<BatchSum>, Refusal> {
    by.must_in_commune(Act::ReadFund)?;
    let key = [by.commune.as_str().into(), decision.into()];
    app.read(|r| {
        let rows = r.all(sql::PAYMENTS, &key, |row| {
            Ok(BatchSum {
                id: row.get(0)?,
                on: row.get(1)?,
                paper: row.get(2)?,
                count: row.get(3)?,
                sum: Vnd::new(row.get(4)?),
                reversed: row.get(5)?,
            })
        });
        Ok(rows?)
    })
}

/// One list.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn batch(app: &App, by: &Person, id: &str) -> Result<Batch, Refusal> {
    by.must_in_commune(Act::ReadFund)?;
    let key = [by.commune.as_str().into(), id.into()];
    app.read(|r| {
        let entries = r.all(sql::OF_PAYMENT, &key, Entry::read)?;
        let found = r.first(sql::PAYMENT, &key, |row| {
            Ok(Batch {
                id: row.get(0)?,
                decision: row.get(1)?,
                on: row.get(2)?,
                manner: Manner::from_code(&row.get::<String>(3)?),
                paper: row.get(4)?,
                docx: row.get(5)?,
                pdf: row.get(6)?,
                by: row.get(7)?,
                entries: Vec::new(),
            })
        })?;
        Ok(Batch { entries, ..found.ok_or(Refusal::NotFound)? })
    })
}

/// Takes back all of a list that stands, with one reason; gives how many lines that were.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the field `reason`; a rule,
/// when all of it was taken back already, or money of it came back into the fund.
pub fn reverse_batch(app: &App, by: &Person, id: &str, reason: &str) -> Result<usize, Refusal> {
    by.must_in_commune(Act::KeepFund)?;
    if reason.trim().is_empty() {
        return Err(Refusal::field("reason", Message::new("field-missing")));
    }
    batch(app, by, id)?;
    app.write(by, |tx| {
        tx.hold_others()?;
        let key = [by.commune.as_str().into(), id.into()];
        let entries = tx.all(sql::OF_PAYMENT, &key, Entry::read)?;
        let open = entries.iter().filter(|one| one.stands() && one.matter == Matter::Payment);
        let open: Vec<&Entry> = open.collect();
        if open.is_empty() {
            return Err(Refusal::rule("fund-reversed"));
        }
        open.iter().try_for_each(|one| take_out(app, tx, one, reason.trim()).map(drop))?;
        Ok(open.len())
    })
}
