//! Awards that were given elsewhere, or before the program: what earlier awards there are beside those
//! of the commune's own decisions. The register of awards shows them, and the conditions of an award
//! read them. They stand upstream of nominations for that.

mod names;
mod sql;

use chungsuc_domain::eligibility::{Earlier, bare};
use chungsuc_domain::{SubjectKind, UnitKind, text};
use chungsuc_store::{Change, Row, StoreError, Writer};
use jiff::civil::Date;
use serde::Serialize;

pub(crate) use names::name_alone;

use crate::access::{Act, Person};
use crate::app::App;
use crate::features::files::{self, NewFile};
use crate::features::{directory, papers};
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// Kind of the records in the journal.
pub const RECORD: &str = "honour";

/// An award as its paper says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NewHonour {
    /// What was commended.
    pub subject_kind: SubjectKind,
    /// Code of the unit or id of the record; nothing for a name that is not in the directory.
    pub subject: Option<String>,
    /// The name on the paper.
    pub name: String,
    /// Code of the village, where it is known.
    pub village: Option<String>,
    /// Code of the award, where the catalog has it.
    pub award: Option<String>,
    /// The award in the words of the paper.
    pub award_name: String,
    /// Number and symbol of the decision; empty where an old list does not tell it.
    pub number: String,
    /// Its day; nothing where an old list has the year only.
    pub issued_on: Option<Date>,
    /// The year of the award.
    pub year: i16,
    /// Who gave it.
    pub issuer: String,
    /// At which level they act; nothing where nobody has said it.
    pub level: Option<UnitKind>,
    /// What for.
    pub achievement: String,
    /// The paper in the registry.
    pub paper: Option<String>,
    /// The old list that it came from.
    pub brought: Option<String>,
    /// The nomination of the commune that it answers, where a level above gave it.
    pub nomination: Option<String>,
}

/// A recorded award.
#[derive(Clone, Debug)]
pub struct Honour {
    /// Its id.
    pub id: String,
    /// What it says.
    pub says: NewHonour,
    /// Id of its file.
    pub file: Option<String>,
    /// Since when it no longer counts, and why.
    pub withdrawn: Option<(Date, String)>,
    /// Which state of the record this is.
    pub version: i64,
}

#[derive(Serialize)]
struct Kept<'a> {
    name: &'a str,
    subject: Option<&'a str>,
    withdrawn_on: Option<Date>,
}

impl NewHonour {
    /// What it says in one spelling: the same line of two lists says the same.
    pub fn line(&self) -> String {
        let day = self.issued_on.map_or_else(|| self.year.to_string(), |day| day.to_string());
        let name = name_alone(self.subject_kind, &self.name);
        line(name, self.award.as_deref(), &self.award_name, &self.number, &day)
    }
}

/// See [`NewHonour::line`]; `name` stands alone, `day` is the day of the decision, or the year where it is not known.
pub(crate) fn line(
    name: &str,
    award: Option<&str>,
    award_name: &str,
    number: &str,
    day: &str,
) -> String {
    let award = award.map_or_else(|| bare(award_name), str::to_owned);
    format!("{}|{award}|{}|{day}", bare(name), bare(number))
}

/// Records an award with its paper; gives the id. The caller has looked whether a decision of the
/// commune gave it.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with `name`, `award_name`, `number`, `issued_on`,
/// `issuer`, `level`; with `number` when the very same award stands in the register.
pub fn record(
    app: &App,
    by: &Person,
    new: &NewHonour,
    file: Option<&NewFile>,
) -> Result<String, Refusal> {
    by.must_in_commune(Act::KeepHonours)?;
    let mut errors = Errors::default();
    for (field, value) in [
        ("name", &new.name),
        ("award_name", &new.award_name),
        ("number", &new.number),
        ("issuer", &new.issuer),
    ] {
        if value.trim().is_empty() {
            errors.add(field, Message::new("field-missing"));
        }
    }
    if new.issued_on.is_none_or(|day| day > app.today()) {
        errors.add("issued_on", Message::new("day-to-come"));
    }
    if !fits(app, new) {
        errors.add("level", Message::new("honour-level-other"));
    }
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let id = app.new_id();
    let done = app.write(by, |tx| {
        let file = file.map(|file| files::keep(app, tx, file)).transpose()?;
        add(tx, &id, new, file.as_deref())
    });
    match done {
        Err(Refusal::Store(StoreError::Duplicate(_))) => {
            Err(Refusal::field("number", Message::new("honour-known")))
        }
        done => done.map(|()| id),
    }
}

