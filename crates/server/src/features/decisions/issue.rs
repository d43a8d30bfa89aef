//! Issuing: the number is taken, the rewards are fixed, the nominations are done, all at once.

use chungsuc_domain::Vnd;
use chungsuc_domain::date::show_date;
use chungsuc_domain::decision::Verdict;
use chungsuc_domain::proof::{PrivateKey, Statement};
use chungsuc_store::{Change, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::basis::basis;
use super::certificates::serial;
use super::document::{about, printed};
use super::draft::may_decide;
use super::rewards::compute;
use super::signers::capacity_on;
use super::values::About;
use super::{AWARD_RECORD, Awarded, Decision, OnPaper, RECORD, REGISTER, State};
use super::{find, kept, shown_number, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::office::Office;
use crate::features::papers::{self, Basis, NewPaper, PaperKind, Readers};
use crate::features::templates::{self, sorts::AWARD_DECISION};
use crate::features::{certificates, councils, fund, nominations};
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// The largest number that a paper book may have reached.
pub(super) const LARGEST_NUMBER: i64 = 99_999;

/// How a draft is to be issued.
#[derive(Clone, Debug)]
pub struct Issuing {
    /// Its day.
    pub on: Date,
    /// The number to take where the paper book went on by itself; else the next one.
    pub number: Option<i64>,
    /// The state in which the draft was read.
    pub version: i64,
    /// Why it is issued although the fund does not cover its rewards; else empty.
    pub reason: String,
}

/// What the journal keeps of a line: its reward as far as it is known, and its code.
#[derive(Serialize)]
struct KeptLine<'a> {
    reward: Option<i64>,
    code: Option<&'a str>,
}

impl<'a> KeptLine<'a> {
    fn of(line: &'a Awarded) -> Self {
        Self { reward: line.reward.map(Vnd::dong), code: line.code.as_deref() }
    }
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
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the fields `issued_on`,
/// `number`, and `reason` where the fund does not cover the rewards; a rule, when it was issued, the
/// commune may not decide on that day or the person may not sign; a conflict when somebody was faster.
pub fn issue(app: &App, by: &Person, id: &str, how: &Issuing) -> Result<String, Refusal> {
    by.must_in_commune(Act::IssueDecisions)?;
    let decision = find(app, by, id)?;
    decision.must_be_draft()?;
    check(app, by, &decision, how)?;
    let template = templates::current(app, by, &AWARD_DECISION)?;
    let around = about(app, by, &decision)?;
    let draft = Decision { signer_post: capacity_on(app, by, how.on)?, ..decision.clone() };
    app.write(by, |tx| {
        let number = papers::next_number(tx, REGISTER, how.on.year(), how.number)?;
        not_before_the_newest(tx, how.on)?;
        let key = certificates::signer(tx, app.today())?;
        let mut issued = issued(app, by, &draft, how.on, number, &key);
        let full_number = shown_number(number, &issued.symbol);
        let paper = register(app, tx, &issued, how.on, &full_number, by)?;
        issued.paper = Some(paper);
        for (old, line) in decision.awarded.iter().zip(&issued.awarded) {
            fix_line(tx, &decision.id, old, line)?;
            nominations::mark_awarded(tx, &line.nomination, how.on)?;
        }
        seal(tx, &decision, &issued, how)?;
        promise(app, tx, &issued, how)?;
        let around = About { key: certificates::shown(&key.public()), ..around };
        kept::keep(app, tx, &issued, &printed(app, by, &issued, &around, &template)?)?;
        Ok(full_number)
    })
}

/// Takes the rewards from the fund, where they come from it. Others wait from here on, so what is free
/// cannot be promised twice.
fn promise(
    app: &App,
    tx: &mut Writer<'_>,
    issued: &Decision,
    how: &Issuing,
) -> Result<(), Refusal> {
    match issued.promised(&how.reason) {
        Some(promised) => fund::commit(app, tx, &promised),
        None => Ok(()),
    }
}

/// The decision as it is from its issue on: number, day, signer, rewards and codes.
fn issued(
    app: &App,
    by: &Person,
    draft: &Decision,
    on: Date,
    number: i64,
    key: &PrivateKey,
) -> Decision {
    let full_number = shown_number(number, &draft.symbol);
    let line = |line: &Awarded| Awarded {
        reward: compute(&app.catalog, line, on).ok().map(|reward| reward.rounded),
        code: Some(key.sign(&statement(by, line, &line.on_paper, &full_number, on)).to_string()),
        ..line.clone()
    };
    Decision {
        state: State::Issued,
        number: Some(number),
        issued_on: Some(on),
        signer_name: by.name.clone(),
        key: Some(key.public().id().to_string()),
        awarded: draft.awarded.iter().map(line).collect(),
        ..draft.clone()
    }
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
    for line in &decision.awarded {
        let one = nominations::of_commune(app, &by.commune, &line.nomination)?;
        nominations::must_not_be_held(app, by, &one, how.on)?;
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
pub(super) fn not_before_the_newest(tx: &mut Writer<'_>, on: Date) -> Result<(), Refusal> {
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
    decision: &Decision,
    on: Date,
    number: &str,
    by: &Person,
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
        signer_name: &decision.signer_name,
        bases: &bases,
        recipients: &decision.wording.recipients(),
        readers: Readers::Staff,
    };
    papers::register(app, tx, &paper)
}

/// What the code of a line vouches for, in these words of it.
pub(super) fn statement(
    by: &Person,
    line: &Awarded,
    words: &OnPaper,
    number: &str,
    on: Date,
) -> Statement {
    Statement {
        decision: number.to_owned(),
        date: on,
        entry: serial(line.seq),
        issuer: by.commune.clone(),
        award: line.award.clone(),
        recipient: words.recipient.clone(),
    }
}

fn fix_line(
    tx: &mut Writer<'_>,
    decision: &str,
    old: &Awarded,
    new: &Awarded,
) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let record = format!("{decision}/{}", old.seq);
    let row = [
        new.reward.map(Vnd::dong).into(),
        new.code.as_deref().into(),
        commune.as_str().into(),
        decision.into(),
        old.seq.into(),
        old.version.into(),
    ];
    let change = Change::update(AWARD_RECORD, record, &KeptLine::of(old), &KeptLine::of(new))?;
    Ok(tx.change(change, sql::FIX_LINE, &row)?)
}

fn seal(
    tx: &mut Writer<'_>,
    draft: &Decision,
    issued: &Decision,
    how: &Issuing,
) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let row = [
        i64::from(how.on.year()).into(),
        issued.number.into(),
        how.on.into(),
        (&issued.signer_post).into(),
        (&issued.signer_name).into(),
        issued.paper.as_deref().into(),
        issued.key.as_deref().into(),
        commune.as_str().into(),
        (&issued.id).into(),
        how.version.into(),
    ];
    let change = Change::update(RECORD, &draft.id, &draft.kept(), &issued.kept())?;
    Ok(tx.change(change, sql::ISSUE, &row)?)
}
