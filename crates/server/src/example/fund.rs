//! The fund of the example: four years of income, expenses and payments, each year closed.

use chungsuc_domain::Vnd;
use chungsuc_domain::fund::SourceKind;
use jiff::civil::Date;
use serde::Deserialize;

use super::{Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::fund::{self, Manner, NewBase, NewExpense, NewIncome, NewPayment, Received};
use crate::refusal::Refusal;

const ACCOUNTANT: &str = "ketoan";

#[derive(Deserialize)]
struct File {
    base: Vec<BaseRow>,
    income: Vec<IncomeRow>,
    expense: Vec<ExpenseRow>,
    payment: Vec<PaymentRow>,
    closing: Vec<ClosingRow>,
}

#[derive(Deserialize)]
struct BaseRow {
    on: Date,
    year: i16,
    spending: i64,
    area: String,
    paper: String,
}

#[derive(Deserialize)]
struct IncomeRow {
    on: Date,
    source: SourceKind,
    amount: i64,
    #[serde(default)]
    giver: String,
    #[serde(default)]
    public_name: bool,
    paper: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    reason: String,
}

#[derive(Clone, Deserialize)]
struct ExpenseRow {
    on: Date,
    purpose: String,
    amount: i64,
    payee: String,
    manner: Manner,
    paper: String,
    note: String,
    taken_back_on: Option<Date>,
    #[serde(default)]
    taken_back_because: String,
}

#[derive(Deserialize)]
struct PaymentRow {
    on: Date,
    decision: String,
    manner: Manner,
    paper: String,
    received: Vec<ReceivedRow>,
}

#[derive(Deserialize)]
struct ReceivedRow {
    seq: i64,
    taken_by: Option<String>,
}

#[derive(Deserialize)]
struct ClosingRow {
    on: Date,
    year: i16,
    by: String,
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let file: File = read::toml("fund.toml")?;
    let mut events = Vec::new();
    for row in file.base {
        events.push(Event::on(row.on, 7, "base", move |app, known| base(app, known, row)));
    }
    for row in file.income {
        events.push(Event::on(row.on, 8, "income", move |app, known| income(app, known, row)));
    }
    for row in file.expense {
        let (name, back) = (row.paper.clone(), row.clone());
        if let Some(day) = row.taken_back_on {
            let act = move |app: &App, known: &mut Known| take_back(app, known, &back);
            events.push(Event::on(day, 11, name.clone(), act));
        }
        events.push(Event::on(row.on, 10, name, move |app, known| expense(app, known, row)));
    }
    for row in file.payment {
        let name = row.paper.clone();
        events.push(Event::on(row.on, 14, name, move |app, known| pay(app, known, row)));
    }
    for row in file.closing {
        let year = row.year;
        let act = move |app: &App, known: &mut Known| prepare(app, known, year);
        events.push(Event::on(row.on, 15, "closing prepared", act));
        events.push(Event::on(row.on, 16, "closing", move |app, known| close(app, known, &row)));
    }
    Ok(events)
}

fn base(app: &App, known: &mut Known, row: BaseRow) -> Result<(), Refusal> {
    let BaseRow { year, spending, area, paper, .. } = row;
    let new = NewBase { year, spending: Vnd::new(spending), area, paper };
    fund::set_base(app, &known.person(ACCOUNTANT)?, &new)
}

fn income(app: &App, known: &mut Known, row: IncomeRow) -> Result<(), Refusal> {
    let IncomeRow { on, source, amount, giver, public_name, paper, note, reason } = row;
    let amount = Vnd::new(amount);
    let new = NewIncome { on, source, amount, giver, public_name, paper, note, reason };
    fund::record_income(app, &known.person(ACCOUNTANT)?, &new).map(drop)
}

/// How the file names an expense: its voucher within its year.
fn reference(row: &ExpenseRow) -> String {
    format!("{}/{}", row.paper, row.on.year())
}

fn expense(app: &App, known: &mut Known, row: ExpenseRow) -> Result<(), Refusal> {
    let reference = reference(&row);
    let ExpenseRow { on, purpose, amount, payee, manner, paper, note, .. } = row;
    let (amount, reason) = (Vnd::new(amount), String::new());
    let new = NewExpense { on, purpose, amount, payee, manner, paper, note, reason };
    let id = fund::spend(app, &known.person(ACCOUNTANT)?, &new)?;
    known.note(fund::RECORD, &reference, id);
    Ok(())
}

fn take_back(app: &App, known: &mut Known, row: &ExpenseRow) -> Result<(), Refusal> {
    let id = known.id(fund::RECORD, &reference(row))?;
    fund::reverse(app, &known.person(ACCOUNTANT)?, &id, &row.taken_back_because).map(drop)
}

fn pay(app: &App, known: &mut Known, row: PaymentRow) -> Result<(), Refusal> {
    let decision = known.id("decision", &row.decision)?;
    let received = row.received.into_iter();
    let received = received.map(|one| Received { seq: one.seq, taken_by: one.taken_by }).collect();
    let PaymentRow { on, manner, paper, .. } = row;
    let new = NewPayment { on, manner, paper, received };
    fund::pay(app, &known.person(ACCOUNTANT)?, &decision, &new).map(drop)
}

fn prepare(app: &App, known: &Known, year: i16) -> Result<(), Refusal> {
    let by = known.person(ACCOUNTANT)?;
    let seen = fund::year(app, &by, year)?.entries;
    fund::prepare(app, &by, year, seen)
}

fn close(app: &App, known: &mut Known, row: &ClosingRow) -> Result<(), Refusal> {
    let by = known.person(&row.by)?;
    let seen = fund::year(app, &by, row.year)?.entries;
    fund::close(app, &by, row.year, seen)
}
