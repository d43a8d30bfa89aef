//! Handing certificates over (trao): when, on which occasion, to whom. Money is the fund's to pay.

use chungsuc_domain::date::show_date;
use chungsuc_store::{Change, StoreError};
use jiff::civil::Date;
use serde::Serialize;

use super::{Awarded, Decision, State, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::{Errors, Form, Message};

/// Kind of its records in the journal.
pub(super) const DELIVERY_RECORD: &str = "delivery";
/// Longest occasion, name or relation, in letters.
const LONGEST: usize = 200;

/// A certificate that was handed over.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// Its id.
    pub id: String,
    /// The number of the line in the golden book.
    pub seq: i64,
    /// When.
    pub on: Date,
    /// The ceremony, or where else.
    pub occasion: String,
    /// Who received it for the person who was commended; empty, when they did themselves.
    pub receiver: String,
    /// What that one is to them.
    pub relation: String,
    /// Who handed it over and wrote it down.
    pub handed_by: String,
    /// Why it was written down wrongly, if it was.
    pub undone_because: Option<String>,
    /// The print that was handed over.
    print: String,
}

/// A handing over about to be written down.
#[derive(Clone, Debug)]
pub struct Handing {
    on: Date,
    occasion: String,
    receiver: String,
    relation: String,
}

#[derive(Serialize)]
struct Kept<'a> {
    entry: i64,
    delivered_on: Date,
    occasion: &'a str,
    receiver: &'a str,
    receiver_relation: &'a str,
    undone: bool,
}

impl Handing {
    /// Reads a form with the fields `delivered_on`, `occasion`, `receiver`, `relation`.
    ///
    /// # Errors
    /// What is missing, wrong or too long, field by field.
    pub fn read(form: &Form, decided: Date, today: Date) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let on = chungsuc_domain::date::parse_date(form.text("delivered_on"), today).ok();
        match on {
            None => errors.add("delivered_on", Message::new("day-wrong")),
            Some(on) if on < decided || on > today => {
                let message = Message::new("delivery-day-wrong").arg("first", show_date(decided));
                errors.add("delivered_on", message.arg("last", show_date(today)));
            }
            Some(_) => {}
        }
        let occasion = form.required("occasion", &mut errors).trim().to_owned();
        let (receiver, relation) = (form.text("receiver").trim(), form.text("relation").trim());
        if receiver.is_empty() != relation.is_empty() {
            let gap = if receiver.is_empty() { "receiver" } else { "relation" };
            errors.add(gap, Message::new("delivery-both"));
        }
        for (name, text) in
            [("occasion", occasion.as_str()), ("receiver", receiver), ("relation", relation)]
        {
            if text.chars().count() > LONGEST {
                errors.add(name, Message::new("decision-too-long").arg("most", LONGEST));
            }
        }
        let (receiver, relation) = (receiver.to_owned(), relation.to_owned());
        match on {
            Some(on) if errors.is_empty() => Ok(Self { on, occasion, receiver, relation }),
            _ => Err(errors),
        }
    }
}

/// What was handed over of a decision, the oldest first; what was written down wrongly too.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn deliveries(app: &App, by: &Person, decision: &Decision) -> Result<Vec<Delivery>, Refusal> {
    by.must_somewhere(Act::ReadDecisions)?;
    let key = [by.commune.as_str().into(), (&decision.id).into()];
    app.read(|r| {
        let rows = r.all(sql::DELIVERIES, &key, |row| {
            Ok(Delivery {
                id: row.get(0)?,
                seq: row.get(1)?,
                print: row.get(2)?,
                on: row.get(3)?,
                occasion: row.get(4)?,
                receiver: row.get(5)?,
                relation: row.get(6)?,
                handed_by: row.get(7)?,
                undone_because: row.get(8)?,
            })
        });
        Ok(rows?)
    })
}

/// How the print that counts now was handed over; nothing, when it was not yet.
pub fn delivered<'a>(line: &Awarded, all: &'a [Delivery]) -> Option<&'a Delivery> {
    let print = print_of(line);
    all.iter().find(|one| one.seq == line.seq && one.print == print && one.undone_because.is_none())
}