/// Whether the level may have given the award by the law of its day.
fn fits(app: &App, new: &NewHonour) -> bool {
    match (&new.award, new.level, new.issued_on) {
        (Some(award), Some(level), Some(day)) => app.catalog.may_give(award, level, day),
        _ => true,
    }
}

/// Writes one recorded award in the transaction of the caller, who has asked and looked.
pub(crate) fn add(
    tx: &mut Writer<'_>,
    id: &str,
    new: &NewHonour,
    file: Option<&str>,
) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let (bare, line) = (bare(&new.name), new.line());
    let sort_key = match new.subject_kind {
        SubjectKind::Individual | SubjectKind::Household => {
            text::name_sort_key(name_alone(new.subject_kind, &new.name))
        }
        _ => text::sort_key(&new.name),
    };
    let params = [
        commune.as_str().into(),
        id.into(),
        new.subject_kind.code().into(),
        new.subject.as_deref().into(),
        (&new.name).into(),
        (&bare).into(),
        sort_key.as_slice().into(),
        new.village.as_deref().into(),
        new.award.as_deref().into(),
        (&new.award_name).into(),
        (&new.number).into(),
        new.issued_on.into(),
        i64::from(new.year).into(),
        (&new.issuer).into(),
        (&new.achievement).into(),
        new.paper.as_deref().into(),
        file.into(),
        new.brought.as_deref().into(),
        (&line).into(),
        new.level.map(UnitKind::code).into(),
        new.nomination.as_deref().into(),
    ];
    Ok(tx.change(Change::create(RECORD, id, new)?, sql::ADD, &params)?)
}

/// One recorded award.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn find(app: &App, by: &Person, id: &str) -> Result<Honour, Refusal> {
    by.must_in_commune(Act::ReadHonours)?;
    let params = [by.commune.as_str().into(), id.into()];
    app.read(|r| r.first(sql::ONE, &params, |row| read(id, row))?.ok_or(Refusal::NotFound))
}

fn read(id: &str, row: &Row<'_>) -> Result<Honour, StoreError> {
    let (day, why): (Option<Date>, Option<String>) = (row.get(14)?, row.get(15)?);
    let says = NewHonour {
        subject_kind: row.coded(0, SubjectKind::from_code)?,
        subject: row.get(1)?,
        name: row.get(2)?,
        village: row.get(3)?,
        award: row.get(4)?,
        award_name: row.get(5)?,
        number: row.get(6)?,
        issued_on: row.get(7)?,
        year: i16::try_from(row.get::<i64>(8)?).unwrap_or_default(),
        issuer: row.get(9)?,
        level: row.get::<Option<String>>(17)?.as_deref().and_then(UnitKind::from_code),
        achievement: row.get(10)?,
        paper: row.get(11)?,
        brought: row.get(13)?,
        nomination: row.get(18)?,
    };
    let (file, version) = (row.get(12)?, row.get(16)?);
    Ok(Honour { id: id.to_owned(), says, file, withdrawn: day.zip(why), version })
}

