//! The papers of a dossier: the program's own letters, found by themselves, or files that are put in.

use chungsuc_domain::catalog::DossierPaper;
use chungsuc_store::{Change, Row, StoreError, Writer};
use serde::Serialize;

use super::steps::asked_for;
use super::{Nominee, RECORD, Submission, find, nominees, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::councils;
use crate::features::files::{self, NewFile};
use crate::features::letters::{self, Letter, State, Subject};
use crate::features::templates::sorts::{MINUTES, PROPOSAL_ABOVE};
use crate::refusal::Refusal;

/// The code of what lies in a dossier beyond the list of the catalog.
pub const OTHER: &str = "khac";
/// Code of the proposal, in the catalog.
const PROPOSAL: &str = "to-trinh";
/// Code of a report of achievements in the catalog; the sorts of letters begin with it.
const ACHIEVEMENTS: &str = "bao-cao-thanh-tich";
/// Codes of papers that are of the sitting and of all nominees; every other paper is of one.
const OF_ALL: [&str; 4] =
    [PROPOSAL, "bien-ban-binh-xet", "bien-ban-xet-khen-thuong", "van-ban-de-nghi"];

/// A paper that the catalog asks for.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Its code.
    pub code: String,
    /// What it is called; of several nominees with the name of the one it is of.
    pub name: String,
    /// In which case it is wanted; always where nothing stands.
    pub when: Option<String>,
    /// What lies there.
    pub there: Option<There>,
    /// Whether it may be put in now.
    pub may_change: bool,
}

impl Wanted {
    /// Whether the dossier cannot go without it.
    pub fn is_missing(&self) -> bool {
        self.there.is_none() && self.when.is_none() && self.code != OTHER
    }
}

/// A paper that lies in a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum There {
    /// A letter of the program.
    Letter {
        /// Its id.
        id: String,
        /// Number or title.
        name: String,
    },
    /// A file.
    File {
        /// Its id.
        id: String,
        /// Its name.
        name: String,
    },
}

/// A paper as it was put in.
pub(super) struct Put {
    code: String,
    turn: i64,
    after_step: i64,
    there: There,
}

#[derive(Serialize)]
struct Kept<'a> {
    dossier_part: &'a str,
    dossier_paper: &'a str,
}

fn read(row: &Row<'_>) -> Result<Put, StoreError> {
    let (letter, file): (Option<String>, Option<String>) = (row.get(3)?, row.get(4)?);
    let name: Option<String> = row.get(5)?;
    let wrong = StoreError::Column { index: 3, wanted: "letter or file" };
    let there = match (letter, file) {
        (Some(id), _) => There::Letter { id, name: String::new() },
        (None, Some(id)) => There::File { id, name: name.unwrap_or_default() },
        (None, None) => return Err(wrong),
    };
    Ok(Put { code: row.get(0)?, turn: row.get(1)?, after_step: row.get(2)?, there })
}

pub(super) fn puts(app: &App, by: &Person, id: &str) -> Result<Vec<Put>, Refusal> {
    let key = [by.commune.as_str().into(), id.into()];
    app.read(|r| Ok(r.all(sql::PAPERS, &key, read)?))
}

/// The papers of a dossier by the law of today: what lies there, and what is missing. While it is here, the
/// program's own letters lie there by themselves.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn wanted(app: &App, by: &Person, one: &Submission) -> Result<Vec<Wanted>, Refusal> {
    let award = app.catalog.award(&one.award);
    let papers = award.and_then(|award| award.dossiers.on(app.today()));
    let papers = papers.map(|row| row.value.clone()).unwrap_or_default();
    let (puts, asked) = (puts(app, by, &one.id)?, asked_for(app, by, one)?);
    let own = if one.is_here() { own_letters(app, by, one)? } else { Vec::new() };
    let line = |code: String, name: String, when: Option<String>| -> Result<Wanted, Refusal> {
        let may_change = one.is_here() && asked.as_ref().is_none_or(|it| it.contains(&code));
        let put = puts.iter().rfind(|put| put.code == code).map(|put| put.there.clone());
        let found = own.iter().find(|(of, _)| *of == code).map(|(_, letter)| named(letter));
        let there = match put {
            Some(There::File { id, name }) => Some(There::File { id, name }),
            // A newer letter takes the place of the one that was sent, where papers may change.
            Some(put) if !may_change => Some(put),
            put => found.or(put),
        };
        let there = there.map(|there| with_name(app, by, there)).transpose()?;
        Ok(Wanted { code, name, when, there, may_change })
    };
    let nominees = nominees(app, by, &one.id)?;
    let mut lines = Vec::new();
    for DossierPaper { code, name, when } in papers {
        if nominees.len() == 1 || OF_ALL.contains(&code.as_str()) {
            lines.push(line(code, name, when)?);
            continue;
        }
        for Nominee { nomination, .. } in &nominees {
            let name = format!("{name}: {}", nomination.contestant.name);
            lines.push(line(code_of(&code, one, &nomination.id), name, when.clone())?);
        }
    }
    lines.push(line(OTHER.to_owned(), String::new(), None)?);
    Ok(lines)
}

/// The code of a paper of one nominee: that of the catalog for whom the dossier was opened for, with the
/// nomination for each that joined it.
fn code_of(code: &str, one: &Submission, nomination: &str) -> String {
    if one.nomination == nomination { code.to_owned() } else { format!("{code}/{nomination}") }
}

fn named(letter: &Letter) -> There {
    let name = letter.full_number().unwrap_or_else(|| letter.title.clone());
    There::Letter { id: letter.id.clone(), name }
}

