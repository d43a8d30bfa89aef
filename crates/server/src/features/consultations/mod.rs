//! Public consultation on a list of nominees, where the office chooses to hold one before the council:
//! nominations of all who propose come into one list, open for some days. A person is named in public only
//! with their consent; voices come without a login, or from paper, and each is answered.
//!
//! The journal keeps that a voice came and was answered, not what it says of whom.

mod keep;
mod pages;
mod sql;
mod voice;

use std::collections::BTreeMap;

use chungsuc_domain::{SubjectKind, codes};
use chungsuc_store::{Reader, Row, StoreError};
use jiff::civil::Date;

pub use keep::{NewList, close, open};
pub(crate) use pages::{routes, summary};
pub use voice::{NewVoice, Receipt, Voice, answer, enter, receipt, send, voices};

use crate::access::{Act, Person};
use crate::app::App;
use crate::features::todo::Todo;
use crate::refusal::Refusal;
use crate::web::Message;

/// Kind of the records in the journal.
pub const RECORD: &str = "consultation";

codes! {
    /// Where a consultation stands.
    State {
        /// Voices are taken in until its last day, and answered.
        Open = "open",
        /// Every voice is answered; the council reads the sum.
        Closed = "closed",
    }
}

/// A list that was opened.
#[derive(Clone, Debug)]
pub struct Consultation {
    /// Its id.
    pub id: String,
    /// Code of the commune.
    pub commune: String,
    /// What it is about: “khen thưởng năm 2023”.
    pub title: String,
    /// Its first day.
    pub from: Date,
    /// Its last day; it counts.
    pub to: Date,
    /// Where it stands.
    pub state: State,
    /// Which state of the record this is.
    pub version: i64,
}

impl Consultation {
    /// Whether the public may speak on a day.
    pub fn takes_voices(&self, day: Date) -> bool {
        self.state == State::Open && self.from <= day && day <= self.to
    }

    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            commune: row.get(1)?,
            title: row.get(2)?,
            from: row.get(3)?,
            to: row.get(4)?,
            state: row.coded(5, State::from_code)?,
            version: row.get(6)?,
        })
    }
}

/// A nominee of a list.
#[derive(Clone, Debug)]
pub struct Item {
    /// Id of the nomination.
    pub nomination: String,
    /// What is nominated.
    pub kind: SubjectKind,
    /// The nominee's name, for the office.
    pub name: String,
    /// Name of the village.
    pub village: Option<String>,
    /// Code of the award.
    pub award: String,
    /// What it rests on, for the office.
    pub achievement: String,
    /// Whether name and achievement may be public.
    pub is_named: bool,
}

/// Whether a nominee is somebody whose consent is needed to be named: a person or a family.
pub(crate) fn is_private(kind: SubjectKind) -> bool {
    matches!(kind, SubjectKind::Individual | SubjectKind::Household)
}

fn items(r: &mut Reader<'_>, commune: &str, id: &str) -> Result<Vec<Item>, StoreError> {
    r.all(sql::ITEMS, &[commune.into(), id.into()], |row| {
        Ok(Item {
            nomination: row.get(0)?,
            kind: row.coded(1, SubjectKind::from_code)?,
            name: row.get(2)?,
            village: row.get(3)?,
            award: row.get(4)?,
            achievement: row.get(5)?,
            is_named: row.get(6)?,
        })
    })
}

/// One list with its nominees, for the office.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn find(app: &App, by: &Person, id: &str) -> Result<(Consultation, Vec<Item>), Refusal> {
    by.must_in_commune(Act::ReadConsultations)?;
    let (found, items) = in_public(app, id)?;
    if found.commune == by.commune { Ok((found, items)) } else { Err(Refusal::NotFound) }
}

/// The same for anybody; the page hides who is not to be named.
pub(crate) fn in_public(app: &App, id: &str) -> Result<(Consultation, Vec<Item>), Refusal> {
    app.read(|r| {
        let found = r.first(sql::ONE, &[id.into()], Consultation::read)?;
        let found = found.ok_or(Refusal::NotFound)?;
        let items = items(r, &found.commune, id)?;
        Ok((found, items))
    })
}

/// All lists of a commune, the newest first.
pub(crate) fn of_commune(app: &App, commune: &str) -> Result<Vec<Consultation>, Refusal> {
    app.read(|r| Ok(r.all(sql::ALL, &[commune.into()], Consultation::read)?))
}

/// The lists that the public may speak about today, in every commune that the program serves.
pub(crate) fn open_now(app: &App) -> Result<Vec<Consultation>, Refusal> {
    let today = app.today();
    app.read(|r| Ok(r.all(sql::OPEN_NOW, &[today.into()], Consultation::read)?))
}

/// How many voices about a nominee came on a list, and how many were answered.
#[derive(Clone, Debug)]
pub struct Sum {
    /// Id of the list.
    pub consultation: String,
    /// All voices.
    pub all: i64,
    /// Those with an answer.
    pub answered: i64,
}

/// The sums of every nomination that was on a list, for a whole agenda at once.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn sums(app: &App, by: &Person) -> Result<BTreeMap<String, Vec<Sum>>, Refusal> {
    by.must_in_commune(Act::ReadConsultations)?;
    let rows: Vec<(String, Sum)> = app.read(|r| {
        let read = |row: &Row<'_>| {
            let sum = Sum { consultation: row.get(1)?, all: row.get(2)?, answered: row.get(3)? };
            Ok((row.get(0)?, sum))
        };
        r.all(sql::SUMS, &[by.commune.as_str().into()], read).map_err(Refusal::from)
    })?;
    let mut found: BTreeMap<String, Vec<Sum>> = BTreeMap::new();
    for (nomination, sum) in rows {
        found.entry(nomination).or_default().push(sum);
    }
    Ok(found)
}

/// For who keeps them: lists with voices to answer, and those that are over and can be closed.
///
/// # Errors
/// Of the store.
pub(crate) fn todos(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    let mut todos = Vec::new();
    if by.must_in_commune(Act::KeepConsultations).is_err() {
        return Ok(todos);
    }
    for one in of_commune(app, &by.commune)?.into_iter().filter(|it| it.state == State::Open) {
        let open = voices(app, by, &one.id)?.iter().filter(|it| it.answer.is_none()).count();
        let key = match (open, one.to < app.today()) {
            (0, false) => continue,
            (0, true) => "todo-consultation-close",
            _ => "todo-consultation-answer",
        };
        todos.push(Todo {
            what: Message::new(key).arg("title", one.title).arg("count", open),
            href: format!("/cong-khai/{}", one.id),
            due: None,
        });
    }
    Ok(todos)
}
