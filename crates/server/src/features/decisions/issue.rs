//! Issuing: the number is taken, the rewards are fixed, the nominations are done, all at once.

use chungsuc_domain::date::show_date;
use chungsuc_domain::decision::Verdict;
use chungsuc_domain::proof::Statement;
use chungsuc_store::{Change, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::basis::basis;
use super::certificates::serial;
use super::draft::may_decide;
use super::office::Office;
use super::rewards::compute;
use super::{AWARD_RECORD, Awarded, Decision, RECORD, REGISTER, State, find, shown_number, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::papers::{self, Basis, NewPaper, PaperKind, Readers};
use crate::features::{certificates, councils, nominations};
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// The largest number that a paper book may have reached.
const LARGEST_NUMBER: i64 = 99_999;

/// How a draft is to be issued.
#[derive(Clone, Copy, Debug)]
pub struct Issuing {
    /// Its day.
    pub on: Date,
    /// The number to take where the paper book went on by itself; else the next one.
    pub number: Option<i64>,
    /// The state in which the draft was read.
    pub version: i64,
}

/// What the journal keeps of a line: its reward as far as it is known, and its code.
#[derive(Serialize)]
struct KeptLine<'a> {
    reward: Option<i64>,
    code: Option<&'a str>,
}

/// The number that a decision of that day would take.
///
/// # Errors
/// Of the store.
pub fn coming_number(app: &App, by: &Person, on: Date) -> Result<i64, Refusal> {
    papers::coming_number(app, &by.commune, REGISTER, on.year())
}

/// Issues a draft; gives its number. After this nothing of it changes.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the fields `issued_on` and
/// `number`; a rule, when it was issued or the commune may not decide on that day; a conflict when
/// somebody was faster.
pub fn issue(app: &App, by: &Person, id: &str, how: &Issuing) -> Result<String, Refusal> {
    by.must_in_commune(Act::IssueDecisions)?;
    let decision = find(app, by, id)?;
    decision.must_be_draft()?;
    check(app, by, &decision, how)?;
    app.write(by, |tx| {
        let number = papers::next_number(tx, REGISTER, how.on.year(), how.number)?;
        not_before_the_newest(tx, how.on)?;
        let full_number = shown_number(number, &decision.symbol);
        let paper = register(app, tx, by, &decision, how.on, &full_number)?;
        let key = certificates::signer(tx, app.today())?;
        for line in &decision.awarded {
            let code = key.sign(&statement(by, line, &full_number, how.on)).to_string();
            fix_line(app, tx, &decision.id, line, how.on, &code)?;
            nominations::mark_awarded(tx, &line.nomination)?;
        }
        let key = key.public().id().to_string();
        seal(tx, by, &decision, how, &Taken { number, paper: &paper, key: &key })?;
        Ok(full_number)
    })
}

fn check(app: &App, by: &Person, decision: &Decision, how: &Issuing) -> Result<(), Refusal> {
    let mut errors = Errors::default();
    let sitting = councils::sitting(app, by, &decision.sitting)?;
    if how.on > app.today() {
        errors.add("issued_on", Message::new("decision-day-ahead"));
    } else if how.on < sitting.held_on {
        let met = show_date(sitting.held_on);
        errors.add("issued_on", Message::new("decision-day-before-sitting").arg("day", met));
    }
    if how.number.is_some_and(|number| !(1..=LARGEST_NUMBER).contains(&number)) {
        errors.add("number", Message::new("decision-number-range").arg("most", LARGEST_NUMBER));
    }
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let beyond = |line: &&Awarded| may_decide(app, &line.award, how.on).verdict != Verdict::Yes;
    match decision.awarded.iter().find(beyond) {
        Some(line) => {
            let name = line.on_paper.recipient.clone();
            let message = Message::new("decision-beyond-authority").arg("name", name);
            Err(Refusal::Rule(message.arg("day", show_date(how.on))))
        }
        None => Ok(()),
    }
}

/// Numbers follow the days (Nghị định 30/2020/NĐ-CP Điều 15): the register is locked, so this stays
/// true until the commit.
fn not_before_the_newest(tx: &mut Writer<'_>, on: Date) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let newest = tx.first(sql::NEWEST, &[commune.as_str().into()], |row| {
        let number = shown_number(row.get(0)?, &row.get::<String>(1)?);
        Ok((number, row.get::<Date>(2)?))
    })?;
    match newest {
        Some((number, day)) if on < day => {
            let message = Message::new("decision-day-before-newest").arg("number", number);
            Err(Refusal::field("issued_on", message.arg("day", show_date(day))))
        }
        _ => Ok(()),
    }
}

fn register(
    app: &App,
    tx: &mut Writer<'_>,
    by: &Person,
    decision: &Decision,
    on: Date,
    number: &str,
) -> Result<String, Refusal> {
    let office = Office::of(&by.commune_name);
    let bases: Vec<Basis> =
        decision.wording.bases().iter().filter_map(|line| basis(line)).collect();
    let paper = NewPaper {
        kind: PaperKind::DECISION,
        number: Some(number),
        issued_on: Some(on),
        issuer: &office.decider(),
        place: &office.place,
        title: decision.wording.abstract_(),
        signer_post: &decision.signer_post,
        signer_name: &by.name,
        bases: &bases,
        recipients: &decision.wording.recipients(),
        readers: Readers::Staff,
    };
    papers::register(app, tx, &paper)
}

/// What the code of a line vouches for.
fn statement(by: &Person, line: &Awarded, number: &str, on: Date) -> Statement {
    Statement {
        decision: number.to_owned(),
        date: on,
        entry: serial(line.seq),
        issuer: by.commune.clone(),
        award: line.award.clone(),
        recipient: line.on_paper.recipient.clone(),
    }
}

fn fix_line(
    app: &App,
    tx: &mut Writer<'_>,
    decision: &str,
    line: &Awarded,
    on: Date,
    code: &str,
) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let reward = compute(&app.catalog, line, on).ok().map(|reward| reward.rounded.dong());
    let old = KeptLine { reward: None, code: None };
    let new = KeptLine { reward, code: Some(code) };
    let record = format!("{decision}/{}", line.seq);
    let row = [
        reward.into(),
        code.into(),
        commune.as_str().into(),
        decision.into(),
        line.seq.into(),
        line.version.into(),
    ];
    Ok(tx.change(Change::update(AWARD_RECORD, record, &old, &new)?, sql::FIX_LINE, &row)?)
}

/// What a decision takes when it is issued.
struct Taken<'a> {
    number: i64,
    paper: &'a str,
    key: &'a str,
}

fn seal(
    tx: &mut Writer<'_>,
    by: &Person,
    decision: &Decision,
    how: &Issuing,
    taken: &Taken<'_>,
) -> Result<(), Refusal> {
    let (state, signer_name) = (State::Issued, by.name.clone());
    let (number, issued_on) = (Some(taken.number), Some(how.on));
    let issued = Decision { state, number, issued_on, signer_name, ..decision.clone() };
    let row = [
        i64::from(how.on.year()).into(),
        number.into(),
        how.on.into(),
        by.name.as_str().into(),
        taken.paper.into(),
        taken.key.into(),
        by.commune.as_str().into(),
        (&decision.id).into(),
        how.version.into(),
    ];
    let change = Change::update(RECORD, &decision.id, &decision.kept(), &issued.kept())?;
    Ok(tx.change(change, sql::ISSUE, &row)?)
}
