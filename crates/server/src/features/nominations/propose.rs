//! Proposing somebody for an award.

use chungsuc_domain::SubjectKind;
use chungsuc_store::{Change, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::due::must_be_in_time;
use super::eligible::foreseen;
use super::mending::{Part, open_parts};
use super::{Nomination, RECORD, State, find, sql};
use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::movements::{self, Contestant};
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// A nomination about to be made.
#[derive(Clone, Debug)]
pub struct NewNomination<'a> {
    /// Id of the contestant.
    pub contestant: &'a str,
    /// Code of the award.
    pub award: &'a str,
    /// What it rests on.
    pub achievement: &'a str,
    /// The body or village that proposes.
    pub proposed_by: &'a str,
}

#[derive(Serialize)]
struct Kept<'a> {
    award: &'a str,
    achievement: &'a str,
    proposed_by: &'a str,
}

/// Proposes a contestant as a draft; gives the id.
///
/// # Errors
/// [`Refusal::Forbidden`] outside one's territory; [`Refusal::Invalid`] with the fields `award`,
/// `achievement`, `proposed_by`; a rule, when the same award was proposed this year already, the last
/// day is over, or the law stands against it: with the condition and its clause.
pub fn propose(app: &App, by: &Person, new: &NewNomination<'_>) -> Result<String, Refusal> {
    let contestant = movements::contestant(app, by, new.contestant)?;
    add(app, by, (&contestant, true), new, None, |_, _| Ok(()))
}

/// Proposes somebody of the directory in a round outside a movement, as a draft; gives the id. The
/// contestant of `new` is the code of the unit or the id of the record.
///
/// # Errors
/// As [`propose`].
pub fn propose_in_round(
    app: &App,
    by: &Person,
    (round, kind): (&str, SubjectKind),
    new: &NewNomination<'_>,
) -> Result<String, Refusal> {
    let (entrant, is_in) = movements::entrant(app, by, round, kind, new.contestant)?;
    let new = NewNomination { contestant: &entrant.id, ..new.clone() };
    add(app, by, (&entrant, is_in), &new, None, |_, _| Ok(()))
}

/// The same for what came from another record, whose page is `origin`; `then` marks that record in the
/// same transaction.
pub(crate) fn propose_from(
    app: &App,
    by: &Person,
    new: &NewNomination<'_>,
    origin: &str,
    then: impl FnOnce(&mut Writer<'_>, &str) -> Result<(), Refusal>,
) -> Result<String, Refusal> {
    let contestant = movements::contestant(app, by, new.contestant)?;
    add(app, by, (&contestant, true), new, Some(origin), then)
}

/// `is_in`: whether the contestant takes part already; else it is entered along with the nomination.
fn add(
    app: &App,
    by: &Person,
    (contestant, is_in): (&Contestant, bool),
    new: &NewNomination<'_>,
    origin: Option<&str>,
    then: impl FnOnce(&mut Writer<'_>, &str) -> Result<(), Refusal>,
) -> Result<String, Refusal> {
    let village = contestant.village.as_deref();
    by.must(Act::Nominate, Place { commune: &by.commune, village })?;
    let errors = check(app, by, new, &contestant.movement, contestant.kind)?;
    if !errors.is_empty() {
        return Err(errors.into());
    }
    must_be_in_time(app, by, &contestant.movement)?;
    let outlook = foreseen(app, by, contestant, new.award, new.achievement)?;
    if let Some(refusal) = outlook.blocked() {
        return Err(refusal);
    }
    let today = app.today();
    let year = |month, day| Date::new(today.year(), month, day).unwrap_or(today);
    let alike = [
        by.commune.as_str().into(),
        new.contestant.into(),
        new.award.into(),
        year(1, 1).into(),
        year(12, 31).into(),
    ];
    let id = app.new_id();
    app.write(by, |tx| {
        if tx.first(sql::ALIKE, &alike, |row| row.get::<String>(0))?.is_some() {
            let name = contestant.name.clone();
            return Err(Refusal::Rule(Message::new("nomination-alike").arg("name", name)));
        }
        if !is_in {
            movements::enrol(tx, contestant)?;
        }
        let kept = kept(new.award, new.achievement, new.proposed_by);
        tx.change(
            Change::create(RECORD, &id, &kept)?,
            sql::ADD,
            &[
                by.commune.as_str().into(),
                (&id).into(),
                (&contestant.movement).into(),
                new.contestant.into(),
                new.award.into(),
                new.achievement.into(),
                new.proposed_by.into(),
                today.into(),
                by.account.as_str().into(),
                origin.into(),
            ],
        )?;
        then(tx, &id)
    })?;
    Ok(id)
}

fn kept<'a>(award: &'a str, achievement: &'a str, proposed_by: &'a str) -> Kept<'a> {
    Kept { award, achievement, proposed_by }
}

