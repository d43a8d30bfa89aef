//! Bringing an old list of awards: a spreadsheet is kept as it is and looked at as often as one likes;
//! nothing comes into the register until somebody agrees. Then all of it comes in one transaction.

mod columns;
mod matching;
mod rows;
mod unclear;

use std::collections::{HashMap, HashSet};

use chungsuc_domain::SubjectKind;
use chungsuc_domain::eligibility::{Likeness, likeness, same};
use chungsuc_press::read;
use chungsuc_store::{Change, Row, StoreError, Writer};
use jiff::civil::Date;
use serde::Serialize;

pub use columns::Column;
use matching::Known;
pub use matching::Match;
pub use rows::{Fault, ListRow, Meant};
pub use unclear::Unclear;

use super::{Line, Wanted, all, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::directory;
use crate::features::files::{self, NewFile};
use crate::features::honours::{self, NewHonour};
use crate::features::units;
use crate::refusal::Refusal;
use crate::web::{Errors, Message, UploadedFile};

/// Kind of the lists' records in the journal.
const RECORD: &str = "honour_list";
/// Largest file, in bytes: ten thousand lines fit.
const LARGEST: usize = 5 * 1024 * 1024;
/// What an answer says of a name that is not in the directory, of an award that is not in the catalog.
pub(super) const NEW: &str = "moi";
/// What an answer says of a row that is left out.
pub(super) const LEAVE: &str = "bo";

/// A list that was brought.
#[derive(Clone, Debug)]
pub struct Brought {
    /// Its id.
    pub id: String,
    /// What the file is called.
    pub file_name: String,
    /// When it was brought.
    pub brought_on: Date,
    /// `draft`, `taken`, `discarded`.
    pub state: String,
    /// How many lines came into the register.
    pub taken: i64,
    /// Which state of the record this is.
    pub version: i64,
    file: String,
}

impl Brought {
    /// Whether it waits for somebody to agree.
    pub fn is_draft(&self) -> bool {
        self.state == "draft"
    }

    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            file_name: row.get(1)?,
            brought_on: row.get(2)?,
            state: row.get(3)?,
            taken: row.get(4)?,
            version: row.get(5)?,
            file: row.get(6)?,
        })
    }
}

#[derive(Serialize)]
struct Kept<'a> {
    state: &'a str,
    taken: i64,
}

/// What a list would bring, as the directory and the register stand now.
#[derive(Clone, Debug, Default)]
pub struct Outlook {
    /// Rows that would come in, each with its kind and whom it means.
    pub rows: Vec<(ListRow, SubjectKind, Match)>,
    /// Ways of writing an award that nobody has explained yet, each with its rows among these.
    pub unclear: Vec<Unclear>,
    /// Rows that stand in the register already, or twice in the list.
    pub known: Vec<ListRow>,
    /// What cannot be read.
    pub faults: Vec<Fault>,
}

/// Keeps a spreadsheet to be looked at; gives its id.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with `file` when it is too large, no spreadsheet, or
/// has no row that names who and which award.
pub fn bring(app: &App, by: &Person, file: &UploadedFile) -> Result<String, Refusal> {
    by.must_in_commune(Act::KeepHonours)?;
    if file.content.len() > LARGEST {
        return Err(Refusal::field("file", Message::new("register-list-too-large")));
    }
    rows_of(app, &file.content)?;
    let id = app.new_id();
    let kept = NewFile::read_sheet(file);
    app.write(by, |tx| {
        let file = files::keep(app, tx, &kept)?;
        let change = Change::create(RECORD, &id, &Kept { state: "draft", taken: 0 })?;
        let params = [
            by.commune.as_str().into(),
            id.as_str().into(),
            file.as_str().into(),
            app.today().into(),
        ];
        Ok::<_, Refusal>(tx.change(change, sql::ADD_LIST, &params)?)
    })?;
    Ok(id)
}

fn rows_of(app: &App, bytes: &[u8]) -> Result<rows::Rows, Refusal> {
    let wrong = |key| Refusal::field("file", Message::new(key));
    let cells = read::sheet(bytes).map_err(|_| wrong("register-list-unreadable"))?;
    let (head, columns) = columns::find(&cells).ok_or_else(|| wrong("register-list-no-head"))?;
    Ok(rows::read(&cells, (head, &columns), &app.catalog, app.today()))
}

/// Every list that was brought, the newest first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn lists(app: &App, by: &Person) -> Result<Vec<Brought>, Refusal> {
    by.must_in_commune(Act::KeepHonours)?;
    let params = [by.commune.as_str().into(), None::<&str>.into()];
    app.read(|r| Ok(r.all(sql::LISTS, &params, Brought::read)?))
}