/// The lines whose certificates wait to be handed over.
pub fn waiting<'a>(decision: &'a Decision, all: &[Delivery]) -> Vec<&'a Awarded> {
    let lines = decision.awarded.iter().filter(|line| !line.standing.is_revoked());
    lines.filter(|line| delivered(line, all).is_none()).collect()
}

/// Which print of a line: a correction makes another.
fn print_of(line: &Awarded) -> String {
    line.standing.by().map(|by| by.amendment.clone()).unwrap_or_default()
}

/// Writes down that certificates of an issued decision were handed over, all in the same way.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the field `line`, when none is chosen, one is
/// unknown, was taken back or was handed over already, or somebody receives several for others; a
/// rule, when the decision is not issued.
pub fn deliver(
    app: &App,
    by: &Person,
    decision: &Decision,
    chosen: &[i64],
    how: &Handing,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::DeliverCertificates)?;
    if decision.state != State::Issued {
        return Err(Refusal::rule("decision-no-certificate-yet"));
    }
    let refuse = |key| Err(Refusal::field("line", Message::new(key)));
    let all = deliveries(app, by, decision)?;
    let waiting = waiting(decision, &all);
    let lines: Vec<&Awarded> =
        waiting.iter().filter(|line| chosen.contains(&line.seq)).copied().collect();
    if lines.is_empty() {
        return refuse("delivery-no-line");
    }
    if chosen.iter().any(|seq| !lines.iter().any(|line| line.seq == *seq)) {
        return refuse("delivery-done-already");
    }
    if lines.len() > 1 && !how.receiver.is_empty() {
        return refuse("delivery-one-for-another");
    }
    app.write(by, |tx| {
        for line in &lines {
            let id = app.new_id();
            let (kept, print) = (kept(line.seq, how, false), print_of(line));
            let row = [
                by.commune.as_str().into(),
                (&id).into(),
                (&decision.id).into(),
                line.seq.into(),
                (&print).into(),
                how.on.into(),
                (&how.occasion).into(),
                (&how.receiver).into(),
                (&how.relation).into(),
                (&by.account).into(),
            ];
            let change = Change::create(DELIVERY_RECORD, &id, &kept)?;
            tx.change(change, sql::ADD_DELIVERY, &row)?;
        }
        Ok(())
    })
    .map_err(|refusal| match refusal {
        // Somebody else wrote it down in the same moment.
        Refusal::Store(StoreError::Duplicate(_)) => {
            Refusal::field("line", Message::new("delivery-done-already"))
        }
        other => other,
    })
}

fn kept(seq: i64, how: &Handing, undone: bool) -> Kept<'_> {
    Kept {
        entry: seq,
        delivered_on: how.on,
        occasion: &how.occasion,
        receiver: &how.receiver,
        receiver_relation: &how.relation,
        undone,
    }
}

/// Takes back what was written down wrongly, with a reason; it stays to be read, and the certificate
/// waits again.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the field `reason`; a
/// conflict, when somebody was faster.
pub fn undo_delivery(
    app: &App,
    by: &Person,
    decision: &Decision,
    id: &str,
    reason: &str,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::DeliverCertificates)?;
    let all = deliveries(app, by, decision)?;
    let old = all.into_iter().find(|one| one.id == id && one.undone_because.is_none());
    let old = old.ok_or(Refusal::NotFound)?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::field("reason", Message::new("field-missing")));
    }
    let how = Handing {
        on: old.on,
        occasion: old.occasion,
        receiver: old.receiver,
        relation: old.relation,
    };
    let change = Change::update(
        DELIVERY_RECORD,
        id,
        &kept(old.seq, &how, false),
        &kept(old.seq, &how, true),
    )?
    .because(reason);
    let row = [reason.into(), by.commune.as_str().into(), id.into()];
    app.write(by, |tx| Ok(tx.change(change, sql::UNDO_DELIVERY, &row)?))
}
