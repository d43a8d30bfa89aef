//! What is to come back of commendations that were taken back, and what did. The object is the
//! certificate; the money is what the fund paid, or where it does not know, the reward of the decision.
//! Money that comes back of what the fund paid goes back into the fund.

use std::collections::BTreeMap;

use chungsuc_domain::Vnd;
use chungsuc_domain::codes;
use chungsuc_domain::date::show_date;
use chungsuc_store::{Change, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::super::{Awarded, Decision, State};
use super::{Amendment, Kind, find, law, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::fund::{self, Returned, TakenBack};
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// Kind of its records in the journal.
const RECORD: &str = "recovery";

codes! {
    /// What comes back.
    Recovered {
        /// The certificate, or another object.
        Object = "object",
        /// The reward.
        Money = "money",
    }
}

/// Something that came back.
#[derive(Clone, Debug)]
pub struct Recovery {
    /// The number of the line in the golden book.
    pub seq: i64,
    /// What.
    pub what: Recovered,
    /// How much, of money.
    pub amount: Option<Vnd>,
    /// When.
    pub on: Date,
    /// Who handed it over, in which state, by which receipt.
    pub note: String,
    /// Whether the fund's book says since that it was a mistake.
    pub taken_back: bool,
    part: i64,
}

/// What is to come back of one line.
#[derive(Clone, Debug)]
pub struct Due {
    /// The line as it was issued.
    pub line: Awarded,
    /// Whether the object is to come back, and the day on which it did.
    pub object: Option<Option<Date>>,
    /// The reward that was paid or, where the fund does not know, that the law tells; and what came back
    /// of it. Nothing where nothing was paid.
    pub money: Option<(Option<Vnd>, Vnd)>,
    /// What came back, in its order.
    pub done: Vec<Recovery>,
}

impl Due {
    /// Whether something has not come back yet.
    pub fn is_open(&self) -> bool {
        let money = |(due, done): (Option<Vnd>, Vnd)| due.is_none_or(|due| done < due);
        self.object == Some(None) || self.money.is_some_and(money)
    }
}

#[derive(Serialize)]
struct Kept<'a> {
    entry: i64,
    recovered: Recovered,
    amount: Option<i64>,
    recovered_on: Date,
    note: &'a str,
}

/// What is to come back by an issued revocation, line by line, by the law of its day; where the catalog
/// is silent, object and money both.
///
/// # Errors
/// Of the store.
pub fn due(
    app: &App,
    by: &Person,
    amendment: &Amendment,
    decision: &Decision,
) -> Result<Vec<Due>, Refusal> {
    let (Kind::Revocation, State::Issued, Some(day)) =
        (amendment.kind, amendment.state, amendment.issued_on)
    else {
        return Ok(Vec::new());
    };
    let rule = law(app, day).map(|law| &law.value);
    let (object, money) = rule.map_or((true, true), |rule| (rule.object, rule.money));
    let done = recovered(app, by, &amendment.id)?;
    let paid = paid(app, by, decision)?;
    let ours = |line: &&Awarded| amendment.lines.iter().any(|one| one.seq == line.seq);
    Ok(decision
        .awarded
        .iter()
        .filter(ours)
        .map(|line| {
            let done: Vec<Recovery> =
                done.iter().filter(|one| one.seq == line.seq).cloned().collect();
            let back = done.iter().find(|one| one.what == Recovered::Object).map(|one| one.on);
            let counts = done.iter().filter(|one| !one.taken_back);
            let sum = Vnd::total(counts.filter_map(|one| one.amount)).unwrap_or(Vnd::ZERO);
            let reward = paid.get(&line.seq).copied().or(line.reward);
            let owed = money && reward != Some(Vnd::ZERO);
            let money = owed.then_some((reward, sum));
            Due { line: line.clone(), object: object.then_some(back), money, done }
        })
        .collect())
}

/// What the fund paid for each line that it holds.
pub(super) fn paid(
    app: &App,
    by: &Person,
    decision: &Decision,
) -> Result<BTreeMap<i64, Vnd>, Refusal> {
    Ok(app.read(|r| fund::paid(r, &by.commune, &decision.id))?)
}

fn recovered(app: &App, by: &Person, amendment: &str) -> Result<Vec<Recovery>, Refusal> {
    let key = [by.commune.as_str().into(), amendment.into()];
    app.read(|r| {
        let rows = r.all(sql::RECOVERED, &key, |row| {
            Ok(Recovery {
                seq: row.get(0)?,
                what: row.coded(1, Recovered::from_code)?,
                part: row.get(2)?,
                amount: row.get::<Option<i64>>(3)?.map(Vnd::new),
                on: row.get(4)?,
                note: row.get(5)?,
                taken_back: row.get(6)?,
            })
        });
        Ok(rows?)
    })
}

/// Records that something came back: the object once, money in parts up to what was paid. Money of the
/// fund is entered there by the same commit.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the fields `amount`,
/// `recovered_on`, `note`; a rule, when nothing more is to come back; a conflict, when somebody was
/// faster.
pub fn record(
    app: &App,
    by: &Person,
    (amendment, decision): (&Amendment, &Decision),
    seq: i64,
    (what, amount): (Recovered, Option<Vnd>),
    on: Date,
    note: &str,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::RecordRecoveries)?;
    let due = due(app, by, &find(app, by, &amendment.id)?, decision)?;
    let due = due.into_iter().find(|one| one.line.seq == seq).ok_or(Refusal::NotFound)?;
    check(app, amendment, &due, (what, amount), on, note)?;
    let money = amount.filter(|_| what == Recovered::Money);
    let amount = money.map(Vnd::dong);
    let last = due.done.iter().filter(|one| one.what == what).map(|one| one.part).max();
    let part = last.unwrap_or_default() + 1;
    let kept = Kept { entry: seq, recovered: what, amount, recovered_on: on, note };
    let id = format!("{}/{seq}/{}/{part}", amendment.id, what.code());
    let change = Change::create(RECORD, id, &kept)?;
    let done = app.write(by, |tx| {
        let entry = match money {
            Some(amount) => into_fund(app, tx, amendment, (seq, amount), (on, note))?,
            None => None,
        };
        let row = [
            by.commune.as_str().into(),
            (&amendment.id).into(),
            seq.into(),
            what.code().into(),
            part.into(),
            amount.into(),
            on.into(),
            note.into(),
            entry.as_deref().into(),
        ];
        Ok(tx.change(change, sql::ADD_RECOVERY, &row)?)
    });
    // Two who record at once take the same part: one of them is told to look again.
    done.map_err(|refusal| match refusal {
        Refusal::Store(chungsuc_store::StoreError::Duplicate(_)) => {
            Refusal::rule("recovery-moved-on")
        }
        other => other,
    })
}

