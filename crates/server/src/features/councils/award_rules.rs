//! The council's own rule of voting for one award: by its own paper, from a day to a day. It may ask for
//! more than the law does, never for less; where the law of a day asks for more, the law holds.

use chungsuc_domain::ballot::{BallotRule, Base, Fraction};
use chungsuc_domain::catalog::{Checked, Source, Sourced};
use chungsuc_store::{Change, Param, Reader, Row, StoreError};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::sql;
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// Kind of the records in the journal.
const RECORD: &str = "award_ballot_rule";

/// A rule of the council for one award.
#[derive(Clone, Debug)]
pub struct AwardRule {
    /// Its id.
    pub id: String,
    /// Code of the award.
    pub award: String,
    /// How it is voted on, by which paper, on which days.
    pub rule: Sourced<BallotRule>,
    /// Which state of the record this is.
    pub version: i64,
}

/// A rule about to be entered.
#[derive(Clone, Debug)]
pub struct NewAwardRule {
    /// Code of the award.
    pub award: String,
    /// Number and day of the paper that sets it.
    pub paper: String,
    /// First day.
    pub valid_from: Date,
    /// Last day, if the paper names one.
    pub valid_to: Option<Date>,
    /// How it is voted on.
    pub rule: BallotRule,
}

#[derive(Serialize)]
struct Kept<'a> {
    award: &'a str,
    paper: &'a str,
    quorum: String,
    pass: String,
    valid_from: Date,
    valid_to: Option<Date>,
}

#[derive(Serialize)]
struct Ended {
    valid_to: Option<Date>,
}

fn read(row: &Row<'_>) -> Result<AwardRule, StoreError> {
    let wrong = |index, wanted| StoreError::Column { index, wanted };
    let fraction = |index| -> Result<Fraction, StoreError> {
        let number = |index| -> Result<u32, StoreError> {
            u32::try_from(row.get::<i64>(index)?).map_err(|_| wrong(index, "u32"))
        };
        Fraction::new(number(index)?, number(index + 1)?).map_err(|_| wrong(index, "Fraction"))
    };
    let (id, paper, from): (String, String, Date) = (row.get(0)?, row.get(2)?, row.get(9)?);
    let value = BallotRule {
        quorum: fraction(3)?,
        pass: fraction(5)?,
        more_than: row.get(7)?,
        base: row.coded(8, Base::from_code)?,
    };
    let source =
        Source { document: paper.clone(), annex: None, article: None, clause: None, point: None };
    let checked = Checked::Officer { by: paper.clone(), on: from, paper };
    let (to, review_from, note) = (row.get(10)?, None, None);
    let rule = Sourced { id: id.clone(), from, to, value, source, checked, review_from, note };
    Ok(AwardRule { id, award: row.get(1)?, rule, version: row.get(11)? })
}

/// The rules of a commune's council for single awards, also those that ended.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn award_rules(app: &App, by: &Person) -> Result<Vec<AwardRule>, Refusal> {
    by.must_somewhere(Act::ReadCouncil)?;
    app.read(|r| Ok(all(r, &by.commune)?))
}

fn all(reader: &mut Reader<'_>, commune: &str) -> Result<Vec<AwardRule>, StoreError> {
    reader.all(sql::AWARD_RULES, &[commune.into()], read)
}

/// By which rule an award is voted on that day besides the council's general one: the council's own for
/// it, where the law does not ask for more, else that of the law.
pub(super) fn of_award(
    app: &App,
    own: &[AwardRule],
    award: &str,
    day: Date,
) -> Option<Sourced<BallotRule>> {
    let law = app.catalog.ballot_rule_of(award, day);
    let own = own.iter().find(|one| one.award == award && one.rule.holds_on(day));
    match (own.map(|one| &one.rule), law) {
        (Some(own), Some(law)) if !own.value.asks_at_least(&law.value) => Some(law.clone()),
        (Some(own), _) => Some(own.clone()),
        (None, law) => law.cloned(),
    }
}

pub(super) fn read_all(
    reader: &mut Reader<'_>,
    commune: &str,
) -> Result<Vec<AwardRule>, StoreError> {
    all(reader, commune)
}