/// What recorded awards a subject has, for the conditions of a further one. Those whose name the catalog
/// does not know count for nothing; those that answer a nomination count with it. Their type of commendation is not known.
pub(crate) fn earlier(
    app: &App,
    commune: &str,
    kind: SubjectKind,
    subject: &str,
) -> Result<Vec<Earlier>, StoreError> {
    let params = [commune.into(), kind.code().into(), subject.into()];
    app.read(|r| {
        r.all(sql::EARLIER, &params, |row| {
            let achievement: String = row.get(3)?;
            Ok(Earlier {
                award: row.get(0)?,
                // An officer has said that the record is this one's, whatever the paper calls it.
                name: None,
                on: row.get(1)?,
                year: i16::try_from(row.get::<i64>(2)?).unwrap_or_default(),
                mode: None,
                movement: None,
                achievement: Some(achievement).filter(|text| !text.is_empty()),
            })
        })
    })
}

/// Says who in the directory a recorded award belongs to; the name on its paper stays.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; a rule, when it was withdrawn; a conflict.
pub fn link(
    app: &App,
    by: &Person,
    (id, version): (&str, i64),
    subject: &str,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepHonours)?;
    let known = standing(app, by, id)?;
    let subject = directory::subject(app, by, known.says.subject_kind, subject)?;
    let old = kept(&known, known.says.subject.as_deref(), None);
    let change = Change::update(RECORD, id, &old, &kept(&known, Some(&subject.id), None))?;
    let params = [
        subject.id.as_str().into(),
        subject.village.as_deref().into(),
        by.commune.as_str().into(),
        id.into(),
        version.into(),
    ];
    app.write(by, |tx| Ok(tx.change(change, sql::LINK, &params)?))
}

/// Takes a recorded award back with a reason; it stays to be read and no longer counts.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; [`Refusal::Invalid`] with `why`; a rule; a conflict.
pub fn withdraw(
    app: &App,
    by: &Person,
    (id, version): (&str, i64),
    why: &str,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepHonours)?;
    let known = standing(app, by, id)?;
    let why = why.trim();
    if why.is_empty() {
        return Err(Refusal::field("why", Message::new("field-missing")));
    }
    let (today, subject) = (app.today(), known.says.subject.as_deref());
    let (old, new) = (kept(&known, subject, None), kept(&known, subject, Some(today)));
    let change = Change::update(RECORD, id, &old, &new)?.because(why);
    let params = [today.into(), why.into(), by.commune.as_str().into(), id.into(), version.into()];
    app.write(by, |tx| Ok(tx.change(change, sql::WITHDRAW, &params)?))
}

/// Takes back, in the transaction of the caller, what was recorded of a nomination: the step that told
/// it was a mistake.
pub(crate) fn withdraw_of_nomination(
    tx: &mut Writer<'_>,
    (nomination, name): (&str, &str),
    on: Date,
    why: &str,
) -> Result<(), StoreError> {
    let commune = tx.author().commune.clone();
    let key = [commune.as_str().into(), nomination.into()];
    let Some(id) = tx.first(sql::OF_NOMINATION, &key, |row| row.get::<String>(0))? else {
        return Ok(());
    };
    let kept = |withdrawn_on| Kept { name, subject: None, withdrawn_on };
    let change = Change::update(RECORD, &id, &kept(None), &kept(Some(on)))?.because(why);
    let params = [on.into(), why.into(), commune.as_str().into(), id.as_str().into()];
    tx.change(change, sql::WITHDRAW_LATEST, &params)
}

fn standing(app: &App, by: &Person, id: &str) -> Result<Honour, Refusal> {
    let known = find(app, by, id)?;
    match known.withdrawn {
        Some(_) => Err(Refusal::rule("honour-is-withdrawn")),
        None => Ok(known),
    }
}

fn kept<'a>(known: &'a Honour, subject: Option<&'a str>, on: Option<Date>) -> Kept<'a> {
    Kept { name: &known.says.name, subject, withdrawn_on: on }
}

/// The registered paper of a typed number, if one is typed.
///
/// # Errors
/// As [`papers::numbered`].
pub(crate) fn paper_of(app: &App, by: &Person, typed: &str) -> Result<Option<String>, Refusal> {
    match typed.trim() {
        "" => Ok(None),
        typed => papers::numbered(app, by, "paper", typed).map(|paper| Some(paper.id)),
    }
}
