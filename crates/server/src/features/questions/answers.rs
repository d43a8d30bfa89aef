//! What is said to a question: the village explains, the officer settles it or says that a figure is
//! wrong. Nothing said is ever changed; whoever thinks again says something more.

use chungsuc_domain::codes;
use chungsuc_domain::standard::questions::Question;
use chungsuc_store::{Change, Row, StoreError};
use jiff::Timestamp;
use serde::Serialize;

use super::{RECORD, find, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::files::{self, NewFile};
use crate::features::standards::grid::GridKey;
use crate::features::standards::{self, Value};
use crate::refusal::Refusal;
use crate::web::Message;

codes! {
    /// What kind of word it is.
    AnswerKind {
        /// The village explains.
        Explained = "explained",
        /// The officer finds the explanation good.
        Settled = "settled",
        /// The officer finds figures wrong; they are to be mended.
        Wrong = "wrong",
    }
}

/// A word that was said.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Id of the question.
    pub question: String,
    /// The question as it was asked.
    pub asked: Question,
    /// What kind of word.
    pub kind: AnswerKind,
    /// The words.
    pub words: String,
    /// Ids of the values that are wrong.
    pub wrong: Vec<String>,
    /// A file that backs it: id and name.
    pub file: Option<(String, String)>,
    /// Id of the account.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// A word about to be said.
#[derive(Clone, Debug)]
pub struct NewAnswer<'a> {
    /// What kind of word.
    pub kind: AnswerKind,
    /// The words; they must say something.
    pub words: &'a str,
    /// Ids of the values that are wrong, for [`AnswerKind::Wrong`].
    pub wrong: Vec<&'a str>,
    /// A file that backs it.
    pub file: Option<NewFile>,
}

#[derive(Serialize)]
struct Kept<'a> {
    answer: &'a str,
    words: &'a str,
    evidence: Option<&'a str>,
}

impl Answer {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        let file: Option<String> = row.get(5)?;
        let name: Option<String> = row.get(6)?;
        Ok(Self {
            question: row.get(0)?,
            asked: row.coded(1, |text| serde_json::from_str(text).ok())?,
            kind: row.coded(2, AnswerKind::from_code)?,
            words: row.get(3)?,
            wrong: row.get::<String>(4)?.split_whitespace().map(str::to_owned).collect(),
            file: file.zip(name),
            by: row.get(7)?,
            at: row.get(8)?,
        })
    }
}

/// Everything said to the questions of a standard and a period, the first first.
pub(super) fn of_period(app: &App, by: &Person, key: GridKey<'_>) -> Result<Vec<Answer>, Refusal> {
    let params = [by.commune.as_str().into(), key.standard.into(), key.period.into()];
    app.read(|r| r.all(sql::OF_PERIOD, &params, Answer::read).map_err(Refusal::from))
}

/// Says something to a question that the figures raise now. Figures found wrong go one step back at
/// once where this person may send them; the others wait for who may.
///
/// # Errors
/// [`Refusal::NotFound`]; [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields `words` and
/// `wrong`; a rule, when the figures have changed meanwhile or are this officer's own.
pub fn answer(
    app: &App,
    by: &Person,
    key: GridKey<'_>,
    id: &str,
    new: &NewAnswer<'_>,
) -> Result<(), Refusal> {
    let raised = find(app, by, key, id)?.map_err(|_| Refusal::rule("question-gone"))?;
    match new.kind {
        AnswerKind::Explained if raised.may_explain(by) => {}
        AnswerKind::Settled | AnswerKind::Wrong if raised.may_settle(by) => {}
        AnswerKind::Settled | AnswerKind::Wrong if by.may_somewhere(Act::JudgeValues) => {
            return Err(Refusal::rule("question-own"));
        }
        _ => return Err(Refusal::Forbidden),
    }
    if new.words.trim().is_empty() {
        return Err(Refusal::field("words", Message::new("field-missing")));
    }
    let named = |id: &&str| raised.subjects.iter().find(|one| one.value.id == **id);
    let wrong: Vec<&Value> = match new.kind {
        AnswerKind::Wrong => new.wrong.iter().filter_map(|id| Some(&named(id)?.value)).collect(),
        _ => Vec::new(),
    };
    if new.kind == AnswerKind::Wrong && wrong.is_empty() {
        return Err(Refusal::field("wrong", Message::new("question-which-wrong")));
    }
    let asked = serde_json::to_string(&raised.asked.question).map_err(StoreError::from)?;
    let ids = wrong.iter().map(|value| value.id.as_str()).collect::<Vec<_>>().join(" ");
    // Of two who speak at once the second is told: the step is part of the key.
    let step = i64::try_from(raised.asked.answers.len()).unwrap_or(i64::MAX - 1) + 1;
    app.write(by, |tx| {
        let file = new.file.as_ref().map(|file| files::keep(app, tx, file)).transpose()?;
        let at = tx.author().at;
        let params = [
            by.commune.as_str().into(),
            key.standard.into(),
            key.period.into(),
            id.into(),
            step.into(),
            (&asked).into(),
            new.kind.code().into(),
            new.words.trim().into(),
            (&ids).into(),
            file.as_deref().into(),
            by.account.as_str().into(),
            at.into(),
        ];
        let evidence = new.file.as_ref().map(NewFile::name);
        let kept = Kept { answer: new.kind.code(), words: new.words.trim(), evidence };
        tx.change(Change::create(RECORD, id, &kept)?, sql::ADD, &params)?;
        let movable = wrong.iter().filter(|value| standards::may_send_back(app, by, value).is_ok());
        movable
            .into_iter()
            .try_for_each(|value| standards::send_back(app, tx, by, value, new.words.trim()))
    })
}

/// Sends the figures that an officer found wrong one step back, as far as this person may; with the
/// officer's words as the reason. Answers how many.
///
/// # Errors
/// [`Refusal::NotFound`]; a rule, when the figures have changed or none waits for this person.
pub fn send_back_wrong(
    app: &App,
    by: &Person,
    key: GridKey<'_>,
    id: &str,
) -> Result<usize, Refusal> {
    let raised = find(app, by, key, id)?.map_err(|_| Refusal::rule("question-gone"))?;
    let values: Vec<&Value> = raised.may_send_back(app, by).collect();
    let reason = raised.asked.answers.last().map(|answer| answer.words.as_str());
    let (Some(reason), false) = (reason, values.is_empty()) else {
        return Err(Refusal::rule("question-gone"));
    };
    app.write(by, |tx| {
        values.iter().try_for_each(|value| standards::send_back(app, tx, by, value, reason))
    })?;
    Ok(values.len())
}