/// Enters a rule; the one of the same award before it ends on the day before.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields `award`, `paper`, `valid_from`,
/// `valid_to`, `pass`; a rule, while a sitting votes.
pub fn enter_award_rule(app: &App, by: &Person, new: &NewAwardRule) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let past = award_rules(app, by)?;
    let before = past.iter().find(|one| one.award == new.award);
    let errors = check(app, new, before);
    if !errors.is_empty() {
        return Err(errors.into());
    }
    not_while_voting(app, by, new.valid_from)?;
    let id = app.new_id();
    app.write(by, |tx| {
        let last = new.valid_from.saturating_sub(1.day());
        if let Some(before) = before.filter(|it| it.rule.to.is_none_or(|to| to > last)) {
            end(tx, before, last)?;
        }
        let (quorum, pass): ((u32, u32), (u32, u32)) =
            (new.rule.quorum.into(), new.rule.pass.into());
        let kept = Kept {
            award: &new.award,
            paper: &new.paper,
            quorum: new.rule.quorum.to_string(),
            pass: new.rule.pass.to_string(),
            valid_from: new.valid_from,
            valid_to: new.valid_to,
        };
        let row: [Param<'_>; 12] = [
            by.commune.as_str().into(),
            (&id).into(),
            (&new.award).into(),
            new.paper.trim().into(),
            i64::from(quorum.0).into(),
            i64::from(quorum.1).into(),
            i64::from(pass.0).into(),
            i64::from(pass.1).into(),
            new.rule.more_than.into(),
            new.rule.base.code().into(),
            new.valid_from.into(),
            new.valid_to.into(),
        ];
        Ok(tx.change(Change::create(RECORD, &id, &kept)?, sql::ADD_AWARD_RULE, &row)?)
    })
}

/// Ends a rule that was seen in state `version`: `last` is its last day.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`]; [`Refusal::Invalid`] with `last`; a rule, while a sitting
/// votes; a conflict.
pub fn end_award_rule(
    app: &App,
    by: &Person,
    (id, version): (&str, i64),
    last: Date,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let past = award_rules(app, by)?;
    let found = past.iter().find(|one| one.id == id).ok_or(Refusal::NotFound)?;
    if last < found.rule.from || found.rule.to.is_some_and(|to| to <= last) {
        return Err(Refusal::field("last", Message::new("award-rule-last-wrong")));
    }
    not_while_voting(app, by, last)?;
    let seen = AwardRule { version, ..found.clone() };
    app.write(by, |tx| Ok(end(tx, &seen, last)?))
}

fn end(
    tx: &mut chungsuc_store::Writer<'_>,
    rule: &AwardRule,
    last: Date,
) -> Result<(), StoreError> {
    let commune = tx.author().commune.clone();
    // A rule that never held is ended on its first day: the next one begins on the same day or later.
    let last = last.max(rule.rule.from);
    let (old, now) = (Ended { valid_to: rule.rule.to }, Ended { valid_to: Some(last) });
    let change = Change::update(RECORD, &rule.id, &old, &now)?;
    let row = [last.into(), commune.as_str().into(), (&rule.id).into(), rule.version.into()];
    tx.change(change, sql::END_AWARD_RULE, &row)
}

fn check(app: &App, new: &NewAwardRule, before: Option<&AwardRule>) -> Errors {
    let mut errors = Errors::default();
    if app.catalog.award(&new.award).is_none() {
        errors.add("award", Message::new("field-missing"));
    }
    if new.paper.trim().is_empty() {
        errors.add("paper", Message::new("field-missing"));
    }
    if before.is_some_and(|before| new.valid_from <= before.rule.from) {
        errors.add("valid_from", Message::new("award-rule-before"));
    }
    if new.valid_to.is_some_and(|to| to < new.valid_from) {
        errors.add("valid_to", Message::new("award-rule-ends-early"));
    }
    let law = app.catalog.ballot_rule_of(&new.award, new.valid_from);
    if let Some(law) = law.filter(|law| !new.rule.asks_at_least(&law.value)) {
        let message = Message::new("award-rule-below-law")
            .arg("quorum", law.value.quorum.to_string())
            .arg("pass", law.value.pass.to_string())
            .arg("paper", law.source.to_string());
        errors.add("pass", message);
    }
    errors
}

/// Who votes knows by which rule: it does not change while a sitting of its days is open.
fn not_while_voting(app: &App, by: &Person, from: Date) -> Result<(), Refusal> {
    let sittings = super::sittings(app, by)?;
    let open = sittings.iter().any(|one| one.state == super::State::Open && one.held_on >= from);
    if open { Err(Refusal::rule("award-rule-while-open")) } else { Ok(()) }
}