fn with_name(app: &App, by: &Person, there: There) -> Result<There, Refusal> {
    match there {
        There::Letter { id, name } if name.is_empty() => Ok(named(&letters::find(app, by, &id)?)),
        there => Ok(there),
    }
}

/// The letters that the office has written for this dossier and that count, by the codes of its papers.
fn own_letters(app: &App, by: &Person, one: &Submission) -> Result<Vec<(String, Letter)>, Refusal> {
    let mut found = Vec::new();
    let out = |letter: &Letter| matches!(letter.state, State::Issued | State::Finished);
    if let Some(sitting) = councils::sitting_of(app, by, &one.nomination)? {
        for letter in letters::about(app, by, &Subject::Sitting(sitting))? {
            let code = letter.sort.code;
            if out(&letter) && code == MINUTES.code {
                found.push(("bien-ban-binh-xet".to_owned(), letter.clone()));
                found.push(("bien-ban-xet-khen-thuong".to_owned(), letter));
            } else if out(&letter) && code == PROPOSAL_ABOVE.code && letter_names(&letter, one) {
                found.push((PROPOSAL.to_owned(), letter));
            }
        }
    }
    for Nominee { nomination, .. } in nominees(app, by, &one.id)? {
        let code = code_of(ACHIEVEMENTS, one, &nomination.id);
        let about = letters::about(app, by, &Subject::Nomination(nomination.id))?;
        let reports = about.into_iter().filter(out);
        let reports = reports.filter(|letter| letter.sort.code.starts_with(ACHIEVEMENTS));
        found.extend(reports.map(|letter| (code.clone(), letter)));
    }
    Ok(found)
}

/// Each kind of award goes up with a proposal of its own; one that names no award is of all.
fn letter_names(letter: &Letter, one: &Submission) -> bool {
    let award = letter.typed.words.text("award");
    award.is_empty() || award == one.award
}

/// Puts a file in as a paper of a dossier; the earlier one stays to be read.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`] for an unknown paper; a rule, when it may not change now;
/// a conflict, when somebody was faster.
pub fn put(app: &App, by: &Person, id: &str, code: &str, file: &NewFile) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let one = find(app, by, id)?;
    let wanted = wanted(app, by, &one)?;
    let line = wanted.iter().find(|line| line.code == code).ok_or(Refusal::NotFound)?;
    if !line.may_change {
        return Err(Refusal::rule("submission-paper-closed"));
    }
    let (puts, after) = (puts(app, by, id)?, super::steps(app, by, id)?.len());
    let part = if code == OTHER { OTHER } else { line.name.as_str() };
    app.write(by, |tx| {
        let there = There::File { id: files::keep(app, tx, file)?, name: file.name().to_owned() };
        let touch = [by.commune.as_str().into(), id.into(), one.version.into()];
        let kept = Kept { dossier_part: part, dossier_paper: file.name() };
        tx.change(Change::create(RECORD, id, &kept)?, sql::TOUCH, &touch)?;
        keep(tx, by, id, (code, part), next_turn(&puts, code), after, &there)
    })
}

fn next_turn(puts: &[Put], code: &str) -> i64 {
    puts.iter().filter(|put| put.code == code).map(|put| put.turn).max().unwrap_or_default() + 1
}

fn keep(
    tx: &mut Writer<'_>,
    by: &Person,
    id: &str,
    (code, part): (&str, &str),
    turn: i64,
    after: usize,
    there: &There,
) -> Result<(), Refusal> {
    let (letter, file, name) = match there {
        There::Letter { id, name } => (Some(id.as_str()), None, name),
        There::File { id, name } => (None, Some(id.as_str()), name),
    };
    let params = [
        by.commune.as_str().into(),
        id.into(),
        code.into(),
        turn.into(),
        i64::try_from(after).unwrap_or(i64::MAX).into(),
        letter.into(),
        file.into(),
        by.account.as_str().into(),
    ];
    let kept = Kept { dossier_part: part, dossier_paper: name };
    let key = format!("{id}/{code}/{turn}");
    Ok(tx.change(Change::create("submission_paper", key, &kept)?, sql::PUT, &params)?)
}

/// Keeps the letters that lie in a dossier by themselves as it is sent, so that it stays what was sent.
pub(super) fn freeze(
    tx: &mut Writer<'_>,
    by: &Person,
    id: &str,
    (wanted, puts, after): (&[Wanted], &[Put], usize),
) -> Result<(), Refusal> {
    for line in wanted.iter().filter(|line| line.may_change) {
        let Some(there @ There::Letter { id: letter, .. }) = &line.there else { continue };
        let last = puts.iter().rfind(|put| put.code == line.code).map(|put| &put.there);
        if !matches!(last, Some(There::Letter { id, .. }) if id == letter) {
            let turn = next_turn(puts, &line.code);
            keep(tx, by, id, (&line.code, &line.name), turn, after, there)?;
        }
    }
    Ok(())
}

/// Whether a paper is another one than when the dossier was given back.
pub(super) fn is_new(line: &Wanted, puts: &[Put], returned_at: i64) -> bool {
    let last = puts.iter().rfind(|put| put.code == line.code);
    match (last, &line.there) {
        (_, None) => false,
        (Some(put), Some(there)) => put.after_step >= returned_at || !same(&put.there, there),
        (None, Some(_)) => true,
    }
}

fn same(one: &There, other: &There) -> bool {
    match (one, other) {
        (There::Letter { id, .. }, There::Letter { id: other, .. })
        | (There::File { id, .. }, There::File { id: other, .. }) => id == other,
        _ => false,
    }
}
