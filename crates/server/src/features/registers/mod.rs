//! The register of awards: what each person, household, collective and unit was ever commended with,
//! under each name it bore; and old lists that are brought into it. Officers read it; no public page does.

pub mod import;
mod pages;
mod received;
mod sql;

use std::collections::HashSet;

use chungsuc_domain::{SubjectKind, UnitKind, codes};
use chungsuc_store::{Param, Row, StoreError};
use jiff::civil::Date;

pub(crate) use pages::routes;
pub(crate) use received::received;

use crate::access::{Act, Person};
use crate::app::App;
use crate::features::files::NewFile;
use crate::features::honours::{self, NewHonour};
use crate::features::search::{self, Listing};
use crate::features::{directory, units};
use crate::refusal::Refusal;
use crate::web::{Count, Message, Paging};

/// Lines that are ever read at once: a spreadsheet, the comparison with an old list.
const ALL: i64 = 100_000;

codes! {
    /// From where a line comes.
    Origin {
        /// A decision of the commune.
        Decision = "decision",
        /// Recorded: given elsewhere, or before the program.
        Honour = "honour",
    }
}

/// One award in the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// From where it comes.
    pub origin: Origin,
    /// Id of the decision, or of the recorded award.
    pub id: String,
    /// What was commended.
    pub kind: SubjectKind,
    /// Who in the directory; nothing for a name that is not there.
    pub subject: Option<String>,
    /// The name on the paper.
    pub name: String,
    /// The name that the directory had when it was proposed; for a recorded award that on the paper.
    pub listed: String,
    /// Code of the award; nothing where the catalog does not know it.
    pub award: Option<String>,
    /// The award in words.
    pub award_name: String,
    /// Number and symbol of the decision.
    pub number: String,
    /// Its day.
    pub issued_on: Option<Date>,
    /// The year of the award.
    pub year: i16,
    /// Who gave it; empty for the commune's own decisions.
    pub issuer: String,
    /// At which level it was given, where that is known.
    pub level: Option<UnitKind>,
    /// What for.
    pub achievement: String,
    /// The nomination of the commune that it answers.
    pub nomination: Option<String>,
    /// By which decision it was taken back, and on which day: it counts no more.
    pub revoked: Option<(String, Date)>,
}

impl Line {
    /// What it says in one spelling, by each of its names, with the award by its code and by its words;
    /// see [`NewHonour::line`].
    fn said(&self) -> [String; 4] {
        let day = self.issued_on.map_or_else(|| self.year.to_string(), |day| day.to_string());
        let said = |name: &str, award: Option<&str>| {
            let name = honours::name_alone(self.kind, name);
            honours::line(name, award, &self.award_name, &self.number, &day)
        };
        let code = self.award.as_deref();
        [
            said(&self.name, code),
            said(&self.listed, code),
            said(&self.name, None),
            said(&self.listed, None),
        ]
    }
}

/// Which awards are asked for.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Words of a name that was ever borne, in any spelling.
    pub words: String,
    /// Code of the award.
    pub award: Option<String>,
    /// The year.
    pub year: Option<i64>,
    /// What was commended.
    pub kind: Option<SubjectKind>,
    /// Code of the village.
    pub village: Option<String>,
    /// Exactly this unit or record.
    pub subject: Option<String>,
    /// The level that gave it.
    pub level: Option<UnitKind>,
}

/// A page of the register, the newest first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn list(
    app: &App,
    by: &Person,
    wanted: &Wanted,
    paging: &Paging,
) -> Result<(Vec<Line>, Count), Refusal> {
    by.must_in_commune(Act::ReadHonours)?;
    let listing = Listing { rows: sql::LINES, count: sql::COUNT };
    with_filter(by, wanted, |filter| {
        app.read(|r| Ok(listing.page(r, &by.commune, filter, paging, |row| read(app, row))?))
    })
}

/// The whole register, as far as it is asked for.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn all(app: &App, by: &Person, wanted: &Wanted) -> Result<Vec<Line>, Refusal> {
    by.must_in_commune(Act::ReadHonours)?;
    read_all(app, by, wanted)
}

/// As [`all`], for a caller who has asked.
fn read_all(app: &App, by: &Person, wanted: &Wanted) -> Result<Vec<Line>, Refusal> {
    with_filter(by, wanted, |filter| {
        let params = [filter, &[ALL.into(), 0.into()]].concat();
        app.read(|r| Ok(r.all(sql::LINES, &params, |row| read(app, row))?))
    })
}