/// One list.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn find(app: &App, by: &Person, id: &str) -> Result<Brought, Refusal> {
    by.must_in_commune(Act::KeepHonours)?;
    let params = [by.commune.as_str().into(), id.into()];
    app.read(|r| r.first(sql::LISTS, &params, Brought::read)?.ok_or(Refusal::NotFound))
}

/// What a draft would bring now.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; a rule, when it is no draft; of the store.
pub fn look(app: &App, by: &Person, id: &str) -> Result<Outlook, Refusal> {
    foresee(app, by, id, &Answers::default())
}

/// What somebody has said to the questions of a list.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// Whom a row means: the id of one who was asked about, [`NEW`] or [`LEAVE`].
    pub whom: HashMap<u32, String>,
    /// What a way of writing means, by the first row that has it: the code of an award, [`NEW`] for none
    /// of the catalog's, [`LEAVE`] for leaving its rows out.
    pub awards: HashMap<u32, String>,
}

impl Answers {
    fn is_empty(&self) -> bool {
        self.whom.is_empty() && self.awards.is_empty()
    }
}

fn foresee(app: &App, by: &Person, id: &str, answers: &Answers) -> Result<Outlook, Refusal> {
    let list = open(app, by, id)?;
    let read = rows_of(app, &files::content(app, &by.commune, &list.file)?)?;
    let (directory, lines) = (Known::read(app, by)?, all(app, by, &Wanted::default())?);
    let mut said: HashSet<String> = lines.iter().flat_map(Line::said).collect();
    let mut outlook = Outlook { faults: read.faults, ..Outlook::default() };
    for row in unclear::answered(read.good, &answers.awards, &app.catalog) {
        let kind = row.kind.or_else(|| directory.kind_of(&row));
        let Some(kind) = kind.or_else(|| only_kind(app, &row)) else {
            let (at, why) = (format!("{}", row.row), Message::new("register-row-kind-unsaid"));
            outlook.faults.push(Fault { at, found: row.name, why });
            continue;
        };
        let is_new = said.insert(honour(&row, kind, None, directory.village(&row), id).line());
        let found =
            if is_new { against(&lines, &row, kind, directory.find(&row, kind)) } else { None };
        match found {
            Some(found) => outlook.rows.push((row, kind, found)),
            None => outlook.known.push(row),
        }
    }
    outlook.unclear = unclear::of(outlook.rows.iter().map(|(row, ..)| row));
    Ok(outlook)
}

