//! Rounds of commendation outside a movement: the yearly one for merit, one for a sudden deed, for long
//! devotion. A round is kept as a movement is, with its paper, its awards and who is proposed, and has a
//! type of commendation of its own.

use chungsuc_domain::{AwardMode, SubjectKind, text};
use chungsuc_store::{Change, StoreError, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::{CONTESTANT, Contestant, Movement, RECORD, contestant_of, find, of_rows, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::{directory, papers};
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// A round about to be opened.
#[derive(Clone, Debug)]
pub struct NewRound<'a> {
    /// Its type of commendation.
    pub mode: Option<AwardMode>,
    /// What it is called.
    pub name: &'a str,
    /// The year that is considered.
    pub year: Option<i16>,
    /// Number of the paper in the registry that opens it.
    pub paper: &'a str,
    /// Codes of the awards that may be proposed.
    pub awards: &'a [&'a str],
}

#[derive(Serialize)]
struct Kept<'a> {
    name: &'a str,
    mode: AwardMode,
    period_from: Date,
    period_to: Date,
}

#[derive(Serialize)]
struct KeptAward<'a> {
    award: &'a str,
}

#[derive(Serialize)]
struct KeptEntrant<'a> {
    subject_kind: &'a str,
    name: &'a str,
    village: Option<&'a str>,
    registered_on: Date,
}

/// The awards that may be given for a type of commendation on a day, by code: those of which the law of
/// the day does not say that they are for others only.
pub fn fitting(app: &App, mode: AwardMode, day: Date) -> Vec<String> {
    let fits = |award: &&chungsuc_domain::catalog::Award| {
        award.modes.on(day).is_none_or(|row| row.value.contains(&mode))
    };
    app.catalog.awards().filter(fits).map(|award| award.form.code.clone()).collect()
}

/// Opens a round; gives its id.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields `mode`, `name`, `year`, `paper`, `awards`.
pub fn open_round(app: &App, by: &Person, new: &NewRound<'_>) -> Result<String, Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let (today, mut errors) = (app.today(), Errors::default());
    let law = new.mode.and_then(|mode| app.catalog.award_mode(mode, today));
    if law.is_none_or(|row| row.value.of_movement) {
        errors.add("mode", Message::new("round-mode-unknown"));
    }
    if new.name.trim().is_empty() {
        errors.add("name", Message::new("field-missing"));
    }
    let days = new.year.filter(|year| *year <= today.year()).and_then(year_of);
    if days.is_none() {
        errors.add("year", Message::new("round-year-wrong").arg("last", today.year().to_string()));
    }
    let fit = new.mode.map(|mode| fitting(app, mode, today)).unwrap_or_default();
    if new.awards.is_empty() {
        errors.add("awards", Message::new("field-missing"));
    } else if !new.awards.iter().all(|code| fit.iter().any(|known| known == code)) {
        errors.add("awards", Message::new("round-award-wrong"));
    }
    let paper = match papers::numbered(app, by, "paper", new.paper) {
        Ok(paper) => Some(paper.id),
        Err(Refusal::Invalid(wrong)) => {
            wrong.all().iter().for_each(|(field, why)| errors.add(field.clone(), why.clone()));
            None
        }
        Err(other) => return Err(other),
    };
    let (Some(mode), Some((from, to)), Some(paper), true) =
        (new.mode, days, paper, errors.is_empty())
    else {
        return Err(errors.into());
    };
    let id = app.new_id();
    let done = app.write(by, |tx| {
        let kept = Kept { name: new.name.trim(), mode, period_from: from, period_to: to };
        let commune = by.commune.as_str();
        let row = [
            commune.into(),
            (&id).into(),
            (&paper).into(),
            new.name.trim().into(),
            from.into(),
            to.into(),
            mode.code().into(),
        ];
        tx.change(Change::create(RECORD, &id, &kept)?, sql::ADD_ROUND, &row)?;
        for (seq, award) in (1_i64..).zip(new.awards) {
            let change =
                Change::create("movement_award", format!("{id}/{seq}"), &KeptAward { award })?;
            let row = [commune.into(), (&id).into(), seq.into(), (*award).into()];
            tx.change(change, sql::ADD_AWARD, &row)?;
        }
        Ok(())
    });
    match done {
        Err(Refusal::Store(StoreError::Duplicate(_))) => {
            Err(Refusal::field("paper", Message::new("round-paper-used")))
        }
        done => done.map(|()| id),
    }
}

fn year_of(year: i16) -> Option<(Date, Date)> {
    Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?)).filter(|_| year > 1900)
}

/// The rounds of the commune, the newest first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn rounds(app: &App, by: &Person) -> Result<Vec<Movement>, Refusal> {
    by.must_somewhere(Act::ReadMovements)?;
    of_rows(app, &by.commune, sql::ROUNDS)
}

/// Somebody of the directory as an entrant of a round: as already entered, or about to be, and whether
/// it was entered already. Nobody registers for a round.
///
/// # Errors
/// [`Refusal::NotFound`], also when it is no round; [`Refusal::Forbidden`]; of the store.
pub fn entrant(
    app: &App,
    by: &Person,
    round: &str,
    kind: SubjectKind,
    subject: &str,
) -> Result<(Contestant, bool), Refusal> {
    let round = find(app, by, round)?;
    if round.mode.is_none() {
        return Err(Refusal::NotFound);
    }
    let subject = directory::subject(app, by, kind, subject)?;
    if let Some(known) = contestant_of(app, by, &round.id, kind, &subject.id)? {
        return Ok((known, true));
    }
    let new = Contestant {
        id: app.new_id(),
        movement: round.id,
        kind,
        subject: subject.id,
        name: subject.name,
        village: subject.village,
        registered_on: app.today(),
        village_name: None,
    };
    Ok((new, false))
}

/// Enters somebody into a round, within the transaction that proposes them.
pub(crate) fn enrol(tx: &mut Writer<'_>, one: &Contestant) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let key = match one.kind {
        SubjectKind::Individual | SubjectKind::Household => text::name_sort_key(&one.name),
        _ => text::sort_key(&one.name),
    };
    let (folded, village) = (text::fold(&one.name), one.village.as_deref());
    let kept = KeptEntrant {
        subject_kind: one.kind.code(),
        name: &one.name,
        village,
        registered_on: one.registered_on,
    };
    let row = [
        commune.as_str().into(),
        (&one.id).into(),
        (&one.movement).into(),
        one.kind.code().into(),
        (&one.subject).into(),
        (&one.name).into(),
        (&folded).into(),
        key.as_slice().into(),
        village.into(),
        one.registered_on.into(),
    ];
    Ok(tx.change(Change::create(CONTESTANT, &one.id, &kept)?, sql::ADD_CONTESTANT, &row)?)
}