fn with_filter<T>(
    by: &Person,
    wanted: &Wanted,
    ask: impl FnOnce(&[Param<'_>]) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    let bare = chungsuc_domain::eligibility::bare(&wanted.words);
    let bare = (!bare.is_empty()).then(|| format!("%{bare}%"));
    let folded = search::pattern(&wanted.words);
    ask(&[
        by.commune.as_str().into(),
        bare.as_deref().into(),
        folded.as_deref().into(),
        wanted.award.as_deref().into(),
        wanted.year.into(),
        wanted.kind.map(SubjectKind::code).into(),
        wanted.village.as_deref().into(),
        wanted.subject.as_deref().into(),
        wanted.level.map(UnitKind::code).into(),
    ])
}

fn read(app: &App, row: &Row<'_>) -> Result<Line, StoreError> {
    let (award, typed): (Option<String>, String) = (row.get(5)?, row.get(6)?);
    let known = award.as_deref().and_then(|code| app.catalog.award(code));
    let award_name = match known {
        Some(award) if typed.is_empty() => award.form.name.clone(),
        _ => typed,
    };
    let (counted, number): (Option<i64>, String) = (row.get(7)?, row.get(8)?);
    Ok(Line {
        origin: row.coded(0, Origin::from_code)?,
        id: row.get(1)?,
        kind: row.coded(2, SubjectKind::from_code)?,
        subject: row.get(3)?,
        name: row.get(4)?,
        award,
        award_name,
        number: counted.map_or_else(|| number.clone(), |count| format!("{count:02}/{number}")),
        issued_on: row.get(9)?,
        year: i16::try_from(row.get::<i64>(10)?).unwrap_or_default(),
        issuer: row.get(11)?,
        achievement: row.get(12)?,
        listed: row.get(13)?,
        level: row.get::<Option<String>>(14)?.as_deref().and_then(UnitKind::from_code),
        nomination: row.get(15)?,
        revoked: revoked(row)?,
    })
}

fn revoked(row: &Row<'_>) -> Result<Option<(String, Date)>, StoreError> {
    let (day, number): (Option<Date>, Option<i64>) = (row.get(16)?, row.get(17)?);
    let symbol: Option<String> = row.get(18)?;
    let said = number.zip(symbol).map(|(number, symbol)| format!("{number:02}/{symbol}"));
    Ok(said.zip(day))
}

/// The years in which there are awards, the newest first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn years(app: &App, by: &Person) -> Result<Vec<i64>, Refusal> {
    by.must_in_commune(Act::ReadHonours)?;
    let commune = [by.commune.as_str().into()];
    app.read(|r| Ok(r.all(sql::YEARS, &commune, |row| row.get(0))?))
}

/// The lifetime record of one subject.
#[derive(Clone, Debug)]
pub struct Record {
    /// Its name now.
    pub name: String,
    /// Names on papers that differ from it, and names of the units that it came from.
    pub other_names: Vec<String>,
    /// Its awards, the newest first; of a unit also those of the units that it came from.
    pub lines: Vec<Line>,
}

/// The lifetime record of a subject under every name it bore.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn record_of(app: &App, by: &Person, kind: SubjectKind, id: &str) -> Result<Record, Refusal> {
    by.must_in_commune(Act::ReadHonours)?;
    let name = match kind {
        SubjectKind::Village | SubjectKind::Commune => {
            units::find(app, id)?.ok_or(Refusal::NotFound)?.name
        }
        _ => directory::subject(app, by, kind, id)?.name,
    };
    let ids = ids_of(app, kind, id)?;
    let (mut lines, mut other_names) = (Vec::new(), Vec::new());
    for id in ids {
        let wanted = Wanted { kind: Some(kind), subject: Some(id.clone()), ..Wanted::default() };
        lines.extend(all(app, by, &wanted)?);
        let unit = units::find(app, &id)?.filter(|unit| unit.name != name);
        other_names.extend(unit.map(|unit| unit.name));
    }
    lines.sort_by_key(|line| std::cmp::Reverse((line.year, line.issued_on)));
    other_names.extend(lines.iter().map(|line| line.name.clone()).filter(|on| *on != name));
    let mut seen = HashSet::new();
    other_names.retain(|name| seen.insert(name.clone()));
    Ok(Record { name, other_names, lines })
}

/// Under which ids a subject stands in the books: a unit also as each that it came from.
fn ids_of(app: &App, kind: SubjectKind, id: &str) -> Result<Vec<String>, Refusal> {
    let mut codes = vec![id.to_owned()];
    if !matches!(kind, SubjectKind::Village | SubjectKind::Commune) {
        return Ok(codes);
    }
    let mut next = 0;
    while let Some(code) = codes.get(next).cloned() {
        for before in units::predecessors(app, &code)? {
            if !codes.contains(&before.code) {
                codes.push(before.code);
            }
        }
        next += 1;
    }
    Ok(codes)
}

/// Records an award that was given elsewhere; gives the id.
///
/// # Errors
/// As [`honours::record`]; [`Refusal::Invalid`] with `number` when a decision of the commune gave it.
pub fn record(
    app: &App,
    by: &Person,
    new: &NewHonour,
    file: Option<&NewFile>,
) -> Result<String, Refusal> {
    by.must_in_commune(Act::KeepHonours)?;
    if known(app, by)?.contains(&new.line()) {
        return Err(Refusal::field("number", Message::new("honour-known")));
    }
    honours::record(app, by, new, file)
}

/// What every line of the register says, in one spelling.
fn known(app: &App, by: &Person) -> Result<HashSet<String>, Refusal> {
    Ok(all(app, by, &Wanted::default())?.iter().flat_map(Line::said).collect())
}