/// Money goes back into the fund that paid it; gives the entry there. A revocation of the days before
/// the fund was told of revocations is told first.
fn into_fund(
    app: &App,
    tx: &mut Writer<'_>,
    amendment: &Amendment,
    (seq, amount): (i64, Vnd),
    (on, paper): (Date, &str),
) -> Result<Option<String>, Refusal> {
    let decision = amendment.decision.as_str();
    let (lines, number) = (vec![seq], amendment.full_number().unwrap_or_default());
    let since = amendment.issued_on.unwrap_or(on);
    fund::take_back(app, tx, &TakenBack { decision, lines, number, on: since })?;
    fund::take_in_again(app, tx, &Returned { decision, seq, amount, on, paper })
}

fn check(
    app: &App,
    amendment: &Amendment,
    due: &Due,
    (what, amount): (Recovered, Option<Vnd>),
    on: Date,
    note: &str,
) -> Result<(), Refusal> {
    let mut errors = Errors::default();
    let first = amendment.issued_on.unwrap_or(on);
    if on > app.today() || on < first {
        let message = Message::new("recovery-day-wrong").arg("first", show_date(first));
        errors.add("recovered_on", message.arg("last", show_date(app.today())));
    }
    if note.trim().is_empty() {
        errors.add("note", Message::new("field-missing"));
    }
    match (what, due.object, due.money) {
        (Recovered::Object, Some(None), _) => {}
        (Recovered::Object, ..) | (Recovered::Money, _, None) => {
            return Err(Refusal::rule("recovery-nothing-due"));
        }
        (Recovered::Money, _, Some((owed, done))) => match amount {
            None => errors.add("amount", Message::new("recovery-amount-missing")),
            Some(amount) if amount <= Vnd::ZERO => {
                errors.add("amount", Message::new("recovery-amount-missing"));
            }
            Some(amount) => {
                let left = owed.map(|owed| owed.dong() - done.dong());
                if let Some(left) = left.filter(|left| amount.dong() > *left) {
                    let left = Vnd::new(left).to_string();
                    errors.add("amount", Message::new("recovery-too-much").arg("left", left));
                }
            }
        },
    }
    if errors.is_empty() { Ok(()) } else { Err(errors.into()) }
}