/// The kind of subject that alone receives the award: “Gia đình văn hóa” is a household's.
fn only_kind(app: &App, row: &ListRow) -> Option<SubjectKind> {
    match app.catalog.award(row.code()?)?.form.subjects.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// What a row comes to beside lines of the register with the same decision: nothing when one of them is
/// of the same subject, a doubt when one has a name like this.
fn against(lines: &[Line], row: &ListRow, kind: SubjectKind, found: Match) -> Option<Match> {
    let mut alike = lines.iter().filter(|line| {
        let day = line.issued_on == row.issued_on && line.year == row.year;
        line.kind == kind && day && same(&line.number, &row.number)
    });
    match found {
        Match::Same(subject) => {
            let there = alike.any(|line| line.subject.as_ref() == Some(&subject.id));
            (!there).then_some(Match::Same(subject))
        }
        Match::New => {
            let is_like = |line: &&Line| {
                let [known, name] = [&line.name, &row.name].map(|it| honours::name_alone(kind, it));
                likeness(known, name) != Likeness::Other
            };
            let line = alike.find(is_like);
            Some(line.map_or(Match::New, |line| Match::Doubt(line.name.clone())))
        }
        open => Some(open),
    }
}

fn open(app: &App, by: &Person, id: &str) -> Result<Brought, Refusal> {
    let list = find(app, by, id)?;
    if list.is_draft() { Ok(list) } else { Err(Refusal::rule("register-list-no-draft")) }
}

fn honour(
    row: &ListRow,
    kind: SubjectKind,
    subject: Option<String>,
    village: Option<String>,
    list: &str,
) -> NewHonour {
    NewHonour {
        subject_kind: kind,
        subject,
        name: row.name.clone(),
        village,
        award: row.code().map(str::to_owned),
        award_name: row.award_name.clone(),
        number: row.number.clone(),
        issued_on: row.issued_on,
        year: row.year,
        issuer: row.issuer.clone(),
        level: row.level,
        achievement: row.achievement.clone(),
        paper: None,
        brought: Some(list.to_owned()),
        nomination: None,
    }
}

/// The field of a form that asks whom a row means.
pub(super) fn field(row: u32) -> String {
    format!("dong-{row}")
}

/// The field of a form that asks which award is meant, by the first row that writes it so.
pub(super) fn award_field(row: u32) -> String {
    format!("hinh-thuc-{row}")
}

/// Takes a list into the register in one transaction, with the answers. Gives how many lines came in.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the field of each question
/// that is not answered; a rule, when it is no draft or brings nothing; a conflict.
pub fn agree(
    app: &App,
    by: &Person,
    (id, version): (&str, i64),
    answers: &Answers,
) -> Result<usize, Refusal> {
    let outlook = foresee(app, by, id, answers)?;
    let directory = Known::read(app, by)?;
    let (mut errors, mut new) = (Errors::default(), Vec::new());
    for open in &outlook.unclear {
        errors.add(award_field(open.first()), Message::new("register-award-unanswered"));
    }
    for (row, kind, found) in &outlook.rows {
        let answer = answers.whom.get(&row.row).map_or("", String::as_str);
        let meant = match (found, answer) {
            (_, LEAVE) => continue,
            (Match::Same(subject), _) => Some(subject),
            (Match::New, _) | (Match::Ask(_) | Match::Doubt(_), NEW) => None,
            (Match::Doubt(_), _) => {
                errors.add(field(row.row), Message::new("register-row-unanswered"));
                continue;
            }
            (Match::Ask(asked), answer) => match asked.iter().find(|one| one.id == answer) {
                Some(subject) => Some(subject),
                None => {
                    errors.add(field(row.row), Message::new("register-row-unanswered"));
                    continue;
                }
            },
        };
        let village = meant.and_then(|one| one.village.clone());
        let village = village.or_else(|| directory.village(row));
        new.push(honour(row, *kind, meant.map(|one| one.id.clone()), village, id));
    }
    if !errors.is_empty() {
        return Err(errors.into());
    }
    // A list whose every row was answered away is done with; one that holds nothing was never asked about.
    if new.is_empty() && answers.is_empty() {
        return Err(Refusal::rule("register-list-nothing"));
    }
    let count = i64::try_from(new.len()).unwrap_or(i64::MAX);
    app.write(by, |tx| {
        for one in &new {
            honours::add(tx, &app.new_id(), one, None)?;
        }
        Ok::<_, Refusal>(end(tx, (id, version), "taken", count)?)
    })?;
    Ok(new.len())
}

/// Gives a list up; it stays to be read.
///
/// # Errors
/// As [`look`]; a conflict.
pub fn discard(app: &App, by: &Person, (id, version): (&str, i64)) -> Result<(), Refusal> {
    open(app, by, id)?;
    app.write(by, |tx| Ok(end(tx, (id, version), "discarded", 0)?))
}

fn end(
    tx: &mut Writer<'_>,
    (id, version): (&str, i64),
    state: &'static str,
    taken: i64,
) -> Result<(), StoreError> {
    let commune = tx.author().commune.clone();
    let (old, new) = (Kept { state: "draft", taken: 0 }, Kept { state, taken });
    let change = Change::update(RECORD, id, &old, &new)?;
    let params = [state.into(), taken.into(), commune.as_str().into(), id.into(), version.into()];
    tx.change(change, sql::END_LIST, &params)
}

/// The subject that a row was asked about, in words: name and village.
pub(super) fn words(app: &App, subject: &directory::Subject) -> String {
    let village = subject.village.as_ref().filter(|code| **code != subject.id);
    let village = village.and_then(|code| units::find(app, code).ok().flatten());
    match village {
        Some(unit) => format!("{} ({})", subject.name, unit.name),
        None => subject.name.clone(),
    }
}

/// Which rows the directory answered with certainty, and which are new: for the page.
pub fn certain(outlook: &Outlook) -> (usize, usize) {
    let same = outlook.rows.iter().filter(|(.., found)| matches!(found, Match::Same(_))).count();
    let new = outlook.rows.iter().filter(|(.., found)| *found == Match::New).count();
    (same, new)
}

/// Rows of which a person must say whom they mean.
pub fn asked(outlook: &Outlook) -> impl Iterator<Item = (&ListRow, &Match)> {
    let open = outlook.rows.iter().filter(|(.., found)| found.is_open());
    open.map(|(row, _, found)| (row, found))
}