/// Corrects a draft, or one that was given back, that was seen in state `version`; of one that was sent,
/// the parts that somebody asked to mend.
///
/// # Errors
/// As [`propose`]; a rule, when it has gone on; a conflict when somebody was faster.
pub fn correct(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    achievement: &str,
    proposed_by: &str,
) -> Result<(), Refusal> {
    let known = own(app, by, id)?;
    must_be_open(app, by, &known, achievement, proposed_by)?;
    let new = NewNomination {
        contestant: &known.contestant.id,
        award: &known.award,
        achievement,
        proposed_by,
    };
    let errors = check(app, by, &new, &known.movement, known.contestant.kind)?;
    if !errors.is_empty() {
        return Err(errors.into());
    }
    app.write(by, |tx| {
        let old = kept(&known.award, &known.achievement, &known.proposed_by);
        let change =
            Change::update(RECORD, id, &old, &kept(&known.award, achievement, proposed_by))?;
        Ok(tx.change(
            change,
            sql::CORRECT,
            &[
                achievement.into(),
                proposed_by.into(),
                by.commune.as_str().into(),
                id.into(),
                version.into(),
            ],
        )?)
    })
}

/// Whether these words may be written now: all of a draft or of one that was given back; of one that was
/// sent only the parts that somebody asked to mend.
fn must_be_open(
    app: &App,
    by: &Person,
    known: &Nomination,
    achievement: &str,
    proposed_by: &str,
) -> Result<(), Refusal> {
    if matches!(known.state, State::Draft | State::Returned) {
        return Ok(());
    }
    let open = open_words(app, by, known)?;
    if open.is_empty() {
        return Err(Refusal::rule("nomination-gone-on"));
    }
    let changed = [
        (Part::Achievement, achievement != known.achievement),
        (Part::ProposedBy, proposed_by != known.proposed_by),
    ];
    match changed.iter().any(|(part, is_changed)| *is_changed && !open.contains(part)) {
        true => Err(Refusal::rule("nomination-part-shut")),
        false => Ok(()),
    }
}

/// The parts in words of one that was sent which are open now.
pub(super) fn open_words(app: &App, by: &Person, known: &Nomination) -> Result<Vec<Part>, Refusal> {
    if !matches!(known.state, State::Sent | State::Received) {
        return Ok(Vec::new());
    }
    let mut open = open_parts(app, &by.commune, &known.id)?;
    open.retain(|part| matches!(part, Part::Achievement | Part::ProposedBy));
    Ok(open)
}

/// A nomination for those who may change it: proposers of its place.
pub(super) fn own(app: &App, by: &Person, id: &str) -> Result<Nomination, Refusal> {
    let known = find(app, by, id)?;
    by.must(Act::Nominate, known.place(&by.commune))?;
    Ok(known)
}

/// The award must be one that the plan offers and that this kind of subject can receive.
fn check(
    app: &App,
    by: &Person,
    new: &NewNomination<'_>,
    movement: &str,
    kind: SubjectKind,
) -> Result<Errors, Refusal> {
    let mut errors = Errors::default();
    let offered = movements::awards_of(app, by, movement)?;
    match app.catalog.award(new.award).filter(|_| offered.iter().any(|code| code == new.award)) {
        None => errors.add("award", Message::new("nomination-award-unknown")),
        Some(award) if !award.form.subjects.contains(&kind) => {
            errors.add("award", Message::new("nomination-award-subject"));
        }
        Some(_) => {}
    }
    for (field, value) in [("achievement", new.achievement), ("proposed_by", new.proposed_by)] {
        if value.trim().is_empty() {
            errors.add(field, Message::new("field-missing"));
        }
    }
    Ok(errors)
}
