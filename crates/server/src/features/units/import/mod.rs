//! The national list from a CSV file: code, name, kind, parent, valid_from, valid_to, successor.
//!
//! All or nothing: a file with a fault changes nothing. Units that the file does not name stay.

mod read;

use std::collections::{HashMap, HashSet};

use chungsuc_store::{Author, StoreError};

pub(super) use read::COLUMNS;
pub use read::ImportFault;
use read::{Line, parse};

use super::{Unit, find, put, sql, successors};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::Message;

/// What an import did.
#[derive(Debug)]
pub enum Imported {
    /// So many units were read, and are in the list now.
    Done(usize),
    /// Nothing was changed; these are the reasons.
    Faulty(Vec<ImportFault>),
}

/// What an import would change.
#[derive(Debug, Default)]
pub struct Outlook {
    /// Units that the list does not have yet.
    pub new: Vec<Unit>,
    /// Units that get a last day.
    pub ended: Vec<Unit>,
    /// Units that change otherwise: as the list has them, and as the file has them.
    pub changed: Vec<(Unit, Unit)>,
    /// Units with the code of a unit that they newly went into.
    pub inherited: Vec<(Unit, String)>,
    /// How many lines say what the list says already.
    pub same: usize,
}

impl Outlook {
    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.new.is_empty()
            && self.ended.is_empty()
            && self.changed.is_empty()
            && self.inherited.is_empty()
    }
}

/// Reads a list and tells what it would change, or what is wrong with it; nothing is written.
///
/// # Errors
/// [`Refusal::Forbidden`]; a rule, where several communes share the list; of the store.
pub fn look(
    app: &App,
    by: &Person,
    csv: &[u8],
) -> Result<Result<Outlook, Vec<ImportFault>>, Refusal> {
    may_import(app, by)?;
    let lines = match checked(app, csv)? {
        Ok(lines) => lines,
        Err(faults) => return Ok(Err(faults)),
    };
    let mut outlook = Outlook::default();
    for Line { unit, successors: named, .. } in lines {
        let known = find(app, &unit.code)?;
        let after = successors(app, &unit.code)?;
        let heirs = named.into_iter().filter(|code| after.iter().all(|heir| heir.code != *code));
        let heirs: Vec<_> = heirs.map(|code| (unit.clone(), code)).collect();
        outlook.same += usize::from(known.as_ref() == Some(&unit) && heirs.is_empty());
        outlook.inherited.extend(heirs);
        match known {
            None => outlook.new.push(unit),
            Some(known) if known == unit => {}
            Some(known) if unit.valid_to.is_some() && known.valid_to != unit.valid_to => {
                outlook.ended.push(unit);
            }
            Some(known) => outlook.changed.push((known, unit)),
        }
    }
    Ok(Ok(outlook))
}

/// As [`import`], in the name of a person.
///
/// # Errors
/// As [`look`].
pub fn import_by(app: &App, by: &Person, csv: &[u8]) -> Result<Imported, Refusal> {
    may_import(app, by)?;
    Ok(import(app, &app.author(by), csv)?)
}

/// The list is one for all: where several communes share a database, none of them changes it alone.
fn may_import(app: &App, by: &Person) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepUnits)?;
    let key = [by.commune.as_str().into()];
    let other: Option<String> =
        app.read(|r| r.first(sql::OTHER_COMMUNE, &key, |row| row.get(0)))?;
    match other {
        None => Ok(()),
        Some(_) => Err(Refusal::rule("import-many-communes")),
    }
}

/// Reads a list and puts it in, in one transaction; units that the list does not name stay.
///
/// # Errors
/// Of the store.
pub fn import(app: &App, author: &Author, csv: &[u8]) -> Result<Imported, StoreError> {
    let lines = match checked(app, csv)? {
        Ok(lines) => lines,
        Err(faults) => return Ok(Imported::Faulty(faults)),
    };
    app.store.write(author, |tx| {
        // The row above must be there first: parents, then what points to them.
        from_the_top(&lines).into_iter().try_for_each(|line| put(tx, &line.unit, &[]))?;
        let with_successors = lines.iter().filter(|line| !line.successors.is_empty());
        with_successors.into_iter().try_for_each(|line| put(tx, &line.unit, &line.successors))?;
        Ok(Imported::Done(lines.len()))
    })
}

/// The lines of a file without a fault, else every fault in the order of the lines.
fn checked(app: &App, csv: &[u8]) -> Result<Result<Vec<Line>, Vec<ImportFault>>, StoreError> {
    let (lines, mut faults) = parse(csv);
    faults.extend(check_links(app, &lines)?);
    faults.sort_by_key(|fault| fault.line);
    Ok(if faults.is_empty() { Ok(lines) } else { Err(faults) })
}

/// Parents and successors must be in the file or in the list already.
fn check_links(app: &App, lines: &[Line]) -> Result<Vec<ImportFault>, StoreError> {
    let mut faults = Vec::new();
    let in_file: HashSet<&str> = lines.iter().map(|line| line.unit.code.as_str()).collect();
    for line in lines {
        let parent = line.unit.parent.iter().map(|code| ("parent", code));
        for (column, code) in parent.chain(line.successors.iter().map(|code| ("successor", code))) {
            if !in_file.contains(code.as_str()) && find(app, code)?.is_none() {
                let message = Message::new("import-unknown-unit").arg("value", code.clone());
                faults.push(ImportFault { line: line.number, column, message });
            }
        }
    }
    Ok(faults)
}

/// The lines in an order in which each comes after the one above it; a circle ends somewhere.
fn from_the_top(lines: &[Line]) -> Vec<&Line> {
    let parents: HashMap<&str, Option<&str>> =
        lines.iter().map(|line| (line.unit.code.as_str(), line.unit.parent.as_deref())).collect();
    let depth = |line: &&Line| {
        let above = std::iter::successors(line.unit.parent.as_deref(), |code| {
            parents.get(code).copied().flatten()
        });
        above.take(lines.len()).count()
    };
    let mut sorted: Vec<&Line> = lines.iter().collect();
    sorted.sort_by_cached_key(depth);
    sorted
}
