//! Rechecks as they are kept, with what was found.

use chungsuc_store::{Row, StoreError};
use jiff::Timestamp;
use jiff::civil::Date;

use super::sql;
use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::standards::grid::GridKey;
use crate::refusal::Refusal;

/// A list that was drawn.
#[derive(Clone, Debug)]
pub struct Recheck {
    /// Its id.
    pub id: String,
    /// Id of the standard.
    pub standard: String,
    /// The period of the figures.
    pub period: String,
    /// What was drawn by.
    pub seed: String,
    /// How many villages were wanted.
    pub units: i64,
    /// How many figures of each.
    pub of_each: i64,
    /// From what was drawn: `unit/indicator`, a line each.
    pub pool: String,
    /// Id of the account that drew.
    pub drawn_by: String,
    /// When.
    pub drawn_on: Timestamp,
    /// The figures to look at, of the villages that the reader may see.
    pub lines: Vec<Line>,
}

/// A figure to look at.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its number on the list, from 1.
    pub number: i64,
    /// Id of the value.
    pub value: String,
    /// Code of the village.
    pub unit: String,
    /// Number of the indicator.
    pub indicator: String,
    /// The figure as it was reported when it was drawn.
    pub figure: String,
    /// What visits found, the first first.
    pub results: Vec<Visited>,
}

/// What a visit found.
#[derive(Clone, Debug)]
pub struct Visited {
    /// Whether what was seen is what was reported.
    pub agrees: bool,
    /// What was seen.
    pub words: String,
    /// The day of the visit.
    pub visited_on: Date,
    /// A file that backs it: id and name.
    pub file: Option<(String, String)>,
    /// Id of the account that wrote it down.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

impl Line {
    /// What the last visit found, if there was one.
    pub fn agrees(&self) -> Option<bool> {
        self.results.last().map(|result| result.agrees)
    }
}

impl Recheck {
    /// The standard and the period of its figures.
    pub fn key(&self) -> GridKey<'_> {
        GridKey { standard: &self.standard, period: &self.period }
    }

    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            standard: row.get(1)?,
            period: row.get(2)?,
            seed: row.get(3)?,
            units: row.get(4)?,
            of_each: row.get(5)?,
            pool: row.get(6)?,
            drawn_by: row.get(7)?,
            drawn_on: row.get(8)?,
            lines: Vec::new(),
        })
    }
}

/// A row that belongs to a recheck, with the recheck's id.
type Of<T> = (String, T);

fn line(row: &Row<'_>) -> Result<Of<Line>, StoreError> {
    let line = Line {
        number: row.get(1)?,
        value: row.get(2)?,
        unit: row.get(3)?,
        indicator: row.get(4)?,
        figure: row.get(5)?,
        results: Vec::new(),
    };
    Ok((row.get(0)?, line))
}

fn visited(row: &Row<'_>) -> Result<Of<(i64, Visited)>, StoreError> {
    let (file, name): (Option<String>, Option<String>) = (row.get(5)?, row.get(6)?);
    let visited = Visited {
        agrees: row.get(2)?,
        words: row.get(3)?,
        visited_on: row.get(4)?,
        file: file.zip(name),
        by: row.get(7)?,
        at: row.get(8)?,
    };
    Ok((row.get(0)?, (row.get(1)?, visited)))
}

/// Every recheck of the commune, the newest first, with the lines that this person may see.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn list(app: &App, by: &Person) -> Result<Vec<Recheck>, Refusal> {
    by.must_somewhere(Act::ReadStandards)?;
    let params = [by.commune.as_str().into()];
    let (mut all, lines, results) = app.read(|r| -> Result<_, Refusal> {
        let all = r.all(sql::ALL, &params, Recheck::read)?;
        let lines = r.all(sql::ALL_LINES, &params, line)?;
        Ok((all, lines, r.all(sql::ALL_RESULTS, &params, visited)?))
    })?;
    put_together(by, &mut all, lines, results);
    Ok(all)
}

/// One recheck.
///
/// # Errors
/// [`Refusal::NotFound`]; [`Refusal::Forbidden`]; of the store.
pub fn find(app: &App, by: &Person, id: &str) -> Result<Recheck, Refusal> {
    by.must_somewhere(Act::ReadStandards)?;
    let params = [by.commune.as_str().into(), id.into()];
    let (found, lines, results) = app.read(|r| -> Result<_, Refusal> {
        let found = r.first(sql::ONE, &params, Recheck::read)?;
        let lines = r.all(sql::LINES, &params, line)?;
        Ok((found, lines, r.all(sql::RESULTS, &params, visited)?))
    })?;
    let mut all: Vec<Recheck> = found.into_iter().collect();
    put_together(by, &mut all, lines, results);
    all.pop().ok_or(Refusal::NotFound)
}

fn put_together(
    by: &Person,
    all: &mut [Recheck],
    lines: Vec<Of<Line>>,
    results: Vec<Of<(i64, Visited)>>,
) {
    let seen = |line: &Line| by.may(Act::ReadStandards, Place::village(&by.commune, &line.unit));
    for (of, line) in lines.into_iter().filter(|(_, line)| seen(line)) {
        if let Some(recheck) = all.iter_mut().find(|one| one.id == of) {
            recheck.lines.push(line);
        }
    }
    for (of, (number, visited)) in results {
        let recheck = all.iter_mut().find(|one| one.id == of);
        let line = recheck.and_then(|it| it.lines.iter_mut().find(|line| line.number == number));
        if let Some(line) = line {
            line.results.push(visited);
        }
    }
}
